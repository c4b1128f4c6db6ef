//! From the first question to being ready: one at a time, each derived from what is still missing.

use super::answerable::coordinator_of;
use super::press::Press;
use super::{House, choosing, guardian, morning, parts, privacy, readiness};
use crate::domain::alias::Refusal;
use crate::domain::choice;
use crate::domain::dialogue::Dialogue;
use crate::domain::guardian::{GuardianLetter, Speak};
use crate::domain::heard::Written;
use crate::domain::help::{HelpLetter, Task};
use crate::domain::join::{JoinAnswer, JoinLetter, Link, News};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::programme::{Programme, Question};
use crate::domain::steps::{self, CONSENT, Many, Step, step};
use crate::domain::whereabouts::{self, Clocks, Tapped, Typed};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

pub use super::invite::{command as invite, first_link, new_invite};
pub use super::link::{lets_in, pasted, start, stranger};

/// The languages someone can choose: the programme's; all of them before it has chosen its own.
pub(super) fn languages(house: &House, programme: &Programme) -> Vec<Lang> {
    let chosen = programme.set_up || programme.answered.contains(&Question::Languages);
    let all = house.words.languages().into_iter().map(|language| language.lang);
    all.filter(|lang| !chosen || programme.languages.contains(lang)).collect()
}

/// The part that is to be gone on with: one that is joining, else one that is ready, else the last.
pub(super) fn foremost(parts: &[Person]) -> Option<&Person> {
    parts.iter().min_by_key(|part| {
        let order = match part.standing {
            Standing::Joining => 0,
            Standing::Ready => 1,
            Standing::AwaitingGuardian => 2,
            Standing::Refused => 3,
            Standing::Left => 4,
        };
        (order, std::cmp::Reverse(part.id))
    })
}

/// Where she is, said once more.
pub async fn resume(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    match step(person) {
        Step::Done => super::help::at_home(tx, house, person, now).await,
        Step::Language
        | Step::Refused
        | Step::Young
        | Step::Doubted
        | Step::Speak
        | Step::Guardian
        | Step::Left => ask(tx, house, person, now).await,
        Step::Consent | Step::Age | Step::Eighteen | Step::Alias | Step::Clock | Step::Many(_) => {
            tx.post(Post::answer(person, JoinLetter::Resumed), now).await?;
            ask(tx, house, person, now).await
        }
    }
}

/// What helps her stands below from the first tap on, in her language as far as it is known.
pub(super) async fn greet(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if person.role.is_staff() { Ok(()) } else { say(tx, person, JoinLetter::Greeting, now).await }
}

/// Asks what is asked at her step.
pub(super) async fn ask(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    for letter in questions(tx, house, person, now).await? {
        say(tx, person, letter, now).await?;
    }
    was_asked(tx, person, now).await
}

/// What is asked at her step, or said if nothing is, after what she must know for it; nothing where everything is told.
pub(super) async fn questions(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    now: DateTime<Utc>,
) -> Result<Vec<Letter>> {
    let letter = match step(person) {
        Step::Language => JoinLetter::Language(languages(house, &tx.programme(person.programme).await?)),
        Step::Consent => privacy::consent(tx, person, 0).await?,
        Step::Refused => JoinLetter::Refused,
        Step::Age => JoinLetter::Age,
        Step::Young => JoinLetter::Young,
        Step::Doubted => JoinLetter::Doubted,
        Step::Speak => return Ok(vec![JoinLetter::Guardian.into(), GuardianLetter::May.into()]),
        Step::Guardian => JoinLetter::Waits(person.profile.speak.unwrap_or(Speak::Talk)),
        Step::Eighteen => return Ok(vec![guardian::when(person, false, now).into()]),
        Step::Alias => JoinLetter::Alias(person.profile.suggested.clone()),
        Step::Clock => JoinLetter::Clock(Clocks::near(tx.programme(person.programme).await?.zone, now)),
        Step::Many(what) => choosing::choose(tx, house, person, (what, 0)).await?,
        Step::Left => JoinLetter::Link(Link::None, None),
        Step::Done => return Ok(Vec::new()),
    };
    Ok(vec![letter.into()])
}

/// What is asked at her step stands on her screen.
pub(super) async fn was_asked(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    match step(person) {
        Step::Alias => tx.await_from(person.id, Some(&Dialogue::Join)).await,
        Step::Speak => guardian::asked(tx, person, now).await,
        Step::Language
        | Step::Consent
        | Step::Refused
        | Step::Age
        | Step::Young
        | Step::Doubted
        | Step::Guardian
        | Step::Eighteen
        | Step::Clock
        | Step::Many(_)
        | Step::Done
        | Step::Left => Ok(()),
    }
}

