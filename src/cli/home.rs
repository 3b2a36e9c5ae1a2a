//! `viva` without a command.

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde::Serialize;

use super::failure::{Failure, Outcome};
use super::surroundings::Surroundings;
use super::{bookmark, screen};
use crate::bank::Pack;
use crate::record::{LastSession, QuestionTotal, SessionKind};
use crate::report::{Calendar, Home, LastInterview, TopicScore, home, mean};

/// Topics that are shown.
const WEAKEST: usize = 3;
/// From this score on a topic or question is not called weak: Strong.
const STRONG: u32 = 85;

#[derive(Serialize)]
struct Page<'a> {
    format: u32,
    #[serde(flatten)]
    home: &'a Home,
}

/// Says where the user is, and what to do next.
pub(crate) fn run(json: bool, surroundings: &Surroundings) -> Outcome {
    let pack = surroundings.load_pack()?;
    let home = find(&pack, surroundings)?;
    if json {
        screen::json(&Page { format: 1, home: &home })?;
    } else {
        anstream::print!("{}", self::home(&home, surroundings.screen.width));
    }
    Ok(ExitCode::SUCCESS)
}

fn find(pack: &Pack, surroundings: &Surroundings) -> Result<Home, Failure> {
    let history = surroundings.history_if_usable();
    let totals = history.as_ref().map(|history| history.question_totals(&pack.name)).transpose()?;
    let totals = totals.unwrap_or_default();
    let last = history.as_ref().map(|history| history.last_interview(&pack.name)).transpose()?.flatten();
    let answered = |id: &str| totals.iter().any(|total| total.question == id && total.answered > 0);
    let weak = |total: &&QuestionTotal| total.last.is_some_and(|score| score < STRONG);
    let known = totals.iter().filter(weak).filter(|total| pack.question(&total.question).is_some());
    Ok(Home {
        questions: pack.questions.len(),
        unanswered: pack.questions.iter().filter(|question| !answered(&question.id)).count(),
        attempts: totals.iter().map(|total| total.answered + total.skipped).sum(),
        unfinished: bookmark::left_open(&surroundings.places)
            .iter()
            .any(|(saved, _)| saved.session.kind == SessionKind::Interview),
        last_interview: last.map(|last| last_interview(&last, &surroundings.calendar)),
        weakest: weakest_topics(pack, &totals),
        weakest_question: known
            .filter_map(|total| Some((total.last?, total.question.clone())))
            .min()
            .map(|(score, question)| (question, score)),
    })
}

fn last_interview(last: &LastSession, calendar: &Calendar) -> LastInterview {
    let scores: Vec<u32> = last.questions.iter().filter_map(|(_, score)| *score).collect();
    LastInterview {
        day: calendar.ago(last.started),
        answered: scores.len(),
        skipped: last.questions.len() - scores.len(),
        mean: mean(&scores),
    }
}

/// Topics by the mean of their questions' last scores, lowest first.
fn weakest_topics(pack: &Pack, totals: &[QuestionTotal]) -> Vec<TopicScore> {
    let mut scores: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for total in totals {
        let (Some(score), Some(question)) = (total.last, pack.question(&total.question)) else { continue };
        for topic in &question.topics {
            scores.entry(topic).or_default().push(score);
        }
    }
    let mut topics: Vec<TopicScore> = scores
        .into_iter()
        .filter_map(|(topic, scores)| {
            let answered = u32::try_from(scores.len()).ok()?;
            Some(TopicScore { topic: topic.to_owned(), answered, mean: mean(&scores)? })
        })
        .filter(|topic| topic.mean < STRONG)
        .collect();
    topics.sort_by(|one, other| one.mean.cmp(&other.mean).then_with(|| one.topic.cmp(&other.topic)));
    topics.truncate(WEAKEST);
    topics
}
