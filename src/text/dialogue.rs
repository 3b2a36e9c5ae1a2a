//! "Who frees it? The owner." is a statement in two halves: a question that the answer itself answers.

use super::{Gap, Sentence, Token};

/// A longer question stands for itself.
const LONGEST: usize = 12;

/// Openings of a reply that denies or doubts what was asked.
const DOUBTS: &[&str] = &[
    "no", "nope", "not", "never", "wrong", "false", "maybe", "perhaps", "hm", "hmm", "dunno", "unsure",
    "none", "nothing", "nobody", "neither", "i", "depends",
];

/// Joins every short question with the sentence that answers it.
pub(super) fn join_questions(tokens: &mut [Token], sentences: Vec<Sentence>) -> Vec<Sentence> {
    let mut joined: Vec<Sentence> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let reply = &tokens[sentence.tokens.start];
        let answers = !sentence.code && !sentence.item && !DOUBTS.contains(&reply.surface.as_str());
        match joined.last_mut() {
            Some(question) if question.question && question.tokens.len() <= LONGEST && answers => {
                tokens[sentence.tokens.start].gap = Gap::Strong;
                question.tokens.end = sentence.tokens.end;
                question.question = sentence.question;
            }
            _ => joined.push(sentence),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use crate::text::{Spellings, Text};

    #[test]
    fn a_question_is_joined_with_its_answer_and_not_with_a_doubt() {
        let questions = |typed: &str| -> Vec<bool> {
            let text = Text::analyse(typed, &Spellings::default());
            text.sentences().iter().map(|sentence| sentence.question).collect()
        };
        assert_eq!(questions("Who frees it when it leaves scope? The owner."), [false]);
        assert_eq!(questions("Is it copied when it moves? No."), [true, false]);
        assert_eq!(questions("Is it copied when it moves?"), [true]);
    }
}
