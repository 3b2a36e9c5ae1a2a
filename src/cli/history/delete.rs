//! `viva history delete`

use std::io::{self, Write as _};
use std::process::ExitCode;

use anstream::{print, println};

use super::super::args::DeleteArgs;
use super::super::failure::{FINDING, Failure, Outcome};
use super::super::screen;
use super::super::surroundings::Surroundings;
use crate::report::{counted, history};

/// Deletes attempts, once the user has seen which.
pub(super) fn run(args: &DeleteArgs, surroundings: &Surroundings) -> Outcome {
    let mut store = super::needed(surroundings)?;
    // All are looked up before any is touched.
    let attempts =
        args.attempts.iter().map(|number| super::attempt(&store, *number)).collect::<Result<Vec<_>, _>>()?;
    if !args.yes {
        if !screen::at_a_terminal() {
            return Err(Failure::unusable(
                "deleting asks first, which needs a terminal; --yes deletes at once",
            ));
        }
        print!("{}", history(&attempts, &surroundings.calendar, surroundings.screen.width));
        print!(
            "Delete {} for good? [y/N] ",
            if attempts.len() == 1 { "this attempt" } else { "these attempts" }
        );
        io::stdout().flush()?;
        let mut reply = String::new();
        io::stdin().read_line(&mut reply)?;
        if !matches!(reply.trim(), "y" | "Y" | "yes") {
            println!("Nothing was deleted.");
            return Ok(ExitCode::from(FINDING));
        }
    }
    let numbers: Vec<i64> = attempts.iter().map(|attempt| attempt.id).collect();
    let deleted = store.delete(&numbers)?;
    println!("Deleted {}.", counted(deleted, "attempt"));
    Ok(ExitCode::SUCCESS)
}
