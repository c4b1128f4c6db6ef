//! The leak guard: what in a message would let the other side reach its writer elsewhere, and what a programme does
//! about it. What was found is a fact; the words stay in memory.

mod addresses;
mod amounts;
mod cues;
mod files;
mod international;
mod joined;
mod letter;
mod link;
mod lookalikes;
mod mail;
mod names;
mod numbers;
mod places;
mod plain;
mod spelled;
mod spoken;
mod talk;

pub use letter::{LeakAnswer, LeakLetter, Stand, Waiting};

use super::heard::{Content, Kind, Mark, Seen};
use super::id::PersonId;
use addresses::Address;
use plain::Plain;

stored! {
    /// A way to reach somebody outside Lazo.
    pub enum Shown {
        /// A contact card.
        Card = "card",
        /// A name that leads to a profile.
        Profile = "profile",
        /// A messenger's link.
        Link = "link",
        /// A phone number.
        Phone = "phone",
        /// Mail.
        Mail = "mail",
        /// An @name.
        Name = "name",
        /// A place on a map, or a venue.
        Place = "place",
    }
}

/// Most digits in a name: of a year, or a joke.
const MOST_DIGITS: usize = 4;

/// What a message shows, the most telling first; `None` if nothing. It sees every string that its reader sees: words,
/// captions, what Telegram says about them, names of files, titles, and all of a kind we have no name for; never what
/// pictures, voices and files hold.
pub fn shown(kind: Kind, content: &Content) -> Option<Shown> {
    match kind {
        Kind::Contact => return Some(Shown::Card),
        Kind::Location | Kind::LiveLocation => return Some(Shown::Place),
        Kind::Text
        | Kind::Photo
        | Kind::Video
        | Kind::Animation
        | Kind::Voice
        | Kind::VideoNote
        | Kind::Audio
        | Kind::Document
        | Kind::Sticker
        | Kind::Poll
        | Kind::Dice
        | Kind::Game
        | Kind::Checklist
        | Kind::Timer
        | Kind::Story
        | Kind::Paid
        | Kind::Unknown
        | Kind::Service => {}
    }
    let beside = || content.seen.iter().find_map(beside);
    marked(content).or_else(|| written(&content.words)).or_else(beside)
}

/// What something beside the words shows.
fn beside(seen: &Seen) -> Option<Shown> {
    match seen {
        Seen::Words(words) => written(words),
        Seen::File(name) if files::is_card(name) => Some(Shown::Card),
        Seen::File(name) => written(&files::words(name)),
        Seen::Link(link) => behind(link),
        Seen::Phone => Some(Shown::Phone),
        Seen::Profile => Some(Shown::Profile),
        Seen::Place => Some(Shown::Place),
        Seen::Card => Some(Shown::Card),
    }
}

/// What a link shows that stands behind words, or behind nothing.
fn behind(link: &str) -> Option<Shown> {
    link::leads(&Plain::of(link).lower.iter().collect::<String>()).or_else(|| written(link))
}

/// What Telegram says about parts of the words, where that alone is enough: links may hide behind any words.
fn marked(content: &Content) -> Option<Shown> {
    content.entities.iter().find_map(|part| match part.what {
        Mark::Profile => Some(Shown::Profile),
        Mark::Link | Mark::Mention | Mark::Phone | Mark::Email | Mark::Other => behind(part.link.as_deref()?),
    })
}

/// What a name shows: as in any words, and also a place where people have names, and digits that are too few for a phone.
pub fn in_a_name(name: &str) -> Option<Shown> {
    let plain = Plain::of(name);
    let lower: String = plain.lower.iter().collect();
    let many = spoken::most_digits(&plain) > MOST_DIGITS;
    written(name).or(many.then_some(Shown::Phone)).or(names::has_place(&lower).then_some(Shown::Name))
}

fn written(words: &str) -> Option<Shown> {
    if talk::is_plain(words) {
        return None;
    }
    let plain = Plain::of(words);
    let (address, hidden) = addresses::look(&plain);
    match address {
        Some(Address::Link) => Some(Shown::Link),
        Some(Address::Number) => Some(Shown::Phone),
        _ if numbers::has_phone(&plain, &hidden) => Some(Shown::Phone),
        Some(Address::Mail) => Some(Shown::Mail),
        Some(Address::Name) => Some(Shown::Name),
        None => None,
    }
}

