//! Invitations that nobody has used yet, how one is withdrawn, and file numbers: everybody who is invited has one.

use super::id::{InviteId, PersonId};
use super::invite::NewInvite;
use super::label::meaning;
use super::listed::Who;
use super::paging::{Sheet, Turn};
use super::person::{Person, Role};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Holders of a number that are shown.
const SHOWN: usize = 4;

/// An open invitation, as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenInvite {
    /// Which.
    pub id: InviteId,
    /// As what.
    pub role: Role,
    /// The file number that came with it.
    pub file: Option<String>,
    /// Who invited; `None` from the terminal.
    pub by: Option<String>,
    /// How long it works.
    pub until: DateTime<Utc>,
}

/// Who has a file number already.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// Somebody of the programme.
    Person(Who, Role),
    /// An open invitation.
    Invite(Role),
}

/// What the bot says about open invitations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitesLetter {
    /// A page of them.
    List(Sheet<OpenInvite>),
    /// There is none.
    None,
    /// "Withdraw it?"
    Sure(OpenInvite),
    /// It does not work any more.
    Withdrawn(OpenInvite),
    /// Somebody has this number already: use it all the same?
    InUse {
        /// For whom it was typed.
        role: Role,
        /// The number.
        number: String,
        /// Who has it.
        by: Vec<Holder>,
    },
    /// Which file number has somebody who is here?
    Number(Who),
    /// The same as [`InvitesLetter::InUse`] for somebody who is here.
    Taken {
        /// Whose it is to be.
        who: PersonId,
        /// The number.
        number: String,
        /// Who has it.
        by: Vec<Holder>,
    },
}

/// What staff answer about them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitesAnswer {
    /// Another page.
    List(Turn),
    /// This one.
    One(InviteId),
    /// Yes, withdraw it.
    Withdraw(InviteId),
    /// The same number all the same.
    Same(Role, String),
    /// Another number.
    Other(Role),
    /// Which number has somebody who is here? It is typed.
    Ask(PersonId),
    /// Lazo gives her one.
    Give(PersonId),
    /// She has this one, too.
    Keep(PersonId, String),
    /// Back to her card.
    Card(PersonId),
}

impl InvitesLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<InvitesAnswer> {
        match self {
            Self::List(sheet) => {
                let lines = sheet.lines.iter().map(|line| InvitesAnswer::One(line.id));
                lines.chain(sheet.turns().map(InvitesAnswer::List)).collect()
            }
            Self::Sure(invite) => {
                vec![InvitesAnswer::Withdraw(invite.id), InvitesAnswer::List(Turn::at(invite.id.0))]
            }
            Self::Withdrawn(_) => vec![InvitesAnswer::List(Turn::First)],
            Self::InUse { role, number, .. } => {
                vec![InvitesAnswer::Other(*role), InvitesAnswer::Same(*role, number.clone())]
            }
            Self::Number(who) => vec![InvitesAnswer::Give(who.id), InvitesAnswer::Card(who.id)],
            Self::Taken { who, number, .. } => {
                vec![InvitesAnswer::Ask(*who), InvitesAnswer::Keep(*who, number.clone())]
            }
            Self::None => Vec::new(),
        }
    }
}

impl InvitesAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::List(_)
            | Self::One(_)
            | Self::Withdraw(_)
            | Self::Same(..)
            | Self::Other(_)
            | Self::Ask(_)
            | Self::Give(_)
            | Self::Keep(..)
            | Self::Card(_) => false,
        }
    }
}

/// Whether a member of the team sees an open invitation and may withdraw it: a lead those of her programme, a coordinator
/// her own and those from the terminal that make nobody staff.
pub fn may_see(me: &Person, invite: &NewInvite) -> bool {
    let own = invite.invited_by.is_none_or(|by| by == me.id) && !invite.role.is_staff();
    invite.programme == Some(me.programme) && (me.role == Role::Lead || own)
}

/// Who of these has this number, whatever its case, spaces and marks; the first few.
pub fn holders<T>(number: &str, known: Vec<(String, T)>) -> Vec<T> {
    let wanted = meaning(number);
    let same = known.into_iter().filter(|(it, _)| meaning(it) == wanted);
    same.map(|(_, holder)| holder).take(SHOWN).collect()
}

/// The number that Lazo gives: the year, and one more than the highest that was ever given or typed in this form.
pub fn next_number(year: i32, known: &[String]) -> String {
    let counted = |number: &String| {
        let (its_year, count) = number.split_once('-')?;
        let plain = count.len() >= 3 && count.chars().all(|c| c.is_ascii_digit());
        (plain && its_year.parse() == Ok(year)).then(|| count.parse::<u32>().ok())?
    };
    let highest = known.iter().filter_map(counted).max().unwrap_or_default();
    format!("{year}-{:03}", highest.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_on_within_a_year_whatever_else_was_typed() {
        let known = |them: &[&str]| them.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(next_number(2026, &[]), "2026-001");
        assert_eq!(
            next_number(2026, &known(&["2025-040", "F-17", "2026-009", "2026-x", "2026-1"])),
            "2026-010"
        );
        assert_eq!(next_number(2026, &known(&["2026-999"])), "2026-1000");
        assert_eq!(next_number(2026, &known(&["2026-1000", "2026-99999999999999999999"])), "2026-1001");
        assert_eq!(next_number(2026, &known(&["2026-٠٠٧", "2026-+01", "2026--01"])), "2026-001");
    }

    #[test]
    fn a_number_is_the_same_in_whatever_case_and_spacing_and_another_is_not() {
        let known = || vec![("F-17".to_owned(), 1)];
        for same in ["F-17", "f-17", " F-17 ", "\u{200f}F-17"] {
            assert_eq!(holders(same, known()).len(), 1, "{same}");
        }
        for other in ["F-18", "F-1", "17", ""] {
            assert!(holders(other, known()).is_empty(), "{other}");
        }
    }
}
