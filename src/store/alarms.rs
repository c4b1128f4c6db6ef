//! The next moment to look at something. A tick costs what is due, not what exists.

use super::{Result, Tx, at, from_name, json, ms, named};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How long an alarm of an unknown kind is put off: a newer version may have set it, and be back.
const PUT_OFF: TimeDelta = TimeDelta::hours(1);

/// What there is to look at when an alarm goes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alarm {
    /// A pair's silence; the subject is a conversation.
    Silence,
    /// A proposal's reminder or expiry; the subject is a conversation.
    Proposal,
    /// The team is asked again what becomes of a stopped pair; the subject is a conversation.
    Pause,
    /// A break that ends; the subject is a person.
    Break,
    /// A member's next pulse is due; the subject is a person.
    Pulse,
    /// A check-in's reminder or expiry; the subject is a check-in.
    Checkin,
    /// A case's next rung; the subject is a case.
    Case,
    /// A case that grew worse at night; the subject is a case.
    Again,
    /// A coordinator's daily digest; the subject is a person.
    Digest,
    /// A nudge that waits for the morning; the subject is a person.
    Nudge,
    /// Messages that may be late; the subject is the chat they wait for.
    Late,
    /// Held letters that became too old; the subject is a lane.
    Held,
    /// A message nobody said whom it is for; the subject is a person.
    Bundle,
    /// Mail to the team that nobody has answered; the subject is its writer.
    Mail,
    /// An announcement that waits for the morning; the subject is a letter.
    Morning,
    /// Edits that came close upon others; the subject is a relayed message.
    Edit,
    /// Reactions that came before their message; the subject is a chat.
    Reaction,
    /// Somebody who was a minor is 18; the subject is a person.
    Eighteen,
    /// Somebody under 18 whom nobody has signed for: she, or what was decided, is looked at; the subject is a person.
    Paper,
    /// Supervised copies that nobody marked as read; the subject is a room.
    Unread,
    /// A question whether a message shall go; the subject is its letter.
    Leak,
    /// A circle's message that not everybody has; the subject is that message.
    Partly,
    /// Somebody wants to know how many messages came in her quiet circles; the subject is a person.
    Quiet,
    /// What was read in a room is over; the subject is the room.
    Over,
    /// Nobody has taken the case of somebody who does not feel safe; the subject is that case.
    NobodyYet,
    /// What goes from its writer's chat once her team has it; the subject is a relayed message.
    Clearing,
    /// What goes once whoever reads along has it; the subject is a relayed message.
    Taking,
    /// A copy that is read along and may have arrived without an answer; the subject is its message.
    Perhaps,
    /// Somebody is alone with a case of which nobody was reached, and is asked again; the subject is that case.
    Alone,
    /// A case that perhaps nobody can read; the subject is the case.
    Reader,
    /// A group that refuses; the subject is the group.
    Group,
    /// Who is in the team's groups; the subject is a programme.
    Inside,
    /// Whether contacts and numbers still hold; the subject is a programme.
    Holds,
    /// Old rows to be removed; the subject is 0.
    Sweep,
}

impl Tx {
    /// Sets the alarm of one subject, replacing an earlier one of its kind.
    pub async fn wake(&mut self, kind: Alarm, subject: i64, due: DateTime<Utc>) -> Result<()> {
        self.wake_all(&[(kind, subject, due)]).await
    }

    /// Sets many alarms at once; of two for one subject, the earlier.
    pub async fn wake_all(&mut self, alarms: &[(Alarm, i64, DateTime<Utc>)]) -> Result<()> {
        if alarms.is_empty() {
            return Ok(());
        }
        let rows: Vec<(Alarm, i64, i64)> =
            alarms.iter().map(|(kind, subject, due)| (*kind, *subject, ms(*due))).collect();
        run!(
            self,
            "set alarms",
            "INSERT INTO alarm (kind, subject, due_at)
             SELECT value->>0, CAST(value->>1 AS BIGINT), MIN(CAST(value->>2 AS BIGINT)) FROM jsonb_each($1)
             GROUP BY value->>0, CAST(value->>1 AS BIGINT)
             ON CONFLICT (kind, subject) DO UPDATE SET due_at = excluded.due_at",
            json(&rows)?
        )?;
        self.news.alarmed = true;
        Ok(())
    }

    /// Whether one subject has an alarm of a kind.
    pub async fn is_awake(&mut self, kind: Alarm, subject: i64) -> Result<bool> {
        let row = one!(
            self,
            "find whether an alarm is set",
            (i64,),
            "SELECT due_at FROM alarm WHERE kind = $1 AND subject = $2",
            named(kind)?,
            subject
        )?;
        Ok(row.is_some())
    }

