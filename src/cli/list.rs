//! `viva list`

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde::Serialize;

use super::args::ListArgs;
use super::failure::{Failure, Outcome, complain};
use super::surroundings::Surroundings;
use super::{choose, pager, screen};
use crate::bank::Question;
use crate::report::{Entry, MARKS, catalogue};
use crate::store::search;

#[derive(Serialize)]
struct Listing<'a> {
    format: u32,
    questions: &'a [Entry],
}

/// Lists the questions that pass the filters and hold the words.
pub(crate) fn run(args: &ListArgs, surroundings: &Surroundings) -> Outcome {
    let pack = surroundings.load_pack()?;
    let filter = choose::filter(&args.filter, &pack)?;
    let history = surroundings.history_if_usable();
    let totals = history.map(|history| history.question_totals(&pack.name)).transpose()?.unwrap_or_default();
    let totals: BTreeMap<&str, _> = totals.iter().map(|total| (total.question.as_str(), total)).collect();
    let answered =
        |question: &Question| totals.get(question.id.as_str()).is_some_and(|total| total.answered > 0);
    let admitted: Vec<&Question> = pack
        .questions
        .iter()
        .filter(|question| filter.admits(question))
        .filter(|question| !(args.answered && !answered(question) || args.unanswered && answered(question)))
        .collect();
    let entry = |question: &Question| Entry::new(question, totals.get(question.id.as_str()).copied());
    let entries: Vec<Entry> = if args.words.is_empty() {
        admitted.into_iter().map(entry).collect()
    } else {
        let hits = search(&admitted, &args.words.join(" "), MARKS)
            .map_err(|error| Failure::unusable(format!("the search failed: {error}")))?;
        let found = hits.into_iter().filter_map(|hit| {
            let question = pack.question(&hit.question)?;
            Some(Entry { excerpt: Some(hit.excerpt), ..entry(question) })
        });
        found.collect()
    };
    if args.json {
        let entries: Vec<Entry> = entries.into_iter().map(unmarked).collect();
        screen::json(&Listing { format: 1, questions: &entries })?;
    } else if entries.is_empty() {
        complain("no question passes; leave out a word or a filter");
    } else {
        pager::print(&catalogue(&entries, surroundings.screen.width), surroundings)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// In JSON, what was found stands between asterisks.
fn unmarked(entry: Entry) -> Entry {
    let excerpt = entry.excerpt.map(|excerpt| excerpt.replace(MARKS.0, "*").replace(MARKS.1, "*"));
    Entry { excerpt, ..entry }
}
