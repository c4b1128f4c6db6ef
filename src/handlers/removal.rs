//! The team takes back what others wrote: where it legitimately sees a message, in a report, a room or a talk with it,
//! with a reason that everybody concerned may know and that is written down.

use super::press::Press;
use super::{cases, catch_up, stop, team};
use crate::domain::conversation::{Conversation, Sort};
use crate::domain::heard::Written;
use crate::domain::help::HelpLetter;
use crate::domain::id::{ChatId, LetterId, MessageId, SourceId};
use crate::domain::letter::{Gone, Letter, Op, Post, Rank, To};
use crate::domain::person::Person;
use crate::domain::removal::{RemovalAnswer, RemovalLetter, may_remove};
use crate::domain::trace::{State, Trace, Traced, deletable};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// The fact on the card of a case.
const REMOVED: &str = "removed";

/// Which of these parts may take a message back that is read in this chat.
async fn who<'a>(
    tx: &mut Tx,
    parts: &'a [Person],
    (chat, source): (ChatId, SourceId),
) -> Result<Option<&'a Person>> {
    let Some(trace) = tx.traces(&[source]).await?.pop() else { return Ok(None) };
    let Some(conversation) = tx.conversation(trace.conversation).await? else { return Ok(None) };
    // What somebody wrote to her team after 🆘 is nobody's to take back.
    if catch_up::is_kept(tx, trace.chat, source).await? {
        return Ok(None);
    }
    let safe = tx.programme_of_safe_group(chat).await?.map(|programme| programme.id);
    let reads_along = safe == Some(conversation.programme);
    let others = parts.iter().filter(|part| part.id != trace.author);
    Ok(others.into_iter().find(|part| may_remove(part, &conversation, reads_along)))
}

/// `/undo` as a reply to a copy of what somebody else wrote; `false` if she may not take it back.
pub(super) async fn replied(
    tx: &mut Tx,
    parts: &[Person],
    (chat, message): (ChatId, MessageId),
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some((letter, source)) = tx.copied_from(chat, message).await? else { return Ok(false) };
    let Some(person) = who(tx, parts, (chat, source)).await? else { return Ok(false) };
    let to = if chat == person.chat { person.into() } else { chat.into() };
    ask(tx, (to, letter), source, now).await.map(|()| true)
}

/// The same in a group.
pub(super) async fn in_group(
    tx: &mut Tx,
    (group, user): (ChatId, ChatId),
    written: &Written,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(message) = written.reply_to else { return Ok(()) };
    let parts = tx.parts(user).await?;
    replied(tx, &parts, (group, message), now).await.map(drop)
}

/// The button for it was pressed below a line of the team's.
pub(super) async fn pressed(tx: &mut Tx, press: &Press, source: SourceId) -> Result<Option<Letter>> {
    let part = std::slice::from_ref(&press.person);
    if who(tx, part, (press.chat, source)).await?.is_none() {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    ask(tx, (press.to(), press.root), source, press.now).await.map(|()| None)
}

/// Asks for the reason, where the message is read.
async fn ask(tx: &mut Tx, (to, beside): (To, LetterId), source: SourceId, now: DateTime<Utc>) -> Result<()> {
    let (room, case) = tx.place_of(beside).await?;
    let post = Post::answer(to, RemovalLetter::Ask { source, case });
    tx.post(Post { room, ..post }, now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, press: &Press, answer: RemovalAnswer) -> Result<Option<Letter>> {
    let letter = match answer {
        RemovalAnswer::Team => return team::write_to_team(tx, &press.person, press.now).await.map(|()| None),
        RemovalAnswer::Keep => RemovalLetter::Kept,
        RemovalAnswer::Remove { source, case, why } => {
            let part = std::slice::from_ref(&press.person);
            if who(tx, part, (press.chat, source)).await?.is_none() {
                return Ok(Some(HelpLetter::Stale.into()));
            }
            let whole = tx.whole(source).await?;
            let traces = tx.traces(&whole).await?;
            if traces.iter().all(|trace| trace.gone) {
                RemovalLetter::Nothing
            } else {
                let fact = format!("message removed: {}", why.as_str());
                let conversation = traces.first().map(|trace| trace.conversation.0);
                tx.audit(Some(press.person.id.0), &fact, conversation, press.now).await?;
                let stays = traces.iter().any(|trace| trace.is_beyond_reach(press.now));
                let stays_there = remove(tx, press, (&whole, &traces), RemovalLetter::Yours(why)).await?;
                if let Some(case) = case.filter(|_| !stays_there) {
                    stop::note(tx, case, &[], REMOVED).await?;
                    cases::learned(tx, case, false, press.now).await?;
                }
                RemovalLetter::Removed { why, stays }
            }
        }
    };
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}

/// What waits is withdrawn, what arrived is deleted as far as Telegram does that, and whoever had it reads so. Its
/// author keeps hers, and reads which it was. On the screens of whoever a case names nothing changes but by her own hand, and
/// what she does is done in her own chat alone; `true` if so.
async fn remove(
    tx: &mut Tx,
    press: &Press,
    (whole, traces): (&[SourceId], &[Trace]),
    yours: RemovalLetter,
) -> Result<bool> {
    let now = press.now;
    let Some(first) = traces.first() else { return Ok(false) };
    let parted = team::parted_from(tx, traces).await?;
    let own = press.person.chat;
    let named = parted.contains(&own);
    if !named {
        tx.take_back(whole, now).await?;
    }
    let pair = tx.conversation(first.conversation).await?;
    let mut posts = Vec::new();
    let mut readers: Vec<ChatId> = Vec::new();
    let copies = traces.iter().flat_map(|trace| &trace.copies);
    let left = copies.filter(|copy| matches!(copy.state, State::Sending | State::Sent));
    let concerns = |copy: &&Traced| if named { copy.lane == own } else { !parted.contains(&copy.lane) };
    for copy in left.filter(concerns).filter(|copy| copy.carried_at.is_none_or(|at| deletable(at, now))) {
        if readers.contains(&copy.lane) {
            continue;
        }
        readers.push(copy.lane);
        let gone = Gone::Source { source: first.source, chat: own };
        posts.push(Post::op(copy.lane, Rank::Relay, Op::Delete(gone)).among(first.conversation));
        if copy.lane != press.chat {
            let to = To { chat: copy.lane, person: copy.reader };
            let here = Post::ranked(to, Rank::Relay, RemovalLetter::Here);
            posts.push(after_the_stop(tx, pair.as_ref(), here.among(first.conversation)).await?);
        }
    }
    if !named && !parted.contains(&first.chat) {
        let author = To { chat: first.chat, person: Some(first.author) };
        let yours = Post::ranked(author, Rank::Relay, yours).among(first.conversation);
        posts.push(after_the_stop(tx, pair.as_ref(), yours.answering(Some(first.source))).await?);
    }
    tx.post_all(&posts, now).await?;
    Ok(named)
}

/// In a stopped pair nobody reads of it before it is open again, but whoever pressed 🆘 herself.
async fn after_the_stop(tx: &mut Tx, pair: Option<&Conversation>, post: Post) -> Result<Post> {
    match pair.filter(|pair| pair.sort == Sort::Pair && pair.is_stopped()) {
        Some(pair) if tx.danger(post.to.chat).await?.is_none() => {
            Ok(Post { held: true, ..post.within(pair.id) })
        }
        Some(_) | None => Ok(post),
    }
}
