//! Do the marked sentences of concepts and misconceptions earn what they are marked with?

use super::desk::{Desk, matched, phrases, word};
use super::finding::Finding;
use crate::bank::{Concept, Level};

/// Examples that a concept has at least: explaining, naming, earning nothing.
const CONCEPT_EXAMPLES: [usize; 3] = [8, 4, 4];
/// Examples that a misconception has at least: asserting, denying.
const MISCONCEPTION_EXAMPLES: [usize; 2] = [4, 2];

impl Desk<'_> {
    /// Every concept that is written out in this rubric earns what its examples say.
    pub(super) fn concepts(&mut self) {
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
    pub(super) fn misconceptions(&mut self) {
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
}

/// What to do about an example that is graded otherwise than marked.
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
