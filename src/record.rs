//! What is kept of answers: the data that the store writes and reports show.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::bank::Level;
use crate::grade::Verdict;

/// What kind of session an attempt belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// A mock interview.
    Interview,
    /// One question, as often as wanted.
    Practice,
}

/// The session that an attempt belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionKey {
    /// The same on every machine.
    pub uid: String,
    /// Interview or practice.
    pub kind: SessionKind,
    /// When it began.
    pub started: Timestamp,
}

/// How a question was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// With an answer.
    Answered,
    /// Passed over.
    Skipped,
}

/// A follow-up question on one concept, and the reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The concept's id.
    pub concept: String,
    /// As typed.
    pub reply: String,
    /// What the concept earned by answer and reply together.
    pub level: Level,
    /// The score of answer and reply together; the first score stays as it is.
    pub score: u32,
}

/// One answer, or one question that was skipped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// Its number in this file; 0 before it is written. Not exported: other files number on their own.
    #[serde(skip)]
    pub id: i64,
    /// The same on every machine.
    pub uid: String,
    /// Where it was given.
    pub session: SessionKey,
    /// The pack's name.
    pub pack: String,
    /// The question's id.
    pub question: String,
    /// Answered or skipped.
    pub outcome: Outcome,
    /// When it was handed in.
    pub at: Timestamp,
    /// Seconds used.
    pub seconds: u64,
    /// Seconds allowed, where there was a limit.
    pub limit: Option<u64>,
    /// Hints taken.
    pub hints: u32,
    /// As typed.
    pub answer: String,
    /// What it earned, unless it was skipped.
    pub verdict: Option<Verdict>,
    /// Fingerprint of the rubric that graded it.
    pub rubric: String,
    /// The score that the user expected.
    pub prediction: Option<u32>,
    /// By concept that came close: whether the user says that they said it. Never counted in the verdict.
    #[serde(default)]
    pub near_misses: BTreeMap<String, bool>,
    /// The follow-up question that was asked after the verdict.
    #[serde(default)]
    pub follow_up: Option<FollowUp>,
}

/// What the history knows of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTotal {
    /// The question's id.
    pub question: String,
    /// Answers given.
    pub answered: u32,
    /// Times it was skipped.
    pub skipped: u32,
    /// Best score.
    pub best: Option<u32>,
    /// Score of the last answer.
    pub last: Option<u32>,
    /// When it was last answered or skipped.
    pub last_at: Timestamp,
}

/// What the history knows of one concept of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConceptTotal {
    /// The question's id.
    pub question: String,
    /// The concept's id.
    pub concept: String,
    /// Answers that explained it.
    pub explained: u32,
    /// Answers that did not: named, missed or contradicted.
    pub open: u32,
    /// Level in the last answer.
    pub last: Level,
}

/// The session that was begun last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSession {
    /// When it began.
    pub started: Timestamp,
    /// Its questions in the order of answering, each with the score of its first answer.
    pub questions: Vec<(String, Option<u32>)>,
}
