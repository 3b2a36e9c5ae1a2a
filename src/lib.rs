//! The grader behind `viva`: written answers to interview questions, graded concept by concept.
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod bank;
pub mod grade;
pub mod suggest;
pub mod text;
