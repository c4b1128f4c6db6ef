//! Letter + reader → what stands on the screen: text, buttons, keyboard. One exhaustive match per feature.

mod case;
mod case_card;
mod checkin;
mod circle;
mod consent;
mod controls;
mod departure;
mod desk;
mod find;
mod guardian;
mod help;
mod invites;
mod join;
mod leak;
mod listed;
mod mail;
mod missed;
mod named;
mod opening;
mod pairing;
mod qr;
mod readiness;
mod relay;
mod removal;
mod safety;
mod settings;
mod setup;
mod supervised;

pub use controls::{Control, Controls};

use super::{Html, Name, Plain, Voice, Words, columns, common, rows};
use crate::domain::circle::CircleLetter;
use crate::domain::id::{CaseId, ConversationId};
use crate::domain::join::JoinLetter;
use crate::domain::lang::Lang;
use crate::domain::letter::{Answer, Letter};
use crate::domain::person::Standing;
use crate::domain::relay::RelayLetter;
use crate::domain::supervised::SupervisedLetter;
use crate::domain::which::Switcher;
use crate::store::Reader;
use chrono::{DateTime, Utc};

/// What a letter looks like to its reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The message, or the picture's caption.
    pub text: Html,
    /// Buttons under it, row by row.
    pub buttons: Vec<Vec<Button>>,
    /// The keyboard below the chat, row by row, where the letter has no buttons of its own.
    pub keyboard: Option<Vec<Vec<String>>>,
    /// What stands where she types, while that keyboard is there.
    pub placeholder: Option<String>,
    /// A picture (PNG).
    pub picture: Option<Vec<u8>>,
    /// It is pinned in its chat, or is not any more; `None`: neither.
    pub pinned: Option<bool>,
}

/// A button under a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it does.
    pub does: Does,
}

/// What pressing a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// Gives the letter's answer with this number.
    Answer(usize),
    /// Copies a text, such as a help number, to the phone's clipboard.
    Copy(String),
    /// Opens a link in Telegram.
    Open(String),
}

/// Whom a screen is for.
struct Page<'a> {
    voice: Voice<'a>,
    words: &'a Words,
    reader: &'a Reader,
    now: DateTime<Utc>,
}

impl Page<'_> {
    /// What a conversation is called for a reader who has several.
    fn name_of(&self, conversation: ConversationId) -> Option<&str> {
        self.reader.switcher.as_ref()?.name(conversation)
    }

    /// The same text, for such a reader below the line that says which conversation it is about.
    fn about(&self, conversation: ConversationId, text: Html) -> Html {
        match self.name_of(conversation) {
            Some(name) => super::relay::header(&self.voice, Name(name)).line(&text),
            None => text,
        }
    }
}

impl Words {
    /// What a letter looks like to its reader now.
    pub fn screen(&self, letter: &Letter, reader: &Reader, now: DateTime<Utc>) -> Screen {
        let page = Page { voice: self.speaks(letter, reader), words: self, reader, now };
        let answers = letter.offer();
        let labels: Vec<Plain> = answers.iter().map(|answer| label(&page, letter, answer)).collect();
        let columns = columns(labels.iter().map(Plain::as_str));
        let buttons = labels.into_iter().enumerate();
        let buttons =
            buttons.map(|(index, label)| Button { label: label.into(), does: Does::Answer(index) }).collect();
        let mut buttons = rows(buttons, columns, false);
        buttons.extend(extras(&page, letter));
        let (keyboard, placeholder) = (keyboard(&page), relay::placeholder(&page));
        let keyboard = keyboard.filter(|_| !changes(letter));
        Screen {
            text: with_original(&page, letter),
            buttons,
            keyboard,
            placeholder,
            picture: picture(letter),
            pinned: pinned(letter),
        }
    }

    /// The short notice after a tap.
    pub fn toast(&self, letter: &Letter, reader: &Reader, now: DateTime<Utc>) -> String {
        let page = Page { voice: self.speaks(letter, reader), words: self, reader, now };
        text(&page, letter).into()
    }

