//! From the link to being ready: one question at a time, each derived from what is still missing.

use super::House;
use super::delivery::{self, coordinator_of};
use super::press::Press;
use crate::domain::choice;
use crate::domain::heard::{Heard, Written};
use crate::domain::help::HelpLetter;
use crate::domain::id::PersonId;
use crate::domain::invite::{Invite, Token, Verdict, WRONG_LINKS, judge};
use crate::domain::join::{self, CONSENT, JoinAnswer, JoinLetter, Link, Many, News, Step, step};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Profile, Reach, Role, Standing};
use crate::domain::programme::{Programme, Question};
use crate::domain::whereabouts::{self, Clocks, Tapped, Typed};
use crate::domain::{age::Age, alias};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

pub use super::invite::{command as invite, first_link, new_invite};

/// Someone who is not in Lazo writes.
pub async fn stranger(tx: &mut Tx, house: &House, heard: &Heard, now: DateTime<Utc>) -> Result<()> {
    let letter = JoinLetter::Link(Link::None, Some(guess(house, heard)));
    tx.post(Post::answer(heard.chat, letter), now).await.map(drop)
}

/// Her app's language, or English.
fn guess(house: &House, heard: &Heard) -> Lang {
    house.words.negotiate(heard.app_language.as_deref().unwrap_or_default(), &Lang::source())
}

/// `/start`, with or without an invitation's token. It never starts anything over: it goes on where she is.
pub async fn start(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    payload: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let person = tx.person_in(heard.chat).await?;
    if person.as_ref().is_some_and(|person| person.reach != Reach::Reachable) {
        delivery::back(tx, heard.chat, now).await?;
    }
    if !payload.is_empty() {
        return opened(tx, house, heard, (person, payload), now).await;
    }
    match person {
        Some(person) => resume(tx, house, &person, now).await,
        None => stranger(tx, house, heard, now).await,
    }
}