/// Someone who has not finished joining writes.
pub async fn typed(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    let text = written.text.as_deref();
    match (step(person), text) {
        (Step::Eighteen, Some(text)) => guardian::typed_when(tx, house, person, text, now).await,
        (Step::Alias | Step::Clock | Step::Eighteen, None) => say(tx, person, HelpLetter::Words, now).await,
        // Asked by a version that asked for the name later.
        (Step::Alias, Some(text)) if guardian::reads_month(person, text, now) => {
            guardian::typed_when(tx, house, person, text, now).await
        }
        (Step::Alias, _) if !steps::was_asked_her_name(person) => ask(tx, house, person, now).await,
        (Step::Alias, Some(name)) => match hers(tx, house, person, name).await? {
            Ok(alias) => named(tx, house, Person { alias, ..person.clone() }, now).await,
            Err(why) => say(tx, person, JoinLetter::NoAlias(why), now).await,
        },
        (Step::Clock, Some(text)) => {
            let programme = tx.programme(person.programme).await?;
            match whereabouts::typed(text, programme.zone, now) {
                Typed::Zone(zone) => told(tx, house, living(person, zone), now).await,
                Typed::Places(places) => say(tx, person, JoinLetter::Clock(places), now).await,
                Typed::Unclear => say(tx, person, JoinLetter::NoTime, now).await,
            }
        }
        (Step::Done, _) => tx.await_from(person.id, None).await,
        (Step::Refused | Step::Young | Step::Doubted | Step::Speak | Step::Guardian | Step::Left, _) => {
            ask(tx, house, person, now).await
        }
        (Step::Many(Many::Spoken), Some(name)) => match choosing::language(&house.words, name) {
            Some(tag) => {
                let mut person = person.clone();
                person.profile.picking = choice::with(&person.profile.picking, &tag, true);
                tx.save(&person).await?;
                ask(tx, house, &person, now).await
            }
            None => say(tx, person, JoinLetter::WhichLanguage, now).await,
        },
        (Step::Language | Step::Consent | Step::Age | Step::Many(_), _) => {
            say(tx, person, HelpLetter::Buttons, now).await?;
            ask(tx, house, person, now).await
        }
    }
}

/// A name as others will see it, if it is a person's: not the team's, the programme's or the bot's.
async fn hers(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    typed: &str,
) -> Result<std::result::Result<String, Refusal>> {
    let programme = tx.programme(person.programme).await?.name;
    Ok(house.words.poses().alias(typed, &programme))
}

