//! Text from packs and answers is untrusted: it must not steer the terminal.

use std::borrow::Cow;

/// The text without control characters other than line breaks and tabs.
///
/// Bidirectional overrides are dropped too: they make text read otherwise than it is.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let unwanted = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(unwanted) { Cow::Owned(text.replace(unwanted, "")) } else { Cow::Borrowed(text) }
}

/// A quotation of at most `limit` characters on one line, cut in the middle where it is longer.
#[must_use]
pub fn excerpt(text: &str, limit: usize) -> String {
    let text = clean(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    let length = line.chars().count();
    if length <= limit {
        return line;
    }
    let half = limit.saturating_sub(3) / 2;
    let head: String = line.chars().take(half).collect();
    let tail: String = line.chars().skip(length - half).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(clean("a\u{1b}[31mb\u{7}\r\n\u{202e}c\u{9b}2J"), "a[31mb\nc2J");
        assert!(matches!(clean("plain\ttext\n"), Cow::Borrowed(_)));
    }

    #[test]
    fn long_quotations_keep_both_ends() {
        assert_eq!(excerpt("one two\nthree", 40), "one two three");
        assert_eq!(excerpt(&"abcdefghij".repeat(4), 13), "abcde … fghij");
    }
}
