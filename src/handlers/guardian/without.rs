//! Somebody of 16 or 17 goes on without a paper: the lead decides, a second of the team confirms, and after 90 days they
//! are asked again. Where there is nobody else, the lead alone, asked again on the next working day.

use super::{goes_on, lacks_paper, looks_after, may, stale, tell};
use crate::domain::case::CaseKind;
use crate::domain::dialogue::Dialogue;
use crate::domain::guardian::{DAYS_TO_SPEAK, Ground, GuardianLetter, Second, Without};
use crate::domain::id::PersonId;
use crate::domain::join::JoinLetter;
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::listed::Who;
use crate::domain::person::{Person, Role, Standing};
use crate::domain::quiet::QuietHours;
use crate::domain::steps::{Step, step};
use crate::domain::wall;
use crate::handlers::press::Press;
use crate::handlers::{House, cases, supervised};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, NaiveDate, Utc};

/// The lead wants to let somebody go on without a paper: why?
pub(super) async fn why(tx: &mut Tx, press: &Press, id: PersonId) -> Result<Option<Letter>> {
    let lead = press.person.role == Role::Lead;
    let Some(young) = lacks_paper(tx, &press.person, id).await?.filter(|_| lead) else {
        return Ok(Some(stale()));
    };
    let letter = if supervised::has_reader(tx, young.programme, &[young.chat]).await? {
        GuardianLetter::Why(Who::from(&young))
    } else {
        GuardianLetter::NoReader
    };
    tx.post(Post::answer(press.to(), letter), press.now).await.map(|_| None)
}

/// The lead decides. Everybody else of the team is asked to confirm it.
pub(super) async fn decide(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (id, ground): (PersonId, Ground),
) -> Result<Option<GuardianLetter>> {
    let (me, now) = (&press.person, press.now);
    let found = lacks_paper(tx, me, id).await?.filter(|_| me.role == Role::Lead);
    let Some(mut young) = found else { return Ok(None) };
    if !supervised::has_reader(tx, young.programme, &[young.chat]).await? {
        return Ok(Some(GuardianLetter::NoReader));
    }
    let mut others = tx.staff(me.programme).await?;
    others.retain(|it| it.chat != me.chat && it.chat != young.chat);
    let alone = others.is_empty();
    let second = if alone { Second::Alone { again: false } } else { Second::Asked };
    let on = today(tx, me, now).await?;
    let before = young.profile.without.take().filter(|_| !alone).and_then(Without::holding).map(Box::new);
    let goes_on = alone || before.is_some();
    young.profile.without = Some(Without { ground, by: me.id, on, second, goes_on, before });
    tx.save(&young).await?;
    let what = format!("without a paper: {}", ground.as_str());
    tx.audit(Some(me.id.0), &what, Some(id.0), now).await?;
    let who = Who::from(&young);
    if alone {
        let holidays = tx.programme(me.programme).await?.holidays.into_iter().collect();
        let again = wall::next_working_digest(me.zone, now, &holidays);
        tx.wake(Alarm::Paper, id.0, again).await?;
        cases::arm_digest(tx, me, now).await?;
        admits(tx, house, (young, me.id), now).await?;
        return Ok(Some(GuardianLetter::Alone(who)));
    }
    let ask = |_: &Person| GuardianLetter::Second { who: who.clone(), ground, by: me.alias.clone() };
    tell(tx, &others, ask, now).await?;
    Ok(Some(GuardianLetter::AskedSecond(who)))
}

/// Another of the team agrees, or not.
pub(super) async fn second(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (id, agreed): (PersonId, bool),
) -> Result<Option<GuardianLetter>> {
    let (me, now) = (&press.person, press.now);
    let Some(mut young) = lacks_second(tx, me, id).await? else { return Ok(None) };
    let Some(mut without) = young.profile.without.take() else { return Ok(None) };
    let who = Who::from(&young);
    let decided = tx.persons(&[without.by]).await?;
    if !agreed {
        // What went on before goes on, and the case with it, until there is another decision.
        young.profile.without = without.holding();
        tx.save(&young).await?;
        tx.audit(Some(me.id.0), "without a paper: not confirmed", Some(id.0), now).await?;
        let told = |_: &Person| GuardianLetter::NotAgreed { who: who.clone(), by: me.alias.clone() };
        tell(tx, &decided, told, now).await?;
        return Ok(Some(GuardianLetter::SaidNo(who)));
    }
    without.second = Second::Given(me.id);
    without.goes_on = true;
    without.before = None;
    let ten = wall::instant(young.zone, without.ends().and_time(wall::DIGEST_HOUR));
    tx.wake(Alarm::Paper, id.0, ten).await?;
    young.profile.without = Some(without);
    tx.save(&young).await?;
    tx.audit(Some(me.id.0), "without a paper: confirmed", Some(id.0), now).await?;
    admits(tx, house, (young, me.id), now).await?;
    tell(tx, &decided, |_| GuardianLetter::Recorded(who.clone()), now).await?;
    Ok(Some(GuardianLetter::Recorded(who)))
}

