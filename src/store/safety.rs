//! What the 🆘 button needs: the message to report, and the facts of a case.

use super::{Result, Tx, json, ms, parsed};
use crate::domain::id::{CaseId, ChatId, ConversationId, MessageId, PersonId};
use chrono::{DateTime, Utc};

impl Tx {
    /// The copy of somebody else's message that stands there in a chat, with its conversation.
    pub async fn copy_at(
        &mut self,
        chat: ChatId,
        message: MessageId,
    ) -> Result<Option<(MessageId, ConversationId)>> {
        let row = one!(
            self,
            "find a copy",
            (i64, i64),
            "SELECT message_id, conversation_id FROM letter
             WHERE lane = $1 AND message_id = $2 AND op = 'copy' AND source_id IS NOT NULL
                 AND conversation_id IS NOT NULL",
            chat.0,
            message.0
        )?;
        Ok(row.map(|(message, conversation)| (MessageId(message), ConversationId(conversation))))
    }

    /// The copy of a partner's message that arrived last in a chat, with its conversation. Talks with the team are left out.
    pub async fn last_copy(&mut self, chat: ChatId) -> Result<Option<(MessageId, ConversationId)>> {
        let row = one!(
            self,
            "find the last copy",
            (i64, i64),
            "SELECT l.message_id, l.conversation_id FROM letter l JOIN conversation c ON c.id = l.conversation_id
             WHERE l.lane = $1 AND l.message_id IS NOT NULL AND l.op = 'copy' AND l.state = 'sent'
                 AND l.source_id IS NOT NULL AND c.sort = 'pair'
             ORDER BY l.message_id DESC LIMIT 1",
            chat.0
        )?;
        Ok(row.map(|(message, conversation)| (MessageId(message), ConversationId(conversation))))
    }

    /// Who wrote the message whose copy stands there in a chat.
    pub async fn author_of_copy(&mut self, chat: ChatId, message: MessageId) -> Result<Option<PersonId>> {
        let row = one!(
            self,
            "find who wrote a copied message",
            (i64,),
            "SELECT s.author_id FROM letter l JOIN source s ON s.id = l.source_id
             WHERE l.lane = $1 AND l.message_id = $2",
            chat.0,
            message.0
        )?;
        Ok(row.map(|(author,)| PersonId(author)))
    }

    /// What is known about a case, as names.
    pub async fn case_facts(&mut self, case: CaseId) -> Result<Vec<String>> {
        let row = one!(
            self,
            "read a case's facts",
            (String,),
            "SELECT facts FROM case_file WHERE id = $1",
            case.0
        )?;
        row.map_or_else(|| Ok(Vec::new()), |(facts,)| parsed(&facts))
    }

    /// Writes what is known about a case.
    pub async fn set_case_facts(&mut self, case: CaseId, facts: &[String]) -> Result<()> {
        run!(
            self,
            "write a case's facts",
            "UPDATE case_file SET facts = $2 WHERE id = $1",
            case.0,
            json(facts)?
        )?;
        Ok(())
    }

    /// Somebody's open "I don't feel safe" case, and the conversation it is about.
    pub async fn unsafe_case_of(
        &mut self,
        person: PersonId,
    ) -> Result<Option<(CaseId, Option<ConversationId>)>> {
        let row = one!(
            self,
            "find someone's case about safety",
            (i64, Option<i64>),
            "SELECT id, conversation_id FROM case_file
             WHERE person_id = $1 AND kind = 'unsafe' AND resolved_at IS NULL ORDER BY opened_at DESC, ABS(id) DESC LIMIT 1",
            person.0
        )?;
        Ok(row.map(|(id, conversation)| (CaseId(id), conversation.map(ConversationId))))
    }

    /// The open "I don't feel safe" case of one of these people about a conversation.
    pub async fn unsafe_case_about(
        &mut self,
        conversation: ConversationId,
        people: &[PersonId],
    ) -> Result<Option<CaseId>> {
        let row = one!(
            self,
            "find a case about safety",
            (i64,),
            "SELECT id FROM case_file WHERE conversation_id = $1 AND kind = 'unsafe' AND resolved_at IS NULL
                 AND person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($2)) ORDER BY opened_at DESC, ABS(id) DESC LIMIT 1",
            conversation.0,
            json(people)?
        )?;
        Ok(row.map(|(id,)| CaseId(id)))
    }

    /// The open "I don't feel safe" cases about a conversation, or that hold it, each with what it is about.
    pub async fn unsafe_cases_holding(
        &mut self,
        conversation: ConversationId,
    ) -> Result<Vec<(CaseId, Option<ConversationId>)>> {
        let rows = all!(
            self,
            "find cases that hold a conversation",
            (i64, Option<i64>),
            "SELECT f.id, f.conversation_id FROM conversation c
             JOIN case_file f ON f.programme_id = c.programme_id AND f.kind = 'unsafe' AND f.resolved_at IS NULL
                 AND (f.conversation_id = c.id OR f.facts LIKE '%\"held:' || CAST(c.id AS TEXT) || ':%')
             WHERE c.id = $1 ORDER BY f.id",
            conversation.0
        )?;
        Ok(rows.into_iter().map(|(id, about)| (CaseId(id), about.map(ConversationId))).collect())
    }

    /// The open "I don't feel safe" cases of whoever had this conversation when she pressed.
    pub async fn unsafe_cases_touching(&mut self, conversation: ConversationId) -> Result<Vec<CaseId>> {
        let rows = all!(
            self,
            "find cases that touched a conversation",
            (i64,),
            "SELECT f.id FROM conversation c
             JOIN case_file f ON f.programme_id = c.programme_id AND f.kind = 'unsafe' AND f.resolved_at IS NULL
                 AND f.facts LIKE '%\"tap:' || CAST(c.id AS TEXT) || '\"%'
             WHERE c.id = $1 ORDER BY f.id",
            conversation.0
        )?;
        Ok(rows.into_iter().map(|(id,)| CaseId(id)).collect())
    }

    /// A case that names no conversation yet may be about this one.
    pub async fn case_may_be_about(&mut self, case: CaseId, conversation: ConversationId) -> Result<()> {
        run!(
            self,
            "note what a case may be about",
            "UPDATE case_file SET conversation_id = $2 WHERE id = $1 AND conversation_id IS NULL",
            case.0,
            conversation.0
        )?;
        Ok(())
    }

    /// It is known now which conversation a case is about.
    pub async fn case_is_about(&mut self, case: CaseId, conversation: ConversationId) -> Result<()> {
        run!(
            self,
            "note what a case is about",
            "UPDATE case_file SET conversation_id = $2 WHERE id = $1",
            case.0,
            conversation.0
        )?;
        Ok(())
    }

    /// The facts of the other "I don't feel safe" cases about a conversation that were open at some time since then.
    pub async fn unsafe_cases_beside(
        &mut self,
        case: CaseId,
        conversation: ConversationId,
        since: DateTime<Utc>,
    ) -> Result<Vec<Vec<String>>> {
        let rows = all!(
            self,
            "find other cases about safety",
            (String,),
            "SELECT facts FROM case_file
             WHERE programme_id = (SELECT programme_id FROM conversation WHERE id = $1) AND kind = 'unsafe'
                 AND id <> $2 AND (resolved_at IS NULL OR resolved_at >= $3)
                 AND (conversation_id = $1 OR facts LIKE '%\"held:' || CAST($1 AS TEXT) || ':%')",
            conversation.0,
            case.0,
            ms(since)
        )?;
        rows.iter().map(|(facts,)| parsed(facts)).collect()
    }
}
