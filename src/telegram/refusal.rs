//! What Telegram's refusals are, and what each is about: the one table of them. What follows for a letter, `courier::verdict`
//! and `handlers::delivery` say.

use crate::domain::id::ChatId;
use crate::store::Leased;
use std::time::Duration;

/// Why a call did not succeed, as far as it matters what to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// Too many requests: not before this time has passed. `None` when Telegram did not say how long.
    Later(Option<Duration>),
    /// The group has a new id.
    Moved(ChatId),
    /// The recipient has blocked the bot.
    Blocked,
    /// The recipient's account is deactivated.
    Gone,
    /// The bot is not there (any more), or nobody knows the chat.
    Closed,
    /// Telegram will never accept this request; the class of its reason.
    Never(Never),
    /// The token is wrong, or another program polls with it. Nothing is lost by waiting.
    Configuration(Configuration),
    /// It did not arrive: try again.
    Transient,
    /// It may have arrived: the answer was lost.
    Perhaps,
    /// It did arrive: the answer said ok, but could not be read.
    Unread,
}

/// Classes of final refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {
    /// What was asked for is already so: counts as done.
    AlreadySo,
    /// What was to be deleted is gone already, or nobody waits for the answer to a tap any more.
    Over,
    /// The message to be copied is gone: its writer took it back.
    SourceGone,
    /// The message to be edited is gone.
    TargetGone,
    /// The topic is gone.
    TopicGone,
    /// The chat has no topics.
    NoForum,
    /// The message to reply to is gone, or its caption is too long beside a reply: again without the reply.
    ReplyRefused,
    /// What is quoted does not stand in the message: again without the quote.
    QuoteRefused,
    /// This message cannot be made to say something else.
    NotEditable,
    /// This message cannot be deleted any more.
    NotDeletable,
    /// This person does not take voice messages.
    VoiceForbidden,
    /// Telegram does not let bots copy this, or this server does not know how.
    Uncopyable,
    /// The bot lacks a right in the group.
    NoRights,
    /// The account is not in the group.
    NoMember,
    /// The bot may not write there (a 403 without words that are known).
    Forbidden,
    /// Anything else.
    Other,
}

impl Never {
    /// The class as it is stored and logged.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AlreadySo => "already so",
            Self::Over => "over",
            Self::SourceGone => "source gone",
            Self::TargetGone => "target gone",
            Self::TopicGone => "topic gone",
            Self::NoForum => "no forum",
            Self::ReplyRefused => "reply refused",
            Self::QuoteRefused => "quote refused",
            Self::NotEditable => "not editable",
            Self::NotDeletable => "not deletable",
            Self::VoiceForbidden => "voice forbidden",
            Self::Uncopyable => "uncopyable",
            Self::NoRights => "no rights",
            Self::NoMember => "no member",
            Self::Forbidden => "forbidden",
            Self::Other => "refused",
        }
    }
}

/// What is wrong with the installation rather than with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Configuration {
    /// 401, or 404 without a word about the method: the token is not (any more) a bot's.
    Token,
    /// 409: another program polls with this token.
    Conflict,
    /// 409: what is written to the bot goes to another program's webhook.
    Webhook,
}

/// What a final refusal is about. Whatever its words are, it is about one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerns {
    /// Nothing is left to do.
    Nothing,
    /// This message alone: others would arrive.
    Message,
    /// The topic it was to stand in, or that was to be made.
    Topic,
    /// The chat: as far as anybody knows, no other message would arrive either.
    Chat,
}

impl Never {
    /// What it is about, when this was asked for. Words decide only where they are Telegram's own for what was asked:
    /// anything else, also a text that nobody has seen, is about the chat.
    pub fn concerns(self, what: &Leased, in_topic: bool) -> Concerns {
        match what {
            Leased::Copy { .. } | Leased::Album { .. } => self.concerns_copy(in_topic),
            Leased::Write(_) => self.concerns_words(in_topic),
            // What stands there cannot be changed: something new can be tried.
            Leased::Rewrite(..) | Leased::Edit { .. } => match self {
                Self::AlreadySo => Concerns::Nothing,
                Self::Over
                | Self::SourceGone
                | Self::TargetGone
                | Self::TopicGone
                | Self::NoForum
                | Self::ReplyRefused
                | Self::QuoteRefused
                | Self::NotEditable
                | Self::NotDeletable
                | Self::VoiceForbidden
                | Self::Uncopyable
                | Self::NoRights
                | Self::NoMember
                | Self::Forbidden
                | Self::Other => Concerns::Message,
            },
            Leased::Topic | Leased::Room(_) => Concerns::Topic,
            Leased::Clear(_)
            | Leased::React(..)
            | Leased::Delete(..)
            | Leased::Toast(..)
            | Leased::Commands
            | Leased::Look(_)
            | Leased::Leave
            | Leased::Nothing => {
                if matches!(self, Self::AlreadySo | Self::Over) {
                    Concerns::Nothing
                } else {
                    Concerns::Message
                }
            }
        }
    }

