//! From files to questions: parsing, cross-checking, joining shared concepts to their homes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::question::{FORMAT, QuestionFiles};
use super::rubric::{Concept, ConceptFile, Origin, PhraseSource};
use super::validate::{empty_fields, empty_spellings, is_id, named_as_file, references};
use super::{BankError, Lexicon, Question, QuestionFile, Rubric, RubricFile, Source, SourceFile, locate};

/// A folder of questions with their rubrics, read and cross-checked.
#[derive(Debug)]
pub struct Pack {
    /// The pack's name.
    pub name: String,
    /// Sorted by id.
    pub questions: Vec<Question>,
    /// The words that its rubrics share.
    pub lexicon: Lexicon,
    source: Source,
}

impl Pack {
    /// The pack that is built in.
    ///
    /// # Errors
    /// Never for a released version: its own tests load it.
    pub fn embedded() -> Result<Self, BankError> {
        Self::load(Source::embedded()).map_err(|mut errors| errors.remove(0))
    }

    /// Reads a pack out of its files.
    ///
    /// # Errors
    /// All faults that were found, at least one.
    pub fn load(source: Source) -> Result<Self, Vec<BankError>> {
        let mut errors = Vec::new();
        let lexicon = source.lexicon.as_ref().map_or_else(
            || Some(Lexicon { format: FORMAT, ..Lexicon::default() }),
            |file| {
                let parsed = parse::<Lexicon>(file).and_then(|found| versioned(file, found.format, found));
                let lexicon = keep(parsed, &mut errors);
                errors.extend(lexicon.iter().flat_map(|lexicon| empty_spellings(file, lexicon)));
                lexicon
            },
        );
        let files = read_questions(&source, &mut errors);
        let mut questions = Vec::new();
        for (id, pair) in &files {
            match join(id, pair, &files, &source) {
                Ok(question) => questions.push(question),
                Err(faults) => errors.extend(faults),
            }
        }
        if files.is_empty() && errors.is_empty() {
            errors.push(
                BankError::of_file(&source.name, "holds no questions").help("add questions/<pack>/<id>.json"),
            );
        }
        match lexicon {
            Some(lexicon) if errors.is_empty() => {
                Ok(Self { name: source.name.clone(), questions, lexicon, source })
            }
            _ => Err(errors),
        }
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The rubric file of a question, for messages that point into it.
    #[must_use]
    pub fn rubric_file(&self, question: &str) -> Option<&SourceFile> {
        self.source.rubrics.iter().find(|file| file.stem() == question)
    }

    /// The question file of a question, for messages that point into it.
    #[must_use]
    pub fn question_file(&self, question: &str) -> Option<&SourceFile> {
        self.source.questions.iter().find(|file| file.stem() == question)
    }

    /// The lexicon's file, for messages that point into it.
    #[must_use]
    pub fn lexicon_file(&self) -> Option<&SourceFile> {
        self.source.lexicon.as_ref()
    }
}

fn keep<T>(result: Result<T, BankError>, errors: &mut Vec<BankError>) -> Option<T> {
    result.map_err(|error| errors.push(error)).ok()
}

/// Parses one file; a fault names line, column and the field.
fn parse<T: DeserializeOwned>(file: &SourceFile) -> Result<T, BankError> {
    let mut deserializer = serde_json::Deserializer::from_str(&file.text);
    serde_path_to_error::deserialize(&mut deserializer)
        .and_then(|value| {
            deserializer.end().map_err(|error| {
                serde_path_to_error::Error::new(serde_path_to_error::Track::new().path(), error)
            })?;
            Ok(value)
        })
        .map_err(|error| {
            let field = error.path().to_string();
            let inner = error.into_inner();
            let at = byte_at(&file.text, inner.line(), inner.column());
            let said = inner.to_string();
            let said = said.split(" at line ").next().unwrap_or(&said).to_owned();
            let message = if field == "." { said } else { format!("{field}: {said}") };
            let end = at + file.text[at..].chars().next().map_or(0, char::len_utf8);
            let error = BankError::at(&file.path, &file.text, at..end, message);
            if inner.is_data() {
                error.help("`viva pack schema` prints what the file may hold")
            } else {
                error
            }
        })
}

/// The byte at a line and column as serde_json counts them (from 1, columns in bytes).
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn versioned<T>(file: &SourceFile, format: u32, value: T) -> Result<T, BankError> {
    if format == FORMAT {
        return Ok(value);
    }
    let range = locate(&file.text, "/format");
    Err(BankError::at(&file.path, &file.text, range, format!("format {format} is not known"))
        .help(format!("this version reads format {FORMAT}; a newer one may read more")))
}

/// Pairs question files with rubric files.
fn read_questions(source: &Source, errors: &mut Vec<BankError>) -> BTreeMap<String, QuestionFiles> {
    let mut rubrics = BTreeMap::new();
    let mut unpaired = BTreeMap::new();
    for file in &source.rubrics {
        let rubric = parse::<RubricFile>(file).and_then(|rubric| versioned(file, rubric.format, rubric));
        if let Some(rubric) = keep(rubric, errors) {
            named_as_file(file, "/question", &rubric.question, errors);
            rubrics.insert(file.stem().to_owned(), rubric);
        }
        unpaired.insert(file.stem().to_owned(), &file.path);
    }
    let mut pairs = BTreeMap::new();
    for file in &source.questions {
        let question =
            parse::<QuestionFile>(file).and_then(|question| versioned(file, question.format, question));
        let has_rubric = unpaired.remove(file.stem()).is_some();
        if !has_rubric {
            errors.push(BankError::of_file(&file.path, "has no rubric").help(format!(
                "write rubrics/{}/{}.json",
                source.name,
                file.stem()
            )));
        }
        if let Some(question) = keep(question, errors) {
            named_as_file(file, "/id", &question.id, errors);
            errors.extend(empty_fields(file, &question));
            if let Some(rubric) = rubrics.remove(file.stem()) {
                pairs.insert(file.stem().to_owned(), QuestionFiles { question, rubric });
            }
        }
    }
    for (stem, path) in unpaired {
        errors.push(
            BankError::of_file(path, "has no question")
                .help(format!("write questions/{}/{stem}.json", source.name)),
        );
    }
    pairs
}

/// Builds one question, with its shared concepts taken from their homes.
fn join(
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
            concepts,
            misconceptions: rubric.misconceptions.clone(),
            samples: rubric.samples.clone(),
        };
        Ok(Question::new(pair.question.clone(), rubric))
    } else {
        Err(errors)
    }
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

/// Loads the pack in a folder.
///
/// # Errors
/// All faults that were found, at least one.
pub fn load_folder(folder: &Path) -> Result<Pack, Vec<BankError>> {
    Pack::load(Source::folder(folder).map_err(|error| vec![error])?)
}
