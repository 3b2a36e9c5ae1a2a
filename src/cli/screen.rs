//! The two output streams: width, colour, plainness.

use std::io::{IsTerminal as _, Write as _};

use anstream::AutoStream;

use super::args::{ColorChoice, Global};
use super::config::Config;

/// Text is never set wider than this, however wide the terminal.
const WIDEST: usize = 88;
/// The width where there is no terminal.
const PIPED: usize = 80;

/// What is known of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Screen {
    /// Columns to set text in.
    pub(crate) width: usize,
    /// Rows, where there is a terminal.
    pub(crate) rows: Option<usize>,
    /// Plain lines for screen readers.
    pub(crate) plain: bool,
}

impl Screen {
    /// Applies the colour choice to both streams and looks at the terminal.
    pub(crate) fn prepare(global: &Global, config: &Config) -> Self {
        let accessible =
            std::env::var_os("ACCESSIBLE").is_some_and(|value| !value.is_empty() && value != "0");
        let plain = global.plain || accessible || config.plain.unwrap_or_default() || cannot_be_painted_on();
        // Environment wins over configuration: `NO_COLOR` and pipes are heeded by `auto`.
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let configured = config.color.filter(|_| !unwanted);
        match global.color.or(configured).unwrap_or(ColorChoice::Auto) {
            ColorChoice::Auto => {
                if plain {
                    anstream::ColorChoice::Never.write_global();
                }
            }
            ColorChoice::Always => anstream::ColorChoice::Always.write_global(),
            ColorChoice::Never => anstream::ColorChoice::Never.write_global(),
        }
        let size = console::Term::stdout().size_checked();
        let width = size.map_or(PIPED, |(_, columns)| usize::from(columns));
        Self { width: width.clamp(20, WIDEST), rows: size.map(|(rows, _)| usize::from(rows)), plain }
    }
}

/// Terminals on which the line editor cannot move the cursor.
fn cannot_be_painted_on() -> bool {
    std::env::var("TERM").is_ok_and(|term| ["dumb", "cons25", "emacs"].contains(&term.as_str()))
}

/// Standard output, with colours where they are wanted.
pub(crate) fn stdout() -> AutoStream<std::io::StdoutLock<'static>> {
    anstream::stdout().lock()
}

/// Whether standard output is shown in colour.
pub(crate) fn in_colour() -> bool {
    AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}

/// Whether somebody sits at both ends.
pub(crate) fn at_a_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Prints one JSON object.
pub(crate) fn json(value: &impl serde::Serialize) -> std::io::Result<()> {
    let text = serde_json::to_string_pretty(value).map_err(std::io::Error::other)?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}
