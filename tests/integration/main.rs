//! One binary that drives the real program and the public library.

#![expect(clippy::disallowed_methods, reason = "tests wait, and give up after a while")]
#![expect(clippy::print_stdout, reason = "agreement is read by people")]

mod agreement;
mod content;
mod grading;
mod misuse;
mod mutations;
mod program;
mod readme;
mod scoring;
mod terminal;
