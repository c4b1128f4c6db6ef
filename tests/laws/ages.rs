//! Ages: whatever an account says in whichever of its parts, in whatever order, none of them is older than it once said
//! without the word of staff.

use lazo::domain::age::{Age, Confirmed, Said};
use lazo::domain::id::{ChatId, PersonId, ProgrammeId};
use lazo::domain::lang::Lang;
use lazo::domain::person::{Person, Profile, Reach, Role, Standing};
use lazo::domain::steps::{confirm_age, doubt_age, tell_age};
use lazo::domain::zone::Tz;
use proptest::prelude::*;

/// What happens to one part of an account.
#[derive(Clone, Copy, Debug)]
enum Happens {
    Says(Age),
    /// Leaves, or was refused, and opens another link.
    Returns,
    Confirmed(Age),
}

fn part(id: i64) -> Person {
    Person {
        id: PersonId(id),
        programme: ProgrammeId(id),
        role: Role::Mentee,
        chat: ChatId(101),
        standing: Standing::Joining,
        reach: Reach::Reachable,
        lang: Lang::source(),
        alias: "Nour".to_owned(),
        zone: Tz::UTC,
        coordinator: None,
        file_number: None,
        dialogue: None,
        profile: Profile { consent: Some(1), language_chosen: true, ..Profile::default() },
        paused_until: None,
        joined_at: chrono::DateTime::UNIX_EPOCH,
    }
}

fn age() -> impl Strategy<Value = Age> {
    prop_oneof![Just(Age::Under16), Just(Age::Minor), Just(Age::Adult)]
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        4 => age().prop_map(Happens::Says),
        2 => Just(Happens::Returns),
        1 => age().prop_map(Happens::Confirmed),
    ]
}

proptest! {
    #[test]
    fn no_part_of_an_account_is_older_than_it_once_said_without_the_word_of_staff(
        history in proptest::collection::vec((0..3_usize, happens()), 1..30),
    ) {
        let mut parts: Vec<Person> = (1..=3).map(part).collect();
        // The youngest the account said since staff last said how old she is in this part.
        let mut youngest: [Option<Age>; 3] = [None; 3];
        let mut word: [Option<Age>; 3] = [None; 3];
        for (index, it) in history {
            match it {
                Happens::Says(said) => {
                    let before = parts.clone();
                    tell_age(&mut parts[index], said, &before);
                    for other in (0..3).filter(|other| *other != index) {
                        doubt_age(&mut parts[other], said);
                    }
                    for (youngest, word) in youngest.iter_mut().zip(&mut word) {
                        *youngest = [*youngest, Some(said)].into_iter().flatten().min();
                        *word = word.map(|word| word.min(said));
                    }
                }
                Happens::Returns => {
                    let old = parts[index].clone();
                    let ages = Said { youngest: old.youngest(), ..old.profile.ages.clone() };
                    let profile = Profile { ages, ..part(1).profile };
                    parts[index] = Person { standing: Standing::Joining, profile, ..old };
                }
                Happens::Confirmed(age) if parts[index].is_doubted() => {
                    let by = PersonId(9);
                    let on = chrono::NaiveDate::default();
                    confirm_age(&mut parts[index], Confirmed { age, by, on });
                    word[index] = Some(age);
                }
                Happens::Confirmed(_) => {}
            }
            for ((part, youngest), word) in parts.iter().zip(youngest).zip(word) {
                let Some(taken) = part.age().filter(|_| !part.is_doubted()) else { continue };
                let allowed = word.max(youngest);
                prop_assert!(allowed.is_none_or(|most| taken <= most), "{taken:?} where {most:?} is known", most = allowed);
            }
        }
    }
}
