//! What stands in the database of a time that was never: the clock was ahead, and is put back.

use super::{Alarm, Result, Tx, at, from_name, json, ms};
use chrono::{DateTime, TimeDelta, Utc};

/// Dates of Telegram's servers differ by a moment; that is no other time.
pub const MOMENT: TimeDelta = TimeDelta::seconds(5);

impl Alarm {
    /// How far ahead it stands at most where that is counted from the moment it is set; `None` where somebody has chosen
    /// the day, or was born on it, and for what is half a year away.
    pub const fn reach(self) -> Option<TimeDelta> {
        match self {
            Self::Late
            | Self::Edit
            | Self::Reaction
            | Self::Partly
            | Self::Clearing
            | Self::Taking
            | Self::Perhaps
            | Self::Case
            | Self::Group => Some(TimeDelta::minutes(15)),
            Self::Reader | Self::NobodyYet => Some(TimeDelta::hours(1)),
            Self::Bundle | Self::Leak | Self::Inside | Self::Sweep => Some(TimeDelta::hours(24)),
            // From morning to morning, also where the clocks change between.
            Self::Again | Self::Nudge | Self::Morning | Self::Quiet => Some(TimeDelta::hours(25)),
            Self::Silence
            | Self::Proposal
            | Self::Pulse
            | Self::Checkin
            | Self::Digest
            | Self::Held
            | Self::Mail
            | Self::Unread
            | Self::Over
            | Self::Alone => Some(TimeDelta::days(92)),
            Self::Pause | Self::Break | Self::Eighteen | Self::Paper | Self::Holds => None,
        }
    }
}

impl Tx {
    /// Puts back what stands there of a time that was never. What has happened cannot lie ahead; how far the latest of it
    /// does is how far the clock was ahead, and whatever was counted from such a moment lies as far ahead: when chats may
    /// be written to again, albums are whole, alarms go off. All of that moves back as far, unless that is further than
    /// `most`. Gives how far, if at all; the second time there is nothing left to move.
    pub async fn put_back(&mut self, most: TimeDelta, now: DateTime<Utc>) -> Result<Option<TimeDelta>> {
        let latest = one!(
            self,
            "find the latest that has happened",
            (Option<i64>,),
            "SELECT MAX(t.at) FROM
                 (SELECT MAX(at) AS at FROM seen
                  UNION ALL SELECT MAX(carried_at) FROM letter WHERE carried_at IS NOT NULL
                  UNION ALL SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'heartbeat') AS t"
        )?;
        let by = latest.and_then(|(latest,)| latest).map_or(TimeDelta::zero(), |latest| at(latest) - now);
        if by <= MOMENT || by > most {
            return Ok(None);
        }
        let (now, by) = (ms(now), by.num_milliseconds());
        self.letters_back(now, by).await?;
        self.alarms_back(now, by).await?;
        self.facts_back(now, by).await?;
        run!(
            self,
            "put back when Telegram was heard",
            "UPDATE meta SET value = CAST(CAST(value AS BIGINT) - $2 AS TEXT)
             WHERE key = 'heartbeat' AND CAST(value AS BIGINT) > $1",
            now,
            by
        )?;
        self.news.posted = true;
        Ok(Some(TimeDelta::milliseconds(by)))
    }

    /// What waits, and when its chat may be written to.
    async fn letters_back(&mut self, now: i64, by: i64) -> Result<()> {
        run!(
            self,
            "put lanes back",
            "UPDATE lane SET not_before = CASE WHEN not_before > $1 THEN not_before - $2 ELSE not_before END,
                 soonest = CASE WHEN soonest > $1 THEN soonest - $2 ELSE soonest END,
                 ready_at = CASE WHEN ready_at > $1 THEN ready_at - $2 ELSE ready_at END
             WHERE not_before > $1 OR soonest > $1 OR ready_at > $1",
            now,
            by
        )?;
        run!(
            self,
            "put what waits back",
            "UPDATE letter SET queued_at = CASE WHEN queued_at > $1 THEN queued_at - $2 ELSE queued_at END,
                 ready_at = CASE WHEN ready_at > $1 THEN ready_at - $2 ELSE ready_at END
             WHERE state IN ('queued', 'sending', 'held') AND (queued_at > $1 OR ready_at > $1)",
            now,
            by
        )?;
        run!(
            self,
            "put what has left back",
            "UPDATE letter SET carried_at = carried_at - $2 WHERE carried_at > $1",
            now,
            by
        )?;
        Ok(())
    }

