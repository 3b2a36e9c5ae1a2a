//! Choosing questions by what they are about.

use super::{Difficulty, Question, QuestionKind};

/// What a question must be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Any of these topics; empty for all.
    pub topics: Vec<String>,
    /// This difficulty, or any.
    pub difficulty: Option<Difficulty>,
    /// This kind, or any.
    pub kind: Option<QuestionKind>,
}

impl Filter {
    /// Whether a question passes.
    #[must_use]
    pub fn admits(&self, question: &Question) -> bool {
        let topic = self.topics.is_empty() || question.topics.iter().any(|topic| self.topics.contains(topic));
        topic
            && self.difficulty.is_none_or(|difficulty| question.difficulty == difficulty)
            && self.kind.is_none_or(|kind| question.kind == kind)
    }
}
