//! The program: arguments in, exit status out. Only this module touches the terminal, the clock and the environment.

mod args;
mod bookmark;
mod calendar;
mod choose;
mod conduct;
mod config;
mod duration;
mod failure;
mod feedback;
mod history;
mod home;
mod housekeeping;
mod interview;
mod key;
mod list;
mod pack;
mod pager;
mod past;
mod paths;
mod places;
mod practice;
mod prompt;
mod recorder;
mod score;
mod screen;
mod shell;
mod show;
mod stamps;
mod study;
mod surroundings;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use self::args::{Cli, Command};
use self::failure::{Failure, Outcome};
use self::surroundings::Surroundings;

/// Runs the program with these arguments, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Cli::try_parse_from(arguments) {
        Ok(cli) => dispatch(&cli).unwrap_or_else(Failure::report),
        Err(error) => {
            // A reader that went away is no reason to fail.
            let printed = error.print();
            match printed {
                Ok(()) => ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2)),
                Err(error) => Failure::from(error).report(),
            }
        }
    }
}

fn dispatch(cli: &Cli) -> Outcome {
    if cli.json && cli.command.is_some() {
        return Err(Failure::unusable("--json stands after the command, as in `viva list --json`"));
    }
    // These print the same wherever they run, so nothing around can make them fail.
    match &cli.command {
        Some(Command::Completions(args)) => return housekeeping::completions(args),
        Some(Command::Man(args)) => return housekeeping::man(args),
        _ => {}
    }
    let surroundings = Surroundings::find(&cli.global)?;
    match &cli.command {
        None => home::run(cli.json, &surroundings),
        Some(Command::Interview(args)) => interview::run(args, &surroundings),
        Some(Command::Practice(args)) => practice::run(args, &surroundings),
        Some(Command::Study(args)) => study::run(args, &surroundings),
        Some(Command::List(args)) => list::run(args, &surroundings),
        Some(Command::Show(args)) => show::run(args, &surroundings),
        Some(Command::History(args)) => history::run(args, &surroundings),
        Some(Command::Score(args)) => score::run(args, &surroundings.load_pack()?, surroundings.screen),
        Some(Command::Pack(command)) => pack::run(command, surroundings.pack.as_deref(), surroundings.screen),
        Some(Command::Paths(args)) => paths::run(args, &surroundings),
        Some(Command::Completions(_) | Command::Man(_)) => Ok(ExitCode::SUCCESS),
    }
}
