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
    /// Time for all answers together
    #[arg(long, value_name = "TIME")]
    pub(crate) time: Option<String>,
    /// Typing time for each minute of speaking time, by default 1.5; remembered for the next interviews
    #[arg(long, value_name = "FACTOR", conflicts_with = "per_question")]
    pub(crate) time_scale: Option<f64>,
    /// Without limits
    #[arg(long, conflicts_with_all = ["per_question", "time", "time_scale"])]
    pub(crate) untimed: bool,
    /// Draw the questions by this number instead of by your history: the same number, the same questions
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// When to show the verdicts; by default after each answer
    #[arg(long, value_enum, value_name = "WHEN")]
    pub(crate) feedback: Option<Feedback>,
    /// Do not ask which score you expect
    #[arg(long)]
    pub(crate) no_prediction: bool,
    /// Ask no follow-up questions
    #[arg(long)]
    pub(crate) no_follow_ups: bool,
    #[command(flatten)]
    pub(crate) clock: ClockArgs,
    /// Go on with the interview that was interrupted last
    #[arg(long, conflicts_with_all = ["topic", "difficulty", "kind", "question", "number", "per_question", "time",
        "time_scale", "untimed", "seed", "feedback"])]
    pub(crate) resume: bool,
}

/// Whether the time left is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Switch {
    /// Painted while you type.
    On,
    /// Told at half time, at 60 and at 15 seconds only.
    Off,
}

/// How the time is told while an answer is typed.
#[derive(Debug, Args)]
pub(crate) struct ClockArgs {
    /// The time left, in the prompt; by default on
    #[arg(long, value_enum, value_name = "SWITCH")]
    pub(crate) countdown: Option<Switch>,
    /// Write the time left into the window's title
    #[arg(long)]
    pub(crate) window_title: bool,
}

/// `viva practice`
#[derive(Debug, Args)]
pub(crate) struct PracticeArgs {
    /// The question's id, as in `viva practice ownership`; `viva list` has them all
    pub(crate) question: String,
    /// Time for the answer, as 90, 90s, 3m or 1:30; by default without limit
    #[arg(long, value_name = "TIME")]
    pub(crate) time: Option<String>,
    #[command(flatten)]
    pub(crate) clock: ClockArgs,
}
