//! Lazo keeps mentoring pairs connected through a Telegram bot.

pub mod clock;
pub mod courier;
pub mod demo;
pub mod domain;
pub mod handlers;
pub mod scheduler;
pub mod store;
pub mod telegram;
pub mod words;
