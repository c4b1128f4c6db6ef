//! Runs of messages: read as sets, and those of which it is plain where they go are passed on together. Whatever needs
//! more than that goes to `talk`, one by one.

use super::passing::{Marks, Passed, pass};
use super::{House, asked};
use crate::domain::conversation::Phase;
use crate::domain::flow::Beat;
use crate::domain::heard::{Correction, Heard, Kind, Written};
use crate::domain::id::{ChatId, ConversationId, MessageId};
use crate::domain::leak::{Shown, shown};
use crate::domain::pause::{Notice, notice};
use crate::domain::route::{Facts, Reply, Route, Topic, route};
use crate::store::{AlbumKey, Replied, Result, Speaker, Topics, Tx};
use chrono::{DateTime, Utc};
use std::collections::{HashMap, HashSet};

/// A private message, and what can be told of it without the database.
pub struct Line<'a> {
    /// As it was heard.
    pub(super) heard: &'a Heard,
    /// What was written.
    pub(super) written: &'a Written,
    /// What else is known about it.
    pub(super) marks: Marks<'a>,
    /// What it shows that leads to its writer.
    pub(super) shows: Option<Shown>,
}

impl<'a> Line<'a> {
    /// Reads a message that was just heard.
    pub fn read(house: &House, heard: &'a Heard, written: &'a Written) -> Self {
        if let Some(quote) = &written.quote {
            house.memory.note_quote(heard.chat, written.message, quote);
        }
        let shows = shown(written.kind, &written.content);
        Self { heard, written, marks: Marks::of(house, written), shows }
    }

    /// Remembers the words that were judged, so that it goes in these.
    fn is_judged(&self, house: &House) {
        let Written { message, kind, content, album, .. } = self.written;
        let words = Correction { kind: *kind, content: content.clone(), new_file: false };
        if album.is_none() {
            house.memory.judge(self.heard.chat, *message, words);
        }
    }

    /// Its part in its writer's flow.
    pub(super) fn beat(&self, now: DateTime<Utc>) -> Beat {
        Beat { at: self.heard.at.unwrap_or(now), in_album: self.written.album.is_some() }
    }

    /// What it answers, as a message of its chat.
    fn answers(&self) -> Option<(ChatId, MessageId)> {
        Some((self.heard.chat, self.written.reply_to?))
    }

    fn album(&self) -> Option<AlbumKey> {
        Some((self.heard.chat, self.written.album.clone()?))
    }

    fn thread(&self) -> Option<(ChatId, i64)> {
        Some((self.heard.chat, self.written.thread?))
    }
}

