//! Which words of a text say something of its subject.

use crate::text::{Kind, Text};

/// Words that say nothing of a subject.
const EMPTY: &[&str] = &[
    "a", "an", "the", "is", "are", "was", "be", "been", "of", "to", "in", "on", "at", "by", "for", "with",
    "from", "as", "and", "or", "but", "if", "so", "that", "this", "these", "those", "it", "its", "they",
    "them", "their", "you", "your", "we", "our", "i", "he", "she", "his", "her", "can", "could", "will",
    "would", "may", "might", "must", "should", "do", "does", "have", "has", "had", "not", "no", "than",
    "then", "when", "which", "who", "what", "how", "such", "any", "all", "each", "every", "more", "most",
    "one", "other", "also", "only", "just", "while", "there", "rust", "me", "my", "about", "into", "over",
    "up", "out", "go", "get", "tell", "walk", "did", "where", "why",
];

/// Whether a word says something of a subject.
pub(crate) fn is_content(surface: &str) -> bool {
    !EMPTY.contains(&surface)
}

/// The stems of a text's content words.
pub(crate) fn content(text: &Text) -> impl Iterator<Item = String> + '_ {
    text.tokens()
        .iter()
        .filter(|token| token.kind == Kind::Word && is_content(&token.surface))
        .map(|token| token.stem.clone())
}