/// Somebody for whom another of the team has decided and a second is asked; whoever decided is no second.
async fn lacks_second(tx: &mut Tx, me: &Person, id: PersonId) -> Result<Option<Person>> {
    let Some(young) = lacks_paper(tx, me, id).await? else { return Ok(None) };
    let Some(without) = young.profile.without.as_ref().filter(|it| it.second == Second::Asked) else {
        return Ok(None);
    };
    let decided = tx.person(without.by).await?.map(|it| it.chat);
    Ok(Some(young).filter(|_| decided != Some(me.chat)))
}

/// The lead says that it is still right: once more after 90 days, or as the only one of her team.
pub(super) async fn still(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    id: PersonId,
) -> Result<Option<GuardianLetter>> {
    let me = &press.person;
    let found = lacks_paper(tx, me, id).await?.filter(|_| me.role == Role::Lead);
    let Some(young) = found else { return Ok(None) };
    let Some(without) = &young.profile.without else { return Ok(None) };
    let alone = matches!(without.second, Second::Alone { .. });
    if alone && today(tx, me, press.now).await? < without.ends() {
        tx.audit(Some(me.id.0), "without a paper: still right", Some(id.0), press.now).await?;
        return Ok(Some(GuardianLetter::StillRight(Who::from(&young))));
    }
    decide(tx, house, press, (id, without.ground)).await
}

async fn today(tx: &mut Tx, me: &Person, now: DateTime<Utc>) -> Result<NaiveDate> {
    Ok(wall::date(tx.programme(me.programme).await?.zone, now))
}

/// It is decided: whoever waited goes on, and the lead's case is closed.
async fn admits(
    tx: &mut Tx,
    house: &House,
    (mut young, by): (Person, PersonId),
    now: DateTime<Utc>,
) -> Result<()> {
    cases::decided(tx, (young.id, CaseKind::Guardian), Some(by), now).await?;
    if young.standing != Standing::AwaitingGuardian {
        return Ok(());
    }
    young.standing = Standing::Joining;
    tx.save(&young).await?;
    goes_on(tx, house, &young, now).await
}

/// Looks at people under 18 whom nobody has signed for: who waits must have been asked, and a decision must be looked at
/// again.
pub async fn look(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    let quiet = QuietHours::default();
    for person in tx.persons(&ids).await? {
        if quiet.is_quiet(person.zone, now) {
            tx.wake(Alarm::Paper, person.id.0, quiet.next_open(person.zone, now)).await?;
            continue;
        }
        match step(&person) {
            Step::Alias if person.standing == Standing::AwaitingGuardian => {
                nameless(tx, &person, now).await?;
            }
            Step::Speak if person.profile.speak_asked => may::without_yes(tx, &person, now).await?,
            Step::Speak => {
                let letters: [Letter; 2] = [JoinLetter::Guardian.into(), GuardianLetter::May.into()];
                let posts = letters.map(|letter| Post::ranked(&person, Rank::Prompt, letter));
                tx.post_all(&posts, now).await?;
                may::asked(tx, &person, now).await?;
            }
            Step::Language
            | Step::Consent
            | Step::Refused
            | Step::Alias
            | Step::Age
            | Step::Young
            | Step::Doubted
            | Step::Guardian
            | Step::Eighteen
            | Step::Clock
            | Step::Many(_)
            | Step::Done
            | Step::Left => decided(tx, person, now).await?,
        }
    }
    Ok(())
}

/// She waits since a version that did not ask for her name first.
async fn nameless(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if person.dialogue == Some(Dialogue::Join) {
        return may::without_yes(tx, person, now).await;
    }
    let name = JoinLetter::Alias(person.profile.suggested.clone());
    tx.post(Post::ranked(person, Rank::Prompt, name), now).await?;
    tx.await_from(person.id, Some(&Dialogue::Join)).await?;
    let due = wall::days_later(person.zone, now, DAYS_TO_SPEAK, wall::DIGEST_HOUR);
    tx.wake(Alarm::Paper, person.id.0, due).await
}

/// A decision without a paper is looked at again.
async fn decided(tx: &mut Tx, mut person: Person, now: DateTime<Utc>) -> Result<()> {
    let open = person.is_minor() && person.profile.guardian.is_none() && person.standing != Standing::Left;
    let Some(without) = person.profile.without.clone().filter(|it| open && it.goes_on) else {
        return Ok(());
    };
    let leads = tx.leads(person.programme).await?;
    let leads: Vec<Person> = leads.into_iter().filter(|it| looks_after(it, &person)).collect();
    let ask = |_: &Person| GuardianLetter::Still { who: Who::from(&person), ground: without.ground };
    let ends = wall::instant(person.zone, without.ends().and_time(wall::DIGEST_HOUR));
    if now < ends {
        tx.wake(Alarm::Paper, person.id.0, ends).await?;
        if without.second == (Second::Alone { again: false }) {
            tell(tx, &leads, ask, now).await?;
            let second = Second::Alone { again: true };
            person.profile.without = Some(Without { second, ..without });
            tx.save(&person).await?;
        }
        return Ok(());
    }
    may::open_case(tx, &person, now).await?;
    tell(tx, &leads, ask, now).await
}
