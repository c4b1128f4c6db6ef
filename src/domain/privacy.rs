//! `/privacy` in parts, one a screen: what somebody reads there is what concerns her.

use serde::{Deserialize, Serialize};

/// A part of what `/privacy` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Who is responsible for the data.
    Who,
    /// Who that is for somebody whom Lazo does not know, and whom she can ask.
    Stranger,
    /// What becomes of what a stranger writes.
    Writes,
    /// What is kept of somebody who takes part.
    Keeps,
    /// What is kept of somebody who works in a team, and what she sees.
    Works,
    /// What the team can see.
    Sees,
    /// How messages travel.
    Travels,
    /// What for, and on which grounds.
    Why,
    /// How long.
    Long,
    /// What Telegram is.
    Telegram,
    /// What everybody who is in Lazo can ask for.
    Rights,
    /// What a stranger can ask for.
    Asks,
}

/// What an account reads, in this order: as whoever takes part, as whoever works in a team, as both, or as a stranger.
pub fn parts(takes_part: bool, works: bool) -> Vec<About> {
    if !takes_part && !works {
        return vec![About::Stranger, About::Writes, About::Telegram, About::Asks];
    }
    let hers = [About::Keeps, About::Sees, About::Travels].into_iter().filter(|_| takes_part);
    let staff = Some(About::Works).filter(|_| works);
    let all = [About::Why, About::Long, About::Telegram, About::Rights];
    [About::Who].into_iter().chain(hers).chain(staff).chain(all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_reads_nothing_of_what_is_kept_of_members_and_everybody_who_is_responsible_and_what_telegram_is()
     {
        for (takes_part, works) in [(false, false), (false, true), (true, false), (true, true)] {
            let all = parts(takes_part, works);
            let has = |about| all.contains(&about);
            let stranger = !takes_part && !works;
            assert_eq!((has(About::Keeps), has(About::Works)), (takes_part, works));
            assert_eq!((has(About::Who), has(About::Stranger)), (!stranger, stranger));
            assert_eq!(
                (has(About::Rights), has(About::Asks), has(About::Writes)),
                (!stranger, stranger, stranger)
            );
            assert!(has(About::Telegram), "{all:?}");
        }
    }
}
