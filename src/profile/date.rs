//! Dates as sources give them, and the time between two.

use std::fmt;

/// A date of which the day, or the month too, may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl Date {
    /// Reads `2027`, `2027-06` or `2027-06-14`.
    pub fn read(text: &str) -> Option<Date> {
        let mut parts = text.trim().split('-');
        let number = |part: &str, digits: usize| -> Option<i16> {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|p| number(p, 2)).map_or(Some(None), |n| n.map(|n| Some(n as i8)))?;
        let day = parts.next().map(|p| number(p, 2)).map_or(Some(None), |n| n.map(|n| Some(n as i8)))?;
        let real = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        (real && parts.next().is_none()).then_some(Date { year, month, day })
    }

    /// A day of the calendar.
    pub fn day(date: jiff::civil::Date) -> Date {
        Date { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Whether it has wholly passed by another date: `2025` has passed on the first day of 2026, and
    /// not before.
    pub fn is_before(self, other: Date) -> bool {
        let last = (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31));
        let first = (other.year, other.month.unwrap_or(1), other.day.unwrap_or(1));
        last < first
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// When something holds; open at a side where no date is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first date.
    pub since: Option<Date>,
    /// The last date.
    pub until: Option<Date>,
}

impl Period {
    /// Whether a date lies before the first or behind the last one for certain: of a year that both
    /// share, nothing is certain.
    pub fn excludes(self, date: Date) -> bool {
        self.since.is_some_and(|since| date.is_before(since))
            || self.until.is_some_and(|until| until.is_before(date))
    }

    /// Whether it is open at both sides.
    pub fn is_open(self) -> bool {
        self == Period::default()
    }
}

/// `since 2010, until 2019-05`; nothing where it is open at both sides.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.since, self.until) {
            (None, None) => Ok(()),
            (Some(since), None) => write!(f, "since {since}"),
            (None, Some(until)) => write!(f, "until {until}"),
            (Some(since), Some(until)) => write!(f, "since {since}, until {until}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_partial_dates_and_refuses_others() {
        for text in ["2027", "2027-06", "2027-06-14"] {
            assert_eq!(Date::read(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for text in ["", "27", "2027-13", "2027-02-30", "2027-6", "2027-06-14-1", "14.06.2027", "٢٠٢٧"] {
            assert_eq!(Date::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_has_passed_only_when_it_is_over() {
        let date = |t| Date::read(t).expect("a date");
        assert!(date("2025").is_before(date("2026-01-01")));
        assert!(!date("2025").is_before(date("2025-12-31")));
        assert!(!date("2026-06-14").is_before(date("2026-06-14")));
    }
}
