//! The language in which authors write what counts as saying something.

mod compile;
mod parse;
mod pattern;
mod syntax;

pub(crate) use compile::{Compiler, Role};
pub use parse::PhraseError;
pub(crate) use pattern::{CompiledPart, Extent, Node, NodeId, Patterns, Program};
pub(crate) use syntax::Class;
