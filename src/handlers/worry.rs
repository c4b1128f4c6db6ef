//! *I worry about: {name}*, in a mentor's 🆘: what a serious worry in a check-in sets in motion, about the one she names. The
//! relay stays open, and nobody asks what it is (`programme.md`, safeguarding 3).

use super::{cases, promise, team};
use crate::domain::case::{CaseKind, NewCase, ReportedBy};
use crate::domain::conversation::Side;
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::person::Person;
use crate::domain::safety::{Mentee, SafetyLetter};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Those somebody accompanies, each once, whatever part of her account does so.
pub(super) async fn mentees(tx: &mut Tx, chat: ChatId) -> Result<Vec<Mentee>> {
    let own: Vec<PersonId> = tx.parts(chat).await?.iter().map(|part| part.id).collect();
    let mut mentees: Vec<Mentee> = Vec::new();
    for pair in tx.pairs_of(&own).await?.iter().filter(|pair| pair.phase.is_live()) {
        if !pair.active().any(|member| own.contains(&member.person) && member.side == Side::Mentor) {
            continue;
        }
        for member in pair.active().filter(|member| member.side == Side::Mentee && member.chat != chat) {
            if !mentees.iter().any(|known| known.person == member.person) {
                let (person, alias) = (member.person, member.alias.clone());
                mentees.push(Mentee { person, pair: pair.id, alias });
            }
        }
    }
    Ok(mentees)
}

/// An urgent case about her opens; what the mentor can do herself follows. `None` if she accompanies her no more.
pub(super) async fn serious(
    tx: &mut Tx,
    mentor: &Person,
    (mentee, pair): (PersonId, ConversationId),
    now: DateTime<Utc>,
) -> Result<Option<SafetyLetter>> {
    let hers = mentees(tx, mentor.chat).await?;
    if !hers.iter().any(|it| (it.person, it.pair) == (mentee, pair)) {
        return Ok(None);
    }
    let Some(pair) = tx.conversation(pair).await? else { return Ok(None) };
    let by = pair.active().find(|member| member.chat == mentor.chat && member.side == Side::Mentor);
    let case = NewCase {
        programme: pair.programme,
        kind: CaseKind::Worry,
        conversation: Some(pair.id),
        person: Some(mentee),
        since: Some(now),
        due: None,
        tried: by.map(|by| ReportedBy(by.person).fact()).into_iter().collect(),
    };
    let case = cases::open(tx, &case, now).await?;
    team::team_wrote(tx, mentor).await?;
    promise::spoken(tx, mentor, (SafetyLetter::Worried, &[case])).await.map(Some)
}
