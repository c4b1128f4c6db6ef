//! Who was heard, how fast members write, and how they have been in touch.

use super::{Result, Tx, at, json, ms};
use crate::domain::flow::Flow;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::talk::Talk;
use chrono::{DateTime, Utc};

impl Tx {
    /// Notes that these members were heard, each once, and how fast they have been writing; and how conversations'
    /// members have been in touch since.
    pub async fn hear(
        &mut self,
        heard: &[((ConversationId, PersonId), Flow)],
        talks: &[(ConversationId, Talk)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        if heard.is_empty() && talks.is_empty() {
            return Ok(());
        }
        let heard = heard.iter().map(|((circle, person), flow)| {
            (circle, person, flow.ahead_until.map(ms), flow.slowed_at.map(ms), ms(now))
        });
        let talks = talks.iter().map(|(id, talk)| {
            let turn = talk.turn;
            let (by, since, last) =
                (turn.map(|it| it.by), turn.map(|it| ms(it.since)), turn.map(|it| ms(it.last)));
            (id, talk.contact_at.map(ms), talk.elsewhere_at.map(ms), by, since, last)
        });
        let (heard, talks) = (json(&heard.collect::<Vec<_>>())?, json(&talks.collect::<Vec<_>>())?);
        steps!(
            self,
            "note who was heard, and set the silence clock",
            (i64,),
            (heard.as_str(), talks.as_str()),
            [
                "UPDATE member SET heard_at = i.heard_at, ahead_until = i.ahead_until, slowed_at = i.slowed_at
                 FROM (SELECT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS person_id,
                           CAST(value->>2 AS BIGINT) AS ahead_until, CAST(value->>3 AS BIGINT) AS slowed_at,
                           CAST(value->>4 AS BIGINT) AS heard_at
                       FROM jsonb_each($1)) AS i
                 WHERE member.conversation_id = i.conversation_id AND member.person_id = i.person_id",
                "UPDATE conversation SET contact_at = i.contact_at, elsewhere_at = i.elsewhere_at, turn_by = i.turn_by,
                     turn_since = i.turn_since, turn_last = i.turn_last
                 FROM (SELECT CAST(value->>0 AS BIGINT) AS id, CAST(value->>1 AS BIGINT) AS contact_at,
                           CAST(value->>2 AS BIGINT) AS elsewhere_at, value->>3 AS turn_by,
                           CAST(value->>4 AS BIGINT) AS turn_since, CAST(value->>5 AS BIGINT) AS turn_last
                       FROM jsonb_each($2)) AS i
                 WHERE conversation.id = i.id AND CAST($1 AS TEXT) IS NOT NULL"
            ]
        )?;
        Ok(())
    }

    /// Writes how conversations' members have been in touch.
    pub async fn save_talks(&mut self, talks: &[(ConversationId, Talk)]) -> Result<()> {
        self.hear(&[], talks, DateTime::UNIX_EPOCH).await
    }

    /// The notice a member was last given, and how fast she has been writing.
    pub async fn told(
        &mut self,
        conversation: ConversationId,
        person: PersonId,
    ) -> Result<(Option<String>, Flow)> {
        let row = one!(
            self,
            "find what a member was told",
            (Option<String>, Option<i64>, Option<i64>),
            "SELECT told, ahead_until, slowed_at FROM member WHERE conversation_id = $1 AND person_id = $2",
            conversation.0,
            person.0
        )?;
        let (told, ahead_until, slowed_at) = row.unwrap_or_default();
        Ok((told, Flow { ahead_until: ahead_until.map(at), slowed_at: slowed_at.map(at) }))
    }
}
