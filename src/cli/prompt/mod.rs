//! The prompt at which an answer is typed: short blocks of lines, so that the screen stays clean however long it gets,
//! under a clock that hands the answer in when the time is up.

mod clock;
mod command;
mod countdown;
mod draft;
mod editor;
mod keys;
mod lines;
mod obey;
mod shared;
mod watch;

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anstream::println;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{ColorMode, CompletionType, Config, ExternalPrinter};

pub(crate) use self::clock::Clock;
use self::command::PromptCommand;
use self::countdown::Countdown;
pub(crate) use self::draft::Draft;
use self::keys::{AnswerEditor, AnswerHelper, bind};
use self::lines::{Arrived, Lines};
pub(crate) use self::shared::{Shared, now};
use self::watch::{Telling, Watch};
use super::failure::Failure;
use super::screen::Screen;
use super::terminal;
use crate::report::wrap;

/// The keys, for a header.
pub(crate) const KEYS: &str =
    "Enter: new line. Ctrl-D or /submit: hand in. /hint, /skip, /time, /edit, /quit, /help.";
/// Rows kept free of the block being typed.
const SPARE_ROWS: usize = 4;
/// Rows of a block where the terminal does not say its size.
const ROWS: usize = 20;
/// After the deadline keys are thrown away for so long: fingers need a moment to stop.
const AFTER_TIME: Duration = Duration::from_millis(700);
/// How often a wait for a line looks at the clock.
const LOOK: Duration = Duration::from_millis(40);

/// What the user did at the prompt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Typed {
    /// Handed the answer in.
    Answer(String),
    /// The deadline handed in what was typed; it may be empty.
    TimeUp(String),
    /// Asked for a hint; the draft is kept.
    Hint,
    /// Passed over the question.
    Skip,
    /// Ended the session.
    Quit,
}

/// How the prompt behaves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PromptOptions {
    /// Show the time left in the prompt.
    pub(crate) countdown: bool,
    /// Write it into the window's title.
    pub(crate) title: bool,
    /// `/pause` stops the clock.
    pub(crate) pausable: bool,
}

/// Where lines come from.
enum Input {
    Editor(Box<AnswerEditor>),
    Plain(Lines),
}

/// The prompt.
pub(crate) struct AnswerPrompt {
    input: Input,
    shared: Arc<Shared>,
    screen: Screen,
    options: PromptOptions,
    /// An interrupt arrived as a signal (plain mode).
    signalled: Arc<AtomicBool>,
    /// The leaving command that was answered with a warning.
    warned: Option<PromptCommand>,
    lines_read: u64,
    _watch: Watch,
}

