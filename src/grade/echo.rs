//! Stretches of an answer that only say the question back.

use std::collections::BTreeSet;

use crate::text::{Text, Token};

/// So many words in a row are no accident.
const RUN: usize = 6;

/// The question's runs of words.
#[derive(Debug)]
pub(crate) struct Prompt {
    runs: BTreeSet<String>,
}

impl Prompt {
    pub(crate) fn new(prompt: &Text) -> Self {
        Self { runs: prompt.tokens().windows(RUN).map(joined).collect() }
    }

    /// For every token of an answer, whether it stands in a run of words that the question has as well.
    pub(crate) fn echoed(&self, answer: &Text) -> Vec<bool> {
        let mut echoed = vec![false; answer.tokens().len()];
        for (start, run) in answer.tokens().windows(RUN).enumerate() {
            if self.runs.contains(&joined(run)) {
                echoed[start..start + RUN].fill(true);
            }
        }
        echoed
    }
}

fn joined(run: &[Token]) -> String {
    let words: Vec<&str> = run.iter().map(|token| token.surface.as_str()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spellings;

    #[test]
    fn only_long_runs_are_echoes() {
        let text = |typed: &str| Text::analyse(typed, &Spellings::default());
        let prompt = Prompt::new(&text("How do the `Copy` and `Clone` traits differ?"));
        let count = |typed: &str| prompt.echoed(&text(typed)).into_iter().filter(|echoed| *echoed).count();
        assert_eq!(count("So how do the copy and clone traits differ: well."), 8);
        assert_eq!(count("Copy and Clone differ."), 0);
    }
}
