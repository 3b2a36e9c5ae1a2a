//! Grading: a question's rubric is compiled once and then turns any answer into a [`Verdict`].
//!
//! Text → patterns found in each sentence → matches with their polarity → levels → score. All of it is pure.

mod answer;
mod claims;
mod content;
mod cue;
mod decide;
mod echo;
mod flags;
mod grader;
mod index;
mod listing;
mod matching;
mod near_miss;
mod phrase;
mod polarity;
mod reach;
mod score;
mod story;
mod typo;
mod verdict;

pub use grader::{CompileError, Grader, GraderError, check_lexicon, malformed_phrases};
pub use phrase::PhraseError;
pub use score::{Band, score};
pub use verdict::{ConceptVerdict, Evidence, MisconceptionVerdict, NearMiss, Read, Stance, Verdict};
