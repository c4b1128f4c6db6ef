//! A case is opened, and told until someone takes it.

use crate::world::{Friend, World};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::case::{Call, CaseKind, Channel, NewCase};
use lazo::domain::id::{CaseId, ConversationId, PersonId};
use lazo::domain::person::Role;
use lazo::domain::programme::Contact;
use lazo::handlers::{cases, lifecycle};

/// A case about a pair or somebody, as a feature opens it.
pub(crate) async fn opens(
    world: &World,
    kind: CaseKind,
    conversation: Option<ConversationId>,
    person: Option<&Friend>,
) -> CaseId {
    let person: Option<PersonId> = person.map(|friend| friend.id);
    let case = world
        .changes(async |tx, now| {
            let programme = world.programme();
            let since = Some(now - TimeDelta::days(21));
            let tried = vec!["ask_both".to_owned()];
            let new = NewCase { programme, kind, conversation, person, since, due: None, tried };
            cases::open(tx, &new, now).await.unwrap()
        })
        .await;
    world.settles().await;
    case
}

/// How many cards somebody has got so far: each is a message with a case's number.
pub(crate) fn cards(friend: &Friend) -> usize {
    friend.reads().iter().filter(|text| text.contains("Case ")).count()
}

pub(crate) async fn until(world: &World, moment: &str) {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    world.passes(moment - world.now()).await;
}

