//! Days as people name them.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

/// What day it is, and where.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The present moment.
    pub now: Timestamp,
    /// The zone whose days are counted.
    pub zone: TimeZone,
}

impl Calendar {
    /// The day of a moment.
    #[must_use]
    pub fn date(&self, moment: Timestamp) -> Date {
        self.zone.to_datetime(moment).date()
    }

    /// Date and time of day to the minute: `2026-11-25 18:04`.
    #[must_use]
    pub fn minute(&self, moment: Timestamp) -> String {
        self.zone.to_datetime(moment).strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// `today`, `yesterday`, `5 days ago`; from two weeks on the date.
    #[must_use]
    pub fn ago(&self, moment: Timestamp) -> String {
        let date = self.date(moment);
        let days = date.until((Unit::Day, self.date(self.now))).map_or(-1, |span| span.get_days());
        match days {
            0 => "today".to_owned(),
            1 => "yesterday".to_owned(),
            2..14 => format!("{days} days ago"),
            _ => date.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_in_the_users_zone() {
        let zone = TimeZone::fixed(jiff::tz::offset(2));
        let calendar = Calendar { now: "2026-11-25T22:30:00Z".parse().expect("a moment"), zone };
        let ago = |moment: &str| calendar.ago(moment.parse().expect("a moment"));
        assert_eq!(ago("2026-11-25T22:10:00Z"), "today");
        assert_eq!(ago("2026-11-25T21:10:00Z"), "yesterday");
        assert_eq!(ago("2026-11-20T10:00:00Z"), "6 days ago");
        assert_eq!(ago("2026-01-02T10:00:00Z"), "2026-01-02");
        assert_eq!(calendar.minute(calendar.now), "2026-11-26 00:30");
    }
}
