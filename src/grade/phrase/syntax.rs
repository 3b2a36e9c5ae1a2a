//! The phrase language's tree, as written by an author. `docs/phrases.md` has the grammar.

use std::ops::Range;

/// A whole phrase: parts that the answer must hold, wherever in it they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) parts: Vec<Part>,
    /// How many of the parts are needed.
    pub(crate) needed: usize,
}

/// Words that stand together in one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) elements: Vec<Element>,
    pub(crate) guards: Vec<Guard>,
    pub(crate) window: Option<Window>,
    /// Counts whether it is negated or not.
    pub(crate) either_polarity: bool,
    /// Where it stands in the phrase.
    pub(crate) range: Range<usize>,
}

/// One thing that must be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) term: Term,
    /// Stands behind everything of the groups with lower numbers.
    pub(crate) group: usize,
}

/// A word, a code term, a set, a class, or alternatives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Term {
    /// Words matched by stem, next to each other where there are several (`compile-time`).
    Words(String),
    /// Words that begin so.
    Prefix(String),
    /// Exact spelling.
    Code(String),
    /// A set of the lexicon, with its place in the phrase.
    Set(String, Range<usize>),
    /// Tokens of one kind.
    Class(Class),
    /// Any of several sequences.
    Any(Vec<Sequence>),
}

/// Terms in order, at most two other words between neighbours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sequence {
    pub(crate) terms: Vec<(Term, Need)>,
}

/// Whether a term of a sequence must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
}

/// A kind of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Class {
    /// Any cue of a negation: not, never, without, prevents, is impossible, …
    Negation,
    /// Digits or a number word.
    Number,
    /// A number with a unit of time.
    Duration,
    /// A number with a percent sign or the word.
    Percent,
    /// A token in a code block or in backticks.
    Code,
    /// The first person: I, my, we, our.
    FirstPerson,
}

impl Class {
    /// The classes by the names that phrases use.
    pub(crate) const NAMES: &[(&str, Self)] = &[
        ("not", Self::Negation),
        ("number", Self::Number),
        ("duration", Self::Duration),
        ("percent", Self::Percent),
        ("code", Self::Code),
        ("me", Self::FirstPerson),
    ];
}

/// Something that must not be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Guard {
    pub(crate) term: Term,
    pub(crate) reach: Reach,
}

/// Where a guard looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Within three words of the match.
    Near,
    /// Between its first and its last word.
    Between,
    /// Anywhere in the sentence.
    Sentence,
}

/// How far apart the elements of a part may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Window {
    /// At most so many words from the first to the last.
    Words(usize),
    /// Within one clause.
    Clause,
    /// Anywhere in one sentence.
    Sentence,
}
