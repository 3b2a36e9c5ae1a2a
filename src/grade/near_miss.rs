//! How close an answer comes to a concept's statement, whether or not a phrase matched.

use std::collections::{BTreeMap, BTreeSet};

use super::content::content;
use crate::text::{Spellings, Text};

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
                content(&text).collect()
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
