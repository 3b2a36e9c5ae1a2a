//! Checking a pack: does it grade its own examples, samples and model answers as its author says?

use super::finding::Finding;
use crate::bank::{Concept, Importance, Level, Pack, Question, SourceFile, locate, locate_within};
use crate::grade::{CompileError, Grader, Verdict, check_lexicon, score};

/// A model answer scores at least this on its own question.
const MODEL_SCORE: u32 = 95;
/// A model answer scores at most this on any other question, shared concepts aside.
const FOREIGN_SCORE: u32 = 25;
/// Words of prose in a model answer.
const MODEL_WORDS: std::ops::RangeInclusive<usize> = 80..=250;
/// Examples that a concept has at least: explaining, naming, earning nothing.
const CONCEPT_EXAMPLES: [usize; 3] = [8, 4, 4];
/// Examples that a misconception has at least: asserting, denying.
const MISCONCEPTION_EXAMPLES: [usize; 2] = [4, 2];
/// Samples that a question has at least.
const SAMPLES: usize = 6;

/// What checking found, and how much it looked at.
#[derive(Debug, Default)]
pub struct Checked {
    /// In the order of the files.
    pub findings: Vec<Finding>,
    /// Questions graded.
    pub questions: usize,
    /// Example sentences graded.
    pub examples: usize,
    /// Samples graded.
    pub samples: usize,
}

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
            Err(error) => checked.findings.extend(malformed(pack, &error)),
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

/// One question on the desk.
struct Desk<'a> {
    question: &'a Question,
    grader: &'a Grader,
    rubric: &'a SourceFile,
    checked: &'a mut Checked,
}

