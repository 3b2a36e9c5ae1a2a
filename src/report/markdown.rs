//! Model answers are Markdown; this sets the part of it that they use for a terminal.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::clean::clean;
use super::signs::FAINT;
use super::wrap::wrap;

/// Paragraphs wrapped to `width`, code blocks indented as they are, list items behind a dash.
#[must_use]
pub fn markdown(source: &str, width: usize) -> String {
    let source = clean(source);
    let mut setter = Setter { out: String::new(), width, text: String::new(), code: false, depth: 0 };
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
    code: bool,
    /// Lists within lists.
    depth: usize,
}

impl Setter {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                self.flush();
                self.code = true;
            }
            Event::End(TagEnd::CodeBlock) => {
                for line in self.text.lines() {
                    _ = writeln!(self.out, "    {FAINT}{line}{FAINT:#}");
                }
                self.text.clear();
                self.out.push('\n');
                self.code = false;
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
            Event::SoftBreak | Event::HardBreak => self.text.push(if self.code { '\n' } else { ' ' }),
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
