//! Somebody who is 16 or 17: a coordinator records her guardian's consent, she goes on, and at 18 she is asked herself.

use super::press::Press;
use super::{House, join, morning, supervised};
use crate::domain::alias;
use crate::domain::dialogue::Dialogue;
use crate::domain::guardian::{
    DAYS_FOR_ANSWER, Guardian, GuardianAnswer, GuardianLetter, Of18, ROLE, can_turn, month_of, surely_18,
    typed_day, typed_month,
};
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::id::{LetterId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::Who;
use crate::domain::person::{Person, Standing};
use crate::domain::quiet::QuietHours;
use crate::domain::steps::{CONSENT, Step, is_open};
use crate::domain::wall;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// How long what a coordinator types is taken for an answer.
const MINUTES: i64 = 30;

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: GuardianAnswer,
) -> Result<Option<Letter>> {
    let me = &press.person;
    let letter = match answer {
        GuardianAnswer::Role(id, role) => match waiting(tx, me, id).await? {
            Some(who) => day(tx, me, (&who, role), press.now).await?,
            None => return Ok(Some(stale())),
        },
        GuardianAnswer::Day(id, role, on) => match waiting(tx, me, id).await? {
            Some(who) => paper(tx, me, (&who, role, on)).await?,
            None => return Ok(Some(stale())),
        },
        GuardianAnswer::Paper(id, guardian) => match waiting(tx, me, id).await? {
            Some(young) => admit(tx, house, press, (young, guardian)).await?,
            None => return Ok(Some(stale())),
        },
        GuardianAnswer::Cancel => {
            forget(tx, me).await?;
            GuardianLetter::Cancelled
        }
        GuardianAnswer::Page(page) if is_open(me, Step::Eighteen) => {
            GuardianLetter::When { from: this_month(me, press.now), page, again: false }
        }
        GuardianAnswer::Month(month) if is_open(me, Step::Eighteen) => {
            return turns(tx, house, me, month, press.now).await.map(|()| None);
        }
        GuardianAnswer::Own(agreed) if me.is_minor() => own(tx, me, agreed, press.now).await?,
        GuardianAnswer::Supervision(pair) => return supervised::about(tx, press, pair).await,
        GuardianAnswer::Page(_) | GuardianAnswer::Month(_) | GuardianAnswer::Own(_) => {
            return Ok(Some(stale()));
        }
    };
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}

fn stale() -> Letter {
    HelpLetter::Stale.into()
}

/// Somebody of this member of the team's programme who waits for her guardian.
async fn waiting(tx: &mut Tx, me: &Person, id: PersonId) -> Result<Option<Person>> {
    let staff = me.role.is_staff() && me.standing == Standing::Ready;
    let waits = |it: &Person| it.programme == me.programme && it.standing == Standing::AwaitingGuardian;
    Ok(tx.person(id).await?.filter(|it| staff && waits(it)))
}

/// A coordinator records a guardian's consent: first who has signed.
pub(super) async fn record(tx: &mut Tx, press: &Press, id: PersonId) -> Result<Option<Letter>> {
    let Some(young) = waiting(tx, &press.person, id).await? else { return Ok(Some(stale())) };
    let letter = if supervised::has_reader(tx, young.programme, &[young.chat]).await? {
        expect(tx, &press.person, id, None, press.now).await?;
        GuardianLetter::Role(Who::from(&young))
    } else {
        GuardianLetter::NoReader
    };
    tx.post(Post::answer(press.to(), letter), press.now).await?;
    Ok(None)
}

/// What she types next is the role, or with a role the date.
async fn expect(
    tx: &mut Tx,
    me: &Person,
    id: PersonId,
    role: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let until = (now + TimeDelta::minutes(MINUTES)).timestamp();
    let what = format!("guardian:{id}:{until}:{}", role.unwrap_or_default());
    tx.await_from(me.id, Some(&Dialogue::Reason { what })).await
}

async fn forget(tx: &mut Tx, me: &Person) -> Result<()> {
    match &me.dialogue {
        Some(Dialogue::Reason { what }) if what.starts_with("guardian:") => tx.await_from(me.id, None).await,
        Some(_) | None => Ok(()),
    }
}

