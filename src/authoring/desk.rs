//! One question with its grader, and what was found wrong with it so far.

use super::finding::Finding;
use crate::bank::{Level, Question, SourceFile};
use crate::grade::{Grader, Verdict};

/// What checking found, and how much it looked at.
#[derive(Debug, Default)]
pub struct Checked {
    /// In the order of the files.
    pub findings: Vec<Finding>,
    /// Questions graded.
    pub questions: usize,
    /// Example sentences graded.
    pub examples: usize,
    /// Samples graded.
    pub samples: usize,
}

/// One question on the desk.
pub(super) struct Desk<'a> {
    pub(super) question: &'a Question,
    pub(super) grader: &'a Grader,
    pub(super) rubric: &'a SourceFile,
    pub(super) checked: &'a mut Checked,
}

impl Desk<'_> {
    /// Takes a finding down.
    pub(super) fn report(&mut self, finding: Finding) {
        self.checked.findings.push(finding);
    }

    /// Grades one example and counts it.
    pub(super) fn grade_example(&mut self, example: &str) -> Verdict {
        self.checked.examples += 1;
        self.grader.grade(example)
    }
}

/// The phrases that decided a concept's level.
pub(super) fn matched(verdict: &Verdict, concept: &str) -> String {
    let evidence = verdict.concepts.iter().find(|found| found.id == concept).map(|found| &found.evidence);
    phrases(evidence.into_iter().flatten().map(|evidence| evidence.phrase.as_str()))
}

/// Some phrases, in words.
pub(super) fn phrases<'a>(phrases: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = phrases.take(3).collect();
    if all.is_empty() {
        "no phrase matches".to_owned()
    } else {
        format!("matched by {}", all.join("  and  "))
    }
}

/// A level in a word.
pub(super) fn word(level: Level) -> &'static str {
    match level {
        Level::Explained => "explained",
        Level::Named => "named",
        Level::Missed => "missed",
        Level::Contradicted => "contradicted",
    }
}
