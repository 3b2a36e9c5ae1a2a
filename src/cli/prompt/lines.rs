//! Lines as the terminal itself reads them, for screen readers and terminals that cannot be painted on.

use std::io::{self, IsTerminal as _, Read as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// What arrived.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Arrived {
    Line(String),
    /// The end of input, or Ctrl-D.
    End,
    /// Nothing in time.
    Nothing,
}

/// Reads in a thread of its own, so that waiting can end at a deadline.
pub(super) struct Lines {
    bytes: Receiver<Vec<u8>>,
    /// Read, and not yet a line.
    pending: Vec<u8>,
}

impl Lines {
    pub(super) fn open() -> Self {
        let (send, bytes) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                let read = match io::stdin().lock().read(&mut buffer) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    read => read.unwrap_or(0),
                };
                // Ctrl-D ends one read; a window that is gone ends all of them, at once and for ever.
                let gone = read == 0 && !io::stdin().is_terminal();
                if send.send(buffer[..read].to_vec()).is_err() || gone {
                    break;
                }
            }
        });
        Self { bytes, pending: Vec::new() }
    }

    /// The next line, if it comes within `patience`. Bytes that are no UTF-8 are replaced.
    pub(super) fn next(&mut self, patience: Duration) -> Arrived {
        loop {
            if let Some(end) = self.pending.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.pending.drain(..=end).collect();
                return Arrived::Line(text(&line));
            }
            match self.bytes.recv_timeout(patience) {
                Ok(bytes) if bytes.is_empty() && self.pending.is_empty() => return Arrived::End,
                Ok(bytes) if bytes.is_empty() => {
                    let line = std::mem::take(&mut self.pending);
                    return Arrived::Line(text(&line));
                }
                Ok(bytes) => self.pending.extend(bytes),
                Err(RecvTimeoutError::Timeout) => return Arrived::Nothing,
                Err(RecvTimeoutError::Disconnected) => return Arrived::End,
            }
        }
    }

    /// What stands on the line that was begun and not ended. The terminal keeps it to itself until Enter, unless it is
    /// told to read by keys, which is done here for a moment.
    pub(super) fn begun(&mut self) -> String {
        super::super::terminal::by_keys(|| {
            while let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(60)) {
                self.pending.extend(bytes);
            }
        });
        let begun = std::mem::take(&mut self.pending);
        text(&begun)
    }

    /// Forgets what was typed ahead.
    pub(super) fn forget(&mut self) {
        self.pending.clear();
        while self.bytes.try_recv().is_ok() {}
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end_matches(['\n', '\r']).to_owned()
}
