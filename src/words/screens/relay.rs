//! What is said about messages that are relayed or not.

use super::{Page, listed};
use crate::domain::conversation::Side;
use crate::domain::heard::Kind;
use crate::domain::letter::Letter;
use crate::domain::pause::{HELD_DAYS, RESTS_DAYS};
use crate::domain::reaction::Emoji;
use crate::domain::relay::{Addressee, RelayAnswer, RelayLetter};
use crate::domain::which::CHOSEN_MINUTES;
use crate::words::{Count, Html, Name, Plain, Raw, When, relay, safety};

/// Colour marks of circle members; stable by person.
const MARKS: [&str; 8] = ["🟦", "🟩", "🟨", "🟧", "🟪", "🟫", "🔷", "🔶"];

/// What a letter says.
#[expect(clippy::too_many_lines, reason = "a table: each letter with its words")]
pub(super) fn text(page: &Page<'_>, letter: &RelayLetter) -> Html {
    let voice = &page.voice;
    match letter {
        RelayLetter::NotCarried(kind) => refused(page, *kind),
        RelayLetter::NotCorrected => relay::refused_edit(voice),
        RelayLetter::NoVoice { partner } => relay::refused_voice(voice, Name(partner)),
        RelayLetter::SlowDown => relay::slow(voice),
        RelayLetter::CannotDeliver => relay::waiting(voice, Count(HELD_DAYS)),
        RelayLetter::NotDelivered => relay::failed(voice),
        RelayLetter::Late => relay::late(voice),
        RelayLetter::ArrivedLate => relay::arrived_late(voice),
        RelayLetter::WithdrawnLate => relay::withdrawn_late(voice),
        RelayLetter::Rests => relay::rests(voice, Count(RESTS_DAYS)),
        RelayLetter::Lost { count, some: false } => relay::not_passed(voice, Count(*count)),
        RelayLetter::Lost { count, some: true } => relay::not_passed_some(voice, Count(*count)),
        RelayLetter::Unpaused => relay::unpaused(voice),
        RelayLetter::Ended => relay::ended(voice),
        RelayLetter::Alone => relay::alone(voice),
        RelayLetter::FirstDelivered => relay::first(voice),
        RelayLetter::TooOld { count } => relay::lost(voice, Count(*count)),
        RelayLetter::Gap { from, until } => relay::gap(voice, When(*from), When(*until)),
        RelayLetter::From { alias, side, mark } => from(page, alias, *side, *mark),
        RelayLetter::ForWhom { again: false, .. } => relay::ask(voice),
        RelayLetter::ForWhom { again: true, .. } => relay::ask_again(voice),
        RelayLetter::Header { name } => relay::header(voice, Name(name)),
        // Telegram takes plain words there, at most 128 characters.
        RelayLetter::Topic { name } => Html::new(name.chars().take(128).collect()),
        RelayLetter::Several => relay::several(voice),
        RelayLetter::WritesTo { name, in_danger: false } => relay::writes_to(voice, Name(name)),
        RelayLetter::WritesTo { name, in_danger: true } => {
            relay::writes_to(voice, Name(name)).line(&safety::writes_to(voice, Count(CHOSEN_MINUTES)))
        }
        RelayLetter::NotSeveral { name: Some(name) } => relay::not_several(voice, Name(name)),
        RelayLetter::NotSeveral { name: None } => relay::no_more(voice),
        RelayLetter::NotOpen => relay::not_open(voice),
        RelayLetter::Dropped | RelayLetter::NotSent => relay::dropped(voice),
        RelayLetter::SentOn { partner: Some(name) } => relay::sent(voice, Name(name)),
        RelayLetter::SentOn { partner: None } => relay::sent_group(voice),
        RelayLetter::TeamPrompt { partner: Some(name) } => relay::team(voice, Name(name)),
        RelayLetter::TeamPrompt { partner: None } => relay::team_alone(voice),
        RelayLetter::TeamSent => relay::team_sent(voice),
        RelayLetter::TeamNobody => relay::team_nobody(voice),
        RelayLetter::TeamFrom { alias, file_number: None, .. } => {
            relay::to_team_from(voice, Name(&listed::called_or(voice, alias)))
        }
        RelayLetter::TeamFrom { alias, file_number: Some(file), .. } => {
            relay::to_team_from_file(voice, Name(&listed::called_or(voice, alias)), Raw(file))
        }
        RelayLetter::AnswerPrompt { alias, in_danger } => {
            let prompt = relay::answer_prompt(voice, Name(&listed::called_or(voice, alias)));
            if *in_danger { prompt.line(&safety::phone(voice)) } else { prompt }
        }
        RelayLetter::ReplyToAnswer => relay::to_team_hint(voice),
        RelayLetter::AskedLongAgo => relay::asked_long_ago(voice),
        RelayLetter::NoVoiceAgain => relay::refused_voice_again(voice),
        RelayLetter::AlbumAnswers { count } => relay::album_answers(voice, Count(*count)),
        RelayLetter::InPart { arrived, of } => relay::in_part(voice, Count(*arrived), Count(*of)),
        RelayLetter::Forwarded => relay::forwarded(voice),
        RelayLetter::AnswersElsewhere => relay::answers_elsewhere(voice),
        RelayLetter::Corrected => relay::corrected(voice),
        RelayLetter::Reactions(who) => reactions(page, who),
        RelayLetter::UndoHow => relay::undo_how(voice),
        RelayLetter::Undone => relay::undone(voice),
        RelayLetter::UndoTooOld => relay::undo_too_old(voice),
        RelayLetter::UndoFailed => relay::undo_failed(voice),
        RelayLetter::UndoNotYours => relay::undo_not_yours(voice),
        RelayLetter::UndoNothing => relay::undo_nothing(voice),
    }
}

