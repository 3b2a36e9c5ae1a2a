//! Which attempts: questions, topics, days, scores.

use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan as _};

use super::super::args::SelectArgs;
use super::super::choose;
use super::super::failure::Failure;
use super::super::surroundings::Surroundings;
use crate::report::Calendar;
use crate::store::AttemptFilter;

/// What the arguments ask for.
pub(super) fn filter(args: &SelectArgs, surroundings: &Surroundings) -> Result<AttemptFilter, Failure> {
    let mut questions = args.question.clone();
    if !args.topic.is_empty() {
        let pack = surroundings.load_pack()?;
        let topics = choose::topics(&args.topic, &pack)?;
        let of_topics = pack.questions.iter().filter(|question| {
            question.topics.iter().any(|topic| topics.contains(topic))
                && (args.question.is_empty() || args.question.contains(&question.id))
        });
        questions = of_topics.map(|question| question.id.clone()).collect();
        if questions.is_empty() {
            return Err(Failure::unusable(
                "none of these questions has this topic; leave one of the two out",
            ));
        }
    } else if !questions.is_empty() && surroundings.pack.is_none() {
        // A slip is told; questions of other packs are not known here.
        let pack = surroundings.load_pack()?;
        for id in &questions {
            choose::question(&pack, id)?;
        }
    }
    let calendar = &surroundings.calendar;
    let day = |typed: &Option<String>| typed.as_deref().map(|typed| day(typed, calendar)).transpose();
    let since = day(&args.since)?.map(|date| start(date, calendar)).transpose()?;
    let until = match day(&args.until)? {
        None => None,
        Some(date) => {
            let next = date.checked_add(1.day()).map_err(|error| Failure::unusable(error.to_string()))?;
            // To the last second of the day.
            Some(start(next, calendar)? - 1.second())
        }
    };
    Ok(AttemptFilter { questions, since, until, below: args.below, limit: args.limit })
}

/// `2026-11-25`, `today`, `yesterday`, or `7d` for seven days ago.
fn day(typed: &str, calendar: &Calendar) -> Result<Date, Failure> {
    let today = calendar.date(calendar.now);
    let back = |days: i64| today.checked_sub(days.days()).ok();
    let days = |digits: &str| digits.parse::<u16>().ok().and_then(|days| back(i64::from(days)));
    let date = match typed {
        "today" => Some(today),
        "yesterday" => back(1),
        _ => typed.strip_suffix('d').and_then(days).or_else(|| typed.parse().ok()),
    };
    date.ok_or_else(|| {
        Failure::unusable(format!("{typed:?} is no day; write 2026-11-25, today, yesterday or 7d"))
    })
}

fn start(date: Date, calendar: &Calendar) -> Result<Timestamp, Failure> {
    date.to_datetime(Time::midnight())
        .to_zoned_datetime(calendar.zone.clone())
        .map(|zoned| zoned.timestamp())
        .map_err(|error| Failure::unusable(error.to_string()))
}
