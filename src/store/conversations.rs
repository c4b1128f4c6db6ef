//! Conversations: pairs, circles, and talks with the team.

use super::{Result, Tx, at, from_name, json, ms, named, parsed};
use crate::domain::closing::ClosingReason;
use crate::domain::conversation::{Conversation, Member, MemberState, Phase, Sort};
use crate::domain::id::{CaseId, ChatId, ConversationId, PersonId, ProgrammeId};
use crate::domain::person::Away;
use crate::domain::talk::{Side, Talk, Turn};
use chrono::{DateTime, Utc};

row! {
    #[derive(serde::Deserialize)]
    struct Row {
        id: i64,
        programme_id: i64,
        sort: String,
        phase: String,
        coordinator_id: Option<i64>,
        rhythm: i64,
        proposed_at: Option<i64>,
        introduced_at: Option<i64>,
        paused_until: Option<i64>,
        stopped_at: Option<i64>,
        contact_at: Option<i64>,
        elsewhere_at: Option<i64>,
        turn_by: Option<String>,
        turn_since: Option<i64>,
        turn_last: Option<i64>,
        stops: String,
        done: String,
        silence_case: Option<i64>,
        supervised: String,
        protect: String,
    }
}

row! {
    #[derive(serde::Deserialize)]
    struct MemberRow {
        conversation_id: i64,
        person_id: i64,
        side: String,
        state: String,
        heard_at: Option<i64>,
        chat_id: i64,
        reach: String,
        away: Option<i64>,
        told: i64,
        knows: i64,
        alias: String,
    }
}

impl Row {
    fn conversation(self) -> Result<Conversation> {
        Ok(Conversation {
            id: ConversationId(self.id),
            programme: ProgrammeId(self.programme_id),
            sort: from_name(&self.sort)?,
            phase: from_name(&self.phase)?,
            coordinator: self.coordinator_id.map(PersonId),
            rhythm: self.rhythm,
            proposed_at: self.proposed_at.map(at),
            introduced_at: self.introduced_at.map(at),
            paused_until: self.paused_until.map(at),
            stopped_at: self.stopped_at.map(at),
            talk: talk(
                self.contact_at,
                self.elsewhere_at,
                (self.turn_by.as_deref(), self.turn_since, self.turn_last),
            ),
            stops: parsed(&self.stops)?,
            done: parsed(&self.done)?,
            silence_case: self.silence_case.map(CaseId),
            supervised: from_name(&self.supervised)?,
            protect: parsed(&self.protect)?,
            members: Vec::new(),
        })
    }
}

impl MemberRow {
    fn member(self) -> Result<Member> {
        Ok(Member {
            person: PersonId(self.person_id),
            side: from_name(&self.side)?,
            state: from_name(&self.state)?,
            heard_at: self.heard_at.map(at),
            chat: ChatId(self.chat_id),
            reach: from_name(&self.reach)?,
            away: self.away.map(|until| Away { until: at(until), told: self.told == 1 }),
            knows_break: self.knows == 1,
            alias: self.alias,
        })
    }
}

