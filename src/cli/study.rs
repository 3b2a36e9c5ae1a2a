//! `viva study`

use std::process::ExitCode;

use anstream::print;

use super::args::StudyArgs;
use super::failure::{Failure, Outcome};
use super::key::{Key, wait};
use super::surroundings::Surroundings;
use super::{choose, pager, past};
use crate::bank::{Pack, Question};
use crate::report::{question_answer, question_head};
use crate::session::choose as by_history;
use crate::store::Store;

/// Shows a question, on a key its answer, and so on through the bank.
pub(crate) fn run(args: &StudyArgs, surroundings: &Surroundings) -> Outcome {
    let pack = surroundings.load_pack()?;
    let history = surroundings.history_if_usable();
    let questions = questions(args, &pack, history.as_ref())?;
    if questions.is_empty() {
        return Err(Failure::unusable("no question passes; leave out a filter"));
    }
    if !super::screen::at_a_terminal() {
        return Err(Failure::unusable(
            "viva study waits for keys, so it needs a terminal;\nto print a question with its answer, use `viva show QUESTION`",
        ));
    }
    let totals = history.as_ref().map(|history| history.question_totals(&pack.name)).transpose()?;
    let totals = totals.unwrap_or_default();
    for (place, question) in questions.iter().enumerate() {
        let total = totals.iter().find(|total| total.question == question.id);
        print!("\n{}", question_head(question, total, surroundings.screen.width));
        if wait("\nAny key: the model answer. q: end.", surroundings.screen)? == Key::Quit {
            break;
        }
        let concepts = history.as_ref().map(|history| history.concept_totals(&pack.name, &question.id));
        let concepts = concepts.transpose()?.unwrap_or_default();
        pager::print(
            &format!("\n{}", question_answer(question, &concepts, surroundings.screen.width)),
            surroundings,
        )?;
        let left = questions.len() - place - 1;
        if left > 0
            && wait(&format!("\nAny key: the next question ({left} left). q: end."), surroundings.screen)?
                == Key::Quit
        {
            break;
        }
    }
    print!("\nTo answer one: viva practice {}\n", questions[0].id);
    Ok(ExitCode::SUCCESS)
}

/// The one that was named, or all that pass the filters, new and weak ones first.
fn questions<'a>(
    args: &StudyArgs,
    pack: &'a Pack,
    history: Option<&Store>,
) -> Result<Vec<&'a Question>, Failure> {
    if let Some(id) = &args.question {
        return Ok(vec![choose::question(pack, id)?]);
    }
    let filter = choose::filter(&args.filter, pack)?;
    let past = past::known(history, &pack.name)?;
    let plan = by_history(pack, &filter, pack.questions.len(), 0, &past);
    Ok(plan.picks.iter().filter_map(|pick| pack.question(&pick.question)).collect())
}