    fn concerns_words(self, in_topic: bool) -> Concerns {
        match self {
            Self::TopicGone | Self::NoForum if in_topic => Concerns::Topic,
            Self::AlreadySo
            | Self::Over
            | Self::SourceGone
            | Self::TargetGone
            | Self::TopicGone
            | Self::NoForum
            | Self::ReplyRefused
            | Self::QuoteRefused
            | Self::NotEditable
            | Self::NotDeletable
            | Self::VoiceForbidden
            | Self::Uncopyable
            | Self::NoRights
            | Self::NoMember
            | Self::Forbidden
            | Self::Other => Concerns::Chat,
        }
    }

    fn concerns_copy(self, in_topic: bool) -> Concerns {
        match self {
            Self::SourceGone
            | Self::VoiceForbidden
            | Self::Uncopyable
            | Self::ReplyRefused
            | Self::QuoteRefused => Concerns::Message,
            Self::AlreadySo
            | Self::Over
            | Self::TargetGone
            | Self::TopicGone
            | Self::NoForum
            | Self::NotEditable
            | Self::NotDeletable
            | Self::NoRights
            | Self::NoMember
            | Self::Forbidden
            | Self::Other => self.concerns_words(in_topic),
        }
    }
}

/// What Telegram says beside its words.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub struct Parameters {
    /// The group's new id.
    pub migrate_to_chat_id: Option<i64>,
    /// Not before so many seconds have passed.
    pub retry_after: Option<u64>,
}

/// However long Telegram asks to wait: what is held for somebody is not held longer either.
const LONGEST: Duration = Duration::from_secs(7 * 86_400);

/// What Telegram says in a 403 where the bot is not.
const ABSENT: [&str; 4] =
    ["bot was kicked", "bot is not a member", "was deleted", "can't initiate conversation"];

/// What a refusal is, by its code and words.
pub fn classify(code: u16, description: &str, parameters: &Parameters) -> Refused {
    let says = |part: &str| description.to_ascii_lowercase().contains(&part.to_ascii_lowercase());
    if let Some(chat) = parameters.migrate_to_chat_id {
        return Refused::Moved(ChatId(chat));
    }
    match code {
        429 => Refused::Later(parameters.retry_after.map(|it| Duration::from_secs(it).min(LONGEST))),
        // A server of one's own that is older than the method: whatever else is asked for may arrive.
        404 if says("method not found") => Refused::Never(Never::Uncopyable),
        401 | 404 => Refused::Configuration(Configuration::Token),
        409 if says("webhook is active") => Refused::Configuration(Configuration::Webhook),
        409 => Refused::Configuration(Configuration::Conflict),
        403 if says("bot was blocked") => Refused::Blocked,
        403 if says("deactivated") => Refused::Gone,
        403 if ABSENT.iter().any(|text| says(text)) => Refused::Closed,
        403 => Refused::Never(Never::Forbidden),
        // It is this message that is too large.
        413 => Refused::Never(Never::Uncopyable),
        400 if says("chat not found") || says("PEER_ID_INVALID") => Refused::Closed,
        400..500 => Refused::Never(class(description)),
        _ => Refused::Transient,
    }
}

/// The texts of Telegram's server that call for an answer of their own; everything else is [`Never::Other`].
const CLASSES: [(&str, Never); 28] = [
    ("message is not modified", Never::AlreadySo),
    ("message to delete not found", Never::Over),
    ("query is too old", Never::Over),
    ("query id is invalid", Never::Over),
    ("message to copy not found", Never::SourceGone),
    ("there are no messages to copy", Never::SourceGone),
    ("message_id_invalid", Never::SourceGone),
    ("message to edit not found", Never::TargetGone),
    ("message can't be edited", Never::TargetGone),
    ("message thread not found", Never::TopicGone),
    ("topic_deleted", Never::TopicGone),
    ("topic_id_invalid", Never::TopicGone),
    ("topic_closed", Never::TopicGone),
    ("the chat is not a forum", Never::NoForum),
    ("message to be replied not found", Never::ReplyRefused),
    ("caption is too long", Never::ReplyRefused),
    ("quote_text_invalid", Never::QuoteRefused),
    ("message can't be deleted", Never::NotDeletable),
    ("voice_messages_forbidden", Never::VoiceForbidden),
    ("message can't be copied", Never::Uncopyable),
    ("not enough rights", Never::NoRights),
    ("have no rights", Never::NoRights),
    ("chat_write_forbidden", Never::NoRights),
    ("chat_admin_required", Never::NoRights),
    ("user not found", Never::NoMember),
    ("member not found", Never::NoMember),
    ("participant_id_invalid", Never::NoMember),
    ("user_not_participant", Never::NoMember),
];

/// The texts that are known, in whatever case Telegram says them.
pub fn texts() -> impl Iterator<Item = &'static str> {
    let absent =
        ABSENT.into_iter().chain(["bot was blocked", "deactivated", "chat not found", "PEER_ID_INVALID"]);
    CLASSES.iter().map(|(text, _)| *text).chain(absent)
}

fn class(description: &str) -> Never {
    let description = description.to_ascii_lowercase();
    CLASSES.iter().find(|(text, _)| description.contains(text)).map_or(Never::Other, |(_, class)| *class)
}
