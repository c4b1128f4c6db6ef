//! When check-ins are asked, asked again, and over. Everything that is due is worked on as one set.

use super::cases;
use crate::domain::answers::Question;
use crate::domain::budget::Budget;
use crate::domain::case::CaseKind;
use crate::domain::checkin::{Ask, CheckinLetter, Turn, next_due};
use crate::domain::conversation::{Conversation, Phase};
use crate::domain::id::{CheckinId, LetterId, PersonId};
use crate::domain::letter::{Op, Post, Rank};
use crate::domain::person::Reach;
use crate::domain::pulse::{Event, Hours, Series, Settings, State};
use crate::domain::quiet::QuietHours;
use crate::domain::wall;
use crate::domain::zone::Tz;
use crate::store::{Alarm, Checkin, NewCase, Pulsed, Result, Tx};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use std::collections::HashMap;

/// People whose next pulse is due.
pub async fn pulses(tx: &mut Tx, people: &[i64], now: DateTime<Utc>) -> Result<()> {
    let people = tx.pulsed(people, now).await?;
    let mut next: HashMap<PersonId, DateTime<Utc>> = HashMap::new();
    let mut asked: Vec<(&Pulsed, NaiveDate)> = Vec::new();
    let mut waiting = Vec::new();
    for it in &people {
        // Of somebody with several pairs one is asked about at a time; the others wait for room like any prompt.
        let at = match plan(it, now) {
            Plan::Nothing => continue,
            Plan::At(at) => at,
            Plan::Ask(due) if asked.last().is_some_and(|(last, _)| last.person == it.person) => {
                waiting.push((it.conversation, it.person, due));
                hours(it.zone, it.person).days_after(now, 1)
            }
            Plan::WaitsUntil(due, at) => {
                waiting.push((it.conversation, it.person, due));
                at
            }
            Plan::Ask(due) => {
                asked.push((it, due));
                after(it, due, now)
            }
        };
        let first = next.entry(it.person).or_insert(at);
        *first = at.min(*first);
    }
    let mut alarms: Vec<_> = next.into_iter().map(|(person, at)| (Alarm::Pulse, person.0, at)).collect();
    tx.pulses_wait(&waiting).await?;
    begin(tx, &asked, &mut alarms, now).await?;
    tx.wake_all(&alarms).await
}

/// What is done about someone's pulse now.
enum Plan {
    /// Nothing; whoever changes that sets the alarm.
    Nothing,
    /// It is looked at again then.
    At(DateTime<Utc>),
    /// The pulse of that date is due, but has to wait.
    WaitsUntil(NaiveDate, DateTime<Utc>),
    /// The pulse of that date is asked.
    Ask(NaiveDate),
}

fn plan(it: &Pulsed, now: DateTime<Utc>) -> Plan {
    // A pair that is away wakes its members when it goes on.
    if it.phase != Phase::Active || it.rests {
        return Plan::Nothing;
    }
    let hours = hours(it.zone, it.person);
    let today = wall::date(it.zone, now);
    let due = it.waiting.unwrap_or_else(|| next_due(series(it), it.last, &it.stops, (it.zone, today)));
    let at = hours.sends_at(due);
    if at > now {
        return Plan::At(look_at(at, now));
    }
    if it.reach != Reach::Reachable {
        return Plan::At(hours.days_after(now, 1));
    }
    let open = hours.quiet.next_open(it.zone, now);
    match Budget::of(it.side).earliest(it.zone, &it.prompts, open) {
        Some(at) if at <= now => Plan::Ask(due),
        Some(at) => Plan::WaitsUntil(due, at),
        None => Plan::Nothing,
    }
}

/// When someone is looked at again after the pulse of that date.
fn after(it: &Pulsed, due: NaiveDate, now: DateTime<Utc>) -> DateTime<Utc> {
    let today = wall::date(it.zone, now);
    let next = next_due(series(it), Some(due), &it.stops, (it.zone, today));
    look_at(hours(it.zone, it.person).sends_at(next), now)
}

/// A moment far off is computed again a day before: she may have moved to another zone by then.
fn look_at(at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    if at - now > TimeDelta::hours(36) { at - TimeDelta::hours(24) } else { at }
}

fn series(it: &Pulsed) -> Series {
    let introduced_on = wall::date(it.programme_zone, it.introduced_at);
    Series { introduced_on, weekday: introduced_on.weekday() }
}

/// A member's hours for prompts.
pub(super) fn hours(zone: Tz, person: PersonId) -> Hours {
    Hours { zone, quiet: QuietHours::default(), seed: person.0.unsigned_abs() }
}

