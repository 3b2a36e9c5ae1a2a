//! One palette, and one place for signs and words. Colour never stands alone: the word says the same.

use anstyle::{AnsiColor, Style};

use crate::bank::{Difficulty, Flag, Importance, Level, QuestionKind};
use crate::grade::Band;
use crate::session::Reason;

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
/// Keywords of code.
pub const KEYWORD: Style = AnsiColor::Magenta.on_default();
/// Literals of code.
pub const LITERAL: Style = AnsiColor::Green.on_default();
/// Types and lifetimes of code.
pub const TYPE: Style = AnsiColor::Cyan.on_default();
/// What a search found.
pub const FOUND: Style = Style::new().bold().underline();
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

/// Whom a question is for, in a word.
#[must_use]
pub const fn difficulty(difficulty: Difficulty) -> &'static str {
    match difficulty {
        Difficulty::Junior => "junior",
        Difficulty::Mid => "mid",
        Difficulty::Senior => "senior",
    }
}

/// What sort of answer a question asks for, in a word.
#[must_use]
pub const fn kind(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Concept => "concept",
        QuestionKind::Comparison => "comparison",
        QuestionKind::Practice => "practice",
        QuestionKind::Scenario => "scenario",
        QuestionKind::Experience => "experience",
    }
}

/// How much a concept counts, in a word.
#[must_use]
pub const fn importance(importance: Importance) -> &'static str {
    match importance {
        Importance::Essential => "essential",
        Importance::Important => "important",
        Importance::Bonus => "bonus",
    }
}

/// Why a question was chosen, in a few words.
#[must_use]
pub fn reason(reason: Reason) -> String {
    match reason {
        Reason::Named => "you named it".to_owned(),
        Reason::Drawn => "drawn by the seed".to_owned(),
        Reason::New => "new to you".to_owned(),
        Reason::Skipped => "skipped before".to_owned(),
        Reason::Weak(score) => format!("weak, {score} last time"),
        Reason::Again => "not asked for a while".to_owned(),
    }
}

/// `text` in a style.
#[must_use]
pub fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
