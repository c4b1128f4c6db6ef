//! Lazo keeps mentoring pairs connected through a Telegram bot.

pub mod demo;
