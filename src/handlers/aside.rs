//! An update that cannot be worked on is set aside and keeps nothing else waiting. Whoever did it reads what became of it,
//! whoever leads reads that something failed, and a 🆘 comes into somebody's hands.

use super::heard::{House, guarded, place};
use super::mistake::Failed;
use super::{complaint, control, delivery, mistake, promise, safety, stop};
use crate::domain::case::{CaseLetter, Meant};
use crate::domain::heard::{Heard, What};
use crate::domain::help::HelpLetter;
use crate::domain::id::{ChatId, LetterId};
use crate::domain::letter::{Answer, Op, Post, Rank};
use crate::domain::person::{Person, Standing};
use crate::domain::safety::{Call, Heard as Hears, SafetyAnswer, SafetyLetter};
use crate::store::{About, Db, Error, News, Result, Tx};
use chrono::{DateTime, Utc};

/// Sets an update aside that failed for this reason. Fails only if the store stumbles.
pub(super) async fn set_aside(
    db: &Db,
    house: &House,
    heard: &Heard,
    why: &Error,
    now: DateTime<Utc>,
) -> Result<News> {
    let update = heard.update;
    tracing::error!(%why, update, "an update could not be worked on and was set aside");
    let mut news = News::default();
    let cry = cry(db, house, heard).await?;
    let told = match &cry {
        Some((person, cried)) => Some(hand_over(db, (person, cried), &mut news, now).await?),
        None => None,
    };
    // With less and less, if that fails too: the next page must not wait for this update.
    for says in [true, false] {
        let mut tx = db.begin().await?;
        let done = guarded(note(&mut tx, heard, (why, told.filter(|_| says), says), now)).await;
        match tx.commit_if(done).await {
            Ok(committed) => {
                news.add(committed);
                break;
            }
            Err(why) if why.about() == About::Store => return Err(why),
            Err(why) => {
                tracing::error!(%why, update, "that it was set aside could not be noted");
            }
        }
    }
    match mistake::tell(db, Failed::Of(whose(heard)), now).await {
        Ok(committed) => news.add(committed),
        Err(why) if why.about() == About::Store => return Err(why),
        Err(why) => tracing::error!(%why, "nobody could be told that something failed"),
    }
    Ok(news)
}

/// The chat whose programme it concerns: a group, or the account of whoever did it.
fn whose(heard: &Heard) -> ChatId {
    match heard.what {
        What::InGroup(_) | What::GroupPlace(_) | What::Moved { .. } => heard.chat,
        What::Wrote(_)
        | What::Edited(_)
        | What::Reacted { .. }
        | What::Pressed { .. }
        | What::Blocked(_)
        | What::InChannel
        | What::Nothing => ChatId(heard.user),
    }
}

/// Notes that it was set aside, and says so to whoever did it.
async fn note(
    tx: &mut Tx,
    heard: &Heard,
    (why, told, says): (&Error, Option<Told>, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    tx.see(&[heard.update], now).await?;
    tx.note_messages(place(heard).as_slice(), now).await?;
    tx.set_aside(heard.update, &why.to_string(), now).await?;
    if says { say(tx, heard, told, now).await } else { Ok(()) }
}

/// What became of what she did, in words of its own for each. What nobody waits for needs none.
async fn say(tx: &mut Tx, heard: &Heard, told: Option<Told>, now: DateTime<Utc>) -> Result<()> {
    let safety = match told {
        Some(Told::All) => return ends(tx, heard, now).await,
        Some(Told::Team) => Some(HelpLetter::SorrySafety { told: true }),
        Some(Told::Nobody) => Some(HelpLetter::SorrySafety { told: false }),
        None => None,
    };
    let rank = if safety.is_some() { Rank::Safety } else { Rank::Answer };
    match &heard.what {
        What::Wrote(written) => {
            let sorry = safety.unwrap_or(HelpLetter::Sorry);
            let post = Post::ranked(heard.chat, rank, sorry).in_reply_to(written.message);
            tx.post(post, now).await.map(drop)
        }
        What::Edited(written) => {
            let post = Post::answer(heard.chat, HelpLetter::SorryChange).in_reply_to(written.message);
            tx.post(post, now).await.map(drop)
        }
        What::Pressed { .. } => {
            ends(tx, heard, now).await?;
            let sorry = safety.unwrap_or(HelpLetter::SorryPress);
            // Whoever pressed in a group reads it in her own chat; a stranger there has none.
            if heard.chat.0 < 0 && tx.parts(ChatId(heard.user)).await?.is_empty() {
                return Ok(());
            }
            tx.post(Post::ranked(ChatId(heard.user), rank, sorry), now).await.map(drop)
        }
        What::InGroup(_) => {
            // Only commands of the team's are looked at there.
            if tx.parts(ChatId(heard.user)).await?.is_empty() {
                return Ok(());
            }
            tx.post(Post::answer(ChatId(heard.user), HelpLetter::Sorry), now).await.map(drop)
        }
        What::Reacted { .. }
        | What::Blocked(_)
        | What::GroupPlace(_)
        | What::InChannel
        | What::Moved { .. }
        | What::Nothing => Ok(()),
    }
}

/// Ends a button's waiting.
async fn ends(tx: &mut Tx, heard: &Heard, now: DateTime<Utc>) -> Result<()> {
    let What::Pressed { query, .. } = &heard.what else { return Ok(()) };
    let toast = Op::Toast { query: query.clone(), text: None };
    tx.post(Post::op(ChatId(heard.user), Rank::Answer, toast), now).await.map(drop)
}

/// What a participant wanted who pressed 🆘, or something that it asks.
enum Cried {
    /// 🆘 itself, or nobody can tell what.
    Safety,
    /// This.
    Answer(SafetyAnswer),
}

/// How far it came that she pressed 🆘.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It was done after all, and she reads what she would have read.
    All,
    /// Her team was asked to get in touch with her.
    Team,
    /// Nobody could be told.
    Nobody,
}

