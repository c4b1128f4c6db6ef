//! Conversations between people with names, through the whole bot, over HTTP, on the emulated Telegram.
#![expect(unreachable_pub, reason = "one binary, and its modules are its own")]

mod hostile;
mod relay;
mod world;
