//! What the relay reads and writes, for a whole page of messages at once.

use super::{Result, Tx, at, from_name, json, ms, parsed};
use crate::domain::conversation::{Circle, Recipient, Side};
use crate::domain::flow::Flow;
use crate::domain::heard::Kind;
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, SourceId};
use crate::domain::seal::{Print, written};
use crate::domain::talk;
use crate::domain::which::Current;
use chrono::{DateTime, Utc};
use std::collections::{HashMap, HashSet};

/// Somebody who writes, in all parts of her account, as far as the relay needs to know her.
#[derive(Clone, Debug, Default)]
pub struct Speaker {
    /// Nothing is open that her next message may be an answer to, in any part, and the bot knows that she is there.
    pub quiet: bool,
    /// Her live conversations, by id.
    pub places: Vec<Place>,
    /// The one she chose last, if she has several.
    pub current: Option<Current>,
}

/// A live conversation of somebody who writes.
#[derive(Clone, Debug)]
pub struct Place {
    /// Who of her account is in it.
    pub person: PersonId,
    /// It, with everybody else in it.
    pub circle: Circle,
    /// She has been heard in it before.
    pub heard_before: bool,
    /// The notice she was last given about it, so that each is given once an episode.
    pub told: Option<String>,
    /// How fast she has been writing in it.
    pub flow: Flow,
}

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

#[derive(sqlx::FromRow, serde::Deserialize)]
struct Row {
    chat_id: i64,
    id: i64,
    quiet: i64,
    current_id: Option<i64>,
    current_at: Option<i64>,
    other_at: Option<i64>,
    conversation_id: Option<i64>,
    phase: Option<String>,
    side: Option<String>,
    contact_at: Option<i64>,
    elsewhere_at: Option<i64>,
    turn_by: Option<String>,
    turn_since: Option<i64>,
    turn_last: Option<i64>,
    silence_case: Option<i64>,
    supervised: Option<String>,
    protect: String,
    heard_at: Option<i64>,
    told: Option<String>,
    ahead_until: Option<i64>,
    slowed_at: Option<i64>,
    other_id: Option<i64>,
    other_chat: Option<i64>,
    other_reach: Option<String>,
}

impl Row {
    /// Her conversation of this row, if it has one.
    fn place(&self) -> Result<Option<Place>> {
        let (Some(id), Some(phase)) = (self.conversation_id, &self.phase) else { return Ok(None) };
        let circle = Circle {
            id: ConversationId(id),
            phase: from_name(phase)?,
            side: self.side.as_deref().and_then(talk::Side::parse).unwrap_or(talk::Side::Mentee),
            talk: super::conversations::talk(
                self.contact_at,
                self.elsewhere_at,
                (self.turn_by.as_deref(), self.turn_since, self.turn_last),
            ),
            others: Vec::new(),
            silence_case: self.silence_case.is_some(),
            supervised: self.supervised.as_deref() == Some("yes"),
            protect: parsed(&self.protect)?,
        };
        Ok(Some(Place {
            person: PersonId(self.id),
            circle,
            heard_before: self.heard_at.is_some(),
            told: self.told.clone(),
            flow: Flow { ahead_until: self.ahead_until.map(at), slowed_at: self.slowed_at.map(at) },
        }))
    }

    fn other(&self) -> Result<Option<Recipient>> {
        let (Some(person), Some(chat), Some(reach)) = (self.other_id, self.other_chat, &self.other_reach)
        else {
            return Ok(None);
        };
        // Nobody hears herself, whatever her parts.
        if chat == self.chat_id {
            return Ok(None);
        }
        Ok(Some(Recipient { person: PersonId(person), chat: ChatId(chat), reach: from_name(reach)? }))
    }
}

