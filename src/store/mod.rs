//! The history: every answer with its verdict, in one SQLite file that several processes may use at once.

mod attempt;
mod columns;
mod error;
mod exchange;
mod open;
mod schema;
mod search;
mod settings;
mod totals;

pub use attempt::AttemptFilter;
pub use error::{StoreError, StoreFault};
pub use exchange::{ExchangeError, Imported};
pub use open::Store;
pub use search::{Hit, search};
