//! A stopped conversation is opened again, wherever that is offered: whoever opens it sees what waits of whom and decides
//! about each writer's. What somebody wrote before she pressed 🆘 is not in the team's hands: she is asked herself.

use super::delivery::unasked;
use super::press::Press;
use super::{House, cases, desk, leak, leaving, lifecycle, passing, patience, promise, switch, whom};
use crate::domain::conversation::{Conversation, Member, Phase};
use crate::domain::id::{ChatId, ConversationId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::opening::{
    Choice, Opening, OpeningAnswer, OpeningLetter, Pile, Pressed, Stands, Step, Whence, stopped,
};
use crate::domain::pause::Notice;
use crate::domain::person::Person;
use crate::domain::relay::RelayLetter;
use crate::domain::safety::SafetyLetter;
use crate::store::{Hers, Result, Tx};
use chrono::{DateTime, Utc};

/// The question that comes before any opening: what waits, and what is to become of it. `None` if this conversation is not
/// stopped, or not hers to open. Whoever offers to open shows this.
pub(super) async fn question(
    tx: &mut Tx,
    me: &Person,
    (from, pair): (Whence, ConversationId),
) -> Result<Option<OpeningLetter>> {
    let Some(pair) = may_open(tx, me, (from, pair)).await? else { return Ok(None) };
    let stands = stands(tx, &pair).await?;
    Ok(Some(OpeningLetter::Ask(Box::new(Opening::new(from, stands)))))
}

/// The stopped conversation, if she may open it from there.
async fn may_open(
    tx: &mut Tx,
    me: &Person,
    (from, pair): (Whence, ConversationId),
) -> Result<Option<Conversation>> {
    let found = match from {
        Whence::Case(case) => cases::to_open(tx, me, (case, pair)).await?,
        Whence::Desk => desk::hers(tx, me, pair).await?.filter(|pair| !pair.has_chat(me.chat)),
    };
    let Some(pair) = found.filter(|pair| pair.phase.is_stopped()) else { return Ok(None) };
    let aside = cases::is_set_aside(tx, me, Some(&pair)).await? || is_not_for(tx, me, &pair).await?;
    let goes_on = leaving::as_it_goes_on(tx, &pair).await?.is_some();
    Ok(Some(pair).filter(|_| goes_on && !aside))
}

/// Whether a pair was stopped because of somebody in it, and she is in it herself: others open or end it.
pub(super) async fn is_not_for(tx: &mut Tx, me: &Person, pair: &Conversation) -> Result<bool> {
    Ok(pair.has_chat(me.chat)
        && pair.phase.is_stopped()
        && (pair.phase == Phase::Held || !pressed(tx, pair).await?.is_empty()))
}

/// How a stopped conversation stands now.
async fn stands(tx: &mut Tx, pair: &Conversation) -> Result<Stands> {
    let mut piles = tx.piles(pair.id).await?;
    for member in pair.active() {
        if !piles.iter().any(|pile| pile.person == member.person) {
            piles.push(Pile {
                person: member.person,
                alias: member.alias.clone(),
                count: 0,
                since: None,
                newest: None,
                hers: false,
            });
        }
    }
    piles.sort_by_key(|pile| (pile.count == 0, pile.person, pile.hers));
    Ok(Stands {
        pair: pair.id,
        stopped_at: pair.stopped_at,
        until: pair.paused_until,
        piles,
        pressed: pressed(tx, pair).await?,
    })
}

/// Who pressed 🆘 in the present stop.
pub(super) async fn pressed(tx: &mut Tx, pair: &Conversation) -> Result<Vec<Pressed>> {
    let ids = tx.pressed_in(pair.id).await?;
    let cases = tx.cases(&ids).await?;
    let here = cases.iter().filter(|case| stopped(case, pair.id, pair.stopped_at));
    let press =
        here.filter_map(|case| Some(Pressed { person: case.person?, case: case.id, rung: case.told_until }));
    Ok(press.collect())
}

/// Works on an answer; gives the toast's text, if it has one.
pub(super) async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: OpeningAnswer,
) -> Result<Option<Letter>> {
    let letter = match answer {
        OpeningAnswer::Choose(opening, choice) => decided(tx, press, &opening, Some(choice)).await?,
        OpeningAnswer::Open(opening) => decided(tx, press, &opening, None).await?,
        OpeningAnswer::Back(Whence::Desk, pair) => return desk::show(tx, house, press, pair).await,
        OpeningAnswer::Back(Whence::Case(_), _) => OpeningLetter::Kept,
        OpeningAnswer::Yes(pair) => said(tx, press, (pair, true)).await?,
        OpeningAnswer::No(pair) => said(tx, press, (pair, false)).await?,
        OpeningAnswer::WriteTo(pair) => return switch::write_to(tx, press, pair).await,
    };
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await.map(|_| None)
}