/// What a programme does with contacts that adults send each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The programme's rule.
    pub policy: Policy,
    /// A member of the conversation is not known to be an adult, or the team reads along in it: then somebody needs
    /// protecting, whatever her age (programme, safeguarding 4 and 5).
    pub guarded: bool,
    /// Every member has agreed to swap contacts.
    pub agreed: bool,
}

stored! {
    /// A programme's rule for contacts.
    #[derive(Default)]
    pub enum Policy {
        /// They go through.
        Allow = "allow",
        /// The sender is asked first.
        #[default]
        Ask = "ask",
        /// They go through once everybody in the conversation has agreed to it.
        Both = "both",
        /// They do not go through.
        Refuse = "refuse",
    }
}

/// What the rule for contacts reads about a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// The programme's rule.
    pub policy: Policy,
    /// The team reads along.
    pub supervised: bool,
    /// Everybody who is in it now.
    pub members: Vec<Swapper>,
}

/// Where a member stands about swapping contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swapper {
    /// Who.
    pub person: PersonId,
    /// She said she is 18 or older.
    pub adult: bool,
    /// She was asked.
    pub asked: bool,
    /// She has agreed, and has not taken it back.
    pub agreed: bool,
}

impl Agreement {
    /// What the rule needs of it.
    pub fn terms(&self) -> Terms {
        Terms {
            policy: self.policy,
            guarded: self.supervised || self.members.iter().any(|member| !member.adult),
            agreed: self.members.iter().all(|member| member.agreed),
        }
    }

    /// Whether its members are asked at all.
    pub fn is_asked_for(&self) -> bool {
        let terms = self.terms();
        terms.policy == Policy::Both && !terms.guarded && !self.members.is_empty()
    }

    /// There are more than two.
    pub fn is_circle(&self) -> bool {
        self.members.len() > 2
    }

    /// Where somebody stands.
    pub fn stand(&self, person: PersonId) -> Stand {
        match self.members.iter().find(|member| member.person == person) {
            Some(member) if member.agreed && self.terms().agreed => Stand::Agreed,
            Some(member) if member.agreed => Stand::Waits,
            Some(_) | None => Stand::No,
        }
    }
}

/// What becomes of a message that shows a way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It goes on like any other.
    Pass,
    /// Its writer is asked whether it shall go.
    Ask,
    /// It does not go before everybody has agreed.
    NotYet,
    /// It does not go.
    Refuse,
}

/// The rule, for messages and for corrections alike. Where somebody may be under 18, or the team reads along, it is the same
/// everywhere.
pub fn verdict(terms: Terms) -> Verdict {
    match terms.policy {
        _ if terms.guarded => Verdict::Refuse,
        Policy::Allow => Verdict::Pass,
        Policy::Ask => Verdict::Ask,
        Policy::Both if terms.agreed => Verdict::Pass,
        Policy::Both => Verdict::NotYet,
        Policy::Refuse => Verdict::Refuse,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_somebody_may_be_a_minor_or_the_team_reads_along_nothing_goes_whatever_is_said() {
        for policy in Policy::ALL {
            for (supervised, adult) in [(false, false), (true, true)] {
                let member = Swapper { person: PersonId(1), adult, asked: true, agreed: true };
                let terms = Agreement { policy: *policy, supervised, members: vec![member] }.terms();
                assert_eq!(verdict(terms), Verdict::Refuse, "{policy:?}");
            }
        }
    }

    #[test]
    fn a_yes_of_everybody_counts_only_where_it_is_asked_for() {
        let after = |policy, agreed| verdict(Terms { policy, guarded: false, agreed });
        assert_eq!((after(Policy::Both, false), after(Policy::Both, true)), (Verdict::NotYet, Verdict::Pass));
        assert_eq!((after(Policy::Ask, true), after(Policy::Refuse, true)), (Verdict::Ask, Verdict::Refuse));
        assert_eq!(after(Policy::Allow, false), Verdict::Pass);
    }
}
