//! Lines above messages that are decided when a message is leased: whose it is.

use super::errand::Row;
use super::{Errand, Result, Tx, from_name, json};
use crate::domain::conversation::Side;
use crate::domain::letter::Letter;
use crate::domain::relay::RelayLetter;
use std::collections::HashMap;

row! {
    /// Who wrote a message.
    struct Author {
        id: i64,
        person: i64,
        alias: String,
        side: Option<String>,
        /// How many are in the conversation; 0 in a talk with the team.
        members: i64,
    }
}

impl Author {
    /// The line with her name: in a circle the circle's would not say who of them writes.
    fn names(&self, line: Letter) -> Result<Letter> {
        let side: Option<Side> = self.side.as_deref().map(from_name).transpose()?;
        Ok(match (line, side) {
            (Letter::Relay(RelayLetter::Header { .. }), Some(side)) if self.members > 2 => {
                RelayLetter::From { alias: self.alias.clone(), side, mark: self.person }.into()
            }
            (Letter::Relay(RelayLetter::Header { name }), _) if name.is_empty() => {
                RelayLetter::Header { name: self.alias.clone() }.into()
            }
            (line, _) => line,
        })
    }
}

impl Tx {
    /// Lines above messages get their writers' names where those are still to be found.
    pub(super) async fn name_authors(&mut self, rows: &[Row], errands: &mut [Errand]) -> Result<()> {
        let headed = rows.iter().zip(errands).filter(|(_, errand)| errand.header.is_some());
        let mut headed: Vec<_> = headed.collect();
        if headed.is_empty() {
            return Ok(());
        }
        let sources: Vec<i64> = headed.iter().filter_map(|(row, _)| row.source_id).collect();
        let authors = self.authors_of(&sources).await?;
        for (row, errand) in &mut headed {
            let Some(line) = errand.header.take() else { continue };
            errand.header = match row.source_id.and_then(|source| authors.get(&source)) {
                Some(author) => Some(author.names(line)?),
                None => Some(line).filter(|_| row.strange == 0 && row.poses == 0),
            };
        }
        Ok(())
    }

    async fn authors_of(&mut self, sources: &[i64]) -> Result<HashMap<i64, Author>> {
        let rows = all!(
            self,
            "find who wrote messages",
            Author,
            "SELECT s.id, p.id AS person, p.alias, m.side,
                 (SELECT COUNT(*) FROM member o WHERE o.conversation_id = s.conversation_id AND o.state = 'active') AS members
             FROM source s JOIN person p ON p.id = s.author_id
             LEFT JOIN member m ON m.conversation_id = s.conversation_id AND m.person_id = s.author_id
             WHERE s.id IN (SELECT CAST(value AS BIGINT) FROM jsonb_each($1))",
            json(sources)?
        )?;
        Ok(rows.into_iter().map(|author| (author.id, author)).collect())
    }
}
