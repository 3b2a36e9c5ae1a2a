//! Rust code with colours, by the compiler's own lexer.

use anstyle::Style;
use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

use super::signs::{FAINT, KEYWORD, LITERAL, TYPE, styled};

/// Keywords of edition 2024, strict and in use.
const KEYWORDS: [&str; 39] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false",
    "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return",
    "self", "Self", "static", "struct", "super", "trait", "true", "type", "union", "unsafe", "use", "where",
    "while",
];

/// The code with ANSI styles that end at the end of each line.
pub(super) fn highlight(code: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for token in tokenize(code, FrontmatterAllowed::No) {
        let end = at + token.len as usize;
        let Some(text) = code.get(at..end) else { break };
        match style(token.kind, text) {
            Some(style) => {
                for line in text.split_inclusive('\n') {
                    let visible = line.trim_end_matches('\n');
                    out.push_str(&styled(style, visible));
                    out.push_str(&line[visible.len()..]);
                }
            }
            None => out.push_str(text),
        }
        at = end;
    }
    out.push_str(code.get(at..).unwrap_or_default());
    out
}

fn style(kind: TokenKind, text: &str) -> Option<Style> {
    match kind {
        TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => Some(FAINT),
        TokenKind::Literal { .. } => Some(LITERAL),
        TokenKind::Lifetime { .. } | TokenKind::RawLifetime => Some(TYPE),
        TokenKind::Ident if KEYWORDS.contains(&text) => Some(KEYWORD),
        TokenKind::Ident if text.starts_with(char::is_uppercase) => Some(TYPE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_stays_as_it_is_and_keywords_and_literals_are_marked() {
        let code = "fn main() {\n    let s = \"a\nb\"; // end\n    'x: loop {}\n}\n";
        let set = highlight(code);
        assert_eq!(anstream::adapter::strip_str(&set).to_string(), code);
        assert!(set.contains(&styled(KEYWORD, "fn")) && set.contains(&styled(LITERAL, "\"a")), "{set}");
        assert!(set.contains(&styled(FAINT, "// end")) && set.contains(&styled(TYPE, "'x")), "{set}");
        assert_eq!(anstream::adapter::strip_str(&highlight("\"open")).to_string(), "\"open");
    }
}
