//! The prompt at which an answer is typed: short blocks of lines, so that the screen stays clean however long it gets.

mod command;
mod editor;
mod keys;

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use anstream::println;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{CompletionType, Config};

use self::command::PromptCommand;
use self::keys::{AnswerEditor, AnswerHelper, Shared, bind};
use super::failure::Failure;
use super::screen::Screen;
use crate::batch::ANSWER_LIMIT;
use crate::report::wrap;

/// Rows kept free of the block being typed.
const SPARE_ROWS: usize = 4;
/// Rows of a block where the terminal does not say its size.
const ROWS: usize = 20;

/// What the user did at the prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Typed {
    /// Handed the answer in.
    Answer(String),
    /// Asked for a hint; the draft is kept.
    Hint,
    /// Passed over the question.
    Skip,
    /// Ended the session.
    Quit,
}

/// The blocks of an answer that were typed so far.
#[derive(Debug, Default)]
pub(crate) struct Draft(Vec<String>);

impl Draft {
    fn text(&self) -> String {
        self.0.join("\n")
    }

    fn add(&mut self, block: &str) {
        if !block.trim().is_empty() {
            self.0.push(block.trim_end().to_owned());
        }
    }
}

/// The prompt.
pub(crate) struct AnswerPrompt {
    editor: AnswerEditor,
    shared: Arc<Shared>,
    screen: Screen,
    /// The leaving command that was answered with a warning.
    warned: Option<PromptCommand>,
}

