//! Everything Lazo says, in every language: the only module that knows Fluent.
//!
//! To add a message:
//! 1. Write it in `locales/en/<feature>.ftl` under the id `<feature>-<audience>-<thing>[-<state>]` (audience: mentee,
//!    mentor, coord, any) with a `#` comment (who sees it, when, each `$variable (Type): meaning`), its buttons as
//!    attributes; then in every other `locales/<tag>/<feature>.ftl`. Lists stay below 4 answers, names on their own line.
//! 2. Add one line to the table in `src/words/<feature>.rs` (a new feature: also to `registry` below).
//! 3. Call the function: `join::welcome(&voice, Name(alias))` gives [`Html`], its buttons and toasts give [`Plain`].
//!
//! `cargo test --test words` then holds the table against the words, and every locale against the limits.
//! To add a locale: a folder with all files, an entry in `locales/STATUS.toml` and `locales/l10n.toml`. No Rust.
#![deny(dead_code)]

mod args;
mod dates;
mod direction;
mod hook;
mod layout;
mod library;
mod lines;
mod locale;
mod negotiate;
mod numbers;
mod screens;
mod status;
mod table;
mod text;
mod voice;

pub(crate) mod case;
pub(crate) mod checkin;
pub(crate) mod circle;
pub(crate) mod command;
pub(crate) mod common;
pub(crate) mod departure;
pub(crate) mod desk;
pub(crate) mod find;
pub(crate) mod guardian;
pub(crate) mod help;
pub(crate) mod invites;
pub(crate) mod join;
pub(crate) mod leak;
pub(crate) mod mail;
pub(crate) mod missed;
pub(crate) mod opening;
pub(crate) mod pairing;
pub(crate) mod readiness;
pub(crate) mod relay;
pub(crate) mod removal;
pub(crate) mod safety;
pub(crate) mod settings;
pub(crate) mod setup;
pub(crate) mod supervised;

pub use args::{Count, Dated, Day, Hour, Name, Raw, When};
pub use layout::{WIDEST, columns, rows, width};
pub use library::{File, Language, Words, embedded, embedded_status, poses};
pub use screens::{Button, Control, Controls, Does, Screen};
pub use status::Review;
pub use table::{Entry, Kind, Shape};
pub use text::{Html, Plain};
pub use voice::{Filling, Voice};

/// Every message and attribute the program can say.
pub fn registry() -> impl Iterator<Item = &'static Entry> {
    [
        case::TABLE,
        checkin::TABLE,
        circle::TABLE,
        command::TABLE,
        common::TABLE,
        departure::TABLE,
        desk::TABLE,
        find::TABLE,
        guardian::TABLE,
        help::TABLE,
        invites::TABLE,
        join::TABLE,
        leak::TABLE,
        mail::TABLE,
        missed::TABLE,
        opening::TABLE,
        pairing::TABLE,
        readiness::TABLE,
        relay::TABLE,
        removal::TABLE,
        safety::TABLE,
        settings::TABLE,
        setup::TABLE,
        supervised::TABLE,
    ]
    .into_iter()
    .flatten()
}

/// Why the words could not be read. All of them are faults of the files, found before anybody reads a message.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A tag that is not a language tag, or one that ICU has no data for.
    #[error("locale {0}: not a language tag")]
    Tag(String),
    /// A file that Fluent cannot parse.
    #[error("locale {tag}, {file}: {first}")]
    Syntax {
        /// The locale.
        tag: String,
        /// The file.
        file: String,
        /// The first of the parser's complaints.
        first: String,
    },
    /// An id that two files use.
    #[error("locale {0}: defined twice: {1}")]
    Twice(String, String),
    /// A locale whose own name is missing.
    #[error("locale {0}: no locale-name in common.ftl")]
    Autonym(String),
    /// A locale whose review status nobody recorded.
    #[error("locale {0}: no folder, or nothing about it in STATUS.toml")]
    NoStatus(String),
    /// A `STATUS.toml` that cannot be read.
    #[error("STATUS.toml: {0}")]
    Status(String),
}
