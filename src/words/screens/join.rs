//! The screens of joining and inviting.

use super::{Page, consent};
use crate::domain::age::Age;
use crate::domain::alias::{MAX_GRAPHEMES, Refusal};
use crate::domain::choice::Choice;
use crate::domain::guardian::Speak;
use crate::domain::join::{JoinAnswer, JoinLetter, Link, News};
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::matching::{Slot, Topic};
use crate::domain::person::Role;
use crate::domain::setup::SetupLetter;
use crate::domain::steps::Many;
use crate::domain::whereabouts::{Asked, Clocks, Tapped};
use crate::words::{
    Count, Day, Hour, Html, Name, Plain, Raw, Voice, common, guardian, help, invites, join, readiness, setup,
};
use chrono::{DateTime, NaiveTime, TimeZone, Utc};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &JoinLetter) -> Html {
    let voice = &page.voice;
    match letter {
        JoinLetter::Greeting => join::greeting(voice),
        JoinLetter::Language(_) => join::language(voice),
        JoinLetter::Consent { role, new, part, .. } => consent::consent(page, (*role, *new), *part),
        JoinLetter::News => join::consent_news(voice),
        JoinLetter::Privacy { programmes, about, part, .. } => {
            consent::privacy(voice, programmes, about.get(*part))
        }
        JoinLetter::Refused => join::refused(voice),
        JoinLetter::Resumed => join::resumed(voice),
        JoinLetter::Age => join::age(voice),
        JoinLetter::Young => join::young(voice),
        JoinLetter::Guardian => join::guardian(voice),
        JoinLetter::Waits(Speak::Yes) => guardian::waits_yes(voice),
        JoinLetter::Waits(Speak::No) => guardian::waits_no(voice),
        JoinLetter::Waits(Speak::Talk) => guardian::waits_talk(voice),
        JoinLetter::Doubted => join::doubted(voice),
        JoinLetter::Alias(_) => join::alias(voice),
        JoinLetter::NoAlias(why) => no_alias(voice, *why),
        JoinLetter::Clock(clocks) => clock(page, clocks, join::time),
        JoinLetter::NoTime => join::time_unclear(voice, Hour(example(page))),
        JoinLetter::WhichLanguage => join::spoken_type(voice),
        JoinLetter::Choose { what, role, from, done, .. } => {
            let question = choose(voice, *what, *role);
            let chosen = from.iter().filter(|_| *done);
            chosen.fold(question, |text, it| text.line(&chosen_line(page, *what, it)))
        }
        JoinLetter::ChooseOne => Html::new(join::choose_one(voice).into()),
        JoinLetter::Ready(Role::Mentee) => join::mentee_ready(voice),
        JoinLetter::Ready(Role::Mentor) => join::mentor_ready(voice),
        JoinLetter::Ready(Role::Coordinator | Role::Lead) => join::coordinator_ready(voice),
        JoinLetter::Link(link, _) => opened(voice, *link),
        JoinLetter::ForYou { role, programme, .. } => for_you(voice, *role, programme.as_deref()),
        JoinLetter::ForAnother => join::link_kept(voice),
        JoinLetter::Told { news, who, role, .. } => told(voice, *news, who.as_deref(), *role),
        JoinLetter::Invite(_) => join::invite(voice),
        JoinLetter::FileNumber(_) => join::invite_file(voice),
        JoinLetter::InviteLanguage { .. } => join::invite_language(voice),
        JoinLetter::Invited { role, file_number, given, until } => {
            let (role, until) = (role_name(voice, *role), Day(*until));
            match file_number {
                Some(file) => {
                    let text = join::invited_file(voice, Raw(role.as_str()), Name(file), until);
                    if *given { text.then(&invites::given(voice)) } else { text }
                }
                None => join::invited(voice, Raw(role.as_str()), until),
            }
        }
        JoinLetter::Moving { who, until } => join::moving(voice, Name(who), Day(*until)),
        JoinLetter::Moved => join::moved(voice),
        JoinLetter::Invitation { link, programme, lang: None } => {
            join::invitation(voice, Name(programme), Raw(link))
        }
        JoinLetter::Invitation { link, programme, lang: Some(lang) } => {
            join::invitation(&spoken(page, lang), Name(programme), Raw(link))
        }
    }
}

