//! Breaks: a member takes one, and it ends, on its day or by her. What is for her waits; her pairs go on being open, so that
//! in a circle the others do not notice. And what goes on when a break or a stop is over.

use super::delivery::unasked;
use super::{checkin, leak, missed, passing, patience, whom};
use crate::domain::conversation::{Conversation, Member, Phase};
use crate::domain::help::HelpLetter;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::{Letter, Post};
use crate::domain::pause::{Notice, WEEKS};
use crate::domain::person::Person;
use crate::domain::relay::RelayLetter;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};

async fn say(tx: &mut Tx, person: &Person, letter: impl Into<Letter>, now: DateTime<Utc>) -> Result<()> {
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// For how long, or that she is on a break already.
pub(super) async fn ask(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let pairs = live_pairs(tx, person).await?;
    let all_stopped = !pairs.is_empty() && pairs.iter().all(Conversation::is_stopped);
    match person.paused_until {
        Some(until) => say(tx, person, HelpLetter::Paused(until), now).await,
        // Nothing of hers waits, and she knows why.
        None if all_stopped && tx.danger(person.chat).await?.is_some() => {
            whom::nobody_now(tx, person, now).await
        }
        // In a stop as in a break that nobody is told of: what is asked for tells nothing.
        None if !pairs.is_empty() => say(tx, person, HelpLetter::Pause, now).await,
        None => say(tx, person, HelpLetter::PauseAlone, now).await,
    }
}

/// So many weeks: may the others know until when?
pub(super) async fn chose(tx: &mut Tx, person: &Person, weeks: i64, now: DateTime<Utc>) -> Result<()> {
    let open = live_pairs(tx, person).await?;
    if person.paused_until.is_some() || open.is_empty() || !WEEKS.contains(&weeks) {
        return ask(tx, person, now).await;
    }
    let only = if let [pair] = open.as_slice() { pair.partner(person.id) } else { None };
    let partner = only.map(str::to_owned);
    say(tx, person, HelpLetter::MayKnow { weeks, partner }, now).await
}

async fn live_pairs(tx: &mut Tx, person: &Person) -> Result<Vec<Conversation>> {
    let mut pairs = tx.pairs_of(&[person.id]).await?;
    pairs.retain(|pair| pair.phase.is_live());
    Ok(pairs)
}

/// She is on a break from now on. The others read it only if she wants.
pub(super) async fn begin(
    tx: &mut Tx,
    person: &Person,
    (weeks, told): (i64, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    let open = live_pairs(tx, person).await?;
    if person.paused_until.is_some() || open.is_empty() || !WEEKS.contains(&weeks) {
        return ask(tx, person, now).await;
    }
    let until = now + TimeDelta::weeks(weeks);
    tx.take_break(person.id, until, told).await?;
    tx.hold_for(person.id).await?;
    tx.wake(Alarm::Break, person.id.0, until).await?;
    tx.audit(Some(person.id.0), "took a break", None, now).await?;
    for pair in tx.pairs_of(&[person.id]).await? {
        begins_in(tx, pair, (person, until, told), now).await?;
    }
    say(tx, person, HelpLetter::Paused(until), now).await
}

async fn begins_in(
    tx: &mut Tx,
    pair: Conversation,
    (person, until, told): (&Person, DateTime<Utc>, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    missed::clock(tx, pair.clone(), now).await?;
    checkin::cancel_unseen(tx, (&pair, Some(person.id)), |it| it == person.id || pair.rests_for(it), now)
        .await?;
    if !told {
        return Ok(());
    }
    let others: Vec<_> = pair.active().filter(|member| member.person != person.id).collect();
    if pair.phase != Phase::Active {
        // Told when it is open again (`goes_on`): of this one nobody knows, whatever was told of one before.
        let known = others.iter().filter(|it| it.knows_break && !others_away(&pair, person.id));
        return tx.tell(&known.map(|it| (pair.id, it.person)).collect::<Vec<_>>(), None).await;
    }
    let letter = HelpLetter::PartnerAway { name: Some(person.alias.clone()), until };
    let posts: Vec<Post> = others.iter().map(|member| unasked(*member, letter.clone())).collect();
    tx.post_all(&posts, now).await?;
    let told: Vec<_> = others.iter().map(|member| (pair.id, member.person)).collect();
    tx.tell(&told, Some(Notice::Break.as_str())).await
}

/// She ends her break early.
pub(super) async fn back(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    if person.paused_until.is_none() {
        return ask(tx, person, now).await;
    }
    tx.let_sleep(Alarm::Break, person.id.0).await?;
    say(tx, person, HelpLetter::Resumed, now).await?;
    over(tx, person, now).await
}

/// She keeps her break; what she wrote goes when it ends.
pub(super) async fn keeps(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    match person.paused_until {
        Some(until) => say(tx, person, HelpLetter::BreakKept(until), now).await,
        None => say(tx, person, HelpLetter::BreakOver, now).await,
    }
}

/// Breaks whose day has come.
pub(super) async fn breaks_end(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|id| PersonId(*id)).collect();
    for person in tx.persons(&ids).await? {
        match person.paused_until {
            None => {}
            Some(until) if now < until => tx.wake(Alarm::Break, person.id.0, until).await?,
            Some(_) => {
                tx.post(unasked(&person, HelpLetter::BreakOver), now).await?;
                over(tx, &person, now).await?;
            }
        }
    }
    Ok(())
}

/// A break is over: what waited for her, and what she wrote, goes out in order, where nothing else keeps it.
async fn over(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    tx.end_break(person.id).await?;
    tx.audit(Some(person.id.0), "break ended", None, now).await?;
    let mut pairs = tx.pairs_of(&[person.id]).await?;
    for pair in &mut pairs {
        pair.keep_clock(now);
        if pair.phase == Phase::Active {
            tell_back(tx, pair, person, now).await?;
        }
    }
    tx.save_conversations(&pairs).await?;
    goes_on(tx, &pairs, now).await
}

/// Who was told of a break hears that it has ended.
async fn tell_back(tx: &mut Tx, pair: &Conversation, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let told = tx.told_in(&[pair.id]).await?;
    let back = pair.active().filter(|member| {
        let knows = told.get(&(pair.id, member.person)).map(String::as_str) == Some(Notice::Break.as_str());
        member.person != person.id && knows
    });
    let letter = HelpLetter::PartnerBack { name: person.alias.clone() };
    let back: Vec<_> = back.collect();
    let posts: Vec<Post> = back.iter().map(|member| unasked(*member, letter.clone())).collect();
    tx.post_all(&posts, now).await?;
    let heard = back.iter().filter(|member| !others_away(pair, member.person));
    tx.tell(&heard.map(|member| (pair.id, member.person)).collect::<Vec<_>>(), None).await
}

/// Something that kept these pairs is over. What nothing else keeps goes out in order; whoever read that her conversation
/// rests hears that it goes on; who wrote something that needs her word is asked.
pub(super) async fn goes_on(tx: &mut Tx, pairs: &[Conversation], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<ConversationId> = pairs.iter().map(|pair| pair.id).collect();
    let told = tx.told_in(&ids).await?;
    let (mut over, mut away) = (Vec::new(), Vec::new());
    let mut posts = Vec::new();
    for (pair, member) in pairs.iter().flat_map(|pair| pair.active().map(move |member| (pair, member))) {
        let notice = told.get(&(pair.id, member.person)).and_then(|told| Notice::parse(told));
        let resting = pair.rests_for(member.person);
        let news = breaks_untold(pair, member, notice);
        if !news.is_empty() {
            // It goes on with those who are there.
            if notice == Some(Notice::Rests) && !resting && member.away.is_none() {
                posts.push(unasked(member, RelayLetter::Unpaused).among(pair.id));
            }
            posts.extend(news.into_iter().map(|letter| unasked(member, letter)));
            away.push((pair.id, member.person));
            continue;
        }
        match notice {
            // On a break of her own it does not go on for her.
            Some(Notice::Rests) if !resting && member.away.is_none() => {
                posts.push(unasked(member, RelayLetter::Unpaused).among(pair.id));
            }
            Some(Notice::Break) if others_away(pair, member.person) || pair.phase != Phase::Active => {
                continue;
            }
            // It ended while something else kept the pair: whoever knew of it hears that it goes on.
            Some(Notice::Break) if !resting && member.away.is_none() => {
                posts.push(unasked(member, RelayLetter::Unpaused).among(pair.id));
            }
            Some(Notice::Own) if member.away.is_some() => continue,
            Some(Notice::Break | Notice::Own) => {}
            Some(Notice::Rests | Notice::First | Notice::Unreachable) | None => continue,
        }
        over.push((pair.id, member.person));
    }
    tx.post_all(&posts, now).await?;
    tx.tell(&over, None).await?;
    tx.tell(&away, Some(Notice::Break.as_str())).await?;
    let released = tx.release(&ids).await?;
    passing::arrive(tx, &released, now).await?;
    leak::ask_now(tx, &ids, now).await?;
    let mut chats: Vec<_> = pairs.iter().flat_map(Conversation::active).map(|member| member.chat).collect();
    chats.sort_unstable();
    chats.dedup();
    patience::watch(tx, &chats).await?;
    let open = pairs.iter().filter(|pair| pair.phase == Phase::Active);
    // Who was to be asked about somebody new was not, while the pair rested.
    let mut alarms: Vec<_> = open
        .clone()
        .flat_map(|pair| [(Alarm::Silence, pair.id.0, now), (Alarm::Proposal, pair.id.0, now)])
        .collect();
    let members = open.flat_map(Conversation::active);
    alarms.extend(members.map(|member| (Alarm::Pulse, member.person.0, now)));
    tx.wake_all(&alarms).await
}

/// Whether somebody else of a pair is on a break that the others know of.
fn others_away(pair: &Conversation, member: PersonId) -> bool {
    let others = pair.active().filter(|it| it.person != member);
    others.filter_map(|it| it.away).any(|away| away.told)
}

/// Breaks that began in a stop, and that the others may know of: now it is over.
fn breaks_untold(pair: &Conversation, reader: &Member, notice: Option<Notice>) -> Vec<HelpLetter> {
    if pair.phase != Phase::Active || notice == Some(Notice::Break) {
        return Vec::new();
    }
    let others = pair.active().filter(|it| it.person != reader.person);
    let told = others.filter_map(|it| Some((it, it.away.filter(|away| away.told)?)));
    told.map(|(it, away)| HelpLetter::PartnerAway { name: Some(it.alias.clone()), until: away.until })
        .collect()
}
