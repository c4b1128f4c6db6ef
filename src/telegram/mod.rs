//! The only module that knows Telegram: hearing what happened, and doing what a letter asks for.

pub mod api;
pub mod buttons;
pub mod listen;
pub mod profile;
pub mod read;
pub mod send;

pub use api::{Api, Refused, Token};
