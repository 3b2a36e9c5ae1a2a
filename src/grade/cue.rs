//! The words that turn a statement around.

use std::ops::Range;

use super::reach::{NOMINAL_REACH, REACH, backward, forward, noun_phrase, to_turn};
use crate::text::{Gap, Token};

/// Cues that cover what follows, to the end of the clause.
const VERBAL: &[&str] = &[
    "not",
    "never",
    "neither",
    "nor",
    "none",
    "nobody",
    "nothing",
    "hardly",
    "barely",
    "rarely",
    "seldom",
    "unable",
    "lack",
    "lacks",
    "lacking",
    "avoid",
    "avoids",
    "avoiding",
    "prevent",
    "prevents",
    "preventing",
    "forbid",
    "forbids",
    "forbidding",
    "prohibit",
    "prohibits",
    "disallow",
    "disallows",
    "refuse",
    "refuses",
    "refusing",
    "reject",
    "rejects",
    "rejecting",
    "eliminate",
    "eliminates",
    "eliminating",
    "impossible",
];
/// Cues that cover the few words of a noun phrase.
const NOMINAL: &[&str] = &["no", "without", "unlike", "zero"];
/// Two-word cues that cover the few words of a noun phrase.
const NOMINAL_PAIRS: &[(&str, &str)] = &[
    ("instead", "of"),
    ("rather", "than"),
    ("free", "of"),
    ("free", "from"),
    ("far", "from"),
    ("except", "for"),
    ("opposed", "to"),
];
/// Two-word cues that cover what follows, to the end of the clause.
const VERBAL_PAIRS: &[(&str, &str)] = &[
    ("fail", "to"),
    ("fails", "to"),
    ("failed", "to"),
    ("rule", "out"),
    ("rules", "out"),
    ("ruling", "out"),
    ("no", "longer"),
    ("stop", "you"),
    ("stops", "you"),
    ("stops", "me"),
    ("stop", "us"),
    ("keeps", "you"),
    ("get", "rid"),
    ("gets", "rid"),
    ("protect", "against"),
    ("protects", "against"),
    ("protects", "from"),
    ("guard", "against"),
    ("guards", "against"),
    ("false", "that"),
    ("wrong", "that"),
    ("incorrect", "that"),
    ("untrue", "that"),
    ("wrong", "to"),
    ("false", "to"),
    ("incorrect", "to"),
    ("too", "late"),
];
/// Cues that cover what stands before them in their clause.
const BACKWARD: &[&str] = &[
    "impossible",
    "forbidden",
    "rejected",
    "refused",
    "disallowed",
    "illegal",
    "prohibited",
    "prevented",
    "avoided",
    "eliminated",
    "banned",
    "wrong",
    "false",
    "incorrect",
    "untrue",
    "nonsense",
    "myth",
];
/// Those of them that also stand before nouns.
const WRONG: &[&str] = &["wrong", "false", "incorrect", "illegal", "untrue"];
/// Behind "not", these turn it against what stands before it as well.
const REFUSED: &[&str] = &[
    "allowed",
    "possible",
    "permitted",
    "true",
    "correct",
    "valid",
    "legal",
    "ok",
    "okay",
    "supported",
    "compile",
    "accepted",
    "right",
    "work",
    "happen",
    "the",
    "exist",
];
/// Behind "no" or "without", these say that something goes well.
const SMOOTHLY: &[&str] = &[
    "problem",
    "problems",
    "trouble",
    "issue",
    "issues",
    "objection",
    "objections",
    "fuss",
    "complaint",
    "complaints",
];
/// Behind "not" or "no", these make it no negation.
const NO_NEGATION: &[&str] =
    &["only", "just", "merely", "simply", "matter", "doubt", "wonder", "surprise", "sure"];

/// A negation: its own words and the words it covers, as token indices of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Its own words.
    pub(crate) words: Range<usize>,
    /// What it covers in front of it or behind it.
    pub(crate) scopes: [Range<usize>; 2],
    /// It stands outside the statement ("it is not true that …"): a phrase cannot use it for its own negation.
    pub(crate) outside: bool,
}

impl Cue {
    /// Whether it covers a token.
    pub(super) fn covers(&self, token: usize) -> bool {
        self.scopes.iter().any(|scope| scope.contains(&token))
    }
}

