//! What she wrote, and who else may have it.

use super::holds::tells;
use super::{Apart, History, Stands};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::demo::{Content, Seen};
use std::collections::BTreeSet;

/// How a message of hers is known again elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// By words of its own, also in what it was changed to.
    Words(String),
    /// By its content, which all copies share.
    Content(u64),
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nobody is owed it.
    Free,
    /// Written since the tap without a word about where it goes: whoever has her case has it.
    Owed,
    /// It had not arrived everywhere when she pressed: only her yes lets it go on.
    Hers,
    /// She is asked whom it is for: it goes to nobody but whom she says then.
    Asked,
}

/// Something she wrote, or changed it to.
#[derive(Clone, Debug)]
pub(super) struct Mine {
    pub(super) mark: Mark,
    /// Its number in her chat.
    pub(super) id: i64,
    /// The chats outside the team that may have it.
    pub(super) may: BTreeSet<i64>,
    pub(super) fate: Fate,
    /// When she wrote it.
    pub(super) since: DateTime<Utc>,
}

impl Mine {
    fn shows(&self, seen: &Seen) -> bool {
        match &self.mark {
            Mark::Words(words) => seen.text.contains(words.as_str()),
            Mark::Content(original) => seen.original == *original,
        }
    }

    /// Whether it stands among what a phone shows now.
    pub(super) fn stands_on(&self, history: &[Seen]) -> bool {
        history.iter().any(|seen| seen.from_bot && !seen.deleted && self.shows(seen))
    }

    /// Where it stands among what a phone has shown.
    pub(super) fn at<'a>(&self, history: &'a [Seen]) -> Option<&'a Seen> {
        history.iter().find(|seen| seen.from_bot && self.shows(seen))
    }
}

/// Whether the team gets this kind as it is.
pub(super) fn is_carried(content: &Content) -> bool {
    !matches!(
        content,
        Content::Poll { .. }
            | Content::Quiz { .. }
            | Content::Dice
            | Content::Checklist { .. }
            | Content::Story
            | Content::PaidMedia
            | Content::Location { live: true }
    )
}

impl History {
    pub(super) fn token(&mut self, name: &str) -> String {
        self.count += 1;
        format!("{name}{:04}", self.count)
    }

    /// A message of any kind with these words, where its kind has any.
    pub(super) fn any_kind(&mut self, words: &str) -> Content {
        let caption = Some(words.to_owned());
        let words = words.to_owned();
        match self.dice.below(34) {
            0 => Content::Photo { caption },
            1 => Content::Video { caption },
            2 => Content::Animation { caption },
            3 => Content::Audio { caption },
            4 => Content::Document { name: words, caption: None },
            5 => Content::Voice,
            6 => Content::VideoNote,
            7 => Content::Sticker,
            8 => Content::Location { live: false },
            9 => Content::Location { live: true },
            10 => Content::Venue { title: words },
            11 => Content::Contact { phone: "+34612345678".to_owned(), name: words },
            12 => Content::Poll { question: words },
            13 => Content::Quiz { question: words },
            14 => Content::Dice,
            15 => Content::Story,
            16 => Content::PaidMedia,
            17 => Content::Checklist { title: words },
            _ => Content::Text(words),
        }
    }

    /// Notes what she just wrote, in all the ways it can be known again.
    pub(super) fn notes(&mut self, id: i64, words: String, may: &BTreeSet<i64>, fate: Fate) {
        let history = self.amina.phone.history();
        let own = history.iter().find(|seen| seen.id == id);
        let shows = own.is_none_or(|seen| seen.text.contains(&words));
        let original = own.map(|seen| Mark::Content(seen.original));
        let marks = original.into_iter().chain(shows.then_some(Mark::Words(words)));
        for mark in marks {
            // What has no words of its own is owed as it is.
            let fate = if matches!(mark, Mark::Words(_)) && fate == Fate::Owed { Fate::Free } else { fate };
            self.written.push(Mine { mark, id, may: may.clone(), fate, since: self.world.now() });
        }
    }

    /// Whom what she writes without a reply may reach, and what becomes of it.
    pub(super) fn plain(&mut self, before: &Stands, content: &Content) -> (BTreeSet<i64>, Fate) {
        if !self.pressed {
            return (self.everybody(), Fate::Free);
        }
        self.seen += 1;
        self.talked.1 |= self.talked.0;
        let now = self.world.now();
        let held = |at: DateTime<Utc>| now - at < TimeDelta::minutes(30);
        if let Some((pair, _)) = self.chosen.filter(|(pair, at)| held(*at) && !before.is_held(*pair)) {
            return (self.members(pair), Fate::Free);
        }
        let owed = before.case.is_some() && is_carried(content);
        (BTreeSet::new(), if owed { Fate::Owed } else { Fate::Free })
    }

    /// She has pressed: what has not arrived in what is stopped now only her yes lets go on.
    pub(super) fn keeps_back(&mut self, after: &Stands) {
        let stopped = self.stopped(after);
        let phones: Vec<_> = self.others.iter().map(|it| it.friend.phone.clone()).collect();
        let screens: Vec<_> = phones.iter().map(|phone| (phone.id(), phone.history())).collect();
        for mine in &mut self.written {
            let lacks = |chat: i64, history: &[Seen]| stopped.contains(&chat) && mine.at(history).is_none();
            let lack: Vec<i64> = screens
                .iter()
                .filter(|(chat, history)| mine.may.contains(chat) && lacks(*chat, history))
                .map(|(chat, _)| *chat)
                .collect();
            if !lack.is_empty() {
                mine.fate = Fate::Hers;
            }
            mine.may.retain(|chat| !lack.contains(chat));
        }
    }

    /// What waited for her word may go on to these, as far as her word was about it.
    pub(super) fn lets(&mut self, to: &BTreeSet<i64>, about: impl Fn(&Mine) -> bool) {
        let hers = self.written.iter().filter(|it| it.fate == Fate::Hers && about(it));
        let ids: BTreeSet<i64> = hers.map(|it| it.id).collect();
        for mine in self.written.iter_mut().filter(|it| ids.contains(&it.id)) {
            mine.may.extend(to);
        }
    }

    /// She says whom a message is for that she was asked about, and what joined it.
    pub(super) fn says_whom(&mut self, message: i64, pair: usize, before: &Stands) {
        let to = self.members(pair);
        if before.is_held(pair) && self.pressed {
            return;
        }
        for mine in self.written.iter_mut().filter(|it| it.id >= message && it.fate == Fate::Asked) {
            mine.may.extend(&to);
        }
    }

    /// Somebody of the team is kept away from now on: she keeps what she has.
    pub(super) fn is_kept_away(&mut self, at: usize, knew: bool) {
        let friend = self.staff.remove(at);
        let history = friend.phone.history();
        for mine in self.written.iter_mut().filter(|it| it.at(&history).is_some()) {
            mine.may.insert(friend.phone.id());
        }
        let told = tells(&history, knew);
        self.apart.push(Apart { friend, knew, told });
    }
}
