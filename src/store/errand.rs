//! An errand: a leased letter with all the courier needs to carry it, as read from the database.

use super::{Leased, Result, at, from_name, parsed};
use crate::domain::id::{CaseId, ChatId, ConversationId, LetterId, MessageId, PersonId, RoomId, SourceId};
use crate::domain::lang::Lang;
use crate::domain::letter::{Letter, Rank};
use crate::domain::person::{Role, Standing};
use crate::domain::reaction::Emoji;
use crate::domain::relay::RelayLetter;
use crate::domain::turn::stands;
use crate::domain::which::{Switcher, needs_header};
use crate::domain::zone::Tz;
use chrono::{DateTime, Utc};

/// A leased letter with all the courier needs to carry it.
#[derive(Clone, Debug)]
pub struct Errand {
    /// The letter.
    pub id: LetterId,
    /// The chat it goes to.
    pub lane: ChatId,
    /// Who of the account it is for.
    pub person: Option<PersonId>,
    /// A line that must stand right above it, so that its reader knows whose message it is.
    pub header: Option<Letter>,
    /// The lane's clock as it was: not before this.
    pub not_before: DateTime<Utc>,
    /// Its [`crate::domain::letter::Rank`], as stored.
    pub rank: i64,
    /// What to do.
    pub what: Leased,
    /// What something written is shown as an answer to.
    pub reply_to: Option<MessageId>,
    /// The conversation it belongs to.
    pub conversation: Option<ConversationId>,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// The room it is read in.
    pub room: Option<RoomId>,
    /// The topic of its case or room, in a group.
    pub thread: Option<i64>,
    /// Its number among its tries, this time included: it only grows, and is no count. See [`Self::tries`].
    pub attempts: i64,
    /// When it was posted.
    pub queued_at: DateTime<Utc>,
    /// After that it is not sent any more.
    pub until: Option<DateTime<Utc>>,
    /// A try of it may have arrived although no answer did.
    pub maybe_duplicate: bool,
    /// Whether it makes a sound.
    pub sound: Sound,
    /// Who will read it.
    pub reader: Reader,
}

/// Whether a letter makes a sound in its reader's chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    /// As its kind and the hour say.
    Usual,
    /// None: she has the conversation it belongs to quiet.
    Quiet,
    /// At any hour: it was written to her team by somebody whose urgent case is open.
    Urgent,
}

/// Who reads a letter, as far as its words depend on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    /// Her language; in a group, the programme's.
    pub lang: Lang,
    /// The programme's language.
    pub fallback: Lang,
    /// Her zone; in a group, the programme's.
    pub zone: Tz,
    /// Her role; `None` in a group.
    pub role: Option<Role>,
    /// How far she has come; `None` in a group.
    pub standing: Option<Standing>,
    /// The programme's name.
    pub programme: String,
    /// Her account has parts on both sides, in a team and in a pair: it may do what either may. Only known where her
    /// commands are shown.
    pub both_sides: bool,
    /// What her keyboard offers, if she has several conversations.
    pub switcher: Option<Switcher>,
}

row! {
    /// A leased letter as the database has it.
    #[derive(serde::Deserialize)]
    pub(super) struct Row {
        pub(super) chat_id: i64,
        pub(super) not_before: i64,
        pub(super) id: i64,
        pub(super) rank: i64,
        pub(super) op: String,
        pub(super) conversation_id: Option<i64>,
        pub(super) case_id: Option<i64>,
        pub(super) room_id: Option<i64>,
        pub(super) source_id: Option<i64>,
        pub(super) body: Option<String>,
        pub(super) target: Option<i64>,
        pub(super) target_message: Option<i64>,
        pub(super) query: Option<String>,
        pub(super) from_chat: Option<i64>,
        pub(super) from_message: Option<i64>,
        pub(super) reply_message: Option<i64>,
        pub(super) parts: Option<String>,
        pub(super) emoji: Option<String>,
        pub(super) protect: i64,
        pub(super) attempts: i64,
        pub(super) queued_at: i64,
        pub(super) until: Option<i64>,
        pub(super) maybe_duplicate: i64,
        pub(super) thread: Option<i64>,
        pub(super) person_id: Option<i64>,
        pub(super) sound: i64,
        pub(super) both_sides: i64,
        pub(super) keyboard: Option<String>,
        pub(super) current_id: Option<i64>,
        pub(super) reached_id: Option<i64>,
        pub(super) reached_at: Option<i64>,
        pub(super) said_at: Option<i64>,
        pub(super) strange: i64,
        pub(super) poses: i64,
        pub(super) lang: Option<String>,
        pub(super) zone: Option<String>,
        pub(super) role: Option<String>,
        pub(super) standing: Option<String>,
        pub(super) programme: Option<String>,
        pub(super) languages: Option<String>,
        pub(super) programme_zone: Option<String>,
    }
}

