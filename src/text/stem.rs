//! Word stems: Snowball English, with the irregular forms that it leaves apart brought together first.

use std::borrow::Cow;
use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

/// Inflected forms that no suffix rule joins to their base.
const IRREGULAR: &[(&str, &str)] = &[
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("came", "come"),
    ("caught", "catch"),
    ("children", "child"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("did", "do"),
    ("does", "do"),
    ("done", "do"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("dying", "die"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("freed", "free"),
    ("frees", "free"),
    ("freeing", "free"),
    ("gave", "give"),
    ("given", "give"),
    ("goes", "go"),
    ("gone", "go"),
    ("got", "get"),
    ("gotten", "get"),
    ("had", "have"),
    ("has", "have"),
    ("held", "hold"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("indices", "index"),
    ("indexes", "index"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("learnt", "learn"),
    ("lent", "lend"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("met", "meet"),
    ("paid", "pay"),
    ("ran", "run"),
    ("rewrote", "rewrite"),
    ("rewritten", "rewrite"),
    ("said", "say"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("shown", "show"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stood", "stand"),
    ("taken", "take"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("told", "tell"),
    ("took", "take"),
    ("understood", "understand"),
    ("unlocked", "unlock"),
    ("vertices", "vertex"),
    ("went", "go"),
    ("woke", "wake"),
    ("woken", "wake"),
    ("wrote", "write"),
    ("written", "write"),
    ("panicked", "panic"),
    ("panicking", "panic"),
    ("cheaper", "cheap"),
    ("cheapest", "cheap"),
    ("slower", "slow"),
    ("slowest", "slow"),
    ("faster", "fast"),
    ("fastest", "fast"),
    ("heavier", "heavy"),
    ("costlier", "costly"),
    ("cancelled", "cancel"),
    ("cancelling", "cancel"),
    ("cancellation", "cancel"),
    ("allocator", "allocator"),
    // Snowball joins these to words of another meaning.
    ("several", "several"),
    ("severed", "sever"),
    ("university", "university"),
];

/// The stem of a lower-case word: equal for the inflections of one word.
#[must_use]
pub fn stem(word: &str) -> String {
    if let Some((_, base)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        return snowball(base);
    }
    let word = american(word);
    snowball(&word)
}

fn snowball(word: &str) -> String {
    static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));
    STEMMER.stem(word).into_owned()
}

/// `-ise` and `-our` read as `-ize` and `-or`, where that gives a known word.
fn american(word: &str) -> Cow<'_, str> {
    for (british, other) in [
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
        ("isation", "ization"),
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("yse", "yze"),
        ("ysed", "yzed"),
    ] {
        if let Some(head) = word.strip_suffix(british)
            && head.len() >= 3
        {
            let candidate = format!("{head}{other}");
            if super::words::is_known(&candidate) {
                return Cow::Owned(candidate);
            }
        }
    }
    Cow::Borrowed(word)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["free", "freed", "frees", "freeing"][..],
            &["hold", "held", "holding"],
            &["synchronise", "synchronize", "synchronised", "synchronizing"],
            &["behaviour", "behavior"],
            &["copy", "copied", "copies", "copying"],
            &["index", "indices", "indexes"],
            &["move", "moved", "moving", "moves"],
            &["give", "gave", "given", "giving"],
        ] {
            let first = stem(forms[0]);
            assert!(forms.iter().all(|form| stem(form) == first), "{forms:?}");
        }
    }

    #[test]
    fn neighbours_of_another_meaning_stay_apart() {
        for (one, other) in [("owner", "own"), ("mutable", "immutable"), ("promise", "prom"), ("four", "for")]
        {
            assert_ne!(stem(one), stem(other), "{one} and {other}");
        }
    }
}
