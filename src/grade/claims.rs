//! Whose claim a statement is: the answer's own, somebody else's, taken back, or only supposed.

use std::ops::Range;

use crate::text::{Gap, Text, Token};

const REPORTERS: &[&str] = &[
    "some",
    "many",
    "most",
    "people",
    "others",
    "folks",
    "everyone",
    "beginners",
    "newcomers",
    "someone",
    "somebody",
    "colleague",
    "colleagues",
    "tutorials",
    "books",
    "they",
    "programmers",
    "developers",
    "students",
    "candidates",
];
const REPORTING: &[&str] = &[
    "say", "says", "said", "think", "thinks", "thought", "believe", "believes", "believed", "claim",
    "claims", "claimed", "assume", "assumes", "assumed", "told", "expect", "expected", "imagine",
];
const ERRORS: &[&str] = &["myth", "misconception", "misunderstanding", "misbelief", "mistake"];
const TURNS: &[&str] =
    &["but", "however", "actually", "yet", "whereas", "reality", "fact", "though", "although"];
const WRONG: &[&str] = &["wrong", "false", "incorrect", "untrue", "nonsense", "myth"];

/// The parts of a sentence that are somebody else's claim.
pub(crate) fn reported(tokens: &[Token], sentence: &Range<usize>) -> Vec<Range<usize>> {
    let word = |at: usize| if at < sentence.end { tokens[at].surface.as_str() } else { "" };
    // "…; it is not": behind a semicolon the answer speaks for itself again, but not behind the colon that opens the claim.
    let turn_after = |from: usize| {
        let opened = (from + 1..sentence.end.min(from + 8))
            .find(|&at| tokens[at].gap == Gap::Strong && introduces(tokens, from, at));
        (opened.map_or(from, |at| at + 1)..sentence.end)
            .find(|&at| {
                let taken_back =
                    matches!(word(at), "which" | "that" | "this") && takes_back(tokens, at + 1, sentence.end);
                TURNS.contains(&word(at))
                    || (at > from
                        && (tokens[at].gap == Gap::Strong
                            || taken_back
                            || retracts(tokens, at, sentence.end)))
            })
            .unwrap_or(sentence.end)
    };
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if opens_report(tokens, at, sentence) {
            let end = turn_after(at).max(at + 1);
            ranges.push(at..end);
            at = end;
            continue;
        }
        // "…, which is wrong", "… but that's not true": what stands before is taken back.
        let pronoun = matches!(word(at), "which" | "that" | "this" | "it") && at > sentence.start;
        if pronoun && takes_back(tokens, at + 1, sentence.end) {
            ranges.push(sentence.start..at);
        }
        if at > sentence.start && retracts(tokens, at, sentence.end) {
            let start = (sentence.start..at).rev().find(|&before| tokens[before].gap == Gap::Strong);
            ranges.push(start.unwrap_or(sentence.start)..at);
        }
        at += 1;
    }
    merged(ranges)
}

/// Whether the words from `from` to `at` only lead in to what follows ("False: …", "I have no idea what these mean: …").
fn introduces(tokens: &[Token], from: usize, at: usize) -> bool {
    let words = tokens[from..at].iter().map(|token| token.surface.as_str());
    at == from + 1 || words.clone().any(|word| matches!(word, "idea" | "clue" | "mean" | "following"))
}

/// Whether somebody else's claim, or one that the answer does not stand by, begins at `at`.
fn opens_report(tokens: &[Token], at: usize, sentence: &Range<usize>) -> bool {
    let word = |at: usize| if at < sentence.end { tokens[at].surface.as_str() } else { "" };
    let reporter =
        REPORTERS.contains(&word(at)) && (at + 1..at + 4).any(|next| REPORTING.contains(&word(next)));
    // "One might think …"
    let anybody = matches!(word(at), "one" | "you")
        && matches!(word(at + 1), "might" | "could" | "may")
        && REPORTING.contains(&word(at + 2));
    let former_self = word(at) == "i"
        && (matches!((word(at + 1), word(at + 2)), ("used", "to") | ("was", "told"))
            || (matches!(word(at + 1), "once" | "first" | "always" | "initially" | "originally")
                && REPORTING.contains(&word(at + 2))));
    // "I doubt that …", "I have no idea what …", "I do not know whether …"
    let doubt = word(at) == "i"
        && (matches!(word(at + 1), "doubt" | "deny" | "disbelieve")
            || (word(at + 1) == "have" && word(at + 2) == "no" && matches!(word(at + 3), "idea" | "clue"))
            || (at == sentence.start
                && matches!(word(at + 1), "do" | "did")
                && word(at + 2) == "not"
                && word(at + 3) == "know"
                && matches!(word(at + 4), "whether" | "if" | "what")));
    // "A myth is that …", "A myth: …"
    let error = ERRORS.contains(&word(at))
        && (matches!(word(at + 1), "is" | "that" | "to" | "of")
            || (at + 1 < sentence.end && tokens[at + 1].gap == Gap::Strong));
    // "False: …"
    let verdict = at == sentence.start
        && WRONG.contains(&word(at))
        && at + 1 < sentence.end
        && tokens[at + 1].gap == Gap::Strong;
    reporter || anybody || former_self || doubt || error || verdict
}

/// The ranges in order, without overlaps.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// Whether the answer corrects itself at `at`: "…; it's not", "… - no, sorry".
fn retracts(tokens: &[Token], at: usize, end: usize) -> bool {
    let word = |at: usize| if at < end { tokens[at].surface.as_str() } else { "" };
    let closes = |at: usize| at >= end || tokens[at].gap > Gap::None;
    let opens = tokens[at].gap > Gap::None || matches!(word(at - 1), "but" | "no");
    let denies = matches!(word(at), "it" | "that" | "they" | "this")
        && matches!(word(at + 1), "is" | "does" | "do" | "are" | "can" | "will")
        && word(at + 2) == "not"
        && closes(at + 3);
    let no = word(at) == "no" && tokens[at].gap == Gap::Strong && closes(at + 1);
    opens && (denies || no)
}

