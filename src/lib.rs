//! Lazo keeps mentoring pairs connected through a Telegram bot.

pub mod bot;
pub mod clock;
pub mod config;
pub mod courier;
pub mod demo;
pub mod domain;
pub mod handlers;
pub mod scheduler;
pub mod store;
pub mod telegram;
pub mod terminal;
pub mod words;
