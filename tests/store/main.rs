//! What must survive, on both databases: every statement, every table, every migration, every file.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "helpers of tests fail the test"
)]

mod accounts;
mod alarms;
mod calls;
mod checkins;
mod circles;
mod clock;
mod conversations;
mod courier;
#[path = "../common/database.rs"]
#[expect(unreachable_pub, dead_code, reason = "shared with the stories")]
mod database;
mod failures;
mod files;
mod growth;
mod held;
mod invites;
mod ledger;
mod letters;
mod look;
mod migrations;
mod missed;
mod people;
mod programmes;
mod relay;
mod removals;
mod room;
mod rows;
mod safety;
mod schema;
mod statements;
mod supervised;
mod transactions;
mod turns;
