//! `viva practice`

use std::process::ExitCode;

use anstream::{print, println};

use super::args::PracticeArgs;
use super::choose;
use super::conduct::Conductor;
use super::failure::Outcome;
use super::prompt::AnswerPrompt;
use super::recorder::Recorder;
use super::surroundings::Surroundings;
use crate::record::SessionKind;
use crate::report::signs::{FAINT, HEADING, styled};
use crate::report::wrap;
use crate::session::{Feedback, Pick, Reason, Session};

/// Asks one question, again and again for as long as the user wants.
pub(crate) fn run(args: &PracticeArgs, surroundings: &Surroundings) -> Outcome {
    let pack = surroundings.load_pack()?;
    let question = choose::question(&pack, &args.question)?;
    let screen = surroundings.screen;
    let prompt = AnswerPrompt::open(screen)?;
    let recorder = Recorder::open(SessionKind::Practice, surroundings)?;
    println!("{}", styled(HEADING, "Practice"));
    let keys = "Enter: new line. Ctrl-D or /submit: hand in. /hint, /skip, /edit, /quit, /help.";
    print!("{}", styled(FAINT, &wrap(keys, screen.width, "", "")));
    let pick = Pick { question: question.id.clone(), reason: Reason::Named };
    let mut session = Session::new(&pack, vec![(pick, None)], Feedback::Each);
    Conductor::new(prompt, recorder, screen).practise(&mut session, &pack)?;
    Ok(ExitCode::SUCCESS)
}
