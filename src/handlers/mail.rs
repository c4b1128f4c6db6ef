//! Mail from the team is opened.

use super::press::Press;
use super::promise;
use crate::domain::letter::{Letter, Op, Post, Rank};
use crate::store::{Result, Tx};

/// Shows the words in place of the line above them. Of what waited unread she reads how it is now.
pub(super) async fn read(tx: &mut Tx, press: &Press, letter: Letter) -> Result<Option<Letter>> {
    let with = promise::as_it_stands(tx, &press.person, letter).await?;
    let rewrite = Op::Rewrite { of: press.root, with };
    tx.post(Post::op(press.to(), Rank::Answer, rewrite), press.now).await?;
    Ok(None)
}
