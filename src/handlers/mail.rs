//! Mail from the team is opened.

use super::press::Press;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::store::{Result, Tx};

/// Shows the words in place of the line above them.
pub(super) async fn read(tx: &mut Tx, press: &Press, letter: Letter) -> Result<Option<Letter>> {
    let rewrite = Op::Rewrite { of: press.root, with: letter };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}
