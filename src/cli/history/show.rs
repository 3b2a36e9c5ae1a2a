//! `viva history show`

use std::process::ExitCode;

use serde_json::json;

use super::super::args::ShowAttemptArgs;
use super::super::failure::{Failure, Outcome};
use super::super::surroundings::Surroundings;
use super::super::{pager, screen};
use crate::report::attempt as page;
use crate::store::AttemptFilter;

/// Shows one attempt.
pub(super) fn run(args: &ShowAttemptArgs, surroundings: &Surroundings) -> Outcome {
    let store = super::needed(surroundings)?;
    let attempt = match args.attempt {
        Some(number) => super::attempt(&store, number)?,
        None => store
            .attempts(&AttemptFilter { limit: Some(1), ..AttemptFilter::default() })?
            .pop()
            .ok_or_else(|| Failure::unusable("no answers yet; start with `viva interview`"))?,
    };
    if args.json {
        screen::json(&json!({"format": 1, "number": attempt.id, "attempt": attempt}))?;
        return Ok(ExitCode::SUCCESS);
    }
    let pack = surroundings.load_pack()?;
    let question = pack.question(&attempt.question).filter(|_| pack.name == attempt.pack);
    let same_rubric = question.is_some_and(|question| pack.fingerprint(&question.id) == attempt.rubric);
    let text = page(&attempt, question, same_rubric, &surroundings.calendar, surroundings.screen.width);
    pager::print(&text, surroundings)?;
    Ok(ExitCode::SUCCESS)
}
