//! The rubric of one question: what a good answer contains, and what it must not claim.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// How much a concept counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub enum Importance {
    /// Without it the answer does not answer the question; weight 3.
    Essential,
    /// A good answer has it; weight 2.
    Important,
    /// A pleasant surprise; half a point on top.
    Bonus,
}

/// What an answer earns for a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub enum Level {
    /// Said in full.
    Explained,
    /// Mentioned, no more.
    Named,
    /// Not there.
    Missed,
    /// Denied or reversed.
    Contradicted,
}

/// What a whole answer can be marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub enum Flag {
    /// Under four words.
    TooShort,
    /// A list of terms instead of statements.
    KeywordList,
    /// The prompt said back.
    Echo,
    /// Twenty words or more, and none of the concepts in it.
    OffTopic,
}

/// Sentences that show what a concept's phrases must and must not credit.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ConceptExamples {
    /// Sentences that explain it.
    #[serde(default)]
    pub explained: Vec<String>,
    /// Sentences that only name it.
    #[serde(default)]
    pub named: Vec<String>,
    /// Sentences that earn nothing or count against it: false, reversed, or about a neighbour.
    #[serde(default)]
    pub nothing: Vec<String>,
}

/// One entry of a rubric file's `concepts`: written out here, or used from another question's rubric.
///
/// With `use`, everything but `importance` comes from the concept's home; phrases given beside it are added.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ConceptFile {
    /// A concept of another rubric: `<question>/<concept>`.
    #[serde(rename = "use", default, skip_serializing_if = "Option::is_none")]
    pub home: Option<String>,
    /// Lower case letters, digits and hyphens; stable and public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// A few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// One plain sentence that says what a full answer says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// How much it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    /// Why an interviewer wants to hear it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Points towards it without giving it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// A short question about this concept alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probe: Option<String>,
    /// Phrases that explain it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explained: Vec<String>,
    /// Phrases that name it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<String>,
    /// Phrases that deny or reverse it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub denied: Vec<String>,
    /// Marked sentences.
    #[serde(default)]
    pub examples: ConceptExamples,
}

/// Sentences that assert a misconception, and sentences that do not.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MisconceptionExamples {
    /// Sentences that assert it.
    pub said: Vec<String>,
    /// Sentences that deny it, correct it, or state the truth nearby.
    pub denied: Vec<String>,
}

/// A wrong claim that candidates make.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Misconception {
    /// Lower case letters, digits and hyphens; stable and public.
    pub id: String,
    /// The wrong claim, in one sentence.
    pub claim: String,
    /// What is true instead.
    pub correction: String,
    /// Phrases that assert it.
    #[serde(default)]
    pub said: Vec<String>,
    /// Concepts of this rubric that asserting it contradicts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradicts: Vec<String>,
    /// Concepts of this rubric that can be no more than named where it is asserted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caps: Vec<String>,
    /// Marked sentences.
    pub examples: MisconceptionExamples,
}

/// A whole answer with the verdict that a careful reader gives it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Sample {
    /// What the sample is for.
    pub name: String,
    /// The answer as typed.
    pub text: String,
    /// The level of every concept, by id.
    pub levels: BTreeMap<String, Level>,
    /// Misconceptions that it asserts.
    #[serde(default)]
    pub misconceptions: Vec<String>,
    /// Flags that it deserves.
    #[serde(default)]
    pub flags: Vec<Flag>,
    /// Lowest and highest acceptable score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<(u32, u32)>,
}

/// Named sets of alternatives.
pub type Sets = BTreeMap<String, Vec<String>>;

fn no_sets(sets: &Arc<Sets>) -> bool {
    sets.is_empty()
}

/// `rubrics/<pack>/<id>.json`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct RubricFile {
    /// Where editors find the schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Version of the file's format: 1.
    pub format: u32,
    /// The question that it grades.
    pub question: String,
    /// Sets of alternatives for the phrases of this file, used as `@name` like those of the lexicon.
    #[serde(default, skip_serializing_if = "no_sets")]
    pub sets: Arc<Sets>,
    /// What a good answer contains, in the order in which it is shown.
    pub concepts: Vec<ConceptFile>,
    /// What an answer must not claim.
    pub misconceptions: Vec<Misconception>,
    /// Whole answers with their verdicts.
    pub samples: Vec<Sample>,
}

/// Where a concept's phrase or example is written, for messages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The question whose rubric file holds it.
    pub question: String,
    /// Position in that file's `concepts`.
    pub index: usize,
}

/// One way of saying a concept, with the place where it is written.
#[derive(Debug, Clone)]
pub struct PhraseSource {
    /// In the phrase language.
    pub text: String,
    /// The rubric file that it comes from.
    pub question: String,
    /// JSON pointer within that file.
    pub pointer: String,
}

/// One idea that a good answer contains.
#[derive(Debug, Clone)]
pub struct Concept {
    /// Stable and public.
    pub id: String,
    /// A few words.
    pub title: String,
    /// One plain sentence that says what a full answer says.
    pub statement: String,
    /// How much it counts in this question.
    pub importance: Importance,
    /// Why an interviewer wants to hear it.
    pub why: String,
    /// Points towards it without giving it away.
    pub hint: String,
    /// A short question about this concept alone.
    pub probe: String,
    /// Phrases that explain it.
    pub explained: Vec<PhraseSource>,
    /// Phrases that name it.
    pub named: Vec<PhraseSource>,
    /// Phrases that deny or reverse it.
    pub denied: Vec<PhraseSource>,
    /// Marked sentences; they stand in the concept's home alone.
    pub examples: ConceptExamples,
    /// Where it is written.
    pub home: Origin,
}

/// The concepts, misconceptions and samples of one question.
#[derive(Debug, Clone)]
pub struct Rubric {
    /// By rubric file, the sets that its phrases may use: this question's, and those of its shared concepts' homes.
    pub sets: BTreeMap<String, Arc<Sets>>,
    /// In the order in which they are shown.
    pub concepts: Vec<Concept>,
    /// In the order of the file.
    pub misconceptions: Vec<Misconception>,
    /// Whole answers with their verdicts.
    pub samples: Vec<Sample>,
}
