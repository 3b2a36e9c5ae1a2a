//! Arguments of the commands that grade files and check packs.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// `viva score`
#[derive(Debug, Args)]
pub(crate) struct ScoreArgs {
    /// The question's id
    #[arg(required_unless_present = "batch")]
    pub(crate) question: Option<String>,
    /// Files that hold one answer each; `-` or none reads standard input
    #[arg(value_name = "FILE", conflicts_with = "batch")]
    pub(crate) files: Vec<PathBuf>,
    /// Grade JSON Lines ({"id", "question", "answer"} a line) into JSON Lines, from FILE or standard input
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-", conflicts_with = "question")]
    pub(crate) batch: Option<PathBuf>,
    /// Print verdicts as JSON, one object a line
    #[arg(long, conflicts_with = "batch")]
    pub(crate) json: bool,
    /// Exit with status 1 where a score is below N
    #[arg(long, value_name = "N", conflicts_with = "batch", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub(crate) fail_under: Option<u32>,
}

/// `viva pack`
#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Grade a pack's own examples, samples and model answers, and report every difference
    Check(CheckArgs),
    /// Print the JSON Schema of a content file
    Schema(SchemaArgs),
}

/// `viva pack check`
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The pack's folder, which holds `questions` and `rubrics`; by default that of --pack, or the built-in pack
    pub(crate) folder: Option<PathBuf>,
    /// Also list which example explains which other concept of its question
    #[arg(long)]
    pub(crate) overlap: bool,
    /// Only findings of this question
    #[arg(long, value_name = "QUESTION")]
    pub(crate) question: Option<String>,
}

/// Which schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaFile {
    /// `questions/<pack>/<id>.json`
    Question,
    /// `rubrics/<pack>/<id>.json`
    Rubric,
    /// `rubrics/<pack>/_lexicon.json`
    Lexicon,
}

/// `viva pack schema`
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// The file that the schema describes
    #[arg(value_enum)]
    pub(crate) file: SchemaFile,
}
