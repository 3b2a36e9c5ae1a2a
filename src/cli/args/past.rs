//! Arguments of `viva history`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// `viva history`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct HistoryArgs {
    #[command(flatten)]
    pub(crate) select: SelectArgs,
    /// Write the attempts as JSON Lines, oldest first, to FILE or to standard output
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-", conflicts_with_all = ["json", "import"])]
    pub(crate) export: Option<PathBuf>,
    /// Read attempts that were exported, from FILE or standard input; those that are there already stay as they are
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-",
          conflicts_with_all = ["question", "topic", "since", "until", "below", "limit"])]
    pub(crate) import: Option<PathBuf>,
    /// Read the whole file and check that it is sound
    #[arg(long, conflicts_with_all = ["export", "import", "json"])]
    pub(crate) check: bool,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Option<HistoryCommand>,
}

/// Which attempts.
#[derive(Debug, Args)]
pub(crate) struct SelectArgs {
    /// Only this question (may be given several times)
    #[arg(long, value_name = "QUESTION")]
    pub(crate) question: Vec<String>,
    /// Only questions of this topic (may be given several times)
    #[arg(long, value_name = "TOPIC")]
    pub(crate) topic: Vec<String>,
    /// Only from this day on, as 2026-11-25 or 7d (seven days ago)
    #[arg(long, value_name = "DAY")]
    pub(crate) since: Option<String>,
    /// Only up to this day
    #[arg(long, value_name = "DAY")]
    pub(crate) until: Option<String>,
    /// Only answers with fewer than N points
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub(crate) below: Option<u32>,
    /// At most N attempts, the newest
    #[arg(short = 'n', long, value_name = "N")]
    pub(crate) limit: Option<u32>,
}

/// `viva history …`
#[derive(Debug, Subcommand)]
pub(crate) enum HistoryCommand {
    /// Show one attempt: the answer with what counted in it, and the verdict
    Show(ShowAttemptArgs),
    /// Compare two attempts at one question, concept by concept
    Compare(CompareArgs),
    /// Delete attempts for good
    Delete(DeleteArgs),
}

/// `viva history show`
#[derive(Debug, Args)]
pub(crate) struct ShowAttemptArgs {
    /// The attempt's number, from `viva history`; by default the last
    pub(crate) attempt: Option<i64>,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// `viva history compare`
#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// The number of the earlier attempt; or a question's id, to compare its last two answers
    pub(crate) earlier: String,
    /// The number of the later attempt
    pub(crate) later: Option<i64>,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// `viva history delete`
#[derive(Debug, Args)]
pub(crate) struct DeleteArgs {
    /// Numbers of attempts, from `viva history`
    #[arg(required = true)]
    pub(crate) attempts: Vec<i64>,
    /// Do not ask
    #[arg(long, short = 'y')]
    pub(crate) yes: bool,
}
