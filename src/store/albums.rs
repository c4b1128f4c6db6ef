//! Albums: which parts are known, what still waits for more of them, and which copy is which part's.

use super::{Carried, Result, SignOff, Tx, at, json, ms, parsed};
use crate::domain::album::{Gathered, copied};
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, SourceId};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// An album as its author's chat has it: the chat and Telegram's name for it.
pub type AlbumKey = (ChatId, String);

/// An album of which something came before.
#[derive(Clone, Debug, PartialEq)]
pub struct Album {
    /// The ledger's row of its first part.
    pub first: SourceId,
    /// Its author took it back.
    pub gone: bool,
    /// Its letters, and those that wait with it, oldest first.
    pub letters: Vec<Under>,
}

/// A letter of an album, or one that waits with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Under {
    /// The letter.
    pub letter: LetterId,
    /// The chat it goes to.
    pub lane: ChatId,
    /// When its first part came.
    pub since: DateTime<Utc>,
    /// Its parts, if more can join them; `None` once it has left.
    pub waits: Option<Vec<MessageId>>,
}

row! {
    struct Row {
        chat_id: i64,
        album_key: String,
        first: i64,
        gone_at: Option<i64>,
        id: Option<i64>,
        lane: Option<i64>,
        state: Option<String>,
        parts: Option<String>,
        queued_at: Option<i64>,
    }
}

impl Row {
    fn under(&self) -> Result<Option<Under>> {
        let (Some(letter), Some(lane)) = (self.id, self.lane) else { return Ok(None) };
        let waits = matches!(self.state.as_deref(), Some("queued" | "held"));
        let parts = self.parts.as_deref().filter(|_| waits).map(parsed).transpose()?;
        let since = at(self.queued_at.unwrap_or_default());
        Ok(Some(Under { letter: LetterId(letter), lane: ChatId(lane), since, waits: parts }))
    }
}

impl Tx {
    /// The conversations these albums' first parts went to.
    pub async fn album_homes(&mut self, albums: &[AlbumKey]) -> Result<HashMap<AlbumKey, ConversationId>> {
        if albums.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find where albums went",
            (i64, String, i64),
            "SELECT s.chat_id, s.album_key, MIN(s.conversation_id)
             FROM (SELECT DISTINCT CAST(value->>0 AS BIGINT) AS chat_id, value->>1 AS album_key
                   FROM jsonb_each($1)) i
             JOIN source s ON s.chat_id = i.chat_id AND s.album_key = i.album_key AND s.album_key IS NOT NULL
             GROUP BY s.chat_id, s.album_key",
            json(albums)?
        )?;
        Ok(rows.into_iter().map(|(chat, key, home)| ((ChatId(chat), key), ConversationId(home))).collect())
    }

    /// What is known of these albums, once their parts are in the ledger.
    pub async fn albums(&mut self, albums: &[AlbumKey]) -> Result<HashMap<AlbumKey, Album>> {
        if albums.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = all!(
            self,
            "find albums",
            Row,
            "SELECT s.chat_id, s.album_key, s.id AS first, s.gone_at, l.id, l.lane, l.state, l.parts, l.queued_at
             FROM (SELECT DISTINCT CAST(value->>0 AS BIGINT) AS chat_id, value->>1 AS album_key
                   FROM jsonb_each($1)) i
             JOIN source s ON s.id = (SELECT MIN(f.id) FROM source f
                 WHERE f.chat_id = i.chat_id AND f.album_key = i.album_key AND f.album_key IS NOT NULL)
             LEFT JOIN letter l ON l.source_id = s.id AND (l.op = 'copy' OR l.parts IS NOT NULL)
             ORDER BY l.id",
            json(albums)?
        )?;
        let mut found: HashMap<AlbumKey, Album> = HashMap::new();
        for row in rows {
            let album = found.entry((ChatId(row.chat_id), row.album_key.clone())).or_insert(Album {
                first: SourceId(row.first),
                gone: row.gone_at.is_some(),
                letters: Vec::new(),
            });
            album.letters.extend(row.under()?);
        }
        Ok(found)
    }

    /// More parts for letters that wait for them.
    pub async fn extend_albums(&mut self, albums: &[(LetterId, Gathered)]) -> Result<()> {
        if albums.is_empty() {
            return Ok(());
        }
        let rows = albums
            .iter()
            .map(|(letter, album)| Ok((letter.0, json(&album.parts)?, ms(album.ready_at))))
            .collect::<Result<Vec<_>>>()?;
        let rows = all!(
            self,
            "add parts to albums",
            (i64, i64, String),
            "UPDATE letter SET parts = i.parts, ready_at = i.ready_at
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>1 AS parts, CAST(value->>2 AS BIGINT) AS ready_at
                   FROM jsonb_each($1)) AS i
             WHERE letter.id = i.id RETURNING lane, rank, state",
            json(&rows)?
        )?;
        let waiting = rows.into_iter().filter(|(_, _, state)| state == "queued");
        self.awake(&waiting.map(|(lane, rank, _)| (lane, rank)).collect::<Vec<_>>()).await
    }

    /// An album that has left is as many copies as arrived, each its part's: from here on they are copies like any other.
    pub(super) async fn note_albums(&mut self, done: &[SignOff], now: DateTime<Utc>) -> Result<()> {
        for off in done {
            if let Carried::Album(copies) = &off.carried {
                self.note_album(off.id, copies, now).await?;
            }
        }
        Ok(())
    }

    async fn note_album(&mut self, letter: LetterId, copies: &[MessageId], now: DateTime<Utc>) -> Result<()> {
        let rows = all!(
            self,
            "find an album's parts",
            (i64, i64, i64),
            "SELECT s.message_id, s.id, l.source_id
             FROM letter l JOIN jsonb_each((SELECT p.parts FROM letter p WHERE p.id = $1)) part ON true
             JOIN source s ON s.chat_id = l.from_chat AND s.message_id = CAST(part.value AS BIGINT)
             WHERE l.id = $1 ORDER BY s.message_id",
            letter.0
        )?;
        let Some(first) = rows.first().map(|(_, _, first)| SourceId(*first)) else { return Ok(()) };
        let parts: Vec<_> =
            rows.into_iter().map(|(part, source, _)| (MessageId(part), SourceId(source))).collect();
        let mut copies = copied(&parts, copies, first);
        let own = copies.iter().position(|(_, source)| *source == first).map(|place| copies.remove(place));
        run!(
            self,
            "note an album's first copy",
            "UPDATE letter SET op = 'copy', parts = NULL, message_id = $2,
                 from_message = (SELECT s.message_id FROM source s WHERE s.id = letter.source_id)
             WHERE id = $1",
            letter.0,
            own.map(|(copy, _)| copy.0).filter(|copy| *copy != 0)
        )?;
        run!(
            self,
            "note an album's other copies",
            "INSERT INTO letter (lane, rank, op, conversation_id, source_id, from_chat, from_message, protect, state,
                 queued_at, attempts, carried_at, message_id, person_id, room_id)
             SELECT l.lane, l.rank, 'copy', l.conversation_id, s.id, s.chat_id, s.message_id, l.protect, 'sent',
                 l.queued_at, l.attempts, $3, NULLIF(i.message_id, 0), l.person_id, l.room_id
             FROM (SELECT key, CAST(value->>0 AS BIGINT) AS message_id, CAST(value->>1 AS BIGINT) AS source_id
                   FROM jsonb_each($2)) i
             JOIN source s ON s.id = i.source_id JOIN letter l ON l.id = $1 ORDER BY i.key",
            letter.0,
            json(&copies)?,
            ms(now)
        )?;
        Ok(())
    }
}