impl Tx {
    /// Conversations with all their members, by id.
    pub async fn conversations(&mut self, ids: &[ConversationId]) -> Result<Vec<Conversation>> {
        let ids = json(ids)?;
        let rows = set!(
            self,
            "find conversations",
            Row { id, programme_id, sort, phase, coordinator_id, rhythm, proposed_at, introduced_at, paused_until, stopped_at, contact_at, elsewhere_at, turn_by, turn_since, turn_last, stops, done, silence_case, supervised, protect },
            (ids.as_str()),
            [],
            "SELECT c.id, c.programme_id, c.sort, c.phase, c.coordinator_id, c.rhythm, c.proposed_at, c.introduced_at,
                 c.paused_until, c.stopped_at, c.contact_at, c.elsewhere_at, c.turn_by, c.turn_since, c.turn_last, c.stops, c.done,
                 c.silence_case, c.supervised, g.protect
             FROM conversation c JOIN programme g ON g.id = c.programme_id
             WHERE c.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) ORDER BY c.id",
            []
        )?;
        let members = set!(
            self,
            "find members",
            MemberRow { conversation_id, person_id, side, state, heard_at, chat_id, reach, away, told, knows, alias },
            (ids.as_str()),
            [],
            "SELECT m.conversation_id, m.person_id, m.side, m.state, m.heard_at, p.chat_id, p.reach,
                 p.paused_until AS away, p.break_told AS told,
                 CAST(CASE WHEN m.told = 'break' THEN 1 ELSE 0 END AS BIGINT) AS knows, p.alias
             FROM member m JOIN person p ON p.id = m.person_id
             WHERE m.conversation_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND p.chat_id IS NOT NULL
             ORDER BY m.conversation_id, m.side, m.person_id",
            []
        )?;
        let mut found = rows.into_iter().map(Row::conversation).collect::<Result<Vec<_>>>()?;
        for member in members {
            let id = ConversationId(member.conversation_id);
            if let Ok(index) = found.binary_search_by_key(&id, |it| it.id)
                && let Some(conversation) = found.get_mut(index)
            {
                conversation.members.push(member.member()?);
            }
        }
        Ok(found)
    }

    /// One conversation.
    pub async fn conversation(&mut self, id: ConversationId) -> Result<Option<Conversation>> {
        Ok(self.conversations(&[id]).await?.pop())
    }

    /// The live pairs these people are in, each once, oldest first.
    pub async fn pairs_of(&mut self, people: &[PersonId]) -> Result<Vec<Conversation>> {
        let rows = all!(
            self,
            "find people's pairs",
            (i64,),
            "SELECT DISTINCT conversation_id FROM member
             WHERE person_id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1)) AND state = 'active'",
            json(people)?
        )?;
        let ids: Vec<ConversationId> = rows.into_iter().map(|(id,)| ConversationId(id)).collect();
        if ids.is_empty() { Ok(Vec::new()) } else { self.conversations(&ids).await }
    }

    /// The oldest of someone's live pairs.
    pub async fn pair_of(&mut self, person: PersonId) -> Result<Option<Conversation>> {
        Ok(self.pairs_of(&[person]).await?.into_iter().next())
    }

    /// Proposals that wait for someone, or for the others after her yes.
    pub async fn proposals_of(&mut self, person: PersonId) -> Result<Vec<Conversation>> {
        let rows = all!(
            self,
            "find someone's proposals",
            (i64,),
            "SELECT conversation_id FROM member WHERE person_id = $1 AND state IN ('asked', 'accepted')
             ORDER BY conversation_id",
            person.0
        )?;
        let ids: Vec<ConversationId> = rows.into_iter().map(|(id,)| ConversationId(id)).collect();
        if ids.is_empty() { Ok(Vec::new()) } else { self.conversations(&ids).await }
    }

    /// A new conversation of people with their sides; members start as `asked`.
    pub async fn propose(&mut self, pair: &Conversation, now: DateTime<Utc>) -> Result<ConversationId> {
        let row = one!(
            self,
            "propose a pair",
            (i64,),
            "INSERT INTO conversation (programme_id, sort, phase, coordinator_id, rhythm, proposed_at, created_at,
                 supervised)
             VALUES ($1, $2, $3, $4, $5, $6, $6, $7) RETURNING id",
            pair.programme.0,
            named(Sort::Pair)?,
            named(Phase::Proposed)?,
            pair.coordinator.map(|id| id.0),
            pair.rhythm,
            ms(now),
            named(pair.supervised)?
        )?;
        let id = row.ok_or_else(|| super::Error::new("propose a pair", sqlx::Error::RowNotFound))?.0;
        let members = pair
            .members
            .iter()
            .map(|member| Ok((id, member.person, named(member.side)?, named(member.state)?)))
            .collect::<Result<Vec<_>>>()?;
        run!(
            self,
            "ask a pair's members",
            "INSERT INTO member (conversation_id, person_id, side, state)
             SELECT CAST(value->>0 AS BIGINT), CAST(value->>1 AS BIGINT), value->>2, value->>3 FROM jsonb_each($1)",
            json(&members)?
        )?;
        Ok(ConversationId(id))
    }

    /// Writes conversations back: everything but their members.
    pub async fn save_conversations(&mut self, conversations: &[Conversation]) -> Result<()> {
        if conversations.is_empty() {
            return Ok(());
        }
        let rows = conversations.iter().map(row).collect::<Result<Vec<_>>>()?;
        run!(
            self,
            "save conversations",
            "UPDATE conversation SET phase = i.phase, coordinator_id = i.coordinator_id, rhythm = i.rhythm,
                 introduced_at = i.introduced_at, paused_until = i.paused_until, stops = i.stops, done = i.done,
                 silence_case = i.silence_case, stopped_at = i.stopped_at
             FROM (SELECT CAST(value->>0 AS BIGINT) AS id, value->>1 AS phase,
                       CAST(value->>2 AS BIGINT) AS coordinator_id, CAST(value->>3 AS BIGINT) AS rhythm,
                       CAST(value->>4 AS BIGINT) AS introduced_at, CAST(value->>5 AS BIGINT) AS paused_until,
                       value->>6 AS stops, value->>7 AS done, CAST(value->>8 AS BIGINT) AS silence_case,
                       CAST(value->>9 AS BIGINT) AS stopped_at
                   FROM jsonb_each($1)) AS i
             WHERE conversation.id = i.id",
            json(&rows)?
        )?;
        let talks: Vec<_> = conversations.iter().map(|it| (it.id, it.talk)).collect();
        self.save_talks(&talks).await
    }

    /// Writes one conversation back.
    pub async fn save_conversation(&mut self, conversation: &Conversation) -> Result<()> {
        self.save_conversations(std::slice::from_ref(conversation)).await
    }

    /// Sets a member's state.
    pub async fn member_is(
        &mut self,
        conversation: ConversationId,
        person: PersonId,
        state: MemberState,
    ) -> Result<()> {
        run!(
            self,
            "set a member's state",
            "UPDATE member SET state = $3 WHERE conversation_id = $1 AND person_id = $2",
            conversation.0,
            person.0,
            named(state)?
        )?;
        Ok(())
    }

    /// Sets the state of everyone who is active in a conversation, or asked.
    pub async fn members_are(&mut self, conversation: ConversationId, state: MemberState) -> Result<()> {
        run!(
            self,
            "set the members' state",
            "UPDATE member SET state = $2 WHERE conversation_id = $1 AND state IN ('asked', 'accepted', 'active')",
            conversation.0,
            named(state)?
        )?;
        Ok(())
    }

    /// Ends a conversation: who, and why.
    pub async fn ended(
        &mut self,
        conversation: ConversationId,
        reason: ClosingReason,
        by: Option<PersonId>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        run!(
            self,
            "note a conversation's end",
            "UPDATE conversation SET ended_at = $2, end_reason = $3, ended_by = $4 WHERE id = $1",
            conversation.0,
            ms(now),
            reason.as_str(),
            by.map(|id| id.0)
        )?;
        Ok(())
    }
}

/// A conversation as it goes into the set, in the order of the statement above.
fn row(it: &Conversation) -> Result<impl serde::Serialize> {
    Ok((
        it.id,
        named(it.phase)?,
        it.coordinator,
        it.rhythm,
        it.introduced_at.map(ms),
        it.paused_until.map(ms),
        json(&it.stops)?,
        json(&it.done)?,
        it.silence_case,
        it.stopped_at.map(ms),
    ))
}

/// Stored columns as the silence rules read them.
pub(super) fn talk(
    contact_at: Option<i64>,
    elsewhere_at: Option<i64>,
    (by, since, last): (Option<&str>, Option<i64>, Option<i64>),
) -> Talk {
    let turn = match (by.and_then(Side::parse), since, last) {
        (Some(by), Some(since), Some(last)) => Some(Turn { by, since: at(since), last: at(last) }),
        _ => None,
    };
    Talk { contact_at: contact_at.map(at), elsewhere_at: elsewhere_at.map(at), turn }
}