impl AnswerPrompt {
    /// Opens the prompt.
    ///
    /// # Errors
    /// Where standard input or output is no terminal.
    pub(crate) fn open(screen: Screen) -> Result<Self, Failure> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(Failure::unusable(
                "questions are asked at a terminal;\nto grade a written answer, use `viva score QUESTION FILE`",
            ));
        }
        let config = Config::builder()
            .max_history_size(0)
            .map_err(failure)?
            .auto_add_history(false)
            .completion_type(CompletionType::List)
            .completion_show_all_if_ambiguous(true)
            .keyseq_timeout(Some(50))
            .build();
        let shared = Arc::new(Shared::default());
        let mut editor = AnswerEditor::with_history(config, MemHistory::new()).map_err(failure)?;
        editor.set_helper(Some(AnswerHelper(Arc::clone(&shared))));
        bind(&mut editor, &shared);
        Ok(Self { editor, shared, screen, warned: None })
    }

    /// Reads on until the answer is handed in or a command needs the caller. `draft` holds what is typed so far.
    pub(crate) fn read(&mut self, draft: &mut Draft) -> Result<Typed, Failure> {
        let mut initial = String::new();
        let mut interrupted = false;
        loop {
            let read = self.read_block(draft, &initial);
            initial.clear();
            match read {
                Ok(block) => {
                    interrupted = false;
                    if Shared::take(&self.shared.recall) {
                        initial = draft.0.pop().unwrap_or_default();
                    } else if let Some(typed) = self.take_block(draft, &block)? {
                        return Ok(typed);
                    }
                }
                Err(ReadlineError::Eof) if draft.0.is_empty() => return Ok(Typed::Quit),
                Err(ReadlineError::Eof) => {
                    if let Some(typed) = self.hand_in(draft) {
                        return Ok(typed);
                    }
                }
                Err(ReadlineError::Interrupted) => {
                    initial = self.shared.snapshot();
                    if interrupted {
                        return Err(Failure::Interrupted);
                    }
                    interrupted = true;
                    self.say(
                        "Your draft is kept. Type on, or /submit, /skip, /quit; Ctrl-C again leaves at once.",
                    );
                }
                // A byte that is no UTF-8 (a Latin-1 terminal) or a resize ends the call, not the answer.
                Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                    initial = self.shared.snapshot();
                    self.say("A key sent something that is not UTF-8; it was left out.");
                }
                Err(ReadlineError::Signal(_)) => initial = self.shared.snapshot(),
                Err(error) => return Err(failure(error)),
            }
        }
    }

    /// One short line, in answer to a question of ours; `None` at the end of input.
    pub(crate) fn ask(&mut self, question: &str) -> Result<Option<String>, Failure> {
        println!("{question}");
        // A block that is full at once: Enter ends it.
        self.shared.rows.store(0, Ordering::Relaxed);
        self.shared.blocks.store(1, Ordering::Relaxed);
        let read = if self.screen.plain { plain_line("> ") } else { self.editor.readline("> ") };
        for flag in [&self.shared.submit, &self.shared.recall, &self.shared.edit] {
            Shared::take(flag);
        }
        match read {
            Ok(line) => Ok(Some(line.trim().to_owned())),
            Err(ReadlineError::Eof) => Ok(None),
            Err(ReadlineError::Interrupted) => Err(Failure::Interrupted),
            Err(error) => Err(failure(error)),
        }
    }

    fn read_block(&mut self, draft: &Draft, initial: &str) -> rustyline::Result<String> {
        let rows = self.editor.dimensions().map_or(ROWS, |(_, rows)| usize::from(rows));
        self.shared.rows.store(rows.saturating_sub(SPARE_ROWS).max(1), Ordering::Relaxed);
        self.shared.blocks.store(draft.0.len(), Ordering::Relaxed);
        let first = draft.0.is_empty();
        if self.screen.plain {
            return plain_line(if first { "> " } else { ". " });
        }
        self.editor.readline_with_initial(if first { "> " } else { ". " }, (initial, ""))
    }

    /// Adds a block to the draft and does what its last line asks for.
    fn take_block(&mut self, draft: &mut Draft, block: &str) -> Result<Option<Typed>, Failure> {
        let submitted = Shared::take(&self.shared.submit);
        let edited = Shared::take(&self.shared.edit);
        let (text, last) = block.trim_end().rsplit_once('\n').unwrap_or(("", block));
        let command = PromptCommand::of(last);
        draft.add(if command.is_some() { text } else { block });
        let command = if submitted { Some(PromptCommand::Submit) } else { command };
        match command {
            _ if edited => self.edit(draft),
            None if is_unknown(last) => {
                self.say("There is no such command, so the line was kept as text; /help lists the commands.");
            }
            None => {}
            Some(PromptCommand::Submit) => return Ok(self.hand_in(draft)),
            Some(PromptCommand::Hint) => return Ok(Some(Typed::Hint)),
            Some(leaving @ (PromptCommand::Skip | PromptCommand::Quit)) => {
                // What was typed is not thrown away by one slip.
                if !draft.0.is_empty() && self.warned != Some(leaving) {
                    self.warned = Some(leaving);
                    self.say(
                        "Your draft would be lost. /submit hands it in; the same command again leaves it.",
                    );
                } else {
                    self.warned = None;
                    return Ok(Some(if leaving == PromptCommand::Skip { Typed::Skip } else { Typed::Quit }));
                }
            }
            Some(PromptCommand::Edit) => self.edit(draft),
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

    /// The answer, unless it is empty or too long to be graded.
    fn hand_in(&self, draft: &mut Draft) -> Option<Typed> {
        let answer = draft.text();
        if answer.is_empty() {
            self.say("There is nothing to hand in yet. Type an answer, or /skip.");
            None
        } else if answer.len() > ANSWER_LIMIT {
            let limit = ANSWER_LIMIT >> 10;
            self.say(&format!("An answer has at most {limit} KiB. Shorten it with /edit, then hand it in."));
            None
        } else {
            *draft = Draft::default();
            Some(Typed::Answer(answer))
        }
    }

    fn edit(&self, draft: &mut Draft) {
        match editor::edit(&draft.text()) {
            Ok(text) => {
                draft.0 = if text.is_empty() { Vec::new() } else { vec![text] };
                println!("{}", crate::report::clean(&draft.text()));
            }
            Err(error) => self.say(&format!("{error:#}.")),
        }
    }

    fn say(&self, message: &str) {
        anstream::print!("{}", wrap(message, self.screen.width, "", ""));
    }
}

/// Whether a line looks like a command that does not exist.
fn is_unknown(line: &str) -> bool {
    let name = line.trim().strip_prefix('/');
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// A line as the terminal itself reads it: nothing is ever repainted, so a screen reader hears each thing once.
fn plain_line(prompt: &str) -> rustyline::Result<String> {
    anstream::print!("{prompt}");
    io::stdout().flush()?;
    let mut line = String::new();
    match io::stdin().read_line(&mut line)? {
        0 => Err(ReadlineError::Eof),
        _ => Ok(line.trim_end_matches(['\n', '\r']).to_owned()),
    }
}

fn failure(error: ReadlineError) -> Failure {
    Failure::Unusable(anyhow::Error::from(error).context("the terminal cannot be read"))
}
