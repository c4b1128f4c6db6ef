//! Albums: their parts come one by one without an end mark, and leave together.

use super::id::{MessageId, SourceId};
use chrono::{DateTime, TimeDelta, Utc};

/// An album is whole when nothing more of it came for this long (spec relay §4; parts were seen 0.5 s apart).
const IDLE: TimeDelta = TimeDelta::milliseconds(1200);

/// It leaves this long after its first part at the latest.
const LONGEST: TimeDelta = TimeDelta::seconds(8);

/// As many parts as Telegram's apps put into an album at most: nothing more will come.
const MOST: usize = 10;

/// The parts of an album that came so far, and when they leave if nothing more comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// Their numbers in their author's chat, in increasing order: Telegram refuses any other.
    pub parts: Vec<MessageId>,
    /// Then they leave.
    pub ready_at: DateTime<Utc>,
}

impl Gathered {
    /// The first part.
    pub fn new(part: MessageId, now: DateTime<Utc>) -> Self {
        Self { parts: vec![part], ready_at: now + IDLE }
    }

    /// One more part; `since` is when the first one came.
    pub fn add(&mut self, part: MessageId, since: DateTime<Utc>, now: DateTime<Utc>) {
        if let Err(place) = self.parts.binary_search(&part) {
            self.parts.insert(place, part);
        }
        self.ready_at = if self.parts.len() >= MOST { now } else { (now + IDLE).min(since + LONGEST) };
    }
}

/// Which message each copy of an album is a copy of. Telegram leaves out what it cannot copy without saying which: then
/// every copy counts as one of the album (`first`), and none is guessed.
pub fn copied(
    parts: &[(MessageId, SourceId)],
    copies: &[MessageId],
    first: SourceId,
) -> Vec<(MessageId, SourceId)> {
    if parts.len() == copies.len() {
        return copies.iter().zip(parts).map(|(copy, (_, source))| (*copy, *source)).collect();
    }
    copies.iter().map(|copy| (*copy, first)).collect()
}
