//! Which questions an interview asks.

use crate::bank::{Difficulty, Pack, Question};

/// What a question must be to be asked.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Any of these topics; empty for all.
    pub topics: Vec<String>,
    /// This difficulty, or any.
    pub difficulty: Option<Difficulty>,
}

impl Filter {
    /// Whether a question passes.
    #[must_use]
    pub fn admits(&self, question: &Question) -> bool {
        let topic = self.topics.is_empty() || question.topics.iter().any(|topic| self.topics.contains(topic));
        topic && self.difficulty.is_none_or(|difficulty| question.difficulty == difficulty)
    }
}

/// The questions of an interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Ids, in the order of asking.
    pub questions: Vec<String>,
    /// How many fewer than asked for there are.
    pub missing: usize,
}

/// Chooses `number` questions. The same pack, filter and seed always give the same plan.
#[must_use]
pub fn plan(pack: &Pack, filter: &Filter, number: usize, seed: u64) -> Plan {
    let mut ids: Vec<&str> = pack
        .questions
        .iter()
        .filter(|question| filter.admits(question))
        .map(|question| question.id.as_str())
        .collect();
    // Sorting by a hash of seed and id shuffles, and a question that is added later disturbs no other's place.
    ids.sort_by_key(|id| (mix(seed, id), *id));
    ids.truncate(number);
    Plan { missing: number - ids.len(), questions: ids.into_iter().map(str::to_owned).collect() }
}

/// FNV-1a over the id, then the finaliser of SplitMix64 (Steele, Lea and Flood 2014) to spread the seed over all bits.
fn mix(seed: u64, id: &str) -> u64 {
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut z = hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Pack {
        Pack::embedded().expect("the built-in pack loads")
    }

    #[test]
    fn a_seed_fixes_the_plan_and_seeds_differ() {
        let plans: Vec<_> = (0..20).map(|seed| plan(&pack(), &Filter::default(), 4, seed)).collect();
        assert_eq!(plans[3], plan(&pack(), &Filter::default(), 4, 3));
        assert!(plans.iter().any(|other| *other != plans[0]));
    }

    #[test]
    fn filters_hold_and_shortage_is_told() {
        let filter = Filter { topics: vec!["async".to_owned()], difficulty: Some(Difficulty::Senior) };
        let plan = plan(&pack(), &filter, 100, 1);
        assert!(plan.questions.contains(&"async-await".to_owned()));
        assert_eq!(plan.missing, 100 - plan.questions.len());
        assert!(
            plan.questions
                .iter()
                .all(|id| pack().question(id).is_some_and(|question| filter.admits(question)))
        );
    }
}
