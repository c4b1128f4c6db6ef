//! Circles: pairs with more than two members. Who may come in, whose yes that takes, and how many a message has reached.

mod letter;

pub use letter::{CircleAnswer, CircleLetter, Seat, Waits};

use super::conversation::{Conversation, Member, MemberState, Phase, Recipient, Side, Supervised};
use super::pairing::pairable;
use super::person::{Person, Role};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// Most members of a circle, those who are asked included (spec relay §5).
pub const MOST: usize = 12;

/// After so long a message's author reads how many have it, if not all do (spec relay §5).
pub const REACHED: TimeDelta = TimeDelta::minutes(10);

/// What a member was told when it was that somebody is away, and does not have her message.
pub const PARTLY: &str = "partly";

/// Whether a message waits for some of its readers, but not for all, and its author has not been told so since when: each
/// copy comes with whether it waits.
pub fn misses_somebody(copies: &[(Recipient, bool)], told: Option<&str>) -> bool {
    // That somebody is on a break is hers to tell.
    let held = copies.iter().filter(|(reader, held)| *held && reader.away.is_none()).count();
    (1..copies.len()).contains(&held) && told != Some(PARTLY)
}

/// Why somebody cannot come into a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// There are as many as can be.
    Full,
    /// She is in it or asked already, has no room for one more pair, or cannot be in any.
    Taken,
    /// Her account is in it already.
    SameAccount,
    /// She is under 18, and the team does not read along.
    Minor,
    /// Nobody could read along with her.
    NoReader,
    /// The conversation rests: nobody in it is asked anything.
    Rests,
    /// Nobody new comes into it now.
    NotNow,
    /// She is under 18, and the lead must say first where copies are read.
    GroupFirst,
}

/// On which side somebody stands.
pub fn side_of(person: &Person) -> Side {
    if person.role == Role::Mentor { Side::Mentor } else { Side::Mentee }
}

/// Who is in a pair, or may come to be.
pub fn seated(pair: &Conversation) -> impl Iterator<Item = &Member> {
    pair.members.iter().filter(|member| member.state.is_active() || is_newcomer(member))
}

/// Who is to come into a running pair, and is not in it yet.
pub fn is_newcomer(member: &Member) -> bool {
    matches!(member.state, MemberState::Asked | MemberState::Accepted)
}

/// How it stands with somebody who is to come into a running pair (spec programme, Joining).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The conversation rests: nobody is asked anything, and nobody comes in.
    Rests,
    /// Not every member who is in it has said yes.
    Members,
    /// All of them have; she is asked.
    Newcomer,
    /// So has she.
    Enters,
}

/// Whose turn it is: first every present member is asked, then she; she comes in when everybody has said yes. `open` says
/// how many members have not.
pub fn step(phase: Phase, seat: MemberState, open: usize) -> Step {
    match (phase, seat, open) {
        (Phase::Active, MemberState::Accepted, 0) => Step::Enters,
        (Phase::Active, _, 0) => Step::Newcomer,
        (Phase::Active, _, _) => Step::Members,
        (
            Phase::Proposed | Phase::Declined | Phase::Expired | Phase::Paused | Phase::Held | Phase::Closed,
            _,
            _,
        ) => Step::Rests,
    }
}

/// What keeps somebody from coming into a pair, if anything does. `elsewhere` says in how many other pairs and proposals
/// she is; her own seat in this one does not count.
pub fn obstacle(pair: &Conversation, person: &Person, elsewhere: usize) -> Option<Obstacle> {
    let mut others = seated(pair).filter(|member| member.person != person.id);
    let inside = pair.has(person.id);
    let room = usize::try_from(person.profile.places()).unwrap_or_default();
    if pair.phase.is_live() && pair.phase != Phase::Active {
        Some(Obstacle::Rests)
    } else if inside || !pairable(person) || elsewhere >= room {
        Some(Obstacle::Taken)
    } else if others.any(|member| member.chat == person.chat) {
        Some(Obstacle::SameAccount)
    } else if seated(pair).filter(|member| member.person != person.id).count() >= MOST {
        Some(Obstacle::Full)
    } else if person.is_minor() && pair.supervised != Supervised::Yes {
        Some(Obstacle::Minor)
    } else {
        None
    }
}