/// A link was opened.
async fn opened(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (person, payload): (Option<Person>, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    let chat = heard.chat;
    let lang = person.is_none().then(|| guess(house, heard));
    let refused = |link| Post::answer(chat, JoinLetter::Link(link, lang));
    if tx.guesses(chat, now).await? >= WRONG_LINKS {
        return tx.post(refused(Link::Wait), now).await.map(drop);
    }
    let invite = tx.invited(&Token::opened(payload).hash()).await?;
    let link = match (judge(invite.as_ref(), person.as_ref(), now), invite, person) {
        (Verdict::Welcome, Some(invite), person) => {
            return welcome(tx, house, heard, (person, invite), now).await;
        }
        (Verdict::Promoted, Some(invite), Some(person)) => {
            tx.use_up(invite.id, person.id, now).await?;
            return super::setup::promoted(tx, house, person, now).await;
        }
        (Verdict::Member, _, Some(person)) => {
            tx.post(refused(Link::Member), now).await?;
            return if step(&person) == Step::Done { Ok(()) } else { ask(tx, house, &person, now).await };
        }
        (Verdict::OtherRole, ..) => Link::Role,
        (Verdict::Used, ..) => Link::Used,
        (Verdict::Wrong | Verdict::Welcome | Verdict::Promoted | Verdict::Member, ..) => Link::Wrong,
    };
    if link != Link::Role {
        tx.guessed(chat, now).await?;
    }
    tx.post(refused(link), now).await.map(drop)
}

/// Lets her in; whoever had left or was refused begins anew.
async fn welcome(
    tx: &mut Tx,
    house: &House,
    heard: &Heard,
    (before, invite): (Option<Person>, Invite),
    now: DateTime<Utc>,
) -> Result<()> {
    let programme = match invite.what.programme {
        Some(id) => id,
        None => tx.found(now).await?,
    };
    let programme = tx.programme(programme).await?;
    let languages = languages(house, &programme);
    let guess = guess(house, heard);
    let suggested = invite.what.alias.and_then(|name| alias::clean(&name).ok());
    let mut person = Person {
        id: before.as_ref().map_or(PersonId(0), |person| person.id),
        programme: programme.id,
        role: invite.what.role,
        chat: heard.chat,
        standing: Standing::Joining,
        reach: Reach::Reachable,
        lang: languages.iter().find(|it| **it == guess).or(languages.first()).cloned().unwrap_or(guess),
        alias: String::new(),
        zone: programme.zone,
        coordinator: invite.what.invited_by,
        file_number: invite.what.file_number,
        dialogue: None,
        profile: Profile { suggested, ..Profile::default() },
        paused_until: None,
        joined_at: now,
    };
    match before {
        Some(_) => tx.save(&person).await?,
        None => person.id = tx.admit(&person).await?,
    }
    tx.use_up(invite.id, person.id, now).await?;
    tx.audit(Some(person.id.0), "opened an invitation", Some(invite.id.0), now).await?;
    ask(tx, house, &person, now).await
}

/// The languages someone can choose: the programme's; all of them before it has chosen its own.
pub(super) fn languages(house: &House, programme: &Programme) -> Vec<Lang> {
    let chosen = programme.set_up || programme.answered.contains(&Question::Languages);
    let all = house.words.languages().into_iter().map(|language| language.lang);
    all.filter(|lang| !chosen || programme.languages.contains(lang)).collect()
}

/// Where she is, said once more.
pub async fn resume(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    match step(person) {
        Step::Done => super::help::at_home(tx, house, person, now).await,
        Step::Language | Step::Refused | Step::Young | Step::Guardian | Step::Left => {
            ask(tx, house, person, now).await
        }
        Step::Consent | Step::Age | Step::Alias | Step::Clock | Step::Many(_) => {
            tx.post(Post::answer(person.chat, JoinLetter::Resumed), now).await?;
            ask(tx, house, person, now).await
        }
    }
}

/// Asks what is asked at her step.
pub(super) async fn ask(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let letter = match step(person) {
        Step::Language => JoinLetter::Language(languages(house, &tx.programme(person.programme).await?)),
        Step::Consent => consent(tx, person).await?,
        Step::Refused => JoinLetter::Refused,
        Step::Age => JoinLetter::Age,
        Step::Young => JoinLetter::Young,
        Step::Guardian => JoinLetter::Guardian,
        Step::Alias => JoinLetter::Alias(person.profile.suggested.clone()),
        Step::Clock => JoinLetter::Clock(Clocks::near(tx.programme(person.programme).await?.zone, now)),
        Step::Many(what) => choose(house, person, what, false),
        Step::Left => JoinLetter::Link(Link::None, None),
        Step::Done => return Ok(()),
    };
    tx.post(Post::answer(person.chat, letter), now).await.map(drop)
}

async fn consent(tx: &mut Tx, person: &Person) -> Result<JoinLetter> {
    let programme = tx.programme(person.programme).await?;
    Ok(JoinLetter::Consent { role: person.role, new: programme.name.is_empty() })
}

fn choose(house: &House, person: &Person, what: Many, done: bool) -> JoinLetter {
    let chosen = &person.profile.picking;
    let from = match what {
        Many::Spoken => choice::among(house.words.spoken().iter().map(|(lang, _)| lang.as_str()), chosen),
        Many::Topics | Many::Availability => choice::among(join::options(what), chosen),
    };
    let from = if done { from.into_iter().filter(|it| it.on).collect() } else { from };
    JoinLetter::Choose { what, role: person.role, from, done }
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
        (Step::Alias | Step::Clock, None) => say(tx, person, HelpLetter::Words, now).await,
        (Step::Alias, Some(name)) => match alias::clean(name) {
            Ok(alias) => told(tx, house, Person { alias, ..person.clone() }, now).await,
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
        (Step::Refused | Step::Young | Step::Guardian | Step::Left, _) => ask(tx, house, person, now).await,
        (Step::Language | Step::Consent | Step::Age | Step::Many(_), _) => {
            say(tx, person, HelpLetter::Buttons, now).await?;
            ask(tx, house, person, now).await
        }
    }
}

async fn say(tx: &mut Tx, person: &Person, letter: impl Into<Letter>, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(person.chat, letter), now).await.map(drop)
}

