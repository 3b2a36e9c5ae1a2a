//! Marks on the whole answer.

use std::collections::BTreeSet;

use super::content::content;
use super::listing::is_keyword_list;
use super::verdict::ConceptVerdict;
use crate::bank::{Flag, Level};
use crate::text::Text;

/// Fewer words are no answer.
const FEWEST_WORDS: usize = 4;
/// From so many words on, an answer with none of the concepts is off the topic.
const OFF_TOPIC_WORDS: usize = 20;

/// The flags of an answer, in the order of their definition.
pub(super) fn flags(text: &Text, concepts: &[ConceptVerdict], prompt: &BTreeSet<String>) -> Vec<Flag> {
    let words = text.word_count();
    let has = |level: Level| concepts.iter().any(|concept| concept.level == level);
    let mut flags = Vec::new();
    if words < FEWEST_WORDS {
        flags.push(Flag::TooShort);
    }
    if is_keyword_list(text) {
        flags.push(Flag::KeywordList);
    }
    if words >= FEWEST_WORDS && !has(Level::Explained) && is_echo(text, prompt) {
        flags.push(Flag::Echo);
    }
    if words >= OFF_TOPIC_WORDS && concepts.iter().all(|concept| concept.level == Level::Missed) {
        flags.push(Flag::OffTopic);
    }
    flags
}

/// Most content words are the prompt's.
fn is_echo(text: &Text, prompt: &BTreeSet<String>) -> bool {
    let words: Vec<String> = content(text).collect();
    let repeated = words.iter().filter(|word| prompt.contains(*word)).count();
    repeated * 5 >= words.len() * 3 && repeated >= 3
}
