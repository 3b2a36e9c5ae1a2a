//! A real pseudo-terminal: keys in, a screen out. Waits on what the screen shows, never on time alone.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::program::{NOW, UNWANTED};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Terminal tests run one after the other: they are about time, and the machine has few cores.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
const PATIENCE: Duration = Duration::from_secs(20);

/// Holds all other terminal tests back while it lives.
pub(crate) fn alone() -> MutexGuard<'static, ()> {
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) struct Terminal {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    drawn: Receiver<Vec<u8>>,
    pub(crate) screen: vt100::Parser,
    /// All that was ever drawn, without escape sequences.
    pub(crate) transcript: String,
    /// Every byte that was drawn.
    pub(crate) raw: Vec<u8>,
    strip: anstream::adapter::StripBytes,
    /// Where the program keeps its files, unless the test says otherwise.
    _data: tempfile::TempDir,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// The program at a terminal of 24 rows.
    pub(crate) fn open(arguments: &[&str], columns: u16, environment: &[(&str, &str)]) -> Self {
        Self::with_rows(arguments, (24, columns), environment)
    }

    /// The program at a terminal so long that nothing ever scrolls away.
    pub(crate) fn long(arguments: &[&str], columns: u16, environment: &[(&str, &str)]) -> Self {
        Self::with_rows(arguments, (600, columns), environment)
    }

    fn with_rows(arguments: &[&str], size: (u16, u16), environment: &[(&str, &str)]) -> Self {
        Self::run(env!("CARGO_BIN_EXE_viva"), arguments, size, environment)
    }

    /// Some program at a terminal of so many rows and columns.
    pub(crate) fn run(
        program: &str,
        arguments: &[&str],
        (lines, columns): (u16, u16),
        environment: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        for variable in UNWANTED {
            command.env_remove(variable);
        }
        let data = tempfile::tempdir().expect("a temporary folder");
        command.env("VIVA_DATA_DIR", data.path());
        command.env("VIVA_NOW", NOW);
        command.env("TZ", "UTC");
        command.env("PAGER", "cat");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (send, drawn) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // An error means that the other side is closed.
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            keyboard: pair.master.take_writer().expect("a writer"),
            drawn,
            screen: vt100::Parser::new(rows(lines), rows(columns), 1_000),
            transcript: String::new(),
            raw: Vec::new(),
            strip: anstream::adapter::StripBytes::new(),
            _data: data,
            master: pair.master,
        }
    }

    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).expect("the keyboard works");
        self
    }

    /// Bytes that no key of this keyboard sends.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.keyboard.write_all(bytes).expect("the keyboard works");
        self
    }

    /// Takes in what was drawn until `wanted` has been drawn at some time since the last call.
    pub(crate) fn wait_for(&mut self, wanted: &str) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(at) = self.transcript.find(wanted) {
                self.transcript.drain(..at + wanted.len());
                return self;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match self.drawn.recv_timeout(left) {
                Ok(bytes) => self.take_in(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("{wanted:?} never came; the screen:\n{}", self.screen.screen().contents())
                }
            }
        }
    }

    /// Takes in what was drawn until the screen is as `wanted`.
    pub(crate) fn wait_until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !wanted(&self.shown()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.drawn.recv_timeout(left.min(Duration::from_millis(50))) {
                Ok(bytes) => self.take_in(&bytes),
                Err(RecvTimeoutError::Timeout) if !left.is_zero() => {}
                Err(_) => panic!("{what} never came; the screen:\n{}", self.screen.screen().contents()),
            }
        }
        self
    }

    /// What stands on the screen.
    pub(crate) fn shown(&self) -> String {
        self.screen.screen().contents()
    }

    /// Changes the screen's size, as a window does that is dragged.
    pub(crate) fn resize(&mut self, lines: u16, columns: u16) -> &mut Self {
        let size = PtySize { rows: lines, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("it can be resized");
        self.screen.screen_mut().set_size(rows(lines), rows(columns));
        self
    }

    /// The program's process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// Ends the program at once, without a chance to tidy up.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }

    /// All bytes that were drawn until the program ended, and what the screen shows then.
    pub(crate) fn drawn_to_the_end(mut self) -> (String, String) {
        let deadline = Instant::now() + PATIENCE;
        while let Ok(bytes) = self.drawn.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            self.take_in(&bytes);
        }
        self.child.wait().expect("the program ends");
        let shown: Vec<String> =
            self.screen.screen().contents().lines().map(|line| line.trim_end().to_owned()).collect();
        (String::from_utf8_lossy(&self.raw).replace('\r', ""), shown.join("\n"))
    }

    fn take_in(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.screen.process(bytes);
        for plain in self.strip.strip_next(bytes) {
            self.transcript.push_str(&String::from_utf8_lossy(plain));
        }
    }

    /// The exit status once the program has ended.
    pub(crate) fn end(mut self) -> (u32, String) {
        let deadline = Instant::now() + PATIENCE;
        while let Ok(bytes) = self.drawn.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            self.take_in(&bytes);
        }
        let status = self.child.wait().expect("the program ends");
        (status.exit_code(), std::mem::take(&mut self.transcript))
    }
}

fn rows(number: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(number).expect("a screen has a size")
}

impl Drop for Terminal {
    fn drop(&mut self) {
        _ = self.child.kill();
    }
}
