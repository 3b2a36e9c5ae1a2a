//! Programs that a variable names, with arguments and all ("code --wait", "less -R").

use std::process::Command;

/// A command line as a shell reads it; `"$1"` in it stands for `argument`.
pub(crate) fn command(line: &str, argument: &std::ffi::OsStr) -> Command {
    if cfg!(unix) {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(line).arg("sh").arg(argument);
        shell
    } else {
        // Elsewhere the variable names a program, and nothing but that.
        let mut program = Command::new(line.trim_end_matches(" \"$1\""));
        if !argument.is_empty() {
            program.arg(argument);
        }
        program
    }
}
