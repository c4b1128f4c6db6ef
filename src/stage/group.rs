//! What a visitor may do in the team's group, as one of its members.

use super::acts::{Act, Done, EMOJI, checked, refused};
use super::cast::{CAST, Role, VERA};
use super::crowd::GROUP;
use super::look::{Look, message};
use super::world::World;

impl World {
    /// Does what a visitor wishes, on the phone of a member; whoever is not in the group yet comes into it.
    pub(super) fn does_in_group(&self, by: usize, act: Act) -> Done {
        let by = if by == 0 { VERA } else { by };
        let (Some(group), Some(phone)) = (self.group(), self.phone(by)) else {
            return refused("chat not found");
        };
        if by < VERA || !phone.has_started() {
            return refused("need to be a member of the group");
        }
        if by != VERA && !group.has(&phone) {
            group.joins(&phone);
        }
        let seen = |id: i64| group.screen(None).into_iter().find(|seen| seen.id == id);
        match act {
            Act::Say { text, reply_to, quote: _ } => match checked(&text) {
                Ok(_) if reply_to.is_some_and(|to| seen(to).is_none()) => {
                    return refused("message to be replied not found");
                }
                Ok(text) => {
                    match reply_to {
                        Some(to) => group.replies_as(&phone, to, text),
                        None => group.says_as(&phone, text, None),
                    };
                }
                Err(why) => return refused(why),
            },
            Act::Press { message, row, column } => {
                let button = seen(message).and_then(|seen| seen.buttons.get(row)?.get(column).cloned());
                let pressed = button.map(|button| group.presses_on_as(&phone, message, &button.text).is_ok());
                if pressed != Some(true) {
                    return refused("this button is not there any more");
                }
            }
            Act::React { message, emoji: Some(emoji) } => {
                if !EMOJI.contains(&emoji.as_str()) || !group.reacts_as(&phone, message, &emoji) {
                    return refused("message to react not found");
                }
            }
            Act::Send { .. }
            | Act::Edit { .. }
            | Act::React { .. }
            | Act::Undo { .. }
            | Act::Key { .. }
            | Act::Open { .. }
            | Act::Start
            | Act::Block
            | Act::Unblock
            | Act::Voiceless
            | Act::Language { .. }
            | Act::Join { .. } => return refused("this cannot be done in a group"),
        }
        Done::Done
    }
}

/// The group, as its members see it; `None` if there is none.
pub(super) fn look(world: &World) -> Option<Look> {
    let group = world.group()?;
    let topics = group.topics();
    let phones = world.phones();
    let screen = group.screen(None);
    let messages = screen.into_iter().map(|seen| {
        let topic = topics.iter().find(|(thread, _, _)| Some(*thread) == seen.thread);
        let from = phones.iter().position(|phone| Some(phone.id()) == seen.from);
        let who = from.and_then(|place| CAST.get(place)).map(Role::first_name);
        let mut message = message(world, seen);
        message.topic = topic.map(|(_, name, _)| name.clone());
        message.who = who;
        message
    });
    let messages = messages.collect();
    Some(Look::of_group(GROUP, messages, group.toasts()))
}
