//! Arguments of the housekeeping commands.

use clap::Args;
use clap_complete::Shell;

/// `viva paths`
#[derive(Debug, Args)]
pub(crate) struct PathsArgs {
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

/// `viva completions`
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

/// `viva man`
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// The command that the page is about, as in `viva man history`; by default the whole program
    pub(crate) command: Option<String>,
}
