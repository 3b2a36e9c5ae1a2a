//! What tests ask of the program: how late a deadline was by its own clock, and a panic.

use std::env;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::time::Duration;

/// Appends a line to the file that `VIVA_STAMPS` names: microseconds after the deadline, and what was handed in.
pub(crate) fn record(late: Duration, text: &str) {
    let Some(path) = env::var_os("VIVA_STAMPS").filter(|path| !path.is_empty()) else { return };
    let line =
        serde_json::json!({"late_us": u64::try_from(late.as_micros()).unwrap_or(u64::MAX), "text": text});
    if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(path) {
        _ = writeln!(file, "{line}");
    }
}

/// Panics where a test asks for it, in debug builds only: the terminal must be left as it was even then.
pub(crate) fn panic_if_asked() {
    assert!(!cfg!(debug_assertions) || env::var_os("VIVA_PANIC").is_none(), "a test asked for this");
}
