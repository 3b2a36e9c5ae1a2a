//! Which questions an interview asks, and why.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

use crate::bank::fingerprint::fnv;
use crate::bank::{Filter, Pack};

/// Scores below this call for another try: the lower end of Solid.
const WEAK: u32 = 70;

/// What is known of a question that was asked before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// Score of the last answer; none where it was only ever skipped.
    pub last: Option<u32>,
    /// When it was last asked, in any unit that grows.
    pub asked: i64,
    /// Whether the last interview asked it.
    pub in_last_interview: bool,
}

/// Why a question was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The user named it.
    Named,
    /// By the seed that the user gave.
    Drawn,
    /// Never asked before.
    New,
    /// Only ever skipped.
    Skipped,
    /// The last answer scored this.
    Weak(u32),
    /// Answered well, longest ago.
    Again,
}

/// One question of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The question's id.
    pub question: String,
    /// Why it was chosen.
    pub reason: Reason,
}

/// The questions of an interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// In the order of asking.
    pub picks: Vec<Pick>,
    /// How many fewer than asked for there are.
    pub missing: usize,
}

/// Draws `number` questions. The same pack, filter and seed always give the same plan.
#[must_use]
pub fn draw(pack: &Pack, filter: &Filter, number: usize, seed: u64) -> Plan {
    take(shuffled(pack, filter, seed).into_iter().map(|id| (id, Reason::Drawn)).collect::<Vec<_>>(), number)
}

/// Chooses `number` questions by what was asked before: new ones and weak ones in turn, then those that were answered
/// longest ago; the questions of the last interview only where nothing else is left.
#[must_use]
pub fn choose(pack: &Pack, filter: &Filter, number: usize, seed: u64, past: &BTreeMap<String, Past>) -> Plan {
    let (mut new, mut weak, mut rest) = (VecDeque::new(), Vec::new(), Vec::new());
    for id in shuffled(pack, filter, seed) {
        match past.get(id) {
            None => new.push_back((id, Reason::New)),
            Some(known) => {
                let reason = match known.last {
                    None => Reason::Skipped,
                    Some(score) if score < WEAK => Reason::Weak(score),
                    Some(_) => Reason::Again,
                };
                let fresh = !known.in_last_interview;
                if fresh && reason != Reason::Again {
                    weak.push((known.last, (id, reason)));
                } else {
                    rest.push(((!fresh, known.asked), (id, reason)));
                }
            }
        }
    }
    // Both sorts are stable, so that equals stay shuffled.
    weak.sort_by_key(|(score, _)| *score);
    rest.sort_by_key(|(rank, _)| *rank);
    let mut weak: VecDeque<_> = weak.into_iter().map(|(_, pick)| pick).collect();
    let mut order = Vec::new();
    while !(new.is_empty() && weak.is_empty()) {
        order.extend(new.pop_front());
        order.extend(weak.pop_front());
    }
    order.extend(rest.into_iter().map(|(_, pick)| pick));
    take(order, number)
}

fn take(order: Vec<(&str, Reason)>, number: usize) -> Plan {
    let missing = number.saturating_sub(order.len());
    let picks = order.into_iter().take(number);
    Plan { picks: picks.map(|(id, reason)| Pick { question: id.to_owned(), reason }).collect(), missing }
}

/// Sorting by a hash of seed and id shuffles, and a question that is added later disturbs no other's place.
fn shuffled<'a>(pack: &'a Pack, filter: &Filter, seed: u64) -> Vec<&'a str> {
    let admitted = pack.questions.iter().filter(|question| filter.admits(question));
    let mut ids: Vec<&str> = admitted.map(|question| question.id.as_str()).collect();
    ids.sort_by_key(|id| (mix(seed, id), *id));
    ids
}

/// The id's hash through the finaliser of SplitMix64 (Steele, Lea and Flood 2014), which spreads the seed over all bits.
fn mix(seed: u64, id: &str) -> u64 {
    let hash = fnv(id.bytes());
    let mut z = hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Difficulty;

    fn pack() -> Pack {
        Pack::embedded().expect("the built-in pack loads")
    }

    fn ids(plan: &Plan) -> Vec<&str> {
        plan.picks.iter().map(|pick| pick.question.as_str()).collect()
    }

    #[test]
    fn a_seed_fixes_the_plan_and_seeds_differ() {
        let plans: Vec<_> = (0..20).map(|seed| draw(&pack(), &Filter::default(), 4, seed)).collect();
        assert_eq!(plans[3], draw(&pack(), &Filter::default(), 4, 3));
        assert!(plans.iter().any(|other| *other != plans[0]));
    }

    #[test]
    fn filters_hold_and_shortage_is_told() {
        let filter = Filter {
            topics: vec!["async".to_owned()],
            difficulty: Some(Difficulty::Senior),
            ..Filter::default()
        };
        let pack = pack();
        let plan = draw(&pack, &filter, 100, 1);
        assert!(ids(&plan).contains(&"async-await"));
        assert_eq!(plan.missing, 100 - plan.picks.len());
        assert!(
            ids(&plan).iter().all(|id| pack.question(id).is_some_and(|question| filter.admits(question)))
        );
    }

    #[test]
    fn new_and_weak_ones_come_in_turn_and_the_last_interview_comes_last() {
        let pack = pack();
        let total = pack.questions.len();
        let mut past = BTreeMap::new();
        let mut know = |id: &str, last, asked, in_last_interview| {
            past.insert(id.to_owned(), Past { last, asked, in_last_interview });
        };
        know("ownership", Some(40), 5, false);
        know("borrowing", Some(90), 1, false);
        know("result", None, 7, false);
        know("rc-vs-arc", Some(10), 9, true);
        know("copy-vs-clone", Some(95), 3, false);
        let plan = choose(&pack, &Filter::default(), total, 3, &past);
        let reasons: Vec<Reason> = plan.picks.iter().map(|pick| pick.reason).collect();
        assert_eq!(reasons[..4], [Reason::New, Reason::Skipped, Reason::New, Reason::Weak(40)]);
        assert_eq!(ids(&plan)[total - 3..], ["borrowing", "copy-vs-clone", "rc-vs-arc"]);
    }

    #[test]
    fn the_same_five_never_come_twice_in_a_row() {
        let pack = pack();
        let mut past: BTreeMap<String, Past> = BTreeMap::new();
        let number = 5.min(pack.questions.len() / 2);
        let mut before = Vec::new();
        for round in 0..40 {
            let plan = choose(&pack, &Filter::default(), number, round, &past);
            let mut now: Vec<String> = ids(&plan).into_iter().map(str::to_owned).collect();
            now.sort();
            assert_ne!(now, before, "round {round}");
            past.values_mut().for_each(|known| known.in_last_interview = false);
            for id in &now {
                let asked = i64::try_from(round).expect("small");
                past.insert(id.clone(), Past { last: Some(20), asked, in_last_interview: true });
            }
            before = now;
        }
    }
}