/// Asks the first question of each pulse that has not begun yet.
async fn begin(
    tx: &mut Tx,
    people: &[(&Pulsed, NaiveDate)],
    alarms: &mut Vec<(Alarm, i64, DateTime<Utc>)>,
    now: DateTime<Utc>,
) -> Result<()> {
    let due: Vec<_> = people.iter().map(|(it, due)| (it.conversation, it.person, *due)).collect();
    let begun = tx.begin_pulses(&due, now).await?;
    let settings = Settings::default();
    let mut posts = Vec::with_capacity(begun.len());
    let mut asked = Vec::with_capacity(begun.len());
    for (it, _) in people {
        let Some(checkin) = begun.get(&(it.conversation, it.person)).copied() else { continue };
        let Some(question) = Question::of(it.side).first().copied() else { continue };
        let ask = Ask {
            checkin,
            side: it.side,
            question,
            partner: it.partner.clone(),
            since: it.asked_at.unwrap_or(it.introduced_at),
            silent: false,
            turn: Turn::First,
        };
        let hours = hours(it.zone, it.person);
        let letter = CheckinLetter::Ask(ask);
        posts.push(
            Post::ranked((it.chat, it.person), Rank::Prompt, letter).until(settings.expires_at(hours, now)),
        );
        asked.push((checkin, it.person));
        alarms.push((Alarm::Checkin, checkin.0, settings.reminder_at(hours, now)));
    }
    let letters = tx.post_all(&posts, now).await?;
    let asked: Vec<_> =
        asked.into_iter().zip(letters).map(|((checkin, person), letter)| (checkin, person, letter)).collect();
    tx.asked(&asked).await
}

/// The question that is open now; `None` after the last answer.
pub(super) fn ask(it: &Checkin, turn: Turn) -> Option<CheckinLetter> {
    it.answers.question(it.side).map(|question| letter(it, question, turn))
}

/// Every question of a check-in.
pub(super) fn questions(it: &Checkin) -> impl Iterator<Item = CheckinLetter> {
    Question::of(it.side).into_iter().map(|question| letter(it, question, Turn::Next))
}

fn letter(it: &Checkin, question: Question, turn: Turn) -> CheckinLetter {
    CheckinLetter::Ask(Ask {
        checkin: it.id,
        side: it.side,
        question,
        partner: it.partner.clone(),
        since: it.since,
        silent: it.answers.are_silent(),
        turn,
    })
}

/// What is gathered about check-ins that are due, to be written as sets.
#[derive(Default)]
struct Out {
    changed: Vec<(CheckinId, State)>,
    alarms: Vec<(Alarm, i64, DateTime<Utc>)>,
    posts: Vec<Post>,
    asked: Vec<(CheckinId, PersonId, usize)>,
    over: Vec<(CheckinId, PersonId)>,
    missed: Vec<Checkin>,
    cleared: Vec<LetterId>,
}

/// Check-ins whose reminder or expiry is due, or that are to be offered again.
pub async fn remind(tx: &mut Tx, checkins: &[i64], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<CheckinId> = checkins.iter().map(|id| CheckinId(*id)).collect();
    let mut out = Out::default();
    for it in tx.checkins(&ids).await? {
        out.look(it, now);
    }
    out.write(tx, now).await
}

impl Out {
    fn look(&mut self, it: Checkin, now: DateTime<Utc>) {
        let settings = Settings::default();
        let hours = hours(it.zone, it.person);
        let expires_at = settings.expires_at(hours, it.sent_at);
        let remind_at = it.snoozed_until.unwrap_or_else(|| settings.reminder_at(hours, it.sent_at));
        if it.state.is_over() || it.state == State::Scheduled {
            return;
        }
        let gone = !it.inside || it.phase != Phase::Active;
        if gone || (expires_at <= now && it.reach != Reach::Reachable) {
            let shown = !matches!(it.phase, Phase::Paused | Phase::Held);
            self.ends(it, Event::Cancel, shown);
        } else if expires_at <= now {
            self.ends(it, Event::Expire, true);
        } else {
            let reminds = remind_at <= now && matches!(it.state, State::Sent | State::Snoozed);
            let open = hours.quiet.next_open(it.zone, now);
            let next = if remind_at > now { remind_at.min(expires_at) } else { expires_at };
            if (reminds || it.again) && open > now {
                self.alarms.push((Alarm::Checkin, it.id.0, open));
                return;
            }
            self.alarms.push((Alarm::Checkin, it.id.0, next));
            if (reminds || it.again) && it.reach == Reach::Reachable {
                self.asks_again(&it, expires_at);
            }
            if reminds && let Some(state) = it.state.after(Event::Remind) {
                self.changed.push((it.id, state));
            }
        }
    }

