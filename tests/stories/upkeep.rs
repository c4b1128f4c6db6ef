//! What was said at set-up holds on: the half-yearly question, a contact who is gone, hours nobody covers, and the alarm tried.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::domain::on_call::{CHOICES, OnCall};
use lazo::domain::person::Role;
use lazo::domain::programme::{Contact, Programme, Question};
use lazo::store::Alarm;

const ASKED: &str = "Do your contacts and numbers still hold?";

async fn programme(world: &World) -> Programme {
    world.changes(async |tx, _| tx.programme(world.programme()).await.unwrap()).await
}

fn times(friend: &Friend, words: &str) -> usize {
    friend.phone.history().iter().filter(|seen| seen.from_bot && seen.text.contains(words)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_from_before_is_asked_at_the_update_and_all_are_asked_again_every_half_year() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let [amina, tomas] = world.introduced("Amina", "Tomás", &vera).await;
    // What the migration sets.
    world.changes(async |tx, now| tx.wake(Alarm::Holds, 1, now - TimeDelta::days(90)).await.unwrap()).await;
    world.wakes().await;
    world.settles().await;
    let asked = vera.hears(ASKED);
    assert!(
        asked.text.contains("Ana: 600 000 001") && asked.text.contains("Not answered yet"),
        "{}",
        asked.text
    );
    assert!(!asked.has_button("✅ Yes, all of it"), "the country is open");
    assert_eq!(programme(&world).await.country, None);
    // What she types answers nothing of it, and goes where it went.
    vera.says("Casa Ana, data@casaana.example").await;
    assert_eq!(programme(&world).await.responsible, None);
    tomas.says("/settings").await;
    tomas.never_hears("600 000 001");

    vera.phone.presses_on(asked.id, "✏️ Answer or change").unwrap();
    world.settles().await;
    vera.presses("🗺 Country").await;
    vera.presses("Italia").await;
    vera.presses("✅ They are right").await;
    assert!(!vera.hears("Settings of the programme").has_button("✅ Yes, all of it"));
    vera.presses("🔒 Data").await;
    vera.says("Casa Ana, data@casaana.example").await;
    vera.presses("✅ Yes, all of it").await;
    vera.hears("Lazo will ask again in half a year");
    assert_eq!(programme(&world).await.asked_at, None);
    amina.says("/sos").await;
    assert!(amina.hears("ما الذي يلزمك؟").text.contains("1 96 96"));

    world.days_pass(181).await;
    assert_eq!(times(&vera, ASKED), 0, "answered, and not asked again before 26 weeks");
    world.days_pass(2).await;
    let asked = vera.hears(ASKED);
    assert!(asked.has_button("✅ Yes, all of it"));
    // Whoever confirms numbers sees them.
    for number in ["1 96 96", "1522", "02 2327 2327"] {
        assert!(asked.text.contains(number), "{number}: {}", asked.text);
    }
    world.days_pass(5).await;
    assert_eq!(times(&vera, "Please say if contacts"), 0, "a week is not over");
    world.days_pass(4).await;
    let days = times(&vera, "Please say if contacts and numbers still hold");
    assert!(days >= 1, "it stands in her digest");
    vera.presses("✅ Yes, all of it").await;
    world.days_pass(4).await;
    assert_eq!(times(&vera, "Please say if contacts and numbers still hold"), days);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_who_leaves_or_blocks_the_bot_is_asked_about_at_once() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    let nora = world.joined("Nora", Role::Mentor).await;
    world
        .changes(async |tx, _| {
            tx.set_contact(world.programme(), 2, &Contact::Person(eva.id)).await.unwrap();
            tx.set_contact(world.programme(), 0, &Contact::Person(nora.id)).await.unwrap();
        })
        .await;
    nora.says("/leave").await;
    nora.presses("🚪 Sí, dejarlo").await;
    let gone = vera.hears("This person cannot be reached in Lazo any more");
    assert!(gone.text.contains("Nora") && gone.has_button("👤 Outside"), "{}", gone.text);
    vera.says("/settings").await;
    assert!(!vera.hears("Settings of the programme").text.contains("Nora"));

    eva.blocks().await;
    let gone = vera.hears("This person cannot be reached in Lazo any more");
    assert!(gone.text.contains("Eva"), "{}", gone.text);
    vera.phone.presses_on(gone.id, "🆘 Called next").unwrap();
    world.settles().await;
    vera.hears("Who is next when nobody answers?");
    vera.says("Lucía 600 000 009").await;
    let contacts = world.changes(async |tx, _| tx.contacts(world.programme()).await.unwrap()).await;
    assert!(contacts.contains(&(2, Contact::Words("Lucía 600 000 009".to_owned()))), "{contacts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trial_of_the_alarm_climbs_as_a_real_case_does_and_the_lead_reads_who_took_it_and_when() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    world
        .changes(async |tx, _| tx.set_contact(world.programme(), 1, &Contact::Person(eva.id)).await.unwrap())
        .await;
    vera.says("/settings").await;
    vera.presses("🔔 Try the alarm").await;
    vera.hears("Would your alarm be heard?");
    vera.presses("🕐 Later").await;
    assert_eq!(times(&vera, "TEST."), 0);
    vera.says("/settings").await;
    vera.presses("🔔 Try the alarm").await;
    vera.presses("🔔 Ring now").await;
    vera.hears("The test rings now");
    assert!(vera.hears("TEST.").text.contains("Nobody is in danger"));
    assert_eq!(times(&eva, "TEST."), 0, "her turn comes");
    // Twice is once.
    vera.says("/settings").await;
    vera.presses("🔔 Try the alarm").await;
    vera.presses("🔔 Ring now").await;
    let open = world.changes(async |tx, _| tx.open_cases(world.programme()).await.unwrap()).await;
    assert_eq!(open.len(), 1);

    world.minutes_pass(16).await;
    eva.hears("TEST.");
    world.minutes_pass(2).await;
    eva.presses("👤 I’m on it").await;
    let tried = vera.hears("The test was taken after 18 minutes").text;
    assert!(tried.contains("Eva"), "{tried}");
    let open = world.changes(async |tx, _| tx.open_cases(world.programme()).await.unwrap()).await;
    assert_eq!(open, [], "it is over");
    let (before, hers) = (times(&vera, "TEST."), times(&eva, "TEST."));
    world.hours_pass(5).await;
    assert_eq!((times(&vera, "TEST."), times(&eva, "TEST.")), (before, hers), "and rings no more");
    assert!(amina.reads().iter().all(|text| !text.contains("تجربة")), "nobody else hears of it");

    vera.says("/settings").await;
    vera.presses("🔔 Try the alarm").await;
    vera.presses("🔔 Ring now").await;
    world.minutes_pass(1).await;
    vera.presses("👤 I’m on it").await;
    vera.hears("You took the test after one minute");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_sees_which_hours_of_the_next_week_nobody_covers() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    vera.says("/settings").await;
    assert!(!vera.hears("Settings of the programme").text.contains("nobody is on call"), "day and night");
    vera.presses("📞 Hours on call").await;
    vera.presses("Mon–Fri 9–17").await;
    let list = vera.hears("In the next 7 days nobody is on call").text;
    // It is Monday, 11:00 in Madrid.
    assert_eq!(list.matches(" – ").count(), 5, "{list}");
    assert!(list.contains("Monday 2 March, 17:00 – Tuesday 3 March, 09:00"), "{list}");
    assert_eq!(programme(&world).await.on_call, CHOICES.first().copied());
}

#[tokio::test(flavor = "multi_thread")]
async fn other_hours_than_those_of_the_buttons_are_typed_and_their_days_tapped() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    vera.says("/settings").await;
    vera.presses("📞 Hours on call").await;
    assert!(vera.hears("When does somebody of the team answer").text.contains("such as 9–17"));
    for wrong in ["whenever", "9:30–17", "22–6"] {
        vera.says(wrong).await;
        assert!(vera.last().contains("two whole hours of one day, such as 9–17"), "{wrong}: {}", vera.last());
    }
    vera.says("Mon–Sun 8:00 – 20:00").await;
    assert!(vera.hears("On which days?").has_button("Mon–Fri 8–20"));
    assert_eq!(programme(&world).await.on_call, CHOICES.last().copied(), "nothing is said yet");
    vera.presses("Every day 8–20").await;
    assert!(vera.hears("Settings of the programme").text.contains("Every day 8–20"));
    assert_eq!(programme(&world).await.on_call, Some(OnCall { weekends: true, from: 8, to: 20 }));
    // They are one of the choices from then on.
    vera.presses("📞 Hours on call").await;
    let question = vera.hears("When does somebody of the team answer");
    assert!(question.has_button("✅ Every day 8–20") && question.has_button("◀ Back"));
    vera.presses("Mon–Fri 9–17").await;
    assert_eq!(programme(&world).await.on_call, CHOICES.first().copied());
}

/// The half-yearly question stands on her screen for days, and a contact leaves meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn an_old_yes_says_nothing_about_a_contact_who_has_left_since() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Lead).await;
    let nora = world.joined("Nora", Role::Mentor).await;
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.answer(Question::Country);
            programme.responsible = Some("Casa Ana, data@casaana.example".to_owned());
            tx.save_programme(&programme, now).await.unwrap();
            tx.set_contact(world.programme(), 0, &Contact::Person(nora.id)).await.unwrap();
            tx.wake(Alarm::Holds, 1, now - TimeDelta::days(90)).await.unwrap();
        })
        .await;
    world.settles().await;
    let asked = vera.hears(ASKED);
    assert!(asked.has_button("✅ Yes, all of it"), "{}", asked.text);
    nora.says("/leave").await;
    nora.presses("🚪 Sí, dejarlo").await;
    vera.phone.presses_on(asked.id, "✅ Yes, all of it").unwrap();
    world.settles().await;
    vera.never_hears("Lazo will ask again in half a year");
    let list = vera.hears("Settings of the programme");
    assert!(list.text.contains("Not answered yet") && !list.has_button("✅ Yes, all of it"), "{}", list.text);
    assert!(programme(&world).await.asked_at.is_some(), "the question is open");
    vera.presses("👤 Outside").await;
    vera.says("Board 600 000 000").await;
    vera.presses("✅ Yes, all of it").await;
    vera.hears("Lazo will ask again in half a year");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_ends_a_trial_in_another_way_has_taken_it_too() {
    for ways in [
        &["More", "✅ Close case", "✅ Solved"][..],
        &["More", "📞 Call done", "✅ All settled", "📞 Call", "15 minutes"],
        &["👤 I’m on it"],
    ] {
        let world = World::new().await;
        let vera = world.joined("Vera", Role::Lead).await;
        let eva = world.joined("Eva", Role::Coordinator).await;
        world
            .changes(async |tx, _| {
                tx.set_contact(world.programme(), 1, &Contact::Person(eva.id)).await.unwrap();
            })
            .await;
        vera.says("/settings").await;
        vera.presses("🔔 Try the alarm").await;
        vera.presses("🔔 Ring now").await;
        world.minutes_pass(16).await;
        let card = eva.hears("TEST.");
        for label in ways {
            eva.phone.presses_on(card.id, label).unwrap_or_else(|missing| panic!("{missing}"));
            world.settles().await;
        }
        let tried = vera.hears("The test was taken after 16 minutes").text;
        assert!(tried.contains("Eva"), "{tried}");
        let open = world.changes(async |tx, _| tx.open_cases(world.programme()).await.unwrap()).await;
        assert_eq!(open, [], "{ways:?}");
        let before = (times(&vera, "TEST."), times(&eva, "TEST."));
        world.hours_pass(5).await;
        assert_eq!((times(&vera, "TEST."), times(&eva, "TEST.")), before, "{ways:?}: it rings no more");
    }
}
