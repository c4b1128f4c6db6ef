//! Whose turn it is in a chat (spec relay §6): letters of one conversation and rank keep their order, and conversations
//! take turns, so that one person's flood is nobody else's.
//!
//! Each letter has a strand; in a lane and rank a [`Turn`] goes around the strands that wait. The store's lease counts as
//! [`Turn::after`] does.

use super::checkin::CheckinLetter;
use super::conversation::Side;
use super::id::{ConversationId, RoomId};
use super::letter::{Gone, Letter, Op, Post, Rank};
use super::relay::RelayLetter;
use super::safety::SafetyLetter;
use super::supervised::SupervisedLetter;
use super::which::HEADER_MINUTES;
use chrono::{DateTime, TimeDelta, Utc};

/// So many messages of one conversation go at most while another waits.
pub const BODIES: i64 = 2;

/// In whose turn a letter goes: 0 is the bot's own.
pub type Strand = i64;

/// A conversation's.
pub fn talk(conversation: ConversationId) -> Strand {
    2 * conversation.0
}

/// That of what is read in a room.
pub fn room(room: RoomId) -> Strand {
    2 * room.0 + 1
}

/// The strand of a post. `None`: that of the letter it is about, so that nothing which changes a letter overtakes it. In
/// ranks in which the bot alone speaks there are no turns.
pub fn strand(post: &Post) -> Option<Strand> {
    match post.rank {
        Rank::Answer | Rank::Prompt | Rank::Announcement => Some(0),
        Rank::Safety | Rank::Relay => {
            let talks = post.conversation.or(post.among).map(talk);
            talks.or(post.room.map(room)).or(if names_a_letter(&post.op) { None } else { Some(0) })
        }
    }
}

fn names_a_letter(op: &Op) -> bool {
    match op {
        Op::Rewrite { .. } | Op::Clear { .. } | Op::Edit { .. } | Op::Delete(Gone::Letter(_)) => true,
        Op::Write(_)
        | Op::Copy(_)
        | Op::Album { .. }
        | Op::React { .. }
        | Op::Delete(Gone::Source { .. } | Gone::Own(_) | Gone::Part(_))
        | Op::Toast { .. }
        | Op::Topic
        | Op::Room(_)
        | Op::Commands
        | Op::Look { .. }
        | Op::Leave => false,
    }
}

/// Where the turn of a lane and rank stands: the first strand that may go, and how much of its turn is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn(pub i64);

impl Turn {
    /// Which of the strands that wait goes next: the one whose turn it is or the next above it, else the lowest.
    pub fn next(self, waiting: impl IntoIterator<Item = Strand> + Clone) -> Option<Strand> {
        let from = self.0 / BODIES;
        let above = waiting.clone().into_iter().filter(|strand| *strand >= from).min();
        above.or_else(|| waiting.into_iter().min())
    }

    /// After so many messages of a strand; a line that stands above one is none.
    #[must_use]
    pub fn after(self, strand: Strand, bodies: i64) -> Self {
        let begun = if self.0 / BODIES == strand { self.0 } else { BODIES * strand };
        Self((begun + bodies).min(BODIES * strand + BODIES))
    }
}

/// A line that stands right above a message: nothing comes between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum Line {
    /// It belongs to that message alone. The numbers are stored.
    Above = 1,
    /// It says whose that message is.
    Names = 2,
    /// It says who of a talk with the team writes: a run of messages needs one.
    Talks = 3,
}

/// What kind of line a letter is, if it is one.
pub fn line(letter: &Letter) -> Option<Line> {
    let is = |wanted: bool, line: Line| wanted.then_some(line);
    let talks = matches!(
        letter,
        Letter::Relay(RelayLetter::TeamFrom { .. } | RelayLetter::From { side: Side::Team, .. })
    );
    let names = matches!(
        letter,
        Letter::Relay(RelayLetter::From { .. })
            | Letter::Checkin(CheckinLetter::From { .. })
            | Letter::Supervised(SupervisedLetter::Copy { .. })
            | Letter::Safety(SafetyLetter::Report { .. })
    );
    let above = matches!(
        letter,
        Letter::Relay(
            RelayLetter::Forwarded
                | RelayLetter::AnswersElsewhere
                | RelayLetter::AlbumAnswers { .. }
                | RelayLetter::Corrected
        )
    );
    is(talks, Line::Talks).or(is(names, Line::Names)).or(is(above, Line::Above))
}

/// Whether such a line is still above what comes now: it was said at that moment, and nothing else has come since.
pub fn stands(said_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - said_at < TimeDelta::minutes(HEADER_MINUTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which strands go, as long as all of these wait.
    fn goes(waiting: &[Strand], many: usize) -> Vec<Strand> {
        let mut turn = Turn::default();
        let step = |_| {
            let next = turn.next(waiting.iter().copied()).unwrap();
            turn = turn.after(next, 1);
            next
        };
        (0..many).map(step).collect()
    }

    #[test]
    fn conversations_take_turns_of_two_and_one_alone_goes_on() {
        assert_eq!(goes(&[4, 6, 12], 8), [4, 4, 6, 6, 12, 12, 4, 4]);
        assert_eq!(goes(&[6], 4), [6, 6, 6, 6]);
        assert_eq!(goes(&[0, 1], 5), [0, 0, 1, 1, 0]);
        assert_eq!(Turn::default().next([]), None);
    }

    #[test]
    fn a_line_takes_no_turn_and_an_album_a_whole_one() {
        let turn = Turn::default().after(4, 0);
        assert_eq!(turn.next([4, 6]), Some(4), "what it stands above goes next");
        assert_eq!(turn.after(4, BODIES).next([4, 6]), Some(6));
        let half = Turn::default().after(4, 1);
        assert_eq!(half.after(4, BODIES), half.after(4, 1), "no turn is longer");
    }
}
