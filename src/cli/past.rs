//! What the history knows of the questions, for choosing among them.

use std::collections::BTreeMap;

use super::failure::Failure;
use crate::session::Past;
use crate::store::Store;

/// By question; empty where there is no history.
pub(crate) fn known(history: Option<&Store>, pack: &str) -> Result<BTreeMap<String, Past>, Failure> {
    let Some(history) = history else { return Ok(BTreeMap::new()) };
    let last = history.last_interview(pack)?;
    let in_last = |question: &str| {
        last.as_ref().is_some_and(|last| last.questions.iter().any(|(asked, _)| asked == question))
    };
    let totals = history.question_totals(pack)?.into_iter();
    Ok(totals
        .map(|total| {
            let past = Past {
                last: total.last,
                asked: total.last_at.as_second(),
                in_last_interview: in_last(&total.question),
            };
            (total.question, past)
        })
        .collect())
}
