//! The rules. No async, no clock, no I/O, no log, no randomness: values in, values out, `now` last.

pub mod case;
pub mod checkin;
pub mod conversation;
pub mod desk;
pub mod dialogue;
pub mod heard;
pub mod help;
pub mod id;
pub mod join;
pub mod lang;
pub mod letter;
pub mod missed;
pub mod pairing;
pub mod person;
pub mod programme;
pub mod relay;
pub mod safety;
pub mod setup;
