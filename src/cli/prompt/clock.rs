//! How long an answer has taken, and how long it may.

use std::time::{Duration, Instant};

/// The clock of one answer. Time stands still while it is paused.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clock {
    limit: Option<Duration>,
    /// Used before it was last started.
    used: Duration,
    since: Option<Instant>,
}

impl Clock {
    /// A clock that starts now, with some time used already.
    pub(crate) fn started(limit: Option<Duration>, used: Duration, now: Instant) -> Self {
        Self { limit, used, since: Some(now) }
    }

    pub(crate) fn limit(&self) -> Option<Duration> {
        self.limit
    }

    /// Time used.
    pub(crate) fn used(&self, now: Instant) -> Duration {
        self.used + self.since.map_or(Duration::ZERO, |since| now.saturating_duration_since(since))
    }

    /// Time left; none where there is no limit.
    pub(crate) fn left(&self, now: Instant) -> Option<Duration> {
        self.limit.map(|limit| limit.saturating_sub(self.used(now)))
    }

    pub(crate) fn pause(&mut self, now: Instant) {
        self.used = self.used(now);
        self.since = None;
    }

    pub(crate) fn resume(&mut self, now: Instant) {
        self.since = self.since.or(Some(now));
    }
}

/// A moment that is spoken of: half the time, the last minute, the last quarter of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Due when this much is left.
    pub(super) left: Duration,
    pub(super) said: String,
}

/// The marks of a limit, first to come first. Those that would come within ten seconds of another are left out.
pub(super) fn marks(limit: Duration) -> Vec<Mark> {
    let mut marks = Vec::new();
    let half = limit / 2;
    if half >= Duration::from_secs(20) {
        let said = format!("Half the time is left: {}.", crate::report::clock(half.as_secs()));
        marks.push(Mark { left: half, said });
    }
    for (seconds, said) in [(60, "One minute is left."), (15, "15 seconds are left.")] {
        let left = Duration::from_secs(seconds);
        let crowded = half.abs_diff(left) < Duration::from_secs(10) && !marks.is_empty();
        if limit > left + Duration::from_secs(5) && !crowded {
            marks.push(Mark { left, said: said.to_owned() });
        }
    }
    marks.sort_by_key(|mark| std::cmp::Reverse(mark.left));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a moment to count from")]
    fn time_stands_still_in_a_pause() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut clock = Clock::started(Some(Duration::from_secs(60)), Duration::from_secs(5), start);
        assert_eq!(clock.left(after(10)), Some(Duration::from_secs(45)));
        clock.pause(after(10));
        assert_eq!(clock.used(after(300)), Duration::from_secs(15));
        clock.resume(after(300));
        assert_eq!(clock.left(after(345)), Some(Duration::ZERO));
        assert_eq!(Clock::default().left(start), None);
    }

    #[test]
    fn marks_are_half_a_minute_and_a_quarter_of_it() {
        let left = |seconds| -> Vec<u64> {
            marks(Duration::from_secs(seconds)).iter().map(|mark| mark.left.as_secs()).collect()
        };
        assert_eq!(left(270), [135, 60, 15]);
        assert_eq!(left(120), [60, 15]);
        assert_eq!(left(60), [30, 15]);
        assert_eq!(left(30), [15]);
        assert_eq!(left(10), [] as [u64; 0]);
    }
}
