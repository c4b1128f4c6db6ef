//! Methods about chats as such: what they are, who is in them, what is pinned, leaving, webhooks.

use serde_json::{Value, json};

use super::{
    body::Body,
    chats::{Chat, ChatKind, Message, Seat, Sender, Standing},
    params::Params,
    refuse::{Answer, Refusal},
    send::chat_id,
    world::{Wish, World},
};

/// Rights an administrator of a group may have.
pub(super) const RIGHTS: [&str; 12] = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
];

/// `getChat`
pub(super) fn chat(world: &mut World, params: &Params) -> Answer {
    let id = chat_id(params)?;
    world.chat(Some(id), Wish::Read)?;
    let Some(chat) = world.chats.get(&id) else { return Ok(Value::Null) };
    let gifts = json!({
        "unlimited_gifts": false, "limited_gifts": false, "unique_gifts": false, "premium_subscription": false,
        "gifts_from_channels": false,
    });
    let mut full = world.chat_json(chat);
    let pinned = chat.pinned.last().map(|pinned| world.message_json(id, *pinned));
    let Some(fields) = full.as_object_mut() else { return Ok(full) };
    fields.insert("accent_color_id".to_owned(), 0.into());
    fields.insert("max_reaction_count".to_owned(), 11.into());
    fields.insert("accepted_gift_types".to_owned(), gifts);
    if world.people.get(&id).is_some_and(|account| account.forbids_voice) {
        fields.insert("has_restricted_voice_and_video_messages".to_owned(), true.into());
    }
    if let Some(pinned) = pinned {
        fields.insert("pinned_message".to_owned(), pinned);
    }
    Ok(full)
}

/// `getChatMember`
pub(super) fn member(world: &mut World, params: &Params) -> Answer {
    let id = chat_id(params)?;
    let user = params.integer("user_id").filter(|user| *user > 0);
    let user = user.ok_or_else(|| Refusal::bad("invalid user_id specified"))?;
    world.chat(Some(id), Wish::Read)?;
    let Some(chat) = world.chats.get(&id) else { return Ok(Value::Null) };
    if user == world.bot {
        return Ok(standing(&world.bot_json(), &chat.standing));
    }
    if !world.people.contains_key(&user) {
        return Err(Refusal::bad("user not found"));
    }
    let inside = chat.members.contains(&user) || chat.id == user;
    Ok(seated(&world.user_json(user), chat.seats.get(&user).copied(), inside))
}

/// The `ChatMember` of a person.
fn seated(user: &Value, seat: Option<Seat>, inside: bool) -> Value {
    match seat {
        Some(Seat::Administrator) => standing(user, &Standing::Administrator(Vec::new())),
        Some(Seat::Restricted { inside }) => {
            let mut member =
                json!({ "status": "restricted", "user": user, "is_member": inside, "until_date": 0 });
            if let Some(fields) = member.as_object_mut() {
                fields.extend(MAY.map(|right| (right.to_owned(), false.into())));
            }
            member
        }
        Some(Seat::Kicked) => standing(user, &Standing::Kicked),
        None if inside => standing(user, &Standing::Member),
        Some(Seat::Left) | None => standing(user, &Standing::Stranger),
    }
}

/// What a restricted member may not do.
const MAY: [&str; 16] = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
];

/// `getChatAdministrators`
pub(super) fn administrators(world: &mut World, params: &Params) -> Answer {
    let id = chat_id(params)?;
    let standing_here = world.chat(Some(id), Wish::Read)?.standing.clone();
    if id > 0 {
        return Err(Refusal::bad("there are no administrators in the private chat"));
    }
    Ok(match standing_here {
        Standing::Administrator(_) => json!([standing(&world.bot_json(), &standing_here)]),
        Standing::Stranger | Standing::Member | Standing::Kicked => json!([]),
    })
}

