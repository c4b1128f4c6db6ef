//! What is asked of a group, or of the topics in a chat.

use super::api::{Api, Never, Refused};
use super::send::{Ignored, done, number, to};
use crate::domain::id::{ChatId, MessageId};
use crate::domain::presence::Presence;
use crate::store::Carried;
use serde::Deserialize;
use serde_json::json;
use teloxide_core::payloads::{CloseForumTopic, CreateForumTopic, DeleteForumTopic, LeaveChat};
use teloxide_core::types::ThreadId;

pub(super) async fn topic(api: &Api, lane: ChatId, name: &str) -> Result<Carried, Refused> {
    #[derive(Deserialize)]
    struct Topic {
        message_thread_id: i64,
    }
    let topic: Topic = api.call(&CreateForumTopic::new(to(lane), name)).await?;
    Ok(Carried::Topic(topic.message_thread_id))
}

/// A topic of a case that is over. If it is closed or gone already, or may not be closed, that harms nobody.
pub(super) async fn close_topic(api: &Api, lane: ChatId, thread: i64) -> Result<Carried, Refused> {
    let call = CloseForumTopic::new(to(lane), ThreadId(number(MessageId(thread))));
    match api.call::<_, Ignored>(&call).await {
        Err(Refused::Never(_)) => Ok(Carried::Sent(None)),
        result => done(result),
    }
}

/// A topic whose time is over, with all that stands in it. If it is gone already, that is as well.
pub(super) async fn delete_topic(api: &Api, lane: ChatId, thread: i64) -> Result<Carried, Refused> {
    let call = DeleteForumTopic::new(to(lane), ThreadId(number(MessageId(thread))));
    match api.call::<_, Ignored>(&call).await {
        Err(Refused::Never(Never::TopicGone)) => Ok(Carried::Sent(None)),
        result => done(result),
    }
}

/// Whether an account is in a group. What Telegram does not say is said so, and is no refusal.
pub(super) async fn look(api: &Api, group: ChatId, account: ChatId) -> Result<Carried, Refused> {
    let body = json!({ "chat_id": group, "user_id": account });
    let presence = match api.ask::<Member>("GetChatMember", &body).await {
        Ok(member) => member.presence(),
        Err(Refused::Never(Never::NoMember)) => Presence::Outside,
        Err(Refused::Never(_) | Refused::Closed | Refused::Unread) => Presence::Unknown,
        Err(why) => return Err(why),
    };
    Ok(Carried::Looked(presence))
}

/// Leaves a chat. Whatever the refusal, there is nothing more to do there.
pub(super) async fn leave(api: &Api, lane: ChatId) -> Result<Carried, Refused> {
    match api.call::<_, Ignored>(&LeaveChat::new(to(lane))).await {
        Ok(_) | Err(Refused::Unread) => Ok(Carried::Sent(None)),
        Err(Refused::Never(_) | Refused::Blocked | Refused::Closed | Refused::Gone) => Ok(Carried::Withdrawn),
        Err(why) => Err(why),
    }
}

#[derive(Deserialize)]
struct Member {
    status: String,
    is_member: Option<bool>,
}

impl Member {
    fn presence(&self) -> Presence {
        match (self.status.as_str(), self.is_member) {
            ("creator" | "administrator" | "member", _) | ("restricted", Some(true)) => Presence::Inside,
            ("left" | "kicked", _) | ("restricted", Some(false)) => Presence::Outside,
            _ => Presence::Unknown,
        }
    }
}
