//! A year of pairs, each behaving in one of ten ways, and the cases one would expect of each by hand.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::clock::Clock;
use lazo::demo::{Person as Account, Phone};
use lazo::domain::conversation::{Conversation, Member, MemberState, Phase, Side, Sort, Supervised};
use lazo::domain::id::{ChatId, ConversationId, PersonId, ProgrammeId};
use lazo::domain::lang::Lang;
use lazo::domain::person::{Person, Profile, Reach, Role, Standing};
use lazo::domain::readiness::Readiness;
use lazo::domain::relay::PROTECTED;
use lazo::domain::talk::Talk;
use lazo::domain::zone::Tz;
use lazo::handlers::lifecycle;
use lazo::stage::{Opening, VERA, World};
use lazo::store::Rows;
use lazo::words::Words;
use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;

/// How a pair behaves; days are counted from its introduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ways {
    /// Both write every five days and answer everything.
    Talk,
    /// Nobody ever writes, and nobody answers anything.
    NeverBegin,
    /// The mentor stops writing and answering on day 60; the mentee goes on writing once a week.
    MentorStops,
    /// The mentee stops writing and answering on day 60; the mentor writes once more.
    MenteeStops,
    /// Both stop on day 100.
    BothStop,
    /// Both stop writing on day 100, answer the bot, and write again from day 130 on.
    Rest,
    /// The mentee leaves on day 120.
    Leave,
    /// The mentor blocks the bot on day 80, for good.
    Block,
    /// The mentee presses 🆘 on day 150.
    Alarm,
    /// The mentee does not enjoy the talks and wants a call, at the pulse of day 56 and no other.
    Call,
}

impl Ways {
    /// The cases one would expect by hand, in the order of their opening.
    pub fn expected(self) -> &'static [&'static str] {
        match self {
            Self::Talk => &[],
            // Day 14, and the same case asks for more on day 21; three pulses in a row without an answer, for each of them.
            Self::NeverBegin => &["decide open", "missed open", "missed open"],
            // Seven days after her first question; and his pulses have no answer.
            Self::MentorStops => &["mentee_waits open", "missed open"],
            // Ten days after his question, and when he has not written for long either, both are silent; and her pulses.
            Self::MenteeStops => &["silent_both open", "missed open"],
            // Three weeks after their last talk; then the pulses of both.
            Self::BothStop => &["silent_both open", "missed open", "missed open"],
            // Three weeks after their last talk, and it closes itself when they talk again.
            Self::Rest => &["silent_both contact_resumed"],
            Self::Leave => &["leaving open"],
            Self::Block => &["unreachable open"],
            Self::Alarm => &["unsafe open"],
            Self::Call => &["low_mood open", "call_today open"],
        }
    }
}

/// All of them.
pub const WAYS: [Ways; 10] = [
    Ways::Talk,
    Ways::NeverBegin,
    Ways::MentorStops,
    Ways::MenteeStops,
    Ways::BothStop,
    Ways::Rest,
    Ways::Leave,
    Ways::Block,
    Ways::Alarm,
    Ways::Call,
];

/// Monday, 5 January 2026, 10:00 in Madrid.
const BEGINNING: i64 = 1_767_603_600;

struct Pair {
    ways: Ways,
    id: ConversationId,
    begun: i64,
    mentee: Phone,
    mentor: Phone,
}

/// What came of a year.
pub struct Year {
    /// The cases of each pair, in the order of their opening: kind, and `open` or how it ended.
    pub cases: Vec<(Ways, Vec<String>)>,
    /// Messages of the bot that are on the phones.
    pub shown: usize,
}

/// Lets so many pairs live through a year; due moments within `stride` happen together.
pub async fn year(pairs: i64, stride: TimeDelta) -> Result<Year, Box<dyn Error>> {
    let beginning = DateTime::from_timestamp(BEGINNING, 0).unwrap_or_default();
    let words = Arc::new(Words::load()?);
    let world = World::opens(words, Clock::stopped_at(beginning), Opening::Tour).await?;
    let mut all = Vec::new();
    for day in 0..365 {
        // They are introduced in the first week, on different days.
        for (n, ways) in (0..pairs).zip(WAYS.into_iter().cycle()).filter(|(n, _)| n % 7 == day) {
            all.push(introduced(&world, n, day, ways).await?);
        }
        world.strides(TimeDelta::hours(9), stride).await?;
        for pair in &all {
            pair.answer(&world, day - pair.begun).await?;
        }
        for pair in &all {
            pair.write(day - pair.begun);
        }
        world.rests().await?;
        all.iter().try_for_each(|pair| pair.confirm(day - pair.begun))?;
        takes_cases(&world).await?;
        world.strides(TimeDelta::hours(15), stride).await?;
    }
    let cases = cases(&world, &all).await?;
    let shown = all.iter().flat_map(|it| [&it.mentee, &it.mentor]).map(|phone| phone.screen().len()).sum();
    world.closes().await;
    Ok(Year { cases, shown })
}

