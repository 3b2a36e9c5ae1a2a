//! Lines of a text and what each is: prose, an item of a list, code in a fence.

use std::ops::Range;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Nothing but white space, or a code fence.
    Blank,
    /// Prose that goes on from the line before.
    Prose,
    /// Opened by a list marker or a heading sign.
    Item,
    /// Inside a code fence.
    Code,
}

/// One line: what it is, and the bytes of its content (without marker and line break).
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) kind: LineKind,
    pub(super) content: Range<usize>,
}

/// Splits normalised text into its lines.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut fenced = false;
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.strip_suffix('\n').unwrap_or(raw);
        let trimmed = line.trim_start();
        let indent = start + line.len() - trimmed.len();
        let end = start + line.len();
        let (kind, content) = if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            let closes_at_once = trimmed.len() > 3 && trimmed[3..].contains("```");
            if closes_at_once {
                (LineKind::Prose, indent..end)
            } else {
                fenced = !fenced;
                (LineKind::Blank, end..end)
            }
        } else if fenced {
            (LineKind::Code, indent..end)
        } else if trimmed.is_empty() {
            (LineKind::Blank, end..end)
        } else if let Some(marker) = marker_length(trimmed) {
            (LineKind::Item, indent + marker..end)
        } else {
            (LineKind::Prose, indent..end)
        };
        lines.push(Line { kind, content });
        start += raw.len();
    }
    lines
}

/// The length of the list marker or heading sign that opens a line, with the space after it.
fn marker_length(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let sign = if digits > 0 && digits <= 2 {
        matches!(line.as_bytes().get(digits), Some(b'.' | b')')).then_some(digits + 1)?
    } else {
        let hashes = line.bytes().take_while(|&b| b == b'#').count();
        if (1..=6).contains(&hashes) {
            hashes
        } else {
            matches!(line.as_bytes()[0], b'-' | b'*' | b'+' | b'>').then_some(1)?
        }
    };
    (line.as_bytes().get(sign) == Some(&b' ')).then_some(sign + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_markers_and_prose_are_told_apart() {
        let text = "one\n- two\n 3) three\n\n```rust\nlet a = 1;\n```\n#[test] four";
        let kinds: Vec<_> = lines(text).iter().map(|line| (line.kind, &text[line.content.clone()])).collect();
        use LineKind::{Blank, Code, Item, Prose};
        assert_eq!(
            kinds,
            [
                (Prose, "one"),
                (Item, "two"),
                (Item, "three"),
                (Blank, ""),
                (Blank, ""),
                (Code, "let a = 1;"),
                (Blank, ""),
                (Prose, "#[test] four"),
            ]
        );
    }
}
