//! The graded answer.

use serde::{Deserialize, Serialize};

use super::score::Band;
use crate::bank::{Flag, Importance, Level};
use crate::text::Span;

/// Whether evidence speaks for the answer or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// It earned the level.
    Credit,
    /// It counts against the concept, or asserts the misconception.
    Against,
}

/// A word that was read as another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// As typed.
    pub typed: String,
    /// As read.
    #[serde(rename = "as")]
    pub meant: String,
}

/// The words of the answer that counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where they stand: bytes of the answer as typed.
    #[serde(flatten)]
    pub span: Span,
    /// For the answer or against it.
    #[serde(rename = "for")]
    pub stance: Stance,
    /// The words themselves.
    pub text: String,
    /// The phrase that they matched.
    pub phrase: String,
    /// Slips that were read as other words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub read: Vec<Read>,
}

/// A sentence that comes close to a concept that was not credited in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NearMiss {
    /// Where it stands: bytes of the answer as typed.
    #[serde(flatten)]
    pub span: Span,
    /// The share of the concept's statement, 0 to 1, that it holds.
    pub strength: f64,
}

/// What one concept earned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConceptVerdict {
    /// The concept's id.
    pub id: String,
    /// What was earned.
    pub level: Level,
    /// How much it counts.
    pub importance: Importance,
    /// How strongly the answer supports it, 0 to 1: below 0.4 missed, from 0.4 named, from 0.7 explained;
    /// contradicted 0. It ranks; it is no probability.
    pub strength: f64,
    /// Worth asking the user about.
    pub near_miss: Option<NearMiss>,
    /// What counted, for and against.
    pub evidence: Vec<Evidence>,
}

/// A misconception that the answer asserts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MisconceptionVerdict {
    /// The misconception's id.
    pub id: String,
    /// Where it is asserted.
    pub evidence: Vec<Evidence>,
}

/// A graded answer. The same answer and rubric always give the same verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// 0 to 100.
    pub score: u32,
    /// The score in a word.
    pub band: Band,
    /// Every concept, in the rubric's order.
    pub concepts: Vec<ConceptVerdict>,
    /// Those that are asserted, in the rubric's order.
    pub misconceptions: Vec<MisconceptionVerdict>,
    /// What the whole answer is marked with.
    pub flags: Vec<Flag>,
    /// Words typed.
    pub words: usize,
}

impl Verdict {
    /// What the concept with this id earned.
    #[must_use]
    pub fn level(&self, concept: &str) -> Option<Level> {
        self.concepts.iter().find(|verdict| verdict.id == concept).map(|verdict| verdict.level)
    }
}
