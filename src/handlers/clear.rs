//! *Clear here*: what tells of her case is deleted from her own chat, as far as Telegram still deletes it (48 h). The team
//! keeps what has reached it, and the case stays.

use super::press::Press;
use crate::domain::help::HelpLetter;
use crate::domain::id::CaseId;
use crate::domain::letter::{Gone, Letter, Op, Post, Rank};
use crate::domain::safety::SafetyLetter;
use crate::store::{Result, Tx};

/// Deletes from her chat what the bot and her team said there since the tap, and what she wrote to the team.
pub(super) async fn here(tx: &mut Tx, press: &Press, case: CaseId) -> Result<Option<Letter>> {
    let (chat, now) = (press.person.chat, press.now);
    let file = tx.cases(&[case]).await?.pop();
    let parts = tx.parts(chat).await?;
    let hers = file.filter(|file| parts.iter().any(|part| Some(part.id) == file.person));
    let Some(file) = hers else { return Ok(Some(HelpLetter::Stale.into())) };
    let mut gone: Vec<Gone> = Vec::new();
    for part in &parts {
        let talk = tx.talk_of(part.id).await?;
        let (said, wrote) = tx.traces_of_danger((chat, talk), file.opened_at, now).await?;
        gone.extend(said.into_iter().map(Gone::Letter));
        gone.extend(wrote.into_iter().map(|source| Gone::Source { source, chat }));
    }
    let delete = |gone| Post::op(&press.person, Rank::Safety, Op::Delete(gone));
    tx.post_all(&gone.into_iter().map(delete).collect::<Vec<_>>(), now).await?;
    Ok(Some(SafetyLetter::Cleared.into()))
}
