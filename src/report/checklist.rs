//! A rubric as a checklist: what a good answer says, and what it must not.

use super::clean::clean;
use super::signs::{self, BAD, FAINT, HEADING, styled};
use super::wrap::wrap;
use crate::bank::Question;
use crate::record::ConceptTotal;

/// Every concept with its statement, what the last answer earned for it, and the misconceptions; set to `width` columns.
#[must_use]
pub fn checklist(question: &Question, totals: &[ConceptTotal], width: usize) -> String {
    let mut out = format!("{}\n\n", styled(HEADING, "A good answer says"));
    for concept in &question.rubric.concepts {
        let last = totals.iter().find(|total| total.concept == concept.id).map(|total| total.last);
        let (sign, style) = last.map_or((" ", FAINT), |level| {
            let (sign, _, style) = signs::level(level);
            (sign, style)
        });
        let told = last.map_or_else(String::new, |level| format!(", last time {}", signs::level(level).1));
        let title = format!("{} ({}{told})", clean(&concept.title), signs::importance(concept.importance));
        let boxed = format!("[{sign}] ");
        let set = wrap(&title, width, &boxed, "    ");
        out.push_str(&set.replacen(&boxed, &format!("[{}] ", styled(style, sign)), 1));
        out.push_str(&wrap(&clean(&concept.statement), width, "    ", "    "));
        out.push_str(&styled(
            FAINT,
            wrap(&format!("Why: {}", clean(&concept.why)), width, "    ", "    ").trim_end(),
        ));
        out.push('\n');
    }
    if !question.rubric.misconceptions.is_empty() {
        out.push_str(&format!("\n{}\n\n", styled(HEADING, "And does not claim")));
    }
    for misconception in &question.rubric.misconceptions {
        let set = wrap(&clean(&misconception.claim), width, "x   ", "    ");
        out.push_str(&set.replacen('x', &styled(BAD, "x"), 1));
        out.push_str(&wrap(
            &format!("In truth: {}", clean(&misconception.correction)),
            width,
            "    ",
            "    ",
        ));
    }
    out
}
