//! One palette, and one place for signs and words. Colour never stands alone: the word says the same.

use anstyle::{AnsiColor, Style};

use crate::bank::{Flag, Level};
use crate::grade::Band;

/// Headings.
pub const HEADING: Style = Style::new().bold();
/// What matters less.
pub const FAINT: Style = Style::new().dimmed();
/// What somebody typed.
pub const QUOTE: Style = Style::new().italic();
/// What is good.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// What is half done, or a warning.
pub const HALF: Style = AnsiColor::Yellow.on_default();
/// What is wrong.
pub const BAD: Style = AnsiColor::Red.on_default();
/// What is not there.
pub const ABSENT: Style = AnsiColor::Cyan.on_default();

/// Sign, word and style of a level.
#[must_use]
pub const fn level(level: Level) -> (&'static str, &'static str, Style) {
    match level {
        Level::Explained => ("+", "explained", GOOD),
        Level::Named => ("~", "named only", HALF),
        Level::Missed => ("-", "missed", ABSENT),
        Level::Contradicted => ("x", "contradicted", BAD),
    }
}

/// Word and style of a band.
#[must_use]
pub const fn band(band: Band) -> (&'static str, Style) {
    match band {
        Band::Strong => ("strong", GOOD),
        Band::Solid => ("solid", GOOD),
        Band::Partial => ("partial", HALF),
        Band::Weak => ("weak", BAD),
    }
}

/// What a flag means for the one who answered.
#[must_use]
pub const fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::TooShort => "Too short to grade: fewer than four words.",
        Flag::KeywordList => "A list of terms: say what they mean, in sentences. At most 25 points.",
        Flag::Echo => "Mostly the question said back. At most 25 points.",
        Flag::OffTopic => "None of what the question asks about is in this answer.",
    }
}

/// `text` in a style.
#[must_use]
pub fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
