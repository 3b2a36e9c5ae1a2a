//! The question bank as a list.

use serde::Serialize;

use super::signs::{self, FAINT, FOUND, styled};
use super::table::{Column, Row, table};
use super::wrap::wrap;
use crate::bank::{Difficulty, Question, QuestionKind};
use crate::grade::Band;
use crate::record::QuestionTotal;

/// What a list says of a question.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// The question's id.
    pub id: String,
    /// A few words.
    pub title: String,
    /// What sort of answer it asks for.
    pub kind: QuestionKind,
    /// Whom it is for.
    pub difficulty: Difficulty,
    /// Subjects it belongs to.
    pub topics: Vec<String>,
    /// Speaking time.
    pub minutes: u32,
    /// Answers given so far.
    pub answered: u32,
    /// Times skipped so far.
    pub skipped: u32,
    /// Score of the last answer.
    pub last: Option<u32>,
    /// Best score.
    pub best: Option<u32>,
    /// What a search found, between [`MARKS`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<String>,
}

/// What a found word stands between; no text of a pack holds them, since control characters are dropped.
pub const MARKS: (&str, &str) = ("\u{1}", "\u{2}");

impl Entry {
    /// A question with what the history knows of it.
    #[must_use]
    pub fn new(question: &Question, total: Option<&QuestionTotal>) -> Self {
        Self {
            id: question.id.clone(),
            title: question.title.clone(),
            kind: question.kind,
            difficulty: question.difficulty,
            topics: question.topics.clone(),
            minutes: question.minutes,
            answered: total.map_or(0, |total| total.answered),
            skipped: total.map_or(0, |total| total.skipped),
            last: total.and_then(|total| total.last),
            best: total.and_then(|total| total.best),
            excerpt: None,
        }
    }

    fn state(&self) -> (String, anstyle::Style) {
        match self.last {
            Some(score) => {
                let (word, style) = signs::band(Band::of(score));
                (format!("{score:>3} {word}"), style)
            }
            None if self.skipped > 0 => ("  - skipped".to_owned(), FAINT),
            None => ("  - new".to_owned(), FAINT),
        }
    }
}

/// The list, set to `width` columns.
#[must_use]
pub fn catalogue(entries: &[Entry], width: usize) -> String {
    if entries.iter().any(|entry| entry.excerpt.is_some()) {
        return entries.iter().map(|entry| found(entry, width)).collect();
    }
    let narrow = width < 56;
    let columns: &[Column] = if narrow {
        &[Column::wrapping("Question"), Column::text("Last")]
    } else {
        &[
            Column::text("Question"),
            Column::text("Level"),
            Column::text("Kind"),
            Column::number("Min"),
            Column::text("Last"),
        ]
    };
    let rows: Vec<Row> = entries
        .iter()
        .map(|entry| {
            let (state, style) = entry.state();
            let mut cells = vec![entry.id.clone()];
            if !narrow {
                let difficulty = signs::difficulty(entry.difficulty).to_owned();
                cells.extend([difficulty, signs::kind(entry.kind).to_owned(), entry.minutes.to_string()]);
            }
            cells.push(state);
            (cells, style)
        })
        .collect();
    table(columns, &rows, width)
}

/// One question that a search found, with the words around.
fn found(entry: &Entry, width: usize) -> String {
    let (state, style) = entry.state();
    let excerpt = entry.excerpt.as_deref().unwrap_or_default();
    let words: Vec<&str> = excerpt.split_whitespace().collect();
    let text = wrap(&words.join(" "), width, "    ", "    ");
    let text = super::clean(&text.replace(MARKS.0, "\u{2039}").replace(MARKS.1, "\u{203a}")).into_owned();
    let text = text.replace('\u{2039}', &format!("{FOUND}")).replace('\u{203a}', &format!("{FOUND:#}"));
    format!("{}  {}\n{text}", super::clean(&entry.id), styled(style, state.trim_start()))
}
