//! What a lead answers: tapped or typed, when the programme starts or later.

use super::asking::{choose, current, every_language, near, still};
use super::{asking, goes_on, next, say};
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::join::JoinLetter;
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::programme::{Contact, Programme, Question};
use crate::domain::setup::{self, SetupAnswer, SetupLetter};
use crate::domain::whereabouts::{self, Clocks, Tapped, Typed};
use crate::domain::{alias, choice, helplines, on_call};
use crate::handlers::House;
use crate::handlers::cases;
use crate::handlers::join::rewrite;
use crate::handlers::press::Press;
use crate::handlers::upkeep;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: SetupAnswer,
) -> Result<Option<Letter>> {
    let lead = &press.person;
    let programme = tx.programme(lead.programme).await?;
    if lead.role != Role::Lead || lead.standing != Standing::Ready || !counts(lead, &programme, &answer) {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    if let SetupAnswer::Change(question) = answer {
        let letter = asking::corrects(tx, house, lead, (&programme, question), press.now).await?;
        rewrite(tx, press, letter).await?;
    } else if let SetupAnswer::Back(question) = answer {
        back(tx, house, press, (programme, question)).await?;
    } else if answer == SetupAnswer::Ready {
        ready(tx, press, programme).await?;
    } else if answer == SetupAnswer::Picked && lead.profile.picking.is_empty() {
        return Ok(Some(JoinLetter::ChooseOne.into()));
    } else if let Some(shown) = shows(tx, house, press, (&programme, &answer)).await? {
        rewrite(tx, press, still(lead, &programme, shown)).await?;
    } else {
        takes(tx, house, press, (programme, answer)).await?;
    }
    Ok(None)
}

/// A question of the set-up is asked again, in the place of what was pressed.
pub(in crate::handlers) async fn again(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    question: Question,
) -> Result<Option<Letter>> {
    answer(tx, house, press, SetupAnswer::Change(question)).await
}

/// Whether an answer is one to what is asked now. A press on a question that was answered long ago changes nothing.
fn counts(lead: &Person, programme: &Programme, answer: &SetupAnswer) -> bool {
    let all = programme.set_up || programme.open().next().is_none();
    if matches!(answer, SetupAnswer::Change(_)) {
        return all;
    }
    if *answer == SetupAnswer::Ready {
        return all && !programme.set_up;
    }
    answer.question() == current(lead, programme)
}

/// What an answer shows that decides nothing yet.
async fn shows(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (programme, answer): (&Programme, &SetupAnswer),
) -> Result<Option<SetupLetter>> {
    let lead = &press.person;
    Ok(Some(match answer {
        SetupAnswer::Pick { lang, on: true } if is_machine(house, lang) => SetupLetter::Beta(lang.clone()),
        SetupAnswer::Pick { lang, on } => pick(tx, house, press, (lang.as_str(), *on)).await?,
        SetupAnswer::Read(lang) => {
            let read = format!("somebody has read the consent and safety texts in {lang}");
            tx.audit(Some(lead.id.0), &read, Some(programme.id.0), press.now).await?;
            pick(tx, house, press, (lang.as_str(), true)).await?
        }
        SetupAnswer::NotRead => choose(house, lead, false),
        SetupAnswer::Clock(Tapped::Page(page)) => {
            SetupLetter::Clock(Clocks::page(near(lead, programme), *page, press.now))
        }
        SetupAnswer::Country(Some(country)) => SetupLetter::Numbers(*country),
        SetupAnswer::Countries => SetupLetter::Country,
        SetupAnswer::Picked
        | SetupAnswer::Language(_)
        | SetupAnswer::Clock(Tapped::Zone(_))
        | SetupAnswer::Country(None)
        | SetupAnswer::Confirm(_)
        | SetupAnswer::Rhythm(_)
        | SetupAnswer::OnCall(_)
        | SetupAnswer::Back(_)
        | SetupAnswer::Change(_)
        | SetupAnswer::Ready
        | SetupAnswer::Contact { .. }
        | SetupAnswer::KeepHelplines
        | SetupAnswer::DropHelplines => return Ok(None),
    }))
}

fn is_machine(house: &House, lang: &Lang) -> bool {
    house.words.languages().iter().any(|language| language.lang == *lang && language.machine)
}

async fn pick(tx: &mut Tx, house: &House, press: &Press, (tag, on): (&str, bool)) -> Result<SetupLetter> {
    let mut lead = press.person.clone();
    lead.profile.picking = choice::with(&lead.profile.picking, tag, on);
    tx.save(&lead).await?;
    Ok(choose(house, &lead, false))
}

/// An answer that decides.
async fn takes(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (mut programme, answer): (Programme, SetupAnswer),
) -> Result<()> {
    let mut lead = press.person.clone();
    let Some(question) = answer.question() else { return Ok(()) };
    match answer {
        SetupAnswer::Picked => {
            rewrite(tx, press, choose(house, &lead, true)).await?;
            let chosen = std::mem::take(&mut lead.profile.picking);
            let (all, own) = (every_language(house).into_iter(), programme.languages.first().cloned());
            programme.languages = all.filter(|it| chosen.iter().any(|tag| tag == it.as_str())).collect();
            // The team's own stays so, if it is still among them.
            programme.languages.sort_by_key(|lang| Some(lang) != own.as_ref());
            tx.save(&lead).await?;
        }
        // The programme's own language stands first.
        SetupAnswer::Language(own) => programme.languages.sort_by_key(|lang| *lang != own),
        SetupAnswer::Clock(Tapped::Zone(zone)) => programme.zone = zone,
        SetupAnswer::Confirm(country) => programme.country = Some(country),
        SetupAnswer::Country(country) => programme.country = country,
        SetupAnswer::Rhythm(days) => programme.rhythm = days,
        SetupAnswer::OnCall(hours) => programme.on_call = hours,
        SetupAnswer::DropHelplines => programme.helplines.clear(),
        SetupAnswer::Contact { person, .. } => {
            if !place(tx, &lead, question, &Contact::Person(person), press.now).await? {
                return Ok(());
            }
        }
        SetupAnswer::KeepHelplines
        | SetupAnswer::Pick { .. }
        | SetupAnswer::Read(_)
        | SetupAnswer::NotRead
        | SetupAnswer::Clock(Tapped::Page(_))
        | SetupAnswer::Countries
        | SetupAnswer::Back(_)
        | SetupAnswer::Change(_)
        | SetupAnswer::Ready => {}
    }
    answered(tx, house, &lead, (programme, question, Some(press)), press.now).await
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
    let contacts = tx.contacts(lead.programme).await?;
    if setup::is_taken(&contacts, position, contact) {
        say(tx, lead, SetupLetter::Same, now).await?;
        return Ok(false);
    }
    tx.set_contact(lead.programme, position, contact).await?;
    let before = contacts.iter().find(|(at, it)| *at == position && it != contact);
    if let Some((_, Contact::Person(id))) = before
        && let Some(before) = tx.person(*id).await?
    {
        cases::is_replaced(tx, &before, now).await?;
    }
    Ok(true)
}

/// A question is answered. In a programme that starts the next follows; what was corrected stands among all the others, in
/// the place of the question if that was tapped.
async fn answered(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    (mut programme, question, press): (Programme, Question, Option<&Press>),
    now: DateTime<Utc>,
) -> Result<()> {
    let corrects = asking::corrected(lead).is_some();
    programme.answer(question);
    tx.save_programme(&programme, now).await?;
    if programme.set_up {
        let fact = format!("changed the programme: {}", question.as_str());
        tx.audit(Some(lead.id.0), &fact, Some(programme.id.0), now).await?;
        if question == Question::Helplines {
            say(tx, lead, SetupLetter::HelplinesAre(programme.helplines.clone()), now).await?;
        }
    }
    let letter = next(tx, house, lead, &programme, now).await?;
    match press {
        Some(press) if corrects => rewrite(tx, press, letter).await,
        Some(press) => {
            if !tx.rewrote(press.root) {
                tx.post(Post::op(press.to(), Rank::Answer, Op::Clear { of: press.root }), now).await?;
            }
            say(tx, lead, letter, now).await
        }
        None => say(tx, lead, letter, now).await,
    }
}

/// Back: to the question before, or to all the answers where this one was chosen.
async fn back(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (mut programme, question): (Programme, Question),
) -> Result<()> {
    let mut lead = press.person.clone();
    if asking::corrected(&lead).is_some() {
        // Half of a choice is none.
        lead.profile.picking.clear();
        tx.save(&lead).await?;
    } else {
        let Some(before) = programme.before(question) else { return Ok(()) };
        programme.ask_again(before);
        tx.save_programme(&programme, press.now).await?;
        lead = asking::ticks(tx, &lead, (&programme, before)).await?;
    }
    let letter = next(tx, house, &lead, &programme, press.now).await?;
    rewrite(tx, press, letter).await
}

/// All answers are right.
async fn ready(tx: &mut Tx, press: &Press, mut programme: Programme) -> Result<()> {
    programme.set_up = true;
    tx.save_programme(&programme, press.now).await?;
    tx.audit(Some(press.person.id.0), "set the programme up", Some(programme.id.0), press.now).await?;
    tx.post(Post::op(press.to(), Rank::Answer, Op::Clear { of: press.root }), press.now).await?;
    upkeep::holds_from(tx, &programme, press.now).await?;
    say(tx, &press.person, SetupLetter::Ready, press.now).await?;
    upkeep::offer(tx, &press.person, press.now).await
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
    let question = current(person, &programme).filter(|_| person.role == Role::Lead);
    let Some(question) = question else { return tx.await_from(person.id, None).await };
    let Some(text) = written.text.as_deref() else { return say(tx, person, HelpLetter::Words, now).await };
    match question {
        Question::Name => match alias::named(text, setup::NAME) {
            Ok(name) if name.chars().any(char::is_alphabetic) => programme.name = name,
            Ok(_) => return say(tx, person, SetupLetter::NoName(alias::Refusal::Empty), now).await,
            Err(why) => return say(tx, person, SetupLetter::NoName(why), now).await,
        },
        Question::Zone => match whereabouts::typed(text, near(person, &programme), now) {
            Typed::Zone(zone) => programme.zone = zone,
            Typed::Places(places) => {
                let places = still(person, &programme, SetupLetter::Clock(places));
                return say(tx, person, places, now).await;
            }
            Typed::Unclear => return say(tx, person, JoinLetter::NoTime, now).await,
        },
        Question::First | Question::Second | Question::Outside => {
            let words = alias::line(text, setup::CONTACT).ok().filter(|it| alias::has_phone_number(it));
            let Some(words) = words else { return say(tx, person, SetupLetter::NoPhone, now).await };
            if !place(tx, person, question, &Contact::Words(words), now).await? {
                return Ok(());
            }
        }
        Question::Responsible => {
            let line = alias::line(text, setup::RESPONSIBLE).ok().filter(|it| setup::says_how_to_write(it));
            let Some(line) = line else { return say(tx, person, SetupLetter::NoAddress, now).await };
            programme.responsible = Some(line);
        }
        Question::Helplines => match helplines::read(text) {
            Some(lines) => programme.helplines = lines,
            None => return say(tx, person, SetupLetter::NoHelplines, now).await,
        },
        Question::OnCall => {
            let days = on_call::typed(text).map(|(from, to)| SetupLetter::Days { from, to });
            let letter = days.map_or(SetupLetter::NoHours, |days| still(person, &programme, days));
            return say(tx, person, letter, now).await;
        }
        Question::Languages | Question::Language | Question::Country | Question::Rhythm => {
            return buttons(tx, house, person, (&programme, question), now).await;
        }
    }
    answered(tx, house, person, (programme, question, None), now).await
}

/// What can only be tapped is asked anew.
async fn buttons(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    (programme, question): (&Programme, Question),
    now: DateTime<Utc>,
) -> Result<()> {
    say(tx, lead, HelpLetter::Buttons, now).await?;
    if asking::corrected(lead).is_some() {
        let letter = asking::once_more(tx, house, lead, (programme, question), now).await?;
        return say(tx, lead, letter, now).await;
    }
    goes_on(tx, house, lead, programme, now).await
}
