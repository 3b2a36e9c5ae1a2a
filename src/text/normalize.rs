//! One spelling for what people type in many: lower case, plain quotes, no invisible characters.

use unicode_normalization::UnicodeNormalization;

use super::Span;

/// A text in lower case with plain punctuation, and for each of its bytes where it stood in the original.
#[derive(Debug)]
pub(super) struct Normalized {
    text: String,
    /// For each byte of `text`, the character of the original that it came from.
    sources: Vec<Span>,
}

impl Normalized {
    /// Normalises character by character, so that every byte keeps a place in the original.
    pub(super) fn new(original: &str) -> Self {
        let mut normalized =
            Self { text: String::with_capacity(original.len()), sources: Vec::with_capacity(original.len()) };
        for (start, character) in original.char_indices() {
            let source = Span::new(start, start + character.len_utf8());
            match character {
                '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{00b4}' => normalized.push("'", source),
                '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{00ab}' | '\u{00bb}' => {
                    normalized.push("\"", source);
                }
                '\u{2010}' | '\u{2011}' | '\u{2212}' => normalized.push("-", source),
                '\u{2012}'..='\u{2015}' => normalized.push("\u{2014}", source),
                '\u{2026}' => normalized.push("...", source),
                '\u{2192}' | '\u{21d2}' => normalized.push("->", source),
                '\u{2022}' | '\u{25e6}' | '\u{2023}' => normalized.push("*", source),
                '\n' => normalized.push("\n", source),
                '\u{2028}' | '\u{2029}' => normalized.push("\n", source),
                // Zero-width characters and the soft hyphen are there for layout and split no word.
                '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{00ad}' => {}
                _ if character.is_control() || character.is_whitespace() => normalized.push(" ", source),
                _ if character.is_ascii() => {
                    normalized.push(character.to_ascii_lowercase().encode_utf8(&mut [0; 4]), source);
                }
                _ => {
                    for plain in std::iter::once(character).nfkc().flat_map(char::to_lowercase) {
                        normalized.push(plain.encode_utf8(&mut [0; 4]), source);
                    }
                }
            }
        }
        normalized
    }

    /// The normalised text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The range of the original that a non-empty byte range of the normalised text came from.
    pub(super) fn source(&self, start: usize, end: usize) -> Span {
        self.sources[start].cover(self.sources[end - 1])
    }

    fn push(&mut self, plain: &str, source: Span) {
        self.text.push_str(plain);
        self.sources.extend(std::iter::repeat_n(source, plain.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_case_and_invisible_characters_are_evened_out() {
        let normalized = Normalized::new("Don\u{2019}t \u{201c}MOVE\u{201d}\u{200b} it\u{2026}");
        assert_eq!(normalized.text(), "don't \"move\" it...");
    }

    #[test]
    fn every_range_leads_back_to_the_characters_it_came_from() {
        let original = "a \u{ff22}orrow\u{2026} b";
        let normalized = Normalized::new(original);
        let start = normalized.text().find("borrow").expect("folded to ASCII");
        assert_eq!(normalized.source(start, start + 6).of(original), "\u{ff22}orrow");
        assert_eq!(normalized.source(start + 6, start + 9).of(original), "\u{2026}");
    }
}
