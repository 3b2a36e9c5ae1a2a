//! `viva practice`

use std::process::ExitCode;
use std::time::Duration;

use anstream::{print, println};

use super::args::PracticeArgs;
use super::bookmark::{self, Bookmark, Saved, SavedItem};
use super::conduct::{Beginning, Conductor, Extras};
use super::failure::{Failure, Outcome};
use super::interview::prompt_options;
use super::prompt::{AnswerPrompt, Draft, KEYS};
use super::recorder::Recorder;
use super::surroundings::Surroundings;
use super::{choose, duration, interview};
use crate::record::SessionKind;
use crate::report::signs::{FAINT, HALF, HEADING, styled};
use crate::report::wrap;
use crate::session::{Feedback, Pick, Reason, Session};

/// Asks one question, again and again for as long as the user wants. A draft that was left is taken up again.
pub(crate) fn run(args: &PracticeArgs, surroundings: &Surroundings) -> Outcome {
    let pack = surroundings.load_pack()?;
    let question = choose::question(&pack, &args.question)?;
    let limit = args.time.as_deref().map(duration::seconds).transpose().map_err(Failure::unusable)?;
    let screen = surroundings.screen;
    let prompt = AnswerPrompt::open(screen, prompt_options(&args.clock, surroundings, true))?;
    let left = bookmark::left_open(&surroundings.places).into_iter().find(|(saved, _)| {
        saved.session.kind == SessionKind::Practice
            && saved.pack == pack.name
            && saved.items.first().is_some_and(|item| item.question == question.id)
            && !saved.draft.is_empty()
    });
    println!("{}", styled(HEADING, "Practice"));
    print!("{}", styled(FAINT, &wrap(KEYS, screen.width, "", "")));
    let (recorder, bookmark, draft) = match left {
        Some((saved, lock)) => {
            println!("{}", styled(HALF, "What you had typed is back."));
            let draft = Draft::restored(saved.draft.clone());
            let recorder = Recorder::resume(saved.session.clone(), surroundings)?;
            (recorder, Bookmark::place(saved, lock, prompt.shared()), draft)
        }
        None => {
            let recorder = Recorder::open(SessionKind::Practice, surroundings)?;
            let item = SavedItem { question: question.id.clone(), reason: Reason::Named, limit };
            let named = (pack.name.clone(), surroundings.pack.clone());
            let saved = Saved::new(recorder.session().clone(), named, Feedback::Each, vec![item], None);
            let bookmark = interview::bookmark(saved, &prompt, surroundings)?;
            (recorder, bookmark, Draft::default())
        }
    };
    let pick = Pick { question: question.id.clone(), reason: Reason::Named };
    let mut session = Session::new(&pack, vec![(pick, limit)], Feedback::Each);
    let extras = Extras { prediction: false, follow_up: None, sums_up: false };
    Conductor::new(prompt, recorder, bookmark, surroundings, extras)?
        .from(Beginning { draft, used: Duration::ZERO })
        .practise(&mut session, &pack)?;
    Ok(ExitCode::SUCCESS)
}
