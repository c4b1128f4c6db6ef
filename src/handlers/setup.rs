//! The lead's questions when a programme starts, and an account that takes the lead over.

use super::join::{languages, rewrite};
use super::press::Press;
use super::{House, departure};
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::id::ProgrammeId;
use crate::domain::join::JoinLetter;
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::programme::{Contact, Programme, Question};
use crate::domain::setup::{self, SetupAnswer, SetupLetter, Somebody};
use crate::domain::whereabouts::{self, Clocks, Tapped, Typed};
use crate::domain::zone::Tz;
use crate::domain::{alias, choice, helplines};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Most people a contact can be chosen from by a tap.
const PEOPLE: usize = 6;

/// She has joined as lead: of a new programme, or in place of whoever led it. A programme has one lead; the account
/// that led it before has no access any more, and all it looked after is hers.
pub(super) async fn leads(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme(person.programme).await?;
    let others: Vec<Person> =
        tx.leads(programme.id).await?.into_iter().filter(|lead| lead.id != person.id).collect();
    let first = others.is_empty() && !programme.set_up;
    for old in others {
        tx.hand_places(old.id, person.id).await?;
        departure::goes(tx, &old, person, now).await?;
        departure::commands(tx, &old, now).await?;
        tx.audit(Some(person.id.0), "replaced the lead", Some(old.id.0), now).await?;
        say(tx, &old, SetupLetter::Replaced(programme.name.clone()), now).await?;
    }
    let letter = if first { SetupLetter::Welcome } else { SetupLetter::Lead };
    say(tx, person, letter, now).await?;
    if programme.set_up { Ok(()) } else { ask(tx, house, person, &programme, now).await }
}

/// A coordinator takes the lead of her programme.
pub(super) async fn promoted(tx: &mut Tx, house: &House, person: Person, now: DateTime<Utc>) -> Result<()> {
    let person = Person { role: Role::Lead, ..person };
    tx.save(&person).await?;
    tx.post(Post::op(&person, Rank::Answer, Op::Commands), now).await?;
    leads(tx, house, &person, now).await
}

