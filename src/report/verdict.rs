//! One verdict, concept by concept, with the words that earned it.

use super::clean::{clean, excerpt};
use super::number::counted;
use super::signs::{self, BAD, FAINT, HALF, HEADING, QUOTE, styled};
use super::wrap::wrap;
use crate::bank::{Concept, Level, Question};
use crate::grade::{ConceptVerdict, Evidence, Stance, Verdict};
use crate::text::Span;

/// Characters of a quotation.
const QUOTE_LENGTH: usize = 140;
/// Columns of the sign and the word of a level.
const LABEL: usize = 16;

/// The verdict as text with ANSI styles, set to `width` columns.
///
/// `question` is the question as the pack has it now, `name` its id: an old verdict may speak of one that is gone.
#[must_use]
pub fn verdict(
    question: Option<&Question>,
    name: &str,
    answer: &str,
    verdict: &Verdict,
    width: usize,
) -> String {
    let title = question.map_or(name, |question| &question.title);
    let mut out = headline(title, verdict);
    for flag in &verdict.flags {
        out.push_str(&styled(HALF, &wrap(signs::flag(*flag), width, "! ", "  ")));
    }
    out.push('\n');
    for (place, graded) in verdict.concepts.iter().enumerate() {
        let mut concepts = question.into_iter().flat_map(|question| &question.rubric.concepts);
        let concept = concepts.find(|concept| concept.id == graded.id);
        out.push_str(&one_concept(place + 1, concept, graded, width));
    }
    out.push_str(&misconceptions(question, answer, verdict, width));
    out
}

fn headline(title: &str, verdict: &Verdict) -> String {
    let (band, style) = signs::band(verdict.band);
    format!(
        "{}: {} {}\n",
        styled(HEADING, &clean(title)),
        styled(style, &format!("{} of 100, {band}", verdict.score)),
        styled(FAINT, &format!("({})", counted(verdict.words, "word"))),
    )
}

fn one_concept(number: usize, concept: Option<&Concept>, graded: &ConceptVerdict, width: usize) -> String {
    let (sign, word, style) = signs::level(graded.level);
    // On a narrow screen the label gets a line of its own.
    let narrow = width < 56;
    let indent = if narrow { "    ".to_owned() } else { " ".repeat(LABEL + 2) };
    let label = format!("{sign} {word}");
    // The number is the one that marks the evidence in the annotated answer.
    let title = concept.map_or(&graded.id, |concept| &concept.title);
    let title = format!("{number}. {}", clean(title));
    let mut out = if narrow {
        format!("  {}\n{}", styled(style, &label), wrap(&title, width, &indent, &indent))
    } else {
        let padded = format!("  {label:LABEL$}");
        // Wrapped as plain text first, so that styles never count as columns.
        let text = wrap(&title, width, &padded, &indent);
        text.replacen(&label, &styled(style, &label), 1)
    };
    for evidence in &graded.evidence {
        out.push_str(&quotation(evidence, graded.level, width, &indent));
    }
    if let Some(concept) = concept.filter(|_| graded.level != Level::Explained) {
        out.push_str(&wrap(
            &format!("A full answer: {}", clean(&concept.statement)),
            width,
            &indent,
            &indent,
        ));
        out.push_str(&wrap(&format!("Why it matters: {}", clean(&concept.why)), width, &indent, &indent));
    }
    out
}

fn quotation(evidence: &Evidence, level: Level, width: usize, indent: &str) -> String {
    let lead = match (evidence.stance, level) {
        (Stance::Against, _) => "against: ",
        (Stance::Credit, Level::Contradicted) => "for: ",
        (Stance::Credit, _) => "",
    };
    let read: Vec<String> = evidence
        .read
        .iter()
        .map(|read| format!("{} read as {}", clean(&read.typed), clean(&read.meant)))
        .collect();
    let read = if read.is_empty() { String::new() } else { format!(" ({})", read.join(", ")) };
    let quote = format!("{lead}\u{201c}{}\u{201d}{read}", excerpt(&evidence.text, QUOTE_LENGTH));
    let style = if evidence.stance == Stance::Against { BAD } else { QUOTE };
    wrap(&quote, width, indent, indent)
        .lines()
        .map(|line| {
            let text = line.trim_start();
            format!("{}{}\n", &line[..line.len() - text.len()], styled(style, text))
        })
        .collect()
}

fn misconceptions(question: Option<&Question>, answer: &str, verdict: &Verdict, width: usize) -> String {
    let mut out = String::new();
    for found in &verdict.misconceptions {
        let mut known = question.into_iter().flat_map(|question| &question.rubric.misconceptions);
        let known = known.find(|known| known.id == found.id);
        out.push('\n');
        let said =
            found.evidence.first().map(|evidence| excerpt(sentence(answer, evidence.span), QUOTE_LENGTH));
        let said = said.unwrap_or_default();
        out.push_str(&styled(BAD, "  ! misconception"));
        out.push('\n');
        out.push_str(&wrap(&format!("You said: \u{201c}{said}\u{201d}"), width, "    ", "    "));
        let truth = known.map_or_else(|| found.id.clone(), |known| format!("In truth: {}", known.correction));
        out.push_str(&wrap(&clean(&truth), width, "    ", "    "));
    }
    out
}

/// The sentence of an answer that a span stands in, as far as full stops and line breaks tell.
fn sentence(answer: &str, span: Span) -> &str {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let start = answer.get(..span.start).and_then(|before| before.rfind(ends)).map_or(0, |at| at + 1);
    let end =
        answer.get(span.end..).and_then(|after| after.find(ends)).map_or(answer.len(), |at| span.end + at);
    answer.get(start..end).unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_around_a_span_is_found() {
        let answer = "One. Leaks are impossible, I think! Two";
        assert_eq!(sentence(answer, Span::new(5, 10)), "Leaks are impossible, I think");
        assert_eq!(sentence(answer, Span::new(36, 39)), "Two");
    }
}
