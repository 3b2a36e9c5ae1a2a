//! How far a negation reaches.

use std::ops::Range;

use crate::text::words::is_verb;
use crate::text::{Gap, Token};

/// Words that end the reach of a cue.
const SCOPE_ENDS: &[&str] = &["only", "until", "unless", "except", "just", "merely", "but"];
/// How many words any cue covers at the most.
pub(super) const REACH: usize = 14;
/// How many words a nominal cue covers.
pub(super) const NOMINAL_REACH: usize = 5;

/// From `from` to the end of the clause that the cue stands in, to a word that ends its reach, or to `reach` words.
pub(super) fn forward(tokens: &[Token], from: usize, end: usize, reach: usize) -> Range<usize> {
    let clause = tokens[from - 1].clause;
    let length = tokens[from..end]
        .iter()
        .take(reach)
        .enumerate()
        .take_while(|(index, token)| {
            let ends = SCOPE_ENDS.contains(&token.surface.as_str()) || counts_on(tokens, from + index);
            token.clause == clause && (*index == 0 || !ends)
        })
        .count();
    from..from + length
}

/// From `from` to the turn of the sentence or its end: "it is not true that a, and that b" speaks of both.
pub(super) fn to_turn(tokens: &[Token], from: usize, end: usize) -> Range<usize> {
    let turns = |token: &Token| {
        token.gap == Gap::Strong || matches!(token.surface.as_str(), "but" | "because" | "since" | "so")
    };
    from..from + tokens[from..end].iter().take_while(|token| !turns(token)).count()
}

/// Whether one more item of a list of negations starts at `at` ("no leaks and also no races").
fn counts_on(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens[at].surface.as_str();
    matches!(word(at), "no" | "without" | "never" | "nor" | "neither")
        && at > 0
        && (tokens[at].gap > Gap::None || matches!(word(at - 1), "and" | "or" | "also" | "plus"))
}

/// A few words from `from`, up to the verb or the subject of what is said of them ("unlike Java | it does not …").
pub(super) fn noun_phrase(tokens: &[Token], from: usize, end: usize) -> Range<usize> {
    let scope = forward(tokens, from, end, NOMINAL_REACH);
    let length = tokens[scope.clone()]
        .iter()
        .enumerate()
        .take_while(|(index, token)| {
            let surface = token.surface.as_str();
            *index == 0
                || !(token.gap > Gap::None
                    || matches!(surface, "it" | "you" | "we" | "they" | "i")
                    || (is_verb(surface) && !surface.ends_with("ing")))
        })
        .count();
    scope.start..scope.start + length
}

/// From the start of the clause to the cue.
pub(super) fn backward(tokens: &[Token], at: usize, start: usize) -> Range<usize> {
    let clause = tokens[at].clause;
    let length =
        tokens[start..at].iter().rev().take(REACH).take_while(|token| token.clause == clause).count();
    at - length..at
}
