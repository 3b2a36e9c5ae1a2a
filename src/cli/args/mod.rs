//! The command line: help, completions and manual page come from here.

mod ask;
mod grade;
mod past;
mod read;
mod tools;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use self::ask::{ClockArgs, Feedback, InterviewArgs, PracticeArgs, Switch};
pub(crate) use self::grade::{CheckArgs, PackCommand, SchemaArgs, SchemaFile, ScoreArgs};
pub(crate) use self::past::{
    CompareArgs, DeleteArgs, HistoryArgs, HistoryCommand, SelectArgs, ShowAttemptArgs,
};
pub(crate) use self::read::{FilterArgs, ListArgs, ShowArgs, StudyArgs};
pub(crate) use self::tools::{CompletionsArgs, ManArgs, PathsArgs};

/// Practise interviews in the terminal: timed questions, typed answers, graded concept by concept.
#[derive(Debug, Parser)]
#[command(name = "viva", version, propagate_version = true, max_term_width = 100)]
#[command(
    after_help = "Without a command: where you are, and what to do next.\nStart with `viva interview`, or answer one question with `viva practice ownership`.\nExit status: 0 done, 1 a finding or a score below --fail-under, 2 misuse or unusable input, 130 interrupted."
)]
pub(crate) struct Cli {
    /// Without a command: print where you are as JSON
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct Global {
    /// When to use colour; `auto` heeds `NO_COLOR`, `TERM=dumb` and whether the stream is a terminal
    #[arg(long, global = true, value_enum, value_name = "WHEN")]
    pub(crate) color: Option<ColorChoice>,
    /// Plain lines for screen readers: no repainting, no boxes (also with `ACCESSIBLE=1`)
    #[arg(long, global = true)]
    pub(crate) plain: bool,
    /// Use the pack in this folder instead of the built-in one
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) pack: Option<PathBuf>,
    /// Keep history and configuration in this folder (also `VIVA_DATA_DIR`)
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) data_dir: Option<PathBuf>,
    /// Print long texts at once instead of through `$PAGER`
    #[arg(long, global = true)]
    pub(crate) no_pager: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ColorChoice {
    /// Where the stream is a terminal that wants it.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Take a mock interview: questions one after the other, each answer graded
    Interview(InterviewArgs),
    /// Answer one question, as often as you like
    Practice(PracticeArgs),
    /// Read questions with their model answers, one after the other
    Study(StudyArgs),
    /// List the questions, or search them
    List(ListArgs),
    /// Show one question with its model answer and rubric
    Show(ShowArgs),
    /// Look at past answers: list, show, compare, delete, export, import
    History(HistoryArgs),
    /// Grade written answers; stores nothing
    Score(ScoreArgs),
    /// Check and describe packs of questions
    #[command(subcommand)]
    Pack(PackCommand),
    /// Print where files are kept, and the settings with their sources
    Paths(PathsArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print the manual page
    Man(ManArgs),
}