/// Whose 🆘 it was, if it was one.
async fn cry(db: &Db, house: &House, heard: &Heard) -> Result<Option<(Person, Cried)>> {
    let typed = matches!(&heard.what, What::Wrote(written) if control::is_cry(house, written));
    let button = if let What::Pressed { button, .. } = &heard.what { *button } else { None };
    if !typed && (button.is_none() || heard.chat != ChatId(heard.user)) {
        return Ok(None);
    }
    let mut tx = db.begin().await?;
    let mut parts = stop::parts(&mut tx, heard.chat).await?;
    parts.sort_by_key(|part| (part.standing != Standing::Ready, part.id));
    let Some(person) = parts.into_iter().next() else { return Ok(None) };
    let cried = match button {
        None => Some(Cried::Safety),
        Some(button) => match answer(&mut tx, button).await {
            Ok(Some(Answer::Safety(answer))) => Some(Cried::Answer(answer)),
            Ok(_) => None,
            Err(why) if why.about() == About::Store => return Err(why),
            // What was offered cannot be read: it may have been anything.
            Err(_) => Some(Cried::Safety),
        },
    };
    Ok(cried.map(|cried| (person, cried)))
}

async fn answer(tx: &mut Tx, (letter, index): (LetterId, usize)) -> Result<Option<Answer>> {
    Ok(tx.offered(letter).await?.and_then(|offered| offered.offer.get(index).cloned()))
}

/// Does what matters of it once more, without what stood around it; if that fails too, whoever looks after her is called.
async fn hand_over(
    db: &Db,
    (person, cried): (&Person, &Cried),
    news: &mut News,
    now: DateTime<Utc>,
) -> Result<Told> {
    for again in [true, false] {
        let mut tx = db.begin().await?;
        let mut told = Told::Nobody;
        let done = guarded(async {
            told = if again {
                takes(&mut tx, person, cried, now).await?
            } else {
                calls(&mut tx, person, cried, now).await?
            };
            Ok(())
        })
        .await;
        match tx.commit_if(done).await {
            Ok(committed) => {
                news.add(committed);
                return Ok(told);
            }
            Err(why) if why.about() == About::Store => return Err(why),
            Err(why) => tracing::error!(%why, "a 🆘 that was set aside could not be handed over"),
        }
    }
    Ok(Told::Nobody)
}

async fn takes(tx: &mut Tx, person: &Person, cried: &Cried, now: DateTime<Utc>) -> Result<Told> {
    let when = match cried {
        Cried::Answer(SafetyAnswer::Unsafe) => {
            let letter = stop::not_safe(tx, person, now).await?;
            let letter = promise::says(tx, person, letter).await?;
            tx.post(Post::ranked(person, Rank::Safety, letter), now).await?;
            return Ok(Told::All);
        }
        Cried::Answer(answer) if names_team(answer).is_some() => {
            let meant = names_team(answer).unwrap_or(Meant::Unsaid);
            let letter = complaint::tell(tx, person, meant, now).await?;
            return Ok(if is_heard(&letter) { Told::Team } else { Told::Nobody });
        }
        Cried::Answer(SafetyAnswer::Call(when)) => *when,
        // Pressed by mistake, or of no weight beside a case that somebody has.
        Cried::Answer(SafetyAnswer::Mistake | SafetyAnswer::WriteTo(_) | SafetyAnswer::Clear(_)) => {
            return Ok(Told::Nobody);
        }
        Cried::Safety | Cried::Answer(_) => Call::Today,
    };
    let letter = safety::call(tx, person, when, now).await?;
    Ok(if is_heard(&letter) { Told::Team } else { Told::Nobody })
}

/// Whom of the team she means, if it is about the team. Nobody there hears of that but by its case.
fn names_team(answer: &SafetyAnswer) -> Option<Meant> {
    if let SafetyAnswer::Means(meant) = answer {
        return Some(*meant);
    }
    matches!(answer, SafetyAnswer::AboutTeam | SafetyAnswer::AboutSomebody).then_some(Meant::Unsaid)
}

fn is_heard(letter: &SafetyLetter) -> bool {
    if let SafetyLetter::Beside { letter, .. } = letter {
        return is_heard(letter);
    }
    !matches!(letter, SafetyLetter::Unheard(_) | SafetyLetter::TeamTold { by: Hears::Nobody, .. })
}

/// No case can be opened: whoever looks after her is asked to get in touch.
async fn calls(tx: &mut Tx, person: &Person, cried: &Cried, now: DateTime<Utc>) -> Result<Told> {
    if matches!(cried, Cried::Answer(answer) if names_team(answer).is_some()) {
        return Ok(Told::Nobody);
    }
    let Some(reader) = delivery::coordinator_of(tx, person).await? else { return Ok(Told::Nobody) };
    let Some(reader) = tx.person(reader).await? else { return Ok(Told::Nobody) };
    let letter = CaseLetter::LookAfter { alias: person.alias.clone() };
    tx.post(Post::ranked(&reader, Rank::Safety, letter), now).await?;
    Ok(Told::Team)
}
