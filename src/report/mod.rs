//! What people read: verdicts, model answers, summaries, as text with ANSI styles that a plain stream drops.

mod clean;
mod markdown;
pub mod signs;
mod summary;
mod verdict;
mod wrap;

pub use clean::{clean, excerpt};
pub use markdown::markdown;
pub use summary::summary;
pub use verdict::verdict;
pub use wrap::{clock, wrap};
