//! `viva history`

mod compare;
mod delete;
mod exchange;
mod select;
mod show;

use std::process::ExitCode;

use serde::Serialize;

use super::args::{HistoryArgs, HistoryCommand};
use super::failure::{Failure, Outcome, complain};
use super::surroundings::Surroundings;
use super::{pager, screen};
use crate::record::{Attempt, Outcome as Left};
use crate::report::history;
use crate::store::Store;

/// Attempts that are listed where nothing else is said.
const NEWEST: u32 = 50;

#[derive(Serialize)]
struct Listing<'a> {
    format: u32,
    attempts: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    number: i64,
    at: String,
    question: &'a str,
    pack: &'a str,
    outcome: Left,
    score: Option<u32>,
    seconds: u64,
    limit: Option<u64>,
    hints: u32,
}

/// Lists past attempts, or does what the subcommand says.
pub(crate) fn run(args: &HistoryArgs, surroundings: &Surroundings) -> Outcome {
    match &args.command {
        Some(HistoryCommand::Show(args)) => return show::run(args, surroundings),
        Some(HistoryCommand::Compare(args)) => return compare::run(args, surroundings),
        Some(HistoryCommand::Delete(args)) => return delete::run(args, surroundings),
        None => {}
    }
    if let Some(file) = &args.import {
        return exchange::import(file, args.json, surroundings);
    }
    let store = surroundings.history()?;
    if args.check {
        return check(store.as_ref());
    }
    let mut filter = select::filter(&args.select, surroundings)?;
    if let Some(file) = &args.export {
        return exchange::export(file, &filter, store.as_ref());
    }
    filter.limit = filter.limit.or((!args.json).then_some(NEWEST));
    let attempts = store.as_ref().map(|store| store.attempts(&filter)).transpose()?.unwrap_or_default();
    if args.json {
        screen::json(&Listing { format: 1, attempts: attempts.iter().map(listed).collect() })?;
    } else if attempts.is_empty() {
        complain(if store.is_some() {
            "no attempt passes; leave out a filter"
        } else {
            "no answers yet; start with `viva interview`"
        });
    } else {
        let mut page = history(&attempts, &surroundings.calendar, surroundings.screen.width);
        if args.select.limit.is_none() && attempts.len() == NEWEST as usize {
            page.push_str(&format!("\nThe newest {NEWEST}; -n 1000 shows more.\n"));
        }
        pager::print(&page, surroundings)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn listed(attempt: &Attempt) -> Listed<'_> {
    Listed {
        number: attempt.id,
        at: attempt.at.to_string(),
        question: &attempt.question,
        pack: &attempt.pack,
        outcome: attempt.outcome,
        score: attempt.verdict.as_ref().map(|verdict| verdict.score),
        seconds: attempt.seconds,
        limit: attempt.limit,
        hints: attempt.hints,
    }
}

fn check(store: Option<&Store>) -> Outcome {
    let Some(store) = store else {
        complain("there is no history yet");
        return Ok(ExitCode::SUCCESS);
    };
    store.check()?;
    anstream::println!("{}: sound", crate::report::clean(&store.path().to_string_lossy()));
    Ok(ExitCode::SUCCESS)
}

/// The history, which must be there.
fn needed(surroundings: &Surroundings) -> Result<Store, Failure> {
    surroundings.history()?.ok_or_else(|| Failure::unusable("no answers yet; start with `viva interview`"))
}

/// The attempt with this number.
fn attempt(store: &Store, number: i64) -> Result<Attempt, Failure> {
    store.attempt(number)?.ok_or_else(|| {
        Failure::unusable(format!("there is no attempt {number}; `viva history` has the numbers"))
    })
}
