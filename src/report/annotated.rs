//! An answer with what counted in it marked: by signs in brackets, and by colour.

use super::clean::clean;
use super::signs::{self, BAD, styled};
use super::wrap::wrap;
use crate::bank::Level;
use crate::grade::{Stance, Verdict};
use crate::text::Span;

/// A stretch of the answer and the numbers of the concepts it counted for.
struct Stretch {
    span: Span,
    numbers: Vec<String>,
    level: Level,
    against: bool,
}

/// The answer as typed, every piece of evidence in brackets with its concepts' numbers and signs: `[one owner](1+)`.
///
/// Concepts are numbered in the verdict's order, from 1; misconceptions are marked `!`.
#[must_use]
pub fn annotated(answer: &str, verdict: &Verdict, width: usize) -> String {
    let mut out = String::new();
    let mut at = 0;
    for stretch in stretches(answer, verdict) {
        let (Some(before), Some(text)) =
            (answer.get(at..stretch.span.start), answer.get(stretch.span.start..stretch.span.end))
        else {
            continue;
        };
        out.push_str(&clean(before));
        let style = if stretch.against { BAD } else { signs::level(stretch.level).2 };
        let marked = format!("[{}]({})", clean(text), stretch.numbers.join(" "));
        out.push_str(&each_word(&marked, |word| styled(style, word)));
        at = stretch.span.end;
    }
    out.push_str(&clean(answer.get(at..).unwrap_or_default()));
    out.lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { wrap(line, width, "", "") })
        .collect()
}

/// Styles word by word: a pager ends every style at the end of a line.
fn each_word(text: &str, style: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            out.push_str(&style(word));
        }
        out.push_str(&piece[word.len()..]);
    }
    out
}

/// Evidence in the order of the text; what overlaps is one stretch.
fn stretches(answer: &str, verdict: &Verdict) -> Vec<Stretch> {
    let mut all = Vec::new();
    for (place, concept) in verdict.concepts.iter().enumerate() {
        let sign = signs::level(concept.level).0;
        for evidence in &concept.evidence {
            all.push(Stretch {
                span: evidence.span,
                numbers: vec![format!("{}{sign}", place + 1)],
                level: concept.level,
                against: evidence.stance == Stance::Against,
            });
        }
    }
    for misconception in verdict.misconceptions.iter().flat_map(|misconception| &misconception.evidence) {
        let numbers = vec!["!".to_owned()];
        all.push(Stretch { span: misconception.span, numbers, level: Level::Contradicted, against: true });
    }
    all.retain(|stretch| stretch.span.start < stretch.span.end && stretch.span.end <= answer.len());
    all.sort_by_key(|stretch| (stretch.span.start, stretch.span.end));
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in all {
        match joined.last_mut().filter(|last| stretch.span.start < last.span.end) {
            None => joined.push(stretch),
            Some(last) => {
                last.span = Span::new(last.span.start, last.span.end.max(stretch.span.end));
                last.against |= stretch.against;
                last.level = last.level.min(stretch.level);
                for number in stretch.numbers {
                    if !last.numbers.contains(&number) {
                        last.numbers.push(number);
                    }
                }
            }
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bank::Pack;

    #[test]
    fn evidence_is_marked_in_place_and_nothing_else_is_changed() {
        let pack = Pack::embedded().expect("the built-in pack loads");
        let answer = "Well, every value has exactly one owner.\n\nIt leaks \u{1b}[2Jnever.";
        let verdict = pack.grader("ownership").expect("it compiles").grade(answer);
        let set = anstream::adapter::strip_str(&annotated(answer, &verdict, 80)).to_string();
        assert!(set.contains("(1+)") && set.contains('['), "{set}");
        let bare = set.replace("(1+)", "");
        assert!(bare.replace(['[', ']'], "").contains("every value has exactly one owner"), "{set}");
        assert!(!annotated(answer, &verdict, 80).contains("\u{1b}[2J"));
    }
}
