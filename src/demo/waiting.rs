//! Waiting for something to happen, without asking again and again.

use std::time::Duration;

use super::telegram::Telegram;

/// What was waited for did not happen.
#[derive(Debug, thiserror::Error)]
#[error("nothing of the kind within {0:?}")]
pub struct TooLate(pub Duration);

impl Telegram {
    /// Waits until a condition holds.
    ///
    /// # Errors
    /// When it does not in `time`.
    pub async fn until(&self, time: Duration, mut holds: impl FnMut(&Self) -> bool) -> Result<(), TooLate> {
        self.until_some(time, |telegram| holds(telegram).then_some(())).await
    }

    /// Waits until there is something to return.
    ///
    /// # Errors
    /// When there is nothing in `time`.
    pub async fn until_some<T>(
        &self,
        time: Duration,
        mut find: impl FnMut(&Self) -> Option<T>,
    ) -> Result<T, TooLate> {
        let mut changes = self.shared().changed.subscribe();
        let search = async {
            loop {
                changes.borrow_and_update();
                if let Some(found) = find(self) {
                    return found;
                }
                if changes.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        };
        tokio::time::timeout(time, search).await.map_err(|_| TooLate(time))
    }
}
