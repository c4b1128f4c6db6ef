//! What is said about supervised pairs and the safeguarding group.

use super::{Page, leak, listed};
use crate::domain::conversation::Supervised;
use crate::domain::heard::Kind;
use crate::domain::supervised::{SupervisedAnswer, SupervisedLetter, Told};
use crate::words::{Html, Name, Plain, Raw, Voice, When, common, removal, supervised};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &SupervisedLetter) -> Html {
    let voice = &page.voice;
    match letter {
        SupervisedLetter::Copy { mentees, mentors, author, corrected, taken_back, .. } => {
            let says = match (corrected, taken_back) {
                (_, true) => supervised::copy_taken,
                (true, false) => supervised::copy_again,
                (false, false) => supervised::copy,
            };
            says(voice, Name(mentees), Name(mentors), Name(author))
        }
        SupervisedLetter::Missed(it, of) => told(voice, supervised::missed, it).line(&kind(voice, *of)),
        SupervisedLetter::NotArrived(it, of) => {
            told(voice, supervised::not_arrived, it).line(&kind(voice, *of))
        }
        SupervisedLetter::Refused(it, shown) => {
            told(voice, supervised::refused, it).line(&leak::shows(voice, *shown))
        }
        SupervisedLetter::GroupFirst => supervised::first(voice),
        SupervisedLetter::Privately => supervised::privately(voice),
        SupervisedLetter::PairTopic { mentees, mentors } => {
            Html::new(supervised::topic(voice, Name(mentees), Name(mentors)).into())
        }
        SupervisedLetter::ReportTopic(case) => {
            Html::new(supervised::topic_report(voice, Raw(&case.to_string())).into())
        }
        SupervisedLetter::Read => Html::new(supervised::read(voice).into()),
        SupervisedLetter::Ask { pair, partner: Some(name) } => {
            supervised::ask(voice, Name(page.name_of(*pair).unwrap_or(name)))
        }
        SupervisedLetter::Ask { pair, partner: None } => page.about(*pair, supervised::ask_group(voice)),
        SupervisedLetter::Agreed => supervised::agreed(voice),
        SupervisedLetter::Declined => supervised::declined(voice),
        SupervisedLetter::Pinned(pair) => page.about(*pair, supervised::pinned(voice)),
        SupervisedLetter::Over(pair) => page.about(*pair, supervised::over(voice)),
        SupervisedLetter::About { pair, supervised: on, minor } => {
            let says = match (on, minor) {
                (Supervised::No, _) => supervised::about,
                (Supervised::Asked | Supervised::Yes, false) => supervised::about_on,
                (Supervised::Asked | Supervised::Yes, true) => supervised::about_minor,
            };
            says(voice).then(&listed::names(voice, pair))
        }
        SupervisedLetter::Asking(pair) => supervised::asking(voice).then(&listed::names(voice, pair)),
        SupervisedLetter::AsksLater(pair) => supervised::asks_later(voice).then(&listed::names(voice, pair)),
        SupervisedLetter::Began(pair) => supervised::began(voice).then(&listed::names(voice, pair)),
        SupervisedLetter::NotAgreed(pair) => supervised::not_agreed(voice).then(&listed::names(voice, pair)),
        SupervisedLetter::Ended(pair) => supervised::ended(voice).then(&listed::names(voice, pair)),
        SupervisedLetter::NoReader => supervised::no_reader(voice),
        SupervisedLetter::Linked => supervised::group_linked(voice),
        SupervisedLetter::NoTopics => supervised::group_topics(voice),
        SupervisedLetter::CannotDelete => supervised::group_delete(voice),
        SupervisedLetter::UnknownGroup => supervised::group_unknown(voice),
        SupervisedLetter::SameGroup => supervised::group_same(voice),
        SupervisedLetter::GroupLost => supervised::group_lost(voice),
    }
}

type Says = fn(&Voice<'_>, Name<'_>, Name<'_>, Name<'_>, When) -> Html;

fn told(voice: &Voice<'_>, says: Says, it: &Told) -> Html {
    says(voice, Name(&it.mentees), Name(&it.mentors), Name(&it.author), When(it.at))
}

fn kind(voice: &Voice<'_>, kind: Kind) -> Html {
    match kind {
        Kind::Text => supervised::kind_text(voice),
        Kind::Photo | Kind::Video | Kind::Animation | Kind::VideoNote => supervised::kind_picture(voice),
        Kind::Voice | Kind::Audio => supervised::kind_voice(voice),
        Kind::Document => supervised::kind_file(voice),
        Kind::Sticker
        | Kind::Location
        | Kind::LiveLocation
        | Kind::Contact
        | Kind::Poll
        | Kind::Dice
        | Kind::Game
        | Kind::Checklist
        | Kind::Story
        | Kind::Paid
        | Kind::Unknown
        | Kind::Timer
        | Kind::Service => supervised::kind_other(voice),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, answer: &SupervisedAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        SupervisedAnswer::Read(_) => supervised::copy_read(voice),
        SupervisedAnswer::Remove(_) => removal::button(voice),
        SupervisedAnswer::Agree(_) => supervised::ask_yes(voice),
        SupervisedAnswer::Decline(_) => supervised::ask_no(voice),
        SupervisedAnswer::Start(_) => supervised::about_start(voice),
        SupervisedAnswer::End(_) => supervised::about_end(voice),
        SupervisedAnswer::Back(_) => common::back(voice),
        SupervisedAnswer::Privately => supervised::first_private(voice),
    }
}
