//! Pairing: a coordinator chooses a mentee who waits and a mentor who suits her; then both are asked.

use super::press::Press;
use super::{House, known, named, proposal, readiness};
use crate::domain::dialogue::Dialogue;
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::id::PersonId;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::Who;
use crate::domain::paging::{LINES, Sheet, Turn};
use crate::domain::pairing::{self, AT_ONCE, PairingAnswer, PairingLetter, Waiting};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::readiness::Via;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Mentors that are ranked: those who have waited longest.
const RANKED: usize = 1_000;
/// Most characters of a typed reason that are kept.
const REASON: usize = 300;
/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    _house: &House,
    press: &Press,
    answer: PairingAnswer,
) -> Result<Option<Letter>> {
    match answer {
        PairingAnswer::Accept(pair) => return proposal::accept(tx, press, pair).await,
        PairingAnswer::Refuse(pair) => return proposal::refuse(tx, press, pair).await,
        PairingAnswer::Mentees(_)
        | PairingAnswer::Mentors(..)
        | PairingAnswer::Mentor(..)
        | PairingAnswer::Ready(..)
        | PairingAnswer::Anyway(..)
        | PairingAnswer::OneMore(_)
        | PairingAnswer::Propose(..)
        | PairingAnswer::Watched(..)
        | PairingAnswer::Cancel
        | PairingAnswer::Again(_) => {}
    }
    let me = &press.person;
    if !works(me) {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    let with: Letter = match answer {
        PairingAnswer::Mentees(turn) => mentees(tx, me, turn, press.now).await?.into(),
        PairingAnswer::Mentors(mentee, from) => mentors(tx, me, mentee, from, press.now).await?.into(),
        PairingAnswer::Again(mentee) => return choose(tx, me, mentee, press.now).await.map(|()| None),
        PairingAnswer::OneMore(mentee) => one_more(tx, me, mentee, press.now).await?.into(),
        PairingAnswer::Cancel => cancel(tx, me).await?.into(),
        PairingAnswer::Mentor(mentee, mentor)
        | PairingAnswer::Ready(mentee, mentor)
        | PairingAnswer::Anyway(mentee, mentor)
        | PairingAnswer::Propose(mentee, mentor)
        | PairingAnswer::Watched(mentee, mentor) => match both(tx, me, mentee, mentor).await? {
            Ok(two) => two_chosen(tx, me, two, &answer, press.now).await?,
            Err(letter) => letter.into(),
        },
        PairingAnswer::Accept(_) | PairingAnswer::Refuse(_) => return Ok(None),
    };
    let rewrite = Op::Rewrite { of: press.root, with };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}

/// Works in a team: its role is in the database, and it has not left.
pub(super) fn works(person: &Person) -> bool {
    person.role.is_staff() && person.standing == Standing::Ready
}

/// `/pair`.
pub async fn command(tx: &mut Tx, _house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if !works(person) {
        return tx.post(Post::answer(person, HelpLetter::UnknownCommand), now).await.map(drop);
    }
    let letter = mentees(tx, person, Turn::First, now).await?;
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// A coordinator looks for a mentor for this mentee.
pub async fn choose(tx: &mut Tx, person: &Person, mentee: PersonId, now: DateTime<Utc>) -> Result<()> {
    let mut letter = mentors(tx, person, mentee, 0, now).await?;
    // She has a pair: whoever looks for another mentor all the same is asked whether she means it.
    if let PairingLetter::Taken(who) = &letter
        && is_full(tx, mentee).await?
    {
        letter = PairingLetter::OneMore(who.clone());
    }
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// Whether somebody could be paired if she had more room.
async fn is_full(tx: &mut Tx, id: PersonId) -> Result<bool> {
    let person = tx.person(id).await?;
    Ok(person.is_some_and(|person| pairing::pairable(&person)) && !named::any(tx, &[id]).await?)
}

/// The coordinator means it: one more pair than she has now.
async fn one_more(tx: &mut Tx, me: &Person, id: PersonId, now: DateTime<Utc>) -> Result<PairingLetter> {
    let found = tx.person(id).await?.filter(|it| it.programme == me.programme && it.role == Role::Mentee);
    let Some(mut mentee) = found else { return Ok(PairingLetter::Cancelled) };
    if named::any(tx, &[id]).await? {
        return Ok(PairingLetter::Taken(Who::from(&mentee)));
    }
    let engaged = tx.engaged(&[id]).await?.len();
    mentee.profile.capacity = Some(i64::try_from(engaged).unwrap_or(i64::MAX).saturating_add(1));
    tx.save(&mentee).await?;
    tx.audit(Some(me.id.0), "one more pair allowed", Some(id.0), now).await?;
    mentors(tx, me, id, 0, now).await
}

async fn mentees(tx: &mut Tx, me: &Person, turn: Turn, now: DateTime<Utc>) -> Result<PairingLetter> {
    for turn in [turn, Turn::First] {
        let rows = tx.waiting(me.programme, Role::Mentee, turn, LINES + 1).await?;
        let rows = known::people(tx, me, rows).await?;
        let sheet = Sheet::cut(rows, turn, |person| person.id.0);
        if !sheet.lines.is_empty() {
            return Ok(PairingLetter::Mentees(sheet.map(|person| Waiting::of(&person, now))));
        }
    }
    Ok(PairingLetter::NobodyWaits)
}

async fn mentors(
    tx: &mut Tx,
    me: &Person,
    mentee: PersonId,
    from: usize,
    now: DateTime<Utc>,
) -> Result<PairingLetter> {
    let mentee = match free(tx, me, Role::Mentee, mentee).await? {
        Ok(mentee) => mentee,
        Err(letter) => return Ok(letter),
    };
    let waiting = tx.waiting(me.programme, Role::Mentor, Turn::First, RANKED).await?;
    let mut waiting = known::people(tx, me, waiting).await?;
    let together = tx.together(mentee.id).await?;
    let ids: Vec<PersonId> = waiting.iter().map(|mentor| mentor.id).collect();
    let named = tx.named_now(&ids).await?;
    waiting.retain(|mentor| !together.contains(&mentor.id) && !named.contains(&mentor.id));
    let ranked = pairing::rank(&mentee, &waiting, now);
    let from = if from < ranked.len() { from } else { 0 };
    let more = ranked.len() > from + AT_ONCE;
    let page: Vec<_> = ranked.into_iter().skip(from).take(AT_ONCE).collect();
    let mentee = Who::from(&mentee);
    if page.is_empty() {
        return Ok(PairingLetter::NoMentor(mentee));
    }
    Ok(PairingLetter::Mentors { mentee, page, from, more })
}

/// Someone of this coordinator's programme who can be paired now, as stored; otherwise what to say instead.
async fn free(
    tx: &mut Tx,
    me: &Person,
    role: Role,
    id: PersonId,
) -> Result<std::result::Result<Person, PairingLetter>> {
    let found = tx.person(id).await?.filter(|it| it.programme == me.programme && it.role == role);
    let Some(person) = found else { return Ok(Err(PairingLetter::Cancelled)) };
    let engaged = i64::try_from(tx.engaged(&[id]).await?.len()).unwrap_or(i64::MAX);
    let room = pairing::pairable(&person) && engaged < person.profile.places();
    if !room || named::any(tx, &[id]).await? {
        return Ok(Err(PairingLetter::Taken(Who::from(&person))));
    }
    Ok(Ok(person))
}

async fn both(
    tx: &mut Tx,
    me: &Person,
    mentee: PersonId,
    mentor: PersonId,
) -> Result<std::result::Result<[Person; 2], PairingLetter>> {
    let mentee = match free(tx, me, Role::Mentee, mentee).await? {
        Ok(mentee) => mentee,
        Err(letter) => return Ok(Err(letter)),
    };
    let mentor = match free(tx, me, Role::Mentor, mentor).await? {
        Ok(mentor) => mentor,
        Err(letter) => return Ok(Err(letter)),
    };
    if mentee.chat == mentor.chat {
        return Ok(Err(PairingLetter::SameAccount(Who::from(&mentee))));
    }
    if tx.together(mentee.id).await?.contains(&mentor.id) {
        return Ok(Err(PairingLetter::Taken(Who::from(&mentor))));
    }
    Ok(Ok([mentee, mentor]))
}

/// What there is to say about this mentor for this mentee: the last look before both are asked, or what is missing for it.
pub(super) async fn looked(
    tx: &mut Tx,
    me: &Person,
    (mentee, mentor): (PersonId, PersonId),
    now: DateTime<Utc>,
) -> Result<Letter> {
    Ok(match both(tx, me, mentee, mentor).await? {
        Ok(two) => confirm(tx, me, &two, now).await?,
        Err(letter) => letter.into(),
    })
}

/// A mentee and a mentor are chosen; what was answered about them?
async fn two_chosen(
    tx: &mut Tx,
    me: &Person,
    two: [Person; 2],
    answer: &PairingAnswer,
    now: DateTime<Utc>,
) -> Result<Letter> {
    let lead = me.role == Role::Lead;
    match answer {
        PairingAnswer::Anyway(..) if lead => {
            let [mentee, mentor] = &two;
            let what = format!("pairing:{}:{}", mentee.id, mentor.id);
            tx.await_from(me.id, Some(&Dialogue::typed(what, now))).await?;
            return Ok(PairingLetter::WhyReady(Who::from(mentor)).into());
        }
        PairingAnswer::Propose(..) if pairing::may_pair(me.role, &two[1].profile, now) => {
            return proposal::propose(tx, me, (&two, false), now).await.map(Letter::from);
        }
        PairingAnswer::Watched(..) if lead && pairing::may_pair(me.role, &two[1].profile, now) => {
            return proposal::propose(tx, me, (&two, true), now).await.map(Letter::from);
        }
        PairingAnswer::Mentor(..)
        | PairingAnswer::Ready(..)
        | PairingAnswer::Anyway(..)
        | PairingAnswer::OneMore(_)
        | PairingAnswer::Propose(..)
        | PairingAnswer::Watched(..)
        | PairingAnswer::Mentees(_)
        | PairingAnswer::Mentors(..)
        | PairingAnswer::Cancel
        | PairingAnswer::Again(_)
        | PairingAnswer::Accept(_)
        | PairingAnswer::Refuse(_) => {}
    }
    confirm(tx, me, &two, now).await
}

/// The last look before both are asked, or what is missing for it.
async fn confirm(
    tx: &mut Tx,
    me: &Person,
    [mentee, mentor]: &[Person; 2],
    now: DateTime<Utc>,
) -> Result<Letter> {
    let shown = known::people(tx, me, vec![mentor.clone()]).await?;
    let candidate = pairing::rank(mentee, &shown, now).pop();
    Ok(match candidate {
        Some(candidate) if pairing::may_pair(me.role, &mentor.profile, now) => PairingLetter::Confirm {
            mentee: Who::from(mentee),
            mentor: candidate,
            minor: mentee.is_minor() || mentor.is_minor(),
            lead: me.role == Role::Lead,
        }
        .into(),
        Some(_) | None => readiness::card(me, mentor, Via::Pair(mentee.id)).into(),
    })
}

async fn cancel(tx: &mut Tx, me: &Person) -> Result<PairingLetter> {
    if let Some(Dialogue::Reason { what, .. }) = &me.dialogue
        && what.starts_with("pairing:")
    {
        tx.await_from(me.id, None).await?;
    }
    Ok(PairingLetter::Cancelled)
}

/// The lead's reason for pairing a mentor whose readiness is not recorded.
pub async fn reason(
    tx: &mut Tx,
    person: &Person,
    key: &str,
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    let numbers: Vec<i64> = key.split(':').filter_map(|number| number.parse().ok()).collect();
    let &[mentee, mentor] = numbers.as_slice() else {
        return tx.await_from(person.id, None).await;
    };
    if !works(person) || person.role != Role::Lead {
        tx.await_from(person.id, None).await?;
        return tx.post(Post::answer(person, PairingLetter::Cancelled), now).await.map(drop);
    }
    let words = written.text.as_deref().map(str::trim).unwrap_or_default();
    let letter: Letter = if words.chars().any(char::is_alphabetic) {
        tx.await_from(person.id, None).await?;
        match both(tx, person, PersonId(mentee), PersonId(mentor)).await? {
            Ok(mut two) => {
                two[1].profile.ready_override = Some(words.chars().take(REASON).collect());
                tx.save(&two[1]).await?;
                tx.audit(Some(person.id.0), "readiness overridden", Some(mentor), now).await?;
                confirm(tx, person, &two, now).await?
            }
            Err(letter) => letter.into(),
        }
    } else {
        PairingLetter::NeedsWords.into()
    };
    tx.post(Post::answer(person, letter), now).await.map(drop)
}
