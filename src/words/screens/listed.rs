//! How lists and cards show people and pairs, line by line.

use super::Page;
use crate::domain::listed::{Absence, PairLine, PersonLine, Place, Sign, Who};
use crate::domain::matching::{Slot, Topic};
use crate::domain::paging::{Sheet, Turn};
use crate::domain::pairing::Waiting;
use crate::words::{Count, Day, Html, Name, Plain, Raw, Voice, common, desk};

/// A person's name, or that she has none yet.
pub(super) fn name(voice: &Voice<'_>, who: &Who) -> String {
    called_or(voice, &who.alias)
}

/// A name, or that there is none yet.
pub(super) fn called_or(voice: &Voice<'_>, name: &str) -> String {
    if name.is_empty() { desk::nameless(voice).into() } else { name.to_owned() }
}

/// A person's name and the NGO's own reference, on one line.
pub(super) fn called(voice: &Voice<'_>, who: &Who) -> String {
    let name = name(voice, who);
    who.file.as_ref().map_or_else(|| name.clone(), |file| format!("{name} · {file}"))
}

/// A person with the NGO's own reference.
pub(super) fn who(voice: &Voice<'_>, who: &Who) -> Html {
    let name = name(voice, who);
    match &who.file {
        Some(file) => desk::who_file(voice, Name(&name), Raw(file)),
        None => desk::who(voice, Name(&name)),
    }
}

/// A person in a list, under the number of her button.
pub(super) fn entry(voice: &Voice<'_>, number: i64, who: &Who) -> Html {
    let name = name(voice, who);
    match &who.file {
        Some(file) => desk::entry_file(voice, Count(number), Name(&name), Raw(file)),
        None => desk::entry(voice, Count(number), Name(&name)),
    }
}

/// A person in a list and where she stands.
pub(super) fn person_entry(voice: &Voice<'_>, number: i64, line: &PersonLine) -> Html {
    let text = entry(voice, number, &line.who).line(&place(voice, &line.place));
    match line.absence {
        Some(away) => text.line(&absence(voice, away)),
        None => text,
    }
}

/// A pair in a list: who, how, since when.
pub(super) fn pair_entry(voice: &Voice<'_>, number: i64, pair: &PairLine) -> Html {
    let (mentees, mentors) = (pair.mentees.join(", "), pair.mentors.join(", "));
    let contact = match pair.days {
        None => desk::contact_none(voice),
        Some(..=0) => desk::contact_today(voice),
        Some(days) => desk::contact(voice, Count(days)),
    };
    desk::pair(voice, Count(number), Name(&mentees), Name(&mentors))
        .line(&sign(voice, pair.sign))
        .line(&contact)
        .line(&rhythm(voice, pair.rhythm))
}

/// The two sides of a pair.
pub(super) fn names(voice: &Voice<'_>, pair: &PairLine) -> Html {
    desk::names(voice, Name(&pair.mentees.join(", ")), Name(&pair.mentors.join(", ")))
}

/// How a pair is.
pub(super) fn sign(voice: &Voice<'_>, sign: Sign) -> Html {
    match sign {
        Sign::New => desk::new(voice),
        Sign::Green => desk::green(voice),
        Sign::Elsewhere => desk::elsewhere(voice),
        Sign::Amber => desk::amber(voice),
        Sign::Orange => desk::orange(voice),
        Sign::Silent => desk::silent(voice),
        Sign::MenteeWaits => desk::mentee_waits(voice),
        Sign::MentorWaits => desk::mentor_waits(voice),
        Sign::Unreachable => desk::lost(voice),
        Sign::Paused => desk::paused(voice),
        Sign::Stopped => desk::stopped(voice),
        Sign::Held => desk::held(voice),
    }
}

/// How often a pair agreed to be in contact.
pub(super) fn rhythm(voice: &Voice<'_>, days: i64) -> Html {
    match days {
        ..=10 => desk::weekly(voice),
        11..=21 => desk::fortnightly(voice),
        22.. => desk::monthly(voice),
    }
}

/// Where a person stands.
pub(super) fn place(voice: &Voice<'_>, place: &Place) -> Html {
    match place {
        Place::Joining => desk::joining(voice),
        Place::AwaitingGuardian => desk::guardian(voice),
        Place::Waiting(days) => waits(voice, *days),
        Place::Asked => desk::asked(voice),
        Place::Paired => desk::paired(voice),
        Place::Staff => desk::staff(voice),
        Place::Refused => desk::refused(voice),
        Place::Left => desk::left(voice),
    }
}

/// How long somebody has waited.
pub(super) fn waits(voice: &Voice<'_>, days: i64) -> Html {
    if days < 1 { desk::waits_today(voice) } else { desk::waits(voice, Count(days)) }
}

/// A person in a waiting list, and for how long.
pub(super) fn waiting(voice: &Voice<'_>, number: i64, it: &Waiting) -> Html {
    let text = entry(voice, number, &it.who).line(&waits(voice, it.days));
    match it.absence {
        Some(away) => text.line(&absence(voice, away)),
        None => text,
    }
}

/// Why somebody does not answer at the moment.
pub(super) fn absence(voice: &Voice<'_>, absence: Absence) -> Html {
    match absence {
        Absence::Until(until) => desk::away(voice, Day(until)),
        Absence::Unreachable => desk::unreachable(voice),
    }
}

/// Languages by their own names.
pub(super) fn languages(page: &Page<'_>, tags: &[String]) -> String {
    let name = |tag: &String| {
        let known = page.words.spoken().iter().find(|(lang, _)| lang.as_str() == tag);
        known.map_or_else(|| tag.clone(), |(_, name)| name.to_string())
    };
    list(tags.iter().map(name))
}

/// Topics in words.
pub(super) fn topics(voice: &Voice<'_>, topics: &[Topic]) -> String {
    list(topics.iter().map(|it| topic(voice, *it).into()))
}

/// Times of day in words.
pub(super) fn slots(voice: &Voice<'_>, slots: &[Slot]) -> String {
    list(slots.iter().map(|it| slot(voice, *it).into()))
}

/// Scripts are mixed in such lists, so no word stands between the items.
fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(" · ")
}

fn topic(voice: &Voice<'_>, topic: Topic) -> Plain {
    match topic {
        Topic::Education => common::topic_education(voice),
        Topic::Community => common::topic_community(voice),
        Topic::Health => common::topic_health(voice),
        Topic::CommunicationCulture => common::topic_culture(voice),
        Topic::Career => common::topic_career(voice),
        Topic::Money => common::topic_money(voice),
        Topic::SelfDetermination => common::topic_self(voice),
        Topic::BureaucracyLaw => common::topic_law(voice),
        Topic::Housing => common::topic_housing(voice),
    }
}

fn slot(voice: &Voice<'_>, slot: Slot) -> Plain {
    match slot {
        Slot::Mornings => common::slot_mornings(voice),
        Slot::Afternoons => common::slot_afternoons(voice),
        Slot::Evenings => common::slot_evenings(voice),
        Slot::Weekends => common::slot_weekends(voice),
    }
}

/// The button that turns a page.
pub(super) fn turn<T>(voice: &Voice<'_>, sheet: &Sheet<T>, turn: Turn) -> Plain {
    if sheet.next == Some(turn) { common::next(voice) } else { common::previous(voice) }
}
