//! The rules. No async, no clock, no I/O, no log, no randomness: values in, values out, `now` last.

#[macro_use]
mod stored;

pub mod age;
pub mod alias;
pub mod answers;
pub mod budget;
pub mod case;
pub mod checkin;
pub mod choice;
pub mod clocks;
pub mod closing;
pub mod conversation;
pub mod desk;
pub mod dialogue;
pub mod digits;
pub mod heard;
pub mod help;
pub mod id;
pub mod invite;
pub mod join;
mod ladder;
pub mod lang;
pub mod letter;
pub mod listed;
pub mod matching;
pub mod missed;
pub mod pace;
pub mod paging;
pub mod pairing;
pub mod person;
pub mod programme;
pub mod proposal;
pub mod pulse;
pub mod quiet;
pub mod relay;
pub mod retry;
pub mod safety;
pub mod setup;
pub mod silence;
pub mod steps;
pub mod stops;
pub mod talk;
pub mod typed_time;
pub mod wall;
pub mod whereabouts;
pub mod zones;
