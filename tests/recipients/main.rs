//! The worst failure is the wrong recipient. Random histories of pairing, pausing, holding, closing, leaving and
//! blocking, 20,000 messages a run: each goes to exactly the members it should, and to nobody else.
#![expect(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "helpers of tests fail the test"
)]

#[path = "../common/database.rs"]
mod database;

use chrono::{DateTime, TimeDelta, Utc};
use database::Database;
use lazo::domain::conversation::{Conversation, Member, MemberState, Phase, Side, Sort, Supervised};
use lazo::domain::heard::{Content, Heard, Kind, What, Written};
use lazo::domain::id::{ChatId, ConversationId, MessageId, PersonId, ProgrammeId};
use lazo::domain::lang::Lang;
use lazo::domain::person::{Person, Profile, Reach, Role, Standing};
use lazo::domain::relay::PROTECTED;
use lazo::domain::seal::Seal;
use lazo::domain::talk::Talk;
use lazo::handlers::{House, delivery, lifecycle, page};
use lazo::store::{Carried, Db, Leased, SignOff, Tx};
use lazo::words::Words;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

/// What the history should have led to, kept by hand.
#[derive(Default)]
struct Truth {
    /// Who is in which live pair.
    pairs: HashMap<i64, (ConversationId, HashSet<i64>)>,
    phases: HashMap<ConversationId, Phase>,
    blocked: HashSet<i64>,
    /// Copies that must arrive unless their pair is closed first: (writer, message) → readers.
    owed: HashMap<(i64, i64), (ConversationId, HashSet<i64>)>,
}

struct History {
    db: Db,
    house: House,
    dice: Dice,
    truth: Truth,
    people: Vec<i64>,
    now: DateTime<Utc>,
    next: i64,
    carried: usize,
}

const PEOPLE: i64 = 400;
const ROUNDS: usize = 200;
const MESSAGES: usize = 100;

#[tokio::test(flavor = "multi_thread")]
async fn over_random_histories_every_message_goes_to_exactly_the_members_it_should() {
    let database = Database::new().await;
    let mut history = History::begins(&database.url()).await;
    for _ in 0..PEOPLE {
        history.somebody_is_paired().await;
    }
    for round in 0..ROUNDS {
        history.something_happens().await;
        history.people_write().await;
        if round % 7 == 0 {
            history.letters_are_carried().await;
        }
    }
    history.all_ends_well().await;
    assert!(history.truth.owed.is_empty(), "{} copies were owed and never carried", history.truth.owed.len());
    assert!(
        history.carried > ROUNDS * MESSAGES / 4,
        "only {} copies: the histories are too quiet",
        history.carried
    );
}

impl History {
    async fn begins(url: &str) -> Self {
        let words = Arc::new(Words::load().unwrap());
        let house = House {
            controls: words.controls(),
            words,
            bot_name: "lazo_bot".to_owned(),
            seal: Seal::new([7; 32]),
            memory: Arc::default(),
        };
        let db = Db::open(url).await.unwrap();
        let now = DateTime::from_timestamp(1_772_445_600, 0).unwrap();
        let mut tx = db.begin().await.unwrap();
        let programme = tx.found(now).await.unwrap();
        for n in 1..=PEOPLE {
            let role = if n % 2 == 0 { Role::Mentee } else { Role::Mentor };
            tx.admit(&person(programme, 1000 + n, role, now)).await.unwrap();
        }
        let _ = tx.commit().await.unwrap();
        let people = (1..=PEOPLE).collect();
        Self { db, house, dice: Dice(7), truth: Truth::default(), people, now, next: 1, carried: 0 }
    }

    fn someone(&mut self) -> i64 {
        self.people[self.dice.below(self.people.len())]
    }

    async fn somebody_is_paired(&mut self) {
        let who = self.someone();
        let mut tx = self.db.begin().await.unwrap();
        if tx.pair_of(PersonId(who)).await.unwrap().is_none() {
            self.pairs_up(&mut tx, who).await;
        }
        let _ = tx.commit().await.unwrap();
    }

    /// One change of who is with whom.
    async fn something_happens(&mut self) {
        self.now += TimeDelta::minutes(7);
        let (who, now) = (self.someone(), self.now);
        let mut tx = self.db.begin().await.unwrap();
        let pair = tx.pair_of(PersonId(who)).await.unwrap();
        match (pair, self.dice.below(8)) {
            (None, _) => self.pairs_up(&mut tx, who).await,
            (Some(mut pair), 0) => {
                lifecycle::close(&mut tx, &mut pair, "test", None, now).await.unwrap();
                self.truth.pairs.retain(|_, (id, _)| *id != pair.id);
                self.truth.owed.retain(|_, (id, _)| *id != pair.id);
            }
            (Some(mut pair), 1) => {
                lifecycle::pause(&mut tx, &mut pair, now + TimeDelta::days(3), now).await.unwrap();
                self.truth.phases.insert(pair.id, pair.phase);
            }
            (Some(mut pair), 2) => {
                lifecycle::hold(&mut tx, &mut pair, None, now).await.unwrap();
                self.truth.phases.insert(pair.id, pair.phase);
            }
            (Some(mut pair), 3 | 4) => {
                lifecycle::resume(&mut tx, &mut pair, now).await.unwrap();
                self.truth.phases.insert(pair.id, pair.phase);
            }
            (Some(_), 5) => {
                self.truth.blocked.insert(who);
                delivery::away(&mut tx, ChatId(1000 + who), Reach::Blocked, now).await.unwrap();
            }
            (Some(_), _) => {
                self.truth.blocked.remove(&who);
                delivery::back(&mut tx, ChatId(1000 + who), now).await.unwrap();
            }
        }
        let _ = tx.commit().await.unwrap();
    }

