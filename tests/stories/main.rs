//! Conversations between people with names, through the whole bot, over HTTP, on the emulated Telegram.
#![expect(unreachable_pub, reason = "one binary, and its modules are its own")]

mod desk;
mod help;
mod hostile;
mod join;
mod pairing;
mod relay;
mod safety;
mod setup;
mod silence;
mod world;
