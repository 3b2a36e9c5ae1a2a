//! A rubric made ready to grade any number of answers.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Answer;
use super::content::content;
use super::decide::{CompiledConcept, CompiledMisconception, decide, misconceptions, missed};
use super::echo::Prompt;
use super::flags::flags;
use super::near_miss::Statement;
use super::phrase::{Compiler, Patterns, PhraseError, Program, Role};
use super::score::{Band, score};
use super::story::tells_a_story;
use super::typo::Typos;
use super::verdict::Verdict;
use crate::bank::{Lexicon, Pack, PhraseSource, Question, QuestionKind};
use crate::text::{Spellings, Text};

/// A phrase or lexicon entry that cannot be compiled.
#[derive(Debug, Clone, thiserror::Error)]
#[error("rubrics/…/{place}.json, {pointer}")]
#[non_exhaustive]
pub struct CompileError {
    /// The question whose rubric holds the phrase, or `_lexicon`.
    pub place: String,
    /// JSON pointer within that file.
    pub pointer: String,
    /// What is wrong, and where in the phrase.
    pub source: PhraseError,
}

/// Why [`Pack::grader`] gave none.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GraderError {
    /// The pack has no such question.
    #[error("there is no question {id:?}{}", nearest.as_ref().map(|near| format!("; did you mean {near:?}?")).unwrap_or_default())]
    UnknownQuestion {
        /// What was asked for.
        id: String,
        /// The id that it looks most like.
        nearest: Option<String>,
    },
    /// A phrase cannot be compiled.
    #[error(transparent)]
    Compile(#[from] CompileError),
}

impl Pack {
    /// A grader for one question of this pack.
    ///
    /// # Errors
    /// Where there is no such question, or one of its phrases is malformed.
    pub fn grader(&self, id: &str) -> Result<Grader, GraderError> {
        let question = self.question(id).ok_or_else(|| GraderError::UnknownQuestion {
            id: id.to_owned(),
            nearest: crate::suggest::nearest(id, self.questions.iter().map(|question| question.id.as_str()))
                .map(str::to_owned),
        })?;
        Ok(Grader::compile(question, &self.lexicon)?)
    }
}

/// A compiled rubric. Grading takes time linear in the answer, and no I/O.
///
/// ```
/// use vivavoce::bank::{Level, Pack};
///
/// let pack = Pack::embedded()?;
/// let grader = pack.grader("ownership")?;
/// let verdict = grader.grade("Every value has exactly one owner. When the owner goes out of scope, it is freed.");
/// assert_eq!(verdict.level("single-owner"), Some(Level::Explained));
/// let evidence = &verdict.concepts[0].evidence[0];
/// assert!(evidence.text.contains("one owner"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Grader {
    patterns: Patterns,
    concepts: Vec<CompiledConcept>,
    misconceptions: Vec<CompiledMisconception>,
    /// Stems of the prompt's content words.
    prompt: BTreeSet<String>,
    /// The prompt's runs of words.
    echo: Prompt,
    spellings: Spellings,
    typos: Typos,
    /// The question asks for a story out of one's own work.
    wants_story: bool,
}

impl Grader {
    /// Compiles a question's rubric.
    ///
    /// # Errors
    /// The first phrase that is malformed, with its place.
    pub fn compile(question: &Question, lexicon: &Lexicon) -> Result<Self, CompileError> {
        let spellings = Spellings::with(&lexicon.spellings);
        let rubric = &question.rubric;
        let mut compiler = Compiler::new(lexicon, &rubric.sets, &spellings);
        let statements: Vec<&str> =
            rubric.concepts.iter().map(|concept| concept.statement.as_str()).collect();
        let statements = Statement::all(&statements, &spellings);
        let mut concepts = Vec::with_capacity(rubric.concepts.len());
        for (concept, statement) in rubric.concepts.iter().zip(statements) {
            concepts.push(CompiledConcept {
                id: concept.id.clone(),
                importance: concept.importance,
                explained: programs(&mut compiler, &concept.explained, Role::Explained)?,
                named: programs(&mut compiler, &concept.named, Role::Named)?,
                denied: programs(&mut compiler, &concept.denied, Role::Against)?,
                statement,
            });
        }
        let place = |id: &String| concepts.iter().position(|concept| concept.id == *id);
        let mut misconceptions = Vec::with_capacity(rubric.misconceptions.len());
        for (index, misconception) in rubric.misconceptions.iter().enumerate() {
            misconceptions.push(CompiledMisconception {
                id: misconception.id.clone(),
                said: programs(&mut compiler, &said(question, index), Role::Against)?,
                contradicts: misconception.contradicts.iter().filter_map(place).collect(),
                caps: misconception.caps.iter().filter_map(place).collect(),
            });
        }
        let (patterns, vocabulary) = compiler.finish();
        let typos = Typos::new(&vocabulary, lexicon.terms.iter().map(|term| term.to_lowercase()));
        let prompt = Text::analyse(&question.prompt, &spellings);
        let echo = Prompt::new(&prompt);
        let prompt = content(&prompt).collect();
        let wants_story = question.kind == QuestionKind::Experience;
        Ok(Self { patterns, concepts, misconceptions, prompt, echo, spellings, typos, wants_story })
    }

