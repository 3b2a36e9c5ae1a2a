//! The program: arguments in, exit status out. Only this module touches the terminal, the clock and the environment.

mod args;
mod conduct;
mod duration;
mod failure;
mod interview;
mod pack;
mod practice;
mod prompt;
mod score;
mod screen;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use self::args::{Cli, Command};
use self::failure::{Failure, Outcome};
use self::screen::Screen;
use crate::bank::{Pack, Question, load_folder};

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
    let screen = Screen::prepare(&cli.global);
    let folder = cli.global.pack.as_deref();
    match &cli.command {
        Command::Pack(command) => pack::run(command, folder, screen),
        Command::Score(args) => score::run(args, &load(folder)?, screen),
        Command::Interview(args) => interview::run(args, &load(folder)?, screen),
        Command::Practice(args) => practice::run(args, &load(folder)?, screen),
    }
}

/// The pack in `folder`, or the built-in one.
fn load(folder: Option<&Path>) -> Result<Pack, Failure> {
    let Some(folder) = folder else {
        return Pack::embedded().map_err(|error| Failure::Unusable(error.into()));
    };
    load_folder(folder).map_err(|mut errors| {
        let more = errors.len() - 1;
        let error = anyhow::Error::from(errors.remove(0));
        Failure::Unusable(match more {
            0 => error,
            _ => error.context(format!(
                "the pack has {} errors (`viva pack check` shows all); the first",
                more + 1
            )),
        })
    })
}

/// The question with this id, or a failure that names the nearest.
fn question<'a>(pack: &'a Pack, id: &str) -> Result<&'a Question, Failure> {
    pack.question(id).ok_or_else(|| {
        let ids: Vec<&str> = pack.questions.iter().map(|question| question.id.as_str()).collect();
        let hint = crate::suggest::nearest(id, ids.iter().copied()).map_or_else(
            || format!("there are: {}", ids.join(", ")),
            |near| format!("did you mean {near:?}?"),
        );
        Failure::unusable(format!("there is no question {id:?}; {hint}"))
    })
}
