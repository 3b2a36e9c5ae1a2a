//! One verdict as text.

use std::fmt::Write as _;

use crate::bank::Question;
use crate::grade::Verdict;

/// The verdict as plain text.
#[must_use]
pub fn verdict(question: &Question, _answer: &str, verdict: &Verdict, _width: usize) -> String {
    let mut text = String::new();
    _ = writeln!(text, "{}: {} of 100, {:?}", question.title, verdict.score, verdict.band);
    for concept in &verdict.concepts {
        _ = writeln!(text, "{:?} {}", concept.level, concept.id);
    }
    text
}