    /// Her language; a stranger's is the letter's to say.
    fn speaks(&self, letter: &Letter, reader: &Reader) -> Voice<'_> {
        match letter.stranger() {
            Some(lang) => self.voice(lang, &Lang::source(), reader.zone),
            None => self.voice(&reader.lang, &reader.fallback, reader.zone),
        }
    }

    /// The name of a case's topic in the coordinators' group.
    pub fn topic(&self, case: Option<CaseId>, reader: &Reader) -> String {
        case::topic(&self.voice(&reader.lang, &reader.fallback, reader.zone), case)
    }

    /// The commands of the reader's role, described in her language.
    pub fn commands(&self, reader: &Reader) -> Vec<(&'static str, String)> {
        help::commands(&self.voice(&reader.lang, &reader.fallback, reader.zone), reader)
    }
}

/// 🆘 and the menu are on the keyboard of every mentee and mentor, from the first tap on a link; above them, two in a
/// row, the conversations of whoever has several; below them the team, until she has finished joining.
fn keyboard(page: &Page<'_>) -> Option<Vec<Vec<String>>> {
    let participant = page.reader.role.is_some_and(|role| !role.is_staff());
    let standing = page.reader.standing.filter(|standing| participant && standing.has_team());
    let switcher = page.reader.switcher.as_ref();
    if standing.is_none() && switcher.is_none() {
        return None;
    }
    let labels: Vec<String> = switcher.into_iter().flat_map(Switcher::labels).collect();
    let always = vec![common::sos(&page.voice).into(), common::menu(&page.voice).into()];
    let team = standing.filter(|standing| *standing != Standing::Ready);
    let team = team.map(|_| vec![common::team(&page.voice).into()]);
    Some(labels.chunks(2).map(<[String]>::to_vec).chain([always]).chain(team).collect())
}

/// A line that is edited in place later: Telegram edits nothing that brought a keyboard.
fn changes(letter: &Letter) -> bool {
    matches!(
        letter,
        Letter::Relay(RelayLetter::Reactions(_) | RelayLetter::Late)
            | Letter::Circle(CircleLetter::Reached { .. })
    ) || pinned(letter) == Some(true)
}

/// Whether a letter is to be pinned, or what was pinned in its place is to be taken off.
fn pinned(letter: &Letter) -> Option<bool> {
    match letter {
        Letter::Supervised(SupervisedLetter::Pinned(_)) => Some(true),
        Letter::Supervised(SupervisedLetter::Over(_)) => Some(false),
        Letter::Supervised(_)
        | Letter::Join(_)
        | Letter::Setup(_)
        | Letter::Help(_)
        | Letter::Pairing(_)
        | Letter::Relay(_)
        | Letter::Checkin(_)
        | Letter::Missed(_)
        | Letter::Case(_)
        | Letter::Safety(_)
        | Letter::Desk(_)
        | Letter::Guardian(_)
        | Letter::Readiness(_)
        | Letter::Invites(_)
        | Letter::Find(_)
        | Letter::Leak(_)
        | Letter::Settings(_)
        | Letter::Circle(_)
        | Letter::Removal(_)
        | Letter::Departure(_)
        | Letter::Opening(_)
        | Letter::Mail(_) => None,
    }
}

/// What a letter says; what is about consent or safety in a language that no person reviewed, and below it all of it once
/// more in the programme's.
fn with_original(page: &Page<'_>, letter: &Letter) -> Html {
    let own = text(page, letter);
    let Some(voice) = page.voice.original().filter(|_| own.is_solemn()) else { return own };
    own.above(&text(&Page { voice, ..*page }, letter))
}

fn text(page: &Page<'_>, letter: &Letter) -> Html {
    match letter {
        Letter::Join(letter) => join::text(page, letter),
        Letter::Setup(letter) => setup::text(page, letter),
        Letter::Help(letter) => help::text(page, letter),
        Letter::Pairing(letter) => pairing::text(page, letter),
        Letter::Relay(letter) => relay::text(page, letter),
        Letter::Checkin(letter) => checkin::text(page, letter),
        Letter::Missed(letter) => missed::text(page, letter),
        Letter::Case(letter) => case::text(page, letter),
        Letter::Safety(letter) => safety::text(page, letter),
        Letter::Desk(letter) => desk::text(page, letter),
        Letter::Supervised(letter) => supervised::text(page, letter),
        Letter::Guardian(letter) => guardian::text(page, letter),
        Letter::Readiness(letter) => readiness::text(page, letter),
        Letter::Invites(letter) => invites::text(page, letter),
        Letter::Find(letter) => find::text(page, letter),
        Letter::Leak(letter) => leak::text(page, letter),
        Letter::Settings(letter) => settings::text(page, letter),
        Letter::Circle(letter) => circle::text(page, letter),
        Letter::Removal(letter) => removal::text(page, letter),
        Letter::Departure(letter) => departure::text(page, letter),
        Letter::Opening(letter) => opening::text(page, letter),
        Letter::Mail(letter) => mail::text(page, letter),
    }
}

