//! Members say whether it is all right that somebody comes into their pair. Who says no, or nothing, is told to its
//! coordinator alone: on the screens of the others nothing depends on it.

use super::joining::{free, tell};
use super::{rewrite, stale};
use crate::domain::circle::{CircleLetter, is_newcomer};
use crate::domain::conversation::{Conversation, Member, Phase};
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::listed::Who;
use crate::handlers::press::Press;
use crate::handlers::{asking, morning, team};
use crate::store::{Agreement, Assent, Result, Tx};
use chrono::{DateTime, Utc};

/// How many members have not said whether it is all right that she comes in.
pub(super) async fn open(
    tx: &mut Tx,
    pair: &Conversation,
    newcomer: PersonId,
    now: DateTime<Utc>,
) -> Result<usize> {
    let here = |who| pair.has(who);
    let said = tx.agreements(&[pair.id], now).await?;
    let open = |it: &&Agreement| it.of.newcomer == newcomer && !it.agreed && here(it.of.member);
    Ok(said.iter().filter(open).count())
}

/// Who is to come in and has not, if this is one of them.
fn seat(pair: &Conversation, newcomer: PersonId) -> Option<&Member> {
    pair.members.iter().find(|member| member.person == newcomer && is_newcomer(member))
}

/// A member's answer. One that comes after somebody else has ended it reads the same as any other.
pub(super) async fn answer(
    tx: &mut Tx,
    press: &Press,
    (id, newcomer, yes): (ConversationId, PersonId, bool),
) -> Result<Option<Letter>> {
    let (me, now) = (&press.person, press.now);
    let inside = |pair: &Conversation| pair.phase.is_live() && pair.has(me.id);
    let Some(pair) = tx.conversation(id).await?.filter(inside) else { return Ok(Some(stale())) };
    team::answered(tx, me).await?;
    let of = Assent { pair: id, newcomer, member: me.id };
    let said = tx.agreements(&[id], now).await?;
    if !said.iter().any(|it| it.of == of && !it.agreed) {
        return Ok(Some(stale()));
    }
    let open = seat(&pair, newcomer).is_some();
    if yes && open {
        tx.agrees(of).await?;
    } else {
        tx.ask_no_more(of).await?;
    }
    let said = if yes { "agreed to somebody new" } else { "did not agree to somebody new" };
    tx.audit(Some(me.id.0), said, Some(id.0), now).await?;
    rewrite(tx, press, if yes { CircleLetter::Agreed } else { CircleLetter::Declined }).await?;
    if yes && open {
        asking::look(tx, &[id.0], now).await?;
    } else if open {
        let by = Who::from(me);
        tell(tx, &pair, newcomer, now, |pair, who| CircleLetter::ToldRefused { pair, who, by: by.clone() })
            .await?;
        free(tx, &pair, Some(newcomer), now).await?;
    }
    Ok(None)
}

/// Members who did not answer in time: their question is over, and nobody comes in without their yes.
pub(super) async fn unanswered(
    tx: &mut Tx,
    pairs: &[Conversation],
    late: &[Agreement],
    now: DateTime<Utc>,
) -> Result<()> {
    for of_one in late.chunk_by(|a, b| (a.of.pair, a.of.newcomer) == (b.of.pair, b.of.newcomer)) {
        let Some(Assent { pair, newcomer, .. }) = of_one.first().map(|it| it.of) else { continue };
        let Some(pair) = pairs.iter().find(|it| it.id == pair) else { continue };
        end(tx, pair, of_one, now).await?;
        if seat(pair, newcomer).is_none() {
            continue;
        }
        let silent: Vec<PersonId> = of_one.iter().map(|it| it.of.member).collect();
        let by: Vec<Who> = tx.persons(&silent).await?.iter().map(Who::from).collect();
        tell(tx, pair, newcomer, now, |pair, who| CircleLetter::ToldUnanswered { pair, who, by: by.clone() })
            .await?;
        free(tx, pair, Some(newcomer), now).await?;
    }
    Ok(())
}

/// Nobody comes in any more, or not this one: what the members were asked about it is over. While the conversation
/// rests, nothing changes on their screens but with its end.
pub(super) async fn over(
    tx: &mut Tx,
    pair: &Conversation,
    only: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<()> {
    if only.is_some() && pair.phase != Phase::Active {
        return Ok(());
    }
    let mut said = tx.agreements(&[pair.id], now).await?;
    said.retain(|it| !it.agreed && only.is_none_or(|only| it.of.newcomer == only));
    end(tx, pair, &said, now).await
}

/// Takes the buttons off what members were asked. Who was not asked yet hears nothing.
async fn end(tx: &mut Tx, pair: &Conversation, questions: &[Agreement], now: DateTime<Utc>) -> Result<()> {
    let mut posts = Vec::new();
    for it in questions {
        tx.ask_no_more(it.of).await?;
        let member = pair.active().find(|member| member.person == it.of.member);
        if let (Some(member), (_, Some(of))) = (member, asking::asked_so(it.told.as_deref())) {
            posts.push(Post::op(member, Rank::Announcement, Op::Clear { of }));
            posts.push(Post::ranked(member, Rank::Announcement, CircleLetter::Over));
        }
    }
    morning::post(tx, posts, now).await
}

/// Somebody goes out of the pair: she need not be asked, and may have been the last to answer.
pub(super) async fn leaves(
    tx: &mut Tx,
    pair: &Conversation,
    who: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut said = tx.agreements(&[pair.id], now).await?;
    said.retain(|it| it.of.member == who && !it.agreed);
    let chat = pair.members.iter().find(|member| member.person == who);
    let mut posts = Vec::new();
    for it in said {
        if let (Some(member), (_, Some(of))) = (chat, asking::asked_so(it.told.as_deref())) {
            posts.push(Post::op(member, Rank::Announcement, Op::Clear { of }));
        }
        match seat(pair, it.of.newcomer) {
            Some(_) => tx.agrees(it.of).await?,
            None => tx.ask_no_more(it.of).await?,
        }
    }
    tx.post_all(&posts, now).await?;
    asking::look(tx, &[pair.id.0], now).await
}
