//! Lazo keeps mentoring pairs connected through a Telegram bot.
//!
//! An event comes in; one transaction reads what the rule needs, a plain function decides, the same transaction writes
//! the outcome and the letters; a courier carries the letters later.
//!
//! The map. Every module names only modules below it, and a test holds the sources to this list:
//!
//! - [`terminal`]: what Lazo does and prints when it is called from a terminal
//! - [`config`]: settings from environment and flags, checked once; the only reader of the environment
//! - [`stage`]: the stage on which the demo plays: worlds with a bot each, and the page on which they are played with
//! - [`bot`]: wires the three loops (listen, schedule, carry), runs them, and drains them when told to stop
//! - [`courier`]: leases letters that are due, finds their words, has them sent, signs them off
//! - [`scheduler`]: sleeps until the next due moment and hands it to its handler
//! - [`handlers`]: one file a feature; each function reads, asks the rules, writes; never the network
//! - [`telegram`]: the only module that knows Telegram
//! - [`words`]: a letter and a reader become text and buttons; the only module that knows Fluent
//! - [`store`]: what must survive; the only module with SQL; one `Tx` is one event
//! - [`limits`]: how long things may take, and who notices a loop that stands still
//! - [`clock`]: the only one who asks the time, and who knows whom to believe about it
//! - [`demo`]: a Telegram for one computer, on which the stories are told
//! - [`domain`]: the rules; values in, values out

pub mod bot;
pub mod clock;
pub mod config;
pub mod courier;
pub mod demo;
pub mod domain;
pub mod handlers;
pub mod limits;
pub mod scheduler;
pub mod stage;
pub mod store;
pub mod telegram;
pub mod terminal;
pub mod words;
