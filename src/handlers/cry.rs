//! A cry for help among what was set aside: it comes into somebody's hands, also if nobody can tell whose it is.

use super::heard::{House, guarded};
use super::{answerable, cases, checkin, complaint, control, missed, promise, safety, stop, worry};
use crate::domain::answers::Answer as Said;
use crate::domain::case::{CaseLetter, Meant};
use crate::domain::checkin::CheckinAnswer;
use crate::domain::heard::{Heard, What};
use crate::domain::help::HelpAnswer;
use crate::domain::id::{CaseId, ChatId, CheckinId, ConversationId, LetterId};
use crate::domain::letter::{Answer, Post, Rank};
use crate::domain::missed::MissedAnswer;
use crate::domain::person::{Person, Standing};
use crate::domain::safety::{Call, Heard as Hears, SafetyAnswer, SafetyLetter};
use crate::store::{About, Db, Error, News, Result, Tx};
use chrono::{DateTime, Utc};

/// Somebody cried for help.
pub(super) struct Cry {
    /// Who; `None` if she cannot be read.
    person: Option<Person>,
    /// What she wants.
    wants: Wants,
}

/// What somebody wanted who cried for help.
#[derive(Clone, Debug, PartialEq)]
enum Wants {
    /// 🆘 itself, or nobody can tell what.
    Safety,
    /// An answer to what 🆘 asks.
    Answer(SafetyAnswer),
    /// An answer to a check-in that asks the team for something.
    Checkin(CheckinId, Said),
    /// Help, asked for when a pair had fallen silent.
    Help(ConversationId),
    /// To write to the team.
    Team,
}

/// How far it came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It was done after all, and she reads what she would have read.
    All,
    /// Her team was asked to get in touch with her.
    Team,
    /// Nobody could be told.
    Nobody,
}

/// Whether somebody writes a 🆘, as far as that can be told without the store.
pub fn cries(house: &House, heard: &Heard) -> bool {
    matches!(&heard.what, What::Wrote(written) if control::is_cry(house, written))
}

/// Whose cry it was, and for what, if it was one. Fails only if the store stumbles.
pub(super) async fn heard(db: &Db, house: &House, heard: &Heard) -> Result<Option<Cry>> {
    let typed = cries(house, heard);
    let button = if let What::Pressed { button, .. } = &heard.what { *button } else { None };
    if !typed && (button.is_none() || heard.chat != ChatId(heard.user)) {
        return Ok(None);
    }
    let mut wants = Some(Wants::Safety);
    if let Some(button) = button {
        let mut tx = db.begin().await?;
        let asks = guarded(async {
            wants = answer(&mut tx, button).await?.as_ref().and_then(wanted);
            Ok(())
        });
        // What was offered cannot be read: it may have been anything.
        work(asks.await)?;
    }
    let Some(wants) = wants else { return Ok(None) };
    let (mut parts, mut tx) = (Vec::new(), db.begin().await?);
    let reads = guarded(async {
        parts = stop::parts(&mut tx, heard.chat).await?;
        Ok(())
    });
    let is_read = work(reads.await)?;
    parts.sort_by_key(|part| (part.standing != Standing::Ready, part.id));
    let person = parts.into_iter().next();
    // Whoever is nobody here, or works here, has not cried.
    Ok((person.is_some() || !is_read).then_some(Cry { person, wants }))
}

/// Whether work went well; what failed about the store fails.
fn work(done: Result<()>) -> Result<bool> {
    match done {
        Err(why) if why.about() == About::Store => Err(why),
        Err(why) => {
            tracing::error!(%why, "a cry for help cannot be read as a whole");
            Ok(false)
        }
        Ok(()) => Ok(true),
    }
}

async fn answer(tx: &mut Tx, (letter, index): (LetterId, usize)) -> Result<Option<Answer>> {
    Ok(tx.offered(letter).await?.and_then(|offered| offered.offer.get(index).cloned()))
}

/// What she wants who presses this, if it asks for somebody.
fn wanted(answer: &Answer) -> Option<Wants> {
    if let Answer::Safety(answer) = answer {
        return Some(Wants::Answer(*answer));
    }
    if let Answer::Checkin(CheckinAnswer::Gives(id, said)) = answer {
        let asks = [Said::CallToday, Said::CallThisWeek, Said::CallMe, Said::SeriousWorry];
        return asks.contains(said).then_some(Wants::Checkin(*id, *said));
    }
    if let Answer::Missed(MissedAnswer::Help(pair)) = answer {
        return Some(Wants::Help(*pair));
    }
    matches!(answer, Answer::Help(HelpAnswer::Team)).then_some(Wants::Team)
}

