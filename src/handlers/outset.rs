//! What a server without a programme looks at: its own invitations, and who starts the bot.

use super::control::Command;
use super::link::found;
use crate::domain::heard::{Heard, What};
use crate::domain::invite::Token;
use crate::store::{Result, Tx};

/// Whether somebody opens an invitation of this database, good or not, in whatever form she has it.
pub async fn opens_own(tx: &mut Tx, heard: &Heard) -> Result<bool> {
    let opened = starts(heard).filter(|rest| !rest.is_empty()).map(Token::opened);
    for token in found(heard).tokens.iter().chain(&opened) {
        if tx.invited(&token.hash()).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether somebody starts the bot, and no more.
pub fn only_starts(heard: &Heard) -> bool {
    starts(heard).is_some_and(str::is_empty)
}

/// What follows a `/start`.
fn starts(heard: &Heard) -> Option<&str> {
    let What::Wrote(written) = &heard.what else { return None };
    let command = Command::parse(written.text.as_deref().unwrap_or_default())?;
    (command.name == "start").then_some(command.rest)
}
