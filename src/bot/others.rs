//! Another program with this token, and what of a page may be its own.

use super::Trouble;
use super::conflicts::Look;
use super::listener::{AGAIN, Hearing, Listener, Taken};
use crate::domain::heard::Heard;
use crate::handlers;
use crate::store;
use crate::telegram::listen::PAGE;
use std::borrow::Cow;
use std::collections::HashSet;
use std::time::Duration;

/// The fact that this program has left because another was there.
pub(super) const YIELDED: &str = "yielded";

impl Listener {
    /// Another program polls with this token. Whichever should not be there leaves.
    pub(super) async fn in_conflict(&self, hearing: &mut Hearing) -> Result<Duration, Trouble> {
        if hearing.conflicts.met(self.clock.steady()) {
            let at_home = self.has_programme().await.unwrap_or(true);
            if !(at_home && hearing.conflicts.stays) {
                if let Err(why) = self.yields().await {
                    tracing::error!(%why, "that another program is there could not be noted");
                }
                return Err(Trouble::Conflict);
            }
            tracing::error!("another program is receiving this bot's messages: stop it");
            self.tell_of_rival().await;
        }
        Ok(AGAIN)
    }

    /// When it is started again, by whoever watches over it, it was not there first.
    async fn yields(&self) -> store::Result<()> {
        let mut tx = self.db.begin().await?;
        tx.note(YIELDED, "").await?;
        tx.commit().await.map(drop)
    }

    /// A program that left another to it was started again: it takes nothing, and wakes nobody, before it is alone.
    pub(super) async fn steps_back(
        &self,
        page: &[Heard],
        hearing: &mut Hearing,
    ) -> store::Result<Option<Taken>> {
        if !hearing.conflicts.yields {
            return Ok(None);
        }
        if !hearing.conflicts.is_alone(self.clock.steady()) {
            return Ok(Some(match hearing.conflicts.looks_at(page, self.clock.now()) {
                Look::Taken => Taken::Others,
                Look::Alone | Look::Unsure if page.is_empty() => Taken::In,
                Look::Alone | Look::Unsure => Taken::Left,
            }));
        }
        let mut tx = self.db.begin().await?;
        tx.forget(YIELDED).await?;
        let _ = tx.commit().await?;
        hearing.conflicts.yields = false;
        Ok(None)
    }

    /// Whoever leads hears of the other program in her chat; the log says it anyhow.
    pub(super) async fn tell_of_rival(&self) {
        let told = async {
            let mut tx = self.db.begin().await?;
            handlers::rival::noticed(&mut tx, self.clock.now()).await?;
            tx.commit().await
        };
        match told.await {
            Ok(news) => self.bells.ring(news),
            Err(why) => tracing::error!(%why, "nobody could be told of the other program"),
        }
    }

    async fn has_programme(&self) -> store::Result<bool> {
        Ok(!self.db.begin().await?.programmes().await?.is_empty())
    }

    /// What a server without a programme does of a page, and what becomes of the rest: it lets in whoever opens an invitation
    /// of its own, and tells who starts the bot that she needs one. All else may be another's, however long it waits.
    pub(super) async fn before_a_programme<'a>(
        &self,
        page: &'a [Heard],
        hearing: &mut Hearing,
    ) -> store::Result<(Cow<'a, [Heard]>, Taken)> {
        hearing.at_home = self.has_programme().await?;
        let (mut own, mut tx) = (HashSet::new(), self.db.begin().await?);
        for heard in page.iter().filter(|_| !hearing.at_home) {
            if handlers::outset::opens_own(&mut tx, heard).await? {
                own.insert(heard.update);
            }
        }
        drop(tx);
        if hearing.at_home || own.len() == page.len() {
            return Ok((Cow::Borrowed(page), Taken::In));
        }
        let look = hearing.conflicts.looks_at(page, self.clock.now());
        if page.len() >= usize::from(PAGE) && own.is_empty() {
            tracing::error!(
                "a whole page waits that is not this server's: an invitation behind it is not seen before it is a day old"
            );
        }
        let does = |heard: &&Heard| {
            own.contains(&heard.update) || (look == Look::Alone && handlers::outset::only_starts(heard))
        };
        let left = if look == Look::Taken { Taken::Others } else { Taken::Left };
        Ok((page.iter().filter(does).cloned().collect(), left))
    }
}
