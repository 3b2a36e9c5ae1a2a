//! What people read: verdicts, model answers, lists and summaries, as text with ANSI styles that a plain stream drops.

mod annotated;
mod attempt;
mod calendar;
mod catalogue;
mod checklist;
mod clean;
mod comparison;
mod highlight;
mod history;
mod home;
mod markdown;
mod number;
mod question;
pub mod signs;
mod summary;
mod table;
mod verdict;
mod wrap;

pub use annotated::annotated;
pub use attempt::attempt;
pub use calendar::Calendar;
pub use catalogue::{Entry, MARKS, catalogue};
pub use checklist::checklist;
pub use clean::{clean, excerpt};
pub use comparison::{Change, Compared, compare, comparison};
pub use history::history;
pub use home::{Home, LastInterview, TopicScore, home};
pub use markdown::markdown;
pub use number::{counted, mean};
pub use question::{question_answer, question_head};
pub use summary::summary;
pub use verdict::verdict;
pub use wrap::{clock, wrap};
