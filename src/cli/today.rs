//! The one place that looks at the clock.

use silkmatch::profile::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// Today's date in UTC.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs() as i64);
    let timestamp = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    Date::day(jiff::tz::Offset::UTC.to_datetime(timestamp).date())
}
