//! Is the model answer a model, on its own question and on no other?

use super::desk::{Desk, matched, phrases, word};
use super::finding::Finding;
use crate::bank::{Importance, Level, Question, SourceFile};
use crate::grade::{Grader, score};

/// A model answer scores at least this on its own question.
const MODEL_SCORE: u32 = 95;
/// A model answer scores at most this on any other question, shared concepts aside.
const FOREIGN_SCORE: u32 = 25;
/// Words of prose in a model answer.
const MODEL_WORDS: std::ops::RangeInclusive<usize> = 80..=250;

impl Desk<'_> {
    /// The model answer explains all that counts.
    pub(super) fn model_answer(&mut self, file: &SourceFile) {
        let question = self.question;
        let verdict = self.grader.grade(&question.model_answer);
        let mut faults = Vec::new();
        for concept in &verdict.concepts {
            if concept.importance != Importance::Bonus && concept.level != Level::Explained {
                faults.push((
                    format!("{}: in the model answer it is {}", concept.id, word(concept.level)),
                    matched(&verdict, &concept.id),
                ));
            }
        }
        if verdict.score < MODEL_SCORE {
            faults.push((
                format!("the model answer scores {}, at least {MODEL_SCORE} is wanted", verdict.score),
                String::new(),
            ));
        }
        for found in &verdict.misconceptions {
            faults.push((
                format!("the model answer asserts the misconception {}", found.id),
                phrases(found.evidence.iter().map(|evidence| evidence.phrase.as_str())),
            ));
        }
        for (title, label) in faults {
            self.report(Finding::new("model-answer", file, "/model_answer", title, label));
        }
        let words = prose_words(&question.model_answer);
        if !MODEL_WORDS.contains(&words) {
            let title = format!(
                "the model answer has {words} words of prose, {} to {} are wanted",
                MODEL_WORDS.start(),
                MODEL_WORDS.end()
            );
            self.report(Finding::new("model-answer", file, "/model_answer", title, String::new()).warning());
        }
    }

    /// The model answer earns little on other questions, concepts that the two share aside.
    pub(super) fn foreign<'b>(
        &mut self,
        file: &SourceFile,
        others: impl Iterator<Item = (&'b Question, &'b Grader)>,
    ) {
        for (other, grader) in others {
            let related = self.question.related.iter().any(|related| related.id == other.id)
                || other.related.iter().any(|related| related.id == self.question.id);
            if related {
                continue;
            }
            let verdict = grader.grade(&self.question.model_answer);
            let shared = |id: &str| self.question.rubric.concepts.iter().any(|concept| concept.id == id);
            let own: Vec<_> = verdict.concepts.iter().filter(|concept| !shared(&concept.id)).collect();
            let levels: Vec<_> = own.iter().map(|concept| (concept.importance, concept.level)).collect();
            let points = score(&levels, 0, false);
            if points > FOREIGN_SCORE {
                let credited: Vec<_> = own
                    .iter()
                    .filter(|concept| concept.level == Level::Explained)
                    .map(|concept| {
                        format!(
                            "{} by {}",
                            concept.id,
                            phrases(concept.evidence.iter().map(|e| e.phrase.as_str()))
                        )
                    })
                    .collect();
                let title = format!(
                    "the model answer scores {points} on {:?}, at most {FOREIGN_SCORE} is allowed",
                    other.id
                );
                let finding = Finding::new("foreign", file, "/model_answer", title, credited.join("; "));
                self.report(finding.help("narrow those phrases, or declare the questions `related`"));
            }
        }
    }
}

/// The words of a Markdown text outside code fences.
fn prose_words(markdown: &str) -> usize {
    let mut fenced = false;
    let mut words = 0;
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            words += line.split_whitespace().count();
        }
    }
    words
}
