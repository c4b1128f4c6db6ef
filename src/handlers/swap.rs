//! Swapping contacts where a programme wants everybody's yes: each is asked once, and can change her mind at any time.

use super::leak::rewrite;
use super::press::Press;
use super::whom;
use crate::domain::conversation::Conversation;
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::leak::{Agreement, LeakLetter, Stand, Waiting};
use crate::domain::letter::{Post, Rank};
use crate::domain::person::Person;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// What a writer reads whose message waits for everybody's yes.
pub(super) async fn not_yet(
    tx: &mut Tx,
    writer: PersonId,
    waiting: &Waiting,
    agreement: &Agreement,
    now: DateTime<Utc>,
) -> Result<LeakLetter> {
    tx.swap_asked(waiting.conversation, &[writer], now).await?;
    Ok(LeakLetter::NotYet {
        shown: waiting.shown,
        conversation: waiting.conversation,
        agreed: agreement.stand(writer) != Stand::No,
        circle: agreement.is_circle(),
        reached: waiting.reached,
    })
}

/// `/contacts`: where she stands.
pub(super) async fn command(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let pairs = tx.pairs_of(&[person.id]).await?;
    if pairs.is_empty() {
        return tx.post(Post::answer(person, LeakLetter::NoChoice), now).await.map(drop);
    }
    for pair in pairs {
        let letter = stands(&tx.agreement(pair.id).await?, pair.id, person.id);
        tx.post(Post::answer(person, letter), now).await?;
    }
    Ok(())
}

fn stands(agreement: &Agreement, conversation: ConversationId, person: PersonId) -> LeakLetter {
    if !agreement.is_asked_for() {
        return LeakLetter::NoChoice;
    }
    LeakLetter::Stands { conversation, stand: agreement.stand(person), circle: agreement.is_circle() }
}

/// She agrees, or does not, or not any more.
pub(super) async fn answer(
    tx: &mut Tx,
    press: &Press,
    conversation: ConversationId,
    agrees: bool,
) -> Result<()> {
    let (me, now) = (press.person.id, press.now);
    let Some(pair) = tx.live_pair(conversation, me).await? else {
        return rewrite(tx, press, LeakLetter::NoChoice).await;
    };
    let before = tx.agreement(pair.id).await?;
    if !before.is_asked_for() {
        return rewrite(tx, press, LeakLetter::NoChoice).await;
    }
    if agrees && whom::is_stopped(&pair, &[me]) && tx.danger(press.person.chat).await?.is_some() {
        // A yes is news for the other side: who pressed 🆘, or holds her phone, gives none into a stop.
        return rewrite(tx, press, LeakLetter::NoChoice).await;
    }
    tx.swap(pair.id, me, agrees, now).await?;
    let fact = match (agrees, before.stand(me)) {
        (true, _) => "agreed to swap contacts",
        (false, Stand::No) => "did not agree to swap contacts",
        (false, Stand::Waits | Stand::Agreed) => "took back the yes to swapping contacts",
    };
    tx.audit(Some(me.0), fact, Some(pair.id.0), now).await?;
    let after = tx.agreement(pair.id).await?;
    if agrees {
        tell_others(tx, &pair, me, &after, now).await?;
    }
    rewrite(tx, press, stands(&after, pair.id, me)).await
}

/// After a yes: who was not asked yet is asked now, and after the last yes everybody hears that contacts may go. It
/// comes as a part of the conversation: silently at night, and not while that is paused.
async fn tell_others(
    tx: &mut Tx,
    pair: &Conversation,
    me: PersonId,
    agreement: &Agreement,
    now: DateTime<Utc>,
) -> Result<()> {
    let all = agreement.stand(me) == Stand::Agreed;
    let others = agreement.members.iter().filter(|member| member.person != me && (all || !member.asked));
    let others: Vec<PersonId> = others.map(|member| member.person).collect();
    let letter = |reader: PersonId| {
        if all {
            stands(agreement, pair.id, reader)
        } else {
            let partner = pair.partner(reader).map(str::to_owned);
            LeakLetter::MaySwap { conversation: pair.id, partner }
        }
    };
    let readers = pair.active().filter(|member| others.contains(&member.person));
    let posts: Vec<Post> = readers
        .map(|reader| {
            let held = pair.keeps_from(reader);
            Post { held, ..Post::ranked(reader, Rank::Relay, letter(reader.person)).within(pair.id) }
        })
        .collect();
    tx.post_all(&posts, now).await?;
    tx.swap_asked(pair.id, &others, now).await
}