/// Does what matters of it once more, without what stood around it; if that fails too, whoever looks after her is called.
pub(super) async fn hand_over(
    db: &Db,
    chat: ChatId,
    cry: &Cry,
    (news, now): (&mut News, DateTime<Utc>),
) -> Result<Told> {
    for again in [true, false] {
        let mut tx = db.begin().await?;
        let mut told = Told::Nobody;
        let done = guarded(async {
            told = match &cry.person {
                Some(person) if again => takes(&mut tx, person, &cry.wants, now).await?,
                Some(_) | None => calls(&mut tx, chat, cry, now).await?,
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

async fn takes(tx: &mut Tx, person: &Person, wants: &Wants, now: DateTime<Utc>) -> Result<Told> {
    let when = match wants {
        Wants::Answer(SafetyAnswer::Unsafe) => {
            let letter = stop::not_safe(tx, person, now).await?;
            let letter = promise::says(tx, person, letter).await?;
            return says(tx, person, letter, now).await;
        }
        Wants::Answer(SafetyAnswer::Worry { person: mentee, pair }) => {
            return match worry::serious(tx, person, (*mentee, *pair), now).await? {
                Some(letter) => says(tx, person, letter, now).await,
                None => Ok(Told::Nobody),
            };
        }
        Wants::Answer(answer) if names_team(answer).is_some() => {
            let meant = names_team(answer).unwrap_or(Meant::Unsaid);
            let letter = complaint::tell(tx, person, meant, now).await?;
            return Ok(if is_heard(&letter) { Told::Team } else { Told::Nobody });
        }
        Wants::Answer(SafetyAnswer::Call(when)) => *when,
        // Pressed by mistake, or of no weight beside a case that somebody has.
        Wants::Answer(
            SafetyAnswer::Mistake
            | SafetyAnswer::WriteTo(_)
            | SafetyAnswer::Answer(_)
            | SafetyAnswer::Clear(_),
        ) => return Ok(Told::Nobody),
        Wants::Safety | Wants::Answer(_) => Call::Today,
        Wants::Checkin(id, said) => return of_a_checkin(tx, person, (*id, *said), now).await,
        Wants::Help(pair) => {
            let pair = tx.conversation(*pair).await?.ok_or(Error::missing("find a pair"))?;
            let (case, _) = missed::call(tx, person, &pair, now).await?;
            return has(tx, case).await;
        }
        Wants::Team => return calls_for(tx, person.chat, Some(person), now).await,
    };
    let letter = safety::call(tx, person, when, now).await?;
    Ok(if is_heard(&letter) { Told::Team } else { Told::Nobody })
}

/// She reads what she would have read.
async fn says(tx: &mut Tx, person: &Person, letter: SafetyLetter, now: DateTime<Utc>) -> Result<Told> {
    tx.post(Post::ranked(person, Rank::Safety, letter), now).await.map(|_| Told::All)
}

/// Whether somebody has her case.
async fn has(tx: &mut Tx, case: CaseId) -> Result<Told> {
    Ok(if cases::is_heard(tx, &[case]).await? { Told::Team } else { Told::Nobody })
}

/// What an answer to her check-in sets in motion, without the next question.
async fn of_a_checkin(
    tx: &mut Tx,
    person: &Person,
    (id, said): (CheckinId, Said),
    now: DateTime<Utc>,
) -> Result<Told> {
    let Some(it) = tx.checkin(id).await?.filter(|it| it.chat == person.chat && !it.state.is_over()) else {
        return Ok(Told::Nobody);
    };
    let Some(case) = checkin::follow(tx, &it, said, now).await? else { return Ok(Told::Nobody) };
    if said == Said::SeriousWorry {
        let letter = promise::spoken(tx, person, (SafetyLetter::Worried, &[case])).await?;
        return says(tx, person, letter, now).await;
    }
    has(tx, case).await
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

/// No case can be opened.
async fn calls(tx: &mut Tx, chat: ChatId, cry: &Cry, now: DateTime<Utc>) -> Result<Told> {
    if matches!(&cry.wants, Wants::Answer(answer) if names_team(answer).is_some()) {
        return Ok(Told::Nobody);
    }
    calls_for(tx, chat, cry.person.as_ref(), now).await
}

/// Whoever looks after her is asked to get in touch; if she cannot be read, in each programme she is in.
async fn calls_for(tx: &mut Tx, chat: ChatId, person: Option<&Person>, now: DateTime<Utc>) -> Result<Told> {
    let mut parts = tx.marks(chat).await?;
    parts.retain(|part| !part.is_staff && person.is_none_or(|person| person.id == part.id));
    if parts.iter().any(|part| part.is_here) {
        parts.retain(|part| part.is_here);
    }
    parts.dedup_by_key(|part| part.programme);
    let mut told = Told::Nobody;
    for part in parts {
        let reader = answerable::looks_after(tx, chat, (part.programme, part.coordinator), |_| true).await?;
        let Some(reader) = reader else { continue };
        let letter = CaseLetter::LookAfter { alias: part.alias };
        tx.post(Post::ranked(&reader, Rank::Safety, letter), now).await?;
        told = Told::Team;
    }
    Ok(told)
}
