//! The demo's stage: worlds that set themselves up, time that moves, the page's server, and a whole year.

mod server;
mod worlds;
mod years;

#[path = "../common/year.rs"]
#[expect(unreachable_pub, reason = "shared with the load tool")]
mod year;
