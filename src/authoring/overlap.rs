//! Which example of one concept credits another concept of its question: over-general phrases show here.

use std::collections::BTreeMap;

use crate::bank::{Level, Pack, Question};
use crate::grade::{CompileError, Grader};

/// Examples of one concept that explain another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The question.
    pub question: String,
    /// The concept that the examples belong to.
    pub from: String,
    /// The concept that they credit as explained.
    pub to: String,
    /// The examples.
    pub examples: Vec<String>,
}

/// The off-diagonal of a pack's example table, most examples first.
///
/// # Errors
/// The first phrase that is malformed.
pub fn overlaps(pack: &Pack) -> Result<Vec<Overlap>, CompileError> {
    let mut all = Vec::new();
    for question in &pack.questions {
        let grader = Grader::compile(question, &pack.lexicon)?;
        all.extend(of_question(question, &grader));
    }
    all.sort_by(|one, other| {
        other
            .examples
            .len()
            .cmp(&one.examples.len())
            .then_with(|| (&one.question, &one.from, &one.to).cmp(&(&other.question, &other.from, &other.to)))
    });
    Ok(all)
}

fn of_question(question: &Question, grader: &Grader) -> Vec<Overlap> {
    let mut table: BTreeMap<(&str, String), Vec<String>> = BTreeMap::new();
    for concept in &question.rubric.concepts {
        for example in
            concept.examples.explained.iter().chain(&concept.examples.named).chain(&concept.examples.nothing)
        {
            let verdict = grader.grade(example);
            let credited = verdict
                .concepts
                .iter()
                .filter(|other| other.id != concept.id && other.level == Level::Explained);
            for other in credited {
                table.entry((&concept.id, other.id.clone())).or_default().push(example.clone());
            }
        }
    }
    table
        .into_iter()
        .map(|((from, to), examples)| Overlap {
            question: question.id.clone(),
            from: from.to_owned(),
            to,
            examples,
        })
        .collect()
}
