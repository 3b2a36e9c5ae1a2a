//! Questions out of their files: shared concepts are taken from their homes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::question::QuestionFiles;
use super::rubric::{Concept, ConceptFile, Origin, PhraseSource};
use super::validate::{is_id, references};
use super::{BankError, Question, Rubric, Sets, Source, locate};

/// Builds one question, with its shared concepts taken from their homes.
pub(super) fn join(
    id: &str,
    pair: &QuestionFiles,
    files: &BTreeMap<String, QuestionFiles>,
    source: &Source,
) -> Result<Question, Vec<BankError>> {
    let rubric = &pair.rubric;
    let file = source.rubrics.iter().find(|file| file.stem() == id).expect("the pair was read from it");
    let fault = |pointer: &str, message: String| {
        BankError::at(&file.path, &file.text, locate(&file.text, pointer), message)
    };
    let mut errors = Vec::new();
    let mut concepts: Vec<Concept> = Vec::new();
    if rubric.concepts.is_empty() {
        errors.push(fault("/concepts", "a rubric needs at least one concept".to_owned()));
    }
    for (index, entry) in rubric.concepts.iter().enumerate() {
        match concept(id, index, entry, files) {
            Ok(concept) if concepts.iter().any(|other| other.id == concept.id) => {
                errors.push(fault(
                    &format!("/concepts/{index}"),
                    format!("concept {:?} stands twice", concept.id),
                ));
            }
            Ok(concept) if concept.explained.is_empty() => {
                let message = format!("no phrase explains {:?}, so nobody can earn it", concept.id);
                errors.push(fault(&format!("/concepts/{index}"), message).help("write `explained` phrases"));
            }
            Ok(concept) => concepts.push(concept),
            Err((field, message)) => errors.push(fault(&format!("/concepts/{index}{field}"), message)),
        }
    }
    if errors.is_empty() {
        let known: BTreeSet<&str> = concepts.iter().map(|concept| concept.id.as_str()).collect();
        errors.extend(
            references(rubric, &known).into_iter().map(|(pointer, message)| fault(&pointer, message)),
        );
    }
    if errors.is_empty() {
        let rubric = Rubric {
            misconceptions: rubric.misconceptions.clone(),
            samples: rubric.samples.clone(),
            sets: sets_in_reach(&concepts, id, files),
            concepts,
        };
        Ok(Question::new(pair.question.clone(), rubric))
    } else {
        Err(errors)
    }
}

/// The sets of this rubric, and of the rubrics that its shared concepts come from.
fn sets_in_reach(
    concepts: &[Concept],
    id: &str,
    files: &BTreeMap<String, QuestionFiles>,
) -> BTreeMap<String, Arc<Sets>> {
    let homes = concepts.iter().map(|concept| concept.home.question.as_str()).chain([id]);
    let homes: BTreeSet<&str> = homes.collect();
    let found = homes.into_iter().filter_map(|home| files.get_key_value(home));
    found.map(|(home, pair)| (home.clone(), Arc::clone(&pair.rubric.sets))).collect()
}

type Fault = (String, String);

/// One concept, written out here or used from its home.
fn concept(
    question: &str,
    index: usize,
    entry: &ConceptFile,
    files: &BTreeMap<String, QuestionFiles>,
) -> Result<Concept, Fault> {
    let Some(home) = &entry.home else { return own_concept(question, index, entry) };
    let wrong = |message: String| ("/use".to_owned(), message);
    let (home_question, id) =
        home.split_once('/').ok_or_else(|| wrong(format!("{home:?} is not <question>/<concept>")))?;
    let pair =
        files.get(home_question).ok_or_else(|| wrong(format!("there is no question {home_question:?}")))?;
    let (home_index, home_entry) = pair
        .rubric
        .concepts
        .iter()
        .enumerate()
        .find(|(_, other)| other.id.as_deref() == Some(id))
        .ok_or_else(|| wrong(format!("{home_question:?} does not write out a concept {id:?}")))?;
    let given = [
        ("id", entry.id.is_some()),
        ("title", entry.title.is_some()),
        ("statement", entry.statement.is_some()),
        ("why", entry.why.is_some()),
        ("hint", entry.hint.is_some()),
        ("probe", entry.probe.is_some()),
    ];
    if let Some((field, _)) = given.iter().find(|(_, given)| *given) {
        return Err((
            format!("/{field}"),
            format!("with \"use\", {field:?} is written in the concept's home"),
        ));
    }
    let mut concept = own_concept(home_question, home_index, home_entry)?;
    concept.importance =
        entry.importance.ok_or_else(|| (String::new(), "the concept has no \"importance\"".to_owned()))?;
    concept.explained.extend(phrases(question, index, "explained", &entry.explained));
    concept.named.extend(phrases(question, index, "named", &entry.named));
    concept.denied.extend(phrases(question, index, "denied", &entry.denied));
    Ok(concept)
}

fn own_concept(question: &str, index: usize, entry: &ConceptFile) -> Result<Concept, Fault> {
    fn required<T: Clone>(value: Option<&T>, field: &str) -> Result<T, Fault> {
        value.cloned().ok_or_else(|| {
            (
                String::new(),
                format!("the concept has no {field:?}; give it, or \"use\" one of another rubric"),
            )
        })
    }
    let id = required(entry.id.as_ref(), "id")?;
    if !is_id(&id) {
        return Err((
            "/id".to_owned(),
            format!("{id:?} is no id: use lower case letters, digits and hyphens"),
        ));
    }
    Ok(Concept {
        id,
        title: required(entry.title.as_ref(), "title")?,
        statement: required(entry.statement.as_ref(), "statement")?,
        importance: required(entry.importance.as_ref(), "importance")?,
        why: required(entry.why.as_ref(), "why")?,
        hint: required(entry.hint.as_ref(), "hint")?,
        probe: required(entry.probe.as_ref(), "probe")?,
        explained: phrases(question, index, "explained", &entry.explained),
        named: phrases(question, index, "named", &entry.named),
        denied: phrases(question, index, "denied", &entry.denied),
        examples: entry.examples.clone(),
        home: Origin { question: question.to_owned(), index },
    })
}

fn phrases(question: &str, index: usize, field: &str, texts: &[String]) -> Vec<PhraseSource> {
    texts
        .iter()
        .enumerate()
        .map(|(place, text)| PhraseSource {
            text: text.clone(),
            question: question.to_owned(),
            pointer: format!("/concepts/{index}/{field}/{place}"),
        })
        .collect()
}
