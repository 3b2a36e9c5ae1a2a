//! Setting text to a width.

use textwrap::{Options, WordSplitter};

/// `text` wrapped to `width` columns, its first line behind `first`, the others behind `rest`; ends in a line break.
#[must_use]
pub fn wrap(text: &str, width: usize, first: &str, rest: &str) -> String {
    // Never so narrow that a word a line remains.
    let width = width.max(20);
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation);
    let mut out = String::new();
    for line in textwrap::wrap(text, options) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Seconds as minutes and seconds: `4:05`.
#[must_use]
pub fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
