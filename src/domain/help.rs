//! Letters and answers about help, menu, language, pause, leaving.

use super::id::{ChatId, PersonId};
use super::lang::Lang;
use super::pause::WEEKS;
use super::person::Role;
use super::safety::Call;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Something that is done as one part of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Write to the team.
    Team,
    /// Take a pause.
    Pause,
    /// Leave.
    Leave,
    /// Invite somebody.
    Invite,
    /// See the open invitations.
    Invites,
    /// Pair somebody.
    Pair,
    /// See the pairs.
    Pairs,
    /// See the people.
    People,
    /// See the cases.
    Cases,
    /// Change the programme's own help lines.
    Helplines,
    /// Change the programme's settings.
    Settings,
    /// Say whether contacts may be swapped.
    Contacts,
    /// Link this group to the programme.
    Group(ChatId),
    /// Link this group to the programme for safeguarding.
    SafeGroup(ChatId),
    /// Be called by the team.
    Call(Call),
    /// Say that it is about the team.
    AboutTeam,
}

/// A part somebody has, as she knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which.
    pub person: PersonId,
    /// What she does.
    pub role: Role,
    /// Where.
    pub programme: String,
}

/// What the bot says about help, menu, language, pause, leaving.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpLetter {
    /// A toast: this button is not current any more.
    Stale,
    /// This is not a command.
    UnknownCommand,
    /// For a lead: how a group is linked, and a button that adds this bot to one.
    LinkGroup {
        /// The safeguarding group, not the team's.
        safe: bool,
        /// The bot's name.
        bot: String,
    },
    /// A button is expected, not words.
    Buttons,
    /// Words are expected.
    Words,
    /// Something failed, and it was our fault: what was written did not arrive.
    Sorry,
    /// The same for the change of a message.
    SorryChange,
    /// The same for a press.
    SorryPress,
    /// The same for a 🆘.
    SorrySafety {
        /// Her team was asked to get in touch with her.
        told: bool,
    },
    /// It cannot be saved now: nobody knows of it yet, and it is tried again. Said without the store.
    Unsaved,
    /// How it works, for a role.
    How(Role),
    /// As which part?
    Which {
        /// What is to be done.
        task: Task,
        /// The parts that can do it.
        parts: Vec<Part>,
    },
    /// What can be done.
    Menu,
    /// The same, for somebody in a circle.
    CircleMenu,
    /// Whether the team may call her, and how she changes it.
    Calls {
        /// It writes, and does not call.
        write: bool,
    },
    /// Which of these languages?
    Language(Vec<Lang>),
    /// From now on in this one.
    LanguageChanged,
    /// For how long?
    Pause,
    /// "May the others know until when?"
    MayKnow {
        /// So many weeks.
        weeks: i64,
        /// The partner's alias; in a circle, and for several pairs, none.
        partner: Option<String>,
    },
    /// Away until then.
    Paused(DateTime<Utc>),
    /// The pause is over.
    Resumed,
    /// It has ended by itself.
    BreakOver,
    /// She writes on a break of her own: end it and send, or keep it?
    WhileAway,
    /// Her break goes on, and what she wrote waits until then.
    BreakKept(DateTime<Utc>),
    /// For the others: somebody is on a break until then.
    PartnerAway {
        /// Her alias, if it is not plain who.
        name: Option<String>,
        /// Until then.
        until: DateTime<Utc>,
    },
    /// For the others: her break has ended.
    PartnerBack {
        /// Her alias.
        name: String,
    },
    /// There is nothing to pause.
    PauseAlone,
    /// Really leave?
    Leave {
        /// She can talk to her team first.
        team: bool,
    },
    /// She left.
    Left,
    /// She stays.
    Stayed,
    /// A lead cannot leave.
    LeadStays,
}

/// What people answer about help, menu, language, pause, leaving.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpAnswer {
    /// As this part.
    As(Task, PersonId),
    /// Wants to write to the team.
    Team,
    /// Wants a pause.
    Pause,
    /// Wants her circle quiet.
    Mute,
    /// Wants to say whether the team may call her.
    Calls,
    /// "Write, don't call me", or not any more.
    WriteOnly(bool),
    /// Wants another language.
    Language,
    /// Wants to know how it works.
    How,
    /// This language.
    Speak(Lang),
    /// Away for so many weeks.
    Weeks(i64),
    /// The same, and whether the others may know.
    Break {
        /// So many weeks.
        weeks: i64,
        /// They may.
        told: bool,
    },
    /// Back.
    Resume,
    /// Ends her break; what she wrote is sent.
    EndAndSend,
    /// Keeps her break; what she wrote waits.
    KeepBreak,
    /// Leaves.
    Leave,
    /// Stays.
    Stay,
}

impl HelpLetter {
    /// The answers it offers as buttons, in reading order.
    pub fn offer(&self) -> Vec<HelpAnswer> {
        match self {
            Self::Menu => vec![
                HelpAnswer::Team,
                HelpAnswer::Pause,
                HelpAnswer::Calls,
                HelpAnswer::Language,
                HelpAnswer::How,
            ],
            Self::CircleMenu => vec![
                HelpAnswer::Team,
                HelpAnswer::Pause,
                HelpAnswer::Mute,
                HelpAnswer::Calls,
                HelpAnswer::Language,
                HelpAnswer::How,
            ],
            Self::Which { task, parts } => {
                parts.iter().map(|part| HelpAnswer::As(*task, part.person)).collect()
            }
            Self::Calls { write } => vec![HelpAnswer::WriteOnly(!write)],
            Self::Language(languages) => languages.iter().cloned().map(HelpAnswer::Speak).collect(),
            Self::Pause => WEEKS.map(HelpAnswer::Weeks).to_vec(),
            Self::MayKnow { weeks, .. } => {
                [true, false].map(|told| HelpAnswer::Break { weeks: *weeks, told }).to_vec()
            }
            Self::Paused(_) | Self::BreakKept(_) => vec![HelpAnswer::Resume],
            Self::WhileAway => vec![HelpAnswer::EndAndSend, HelpAnswer::KeepBreak],
            Self::Leave { team: true } => vec![HelpAnswer::Leave, HelpAnswer::Team, HelpAnswer::Stay],
            Self::Leave { team: false } => vec![HelpAnswer::Leave, HelpAnswer::Stay],
            Self::Stale
            | Self::UnknownCommand
            | Self::LinkGroup { .. }
            | Self::Buttons
            | Self::Words
            | Self::Sorry
            | Self::SorryChange
            | Self::SorryPress
            | Self::SorrySafety { .. }
            | Self::Unsaved
            | Self::How(_)
            | Self::LanguageChanged
            | Self::Resumed
            | Self::BreakOver
            | Self::PartnerAway { .. }
            | Self::PartnerBack { .. }
            | Self::PauseAlone
            | Self::Left
            | Self::Stayed
            | Self::LeadStays => Vec::new(),
        }
    }
}

impl HelpAnswer {
    /// Whether the buttons stay after this one was pressed.
    pub fn keeps_buttons(&self) -> bool {
        match self {
            Self::Team | Self::Pause | Self::Mute | Self::Calls | Self::Language | Self::How => true,
            Self::As(..)
            | Self::Speak(_)
            | Self::WriteOnly(_)
            | Self::Weeks(_)
            | Self::Break { .. }
            | Self::Resume
            | Self::EndAndSend
            | Self::KeepBreak
            | Self::Leave
            | Self::Stay => false,
        }
    }
}
