//! `viva practice`

use std::process::ExitCode;

use anstream::{print, println};

use super::args::PracticeArgs;
use super::conduct::Conductor;
use super::failure::Outcome;
use super::screen::Screen;
use crate::bank::Pack;
use crate::report::signs::{FAINT, HEADING, styled};
use crate::report::wrap;
use crate::session::{Feedback, Session};

/// Asks one question, again and again for as long as the user wants.
pub(crate) fn run(args: &PracticeArgs, pack: &Pack, screen: Screen) -> Outcome {
    let question = super::question(pack, &args.question)?;
    let conductor = Conductor::new(screen)?;
    println!("{}", styled(HEADING, "Practice"));
    let keys = "Enter: new line. Ctrl-D or /submit: hand in. /hint, /skip, /edit, /quit, /help.";
    print!("{}", styled(FAINT, &wrap(keys, screen.width, "", "")));
    let mut session = Session::new(pack, vec![(question.id.clone(), None)], Feedback::Each);
    conductor.practise(&mut session, pack)?;
    Ok(ExitCode::SUCCESS)
}
