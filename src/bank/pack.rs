//! A pack: its files read, paired and cross-checked.

use std::collections::BTreeMap;
use std::path::Path;

use super::join::join;
use super::parse::{parse, versioned};
use super::question::{FORMAT, QuestionFiles};
use super::validate::{empty_fields, empty_spellings, named_as_file, shadowing_sets};
use super::{BankError, Lexicon, Question, QuestionFile, RubricFile, Source, SourceFile};

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
        errors.extend(lexicon.iter().flat_map(|lexicon| shadowing_sets(&source, lexicon, &files)));
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

/// Loads the pack in a folder.
///
/// # Errors
/// All faults that were found, at least one.
pub fn load_folder(folder: &Path) -> Result<Pack, Vec<BankError>> {
    Pack::load(Source::folder(folder).map_err(|error| vec![error])?)
}