/// Another language than the reader's own.
fn spoken<'a>(page: &Page<'a>, lang: &Lang) -> Voice<'a> {
    page.words.voice(lang, &Lang::source(), page.voice.zone())
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &JoinAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        JoinAnswer::Language(lang) | JoinAnswer::InviteIn { lang, .. } => language(page, lang),
        JoinAnswer::Accept | JoinAnswer::Agree | JoinAnswer::Refuse => consent::answer(voice, letter, answer),
        JoinAnswer::Read(part) | JoinAnswer::Privacy(part) => consent::read(voice, letter, *part),
        JoinAnswer::ReadAgain => join::refused_again(voice),
        JoinAnswer::Team => help::menu_team(voice),
        JoinAnswer::AgeAgain => join::doubted_again(voice),
        JoinAnswer::Age(Age::Under16) => join::age_under(voice),
        JoinAnswer::Age(Age::Minor) => join::age_minor(voice),
        JoinAnswer::Age(Age::Adult) => join::age_adult(voice),
        JoinAnswer::TakeAlias => join::alias_take(voice, Name(suggested(letter))),
        JoinAnswer::Clock(tapped) => tap(page, letter, *tapped),
        JoinAnswer::Pick { what, tag, on } => pick(voice, option(page, *what, tag), !on),
        JoinAnswer::Picked(_) => common::done(voice),
        JoinAnswer::More(to) => more(voice, letter, *to),
        JoinAnswer::Another => join::spoken_another(voice),
        JoinAnswer::Invite(role) => role_name(voice, *role),
        JoinAnswer::NoFileNumber(role) if role.is_staff() => join::invite_file_skip(voice),
        JoinAnswer::NoFileNumber(_) => invites::give(voice),
        JoinAnswer::Pair => join::told_ready_mentee_pair(voice),
        JoinAnswer::Guardian(_) => guardian::button(voice),
        JoinAnswer::Readiness(_) => readiness::button(voice),
        JoinAnswer::Open(_) => join::link_ask_yes(voice),
        JoinAnswer::Leave => join::link_ask_no(voice),
    }
}

/// The clocks question; `near` is how it is first asked.
pub(super) fn clock(page: &Page<'_>, clocks: &Clocks, near: fn(&Voice<'_>) -> Html) -> Html {
    match clocks.asked {
        Asked::Near => near(&page.voice),
        Asked::All { .. } => join::time_typed(&page.voice, Hour(example(page))),
        Asked::Places => join::time_place(&page.voice),
    }
}

