//! Conversations between people with names, through the whole bot, over HTTP, on the emulated Telegram.
#![expect(unreachable_pub, reason = "one binary, and its modules are its own")]

mod cases;
mod checkin;
mod checkin_clock;
mod checkin_held;
mod desk;
mod group;
mod help;
mod hostile;
mod invite;
mod join;
mod pairing;
mod proposal;
mod relay;
mod safety;
mod setup;
mod silence;
mod world;
