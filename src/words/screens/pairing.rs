//! Bringing a mentee and a mentor together.

use super::{Page, listed};
use crate::domain::id::PersonId;
use crate::domain::letter::Letter;
use crate::domain::listed::Who;
use crate::domain::matching::Reason;
use crate::domain::pairing::{Candidate, Offer, PairingAnswer, PairingLetter};
use crate::words::{Count, Html, Name, Plain, Raw, Voice, common, desk, pairing, readiness, supervised};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &PairingLetter) -> Html {
    let voice = &page.voice;
    match letter {
        PairingLetter::Mentees(sheet) => {
            let lines = sheet.lines.iter().zip(1..);
            lines.fold(pairing::mentees(voice), |text, (it, number)| {
                text.then(&listed::waiting(voice, number, it))
            })
        }
        PairingLetter::NobodyWaits => pairing::nobody(voice),
        PairingLetter::Mentors { mentee, page: some, .. } => {
            let lines = some.iter().zip(1..);
            let heading = pairing::mentors(voice, Name(&mentee.alias));
            lines.fold(heading, |text, (mentor, number)| {
                let entry = listed::entry(voice, number, &mentor.who);
                text.then(&reasons(page, mentor).iter().fold(entry, Html::line))
            })
        }
        PairingLetter::NoMentor(mentee) => pairing::no_mentor(voice, Name(&mentee.alias)),
        PairingLetter::WhyReady(mentor) => pairing::why(voice, Name(&mentor.alias)),
        PairingLetter::NeedsWords => pairing::needs_words(voice),
        PairingLetter::NoReader => supervised::no_reader(voice),
        PairingLetter::GroupFirst => supervised::asks_first(voice),
        PairingLetter::Confirm { mentee, mentor, minor, .. } => {
            let heading = pairing::confirm(voice, Name(&mentee.alias), Name(&mentor.who.alias));
            let mut lines = reasons(page, mentor).into_iter();
            let first = lines.next().map_or(heading.clone(), |line| heading.then(&line));
            let text = lines.fold(first, |text, line| text.line(&line));
            if *minor { text.then(&supervised::about_minor(voice)) } else { text }
        }
        PairingLetter::Sent { mentee, mentor } => pairing::sent(voice, Name(mentee), Name(mentor)),
        PairingLetter::Taken(who) => pairing::taken(voice, Name(&listed::name(voice, who))),
        PairingLetter::OneMore(who) => pairing::one_more(voice, Name(&listed::name(voice, who))),
        PairingLetter::SameAccount(who) => pairing::same_account(voice, Name(&listed::name(voice, who))),
        PairingLetter::Cancelled => pairing::cancelled(voice),
        PairingLetter::MentorFound(offer) => {
            proposal(page, pairing::mentor_found(voice, Name(&offer.partner)), offer)
        }
        PairingLetter::MenteeFound(offer) => {
            proposal(page, pairing::mentee_found(voice, Name(&offer.partner)), offer)
        }
        PairingLetter::Agreed => pairing::agreed(voice),
        PairingLetter::Refused => pairing::refused(voice),
        PairingLetter::NotThisTime => pairing::not_this_time(voice),
        PairingLetter::MeetMentor(name) => pairing::meet_mentor(voice, Name(name)),
        PairingLetter::MeetMentee(name) => pairing::meet_mentee(voice, Name(name)),
        PairingLetter::ToldRefused { who, .. } => pairing::told_refused(voice).line(&listed::who(voice, who)),
        PairingLetter::ToldExpired { silent, mentee } => expired(voice, silent, mentee),
        PairingLetter::ToldIntroduced { mentee, mentor } => {
            pairing::told_introduced(voice, Name(mentee), Name(mentor))
        }
    }
}

