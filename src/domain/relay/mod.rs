//! Passing on: whom a message goes to, and what its writer hears when it cannot go.

mod letter;

pub use letter::{Addressee, Choice, RelayAnswer, RelayLetter};

pub use super::pause::HELD_DAYS;

use super::conversation::{Circle, Recipient};
use super::heard::Kind;

/// A message that has not arrived after so many seconds is late, and its writer reads so (spec relay §4).
pub const LATE_SECONDS: i64 = 60;

/// What becomes of a message written to a conversation.
#[derive(Clone, Debug, PartialEq)]
pub enum Passing {
    /// A copy for each of these; `true` means it waits, because she or the conversation is away.
    Copies(Vec<(Recipient, bool)>),
    /// No copy: its writer hears why.
    Refused(RelayLetter),
}

/// Whether this version carries a kind of message.
pub fn carried(kind: Kind) -> bool {
    match kind {
        Kind::Text
        | Kind::Photo
        | Kind::Video
        | Kind::Animation
        | Kind::Voice
        | Kind::VideoNote
        | Kind::Audio
        | Kind::Document
        | Kind::Sticker
        | Kind::Location
        | Kind::Contact
        | Kind::Unknown => true,
        Kind::LiveLocation
        | Kind::Poll
        | Kind::Dice
        | Kind::Game
        | Kind::Checklist
        | Kind::Story
        | Kind::Paid
        | Kind::Timer
        | Kind::Service => false,
    }
}

/// Whom a message goes to: exactly the other members of the writer's conversation. While the conversation is away, or
/// a reader is, her copy waits.
pub fn pass_on(kind: Kind, circle: Option<&Circle>) -> Passing {
    let Some(circle) = circle.filter(|circle| circle.phase.is_live() && !circle.others.is_empty()) else {
        return Passing::Refused(RelayLetter::Alone);
    };
    if !carried(kind) {
        return Passing::Refused(RelayLetter::NotCarried(kind));
    }
    Passing::Copies(circle.others.iter().map(|other| (other.clone(), circle.keeps(other))).collect())
}

/// What a notice about a late message says in the end, by the state of its copy; `None` while it is not over.
pub fn ended(state: Option<&str>) -> Option<RelayLetter> {
    match state {
        Some("queued" | "sending" | "held") => None,
        Some("sent") => Some(RelayLetter::ArrivedLate),
        Some("withdrawn") => Some(RelayLetter::WithdrawnLate),
        Some(_) | None => Some(RelayLetter::NotDelivered),
    }
}

/// What a programme protects until it says otherwise (spec relay §4: pictures and voices, but neither text nor documents,
/// which must be saved).
pub const PROTECTED: [Kind; 4] = [Kind::Photo, Kind::Video, Kind::Voice, Kind::VideoNote];

/// Whether copies of a kind keep the recipient from passing them on: as her programme has chosen.
pub fn protected(kind: Kind, chosen: &[Kind]) -> bool {
    chosen.contains(&kind)
}
