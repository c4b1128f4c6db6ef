//! Somebody of 17: a guardian's consent on paper, a pair in which the team reads along, and her own word at 18.

use crate::pairing::{ASK_BOTH, YES_IN_ARABIC, YES_IN_SPANISH};
use crate::world::{Friend, World};
use lazo::domain::conversation::Supervised;
use lazo::domain::guardian::Of18;
use lazo::domain::invite::NewInvite;
use lazo::domain::person::{Person, Role, Standing};
use lazo::store::Alarm;

async fn person(friend: &Friend) -> Person {
    friend.world.changes(async |tx, _| tx.person(friend.id).await.unwrap().unwrap()).await
}

/// Amina says that she is 17, and waits.
async fn waits(world: &World) -> Friend {
    let amina = world.joined("Amina", Role::Mentee).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(amina.id).await.unwrap().unwrap();
            person.standing = Standing::AwaitingGuardian;
            person.profile.adult = Some(false);
            tx.save(&person).await.unwrap();
        })
        .await;
    amina
}

/// Vera finds her in the list and records that her mother has signed.
async fn records(vera: &Friend) {
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Amina").await;
    vera.presses("📝 Guardian agreed").await;
    vera.presses("👩 Mother").await;
    vera.says("30.2.2026").await;
    vera.hears("this cannot be the date on the paper");
    vera.says("27.2.2026").await;
    assert!(vera.hears("Do you have the signed paper?").text.contains("27 February 2026"), "with its year");
    vera.presses("✅ Yes, it is here").await;
    vera.hears("This person can go on now");
}

