//! For authors of packs: checking what they wrote, and the schemas their editors use.

mod check;
mod desk;
mod examples;
mod finding;
mod model_answers;
mod overlap;
mod samples;
mod schema;

pub use check::check;
pub use desk::Checked;
pub use finding::{Finding, Severity};
pub use overlap::{Overlap, overlaps};
pub use schema::{SchemaKind, schema};