/// Nobody can be invited yet; the lead goes on with the questions.
pub(super) async fn unfinished(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<()> {
    let open = i64::try_from(programme.open().count()).unwrap_or(i64::MAX);
    say(tx, person, SetupLetter::Unfinished(open), now).await?;
    if person.role == Role::Lead { ask(tx, house, person, programme, now).await } else { Ok(()) }
}

/// `/helplines`: the lead says which help lines of the programme's own people can call from now on.
pub(super) async fn helplines(tx: &mut Tx, house: &House, lead: &Person, now: DateTime<Utc>) -> Result<()> {
    let mut programme = tx.programme(lead.programme).await?;
    if !programme.set_up {
        return unfinished(tx, house, lead, &programme, now).await;
    }
    programme.ask_again(Question::Helplines);
    tx.save_programme(&programme, now).await?;
    ask(tx, house, lead, &programme, now).await
}

/// Asks the first open question.
async fn ask(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    programme: &Programme,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(question) = programme.open().next() else { return Ok(()) };
    let letter = match question {
        Question::Name => SetupLetter::Name,
        Question::Languages => choose(house, lead, programme, false),
        Question::Language => SetupLetter::Language(programme.languages.clone()),
        Question::Zone => SetupLetter::Clock(Clocks::near(near(lead, programme), now)),
        Question::Rhythm => SetupLetter::Rhythm,
        Question::Helplines => SetupLetter::Helplines(programme.helplines.clone()),
        Question::First | Question::Second | Question::Outside => {
            SetupLetter::Contact { question, people: people(tx, lead, programme.id, question).await? }
        }
    };
    tx.await_from(lead.id, Some(&Dialogue::Setup)).await?;
    say(tx, lead, letter, now).await
}

fn choose(house: &House, lead: &Person, programme: &Programme, done: bool) -> SetupLetter {
    let all = languages(house, programme);
    let from = choice::among(all.iter().map(Lang::as_str), &lead.profile.picking);
    let from = if done { from.into_iter().filter(|it| it.on).collect() } else { from };
    SetupLetter::Languages { from, done }
}

/// The office is most likely where its lead is.
fn near(lead: &Person, programme: &Programme) -> Tz {
    if programme.answered.contains(&Question::Zone) { programme.zone } else { lead.zone }
}

/// Who can be tapped: for an emergency the lead and her coordinators; for cases about the lead, mentors.
async fn people(
    tx: &mut Tx,
    lead: &Person,
    programme: ProgrammeId,
    question: Question,
) -> Result<Vec<Somebody>> {
    let taken = tx.contacts(programme).await?;
    let all = match question {
        Question::Outside => tx.everyone(programme, Role::Mentor).await?,
        Question::First
        | Question::Second
        | Question::Name
        | Question::Languages
        | Question::Language
        | Question::Zone
        | Question::Rhythm
        | Question::Helplines => tx.staff(programme).await?,
    };
    let free = |person: &Person| !taken.iter().any(|(_, it)| *it == Contact::Person(person.id));
    let somebody = |person: Person| Somebody {
        person: person.id,
        alias: (person.id != lead.id).then_some(person.alias),
    };
    Ok(all.into_iter().filter(free).take(PEOPLE).map(somebody).collect())
}

async fn say(tx: &mut Tx, person: &Person, letter: impl Into<Letter>, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: SetupAnswer,
) -> Result<Option<Letter>> {
    let mut lead = press.person.clone();
    let mut programme = tx.programme(lead.programme).await?;
    let question = answer.question();
    let leads = lead.role == Role::Lead && lead.standing == Standing::Ready;
    if !leads || programme.open().next() != Some(question) {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    match answer {
        SetupAnswer::Pick { lang, on: true } if is_machine(house, &lang) => {
            rewrite(tx, press, SetupLetter::Beta(lang)).await?;
            return Ok(None);
        }
        SetupAnswer::Pick { lang, on } => {
            return pick(tx, house, press, (lang.as_str(), on)).await.map(|()| None);
        }
        SetupAnswer::Read(lang) => {
            let read = format!("somebody has read the consent and safety texts in {lang}");
            tx.audit(Some(lead.id.0), &read, Some(programme.id.0), press.now).await?;
            return pick(tx, house, press, (lang.as_str(), true)).await.map(|()| None);
        }
        SetupAnswer::NotRead => {
            rewrite(tx, press, choose(house, &lead, &programme, false)).await?;
            return Ok(None);
        }
        SetupAnswer::Picked if lead.profile.picking.is_empty() => {
            return Ok(Some(JoinLetter::ChooseOne.into()));
        }
        SetupAnswer::Picked => {
            rewrite(tx, press, choose(house, &lead, &programme, true)).await?;
            let chosen = std::mem::take(&mut lead.profile.picking);
            let all = languages(house, &programme).into_iter();
            programme.languages = all.filter(|it| chosen.iter().any(|tag| tag == it.as_str())).collect();
            tx.save(&lead).await?;
            if programme.languages.len() == 1 {
                programme.answer(Question::Language);
            }
        }
        SetupAnswer::Language(own) => {
            // The programme's own language stands first.
            programme.languages.sort_by_key(|lang| *lang != own);
        }
        SetupAnswer::Clock(Tapped::Page(page)) => {
            let clocks = Clocks::page(near(&lead, &programme), page, press.now);
            rewrite(tx, press, SetupLetter::Clock(clocks)).await?;
            return Ok(None);
        }
        SetupAnswer::Clock(Tapped::Zone(zone)) => programme.zone = zone,
        SetupAnswer::Rhythm(days) => programme.rhythm = days,
        SetupAnswer::KeepHelplines => {}
        SetupAnswer::DropHelplines => programme.helplines.clear(),
        SetupAnswer::Contact { person, .. } => {
            if !place(tx, &lead, question, &Contact::Person(person), press.now).await? {
                return Ok(None);
            }
            tx.post(Post::op(press.to(), Rank::Answer, Op::Clear { of: press.root }), press.now).await?;
        }
    }
    answered(tx, house, &lead, (programme, question), press.now).await.map(|()| None)
}

fn is_machine(house: &House, lang: &Lang) -> bool {
    house.words.languages().iter().any(|language| language.lang == *lang && language.machine)
}

async fn pick(tx: &mut Tx, house: &House, press: &Press, (tag, on): (&str, bool)) -> Result<()> {
    let mut lead = press.person.clone();
    lead.profile.picking = choice::with(&lead.profile.picking, tag, on);
    tx.save(&lead).await?;
    let programme = tx.programme(lead.programme).await?;
    rewrite(tx, press, choose(house, &lead, &programme, false)).await
}

/// Gives a contact its place; `false` if she has one already.
async fn place(
    tx: &mut Tx,
    lead: &Person,
    question: Question,
    contact: &Contact,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(position) = setup::position(question) else { return Ok(false) };
    if setup::is_taken(&tx.contacts(lead.programme).await?, position, contact) {
        say(tx, lead, SetupLetter::Same, now).await?;
        return Ok(false);
    }
    tx.set_contact(lead.programme, position, contact).await?;
    Ok(true)
}

/// The next question, or the programme is ready.
async fn answered(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    (mut programme, question): (Programme, Question),
    now: DateTime<Utc>,
) -> Result<()> {
    let changes = programme.set_up;
    programme.answer(question);
    tx.save_programme(&programme, now).await?;
    if !programme.set_up {
        return ask(tx, house, lead, &programme, now).await;
    }
    tx.await_from(lead.id, None).await?;
    if changes {
        tx.audit(Some(lead.id.0), "set the help lines", Some(programme.id.0), now).await?;
        return say(tx, lead, SetupLetter::HelplinesAre(programme.helplines), now).await;
    }
    tx.audit(Some(lead.id.0), "set the programme up", Some(programme.id.0), now).await?;
    say(tx, lead, SetupLetter::Ready, now).await
}

/// The lead types an answer.
pub async fn typed(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut programme = tx.programme(person.programme).await?;
    let question = programme.open().next().filter(|_| person.role == Role::Lead);
    let Some(question) = question else { return tx.await_from(person.id, None).await };
    let Some(text) = written.text.as_deref() else { return say(tx, person, HelpLetter::Words, now).await };
    match question {
        Question::Name => match alias::named(text, setup::NAME) {
            Ok(name) => programme.name = name,
            Err(why) => return say(tx, person, SetupLetter::NoName(why), now).await,
        },
        Question::Zone => match whereabouts::typed(text, near(person, &programme), now) {
            Typed::Zone(zone) => programme.zone = zone,
            Typed::Places(places) => return say(tx, person, SetupLetter::Clock(places), now).await,
            Typed::Unclear => return say(tx, person, JoinLetter::NoTime, now).await,
        },
        Question::First | Question::Second | Question::Outside => {
            let words = alias::line(text, setup::CONTACT).ok().filter(|it| alias::has_phone_number(it));
            let Some(words) = words else { return say(tx, person, SetupLetter::NoPhone, now).await };
            if !place(tx, person, question, &Contact::Words(words), now).await? {
                return Ok(());
            }
        }
        Question::Helplines => match helplines::read(text) {
            Some(lines) => programme.helplines = lines,
            None => return say(tx, person, SetupLetter::NoHelplines, now).await,
        },
        Question::Languages | Question::Language | Question::Rhythm => {
            say(tx, person, HelpLetter::Buttons, now).await?;
            return ask(tx, house, person, &programme, now).await;
        }
    }
    answered(tx, house, person, (programme, question), now).await
}
