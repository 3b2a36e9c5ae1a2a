//! How close an answer comes to a concept's statement, whether or not a phrase matched.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Kind, Spellings, Text};

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

/// The content words of a statement with their weights, which add up to 1.
#[derive(Debug)]
pub(crate) struct Statement {
    weights: BTreeMap<String, f64>,
}

impl Statement {
    /// The statements of all concepts of a rubric. A word's weight is its inverse document frequency among them,
    /// `ln(1 + n / df)` (as in the vector space model), so that what all concepts share tells little.
    #[expect(clippy::cast_precision_loss, reason = "a rubric has far fewer than 2^52 concepts")]
    pub(crate) fn all(statements: &[&str], spellings: &Spellings) -> Vec<Self> {
        let stems: Vec<BTreeSet<String>> = statements
            .iter()
            .map(|statement| {
                let text = Text::analyse(statement, spellings);
                let content = text
                    .tokens()
                    .iter()
                    .filter(|token| token.kind == Kind::Word && is_content(&token.surface));
                content.map(|token| token.stem.clone()).collect()
            })
            .collect();
        let frequency = |stem: &String| stems.iter().filter(|other| other.contains(stem)).count() as f64;
        stems
            .iter()
            .map(|own| {
                let mut weights: BTreeMap<String, f64> = own
                    .iter()
                    .map(|stem| (stem.clone(), (1.0 + stems.len() as f64 / frequency(stem)).ln()))
                    .collect();
                let sum: f64 = weights.values().sum();
                weights.values_mut().for_each(|weight| *weight /= sum.max(f64::MIN_POSITIVE));
                Self { weights }
            })
            .collect()
    }

    /// The largest share of the statement, 0 to 1, that one sentence of the text holds, and which sentence.
    pub(crate) fn closest(&self, text: &Text) -> (f64, usize) {
        let mut best = (0.0, 0);
        for (index, sentence) in text.sentences().iter().enumerate() {
            let stems: BTreeSet<&str> =
                text.tokens()[sentence.tokens.clone()].iter().map(|token| token.stem.as_str()).collect();
            let share: f64 = stems.iter().filter_map(|stem| self.weights.get(*stem)).sum();
            if share > best.0 {
                best = (share, index);
            }
        }
        (best.0.min(1.0), best.1)
    }
}
