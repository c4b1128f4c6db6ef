//! `/settings`: what a lead can set for her programme. Every change is in the audit log.

use super::press::Press;
use crate::domain::help::HelpLetter;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::settings::{Settings, SettingsAnswer, SettingsLetter};
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// `/settings`.
pub async fn command(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<()> {
    let letter = if person.role == Role::Lead {
        SettingsLetter::List(Settings::of(&tx.programme(person.programme).await?))
    } else {
        SettingsLetter::LeadOnly
    };
    tx.post(Post::answer(person, letter), now).await.map(drop)
}

/// Works on an answer; gives the toast's text, if it has one.
pub async fn answer(tx: &mut Tx, press: &Press, answer: SettingsAnswer) -> Result<Option<Letter>> {
    let lead = &press.person;
    if lead.role != Role::Lead || lead.standing != Standing::Ready {
        return Ok(Some(HelpLetter::Stale.into()));
    }
    let mut programme = tx.programme(lead.programme).await?;
    let letter = match answer {
        SettingsAnswer::List => SettingsLetter::List(Settings::of(&programme)),
        SettingsAnswer::Contacts => SettingsLetter::Contacts(programme.contacts),
        SettingsAnswer::SetContacts(policy) => {
            if programme.contacts != policy {
                programme.contacts = policy;
                tx.save_programme(&programme, press.now).await?;
                let fact = format!("set contacts in messages: {}", policy.as_str());
                tx.audit(Some(lead.id.0), &fact, Some(programme.id.0), press.now).await?;
            }
            SettingsLetter::List(Settings::of(&programme))
        }
        SettingsAnswer::OnCall => SettingsLetter::OnCall(programme.on_call),
        SettingsAnswer::SetOnCall(hours) => {
            if programme.on_call != hours {
                programme.on_call = hours;
                tx.save_programme(&programme, press.now).await?;
                tx.audit(Some(lead.id.0), "set the hours on call", Some(programme.id.0), press.now).await?;
            }
            SettingsLetter::List(Settings::of(&programme))
        }
        SettingsAnswer::Protect => SettingsLetter::Protect(programme.protect),
        SettingsAnswer::SetProtect(kinds, on) => {
            if kinds.is_on(&programme.protect) != on {
                programme.protect = kinds.set(on, &programme.protect);
                tx.save_programme(&programme, press.now).await?;
                let state = if on { "on" } else { "off" };
                let fact = format!("set protection of {}: {state}", kinds.as_str());
                tx.audit(Some(lead.id.0), &fact, Some(programme.id.0), press.now).await?;
            }
            SettingsLetter::Protect(programme.protect)
        }
    };
    let rewrite = Op::Rewrite { of: press.root, with: letter.into() };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}