/// "Lea" leads and "Eva" is the first urgent contact; the second can only be rung up.
async fn team(world: &World) -> [Friend; 2] {
    let lea = world.joined("Lea", Role::Lead).await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    world
        .changes(async |tx, _| {
            tx.set_contact(world.programme(), 1, &Contact::Person(eva.id)).await.unwrap();
        })
        .await;
    [lea, eva]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_reaches_the_coordinator_she_takes_it_and_others_see_who_did() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [_, eva] = team(&world).await;
    opens(&world, CaseKind::Unsafe, None, Some(&amina)).await;
    let card = vera.hears("Case 1");
    assert!(card.text.contains("urgent") && card.text.contains("Somebody does not feel safe"), "{card:?}");
    assert!(
        card.text.contains("Amina") && card.text.contains(&format!("F-{}", amina.phone.id())),
        "{card:?}"
    );
    world.minutes_pass(16).await;
    eva.hears("Nobody has taken this case so far");
    eva.presses("I’m on it").await;
    assert!(vera.hears("Case 1").text.contains("On it: Eva"));
    assert!(eva.hears("Case 1").text.contains("On it: Eva"));
    vera.presses("More").await;
    world.hours_pass(3).await;
    assert_eq!(cards(&eva), 1, "nobody is told again: {:?}", eva.reads());
    tomas.never_hears("Case");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_case_at_night_climbs_until_someone_takes_it() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [lea, eva] = team(&world).await;
    until(&world, "2026-03-03T01:00:00Z").await;
    opens(&world, CaseKind::Worry, None, Some(&amina)).await;
    assert!(!vera.hears("Case 1").silent);
    assert_eq!((cards(&vera), cards(&eva), cards(&lea)), (1, 0, 0));
    world.minutes_pass(15).await;
    assert_eq!((cards(&vera), cards(&eva), cards(&lea)), (1, 1, 0));
    world.minutes_pass(15).await;
    assert!(vera.hears("Case 1").text.contains("Please call now: Eva: 600 000 002"), "{:?}", vera.reads());
    assert_eq!((cards(&vera), cards(&eva), cards(&lea)), (2, 1, 0));
    world.minutes_pass(30).await;
    assert_eq!((cards(&vera), cards(&eva), cards(&lea)), (2, 1, 1));
    world.hours_pass(1).await;
    assert_eq!((cards(&vera), cards(&eva), cards(&lea)), (3, 2, 2));
    world.hours_pass(1).await;
    assert_eq!((cards(&vera), cards(&eva), cards(&lea)), (4, 3, 3));
    let buttons: Vec<_> = lea.phone.screen().into_iter().filter(|seen| !seen.buttons.is_empty()).collect();
    assert_eq!(buttons.len(), 1, "only the newest card has buttons: {buttons:?}");
    lea.presses("I’m on it").await;
    world.hours_pass(5).await;
    assert_eq!((cards(&vera), cards(&eva), cards(&lea)), (4, 3, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn attention_waits_for_the_morning_and_climbs_on_working_days_only() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    // Thursday, 23:00 in Madrid.
    until(&world, "2026-03-05T22:00:00Z").await;
    opens(&world, CaseKind::Missed, Some(pair), Some(&amina)).await;
    assert_eq!(cards(&vera), 0, "it is night");
    until(&world, "2026-03-06T07:01:00Z").await;
    assert_eq!(cards(&vera), 1);
    let news = |friend: &Friend| friend.reads().iter().filter(|text| text.contains("so far")).count();
    // Three working days after Thursday is Tuesday, in the morning after the night.
    until(&world, "2026-03-10T21:59:00Z").await;
    assert_eq!((news(&vera), cards(&lea)), (0, 0));
    until(&world, "2026-03-11T07:01:00Z").await;
    assert_eq!((news(&vera), cards(&lea)), (1, 0));
    until(&world, "2026-03-16T21:00:00Z").await;
    assert_eq!(cards(&lea), 0);
    until(&world, "2026-03-17T07:01:00Z").await;
    assert_eq!((news(&vera), cards(&lea)), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_about_a_coordinator_goes_to_the_lead_only() {
    let world = World::new().await;
    let [lea, eva] = team(&world).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    opens(&world, CaseKind::Worry, None, Some(&vera)).await;
    assert!(lea.hears("Case S1").text.contains("Vera"));
    world.hours_pass(3).await;
    for other in [&eva, &vera] {
        assert_eq!(cards(other), 0);
        other.says("/cases").await;
        other.hears("No case is open");
    }
    lea.says("/cases").await;
    lea.hears("One case is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_about_the_lead_goes_to_the_contact_outside_the_team() {
    let world = World::new().await;
    let [lea, eva] = team(&world).await;
    let nora = world.joined("Nora", Role::Mentor).await;
    world
        .changes(async |tx, _| {
            tx.set_contact(world.programme(), 0, &Contact::Person(nora.id)).await.unwrap();
        })
        .await;
    opens(&world, CaseKind::Report, None, Some(&lea)).await;
    assert!(nora.hears("Lea").text.contains('1'));
    assert_eq!((cards(&lea), cards(&eva)), (0, 0));
    lea.says("/cases").await;
    lea.hears("No case is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silence_case_closes_itself_and_says_so_without_a_tap() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    let case = opens(&world, CaseKind::MenteeWaits, Some(pair), None).await;
    assert!(vera.hears("A mentee waits").text.contains("Lazo asked both"));
    let worse = opens(&world, CaseKind::SilentBoth, Some(pair), None).await;
    assert_eq!(case, worse, "one silence is one case");
    vera.hears("Two people do not write any more");
    world.changes(async |tx, now| cases::resolve_by_contact(tx, case, now).await.unwrap()).await;
    world.settles().await;
    let card = vera.hears("They are in contact again");
    assert!(card.text.contains("closed itself") && card.buttons.is_empty(), "{card:?}");
    let before = cards(&vera);
    world.days_pass(12).await;
    assert_eq!(cards(&vera), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn someone_who_blocked_the_bot_is_a_case_until_she_is_back() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.blocks().await;
    let card = vera.hears("cannot be reached in Lazo");
    assert!(card.text.contains("has blocked Lazo"), "{card:?}");
    tomas.never_hears("blocked");
    amina.unblocks().await;
    assert!(vera.hears("cannot be reached in Lazo").text.contains("can be reached again"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_digest_comes_at_nine_on_working_days_and_only_if_there_is_something() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("Bom dia!").await;
    tomas.says("¡Hola, Amina!").await;
    world
        .changes(async |tx, now| {
            let vera = tx.person(vera.id).await.unwrap().unwrap();
            cases::arm_digest(tx, &vera, now).await.unwrap();
        })
        .await;
    let digests = || vera.reads().iter().filter(|text| text.contains("Good morning")).count();
    until(&world, "2026-03-03T08:30:00Z").await;
    assert_eq!(digests(), 0, "nothing waits");
    opens(&world, CaseKind::Support, None, Some(&amina)).await;
    assert_eq!(cards(&vera), 0, "a routine case waits for the digest");
    until(&world, "2026-03-04T07:59:00Z").await;
    assert_eq!(digests(), 0);
    until(&world, "2026-03-04T08:01:00Z").await;
    assert!(vera.hears("Good morning").text.contains("There is one routine case"));
    vera.presses("Show cases").await;
    vera.hears("A mentor asks for support");
    vera.presses("🔎 1").await;
    vera.presses("I’m on it").await;
    assert!(vera.hears("Case 1").text.contains("On it: Vera"));
    let before = digests();
    until(&world, "2026-03-06T20:00:00Z").await;
    assert_eq!(digests(), before, "she is on it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pair_that_grows_quiet_is_named_in_the_digest() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world
        .changes(async |tx, now| {
            let vera = tx.person(vera.id).await.unwrap().unwrap();
            cases::arm_digest(tx, &vera, now).await.unwrap();
            // In touch for two months, until twelve days ago: longer than 1.5 weeks, shorter than 2.
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            pair.introduced_at = Some(now - TimeDelta::days(70));
            pair.talk = pair.talk.met(now - TimeDelta::days(11));
            tx.save_conversation(&pair).await.unwrap();
        })
        .await;
    until(&world, "2026-03-03T08:01:00Z").await;
    let digest = vera.hears("It grows quiet between");
    assert!(digest.text.contains("Amina · Tomás"), "{digest:?}");
    tomas.never_hears("quiet");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_presses_on_a_card_is_done() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    opens(&world, CaseKind::SilentBoth, Some(pair), None).await;
    vera.presses("More").await;
    vera.presses("Remind both").await;
    tomas.hears("Amina");
    assert_eq!(amina.phone.screen().iter().filter(|seen| seen.text.contains("Tomás")).count(), 1);
    vera.presses("More").await;
    vera.presses("More").await;
    vera.presses("Remind me later").await;
    vera.presses("3 days").await;
    assert!(vera.hears("Case 1").text.contains("looks at it again: Thursday 5 March, 09:00"));
    world.days_pass(3).await;
    vera.hears("This case needs you again");
    vera.presses("More").await;
    vera.presses("More").await;
    vera.presses("Hand over").await;
    vera.presses("Eva").await;
    eva.hears("Handed over by: Vera");
    assert!(vera.hears("Case 1").text.contains("It waits for: Eva"));
    eva.presses("I’m on it").await;
    eva.presses("More").await;
    eva.presses("More").await;
    eva.presses("End pair, close case").await;
    eva.presses("More").await;
    eva.presses("No time").await;
    assert!(vera.hears("Case 1").text.contains("This pair has ended"));
    tomas.never_hears("No time");
    assert!(world.pair_of(&amina).await.is_none());
    let lines = world.changes(async |tx, _| tx.audited(1).await.unwrap()).await;
    for line in ["case nudged", "case snoozed", "case handed over", "case taken", "case pair_closed"] {
        assert!(lines.iter().any(|it| it == line), "{line} is not in {lines:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_pair_is_released_from_its_card() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::hold(tx, &mut pair, Some(amina.id), now).await.unwrap();
            pair.id
        })
        .await;
    opens(&world, CaseKind::Unsafe, Some(pair), Some(&amina)).await;
    tomas.says("¿Estás bien?").await;
    amina.never_hears("¿Estás bien?");
    vera.presses("More").await;
    vera.presses("Open the chat again").await;
    vera.presses("✅ Let them arrive").await;
    amina.never_hears("¿Estás bien?");
    vera.presses("▶ Open").await;
    amina.hears("¿Estás bien?");
    assert!(vera.hears("Case 1").text.contains("On it: Vera"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_at_night() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    opens(&world, CaseKind::SilentBoth, Some(pair), None).await;
    until(&world, "2026-03-02T22:30:00Z").await;
    let before = tomas.reads().len();
    vera.presses("More").await;
    vera.presses("Remind both").await;
    assert_eq!(tomas.reads().len(), before);
    until(&world, "2026-03-03T07:01:00Z").await;
    tomas.hears("Amina");
    vera.presses("More").await;
    vera.presses("Remind both").await;
    assert!(vera.phone.toasts().iter().any(|toast| toast.text.contains("less than a day ago")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_shows_urgent_cases_first_on_pages_and_only_her_own_desk() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let [zainab, _] = world.introduced("Zainab", "Olga", &vera).await;
    for kind in [CaseKind::Support, CaseKind::LowMood, CaseKind::Leaving, CaseKind::Missed] {
        opens(&world, kind, None, Some(&zainab)).await;
    }
    for kind in [CaseKind::CallSoon, CaseKind::Report, CaseKind::Unsafe] {
        opens(&world, kind, None, Some(&zainab)).await;
    }
    vera.says("/cases").await;
    let list = vera.hears("7 cases are open").text;
    let order: Vec<usize> = ["Case 7", "Case 3", "Case 4", "Case 6", "Case 1", "Case 2"]
        .map(|it| list.find(it).unwrap())
        .to_vec();
    assert!(order.is_sorted(), "{list}");
    assert!(!list.contains("Case 5"), "{list}");
    vera.presses("Next").await;
    assert!(vera.hears("7 cases are open").text.contains("Case 5"));
    lea.says("/cases").await;
    lea.hears("7 cases are open");
    let eva = world.joined("Eva", Role::Coordinator).await;
    eva.says("/cases").await;
    eva.hears("No case is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_talk_is_logged_with_its_date_channel_minutes_and_outcome_only() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let case = opens(&world, CaseKind::Worry, None, Some(&amina)).await;
    vera.presses("I’m on it").await;
    for (outcome, channel, minutes) in
        [("No answer", "📞 Call", None), ("We spoke, not settled", "🚶 In person", Some("30 minutes"))]
    {
        vera.presses("More").await;
        vera.presses("Call done").await;
        vera.presses(outcome).await;
        vera.hears("How did you reach out?");
        vera.presses(channel).await;
        if let Some(minutes) = minutes {
            vera.hears("About how long?");
            vera.presses(minutes).await;
        }
    }
    let card = vera.hears("Case 1").text;
    assert!(card.contains("Monday 2 March · 📞 Call · 📵 No answer"), "{card}");
    assert!(card.contains("Monday 2 March · 🚶 In person · 30 min · 💬 We spoke, not settled"), "{card}");
    vera.presses("More").await;
    vera.presses("Call done").await;
    vera.presses("All settled, close case").await;
    vera.presses("Back").await;
    vera.hears("What happens now?");
    vera.presses("More").await;
    vera.presses("Call done").await;
    vera.presses("All settled, close case").await;
    vera.presses("💬 Message").await;
    vera.presses("5 minutes").await;
    assert!(vera.hears("Case 1").text.contains("This case is solved"));
    let log = world.changes(async |tx, _| tx.calls(&[case]).await.unwrap()).await;
    let log: Vec<_> = log.into_iter().map(|(_, it)| (it.outcome, it.channel, it.minutes)).collect();
    assert_eq!(
        log,
        [
            (Call::NoAnswer, Channel::Voice, 0),
            (Call::Spoke, Channel::InPerson, 30),
            (Call::Settled, Channel::Message, 5),
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_becomes_urgent_is_the_same_case_and_louder() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let soon = opens(&world, CaseKind::CallSoon, None, Some(&amina)).await;
    assert_eq!(cards(&vera), 0);
    let today = opens(&world, CaseKind::CallToday, None, Some(&amina)).await;
    assert_eq!(soon, today);
    assert!(vera.hears("Case 1").text.contains("urgent"));
    let again = opens(&world, CaseKind::CallSoon, None, Some(&amina)).await;
    assert_eq!(again, today);
    assert!(vera.hears("Case 1").text.contains("a call today"), "severity only rises");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_of_a_coordinator_who_left_the_team_does_nothing() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let lea = world.joined("Lea", Role::Lead).await;
    opens(&world, CaseKind::Report, None, Some(&amina)).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(vera.id).await.unwrap().unwrap();
            person.role = Role::Mentor;
            tx.save(&person).await.unwrap();
        })
        .await;
    vera.presses("I’m on it").await;
    assert!(vera.phone.toasts().iter().any(|toast| toast.text.contains("not for you")));
    lea.says("/cases").await;
    assert!(!lea.hears("One case is open").text.contains("On it:"));
}