    async fn pairs_up(&mut self, tx: &mut Tx, who: i64) {
        let mut members = vec![who];
        for _ in 0..=self.dice.below(4) {
            let other = self.someone();
            let free = tx.pair_of(PersonId(other)).await.unwrap().is_none();
            if free && !members.contains(&other) {
                members.push(other);
            }
        }
        if members.len() < 2 {
            return;
        }
        let id = tx.propose(&proposal(&members), self.now).await.unwrap();
        let mut pair = tx.conversation(id).await.unwrap().unwrap();
        lifecycle::introduce(tx, &mut pair, self.now).await.unwrap();
        let all: HashSet<i64> = members.iter().copied().collect();
        for member in members {
            self.truth.pairs.insert(member, (id, all.clone()));
        }
        self.truth.phases.insert(id, Phase::Active);
    }

    /// A page of messages from anyone, in a pair or not.
    async fn people_write(&mut self) {
        let mut heard = Vec::new();
        for _ in 0..MESSAGES {
            let (who, message) = (self.someone(), self.next);
            self.next += 1;
            heard.push(wrote(who, message));
            // Whoever writes can be reached again: only someone who has not blocked the bot can write to it.
            self.truth.blocked.remove(&who);
            if let Some((pair, members)) = self.truth.pairs.get(&who) {
                let readers = members.iter().copied().filter(|reader| *reader != who).collect();
                self.truth.owed.insert((who, message), (*pair, readers));
            }
        }
        let ids: Vec<i64> = heard.iter().map(|heard| heard.update).collect();
        let _ = page(&self.db, &self.house, &ids, &heard, self.now).await.unwrap();
    }

    /// Carries what may go, and holds every copy against the truth.
    async fn letters_are_carried(&mut self) {
        loop {
            let mut tx = self.db.begin().await.unwrap();
            let errands = tx.lease(500, self.now).await.unwrap();
            let done: Vec<SignOff> = errands
                .iter()
                .map(|errand| SignOff {
                    id: errand.id,
                    lane: errand.lane,
                    carried: Carried::Sent(None),
                    not_before: errand.not_before,
                })
                .collect();
            tx.sign_off(&done, self.now).await.unwrap();
            let _ = tx.commit().await.unwrap();
            if errands.is_empty() {
                return;
            }
            for errand in errands {
                if let Leased::Copy { from, message, .. } = errand.what {
                    self.arrives(from.0 - 1000, message.0, errand.lane.0 - 1000);
                }
            }
        }
    }

    fn arrives(&mut self, writer: i64, message: i64, reader: i64) {
        let Some((pair, readers)) = self.truth.owed.get_mut(&(writer, message)) else {
            panic!("{writer}'s message {message} reached {reader}, and nobody was to get it");
        };
        assert!(
            readers.remove(&reader),
            "{writer}'s message {message} reached {reader}, who was not to get it (again)"
        );
        assert_eq!(self.truth.phases[pair], Phase::Active, "{reader} got a message while her pair was away");
        assert!(
            !self.truth.blocked.contains(&reader),
            "{reader} got a message while she had blocked the bot"
        );
        self.carried += 1;
        if readers.is_empty() {
            self.truth.owed.remove(&(writer, message));
        }
    }

    /// Everybody comes back; then nothing may be owed any more.
    async fn all_ends_well(&mut self) {
        let mut tx = self.db.begin().await.unwrap();
        for who in self.people.clone() {
            delivery::back(&mut tx, ChatId(1000 + who), self.now).await.unwrap();
            if let Some(mut pair) = tx.pair_of(PersonId(who)).await.unwrap() {
                lifecycle::resume(&mut tx, &mut pair, self.now).await.unwrap();
                self.truth.phases.insert(pair.id, Phase::Active);
            }
        }
        let _ = tx.commit().await.unwrap();
        self.truth.blocked.clear();
        self.letters_are_carried().await;
    }
}

fn wrote(who: i64, message: i64) -> Heard {
    let written = Written {
        message: MessageId(message),
        kind: Kind::Text,
        text: Some("…".to_owned()),
        reply_to: None,
        album: None,
        thread: None,
        forum: false,
        forwarded: false,
        quote: None,
        content: Content::default(),
    };
    let chat = ChatId(1000 + who);
    Heard { update: message, chat, user: chat.0, app_language: None, at: None, what: What::Wrote(written) }
}

fn person(programme: ProgrammeId, chat: i64, role: Role, now: DateTime<Utc>) -> Person {
    Person {
        id: PersonId(0),
        programme,
        role,
        chat: ChatId(chat),
        standing: Standing::Ready,
        reach: Reach::Reachable,
        lang: Lang::new("en"),
        alias: format!("P{chat}"),
        zone: chrono_tz::UTC,
        coordinator: None,
        file_number: None,
        dialogue: None,
        profile: Profile::default(),
        paused_until: None,
        joined_at: now,
    }
}

fn proposal(members: &[i64]) -> Conversation {
    let member = |id: &i64| Member {
        person: PersonId(*id),
        side: if id % 2 == 0 { Side::Mentee } else { Side::Mentor },
        state: MemberState::Accepted,
        heard_at: None,
        chat: ChatId(1000 + id),
        reach: Reach::Reachable,
        alias: String::new(),
    };
    Conversation {
        id: ConversationId(0),
        programme: ProgrammeId(1),
        sort: Sort::Pair,
        phase: Phase::Proposed,
        coordinator: None,
        rhythm: 7,
        proposed_at: None,
        introduced_at: None,
        paused_until: None,
        talk: Talk::default(),
        stops: Vec::new(),
        done: Vec::new(),
        silence_case: None,
        supervised: Supervised::No,
        protect: PROTECTED.to_vec(),
        members: members.iter().map(member).collect(),
    }
}
