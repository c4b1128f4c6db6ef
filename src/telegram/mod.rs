//! The only module that knows Telegram: hearing what happened, and doing what a letter asks for.

pub mod api;
pub mod buttons;
mod content;
mod copies;
mod correct;
pub mod fields;
mod kinds;
pub mod listen;
pub mod profile;
pub mod read;
pub mod refusal;
mod rooms;
mod seen;
pub mod send;

pub use api::{Api, Refused, Token, is_at_home, is_telegrams};