/// A clock, or the way to more of them.
pub(super) fn tap(page: &Page<'_>, letter: &Letter, tapped: Tapped) -> Plain {
    let voice = &page.voice;
    let (asked, other): (_, fn(&Voice<'_>) -> Plain) =
        if let Some(SetupLetter::Clock(it)) = super::setup::inner(letter) {
            (Some(it.asked), setup::zone_other)
        } else if let Letter::Join(JoinLetter::Clock(it)) = letter {
            (Some(it.asked), join::time_other)
        } else {
            (None, join::time_other)
        };
    match (tapped, asked) {
        (Tapped::Zone(zone), _) => voice.clock(page.now, zone),
        (Tapped::Page(to), Some(Asked::All { page: from, .. })) if to > from => common::next(voice),
        (Tapped::Page(_), Some(Asked::All { .. })) => common::previous(voice),
        (Tapped::Page(_), Some(Asked::Near | Asked::Places) | None) => other(voice),
    }
}

/// The page of the languages after this one, or before it.
fn more(voice: &Voice<'_>, letter: &Letter, to: usize) -> Plain {
    let before = if let Letter::Join(JoinLetter::Choose { page, .. }) = letter { to < *page } else { false };
    if before { common::previous(voice) } else { common::next(voice) }
}

/// A language by its own name, and whether no person has read its words.
pub(super) fn language(page: &Page<'_>, lang: &Lang) -> Plain {
    let named = page.words.languages().into_iter().find(|language| language.lang == *lang);
    match named {
        Some(language) if language.machine => join::language_beta(&page.voice, Raw(language.name.as_str())),
        Some(language) => language.name,
        None => Plain(lang.to_string()),
    }
}

/// One of several things, chosen or not.
pub(super) fn pick(voice: &Voice<'_>, label: Plain, chosen: bool) -> Plain {
    if chosen { common::chosen(voice, Raw(label.as_str())) } else { label }
}

/// 14:30 where the reader is, to show how an hour is typed.
fn example(page: &Page<'_>) -> DateTime<Utc> {
    let zone = page.voice.zone();
    let half_past_two = NaiveTime::from_hms_opt(14, 30, 0).unwrap_or_default();
    let local = page.now.with_timezone(&zone).date_naive().and_time(half_past_two);
    zone.from_local_datetime(&local).earliest().map_or(page.now, |at| at.to_utc())
}

fn no_alias(voice: &Voice<'_>, why: Refusal) -> Html {
    match why {
        Refusal::Empty => join::alias_empty(voice),
        Refusal::TooLong => join::alias_long(voice, Count(i64::try_from(MAX_GRAPHEMES).unwrap_or(i64::MAX))),
        Refusal::Link | Refusal::Handle => join::alias_link(voice),
        Refusal::PhoneNumber => join::alias_phone(voice),
        Refusal::Speaks => join::alias_speaks(voice),
    }
}

fn choose(voice: &Voice<'_>, what: Many, role: Role) -> Html {
    match (what, role) {
        (Many::Spoken, _) => join::spoken(voice),
        (Many::Topics, Role::Mentor) => join::mentor_topics(voice),
        (Many::Topics, Role::Mentee | Role::Coordinator | Role::Lead) => join::mentee_topics(voice),
        (Many::Availability, _) => join::availability(voice),
    }
}

fn chosen_line(page: &Page<'_>, what: Many, it: &Choice) -> Html {
    Html::new(pick(&page.voice, option(page, what, &it.tag), true).into())
}

/// The name of something that can be chosen.
pub(super) fn option(page: &Page<'_>, what: Many, tag: &str) -> Plain {
    let voice = &page.voice;
    let named = match what {
        Many::Spoken => {
            let spoken = page.words.spoken().iter().find(|(lang, _)| lang.as_str() == tag);
            spoken.map(|(_, name)| name.clone())
        }
        Many::Topics => Topic::parse(tag).map(|topic| topic_name(voice, topic)),
        Many::Availability => Slot::parse(tag).map(|slot| slot_name(voice, slot)),
    };
    named.unwrap_or_else(|| Plain(tag.to_owned()))
}

/// A topic as its button says it.
pub(super) fn topic_name(voice: &Voice<'_>, topic: Topic) -> Plain {
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

/// A time of day as its button says it.
pub(super) fn slot_name(voice: &Voice<'_>, slot: Slot) -> Plain {
    match slot {
        Slot::Mornings => common::slot_mornings(voice),
        Slot::Afternoons => common::slot_afternoons(voice),
        Slot::Evenings => common::slot_evenings(voice),
        Slot::Weekends => common::slot_weekends(voice),
    }
}

fn opened(voice: &Voice<'_>, link: Link) -> Html {
    match link {
        Link::None => join::link_none(voice),
        Link::Used => join::link_used(voice),
        Link::Wrong => join::link_wrong(voice),
        Link::Wait => join::link_wait(voice),
        Link::Member => join::link_member(voice),
    }
}

fn for_you(voice: &Voice<'_>, role: Role, programme: Option<&str>) -> Html {
    let Some(programme) = programme else { return join::link_ask_new(voice) };
    join::link_ask(voice, Raw(role_name(voice, role).as_str()), Name(programme))
}

fn told(voice: &Voice<'_>, news: News, who: Option<&str>, role: Role) -> Html {
    let nameless = role_name(voice, role);
    let who = Name(who.unwrap_or(nameless.as_str()));
    match (news, role) {
        (News::Ready, Role::Mentee) => join::told_ready_mentee(voice, who),
        (News::Ready, Role::Mentor) => join::told_ready_mentor(voice, who),
        (News::Ready, Role::Coordinator | Role::Lead) => join::told_ready_coordinator(voice, who),
        (News::Refused, _) => join::told_refused(voice, who),
        (News::Young, _) => join::told_young(voice, who),
        (News::Guardian, _) => join::told_guardian(voice, who),
    }
}

/// A role's name.
pub(super) fn role_name(voice: &Voice<'_>, role: Role) -> Plain {
    match role {
        Role::Lead => common::role_lead(voice),
        Role::Coordinator => common::role_coordinator(voice),
        Role::Mentor => common::role_mentor(voice),
        Role::Mentee => common::role_mentee(voice),
    }
}

fn suggested(letter: &Letter) -> &str {
    if let Letter::Join(JoinLetter::Alias(Some(name))) = letter { name } else { "" }
}
