//! Runs the program and says what it did.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// The program with some arguments, ready to be run.
pub(crate) struct Program {
    command: Command,
    input: Vec<u8>,
    /// Its data folder, unless the test has one of its own.
    _data: tempfile::TempDir,
}

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// `viva` with these arguments, in an environment that changes nothing.
pub(crate) fn viva<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Program {
    let mut command = Command::new(env!("CARGO_BIN_EXE_viva"));
    command.args(arguments);
    for variable in UNWANTED {
        command.env_remove(variable);
    }
    let data = tempfile::tempdir().expect("a temporary folder");
    command.env("VIVA_DATA_DIR", data.path()).env("VIVA_NOW", NOW).env("TZ", "UTC");
    Program { command, input: Vec::new(), _data: data }
}

/// Variables that would change what the program shows.
pub(crate) const UNWANTED: [&str; 10] = [
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "ACCESSIBLE",
    "RUST_BACKTRACE",
    "PAGER",
    "VIVA_PAGER",
    "LESS",
    "VISUAL",
    "EDITOR",
];
/// The day on which tests run.
pub(crate) const NOW: &str = "2026-11-25T18:04:00Z";

impl Program {
    /// What is piped in.
    pub(crate) fn input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = input.into();
        self
    }

    /// Keeps everything in a folder of the test's own.
    pub(crate) fn data(self, folder: &Path) -> Self {
        self.environment("VIVA_DATA_DIR", folder.to_str().expect("UTF-8"))
    }

    pub(crate) fn environment(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn run(mut self) -> Run {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("it is piped");
        let input = self.input;
        // The program may stop reading before the end.
        let writer = std::thread::spawn(move || _ = stdin.write_all(&input));
        let output = child.wait_with_output().expect("the program ends");
        writer.join().expect("the writer ends");
        let run = Run {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("the output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
        };
        assert!(!run.err.contains("panicked"), "{}", run.err);
        run
    }
}

/// A writable copy of the built-in pack's files.
pub(crate) fn pack_copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for kind in ["questions", "rubrics"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(kind).join("rust");
        let to = folder.path().join(kind);
        std::fs::create_dir(&to).expect("a new folder");
        for entry in std::fs::read_dir(from).expect("the pack is there") {
            let path = entry.expect("it can be listed").path();
            std::fs::copy(&path, to.join(path.file_name().expect("a file"))).expect("a copy");
        }
    }
    folder
}