async fn say(tx: &mut Tx, person: &Person, letter: impl Into<Letter>, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

fn living(person: &Person, zone: crate::domain::zone::Tz) -> Person {
    let mut person = person.clone();
    person.zone = zone;
    person.profile.zone_told = true;
    person
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, house: &House, press: &Press, answer: JoinAnswer) -> Result<Option<Letter>> {
    let mut person = press.person.clone();
    let now = press.now;
    if !answer.fits(&person) {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    match answer {
        JoinAnswer::Language(lang) => {
            let guessed = person.lang == lang;
            tx.speak(person.chat, &lang).await?;
            (person.lang, person.profile.language_chosen) = (lang, true);
            if !guessed {
                greet(tx, &person, now).await?;
            }
        }
        JoinAnswer::Agree => {
            person.profile.consent = Some(CONSENT);
            person.standing = Standing::Joining;
            tx.audit(Some(person.id.0), &format!("consent {CONSENT} accepted"), None, now).await?;
        }
        JoinAnswer::Refuse => return refuse(tx, house, person, now).await,
        JoinAnswer::ReadAgain | JoinAnswer::Accept | JoinAnswer::Read(_) => {
            return privacy::answer(tx, press, &answer).await.map(|()| None);
        }
        JoinAnswer::Team => {
            parts::perform_in(tx, house, (person.chat, Task::Team), now).await?;
            return Ok(None);
        }
        JoinAnswer::Age(said) => guardian::told(tx, &mut person, said, now).await?,
        JoinAnswer::AgeAgain => return say(tx, &person, JoinLetter::Age, now).await.map(|()| None),
        JoinAnswer::TakeAlias => {
            return takes_alias(tx, house, person, now).await.map(|()| None);
        }
        JoinAnswer::Clock(Tapped::Zone(zone)) => person = living(&person, zone),
        JoinAnswer::Clock(Tapped::Page(page)) => return turn(tx, press, page).await.map(|()| None),
        JoinAnswer::Pick { .. } | JoinAnswer::More(_) | JoinAnswer::Another => {
            return choosing::answer(tx, house, press, &answer).await.map(|()| None);
        }
        JoinAnswer::Picked(_) if person.profile.picking.is_empty() => {
            return Ok(Some(JoinLetter::ChooseOne.into()));
        }
        JoinAnswer::Picked(what) => {
            let letter = choosing::chosen(tx, house, &person, what).await?;
            rewrite(tx, press, letter).await?;
            steps::tell_many(&mut person, what);
        }
        JoinAnswer::Guardian(young) => return guardian::record(tx, press, young).await,
        JoinAnswer::Readiness(mentor) => return readiness::open(tx, press, mentor).await,
        JoinAnswer::Invite(_)
        | JoinAnswer::NoFileNumber(_)
        | JoinAnswer::InviteIn { .. }
        | JoinAnswer::Pair
        | JoinAnswer::Open(_)
        | JoinAnswer::Leave
        | JoinAnswer::Privacy(_) => {
            return super::invite::answer(tx, house, press, &answer).await;
        }
    }
    told(tx, house, person, now).await.map(|()| None)
}

/// The name Telegram knows her by, if it may be hers here.
async fn takes_alias(tx: &mut Tx, house: &House, mut person: Person, now: DateTime<Utc>) -> Result<()> {
    let suggested = person.profile.suggested.clone().unwrap_or_default();
    match hers(tx, house, &person, &suggested).await? {
        Ok(alias) => person.alias = alias,
        Err(why) => return say(tx, &person, JoinLetter::NoAlias(why), now).await,
    }
    named(tx, house, person, now).await
}

/// Shows another page of the clocks.
async fn turn(tx: &mut Tx, press: &Press, page: usize) -> Result<()> {
    let programme = tx.programme(press.person.programme).await?;
    rewrite(tx, press, JoinLetter::Clock(Clocks::page(programme.zone, page, press.now))).await
}

/// Says something in place of the letter whose button was pressed.
pub(super) async fn rewrite(tx: &mut Tx, press: &Press, with: impl Into<Letter>) -> Result<()> {
    let rewrite = Op::Rewrite { of: press.root, with: with.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await.map(drop)
}

async fn refuse(tx: &mut Tx, house: &House, person: Person, now: DateTime<Utc>) -> Result<Option<Letter>> {
    let first = person.standing != Standing::Refused;
    let person = Person { standing: Standing::Refused, ..person };
    if first {
        tx.audit(Some(person.id.0), "consent refused", None, now).await?;
        tell(tx, &person, News::Refused, now).await?;
    }
    told(tx, house, person, now).await.map(|()| None)
}

/// She told her name. Whoever was asked her age before it waits: now the team learns who.
async fn named(tx: &mut Tx, house: &House, person: Person, now: DateTime<Utc>) -> Result<()> {
    if person.standing == Standing::AwaitingGuardian {
        if person.is_doubted() {
            guardian::doubted(tx, &person, now).await?;
        } else {
            tell(tx, &person, News::Guardian, now).await?;
        }
    }
    let dialogue = person.dialogue.clone().filter(|it| *it != Dialogue::Join);
    told(tx, house, Person { dialogue, ..person }, now).await
}

/// She told something: the next question, or all is told.
pub(super) async fn told(tx: &mut Tx, house: &House, person: Person, now: DateTime<Utc>) -> Result<()> {
    if step(&person) != Step::Done {
        tx.save(&person).await?;
        return ask(tx, house, &person, now).await;
    }
    let person = Person { standing: Standing::Ready, ..person };
    tx.save(&person).await?;
    tx.post(Post::op(&person, Rank::Answer, Op::Commands), now).await?;
    if person.role == Role::Lead {
        return super::setup::leads(tx, house, &person, now).await;
    }
    say(tx, &person, JoinLetter::Ready(person.role), now).await?;
    tell(tx, &person, News::Ready, now).await
}

/// Whoever invited her hears how it went; if that is nobody, the first of the staff.
pub(super) async fn tell(tx: &mut Tx, person: &Person, news: News, now: DateTime<Utc>) -> Result<()> {
    let staff = coordinator_of(tx, person).await?;
    let Some(staff) = tx.persons(staff.as_slice()).await?.pop() else { return Ok(()) };
    let (name, file) = (person.called(), person.file_number.as_deref());
    let known: Vec<&str> = [name].into_iter().chain(file.filter(|file| *file != name)).collect();
    let who = Some(known.join(" · ")).filter(|who| !who.is_empty());
    let letter = JoinLetter::Told { news, who, role: person.role, person: Some(person.id) };
    morning::post(tx, vec![Post::ranked(&staff, Rank::Announcement, letter)], now).await
}