impl AnswerPrompt {
    /// Opens the prompt.
    ///
    /// # Errors
    /// Where standard input or output is no terminal.
    pub(crate) fn open(screen: Screen, options: PromptOptions) -> Result<Self, Failure> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(Failure::unusable(
                "questions are asked at a terminal;\nto grade a written answer, use `viva score QUESTION FILE`",
            ));
        }
        let shared = Arc::new(Shared::default());
        if !super::screen::in_colour() {
            shared.without_colours();
        }
        let (input, printer) = if screen.plain {
            (Input::Plain(Lines::open()), None)
        } else {
            let (editor, printer) = open_editor(&shared)?;
            (Input::Editor(Box::new(editor)), Some(printer))
        };
        let telling = Telling { ticks: options.countdown, title: options.title, plain: screen.plain };
        Ok(Self {
            input,
            screen,
            options,
            signalled: terminal::heed_interrupts()?,
            warned: None,
            lines_read: 0,
            _watch: Watch::start(&shared, printer, telling, terminal::waker()),
            shared,
        })
    }

    /// What handlers and threads share; a copy may be kept to save the draft from.
    pub(crate) fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }

    /// A new answer begins. `above` is what stands above it, to be painted anew after a resize.
    pub(crate) fn begin(&mut self, above: &str, clock: Clock, draft: Draft) {
        above.clone_into(&mut self.shared.above());
        self.shared.change(|kept| *kept = draft);
        *self.shared.clock() = clock;
        self.warned = None;
        self.shared.time_up.store(false, Ordering::SeqCst);
        self.shared.answering.store(true, Ordering::SeqCst);
    }

    /// Time used for the answer so far.
    pub(crate) fn used(&self) -> Duration {
        self.shared.clock().used(now())
    }

    /// Reads on until the answer is handed in or a command needs the caller; the draft is kept in between.
    pub(crate) fn read(&mut self) -> Result<Typed, Failure> {
        let typed = self.read_on()?;
        if typed != Typed::Hint {
            self.shared.answering.store(false, Ordering::SeqCst);
            self.shared.clock().pause(now());
        }
        Ok(typed)
    }

    fn read_on(&mut self) -> Result<Typed, Failure> {
        let mut interrupted = false;
        loop {
            let read = self.read_block();
            if self.shared.is_time_up() {
                return Ok(Typed::TimeUp(self.out_of_time()));
            }
            match read {
                Ok(block) => {
                    interrupted = false;
                    if Shared::take(&self.shared.recall) {
                        self.shared.change(Draft::reopen);
                    } else if let Some(typed) = self.take_block(&block)? {
                        return Ok(typed);
                    }
                }
                // The window is gone: nobody handed anything in.
                Err(ReadlineError::Eof) if !io::stdin().is_terminal() => return Err(Failure::Interrupted),
                Err(ReadlineError::Eof) if self.shared.draft().text().is_empty() => return Ok(Typed::Quit),
                Err(ReadlineError::Eof) => {
                    if let Some(typed) = self.hand_in() {
                        return Ok(typed);
                    }
                }
                Err(ReadlineError::Interrupted) if Shared::take(&self.shared.interrupted) => {
                    if interrupted {
                        return Err(Failure::Interrupted);
                    }
                    interrupted = true;
                    self.say(
                        "Your draft is kept. Type on, or /submit, /skip, /quit; Ctrl-C again leaves at once.",
                    );
                }
                // A stray signal, a resize, or a byte that is no UTF-8 ends the call, not the answer.
                Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => {}
                Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                    self.say("A key sent something that is not UTF-8; it was left out.");
                }
                Err(error) => return Err(failure(error)),
            }
        }
    }

    /// One short line, in answer to a question of ours; `None` at the end of input.
    pub(crate) fn ask(&mut self, question: &str) -> Result<Option<String>, Failure> {
        println!("{question}");
        let read = self.line(&"> ".to_owned(), "");
        for flag in [&self.shared.submit, &self.shared.recall, &self.shared.edit, &self.shared.goes_on] {
            Shared::take(flag);
        }
        match read {
            Ok(line) => Ok(Some(line.trim().to_owned())),
            Err(ReadlineError::Eof) if !io::stdin().is_terminal() => Err(Failure::Interrupted),
            Err(ReadlineError::Eof) => Ok(None),
            Err(ReadlineError::Interrupted) => Err(Failure::Interrupted),
            Err(error) => Err(failure(error)),
        }
    }

    /// One key, in answer to a question of ours (in plain mode a line); `None` for Enter and keys that are no character.
    pub(crate) fn key(&mut self, question: &str) -> Result<Option<char>, Failure> {
        if self.screen.plain {
            return Ok(self.ask(question)?.and_then(|line| line.chars().next()));
        }
        println!("{question}");
        super::key::read()
    }

    fn read_block(&mut self) -> rustyline::Result<String> {
        let size = console::Term::stdout().size_checked();
        let rows = size.map_or(ROWS, |(rows, _)| usize::from(rows));
        self.shared.rows.store(rows.saturating_sub(SPARE_ROWS).max(1), Ordering::Relaxed);
        let (sign, initial) = {
            let draft = self.shared.draft();
            (if draft.blocks() == 0 { "> " } else { ". " }, draft.current.clone())
        };
        let limit = self.shared.clock().limit().filter(|_| self.options.countdown && !self.screen.plain);
        let prompt = Countdown::new(&self.shared, limit, sign, self.screen.width);
        self.line(&prompt, &initial)
    }

    /// Reads one line or block. While it is read, its number stands in `reading`.
    fn line(&mut self, prompt: &dyn rustyline::Prompt, initial: &str) -> rustyline::Result<String> {
        self.lines_read += 1;
        self.shared.reading.store(self.lines_read, Ordering::SeqCst);
        let read = if self.shared.is_time_up() {
            Err(ReadlineError::Interrupted)
        } else {
            match &mut self.input {
                Input::Editor(editor) => editor.readline_with_initial(prompt, (initial, "")),
                Input::Plain(lines) => {
                    anstream::print!("{}{initial}", prompt.raw());
                    io::stdout().flush()?;
                    let line = plain_line(lines, &self.shared, &self.signalled);
                    // What was restored stands before what is typed.
                    line.map(|line| format!("{initial}{line}"))
                }
            }
        };
        self.shared.reading.store(0, Ordering::SeqCst);
        read
    }

    /// What was typed when the deadline came. Keys that come late are thrown away.
    fn out_of_time(&mut self) -> String {
        let late = {
            let clock = self.shared.clock();
            clock.used(now()).saturating_sub(clock.limit().unwrap_or_default())
        };
        if let Input::Plain(lines) = &mut self.input {
            let begun = lines.begun();
            self.shared.change(|draft| draft.current.push_str(&begun));
        }
        let text = without_command(&self.shared.draft().text());
        super::stamps::record(late, &text);
        println!();
        self.say("Time is up. What you typed is handed in.");
        std::thread::sleep(AFTER_TIME);
        terminal::forget_keys();
        if let Input::Plain(lines) = &mut self.input {
            lines.forget();
        }
        for flag in [&self.shared.submit, &self.shared.recall, &self.shared.edit, &self.shared.goes_on] {
            Shared::take(flag);
        }
        self.shared.time_up.store(false, Ordering::SeqCst);
        text
    }

    fn say(&self, message: &str) {
        anstream::print!("{}", wrap(message, self.screen.width, "", ""));
    }
}

