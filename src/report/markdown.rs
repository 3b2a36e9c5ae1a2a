//! Model answers are Markdown; this sets the part of it that they use for a terminal.

use std::fmt::Write as _;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::clean::clean;
use super::highlight::highlight;
use super::signs::{FAINT, styled};
use super::wrap::wrap;

/// Paragraphs wrapped to `width`, code blocks indented as they are, Rust with colours, list items behind a dash.
#[must_use]
pub fn markdown(source: &str, width: usize) -> String {
    let source = clean(source);
    let mut setter = Setter { out: String::new(), width, text: String::new(), code: None, depth: 0 };
    for event in Parser::new(&source) {
        setter.event(event);
    }
    setter.flush();
    setter.out
}

struct Setter {
    out: String,
    width: usize,
    /// The paragraph being read.
    text: String,
    /// The language of the code block being read.
    code: Option<String>,
    /// Lists within lists.
    depth: usize,
}

impl Setter {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                self.flush();
                self.code = Some(match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                });
            }
            Event::End(TagEnd::CodeBlock) => {
                let code = std::mem::take(&mut self.text);
                // A fence says `rust` or `rust,compile_fail`.
                let rust = self.code.take().is_some_and(|language| language.starts_with("rust"));
                let set = if rust { highlight(&code) } else { each_line(&code) };
                for line in set.lines() {
                    let indent = if line.is_empty() { "" } else { "    " };
                    _ = writeln!(self.out, "{indent}{line}");
                }
                self.out.push('\n');
            }
            Event::Start(Tag::List(_)) => {
                self.flush();
                self.depth += 1;
            }
            Event::End(TagEnd::List(_)) => {
                self.flush();
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.out.push('\n');
                }
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => self.flush(),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text.push_str(&text),
            Event::Code(code) => _ = write!(self.text, "`{code}`"),
            Event::SoftBreak | Event::HardBreak => {
                self.text.push(if self.code.is_some() { '\n' } else { ' ' });
            }
            _ => {}
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        if self.depth == 0 {
            self.out.push_str(&wrap(&text, self.width, "", ""));
            self.out.push('\n');
        } else {
            let indent = "  ".repeat(self.depth - 1);
            self.out.push_str(&wrap(&text, self.width, &format!("{indent}- "), &format!("{indent}  ")));
        }
    }
}

fn each_line(code: &str) -> String {
    code.lines().map(|line| format!("{}\n", styled(FAINT, line))).collect()
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn paragraphs_lists_and_code_are_set() {
        let source = "One two three four five six\nseven `eight`.\n\n- first\n- second\n\n```rust\nlet a = 1;\n```\nend";
        let set = anstream::adapter::strip_str(&markdown(source, 24)).to_string();
        assert_eq!(
            set,
            "One two three four five\nsix seven `eight`.\n\n- first\n- second\n\n    let a = 1;\n\nend\n\n"
        );
    }
}
