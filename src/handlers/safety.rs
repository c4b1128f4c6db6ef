//! The 🆘 button. It works for every participant in every state, and pressing it twice does no harm.

use super::press::Press;
use super::{
    House, answering, cases, clear, complaint, named, parts, promise, removal, report, several, stop, switch,
    team, whom, worry,
};
use crate::domain::case::NewCase;
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::help::{HelpLetter, Task};
use crate::domain::id::{CaseId, MessageId};
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::on_call::Promise;
use crate::domain::person::Person;
use crate::domain::safety::{About, Call, Fine, HELD, Reached, SafetyAnswer, SafetyLetter, Stands};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// The 🆘 button, pressed perhaps as a reply to a message.
pub async fn menu(
    tx: &mut Tx,
    person: &Person,
    (tap, reply_to): (MessageId, Option<MessageId>),
    now: DateTime<Utc>,
) -> Result<()> {
    let about = match reply_to {
        Some(message) => tx.copy_at(person.chat, message).await?.map(|(message, _)| message),
        None => None,
    };
    let menu = needs(tx, person, about).await?;
    let menu = menu.beside(tx.programme(person.programme).await?.lines().read_by(person));
    // So it is known which message the tap was: *Clear here* deletes it.
    tx.post(Post::ranked(person, Rank::Safety, menu).in_reply_to(tap), now).await.map(drop)
}

/// "What do you need?"
async fn needs(tx: &mut Tx, person: &Person, about: Option<MessageId>) -> Result<SafetyLetter> {
    Ok(SafetyLetter::Menu { about, mentees: worry::mentees(tx, person.chat).await? })
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: SafetyAnswer,
) -> Result<Option<Letter>> {
    if is_over(tx, press, &answer).await? {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    let joined = press.person.standing.has_team();
    let letter = match answer {
        SafetyAnswer::Unsafe => stop::not_safe(tx, &press.person, press.now).await?,
        SafetyAnswer::AboutOne(_)
        | SafetyAnswer::AboutNone
        | SafetyAnswer::AboutUnknown
        | SafetyAnswer::Fine { .. }
        | SafetyAnswer::NobodyElse => several::about(tx, &press.person, &answer, press.now).await?,
        SafetyAnswer::About { .. } | SafetyAnswer::StopToo { .. } | SafetyAnswer::Worry { .. } => {
            match in_time(tx, press, &answer).await? {
                Some(said) => return shows(tx, press, said).await,
                None => return Ok(Some(HelpLetter::Stale.into())),
            }
        }
        SafetyAnswer::Reach { case, how } => reached(tx, press, (case, how)).await?,
        SafetyAnswer::Names { case, person } => named::names(tx, press, (case, person)).await?,
        SafetyAnswer::Named { case, other } => named::done(tx, press, (case, other)).await?,
        SafetyAnswer::Clear(case) => return clear::here(tx, press, case).await,
        SafetyAnswer::Decide { case, pair, held } => {
            return named::decide(tx, press, (case, pair, held)).await;
        }
        SafetyAnswer::Remove(source) => return removal::pressed(tx, press, source).await,
        SafetyAnswer::Report(message) => {
            let said = report::message(tx, &press.person, message, press.now).await?;
            return shows(tx, press, said).await;
        }
        SafetyAnswer::CallMe => SafetyLetter::Call { joined },
        SafetyAnswer::AboutTeam if asks_which_team(tx, house, press).await? => return Ok(None),
        SafetyAnswer::AboutTeam => SafetyLetter::WhomOfTeam,
        SafetyAnswer::AboutSomebody => complaint::which(tx, &press.person).await?,
        SafetyAnswer::Means(meant) => complaint::tell(tx, &press.person, meant, press.now).await?,
        SafetyAnswer::Call(when) => match call_or_ask(tx, house, press, when).await? {
            Some(said) => return shows(tx, press, said).await,
            None => return Ok(None),
        },
        SafetyAnswer::Back => needs(tx, &press.person, None).await?,
        SafetyAnswer::Answer(of) => return answering::announced(tx, &press.person, of, press.now).await,
        SafetyAnswer::WriteTo(conversation) => return switch::write_to(tx, press, conversation).await,
        SafetyAnswer::Mistake if stop::mistaken(tx, press.person.chat, press.now).await? => {
            SafetyLetter::MistakeNoted
        }
        SafetyAnswer::Mistake => SafetyLetter::Mistake,
        SafetyAnswer::Write => {
            parts::perform_in(tx, house, (press.person.chat, Task::Team), press.now).await?;
            return Ok(None);
        }
    };
    let letter = promise::says(tx, &press.person, letter).await?;
    shows(tx, press, letter).await
}

/// In place of what was pressed.
async fn shows(tx: &mut Tx, press: &Press, letter: SafetyLetter) -> Result<Option<Letter>> {
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Safety, rewrite), press.now).await.map(|_| None)
}

