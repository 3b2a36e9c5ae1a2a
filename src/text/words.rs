//! Known English words and verbs, searched where they lie.

/// Words of four letters or more, sorted, one a line; licence in `words-LICENSE.txt`.
static WORDS: &str = include_str!("words.txt");
/// Verb forms that are seldom anything else, sorted, one a line.
static VERBS: &str = include_str!("verbs.txt");

/// Whether `word` (lower case) is in the word list, which holds words of four letters or more.
#[must_use]
pub fn is_known(word: &str) -> bool {
    contains(WORDS, word)
}

/// Whether `word` (lower case) is a verb form or an auxiliary that is seldom another part of speech.
#[must_use]
pub fn is_verb(word: &str) -> bool {
    contains(VERBS, word)
}

/// Binary search over the lines of a sorted list, without splitting it first.
fn contains(list: &str, word: &str) -> bool {
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let bytes = list.as_bytes();
        let start = bytes[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |at| low + at + 1);
        let end = bytes[middle..high].iter().position(|&b| b == b'\n').map_or(high, |at| middle + at);
        match list[start..end].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_lists_is_found() {
        for list in [WORDS, VERBS] {
            assert!(list.lines().is_sorted(), "binary search needs a sorted list");
            assert!(list.lines().all(|word| contains(list, word)));
        }
    }

    #[test]
    fn other_words_are_not_found() {
        for word in ["", "a", "zzzz", "borow", "immutabel", "thred"] {
            assert!(!is_known(word), "{word}");
        }
        assert!(!is_verb("owner"));
    }
}
