//! What every locale and every message must hold: L3 to L8. Each check is a function that lists complaints,
//! and has a companion test that shows it complaining about a planted fault.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a check that cannot run has failed")]

mod alone;
mod direction;
mod glance;
mod glossary;
mod hostile;
mod limits;
mod markup;
mod numbers;
mod original;
mod parity;
mod plain_english;
mod plurals;
mod screens;
mod sentences;
mod shelf;
mod table;
mod widths;
