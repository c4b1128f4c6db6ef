//! What is due next, in words.

use super::world::{Trouble, World};
use crate::domain::id::PersonId;
use crate::store::Alarm;
use serde::Serialize;

/// Entries of the calendar, at most.
const SHOWN: usize = 12;

/// Something that is due.
#[derive(Serialize)]
pub(super) struct Due {
    /// When, in epoch milliseconds.
    at: i64,
    what: &'static str,
    /// Whom it is about, by alias.
    who: Option<String>,
}

impl World {
    /// What is due next, earliest first.
    pub(super) async fn calendar(&self) -> Result<Vec<Due>, Trouble> {
        let mut tx = self.db.begin().await?;
        let mut due = Vec::new();
        for (kind, subject, at) in tx.coming(64).await? {
            let Some(what) = words(kind) else { continue };
            let about_somebody = matches!(
                kind,
                Alarm::Pulse
                    | Alarm::Digest
                    | Alarm::Nudge
                    | Alarm::Eighteen
                    | Alarm::Paper
                    | Alarm::Quiet
                    | Alarm::Mail
            );
            let person = if about_somebody { tx.person(PersonId(subject)).await? } else { None };
            let who = person.map(|person| person.alias);
            due.push(Due { at: at.timestamp_millis(), what, who });
        }
        if let Some(lane) = tx.next_lane().await? {
            due.push(Due { at: lane.timestamp_millis(), what: "A letter that waits may leave", who: None });
        }
        due.sort_by_key(|due| due.at);
        due.truncate(SHOWN);
        Ok(due)
    }
}

/// What an alarm means to somebody who watches; `None` for what nobody would notice.
fn words(kind: Alarm) -> Option<&'static str> {
    Some(match kind {
        Alarm::Silence => "Has the pair been silent? The bot looks",
        Alarm::Proposal => "A proposal is brought to mind, or expires",
        Alarm::Pulse => "“How is it going?” is due",
        Alarm::Checkin => "An open question is brought to mind, or expires",
        Alarm::Case => "A case that nobody took climbs",
        Alarm::Pause => "What becomes of a stopped pair?",
        Alarm::Break => "A break ends",
        Alarm::Digest => "The coordinator’s daily digest",
        Alarm::Nudge => "A reminder goes out in the morning",
        Alarm::Late => "Is a message late? The bot looks",
        Alarm::Held => "What has waited too long is given up",
        Alarm::Bundle => "A message that nobody said whom it is for",
        Alarm::Mail => "Mail to the team that nobody has answered becomes a case",
        Alarm::Morning | Alarm::Again => "A notice that waits for the morning",
        Alarm::Edit => "A correction is passed on",
        Alarm::Eighteen => "Somebody turns 18",
        Alarm::Paper => "Somebody under 18 for whom nobody has signed: the team is asked",
        Alarm::Unread => "Copies that nobody has read",
        Alarm::Leak => "A question about a phone number expires",
        Alarm::Partly => "Has everybody in a circle got a message? The bot looks",
        Alarm::Quiet => "How many messages came in circles without a sound",
        Alarm::NobodyYet => "Has nobody answered somebody who does not feel safe? She reads so",
        Alarm::Over => "What was read about a case that is over is removed",
        Alarm::Taking => "A message that was taken back goes once the team has it",
        Alarm::Alone => "Was anybody reached? Whoever is alone with a case is asked again",
        Alarm::Reader => "A case that nobody could be told of is tried again",
        Alarm::Group => "Does a group that refuses work again? The bot tries",
        Alarm::Holds => "Do contacts and help numbers still hold? The lead is asked",
        Alarm::Clearing => "A message is cleared once the team has it",
        Alarm::Reaction | Alarm::Perhaps | Alarm::Inside | Alarm::Sweep => return None,
    })
}