    /// Grades one answer.
    #[must_use]
    pub fn grade(&self, answer: &str) -> Verdict {
        let mut text = Text::analyse(answer, &self.spellings);
        let knows = |surface: &str, stem: &str| {
            self.patterns.knows_exactly(surface) || self.patterns.knows_stem(stem)
        };
        let readings = self.typos.mend(&mut text, knows);
        let echoed = self.echo.echoed(&text);
        let mut reader = Answer::new(answer, &text, readings, &self.patterns, &self.prompt, echoed);
        let asserted = misconceptions(&self.misconceptions, &mut reader);
        let concepts = if self.wants_story && !tells_a_story(&text) {
            missed(&self.concepts)
        } else {
            decide(&self.concepts, &self.misconceptions, &asserted, &mut reader)
        };
        let flags = flags(&text, &concepts, &self.prompt);
        let levels: Vec<_> = concepts.iter().map(|concept| (concept.importance, concept.level)).collect();
        let misconceptions: Vec<_> = asserted.into_iter().flatten().collect();
        let score = score(&levels, misconceptions.len(), !flags.is_empty());
        Verdict { score, band: Band::of(score), concepts, misconceptions, flags, words: text.word_count() }
    }
}

/// Every malformed phrase of a question's rubric, with its place.
#[must_use]
pub fn malformed_phrases(question: &Question, lexicon: &Lexicon) -> Vec<CompileError> {
    let spellings = Spellings::with(&lexicon.spellings);
    let rubric = &question.rubric;
    let mut compiler = Compiler::new(lexicon, &rubric.sets, &spellings);
    let concepts = rubric.concepts.iter().flat_map(|concept| {
        [&concept.explained, &concept.named, &concept.denied].into_iter().flatten().cloned()
    });
    let misconceptions = (0..rubric.misconceptions.len()).flat_map(|index| said(question, index));
    concepts
        .chain(misconceptions)
        .filter_map(|phrase| programs(&mut compiler, &[phrase], Role::Explained).err())
        .collect()
}

/// The phrases of a misconception with their places.
fn said(question: &Question, index: usize) -> Vec<PhraseSource> {
    let phrases = question.rubric.misconceptions[index].said.iter().enumerate();
    phrases
        .map(|(at, text)| PhraseSource {
            text: text.clone(),
            question: question.id.clone(),
            pointer: format!("/misconceptions/{index}/said/{at}"),
        })
        .collect()
}

/// Checks every set of a lexicon.
///
/// # Errors
/// The first set that is malformed, with its place.
pub fn check_lexicon(lexicon: &Lexicon) -> Result<(), CompileError> {
    let spellings = Spellings::with(&lexicon.spellings);
    let no_rubric = BTreeMap::new();
    let mut compiler = Compiler::new(lexicon, &no_rubric, &spellings);
    for name in lexicon.sets.keys() {
        compiler.check_set(name).map_err(|source| CompileError {
            place: "_lexicon".to_owned(),
            pointer: format!("/sets/{name}"),
            source,
        })?;
    }
    Ok(())
}

fn programs(
    compiler: &mut Compiler<'_>,
    sources: &[PhraseSource],
    role: Role,
) -> Result<Vec<Program>, CompileError> {
    sources
        .iter()
        .map(|phrase| {
            compiler.phrase(&phrase.question, &phrase.text, role).map_err(|source| CompileError {
                place: phrase.question.clone(),
                pointer: phrase.pointer.clone(),
                source,
            })
        })
        .collect()
}
