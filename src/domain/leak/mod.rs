//! The leak guard: what in a message would let the other side reach its writer elsewhere, and what a programme does
//! about it. What was found is a fact; the words stay in memory.

mod amounts;
mod cues;
mod letter;
mod links;
mod lookalikes;
mod numbers;
mod plain;

pub use letter::{LeakAnswer, LeakLetter, Stand, Waiting};

use super::heard::{Content, Kind, Mark};
use super::id::PersonId;
use links::Address;
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

/// What a message shows, the most telling first; `None` if nothing. It sees text, captions and what Telegram says about
/// them; never pictures, voices, files, or a number spelled out in words.
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
    marked(content).or_else(|| written(&content.words))
}

/// What Telegram says about parts of the words, where that alone is enough: links may hide behind any words.
fn marked(content: &Content) -> Option<Shown> {
    content.entities.iter().find_map(|part| match part.what {
        Mark::Profile => Some(Shown::Profile),
        Mark::Link => {
            let link = part.link.as_deref()?.trim().to_lowercase();
            let profile = link.starts_with("tg://user").then_some(Shown::Profile);
            profile.or(links::leads_to_a_person(&link).then_some(Shown::Link))
        }
        Mark::Mention | Mark::Phone | Mark::Email | Mark::Other => None,
    })
}

fn written(words: &str) -> Option<Shown> {
    if is_plain_talk(words) {
        return None;
    }
    let plain = Plain::of(words);
    let (address, hidden) = links::look(&plain);
    match address {
        Some(Address::Link) => Some(Shown::Link),
        _ if numbers::has_phone(&plain, &hidden) => Some(Shown::Phone),
        Some(Address::Mail) => Some(Shown::Mail),
        Some(Address::Name) => Some(Shown::Name),
        None => None,
    }
}

/// Nothing but words and the signs between them, as most messages are: no figure, no sign that stands in an address,
/// and no word that stands for one. Whatever costs more is spared then.
fn is_plain_talk(words: &str) -> bool {
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let ends = chars.peek().is_none_or(|next| next.is_whitespace());
        let usual = c.is_alphabetic()
            || c.is_whitespace()
            || ".,;:!?\u{2026}".contains(c) && ends
            || "¿¡'’\"،؛؟-".contains(c);
        if !usual || c.is_numeric() {
            return false;
        }
    }
    !links::are_spelled(words)
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
