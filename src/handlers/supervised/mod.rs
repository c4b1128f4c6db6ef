//! Supervised pairs: the lead asks, the members agree and see it pinned, and whoever reads reports reads along.

mod copies;
mod elsewhere;
mod facts;
mod first;
mod group;
mod over;
mod room;
mod taking;

pub use copies::carried;
pub(super) use copies::{changed, rooms_of};
pub(super) use elsewhere::{elsewhere, is_report, report_on, reports_wanted, rooms_wanted};
pub use facts::recovered;
pub(super) use facts::{not_arrived, perhaps, refused};
pub(super) use first::asks_first;
pub(super) use group::{asked, link_as, lost, topic_refused};
pub(super) use over::{outlived, resolved};
pub(super) use room::{has_reader, report, unread};
pub(super) use taking::{case_about_author, look, take};

use super::press::Press;
use super::{House, desk, morning, removal};
use crate::domain::conversation::{Conversation, Sort, Supervised};
use crate::domain::help::HelpLetter;
use crate::domain::id::{ChatId, ConversationId, LetterId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::PairLine;
use crate::domain::person::{Person, Reach, Role, Standing};
use crate::domain::supervised::{SupervisedAnswer, SupervisedLetter};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: SupervisedAnswer,
) -> Result<Option<Letter>> {
    match answer {
        SupervisedAnswer::Read(id) => room::read(tx, press, id).await,
        SupervisedAnswer::Remove(source) => removal::pressed(tx, press, source).await,
        SupervisedAnswer::Agree(pair) => agree(tx, press, pair).await,
        SupervisedAnswer::Decline(pair) => decline(tx, press, pair).await,
        SupervisedAnswer::Start(pair) => start(tx, press, pair).await,
        SupervisedAnswer::End(pair) => end(tx, press, pair).await,
        SupervisedAnswer::Back(pair) => desk::show(tx, house, press, pair).await,
        SupervisedAnswer::Privately => first::privately(tx, press).await,
    }
}

