//! Whom an "I don't feel safe" is about: she names members of her circle, and the lead decides about their other pairs.

use super::press::Press;
use super::{cases, lifecycle, stop};
use crate::domain::conversation::Conversation;
use crate::domain::help::HelpLetter;
use crate::domain::id::{CaseId, ConversationId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role};
use crate::domain::safety::{About, InCircle, SafetyLetter, Stands};
use crate::store::{Result, Tx};

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
    let Some(circle) = circle(tx, press, case).await? else {
        return stop::asks_how(tx, &press.person, (case, Stands::Stopped), press.now).await;
    };
    if circle.active().any(|member| member.person == person) {
        stop::names(tx, case, &[person], press.now).await?;
        cases::learned(tx, case, false, press.now).await?;
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
    stop::asks_how(tx, &press.person, (case, Stands::Stopped), press.now).await
}

/// The lead decides about another pair of somebody a case is about.
pub(super) async fn decide(
    tx: &mut Tx,
    press: &Press,
    (case, pair, held): (CaseId, ConversationId, bool),
) -> Result<Option<Letter>> {
    let leads = cases::leads(tx, case).await?;
    let pair = tx.conversation(pair).await?.filter(|pair| pair.programme == press.person.programme);
    let lead = press.person.role == Role::Lead && leads.iter().any(|lead| lead.id == press.person.id);
    let Some(mut pair) = pair.filter(|_| lead) else { return Ok(Some(HelpLetter::Stale.into())) };
    if held {
        lifecycle::hold(tx, &mut pair, Some(press.person.id), press.now).await?;
    }
    tx.decide_about(case, pair.id, held).await?;
    let what = if held { "case other pair held" } else { "case other pair left" };
    tx.audit(Some(press.person.id.0), what, Some(case.0), press.now).await?;
    let members = pair.active().map(|member| member.alias.clone()).collect();
    let with = SafetyLetter::Decided { members, held }.into();
    tx.post(Post::op(press.to(), Rank::Safety, Op::Rewrite { of: press.root, with }), press.now).await?;
    Ok(None)
}
