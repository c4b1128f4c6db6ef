//! The first questions in their order. Where someone is follows from what she told, and nothing else remembers it.

use super::age::{self, Admission, Age, Belief, Confirmed, Said};
use super::dialogue::Dialogue;
use super::matching::{Slot, Topic};
use super::person::{Person, Standing};

/// The version of the consent texts in `locales/`. Raise it whenever they say something else.
pub const CONSENT: u32 = 2;

/// Where someone is in joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which language.
    Language,
    /// Whether she agrees.
    Consent,
    /// She did not agree; she can read it again.
    Refused,
    /// Her name here.
    Alias,
    /// How old she is.
    Age,
    /// Under 16.
    Young,
    /// She gave two answers: staff must say which is right.
    Doubted,
    /// 16 or 17: may the team speak with whoever is responsible for her?
    Speak,
    /// 16 or 17: she waits for a paper, or for what the team decides.
    Guardian,
    /// When she, who is 16 or 17, will be 18.
    Eighteen,
    /// What time it is where she is.
    Clock,
    /// Questions with several answers.
    Many(Many),
    /// Everything is told.
    Done,
    /// She left.
    Left,
}

stored! {
    /// Questions that take several answers.
    pub enum Many {
        /// Languages she speaks.
        Spoken = "spoken",
        /// Topics.
        Topics = "topics",
        /// When she has time.
        Availability = "availability",
    }
}

/// The next step.
pub fn step(person: &Person) -> Step {
    let told = &person.profile;
    match person.standing {
        Standing::Ready => Step::Done,
        Standing::Left => Step::Left,
        // Nobody waits without a name.
        Standing::AwaitingGuardian if person.alias.is_empty() => Step::Alias,
        Standing::AwaitingGuardian if person.is_doubted() => Step::Doubted,
        Standing::AwaitingGuardian if told.speak.is_none() => Step::Speak,
        Standing::AwaitingGuardian => Step::Guardian,
        Standing::Refused if told.consent.is_some() => Step::Young,
        Standing::Refused => Step::Refused,
        Standing::Joining => open(person).next().unwrap_or(Step::Done),
    }
}

/// Whether she is asked this now, or was asked it by a version that asked in another order.
pub fn is_open(person: &Person, question: Step) -> bool {
    let told = &person.profile;
    let began = person.standing == Standing::Joining && told.language_chosen && told.consent.is_some();
    let alone = matches!(question, Step::Age | Step::Eighteen | Step::Alias | Step::Clock);
    step(person) == question || (began && alone && open(person).any(|it| it == question))
}

/// Whether the words of somebody without a name can be one: the bot asked for it last, or a version did that asked for it
/// after her age.
pub fn was_asked_her_name(person: &Person) -> bool {
    let joins = person.standing == Standing::Joining;
    let after_age = joins && (person.profile.adult.is_some() || person.role.is_staff());
    person.dialogue == Some(Dialogue::Join) || after_age
}

/// What somebody who joins has not told, in the order in which it is asked.
fn open(person: &Person) -> impl Iterator<Item = Step> {
    let told = &person.profile;
    let steps = [
        (told.language_chosen, Step::Language),
        (told.consent.is_some(), Step::Consent),
        (!person.alias.is_empty(), Step::Alias),
        (told.adult.is_some() || person.role.is_staff(), Step::Age),
        (told.eighteen.is_some() || !person.is_minor(), Step::Eighteen),
        (told.zone_told, Step::Clock),
        // Staff are not matched with anybody.
        (told.spoken.is_some() || person.role.is_staff(), Step::Many(Many::Spoken)),
        (told.topics.is_some() || person.role.is_staff(), Step::Many(Many::Topics)),
        (told.availability.is_some() || person.role.is_staff(), Step::Many(Many::Availability)),
    ];
    steps.into_iter().filter(|(told, _)| !told).map(|(_, step)| step)
}

/// She tells her age: what follows for her standing, and whether she is believed. `parts` are all of her account as they
/// were: what it once said in another counts.
pub fn tell_age(person: &mut Person, said: Age, parts: &[Person]) -> Belief {
    let before = parts.iter().filter_map(Person::youngest).min();
    let confirmed = person.profile.ages.confirmed.as_ref().map(|it| it.age);
    let belief = age::believe(said, before, confirmed);
    let ages = &mut person.profile.ages;
    ages.youngest = [ages.youngest, before, Some(said)].into_iter().flatten().min();
    ages.confirmed.take_if(|it| said < it.age);
    match belief {
        Belief::Taken => {
            ages.open = None;
            is_of_age(person, said);
        }
        Belief::Doubted(_) => {
            ages.open = Some(said);
            person.profile.adult = Some(false);
            person.standing = Standing::AwaitingGuardian;
        }
    }
    belief
}

