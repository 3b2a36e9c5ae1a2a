//! From levels to one number, and from the number to a word.

use serde::{Deserialize, Serialize};

use crate::bank::{Importance, Level};

/// An answer that explains nothing, or that bears a flag, gets no more than this.
const CAP: u32 = 25;
/// What one asserted misconception costs.
const MISCONCEPTION: u32 = 5;

/// The score in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Below 45.
    Weak,
    /// From 45.
    Partial,
    /// From 70.
    Solid,
    /// From 85.
    Strong,
}

impl Band {
    /// The band of a score from 0 to 100.
    #[must_use]
    pub const fn of(score: u32) -> Self {
        match score {
            85.. => Self::Strong,
            70.. => Self::Solid,
            45.. => Self::Partial,
            _ => Self::Weak,
        }
    }
}

/// The score from 0 to 100.
///
/// `100 × (Σ weight × credit over essential and important + ½ Σ credit over bonus) ÷ Σ weight over essential and
/// important`, with weight 3 and 2, and credit 1 for explained and ½ for named; at most 100; minus 5 for each
/// asserted misconception; at most 25 where nothing is explained or a flag stands; rounded half up.
#[must_use]
pub fn score(levels: &[(Importance, Level)], misconceptions: usize, flagged: bool) -> u32 {
    // In quarters, so that every sum is exact: a credit is 0, 2 or 4 of them, half a bonus credit 0, 1 or 2.
    let mut earned: u32 = 0;
    let mut possible: u32 = 0;
    for (importance, level) in levels {
        let credit = match level {
            Level::Explained => 4,
            Level::Named => 2,
            Level::Missed | Level::Contradicted => 0,
        };
        match importance {
            Importance::Essential => (earned, possible) = (earned + 3 * credit, possible + 3 * 4),
            Importance::Important => (earned, possible) = (earned + 2 * credit, possible + 2 * 4),
            Importance::Bonus => earned += credit / 2,
        }
    }
    if possible == 0 {
        return 0;
    }
    let rounded = (200 * earned + possible) / (2 * possible);
    let penalty = MISCONCEPTION.saturating_mul(u32::try_from(misconceptions).unwrap_or(u32::MAX));
    let score = rounded.min(100).saturating_sub(penalty);
    let explained = levels.iter().any(|(_, level)| *level == Level::Explained);
    if flagged || !explained { score.min(CAP) } else { score }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Importance::{Bonus, Essential, Important};
    use Level::{Contradicted, Explained, Missed, Named};

    #[test]
    fn weights_halves_and_bonus_add_up() {
        assert_eq!(score(&[(Essential, Explained), (Important, Missed)], 0, false), 60);
        assert_eq!(score(&[(Essential, Explained), (Important, Named)], 0, false), 80);
        assert_eq!(score(&[(Essential, Explained), (Important, Missed), (Bonus, Explained)], 0, false), 70);
        assert_eq!(score(&[(Essential, Explained), (Essential, Contradicted)], 0, false), 50);
    }

    #[test]
    fn halves_round_up() {
        // 1 of 8 essential named: 100 × 1.5 / 24 = 6.25; 1 explained of 8: 12.5.
        let mut levels = vec![(Essential, Missed); 8];
        levels[0].1 = Explained;
        assert_eq!(score(&levels, 0, false), 13);
    }

    #[test]
    fn misconceptions_cost_and_caps_hold() {
        assert_eq!(score(&[(Essential, Explained)], 2, false), 90);
        assert_eq!(score(&[(Essential, Explained), (Bonus, Explained)], 0, false), 100);
        assert_eq!(score(&[(Essential, Named)], 0, false), 25);
        assert_eq!(score(&[(Essential, Explained)], 0, true), 25);
        assert_eq!(score(&[(Essential, Missed)], 9, false), 0);
        assert_eq!(score(&[], 0, false), 0);
    }

    #[test]
    fn bands_begin_where_they_say() {
        let bands = [44, 45, 69, 70, 84, 85].map(Band::of);
        assert_eq!(bands, [Band::Weak, Band::Partial, Band::Partial, Band::Solid, Band::Solid, Band::Strong]);
    }
}