/// A mentee and a mentor, as if they had joined by themselves and both had said yes.
async fn introduced(world: &World, n: i64, begun: i64, ways: Ways) -> Result<Pair, Box<dyn Error>> {
    let mut members = Vec::new();
    let mut phones = Vec::new();
    for (role, side, at) in [(Role::Mentee, Side::Mentee, 0), (Role::Mentor, Side::Mentor, 1)] {
        let chat = 10_000 + 2 * n + at;
        let phone = world.telegram().acquaintance(Account::named(chat, "Somebody").with_app_in("en"));
        let mut tx = world.db().begin().await?;
        let person = tx.admit(&person(role, chat, world.now())).await?;
        let _ = tx.commit().await?;
        phones.push(phone);
        members.push(Member {
            person,
            side,
            state: MemberState::Accepted,
            heard_at: None,
            chat: ChatId(chat),
            reach: Reach::Reachable,
            away: None,
            knows_break: false,
            alias: String::new(),
        });
    }
    let now = world.now();
    let mut tx = world.db().begin().await?;
    let id = tx.propose(&proposal(members, now), now).await?;
    let mut pair = tx.conversation(id).await?.ok_or("no pair")?;
    lifecycle::introduce(&mut tx, &mut pair, now).await?;
    let _ = tx.commit().await?;
    world.rests().await?;
    let mentor = phones.pop().ok_or("no mentor")?;
    let mentee = phones.pop().ok_or("no mentee")?;
    Ok(Pair { ways, id, begun, mentee, mentor })
}

fn person(role: Role, chat: i64, now: DateTime<Utc>) -> Person {
    let some = |words: &str| Some(vec![words.to_owned()]);
    Person {
        id: PersonId(0),
        programme: ProgrammeId(1),
        role,
        chat: ChatId(chat),
        standing: Standing::Ready,
        reach: Reach::Reachable,
        lang: Lang::new("en"),
        alias: format!("P{chat}"),
        zone: Tz::known("Europe/Madrid"),
        coordinator: Some(PersonId(1)),
        file_number: None,
        dialogue: None,
        profile: Profile {
            language_chosen: true,
            consent: Some(lazo::domain::steps::CONSENT),
            adult: Some(true),
            zone_told: true,
            spoken: some("en"),
            topics: some("education"),
            availability: some("evenings"),
            ready: Readiness::all_on(Some(now.date_naive())),
            ..Profile::default()
        },
        paused_until: None,
        joined_at: now,
    }
}

fn proposal(members: Vec<Member>, now: DateTime<Utc>) -> Conversation {
    Conversation {
        id: ConversationId(0),
        programme: ProgrammeId(1),
        sort: Sort::Pair,
        phase: Phase::Proposed,
        coordinator: Some(PersonId(1)),
        rhythm: 7,
        proposed_at: Some(now),
        introduced_at: None,
        paused_until: None,
        stopped_at: None,
        talk: Talk::default(),
        stops: Vec::new(),
        done: Vec::new(),
        silence_case: None,
        supervised: Supervised::No,
        protect: PROTECTED.to_vec(),
        members,
    }
}

impl Pair {
    /// Whether both write on their own `day`.
    fn both_write(&self, day: i64) -> bool {
        match self.ways {
            Ways::NeverBegin => false,
            Ways::MentorStops | Ways::MenteeStops => day < 60,
            Ways::BothStop => day < 100,
            Ways::Rest => !(100..130).contains(&day),
            Ways::Leave => day < 120,
            Ways::Block => day < 80,
            Ways::Alarm => day < 150,
            Ways::Talk | Ways::Call => true,
        }
    }

    /// They answer what the bot has asked.
    async fn answer(&self, world: &World, day: i64) -> Result<(), Box<dyn Error>> {
        let both = self.both_write(day);
        let mood = if both { Mood::Well } else { Mood::Alone };
        if both || matches!(self.ways, Ways::MentorStops | Ways::Rest | Ways::Block) {
            let unhappy = self.ways == Ways::Call && (56..60).contains(&day);
            answers(world, &self.mentee, if unhappy { Mood::Unhappy } else { mood }).await?;
        }
        if both || matches!(self.ways, Ways::MenteeStops | Ways::Rest) {
            answers(world, &self.mentor, mood).await?;
        }
        Ok(())
    }

