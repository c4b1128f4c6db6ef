//! Albums stay albums: one letter for each reader gathers the parts until nothing more comes. A part that comes after
//! the album has left answers it.

use super::passing::Marks;
use crate::domain::album::Gathered;
use crate::domain::id::{ChatId, ConversationId, LetterId, MessageId, RoomId, SourceId};
use crate::domain::letter::{Copied, Op, Post, Rank, To};
use crate::domain::relay::RelayLetter;
use crate::store::{Album, AlbumKey, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// Something on its way to one reader.
#[derive(Clone, Copy)]
pub(super) struct Going<'a> {
    /// The ledger's row.
    pub(super) source: SourceId,
    /// Where it was written.
    pub(super) chat: ChatId,
    /// Its number there.
    pub(super) message: MessageId,
    /// What else is known about it.
    pub(super) marks: Marks<'a>,
    /// What it answers.
    pub(super) reply_to: Option<SourceId>,
    /// The conversation it goes to.
    pub(super) conversation: ConversationId,
    /// Keep its reader from passing it on.
    pub(super) protect: bool,
    /// The reader.
    pub(super) to: To,
    /// It waits, because the reader or the conversation is away.
    pub(super) held: bool,
    /// Where it is read along.
    pub(super) room: Option<RoomId>,
}

impl Going<'_> {
    fn post(&self, op: Op) -> Post {
        Post { held: self.held, ..Post::op(self.to, Rank::Relay, op).within(self.conversation) }
    }

    /// The message itself, which is read along.
    fn message(&self, op: Op) -> Post {
        Post { room: self.room, ..self.post(op) }
    }

    /// A line above the message, taken back with it.
    fn line(&self, letter: RelayLetter) -> Post {
        self.post(Op::Write(letter.into())).of(self.source)
    }

    /// The copy of one message, below the line that says where it comes from.
    pub(super) fn copy(&self) -> impl Iterator<Item = Post> {
        let copied = Copied {
            source: Some(self.source),
            chat: self.chat,
            message: self.message,
            reply_to: self.reply_to,
            protect: self.protect,
        };
        self.origin().into_iter().chain([self.message(Op::Copy(copied))])
    }

    /// It was forwarded, or answers something its reader does not see: never from where.
    fn origin(&self) -> Option<Post> {
        let answers = self.marks.elsewhere.then_some(RelayLetter::AnswersElsewhere);
        let letter = if self.marks.forwarded { Some(RelayLetter::Forwarded) } else { answers };
        letter.map(|letter| self.line(letter))
    }

    /// The beginning of an album. Telegram has no album that is a reply: a line above it is one.
    fn album(&self, parts: &Gathered) -> impl Iterator<Item = Post> {
        let answers = self.reply_to.map(|answered| {
            let line = self.line(RelayLetter::AlbumAnswers { count: 1 });
            line.answering(Some(answered)).gathering(parts)
        });
        let album = Op::Album { source: self.source, chat: self.chat, protect: self.protect };
        let album = self.message(album).gathering(parts);
        self.origin().into_iter().chain(answers).chain([album])
    }
}

/// What is known of the albums in a run, and what it adds to them.
#[derive(Default)]
pub(super) struct Albums {
    known: HashMap<AlbumKey, Album>,
    begun: HashMap<(SourceId, ChatId), DateTime<Utc>>,
    longer: HashMap<LetterId, Gathered>,
}

impl Albums {
    /// Reads what is known, once the run's parts are in the ledger.
    pub(super) async fn load(
        tx: &mut Tx,
        parts: impl Iterator<Item = (ChatId, Option<&str>)>,
    ) -> Result<Self> {
        let keys: Vec<AlbumKey> =
            parts.filter_map(|(chat, key)| key.map(|key| (chat, key.to_owned()))).collect();
        Ok(Self { known: tx.albums(&keys).await?, ..Self::default() })
    }

    fn of(&self, it: &Going<'_>) -> Option<&Album> {
        self.known.get(&(it.chat, it.marks.album?.to_owned()))
    }

    /// The reader has something of this album already, or will: it needs no name above it.
    pub(super) fn is_under_way(&self, it: &Going<'_>) -> bool {
        self.of(it).is_some_and(|album| {
            self.begun.contains_key(&(album.first, it.to.chat))
                || album.letters.iter().any(|under| under.lane == it.to.chat)
        })
    }

    /// Posts a message, alone or as a part of its album.
    pub(super) fn post(&mut self, it: &Going<'_>, posts: &mut Vec<Post>, now: DateTime<Utc>) {
        let Some(album) = self.of(it) else { return posts.extend(it.copy()) };
        if album.gone {
            // Its author has taken the album back: this part is gone with it.
            return;
        }
        let first = album.first;
        if let Some(since) = self.begun.get(&(first, it.to.chat)) {
            let begun = posts.iter_mut().filter(|post| post.to.chat == it.to.chat && belongs(post, first));
            begun
                .filter_map(|post| post.gathers.as_mut())
                .for_each(|parts| parts.add(it.message, *since, now));
            return;
        }
        let under: Vec<_> = album.letters.iter().filter(|under| under.lane == it.to.chat).collect();
        let waits: Vec<_> = under
            .iter()
            .filter_map(|under| Some((under.letter, under.since, under.waits.clone()?)))
            .collect();
        if under.is_empty() {
            self.begun.insert((first, it.to.chat), now);
            posts.extend(it.album(&Gathered::new(it.message, now)));
        } else if waits.is_empty() {
            posts.extend(Going { reply_to: Some(first), ..*it }.copy());
        }
        for (letter, since, parts) in waits {
            let longer = self.longer.entry(letter).or_insert(Gathered { parts, ready_at: now });
            longer.add(it.message, since, now);
        }
    }

    /// Writes down what was added to albums that wait.
    pub(super) async fn write(self, tx: &mut Tx) -> Result<()> {
        tx.extend_albums(&self.longer.into_iter().collect::<Vec<_>>()).await
    }
}

/// A post of this run that gathers the album which begins with `first`.
fn belongs(post: &Post, first: SourceId) -> bool {
    post.source == Some(first) || matches!(post.op, Op::Album { source, .. } if source == first)
}