    /// Sets the alarm of one subject, unless it has one of its kind.
    pub async fn wake_unless(&mut self, kind: Alarm, subject: i64, due: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "set an alarm that is not set",
            "INSERT INTO alarm (kind, subject, due_at) VALUES ($1, $2, $3) ON CONFLICT (kind, subject) DO NOTHING",
            named(kind)?,
            subject,
            ms(due)
        )?;
        self.news.alarmed = true;
        Ok(())
    }

    /// Sets alarms of these subjects, unless an earlier one of the kind is set.
    pub async fn wake_by(&mut self, alarms: &[(Alarm, i64, DateTime<Utc>)]) -> Result<()> {
        if alarms.is_empty() {
            return Ok(());
        }
        let rows: Vec<(Alarm, i64, i64)> =
            alarms.iter().map(|(kind, subject, due)| (*kind, *subject, ms(*due))).collect();
        run!(
            self,
            "set alarms at the latest",
            "INSERT INTO alarm (kind, subject, due_at)
             SELECT value->>0, CAST(value->>1 AS BIGINT), MIN(CAST(value->>2 AS BIGINT)) FROM jsonb_each($1)
             GROUP BY value->>0, CAST(value->>1 AS BIGINT)
             ON CONFLICT (kind, subject) DO UPDATE SET
                 due_at = CASE WHEN excluded.due_at < alarm.due_at THEN excluded.due_at ELSE alarm.due_at END",
            json(&rows)?
        )?;
        self.news.alarmed = true;
        Ok(())
    }

    /// Takes an alarm away.
    pub async fn let_sleep(&mut self, kind: Alarm, subject: i64) -> Result<()> {
        run!(
            self,
            "take an alarm away",
            "DELETE FROM alarm WHERE kind = $1 AND subject = $2",
            named(kind)?,
            subject
        )?;
        Ok(())
    }

    /// The moment of the earliest alarm.
    pub async fn next_alarm(&mut self) -> Result<Option<DateTime<Utc>>> {
        let row =
            one!(self, "find the next alarm", (i64,), "SELECT due_at FROM alarm ORDER BY due_at LIMIT 1")?;
        Ok(row.map(|(due,)| at(due)))
    }

    /// The next `most` alarms, earliest first; those of a kind that this version does not know are left out.
    pub async fn coming(&mut self, most: i64) -> Result<Vec<(Alarm, i64, DateTime<Utc>)>> {
        let rows = all!(
            self,
            "read the next alarms",
            (String, i64, i64),
            "SELECT kind, subject, due_at FROM alarm ORDER BY due_at LIMIT $1",
            most
        )?;
        let known = |(kind, subject, due): (String, _, _)| Some((from_name(&kind).ok()?, subject, at(due)));
        Ok(rows.into_iter().filter_map(known).collect())
    }

    /// Takes up to `most` alarms that are due, earliest first. Whoever takes them sets the next ones in the same
    /// transaction. Those of a kind that this version does not know are put off by an hour, and [told](Self::strange).
    pub async fn take_due(&mut self, most: i64, now: DateTime<Utc>) -> Result<Vec<(Alarm, i64)>> {
        let rows = all!(
            self,
            "take due alarms",
            (String, i64),
            "DELETE FROM alarm WHERE (kind, subject) IN
             (SELECT kind, subject FROM alarm WHERE due_at <= $1 ORDER BY due_at LIMIT $2)
             RETURNING kind, subject",
            ms(now),
            most
        )?;
        let (mut due, mut strange) = (Vec::new(), Vec::new());
        for (kind, subject) in rows {
            match from_name(&kind) {
                Ok(kind) => due.push((kind, subject)),
                Err(_) => strange.push((kind, subject)),
            }
        }
        if !strange.is_empty() {
            run!(
                self,
                "put off alarms of unknown kinds",
                "INSERT INTO alarm (kind, subject, due_at)
                 SELECT value->>0, CAST(value->>1 AS BIGINT), CAST($2 AS BIGINT) FROM jsonb_each($1)",
                json(&strange)?,
                ms(now + PUT_OFF)
            )?;
            self.strange.extend(strange.into_iter().map(|(kind, _)| kind));
        }
        due.sort_unstable();
        Ok(due)
    }

    /// The kinds of alarms that this transaction has put off because this version does not know them.
    pub fn strange(&mut self) -> Vec<String> {
        std::mem::take(&mut self.strange)
    }
}
