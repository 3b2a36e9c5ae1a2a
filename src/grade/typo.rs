//! Reading a slip of the finger as the word that a phrase uses.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Kind, Text, stem, words};

/// Shorter words are never read as others.
const SHORTEST: usize = 5;
/// From this length on two edits are forgiven.
const LONG: usize = 9;
/// Longer words are not looked at.
const LONGEST: usize = 40;

/// A word that was read as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The token's index in the text.
    pub(crate) token: usize,
    /// The word that it was read as.
    pub(crate) word: String,
}

/// The words that typed ones may be slips of, by first letter.
#[derive(Debug)]
pub(crate) struct Typos {
    forms: BTreeMap<char, Vec<String>>,
    terms: BTreeSet<String>,
}

impl Typos {
    /// `vocabulary` are the words of the phrases, `terms` words that are slips of nothing.
    pub(crate) fn new(vocabulary: &BTreeSet<String>, terms: impl Iterator<Item = String>) -> Self {
        let mut forms: BTreeMap<char, Vec<String>> = BTreeMap::new();
        let all: BTreeSet<String> = vocabulary.iter().flat_map(|word| inflections(word)).collect();
        for form in all {
            if form.len() >= SHORTEST
                && let Some(first) = form.chars().next()
            {
                forms.entry(first).or_default().push(form);
            }
        }
        Self { forms, terms: terms.collect() }
    }

    /// Gives every slip in the text the stem of the word that it was meant to be.
    pub(crate) fn mend(&self, text: &mut Text, knows: impl Fn(&str, &str) -> bool) -> Vec<Reading> {
        let mut read: BTreeMap<String, Option<String>> = BTreeMap::new();
        let mut readings = Vec::new();
        for (index, token) in text.tokens_mut().iter_mut().enumerate() {
            let length = token.surface.chars().count();
            if token.kind != Kind::Word
                || token.code
                || token.surface.contains('_')
                || !(SHORTEST..=LONGEST).contains(&length)
                || knows(&token.surface, &token.stem)
                || words::is_known(&token.surface)
                || self.terms.contains(&token.surface)
            {
                continue;
            }
            let word = read.entry(token.surface.clone()).or_insert_with_key(|typed| self.nearest(typed));
            // An inflection that the word list lacks is no slip.
            if let Some(word) = word.as_ref().filter(|word| stem(word) != token.stem) {
                token.stem = stem(word);
                readings.push(Reading { token: index, word: word.clone() });
            }
        }
        readings
    }

    /// The word that `typed` is a slip of: one edit away, or two for long words, and the same first letter.
    ///
    /// An edit is an insertion, a deletion, a substitution or a swap of neighbours (optimal string alignment).
    fn nearest(&self, typed: &str) -> Option<String> {
        let length = typed.chars().count();
        let allowed = if length >= LONG { 2 } else { 1 };
        let candidates = self.forms.get(&typed.chars().next()?)?;
        candidates
            .iter()
            .filter(|form| form.chars().count().abs_diff(length) <= allowed)
            .map(|form| (strsim::osa_distance(typed, form), form))
            .filter(|(distance, _)| *distance <= allowed)
            .min()
            .map(|(_, form)| form.clone())
    }
}

/// A word with its regular inflections, as far as they are known words; the word itself always.
fn inflections(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let silent = word.strip_suffix('e');
    let y = word.strip_suffix('y');
    let last = word.chars().next_back().unwrap_or_default();
    for suffix in ["s", "es", "d", "ed", "ing", "er", "ers", "ly", "ment", "able"] {
        forms.push(format!("{word}{suffix}"));
        forms.push(format!("{word}{last}{suffix}"));
        if let Some(head) = silent {
            forms.push(format!("{head}{suffix}"));
        }
    }
    if let Some(head) = y {
        forms.extend([format!("{head}ies"), format!("{head}ied")]);
    }
    let own = stem(word);
    forms.retain(|form| form == word || (words::is_known(form) && stem(form) == own));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spellings;

    fn typos() -> Typos {
        let vocabulary = ["mutable", "borrow", "thread", "synchronize", "owner"].map(str::to_owned).into();
        Typos::new(&vocabulary, ["tread".to_owned()].into_iter())
    }

    #[test]
    fn one_edit_or_two_for_long_words() {
        for (typed, meant) in [
            ("muatble", Some("mutable")),
            ("borow", Some("borrow")),
            ("borrwing", Some("borrowing")),
            ("synchornised", Some("synchronized")),
            ("synchornizd", Some("synchronize")),
            ("immutable", None),
            ("owwnerr", None),
        ] {
            assert_eq!(typos().nearest(typed).as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn known_words_and_terms_are_left_alone() {
        let mut text = Text::analyse("a tread of owners and thraeds", &Spellings::default());
        let read = typos().mend(&mut text, |_, _| false);
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].word, "threads");
    }
}
