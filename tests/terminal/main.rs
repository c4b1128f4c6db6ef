//! Lazo as its operator meets it: the program itself, its sentences and its exit codes.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "helpers of tests fail the test"
)]

mod address;
mod backup;
mod check;
#[path = "../common/database.rs"]
#[expect(unreachable_pub, dead_code, reason = "shared with the stories")]
mod database;
mod demo;
mod health;
mod house;
mod invite;
mod modes;
mod output;
mod proxy;
mod rehearse;
mod remove;
mod run;
#[path = "../common/seed.rs"]
#[expect(unreachable_pub, reason = "shared with the store's")]
mod seed;
