//! The rules of a mentoring programme: values in, values out, `now` last.

#[macro_use]
mod stored;

mod ladder;
pub mod quiet;
pub mod silence;
pub mod stops;
pub mod talk;
pub mod wall;
