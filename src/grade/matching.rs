//! Finding a part's elements near each other in one sentence.

use super::claims::{is_supposed, other_language};
use super::index::{Hit, SentenceIndex};
use super::phrase::{CompiledPart, Extent};
use crate::text::{Sentence, Text};

/// How near a guarded word must not stand, in words.
const NEAR: usize = 3;
/// Candidates looked at on either side of an anchor, for each element.
const CANDIDATES: usize = 4;
/// A place across a clause border counts as so many words further away.
const CLAUSE_COST: usize = 3;

/// One place where a part's elements stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    /// First and last token.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Every element's place.
    pub(crate) hits: Vec<Hit>,
    pub(crate) stance: Stance,
}

/// Whose claim a match is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stance {
    /// The answer's own, as the phrase means it.
    Asserted,
    /// The answer's own, turned around by a negation in the match's own clause.
    Denied,
    /// Neither: negated from further away, somebody else's, a question.
    Open,
}

/// One sentence, ready to be searched.
pub(crate) struct Searchable<'a> {
    pub(crate) text: &'a Text,
    pub(crate) sentence: &'a Sentence,
    pub(crate) index: SentenceIndex<'a>,
    /// The next sentence takes this one back.
    pub(crate) taken_back: bool,
}

impl Searchable<'_> {
    /// All matches of a part, at most one for each place of its rarest element.
    pub(crate) fn matches(&mut self, part: &CompiledPart) -> Vec<Match> {
        let mut places: Vec<Vec<Hit>> = Vec::with_capacity(part.elements.len());
        for &(element, _) in &part.elements {
            let hits = self.index.hits(element);
            if hits.is_empty() {
                return Vec::new();
            }
            places.push(hits.to_vec());
        }
        if part.not_in_sentence.iter().any(|&guard| !self.index.hits(guard).is_empty()) {
            return Vec::new();
        }
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_by_key(|&element| places[element].len());
        let mut matches = Vec::new();
        for &anchor in &places[order[0]] {
            let Some(hits) = self.gather(part, &places, &order, anchor) else { continue };
            let Some(found) = self.accept(part, hits) else { continue };
            let better = if found.stance == Stance::Asserted {
                None
            } else {
                self.with_other_cue(part, &places, &found)
            };
            matches.push(better.unwrap_or(found));
        }
        matches
    }

    /// The nearest place of every other element around an anchor, each on words of its own and in the written order.
    fn gather(
        &self,
        part: &CompiledPart,
        places: &[Vec<Hit>],
        order: &[usize],
        anchor: Hit,
    ) -> Option<Vec<Hit>> {
        let mut chosen: Vec<Option<Hit>> = vec![None; places.len()];
        chosen[order[0]] = Some(anchor);
        let (mut first, mut last) = anchor;
        for &element in &order[1..] {
            let group = part.elements[element].1;
            let fits = |hit: &Hit| {
                chosen.iter().enumerate().all(|(other, taken)| {
                    let Some(taken) = taken else { return true };
                    let apart = hit.1 < taken.0 || taken.1 < hit.0;
                    let other_group = part.elements[other].1;
                    apart && (group == other_group || (group < other_group) == (hit.1 < taken.0))
                })
            };
            let around = places[element].partition_point(|hit| hit.0 < first);
            let inside = places[element].partition_point(|hit| hit.0 <= last);
            let low = around.saturating_sub(CANDIDATES);
            let high = (inside + CANDIDATES).min(places[element].len());
            let nearest = places[element][low..high]
                .iter()
                .filter(|hit| fits(hit))
                .min_by_key(|hit| (self.width(first.min(hit.0), last.max(hit.1)), hit.0))?;
            chosen[element] = Some(*nearest);
            first = first.min(nearest.0);
            last = last.max(nearest.1);
        }
        chosen.into_iter().collect()
    }

    /// The match with its own negation taken from the cue that turned it around: of two cues near each other, the one
    /// that covers the rest of the match is meant.
    fn with_other_cue(&mut self, part: &CompiledPart, places: &[Vec<Hit>], found: &Match) -> Option<Match> {
        let cue = self.index.polarity().against(&found.hits)?.words.clone();
        let hit = (cue.start, cue.end - 1);
        let element = places.iter().position(|hits| {
            hits.contains(&hit)
                && hits
                    .iter()
                    .all(|hit| self.index.polarity().cues.iter().any(|cue| cue.words.start == hit.0))
        })?;
        let mut hits = found.hits.clone();
        hits[element] = hit;
        let in_order = hits.iter().enumerate().all(|(other, place)| {
            let (own, group) = (part.elements[element].1, part.elements[other].1);
            let apart = hit.1 < place.0 || place.1 < hit.0;
            other == element || (apart && (own == group || (own < group) == (hit.0 < place.0)))
        });
        if !in_order {
            return None;
        }
        self.accept(part, hits).filter(|better| better.stance == Stance::Asserted)
    }

    fn width(&self, first: usize, last: usize) -> usize {
        let tokens = self.text.tokens();
        let clauses = tokens[last].clause - tokens[first].clause;
        last - first + if clauses > 0 { CLAUSE_COST } else { 0 }
    }

    /// The match over these hits, unless it reaches too far or a guard stands in the way.
    fn accept(&mut self, part: &CompiledPart, hits: Vec<Hit>) -> Option<Match> {
        let tokens = self.text.tokens();
        let first = hits.iter().map(|hit| hit.0).min()?;
        let last = hits.iter().map(|hit| hit.1).max()?;
        let one_clause = tokens[first].clause == tokens[last].clause;
        let words = last - first + 1;
        let others = || words - hits.iter().map(|hit| hit.1 - hit.0 + 1).sum::<usize>();
        let within = match part.extent {
            Extent::Words(most) => words <= most,
            Extent::Others(most) => others() <= most,
            Extent::ClauseOthers(most) => one_clause && others() <= most,
            Extent::Clause => one_clause,
            Extent::Sentence => true,
        };
        if !within
            || self.index.polarity().is_idle(tokens, &hits)
            || (part.must_be_marked && !tokens[first].marked)
            || self.is_guarded(part, &hits, first, last)
        {
            return None;
        }
        let against = if part.either_polarity { None } else { self.index.polarity().against(&hits) };
        let open =
            self.sentence.question || self.taken_back || self.index.polarity().is_reported(first, last);
        let stance = match against {
            _ if open => Stance::Open,
            None => Stance::Asserted,
            Some(cue) if one_clause && tokens[cue.words.start].clause == tokens[first].clause => {
                Stance::Denied
            }
            Some(_) => Stance::Open,
        };
        Some(Match { first, last, hits, stance })
    }

    fn is_guarded(&mut self, part: &CompiledPart, hits: &[Hit], first: usize, last: usize) -> bool {
        let near = part
            .not_near
            .iter()
            .any(|&guard| touches(self.index.hits(guard), first.saturating_sub(NEAR), last + NEAR));
        near || part.not_between.iter().any(|&guard| touches(self.index.hits(guard), first, last))
            || part.rivals.iter().any(|&rival| {
                let rivals = self.index.hits(rival).to_vec();
                rivals.iter().any(|&(at, _)| {
                    first < at
                        && at < last
                        && !hits.iter().any(|hit| hit.0 <= at && at <= hit.1)
                        && !self.is_aside(at)
                })
            })
    }

    /// Whether the term at `at` is only brought in beside another ("unlike `Rc`", "`Rc` and `Arc`").
    fn is_aside(&self, at: usize) -> bool {
        let tokens = self.text.tokens();
        let word = |at: usize| tokens[at].surface.as_str();
        let range = &self.sentence.tokens;
        let before = at > range.start
            && matches!(
                word(at - 1),
                "unlike" | "than" | "of" | "to" | "with" | "vs" | "versus" | "and" | "or" | "like" | "as"
            );
        let after = at + 1 < range.end && matches!(word(at + 1), "and" | "or");
        before || after
    }

    /// Whether a match speaks of another language than the question does, and not of the language as such.
    pub(crate) fn is_elsewhere(&self, found: &Match) -> bool {
        other_language(self.text, &self.sentence.tokens, found.first)
            .is_some_and(|at| !found.hits.iter().any(|hit| hit.0 <= at && at <= hit.1))
    }

    /// Whether a match only supposes something.
    pub(crate) fn is_supposed(&self, found: &Match) -> bool {
        is_supposed(self.text, &self.sentence.tokens, found.first)
    }
}

/// Whether any of the hits (in order) touches the tokens from `first` to `last`.
fn touches(hits: &[Hit], first: usize, last: usize) -> bool {
    let from = hits.partition_point(|hit| hit.0 < first);
    hits.get(from).is_some_and(|hit| hit.0 <= last)
        || hits[..from].iter().rev().take(8).any(|hit| hit.1 >= first)
}
