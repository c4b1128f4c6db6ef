//! When somebody will be 18, and what she is asked then: whether she goes on, and whether the team may go on reading
//! along. Without her own yes to the second, that ends.

use super::tell;
use crate::domain::guardian::{
    Along, DAYS_FOR_ANSWER, GuardianLetter, Of18, Reading, can_turn, month_of, surely_18, typed_month,
};
use crate::domain::id::{LetterId, PersonId};
use crate::domain::letter::{Op, Post, Rank};
use crate::domain::listed::Who;
use crate::domain::person::{Person, Standing};
use crate::domain::quiet::QuietHours;
use crate::domain::steps::{CONSENT, Step, is_open};
use crate::domain::wall;
use crate::handlers::{House, join, supervised};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

fn this_month(person: &Person, now: DateTime<Utc>) -> NaiveDate {
    month_of(wall::date(person.zone, now))
}

/// She is asked when she will be 18.
pub(in crate::handlers) fn when(person: &Person, again: bool, now: DateTime<Utc>) -> GuardianLetter {
    GuardianLetter::When { from: this_month(person, now), page: 0, again }
}

/// The same, with other months.
pub(super) fn page(person: &Person, page: u32, now: DateTime<Utc>) -> GuardianLetter {
    GuardianLetter::When { from: this_month(person, now), page, again: false }
}

/// Whether she is to say when she will be 18, and this is a month in which that can be.
pub(in crate::handlers) fn reads_month(person: &Person, text: &str, now: DateTime<Utc>) -> bool {
    is_open(person, Step::Eighteen)
        && typed_month(text).is_some_and(|month| can_turn(this_month(person, now), month))
}

