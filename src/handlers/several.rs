//! "I don't feel safe", said by somebody with several conversations: which of them is it about, and who is fine?

use super::stop::{again, answered, held_beside, keeps, mine, note, parts, reopen};
use super::{cases, named, promise, switch};
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::id::{CaseId, ConversationId, PersonId};
use crate::domain::person::Person;
use crate::domain::safety::{About, Fact, Fine, SafetyAnswer, SafetyLetter, Stands, Stopped, Touched};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// "Is it about one of them?", asked of somebody with several conversations, and "who is fine?"
pub(super) async fn about(
    tx: &mut Tx,
    person: &Person,
    answer: &SafetyAnswer,
    now: DateTime<Utc>,
) -> Result<SafetyLetter> {
    let mine = mine(tx, person.chat).await?;
    match answer {
        SafetyAnswer::AboutOne(id) => {
            if let Some(letter) = about_one(tx, person, (*id, &mine), now).await? {
                return Ok(letter);
            }
        }
        SafetyAnswer::AboutNone | SafetyAnswer::AboutUnknown => {
            let about = if *answer == SafetyAnswer::AboutNone { About::Other } else { About::Unknown };
            for (case, facts) in &mine {
                let first = answered(tx, *case, about).await?;
                cases::learned(tx, *case, false, now).await?;
                if about == About::Other && first {
                    all_fine(tx, person, (*case, facts), now).await?;
                }
            }
        }
        SafetyAnswer::Fine { conversation, .. } => {
            for (case, facts) in &mine {
                if !touched(tx, *case).await?.contains(conversation) {
                    continue;
                }
                is_fine(tx, (*case, *conversation)).await?;
                // Only what nothing else had stopped before her tap is hers to open.
                if let Some(fact) = facts.iter().find(|fact| fact.conversation == *conversation) {
                    fine(tx, person, (*case, *fact), now).await?;
                }
                cases::learned(tx, *case, false, now).await?;
            }
        }
        SafetyAnswer::NobodyElse
        | SafetyAnswer::Unsafe
        | SafetyAnswer::Report(_)
        | SafetyAnswer::StopToo { .. }
        | SafetyAnswer::Remove(_)
        | SafetyAnswer::CallMe
        | SafetyAnswer::AboutTeam
        | SafetyAnswer::AboutSomebody
        | SafetyAnswer::Means(_)
        | SafetyAnswer::Worry { .. }
        | SafetyAnswer::WriteTo(_)
        | SafetyAnswer::Answer(_)
        | SafetyAnswer::Mistake
        | SafetyAnswer::Back
        | SafetyAnswer::About { .. }
        | SafetyAnswer::Reach { .. }
        | SafetyAnswer::Call(_)
        | SafetyAnswer::Names { .. }
        | SafetyAnswer::Named { .. }
        | SafetyAnswer::Clear(_)
        | SafetyAnswer::Decide { .. }
        | SafetyAnswer::Write => {}
    }
    next(tx, person, answer, now).await
}

/// It is about this conversation. What she said first stands, later somebody else may hold her phone: a second answer is for
/// the lead, and offers nothing. Gives what she reads, unless the others are to be asked about.
async fn about_one(
    tx: &mut Tx,
    person: &Person,
    (id, mine): (ConversationId, &[(CaseId, Vec<Fact>)]),
    now: DateTime<Utc>,
) -> Result<Option<SafetyLetter>> {
    let mut first = true;
    let pair = tx.conversation(id).await?;
    for (case, facts) in mine {
        // What something else had stopped before her tap is not hers to open, but hers to speak of.
        let whose = tx.cases(&[*case]).await?.pop().and_then(|file| file.person);
        let inside = pair.as_ref().is_some_and(|it| whose.is_some_and(|whose| it.has(whose)));
        let here = inside || facts.iter().any(|fact| fact.conversation == id);
        let mut stops = false;
        let is_first = answered(tx, *case, if here { About::Partner } else { About::Other }).await?;
        first &= is_first;
        if here {
            if is_first {
                tx.case_is_about(*case, id).await?;
            }
            // What she or the team had opened since stops again.
            if let Some(mut open) = pair.clone().filter(|pair| pair.phase.is_live()) {
                stops = again(tx, person, (*case, &mut open), now).await?;
            }
            named::names_partners(tx, person, (*case, id), now).await?;
        }
        cases::learned(tx, *case, stops, now).await?;
        if let Some(circle) = pair.as_ref().filter(|pair| here && is_first && is_circle(pair)) {
            return Ok(Some(named::asks(&tx.named(&[*case]).await?, (person, *case), circle)));
        }
    }
    if first { Ok(None) } else { how(tx, person, now).await.map(Some) }
}

