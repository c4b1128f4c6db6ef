//! Which mentors suit a mentee, best first, with reasons as values. Matching proposes; a coordinator decides.

use std::{cmp::Reverse, collections::BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

stored! {
    /// When someone has time.
    pub enum Slot {
        /// Monday to Friday, before noon.
        Mornings = "mornings",
        /// Monday to Friday, after noon.
        Afternoons = "afternoons",
        /// Monday to Friday, after work.
        Evenings = "evenings",
        /// Saturday and Sunday.
        Weekends = "weekends",
    }
}

stored! {
    /// INTEGRA's nine pillars (programme, topic cards).
    pub enum Topic {
        /// Education.
        Education = "education",
        /// Community and relationships.
        Community = "community",
        /// Health.
        Health = "health",
        /// Communication and culture.
        CommunicationCulture = "communication_culture",
        /// Career.
        Career = "career",
        /// Money.
        Money = "money",
        /// Self-determination.
        SelfDetermination = "self_determination",
        /// Bureaucracy and law.
        BureaucracyLaw = "bureaucracy_law",
        /// Housing.
        Housing = "housing",
    }
}

/// What is known about a person who waits for a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Tags of the languages she speaks.
    pub languages: BTreeSet<String>,
    /// When she has time.
    pub availability: BTreeSet<Slot>,
    /// What she wants to talk about.
    pub topics: BTreeSet<Topic>,
    /// Since when she waits.
    pub waiting_since: DateTime<Utc>,
}

/// A mentor, under the caller's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentor<K> {
    /// Who it is; decides last, so that the order is always the same.
    pub key: K,
    /// What is known.
    pub profile: Profile,
    /// How many more mentees fit.
    pub open_places: u8,
}

/// A mentor with the reasons for the place in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<K> {
    /// Who it is.
    pub key: K,
    /// In the order in which they count.
    pub reasons: Vec<Reason>,
}

/// Why a mentor stands where she stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// They share these languages.
    SharedLanguages(Vec<String>),
    /// They share none.
    NoSharedLanguage,
    /// Both have time then.
    SharedAvailability(Vec<Slot>),
    /// They never have time together.
    NoSharedAvailability,
    /// Both chose these topics.
    SharedTopics(Vec<Topic>),
    /// So many places are open, more than one.
    OpenPlaces(u8),
    /// No other candidate has waited longer.
    WaitingLongest,
}

/// Mentors with an open place, best first: a shared language before anything else, then shared times, topics, languages, open
/// places, and the longest wait (programme, joining and matching).
pub fn rank<K: Ord + Clone>(mentee: &Profile, mentors: &[Mentor<K>]) -> Vec<Candidate<K>> {
    let mut open: Vec<&Mentor<K>> = mentors.iter().filter(|mentor| mentor.open_places > 0).collect();
    open.sort_by_cached_key(|mentor| {
        let languages = shared(&mentee.languages, &mentor.profile.languages).len();
        let slots = shared(&mentee.availability, &mentor.profile.availability).len();
        let topics = shared(&mentee.topics, &mentor.profile.topics).len();
        (
            Reverse((languages > 0, slots, topics, languages, mentor.open_places)),
            mentor.profile.waiting_since,
            mentor.key.clone(),
        )
    });
    let longest = open.iter().map(|mentor| mentor.profile.waiting_since).min();
    open.into_iter()
        .map(|mentor| Candidate { key: mentor.key.clone(), reasons: reasons(mentee, mentor, longest) })
        .collect()
}

fn reasons<K>(mentee: &Profile, mentor: &Mentor<K>, longest: Option<DateTime<Utc>>) -> Vec<Reason> {
    let languages = shared(&mentee.languages, &mentor.profile.languages);
    let slots = shared(&mentee.availability, &mentor.profile.availability);
    let topics = shared(&mentee.topics, &mentor.profile.topics);
    let mut reasons = vec![
        if languages.is_empty() { Reason::NoSharedLanguage } else { Reason::SharedLanguages(languages) },
        if slots.is_empty() { Reason::NoSharedAvailability } else { Reason::SharedAvailability(slots) },
    ];
    if !topics.is_empty() {
        reasons.push(Reason::SharedTopics(topics));
    }
    if mentor.open_places > 1 {
        reasons.push(Reason::OpenPlaces(mentor.open_places));
    }
    if Some(mentor.profile.waiting_since) == longest {
        reasons.push(Reason::WaitingLongest);
    }
    reasons
}

fn shared<T: Ord + Clone>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> Vec<T> {
    one.intersection(other).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(languages: &[&str], slots: &[Slot], topics: &[Topic], waiting_since: i64) -> Profile {
        Profile {
            languages: languages.iter().map(ToString::to_string).collect(),
            availability: slots.iter().copied().collect(),
            topics: topics.iter().copied().collect(),
            waiting_since: DateTime::from_timestamp(waiting_since, 0).unwrap(),
        }
    }

    fn mentor(key: u8, open_places: u8, profile: Profile) -> Mentor<u8> {
        Mentor { key, profile, open_places }
    }

    fn order(mentee: &Profile, mentors: &[Mentor<u8>]) -> Vec<u8> {
        rank(mentee, mentors).into_iter().map(|candidate| candidate.key).collect()
    }

    #[test]
    fn a_shared_language_comes_before_everything_else() {
        let everything = [Slot::Mornings, Slot::Evenings];
        let mentee = profile(&["ar", "es"], &everything, Topic::ALL, 0);
        let fits_but_for_the_language = mentor(1, 9, profile(&["en"], &everything, Topic::ALL, 0));
        let speaks_arabic = mentor(2, 1, profile(&["ar"], &[], &[], 9));
        assert_eq!(order(&mentee, &[fits_but_for_the_language, speaks_arabic]), [2, 1]);
    }

    #[test]
    fn then_time_then_topics_then_the_longest_wait() {
        let mentee = profile(&["es"], &[Slot::Weekends], &[Topic::Career], 0);
        let waited = mentor(1, 1, profile(&["es"], &[], &[], 1));
        let waited_less = mentor(2, 1, profile(&["es"], &[], &[], 2));
        let same_topic = mentor(3, 1, profile(&["es"], &[], &[Topic::Career], 3));
        let same_time = mentor(4, 1, profile(&["es"], &[Slot::Weekends], &[], 4));
        assert_eq!(order(&mentee, &[waited_less, waited, same_topic, same_time]), [4, 3, 1, 2]);
    }

    #[test]
    fn a_full_mentor_is_not_proposed() {
        let mentee = profile(&["es"], &[], &[], 0);
        assert_eq!(order(&mentee, &[mentor(1, 0, mentee.clone())]), [0_u8; 0]);
    }

    #[test]
    fn reasons_name_what_is_shared_and_what_is_missing() {
        let mentee = profile(&["ar", "es"], &[Slot::Weekends], &[Topic::Money, Topic::Housing], 0);
        let ranked =
            rank(&mentee, &[mentor(1, 2, profile(&["en"], &[Slot::Weekends], &[Topic::Housing], 5))]);
        assert_eq!(
            ranked[0].reasons,
            [
                Reason::NoSharedLanguage,
                Reason::SharedAvailability(vec![Slot::Weekends]),
                Reason::SharedTopics(vec![Topic::Housing]),
                Reason::OpenPlaces(2),
                Reason::WaitingLongest,
            ]
        );
    }
}
