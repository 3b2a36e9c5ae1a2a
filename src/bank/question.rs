//! A question as its file states it.

use serde::{Deserialize, Serialize};

use super::{Rubric, RubricFile};

/// The `format` that this version reads and writes.
pub const FORMAT: u32 = 1;

/// What sort of answer a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema, clap::ValueEnum))]
pub enum QuestionKind {
    /// Explain an idea.
    Concept,
    /// Set two or more things against each other.
    Comparison,
    /// Say how something is done in practice.
    Practice,
    /// Think a case through: find the fault, choose the design.
    Scenario,
    /// Tell a story from one's own work.
    Experience,
}

/// Whom a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema, clap::ValueEnum))]
pub enum Difficulty {
    /// First job.
    Junior,
    /// Some years of practice.
    Mid,
    /// Leads others.
    Senior,
}

/// Another question whose model answer may earn more than 25 points here.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Related {
    /// The other question's id.
    pub id: String,
    /// Why the two overlap.
    pub reason: String,
}

/// `questions/<pack>/<id>.json`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct QuestionFile {
    /// Where editors find the schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Version of the file's format: 1.
    pub format: u32,
    /// Lower case letters, digits and hyphens; the file's name without `.json`.
    pub id: String,
    /// A few words for lists.
    pub title: String,
    /// What the interviewer asks.
    pub prompt: String,
    /// What sort of answer it asks for.
    pub kind: QuestionKind,
    /// Whom it is for.
    pub difficulty: Difficulty,
    /// Subjects it belongs to, for filters.
    pub topics: Vec<String>,
    /// Speaking time in minutes.
    pub minutes: u32,
    /// Lines of Markdown. Rust in a code fence is compiled by a test; the fence's attributes are rustdoc's.
    pub model_answer: Vec<String>,
    /// What an interviewer asks next.
    pub follow_ups: Vec<String>,
    /// Questions whose model answers overlap with this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

/// A question with its rubric: all that grading an answer needs, but for the pack's lexicon.
#[derive(Debug, Clone)]
pub struct Question {
    /// Stable and public.
    pub id: String,
    /// A few words for lists.
    pub title: String,
    /// What the interviewer asks.
    pub prompt: String,
    /// What sort of answer it asks for.
    pub kind: QuestionKind,
    /// Whom it is for.
    pub difficulty: Difficulty,
    /// Subjects it belongs to.
    pub topics: Vec<String>,
    /// Speaking time in minutes.
    pub minutes: u32,
    /// Markdown.
    pub model_answer: String,
    /// What an interviewer asks next.
    pub follow_ups: Vec<String>,
    /// Questions whose model answers overlap with this one.
    pub related: Vec<Related>,
    /// The concepts and misconceptions that an answer is graded by.
    pub rubric: Rubric,
}

impl Question {
    /// Joins a question's file with its rubric.
    pub(super) fn new(file: QuestionFile, rubric: Rubric) -> Self {
        Self {
            id: file.id,
            title: file.title,
            prompt: file.prompt,
            kind: file.kind,
            difficulty: file.difficulty,
            topics: file.topics,
            minutes: file.minutes,
            model_answer: file.model_answer.join("\n"),
            follow_ups: file.follow_ups,
            related: file.related,
            rubric,
        }
    }
}

/// Both files of one question, as read.
#[derive(Debug)]
pub(super) struct QuestionFiles {
    pub(super) question: QuestionFile,
    pub(super) rubric: RubricFile,
}