/// The `ChatMember` of a user with this standing.
pub(super) fn standing(user: &Value, standing: &Standing) -> Value {
    match standing {
        Standing::Stranger => json!({ "status": "left", "user": user }),
        Standing::Member => json!({ "status": "member", "user": user }),
        Standing::Kicked => json!({ "status": "kicked", "user": user, "until_date": 0 }),
        Standing::Administrator(given) => {
            let mut member = json!({
                "status": "administrator", "user": user, "can_be_edited": false, "is_anonymous": false,
            });
            if let Some(fields) = member.as_object_mut() {
                for right in RIGHTS {
                    let has = right == "can_manage_chat" || given.iter().any(|given| given == right);
                    fields.insert(right.to_owned(), has.into());
                }
            }
            member
        }
    }
}

fn pinning<'a>(world: &'a mut World, params: &Params) -> Result<&'a mut Chat, Refusal> {
    let chat = world.chat(Some(chat_id(params)?), Wish::Write)?;
    if chat.kind != ChatKind::Private && !chat.allows("can_pin_messages") {
        return Err(Refusal::bad("not enough rights to manage pinned messages in the chat"));
    }
    Ok(chat)
}

/// `pinChatMessage`
pub(super) fn pin(world: &mut World, params: &Params) -> Answer {
    let id = params.integer("message_id").unwrap_or(0);
    let chat = pinning(world, params)?;
    if chat.message(id).is_none() {
        return Err(Refusal::bad("message to pin not found"));
    }
    if chat.pinned.contains(&id) {
        return Ok(true.into());
    }
    chat.pinned.push(id);
    let chat = chat.id;
    let told = world.message_json(chat, id);
    let note = world.service("pinned_message", told);
    let note = Message { thread: None, ..note };
    world.add(chat, note);
    Ok(true.into())
}

/// `unpinChatMessage`
pub(super) fn unpin(world: &mut World, params: &Params) -> Answer {
    let id = params.integer("message_id");
    let chat = pinning(world, params)?;
    match id.or_else(|| chat.pinned.last().copied()) {
        Some(id) if chat.pinned.contains(&id) => chat.pinned.retain(|pinned| *pinned != id),
        _ => return Err(Refusal::bad("message to unpin not found")),
    }
    Ok(true.into())
}

/// `leaveChat`
pub(super) fn leave(world: &mut World, params: &Params) -> Answer {
    let chat = world.chat(Some(chat_id(params)?), Wish::Write)?;
    if chat.kind == ChatKind::Private {
        return Err(Refusal::bad("chat member status can't be changed in private chats"));
    }
    chat.standing = Standing::Stranger;
    Ok(true.into())
}

/// `setWebhook`: remembered and refused as Telegram does, but nothing is delivered to it.
pub(super) fn set_webhook(world: &mut World, params: &Params) -> Answer {
    let url = params.text("url").unwrap_or_default().into_owned();
    let secret = params.text("secret_token").unwrap_or_default().into_owned();
    if !url.is_empty() && !url.starts_with("https://") {
        return Err(Refusal::bad("bad webhook: An HTTPS URL must be provided for webhook"));
    }
    if secret.len() > 256 {
        return Err(Refusal::bad("secret token is too long"));
    }
    if !secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-') {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    world.webhook = (!url.is_empty()).then_some(url);
    drop_pending(world, params);
    Ok(true.into())
}

/// `deleteWebhook`
#[expect(clippy::unnecessary_wraps, reason = "in the table of methods, of which most can refuse")]
pub(super) fn delete_webhook(world: &mut World, params: &Params) -> Answer {
    world.webhook = None;
    drop_pending(world, params);
    Ok(true.into())
}

fn drop_pending(world: &mut World, params: &Params) {
    if params.truth("drop_pending_updates") {
        world.updates.clear();
    }
}

/// `getWebhookInfo`
#[expect(clippy::unnecessary_wraps, reason = "in the table of methods, of which most can refuse")]
pub(super) fn webhook(world: &mut World, _: &Params) -> Answer {
    Ok(json!({
        "url": world.webhook.as_deref().unwrap_or_default(), "has_custom_certificate": false,
        "pending_update_count": world.updates.len(), "allowed_updates": world.updates.allowed(),
    }))
}

impl World {
    /// A service message of the bot with one field.
    pub(super) fn service(&mut self, kind: &'static str, value: Value) -> Message {
        let body = Body::media(self.new_content(), kind, value, None);
        self.draft(Sender::Bot, body.into())
    }
}
