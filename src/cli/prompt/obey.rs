//! Doing what a line at the prompt asks for: commands, and the end of a block.

use std::io::{self, Write as _};
use std::sync::atomic::Ordering;

use anstream::println;

use super::command::PromptCommand;
use super::shared::{Shared, now};
use super::{AnswerPrompt, Typed, editor};
use crate::batch::ANSWER_LIMIT;
use crate::cli::failure::Failure;

impl AnswerPrompt {
    /// Adds a block to the draft and does what its last line asks for.
    pub(super) fn take_block(&mut self, block: &str) -> Result<Option<Typed>, Failure> {
        let submitted = Shared::take(&self.shared.submit);
        let edited = Shared::take(&self.shared.edit);
        let goes_on = Shared::take(&self.shared.goes_on);
        let (text, last) = block.trim_end().rsplit_once('\n').unwrap_or(("", block));
        let command = PromptCommand::of(last);
        self.shared.change(|draft| draft.close(if command.is_some() { text } else { block }, goes_on));
        let command = if submitted { Some(PromptCommand::Submit) } else { command };
        match command {
            _ if edited => self.edit(),
            None if is_unknown(last) => {
                self.say("There is no such command, so the line was kept as text; /help lists the commands.");
            }
            None => {}
            Some(PromptCommand::Submit) => return Ok(self.hand_in()),
            Some(PromptCommand::Hint) => return Ok(Some(Typed::Hint)),
            Some(leaving @ (PromptCommand::Skip | PromptCommand::Quit)) => {
                // What was typed is not thrown away by one slip.
                if !self.shared.draft().text().is_empty() && self.warned != Some(leaving) {
                    self.warned = Some(leaving);
                    self.say(
                        "Your draft would be lost. /submit hands it in; the same command again leaves it.",
                    );
                } else {
                    self.warned = None;
                    return Ok(Some(if leaving == PromptCommand::Skip { Typed::Skip } else { Typed::Quit }));
                }
            }
            Some(PromptCommand::Edit) => self.edit(),
            Some(PromptCommand::Time) => self.tell_time(),
            Some(PromptCommand::Pause) => self.pause()?,
            Some(PromptCommand::Help) => {
                for (name, _, does) in PromptCommand::ALL {
                    println!("  {name:8} {does}");
                }
                println!(
                    "  Enter starts a new line, an empty line a new paragraph; Up goes back to the one before."
                );
            }
        }
        io::stdout().flush()?;
        Ok(None)
    }

    fn tell_time(&self) {
        let clock = self.shared.clock().clone();
        let used = crate::report::clock(clock.used(now()).as_secs());
        let left = clock.left(now()).map(|left| format!(", {} left", crate::report::clock(left.as_secs())));
        self.say(&format!("Time: {used} used{}.", left.unwrap_or_default()));
    }

    fn pause(&mut self) -> Result<(), Failure> {
        if !self.options.pausable {
            self.say("An interview goes on; /pause is there in practice.");
            return Ok(());
        }
        self.shared.clock().pause(now());
        self.shared.answering.store(false, Ordering::SeqCst);
        self.ask("The clock stands still. Press Enter to go on.")?;
        self.shared.answering.store(true, Ordering::SeqCst);
        self.shared.clock().resume(now());
        Ok(())
    }

    /// The answer, unless it is empty or too long to be graded.
    pub(super) fn hand_in(&self) -> Option<Typed> {
        let answer = self.shared.draft().text();
        if answer.is_empty() {
            self.say("There is nothing to hand in yet. Type an answer, or /skip.");
            None
        } else if answer.len() > ANSWER_LIMIT {
            let limit = ANSWER_LIMIT >> 10;
            self.say(&format!("An answer has at most {limit} KiB. Shorten it with /edit, then hand it in."));
            None
        } else {
            Some(Typed::Answer(answer))
        }
    }

    fn edit(&self) {
        let text = self.shared.draft().text();
        match editor::edit(&text) {
            Ok(text) => {
                self.shared.change(|draft| draft.replace(&text));
                println!("{}", crate::report::clean(&text));
            }
            Err(error) => self.say(&format!("{error:#}.")),
        }
    }
}

/// Whether a line looks like a command that does not exist.
fn is_unknown(line: &str) -> bool {
    let name = line.trim().strip_prefix('/');
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()))
}
