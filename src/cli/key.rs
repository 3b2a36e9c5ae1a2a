//! One key, without Enter; in plain mode a line, so that nothing is read unheard.

use std::io::{self, Write as _};

use super::failure::Failure;
use super::screen::Screen;

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// End here.
    Quit,
    /// Any other.
    On,
}

/// Shows a question of ours and waits for a key.
pub(crate) fn wait(question: &str, screen: Screen) -> Result<Key, Failure> {
    anstream::println!("{question}");
    io::stdout().flush()?;
    if screen.plain {
        let mut line = String::new();
        let read = io::stdin().read_line(&mut line)?;
        let quit = read == 0 || line.trim().eq_ignore_ascii_case("q");
        return Ok(if quit { Key::Quit } else { Key::On });
    }
    match console::Term::stdout().read_key() {
        Ok(console::Key::Char('q' | 'Q' | '\u{4}') | console::Key::Escape) => Ok(Key::Quit),
        Ok(console::Key::CtrlC) => Err(Failure::Interrupted),
        Ok(_) => Ok(Key::On),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(Failure::Interrupted),
        Err(error) => Err(error.into()),
    }
}
