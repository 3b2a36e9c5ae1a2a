//! Which words of a sentence a "not" covers.

use std::ops::Range;

use super::claims::reported;
use crate::text::words::is_verb;
use crate::text::{Gap, Text, Token};

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
/// Behind "not" or "no", these make it no negation.
const NO_NEGATION: &[&str] =
    &["only", "just", "merely", "simply", "matter", "doubt", "wonder", "surprise", "sure"];
/// Words that end the reach of a cue.
const SCOPE_ENDS: &[&str] = &["only", "until", "unless", "except", "just", "merely", "but"];

/// How many words a nominal cue covers.
const NOMINAL_REACH: usize = 5;
/// How many words any cue covers at the most.
const REACH: usize = 14;

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
    fn covers(&self, token: usize) -> bool {
        self.scopes.iter().any(|scope| scope.contains(&token))
    }
}

/// The polarity of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Polarity {
    /// Every negation, in order.
    pub(crate) cues: Vec<Cue>,
    /// Tokens that are somebody else's claim.
    pub(crate) reported: Vec<Range<usize>>,
}

impl Polarity {
    /// Reads one sentence, given by its token range.
    pub(crate) fn of(text: &Text, sentence: &Range<usize>) -> Self {
        let tokens = text.tokens();
        let mut cues = Vec::new();
        let mut at = sentence.start;
        while at < sentence.end {
            match cue_at(tokens, at, sentence) {
                Some(cue) => {
                    at = cue.words.end;
                    cues.push(cue);
                }
                None => at += 1,
            }
        }
        cancel_covered_backward(&mut cues);
        Self { cues, reported: reported(tokens, sentence) }
    }

    /// The cues that turn a match around: those that are no part of it and cover one of its words an odd number of times.
    ///
    /// `hits` are the token ranges (inclusive) that the match is made of.
    pub(crate) fn against(&self, hits: &[(usize, usize)]) -> Option<&Cue> {
        let free = || {
            self.cues
                .iter()
                .filter(|cue| !hits.iter().any(|(first, last)| (*first..=*last).contains(&cue.words.start)))
        };
        for token in hits.iter().flat_map(|(first, last)| *first..=*last) {
            let covering = free().filter(|cue| cue.covers(token)).count();
            if covering % 2 == 1 {
                return free().find(|cue| cue.covers(token));
            }
        }
        None
    }

    /// Whether some token of these hits is the "not" of "not only": it denies nothing, so no phrase may take it for its own
    /// negation, unless it spells out the "only" as well.
    pub(crate) fn is_idle(&self, tokens: &[Token], hits: &[(usize, usize)]) -> bool {
        hits.iter().flat_map(|(first, last)| *first..=*last).any(|at| {
            matches!(tokens[at].surface.as_str(), "not" | "no")
                && !self.cues.iter().any(|cue| !cue.outside && cue.words.contains(&at))
                && !hits.iter().any(|(first, last)| (*first..=*last).contains(&(at + 1)))
        })
    }

    /// Whether any of these tokens is somebody else's claim.
    pub(crate) fn is_reported(&self, first: usize, last: usize) -> bool {
        let after = self.reported.partition_point(|range| range.end <= first);
        self.reported.get(after).is_some_and(|range| range.start <= last)
    }
}

/// A backward cue under another negation ("is not impossible") says nothing against what stands before it.
fn cancel_covered_backward(cues: &mut [Cue]) {
    let before: Vec<Cue> = cues.to_vec();
    for cue in cues.iter_mut() {
        let covered =
            before.iter().any(|other| other.words != cue.words && other.scopes[1].contains(&cue.words.start));
        if covered {
            cue.scopes[0] = cue.words.start..cue.words.start;
        }
    }
}

fn cue_at(tokens: &[Token], at: usize, sentence: &Range<usize>) -> Option<Cue> {
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
        let backward = if pair == ("fail", "to") || pair == ("fails", "to") {
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

/// From `from` to the end of the clause that the cue stands in, to a word that ends its reach, or to `reach` words.
fn forward(tokens: &[Token], from: usize, end: usize, reach: usize) -> Range<usize> {
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
fn to_turn(tokens: &[Token], from: usize, end: usize) -> Range<usize> {
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
fn noun_phrase(tokens: &[Token], from: usize, end: usize) -> Range<usize> {
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
fn backward(tokens: &[Token], at: usize, start: usize) -> Range<usize> {
    let clause = tokens[at].clause;
    let length =
        tokens[start..at].iter().rev().take(REACH).take_while(|token| token.clause == clause).count();
    at - length..at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spellings;

    /// The words of a sentence that count as negated.
    fn negated(typed: &str) -> Vec<String> {
        let text = Text::analyse(typed, &Spellings::default());
        let sentence = text.sentences()[0].tokens.clone();
        let polarity = Polarity::of(&text, &sentence);
        sentence
            .filter(|&at| polarity.against(&[(at, at)]).is_some())
            .map(|at| text.tokens()[at].surface.clone())
            .collect()
    }

    #[test]
    fn a_not_covers_the_rest_of_its_clause() {
        assert_eq!(negated("A move does not copy the data, it moves the pointer"), ["copy", "the", "data"]);
        assert_eq!(negated("no leaks and also no races"), ["leaks", "and", "also", "races"]);
        assert_eq!(negated("nothing runs until it is polled"), ["runs"]);
        assert_eq!(negated("it is not only fast"), [""; 0]);
        assert_eq!(
            negated("there are no leaks, dangling pointers or races"),
            ["leaks", "dangling", "pointers", "or", "races"]
        );
    }

    #[test]
    fn a_refusal_covers_what_stands_before_it() {
        assert_eq!(negated("Sharing an Rc is forbidden"), ["sharing", "an", "rc", "is"]);
        assert!(negated("Moving an Rc there does not compile").contains(&"rc".to_owned()));
    }

    #[test]
    fn two_negations_cancel() {
        assert_eq!(
            negated("it is not true that a move does not copy"),
            ["true", "that", "a", "move", "does", "not"]
        );
        assert!(!negated("sharing is not impossible").contains(&"sharing".to_owned()));
    }
}