impl Row {
    pub(super) fn errand(&self, now: DateTime<Utc>) -> Result<Errand> {
        let said = self.said_at.is_some_and(|said| stands(at(said), now));
        let (what, reader) = (if said { Leased::Nothing } else { self.what()? }, self.reader()?);
        Ok(Errand {
            id: LetterId(self.id),
            lane: ChatId(self.chat_id),
            person: self.person_id.map(PersonId),
            header: self.header(&what, &reader, now),
            not_before: at(self.not_before),
            rank: self.rank,
            reply_to: self.reply_message.or(self.target_message).or(self.own_message()).map(MessageId),
            conversation: self.conversation_id.map(ConversationId),
            case: self.case_id.map(CaseId),
            room: self.room_id.map(RoomId),
            thread: self.topic(),
            attempts: self.attempts,
            queued_at: at(self.queued_at),
            until: self.until.map(at),
            maybe_duplicate: self.maybe_duplicate == 1,
            sound: match self.sound {
                1 => Sound::Quiet,
                2 => Sound::Urgent,
                _ => Sound::Usual,
            },
            reader,
            what,
        })
    }

    /// Whether what it says can be read by this version.
    pub(super) fn is_readable(&self) -> bool {
        self.what().is_ok()
    }

    /// The topic it stands in: of its case or room in a group, of its conversation in a private chat.
    fn topic(&self) -> Option<i64> {
        let stands = self.chat_id < 0 || ["write", "copy", "album"].contains(&self.op.as_str());
        self.thread.filter(|thread| stands && *thread != 0)
    }

    /// The line above a message, for a reader with several conversations, and where another's name stands above it; a
    /// topic says the same. Without a name it is still to be found.
    fn header(&self, what: &Leased, reader: &Reader, now: DateTime<Utc>) -> Option<Letter> {
        if self.must_be_named(what) {
            return Some(RelayLetter::Header { name: String::new() }.into());
        }
        if self.topic().is_some() {
            return None;
        }
        let next = self.relays(what)?;
        if self.strange == 1 {
            return Some(RelayLetter::Header { name: String::new() }.into());
        }
        let switcher = reader.switcher.as_ref()?;
        let name = switcher.name(next).filter(|_| !what.names_its_author())?.to_owned();
        let last = self.reached_id.map(ConversationId).zip(self.reached_at.map(at));
        needs_header(last, next, now).then(|| RelayLetter::Header { name }.into())
    }

    /// Whether it could be taken for the bot's own words: then its author's name stands above it wherever it goes.
    pub(super) fn must_be_named(&self, what: &Leased) -> bool {
        self.poses > 0 && matches!(what, Leased::Copy { .. } | Leased::Album { .. })
    }

    /// The conversation whose message, or a line above it, this is.
    pub(super) fn relays(&self, what: &Leased) -> Option<ConversationId> {
        let relays = self.rank == Rank::Relay as i64 && what.is_of_a_message();
        self.conversation_id.filter(|_| relays).map(ConversationId)
    }

    /// The recipient's own message that something written answers: it needs no ledger, and no chat but this one.
    fn own_message(&self) -> Option<i64> {
        self.from_message.filter(|_| self.from_chat.is_none())
    }

