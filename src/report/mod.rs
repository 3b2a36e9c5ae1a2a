//! What people read of a verdict.

mod verdict;

pub use verdict::verdict;