stored! {
    /// How a member has her circle quiet.
    pub enum Mute {
        /// Nothing makes a sound.
        Quiet = "quiet",
        /// The same, and once a day she reads how many messages came.
        Daily = "daily",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::conversation::Sort;
    use crate::domain::guardian::Guardian;
    use crate::domain::id::{ChatId, ConversationId, PersonId, ProgrammeId};
    use crate::domain::lang::Lang;
    use crate::domain::person::{Profile, Reach, Standing};
    use crate::domain::talk::Talk;
    use chrono::{DateTime, NaiveDate};

    #[test]
    fn at_most_twelve_are_in_a_circle_those_who_are_asked_included() {
        for (seats, full) in [(11, false), (12, true)] {
            let pair = sample(seats, Supervised::No);
            assert_eq!(obstacle(&pair, &someone(99), 0) == Some(Obstacle::Full), full, "{seats}");
        }
    }

    #[test]
    fn she_is_asked_after_everybody_in_it_and_comes_in_with_everybodys_yes_and_never_while_it_rests() {
        let seats = [MemberState::Asked, MemberState::Accepted];
        for (seat, open) in seats.into_iter().flat_map(|seat| [0, 1, 11].map(|open| (seat, open))) {
            let all = open == 0;
            let here = step(Phase::Active, seat, open);
            assert_eq!(here == Step::Newcomer, all && seat == MemberState::Asked, "{seat:?} {open}");
            assert_eq!(here == Step::Enters, all && seat == MemberState::Accepted, "{seat:?} {open}");
            for phase in [Phase::Held, Phase::Paused, Phase::Closed] {
                assert_eq!(step(phase, seat, open), Step::Rests);
            }
        }
    }

    #[test]
    fn nobody_is_asked_into_a_conversation_that_rests() {
        for phase in [Phase::Held, Phase::Paused] {
            let pair = Conversation { phase, ..sample(2, Supervised::No) };
            assert_eq!(obstacle(&pair, &someone(99), 0), Some(Obstacle::Rests));
        }
    }

    #[test]
    fn nobody_is_in_twice_nor_with_two_parts_nor_without_room() {
        let pair = sample(4, Supervised::No);
        assert_eq!(obstacle(&pair, &someone(1), 0), Some(Obstacle::Taken), "she is in it");
        assert_eq!(obstacle(&pair, &someone(4), 0), None, "she is asked, and this is her own seat");
        assert_eq!(
            obstacle(&pair, &someone(99), 1),
            Some(Obstacle::Taken),
            "one pair is all she has room for"
        );
        let same = Person { chat: ChatId(1), ..someone(99) };
        assert_eq!(obstacle(&pair, &same, 0), Some(Obstacle::SameAccount));
    }

    #[test]
    fn somebody_under_18_only_comes_in_where_the_team_reads_along() {
        let mut young = someone(99);
        young.profile.adult = Some(false);
        young.profile.guardian =
            Some(Guardian { role: "mother".to_owned(), on: NaiveDate::default(), by: PersonId(7) });
        for supervised in [Supervised::No, Supervised::Asked] {
            assert_eq!(obstacle(&sample(2, supervised), &young, 0), Some(Obstacle::Minor));
        }
        assert_eq!(obstacle(&sample(2, Supervised::Yes), &young, 0), None);
        young.profile.guardian = None;
        assert_eq!(obstacle(&sample(2, Supervised::Yes), &young, 0), Some(Obstacle::Taken));
    }

    fn someone(id: i64) -> Person {
        Person {
            id: PersonId(id),
            programme: ProgrammeId(1),
            role: Role::Mentor,
            chat: ChatId(id),
            standing: Standing::Ready,
            reach: Reach::Reachable,
            lang: Lang::source(),
            alias: String::new(),
            zone: crate::domain::zone::Tz::UTC,
            coordinator: None,
            file_number: None,
            dialogue: None,
            profile: Profile { adult: Some(true), ..Profile::default() },
            paused_until: None,
            joined_at: DateTime::UNIX_EPOCH,
        }
    }

    /// A circle of so many, the last of them only asked.
    fn sample(seats: i64, supervised: Supervised) -> Conversation {
        let member = |id| Member {
            person: PersonId(id),
            side: if id == 1 { Side::Mentee } else { Side::Mentor },
            state: if id == seats { MemberState::Asked } else { MemberState::Active },
            heard_at: None,
            chat: ChatId(id),
            reach: Reach::Reachable,
            away: None,
            knows_break: false,
            alias: String::new(),
        };
        Conversation {
            id: ConversationId(1),
            programme: ProgrammeId(1),
            sort: Sort::Pair,
            phase: Phase::Active,
            coordinator: None,
            rhythm: 7,
            proposed_at: None,
            introduced_at: None,
            paused_until: None,
            stopped_at: None,
            talk: Talk::default(),
            stops: Vec::new(),
            done: Vec::new(),
            silence_case: None,
            supervised,
            protect: Vec::new(),
            members: (1..=seats).map(member).collect(),
        }
    }
}
