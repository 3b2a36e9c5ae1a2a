//! An interview or a practice round as a state machine: events in, effects out. No terminal, no clock, no files.

mod hints;
mod machine;
mod plan;

pub use hints::hints;
pub use machine::{Attempt, Effect, Event, Feedback, Item, Reply, Session};
pub use plan::{Past, Pick, Plan, Reason, choose, draw};
