//! What somebody who pressed 🆘 is told of her case: whom her words go to, what is promised, and that nobody has answered
//! yet. Nothing is promised that nobody has said (`programme.md`, safeguarding 1).

use super::{cases, complaint, opening, team, whom};
use crate::domain::case::{CaseFile, CaseKind, Tapped};
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::id::{CaseId, PersonId};
use crate::domain::letter::{Letter, Post, Rank};
use crate::domain::on_call::Promise;
use crate::domain::opening::OpeningLetter;
use crate::domain::person::{Person, Standing};
use crate::domain::safety::{Call, Fate, Reached, SafetyLetter, Stands, nobody_yet};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// What is said to somebody about her case, with the numbers that belong to it; where nobody may know of it, in words that
/// promise nobody, with whom to ring.
pub(super) async fn says(tx: &mut Tx, person: &Person, letter: SafetyLetter) -> Result<SafetyLetter> {
    let danger = tx.danger(person.chat).await?;
    let cases = danger.map(|danger| danger.cases).unwrap_or_default();
    spoken(tx, person, (letter, &cases)).await
}

/// The same about these cases.
pub(super) async fn spoken(
    tx: &mut Tx,
    person: &Person,
    (letter, about): (SafetyLetter, &[CaseId]),
) -> Result<SafetyLetter> {
    if !about.is_empty() && !cases::is_heard(tx, about).await? {
        return unheard(tx, person, letter).await;
    }
    Ok(letter.beside(tx.programme(person.programme).await?.lines().read_by(person)))
}

/// The same where nobody may know of her case: whom to ring stands below, too.
pub(super) async fn unheard(tx: &mut Tx, person: &Person, letter: SafetyLetter) -> Result<SafetyLetter> {
    let mut lines = tx.programme(person.programme).await?.lines().read_by(person);
    lines.own.extend(complaint::outside(tx, person).await?);
    Ok(letter.unheard().beside(lines))
}

/// What became of her conversation, what is promised, and how she can be reached.
pub(super) async fn asks_how(
    tx: &mut Tx,
    person: &Person,
    (case, conversation): (CaseId, Stands),
    now: DateTime<Utc>,
) -> Result<SafetyLetter> {
    let (promise, joined) = (promised(tx, person, now).await?, person.standing.has_team());
    let open = whom::open_in_danger(tx, person.chat).await?;
    Ok(SafetyLetter::Next { case, conversation, promise, joined, open })
}

