//! One question, to read.

use super::checklist::checklist;
use super::clean::clean;
use super::markdown::markdown;
use super::number::counted;
use super::signs::{self, FAINT, HEADING, styled};
use super::wrap::wrap;
use crate::bank::Question;
use crate::record::{ConceptTotal, QuestionTotal};

/// Title, facts and prompt, set to `width` columns.
#[must_use]
pub fn question_head(question: &Question, total: Option<&QuestionTotal>, width: usize) -> String {
    let facts = format!(
        "{}, {}, {} min to speak; topics: {}",
        signs::difficulty(question.difficulty),
        signs::kind(question.kind),
        question.minutes,
        question.topics.join(", ")
    );
    let known = match total {
        Some(QuestionTotal { answered: 0, .. }) => "Skipped before.".to_owned(),
        Some(QuestionTotal { answered, last: Some(last), best: Some(best), .. }) => {
            format!("Answered {}: {last} of 100 last, {best} best.", counted(*answered as usize, "time"))
        }
        _ => "Not answered yet.".to_owned(),
    };
    let title = format!("{} ({})", clean(&question.title), clean(&question.id));
    let mut out = wrap(&title, width, "", "  ");
    out = format!("{}\n", styled(HEADING, out.trim_end()));
    for line in [facts, known] {
        out.push_str(&format!("{}\n", styled(FAINT, wrap(&clean(&line), width, "", "").trim_end())));
    }
    out.push('\n');
    out.push_str(&wrap(&clean(&question.prompt), width, "", ""));
    out
}

/// Model answer, rubric and follow-up questions, set to `width` columns.
#[must_use]
pub fn question_answer(question: &Question, totals: &[ConceptTotal], width: usize) -> String {
    let mut out = format!("{}\n\n", styled(HEADING, "A model answer"));
    out.push_str(&markdown(&question.model_answer, width));
    out.push_str(&checklist(question, totals, width));
    if !question.follow_ups.is_empty() {
        out.push_str(&format!("\n{}\n\n", styled(HEADING, "An interviewer asks next")));
        for follow_up in &question.follow_ups {
            out.push_str(&wrap(&clean(follow_up), width, "- ", "  "));
        }
    }
    out
}
