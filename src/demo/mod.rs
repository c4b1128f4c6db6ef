//! A Telegram for one computer: the Bot API on loopback, with people whose chats it holds.
//!
//! It refuses what Telegram refuses, in Telegram's words, and fails on demand in the ways a network does. The
//! stories and the load tool run on it. It reads and writes plain JSON and knows nothing of the bot's own types, so
//! that the two cannot share a mistake.

mod acts;
mod body;
mod callbacks;
mod chance;
mod chats;
mod content;
mod control;
mod copy;
mod edit;
mod faults;
mod group;
pub(crate) mod guard;
mod html;
mod http;
mod limits;
mod line;
mod log;
mod markup;
mod methods;
mod options;
mod params;
mod people;
mod phone;
mod poll;
mod profile;
mod refuse;
mod rooms;
mod screen;
mod send;
pub(crate) mod serve;
mod telegram;
mod text;
mod time;
mod topics;
mod updates;
mod waiting;
mod world;

pub use chats::{Seat, Toast, Turned};
pub use content::Content;
pub use faults::{Fault, Rule};
pub use group::{Group, GroupChat};
pub use limits::Limits;
pub use log::{Delivery, Handed, Recorded};
pub use options::{Options, Server};
pub use people::Person;
pub use phone::{Missing, Phone};
pub use screen::{Button, Seen};
pub use telegram::Telegram;
pub use waiting::TooLate;
