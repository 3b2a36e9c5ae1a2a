//! Past attempts as a list.

use anstyle::Style;

use super::calendar::Calendar;
use super::signs::{self, FAINT};
use super::table::{Column, Row, table};
use super::wrap::clock;
use crate::grade::Band;
use crate::record::Attempt;

/// The attempts in the order given, set to `width` columns.
#[must_use]
pub fn history(attempts: &[Attempt], calendar: &Calendar, width: usize) -> String {
    let narrow = width < 56;
    let columns: &[Column] = if narrow {
        &[Column::number("#"), Column::wrapping("Question"), Column::text("Score")]
    } else {
        &[
            Column::number("#"),
            Column::text("When"),
            Column::wrapping("Question"),
            Column::number("Time"),
            Column::number("Hints"),
            Column::text("Score"),
        ]
    };
    let rows: Vec<Row> = attempts
        .iter()
        .map(|attempt| {
            let (score, style) = score(attempt);
            let mut cells = vec![attempt.id.to_string()];
            if !narrow {
                cells.push(calendar.minute(attempt.at));
            }
            cells.push(attempt.question.clone());
            if !narrow {
                cells.extend([clock(attempt.seconds), attempt.hints.to_string()]);
            }
            cells.push(score);
            (cells, style)
        })
        .collect();
    table(columns, &rows, width)
}

/// What an attempt earned, in a few words.
pub(super) fn score(attempt: &Attempt) -> (String, Style) {
    match &attempt.verdict {
        Some(verdict) => {
            let (word, style) = signs::band(Band::of(verdict.score));
            (format!("{:>3} {word}", verdict.score), style)
        }
        None => ("  - skipped".to_owned(), FAINT),
    }
}
