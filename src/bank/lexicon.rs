//! Words that the rubrics of a pack share.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Sets;

/// `rubrics/<pack>/_lexicon.json`
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Lexicon {
    /// Where editors find the schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Version of the file's format: 1.
    pub format: u32,
    /// Named sets of alternatives, used in phrases as `@name`; they may use other sets.
    #[serde(default)]
    pub sets: Sets,
    /// Words as typed, and the words they are read as.
    #[serde(default)]
    pub spellings: BTreeMap<String, String>,
    /// Terms of the subject that are no typo of anything.
    #[serde(default)]
    pub terms: Vec<String>,
    /// Groups of terms that answers set against each other: a phrase that speaks of one never reaches over another.
    #[serde(default)]
    pub rivals: Vec<Vec<String>>,
}
