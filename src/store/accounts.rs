//! Accounts with several conversations: what their keyboard offers, whom they chose, whom they heard last.

use super::{Errand, Result, Tx, at, json, ms, parsed};
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId};
use crate::domain::which::{self, Current, Switcher};
use chrono::{DateTime, Utc};

/// Most names that are remembered after they have left the keyboard.
const FORMER: usize = 24;

/// An account that has, or had, several conversations.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// What its keyboard offers; nothing if it has one conversation again.
    pub switcher: Switcher,
    /// Names that stood there before: an old keyboard may still show them.
    pub former: Vec<String>,
    /// The letter that brought the keyboard.
    pub line: Option<LetterId>,
    /// The conversation that was chosen last.
    pub current: Option<Current>,
}

impl Account {
    /// Whether its keyboard offers this name, or did.
    pub fn offered(&self, name: &str) -> bool {
        let mut names = self.switcher.names.iter().map(|(_, it)| it).chain(&self.former);
        names.any(|it| which::means(it, name))
    }
}

row! {
    struct Row {
        keyboard: String,
        former: String,
        line: Option<i64>,
        current_id: Option<i64>,
        current_at: Option<i64>,
        other_at: Option<i64>,
    }
}

/// The choice that is stored in three columns.
pub(super) fn current(id: Option<i64>, chosen: Option<i64>, other: Option<i64>) -> Option<Current> {
    Some(Current { conversation: ConversationId(id?), at: at(chosen?), other_at: other.map(at) })
}

impl Tx {
    /// An account, if it ever had several conversations.
    pub async fn account(&mut self, chat: ChatId) -> Result<Option<Account>> {
        let row = one!(
            self,
            "find an account",
            Row,
            "SELECT keyboard, former, line, current_id, current_at, other_at FROM account WHERE chat_id = $1",
            chat.0
        )?;
        let Some(row) = row else { return Ok(None) };
        let current = current(row.current_id, row.current_at, row.other_at);
        let switcher =
            Switcher { names: parsed(&row.keyboard)?, current: current.map(|current| current.conversation) };
        Ok(Some(Account { switcher, former: parsed(&row.former)?, line: row.line.map(LetterId), current }))
    }

    /// How many live conversations these accounts have in all their parts, and which; those without any are left out.
    pub async fn live_in(&mut self, chats: &[ChatId]) -> Result<Vec<(ChatId, PersonId, ConversationId)>> {
        let rows = all!(
            self,
            "find accounts' conversations",
            (i64, i64, i64),
            "SELECT p.chat_id, p.id, m.conversation_id
             FROM (SELECT DISTINCT CAST(value AS BIGINT) AS chat_id FROM jsonb_each($1)) i
             JOIN person p ON p.chat_id = i.chat_id JOIN member m ON m.person_id = p.id AND m.state = 'active'
             ORDER BY p.chat_id, m.conversation_id",
            json(chats)?
        )?;
        let live =
            |(chat, person, conversation)| (ChatId(chat), PersonId(person), ConversationId(conversation));
        Ok(rows.into_iter().map(live).collect())
    }

    /// The participants whose messages to the team reached this account since then, and what they are called; latest
    /// first.
    pub async fn talks_heard(
        &mut self,
        chat: ChatId,
        since: DateTime<Utc>,
    ) -> Result<Vec<(ConversationId, String)>> {
        let rows = all!(
            self,
            "find who wrote to the team",
            (i64, String),
            "SELECT c.id, p.alias FROM letter l
             JOIN conversation c ON c.id = l.conversation_id AND c.sort = 'team'
             JOIN person p ON p.id = c.team_of
             WHERE l.lane = $1 AND l.message_id IS NOT NULL AND l.op = 'copy' AND l.carried_at >= $2
                 AND p.chat_id <> l.lane
             GROUP BY c.id, p.alias ORDER BY MAX(l.message_id) DESC LIMIT 20",
            chat.0,
            ms(since)
        )?;
        Ok(rows.into_iter().map(|(id, alias)| (ConversationId(id), alias)).collect())
    }

    /// Notes what an account's keyboard offers from now on.
    pub async fn set_keyboard(
        &mut self,
        chat: ChatId,
        before: Option<&Account>,
        names: &[(ConversationId, String)],
    ) -> Result<()> {
        let mut former: Vec<String> = before.map(|before| before.former.clone()).unwrap_or_default();
        let old =
            before.into_iter().flat_map(|before| before.switcher.names.iter().map(|(_, name)| name.clone()));
        former.extend(old);
        former.retain(|name| !names.iter().any(|(_, it)| it == name));
        former.dedup();
        let forgotten = former.len().saturating_sub(FORMER);
        run!(
            self,
            "note an account's keyboard",
            "INSERT INTO account (chat_id, keyboard, former) VALUES ($1, $2, $3)
             ON CONFLICT (chat_id) DO UPDATE SET keyboard = excluded.keyboard, former = excluded.former",
            chat.0,
            json(names)?,
            json(former.get(forgotten..).unwrap_or_default())?
        )?;
        Ok(())
    }

