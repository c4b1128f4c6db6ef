//! Invitations: a link that works once, and who may send whom one.

use super::id::{InviteId, PersonId, ProgrammeId};
use super::person::{Person, Role, Standing};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// How long a link works.
pub const DAYS: i64 = 14;
/// Longest file number, in characters.
pub const FILE_NUMBER: usize = 40;
/// How many wrong links one chat may open while they count; after that links are not looked at.
pub const WRONG_LINKS: i64 = 5;
/// How long a wrong link counts.
pub const WRONG_LINK_COUNTS: TimeDelta = TimeDelta::hours(1);
/// Characters of a token.
pub const TOKEN_LENGTH: usize = 22;

/// How a link is met, by how many wrong ones the chat opened within the last hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// It is looked at.
    Looks,
    /// It is not looked at, and its opener reads that she has to wait.
    Says,
    /// It is not looked at, and nothing is said: she has read that.
    Silent,
}

/// Five are looked at; with the next one it is said once that she has to wait, which counts as one more.
pub fn patience(wrong: i64) -> Patience {
    match wrong {
        ..WRONG_LINKS => Patience::Looks,
        WRONG_LINKS => Patience::Says,
        _ => Patience::Silent,
    }
}

/// What a link carries: 128 random bits. Whoever has it is let in, so it can be neither printed nor logged.
pub struct Token(String);

impl Token {
    /// From 128 random bits.
    pub fn new(random: [u8; 16]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(random))
    }

    /// From the text after `/start`, whatever it is.
    pub fn opened(text: &str) -> Self {
        Self(text.into())
    }

    /// The link that opens the bot with it.
    pub fn link(&self, bot_name: &str) -> String {
        format!("https://t.me/{bot_name}?start={}", self.0)
    }

    /// What is stored: SHA-256 in hex.
    pub fn hash(&self) -> String {
        Sha256::digest(self.0.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
            // Writing into a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// What an invitation is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct NewInvite {
    /// Into this programme; `None` for the lead of a new one.
    pub programme: Option<ProgrammeId>,
    /// As what.
    pub role: Role,
    /// A name to be taken with one tap.
    pub alias: Option<String>,
    /// The NGO's own reference.
    pub file_number: Option<String>,
    /// Who invites; `None` from the terminal.
    pub invited_by: Option<PersonId>,
}

/// A stored invitation.
#[derive(Clone, Debug, PartialEq)]
pub struct Invite {
    /// Its id.
    pub id: InviteId,
    /// What it is made of.
    pub what: NewInvite,
    /// It does not work after that.
    pub expires_at: DateTime<Utc>,
    /// It was used, by this account.
    pub used_by: Option<PersonId>,
    /// It lets nobody in: it moves her to the account that opens it.
    pub moves: Option<PersonId>,
}

/// What opening a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// She may join, or join again.
    Welcome,
    /// A coordinator becomes the lead of her own programme.
    Promoted,
    /// Unknown, expired or withdrawn: never which.
    Wrong,
    /// Somebody else used it.
    Used,
    /// She is in already.
    Member,
}

/// Judges a link that was found, or not, by all parts of the account that opens it.
pub fn judge(invite: Option<&Invite>, parts: &[Person], now: DateTime<Utc>) -> Verdict {
    let Some(invite) = invite else { return Verdict::Wrong };
    if let Some(user) = invite.used_by {
        let hers = parts.iter().any(|part| part.id == user && part.standing != Standing::Left);
        return if hers { Verdict::Member } else { Verdict::Used };
    }
    if invite.expires_at <= now {
        return Verdict::Wrong;
    }
    // An account that has ever been in Lazo is somebody already: nobody else moves there.
    if invite.moves.is_some() && !parts.is_empty() {
        return Verdict::Member;
    }
    let Some(part) = same_part(&invite.what, parts) else { return Verdict::Welcome };
    match part.standing {
        Standing::Left | Standing::Refused => Verdict::Welcome,
        Standing::Ready if invite.what.role == Role::Lead && part.role == Role::Coordinator => {
            Verdict::Promoted
        }
        Standing::Joining if invite.what.role == Role::Lead && part.role == Role::Coordinator => {
            Verdict::Welcome
        }
        Standing::Joining | Standing::AwaitingGuardian | Standing::Ready => Verdict::Member,
    }
}

/// Whether she is asked first if a good link is for her. Whoever is here already may only want to see whether it works, or
/// hold it for somebody else: her look must not use it up.
pub fn is_asked(verdict: Verdict, parts: &[Person]) -> bool {
    let here = |part: &Person| !matches!(part.standing, Standing::Left | Standing::Refused);
    matches!(verdict, Verdict::Welcome | Verdict::Promoted) && parts.iter().any(here)
}

/// The part an invitation is for, if the account has it already: the same role in the same programme, where coordinator
/// and lead are one part.
pub fn same_part<'a>(what: &NewInvite, parts: &'a [Person]) -> Option<&'a Person> {
    let same = |role: Role| role == what.role || (role.is_staff() && what.role.is_staff());
    parts.iter().find(|part| Some(part.programme) == what.programme && same(part.role))
}

/// Whom someone may invite.
pub fn invitable(by: Role) -> &'static [Role] {
    match by {
        Role::Lead => &[Role::Mentee, Role::Mentor, Role::Coordinator],
        Role::Coordinator => &[Role::Mentee, Role::Mentor],
        Role::Mentor | Role::Mentee => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_22_characters_telegram_takes_and_is_stored_as_its_hash() {
        let token = Token::new([0xff; 16]);
        let link = token.link("lazo_bot");
        assert_eq!(link, "https://t.me/lazo_bot?start=_____________________w");
        assert_eq!(token.hash().len(), 64);
        assert_eq!(
            Token::opened("abc").hash(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