/// A press of the team's on what it was shown.
async fn decided(
    tx: &mut Tx,
    press: &Press,
    opening: &Opening,
    choice: Option<Choice>,
) -> Result<OpeningLetter> {
    let Some(mut pair) = may_open(tx, &press.person, (opening.from, opening.stands.pair)).await? else {
        return Ok(OpeningLetter::Over);
    };
    match opening.pressed(choice, stands(tx, &pair).await?) {
        Step::Ask(next) => Ok(OpeningLetter::Ask(Box::new(next))),
        Step::Open(dropped) => {
            open(tx, press, (&mut pair, &dropped)).await?;
            if let Whence::Case(case) = opening.from {
                cases::opened(tx, &press.person, case, press.now).await?;
            }
            Ok(OpeningLetter::Opened(Box::new(Opening { again: false, ..opening.clone() })))
        }
    }
}

/// It is open, without what these wrote: each of them is told.
async fn open(tx: &mut Tx, press: &Press, (pair, dropped): (&mut Conversation, &[PersonId])) -> Result<()> {
    let (by, now) = (press.person.id, press.now);
    let lost = tx.drop_piles(pair.id, dropped).await?;
    lifecycle::open(tx, pair, by, now).await?;
    if !dropped.is_empty() {
        tx.audit(Some(by.0), "waiting messages dropped", Some(pair.id.0), now).await?;
    }
    patience::tell_lost(tx, &lost, now).await
}

/// A conversation is open again. Who pressed 🆘 in its stop reads so before anybody else, and is asked about what she wrote
/// before; who opened it herself knows, and is only asked about what still needs her yes.
pub(super) async fn reads_first(
    tx: &mut Tx,
    pair: &Conversation,
    (pressed, by): (&[Pressed], Option<PersonId>),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.yes_is_over(&[pair.id]).await?;
    let people: Vec<PersonId> = pressed.iter().map(|it| it.person).collect();
    let mut chats: Vec<ChatId> = tx.persons(&people).await?.iter().map(|person| person.chat).collect();
    let own = tx.persons(by.as_slice()).await?.pop().map(|person| person.chat);
    chats.retain(|chat| Some(*chat) != own);
    let hers = tx.hers(&[pair.id]).await?;
    let reads =
        |member: &&Member| chats.contains(&member.chat) || hers.iter().any(|it| it.author == member.person);
    let readers: Vec<&Member> = pair.active().filter(reads).collect();
    let told = tx.told_in(&[pair.id]).await?;
    let rested = |member: &&&Member| {
        let told = told.get(&(pair.id, member.person)).map(String::as_str);
        told == Some(Notice::Rests.as_str()) && !pair.rests_for(member.person)
    };
    // What everybody reads who wrote into the stop she has read in other words.
    let knows: Vec<_> = readers.iter().filter(rested).map(|member| (pair.id, member.person)).collect();
    tx.tell(&knows, None).await?;
    for member in readers {
        tells(tx, (pair, member), &hers, now).await?;
    }
    Ok(())
}

