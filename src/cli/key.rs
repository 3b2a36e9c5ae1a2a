//! One key, without Enter.

use std::io::{self, Write as _};

use super::failure::Failure;
use super::screen::Screen;

/// What was pressed in answer to a question of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// End here.
    Quit,
    /// Any other.
    On,
}

/// Waits for a key; `None` where it is no character.
pub(crate) fn read() -> Result<Option<char>, Failure> {
    io::stdout().flush()?;
    match console::Term::stdout().read_key() {
        Ok(console::Key::Char(key)) => Ok(Some(key)),
        Ok(console::Key::CtrlC) => Err(Failure::Interrupted),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(Failure::Interrupted),
        Err(error) => Err(error.into()),
    }
}

/// Shows a question of ours and waits for a key; in plain mode for a line, so that nothing is read unheard.
pub(crate) fn wait(question: &str, screen: Screen) -> Result<Key, Failure> {
    anstream::println!("{question}");
    let pressed = if screen.plain {
        let mut line = String::new();
        // The end of input ends the session.
        if io::stdin().read_line(&mut line)? == 0 { Some('q') } else { line.trim().chars().next() }
    } else {
        read()?
    };
    Ok(if matches!(pressed, Some('q' | 'Q' | '\u{4}')) { Key::Quit } else { Key::On })
}