/// The negation that begins at a token.
pub(super) fn cue_at(tokens: &[Token], at: usize, sentence: &Range<usize>) -> Option<Cue> {
    let word = tokens[at].surface.as_str();
    let next = |offset: usize| {
        if at + offset < sentence.end { tokens[at + offset].surface.as_str() } else { Default::default() }
    };
    let pair = (word, next(1));
    let nothing = at..at;
    if NOMINAL_PAIRS.contains(&pair) {
        let words = at..at + 2;
        return Some(Cue {
            scopes: [nothing, noun_phrase(tokens, words.end, sentence.end)],
            words,
            outside: false,
        });
    }
    if VERBAL_PAIRS.contains(&pair) {
        let words = at..at + 2;
        let backward = if matches!(pair, ("fail" | "fails" | "failed", "to")) {
            if next(2) == "compile" { backward(tokens, at, sentence.start) } else { nothing }
        } else {
            nothing
        };
        let outside = pair.1 == "that";
        let behind = if outside {
            to_turn(tokens, words.end, sentence.end)
        } else {
            forward(tokens, words.end, sentence.end, REACH)
        };
        return Some(Cue { scopes: [backward, behind], words, outside });
    }
    if word == "ruled" && next(1) == "out" {
        return Some(Cue {
            words: at..at + 2,
            scopes: [backward(tokens, at, sentence.start), nothing],
            outside: false,
        });
    }
    if word == "non" {
        return Some(Cue {
            words: at..at + 1,
            scopes: [nothing, at + 1..(at + 2).min(sentence.end)],
            outside: false,
        });
    }
    if word == "not" || word == "no" || VERBAL.contains(&word) || NOMINAL.contains(&word) {
        // "without trouble", "no problem": the statement holds.
        if SMOOTHLY.contains(&next(1)) && matches!(word, "no" | "without") {
            return None;
        }
        if NO_NEGATION.contains(&next(1)) && matches!(word, "not" | "no") {
            return None;
        }
        // "No, …" answers; it covers nothing of its own sentence.
        if word == "no"
            && tokens.get(at + 1).is_none_or(|token| at + 1 >= sentence.end || token.gap > Gap::None)
        {
            return None;
        }
        let turned = word == "impossible"
            || (word == "not" && REFUSED.contains(&next(1)) && (next(1) != "the" || next(2) == "case"));
        // "not true that …" speaks of what follows.
        let ahead = matches!(next(2), "that" | "to") && next(1) != "compile";
        let before = if turned && !ahead { backward(tokens, at, sentence.start) } else { nothing };
        let behind = match word {
            // "No two variables own …": the whole statement, as with a verb.
            "no" => forward(tokens, at + 1, sentence.end, NOMINAL_REACH),
            _ if NOMINAL.contains(&word) => noun_phrase(tokens, at + 1, sentence.end),
            _ => forward(tokens, at + 1, sentence.end, REACH),
        };
        let outside = word == "not"
            && (matches!((next(1), next(2)), ("true" | "correct" | "right" | "so", "that"))
                || (next(1), next(2), next(3)) == ("the", "case", "that"));
        let behind = if outside { to_turn(tokens, at + 1, sentence.end) } else { behind };
        return Some(Cue { words: at..at + 1, scopes: [before, behind], outside });
    }
    // "wrong order" is no verdict on what stands before it.
    let boolean = at > sentence.start
        && matches!(tokens[at - 1].surface.as_str(), "true" | "or" | "return" | "returns");
    let attribute = WRONG.contains(&word)
        && at + 1 < sentence.end
        && tokens[at + 1].gap == Gap::None
        && tokens[at + 1].clause == tokens[at].clause;
    if attribute || (word == "false" && boolean) {
        return None;
    }
    if BACKWARD.contains(&word) || is_refusal(tokens, at, sentence.start) {
        return Some(Cue {
            words: at..at + 1,
            scopes: [backward(tokens, at, sentence.start), nothing],
            outside: false,
        });
    }
    None
}

/// Whether the word at `at` is the "error" of "is a compile error" or "gives an error": what stands before is refused.
fn is_refusal(tokens: &[Token], at: usize, start: usize) -> bool {
    let word = |at: usize| tokens[at].surface.as_str();
    if word(at) != "error" {
        return false;
    }
    let describes = |word: &str| {
        matches!(
            word,
            "a" | "an"
                | "hard"
                | "compile"
                | "compiler"
                | "compilation"
                | "time"
                | "borrow"
                | "checker"
                | "type"
                | "you"
        )
    };
    let Some(verb) = (start..at).rev().find(|&before| !describes(word(before))) else { return false };
    let conditional = tokens[start..verb].iter().any(|token| {
        token.clause == tokens[at].clause
            && matches!(token.surface.as_str(), "if" | "when" | "there" | "as" | "it")
    });
    matches!(word(verb), "is" | "be" | "are" | "gives" | "give" | "get" | "gets" | "causes" | "becomes")
        && !conditional
}
