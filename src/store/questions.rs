//! The question with buttons that somebody can answer in words, too: there is one at most, the last that she was asked.

use super::{Result, Tx, json};
use crate::domain::id::{ChatId, LetterId, PersonId};
use crate::domain::letter::{Op, Post};

impl Tx {
    /// Notes which of these letters ask that, and which take such a question's buttons away.
    pub(super) async fn note_questions(&mut self, posts: &[Post], ids: &[LetterId]) -> Result<()> {
        let (mut over, mut asked) = (Vec::new(), Vec::new());
        for (post, id) in posts.iter().zip(ids) {
            match &post.op {
                Op::Write(letter) if letter.takes_words() => asked.push((post.to.person, *id)),
                Op::Rewrite { of, with } if with.takes_words() => asked.push((post.to.person, *of)),
                Op::Clear { of } | Op::Rewrite { of, .. } => over.push(*of),
                Op::Write(_)
                | Op::Copy(_)
                | Op::Album { .. }
                | Op::Edit { .. }
                | Op::React { .. }
                | Op::Delete(_)
                | Op::Toast { .. }
                | Op::Topic
                | Op::Room(_)
                | Op::Commands
                | Op::Look { .. }
                | Op::Leave => {}
            }
        }
        if !over.is_empty() {
            run!(
                self,
                "note that questions are over",
                "UPDATE person SET question = NULL
                 WHERE question IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
                json(&over)?
            )?;
        }
        for (person, shown) in asked {
            let Some(person) = person else { continue };
            run!(
                self,
                "note a question",
                "UPDATE person SET question = $2 WHERE id = $1",
                person.0,
                shown.0
            )?;
        }
        Ok(())
    }

    /// What the parts of an account are asked in its chat.
    pub async fn questions(&mut self, chat: ChatId) -> Result<Vec<(PersonId, LetterId)>> {
        let rows = all!(
            self,
            "find what somebody is asked",
            (i64, i64),
            "SELECT p.id, l.id FROM person p JOIN letter l ON l.id = p.question AND l.lane = p.chat_id
             WHERE p.chat_id = $1 ORDER BY p.id",
            chat.0
        )?;
        Ok(rows.into_iter().map(|(person, letter)| (PersonId(person), LetterId(letter))).collect())
    }
}
