//! Which words of a sentence a "not" covers.

use std::ops::Range;

use super::claims::reported;
use super::cue::{Cue, cue_at};
use crate::text::{Text, Token};

/// More negations in one sentence are not looked at; nobody follows ten.
const CUES_LIMIT: usize = 200;

/// The polarity of one sentence.
#[derive(Debug)]
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
        while at < sentence.end && cues.len() < CUES_LIMIT {
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