async fn tells(
    tx: &mut Tx,
    (pair, member): (&Conversation, &Member),
    hers: &[Hers],
    now: DateTime<Utc>,
) -> Result<()> {
    let waits = hers.iter().find(|it| it.author == member.person);
    let partner = if pair.active().count() == 2 { pair.partner(member.person) } else { None };
    let to_team = tx.danger(member.chat).await?.is_some();
    let open = whom::open_in_danger(tx, member.chat).await?;
    let called = open.into_iter().find(|(id, _)| *id == pair.id).map(|(_, name)| name);
    let letter = OpeningLetter::Hers {
        conversation: pair.id,
        partner: partner.map(str::to_owned),
        waits: waits.map(|it| (it.count, it.since)),
        to_team,
        called: called.unwrap_or_default(),
    };
    let post = unasked(member, letter).among(pair.id).answering(waits.map(|it| it.first));
    let question = tx.post(post, now).await?;
    if waits.is_some() {
        tx.asks_for_yes((pair.id, member.person), question).await?;
    }
    Ok(())
}

/// Whether whoever reads this knows that a conversation is stopped: she pressed 🆘 in its stop.
pub(super) async fn is_hers(tx: &mut Tx, person: &Person, pair: &Conversation) -> Result<bool> {
    if !pair.phase.is_stopped() {
        return Ok(false);
    }
    let pressed: Vec<PersonId> = pressed(tx, pair).await?.iter().map(|it| it.person).collect();
    Ok(tx.persons(&pressed).await?.iter().any(|it| it.chat == person.chat))
}

/// That it is open again, as it stands when she reads it: she may have stopped it anew, or her case be over. What else stops it
/// she does not read.
pub(super) async fn as_it_stands(tx: &mut Tx, person: &Person, letter: OpeningLetter) -> Result<Letter> {
    let OpeningLetter::Hers { conversation, partner, waits, called, .. } = letter else {
        return Ok(letter.into());
    };
    let to_team = tx.danger(person.chat).await?.is_some();
    let pair = tx.conversation(conversation).await?.filter(|pair| pair.phase.is_live());
    let Some(pair) = pair else { return Ok(RelayLetter::Ended.into()) };
    if !is_hers(tx, person, &pair).await? {
        let hers = tx.hers(&[conversation]).await?;
        let hers = hers.iter().find(|it| it.author == person.id).map(|it| (it.count, it.since));
        let waits = waits.and(hers);
        return Ok(OpeningLetter::Hers { conversation, partner, waits, to_team, called }.into());
    }
    if to_team {
        return promise::says(tx, person, SafetyLetter::TeamReads).await.map(Letter::from);
    }
    Ok(RelayLetter::Rests.into())
}

/// These people are at another address now: what they were asked there they are asked here.
pub(super) async fn asks_anew(tx: &mut Tx, people: &[PersonId], now: DateTime<Utc>) -> Result<()> {
    let mut pairs = tx.pairs_of(people).await?;
    pairs.retain(|pair| !pair.phase.is_stopped());
    let ids: Vec<ConversationId> = pairs.iter().map(|pair| pair.id).collect();
    let hers = tx.hers(&ids).await?;
    for pair in &pairs {
        let here: Vec<Hers> = hers.iter().filter(|it| it.conversation == pair.id).copied().collect();
        let asked = |member: &&Member| {
            people.contains(&member.person) && here.iter().any(|it| it.author == member.person)
        };
        for member in pair.active().filter(asked) {
            tells(tx, (pair, member), &here, now).await?;
        }
    }
    Ok(())
}

/// Her own yes or no about what she wrote before she pressed 🆘.
async fn said(tx: &mut Tx, press: &Press, (pair, yes): (ConversationId, bool)) -> Result<OpeningLetter> {
    let me = press.person.id;
    let waits = tx.hers(&[pair]).await?.iter().any(|it| it.author == me);
    let answered = tx.answered_yes_or_no((pair, me), press.root).await?;
    if answered.is_empty() || !waits {
        return Ok(OpeningLetter::Late);
    }
    if !yes {
        tx.withdraw_held(&answered).await?;
        return Ok(OpeningLetter::Stays);
    }
    let released = tx.release(&[pair]).await?;
    passing::arrive(tx, &released, press.now).await?;
    leak::ask_now(tx, &[pair], press.now).await?;
    Ok(OpeningLetter::Goes(released.iter().any(|it| answered.contains(&it.source))))
}
