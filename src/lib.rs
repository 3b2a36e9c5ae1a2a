//! The grader behind `viva`: written answers to interview questions, graded concept by concept.

#[cfg(feature = "cli")]
pub mod authoring;
pub mod bank;
pub mod batch;
#[cfg(feature = "cli")]
pub mod cli;
pub mod grade;
mod lines;
#[cfg(feature = "cli")]
pub mod record;
#[cfg(feature = "cli")]
pub mod report;
pub mod session;
#[cfg(feature = "cli")]
pub mod store;
pub mod suggest;
pub mod text;

/// The README's examples are tested as well.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