/// Whether a predicate starts at `at` that calls its subject wrong, and says no more.
fn takes_back(tokens: &[Token], at: usize, end: usize) -> bool {
    let rest: Vec<&str> =
        tokens[at.min(end)..end.min(at + 5)].iter().map(|token| token.surface.as_str()).collect();
    match rest.as_slice() {
        ["is", "not", "true" | "right" | "correct", rest @ ..] => rest.first() != Some(&"that"),
        ["is", word, rest @ ..] if WRONG.contains(word) => rest.first() != Some(&"that"),
        ["is", "a" | "just" | "simply" | "plain", word, ..] => WRONG.contains(word),
        _ => false,
    }
}

/// Whether a sentence does nothing but take back the one before it ("That is wrong.").
pub(crate) fn takes_back_previous(text: &Text, sentence: &Range<usize>) -> bool {
    let tokens = text.tokens();
    let first = tokens[sentence.start].surface.as_str();
    let short = sentence.len() <= 3;
    (matches!(first, "that" | "this" | "which" | "it")
        && takes_back(tokens, sentence.start + 1, sentence.end))
        || (short && WRONG.contains(&first))
        || (short
            && first == "not"
            && sentence.len() > 1
            && matches!(tokens[sentence.start + 1].surface.as_str(), "true" | "right" | "correct"))
}

/// Whether a sentence takes back all that is said ("None of this is true.").
pub(crate) fn takes_back_everything(text: &Text, sentence: &Range<usize>) -> bool {
    let words: Vec<&str> =
        text.tokens()[sentence.clone()].iter().map(|token| token.surface.as_str()).take(7).collect();
    match words.as_slice() {
        ["none" | "nothing", "of", "this" | "that" | "these" | "it" | "the", rest @ ..] => {
            rest.iter().any(|word| matches!(*word, "true" | "right" | "correct"))
        }
        ["all" | "everything", "of", "this" | "that" | "it", "is", word, ..] => WRONG.contains(word),
        _ => false,
    }
}

const OTHER_LANGUAGES: &[&str] = &[
    "c",
    "c++",
    "c#",
    "java",
    "python",
    "go",
    "javascript",
    "js",
    "node",
    "typescript",
    "swift",
    "kotlin",
    "scala",
    "haskell",
    "ruby",
    "php",
    "perl",
    "erlang",
    "elixir",
    "fortran",
    "ada",
    "zig",
];

/// The place of the other language that the clause of `at` is about ("In C you must …"), if it is about one.
pub(crate) fn other_language(text: &Text, sentence: &Range<usize>, at: usize) -> Option<usize> {
    let tokens = text.tokens();
    let start = sentence.clone().find(|&token| tokens[token].clause == tokens[at].clause)?;
    let named =
        |place: usize| place < sentence.end && OTHER_LANGUAGES.contains(&tokens[place].surface.as_str());
    (tokens[start].surface == "in" && named(start + 1)).then_some(start + 1)
}

/// Whether the clause of `at` only supposes ("if a move copied the data, it would be slow").
pub(crate) fn is_supposed(text: &Text, sentence: &Range<usize>, at: usize) -> bool {
    let tokens = text.tokens();
    // "I would take `Arc` everywhere" is what the answer says, politely.
    let would = |(index, token): (usize, &Token)| {
        let polite = index > 0 && matches!(tokens[index - 1].surface.as_str(), "i" | "we");
        matches!(token.surface.as_str(), "would" | "were" | "could" | "might") && !polite
    };
    let numbered = || sentence.clone().map(|index| (index, &tokens[index]));
    let clause = tokens[at].clause;
    let mut own = numbered().filter(|(_, token)| token.clause == clause);
    let supposes = numbered().any(|(_, token)| {
        matches!(token.surface.as_str(), "if" | "suppose" | "imagine" | "otherwise" | "without" | "unless")
    });
    let opens_with_if = own
        .clone()
        .next()
        .is_some_and(|(_, token)| matches!(token.surface.as_str(), "if" | "suppose" | "imagine"));
    // "you would have ten thousand threads" without any condition is a claim.
    supposes && (own.any(would) || (opens_with_if && numbered().any(would)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spellings;

    #[test]
    fn claims_of_others_are_set_apart() {
        for (typed, expected) in [
            (
                "Some people say moves copy the heap, but they do not",
                Some("some people say moves copy the heap but"),
            ),
            ("Moves copy the heap, which is wrong", Some("moves copy the heap")),
            ("I used to think that Arc is mutable", Some("i used to think that arc is mutable")),
            ("The struct is automatically Copy; it's not.", Some("the struct is automatically copy")),
            ("Clone copies the data - no, sorry, only the handle", Some("clone copies the data")),
            ("In JavaScript it starts at once, in Rust it doesn't", None),
            ("I think that Arc is shared", None),
        ] {
            let text = Text::analyse(typed, &Spellings::default());
            let ranges = reported(text.tokens(), &text.sentences()[0].tokens);
            let words = ranges.first().map(|range| {
                let words: Vec<_> =
                    text.tokens()[range.clone()].iter().map(|token| token.surface.as_str()).collect();
                words.join(" ")
            });
            assert_eq!(words.as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn suppositions_are_recognised() {
        let text = Text::analyse("If moves copied the heap, it would be slow", &Spellings::default());
        assert!(is_supposed(&text, &text.sentences()[0].tokens.clone(), 1));
    }
}
