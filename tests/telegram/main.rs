//! The emulated Telegram behaves like the real one: what it accepts, what it refuses, what people see.

mod bot;
mod chats;
mod conform;
mod faults;
mod refusals;
mod updates;
