//! The command line. No other module of the crate is used here, so that help, completions and man page can come from it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Practise interviews in the terminal: timed questions, typed answers, graded concept by concept.
#[derive(Debug, Parser)]
#[command(name = "viva", version, propagate_version = true, max_term_width = 100)]
#[command(
    after_help = "Start with `viva interview`, or answer one question with `viva practice ownership`.\nExit status: 0 done, 1 a finding or a score below --fail-under, 2 misuse or unusable input, 130 interrupted."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub(crate) struct Global {
    /// When to use colour; `auto` heeds `NO_COLOR`, `TERM=dumb` and whether the stream is a terminal
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub(crate) color: ColorChoice,
    /// Plain lines for screen readers: no repainting, no boxes (also with `ACCESSIBLE=1`)
    #[arg(long, global = true)]
    pub(crate) plain: bool,
    /// Use the pack in this folder instead of the built-in one
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) pack: Option<PathBuf>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
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
    /// Grade written answers; stores nothing
    Score(ScoreArgs),
    /// Check and describe packs of questions
    #[command(subcommand)]
    Pack(PackCommand),
}

/// Whom a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Difficulty {
    /// First job.
    Junior,
    /// Some years of practice.
    Mid,
    /// Leads others.
    Senior,
}

/// When the verdicts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Feedback {
    /// After every answer.
    Each,
    /// After the last answer, as in a real interview.
    End,
}

/// `viva interview`
#[derive(Debug, Args)]
pub(crate) struct InterviewArgs {
    /// Only questions of this topic (may be given several times)
    #[arg(long, value_name = "TOPIC")]
    pub(crate) topic: Vec<String>,
    /// Only questions of this difficulty
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) difficulty: Option<Difficulty>,
    /// Number of questions
    #[arg(short = 'n', long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(crate) number: u16,
    /// Time for each answer, as 90, 90s, 3m or 1:30; by default 1.5 times the question's speaking time
    #[arg(long, value_name = "TIME")]
    pub(crate) per_question: Option<String>,
    /// Tell no time
    #[arg(long, conflicts_with = "per_question")]
    pub(crate) untimed: bool,
    /// Choose the same questions again: any number
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// When to show the verdicts
    #[arg(long, value_enum, default_value_t = Feedback::Each, value_name = "WHEN")]
    pub(crate) feedback: Feedback,
}

/// `viva practice`
#[derive(Debug, Args)]
pub(crate) struct PracticeArgs {
    /// The question's id, as in `viva practice ownership`
    pub(crate) question: String,
}

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
