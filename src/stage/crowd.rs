//! Who is there besides the three: more phones for whoever is watching, who join as whoever she likes, and the team's group.

use super::acts::{Done, refused};
use super::cast::{CAST, FREE, VERA};
use super::script::{self, Guest, invites_nameless};
use super::world::{Trouble, World};
use crate::demo::{Group, GroupChat, Phone};
use crate::domain::id::{ChatId, ProgrammeId};
use crate::domain::invite::NewInvite;
use crate::domain::person::Role;
use crate::handlers::invite::new_invite;
use serde::Deserialize;
use std::sync::PoisonError;

/// The place of the team's group, after all phones.
pub(super) const GROUP: usize = CAST.len();

/// What a visitor can add.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum More {
    /// Another phone nobody has joined with.
    Phone,
    /// The team's group, with the bot in it.
    Group,
}

/// As what somebody joins with a phone of her own.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum As {
    Mentee,
    Mentor,
    Coordinator,
    /// A coordinator who has answered everything already.
    Beside,
    /// The lead of a programme of her own, which she is asked about.
    Founder,
}

impl World {
    /// All phones, in the order of the cast.
    pub(super) fn phones(&self) -> Vec<Phone> {
        self.phones.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The team's group, if there is one.
    pub(super) fn group(&self) -> Option<GroupChat> {
        self.group.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Adds a phone, or the group. `false` if there is no more of it.
    pub(super) fn adds(&self, more: More) -> bool {
        let added = match more {
            More::Phone => {
                let mut phones = self.phones.lock().unwrap_or_else(PoisonError::into_inner);
                let next = CAST.get(phones.len());
                phones.extend(next.map(|role| self.telegram.person(role.person())));
                next.is_some()
            }
            More::Group => {
                let mut group = self.group.lock().unwrap_or_else(PoisonError::into_inner);
                let (first, vera) = (group.is_none(), self.phone(VERA));
                if let Some(vera) = vera.filter(|_| first) {
                    let team = self.telegram.group(Group::forum(4_200, "Casa Ana · team"));
                    team.joins(&vera);
                    team.adds_bot(&vera);
                    *group = Some(team);
                }
                first
            }
        };
        self.tells();
        added
    }

    /// Whoever has a phone nobody has joined with joins: Vera invites her, and she opens the link.
    pub(super) async fn comes(&self, place: usize, part: As) -> Result<Done, Trouble> {
        let _turn = self.turn.lock().await;
        let guest = self.actor(place)?;
        let known = self.db.begin().await?.parts(ChatId(guest.phone.id())).await?;
        let role = CAST.get(place).filter(|_| place >= FREE && known.is_empty());
        let Some(role) = role else { return Ok(refused("somebody has joined with this phone")) };
        if guest.phone.is_blocking() {
            guest.phone.unblocks();
        }
        let link = self.invitation(part).await?;
        guest.opens(&link).await?;
        if matches!(part, As::Beside) {
            let guest = Guest::beside_vera(place, role.first_name());
            match script::answers(self, &guest, None).await {
                Ok(()) | Err(Trouble::Missing(_) | Trouble::Lost(_)) => {}
                Err(why) => return Err(why),
            }
        }
        Ok(Done::Done)
    }

    /// A link that works: from Vera, and if she cannot invite any more, from the terminal.
    async fn invitation(&self, part: As) -> Result<String, Trouble> {
        let (icon, role) = match part {
            As::Mentee => ("🌱", Role::Mentee),
            As::Mentor => ("🤝", Role::Mentor),
            As::Coordinator | As::Beside => ("🧭", Role::Coordinator),
            As::Founder => ("", Role::Lead),
        };
        if !icon.is_empty() {
            let vera = self.actor(VERA)?;
            match invites_nameless(&vera, icon).await {
                Ok(()) | Err(Trouble::Missing(_) | Trouble::Lost(_)) => {}
                Err(why) => return Err(why),
            }
            if let Some(link) = script::standing(&vera, role).await? {
                return Ok(link);
            }
        }
        let programme = (role != Role::Lead).then_some(ProgrammeId(1));
        let what = NewInvite { programme, role, alias: None, file_number: None, invited_by: None };
        let mut tx = self.db.begin().await?;
        let token = new_invite(&mut tx, &what, self.now()).await?;
        let _ = tx.commit().await?;
        Ok(token.link(&self.telegram.bot_username()))
    }
}