fn label(page: &Page<'_>, letter: &Letter, answer: &Answer) -> Plain {
    match answer {
        Answer::Join(answer) => join::label(page, letter, answer),
        Answer::Setup(answer) => setup::label(page, letter, answer),
        Answer::Help(answer) => help::label(page, letter, answer),
        Answer::Pairing(answer) => pairing::label(page, letter, answer),
        Answer::Relay(answer) => relay::label(page, letter, answer),
        Answer::Checkin(answer) => checkin::label(page, letter, answer),
        Answer::Missed(answer) => missed::label(page, letter, answer),
        Answer::Case(answer) => case::label(page, letter, answer),
        Answer::Safety(answer) => safety::label(page, letter, answer),
        Answer::Desk(answer) => desk::label(page, letter, answer),
        Answer::Guardian(answer) => guardian::label(page, letter, answer),
        Answer::Readiness(answer) => readiness::label(page, answer),
        Answer::Invites(answer) => invites::label(page, letter, answer),
        Answer::Find(answer) => find::label(page, letter, answer),
        Answer::Supervised(answer) => supervised::label(page, answer),
        Answer::Leak(answer) => leak::label(page, letter, answer),
        Answer::Settings(answer) => settings::label(page, letter, answer),
        Answer::Circle(answer) => circle::label(page, letter, answer),
        Answer::Removal(answer) => removal::label(page, answer),
        Answer::Departure(answer) => departure::label(page, letter, answer),
        Answer::Opening(answer) => opening::label(page, letter, answer),
        Answer::Mail(answer) => mail::label(page, answer),
    }
}

/// Buttons that do something on the phone itself: copying a help number, adding the bot to a group.
fn extras(page: &Page<'_>, letter: &Letter) -> Vec<Vec<Button>> {
    match letter {
        Letter::Safety(letter) => safety::numbers(page, letter),
        Letter::Help(letter) => help::adds(page, letter),
        Letter::Join(_)
        | Letter::Setup(_)
        | Letter::Pairing(_)
        | Letter::Relay(_)
        | Letter::Checkin(_)
        | Letter::Missed(_)
        | Letter::Case(_)
        | Letter::Desk(_)
        | Letter::Supervised(_)
        | Letter::Guardian(_)
        | Letter::Readiness(_)
        | Letter::Invites(_)
        | Letter::Find(_)
        | Letter::Leak(_)
        | Letter::Settings(_)
        | Letter::Circle(_)
        | Letter::Removal(_)
        | Letter::Departure(_)
        | Letter::Opening(_)
        | Letter::Mail(_) => Vec::new(),
    }
}

/// The picture a letter shows: an invitation's link for a camera.
fn picture(letter: &Letter) -> Option<Vec<u8>> {
    match letter {
        Letter::Join(JoinLetter::Invitation { link, .. }) => qr::png(link),
        Letter::Join(_)
        | Letter::Setup(_)
        | Letter::Help(_)
        | Letter::Pairing(_)
        | Letter::Relay(_)
        | Letter::Checkin(_)
        | Letter::Missed(_)
        | Letter::Case(_)
        | Letter::Safety(_)
        | Letter::Desk(_)
        | Letter::Supervised(_)
        | Letter::Guardian(_)
        | Letter::Readiness(_)
        | Letter::Invites(_)
        | Letter::Find(_)
        | Letter::Leak(_)
        | Letter::Settings(_)
        | Letter::Circle(_)
        | Letter::Removal(_)
        | Letter::Departure(_)
        | Letter::Opening(_)
        | Letter::Mail(_) => None,
    }
}
