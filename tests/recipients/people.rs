//! Everybody in the histories: accounts, some with two parts, and what they do in Telegram.

use crate::circles::PLACES;
use chrono::{DateTime, Utc};
use lazo::domain::conversation::{Conversation, Member, MemberState, Phase, Side, Sort, Supervised};
use lazo::domain::heard::{Content, Heard, Kind, What, Written};
use lazo::domain::id::{ChatId, ConversationId, LetterId, MessageId, PersonId, ProgrammeId};
use lazo::domain::lang::Lang;
use lazo::domain::person::{Person, Profile, Reach, Role, Standing};
use lazo::domain::readiness::Readiness;
use lazo::domain::relay::PROTECTED;
use lazo::domain::talk::Talk;
use lazo::domain::zone::Tz;

/// Numbers that look random and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

pub fn chat(account: i64) -> ChatId {
    ChatId(1000 + account)
}

pub fn account(chat: ChatId) -> i64 {
    chat.0 - 1000
}

fn heard(update: i64, account: i64, what: What) -> Heard {
    let chat = chat(account);
    Heard { update, chat, user: chat.0, app_language: None, at: None, what }
}

pub fn wrote(account: i64, message: i64, (text, reply_to): (&str, Option<i64>)) -> Heard {
    let written = Written {
        message: MessageId(message),
        kind: Kind::Text,
        text: Some(text.to_owned()),
        reply_to: reply_to.map(MessageId),
        album: None,
        thread: None,
        forum: false,
        forwarded: false,
        elsewhere: false,
        quote: None,
        content: Content::default(),
    };
    heard(message, account, What::Wrote(written))
}

pub fn pressed(account: i64, update: i64, button: (LetterId, usize)) -> Heard {
    heard(update, account, What::Pressed { query: update.to_string(), button: Some(button), message: None })
}

pub fn unblocked(account: i64, update: i64) -> Heard {
    heard(update, account, What::Blocked(false))
}

pub fn person(programme: ProgrammeId, account: i64, role: Role, now: DateTime<Utc>) -> Person {
    Person {
        id: PersonId(0),
        programme,
        role,
        chat: chat(account),
        standing: Standing::Ready,
        reach: Reach::Reachable,
        lang: Lang::new("en"),
        // Many of the same name: they are told apart.
        alias: format!("P{}", account % 50),
        zone: Tz::UTC,
        coordinator: None,
        file_number: None,
        dialogue: None,
        profile: Profile {
            capacity: Some(PLACES),
            ready: Readiness::all_on(Some(now.date_naive())),
            ..Profile::default()
        },
        paused_until: None,
        joined_at: now,
    }
}

pub fn side(role: Role) -> Side {
    if role == Role::Mentee { Side::Mentee } else { Side::Mentor }
}

pub fn proposal(programme: ProgrammeId, members: &[Person], coordinator: PersonId) -> Conversation {
    let member = |person: &Person| Member {
        person: person.id,
        side: side(person.role),
        state: MemberState::Accepted,
        heard_at: None,
        chat: person.chat,
        reach: Reach::Reachable,
        away: None,
        knows_break: false,
        alias: String::new(),
    };
    Conversation {
        id: ConversationId(0),
        programme,
        sort: Sort::Pair,
        phase: Phase::Proposed,
        coordinator: Some(coordinator),
        rhythm: 7,
        proposed_at: None,
        introduced_at: None,
        paused_until: None,
        stopped_at: None,
        talk: Talk::default(),
        stops: Vec::new(),
        done: Vec::new(),
        silence_case: None,
        supervised: Supervised::No,
        protect: PROTECTED.to_vec(),
        members: members.iter().map(member).collect(),
    }
}