    fn asks_again(&mut self, it: &Checkin, until: DateTime<Utc>) {
        let Some(letter) = ask(it, Turn::Again) else { return };
        self.clears(it);
        self.asked.push((it.id, it.person, self.posts.len()));
        self.posts.push(Post::ranked((it.chat, it.person), Rank::Prompt, letter).until(until));
    }

    fn clears(&mut self, it: &Checkin) {
        if let Some(of) = it.letter {
            self.cleared.push(of);
            self.posts.push(Post::op((it.chat, it.person), Rank::Prompt, Op::Clear { of }));
        }
    }

    /// It is over. `shown`: its buttons go, which whoever was asked can watch.
    fn ends(&mut self, it: Checkin, event: Event, shown: bool) {
        let Some(state) = it.state.after(event) else { return };
        self.changed.push((it.id, state));
        if shown {
            self.clears(&it);
        } else {
            self.cleared.extend(it.letter);
        }
        self.over.push((it.id, it.person));
        if state == State::Missed {
            self.missed.push(it);
        }
    }

    async fn write(self, tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
        tx.withdraw_questions(&self.cleared).await?;
        tx.checkins_are(&self.changed, now).await?;
        tx.stop_waiting(&self.over).await?;
        let letters = tx.post_all(&self.posts, now).await?;
        let asked = self
            .asked
            .into_iter()
            .filter_map(|(checkin, person, index)| Some((checkin, person, letters.get(index).copied()?)));
        tx.asked(&asked.collect::<Vec<_>>()).await?;
        tx.wake_all(&self.alarms).await?;
        missed(tx, &self.missed, now).await
    }
}

/// Three missed in a row are a case.
async fn missed(tx: &mut Tx, missed: &[Checkin], now: DateTime<Utc>) -> Result<()> {
    let members: Vec<_> = missed.iter().map(|it| (it.conversation, it.person)).collect();
    let states = tx.checkin_states(&members).await?;
    for it in missed {
        let latest = states.get(&(it.conversation, it.person)).map(Vec::as_slice).unwrap_or_default();
        if Settings::default().is_case(latest) {
            let case = NewCase {
                programme: it.programme,
                kind: CaseKind::Missed,
                conversation: Some(it.conversation),
                person: Some(it.person),
                since: Some(it.since),
                due: None,
                tried: vec!["reminded".to_owned()],
            };
            cases::open(tx, &case, now).await?;
        }
    }
    Ok(())
}

/// The pair ends: what it was asked is not open any more. Goes before the phase is looked at by anybody else.
pub async fn cancel(tx: &mut Tx, pair: &Conversation, now: DateTime<Utc>) -> Result<()> {
    cancel_some(tx, pair, |_| Some(true), now).await
}

/// The same for one who goes out of a pair or takes a break.
pub async fn cancel_for(
    tx: &mut Tx,
    (pair, person): (&Conversation, PersonId),
    now: DateTime<Utc>,
) -> Result<()> {
    cancel_some(tx, pair, |it| (it == person).then_some(true), now).await
}

/// The same for those of a pair that rests now, and who are told nothing of it: nothing changes on their screens. Whoever
/// did it sees it on hers.
pub async fn cancel_unseen(
    tx: &mut Tx,
    (pair, by): (&Conversation, Option<PersonId>),
    rests: impl Fn(PersonId) -> bool,
    now: DateTime<Utc>,
) -> Result<()> {
    cancel_some(tx, pair, |it| rests(it).then_some(by == Some(it)), now).await
}

/// Ends the open check-ins of those for whom `shown` says so, and whether they see it.
async fn cancel_some(
    tx: &mut Tx,
    pair: &Conversation,
    shown: impl Fn(PersonId) -> Option<bool>,
    now: DateTime<Utc>,
) -> Result<()> {
    let ids = tx.open_checkins(pair.id).await?;
    if ids.is_empty() {
        return Ok(());
    }
    let mut out = Out::default();
    for it in tx.checkins(&ids).await? {
        if let Some(shown) = shown(it.person) {
            out.ends(it, Event::Cancel, shown);
        }
    }
    out.write(tx, now).await
}

/// After Lazo was away: a tap in that time was lost, so open questions are asked once more, at a humane hour.
pub async fn reoffer(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    let open = tx.offer_again().await?;
    let quiet = QuietHours::default();
    let alarms: Vec<_> =
        open.iter().map(|(id, zone)| (Alarm::Checkin, id.0, quiet.next_open(*zone, now))).collect();
    tx.wake_all(&alarms).await
}
