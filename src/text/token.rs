//! What a text is made of once it is analysed.

use std::ops::Range;

use super::Span;

/// What kind of thing a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word, in prose or an identifier's part.
    Word,
    /// Digits, with a unit where one is attached (`200ms`, `40%`).
    Number,
    /// A sign that carries meaning in code: `&`, `?`, `..`, `#`.
    Symbol,
}

/// The punctuation that stands between a token and the one before it in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing that separates.
    None,
    /// A comma.
    Comma,
    /// A semicolon, colon, dash, bracket or the like.
    Strong,
}

/// One word, number or symbol of a text.
#[derive(Debug, Clone)]
pub struct Token {
    /// Lower case, after spelling.
    pub surface: String,
    /// What inflections of one word share.
    pub stem: String,
    /// Where it stands in the original text.
    pub span: Span,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Stands in a code block or in backticks.
    pub code: bool,
    /// Typed as a term: as code, or with a capital that no sentence start explains.
    pub marked: bool,
    /// What separates it from the token before.
    pub gap: Gap,
    /// Number of its clause, counted over the whole text.
    pub clause: usize,
}

/// A run of tokens that ends where a reader would pause for breath.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its tokens, as indices into the text's tokens.
    pub tokens: Range<usize>,
    /// Ends in a question mark.
    pub question: bool,
    /// A line of a fenced code block.
    pub code: bool,
    /// A line that a list marker opened.
    pub item: bool,
}