    /// Notes which letter brought the keyboard.
    pub async fn keyboard_came_with(&mut self, chat: ChatId, line: LetterId) -> Result<()> {
        run!(
            self,
            "note what brought a keyboard",
            "UPDATE account SET line = $2 WHERE chat_id = $1",
            chat.0,
            line.0
        )?;
        Ok(())
    }

    /// Notes which conversations accounts chose just now.
    pub async fn chose(&mut self, chosen: &[(ChatId, ConversationId)], now: DateTime<Utc>) -> Result<()> {
        if chosen.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note which conversations were chosen",
            "UPDATE account SET current_id = i.conversation_id, current_at = $2, other_at = NULL
             FROM (SELECT CAST(value->>0 AS BIGINT) AS chat_id, CAST(value->>1 AS BIGINT) AS conversation_id
                   FROM jsonb_each($1)) AS i
             WHERE account.chat_id = i.chat_id",
            json(chosen)?,
            ms(now)
        )?;
        Ok(())
    }

    /// Notes that an account has chosen none.
    pub async fn chose_none(&mut self, chat: ChatId) -> Result<()> {
        run!(
            self,
            "note that no conversation is chosen",
            "UPDATE account SET current_id = NULL, current_at = NULL, other_at = NULL WHERE chat_id = $1",
            chat.0
        )?;
        Ok(())
    }

    /// If an account had chosen this conversation, it has chosen none.
    pub async fn unchoose(&mut self, conversation: ConversationId, chat: ChatId) -> Result<()> {
        run!(
            self,
            "end the choice of a conversation",
            "UPDATE account SET current_id = NULL, current_at = NULL, other_at = NULL
             WHERE current_id = $1 AND chat_id = $2",
            conversation.0,
            chat.0
        )?;
        Ok(())
    }

    /// Notes that messages of these conversations are on their way to these accounts: a choice of another one ends.
    pub(super) async fn reached(
        &mut self,
        reached: &[(i64, ConversationId)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        if reached.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note whose messages reach accounts",
            "UPDATE account SET reached_id = i.conversation_id, reached_at = $2,
                 other_at = CASE WHEN current_id <> i.conversation_id THEN CAST($2 AS BIGINT) ELSE other_at END
             FROM (SELECT CAST(value->>0 AS BIGINT) AS chat_id, CAST(value->>1 AS BIGINT) AS conversation_id
                   FROM jsonb_each($1)) AS i
             WHERE account.chat_id = i.chat_id",
            json(reached)?,
            ms(now)
        )?;
        Ok(())
    }

    /// Lines above messages: those that arrived can be replied to, and those that did not come with the next try.
    pub async fn sign_off_lines(
        &mut self,
        back: &[(&Errand, Option<MessageId>)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        let arrived = |(errand, line): &(&Errand, Option<MessageId>)| {
            Some((errand.lane, errand.conversation?, errand.person, (*line)?))
        };
        self.headed(&back.iter().filter_map(arrived).collect::<Vec<_>>(), now).await?;
        let lost = back.iter().filter(|(errand, line)| errand.header.is_some() && line.is_none());
        self.unheaded(&lost.map(|(errand, _)| errand.lane).collect::<Vec<_>>()).await
    }

    /// The line above a message did not arrive: the next try brings it again.
    pub async fn unheaded(&mut self, chats: &[ChatId]) -> Result<()> {
        if chats.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "note that a line did not arrive",
            "UPDATE account SET reached_id = NULL
             WHERE chat_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(chats)?
        )?;
        Ok(())
    }

    /// Lines above messages arrived: a reply to one is a reply to its conversation.
    pub async fn headed(
        &mut self,
        lines: &[(ChatId, ConversationId, Option<PersonId>, MessageId)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        run!(
            self,
            "keep lines above messages",
            "INSERT INTO letter (lane, rank, op, leads, conversation_id, person_id, message_id, state, queued_at,
                 carried_at)
             SELECT CAST(value->>0 AS BIGINT), 1, 'write', 2, CAST(value->>1 AS BIGINT), CAST(value->>2 AS BIGINT),
                 CAST(value->>3 AS BIGINT), 'sent', $2, $2
             FROM jsonb_each($1) WHERE true ON CONFLICT (lane, message_id) WHERE message_id IS NOT NULL DO NOTHING",
            json(lines)?,
            ms(now)
        )?;
        Ok(())
    }
}
