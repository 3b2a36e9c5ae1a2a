//! Arguments of the commands that show the question bank.

use clap::Args;

use crate::bank::{Difficulty, QuestionKind};

/// Which questions.
#[derive(Debug, Clone, Args)]
pub(crate) struct FilterArgs {
    /// Only questions of this topic (may be given several times)
    #[arg(long, value_name = "TOPIC")]
    pub(crate) topic: Vec<String>,
    /// Only questions of this difficulty
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) difficulty: Option<Difficulty>,
    /// Only questions of this kind
    #[arg(long, value_enum, value_name = "KIND")]
    pub(crate) kind: Option<QuestionKind>,
}

/// `viva list`
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Only questions that hold all these words: in title, prompt, concepts or model answer
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    /// Only questions that you have answered
    #[arg(long, conflicts_with = "unanswered")]
    pub(crate) answered: bool,
    /// Only questions that you have never answered
    #[arg(long)]
    pub(crate) unanswered: bool,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// `viva show`
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// The question's id
    pub(crate) question: String,
    /// Without model answer and rubric
    #[arg(long, conflicts_with = "json")]
    pub(crate) prompt: bool,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// `viva study`
#[derive(Debug, Args)]
pub(crate) struct StudyArgs {
    /// The question's id; without it, all questions that pass the filters, weakest and unseen first
    #[arg(conflicts_with_all = ["topic", "difficulty", "kind"])]
    pub(crate) question: Option<String>,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
}
