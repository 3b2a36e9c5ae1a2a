//! Long texts go through the user's pager, as git does it: on a terminal only, and only where they do not fit.

use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::process::Stdio;

use super::failure::Failure;
use super::shell;
use super::surroundings::Surroundings;

/// Prints a text, through the pager where it is longer than the screen.
pub(crate) fn print(text: &str, surroundings: &Surroundings) -> Result<(), Failure> {
    let fits = surroundings.screen.rows.is_some_and(|rows| text.lines().count() < rows);
    if fits || surroundings.screen.plain || surroundings.no_pager || !io::stdout().is_terminal() {
        return to_stdout(text);
    }
    let Some(pager) = pager(surroundings) else { return to_stdout(text) };
    match through(&pager, text) {
        Ok(()) => Ok(()),
        // A pager that does not start must not swallow the text.
        Err(_) => to_stdout(text),
    }
}

fn to_stdout(text: &str) -> Result<(), Failure> {
    let mut out = super::screen::stdout();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// `VIVA_PAGER`, the configuration, `PAGER` or `less`; none where the first that is set is empty or `cat`.
fn pager(surroundings: &Surroundings) -> Option<String> {
    let variable = |name: &str| env::var(name).ok();
    let pager = variable("VIVA_PAGER")
        .or_else(|| surroundings.config.pager.clone())
        .or_else(|| variable("PAGER"))
        .unwrap_or_else(|| "less".to_owned());
    (!pager.trim().is_empty() && pager.trim() != "cat").then_some(pager)
}

fn through(pager: &str, text: &str) -> io::Result<()> {
    let mut command = shell::command(pager, OsStr::new(""));
    // Colours, no clearing of the screen, and an end without a key where the text fits after all.
    if env::var_os("LESS").is_none() {
        command.env("LESS", "-FRX -Psmore with Space, on with q$");
    }
    let mut child = command.stdin(Stdio::piped()).spawn()?;
    let coloured = super::screen::in_colour();
    if let Some(mut input) = child.stdin.take() {
        // The reader may leave before the end.
        let plain = anstream::adapter::strip_str(text).to_string();
        _ = input.write_all(if coloured { text } else { &plain }.as_bytes());
    }
    let status = child.wait()?;
    // 127: the shell found no such program.
    if status.code() == Some(127) { Err(io::ErrorKind::NotFound.into()) } else { Ok(()) }
}
