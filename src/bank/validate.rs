//! Checks of what a file says, beyond what its types can tell.

use std::collections::{BTreeMap, BTreeSet};

use super::question::QuestionFiles;
use super::{BankError, Lexicon, QuestionFile, RubricFile, Source, SourceFile, locate};

/// An id is well formed and the file's name.
pub(super) fn named_as_file(file: &SourceFile, pointer: &str, id: &str, errors: &mut Vec<BankError>) {
    let range = locate(&file.text, pointer);
    if !is_id(id) {
        errors.push(
            BankError::at(&file.path, &file.text, range, format!("{id:?} is no id"))
                .help("use lower case letters, digits and hyphens"),
        );
    } else if id != file.stem() {
        errors.push(
            BankError::at(&file.path, &file.text, range, format!("{id:?} is not the file's name"))
                .help(format!("name the file {id}.json")),
        );
    }
}

/// Spellings that read nothing, or are read as nothing.
pub(super) fn empty_spellings(file: &SourceFile, lexicon: &Lexicon) -> Vec<BankError> {
    let faulty = lexicon.spellings.iter().filter(|(typed, read)| {
        typed.trim().is_empty() || typed.contains(char::is_whitespace) || read.trim().is_empty()
    });
    faulty
        .map(|(typed, _)| {
            let range = locate(&file.text, &format!("/spellings/{typed}"));
            BankError::at(
                &file.path,
                &file.text,
                range,
                format!("the spelling {typed:?} is not one word read as words"),
            )
            .help("write one word and what it is read as")
        })
        .collect()
}

/// Sets of rubrics that hide one of the lexicon.
pub(super) fn shadowing_sets(
    source: &Source,
    lexicon: &Lexicon,
    files: &BTreeMap<String, QuestionFiles>,
) -> Vec<BankError> {
    let rubrics = source.rubrics.iter().filter_map(|file| Some((file, files.get(file.stem())?)));
    rubrics
        .flat_map(|(file, pair)| pair.rubric.sets.keys().map(move |name| (file, name)))
        .filter(|(_, name)| lexicon.sets.contains_key(*name))
        .map(|(file, name)| {
            let range = locate(&file.text, &format!("/sets/{name}"));
            BankError::at(&file.path, &file.text, range, format!("the lexicon has a set @{name} too"))
                .help("give this one another name")
        })
        .collect()
}

/// Fields that must say something and do not.
pub(super) fn empty_fields(file: &SourceFile, question: &QuestionFile) -> Vec<BankError> {
    [
        ("title", question.title.trim().is_empty()),
        ("prompt", question.prompt.trim().is_empty()),
        ("topics", question.topics.is_empty()),
        ("minutes", question.minutes == 0 || question.minutes > 120),
    ]
    .into_iter()
    .filter(|(_, faulty)| *faulty)
    .map(|(field, _)| {
        let range = locate(&file.text, &format!("/{field}"));
        let help = if field == "minutes" { "give 1 to 120 minutes of speaking time" } else { "fill it in" };
        BankError::at(&file.path, &file.text, range, format!("{field} is empty or out of range")).help(help)
    })
    .collect()
}

/// Lower case letters, digits and hyphens.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 64
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// References inside a rubric to concepts and misconceptions that it does not have.
pub(super) fn references(rubric: &RubricFile, known: &BTreeSet<&str>) -> Vec<(String, String)> {
    let mut faults = Vec::new();
    let mut said = BTreeSet::new();
    for (index, misconception) in rubric.misconceptions.iter().enumerate() {
        if !said.insert(misconception.id.as_str()) {
            faults
                .push((format!("/misconceptions/{index}/id"), "this misconception stands twice".to_owned()));
        }
        for (field, concepts) in [("contradicts", &misconception.contradicts), ("caps", &misconception.caps)]
        {
            for (place, concept) in concepts.iter().enumerate() {
                if !known.contains(concept.as_str()) {
                    faults.push((
                        format!("/misconceptions/{index}/{field}/{place}"),
                        format!("this rubric has no concept {concept:?}"),
                    ));
                }
            }
        }
    }
    for (index, sample) in rubric.samples.iter().enumerate() {
        for concept in sample.levels.keys().filter(|concept| !known.contains(concept.as_str())) {
            faults.push((
                format!("/samples/{index}/levels/{concept}"),
                format!("this rubric has no concept {concept:?}"),
            ));
        }
        for concept in known.iter().filter(|concept| !sample.levels.contains_key(**concept)) {
            faults.push((format!("/samples/{index}/levels"), format!("no level is given for {concept:?}")));
        }
        for (place, id) in sample.misconceptions.iter().enumerate() {
            if !said.contains(id.as_str()) {
                faults.push((
                    format!("/samples/{index}/misconceptions/{place}"),
                    format!("this rubric has no misconception {id:?}"),
                ));
            }
        }
    }
    faults
}
