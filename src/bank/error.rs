//! What can be wrong with a pack, and where.

use std::ops::Range;
use std::path::PathBuf;

/// A fault of a pack: the file, the place in it, and what to do.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}{}: {message}{}", path.display(), place(line_column.as_ref()), help.as_ref().map(|help| format!("; {help}")).unwrap_or_default())]
#[non_exhaustive]
pub struct BankError {
    /// The file.
    pub path: PathBuf,
    /// Line and column, counted from 1, the column in characters.
    pub line_column: Option<(usize, usize)>,
    /// The bytes of the file at fault, where they are known.
    pub range: Option<Range<usize>>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

fn place(line_column: Option<&(usize, usize)>) -> String {
    line_column.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default()
}

impl BankError {
    /// A fault of the whole file.
    pub fn of_file(path: impl Into<PathBuf>, message: impl Into<String>) -> Self {
        Self { path: path.into(), line_column: None, range: None, message: message.into(), help: None }
    }

    /// A fault of some bytes of the file's text.
    pub fn at(path: impl Into<PathBuf>, text: &str, range: Range<usize>, message: impl Into<String>) -> Self {
        let before = text.get(..range.start).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        Self {
            path: path.into(),
            line_column: Some((line, column)),
            range: Some(range),
            message: message.into(),
            help: None,
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
