//! Packs of questions with their rubrics: the files, the checks, the merged view.

mod error;
mod filter;
pub(crate) mod fingerprint;
mod join;
mod lexicon;
mod locate;
mod pack;
mod parse;
mod question;
mod rubric;
mod source;
mod validate;

pub use error::BankError;
pub use filter::Filter;
pub use lexicon::Lexicon;
pub use locate::{locate, locate_within};
pub use pack::{Pack, load_folder};
pub use question::{Difficulty, FORMAT, Question, QuestionFile, QuestionKind, Related};
pub use rubric::{
    Concept, ConceptExamples, ConceptFile, Flag, Importance, Level, Misconception, MisconceptionExamples,
    Origin, PhraseSource, Rubric, RubricFile, Sample, Sets,
};
pub use source::{Source, SourceFile};
