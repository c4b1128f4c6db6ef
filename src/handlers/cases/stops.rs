//! Stopped pairs: no stop ends by itself, and each is on somebody's list until it is decided what becomes of it.

use super::room::Room;
use super::{is_set_aside, list, open};
use crate::domain::case::{CaseKind, CaseLetter, CaseToast, NewCase, Reader, stands_for};
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::id::{CaseId, ConversationId};
use crate::domain::letter::Letter;
use crate::domain::person::{Person, Reach, Role};
use crate::domain::wall;
use crate::handlers::press::Press;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};

/// Stopped pairs of a programme, and what decides who may know of each stop.
struct Stops {
    pairs: Vec<Conversation>,
    of: Vec<(ConversationId, CaseId)>,
    room: Room,
}

impl Stops {
    async fn of(tx: &mut Tx, ids: &[ConversationId]) -> Result<Self> {
        let mut pairs = tx.conversations(ids).await?;
        pairs.retain(Conversation::is_stopped);
        let of = tx.cases_of_stops(ids).await?;
        let mut cases: Vec<CaseId> = of.iter().map(|(_, case)| *case).collect();
        cases.sort_unstable();
        cases.dedup();
        Ok(Self { pairs, of, room: Room::of(tx, &cases).await? })
    }

    /// Whether no case about a pair is kept from somebody, and she is not in it; `work`, if she may also work on them.
    fn is_open_to(&self, pair: &Conversation, person: &Person, work: bool) -> bool {
        let of = |case: &CaseId| self.of.contains(&(pair.id, *case));
        let knows = self.room.cases.iter().filter(|case| of(&case.id)).all(|case| {
            let team = self.room.programme(case).map(|(_, team)| team);
            team.is_some_and(|team| {
                if work { team.may_know(person.id, case) } else { team.is_listed_for(person.id, case) }
            })
        });
        knows && !pair.members.iter().any(|member| member.chat == person.chat)
    }
}

/// A digest's pairs: those that are stopped for safety, and for how many days; those that the team has paused, and until when.
type Listed = (Vec<(ConversationId, Option<i64>)>, Vec<(ConversationId, Option<DateTime<Utc>>)>);

/// The stops that stand in somebody's digest.
pub(super) async fn listed(tx: &mut Tx, person: &Person, now: DateTime<Utc>) -> Result<Listed> {
    let ids = tx.stopped_pairs(person.programme).await?;
    if ids.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let stops = Stops::of(tx, &ids).await?;
    let staff = tx.staff(person.programme).await?;
    let (mut stopped, mut paused) = (Vec::new(), Vec::new());
    for pair in &stops.pairs {
        let day = |at| wall::date(person.zone, at);
        let days = pair.stopped_at.map(|since| (day(now) - day(since)).num_days());
        let reader = Reader {
            leads: person.role == Role::Lead,
            looks_after: pair.coordinator == Some(person.id),
            may_know: stops.is_open_to(pair, person, false),
        };
        let coordinator = staff.iter().find(|it| Some(it.id) == pair.coordinator);
        let reads = match coordinator.filter(|it| it.reach == Reach::Reachable) {
            Some(it) => stops.is_open_to(pair, it, true) && !is_set_aside(tx, it, Some(pair)).await?,
            None => false,
        };
        if !stands_for(reader, reads, days) {
            continue;
        }
        if pair.phase == Phase::Paused {
            paused.push((pair.id, pair.paused_until));
        } else {
            stopped.push((pair.id, days));
        }
    }
    Ok((stopped, paused))
}

/// A stop's day has come: whoever looks after the pair is asked what becomes of it.
pub(in crate::handlers) async fn ask_about(
    tx: &mut Tx,
    pair: &Conversation,
    now: DateTime<Utc>,
) -> Result<CaseId> {
    let of = tx.cases_of_stops(&[pair.id]).await?;
    let ids: Vec<CaseId> = of.into_iter().map(|(_, case)| case).collect();
    // Whoever that case was kept from is told nothing of this one.
    let of = tx.cases(&ids).await?.into_iter().rev().find(|case| case.kind == CaseKind::Unsafe);
    let new = NewCase {
        programme: pair.programme,
        kind: CaseKind::Stopped,
        conversation: Some(pair.id),
        person: of.and_then(|case| case.person),
        since: pair.stopped_at,
        due: None,
        tried: Vec::new(),
    };
    open(tx, &new, now).await
}

/// A stopped pair of the digest: the case it belongs to, or one that asks about it.
pub(super) async fn choose(tx: &mut Tx, press: &Press, id: ConversationId) -> Result<Option<Letter>> {
    let me = &press.person;
    let stops = Stops::of(tx, &[id]).await?;
    let mine = |pair: &&Conversation| {
        let hers = me.role == Role::Lead || pair.coordinator == Some(me.id);
        hers && list::works(me) && pair.programme == me.programme && stops.is_open_to(pair, me, true)
    };
    let Some(pair) = stops.pairs.iter().find(mine) else {
        return Ok(Some(CaseLetter::Toast(CaseToast::NotYours).into()));
    };
    let open = stops.room.cases.iter().rev().find(|case| {
        let asks = matches!(case.kind, CaseKind::Unsafe | CaseKind::Stopped);
        asks && case.resolved_at.is_none()
    });
    let case = match open {
        Some(case) => case.id,
        None => ask_about(tx, pair, press.now).await?,
    };
    list::choose(tx, press, case).await
}