fn open_editor(shared: &Arc<Shared>) -> Result<(AnswerEditor, Box<dyn ExternalPrinter + Send>), Failure> {
    let config = Config::builder()
        .max_history_size(0)
        .map_err(failure)?
        .auto_add_history(false)
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        // Without it a lone Esc would hold the clock up.
        .keyseq_timeout(Some(50))
        // Colours are decided by us.
        .color_mode(ColorMode::Forced)
        .build();
    let mut editor = AnswerEditor::with_history(config, MemHistory::new()).map_err(failure)?;
    editor.set_helper(Some(AnswerHelper(Arc::clone(shared))));
    bind(&mut editor, shared);
    let printer = editor.create_external_printer().map_err(failure)?;
    Ok((editor, Box::new(printer)))
}

/// Waits for a line until the deadline or an interrupt.
fn plain_line(lines: &mut Lines, shared: &Shared, signalled: &AtomicBool) -> rustyline::Result<String> {
    loop {
        match lines.next(LOOK) {
            Arrived::Line(line) => return Ok(line),
            Arrived::End => return Err(ReadlineError::Eof),
            Arrived::Nothing if shared.is_time_up() => return Err(ReadlineError::Interrupted),
            Arrived::Nothing if Shared::take(signalled) => {
                shared.interrupted.store(true, Ordering::Relaxed);
                return Err(ReadlineError::Interrupted);
            }
            Arrived::Nothing => {}
        }
    }
}

/// The answer without a last line that is a command, or the beginning of one.
fn without_command(text: &str) -> String {
    let (before, last) = text.rsplit_once('\n').unwrap_or(("", text));
    if PromptCommand::begins(last) { before.to_owned() } else { text.to_owned() }
}

fn failure(error: ReadlineError) -> Failure {
    Failure::Unusable(anyhow::Error::from(error).context("the terminal cannot be read"))
}
