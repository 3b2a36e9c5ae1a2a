//! The history as JSON Lines: one attempt a line, out and in again.

use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};

use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use super::attempt::{AttemptFilter, insert};
use super::error::StoreError;
use super::open::Store;
use super::totals::refresh;
use crate::batch::ANSWER_LIMIT;
use crate::lines::next_line;
use crate::record::{Attempt, Outcome};

/// Version of the format.
const FORMAT: u32 = 1;
/// A longer line is no attempt: 16 MiB, since a verdict quotes the answer.
const LINE_LIMIT: usize = 16 << 20;
/// Ids and names are short.
const NAME_LIMIT: usize = 200;

#[derive(Serialize)]
struct Outgoing<'a> {
    format: u32,
    #[serde(flatten)]
    attempt: &'a Attempt,
}

#[derive(Deserialize)]
struct Version {
    format: u32,
}

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Attempts that were new.
    pub added: usize,
    /// Attempts that were there already.
    pub known: usize,
}

/// Why an export or import stopped. An import that fails has changed nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// A line is no attempt.
    #[error("line {line}: {message}; nothing was imported")]
    Line {
        /// From 1.
        line: u64,
        /// What is wrong with it.
        message: String,
    },
    /// The stream failed.
    #[error(transparent)]
    Stream(#[from] io::Error),
    /// The history failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Attempt {
    /// The attempt as a line of the exchange format, without the line break.
    #[must_use]
    pub fn line(&self) -> String {
        serde_json::to_string(&Outgoing { format: FORMAT, attempt: self }).expect("plain data")
    }

    /// Reads a line of the exchange format.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn from_line(line: &str) -> Result<Self, String> {
        let mut value: serde_json::Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let Version { format } = Version::deserialize(&value).map_err(|error| error.to_string())?;
        if format != FORMAT {
            return Err(format!("format {format} is not known; this version reads format {FORMAT}"));
        }
        if let Some(fields) = value.as_object_mut() {
            fields.remove("format");
        }
        let attempt: Self = serde_json::from_value(value).map_err(|error| error.to_string())?;
        attempt.check().map(|()| attempt)
    }

    /// What types cannot tell: sizes, and that answer and verdict belong together.
    fn check(&self) -> Result<(), String> {
        let names = [&self.uid, &self.session.uid, &self.pack, &self.question, &self.rubric];
        if names.iter().any(|name| name.is_empty() || name.len() > NAME_LIMIT) {
            return Err(format!("an id is empty or longer than {NAME_LIMIT} bytes"));
        }
        // The deadline hands in whatever was typed or pasted, which may be more than an answer has otherwise.
        let limit = 16 * ANSWER_LIMIT;
        if self.answer.len() > limit {
            return Err(format!("an answer has at most {limit} bytes"));
        }
        if self.verdict.is_some() != (self.outcome == Outcome::Answered) {
            return Err("an attempt has a verdict where it was answered, and only there".to_owned());
        }
        let percent = |score: Option<u32>| score.is_none_or(|score| score <= 100);
        if !percent(self.prediction) || !percent(self.verdict.as_ref().map(|verdict| verdict.score)) {
            return Err("a score is at most 100".to_owned());
        }
        let concepts = self.verdict.iter().flat_map(|verdict| &verdict.concepts);
        let evidence = concepts.flat_map(|concept| &concept.evidence);
        let mut spans = evidence.map(|evidence| evidence.span);
        if spans.any(|span| self.answer.get(span.start..span.end).is_none()) {
            return Err("evidence stands outside the answer".to_owned());
        }
        Ok(())
    }
}

impl Store {
    /// Writes all attempts that pass a filter, oldest first; gives how many.
    ///
    /// # Errors
    /// Where the history cannot be read or the output not be written.
    pub fn export(&self, filter: &AttemptFilter, output: &mut dyn Write) -> Result<usize, ExchangeError> {
        let attempts = self.attempts(filter)?;
        for attempt in attempts.iter().rev() {
            writeln!(output, "{}", attempt.line())?;
        }
        output.flush()?;
        Ok(attempts.len())
    }

    /// Reads attempts in one transaction; those that are known already are left as they are.
    ///
    /// # Errors
    /// The first line that is no attempt, or what failed; nothing was imported then.
    pub fn import(&mut self, input: &mut dyn BufRead) -> Result<Imported, ExchangeError> {
        let mut attempts = Vec::new();
        let mut number = 0;
        while let Some(line) = next_line(input, LINE_LIMIT)? {
            number += 1;
            let fail = |message: String| ExchangeError::Line { line: number, message };
            let bytes = line.kept.ok_or_else(|| fail(format!("longer than {LINE_LIMIT} bytes")))?;
            let text = std::str::from_utf8(&bytes).map_err(|error| fail(error.to_string()))?;
            let text = text.trim_start_matches('\u{feff}').trim();
            if !text.is_empty() {
                attempts.push(Attempt::from_line(text).map_err(fail)?);
            }
        }
        Ok(self.write(|transaction| add_all(transaction, &attempts))?)
    }
}

/// Adds those attempts that are new.
fn add_all(transaction: &Transaction<'_>, attempts: &[Attempt]) -> rusqlite::Result<Imported> {
    let mut imported = Imported::default();
    let mut touched = BTreeSet::new();
    for attempt in attempts {
        if insert(transaction, attempt)?.is_some() {
            imported.added += 1;
            touched.insert((&attempt.pack, &attempt.question));
        } else {
            imported.known += 1;
        }
    }
    for (pack, question) in touched {
        refresh(transaction, pack, question)?;
    }
    Ok(imported)
}
