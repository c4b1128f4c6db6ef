//! Whom an "I don't feel safe" is about: she names members of her circle, and the lead decides about their other pairs.

use super::press::Press;
use super::{cases, lifecycle, promise, stop};
use crate::domain::conversation::Conversation;
use crate::domain::help::HelpLetter;
use crate::domain::id::{CaseId, ChatId, ConversationId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::Person;
use crate::domain::safety::{About, InCircle, SafetyLetter, Stands};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::HashSet;

/// "Who is the problem with?", with those she has named.
pub(super) fn asks(
    named: &[(CaseId, PersonId)],
    (person, case): (&Person, CaseId),
    circle: &Conversation,
) -> SafetyLetter {
    let others = circle.active().filter(|member| member.chat != person.chat);
    let members = others.map(|member| InCircle {
        person: member.person,
        alias: member.alias.clone(),
        named: named.contains(&(case, member.person)),
    });
    SafetyLetter::WhoInCircle { case, members: members.collect() }
}

/// The circle her case is about.
async fn circle(tx: &mut Tx, press: &Press, case: CaseId) -> Result<Option<Conversation>> {
    let file = tx.cases(&[case]).await?.pop().filter(|case| case.resolved_at.is_none());
    let Some(file) = file else { return Ok(None) };
    let hers = tx.parts(press.person.chat).await?.iter().any(|part| Some(part.id) == file.person);
    match file.conversation.filter(|_| hers) {
        Some(id) => tx.conversation(id).await,
        None => Ok(None),
    }
}

/// She names one more. Nothing takes a name back: somebody else may hold her phone.
pub(super) async fn names(
    tx: &mut Tx,
    press: &Press,
    (case, person): (CaseId, PersonId),
) -> Result<SafetyLetter> {
    let Some(mut circle) = circle(tx, press, case).await? else {
        return promise::asks_how(tx, &press.person, (case, Stands::Stopped), press.now).await;
    };
    if circle.has(person) {
        // The team may have opened it since she was asked.
        let stops = stop::again(tx, &press.person, (case, &mut circle), press.now).await?;
        names_all(tx, case, &[person], press.now).await?;
        cases::learned(tx, case, stops, press.now).await?;
    }
    Ok(asks(&tx.named(&[case]).await?, (&press.person, case), &circle))
}

/// She has named all of them, or cannot.
pub(super) async fn done(tx: &mut Tx, press: &Press, (case, other): (CaseId, bool)) -> Result<SafetyLetter> {
    if circle(tx, press, case).await?.is_some() && tx.named(&[case]).await?.is_empty() {
        let about = if other { About::Other } else { About::Unknown };
        stop::answered(tx, case, about).await?;
        cases::learned(tx, case, false, press.now).await?;
    }
    promise::asks_how(tx, &press.person, (case, Stands::Stopped), press.now).await
}

/// The lead decides about another pair of somebody a case is about.
pub(super) async fn decide(
    tx: &mut Tx,
    press: &Press,
    (case, pair, held): (CaseId, ConversationId, bool),
) -> Result<Option<Letter>> {
    let leads = cases::leads(tx, case).await?;
    let pair = tx.conversation(pair).await?.filter(|pair| pair.programme == press.person.programme);
    // Where no lead may know of it, whoever decides in her place.
    let open = tx.cases(&[case]).await?.iter().any(|case| case.resolved_at.is_none());
    let asked = pair.as_ref().map(|pair| (case, pair.id));
    let open = open && tx.undecided(&[case]).await?.iter().any(|it| Some(*it) == asked);
    let lead = open && leads.iter().any(|lead| lead.id == press.person.id);
    let Some(mut pair) = pair.filter(|_| lead) else { return Ok(Some(HelpLetter::Stale.into())) };
    if held {
        lifecycle::hold(tx, &mut pair, Some(press.person.id), press.now).await?;
        stop::is_not_hers(tx, pair.id).await?;
    }
    tx.decide_about(case, pair.id, held).await?;
    let what = if held { "case other pair held" } else { "case other pair left" };
    tx.audit(Some(press.person.id.0), what, Some(case.0), press.now).await?;
    let members = pair.active().map(|member| member.alias.clone()).collect();
    let with = SafetyLetter::Decided { members, held }.into();
    tx.post(Post::op(press.to(), Rank::Safety, Op::Rewrite { of: press.root, with }), press.now).await?;
    Ok(None)
}

/// A partner who is of the team counts as named from the tap on; she herself is not, whatever she is elsewhere.
pub(super) async fn count_partners(
    tx: &mut Tx,
    (case, own): (CaseId, ChatId),
    pairs: &[&mut Conversation],
) -> Result<()> {
    let mut named = Vec::new();
    for member in pairs.iter().flat_map(|pair| pair.active()).filter(|member| member.chat != own) {
        let parts = tx.parts(member.chat).await?;
        named.extend(parts.iter().any(|part| part.role.is_staff()).then_some(member.person));
    }
    tx.case_names(case, &named).await
}

/// It is about the partner: the lead hears of his other pairs. In a circle nobody is named by this alone.
pub(super) async fn names_partners(
    tx: &mut Tx,
    person: &Person,
    (case, pair): (CaseId, ConversationId),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(pair) = tx.conversation(pair).await? else { return Ok(()) };
    let others: Vec<PersonId> =
        pair.active().filter(|member| member.chat != person.chat).map(|member| member.person).collect();
    let [only] = others.as_slice() else { return Ok(()) };
    // Who is of the team was named at the tap, and the lead not yet asked.
    if tx.named(&[case]).await?.contains(&(case, *only)) {
        let open = tx.undecided(&[case]).await?;
        return ask_lead(tx, &open, now).await;
    }
    names_all(tx, case, &[*only], now).await
}

/// A case is about these people: until it is over they get no new pair, and their other pairs are to be decided about.
pub(super) async fn names_all(
    tx: &mut Tx,
    case: CaseId,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> Result<()> {
    let before: HashSet<_> = tx.undecided(&[case]).await?.into_iter().collect();
    tx.case_names(case, people).await?;
    let mut new = tx.undecided(&[case]).await?;
    new.retain(|it| !before.contains(it));
    ask_lead(tx, &new, now).await
}

/// Whether an open case is about one of these people: until it is over nobody comes into a conversation with them, and
/// whoever tries learns no more than that it cannot be now.
pub(super) async fn any(tx: &mut Tx, people: &[PersonId]) -> Result<bool> {
    Ok(!tx.named_now(people).await?.is_empty())
}

/// Whether the lead has still to decide about other pairs of those this case is about; she is asked again.
pub(super) async fn is_undecided(tx: &mut Tx, case: CaseId, now: DateTime<Utc>) -> Result<bool> {
    let open = tx.undecided(&[case]).await?;
    ask_lead(tx, &open, now).await?;
    Ok(!open.is_empty())
}

/// Asks the lead about other pairs of somebody a case is about. Nobody whom it is about is asked.
pub(super) async fn ask_lead(
    tx: &mut Tx,
    about: &[(CaseId, ConversationId)],
    now: DateTime<Utc>,
) -> Result<()> {
    let mut posts = Vec::new();
    for (case, pair) in about {
        let Some(pair) = tx.conversation(*pair).await? else { continue };
        let members: Vec<String> = pair.active().map(|member| member.alias.clone()).collect();
        for lead in cases::leads(tx, *case).await? {
            let letter = SafetyLetter::OtherPair { case: *case, pair: pair.id, members: members.clone() };
            posts.push(Post::ranked(&lead, Rank::Safety, letter).about(*case));
        }
    }
    tx.post_all(&posts, now).await.map(drop)
}
