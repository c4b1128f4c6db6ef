//! The ledger, by ids alone: which messages were written, what a reply answers, which notice members were given, and how
//! long all that is kept.

use super::{Result, Tx, json, ms};
use crate::domain::heard::Kind;
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use crate::domain::seal::{Print, written};
use crate::domain::trace::KEPT_DAYS;
use chrono::{DateTime, Utc};
use std::collections::{HashMap, HashSet};

/// What a reply answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replied {
    /// A relayed message, one's own or a copy.
    Relayed(ConversationId, SourceId),
    /// A letter of the bot's own.
    Letter(LetterId),
}

/// A message to be kept in the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// The conversation it goes to.
    pub conversation: ConversationId,
    /// Who wrote it.
    pub author: PersonId,
    /// Where.
    pub chat: ChatId,
    /// Its number there.
    pub message: MessageId,
    /// What it holds.
    pub kind: Kind,
    /// The album it belongs to.
    pub album: Option<&'a str>,
    /// Its fingerprints.
    pub print: Print,
}

row! {
    /// A message that a reply answers, and what it is.
    #[derive(serde::Deserialize)]
    struct Answered {
        chat: i64,
        message: i64,
        conversation: Option<i64>,
        source: Option<i64>,
        letter: Option<i64>,
    }
}

impl Answered {
    fn replied(&self) -> Option<Replied> {
        match (self.conversation, self.source, self.letter) {
            (Some(conversation), Some(source), _) => {
                Some(Replied::Relayed(ConversationId(conversation), SourceId(source)))
            }
            (_, _, letter) => letter.map(|letter| Replied::Letter(LetterId(letter))),
        }
    }
}

