//! `viva show`

use std::process::ExitCode;

use serde::Serialize;

use super::args::ShowArgs;
use super::failure::Outcome;
use super::surroundings::Surroundings;
use super::{choose, pager, screen};
use crate::bank::{Importance, Level, Question};
use crate::report::{Entry, question_answer, question_head};

#[derive(Serialize)]
struct Shown<'a> {
    format: u32,
    #[serde(flatten)]
    entry: Entry,
    prompt: &'a str,
    model_answer: &'a str,
    follow_ups: &'a [String],
    concepts: Vec<ShownConcept<'a>>,
    misconceptions: Vec<ShownMisconception<'a>>,
}

#[derive(Serialize)]
struct ShownConcept<'a> {
    id: &'a str,
    title: &'a str,
    statement: &'a str,
    importance: Importance,
    why: &'a str,
    last: Option<Level>,
}

#[derive(Serialize)]
struct ShownMisconception<'a> {
    id: &'a str,
    claim: &'a str,
    correction: &'a str,
}

/// Shows one question with all that belongs to it.
pub(crate) fn run(args: &ShowArgs, surroundings: &Surroundings) -> Outcome {
    let pack = surroundings.load_pack()?;
    let question = choose::question(&pack, &args.question)?;
    let history = surroundings.history_if_usable();
    let totals = history.as_ref().map(|history| history.question_totals(&pack.name)).transpose()?;
    let total = totals.into_iter().flatten().find(|total| total.question == question.id);
    let concepts = history.map(|history| history.concept_totals(&pack.name, &question.id)).transpose()?;
    let concepts = concepts.unwrap_or_default();
    if args.json {
        let last = |id: &str| concepts.iter().find(|total| total.concept == id).map(|total| total.last);
        screen::json(&shown(question, Entry::new(question, total.as_ref()), &last))?;
        return Ok(ExitCode::SUCCESS);
    }
    let width = surroundings.screen.width;
    let mut page = question_head(question, total.as_ref(), width);
    if !args.prompt {
        page.push('\n');
        page.push_str(&question_answer(question, &concepts, width));
    }
    pager::print(&page, surroundings)?;
    Ok(ExitCode::SUCCESS)
}

fn shown<'a>(question: &'a Question, entry: Entry, last: &dyn Fn(&str) -> Option<Level>) -> Shown<'a> {
    let rubric = &question.rubric;
    Shown {
        format: 1,
        entry,
        prompt: &question.prompt,
        model_answer: &question.model_answer,
        follow_ups: &question.follow_ups,
        concepts: rubric
            .concepts
            .iter()
            .map(|concept| ShownConcept {
                id: &concept.id,
                title: &concept.title,
                statement: &concept.statement,
                importance: concept.importance,
                why: &concept.why,
                last: last(&concept.id),
            })
            .collect(),
        misconceptions: rubric
            .misconceptions
            .iter()
            .map(|wrong| ShownMisconception {
                id: &wrong.id,
                claim: &wrong.claim,
                correction: &wrong.correction,
            })
            .collect(),
    }
}
