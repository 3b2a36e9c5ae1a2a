//! The threads beside the prompt. One watches clock and screen; one owns rustyline's printer, since printing waits
//! while a key sequence is half typed, and the clock must not.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use rustyline::ExternalPrinter;

use super::clock::{Mark, marks};
use super::shared::{Shared, now};
use crate::report::signs::{HALF, styled};

/// How often the watch looks.
const LOOK: Duration = Duration::from_millis(40);
/// Until the last minute the countdown is painted so often; every paint makes some terminals leave their scrollback.
const SLOW_TICK: Duration = Duration::from_secs(5);
/// A resize is over when the size has not changed for so long.
const SETTLED: Duration = Duration::from_millis(200);

/// How the time is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling {
    /// Paint the countdown.
    pub(super) ticks: bool,
    /// Write the time left into the window's title.
    pub(super) title: bool,
    /// Print marks as lines of their own, without the line editor.
    pub(super) plain: bool,
}

/// Watches one prompt for as long as it lives.
pub(super) struct Watch {
    stop: Arc<AtomicBool>,
}

impl Watch {
    /// Starts the threads. `printer` prints above the line that is being edited; none in plain mode.
    pub(super) fn start(
        shared: &Arc<Shared>,
        printer: Option<Box<dyn ExternalPrinter + Send>>,
        telling: Telling,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (send, receive) = sync_channel(1);
        if let Some(printer) = printer {
            thread::spawn(move || print_all(printer, &receive));
        }
        let watcher = Watcher {
            shared: Arc::clone(shared),
            printer: send,
            telling,
            marks: Vec::new(),
            limit: None,
            told: now(),
            size: None,
        };
        let stopped = Arc::clone(&stop);
        thread::spawn(move || watcher.run(&stopped, wake));
        Self { stop }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Prints what arrives, in the order of arrival.
fn print_all(mut printer: Box<dyn ExternalPrinter + Send>, messages: &Receiver<String>) {
    while let Ok(message) = messages.recv() {
        if printer.print(message).is_err() {
            break;
        }
    }
}

struct Watcher {
    shared: Arc<Shared>,
    printer: SyncSender<String>,
    telling: Telling,
    /// Still to come for the limit at work.
    marks: Vec<Mark>,
    limit: Option<Duration>,
    /// When the countdown was painted last.
    told: Instant,
    /// The screen's size as last seen, and since when; whether it was painted for.
    size: Option<((u16, u16), Instant, bool)>,
}

impl Watcher {
    fn run(mut self, stop: &AtomicBool, wake: impl Fn()) {
        while !stop.load(Ordering::Relaxed) {
            thread::sleep(LOOK);
            let moment = now();
            let (limit, left) = {
                let clock = self.shared.clock();
                (clock.limit(), clock.left(moment))
            };
            if limit != self.limit {
                self.limit = limit;
                self.marks = limit.map(marks).unwrap_or_default();
                // What is past already, in an answer that was taken up again, is not said.
                self.marks.retain(|mark| left.is_some_and(|left| mark.left < left));
            }
            let reading = self.shared.reading.load(Ordering::SeqCst);
            if left == Some(Duration::ZERO) && self.shared.answering.load(Ordering::SeqCst) {
                self.shared.time_up.store(true, Ordering::SeqCst);
                // Again and again until this very line has ended: a single signal can be lost between two reads.
                if reading != 0 && self.shared.reading.load(Ordering::SeqCst) == reading {
                    wake();
                }
                continue;
            }
            if reading == 0 {
                continue;
            }
            self.mark(left);
            if !self.telling.plain {
                self.resized(moment);
                self.tick(moment, left);
            }
        }
    }

    fn mark(&mut self, left: Option<Duration>) {
        let Some(left) = left else { return };
        if self.marks.first().is_none_or(|mark| left > mark.left) {
            return;
        }
        let said = self.marks.remove(0).said;
        if self.telling.plain {
            anstream::println!("\n{said}");
        } else if self.printer.try_send(format!("{}\n", self.paint(&said))).is_err() {
            // The printer waits behind a half-typed key sequence; the mark is said when it is free.
            self.marks.insert(0, Mark { left, said });
        }
    }

    fn paint(&self, said: &str) -> String {
        if self.shared.colours() { styled(HALF, said) } else { said.to_owned() }
    }

    fn tick(&mut self, moment: Instant, left: Option<Duration>) {
        let Some(left) = left else { return };
        let pause = if left <= Duration::from_secs(61) { Duration::from_secs(1) } else { SLOW_TICK };
        if moment.saturating_duration_since(self.told) < pause || self.fills_the_screen() {
            return;
        }
        self.told = moment;
        let title = if self.telling.title {
            format!("\x1b]2;viva: {} left\x07", crate::report::clock(left.as_secs()))
        } else {
            String::new()
        };
        if self.telling.ticks {
            // "Up" and a line break cancel out: rustyline repaints prompt and line where they are.
            _ = self.printer.try_send(format!("{title}\x1b[A\n"));
        } else if self.telling.title {
            anstream::print!("{title}");
        }
    }

    /// A line editor that is taller than the screen leaves scraps behind at every paint.
    fn fills_the_screen(&self) -> bool {
        let Some((rows, columns)) = console::Term::stdout().size_checked() else { return true };
        rows_of(&self.shared.draft().current, usize::from(columns)) + 1 >= usize::from(rows)
    }

    /// A terminal that reflows leaves stale rows, or erases the question; everything is painted anew.
    fn resized(&mut self, moment: Instant) {
        let Some(size) = console::Term::stdout().size_checked() else { return };
        match &mut self.size {
            Some((known, since, painted)) if *known == size => {
                if !*painted && moment.saturating_duration_since(*since) >= SETTLED {
                    *painted = true;
                    let above = self.shared.above().clone();
                    let closed = self.shared.draft().closed();
                    let closed = if closed.is_empty() {
                        closed
                    } else {
                        format!("{}\n\n", crate::report::clean(&closed))
                    };
                    _ = self.printer.try_send(format!("\x1b[H\x1b[2J{above}\n{closed}"));
                }
            }
            Some(known) => *known = (size, moment, false),
            None => self.size = Some((size, moment, true)),
        }
    }
}

/// Rows that a text takes on a screen of so many columns.
pub(super) fn rows_of(text: &str, columns: usize) -> usize {
    text.split('\n').map(|line| textwrap::core::display_width(line) / columns.max(1) + 1).sum()
}
