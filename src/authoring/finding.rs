//! Something that an author should mend, with its place in a file.

use std::ops::Range;
use std::path::PathBuf;

use crate::bank::{BankError, SourceFile, locate};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack is wrong, or grades otherwise than its author says.
    Error,
    /// The pack works, yet falls short of the standard.
    Warning,
}

/// One finding.
#[derive(Debug, Clone)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The rule that it breaks, in a word.
    pub rule: &'static str,
    /// What is wrong.
    pub title: String,
    /// The file.
    pub path: PathBuf,
    /// The file's text; empty where it could not be read.
    pub text: String,
    /// The bytes at fault.
    pub range: Range<usize>,
    /// What is said beside the place.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
}

impl Finding {
    /// An error at a JSON pointer of a file.
    pub(super) fn new(
        rule: &'static str,
        file: &SourceFile,
        pointer: &str,
        title: String,
        label: String,
    ) -> Self {
        Self {
            severity: Severity::Error,
            rule,
            title,
            path: file.path.clone(),
            text: file.text.clone(),
            range: locate(&file.text, pointer),
            label,
            help: None,
        }
    }

    /// Makes it a warning.
    #[must_use]
    pub(super) fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// Says what to do.
    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// A fault of loading; `text` is the file's, where it could be read.
    #[must_use]
    pub fn of_bank(error: &BankError, text: String) -> Self {
        Self {
            severity: Severity::Error,
            rule: "pack",
            title: error.message.clone(),
            path: error.path.clone(),
            range: error.range.clone().unwrap_or(0..0),
            text,
            label: String::new(),
            help: error.help.clone(),
        }
    }
}
