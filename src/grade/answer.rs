//! One answer, ready to be asked for phrases.

use std::collections::BTreeSet;

use super::claims::{takes_back_everything, takes_back_previous};
use super::content::is_content;
use super::index::SentenceIndex;
use super::listing::bare_lists;
use super::matching::{Match, Searchable, Stance as MatchStance};
use super::phrase::{CompiledPart, Patterns, Program};
use super::typo::Reading;
use super::verdict::{Evidence, Read, Stance};
use crate::text::{Span, Text};

/// An analysed answer with its sentences' polarity and indexes.
pub(super) struct Answer<'a> {
    typed: &'a str,
    text: &'a Text,
    readings: Vec<Reading>,
    prompt: &'a BTreeSet<String>,
    sentences: Vec<Searchable<'a>>,
    bare: Vec<bool>,
    /// For every token, whether it is part of the prompt said back.
    echoed: Vec<bool>,
}

/// What a phrase found in an answer.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The words that match, where enough parts do.
    pub(super) asserted: Option<Vec<Evidence>>,
    /// All of them stand in bare lists.
    pub(super) listed: bool,
    /// The words of a match that a negation of its own clause turns around.
    pub(super) denied: Option<Evidence>,
}

impl<'a> Answer<'a> {
    pub(super) fn new(
        typed: &'a str,
        text: &'a Text,
        readings: Vec<Reading>,
        patterns: &'a Patterns,
        prompt: &'a BTreeSet<String>,
        echoed: Vec<bool>,
    ) -> Self {
        let sentences = text.sentences();
        let all_taken_back = sentences.iter().any(|sentence| takes_back_everything(text, &sentence.tokens));
        let searchable = sentences
            .iter()
            .enumerate()
            .map(|(at, sentence)| {
                let taken_back = all_taken_back
                    || sentences.get(at + 1).is_some_and(|next| takes_back_previous(text, &next.tokens));
                Searchable {
                    text,
                    sentence,
                    index: SentenceIndex::new(text, patterns, sentence.tokens.clone()),
                    taken_back,
                }
            })
            .collect();
        Self { typed, text, readings, prompt, sentences: searchable, bare: bare_lists(text), echoed }
    }

    /// The analysed text.
    pub(super) fn text(&self) -> &'a Text {
        self.text
    }

    /// Looks for a phrase that earns something. One that only names earns nothing by the prompt's own words.
    pub(super) fn credit(&mut self, program: &Program, names: bool) -> Found {
        let mut found = Found { listed: true, ..Found::default() };
        let mut evidence = Vec::new();
        let mut held = 0;
        for part in &program.parts {
            let counts =
                |answer: &Self, _: &Searchable<'_>, found: &Match| !(names && answer.is_prompt(found));
            let asserted = self.part(part, &counts, &mut found.denied);
            if let Some((words, listed)) = asserted {
                held += 1;
                found.listed &= listed;
                evidence.push(words);
            }
        }
        if held >= program.needed {
            found.asserted = Some(evidence);
        }
        if program.parts.len() > 1 {
            found.denied = None;
        }
        found
    }

    /// Looks for a phrase that counts against the answer: its own claim, and not merely supposed.
    pub(super) fn against(&mut self, program: &Program) -> Option<Vec<Evidence>> {
        let mut evidence = Vec::new();
        for part in &program.parts {
            let counts = |_: &Self, sentence: &Searchable<'_>, found: &Match| {
                !sentence.is_supposed(found) && !sentence.is_elsewhere(found)
            };
            if let Some((mut words, _)) = self.part(part, &counts, &mut None) {
                words.stance = Stance::Against;
                evidence.push(words);
            }
        }
        (evidence.len() >= program.needed).then_some(evidence)
    }

    /// The first asserted place of a part, in running prose where there is one, and whether it is in a bare list.
    fn part(
        &mut self,
        part: &CompiledPart,
        counts: &dyn Fn(&Self, &Searchable<'_>, &Match) -> bool,
        denied: &mut Option<Evidence>,
    ) -> Option<(Evidence, bool)> {
        let mut in_list = None;
        for at in 0..self.sentences.len() {
            for found in self.sentences[at].matches(part) {
                if self.is_echo(&found) || !counts(self, &self.sentences[at], &found) {
                    continue;
                }
                match found.stance {
                    MatchStance::Asserted => {
                        let evidence = self.evidence(&found, &part.source, Stance::Credit);
                        if !self.bare[at] {
                            return Some((evidence, false));
                        }
                        in_list.get_or_insert((evidence, true));
                    }
                    MatchStance::Denied if denied.is_none() => {
                        *denied = Some(self.evidence(&found, &part.source, Stance::Against));
                    }
                    MatchStance::Denied | MatchStance::Open => {}
                }
            }
        }
        in_list
    }

    /// Whether a match lies wholly in the prompt said back.
    fn is_echo(&self, found: &Match) -> bool {
        found.hits.iter().flat_map(|hit| hit.0..=hit.1).all(|at| self.echoed[at])
    }

    /// Whether a match holds no content word but the prompt's.
    fn is_prompt(&self, found: &Match) -> bool {
        let mut content = found
            .hits
            .iter()
            .flat_map(|hit| hit.0..=hit.1)
            .map(|at| &self.text.tokens()[at])
            .filter(|token| is_content(&token.surface))
            .peekable();
        content.peek().is_some() && content.all(|token| self.prompt.contains(&token.stem))
    }

    fn evidence(&self, found: &Match, phrase: &str, stance: Stance) -> Evidence {
        let span = self.text.span(found.first, found.last);
        let read = self
            .readings
            .iter()
            .filter(|reading| found.hits.iter().any(|hit| (hit.0..=hit.1).contains(&reading.token)))
            .map(|reading| Read {
                typed: self.text.tokens()[reading.token].span.of(self.typed).to_owned(),
                meant: reading.word.clone(),
            })
            .collect();
        Evidence { span, stance, text: span.of(self.typed).to_owned(), phrase: phrase.to_owned(), read }
    }

    /// Where the sentence with this number stands in the answer as typed.
    pub(super) fn sentence_span(&self, index: usize) -> Option<Span> {
        let tokens = &self.text.sentences().get(index)?.tokens;
        Some(self.text.span(tokens.start, tokens.end - 1))
    }
}
