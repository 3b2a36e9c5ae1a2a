//! The two output streams: width, colour, plainness.

use anstream::AutoStream;

use super::args::{ColorChoice, Global};

/// Text is never set wider than this, however wide the terminal.
const WIDEST: usize = 88;
/// The width where there is no terminal.
const PIPED: usize = 80;

/// What is known of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Screen {
    /// Columns to set text in.
    pub(crate) width: usize,
    /// Plain lines for screen readers.
    pub(crate) plain: bool,
}

impl Screen {
    /// Applies the colour choice to both streams and looks at the terminal.
    pub(crate) fn prepare(global: &Global) -> Self {
        let accessible =
            std::env::var_os("ACCESSIBLE").is_some_and(|value| !value.is_empty() && value != "0");
        let plain = global.plain || accessible;
        match global.color {
            ColorChoice::Auto => {
                if plain || std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
                    anstream::ColorChoice::Never.write_global();
                }
            }
            ColorChoice::Always => anstream::ColorChoice::Always.write_global(),
            ColorChoice::Never => anstream::ColorChoice::Never.write_global(),
        }
        let width = console::Term::stdout().size_checked().map_or(PIPED, |(_, columns)| usize::from(columns));
        Self { width: width.clamp(20, WIDEST), plain }
    }
}

/// Standard output, with colours where they are wanted.
pub(crate) fn stdout() -> AutoStream<std::io::StdoutLock<'static>> {
    anstream::stdout().lock()
}