/// Another part of an account has said that it is younger than this one is taken for: nothing here is believed before
/// staff have said which is right. `false` if there is nothing to ask staff about.
pub fn doubt_age(person: &mut Person, said: Age) -> bool {
    person.profile.ages.confirmed.take_if(|it| said < it.age);
    let taken = person.profile.ages.open.or(person.age()).filter(|taken| said < *taken);
    let Some(taken) = taken.filter(|_| !person.role.is_staff() && person.standing != Standing::Left) else {
        return false;
    };
    let youngest = [Some(said), person.youngest()].into_iter().flatten().min();
    person.profile.ages = Said { youngest, open: Some(taken), confirmed: None };
    person.profile.adult = Some(false);
    if person.standing == Standing::Joining {
        person.standing = Standing::AwaitingGuardian;
    }
    true
}

/// Staff say how old she is.
pub fn confirm_age(person: &mut Person, confirmed: Confirmed) {
    let age = confirmed.age;
    person.profile.ages.open = None;
    person.profile.ages.confirmed = Some(confirmed);
    is_of_age(person, age);
}

/// What follows from an age that is taken for true. Whoever is in a pair already stays in it: people end that.
fn is_of_age(person: &mut Person, age: Age) {
    person.profile.adult = Some(age == Age::Adult);
    if person.standing == Standing::Ready {
        return;
    }
    person.standing = match age::admit(age, person.is_admitted(), true) {
        Admission::Admitted | Admission::Supervised => Standing::Joining,
        Admission::AwaitsGuardian => Standing::AwaitingGuardian,
        Admission::Refused => Standing::Refused,
    };
}

/// Takes over what she chose in a question with several answers.
pub fn tell_many(person: &mut Person, what: Many) {
    let chosen = Some(std::mem::take(&mut person.profile.picking));
    match what {
        Many::Spoken => person.profile.spoken = chosen,
        Many::Topics => person.profile.topics = chosen,
        Many::Availability => person.profile.availability = chosen,
    }
}

/// The stored names of what can be chosen; the languages people speak are known to `words`.
pub fn options(what: Many) -> Vec<&'static str> {
    match what {
        Many::Spoken => Vec::new(),
        Many::Topics => Topic::ALL.iter().map(|topic| topic.as_str()).collect(),
        Many::Availability => Slot::ALL.iter().map(|slot| slot.as_str()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{ChatId, PersonId, ProgrammeId};
    use crate::domain::lang::Lang;
    use crate::domain::person::{Profile, Reach, Role};

    fn invited(role: Role) -> Person {
        Person {
            id: PersonId(1),
            programme: ProgrammeId(1),
            role,
            chat: ChatId(101),
            standing: Standing::Joining,
            reach: Reach::Reachable,
            lang: Lang::source(),
            alias: String::new(),
            zone: crate::domain::zone::Tz::UTC,
            coordinator: None,
            file_number: None,
            dialogue: None,
            profile: Profile::default(),
            paused_until: None,
            joined_at: chrono::DateTime::UNIX_EPOCH,
        }
    }

    /// Answers whatever is asked, and gives the questions in their order.
    fn walk(mut person: Person) -> Vec<Step> {
        let mut asked = Vec::new();
        while step(&person) != Step::Done {
            let now = step(&person);
            assert!(!asked.contains(&now), "{now:?} is asked twice");
            asked.push(now);
            match now {
                Step::Language => person.profile.language_chosen = true,
                Step::Consent => person.profile.consent = Some(CONSENT),
                Step::Age => {
                    tell_age(&mut person, Age::Adult, &[]);
                }
                Step::Alias => "Amina".clone_into(&mut person.alias),
                Step::Clock => person.profile.zone_told = true,
                Step::Many(what) => tell_many(&mut person, what),
                Step::Refused
                | Step::Young
                | Step::Doubted
                | Step::Speak
                | Step::Guardian
                | Step::Eighteen
                | Step::Done
                | Step::Left => unreachable!(),
            }
        }
        asked
    }

    #[test]
    fn everybody_is_asked_for_her_language_first_and_for_consent_before_anything_about_her() {
        for role in [Role::Lead, Role::Coordinator, Role::Mentor, Role::Mentee] {
            assert_eq!(walk(invited(role))[..2], [Step::Language, Step::Consent]);
        }
    }

    #[test]
    fn staff_are_asked_neither_their_age_nor_what_only_matching_needs() {
        let staff = [Step::Language, Step::Consent, Step::Alias, Step::Clock];
        assert_eq!(walk(invited(Role::Coordinator)), staff);
        assert_eq!(walk(invited(Role::Mentee)).len(), 8);
    }

    #[test]
    fn nobody_under_eighteen_goes_on() {
        for (age, at) in [(Age::Under16, Step::Young), (Age::Minor, Step::Speak)] {
            let mut person = invited(Role::Mentee);
            "Amina".clone_into(&mut person.alias);
            person.profile.language_chosen = true;
            person.profile.consent = Some(CONSENT);
            tell_age(&mut person, age, &[]);
            assert_eq!(step(&person), at);
        }
    }
}
