//! How a case climbs, minute by minute and working day by working day.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use lazo::domain::zone::Tz;
use lazo::domain::{
    clocks::{Calendar, Case, Rung, Settings, Severity},
    quiet::QuietHours,
    wall,
};
use proptest::prelude::*;

fn case(severity: Severity, since: &str) -> Case {
    let since = since.parse().unwrap();
    Case { severity, since, is_acknowledged: false, told_until: None, urgent_contacts: 2, is_report: false }
}

/// Where everybody lives in Madrid.
fn in_madrid(holidays: &BTreeSet<NaiveDate>) -> Calendar<'_> {
    const HERE: &[Tz] = &[Tz::known("Europe/Madrid")];
    Calendar { zone: Tz::known("Europe/Madrid"), holidays, coordinator: HERE, lead: HERE }
}

/// Everyone told up to `until`, with the time since the case opened, looking only when asked to look.
fn climbs(mut case: Case, holidays: &BTreeSet<NaiveDate>, until: TimeDelta) -> Vec<(TimeDelta, Rung)> {
    let calendar = in_madrid(holidays);
    let (mut now, mut told) = (case.since, Vec::new());
    while now <= case.since + until {
        let climb = Settings::default().climb(&case, calendar, now);
        told.extend(climb.tell.into_iter().map(|rung| (now - case.since, rung)));
        case.told_until = Some(now);
        let Some(next) = climb.next else { break };
        assert!(next > now);
        now = next;
    }
    told
}

#[test]
fn an_urgent_case_climbs_by_quarter_hours_to_the_lead_and_then_every_hour_at_any_hour_of_the_night() {
    let at_night = case(Severity::Urgent, "2026-05-10T01:00:00Z");
    let told = climbs(at_night, &BTreeSet::new(), TimeDelta::minutes(200));
    let expected = [
        (0, Rung::Coordinator),
        (15, Rung::UrgentContact(0)),
        (30, Rung::UrgentContact(1)),
        (60, Rung::Lead),
        (120, Rung::Everyone),
        (180, Rung::Everyone),
    ];
    assert_eq!(told, expected.map(|(minutes, rung)| (TimeDelta::minutes(minutes), rung)));
}

#[test]
fn after_an_outage_everyone_due_is_told_once() {
    use Rung::{Coordinator, Everyone, Lead, UrgentContact};
    let holidays = BTreeSet::new();
    let calendar = in_madrid(&holidays);
    let late = case(Severity::Urgent, "2026-05-10T01:00:00Z");
    let now = late.since + TimeDelta::minutes(330);
    let climb = Settings::default().climb(&late, calendar, now);
    assert_eq!(climb.tell, [Coordinator, UrgentContact(0), UrgentContact(1), Lead, Everyone]);
    assert_eq!(climb.next, Some(late.since + TimeDelta::minutes(360)));
}

#[test]
fn attention_waits_for_working_days_and_for_the_morning() {
    // Thursday 23:00 in Madrid; Friday is a holiday.
    let thursday_night = case(Severity::Attention, "2026-04-30T21:00:00Z");
    let first_of_may = BTreeSet::from([NaiveDate::from_ymd_opt(2026, 5, 1).unwrap()]);
    let told = climbs(thursday_night, &first_of_may, TimeDelta::days(60));
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap() - thursday_night.since;
    assert_eq!(
        told,
        [
            (at("2026-05-01T06:00:00Z"), Rung::Coordinator),
            (at("2026-05-07T06:00:00Z"), Rung::Overdue),
            (at("2026-05-13T06:00:00Z"), Rung::Lead),
        ]
    );
}

#[test]
fn a_routine_case_is_in_the_next_digest() {
    let told = climbs(case(Severity::Routine, "2026-05-04T08:00:00Z"), &BTreeSet::new(), TimeDelta::days(9));
    assert_eq!(told, [(TimeDelta::hours(23), Rung::Digest)]);
}

#[test]
fn severity_only_rises() {
    assert_eq!(Severity::Urgent.raised(Severity::Routine), Severity::Urgent);
    assert_eq!(Severity::Routine.raised(Severity::Attention), Severity::Attention);
}

/// Zones of people who are awake together for some hours of each day.
fn zones() -> impl Strategy<Value = Vec<Tz>> {
    let zone = prop::sample::select(vec![
        Tz::known("Europe/Athens"),
        Tz::known("Europe/Madrid"),
        Tz::known("America/Bogota"),
    ]);
    prop::collection::vec(zone, 1..3)
}

proptest! {
    #[test]
    fn whenever_it_looks_nobody_is_told_twice_early_or_after_someone_took_it(
        severity in prop::sample::select(Severity::ALL),
        hour in 0_i64..24 * 365,
        (coordinator, lead) in (zones(), zones()),
        contacts in 0_u32..12,
        mut looks in prop::collection::vec(0_i64..60 * 24 * 14, 1..40),
    ) {
        let holidays = BTreeSet::new();
        let calendar = Calendar { zone: Tz::known("Europe/Athens"), holidays: &holidays, coordinator: &coordinator, lead: &lead };
        let since = "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::hours(hour);
        let mut case = Case { severity, since, is_acknowledged: false, told_until: None, urgent_contacts: contacts, is_report: false };
        let settings = Settings::default();
        looks.sort_unstable();
        let mut told = Vec::new();
        for minutes in looks {
            let now = since + TimeDelta::minutes(minutes);
            let climb = settings.climb(&case, calendar, now);
            prop_assert!(climb.next.is_none_or(|next| next > now));
            prop_assert!(severity != Severity::Urgent || climb.next.is_some_and(|next| next <= now + TimeDelta::hours(1)));
            if severity == Severity::Attention {
                let nights = |zones: &[Tz], next| zones.iter().any(|zone| QuietHours::default().is_quiet(*zone, next));
                let wakes = climb.next.is_some_and(|next| nights(&coordinator, next) && nights(&lead, next));
                prop_assert!(!wakes);
            }
            told.extend(climb.tell.into_iter().filter(|rung| *rung != Rung::Everyone));
            case.told_until = Some(now);
            let taken = Case { is_acknowledged: true, ..case };
            let quiet = settings.climb(&taken, calendar, now + TimeDelta::days(9));
            prop_assert_eq!((quiet.tell, quiet.next), (vec![], None));
        }
        let unique: BTreeSet<_> = told.iter().collect();
        prop_assert_eq!(unique.len(), told.len());
    }

    #[test]
    fn the_digest_is_at_nine(hour in 0_i64..24 * 365) {
        let after = "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::hours(hour);
        let next = wall::next_digest(Tz::known("America/St_Johns"), after);
        prop_assert!(next > after && next <= after + TimeDelta::hours(25));
        prop_assert_eq!(next.with_timezone(&Tz::known("America/St_Johns")).time(), wall::DIGEST_HOUR);
    }
}
