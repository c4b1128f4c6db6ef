//! What is forgotten of cases that were unfounded: all but when they were opened and closed.

use super::{Result, Tx, json, ms};
use crate::domain::id::{CaseId, ChatId, ConversationId, LetterId};
use chrono::{DateTime, Utc};

impl Tx {
    /// Everything that stands in chats about a case, said by the bot.
    pub async fn said_about(&mut self, case: CaseId) -> Result<Vec<(ChatId, LetterId)>> {
        let rows = all!(
            self,
            "find what was said about a case",
            (i64, i64),
            "SELECT lane, id FROM letter WHERE case_id = $1 AND op = 'write' AND state = 'sent' AND message_id IS NOT NULL
             ORDER BY id",
            case.0
        )?;
        Ok(rows.into_iter().map(|(chat, letter)| (ChatId(chat), LetterId(letter))).collect())
    }

    /// The copies of messages that were made for a case, in private chats, that were carried since then.
    pub async fn copied_for(
        &mut self,
        case: CaseId,
        since: DateTime<Utc>,
    ) -> Result<Vec<(ChatId, LetterId)>> {
        let rows = all!(
            self,
            "find what was copied for a case",
            (i64, i64),
            "SELECT lane, id FROM letter WHERE case_id = $1 AND op = 'copy' AND state = 'sent' AND message_id IS NOT NULL
                 AND lane > 0 AND carried_at >= $2 ORDER BY id",
            case.0,
            ms(since)
        )?;
        Ok(rows.into_iter().map(|(chat, letter)| (ChatId(chat), LetterId(letter))).collect())
    }

    /// Nothing says any more whom these cases named, which other pairs of theirs were decided about, and what was said in
    /// which letter about it. What is on its way loses this when it is signed off.
    pub async fn forget_named(&mut self, cases: &[CaseId]) -> Result<()> {
        let cases = json(cases)?;
        run!(
            self,
            "forget whom cases were about",
            "DELETE FROM named WHERE case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            &cases
        )?;
        run!(
            self,
            "forget what was decided about pairs",
            "DELETE FROM named_pair WHERE case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND (decision <> 'held' OR NOT EXISTS (SELECT 1 FROM conversation c
                     WHERE c.id = named_pair.conversation_id AND c.phase IN ('held', 'paused')))",
            &cases
        )?;
        run!(
            self,
            "forget what letters had to do with cases",
            "UPDATE letter SET case_id = NULL, offer = NULL
             WHERE case_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND state NOT IN ('queued', 'sending', 'held')",
            &cases
        )?;
        Ok(())
    }

    /// Unfounded cases of which no pair is stopped any more keep their dates, and who pressed the button or told it herself:
    /// what she may clear in her chat hangs on it, and that what she wrote meanwhile is for nobody who was kept from it. Whom
    /// of the team one named need not stay to keep it hidden: a case that is closed stands on no list, its number is counted
    /// apart, and its cards hang with those who knew of it.
    /// One about the team keeps whom it named while another case of the same account is open: whoever has that reads what was
    /// written meanwhile, if he was not named. What was decided about `pairs` because of one goes when they are open again.
    /// It costs what there is to forget: an index holds the cases of which something is left.
    pub async fn keep_only_dates(&mut self, pairs: &[ConversationId]) -> Result<()> {
        run!(
            self,
            "forget what was decided about pairs that are open again",
            "DELETE FROM named_pair WHERE conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))
                 AND EXISTS (SELECT 1 FROM case_file f WHERE f.id = named_pair.case_id AND f.outcome = 'unfounded')
                 AND NOT EXISTS (SELECT 1 FROM conversation c
                     WHERE c.id = named_pair.conversation_id AND c.phase IN ('held', 'paused'))",
            json(pairs)?
        )?;
        run!(
            self,
            "keep only the dates of unfounded cases",
            "UPDATE case_file SET conversation_id = NULL, facts = '[]', meant = '[]',
                 person_id = CASE WHEN kind IN ('unsafe', 'team') THEN person_id END
             WHERE outcome = 'unfounded' AND (conversation_id IS NOT NULL OR facts <> '[]' OR meant <> '[]'
                     OR person_id IS NOT NULL AND kind NOT IN ('unsafe', 'team'))
                 AND (kind <> 'team' OR NOT EXISTS (SELECT 1 FROM person p JOIN person o ON o.chat_id = p.chat_id
                     JOIN case_file f ON f.person_id = o.id AND f.kind = 'unsafe' AND f.resolved_at IS NULL
                     WHERE p.id = case_file.person_id))
                 AND NOT EXISTS (SELECT 1 FROM conversation c
                     WHERE c.programme_id = case_file.programme_id AND c.sort = 'pair' AND c.phase IN ('held', 'paused')
                     AND (c.id = case_file.conversation_id
                         OR case_file.facts LIKE '%\"held:' || CAST(c.id AS TEXT) || ':%'
                         OR case_file.facts LIKE '%\"tap:' || CAST(c.id AS TEXT) || '\"%'))"
        )?;
        Ok(())
    }
}
