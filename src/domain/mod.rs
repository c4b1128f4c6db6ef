//! The rules of a mentoring programme: values in, values out, `now` last.

#[macro_use]
mod stored;

pub mod age;
pub mod alias;
pub mod answers;
pub mod budget;
pub mod clocks;
pub mod digits;
mod ladder;
pub mod matching;
pub mod pace;
pub mod proposal;
pub mod pulse;
pub mod quiet;
pub mod retry;
pub mod silence;
pub mod stops;
pub mod talk;
pub mod typed_time;
pub mod wall;
pub mod zones;
