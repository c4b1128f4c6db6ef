//! Cards: posted where someone shall see them, and rewritten in place wherever they hang.

use super::room::Room;
use crate::domain::case::{CaseFile, CaseLetter, Note, Severity, Step};
use crate::domain::id::{CaseId, ChatId, LetterId};
use crate::domain::letter::{Op, Post, Rank};
use crate::handlers::catch_up;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::HashSet;

/// Cards on their way, gathered to be written as sets.
pub(super) struct Cards {
    now: DateTime<Utc>,
    posts: Vec<Post>,
    /// Which of the posts are cards, and whose.
    new: Vec<(usize, CaseId, ChatId)>,
    topics: HashSet<CaseId>,
}

/// A card's letters all have the rank of its case, so that they stay in order.
fn rank(case: &CaseFile) -> Rank {
    match case.severity {
        Severity::Urgent => Rank::Safety,
        Severity::Attention | Severity::Routine => Rank::Prompt,
    }
}

impl Cards {
    /// None yet.
    pub(super) fn at(now: DateTime<Utc>) -> Self {
        Self { now, posts: Vec::new(), new: Vec::new(), topics: HashSet::new() }
    }

    /// A card as a new message. An earlier one in the same chat loses its buttons.
    pub(super) fn post(&mut self, room: &Room, case: &CaseFile, to: ChatId, note: Note) {
        if self.new.iter().any(|(_, of, chat)| (*of, *chat) == (case.id, to)) {
            return;
        }
        let (rank, whom) = (rank(case), room.to(case, to));
        let hung: Vec<_> = room.hung(case.id).filter(|(chat, _)| *chat == to).collect();
        self.posts
            .extend(hung.iter().map(|(_, of)| Post::op(whom, rank, Op::Clear { of: *of }).about(case.id)));
        let is_group = room.group(case) == Some(to);
        if is_group {
            let asks = room.unasked(case, to, self.now).into_iter();
            self.posts.extend(asks.map(|account| Post::op(whom, rank, Op::Look { account }).about(case.id)));
        }
        if is_group && hung.is_empty() && !case.has_topic && self.topics.insert(case.id) {
            self.posts.push(Post::op(whom, rank, Op::Topic).about(case.id));
        }
        let card = CaseLetter::Card(Box::new(room.card(case, to, (note, Step::Main), self.now)));
        self.new.push((self.posts.len(), case.id, to));
        self.posts.push(Post::ranked(whom, rank, card).about(case.id));
    }

    /// All cards of a case, as it stands now.
    pub(super) fn rewrite(&mut self, room: &Room, case: &CaseFile) {
        for (chat, letter) in room.hung(case.id) {
            let posted_anew = self.new.iter().any(|(_, of, to)| (*of, *to) == (case.id, chat));
            if !posted_anew {
                self.turn(room, case, (chat, letter), Step::Main);
            }
        }
    }

    /// One card, at another step.
    pub(super) fn turn(&mut self, room: &Room, case: &CaseFile, (chat, of): (ChatId, LetterId), step: Step) {
        let with = CaseLetter::Card(Box::new(room.card(case, chat, (Note::Plain, step), self.now))).into();
        self.posts.push(Post::op(room.to(case, chat), rank(case), Op::Rewrite { of, with }).about(case.id));
    }

    /// The topic of a case that is over is closed, after its card says so.
    pub(super) fn close_topic(&mut self, room: &Room, case: &CaseFile) {
        let close = room.group(case).filter(|_| case.has_topic);
        self.posts.extend(close.map(|group| Post::op(group, rank(case), Op::Topic).about(case.id)));
    }

    /// Writes them all. Whoever gets the card of somebody who pressed 🆘 gets what she wrote since the tap too; the case is
    /// saved before.
    pub(super) async fn write(self, tx: &mut Tx) -> Result<()> {
        let ids = tx.post_all(&self.posts, self.now).await?;
        let hung: Vec<_> = self
            .new
            .iter()
            .filter_map(|(index, case, chat)| Some((*case, *chat, *ids.get(*index)?)))
            .collect();
        tx.hang(&hung).await?;
        let new = self.new.iter().filter(|(_, _, chat)| chat.0 > 0);
        let new: Vec<_> = new.map(|(_, case, chat)| (*case, *chat)).collect();
        catch_up::all(tx, &new, self.now).await
    }
}