    /// Alarms that lie further ahead than they are ever set.
    async fn alarms_back(&mut self, now: i64, by: i64) -> Result<()> {
        let kinds = all!(self, "find kinds of alarms", (String,), "SELECT DISTINCT kind FROM alarm")?;
        let mut reaches = Vec::new();
        for (kind,) in kinds {
            // What this version does not know is left as it is.
            let reach = from_name::<Alarm>(&kind).ok().and_then(Alarm::reach);
            reaches.extend(reach.map(|reach| (kind, now.saturating_add(reach.num_milliseconds()))));
        }
        run!(
            self,
            "put alarms back",
            "UPDATE alarm SET due_at = CASE WHEN due_at - $3 < $2 THEN $2 ELSE due_at - $3 END
             FROM (SELECT value->>0 AS kind, CAST(value->>1 AS BIGINT) AS reach FROM jsonb_each($1)) AS i
             WHERE alarm.kind = i.kind AND alarm.due_at > i.reach",
            json(&reaches)?,
            now,
            by
        )?;
        self.news.alarmed = true;
        Ok(())
    }

    /// What has happened, where clocks are read from it.
    async fn facts_back(&mut self, now: i64, by: i64) -> Result<()> {
        run!(self, "put what was seen back", "UPDATE seen SET at = at - $2 WHERE at > $1", now, by)?;
        run!(
            self,
            "put what was written back",
            "UPDATE source SET heard_at = CASE WHEN heard_at > $1 THEN heard_at - $2 ELSE heard_at END,
                 corrected_at = CASE WHEN corrected_at > $1 THEN corrected_at - $2 ELSE corrected_at END
             WHERE heard_at > $1 OR corrected_at > $1",
            now,
            by
        )?;
        run!(
            self,
            "put choices back",
            "UPDATE account SET current_at = CASE WHEN current_at > $1 THEN current_at - $2 ELSE current_at END,
                 other_at = CASE WHEN other_at > $1 THEN other_at - $2 ELSE other_at END,
                 reached_at = CASE WHEN reached_at > $1 THEN reached_at - $2 ELSE reached_at END
             WHERE current_at > $1 OR other_at > $1 OR reached_at > $1",
            now,
            by
        )?;
        run!(
            self,
            "put the clocks of cases back",
            "UPDATE case_file SET opened_at = CASE WHEN opened_at > $1 THEN opened_at - $2 ELSE opened_at END,
                 counted_from = CASE WHEN counted_from > $1 THEN counted_from - $2 ELSE counted_from END,
                 told_until = CASE WHEN told_until > $1 THEN told_until - $2 ELSE told_until END,
                 acknowledged_at = CASE WHEN acknowledged_at > $1 THEN acknowledged_at - $2 ELSE acknowledged_at END,
                 resolved_at = CASE WHEN resolved_at > $1 THEN resolved_at - $2 ELSE resolved_at END
             WHERE opened_at > $1 OR counted_from > $1 OR told_until > $1 OR acknowledged_at > $1 OR resolved_at > $1",
            now,
            by
        )?;
        run!(
            self,
            "put the clocks of pairs back",
            "UPDATE conversation SET contact_at = CASE WHEN contact_at > $1 THEN contact_at - $2 ELSE contact_at END,
                 elsewhere_at = CASE WHEN elsewhere_at > $1 THEN elsewhere_at - $2 ELSE elsewhere_at END,
                 turn_since = CASE WHEN turn_since > $1 THEN turn_since - $2 ELSE turn_since END,
                 turn_last = CASE WHEN turn_last > $1 THEN turn_last - $2 ELSE turn_last END,
                 stopped_at = CASE WHEN stopped_at > $1 THEN stopped_at - $2 ELSE stopped_at END
             WHERE stopped_at > $1 OR contact_at > $1 OR elsewhere_at > $1 OR turn_since > $1 OR turn_last > $1",
            now,
            by
        )?;
        Ok(())
    }
}
