//! A place to try store functions in: a programme, its people and their pair, on every database there is.

use crate::database::Database;
use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::conversation::{Conversation, Member, MemberState, Phase, Side, Sort, Supervised};
use lazo::domain::id::{ChatId, ConversationId, PersonId, ProgrammeId};
use lazo::domain::lang::Lang;
use lazo::domain::person::{Person, Profile, Reach, Role, Standing};
use lazo::domain::relay::PROTECTED;
use lazo::domain::talk::Talk;
use lazo::domain::zone::Tz;
use lazo::store::{Db, Tx};

pub(crate) const AMINA: ChatId = ChatId(11);
pub(crate) const TOMAS: ChatId = ChatId(22);
pub(crate) const VERA: ChatId = ChatId(33);

/// Some hours after the beginning of time, to the millisecond.
pub(crate) fn at(hours: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(hours) + TimeDelta::milliseconds(7)
}

/// One of each: SQLite, and PostgreSQL where it is installed.
pub(crate) async fn both() -> Vec<Database> {
    [Some(Database::sqlite()), Database::postgres().await].into_iter().flatten().collect()
}

/// Tries something in a transaction on each database.
pub(crate) async fn on_both(work: impl AsyncFn(&mut Tx)) {
    for database in both().await {
        let db = Db::open(&database.url()).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        work(&mut tx).await;
        let _ = tx.commit().await.unwrap();
        db.close().await;
    }
}

/// Someone who is ready, not stored yet.
pub(crate) fn someone(programme: ProgrammeId, chat: ChatId, alias: &str, role: Role) -> Person {
    Person {
        id: PersonId(0),
        programme,
        role,
        chat,
        standing: Standing::Ready,
        reach: Reach::Reachable,
        lang: Lang::new("es"),
        alias: alias.to_owned(),
        zone: Tz::known("Europe/Madrid"),
        coordinator: None,
        file_number: None,
        dialogue: None,
        profile: Profile::default(),
        paused_until: None,
        joined_at: at(0),
    }
}

/// A programme with Amina, Tomás and Vera.
pub(crate) struct Cast {
    pub(crate) programme: ProgrammeId,
    pub(crate) amina: PersonId,
    pub(crate) tomas: PersonId,
    pub(crate) vera: PersonId,
}

impl Cast {
    pub(crate) async fn enter(tx: &mut Tx) -> Self {
        let programme = tx.found(at(0)).await.unwrap();
        let mut ids = Vec::new();
        for (chat, alias, role) in [
            (AMINA, "Amina", Role::Mentee),
            (TOMAS, "Tomás", Role::Mentor),
            (VERA, "Vera", Role::Coordinator),
        ] {
            ids.push(tx.admit(&someone(programme, chat, alias, role)).await.unwrap());
        }
        Self { programme, amina: ids[0], tomas: ids[1], vera: ids[2] }
    }

    /// A pair of the two as it is proposed.
    pub(crate) fn proposal(&self) -> Conversation {
        let member = |person, side, chat| Member {
            person,
            side,
            state: MemberState::Asked,
            heard_at: None,
            chat,
            reach: Reach::Reachable,
            away: None,
            knows_break: false,
            alias: String::new(),
        };
        Conversation {
            id: ConversationId(0),
            programme: self.programme,
            sort: Sort::Pair,
            phase: Phase::Proposed,
            coordinator: Some(self.vera),
            rhythm: 14,
            proposed_at: Some(at(0)),
            introduced_at: None,
            paused_until: None,
            stopped_at: None,
            talk: Talk::default(),
            stops: Vec::new(),
            done: Vec::new(),
            silence_case: None,
            supervised: Supervised::No,
            protect: PROTECTED.to_vec(),
            members: vec![member(self.amina, Side::Mentee, AMINA), member(self.tomas, Side::Mentor, TOMAS)],
        }
    }

    /// The two, introduced.
    pub(crate) async fn pair(&self, tx: &mut Tx) -> Conversation {
        let id = tx.propose(&self.proposal(), at(0)).await.unwrap();
        tx.members_are(id, MemberState::Active).await.unwrap();
        let mut pair = tx.conversation(id).await.unwrap().unwrap();
        pair.phase = Phase::Active;
        pair.introduced_at = Some(at(1));
        tx.save_conversation(&pair).await.unwrap();
        pair
    }
}