/// A run of private messages that are neither commands nor labels.
pub async fn messages(tx: &mut Tx, house: &House, run: &[&Line<'_>], now: DateTime<Utc>) -> Result<()> {
    let chats: HashSet<ChatId> = run.iter().map(|line| line.heard.chat).collect();
    let speakers = tx.speakers(&chats.into_iter().collect::<Vec<_>>()).await?;
    let asked: Vec<_> = run.iter().filter_map(|line| line.answers()).collect();
    let replies = tx.answered_messages(&asked).await?;
    let asked: Vec<_> = run.iter().filter_map(|line| line.album()).collect();
    let homes = tx.album_homes(&asked).await?;
    let asked: Vec<_> = run.iter().filter_map(|line| line.thread()).collect();
    let topics = tx.conversations_in_topics(&asked).await?;
    let mut passed = Vec::with_capacity(run.len());
    let mut others = Vec::new();
    // What follows a message that is looked at alone may depend on what comes of it.
    let mut alone: HashSet<ChatId> = HashSet::new();
    for line in run {
        let chat = line.heard.chat;
        let reply = line.answers().and_then(|message| replies.get(&message).copied());
        let home = line.album().and_then(|key| homes.get(&key).copied());
        let speaker = speakers.get(&chat).filter(|_| !alone.contains(&chat));
        // What answers a message of this run is known once that one is kept.
        let speaker = speaker.filter(|_| reply.is_some() || !answers_one(&passed, line));
        if let Some((message, guarded)) =
            speaker.and_then(|speaker| plain(speaker, line, (reply, home, &topics), now))
        {
            if guarded {
                line.is_judged(house);
            }
            passed.push(message);
        } else {
            line.is_judged(house);
            alone.insert(chat);
            others.push(*line);
        }
    }
    tx.chose(&chosen(&speakers, &passed), now).await?;
    pass(tx, &passed, now).await?;
    let places: Vec<_> = others.iter().map(|line| (line.heard.chat, line.written.message)).collect();
    let kept = tx.kept(&places).await?;
    tx.note_messages(&places, now).await?;
    // What was passed on already is nothing else when it comes in another update.
    for line in others.into_iter().filter(|line| !kept.contains(&(line.heard.chat, line.written.message))) {
        // Boxed: a run of plain messages need not carry what a single one may set in motion.
        Box::pin(asked::message(tx, house, line, now)).await?;
    }
    Ok(())
}

/// Whether a message answers one of these.
fn answers_one(passed: &[Passed<'_>], line: &Line<'_>) -> bool {
    line.answers().is_some_and(|to| passed.iter().any(|it| (it.chat, it.message) == to))
}

/// A message that needs no question: the rule sends it into a live conversation of its writer's, no other part of her
/// account waits for anything, and it shows nothing that leads to her. A reply into another conversation than the chosen
/// one chooses it, which is more than passing on; so is everything that a stop or a break has to do with.
/// Gives with it whether somebody in it needs protecting.
fn plain<'a>(
    speaker: &'a Speaker,
    line: &Line<'a>,
    (reply, home, topics): (Option<Replied>, Option<ConversationId>, &Topics),
    now: DateTime<Utc>,
) -> Option<(Passed<'a>, bool)> {
    let Line { heard, written, marks, shows } = *line;
    let harmless = written.kind != Kind::Service && shows.is_none();
    if !speaker.quiet || !harmless {
        return None;
    }
    let live: Vec<_> = speaker.places.iter().map(|place| (place.circle.id, place.circle.rests())).collect();
    let (reply, reply_to) = match reply {
        None => (Reply::No, None),
        Some(Replied::Relayed(id, source)) => (Reply::Pair(id), Some(source)),
        Some(Replied::Letter(_)) => return None,
    };
    let topic = written.thread.map_or(Topic::No, |thread| {
        topics.get(&(heard.chat, thread)).copied().map_or(Topic::Hers, Topic::Of)
    });
    let album = home.map(Reply::Pair);
    let (danger, waits, answers, current) = (None, false, false, speaker.current);
    let facts = Facts { album, reply, topic, danger, waits, answers, live: &live, current };
    let Route::Pair(to) = route(&facts, now) else { return None };
    let chosen = speaker.current.map(|current| current.conversation);
    let strays = reply_to.is_some() && live.len() > 1 && chosen != Some(to);
    let elsewhere = !matches!(topic, Topic::No) && topic != Topic::Of(to)
        || reply_to.is_some() && reply != Reply::Pair(to);
    let place = speaker.places.iter().find(|place| place.circle.id == to)?;
    let known = place.circle.phase == Phase::Active && notice(&place.circle, true) != Some(Notice::Rests);
    let open = known && !place.circle.silence_case;
    let passed = Passed {
        author: place.person,
        chat: heard.chat,
        message: written.message,
        kind: written.kind,
        marks,
        reply_to,
        circle: &place.circle,
        heard_before: place.heard_before,
        told: place.told.as_deref(),
        flow: place.flow,
        beat: Some(line.beat(now)),
    };
    (open && !strays && !elsewhere).then_some((passed, place.guarded))
}

/// Replies of accounts with several conversations: each keeps its choice going.
fn chosen(speakers: &HashMap<ChatId, Speaker>, passed: &[Passed<'_>]) -> Vec<(ChatId, ConversationId)> {
    let several = |it: &&Passed<'_>| speakers.get(&it.chat).is_some_and(|speaker| speaker.places.len() > 1);
    let replies = passed.iter().filter(|it| it.reply_to.is_some()).filter(several);
    replies.map(|it| (it.chat, it.circle.id)).collect()
}
