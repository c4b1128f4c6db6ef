//! The demo's stage: worlds that set themselves up, time that moves, the page's server, and a whole year.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail the test"
)]

mod law;
mod playing;
mod server;
mod touched;
mod worlds;
mod years;

#[path = "../common/year.rs"]
#[expect(unreachable_pub, reason = "shared with the load tool")]
mod year;
