//! One binary that drives the real program and the public library.

#![expect(clippy::disallowed_methods, reason = "tests wait, and give up after a while")]
#![expect(clippy::print_stdout, reason = "agreement is read by people")]

mod agreement;
mod bank;
mod content;
mod deadline;
mod grading;
mod history;
mod housekeeping;
mod leaving;
mod misuse;
mod mutations;
mod program;
mod prompt;
mod pty;
mod race;
mod readme;
mod scoring;
mod screens;
mod seeded;
mod store_faults;
mod terminal;
