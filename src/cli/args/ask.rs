//! Arguments of the commands that ask questions.

use clap::{Args, ValueEnum};

use super::read::FilterArgs;

/// When the verdicts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Feedback {
    /// After every answer.
    Each,
    /// After the last answer, as in a real interview.
    End,
}

/// `viva interview`
#[derive(Debug, Args)]
pub(crate) struct InterviewArgs {
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    /// Ask just this question (may be given several times, in the order of asking)
    #[arg(long, value_name = "QUESTION", conflicts_with_all = ["topic", "difficulty", "kind", "number", "seed"])]
    pub(crate) question: Vec<String>,
    /// Number of questions; by default 5
    #[arg(short = 'n', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(crate) number: Option<u16>,
    /// Time for each answer, as 90, 90s, 3m or 1:30; by default 1.5 times the question's speaking time
    #[arg(long, value_name = "TIME")]
    pub(crate) per_question: Option<String>,
    /// Tell no time
    #[arg(long, conflicts_with = "per_question")]
    pub(crate) untimed: bool,
    /// Draw the questions by this number instead of by your history: the same number, the same questions
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// When to show the verdicts; by default after each answer
    #[arg(long, value_enum, value_name = "WHEN")]
    pub(crate) feedback: Option<Feedback>,
}

/// `viva practice`
#[derive(Debug, Args)]
pub(crate) struct PracticeArgs {
    /// The question's id, as in `viva practice ownership`; `viva list` has them all
    pub(crate) question: String,
}