async fn today(tx: &mut Tx, me: &Person, now: DateTime<Utc>) -> Result<NaiveDate> {
    Ok(wall::date(tx.programme(me.programme).await?.zone, now))
}

async fn day(
    tx: &mut Tx,
    me: &Person,
    (young, role): (&Person, String),
    now: DateTime<Utc>,
) -> Result<GuardianLetter> {
    expect(tx, me, young.id, Some(&role), now).await?;
    let today = today(tx, me, now).await?;
    Ok(GuardianLetter::Day { who: Who::from(young), role, today, again: false })
}

async fn paper(
    tx: &mut Tx,
    me: &Person,
    (young, role, on): (&Person, String, NaiveDate),
) -> Result<GuardianLetter> {
    tx.await_from(me.id, None).await?;
    Ok(GuardianLetter::Paper { who: Who::from(young), role, on })
}

/// The coordinator typed the role or the date. The key says for whom, until when (epoch seconds), and the role.
pub(super) async fn typed(
    tx: &mut Tx,
    me: &Person,
    (key, written): (&str, &Written),
    now: DateTime<Utc>,
) -> Result<()> {
    let parts: Vec<&str> = key.splitn(3, ':').collect();
    let (id, until, role) = match parts.as_slice() {
        [id, until, role] => (id.parse().unwrap_or(0), until.parse().unwrap_or(0), *role),
        _ => (0, 0, ""),
    };
    let young = waiting(tx, me, PersonId(id)).await?.filter(|_| now.timestamp() <= until);
    let Some(young) = young else {
        tx.await_from(me.id, None).await?;
        return tx.post(Post::answer(me, GuardianLetter::Cancelled), now).await.map(drop);
    };
    let text = written.text.as_deref().unwrap_or_default();
    let letter = if role.is_empty() {
        let said = alias::named(text, ROLE).ok().filter(|it| it.chars().any(char::is_alphabetic));
        match said.filter(|it| alias::reaches(it).is_ok()) {
            Some(role) => day(tx, me, (&young, role), now).await?,
            None => GuardianLetter::Role(Who::from(&young)),
        }
    } else {
        let today = today(tx, me, now).await?;
        match typed_day(text, today) {
            Some(on) => paper(tx, me, (&young, role.to_owned(), on)).await?,
            None => GuardianLetter::Day { who: Who::from(&young), role: role.to_owned(), today, again: true },
        }
    };
    tx.post(Post::answer(me, letter), now).await.map(drop)
}

/// The paper is there: she goes on joining, and can be paired where the team reads along.
async fn admit(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    (mut young, guardian): (Person, Guardian),
) -> Result<GuardianLetter> {
    if !supervised::has_reader(tx, young.programme, &[young.chat]).await? {
        return Ok(GuardianLetter::NoReader);
    }
    young.profile.guardian = Some(Guardian { by: press.person.id, ..guardian });
    young.standing = Standing::Joining;
    tx.save(&young).await?;
    tx.audit(Some(press.person.id.0), "guardian's consent recorded", Some(young.id.0), press.now).await?;
    goes_on(tx, house, &young, press.now).await?;
    Ok(GuardianLetter::Recorded(Who::from(&young)))
}

/// What she must know comes before what she is asked.
async fn goes_on(tx: &mut Tx, house: &House, young: &Person, now: DateTime<Utc>) -> Result<()> {
    let next = join::question(tx, house, young, now).await?;
    let letters = [Some(GuardianLetter::GoOn.into()), next].into_iter().flatten();
    let posts = letters.map(|letter: Letter| Post::ranked(young, Rank::Prompt, letter));
    morning::post(tx, posts.collect(), now).await
}

fn this_month(person: &Person, now: DateTime<Utc>) -> NaiveDate {
    month_of(wall::date(person.zone, now))
}

/// She is asked when she will be 18.
pub(super) fn when(person: &Person, again: bool, now: DateTime<Utc>) -> GuardianLetter {
    GuardianLetter::When { from: this_month(person, now), page: 0, again }
}