fn reasons(page: &Page<'_>, mentor: &Candidate) -> Vec<Html> {
    let voice = &page.voice;
    let reason = |reason: &Reason| match reason {
        Reason::SharedLanguages(tags) => pairing::languages(voice, Raw(&listed::languages(page, tags))),
        Reason::NoSharedLanguage => pairing::no_language(voice),
        Reason::SharedAvailability(slots) => pairing::slots(voice, Raw(&listed::slots(voice, slots))),
        Reason::NoSharedAvailability => pairing::no_slots(voice),
        Reason::SharedTopics(topics) => pairing::topics(voice, Raw(&listed::topics(voice, topics))),
        Reason::OpenPlaces(count) => pairing::places(voice, Count(i64::from(*count))),
        Reason::WaitingLongest => pairing::longest(voice),
    };
    let unready = (!mentor.ready).then(|| pairing::unready(voice));
    let away = mentor.absence.map(|away| listed::absence(voice, away));
    mentor.reasons.iter().map(reason).chain(unready).chain(away).collect()
}

fn proposal(page: &Page<'_>, found: Html, offer: &Offer) -> Html {
    let voice = &page.voice;
    let mut text = if offer.again { pairing::again(voice).then(&found) } else { found };
    if !offer.languages.is_empty() {
        text = text.line(&pairing::offer_languages(voice, Raw(&listed::languages(page, &offer.languages))));
    }
    if !offer.topics.is_empty() {
        text = text.line(&pairing::offer_topics(voice, Raw(&listed::topics(voice, &offer.topics))));
    }
    if offer.supervised {
        text = text.then(&supervised::offer(voice));
    }
    text.then(&pairing::ask(voice))
}

fn expired(voice: &Voice<'_>, silent: &[String], mentee: &Who) -> Html {
    let text = pairing::told_expired(voice).line(&listed::who(voice, mentee));
    if silent.is_empty() {
        return text;
    }
    text.line(&pairing::told_silent(voice, Name(&silent.join(", "))))
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &PairingAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        PairingAnswer::Mentees(turn) => match inside(letter) {
            Some(PairingLetter::Mentees(sheet)) => listed::turn(voice, sheet, *turn),
            Some(_) | None => pairing::mentors_list(voice),
        },
        PairingAnswer::Mentors(mentee, from) => {
            if let Some(PairingLetter::Mentees(sheet)) = inside(letter) {
                numbered(voice, sheet.lines.iter().map(|it| &it.who), *mentee)
            } else if let Some(PairingLetter::Mentors { from: now, .. }) = inside(letter) {
                if from > now { common::next(voice) } else { common::previous(voice) }
            } else {
                common::back(voice)
            }
        }
        PairingAnswer::Mentor(_, mentor) => match inside(letter) {
            Some(PairingLetter::Mentors { page, .. }) => {
                numbered(voice, page.iter().map(|it| &it.who), *mentor)
            }
            Some(_) | None => common::back(voice),
        },
        PairingAnswer::Ready(..) => readiness::button(voice),
        PairingAnswer::Anyway(..) => readiness::card_anyway(voice),
        PairingAnswer::OneMore(_) => pairing::one_more_yes(voice),
        PairingAnswer::Propose(..) => pairing::confirm_ask(voice),
        PairingAnswer::Watched(..) => supervised::pair(voice),
        PairingAnswer::Cancel => common::cancel(voice),
        PairingAnswer::Again(_) => pairing::told_refused_again(voice),
        PairingAnswer::Accept(_) => pairing::ask_yes(voice),
        PairingAnswer::Refuse(_) => pairing::ask_no(voice),
    }
}

fn inside(letter: &Letter) -> Option<&PairingLetter> {
    if let Letter::Pairing(letter) = letter { Some(letter) } else { None }
}

fn numbered<'a>(voice: &Voice<'_>, people: impl Iterator<Item = &'a Who>, id: PersonId) -> Plain {
    let found = people.zip(1..).find(|(who, _)| who.id == id);
    found.map_or_else(
        || common::back(voice),
        |(who, number)| desk::entry_open(voice, Count(number), Name(&listed::name(voice, who))),
    )
}
