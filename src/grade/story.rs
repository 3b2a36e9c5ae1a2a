//! Whether an answer tells something that the one who answers did.

use crate::text::{Gap, Text, Token};

/// Shorter answers are too short to tell by.
const WORDS: usize = 20;
/// Up to here one word of the past or of the first person is enough.
const FEW_WORDS: usize = 60;
/// A told story has at least so many past tenses that are nothing else; explanations have two at most.
const PASTS: usize = 3;
/// Or it says at least so often what "I" or "we" did.
const DEEDS: usize = 2;
/// Or it has so many clauses that begin with a past tense: notes do without the subject.
const NOTES: usize = 4;
/// Or one word in so many is of the first person, since not everybody tells in the past tense.
const FIRST_PERSON_ONE_IN: usize = 15;
/// The verb stands so many words behind its subject at most.
const REACH: usize = 3;

/// Past tenses that no suffix shows.
const PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "did",
    "read",
    "wrote",
    "built",
    "got",
    "went",
    "took",
    "made",
    "found",
    "ran",
    "broke",
    "kept",
    "told",
    "knew",
    "thought",
    "began",
    "came",
    "gave",
    "left",
    "met",
    "chose",
    "spent",
    "dug",
    "lost",
    "saw",
    "sent",
    "taught",
    "learnt",
    "won",
    "held",
    "led",
    "felt",
    "brought",
    "bought",
    "caught",
    "drew",
    "fell",
    "said",
    "spoke",
    "stood",
    "threw",
    "understood",
    "rewrote",
    "woke",
    "grew",
    "heard",
    "paid",
    "slept",
];

/// Whether a long answer tells what somebody did; short ones are given the benefit of the doubt.
pub(crate) fn tells_a_story(text: &Text) -> bool {
    let tokens = text.tokens();
    let words = text.word_count();
    let count = |counts: fn(&Token) -> bool| tokens.iter().filter(|token| counts(token)).count();
    if words < FEW_WORDS {
        return words < WORDS
            || count(|token| is_subject(token) || is_past(token) || token.surface.ends_with("ed")) > 0;
    }
    count(|token| token.surface != "read" && is_past(token)) >= PASTS
        || deeds(tokens) >= DEEDS
        || notes(tokens) >= NOTES
        || count(is_subject) * FIRST_PERSON_ONE_IN >= words
}

/// How often the first person is followed by a past tense.
fn deeds(tokens: &[Token]) -> usize {
    tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| {
            is_subject(token)
                && tokens[at + 1..]
                    .iter()
                    .take(REACH)
                    .take_while(|next| next.clause == token.clause)
                    .any(|next| next.surface.ends_with("ed") || is_past(next))
        })
        .count()
}

/// How many clauses begin with a past tense ("Asked Lena, walked through the tests, wrote a spike").
fn notes(tokens: &[Token]) -> usize {
    let opens =
        |at: usize| at == 0 || tokens[at].gap > Gap::None || tokens[at - 1].clause < tokens[at].clause;
    (0..tokens.len())
        .filter(|&at| {
            opens(at) && !tokens[at].code && (tokens[at].surface.ends_with("ed") || is_past(&tokens[at]))
        })
        .count()
}

fn is_past(token: &Token) -> bool {
    PAST.contains(&token.surface.as_str())
}

fn is_subject(token: &Token) -> bool {
    matches!(token.surface.as_str(), "i" | "we" | "my" | "our")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spellings;

    #[test]
    fn deeds_are_told_from_explanations() {
        let count = |typed: &str| deeds(Text::analyse(typed, &Spellings::default()).tokens());
        assert_eq!(
            count("I read the docs, then we built a spike. Our broker had died and I quickly wrote a test."),
            4
        );
        assert_eq!(count("I use a value that was borrowed, and we write `let _ =` if it is ignored."), 0);
    }
}
