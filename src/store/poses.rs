//! Messages that could be taken for the bot's own words: a fact about each, and never the words.

use super::{Result, Tx, json};
use crate::domain::id::SourceId;

impl Tx {
    /// Notes messages that could be taken for the bot's own, with the whole of their albums: their author's name stands
    /// above each copy that leaves from now on.
    pub async fn pose(&mut self, sources: &[SourceId]) -> Result<()> {
        if sources.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note messages that look like the bot's",
            "UPDATE source SET poses = 1 WHERE poses = 0 AND id IN
                 (SELECT o.id FROM source s JOIN source o ON o.id = s.id OR (o.chat_id = s.chat_id AND o.album_key = s.album_key)
                  WHERE s.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)))",
            json(sources)?
        )?;
        Ok(())
    }

    /// A message could be taken for the bot's own since it was changed: its copies have no name above them yet, and changes
    /// of them that wait must not take this one along.
    pub async fn poses_now(&mut self, source: SourceId) -> Result<()> {
        let changed = run!(
            self,
            "note that a message looks like the bot's now",
            "UPDATE source SET poses = 2 WHERE id = $1 AND poses = 0",
            source.0
        )?;
        if changed > 0 {
            run!(
                self,
                "withdraw changes that would look like the bot's",
                "UPDATE letter SET state = 'withdrawn' WHERE source_id = $1 AND op = 'edit' AND state IN ('queued', 'held')",
                source.0
            )?;
        }
        Ok(())
    }

    /// Whether the copies of a message must move below a name now; they do it once.
    pub async fn move_below_a_name(&mut self, source: SourceId) -> Result<bool> {
        let changed = run!(
            self,
            "note that copies move below a name",
            "UPDATE source SET poses = 1 WHERE id = $1 AND poses = 2",
            source.0
        )?;
        Ok(changed > 0)
    }
}
