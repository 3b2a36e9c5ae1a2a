//! A typed text, analysed once: tokens with their place in the original, sentences, clauses.
//!
//! Everything here is a pure function of the text. Positions always refer to the text as it was typed.

mod clause;
mod dialogue;
mod lines;
mod normalize;
mod span;
mod spelling;
mod stem;
mod token;
mod tokenize;
pub mod words;

pub use span::Span;
pub use spelling::Spellings;
pub use stem::stem;
pub use token::{Gap, Kind, Sentence, Token};

/// An analysed text.
#[derive(Debug)]
pub struct Text {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl Text {
    /// Splits `original` into tokens, sentences and clauses, in time linear in its length.
    #[must_use]
    pub fn analyse(original: &str, spellings: &Spellings) -> Self {
        let (mut tokens, sentences) = tokenize::tokenize(original, spellings);
        let sentences = dialogue::join_questions(&mut tokens, sentences);
        clause::number_clauses(&mut tokens, &sentences);
        Self { tokens, sentences }
    }

    /// All tokens, in the order of the text.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All tokens, to be read otherwise (as the typo rule does).
    pub fn tokens_mut(&mut self) -> &mut [Token] {
        &mut self.tokens
    }

    /// All sentences, in the order of the text.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The number of words and numbers.
    #[must_use]
    pub fn word_count(&self) -> usize {
        // Several words read out of one place ("don't") were typed as one.
        let mut last = None;
        self.tokens
            .iter()
            .filter(|token| token.kind != Kind::Symbol && last.replace(token.span) != Some(token.span))
            .count()
    }

    /// The part of the original that the tokens from `first` to `last` (inclusive) span.
    #[must_use]
    pub fn span(&self, first: usize, last: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[last].span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let analysed = Text::analyse(text, &Spellings::default());
        analysed
            .sentences()
            .iter()
            .map(|sentence| {
                let words: Vec<_> = analysed.tokens()[sentence.tokens.clone()]
                    .iter()
                    .map(|token| token.surface.as_str())
                    .collect();
                words.join(" ")
            })
            .collect()
    }

    #[test]
    fn code_ends_no_sentence() {
        assert_eq!(
            sentences("You call fut.await and v.len() in 0..10. Then `a. b` e.g. this."),
            ["you call fut await and v len in 0 .. 10", "then a b e g this"]
        );
    }

    #[test]
    fn hard_wrapped_lines_go_on_and_blocks_do_not() {
        assert_eq!(
            sentences("one owner\nper value\n\nnext\n- item one\n- item two\ndone.\nlast"),
            ["one owner per value", "next", "item one", "item two done", "last"]
        );
    }

    #[test]
    fn the_question_mark_operator_is_a_symbol_and_a_question_is_a_question() {
        let text = Text::analyse("Use the ? operator or read()?; does it work?", &Spellings::default());
        let marks = text.tokens().iter().filter(|token| token.surface == "?").count();
        assert_eq!(marks, 2);
        assert!(text.sentences()[0].question);
    }

    #[test]
    fn a_quoted_question_is_not_asked_and_a_lone_sign_ends_nothing() {
        let typed = "Option answers \"is there one?\", Result says why. Like the ! of Swift it stops.";
        let text = Text::analyse(typed, &Spellings::default());
        assert_eq!(text.sentences().len(), 2);
        assert!(text.sentences().iter().all(|sentence| !sentence.question));
    }

    #[test]
    fn contractions_become_two_words_and_count_as_one() {
        let text = Text::analyse("It can't don\u{2019}t dont cannot", &Spellings::default());
        let words: Vec<_> = text.tokens().iter().map(|token| token.surface.as_str()).collect();
        assert_eq!(words, ["it", "can", "not", "do", "not", "do", "not", "can", "not"]);
        assert_eq!(text.word_count(), 5);
    }

    #[test]
    fn spans_point_at_what_was_typed() {
        let typed = "Größe: `Arc<Mutex<T>>` — don’t";
        let text = Text::analyse(typed, &Spellings::default());
        let words: Vec<_> = text.tokens().iter().map(|token| token.span.of(typed)).collect();
        assert_eq!(words, ["Größe", "Arc", "Mutex", "T", "don’t", "don’t"]);
        assert!(text.tokens()[1].marked && text.tokens()[1].code);
    }
}