#[tokio::test(flavor = "multi_thread")]
async fn at_17_she_goes_on_with_her_guardians_paper_and_is_only_in_a_pair_the_team_reads_along() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    records(&vera).await;
    let known = person(&amina).await;
    let guardian = known.profile.guardian.clone().unwrap();
    assert_eq!((guardian.role.as_str(), guardian.on.to_string().as_str()), ("mother", "2026-02-27"));
    assert_eq!((known.profile.adult, guardian.by), (Some(false), vera.id));
    let said = amina.reads();
    let told = said.iter().position(|text| text.contains("يمكنك المتابعة الآن")).expect("that she can go on");
    let asked = said.iter().position(|text| text.contains("متى يصبح عمرك")).expect("when she will be 18");
    assert!(told < asked, "what she must know comes before what she is asked");
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Amina").await;
    vera.hears("Friday, 27 February 2026");
    amina.hears("متى يصبح عمرك 18 عامًا؟");
    amina.says("1/2031").await;
    amina.hears("لا يمكن أن يكون هذا هو الشهر");
    amina.presses("05/2026").await;
    assert_eq!(person(&amina).await.standing, Standing::Ready);
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.presses("1 · Tomás").await;
    vera.hears("Somebody in this pair is under 18");
    vera.presses(ASK_BOTH).await;
    tomas.hears("El equipo lee también este chat");
    tomas.presses(YES_IN_SPANISH).await;
    amina.presses(YES_IN_ARABIC).await;
    assert_eq!(world.pair_of(&amina).await.unwrap().supervised, Supervised::Yes);
    tomas.says("¡Hola!").await;
    amina.hears("¡Hola!");
    lea.hears("¡Hola!");
    lea.says("/pairs").await;
    lea.presses("1 · Amina").await;
    lea.presses("👁 Team reads too").await;
    assert!(
        !lea.hears("Somebody in this pair is under 18")
            .buttons
            .concat()
            .iter()
            .any(|it| it.text.contains("End"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn at_18_she_is_asked_herself_and_the_lead_decides_about_reading_along() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    records(&vera).await;
    amina.presses("04/2026").await;
    world.days_pass(55).await;
    amina.never_hears("عمرك الآن 18 عامًا");
    world.days_pass(6).await;
    amina.hears("عمرك الآن 18 عامًا");
    assert_eq!(person(&amina).await.profile.adult, Some(false));
    amina.presses("✅ نعم، أوافق").await;
    assert_eq!(person(&amina).await.profile.adult, Some(true));
    world.hours_pass(14).await;
    lea.hears("This person is 18 now and agrees to go on");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_anybody_to_read_along_nobody_under_18_is_admitted() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Amina").await;
    vera.presses("📝 Guardian agreed").await;
    vera.hears("Nobody could read the chats");
    assert_eq!(person(&amina).await.standing, Standing::AwaitingGuardian);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_at_18_is_reminded_once_stays_a_minor_and_then_the_lead_hears_of_it() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    records(&vera).await;
    amina.presses("04/2026").await;
    world.days_pass(61).await;
    amina.hears("عمرك الآن 18 عامًا");
    amina.never_hears("ما زلنا ننتظر جوابك");
    world.days_pass(7).await;
    amina.hears("ما زلنا ننتظر جوابك");
    let open = || amina.phone.screen().iter().filter(|seen| seen.buttons.concat().len() == 2).count();
    assert_eq!(open(), 1, "only the newest question has buttons");
    lea.never_hears("has not answered");
    world.days_pass(7).await;
    lea.hears("This person is 18 now and has not answered");
    assert!(person(&amina).await.is_minor());
    world.days_pass(30).await;
    let times = amina.reads().iter().filter(|text| text.contains("ما زلنا ننتظر جوابك")).count();
    assert_eq!(times, 1);
    amina.presses("✅ نعم، أوافق").await;
    assert!(!person(&amina).await.is_minor());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_said_no_at_18_is_not_asked_again() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(&world).await;
    records(&vera).await;
    amina.presses("04/2026").await;
    world.days_pass(61).await;
    amina.presses("✖️ لا").await;
    world.days_pass(30).await;
    amina.never_hears("ما زلنا ننتظر جوابك");
    lea.hears("does not agree to go on");
    lea.never_hears("has not answered");
}

/// Somebody joins by Vera's invitation, without a number, and says that she is 16.
async fn says_16(world: &World, vera: &Friend) -> Friend {
    let sami = world.newcomer("Sami", "en");
    let invited = NewInvite {
        programme: Some(world.programme()),
        role: Role::Mentee,
        alias: None,
        file_number: None,
        invited_by: Some(vera.id),
    };
    sami.opens(&world.link_for(invited).await).await;
    sami.presses("English").await;
    sami.agrees().await;
    sami.says("Sami").await;
    sami.presses("🧑 16 or 17").await;
    let id = sami.person().await.unwrap().id;
    Friend { id, ..sami }
}

/// Story 28 of `programme.md`.
#[tokio::test(flavor = "multi_thread")]
async fn she_is_16_and_says_no_to_the_call_at_home_nobody_is_called_and_two_of_the_team_let_her_go_on() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let sami = says_16(&world, &vera).await;
    sami.presses("✖️ No").await;
    sami.hears("The team will contact nobody");
    for staff in [&vera, &lea] {
        let told = staff.hears("says no to a talk with adults");
        assert!(told.text.contains("Sami") && told.text.contains("Please contact nobody"), "{}", told.text);
        staff.never_hears("You can speak with the adult");
    }
    lea.hears("Somebody of 16 or 17 needs your decision");
    lea.hears("✖️ Says: please contact nobody.");
    assert!(!vera.phone.last().unwrap().has_button("⏭ Go on without paper"), "the lead decides");
    lea.presses("⏭ Go on without paper").await;
    lea.presses("⚠️ Danger at home").await;
    lea.hears("Somebody else of your team is asked now");
    assert_eq!(person(&sami).await.standing, Standing::AwaitingGuardian, "one alone does not let her go on");
    let asked = vera.hears("May this person go on without a paper?");
    assert!(asked.text.contains("Sami") && asked.text.contains("Danger at home"), "{}", asked.text);
    vera.presses("✅ Yes, I agree").await;
    let said = sami.reads();
    assert!(said[said.len() - 2].contains("You can go on now"), "{said:?}");
    assert!(said[said.len() - 1].contains("When will you be 18?"), "{said:?}");
    lea.says("/cases").await;
    lea.never_hears("Nobody has taken this case");
    lea.hears("This person can go on now");
    lea.says("/people").await;
    lea.presses("🌱 Mentee").await;
    lea.presses("1 · Sami").await;
    lea.hears("✖️ Says: please contact nobody.");
    lea.hears("Without paper: ⚠️ Danger at home · Monday, 2 March 2026");
    sami.presses("Next ➡️").await;
    sami.presses("12/2027").await;
    // After 90 days both are asked again, and meanwhile she goes on.
    world.days_pass(89).await;
    lea.never_hears("Is it still right?");
    world.days_pass(2).await;
    lea.hears("Is it still right?");
    let first = person(&sami).await.profile.without;
    lea.presses("✅ Still right").await;
    let asked = person(&sami).await.profile.without.unwrap();
    assert_eq!(asked.ends(), first.as_ref().unwrap().ends(), "what nobody has confirmed prolongs nothing");
    vera.presses("✖️ No").await;
    assert_eq!(person(&sami).await.profile.without, first, "with a no all is as before, and must be decided");
    lea.says("/people").await;
    lea.presses("🌱 Mentee").await;
    lea.presses("1 · Sami").await;
    lea.presses("⏭ Go on without paper").await;
    lea.presses("⚠️ Danger at home").await;
    vera.presses("✅ Yes, I agree").await;
    world.days_pass(89).await;
    let asked =
        |friend: &Friend| friend.reads().iter().filter(|it| it.contains("Is it still right?")).count();
    assert_eq!(asked(&lea), 0, "the one that was answered says what came of it");
    world.days_pass(3).await;
    assert_eq!(asked(&lea), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_her_yes_the_coordinator_may_speak_with_the_adult_and_no_case_is_opened() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let sami = says_16(&world, &vera).await;
    sami.presses("✅ Yes").await;
    assert!(vera.hears("You can speak with the adult").text.contains("Sami"));
    world.days_pass(10).await;
    lea.never_hears("needs your decision");
    sami.says("I thought again").await;
    sami.presses("🔁 Change my answer").await;
    sami.presses("🧑 16 or 17").await;
    sami.presses("✖️ No").await;
    lea.hears("needs your decision");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_answer_nobody_is_contacted_and_after_two_days_the_lead_has_a_case() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let sami = says_16(&world, &vera).await;
    world.days_pass(1).await;
    lea.never_hears("needs your decision");
    world.days_pass(1).await;
    lea.hears("needs your decision");
    vera.hears("has not answered us");
    sami.presses("✅ Yes").await;
    vera.hears("You can speak with the adult");
    lea.says("/cases").await;
    lea.hears("No case is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_of_the_team_may_say_no_and_whoever_decided_is_no_second() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let sami = says_16(&world, &vera).await;
    sami.presses("💬 Talk with me first").await;
    lea.presses("⏭ Go on without paper").await;
    lea.presses("📵 Nobody can be reached").await;
    lea.says("/people").await;
    lea.presses("🌱 Mentee").await;
    lea.presses("1 · Sami").await;
    let card = lea.hears("A second person has not confirmed it yet");
    assert!(!card.has_button("✅ Yes, I agree"), "whoever decided is no second");
    vera.presses("✖️ No").await;
    lea.hears("Somebody of your team does not agree");
    let young = person(&sami).await;
    assert_eq!((young.standing, young.profile.without), (Standing::AwaitingGuardian, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_lead_is_alone_she_decides_alone_is_asked_again_and_mondays_digest_says_so() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let sami = says_16(&world, &lea).await;
    sami.presses("✖️ No").await;
    lea.presses("⏭ Go on without paper").await;
    lea.presses("⏳ Nobody is named yet").await;
    lea.hears("You decide alone here");
    sami.hears("You can go on now");
    assert_eq!(person(&sami).await.standing, Standing::Joining);
    lea.never_hears("Is it still right?");
    world.days_pass(1).await;
    lea.hears("Is it still right?");
    lea.presses("✅ Still right").await;
    lea.hears("It stays so");
    lea.never_hears("You decided alone that they go on");
    world.days_pass(6).await;
    assert!(lea.hears("You decided alone that they go on").text.contains("Sami"));
}

/// A pair with Amina, who was 17 when she joined and is 18 in May, in which the team reads along.
async fn read_along(world: &World) -> [Friend; 4] {
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = waits(world).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    records(&vera).await;
    amina.presses("04/2026").await;
    vera.says("/pair").await;
    vera.presses("1 · Amina").await;
    vera.presses("1 · Tomás").await;
    vera.presses(ASK_BOTH).await;
    tomas.presses(YES_IN_SPANISH).await;
    amina.presses(YES_IN_ARABIC).await;
    assert_eq!(world.pair_of(&amina).await.unwrap().supervised, Supervised::Yes);
    [amina, tomas, vera, lea]
}

async fn is_read(amina: &Friend) -> bool {
    amina.world.pair_of(amina).await.unwrap().supervised == Supervised::Yes
}

#[tokio::test(flavor = "multi_thread")]
async fn at_18_she_may_go_on_without_the_team_reading_along_and_with_her_yes_it_goes_on() {
    for along in [true, false] {
        let world = World::new().await;
        let [amina, ..] = read_along(&world).await;
        world.days_pass(61).await;
        amina.hears("هل يمكنه أن يستمر؟");
        amina.presses(if along { "✅ نعم، يستمر" } else { "✖️ لا، يتوقف" }).await;
        assert_eq!(is_read(&amina).await, along);
        assert!(person(&amina).await.is_minor(), "that is another question");
        amina.presses("✅ نعم، أوافق").await;
        assert!(!person(&amina).await.is_minor());
        world.days_pass(60).await;
        assert_eq!(is_read(&amina).await, along);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn at_18_two_weeks_without_an_answer_end_reading_along_even_if_she_agreed_to_go_on() {
    for goes_on in [true, false] {
        let world = World::new().await;
        let [amina, _, _, lea] = read_along(&world).await;
        world.days_pass(61).await;
        if goes_on {
            amina.presses("✅ نعم، أوافق").await;
        }
        world.days_pass(11).await;
        assert!(is_read(&amina).await);
        world.days_pass(3).await;
        assert!(!is_read(&amina).await);
        lea.hears("This person is 18, and the team has stopped reading");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn at_18_reading_along_ends_with_an_open_case_and_at_most_thirty_days_later() {
    for closes in [true, false] {
        let world = World::new().await;
        let [amina, _, vera, _] = read_along(&world).await;
        world.days_pass(61).await;
        amina.says("/safe").await;
        amina.taps(2).await;
        amina.taps(0).await;
        amina.presses("✖️ لا، يتوقف").await;
        let until = amina.hears("سيتوقف الفريق عن القراءة");
        assert!(is_read(&amina).await, "a case is open: {}", until.text);
        // Somebody has it, so it does not ring every hour.
        vera.presses("👤 I’m on it").await;
        world.days_pass(20).await;
        assert!(is_read(&amina).await);
        if closes {
            vera.presses("✅ Close case").await;
            vera.presses("✅ Solved").await;
            world.days_pass(1).await;
        } else {
            world.days_pass(9).await;
            assert!(is_read(&amina).await);
            world.days_pass(2).await;
        }
        assert!(!is_read(&amina).await, "closes: {closes}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_18_in_a_version_that_did_not_ask_about_reading_along_is_asked_after_the_update() {
    let world = World::new().await;
    let [amina, ..] = read_along(&world).await;
    world.days_pass(61).await;
    amina.presses("✅ نعم، أوافق").await;
    world
        .changes(async |tx, now| {
            // As it was left, and what the update sets.
            let mut person = tx.person(amina.id).await.unwrap().unwrap();
            person.profile.of_18 =
                person.profile.of_18.map(|asked| Of18 { along: None, told: false, ..asked });
            tx.save(&person).await.unwrap();
            tx.wake(Alarm::Eighteen, amina.id.0, now).await.unwrap();
        })
        .await;
    let asked = || amina.reads().iter().filter(|text| text.contains("هل يمكنه أن يستمر؟")).count();
    let before = asked();
    world.minutes_pass(1).await;
    assert_eq!(asked(), before + 1);
    world.days_pass(14).await;
    assert!(!is_read(&amina).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waited_when_the_update_came_is_asked_herself_and_by_her_name() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let named = waits(&world).await;
    let nameless = world.joined("Rim", Role::Mentee).await;
    world
        .changes(async |tx, now| {
            let mut person = tx.person(nameless.id).await.unwrap().unwrap();
            person.alias.clear();
            person.standing = Standing::AwaitingGuardian;
            person.profile.adult = Some(false);
            tx.save(&person).await.unwrap();
            for friend in [&named, &nameless] {
                tx.wake(Alarm::Paper, friend.id.0, now).await.unwrap();
            }
        })
        .await;
    world.minutes_pass(1).await;
    named.hears("هل يمكن للفريق التحدث مع هذا الشخص؟");
    nameless.hears("ما الاسم الذي نناديك به؟");
    nameless.says("ريم").await;
    nameless.hears("هل يمكن للفريق التحدث مع هذا الشخص؟");
    assert!(vera.hears("Somebody you invited is 16 or 17").text.contains("ريم"));
    named.presses("✖️ لا").await;
    lea.hears("needs your decision");
}
