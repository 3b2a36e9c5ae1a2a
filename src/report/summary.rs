//! A whole session at its end.

use super::clean::clean;
use super::number::{counted, mean};
use super::signs::{self, FAINT, HALF, HEADING, styled};
use super::wrap::{clock, wrap};
use crate::bank::{Importance, Level, Pack};
use crate::session::{Item, Session};

/// Concepts named for practice.
const TO_PRACTISE: usize = 5;

/// Scores by question, what to practise, and the next command; styled, set to `width` columns.
#[must_use]
pub fn summary(session: &Session<'_>, pack: &Pack, width: usize) -> String {
    let mut out = format!("{}\n\n", styled(HEADING, "Summary"));
    for item in session.items() {
        out.push_str(&row(item, pack, width));
    }
    let scores: Vec<u32> =
        session.items().iter().filter_map(|item| item.attempt()).map(|a| a.verdict.score).collect();
    match mean(&scores) {
        None => out.push_str("\nNo question was answered.\n"),
        Some(mean) => out.push_str(&format!("\nMean of {} answered: {mean} of 100\n", scores.len())),
    }
    out.push_str(&calibration(session, width));
    out.push_str(&to_practise(session, pack, width));
    out
}

/// How the scores compare with what the user expected.
fn calibration(session: &Session<'_>, width: usize) -> String {
    let attempts = session.items().iter().filter_map(|item| item.attempt());
    let (expected, scored): (Vec<u32>, Vec<u32>) =
        attempts.filter_map(|attempt| Some((attempt.prediction?, attempt.verdict.score))).unzip();
    let (Some(expected), Some(scored)) = (mean(&expected), mean(&scored)) else { return String::new() };
    // A key stands for ten points.
    let judged = if scored.abs_diff(expected) < 10 {
        "you judged yourself well"
    } else if scored > expected {
        "you did better than you thought"
    } else {
        "you thought better of it than it was"
    };
    wrap(&format!("You expected {expected} and scored {scored}: {judged}."), width, "", "")
}

fn row(item: &Item, pack: &Pack, width: usize) -> String {
    let title =
        pack.question(&item.question).map_or(item.question.as_str(), |question| question.title.as_str());
    let title = clean(title);
    let told = match item.attempt() {
        Some(attempt) => {
            let (band, style) = signs::band(attempt.verdict.band);
            let score = styled(style, &format!("{:>3} {band}", attempt.verdict.score));
            let over = item.limit.is_some_and(|limit| attempt.seconds > limit);
            let time = if over {
                styled(HALF, &format!("{} over time", clock(attempt.seconds)))
            } else {
                styled(FAINT, &clock(attempt.seconds))
            };
            let hints = match attempt.hints {
                0 => String::new(),
                hints => format!(", {}", counted(hints, "hint")),
            };
            format!("{score}  {time}{hints}")
        }
        None if item.skipped => styled(FAINT, "  - skipped"),
        None => styled(FAINT, "  - not answered"),
    };
    if width < 56 {
        format!("{}    {told}\n", wrap(&title, width, "  ", "  "))
    } else {
        let columns = 32;
        let padding = columns - textwrap::core::display_width(&title).min(columns - 1);
        format!("  {title}{}{told}\n", " ".repeat(padding))
    }
}

/// The concepts that were not explained, essential ones first, and a command for the weakest question.
fn to_practise(session: &Session<'_>, pack: &Pack, width: usize) -> String {
    let mut open: Vec<(Importance, usize, &str, &str)> = Vec::new();
    for (place, item) in session.items().iter().enumerate() {
        let (Some(attempt), Some(question)) = (item.attempt(), pack.question(&item.question)) else {
            continue;
        };
        for (concept, graded) in question.rubric.concepts.iter().zip(&attempt.verdict.concepts) {
            if graded.level != Level::Explained && concept.importance != Importance::Bonus {
                open.push((concept.importance, place, &question.title, &concept.title));
            }
        }
    }
    open.sort_by_key(|(importance, place, ..)| (*importance, *place));
    let mut out = String::new();
    if !open.is_empty() {
        out.push_str("\nPractise next:\n");
        for (_, _, question, concept) in open.iter().take(TO_PRACTISE) {
            out.push_str(&wrap(&format!("{} ({})", clean(concept), clean(question)), width, "  - ", "    "));
        }
    }
    let skipped: Vec<&Item> = session.items().iter().filter(|item| item.skipped).collect();
    if !skipped.is_empty() {
        out.push_str("\nSkipped; read up on them, then:\n");
        for item in skipped {
            out.push_str(&format!("  viva practice {}\n", clean(&item.question)));
        }
    }
    let weakest = session
        .items()
        .iter()
        .filter_map(|item| item.attempt().map(|attempt| (attempt.verdict.score, &item.question)))
        .min_by_key(|(score, _)| *score);
    if let Some((score, question)) = weakest.filter(|(score, _)| *score < 85) {
        out.push_str(&format!(
            "\nTry the weakest again ({score} of 100):\n  viva practice {}\n",
            clean(question)
        ));
    }
    out
}