impl Desk<'_> {
    fn report(&mut self, finding: Finding) {
        self.checked.findings.push(finding);
    }

    fn grade_example(&mut self, example: &str) -> Verdict {
        self.checked.examples += 1;
        self.grader.grade(example)
    }

    /// Every concept that is written out in this rubric earns what its examples say.
    fn concepts(&mut self) {
        let question = self.question;
        for concept in question.rubric.concepts.iter().filter(|concept| concept.home.question == question.id)
        {
            let base = format!("/concepts/{}/examples", concept.home.index);
            let examples = &concept.examples;
            self.enough(
                &base,
                &concept.id,
                [&examples.explained, &examples.named, &examples.nothing],
                concept,
            );
            for (field, list) in [
                ("explained", &examples.explained),
                ("named", &examples.named),
                ("nothing", &examples.nothing),
            ] {
                for (at, example) in list.iter().enumerate() {
                    let verdict = self.grade_example(example);
                    let level = verdict.level(&concept.id).unwrap_or(Level::Missed);
                    let right = match field {
                        "explained" => level == Level::Explained,
                        "named" => level == Level::Named,
                        _ => matches!(level, Level::Missed | Level::Contradicted),
                    };
                    if !right {
                        let finding = Finding::new(
                            "example",
                            self.rubric,
                            &format!("{base}/{field}/{at}"),
                            format!("{}: this example of `{field}` is graded {}", concept.id, word(level)),
                            matched(&verdict, &concept.id),
                        );
                        self.report(finding.help(mend(field, level)));
                    }
                }
            }
        }
    }

    fn enough(&mut self, base: &str, id: &str, lists: [&Vec<String>; 3], concept: &Concept) {
        let [explained, named, nothing] = CONCEPT_EXAMPLES;
        // A concept for which a clear mention explains has no examples of naming.
        let named = if lists[1].is_empty() && concept.named.is_empty() { 0 } else { named };
        for (list, least, field) in
            [(lists[0], explained, "explained"), (lists[1], named, "named"), (lists[2], nothing, "nothing")]
        {
            if list.len() < least {
                let title =
                    format!("{id}: {} examples of `{field}`, at least {least} are wanted", list.len());
                let finding = Finding::new(
                    "examples",
                    self.rubric,
                    base,
                    title,
                    "add sentences in other voices".to_owned(),
                );
                self.report(finding.warning());
            }
        }
    }

    /// Every misconception is found where it is said and not where it is denied.
    fn misconceptions(&mut self) {
        let question = self.question;
        for (index, misconception) in question.rubric.misconceptions.iter().enumerate() {
            let base = format!("/misconceptions/{index}/examples");
            let examples = &misconception.examples;
            let [said, denied] = MISCONCEPTION_EXAMPLES;
            if examples.said.len() < said || examples.denied.len() < denied {
                let title = format!(
                    "{}: at least {said} examples that say it and {denied} that deny it are wanted",
                    misconception.id
                );
                let finding = Finding::new(
                    "examples",
                    self.rubric,
                    &base,
                    title,
                    "add sentences in other voices".to_owned(),
                );
                self.report(finding.warning());
            }
            for (field, list, wanted) in [("said", &examples.said, true), ("denied", &examples.denied, false)]
            {
                for (at, example) in list.iter().enumerate() {
                    let verdict = self.grade_example(example);
                    let found = verdict.misconceptions.iter().find(|found| found.id == misconception.id);
                    if found.is_some() != wanted {
                        let label = found.map_or_else(
                            || "no phrase matches".to_owned(),
                            |found| phrases(found.evidence.iter().map(|e| e.phrase.as_str())),
                        );
                        let pointer = format!("{base}/{field}/{at}");
                        let what = if wanted {
                            "is not found in this example"
                        } else {
                            "is found in this example that does not assert it"
                        };
                        let title = format!("{}: the misconception {what}", misconception.id);
                        let finding = Finding::new("misconception", self.rubric, &pointer, title, label);
                        self.report(finding.help(if wanted {
                            "add a phrase to `said`"
                        } else {
                            "narrow the phrase, or add a guard"
                        }));
                    }
                }
            }
        }
    }

    /// Every sample gets the verdict that its author wrote down.
    fn samples(&mut self) {
        let question = self.question;
        if question.rubric.samples.len() < SAMPLES {
            let title = format!("{} samples, at least {SAMPLES} are wanted", question.rubric.samples.len());
            let finding = Finding::new(
                "samples",
                self.rubric,
                "/samples",
                title,
                "add whole answers with their levels".to_owned(),
            );
            self.report(finding.warning());
        }
        for (index, sample) in question.rubric.samples.iter().enumerate() {
            self.checked.samples += 1;
            let verdict = self.grader.grade(&sample.text);
            for (concept, wanted) in &sample.levels {
                let level = verdict.level(concept).unwrap_or(Level::Missed);
                if level != *wanted {
                    let title = format!(
                        "sample {:?}: {concept} is graded {}, not {}",
                        sample.name,
                        word(level),
                        word(*wanted)
                    );
                    let label = matched(&verdict, concept);
                    self.sample_finding(index, &format!("levels/{concept}"), title, label);
                }
            }
            let found: Vec<&str> = verdict.misconceptions.iter().map(|found| found.id.as_str()).collect();
            let mut wanted: Vec<&str> = sample.misconceptions.iter().map(String::as_str).collect();
            wanted.sort_unstable();
            let mut sorted = found.clone();
            sorted.sort_unstable();
            if sorted != wanted {
                let label = phrases(
                    verdict.misconceptions.iter().flat_map(|m| m.evidence.iter().map(|e| e.phrase.as_str())),
                );
                let title = format!("sample {:?}: misconceptions are {found:?}, not {wanted:?}", sample.name);
                self.sample_finding(index, "misconceptions", title, label);
            }
            if verdict.flags != sample.flags {
                let title = format!(
                    "sample {:?}: flags are {:?}, not {:?}",
                    sample.name, verdict.flags, sample.flags
                );
                self.sample_finding(index, "flags", title, String::new());
            }
            if let Some((least, most)) = sample.score
                && !(least..=most).contains(&verdict.score)
            {
                let title = format!(
                    "sample {:?}: the score is {}, not {least} to {most}",
                    sample.name, verdict.score
                );
                self.sample_finding(index, "score", title, String::new());
            }
        }
    }

    fn sample_finding(&mut self, index: usize, field: &str, title: String, label: String) {
        let finding = Finding::new("sample", self.rubric, &format!("/samples/{index}/{field}"), title, label);
        self.report(finding);
    }

    /// The model answer explains all that counts.
    fn model_answer(&mut self, file: &SourceFile) {
        let question = self.question;
        let verdict = self.grader.grade(&question.model_answer);
        let mut faults = Vec::new();
        for concept in &verdict.concepts {
            if concept.importance != Importance::Bonus && concept.level != Level::Explained {
                faults.push((
                    format!("{}: in the model answer it is {}", concept.id, word(concept.level)),
                    matched(&verdict, &concept.id),
                ));
            }
        }
        if verdict.score < MODEL_SCORE {
            faults.push((
                format!("the model answer scores {}, at least {MODEL_SCORE} is wanted", verdict.score),
                String::new(),
            ));
        }
        for found in &verdict.misconceptions {
            faults.push((
                format!("the model answer asserts the misconception {}", found.id),
                phrases(found.evidence.iter().map(|evidence| evidence.phrase.as_str())),
            ));
        }
        for (title, label) in faults {
            self.report(Finding::new("model-answer", file, "/model_answer", title, label));
        }
        let words = prose_words(&question.model_answer);
        if !MODEL_WORDS.contains(&words) {
            let title = format!(
                "the model answer has {words} words of prose, {} to {} are wanted",
                MODEL_WORDS.start(),
                MODEL_WORDS.end()
            );
            self.report(Finding::new("model-answer", file, "/model_answer", title, String::new()).warning());
        }
    }

    /// The model answer earns little on other questions, concepts that the two share aside.
    fn foreign<'b>(&mut self, file: &SourceFile, others: impl Iterator<Item = (&'b Question, &'b Grader)>) {
        for (other, grader) in others {
            let related = self.question.related.iter().any(|related| related.id == other.id)
                || other.related.iter().any(|related| related.id == self.question.id);
            if related {
                continue;
            }
            let verdict = grader.grade(&self.question.model_answer);
            let shared = |id: &str| self.question.rubric.concepts.iter().any(|concept| concept.id == id);
            let own: Vec<_> = verdict.concepts.iter().filter(|concept| !shared(&concept.id)).collect();
            let levels: Vec<_> = own.iter().map(|concept| (concept.importance, concept.level)).collect();
            let points = score(&levels, 0, false);
            if points > FOREIGN_SCORE {
                let credited: Vec<_> = own
                    .iter()
                    .filter(|concept| concept.level == Level::Explained)
                    .map(|concept| {
                        format!(
                            "{} by {}",
                            concept.id,
                            phrases(concept.evidence.iter().map(|e| e.phrase.as_str()))
                        )
                    })
                    .collect();
                let title = format!(
                    "the model answer scores {points} on {:?}, at most {FOREIGN_SCORE} is allowed",
                    other.id
                );
                let finding = Finding::new("foreign", file, "/model_answer", title, credited.join("; "));
                self.report(finding.help("narrow those phrases, or declare the questions `related`"));
            }
        }
    }
}

