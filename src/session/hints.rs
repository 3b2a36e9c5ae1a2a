//! A ladder of hints: first cues, then titles.

use crate::bank::{Importance, Question};

/// The hints of a question, weakest first: a cue for each concept, essential ones before the others, then their titles.
#[must_use]
pub fn hints(question: &Question) -> Vec<String> {
    let mut concepts: Vec<_> =
        question.rubric.concepts.iter().filter(|concept| concept.importance != Importance::Bonus).collect();
    concepts.sort_by_key(|concept| concept.importance);
    let cues = concepts.iter().map(|concept| concept.hint.clone());
    let titles = concepts.iter().map(|concept| format!("Say something of this: {}", concept.title));
    cues.chain(titles).collect()
}