/// Works on an answer that may come too late; `None` if it does.
async fn in_time(tx: &mut Tx, press: &Press, answer: &SafetyAnswer) -> Result<Option<SafetyLetter>> {
    if let SafetyAnswer::About { case, about, paused_until } = *answer {
        let said = about_partner(tx, &press.person, case, (about, paused_until), press.now).await?;
        let Some((letter, stops)) = said else { return Ok(None) };
        cases::learned(tx, case, stops, press.now).await?;
        return promise::says(tx, &press.person, letter).await.map(Some);
    }
    if let SafetyAnswer::StopToo { case, conversation, stop } = *answer {
        return report::stops_too(tx, &press.person, (case, conversation, stop), press.now).await;
    }
    let SafetyAnswer::Worry { person, pair } = *answer else { return Ok(None) };
    worry::serious(tx, &press.person, (person, pair), press.now).await
}

/// Whether an answer belongs to a case and all of hers are over: nobody would read it, and nothing may be promised for it.
/// So it is with what would open something, and was asked before she pressed again.
async fn is_over(tx: &mut Tx, press: &Press, answer: &SafetyAnswer) -> Result<bool> {
    let opens = matches!(
        answer,
        SafetyAnswer::Fine { .. } | SafetyAnswer::AboutNone | SafetyAnswer::About { about: About::Other, .. }
    );
    if opens && stop::last_tap(tx, press.person.chat).await?.is_some_and(|tap| press.posted_at < tap) {
        return Ok(true);
    }
    let open = match answer {
        // With several parts an answer may carry another's case: it is noted in all that are open.
        SafetyAnswer::Reach { .. }
        | SafetyAnswer::Names { .. }
        | SafetyAnswer::Named { .. }
        | SafetyAnswer::AboutOne(_)
        | SafetyAnswer::AboutNone
        | SafetyAnswer::AboutUnknown
        | SafetyAnswer::Fine { .. }
        | SafetyAnswer::NobodyElse => {
            tx.danger(press.person.chat).await?.is_some_and(|danger| !danger.cases.is_empty())
        }
        SafetyAnswer::Unsafe
        | SafetyAnswer::About { .. }
        | SafetyAnswer::Clear(_)
        | SafetyAnswer::Decide { .. }
        | SafetyAnswer::Remove(_)
        | SafetyAnswer::Report(_)
        | SafetyAnswer::StopToo { .. }
        | SafetyAnswer::CallMe
        | SafetyAnswer::AboutTeam
        | SafetyAnswer::AboutSomebody
        | SafetyAnswer::Means(_)
        | SafetyAnswer::Call(_)
        | SafetyAnswer::Worry { .. }
        | SafetyAnswer::WriteTo(_)
        | SafetyAnswer::Answer(_)
        | SafetyAnswer::Mistake
        | SafetyAnswer::Back
        | SafetyAnswer::Write => true,
    };
    Ok(!open)
}

/// How she can be reached.
async fn reached(tx: &mut Tx, press: &Press, (case, how): (CaseId, Reached)) -> Result<SafetyLetter> {
    for case in stop::reached(tx, press.person.chat, case).await? {
        let known = tx.case_facts(case).await?;
        let changes = Reached::FACTS.iter().any(|fact| known.iter().any(|it| it == fact));
        stop::note(tx, case, &Reached::FACTS, how.fact()).await?;
        // Whoever is about to call must not overlook that a call may harm, or that it may be made now.
        cases::learned(tx, case, changes || how != Reached::Call, press.now).await?;
    }
    let promise = promise::promised(tx, &press.person, press.now).await?;
    let (joined, open) =
        (press.person.standing.has_team(), whom::open_in_danger(tx, press.person.chat).await?);
    Ok(SafetyLetter::Noted { case: Some(case), how, promise, joined, open })
}

