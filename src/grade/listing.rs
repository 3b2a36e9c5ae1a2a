//! Telling lists of terms from statements.

use crate::text::{Gap, Kind, Sentence, Text, Token, words};

/// So many segments make a list.
const SEGMENTS: usize = 5;
/// A run of so many short sentences without a verb is a list as well.
const FRAGMENTS: usize = 4;
/// A fragment has at most so many words.
const FRAGMENT_WORDS: usize = 4;
/// More words without a comma, a verb or a little word are a list, too.
const BARE_WORDS: usize = 6;
/// Mean words of a segment, in tenths, above which it is prose.
const SEGMENT_WORDS_TENTHS: usize = 25;

/// Little words that hold statements together and that lists of terms do without.
const LITTLE: &[&str] = &[
    "the", "a", "an", "of", "to", "in", "on", "for", "with", "that", "this", "it", "you", "so", "because",
    "if", "when", "by", "from", "at", "as", "not", "no", "never", "without", "via", "per", "hence", "than",
    "instead", "or", "either", "only", "both",
];

/// Words that make a statement of a segment that has no verb: "no double free", "if `Err`".
const STATING: &[&str] = &[
    "no", "not", "never", "without", "nor", "neither", "rules", "so", "if", "when", "until", "because",
    "means", "instead",
];
/// So many tokens of code in a row are a statement of code.
const CODE_RUN: usize = 4;

/// The segments of some tokens: how many, how many with a verb, how many words in all.
#[derive(Default)]
struct Segments {
    count: usize,
    with_verb: usize,
    words: usize,
}

impl Segments {
    fn add(&mut self, tokens: &[Token]) {
        let mut verb = false;
        let mut open = false;
        for token in tokens {
            if token.gap > Gap::None && open {
                self.close(verb);
                verb = false;
            }
            // "(1) one owner (2) …": the numbers are no segments.
            open |= token.kind != Kind::Number;
            verb |= words::is_verb(&token.surface) || STATING.contains(&token.surface.as_str());
            self.words += usize::from(token.kind != Kind::Symbol);
        }
        if open {
            self.close(verb);
        }
    }

    fn close(&mut self, verb: bool) {
        self.count += 1;
        self.with_verb += usize::from(verb);
    }

    /// Five or more, most of them short, and at most `verbs` in five with a verb.
    fn is_list(&self, verbs: usize) -> bool {
        self.count >= SEGMENTS
            && self.with_verb * 5 <= self.count * verbs
            && self.words * 10 <= self.count * SEGMENT_WORDS_TENTHS
    }
}

/// For every sentence, whether it is a bare list of terms, alone or with its neighbours.
pub(crate) fn bare_lists(text: &Text) -> Vec<bool> {
    let sentences = text.sentences();
    let mut bare: Vec<bool> = sentences.iter().map(|sentence| is_bare(text, sentence)).collect();
    let fragments: Vec<bool> = sentences.iter().map(|sentence| is_fragment(text, sentence)).collect();
    let mut start = 0;
    while start < fragments.len() {
        let length = fragments[start..].iter().take_while(|&&fragment| fragment).count();
        if length >= FRAGMENTS {
            bare[start..start + length].fill(true);
        }
        start += length.max(1);
    }
    bare
}

/// Whether the answer as a whole is a list of terms.
pub(crate) fn is_keyword_list(text: &Text) -> bool {
    let prose = |sentence: &&Sentence| !sentence.code;
    let mut segments = Segments::default();
    for sentence in text.sentences().iter().filter(prose) {
        segments.add(&text.tokens()[sentence.tokens.clone()]);
    }
    if segments.is_list(2) {
        return true;
    }
    let bare = bare_lists(text);
    let words = |wanted: bool| -> usize {
        text.sentences()
            .iter()
            .zip(&bare)
            .filter(|(_, bare)| **bare == wanted)
            .map(|(s, _)| s.tokens.len())
            .sum()
    };
    let listed = words(true);
    listed >= BARE_WORDS && listed > 3 * words(false)
}

fn is_bare(text: &Text, sentence: &Sentence) -> bool {
    let tokens = &text.tokens()[sentence.tokens.clone()];
    if sentence.code || has_code_statement(tokens) {
        return false;
    }
    let mut segments = Segments::default();
    segments.add(tokens);
    let verbs = tokens.iter().filter(|token| words::is_verb(&token.surface)).count();
    let bag = tokens.len() >= BARE_WORDS
        && verbs * 10 < tokens.len()
        && tokens.iter().all(|token| token.gap == Gap::None && !LITTLE.contains(&token.surface.as_str()));
    segments.is_list(1) || bag
}

/// Whether a run of code is longer than a list of terms in backticks would have it.
fn has_code_statement(tokens: &[Token]) -> bool {
    let mut run = 0;
    tokens.iter().any(|token| {
        run = if token.code && token.gap != Gap::Comma { run + 1 } else { usize::from(token.code) };
        run >= CODE_RUN
    })
}

fn is_fragment(text: &Text, sentence: &Sentence) -> bool {
    let tokens = &text.tokens()[sentence.tokens.clone()];
    !sentence.code
        && tokens.len() <= FRAGMENT_WORDS
        && !tokens.iter().any(|token| words::is_verb(&token.surface))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spellings;

    fn listed(typed: &str) -> bool {
        is_keyword_list(&Text::analyse(typed, &Spellings::default()))
    }

    #[test]
    fn lists_of_terms_are_recognised_however_they_are_laid_out() {
        for typed in [
            "Send, Sync, Arc, Mutex, RwLock, data races, borrow checker",
            "- Send\n- Sync\n- Arc\n- Mutex\n- atomics",
            "Send Sync Arc Mutex RwLock atomics channels",
            "Ownership. Borrowing. Lifetimes. RAII. Drop.",
        ] {
            assert!(listed(typed), "{typed}");
        }
    }

    #[test]
    fn terse_prose_is_no_list() {
        for typed in [
            "Value has one owner, owner leaves scope, value is dropped, move gives it away, old name is dead.",
            "In Rust, a value has one owner, and when it goes out of scope, it is freed.",
            "No double free, no dangling pointers, no leaks, no data races, no null.",
            "Both: shared ownership of a heap value; clone = +1, drop = -1, freed at 0.",
            "Integers, bools, chars and references are Copy because a bit copy is valid for them, and the rest is not.",
        ] {
            assert!(!listed(typed), "{typed}");
        }
    }
}