    /// They write, or one of them does.
    fn write(&self, day: i64) {
        if self.both_write(day) && day % 5 == 0 {
            self.mentee.says("How are you?");
            self.mentor.says("Fine, and you?");
        }
        match (self.ways, day) {
            (Ways::MentorStops, 60..) if day % 7 == 4 => drop(self.mentee.says("When do we meet?")),
            (Ways::MenteeStops, 60) => drop(self.mentor.says("When do we meet?")),
            (Ways::Block, 80) => self.mentor.blocks(),
            (Ways::Leave, 120) => drop(self.mentee.says("/leave")),
            (Ways::Alarm, 150) => drop(self.mentee.says("/sos")),
            _ => {}
        }
    }

    /// They say yes to what the bot asks about that.
    fn confirm(&self, day: i64) -> Result<(), Box<dyn Error>> {
        match (self.ways, day) {
            (Ways::Leave, 120) => self.mentee.presses("🚪 Yes, leave").map(drop)?,
            (Ways::Alarm, 150) => self.mentee.presses("🛟").map(drop)?,
            _ => {}
        }
        Ok(())
    }
}

/// What somebody answers when the bot asks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mood {
    /// They talk, and all is well.
    Well,
    /// They do not talk.
    Alone,
    /// They talk, and she wants to be called.
    Unhappy,
}

impl Mood {
    /// The buttons that say so. Otherwise the first one, which is the best.
    fn labels(self) -> &'static [&'static str] {
        match self {
            Self::Well => &[],
            Self::Alone => &["🕐 Not yet", "✖️ No"],
            Self::Unhappy => &["🙁 Not good", "📞 Today"],
        }
    }
}

/// Taps an answer to every open question of the bot's.
async fn answers(world: &World, phone: &Phone, mood: Mood) -> Result<(), Box<dyn Error>> {
    for _ in 0..6 {
        let open = phone.screen().into_iter().rev().take(4).find(|seen| !seen.buttons.is_empty());
        let Some(open) = open else { return Ok(()) };
        let buttons = open.buttons.concat();
        let meant = buttons.iter().find(|it| mood.labels().contains(&it.text.as_str()));
        let Some(data) = meant.or(buttons.first()).and_then(|it| it.data.as_deref()) else { return Ok(()) };
        phone.sends_callback(open.id, data);
        world.rests().await?;
    }
    Ok(())
}

/// Vera takes every case that nobody has taken.
async fn takes_cases(world: &World) -> Result<(), Box<dyn Error>> {
    let vera = world.phone(VERA).ok_or("no phone")?;
    world.rests().await?;
    while vera.screen().iter().any(|seen| seen.has_button("👤 I’m on it")) {
        vera.presses("👤 I’m on it")?;
        world.rests().await?;
    }
    Ok(())
}

/// The cases of each pair.
async fn cases(world: &World, pairs: &[Pair]) -> Result<Vec<(Ways, Vec<String>)>, Box<dyn Error>> {
    let mut tx = world.db().begin().await?;
    let files = tx.rows("case_file", 100_000, 0).await?.ok_or("no cases")?;
    let members = tx.rows("member", 100_000, 0).await?.ok_or("no members")?;
    let of: BTreeMap<String, String> = members
        .rows
        .iter()
        .map(|row| (cell(&members, row, "person_id"), cell(&members, row, "conversation_id")))
        .collect();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // Latest first, so the last is the first.
    for row in files.rows.iter().rev() {
        let pair = Some(cell(&files, row, "conversation_id")).filter(|id| !id.is_empty());
        let pair = pair.or_else(|| of.get(&cell(&files, row, "person_id")).cloned()).unwrap_or_default();
        let end = Some(cell(&files, row, "outcome")).filter(|it| !it.is_empty());
        let line = format!("{} {}", cell(&files, row, "kind"), end.unwrap_or_else(|| "open".to_owned()));
        found.entry(pair).or_default().push(line);
    }
    let of_pair = |pair: &Pair| (pair.ways, found.remove(&pair.id.0.to_string()).unwrap_or_default());
    let mut cases: Vec<_> = pairs.iter().map(of_pair).collect();
    cases.sort();
    Ok(cases)
}

fn cell(rows: &Rows, row: &[Option<String>], name: &str) -> String {
    let at = rows.columns.iter().position(|column| column == name);
    at.and_then(|at| row.get(at).cloned().flatten()).unwrap_or_default()
}
