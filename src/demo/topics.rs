//! Forum topics.

use serde_json::json;

use super::{
    chats::{Chat, ChatKind, Topic},
    params::Params,
    refuse::{Answer, Refusal},
    send::chat_id,
    world::{Wish, World},
};

const LONGEST_NAME: usize = 128;
const COLORS: [i64; 6] = [0x006F_B9F0, 0x00FF_D67E, 0x00CB_86DB, 0x008E_EE98, 0x00FF_93B2, 0x00FB_6F5F];

fn forum<'a>(world: &'a mut World, params: &Params, lacking: &str) -> Result<&'a mut Chat, Refusal> {
    with_right(world, params, ("can_manage_topics", lacking))
}

fn with_right<'a>(
    world: &'a mut World,
    params: &Params,
    (right, lacking): (&str, &str),
) -> Result<&'a mut Chat, Refusal> {
    let private = world.options.private_topics;
    let chat = world.chat(Some(chat_id(params)?), Wish::Write)?;
    if !(chat.forum || private && chat.kind == ChatKind::Private) {
        return Err(Refusal::bad("the chat is not a forum"));
    }
    if chat.kind != ChatKind::Private && !chat.allows(right) {
        return Err(Refusal::bad(lacking));
    }
    Ok(chat)
}

fn name(params: &Params) -> Result<String, Refusal> {
    let name = params.text("name").unwrap_or_default().trim().to_owned();
    match name.chars().count() {
        0 => Err(Refusal::bad("topic name must be non-empty")),
        1..=LONGEST_NAME => Ok(name),
        _ => Err(Refusal::bad("TOPIC_TITLE_TOO_LONG")),
    }
}

/// `createForumTopic`
pub(super) fn create(world: &mut World, params: &Params) -> Answer {
    let chat = forum(world, params, "not enough rights to create a topic")?.id;
    let name = name(params)?;
    let icon_color = params.integer("icon_color").filter(|color| *color != 0);
    if icon_color.is_some_and(|color| !COLORS.contains(&color)) {
        return Err(Refusal::bad("invalid icon color specified"));
    }
    let icon_color = icon_color.unwrap_or_else(|| COLORS.first().copied().unwrap_or_default());
    let note = world.service("forum_topic_created", json!({ "name": name, "icon_color": icon_color }));
    let thread = world.add(chat, note);
    let topic = Topic { name, closed: false, icon_color };
    let answer = topic.json(thread);
    if let Some(chat) = world.chats.get_mut(&chat) {
        if let Some(note) = chat.message_mut(thread) {
            note.thread = Some(thread);
        }
        chat.topics.insert(thread, topic);
    }
    Ok(answer)
}

fn topic<'a>(world: &'a mut World, params: &Params, lacking: &str) -> Result<&'a mut Topic, Refusal> {
    let thread = params.integer("message_thread_id").unwrap_or(0);
    let chat = forum(world, params, lacking)?;
    chat.topics.get_mut(&thread).ok_or_else(|| Refusal::bad("TOPIC_ID_INVALID"))
}

/// `editForumTopic`
pub(super) fn edit(world: &mut World, params: &Params) -> Answer {
    let name =
        if params.text("name").is_some_and(|name| !name.is_empty()) { Some(name(params)?) } else { None };
    let topic = topic(world, params, "not enough rights to edit the topic")?;
    match name {
        Some(name) if name != topic.name => topic.name = name,
        _ => return Err(Refusal::bad("TOPIC_NOT_MODIFIED")),
    }
    Ok(true.into())
}

fn switch(world: &mut World, params: &Params, closed: bool) -> Answer {
    let topic = topic(world, params, "not enough rights to close or open the topic")?;
    if topic.closed == closed {
        return Err(Refusal::bad("TOPIC_NOT_MODIFIED"));
    }
    topic.closed = closed;
    Ok(true.into())
}

/// `closeForumTopic`
pub(super) fn close(world: &mut World, params: &Params) -> Answer {
    switch(world, params, true)
}

/// `reopenForumTopic`
pub(super) fn reopen(world: &mut World, params: &Params) -> Answer {
    switch(world, params, false)
}

/// `deleteForumTopic`
pub(super) fn delete(world: &mut World, params: &Params) -> Answer {
    let thread = params.integer("message_thread_id").unwrap_or(0);
    // "must have the can_delete_messages administrator rights" (Bot API, deleteForumTopic)
    let needed = ("can_delete_messages", "not enough rights to delete the topic");
    let chat = with_right(world, params, needed)?;
    if !chat.topics.contains_key(&thread) {
        return Err(Refusal::bad("TOPIC_ID_INVALID"));
    }
    chat.remove_topic(thread);
    Ok(true.into())
}

impl Chat {
    /// The topic and everything in it disappears.
    pub(super) fn remove_topic(&mut self, thread: i64) {
        self.topics.remove(&thread);
        let gone: Vec<i64> = self
            .history()
            .filter(|message| message.thread == Some(thread))
            .map(|message| message.id)
            .collect();
        for id in gone {
            self.delete(id);
        }
    }
}
