//! Checking a pack: does it grade its own examples, samples and model answers as its author says?

use super::desk::{Checked, Desk};
use super::finding::Finding;
use crate::bank::{Pack, locate, locate_within};
use crate::grade::{CompileError, Grader, check_lexicon, malformed_phrases};

/// Checks a whole pack; `progress` is told the id of each question before it is graded.
pub fn check(pack: &Pack, progress: &mut dyn FnMut(&str)) -> Checked {
    let mut checked = Checked::default();
    if let Err(error) = check_lexicon(&pack.lexicon) {
        checked.findings.extend(malformed(pack, &error));
        return checked;
    }
    let mut graders = Vec::new();
    for question in &pack.questions {
        match Grader::compile(question, &pack.lexicon) {
            Ok(grader) => graders.push((question, grader)),
            Err(_) => {
                let faults = malformed_phrases(question, &pack.lexicon);
                // A shared concept's phrases are reported once, in its home.
                let own = faults.iter().filter(|fault| fault.place == question.id);
                checked.findings.extend(own.filter_map(|fault| malformed(pack, fault)));
            }
        }
    }
    for (question, grader) in &graders {
        progress(&question.id);
        let Some(rubric) = pack.rubric_file(&question.id) else { continue };
        let mut desk = Desk { question, grader, rubric, checked: &mut checked };
        desk.concepts();
        desk.misconceptions();
        desk.samples();
        if let Some(file) = pack.question_file(&question.id) {
            desk.model_answer(file);
            let others = graders.iter().filter(|(other, _)| other.id != question.id);
            desk.foreign(file, others.map(|(other, grader)| (*other, grader)));
        }
        checked.questions += 1;
    }
    checked
}

/// A phrase that cannot be compiled, with the fault inside the phrase marked.
fn malformed(pack: &Pack, error: &CompileError) -> Option<Finding> {
    let file = if error.place == "_lexicon" { pack.lexicon_file() } else { pack.rubric_file(&error.place) }?;
    let mut finding = Finding::new(
        "phrase",
        file,
        &error.pointer,
        error.source.message.clone(),
        "in this phrase".to_owned(),
    );
    let string = locate(&file.text, &error.pointer);
    if error.place != "_lexicon" && file.text[string.clone()].starts_with('"') {
        finding.range = locate_within(&file.text, string, error.source.range.clone());
        finding.label = "here".to_owned();
    }
    Some(finding.help("docs/phrases.md has the grammar"))
}
