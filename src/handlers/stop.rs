//! "I don't feel safe": everything stops before anything is asked. The danger may be anywhere, so all conversations of
//! the account are held, each programme's team is told, and only what she says is fine goes on again.

use super::{cases, lifecycle, named, promise, switch};
use crate::domain::case::{CaseKind, NewCase, SaidAlone, Tapped};
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::id::{CaseId, ChatId, ConversationId, PersonId};
use crate::domain::person::{Person, Standing};
use crate::domain::safety::{
    AGAIN, AWAY, About, Fact, Fine, HELD, MISTAKE, NO_LATER, Reached, SafetyLetter, Stands, Stopped, Touched,
    nobody_yet,
};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// The parts of an account that can be in danger: mentees and mentors; those that have left only if there is no other.
pub(super) async fn parts(tx: &mut Tx, chat: ChatId) -> Result<Vec<Person>> {
    let all: Vec<Person> = tx.parts(chat).await?.into_iter().filter(|part| !part.role.is_staff()).collect();
    let here: Vec<Person> = all.iter().filter(|part| part.standing != Standing::Left).cloned().collect();
    Ok(if here.is_empty() { all } else { here })
}

/// The relay stops both ways in all conversations, and an urgent case opens in each programme.
pub(super) async fn not_safe(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<SafetyLetter> {
    let parts = parts(tx, person.chat).await?;
    let ids: Vec<PersonId> = parts.iter().map(|part| part.id).collect();
    let mut pairs = tx.pairs_of(&ids).await?;
    pairs.retain(|pair| pair.phase.is_live());
    let names = switch::names(&pairs, &ids);
    let mut programmes: BTreeMap<_, (Vec<&Person>, Vec<&mut Conversation>)> = BTreeMap::new();
    for part in &parts {
        programmes.entry(part.programme).or_default().0.push(part);
    }
    let (before, alone) = (pairs.clone(), pairs.len() < 2);
    for pair in &mut pairs {
        programmes.entry(pair.programme).or_default().1.push(pair);
    }
    let known = tx.danger(person.chat).await?.is_some_and(|danger| !danger.cases.is_empty());
    let mut only = None;
    for (people, pairs) in programmes.into_values() {
        let case = stop(tx, person, (&people, pairs, alone), now).await?;
        if people.iter().any(|part| part.id == person.id) || only.is_none() {
            only = Some(case);
        }
    }
    let case = only.unwrap_or(CaseId(0));
    promise::tell_once(tx, person, (case, known), now).await?;
    match before.as_slice() {
        [] => promise::asks_how(tx, person, (case, Stands::Alone), now).await,
        [pair] => {
            let partner = switch::partner(pair, &ids).map(str::to_owned);
            let about = tx.unsafe_case_about(pair.id, &ids).await?;
            if about.is_none() {
                // Pressed again with one conversation left: it is about this one, if she says so.
                tx.case_may_be_about(case, pair.id).await?;
            }
            let case = about.unwrap_or(case);
            Ok(SafetyLetter::Stopped { case, partner, paused_until: pair.paused_until })
        }
        _ => {
            let stopped = names.into_iter().map(|(conversation, name)| Stopped { conversation, name });
            Ok(SafetyLetter::StoppedAll(stopped.collect()))
        }
    }
}

/// Holds the conversations of one programme and opens its case.
async fn stop(
    tx: &mut Tx,
    person: &Person,
    (people, mut pairs, alone): (&[&Person], Vec<&mut Conversation>, bool),
    now: DateTime<Utc>,
) -> Result<CaseId> {
    let mut was = Vec::new();
    for pair in &mut pairs {
        // What the team stopped, and has not decided about since its day has come, is not hers to open.
        let held = pair.phase == Phase::Held || (pair.phase == Phase::Paused && pair.paused_until.is_none());
        was.push((pair.id, held, pair.paused_until));
        lifecycle::hold(tx, pair, Some(person.id), now).await?;
    }
    // What of hers has not arrived goes only with her yes from now on.
    let ids: Vec<ConversationId> = pairs.iter().map(|pair| pair.id).collect();
    tx.only_with_yes(&ids, &people.iter().map(|part| part.id).collect::<Vec<_>>()).await?;
    let inside = |part: &&&Person| pairs.iter().any(|pair| pair.has(part.id));
    let who = people.iter().find(inside).or(people.first()).copied().unwrap_or(person);
    let known = tx.unsafe_case_of(who.id).await?;
    let only = if let [pair] = pairs.as_slice() { Some(pair.id) } else { None };
    let case = NewCase {
        programme: who.programme,
        kind: CaseKind::Unsafe,
        // Pressed again, it is the same case, whatever is known about it by now.
        conversation: known.map_or(only, |(_, conversation)| conversation),
        person: Some(who.id),
        since: Some(now),
        due: promise::promised(tx, who, now).await?.due(),
        tried: Vec::new(),
    };
    let case = cases::open(tx, &case, now).await?;
    if known.is_some() {
        // That a call is safe was said about an earlier tap; that none may be made counts until she says otherwise.
        note(tx, case, &[Reached::Call.fact()], AGAIN).await?;
        let mut facts = tx.case_facts(case).await?;
        Tapped(now).keep(&mut facts);
        SaidAlone::forget(&mut facts);
        Fine::forget(&mut facts);
        tx.set_case_facts(case, &facts).await?;
    }
    named::count_partners(tx, (case, person.chat), &pairs).await?;
    tx.wake_unless(Alarm::NobodyYet, case.0, nobody_yet(now, now).unwrap_or(now)).await?;
    for (pair, pair_was) in pairs.iter().zip(&was) {
        let (id, was_held, paused_until) = *pair_was;
        note(tx, case, &[], &Touched(id).fact()).await?;
        // A hold that a coordinator set, or kept, is not hers to end.
        let kept = was_held && paused_until.is_some();
        let holds = |fact: &String| fact == HELD || Fact::read(fact).is_some_and(|it| it.conversation == id);
        let hold_it = beside(tx, case, pair, now).await?.iter().any(|facts| facts.iter().any(holds));
        if !kept && (!was_held || hold_it) {
            let fact = if alone { HELD.to_owned() } else { Fact::held(id, paused_until) };
            let mut facts = tx.case_facts(case).await?;
            let known = |fact: &String| Fact::read(fact).is_some_and(|it| it.conversation == id);
            if !facts.iter().any(known) {
                facts.retain(|it| *it != fact);
                facts.push(fact);
                tx.set_case_facts(case, &facts).await?;
            }
        }
    }
    Ok(case)
}

/// The other cases about safety that were open during the present hold.
pub(super) async fn beside(
    tx: &mut Tx,
    case: CaseId,
    pair: &Conversation,
    now: DateTime<Utc>,
) -> Result<Vec<Vec<String>>> {
    let since = pair.stops.last().and_then(|(from, _)| DateTime::from_timestamp_millis(*from)).unwrap_or(now);
    tx.unsafe_cases_beside(case, pair.id, since).await
}

/// Whether another case than this one holds a conversation: one whose writer has not said that it is about something else.
pub(super) async fn held_beside(
    tx: &mut Tx,
    case: CaseId,
    pair: &Conversation,
    now: DateTime<Utc>,
) -> Result<bool> {
    let others = beside(tx, case, pair, now).await?;
    Ok(others.iter().any(|facts| !says_no(facts)))
}

/// Whether what she said keeps a conversation stopped that was live when she pressed: by her own answers, whatever else
/// stops it, and unless it has been open since. A circle is not hers to open: her no keeps it stopped.
pub(super) async fn keeps(tx: &mut Tx, person: &Person, pair: &Conversation) -> Result<bool> {
    for (case, _) in mine(tx, person.chat).await? {
        let facts = tx.case_facts(case).await?;
        let touched = facts.iter().any(|fact| Touched::read(fact) == Some(Touched(pair.id)));
        let no = says_no(&facts) && pair.active().count() <= 2;
        if touched && !no && !facts.contains(&Fine(pair.id).fact()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether she said last that it is about something else: what she said before she pressed again does not count. Facts stand
/// in the order in which they came.
fn says_no(facts: &[String]) -> bool {
    let last = |wanted: &str| facts.iter().rposition(|fact| fact == wanted);
    last(About::Other.fact()).is_some_and(|no| last(AGAIN).is_none_or(|again| again < no))
}

/// Notes what she says it is about; `true` if it is her first answer, the only one that opens anything: later somebody
/// else may hold her phone. A later "no" is a line on the card beside what she said before.
pub(super) async fn answered(tx: &mut Tx, case: CaseId, about: About) -> Result<bool> {
    let facts = tx.case_facts(case).await?;
    let said = |fact: &str| facts.iter().any(|known| known == fact);
    let first = !About::FACTS.into_iter().any(said);
    if about == About::Other && !first {
        note(tx, case, &[], NO_LATER).await?;
    } else if about == About::Partner || !said(About::Partner.fact()) {
        note(tx, case, &About::FACTS, about.fact()).await?;
    }
    Ok(first)
}

/// "By mistake", in an open case: a line on its card, and nothing else. `false` if no case is open.
pub(super) async fn mistaken(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<bool> {
    let cases: Vec<CaseId> = mine(tx, chat).await?.into_iter().map(|(case, _)| case).collect();
    for case in &cases {
        note(tx, *case, &[], MISTAKE).await?;
        cases::learned(tx, *case, true, now).await?;
    }
    Ok(!cases.is_empty())
}

/// She blocks the bot, leaves, or cannot be reached while a case of hers is open: it rings from the start.
pub(super) async fn lost(tx: &mut Tx, chat: ChatId, now: DateTime<Utc>) -> Result<()> {
    for (case, _) in mine(tx, chat).await? {
        note(tx, case, &[], AWAY).await?;
        cases::ring_anew(tx, case, now).await?;
    }
    Ok(())
}

/// The account's open cases about safety, each with the conversations it holds; also of a part that has left.
pub(super) async fn mine(tx: &mut Tx, chat: ChatId) -> Result<Vec<(CaseId, Vec<Fact>)>> {
    let mut mine = Vec::new();
    for part in tx.parts(chat).await?.into_iter().filter(|part| !part.role.is_staff()) {
        if let Some((case, _)) = tx.unsafe_case_of(part.id).await? {
            let facts = tx.case_facts(case).await?;
            mine.push((case, facts.iter().filter_map(|fact| Fact::read(fact)).collect()));
        }
    }
    Ok(mine)
}

/// When the account last pressed in a case that is open.
pub(super) async fn last_tap(tx: &mut Tx, chat: ChatId) -> Result<Option<DateTime<Utc>>> {
    let cases: Vec<CaseId> = mine(tx, chat).await?.into_iter().map(|(case, _)| case).collect();
    let files = tx.cases(&cases).await?;
    Ok(files.iter().map(|case| Tapped::last(&case.tried).unwrap_or(case.opened_at)).max())
}

/// She says that it is about something else: a conversation goes on, with what she wrote before, or goes on being paused.
/// One whose pause by the team has reached its day meanwhile is the team's to decide about.
pub(super) async fn reopen(
    tx: &mut Tx,
    pair: &mut Conversation,
    (person, paused_until): (&Person, Option<DateTime<Utc>>),
    now: DateTime<Utc>,
) -> Result<()> {
    if paused_until.is_some_and(|until| until <= now) {
        return Ok(());
    }
    let mine: Vec<PersonId> = tx.parts(person.chat).await?.iter().map(|part| part.id).collect();
    tx.needs_no_yes(pair.id, &mine).await?;
    let by = person.id;
    match paused_until {
        Some(until) => lifecycle::back_to_pause(tx, pair, until, by, now).await,
        None => lifecycle::release(tx, pair, by, now).await,
    }
}

/// It is about somebody of this conversation after all: it stops, if it was open and she is in it; `true` if it does, which
/// whoever opened it must hear. That is not hers to end any more.
pub(super) async fn again(
    tx: &mut Tx,
    person: &Person,
    (case, pair): (CaseId, &mut Conversation),
    now: DateTime<Utc>,
) -> Result<bool> {
    if !pair.has_chat(person.chat) {
        return Ok(false);
    }
    // What else has stopped it since she does not read: for her it stops now, and a day that was decided about that is none
    // for her stop.
    let opened = pair.phase != Phase::Held;
    lifecycle::hold(tx, pair, Some(person.id), now).await?;
    let mine: Vec<PersonId> = tx.parts(person.chat).await?.iter().map(|part| part.id).collect();
    tx.only_with_yes(&[pair.id], &mine).await?;
    note(tx, case, &[&Fine(pair.id).fact()], &Touched(pair.id).fact()).await?;
    Ok(opened)
}

/// A conversation is open: whoever had pressed takes it for open from now on, whatever stops it later.
pub(super) async fn is_open(tx: &mut Tx, pair: ConversationId) -> Result<()> {
    is_not_hers(tx, pair).await?;
    for case in tx.unsafe_cases_touching(pair).await? {
        note(tx, case, &[], &Fine(pair).fact()).await?;
    }
    Ok(())
}

/// Somebody of the team has opened a conversation, or stops it now for a reason of his own: that it is stopped is not hers
/// to end any more by what she answers.
pub(super) async fn is_not_hers(tx: &mut Tx, pair: ConversationId) -> Result<()> {
    for (case, about) in tx.unsafe_cases_holding(pair).await? {
        let mut facts = tx.case_facts(case).await?;
        let holds = |fact: &String| Fact::read(fact).is_some_and(|it| it.conversation == pair);
        facts.retain(|fact| !holds(fact) && (fact != HELD || about != Some(pair)));
        tx.set_case_facts(case, &facts).await?;
    }
    Ok(())
}

/// How she can be reached concerns the team of each programme.
pub(super) async fn reached(tx: &mut Tx, chat: ChatId, case: CaseId) -> Result<Vec<CaseId>> {
    let mut cases: Vec<CaseId> = mine(tx, chat).await?.into_iter().map(|(case, _)| case).collect();
    if !cases.contains(&case) {
        cases.push(case);
    }
    Ok(cases)
}

/// Adds a fact to a case, in place of earlier ones of its kind.
pub(super) async fn note(tx: &mut Tx, case: CaseId, kind: &[&str], fact: &str) -> Result<()> {
    let mut facts = tx.case_facts(case).await?;
    facts.retain(|known| !kind.contains(&known.as_str()) && known != fact);
    facts.push(fact.to_owned());
    tx.set_case_facts(case, &facts).await
}