/// What may be promised to somebody who wants to be called today.
pub(super) async fn promised(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<Promise> {
    let programme = tx.programme(person.programme).await?;
    Ok(programme.promises(Call::Today.by(person.zone, now), now))
}

/// Whom her words go to now, said once a case.
pub(super) async fn tell_once(
    tx: &mut Tx,
    person: &Person,
    (case, known): (CaseId, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    if known {
        return Ok(());
    }
    let letter = says(tx, person, SafetyLetter::OnlyTeam { case }).await?;
    tx.post(Post::ranked(person, Rank::Safety, letter), now).await.map(drop)
}

/// Nobody has taken these cases yet: those whose they are read so, unless they want to hear nothing now.
pub(super) async fn nobody_yet_due(tx: &mut Tx, cases: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<CaseId> = cases.iter().map(|case| CaseId(*case)).collect();
    for case in tx.cases(&ids).await? {
        if case.resolved_at.is_some() {
            continue;
        }
        // Whoever has it may let it go, or hand it to somebody who does not take it.
        let tap = Tapped::last(&case.tried).unwrap_or(case.opened_at);
        if let Some(next) = nobody_yet(tap.max(case.counted_from), now) {
            tx.wake(Alarm::NobodyYet, case.id.0, next).await?;
        }
        if case.acknowledged_at.is_none() {
            unasked(tx, &case, SafetyLetter::NobodyYet, now).await?;
        }
    }
    Ok(())
}

/// Whoever had these cases has them no more: those whose they are read so from then on as after the tap.
pub(super) async fn nobody_again(tx: &mut Tx, cases: &[CaseFile], now: DateTime<Utc>) -> Result<()> {
    let open = |case: &&CaseFile| case.kind == CaseKind::Unsafe && case.acknowledged_at.is_none();
    for case in cases.iter().filter(open) {
        if let Some(next) = nobody_yet(case.counted_from, now) {
            tx.wake_unless(Alarm::NobodyYet, case.id.0, next).await?;
        }
    }
    Ok(())
}

/// Tells her how it stands, unless she wants to hear nothing now or has left.
pub(super) async fn unasked(
    tx: &mut Tx,
    case: &CaseFile,
    letter: SafetyLetter,
    now: DateTime<Utc>,
) -> Result<()> {
    let quiet = case.tried.iter().any(|fact| fact == Reached::NotNow.fact());
    let who = tx.persons(case.person.as_slice()).await?.pop().filter(|_| !quiet);
    let here = who.filter(|person| person.standing != Standing::Left);
    let Some(person) = here.filter(|_| case.kind == CaseKind::Unsafe) else { return Ok(()) };
    let letter = says(tx, &person, letter).await?;
    tx.post(Post::ranked(&person, Rank::Safety, letter), now).await.map(drop)
}

/// Cases of hers are over. If no other is open, and nothing of hers still stopped, her words go where they went before: she
/// reads so, and whom the next is for is asked.
pub(super) async fn over(tx: &mut Tx, cases: &[CaseFile], now: DateTime<Utc>) -> Result<()> {
    let pressed = cases.iter().filter(|case| case.kind == CaseKind::Unsafe).filter_map(|case| case.person);
    for person in asks_whom(tx, &pressed.collect()).await? {
        tx.post(Post::ranked(&person, Rank::Safety, SafetyLetter::Over), now).await?;
    }
    Ok(())
}

/// Whom her next message is for is asked of each of these who is in danger no more; they are given back.
pub(super) async fn asks_whom(tx: &mut Tx, people: &BTreeSet<PersonId>) -> Result<Vec<Person>> {
    let ids: Vec<PersonId> = people.iter().copied().collect();
    let mut safe = Vec::new();
    for person in tx.persons(&ids).await? {
        if person.standing != Standing::Left && tx.danger(person.chat).await?.is_none() {
            team::team_wrote(tx, &person).await?;
            safe.push(person);
        }
    }
    Ok(safe)
}

/// What the team decided about a stopped pair: whoever pressed 🆘 in it reads so, days later, whatever she did not want to
/// hear at the time of her tap.
pub(super) async fn goes_on(tx: &mut Tx, pair: &Conversation, fate: Fate, now: DateTime<Utc>) -> Result<()> {
    let pressed = opening::pressed(tx, pair).await?;
    let inside = |id: &PersonId| pair.has(*id);
    let ids: BTreeSet<PersonId> = pressed.iter().map(|it| it.person).filter(inside).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let here = tx.persons(&ids).await?.into_iter().filter(|person| person.standing != Standing::Left);
    let fate = if fate == Fate::Stays && pair.phase != Phase::Held { Fate::Rests } else { fate };
    for person in here.collect::<Vec<_>>() {
        let name = pair.partner(person.id).map(str::to_owned);
        let letter = SafetyLetter::GoesOn { name, fate, conversation: Some(pair.id) };
        let letter = letter.beside(tx.programme(person.programme).await?.lines().read_by(&person));
        tx.post(Post::ranked(&person, Rank::Safety, letter), now).await?;
    }
    Ok(())
}

/// Mail about her case as it is true now: it may have waited unread while something else happened.
pub(super) async fn as_it_stands(tx: &mut Tx, person: &Person, letter: Letter) -> Result<Letter> {
    if let Letter::Opening(letter) = letter {
        return opening::as_it_stands(tx, person, letter).await;
    }
    let Letter::Safety(said) = letter else { return Ok(letter) };
    if let Some(open) = not_stopped_any_more(tx, person, &said).await? {
        return opening::as_it_stands(tx, person, open).await;
    }
    let danger = tx.danger(person.chat).await?;
    let cases = tx.cases(&danger.iter().flat_map(|danger| danger.cases.clone()).collect::<Vec<_>>()).await?;
    let (taken, open) = (|case: &CaseFile| case.has().is_some(), danger.is_some());
    let says = said.inner();
    let no_more = matches!(says, SafetyLetter::SomebodyHasIt) && !cases.iter().any(taken)
        || matches!(says, SafetyLetter::NobodyYet) && cases.iter().all(taken)
        || matches!(says, SafetyLetter::GoesOn { fate: Fate::Stays, .. }) && !open
        || matches!(says, SafetyLetter::Over) && open;
    if !no_more {
        return Ok(said.into());
    }
    let now = match &cases[..] {
        _ if !open => SafetyLetter::Over,
        [] => SafetyLetter::GoesOn { name: None, fate: Fate::Stays, conversation: None },
        cases if cases.iter().any(taken) => SafetyLetter::SomebodyHasIt,
        _ => SafetyLetter::NobodyYet,
    };
    self::says(tx, person, now).await.map(Letter::from)
}

/// What to say instead of a conversation that she was to read stays stopped, and does not any more. Mail of before it was
/// noted does not say which it was: any with that partner tells.
async fn not_stopped_any_more(
    tx: &mut Tx,
    person: &Person,
    said: &SafetyLetter,
) -> Result<Option<OpeningLetter>> {
    let SafetyLetter::GoesOn { name, fate: Fate::Stays | Fate::Rests, conversation } = said.inner() else {
        return Ok(None);
    };
    let may_be = if let Some(id) = conversation {
        tx.conversation(*id).await?.into_iter().collect()
    } else {
        let mut pairs = tx.pairs_of(&[person.id]).await?;
        pairs.retain(|pair| pair.partner(person.id) == name.as_deref());
        pairs
    };
    let mut open = None;
    for pair in may_be {
        // What else stops it than she had read she does not read now.
        if open.is_none() && !opening::is_hers(tx, person, &pair).await? {
            open = Some(pair);
        }
    }
    let Some(pair) = open else { return Ok(None) };
    let mut names = whom::open_in_danger(tx, person.chat).await?.into_iter();
    Ok(Some(OpeningLetter::Hers {
        conversation: pair.id,
        partner: pair.partner(person.id).map(str::to_owned),
        waits: None,
        to_team: false,
        called: names.find(|(id, _)| *id == pair.id).map(|(_, name)| name).unwrap_or_default(),
    }))
}
