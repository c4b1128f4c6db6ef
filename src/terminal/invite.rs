//! Links printed in the terminal.

use super::Stopped;
use crate::config::{Invite, Settings};
use crate::store::Db;

/// `lazo invite`.
pub(super) async fn print(_settings: &Settings, _invite: &Invite) -> Result<(), Stopped> {
    Ok(())
}

/// The first start's link.
pub(super) async fn first(_db: &Db, _bot_name: &str) -> Result<(), Stopped> {
    Ok(())
}
