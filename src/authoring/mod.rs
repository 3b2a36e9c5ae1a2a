//! For authors of packs: checking what they wrote, and the schemas their editors use.

mod check;
mod finding;
mod overlap;
mod schema;

pub use check::{Checked, check};
pub use finding::{Finding, Severity};
pub use overlap::{Overlap, overlaps};
pub use schema::{SchemaKind, schema};