/// "Is it about them?" Only "no" opens the conversation again, and only if nothing else holds it. Gives what she reads, and
/// whether it stops what was open; `None` if her case is over: then it is the team's.
async fn about_partner(
    tx: &mut Tx,
    person: &Person,
    case: CaseId,
    (about, paused_until): (About, Option<DateTime<Utc>>),
    now: DateTime<Utc>,
) -> Result<Option<(SafetyLetter, bool)>> {
    let Some(file) = tx.cases(&[case]).await?.pop().filter(|file| file.resolved_at.is_none()) else {
        return Ok(None);
    };
    let first = stop::answered(tx, case, about).await?;
    let mut stops = false;
    let pair = match file.conversation {
        Some(id) => tx.conversation(id).await?.filter(|pair| pair.phase.is_live()),
        None => None,
    };
    let conversation = match pair {
        None => Stands::Alone,
        // In a circle she is asked whom it is about, and the whole of it stays stopped until the team decides.
        Some(mut pair) if pair.active().count() > 2 && about == About::Partner => {
            let stops = stop::again(tx, person, (case, &mut pair), now).await?;
            return Ok(Some((named::asks(&tx.named(&[case]).await?, (person, case), &pair), stops)));
        }
        Some(mut pair) => {
            if about == About::Partner {
                stops = stop::again(tx, person, (case, &mut pair), now).await?;
                named::names_partners(tx, person, (case, pair.id), now).await?;
            }
            // A circle stays stopped until the team decides.
            if about == About::Other && first && pair.active().count() <= 2 {
                reopen(tx, person, case, (&mut pair, paused_until), now).await?;
            }
            // Whether something else stops it she does not read.
            let hers = pair.phase == Phase::Held && stop::keeps(tx, person, &pair).await?;
            if hers { Stands::Stopped } else { Stands::Open }
        }
    };
    let letter = promise::asks_how(tx, person, (case, conversation), now).await?;
    Ok(Some((letter, stops)))
}

async fn reopen(
    tx: &mut Tx,
    person: &Person,
    case: CaseId,
    (pair, paused_until): (&mut Conversation, Option<DateTime<Utc>>),
    now: DateTime<Utc>,
) -> Result<()> {
    let hers = tx.case_facts(case).await?.iter().any(|known| known == HELD);
    // Whatever else stops it, for her it is open from now on.
    stop::note(tx, case, &[], &Fine(pair.id).fact()).await?;
    if !hers || stop::held_beside(tx, case, pair, now).await? {
        return Ok(());
    }
    stop::reopen(tx, pair, (person, paused_until), now).await
}

/// "It is about the team": about which is asked if it could be several.
async fn asks_which_team(tx: &mut Tx, house: &House, press: &Press) -> Result<bool> {
    let parts = tx.parts(press.person.chat).await?;
    let asks = parts::is_one_of_several(&parts, Task::AboutTeam);
    if asks {
        parts::perform(tx, house, (&parts, Task::AboutTeam), press.now).await?;
    }
    Ok(asks)
}

/// "Call me": by whose team is asked if it could be several.
async fn call_or_ask(tx: &mut Tx, house: &House, press: &Press, when: Call) -> Result<Option<SafetyLetter>> {
    let parts = tx.parts(press.person.chat).await?;
    if parts::is_one_of_several(&parts, Task::Call(when)) {
        parts::perform(tx, house, (&parts, Task::Call(when)), press.now).await?;
        return Ok(None);
    }
    call(tx, &press.person, when, press.now).await.map(Some)
}

/// "Call me", by the team of the part that was chosen.
pub(super) async fn call_posted(tx: &mut Tx, person: &Person, when: Call, now: DateTime<Utc>) -> Result<()> {
    let letter = call(tx, person, when, now).await?;
    tx.post(Post::ranked(person, Rank::Safety, letter), now).await.map(drop)
}

/// "Call me."
pub(super) async fn call(
    tx: &mut Tx,
    person: &Person,
    when: Call,
    now: DateTime<Utc>,
) -> Result<SafetyLetter> {
    let promise = match when {
        Call::Today => promise::promised(tx, person, now).await?,
        Call::ThisWeek if tx.programme(person.programme).await?.on_call.is_none() => Promise::None,
        Call::ThisWeek => Promise::Before(when.by(person.zone, now)),
    };
    let pairs = tx.pairs_of(&[person.id]).await?;
    let conversation = if let [pair] = pairs.as_slice() { Some(pair.id) } else { None };
    let case = NewCase {
        programme: person.programme,
        kind: when.kind(),
        conversation,
        person: Some(person.id),
        since: Some(now),
        due: promise.due(),
        tried: Vec::new(),
    };
    let case = cases::open(tx, &case, now).await?;
    team::team_wrote(tx, person).await?;
    let joined = person.standing.has_team();
    promise::spoken(tx, person, (SafetyLetter::TeamCalls { when, promise, joined }, &[case])).await
}
