//! How each question is asked, and what stands as its answer.

use crate::domain::choice;
use crate::domain::dialogue::Dialogue;
use crate::domain::id::ProgrammeId;
use crate::domain::lang::Lang;
use crate::domain::person::{Person, Role, Standing};
use crate::domain::programme::{Contact, Programme, Question};
use crate::domain::setup::{self, Answered, Given, SetupLetter, Somebody};
use crate::domain::whereabouts::Clocks;
use crate::domain::zone::Tz;
use crate::handlers::House;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Most people a contact can be chosen from by a tap.
const PEOPLE: usize = 6;
/// Before the name of the question that is asked again, in what the bot waits for.
const AGAIN: &str = "setup:";

/// The question whose answer the bot waits for, from this lead.
pub(super) fn current(lead: &Person, programme: &Programme) -> Option<Question> {
    corrected(lead).or_else(|| programme.open().next().filter(|_| !programme.set_up))
}

/// The question that she chose to answer again.
pub(super) fn corrected(lead: &Person) -> Option<Question> {
    let Some(Dialogue::Reason { what, .. }) = &lead.dialogue else { return None };
    // Versions before wrote an hour behind it.
    Question::parse(what.strip_prefix(AGAIN)?.split(':').next()?)
}

/// Asks a question of a programme that starts; but for the first there is a way back to the one before.
pub(super) async fn asks(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    (programme, question): (&Programme, Question),
    now: DateTime<Utc>,
) -> Result<SetupLetter> {
    tx.await_from(lead.id, Some(&Dialogue::Setup)).await?;
    let letter = question_of(tx, house, lead, (programme, question), now).await?;
    Ok(if programme.before(question).is_some() { back(question, letter) } else { letter })
}

/// Asks again what is answered already; back is where she chose it.
pub(super) async fn corrects(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    (programme, question): (&Programme, Question),
    now: DateTime<Utc>,
) -> Result<SetupLetter> {
    let lead = ticks(tx, lead, (programme, question)).await?;
    once_more(tx, house, &lead, (programme, question), now).await
}

/// Asks once more what she is about to change: what she has tapped so far stays.
pub(super) async fn once_more(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    (programme, question): (&Programme, Question),
    now: DateTime<Utc>,
) -> Result<SetupLetter> {
    let what = format!("{AGAIN}{}", question.as_str());
    tx.await_from(lead.id, Some(&Dialogue::typed(what, now))).await?;
    Ok(back(question, question_of(tx, house, lead, (programme, question), now).await?))
}

/// Where one of several things is chosen, those are ticked that were chosen before. Gives her as she is then.
pub(super) async fn ticks(
    tx: &mut Tx,
    lead: &Person,
    (programme, question): (&Programme, Question),
) -> Result<Person> {
    let mut lead = lead.clone();
    if question == Question::Languages {
        lead.profile.picking = programme.languages.iter().map(|lang| lang.as_str().to_owned()).collect();
        tx.save(&lead).await?;
    }
    Ok(lead)
}

/// The same question in another state, with its way back if it has one.
pub(super) fn still(lead: &Person, programme: &Programme, letter: SetupLetter) -> SetupLetter {
    let has_way = |it: &Question| corrected(lead).is_some() || programme.before(*it).is_some();
    match current(lead, programme).filter(has_way) {
        Some(question) if !matches!(letter, SetupLetter::Numbers(_)) => back(question, letter),
        Some(_) | None => letter,
    }
}

fn back(question: Question, letter: SetupLetter) -> SetupLetter {
    SetupLetter::Asked { question, letter: Box::new(letter) }
}

async fn question_of(
    tx: &mut Tx,
    house: &House,
    lead: &Person,
    (programme, question): (&Programme, Question),
    now: DateTime<Utc>,
) -> Result<SetupLetter> {
    Ok(match question {
        Question::Name => SetupLetter::Name,
        Question::Languages => choose(house, lead, false),
        Question::Language => SetupLetter::Language(programme.languages.clone()),
        Question::Zone => SetupLetter::Clock(Clocks::near(near(lead, programme), now)),
        Question::Country => SetupLetter::Country,
        Question::Rhythm => SetupLetter::Rhythm,
        Question::OnCall => SetupLetter::OnCall(programme.on_call),
        Question::Responsible => SetupLetter::Responsible,
        Question::Helplines => SetupLetter::Helplines(programme.helplines.clone()),
        Question::First | Question::Second | Question::Outside => {
            SetupLetter::Contact { question, people: people(tx, lead, programme.id, question).await? }
        }
    })
}

/// Every language that there is.
pub(super) fn every_language(house: &House) -> Vec<Lang> {
    house.words.languages().into_iter().map(|language| language.lang).collect()
}

/// The languages to choose from; `done`: those that were chosen.
pub(super) fn choose(house: &House, lead: &Person, done: bool) -> SetupLetter {
    let all = every_language(house);
    let from = choice::among(all.iter().map(Lang::as_str), &lead.profile.picking);
    let from = if done { from.into_iter().filter(|it| it.on).collect() } else { from };
    SetupLetter::Languages { from, done }
}

/// The office is most likely where its lead is.
pub(super) fn near(lead: &Person, programme: &Programme) -> Tz {
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
    let all = if question == Question::Outside {
        tx.everyone(programme, Role::Mentor).await?
    } else {
        tx.staff(programme).await?
    };
    let free = |person: &Person| !taken.iter().any(|(_, it)| *it == Contact::Person(person.id));
    Ok(all.into_iter().filter(free).take(PEOPLE).map(|it| somebody(lead, it)).collect())
}

fn somebody(lead: &Person, person: Person) -> Somebody {
    Somebody { person: person.id, alias: (person.id != lead.id).then_some(person.alias) }
}

/// Every question with its answer. What was not asked has none.
pub(in crate::handlers) async fn answers(
    tx: &mut Tx,
    lead: &Person,
    programme: &Programme,
) -> Result<Vec<Answered>> {
    let mut contacts = Vec::new();
    for (position, contact) in tx.contacts(programme.id).await? {
        let given = match contact {
            Contact::Words(words) => Given::Words(words),
            Contact::Person(id) => match tx.person(id).await? {
                Some(person) if person.standing != Standing::Left => Given::Somebody(somebody(lead, person)),
                Some(_) | None => Given::Nothing,
            },
        };
        contacts.push((position, given));
    }
    let asked = |it: &Question| *it != Question::Language || programme.languages.len() > 1;
    let all = Question::ALL.iter().copied().filter(asked);
    Ok(all.map(|question| Answered { question, given: given(programme, question, &contacts) }).collect())
}

fn given(programme: &Programme, question: Question, contacts: &[(i64, Given)]) -> Given {
    match question {
        Question::Name => Given::Words(programme.name.clone()),
        Question::Languages => Given::Languages(programme.languages.clone()),
        Question::Language => Given::Languages(programme.languages.iter().take(1).cloned().collect()),
        Question::Zone => Given::Zone(programme.zone),
        Question::Country if programme.answered.contains(&question) => Given::Country(programme.country),
        Question::Rhythm => Given::Days(programme.rhythm),
        Question::OnCall => Given::Hours(programme.on_call, programme.zone),
        Question::Responsible => programme.responsible.clone().map_or(Given::Nothing, Given::Words),
        Question::Helplines => Given::Lines(programme.helplines.clone()),
        Question::First | Question::Second | Question::Outside => {
            let place = setup::position(question);
            let it = contacts.iter().find(|(position, _)| Some(*position) == place);
            it.map_or(Given::Nothing, |(_, given)| given.clone())
        }
        Question::Country => Given::Nothing,
    }
}
