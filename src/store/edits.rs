//! What an edit is held against, and when the copies of a message were last corrected.

use super::{Result, Tx, at, ms};
use crate::domain::id::{ChatId, MessageId, PersonId, SourceId};
use crate::domain::seal::{Print, written};
use chrono::{DateTime, Utc};

/// A relayed message that was edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// The ledger's row.
    pub source: SourceId,
    /// Who wrote it.
    pub author: PersonId,
    /// What it said.
    pub print: Print,
    /// Telegram's date of the last edit that was taken in.
    pub edited_at: Option<DateTime<Utc>>,
    /// When corrections of its copies were last posted.
    pub corrected_at: Option<DateTime<Utc>>,
}

impl Tx {
    /// The message that stands there in its author's chat, if it was relayed and not taken back.
    pub async fn edited(&mut self, chat: ChatId, message: MessageId) -> Result<Option<Edited>> {
        let row = one!(
            self,
            "find an edited message",
            (i64, i64, Option<String>, Option<String>, Option<i64>, Option<i64>),
            "SELECT id, author_id, content_fp, file_fp, edited_at, corrected_at FROM source
             WHERE chat_id = $1 AND message_id = $2 AND gone_at IS NULL",
            chat.0,
            message.0
        )?;
        let print = |text: Option<String>| text.and_then(|text| u128::from_str_radix(&text, 16).ok());
        Ok(row.map(|(source, author, content, file, edited_at, corrected_at)| Edited {
            source: SourceId(source),
            author: PersonId(author),
            print: Print { content: print(content), file: print(file) },
            edited_at: edited_at.map(at),
            corrected_at: corrected_at.map(at),
        }))
    }

    /// Notes what a message says now, by Telegram's date of the edit.
    pub async fn reprint(
        &mut self,
        source: SourceId,
        print: Print,
        edited_at: Option<DateTime<Utc>>,
    ) -> Result<()> {
        run!(
            self,
            "note an edit",
            "UPDATE source SET content_fp = $2, file_fp = $3, edited_at = $4 WHERE id = $1",
            source.0,
            written(print.content),
            written(print.file),
            edited_at.map(ms)
        )?;
        Ok(())
    }

    /// Notes that corrections of a message's copies were posted.
    pub async fn corrected(&mut self, source: SourceId, now: DateTime<Utc>) -> Result<()> {
        run!(
            self,
            "note a correction",
            "UPDATE source SET corrected_at = $2 WHERE id = $1",
            source.0,
            ms(now)
        )?;
        Ok(())
    }
}