    fn what(&self) -> Result<Leased> {
        let body = self.body.as_deref().map(parsed::<Letter>).transpose()?;
        let target = self.target_message.map(MessageId);
        let parts = self.parts.as_deref().map(parsed::<Vec<MessageId>>).transpose()?;
        Ok(match (self.op.as_str(), body, target) {
            ("write", Some(letter), _) => {
                Leased::Write(parts.map_or(letter.clone(), |parts| letter.counting(parts.len())))
            }
            ("rewrite", Some(letter), None) => Leased::Write(letter),
            ("rewrite", Some(letter), Some(message)) => Leased::Rewrite(message, letter),
            ("clear", _, Some(message)) => Leased::Clear(message),
            ("toast", text, _) => Leased::Toast(self.query.clone().unwrap_or_default(), text),
            ("topic", Some(name), _) => Leased::Room(name),
            ("topic", ..) => Leased::Topic,
            ("commands", ..) => Leased::Commands,
            ("look", ..) => self.from_chat.map_or(Leased::Leave, |account| Leased::Look(ChatId(account))),
            ("copy", ..) => self.copy(),
            ("album", ..) => self.album(parts),
            ("edit", ..) => self.edit(target),
            ("react", ..) => self.reply_message.map_or(Leased::Nothing, |message| {
                Leased::React(MessageId(message), self.emoji.as_deref().and_then(Emoji::new))
            }),
            ("delete", _, target) => {
                let own = self.own_message().map(MessageId);
                Leased::Delete(target.into_iter().chain(own).collect(), self.from_chat.map(ChatId))
            }
            _ => Leased::Nothing,
        })
    }

    fn album(&self, parts: Option<Vec<MessageId>>) -> Leased {
        match (self.source_id, self.from_chat, parts) {
            (Some(source), Some(from), Some(parts)) => Leased::Album {
                source: SourceId(source),
                from: ChatId(from),
                parts,
                protect: self.protect == 1,
            },
            _ => Leased::Nothing,
        }
    }

    fn edit(&self, copy: Option<MessageId>) -> Leased {
        match (self.target, self.from_chat, self.from_message) {
            (Some(of), Some(from), Some(message)) => {
                Leased::Edit { of: LetterId(of), copy, from: ChatId(from), message: MessageId(message) }
            }
            _ => Leased::Nothing,
        }
    }

    fn copy(&self) -> Leased {
        match (self.from_chat, self.from_message) {
            (Some(chat), Some(message)) => Leased::Copy {
                source: self.source_id.map(SourceId),
                from: ChatId(chat),
                message: MessageId(message),
                reply_to: self.reply_message.or(self.target_message).map(MessageId),
                protect: self.protect == 1,
            },
            _ => Leased::Nothing,
        }
    }

    fn reader(&self) -> Result<Reader> {
        let languages: Vec<Lang> = self.languages.as_deref().map(parsed).transpose()?.unwrap_or_default();
        let fallback = languages.into_iter().next().unwrap_or_else(|| Lang::from("en"));
        let zone = self.zone.as_deref().or(self.programme_zone.as_deref()).unwrap_or("UTC");
        Ok(Reader {
            lang: self.lang.as_deref().map_or_else(|| fallback.clone(), Lang::from),
            fallback,
            zone: zone.parse().unwrap_or(Tz::UTC),
            role: self.role.as_deref().map(from_name).transpose()?,
            standing: self.standing.as_deref().map(from_name).transpose()?,
            programme: self.programme.clone().unwrap_or_default(),
            both_sides: self.both_sides == 1,
            switcher: self.switcher()?,
        })
    }

    fn switcher(&self) -> Result<Option<Switcher>> {
        let Some(keyboard) = &self.keyboard else { return Ok(None) };
        let names: Vec<(ConversationId, String)> = parsed(keyboard)?;
        let current = self.current_id.map(ConversationId);
        Ok((!names.is_empty()).then_some(Switcher { names, current }))
    }
}