/// She typed a month.
pub(in crate::handlers) async fn typed_when(
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
pub(super) async fn turns(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    month: NaiveDate,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut person = person.clone();
    person.profile.eighteen = Some(month);
    tx.wake(Alarm::Eighteen, person.id.0, at_ten(&person, surely_18(month))).await?;
    join::told(tx, house, person, now).await
}

fn at_ten(person: &Person, day: NaiveDate) -> DateTime<Utc> {
    wall::instant(person.zone, day.and_time(NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default()))
}

/// People who are 18 now are asked, and reminded once. Then reading along ends, unless she said yes to it, and the lead
/// hears what was not answered. Until she agrees to go on she counts as a minor everywhere else.
pub async fn of_age(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    let quiet = QuietHours::default();
    for person in tx.persons(&ids).await? {
        let Some(month) = person.profile.eighteen.filter(|_| person.standing != Standing::Left) else {
            continue;
        };
        let first = at_ten(&person, surely_18(month));
        let open = quiet.next_open(person.zone, now).max(first);
        if open > now {
            // She has moved to another zone.
            tx.wake(Alarm::Eighteen, person.id.0, open).await?;
        } else {
            is_18(tx, person, now).await?;
        }
    }
    Ok(())
}

async fn is_18(tx: &mut Tx, mut person: Person, now: DateTime<Utc>) -> Result<()> {
    let today = wall::date(person.zone, now);
    let watched = !supervised::of(tx, person.id).await?.is_empty();
    let Some(mut asked) = person.profile.of_18 else {
        let letter = ask(tx, &person, GuardianLetter::Of18, now).await?;
        let along = if watched { Some(ask_along(tx, &person, today, now).await?) } else { None };
        person.profile.of_18 = Some(Of18 { letter, again: false, answered: false, told: false, along });
        return looks_again(tx, &person, DAYS_FOR_ANSWER, now).await;
    };
    // A version that did not ask about it left her so.
    if asked.along.is_none() && watched {
        asked.along = Some(ask_along(tx, &person, today, now).await?);
        person.profile.of_18 = Some(asked);
        return looks_again(tx, &person, DAYS_FOR_ANSWER, now).await;
    }
    if !asked.again {
        person.profile.of_18 = Some(remind(tx, &person, asked, now).await?);
        return looks_again(tx, &person, DAYS_FOR_ANSWER, now).await;
    }
    if !asked.answered && !asked.told {
        asked.told = true;
        tell_leads(tx, &person, GuardianLetter::ToldSilent(Who::from(&person)), now).await?;
    }
    person.profile.of_18 = Some(asked);
    reads_on(tx, person, now).await.map(drop)
}

async fn looks_again(tx: &mut Tx, person: &Person, days: u64, now: DateTime<Utc>) -> Result<()> {
    tx.save(person).await?;
    let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default();
    tx.wake(Alarm::Eighteen, person.id.0, wall::days_later(person.zone, now, days, ten)).await
}

async fn ask(tx: &mut Tx, person: &Person, question: GuardianLetter, now: DateTime<Utc>) -> Result<LetterId> {
    tx.post(Post::ranked(person, Rank::Prompt, question), now).await
}

async fn ask_along(tx: &mut Tx, person: &Person, since: NaiveDate, now: DateTime<Utc>) -> Result<Along> {
    let letter = ask(tx, person, GuardianLetter::Along, now).await?;
    Ok(Along { letter, since, said: None, ended: false })
}

/// What she has not answered comes once more, in place of what stands there.
async fn remind(tx: &mut Tx, person: &Person, mut asked: Of18, now: DateTime<Utc>) -> Result<Of18> {
    asked.again = true;
    let clear = |of| Post::op(person, Rank::Prompt, Op::Clear { of });
    if !asked.answered {
        tx.post(clear(asked.letter), now).await?;
        asked.letter = ask(tx, person, GuardianLetter::Of18Again, now).await?;
    }
    if let Some(along) = asked.along.as_mut().filter(|along| along.said.is_none() && !along.ended) {
        tx.post(clear(along.letter), now).await?;
        along.letter = ask(tx, person, GuardianLetter::AlongAgain, now).await?;
    }
    Ok(asked)
}

/// What becomes of reading along at her, now; `None` if nothing is to be decided about it. Writes her back.
async fn reads_on(tx: &mut Tx, mut person: Person, now: DateTime<Utc>) -> Result<Option<GuardianLetter>> {
    let today = wall::date(person.zone, now);
    let Some(mut along) = person.profile.of_18.and_then(|asked| asked.along).filter(|it| !it.ended) else {
        tx.save(&person).await?;
        return Ok(None);
    };
    let watched = supervised::of(tx, person.id).await?;
    let mut case = false;
    for pair in &watched {
        let about = tx.cases_about(Some(pair.id), Some(person.id)).await?;
        case |= tx.cases(&about).await?.iter().any(|case| case.kind.keeps_reading());
    }
    match along.reading(today, case) {
        Reading::On => {
            let over = at_ten(&person, along.since + Days::new(2 * DAYS_FOR_ANSWER));
            if along.said.is_none() && over > now {
                tx.wake(Alarm::Eighteen, person.id.0, over).await?;
            }
            tx.save(&person).await?;
            Ok(Some(GuardianLetter::AlongYes))
        }
        // It ends with the case: looked at each day.
        Reading::EndsWithCase(latest) => {
            looks_again(tx, &person, 1, now).await?;
            Ok(Some(GuardianLetter::AlongUntil(at_ten(&person, latest))))
        }
        Reading::Ends => {
            along.ended = true;
            person.profile.of_18 = person.profile.of_18.map(|asked| Of18 { along: Some(along), ..asked });
            tx.save(&person).await?;
            let all = supervised::without_her(tx, person.id, now).await?;
            tell_leads(tx, &person, GuardianLetter::ToldAlong { who: Who::from(&person), on: !all }, now)
                .await?;
            Ok(Some(if all { GuardianLetter::AlongOver } else { GuardianLetter::AlongOthers }))
        }
    }
}

async fn tell_leads(tx: &mut Tx, person: &Person, told: GuardianLetter, now: DateTime<Utc>) -> Result<()> {
    let leads = tx.leads(person.programme).await?;
    tell(tx, &leads, |_| told.clone(), now).await
}

/// Her own answer at 18 to whether she goes on.
pub(super) async fn own(
    tx: &mut Tx,
    me: &Person,
    agreed: bool,
    now: DateTime<Utc>,
) -> Result<Option<GuardianLetter>> {
    let is_due = me.profile.eighteen.is_some_and(|month| surely_18(month) <= wall::date(me.zone, now));
    let Some(asked) = me.profile.of_18.filter(|_| me.is_minor() && is_due) else { return Ok(None) };
    let mut person = me.clone();
    person.profile.of_18 = Some(Of18 { answered: true, ..asked });
    if agreed {
        person.profile.adult = Some(true);
        person.profile.consent = Some(CONSENT);
    }
    tx.save(&person).await?;
    let what = if agreed { "own consent given at 18" } else { "own consent refused at 18" };
    tx.audit(Some(me.id.0), what, None, now).await?;
    let pair = tx.pair_of(me.id).await?.map(|pair| pair.id);
    tell_leads(tx, me, GuardianLetter::Told { who: Who::from(me), agreed, pair }, now).await?;
    Ok(Some(if agreed { GuardianLetter::Agreed } else { GuardianLetter::Declined }))
}

/// Her own answer at 18 to whether the team goes on reading along.
pub(super) async fn along(
    tx: &mut Tx,
    me: &Person,
    agreed: bool,
    now: DateTime<Utc>,
) -> Result<Option<GuardianLetter>> {
    let Some(asked) = me.profile.of_18 else { return Ok(None) };
    let Some(along) = asked.along.filter(|along| !along.ended) else { return Ok(None) };
    let said = Some((agreed, wall::date(me.zone, now)));
    let mut person = me.clone();
    person.profile.of_18 = Some(Of18 { along: Some(Along { said, ..along }), ..asked });
    let what = if agreed { "reading along agreed at 18" } else { "reading along refused at 18" };
    tx.audit(Some(me.id.0), what, None, now).await?;
    if agreed {
        tell_leads(tx, me, GuardianLetter::ToldAlong { who: Who::from(me), on: true }, now).await?;
    }
    reads_on(tx, person, now).await
}
