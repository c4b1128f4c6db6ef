//! Laws of matching: whatever the people, the order is one and the reasons are true.

use chrono::DateTime;
use lazo::domain::matching::{Mentor, Profile, Reason, Slot, Topic, rank};
use proptest::{collection::btree_set, prelude::*, sample::select};

fn profile() -> impl Strategy<Value = Profile> {
    let languages = btree_set(select(&["ar", "es", "fa-AF", "uk", "en"][..]).prop_map(String::from), 0..4);
    (languages, btree_set(select(Slot::ALL), 0..4), btree_set(select(Topic::ALL), 0..6), 0_i64..5).prop_map(
        |(languages, availability, topics, waited)| Profile {
            languages,
            availability,
            topics,
            waiting_since: DateTime::from_timestamp(waited, 0).unwrap(),
        },
    )
}

fn mentors() -> impl Strategy<Value = Vec<Mentor<usize>>> {
    prop::collection::vec((0_u8..3, profile()), 0..12).prop_map(|found| {
        let mentor = |(key, (open_places, profile))| Mentor { key, profile, open_places };
        found.into_iter().enumerate().map(mentor).collect()
    })
}

proptest! {
    #[test]
    fn the_order_does_not_depend_on_the_order_of_the_list(mentee in profile(), mentors in mentors(), turn in 0_usize..12) {
        let mut other = mentors.clone();
        other.reverse();
        let middle = turn % other.len().max(1);
        other.rotate_left(middle);
        prop_assert_eq!(rank(&mentee, &mentors), rank(&mentee, &other));
    }

    #[test]
    fn every_mentor_with_a_place_is_listed_once(mentee in profile(), mentors in mentors()) {
        let mut listed: Vec<usize> = rank(&mentee, &mentors).iter().map(|candidate| candidate.key).collect();
        listed.sort_unstable();
        let open: Vec<usize> = mentors.iter().filter(|mentor| mentor.open_places > 0).map(|mentor| mentor.key).collect();
        prop_assert_eq!(listed, open);
    }

    #[test]
    fn nobody_without_a_shared_language_stands_before_somebody_with_one(mentee in profile(), mentors in mentors()) {
        let misses: Vec<bool> = rank(&mentee, &mentors)
            .iter()
            .map(|candidate| candidate.reasons.contains(&Reason::NoSharedLanguage))
            .collect();
        prop_assert!(misses.is_sorted());
    }

    #[test]
    fn reasons_are_true_and_at_least_one_waits_longest(mentee in profile(), mentors in mentors()) {
        let ranked = rank(&mentee, &mentors);
        let waits = ranked.iter().filter(|candidate| candidate.reasons.contains(&Reason::WaitingLongest)).count();
        prop_assert_eq!(waits > 0, !ranked.is_empty());
        for candidate in ranked {
            let mentor = &mentors[candidate.key].profile;
            for reason in candidate.reasons {
                match reason {
                    Reason::SharedLanguages(shared) => {
                        let true_for = |tag| mentee.languages.contains(tag) && mentor.languages.contains(tag);
                        prop_assert!(!shared.is_empty() && shared.iter().all(true_for));
                    }
                    Reason::NoSharedLanguage => prop_assert!(mentee.languages.is_disjoint(&mentor.languages)),
                    Reason::SharedAvailability(shared) => {
                        let true_for = |slot| mentee.availability.contains(slot) && mentor.availability.contains(slot);
                        prop_assert!(!shared.is_empty() && shared.iter().all(true_for));
                    }
                    Reason::NoSharedAvailability => prop_assert!(mentee.availability.is_disjoint(&mentor.availability)),
                    Reason::SharedTopics(shared) => {
                        let true_for = |topic| mentee.topics.contains(topic) && mentor.topics.contains(topic);
                        prop_assert!(!shared.is_empty() && shared.iter().all(true_for));
                    }
                    Reason::OpenPlaces(places) => prop_assert_eq!(places, mentors[candidate.key].open_places),
                    Reason::WaitingLongest => prop_assert!(mentors.iter().filter(|mentor| mentor.open_places > 0)
                        .all(|other| other.profile.waiting_since >= mentor.waiting_since)),
                }
            }
        }
    }

    #[test]
    fn one_more_shared_topic_never_ranks_a_mentor_lower(mentee in profile(), mentors in mentors(), topic in select(Topic::ALL)) {
        let place = |mentors: &[Mentor<usize>]| rank(&mentee, mentors).iter().position(|candidate| candidate.key == 0);
        let mut better = mentors.clone();
        if let Some(mentor) = better.first_mut() {
            mentor.profile.topics.insert(topic);
        }
        prop_assert!(place(&better) <= place(&mentors));
    }
}
