//! From matches to levels.

use super::answer::Answer;
use super::near_miss::Statement;
use super::phrase::Program;
use super::verdict::{ConceptVerdict, Evidence, MisconceptionVerdict, NearMiss};
use crate::bank::{Importance, Level};

/// Evidence of one kind for one concept is shown at most so often.
const EVIDENCE_LIMIT: usize = 4;
/// From this share of the statement on, a missed concept is worth asking about.
const NEAR_MISS: f64 = 0.55;

/// A concept with its phrases compiled.
#[derive(Debug)]
pub(super) struct CompiledConcept {
    pub(super) id: String,
    pub(super) importance: Importance,
    pub(super) explained: Vec<Program>,
    pub(super) named: Vec<Program>,
    pub(super) denied: Vec<Program>,
    pub(super) statement: Statement,
}

/// A misconception with its phrases compiled, and the concepts that it bears on as indices.
#[derive(Debug)]
pub(super) struct CompiledMisconception {
    pub(super) id: String,
    pub(super) said: Vec<Program>,
    pub(super) contradicts: Vec<usize>,
    pub(super) caps: Vec<usize>,
}

/// For every misconception, what of the answer asserts it.
pub(super) fn misconceptions(
    all: &[CompiledMisconception],
    answer: &mut Answer<'_>,
) -> Vec<Option<MisconceptionVerdict>> {
    all.iter()
        .map(|misconception| {
            let evidence = all_against(&misconception.said, answer);
            (!evidence.is_empty()).then(|| MisconceptionVerdict { id: misconception.id.clone(), evidence })
        })
        .collect()
}

/// The level of every concept.
pub(super) fn decide(
    concepts: &[CompiledConcept],
    misconceptions: &[CompiledMisconception],
    asserted: &[Option<MisconceptionVerdict>],
    answer: &mut Answer<'_>,
) -> Vec<ConceptVerdict> {
    concepts
        .iter()
        .enumerate()
        .map(|(index, concept)| {
            let said = || {
                misconceptions
                    .iter()
                    .zip(asserted)
                    .filter_map(|(m, said)| said.as_ref().map(|said| (m, said)))
            };
            let mut against: Vec<Evidence> = said()
                .filter(|(misconception, _)| misconception.contradicts.contains(&index))
                .flat_map(|(_, said)| said.evidence.iter().cloned())
                .collect();
            let capping =
                said().find(|(misconception, _)| misconception.caps.contains(&index)).map(|(_, said)| said);
            against.extend(all_against(&concept.denied, answer));
            let capped = capping.and_then(|said| said.evidence.first().cloned());
            judge(concept, against, capped, answer)
        })
        .collect()
}

/// Every concept missed: an answer of another kind than the question asks for.
pub(super) fn missed(concepts: &[CompiledConcept]) -> Vec<ConceptVerdict> {
    concepts
        .iter()
        .map(|concept| ConceptVerdict {
            id: concept.id.clone(),
            level: Level::Missed,
            importance: concept.importance,
            strength: 0.0,
            near_miss: None,
            evidence: Vec::new(),
        })
        .collect()
}

/// The first of the six cases that applies (`docs/grading.md`).
fn judge(
    concept: &CompiledConcept,
    against: Vec<Evidence>,
    capped: Option<Evidence>,
    answer: &mut Answer<'_>,
) -> ConceptVerdict {
    let explained = Credit::of(&concept.explained, false, answer);
    let denied = !against.is_empty();
    let (level, evidence) = if !explained.prose.is_empty() && denied {
        (Level::Contradicted, [explained.prose, against].concat())
    } else if !explained.prose.is_empty() {
        match capped {
            Some(capping) => (Level::Named, [explained.prose, vec![capping]].concat()),
            None => (Level::Explained, explained.prose),
        }
    } else if denied {
        (Level::Contradicted, against)
    } else {
        let named = Credit::of(&concept.named, true, answer);
        let all = [explained.listed, named.prose, named.listed].concat();
        match (all.is_empty(), explained.denied) {
            (false, _) => (Level::Named, all),
            (true, Some(denial)) => (Level::Contradicted, vec![denial]),
            (true, None) => (Level::Missed, Vec::new()),
        }
    };
    let (closeness, sentence) = concept.statement.closest(answer.text());
    let near_miss = match level {
        Level::Missed | Level::Named if closeness >= NEAR_MISS => {
            answer.sentence_span(sentence).map(|span| NearMiss { span, strength: rounded(closeness) })
        }
        _ => None,
    };
    ConceptVerdict {
        id: concept.id.clone(),
        level,
        importance: concept.importance,
        strength: strength(level, closeness),
        near_miss,
        evidence: distinct(evidence),
    }
}

/// What a concept's phrases found.
#[derive(Default)]
struct Credit {
    /// In running prose or code.
    prose: Vec<Evidence>,
    /// In bare lists.
    listed: Vec<Evidence>,
    denied: Option<Evidence>,
}

impl Credit {
    fn of(programs: &[Program], names: bool, answer: &mut Answer<'_>) -> Self {
        let mut credit = Self::default();
        for program in programs {
            let found = answer.credit(program, names);
            if let Some(evidence) = found.asserted {
                if found.listed { credit.listed.extend(evidence) } else { credit.prose.extend(evidence) }
            }
            credit.denied = credit.denied.or(found.denied);
        }
        credit
    }
}

fn all_against(programs: &[Program], answer: &mut Answer<'_>) -> Vec<Evidence> {
    let evidence = programs.iter().filter_map(|program| answer.against(program)).flatten().collect();
    distinct(evidence)
}

/// Evidence in the order of the text, without what lies within other evidence of the same stance.
fn distinct(mut evidence: Vec<Evidence>) -> Vec<Evidence> {
    // The shortest words that show the point are the clearest to read.
    evidence.sort_by_key(|item| (item.span.end - item.span.start, item.span.start));
    let mut kept: Vec<Evidence> = Vec::new();
    for item in evidence {
        let told = kept.iter().any(|other| {
            other.stance == item.stance
                && other.span.start < item.span.end
                && item.span.start < other.span.end
        });
        let same = kept.iter().filter(|other| other.stance == item.stance).count();
        if !told && same < EVIDENCE_LIMIT {
            kept.push(item);
        }
    }
    kept.sort_by_key(|item| (item.span, item.stance == super::verdict::Stance::Against));
    kept
}

/// A rank within the level's part of the scale.
fn strength(level: Level, closeness: f64) -> f64 {
    rounded(match level {
        Level::Explained => 0.7 + 0.3 * closeness,
        Level::Named => 0.4 + 0.29 * closeness,
        Level::Missed => 0.39 * closeness,
        Level::Contradicted => 0.0,
    })
}

/// Two decimals, so that the last bits of a platform's arithmetic never show.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