/// The words of a Markdown text outside code fences.
fn prose_words(markdown: &str) -> usize {
    let mut fenced = false;
    let mut words = 0;
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            words += line.split_whitespace().count();
        }
    }
    words
}

fn matched(verdict: &Verdict, concept: &str) -> String {
    let evidence = verdict.concepts.iter().find(|found| found.id == concept).map(|found| &found.evidence);
    phrases(evidence.into_iter().flatten().map(|evidence| evidence.phrase.as_str()))
}

fn phrases<'a>(phrases: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = phrases.take(3).collect();
    if all.is_empty() {
        "no phrase matches".to_owned()
    } else {
        format!("matched by {}", all.join("  and  "))
    }
}

fn mend(field: &str, level: Level) -> &'static str {
    match (field, level) {
        ("explained", Level::Contradicted) => {
            "a denial matches; narrow it, or let the phrase carry its negation"
        }
        ("explained", _) => "add a phrase to `explained`, or a wording to one",
        ("named", Level::Explained) => "narrow the phrase in `explained`",
        ("named", _) => "add a phrase to `named`",
        _ => "narrow the phrase, or add a guard",
    }
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Explained => "explained",
        Level::Named => "named",
        Level::Missed => "missed",
        Level::Contradicted => "contradicted",
    }
}