/// What she is asked now: who of the others is fine, or how she can be reached.
async fn next(
    tx: &mut Tx,
    person: &Person,
    answer: &SafetyAnswer,
    now: DateTime<Utc>,
) -> Result<SafetyLetter> {
    let parts = parts(tx, person.chat).await?;
    let ids: Vec<PersonId> = parts.iter().map(|part| part.id).collect();
    let mut pairs = tx.pairs_of(&ids).await?;
    let names = switch::names(&pairs, &ids);
    pairs.retain(|pair| pair.phase == Phase::Held && !is_circle(pair));
    let about = if let SafetyAnswer::AboutOne(id) | SafetyAnswer::Fine { about: id, .. } = answer {
        Some(*id)
    } else {
        None
    };
    let mut mine = Vec::new();
    for (case, _) in self::mine(tx, person.chat).await? {
        for id in touched(tx, case).await? {
            let Some(pair) = pairs.iter().find(|pair| pair.id == id) else { continue };
            // What only the team decides about is not asked: her answer would change nothing.
            mine.extend((!is_hers(tx, case, pair).await?).then_some(id));
        }
    }
    let open =
        names.into_iter().filter(|(id, _)| mine.contains(id) && about.is_some_and(|about| about != *id));
    let others: Vec<Stopped> = open.map(|(conversation, name)| Stopped { conversation, name }).collect();
    if let Some(about) = about.filter(|_| !others.is_empty()) {
        return Ok(SafetyLetter::WhoIsFine { about, others });
    }
    how(tx, person, now).await
}

/// The conversations that were live at her tap and of which she has not said that they are fine, whatever else stops them.
async fn touched(tx: &mut Tx, case: CaseId) -> Result<Vec<ConversationId>> {
    let facts = tx.case_facts(case).await?;
    let all = facts.iter().filter_map(|fact| Touched::read(fact)).map(|it| it.0);
    Ok(all.filter(|id| !facts.contains(&Fine(*id).fact())).collect())
}

/// How she can be reached, and whether she keeps anything of hers stopped.
async fn how(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<SafetyLetter> {
    let ids: Vec<PersonId> = parts(tx, person.chat).await?.iter().map(|part| part.id).collect();
    let mut conversation = Stands::Open;
    for pair in tx.pairs_of(&ids).await?.iter().filter(|pair| pair.phase == Phase::Held) {
        // Whether something else stops it she does not read.
        if keeps(tx, person, pair).await? {
            conversation = Stands::Stopped;
        }
    }
    let case = tx.unsafe_case_of(person.id).await?.map_or(CaseId(0), |(case, _)| case);
    promise::asks_how(tx, person, (case, conversation), now).await
}

/// Whether more than two are in it: then the whole of it stays stopped until the team decides.
fn is_circle(pair: &Conversation) -> bool {
    pair.active().count() > 2
}

/// It is about nobody here: whatever she stopped goes on.
async fn all_fine(
    tx: &mut Tx,
    person: &Person,
    (case, facts): (CaseId, &[Fact]),
    now: DateTime<Utc>,
) -> Result<()> {
    for pair in touched(tx, case).await? {
        is_fine(tx, (case, pair)).await?;
    }
    for fact in facts {
        fine(tx, person, (case, *fact), now).await?;
    }
    Ok(())
}

/// For her a conversation is open from now on, whatever else stops it, unless only the team decides about it.
async fn is_fine(tx: &mut Tx, (case, pair): (CaseId, ConversationId)) -> Result<()> {
    let Some(pair) = tx.conversation(pair).await?.filter(|pair| !is_circle(pair)) else { return Ok(()) };
    if is_hers(tx, case, &pair).await? {
        return Ok(());
    }
    note(tx, case, &[], &Fine(pair.id).fact()).await
}

/// Whether her case is about a conversation, or somebody in it whom she has named.
async fn is_hers(tx: &mut Tx, case: CaseId, pair: &Conversation) -> Result<bool> {
    let named = tx.named(&[case]).await?;
    let is_named = pair.active().any(|member| named.contains(&(case, member.person)));
    let about = tx.cases(&[case]).await?.pop().and_then(|file| file.conversation);
    let facts = tx.case_facts(case).await?;
    Ok(is_named || about == Some(pair.id) && facts.iter().any(|fact| fact == About::Partner.fact()))
}

/// She says that a conversation is fine: it goes on, unless something else holds it. A circle, what the case is about, and
/// a conversation with somebody she has named stay stopped until the team decides.
async fn fine(tx: &mut Tx, person: &Person, (case, fact): (CaseId, Fact), now: DateTime<Utc>) -> Result<()> {
    let pair = tx.conversation(fact.conversation).await?.filter(|pair| pair.phase == Phase::Held);
    let Some(mut pair) = pair.filter(|pair| !is_circle(pair)) else { return Ok(()) };
    if is_hers(tx, case, &pair).await? {
        return Ok(());
    }
    let mut facts = tx.case_facts(case).await?;
    facts.retain(|known| Fact::read(known) != Some(fact));
    tx.set_case_facts(case, &facts).await?;
    if held_beside(tx, case, &pair, now).await? {
        return Ok(());
    }
    reopen(tx, &mut pair, (person, fact.paused_until), now).await
}