fn refused(page: &Page<'_>, kind: Kind) -> Html {
    let voice = &page.voice;
    match kind {
        Kind::Poll => relay::refused_poll(voice),
        Kind::Dice | Kind::Game => relay::refused_game(voice),
        Kind::LiveLocation => relay::refused_live(voice),
        Kind::Checklist => relay::refused_checklist(voice),
        Kind::Paid => relay::refused_paid(voice),
        Kind::Story => relay::refused_story(voice),
        Kind::Timer => relay::timer(voice),
        Kind::Text
        | Kind::Photo
        | Kind::Video
        | Kind::Animation
        | Kind::Voice
        | Kind::VideoNote
        | Kind::Audio
        | Kind::Document
        | Kind::Sticker
        | Kind::Location
        | Kind::Contact
        | Kind::Unknown
        | Kind::Service => relay::refused_other(voice),
    }
}

/// A line for each emoji.
fn reactions(page: &Page<'_>, who: &[(Emoji, Vec<String>)]) -> Html {
    let line = |(emoji, names): &(Emoji, Vec<String>)| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        relay::reactions(&page.voice, Raw(emoji.as_str()), Raw(&page.voice.list(&names)))
    };
    let lines = who.iter().map(line).reduce(|lines, next| lines.line(&next));
    lines.unwrap_or_else(|| Html::new(String::new()))
}

pub(super) fn from(page: &Page<'_>, alias: &str, side: Side, mark: i64) -> Html {
    let index = usize::try_from(mark.rem_euclid(8)).unwrap_or_default();
    let mark = Raw(MARKS.get(index).copied().unwrap_or("🟦"));
    match side {
        Side::Mentee => relay::from_mentee(&page.voice, mark, Name(alias)),
        Side::Mentor => relay::from_mentor(&page.voice, mark, Name(alias)),
        Side::Team => relay::from_team(&page.voice, Name(alias)),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &RelayAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        RelayAnswer::For(to) => for_whom(page, *to, choice(letter, *to)),
        RelayAnswer::More(_) => relay::ask_more(voice),
        RelayAnswer::ForOther => relay::ask_other(voice),
        RelayAnswer::ForNobody => relay::ask_drop(voice),
        RelayAnswer::WriteToTeam if matches!(letter, Letter::Relay(RelayLetter::From { .. })) => {
            relay::from_team_answer(voice)
        }
        RelayAnswer::WriteToTeam => relay::rests_team(voice),
        RelayAnswer::Answer(_) => relay::to_team_answer(voice),
        RelayAnswer::CancelTeam => relay::team_cancel(voice),
    }
}

fn for_whom(page: &Page<'_>, to: Addressee, name: &str) -> Plain {
    let voice = &page.voice;
    match to {
        Addressee::Pair(_) if name.is_empty() => relay::ask_group(voice),
        Addressee::Pair(_) => relay::ask_partner(voice, Name(name)),
        Addressee::Team(_) if name.is_empty() => relay::ask_team(voice),
        Addressee::Team(_) => relay::ask_team_of(voice, Name(name)),
        Addressee::Talk(_) => relay::ask_talk(voice, Name(name)),
    }
}

/// What stands where somebody with several conversations types.
pub(super) fn placeholder(page: &Page<'_>) -> Option<String> {
    let switcher = page.reader.switcher.as_ref()?;
    let name = switcher.name(switcher.current?)?;
    let text: String = relay::several_to(&page.voice, Name(name)).into();
    (text.encode_utf16().count() <= 64).then_some(text)
}

fn choice(letter: &Letter, to: Addressee) -> &str {
    match letter {
        Letter::Relay(RelayLetter::ForWhom { choices, .. }) => {
            choices.iter().find(|choice| choice.to == to).map_or("", |choice| choice.name.as_str())
        }
        Letter::Relay(_)
        | Letter::Join(_)
        | Letter::Setup(_)
        | Letter::Help(_)
        | Letter::Pairing(_)
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
        | Letter::Mail(_) => "",
    }
}
