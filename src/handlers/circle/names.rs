//! Whose the messages in a circle are: her name stands above them when the author changes, and after five minutes (spec
//! relay §5).

use crate::domain::conversation::{Recipient, Side};
use crate::domain::id::{ConversationId, PersonId};
use crate::domain::letter::{Post, Rank};
use crate::domain::relay::RelayLetter;
use crate::handlers::passing::Passed;
use crate::store::{Result, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, HashSet};

/// After so long the name is said again.
const AGAIN: TimeDelta = TimeDelta::minutes(5);

/// What everybody in the circles of a run is called, and whom their readers heard last.
pub(in crate::handlers) struct Names {
    people: HashMap<PersonId, (String, Side)>,
    last: HashMap<(ConversationId, PersonId), (PersonId, DateTime<Utc>)>,
    /// Whom each reader heard last in this run: of several, the last.
    new: HashMap<(ConversationId, PersonId), PersonId>,
    now: DateTime<Utc>,
}

impl Names {
    /// Those of the circles these messages go to; between two there is nothing to be said.
    pub(in crate::handlers) async fn load(
        tx: &mut Tx,
        messages: &[Passed<'_>],
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let circles: HashSet<ConversationId> =
            messages.iter().filter(|it| is_circle(it)).map(|it| it.circle.id).collect();
        let circles: Vec<_> = circles.into_iter().collect();
        let last = tx.last_authors(&circles).await?;
        Ok(Self { people: tx.names(&circles).await?, last, new: HashMap::new(), now })
    }

    /// The line above a message for one of its readers, if she needs one.
    pub(in crate::handlers) fn above(&mut self, it: &Passed<'_>, to: &Recipient) -> Option<Post> {
        // Whoever is in a circle of this run may write to somebody alone, too.
        let (alias, side) = self.people.get(&it.author).filter(|_| is_circle(it))?.clone();
        let (circle, author) = (it.circle.id, it.author);
        let before = self.last.insert((circle, to.person), (author, self.now));
        if before.is_some_and(|(last, since)| last == author && self.now - since < AGAIN) {
            return None;
        }
        self.new.insert((circle, to.person), author);
        let name = RelayLetter::From { alias, side, mark: author.0 };
        Some(Post::ranked(to, Rank::Relay, name).within(circle))
    }

    /// Notes whom everybody has heard last now.
    pub(in crate::handlers) async fn write(self, tx: &mut Tx) -> Result<()> {
        let heard: Vec<_> =
            self.new.into_iter().map(|((circle, reader), author)| (circle, reader, author)).collect();
        tx.heard_from(&heard, self.now).await
    }
}

fn is_circle(it: &Passed<'_>) -> bool {
    it.circle.others.len() > 1
}