async fn rewrite(tx: &mut Tx, press: &Press, with: SupervisedLetter) -> Result<Option<Letter>> {
    let rewrite = Op::Rewrite { of: press.root, with: with.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}

/// Presses that come too late, or are not hers.
fn stale() -> Letter {
    HelpLetter::Stale.into()
}

/// A live pair of the programme that its lead decides about.
async fn led(tx: &mut Tx, me: &Person, id: ConversationId) -> Result<Option<Conversation>> {
    let leads = me.role == Role::Lead && me.standing == Standing::Ready;
    let may = |pair: &Conversation| {
        let live = pair.programme == me.programme && pair.sort == Sort::Pair && pair.phase.is_live();
        // Whoever is in it neither begins nor ends that others read along.
        leads && live && !pair.has_chat(me.chat)
    };
    Ok(tx.conversation(id).await?.filter(may))
}

/// What the lead can do about a pair's supervision.
pub(super) async fn about(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let Some(pair) = led(tx, &press.person, id).await? else { return Ok(Some(stale())) };
    let minor = has_minor(tx, &pair).await?;
    let letter =
        SupervisedLetter::About { pair: PairLine::of(&pair, press.now), supervised: pair.supervised, minor };
    rewrite(tx, press, letter).await
}

/// Somebody in the pair is under 18.
async fn has_minor(tx: &mut Tx, pair: &Conversation) -> Result<bool> {
    let ids: Vec<_> = pair.active().map(|member| member.person).collect();
    Ok(tx.persons(&ids).await?.iter().any(Person::is_minor))
}

/// The lead asks both sides. Until all have agreed, their conversation stays as it was.
async fn start(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let pair = led(tx, &press.person, id).await?.filter(|pair| pair.supervised == Supervised::No);
    let Some(pair) = pair else { return Ok(Some(stale())) };
    let chats: Vec<_> = pair.active().map(|member| member.chat).collect();
    if !has_reader(tx, pair.programme, &chats).await? {
        return rewrite(tx, press, SupervisedLetter::NoReader).await;
    }
    // What was asked before is over: each is asked anew.
    let before: Vec<_> = asked_of(tx, pair.id).await?.into_iter().map(|(_, letter)| letter).collect();
    tx.give_up_waiting(&before, press.now).await?;
    tx.supervise(pair.id, Supervised::Asked).await?;
    tx.audit(Some(press.person.id.0), "supervision asked", Some(pair.id.0), press.now).await?;
    let line = PairLine::of(&pair, press.now);
    if pair.is_stopped() {
        return rewrite(tx, press, SupervisedLetter::AsksLater(line)).await;
    }
    ask(tx, &pair, press.now).await?;
    rewrite(tx, press, SupervisedLetter::Asking(line)).await
}

/// Who is asked by a letter that she has not answered.
async fn asked_of(tx: &mut Tx, pair: ConversationId) -> Result<Vec<(PersonId, LetterId)>> {
    let offer = Letter::from(SupervisedLetter::Ask { pair, partner: None }).offer();
    tx.asked_in(pair, &offer).await
}

/// Asks every member who has not agreed. Who was asked before the pair was stopped still is: a second question would tell
/// her of the stop.
async fn ask(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    let open = tx.not_agreed(pair.id).await?;
    let asked: Vec<_> = asked_of(tx, pair.id).await?.into_iter().map(|(person, _)| person).collect();
    let ask =
        |reader| SupervisedLetter::Ask { pair: pair.id, partner: pair.partner(reader).map(str::to_owned) };
    let is_to_be = |person: &PersonId| open.contains(person) && !asked.contains(person);
    let to_ask = pair.active().filter(|member| is_to_be(&member.person));
    let posts = to_ask.map(|member| Post::ranked(member, Rank::Prompt, ask(member.person))).collect();
    morning::post(tx, posts, now).await
}

/// A stopped pair is open again. Nobody was told anything about it meanwhile: who has not agreed is asked now; if all have,
/// it begins; if it ended, they read so.
pub(super) async fn opened(tx: &mut Tx, id: ConversationId, now: DateTime<Utc>) -> Result<()> {
    let Some(mut pair) = tx.conversation(id).await? else { return Ok(()) };
    if pair.supervised == Supervised::Yes {
        return Ok(());
    }
    tell_over(tx, &pair, now).await?;
    match pair.supervised {
        Supervised::No | Supervised::Yes => Ok(()),
        Supervised::Asked if tx.not_agreed(id).await?.is_empty() => began(tx, &mut pair, now).await,
        Supervised::Asked => ask(tx, &pair, now).await,
    }
}

/// All have agreed: it begins, and the lead hears so.
async fn began(tx: &mut Tx, pair: &mut Conversation, now: DateTime<Utc>) -> Result<()> {
    begin(tx, pair, now).await?;
    tell_lead(tx, pair, SupervisedLetter::Began, now).await
}

/// A live pair whose members are asked, if this is one of them.
async fn asked_in(tx: &mut Tx, me: &Person, id: ConversationId) -> Result<Option<Conversation>> {
    let asked = |pair: &Conversation| {
        let open = pair.phase.is_live() && pair.supervised == Supervised::Asked;
        open && pair.has(me.id)
    };
    Ok(tx.conversation(id).await?.filter(asked))
}

async fn agree(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let Some(mut pair) = asked_in(tx, &press.person, id).await? else { return Ok(Some(stale())) };
    let open = tx.agree(id, press.person.id, press.now).await?;
    rewrite(tx, press, SupervisedLetter::Agreed).await?;
    if open == 0 && !pair.is_stopped() {
        began(tx, &mut pair, press.now).await?;
    }
    Ok(None)
}

async fn decline(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let Some(pair) = asked_in(tx, &press.person, id).await? else { return Ok(Some(stale())) };
    tx.supervise(id, Supervised::No).await?;
    tx.audit(Some(press.person.id.0), "supervision declined", Some(id.0), press.now).await?;
    tell_lead(tx, &pair, SupervisedLetter::NotAgreed, press.now).await?;
    rewrite(tx, press, SupervisedLetter::Declined).await
}

async fn tell_lead(
    tx: &mut Tx,
    pair: &Conversation,
    letter: impl Fn(PairLine) -> SupervisedLetter,
    now: DateTime<Utc>,
) -> Result<()> {
    let leads = tx.leads(pair.programme).await?;
    let line = PairLine::of(pair, now);
    let posts = leads.iter().map(|lead| Post::ranked(lead, Rank::Announcement, letter(line.clone())));
    morning::post(tx, posts.collect(), now).await
}

/// All have agreed: from now on everything is read, and each sees that in her chat.
pub(super) async fn begin(tx: &mut Tx, pair: &mut Conversation, now: DateTime<Utc>) -> Result<()> {
    pair.supervised = Supervised::Yes;
    tx.supervise(pair.id, Supervised::Yes).await?;
    elsewhere::asks_about(tx, pair, now).await?;
    copies::watch_what_waits(tx, pair.id, now).await?;
    tx.all_agree(pair.id, now).await?;
    let posts: Vec<Post> = pair
        .active()
        .map(|member| {
            let post = Post::ranked(member, Rank::Relay, SupervisedLetter::Pinned(pair.id)).among(pair.id);
            Post { held: member.reach != Reach::Reachable, ..post }
        })
        .collect();
    let letters = tx.post_all(&posts, now).await?;
    let pinned: Vec<_> =
        pair.active().zip(letters).map(|(member, letter)| (pair.id, member.person, letter)).collect();
    tx.pinned(&pinned).await?;
    tx.audit(None, "supervision began", Some(pair.id.0), now).await
}

/// Somebody comes into the pair, and knew that the team reads along, if it does: then she sees it pinned like the others.
pub(super) async fn joins(
    tx: &mut Tx,
    pair: &mut Conversation,
    who: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    match pair.supervised {
        Supervised::No => return Ok(()),
        Supervised::Asked if tx.agree(pair.id, who, now).await? == 0 => {
            return began(tx, pair, now).await;
        }
        Supervised::Asked => return Ok(()),
        Supervised::Yes => {
            elsewhere::asks_about(tx, pair, now).await?;
            tx.agree(pair.id, who, now).await?
        }
    };
    let Some(member) = pair.active().find(|member| member.person == who) else { return Ok(()) };
    let post = Post::ranked(member, Rank::Relay, SupervisedLetter::Pinned(pair.id)).among(pair.id);
    let pinned = tx.post(post, now).await?;
    tx.pinned(&[(pair.id, who, pinned)]).await
}

/// Somebody goes out of the pair: what is pinned in her chat says so no more. If all others have agreed, it begins.
pub(super) async fn leaves(
    tx: &mut Tx,
    (id, who): (ConversationId, PersonId),
    now: DateTime<Utc>,
) -> Result<()> {
    let rewrite = |of| Op::Rewrite { of, with: SupervisedLetter::Over(id).into() };
    let pinned = tx.unpin(id, Some(who)).await?;
    let posts: Vec<Post> =
        pinned.into_iter().map(|(to, of)| Post::op(to, Rank::Relay, rewrite(of))).collect();
    tx.post_all(&posts, now).await?;
    let asked = |pair: &Conversation| pair.supervised == Supervised::Asked && !pair.is_stopped();
    let Some(mut pair) = tx.conversation(id).await?.filter(asked) else { return Ok(()) };
    if !tx.not_agreed(id).await?.is_empty() {
        return Ok(());
    }
    began(tx, &mut pair, now).await
}

/// The lead ends it, or stops asking.
async fn end(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let pair = led(tx, &press.person, id).await?.filter(|pair| pair.supervised != Supervised::No);
    let Some(pair) = pair else { return Ok(Some(stale())) };
    if has_minor(tx, &pair).await? {
        return about(tx, press, id).await;
    }
    ends(tx, &pair, press.person.id, press.now).await?;
    rewrite(tx, press, SupervisedLetter::Ended(PairLine::of(&pair, press.now))).await
}

/// Reading along ends, or nobody is asked about it any more: each member reads so, of a stopped pair when it is open again.
async fn ends(tx: &mut Tx, pair: &Conversation, by: PersonId, now: DateTime<Utc>) -> Result<()> {
    tx.supervise(pair.id, Supervised::No).await?;
    tx.audit(Some(by.0), "supervision ended", Some(pair.id.0), now).await?;
    if pair.supervised == Supervised::Yes {
        over::ended(tx, pair.id, now).await?;
    }
    if pair.is_stopped() { Ok(()) } else { tell_over(tx, pair, now).await }
}

/// Whoever still sees it pinned reads that the team reads along no more.
async fn tell_over(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    let seen = unpin(tx, pair.id, now).await?;
    let over = SupervisedLetter::Over(pair.id);
    let told = pair.active().filter(|member| seen.contains(&member.chat));
    let told = told.map(|member| Post::ranked(member, Rank::Relay, over.clone()).among(pair.id));
    tx.post_all(&told.collect::<Vec<_>>(), now).await.map(drop)
}

/// The conversations of somebody in which the team reads along, or has asked whether it may.
pub(super) async fn of(tx: &mut Tx, person: PersonId) -> Result<Vec<Conversation>> {
    let mut pairs = tx.pairs_of(&[person]).await?;
    pairs.retain(|pair| pair.phase.is_live() && pair.supervised != Supervised::No);
    Ok(pairs)
}

/// Somebody who is 18 does not want it any more: it ends wherever nobody else is under 18; `false` if it stays anywhere.
pub(super) async fn without_her(tx: &mut Tx, who: PersonId, now: DateTime<Utc>) -> Result<bool> {
    let mut all = true;
    for pair in of(tx, who).await? {
        let others: Vec<_> = pair.active().map(|member| member.person).filter(|it| *it != who).collect();
        if tx.persons(&others).await?.iter().any(Person::is_minor) {
            all = false;
        } else {
            ends(tx, &pair, who, now).await?;
        }
    }
    Ok(all)
}

/// What is pinned in the members' chats says so no more.
pub(super) async fn over(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    if pair.supervised == Supervised::Yes {
        over::ended(tx, pair.id, now).await?;
    }
    unpin(tx, pair.id, now).await.map(drop)
}

async fn unpin(tx: &mut Tx, pair: ConversationId, now: DateTime<Utc>) -> Result<Vec<ChatId>> {
    let pinned = tx.unpin(pair, None).await?;
    let chats = pinned.iter().map(|(to, _)| to.chat).collect();
    let rewrite = |of| Op::Rewrite { of, with: SupervisedLetter::Over(pair).into() };
    let posts: Vec<Post> =
        pinned.into_iter().map(|(to, of)| Post::op(to, Rank::Relay, rewrite(of))).collect();
    tx.post_all(&posts, now).await?;
    Ok(chats)
}