/// Whether she is to say when she will be 18, and this is a month in which that can be.
pub(super) fn reads_month(person: &Person, text: &str, now: DateTime<Utc>) -> bool {
    is_open(person, Step::Eighteen)
        && typed_month(text).is_some_and(|month| can_turn(this_month(person, now), month))
}

/// She typed a month.
pub(super) async fn typed_when(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    text: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    match typed_month(text).filter(|month| can_turn(this_month(person, now), *month)) {
        Some(month) => turns(tx, house, person, month, now).await,
        None => tx.post(Post::answer(person, when(person, true, now)), now).await.map(drop),
    }
}

/// She turns 18 in this month: once it is over, she is asked herself.
async fn turns(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    month: NaiveDate,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut person = person.clone();
    person.profile.eighteen = Some(month);
    let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
    let due = wall::instant(person.zone, surely_18(month).and_time(ten));
    tx.wake(Alarm::Eighteen, person.id.0, due).await?;
    join::told(tx, house, person, now).await
}

/// People who are 18 now are asked for their own consent, and reminded once; then their lead hears that they have not
/// answered. Until they do, they count as minors.
pub(super) async fn of_age(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    for person in tx.persons(&ids).await? {
        if !person.is_minor() || person.standing == Standing::Left {
            continue;
        }
        let quiet = QuietHours::default();
        match person.profile.of_18 {
            // She has moved to another zone.
            _ if quiet.is_quiet(person.zone, now) => {
                tx.wake(Alarm::Eighteen, person.id.0, quiet.next_open(person.zone, now)).await?;
            }
            None => ask_at_18(tx, person, None, now).await?,
            Some(asked) if !asked.again && !asked.answered => {
                ask_at_18(tx, person, Some(asked.letter), now).await?;
            }
            Some(asked) if !asked.answered => {
                tell_leads(tx, &person, GuardianLetter::ToldSilent(Who::from(&person)), now).await?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}

async fn ask_at_18(
    tx: &mut Tx,
    mut person: Person,
    before: Option<LetterId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if let Some(of) = before {
        tx.post(Post::op(&person, Rank::Prompt, Op::Clear { of }), now).await?;
    }
    let again = before.is_some();
    let question = if again { GuardianLetter::Of18Again } else { GuardianLetter::Of18 };
    let letter = tx.post(Post::ranked(&person, Rank::Prompt, question), now).await?;
    person.profile.of_18 = Some(Of18 { letter, again, answered: false });
    tx.save(&person).await?;
    let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
    let due = wall::days_later(person.zone, now, DAYS_FOR_ANSWER, ten);
    tx.wake(Alarm::Eighteen, person.id.0, due).await
}

async fn tell_leads(tx: &mut Tx, person: &Person, told: GuardianLetter, now: DateTime<Utc>) -> Result<()> {
    let leads = tx.leads(person.programme).await?;
    let posts = leads.iter().map(|lead| Post::ranked(lead, Rank::Announcement, told.clone()));
    morning::post(tx, posts.collect(), now).await
}

/// Her own answer at 18. Whether the team goes on reading along is the lead's decision.
async fn own(tx: &mut Tx, me: &Person, agreed: bool, now: DateTime<Utc>) -> Result<GuardianLetter> {
    let is_due = me.profile.eighteen.is_some_and(|month| surely_18(month) <= wall::date(me.zone, now));
    let mut person = me.clone();
    person.profile.of_18 = me.profile.of_18.map(|asked| Of18 { answered: true, ..asked });
    if agreed && is_due {
        person.profile.adult = Some(true);
        person.profile.consent = Some(CONSENT);
    }
    tx.save(&person).await?;
    tx.let_sleep(Alarm::Eighteen, me.id.0).await?;
    let what = if agreed { "own consent given at 18" } else { "own consent refused at 18" };
    tx.audit(Some(me.id.0), what, None, now).await?;
    let pair = tx.pair_of(me.id).await?.map(|pair| pair.id);
    let told = GuardianLetter::Told { who: Who::from(me), agreed, pair };
    tell_leads(tx, me, told, now).await?;
    Ok(if agreed { GuardianLetter::Agreed } else { GuardianLetter::Declined })
}
