//! Announcements nobody asked for: in a reader's quiet hours they wait until it is morning there.

use crate::domain::id::LetterId;
use crate::domain::letter::Post;
use crate::domain::quiet::QuietHours;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};

/// Posts announcements to people, each now or when her quiet hours end.
pub(super) async fn post(tx: &mut Tx, mut posts: Vec<Post>, now: DateTime<Utc>) -> Result<()> {
    let chats: Vec<_> = posts.iter().map(|post| post.to.chat).collect();
    let zones = tx.zones(&chats).await?;
    let open = |post: &Post| {
        zones.get(&post.to.chat).map_or(now, |zone| QuietHours::default().next_open(*zone, now))
    };
    let opens: Vec<_> = posts.iter().map(open).collect();
    for (post, open) in posts.iter_mut().zip(&opens) {
        post.held = *open > now;
    }
    let letters = tx.post_all(&posts, now).await?;
    let waiting = letters.iter().zip(opens).filter(|(_, open)| *open > now);
    let alarms: Vec<_> = waiting.map(|(letter, open)| (Alarm::Morning, letter.0, open)).collect();
    tx.wake_all(&alarms).await
}

/// It is morning where the readers of these letters are.
pub(super) async fn comes(tx: &mut Tx, letters: &[i64]) -> Result<()> {
    tx.let_go(&letters.iter().map(|letter| LetterId(*letter)).collect::<Vec<_>>()).await
}