fn living(person: &Person, zone: chrono_tz::Tz) -> Person {
    let mut person = person.clone();
    person.zone = zone;
    person.profile.zone_told = true;
    person
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, house: &House, press: &Press, answer: JoinAnswer) -> Result<Option<Letter>> {
    let mut person = press.person.clone();
    let now = press.now;
    if !answer.fits(step(&person)) {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    match answer {
        JoinAnswer::Language(lang) => {
            person.lang = lang;
            person.profile.language_chosen = true;
        }
        JoinAnswer::Accept => {
            person.profile.consent = Some(CONSENT);
            person.standing = Standing::Joining;
            tx.audit(Some(person.id.0), &format!("consent {CONSENT} accepted"), None, now).await?;
        }
        JoinAnswer::Refuse => return refuse(tx, house, person, now).await,
        JoinAnswer::ReadAgain => {
            let letter = consent(tx, &person).await?;
            return say(tx, &person, letter, now).await.map(|()| None);
        }
        JoinAnswer::Age(age) => {
            join::tell_age(&mut person, age);
            match age {
                Age::Under16 => tell(tx, &person, News::Young, now).await?,
                Age::Minor => tell(tx, &person, News::Guardian, now).await?,
                Age::Adult => {}
            }
        }
        JoinAnswer::TakeAlias => person.alias = person.profile.suggested.clone().unwrap_or_default(),
        JoinAnswer::Clock(Tapped::Zone(zone)) => person = living(&person, zone),
        JoinAnswer::Clock(Tapped::Page(page)) => {
            let programme = tx.programme(person.programme).await?;
            let clocks = JoinLetter::Clock(Clocks::page(programme.zone, page, now));
            return rewrite(tx, press, clocks).await.map(|()| None);
        }
        JoinAnswer::Pick { what, tag, on } => {
            person.profile.picking = choice::with(&person.profile.picking, &tag, on);
            tx.save(&person).await?;
            return rewrite(tx, press, choose(house, &person, what, false)).await.map(|()| None);
        }
        JoinAnswer::Picked(_) if person.profile.picking.is_empty() => {
            return Ok(Some(JoinLetter::ChooseOne.into()));
        }
        JoinAnswer::Picked(what) => {
            rewrite(tx, press, choose(house, &person, what, true)).await?;
            join::tell_many(&mut person, what);
        }
        JoinAnswer::Invite(_) | JoinAnswer::NoFileNumber(_) | JoinAnswer::Pair => {
            return super::invite::answer(tx, house, press, &answer).await;
        }
    }
    told(tx, house, person, now).await.map(|()| None)
}

/// Says something in place of the letter whose button was pressed.
pub(super) async fn rewrite(tx: &mut Tx, press: &Press, with: impl Into<Letter>) -> Result<()> {
    let rewrite = Op::Rewrite { of: press.root, with: with.into() };
    tx.post(Post::op(press.chat, Rank::Answer, rewrite), press.now).await.map(drop)
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

/// She told something: the next question, or all is told.
async fn told(tx: &mut Tx, house: &House, person: Person, now: DateTime<Utc>) -> Result<()> {
    if step(&person) != Step::Done {
        tx.save(&person).await?;
        return ask(tx, house, &person, now).await;
    }
    let person = Person { standing: Standing::Ready, ..person };
    tx.save(&person).await?;
    tx.post(Post::op(person.chat, Rank::Answer, Op::Commands), now).await?;
    if person.role == Role::Lead {
        return super::setup::leads(tx, house, &person, now).await;
    }
    say(tx, &person, JoinLetter::Ready(person.role), now).await?;
    tell(tx, &person, News::Ready, now).await
}

/// Whoever invited her hears how it went; if that is nobody, the first of the staff.
async fn tell(tx: &mut Tx, person: &Person, news: News, now: DateTime<Utc>) -> Result<()> {
    let staff = coordinator_of(tx, person).await?;
    let Some(staff) = tx.persons(staff.as_slice()).await?.pop() else { return Ok(()) };
    let own = Some(person.alias.clone()).filter(|alias| !alias.is_empty());
    let who = own.or(person.profile.suggested.clone()).or(person.file_number.clone());
    let letter = JoinLetter::Told { news, who, role: person.role };
    tx.post(Post::ranked(staff.chat, Rank::Prompt, letter), now).await.map(drop)
}
