//! `viva history compare`

use std::process::ExitCode;

use serde_json::json;

use super::super::args::CompareArgs;
use super::super::failure::{Failure, Outcome};
use super::super::surroundings::Surroundings;
use super::super::{pager, screen};
use crate::grade::Verdict;
use crate::record::Attempt;
use crate::report::{compare, comparison};
use crate::store::{AttemptFilter, Store};

/// Compares two attempts.
pub(super) fn run(args: &CompareArgs, surroundings: &Surroundings) -> Outcome {
    let store = super::needed(surroundings)?;
    let (earlier, later) = pair(args, &store)?;
    if (&earlier.pack, &earlier.question) != (&later.pack, &later.question) {
        return Err(Failure::unusable(format!(
            "attempt {} answers {:?} and attempt {} answers {:?}; compare two answers to one question",
            earlier.id, earlier.question, later.id, later.question
        )));
    }
    let (before, now) = (verdict(&earlier)?, verdict(&later)?);
    if args.json {
        screen::json(&json!({
            "format": 1, "question": earlier.question,
            "earlier": {"number": earlier.id, "score": before.score},
            "later": {"number": later.id, "score": now.score},
            "concepts": compare(before, now),
        }))?;
        return Ok(ExitCode::SUCCESS);
    }
    let pack = surroundings.load_pack()?;
    let question = pack.question(&later.question).filter(|_| pack.name == later.pack);
    let name =
        |attempt: &Attempt| format!("Attempt {} ({})", attempt.id, surroundings.calendar.minute(attempt.at));
    let text =
        comparison(question, (before, &name(&earlier)), (now, &name(&later)), surroundings.screen.width);
    pager::print(&text, surroundings)?;
    Ok(ExitCode::SUCCESS)
}

fn pair(args: &CompareArgs, store: &Store) -> Result<(Attempt, Attempt), Failure> {
    match (args.earlier.parse::<i64>(), args.later) {
        (Ok(earlier), Some(later)) => Ok((super::attempt(store, earlier)?, super::attempt(store, later)?)),
        (Ok(earlier), None) => Err(Failure::unusable(format!(
            "name a second attempt to compare {earlier} with, or a question to compare its last two answers"
        ))),
        (Err(_), Some(_)) => Err(Failure::unusable(format!("{:?} is no number of an attempt", args.earlier))),
        (Err(_), None) => {
            let filter = AttemptFilter { questions: vec![args.earlier.clone()], ..AttemptFilter::default() };
            let mut answered =
                store.attempts(&filter)?.into_iter().filter(|attempt| attempt.verdict.is_some());
            match (answered.next(), answered.next()) {
                (Some(later), Some(earlier)) => Ok((earlier, later)),
                _ => Err(Failure::unusable(format!(
                    "{:?} has fewer than two answers; `viva history` has them all",
                    args.earlier
                ))),
            }
        }
    }
}

fn verdict(attempt: &Attempt) -> Result<&Verdict, Failure> {
    attempt.verdict.as_ref().ok_or_else(|| {
        Failure::unusable(format!("attempt {} was skipped; there is nothing to compare", attempt.id))
    })
}
