//! `/settings`: what a lead can set for her programme. Every change is in the audit log.

use super::House;
use super::press::Press;
use super::{setup, upkeep};
use crate::domain::help::HelpLetter;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::programme::{Programme, Question};
use crate::domain::settings::{SettingsAnswer, SettingsLetter};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// `/settings`.
pub async fn command(tx: &mut Tx, house: &House, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let programme = tx.programme(person.programme).await?;
    let letter = if person.role != Role::Lead {
        SettingsLetter::LeadOnly
    } else if programme.set_up {
        setup::settings(tx, person, &programme).await?
    } else {
        return setup::unfinished(tx, house, person, &programme, now).await;
    };
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(
    tx: &mut Tx,
    house: &House,
    press: &Press,
    answer: SettingsAnswer,
) -> Result<Option<Letter>> {
    let lead = &press.person;
    if lead.role != Role::Lead || lead.standing != Standing::Ready {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    let mut programme = tx.programme(lead.programme).await?;
    let letter = match answer {
        SettingsAnswer::Change(question) => return setup::again(tx, house, press, question).await,
        // A button of a list that an earlier version posted.
        SettingsAnswer::OnCall => return setup::again(tx, house, press, Question::OnCall).await,
        SettingsAnswer::List if !programme.set_up => return Ok(Some(HelpLetter::Stale.into())),
        SettingsAnswer::List => setup::settings(tx, lead, &programme).await?,
        SettingsAnswer::Holds if programme.asked_at.is_none() => return Ok(Some(HelpLetter::Stale.into())),
        SettingsAnswer::Holds => upkeep::holds(tx, press, programme).await?,
        SettingsAnswer::TryAlarm => SettingsLetter::Trial,
        SettingsAnswer::Later => return Ok(None),
        SettingsAnswer::Ring => upkeep::ring(tx, press).await?,
        SettingsAnswer::Contacts => SettingsLetter::Contacts(programme.contacts),
        SettingsAnswer::SetContacts(policy) => {
            if programme.contacts != policy {
                programme.contacts = policy;
                let fact = format!("set contacts in messages: {}", policy.as_str());
                save(tx, press, &programme, &fact).await?;
            }
            setup::settings(tx, lead, &programme).await?
        }
        SettingsAnswer::SetOnCall(hours) => {
            if programme.on_call != hours {
                programme.on_call = hours;
                save(tx, press, &programme, "set the hours on call").await?;
            }
            setup::settings(tx, lead, &programme).await?
        }
        SettingsAnswer::Protect => SettingsLetter::Protect(programme.protect),
        SettingsAnswer::SetProtect(kinds, on) => {
            if kinds.is_on(&programme.protect) != on {
                programme.protect = kinds.set(on, &programme.protect);
                let state = if on { "on" } else { "off" };
                let fact = format!("set protection of {}: {state}", kinds.as_str());
                save(tx, press, &programme, &fact).await?;
            }
            SettingsLetter::Protect(programme.protect)
        }
    };
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}

async fn save(tx: &mut Tx, press: &Press, programme: &Programme, fact: &str) -> Result<()> {
    tx.save_programme(programme, press.now).await?;
    tx.audit(Some(press.person.id.0), fact, Some(programme.id.0), press.now).await
}
