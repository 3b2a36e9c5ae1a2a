//! One past attempt.

use super::annotated::annotated;
use super::calendar::Calendar;
use super::clean::clean;
use super::number::counted;
use super::signs::{FAINT, HALF, HEADING, styled};
use super::verdict::verdict;
use super::wrap::{clock, wrap};
use crate::bank::Question;
use crate::record::Attempt;

/// When and how it was given, the answer with what counted in it, and the verdict; set to `width` columns.
///
/// `question` is the question as the pack has it now, and `same_rubric` whether its rubric is the one that graded.
#[must_use]
pub fn attempt(
    attempt: &Attempt,
    question: Option<&Question>,
    same_rubric: bool,
    calendar: &Calendar,
    width: usize,
) -> String {
    let mut facts = format!("{}, {} used", calendar.minute(attempt.at), clock(attempt.seconds));
    if let Some(limit) = attempt.limit {
        let late = if attempt.seconds > limit { ", over time" } else { "" };
        facts.push_str(&format!(" of {}{late}", clock(limit)));
    }
    if attempt.hints > 0 {
        facts.push_str(&format!(", with {}", counted(attempt.hints as usize, "hint")));
    }
    if let Some(prediction) = attempt.prediction {
        facts.push_str(&format!(", {prediction} of 100 expected"));
    }
    let head = format!("Attempt {} at {}", attempt.id, clean(&attempt.question));
    let mut out = format!("{}\n", styled(HEADING, wrap(&head, width, "", "  ").trim_end()));
    out.push_str(&format!("{}\n", styled(FAINT, wrap(&facts, width, "", "").trim_end())));
    let Some(graded) = &attempt.verdict else {
        out.push_str("Skipped.\n");
        return out;
    };
    if !same_rubric {
        let changed = match question {
            Some(_) => "The rubric has changed since; this is the verdict of then.",
            None => "The pack has no such question any more; this is the verdict of then.",
        };
        out.push_str(&format!("{}\n", styled(HALF, wrap(changed, width, "", "").trim_end())));
    }
    out.push('\n');
    out.push_str(&annotated(&attempt.answer, graded, width));
    out.push('\n');
    out.push_str(&verdict(question, &attempt.question, &attempt.answer, graded, width));
    out
}
