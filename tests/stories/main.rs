//! Conversations between people with names, through the whole bot, over HTTP, on the emulated Telegram.
#![expect(unreachable_pub, reason = "one binary, and its modules are its own")]

mod desk;
mod hostile;
mod help;
mod join;
mod pairing;
mod relay;
mod setup;
mod safety;
mod silence;
mod world;
