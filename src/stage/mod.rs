//! The stage on which the demo plays: worlds that each hold an emulated Telegram, a real bot and phones, and the
//! page on which visitors play with them. Only Telegram is a stand-in.

mod acts;
mod calendar;
mod cast;
mod crowd;
mod goals;
mod group;
mod kept;
mod look;
mod passing;
mod script;
mod server;
mod steps;
mod stream;
mod tour;
mod world;
mod worlds;

pub use cast::{AMINA, FREE, TOMAS, VERA};
pub use script::Opening;
pub use server::Stage;
pub use tour::{STEPS, Stride};
pub use world::{Trouble, World};
pub use worlds::{MOST, Worlds};
