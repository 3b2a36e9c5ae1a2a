//! What the keys do while an answer is typed.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use rustyline::completion::Completer;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::{
    Cmd, ConditionalEventHandler, Context, Editor, Event, EventContext, EventHandler, Helper, Highlighter,
    KeyCode, KeyEvent, Modifiers, Movement, RepeatCount, Validator,
};

use super::command::PromptCommand;
use super::shared::Shared;
use super::watch::rows_of;

/// Keeps what is typed after every key, and completes commands.
#[derive(Helper, Highlighter, Validator)]
pub(super) struct AnswerHelper(pub(super) Arc<Shared>);

impl Hinter for AnswerHelper {
    type Hint = String;

    /// Shows no hint; rustyline calls it after every change of the text, which makes it the place to keep a copy.
    fn hint(&self, line: &str, _: usize, _: &Context<'_>) -> Option<String> {
        // Late keys change nothing, and a reply to a question of ours is no answer.
        if self.0.answering.load(Ordering::SeqCst) && !self.0.is_time_up() && self.0.draft().current != line {
            self.0.change(|draft| line.clone_into(&mut draft.current));
        }
        None
    }
}

impl Completer for AnswerHelper {
    type Candidate = String;

    fn complete(&self, line: &str, pos: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let start = line[..pos].rfind('\n').map_or(0, |at| at + 1);
        let typed = &line[start..pos];
        Ok((start, if typed.starts_with('/') { PromptCommand::completions(typed) } else { Vec::new() }))
    }
}

pub(super) type AnswerEditor = Editor<AnswerHelper, MemHistory>;

/// Binds all keys.
pub(super) fn bind(editor: &mut AnswerEditor, shared: &Arc<Shared>) {
    let mut on = |key: KeyEvent, action: fn(&Shared, &EventContext<'_>) -> Option<Cmd>| {
        let handler = Key { shared: Arc::clone(shared), action };
        editor.bind_sequence(key, EventHandler::Conditional(Box::new(handler)));
    };
    on(KeyEvent(KeyCode::Enter, Modifiers::NONE), enter);
    on(KeyEvent::ctrl('D'), hand_in);
    on(KeyEvent(KeyCode::Enter, Modifiers::ALT), hand_in);
    on(KeyEvent(KeyCode::Up, Modifiers::NONE), up);
    on(KeyEvent(KeyCode::Down, Modifiers::NONE), |_, _| Some(Cmd::Move(Movement::LineDown(1))));
    on(KeyEvent::ctrl('R'), |_, _| Some(Cmd::Noop));
    for interrupt in ['C', '\\'] {
        on(KeyEvent::ctrl(interrupt), |shared, _| {
            shared.interrupted.store(true, Ordering::Relaxed);
            Some(Cmd::Interrupt)
        });
    }
    on(KeyEvent(KeyCode::Tab, Modifiers::NONE), tab);
    editor.bind_sequence(Event::Any, EventHandler::Conditional(Box::new(AnyKey(Arc::clone(shared)))));
    let edit = Key { shared: Arc::clone(shared), action: edit };
    editor.bind_sequence(
        Event::KeySeq(vec![KeyEvent::ctrl('X'), KeyEvent::ctrl('E')]),
        EventHandler::Conditional(Box::new(edit)),
    );
}

struct Key {
    shared: Arc<Shared>,
    action: fn(&Shared, &EventContext<'_>) -> Option<Cmd>,
}

impl ConditionalEventHandler for Key {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext<'_>) -> Option<Cmd> {
        (self.action)(&self.shared, context)
    }
}

/// Where the deadline has passed, any key hands in; a space where the block fills the screen closes it.
struct AnyKey(Arc<Shared>);

impl ConditionalEventHandler for AnyKey {
    fn handle(&self, event: &Event, _: RepeatCount, _: bool, context: &EventContext<'_>) -> Option<Cmd> {
        let key = event.get(0)?;
        if self.0.is_time_up() && key.0 != KeyCode::BracketedPasteStart {
            return Some(Cmd::AcceptLine);
        }
        if *key == KeyEvent(KeyCode::Char(' '), Modifiers::NONE)
            && self.0.answering.load(Ordering::SeqCst)
            && context.pos() == context.line().len()
            && fills_the_screen(&self.0, context.line())
        {
            self.0.goes_on.store(true, Ordering::Relaxed);
            return Some(Cmd::AcceptLine);
        }
        None
    }
}

/// rustyline cannot redraw a buffer that is taller than the screen.
fn fills_the_screen(shared: &Shared, line: &str) -> bool {
    let columns = console::Term::stdout().size_checked().map_or(80, |(_, columns)| usize::from(columns));
    rows_of(line, columns) >= shared.rows.load(Ordering::Relaxed)
}

/// A new line; on an empty line, behind a command, or where the block would outgrow the screen, the end of the block.
fn enter(shared: &Shared, context: &EventContext<'_>) -> Option<Cmd> {
    if shared.is_time_up() {
        return Some(Cmd::AcceptLine);
    }
    let line = current_line(context);
    let full = fills_the_screen(shared, context.line());
    if !shared.answering.load(Ordering::SeqCst)
        || line.trim().is_empty()
        || full
        || PromptCommand::of(line).is_some()
    {
        Some(Cmd::AcceptLine)
    } else {
        Some(Cmd::Newline)
    }
}

/// Hands the answer in, where there is one: a stray Ctrl-D must not end anything.
fn hand_in(shared: &Shared, context: &EventContext<'_>) -> Option<Cmd> {
    if !shared.answering.load(Ordering::SeqCst) {
        return None;
    }
    if context.line().trim().is_empty() && shared.draft().blocks() == 0 {
        return Some(Cmd::Noop);
    }
    // Where a fault would hurt most: the terminal is in raw mode here.
    crate::cli::stamps::panic_if_asked();
    shared.submit.store(true, Ordering::Relaxed);
    Some(Cmd::AcceptLine)
}

/// In an empty block, back to the block before; else a line up.
fn up(shared: &Shared, context: &EventContext<'_>) -> Option<Cmd> {
    if context.line().is_empty() && shared.draft().blocks() > 0 {
        shared.recall.store(true, Ordering::Relaxed);
        return Some(Cmd::AcceptLine);
    }
    Some(Cmd::Move(Movement::LineUp(1)))
}

fn edit(shared: &Shared, _: &EventContext<'_>) -> Option<Cmd> {
    shared.edit.store(true, Ordering::Relaxed);
    Some(Cmd::AcceptLine)
}

/// Completes a command, and indents elsewhere.
fn tab(_: &Shared, context: &EventContext<'_>) -> Option<Cmd> {
    if current_line(context).starts_with('/') {
        Some(Cmd::Complete)
    } else {
        Some(Cmd::Insert(1, "    ".to_owned()))
    }
}

fn current_line<'a>(context: &'a EventContext<'_>) -> &'a str {
    let (line, pos) = (context.line(), context.pos());
    let start = line[..pos].rfind('\n').map_or(0, |at| at + 1);
    let end = line[pos..].find('\n').map_or(line.len(), |at| pos + at);
    &line[start..end]
}
