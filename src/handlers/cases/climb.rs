//! Cases that are due: whoever must hear of them now gets a new card, until someone takes it.

use super::card::Cards;
use super::room::Room;
use crate::domain::case::{CaseFile, Note, Severity, Team};
use crate::domain::clocks::{Calendar, Climb, Rung, Settings};
use crate::domain::id::{CaseId, ChatId};
use crate::domain::programme::Programme;
use crate::handlers::promise;
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// Cases whose next rung is due.
pub async fn climb(tx: &mut Tx, cases: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<CaseId> = cases.iter().map(|id| CaseId(*id)).collect();
    let mut room = Room::of(tx, &ids).await?;
    let mut out = Climbed { cards: Cards::at(now), alarms: Vec::new() };
    let mut files = std::mem::take(&mut room.cases);
    files.retain(|case| case.resolved_at.is_none());
    for case in &mut files {
        out.case(&room, case, now);
    }
    tx.save_cases(&files).await?;
    out.cards.write(tx).await?;
    promise::nobody_again(tx, &files, now).await?;
    tx.wake_all(&out.alarms).await
}

struct Climbed {
    cards: Cards,
    alarms: Vec<(Alarm, i64, DateTime<Utc>)>,
}

impl Climbed {
    fn case(&mut self, room: &Room, case: &mut CaseFile, now: DateTime<Utc>) {
        let Some((programme, team)) = room.programme(case) else { return };
        let rested = case.wake(now);
        if let Some(until) = case.snoozed_until {
            self.alarms.push((Alarm::Case, case.id.0, until));
            return;
        }
        let climb = read_clock(case, room, (programme, team), now);
        case.told_until = Some(now);
        // Whoever is told at several rungs at once reads why the last of them tells her.
        for rung in climb.tell.iter().rev() {
            let note = match rung {
                _ if rested => Note::Back,
                _ if climb.tell.contains(&Rung::Coordinator) => Note::Plain,
                Rung::Lead => Note::Climbed,
                Rung::Digest
                | Rung::Coordinator
                | Rung::UrgentContact(_)
                | Rung::Overdue
                | Rung::Everyone => Note::NobodyTookIt,
            };
            let told: BTreeSet<ChatId> = chats(room, case, team, *rung).into_iter().collect();
            for chat in told {
                self.cards.post(room, case, chat, note.clone());
            }
        }
        if rested {
            self.cards.rewrite(room, case);
        }
        self.alarms.extend(climb.next.map(|next| (Alarm::Case, case.id.0, next)));
    }
}

fn read_clock(
    case: &CaseFile,
    room: &Room,
    (programme, team): (&Programme, &Team),
    now: DateTime<Utc>,
) -> Climb {
    let holidays: BTreeSet<_> = programme.holidays.iter().copied().collect();
    let coordinator = match room.group(case) {
        Some(_) => vec![programme.zone],
        None => team.zones(case, Rung::Coordinator),
    };
    let lead = team.zones(case, Rung::Lead);
    let calendar =
        Calendar { zone: programme.zone, holidays: &holidays, coordinator: &coordinator, lead: &lead };
    Settings::default().climb(&case.clock(team.urgent_contacts()), calendar, now)
}

/// When someone else is to be told of a case.
pub(super) fn next_rung(case: &CaseFile, room: &Room, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let (programme, team) = room.programme(case)?;
    read_clock(case, room, (programme, team), now).next
}

/// Where a rung is heard. The group hears what its coordinators hear; an urgent case also rings their own phones, and
/// whoever is told later is told in private, because the group did not take it.
fn chats(room: &Room, case: &CaseFile, team: &Team, rung: Rung) -> Vec<ChatId> {
    let group = room.group(case);
    // Whom a case is about must not read it in the group: then the leads read it instead of the others there.
    let leads = if room.is_among_them(case) { team.told(case, Rung::Lead) } else { Vec::new() };
    let private = team.told(case, rung).into_iter().chain(leads).map(|person| person.chat);
    match (rung, group) {
        (Rung::Digest, _) => Vec::new(),
        (Rung::Everyone, _) => room.hung(case.id).map(|(chat, _)| chat).collect(),
        (Rung::Coordinator | Rung::Overdue, Some(group)) if case.severity != Severity::Urgent => vec![group],
        (Rung::Coordinator | Rung::Overdue, Some(group)) => private.chain([group]).collect(),
        (Rung::Coordinator | Rung::Overdue | Rung::UrgentContact(_) | Rung::Lead, _) => private.collect(),
    }
}
