//! The emulated Telegram behaves like the real one: what it accepts, what it refuses, what people see.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail the test"
)]

mod bot;
#[path = "../common/bot_api.rs"]
#[expect(unreachable_pub, reason = "shared with the stories")]
mod bot_api;
mod chats;
mod conform;
mod door;
mod faults;
mod kinds;
mod refusals;
mod seen;
mod updates;
