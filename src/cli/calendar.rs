//! The calendar: the only place that asks what day it is.

use std::env;
use std::time::SystemTime;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::failure::Failure;
use crate::report::Calendar;

/// Now in the user's time zone, or what `VIVA_NOW` says (for tests and demonstrations).
#[expect(clippy::disallowed_methods, reason = "the one place that reads the calendar")]
pub(crate) fn read() -> Result<Calendar, Failure> {
    let zone = TimeZone::system();
    let now = match env::var("VIVA_NOW") {
        Ok(fixed) if !fixed.is_empty() => fixed.parse().map_err(|error| {
            Failure::unusable(format!("VIVA_NOW: {error}; write it as 2026-11-25T18:00:00Z"))
        })?,
        _ => Timestamp::try_from(SystemTime::now())
            .map_err(|error| Failure::unusable(format!("the clock is out of range: {error}")))?,
    };
    Ok(Calendar { now, zone })
}