impl Tx {
    /// The accounts behind these private chats, each with its live conversations. A chat nobody joined from is absent.
    pub async fn speakers(&mut self, chats: &[ChatId]) -> Result<HashMap<ChatId, Speaker>> {
        let rows = set!(
            self,
            "find who is writing",
            Row { chat_id, id, quiet, current_id, current_at, other_at, conversation_id, phase, side, contact_at, elsewhere_at, turn_by, turn_since, turn_last, silence_case, supervised, protect, heard_at, told, ahead_until, slowed_at, other_id, other_chat, other_reach },
            json(chats)?.as_str(),
            [],
            "SELECT p.chat_id, p.id,
                 CAST(CASE WHEN p.dialogue IS NULL AND p.reach = 'reachable' AND p.standing <> 'joining'
                      THEN 1 ELSE 0 END AS BIGINT) AS quiet,
                 a.current_id, a.current_at, a.other_at,
                 m.conversation_id, c.phase, m.side, c.contact_at, c.elsewhere_at, c.turn_by, c.turn_since, c.turn_last,
                 c.silence_case, c.supervised, g.protect, m.heard_at, m.told, m.ahead_until, m.slowed_at,
                 o.id AS other_id, o.chat_id AS other_chat, o.reach AS other_reach
             FROM (SELECT DISTINCT CAST(value AS BIGINT) AS chat_id FROM json_each($1)) i
             JOIN person p ON p.chat_id = i.chat_id
             JOIN programme g ON g.id = p.programme_id
             LEFT JOIN account a ON a.chat_id = i.chat_id
             LEFT JOIN member m ON m.person_id = p.id AND m.state = 'active' AND p.standing = 'ready'
             LEFT JOIN conversation c ON c.id = m.conversation_id
             LEFT JOIN member n ON n.conversation_id = m.conversation_id AND n.state = 'active' AND n.person_id <> p.id
             LEFT JOIN person o ON o.id = n.person_id
             ORDER BY p.chat_id, m.conversation_id, p.id, o.id",
            []
        )?;
        let mut speakers: HashMap<ChatId, Speaker> = HashMap::new();
        for row in rows {
            let speaker = speakers.entry(ChatId(row.chat_id)).or_insert_with(|| Speaker {
                quiet: true,
                places: Vec::new(),
                current: super::accounts::current(row.current_id, row.current_at, row.other_at),
            });
            speaker.quiet &= row.quiet == 1;
            let known = |place: &Place| Some(place.circle.id.0) == row.conversation_id;
            if !speaker.places.last().is_some_and(known) {
                speaker.places.extend(row.place()?);
            }
            if let (Some(place), Some(other)) = (speaker.places.last_mut(), row.other()?) {
                place.circle.others.push(other);
            }
        }
        Ok(speakers)
    }

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
            json(&rows)?.as_str(),
            [
                "SELECT s.chat_id, s.message_id
                 FROM (SELECT CAST(value->>2 AS BIGINT) AS chat_id, CAST(value->>3 AS BIGINT) AS message_id
                       FROM json_each($1)) i
                 JOIN source s ON s.chat_id = i.chat_id AND s.message_id = i.message_id",
                "INSERT INTO source (conversation_id, author_id, chat_id, message_id, kind, album_key, content_fp,
                     file_fp, heard_at)
                 SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), CAST(value->>2 AS BIGINT),
                     CAST(value->>3 AS BIGINT), value->>4, value->>5, value->>6, value->>7, CAST(value->>8 AS BIGINT)
                 FROM json_each($1)
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
        let rows = all!(
            self,
            "find what replies answer",
            (i64, i64, Option<i64>, Option<i64>, Option<i64>),
            "SELECT i.chat_id, i.message_id, COALESCE(l.conversation_id, s.conversation_id), COALESCE(l.source_id, s.id),
                 l.id
             FROM (SELECT CAST(value->>0 AS BIGINT) AS chat_id, CAST(value->>1 AS BIGINT) AS message_id
                   FROM json_each($1)) i
             LEFT JOIN letter l ON l.lane = i.chat_id AND l.message_id = i.message_id AND l.message_id IS NOT NULL
             LEFT JOIN source s ON s.chat_id = i.chat_id AND s.message_id = i.message_id",
            json(replies)?
        )?;
        Ok(rows
            .into_iter()
            .filter_map(|(chat, message, conversation, source, letter)| {
                let replied = match (conversation, source, letter) {
                    (Some(conversation), Some(source), _) => {
                        Replied::Relayed(ConversationId(conversation), SourceId(source))
                    }
                    (_, _, Some(letter)) => Replied::Letter(LetterId(letter)),
                    _ => return None,
                };
                Some(((ChatId(chat), MessageId(message)), replied))
            })
            .collect())
    }

    /// The aliases and sides of everyone in these circles.
    pub async fn names(&mut self, circles: &[ConversationId]) -> Result<HashMap<PersonId, (String, Side)>> {
        if circles.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find the names in circles",
            (i64, String, String),
            "SELECT p.id, p.alias, m.side FROM member m JOIN person p ON p.id = m.person_id
             WHERE m.state = 'active' AND m.conversation_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))",
            json(circles)?
        )?;
        rows.into_iter().map(|(id, alias, side)| Ok((PersonId(id), (alias, from_name(&side)?)))).collect()
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
                   FROM json_each($1)) AS i
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
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND told IS NOT NULL",
            json(conversations)?
        )?;
        let key = |(conversation, person, told)| ((ConversationId(conversation), PersonId(person)), told);
        Ok(rows.into_iter().map(key).collect())
    }

    /// For each member who reads, the author of the last copy she was given and when (circles).
    pub async fn last_authors(
        &mut self,
        circles: &[ConversationId],
    ) -> Result<HashMap<(ConversationId, PersonId), (PersonId, i64)>> {
        if circles.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find whom members heard last",
            (i64, i64, Option<i64>, Option<i64>),
            "SELECT conversation_id, person_id, heard_from, heard_from_at FROM member
             WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND heard_from IS NOT NULL",
            json(circles)?
        )?;
        Ok(rows
            .into_iter()
            .filter_map(|(circle, reader, author, at)| {
                Some(((ConversationId(circle), PersonId(reader)), (PersonId(author?), at?)))
            })
            .collect())
    }

    /// Notes whose copy each member was given last.
    pub async fn heard_from(
        &mut self,
        heard: &[(ConversationId, PersonId, PersonId)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        if heard.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note whom members heard last",
            "UPDATE member SET heard_from = i.author_id, heard_from_at = $2
             FROM (SELECT CAST(value->>0 AS BIGINT) AS conversation_id, CAST(value->>1 AS BIGINT) AS person_id,
                       CAST(value->>2 AS BIGINT) AS author_id FROM json_each($1)) AS i
             WHERE member.conversation_id = i.conversation_id AND member.person_id = i.person_id",
            json(heard)?,
            ms(now)
        )?;
        Ok(())
    }

    /// Removes what is past its keeping: the map of messages after 90 days, seen updates after 3 (spec: retention).
    pub async fn forget_old(&mut self, now: DateTime<Utc>) -> Result<()> {
        let days = |days| ms(now - chrono::TimeDelta::days(days));
        run!(self, "forget old messages", "DELETE FROM source WHERE heard_at < $1", days(90))?;
        run!(self, "forget old letters", "DELETE FROM letter WHERE carried_at < $1", days(90))?;
        run!(
            self,
            "forget letters that never left",
            "DELETE FROM letter WHERE state = 'withdrawn' AND carried_at IS NULL AND queued_at < $1",
            days(90)
        )?;
        run!(self, "forget old reactions", "DELETE FROM reaction WHERE at < $1", days(90))?;
        run!(self, "forget parked reactions", "DELETE FROM parked WHERE parked_at < $1", days(1))?;
        run!(self, "forget old updates", "DELETE FROM seen WHERE at < $1", days(3))?;
        run!(self, "forget old prompts", "DELETE FROM prompt WHERE at < $1", days(30))?;
        run!(self, "forget old guesses", "DELETE FROM guess WHERE at < $1", days(1))?;
        Ok(())
    }
}