impl Tx {
    /// Keeps messages in the ledger and gives the ids of those that are new; one already there is not relayed again.
    pub async fn keep(
        &mut self,
        messages: &[Kept<'_>],
        now: DateTime<Utc>,
    ) -> Result<HashMap<(ChatId, MessageId), SourceId>> {
        let mut places = HashSet::new();
        let messages: Vec<&Kept> =
            messages.iter().filter(|kept| places.insert((kept.chat, kept.message))).collect();
        if messages.is_empty() {
            return Ok(HashMap::new());
        }
        let rows: Vec<_> = messages
            .iter()
            .map(|kept| {
                let print = (written(kept.print.content), written(kept.print.file));
                let ids = (kept.conversation, kept.author, kept.chat, kept.message);
                (ids.0, ids.1, ids.2, ids.3, kept.kind.as_str(), kept.album, print.0, print.1, ms(now))
            })
            .collect();
        let mut known = steps!(
            self,
            "keep messages in the ledger",
            (i64, i64),
            (json(&rows)?.as_str()),
            [
                "SELECT s.chat_id, s.message_id
                 FROM (SELECT CAST(value->>2 AS BIGINT) AS chat_id, CAST(value->>3 AS BIGINT) AS message_id
                       FROM jsonb_each($1)) i
                 JOIN source s ON s.chat_id = i.chat_id AND s.message_id = i.message_id",
                "INSERT INTO source (conversation_id, author_id, chat_id, message_id, kind, album_key, content_fp,
                     file_fp, heard_at)
                 SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), CAST(value->>2 AS BIGINT),
                     CAST(value->>3 AS BIGINT), value->>4, value->>5, value->>6, value->>7, CAST(value->>8 AS BIGINT)
                 FROM jsonb_each($1)
                 WHERE NOT EXISTS (SELECT 1 FROM source s WHERE s.chat_id = CAST(value->>2 AS BIGINT)
                     AND s.message_id = CAST(value->>3 AS BIGINT))
                 ORDER BY key",
                "SELECT COALESCE(MAX(id), 0), CAST(0 AS BIGINT) FROM source WHERE CAST($1 AS TEXT) IS NOT NULL"
            ]
        )?;
        let last = known.pop().map(|(last, _)| (last,));
        let known: HashSet<_> =
            known.into_iter().map(|(chat, message)| (ChatId(chat), MessageId(message))).collect();
        let new =
            messages.iter().map(|kept| (kept.chat, kept.message)).filter(|place| !known.contains(place));
        let new: Vec<_> = new.collect();
        let ids = super::letters::numbered(last.as_slice(), new.len());
        Ok(new.into_iter().zip(ids.map(SourceId)).collect())
    }

    /// What each of these messages is, keyed by chat and message. Unknown ones are absent: never guessed.
    pub async fn answered_messages(
        &mut self,
        replies: &[(ChatId, MessageId)],
    ) -> Result<HashMap<(ChatId, MessageId), Replied>> {
        if replies.is_empty() {
            return Ok(HashMap::new());
        }
        let replies = json(replies)?;
        let rows = set!(
            self,
            "find what replies answer",
            Answered { chat, message, conversation, source, letter },
            (replies.as_str()),
            [],
            "SELECT i.chat_id AS chat, i.message_id AS message,
                 COALESCE(l.conversation_id, s.conversation_id) AS conversation,
                 COALESCE(l.source_id, s.id) AS source, l.id AS letter
             FROM (SELECT CAST(value->>0 AS BIGINT) AS chat_id, CAST(value->>1 AS BIGINT) AS message_id
                   FROM jsonb_each($1)) i
             LEFT JOIN letter l ON l.lane = i.chat_id AND l.message_id = i.message_id AND l.message_id IS NOT NULL
             LEFT JOIN source s ON s.chat_id = i.chat_id AND s.message_id = i.message_id",
            []
        )?;
        let known = rows
            .into_iter()
            .filter_map(|row| Some(((ChatId(row.chat), MessageId(row.message)), row.replied()?)));
        Ok(known.collect())
    }

    /// Notes the notice members were given, or with `None` that the episode is over.
    pub async fn tell(&mut self, members: &[(ConversationId, PersonId)], notice: Option<&str>) -> Result<()> {
        if members.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note what a member was told",
            "UPDATE member SET told = $2
             FROM (SELECT DISTINCT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS person_id
                   FROM jsonb_each($1)) AS i
             WHERE member.conversation_id = i.conversation_id AND member.person_id = i.person_id",
            json(members)?,
            notice
        )?;
        Ok(())
    }

    /// The notices members of conversations were last given; those who were given none are left out.
    pub async fn told_in(
        &mut self,
        conversations: &[ConversationId],
    ) -> Result<HashMap<(ConversationId, PersonId), String>> {
        let rows = all!(
            self,
            "find what members were told",
            (i64, i64, String),
            "SELECT conversation_id, person_id, told FROM member
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND told IS NOT NULL",
            json(conversations)?
        )?;
        let key = |(conversation, person, told)| ((ConversationId(conversation), PersonId(person)), told);
        Ok(rows.into_iter().map(key).collect())
    }

    /// Removes what is past its keeping: the map of messages after 90 days, seen updates after 3 (spec: retention).
    pub async fn forget_old(&mut self, now: DateTime<Utc>) -> Result<()> {
        let days = |days| ms(now - chrono::TimeDelta::days(days));
        run!(self, "forget old messages", "DELETE FROM source WHERE heard_at < $1", days(KEPT_DAYS))?;
        run!(self, "forget old letters", "DELETE FROM letter WHERE carried_at < $1", days(KEPT_DAYS))?;
        run!(
            self,
            "forget letters that never left",
            "DELETE FROM letter WHERE state = 'withdrawn' AND carried_at IS NULL AND queued_at < $1",
            days(KEPT_DAYS)
        )?;
        run!(self, "forget old refusals", "DELETE FROM refusal WHERE at < $1", days(KEPT_DAYS))?;
        run!(self, "forget old reactions", "DELETE FROM reaction WHERE at < $1", days(KEPT_DAYS))?;
        run!(self, "forget parked reactions", "DELETE FROM parked WHERE parked_at < $1", days(1))?;
        run!(self, "forget old updates", "DELETE FROM seen WHERE at < $1", days(3))?;
        run!(self, "forget old prompts", "DELETE FROM prompt WHERE at < $1", days(30))?;
        run!(self, "forget old guesses", "DELETE FROM guess WHERE at < $1", days(1))?;
        Ok(())
    }
}
