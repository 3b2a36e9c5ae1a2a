//! What the prompt's handlers and threads tell each other.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::clock::Clock;
use super::draft::Draft;

/// Flags, the draft and the clock. No lock is held across a call that may wait.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    draft: Mutex<Draft>,
    clock: Mutex<Clock>,
    /// What stands above the prompt, to paint it anew after a resize.
    above: Mutex<String>,
    /// Grows with every change of the draft.
    changes: AtomicU64,
    /// The deadline has passed; from here on no key changes the draft.
    pub(super) time_up: AtomicBool,
    /// The number of the line that is being read; 0 for none.
    pub(super) reading: AtomicU64,
    /// Rows that a block may take.
    pub(super) rows: AtomicUsize,
    /// An answer is read, and not a short reply to a question of ours.
    pub(super) answering: AtomicBool,
    pub(super) submit: AtomicBool,
    pub(super) edit: AtomicBool,
    pub(super) recall: AtomicBool,
    pub(super) goes_on: AtomicBool,
    /// The user pressed Ctrl-C; a signal of the clock's looks the same otherwise.
    pub(super) interrupted: AtomicBool,
    plain_colours: AtomicBool,
}

impl Shared {
    /// The draft, locked.
    pub(crate) fn draft(&self) -> MutexGuard<'_, Draft> {
        self.draft.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the draft, which is then saved.
    pub(super) fn change(&self, change: impl FnOnce(&mut Draft)) {
        change(&mut self.draft());
        self.changes.fetch_add(1, Ordering::Relaxed);
    }

    /// How often the draft was changed.
    pub(crate) fn changes(&self) -> u64 {
        self.changes.load(Ordering::Relaxed)
    }

    /// The clock, locked.
    pub(crate) fn clock(&self) -> MutexGuard<'_, Clock> {
        self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn above(&self) -> MutexGuard<'_, String> {
        self.above.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_time_up(&self) -> bool {
        self.time_up.load(Ordering::SeqCst)
    }

    pub(super) fn colours(&self) -> bool {
        !self.plain_colours.load(Ordering::Relaxed)
    }

    pub(super) fn without_colours(&self) {
        self.plain_colours.store(true, Ordering::Relaxed);
    }

    /// Reads a flag and lowers it.
    pub(super) fn take(flag: &AtomicBool) -> bool {
        flag.swap(false, Ordering::Relaxed)
    }
}

/// The monotonic clock, read here and nowhere else.
#[expect(clippy::disallowed_methods, reason = "the one place that measures how long an answer takes")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
