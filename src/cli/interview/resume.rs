//! `viva interview --resume`

use std::process::ExitCode;
use std::time::Duration;

use anstream::println;

use super::super::args::InterviewArgs;
use super::super::bookmark::{self, Bookmark, Saved};
use super::super::conduct::{Beginning, Conductor};
use super::super::failure::{Failure, Outcome};
use super::super::prompt::{AnswerPrompt, Draft};
use super::super::recorder::Recorder;
use super::super::surroundings::{Surroundings, load_pack};
use crate::bank::Pack;
use crate::record::{Attempt, Outcome as Left, SessionKind};
use crate::report::signs::{HEADING, styled};
use crate::session::{Attempt as Given, Item, Pick, Session};

/// Goes on with the interview that was interrupted last: the same question, the draft, the time left.
pub(super) fn run(args: &InterviewArgs, surroundings: &Surroundings) -> Outcome {
    let left = bookmark::left_open(&surroundings.places);
    let (saved, lock) = left
        .into_iter()
        .find(|(saved, _)| saved.session.kind == SessionKind::Interview)
        .ok_or_else(|| Failure::unusable("no interview was interrupted; `viva interview` begins one"))?;
    // The pack that it was begun with, whatever is in use now.
    let pack = load_pack(saved.folder.as_deref())?;
    let prompt =
        AnswerPrompt::open(surroundings.screen, super::prompt_options(&args.clock, surroundings, false))?;
    let recorder = Recorder::resume(saved.session.clone(), surroundings)?;
    let written = recorder.store().attempts_of_session(&saved.session.uid)?;
    let items = items(&saved, &written, &pack)?;
    // An answer that was written just before the end counts, even where the bookmark was not moved any more.
    let at = items
        .iter()
        .skip(saved.at)
        .position(|item| item.attempts.is_empty() && !item.skipped)
        .map_or(items.len(), |place| saved.at + place);
    let same = at == saved.at;
    let day = surroundings.calendar.ago(saved.session.started);
    println!("{}", styled(HEADING, "Mock interview, resumed"));
    println!("Begun {day}; question {} of {}.", (at + 1).min(items.len()), items.len());
    let beginning = if same {
        Beginning { draft: Draft::restored(saved.draft.clone()), used: Duration::from_millis(saved.used) }
    } else {
        Beginning::default()
    };
    let hints = if same { saved.hints } else { 0 };
    let timed = saved.total_left.is_some() || items.iter().any(|item| item.limit.is_some());
    let total = saved.total_left.map(Duration::from_millis);
    let mut session = Session::resumed(&pack, items, saved.feedback, at, hints);
    let bookmark = Bookmark::place(saved, lock, prompt.shared());
    Conductor::new(prompt, recorder, bookmark, surroundings, super::extras(args, surroundings, timed))?
        .within(total)
        .from(beginning)
        .conduct(&mut session, &pack)?;
    Ok(ExitCode::SUCCESS)
}

fn items(saved: &Saved, written: &[Attempt], pack: &Pack) -> Result<Vec<Item>, Failure> {
    saved
        .items
        .iter()
        .map(|kept| {
            super::choose::question(pack, &kept.question)?;
            let pick = Pick { question: kept.question.clone(), reason: kept.reason };
            let mut item = Item::new(pick, kept.limit);
            for attempt in written.iter().filter(|attempt| attempt.question == kept.question) {
                item.skipped = attempt.outcome == Left::Skipped;
                if let Some(verdict) = &attempt.verdict {
                    let hints = attempt.hints as usize;
                    let mut given =
                        Given::new(attempt.answer.clone(), attempt.seconds, hints, verdict.clone());
                    given.prediction = attempt.prediction;
                    item.attempts.push(given);
                }
            }
            Ok(item)
        })
        .collect()
}
