//! What becomes of people's data: the consent text part by part, what is new in it, `/privacy` for everybody, and a language
//! that is in no list.

use crate::world::{Friend, World};
use lazo::domain::id::{ChatId, ProgrammeId};
use lazo::domain::join::JoinLetter;
use lazo::domain::letter::Post;
use lazo::domain::person::{Person, Role, Standing};
use lazo::domain::steps::CONSENT;

/// What was asked in one piece, as a version before left it.
async fn agreed_before(world: &World, friend: &Friend, version: u32) {
    world
        .changes(async |tx, _| {
            let mut person = tx.person(friend.id).await.unwrap().unwrap();
            person.profile.consent = Some(version);
            tx.save(&person).await.unwrap();
            tx.note("consent", &version.to_string()).await.unwrap();
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_the_consent_text_part_by_part_and_can_go_back() {
    let world = World::new().await;
    let amina = world.newcomer("Amina", "en");
    amina.opens(&world.link(Role::Mentee).await).await;
    amina.presses("English").await;
    let mut read = Vec::new();
    for part in ["talk with one person", "What your team can see", "go through Telegram", "What we keep"] {
        let seen = amina.hears(part);
        assert!(!seen.has_button("✅ I agree"), "nobody agrees before the last part: {}", seen.text);
        read.push(seen.text.clone());
        amina.presses("Next ➡️").await;
    }
    amina.presses("◀ Back").await;
    amina.hears("What we keep about you");
    amina.presses("Next ➡️").await;
    let all = read.concat();
    for said in [
        "one person",
        "ask you first",
        "report",
        "take back",
        "phone numbers and names",
        "see, change or delete",
    ] {
        assert!(all.contains(said), "{said} is not in {all}");
    }
    assert!(amina.hears("You decide").text.contains("you keep your place"));
    amina.presses("✅ I agree").await;
    amina.hears("What should we call you");
    assert_eq!(amina.person().await.unwrap().profile.consent, Some(CONSENT));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_yes_to_the_text_of_before_shows_the_text_of_now() {
    let world = World::new().await;
    let amina = world.joined("Amina", Role::Mentee).await;
    world
        .changes(async |tx, now| {
            let mut person = tx.person(amina.id).await.unwrap().unwrap();
            person.standing = Standing::Joining;
            person.profile.consent = None;
            tx.save(&person).await.unwrap();
            let letter = JoinLetter::Consent { role: Role::Mentee, new: false, part: 4, reads: false };
            tx.post(Post::answer(&person, letter), now).await.unwrap();
        })
        .await;
    world.settles().await;
    world.tampers("UPDATE letter SET offer = REPLACE(offer, '\"agree\"', '\"accept\"')").await;
    amina.presses("✅ أوافق").await;
    amina.hears("Please read this first");
    assert_eq!(amina.person().await.unwrap().profile.consent, None, "she has not read it yet");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_agreed_to_an_older_text_goes_on_and_reads_once_what_is_new() {
    let world = World::new().await;
    let [lina, tomas, _] = world.pair("Lina", "Tomás", "Vera").await;
    agreed_before(&world, &lina, 1).await;
    world.restarts().await;
    world.settles().await;
    lina.hears("says more now");
    tomas.never_hears("says more now");
    lina.presses("📖 قراءة النص").await;
    let first = lina.hears("Please read this first");
    assert!(!first.has_button("✅ أوافق"));
    for _ in 0..4 {
        lina.taps(0).await;
    }
    let last = lina.hears("You decide");
    assert!(!last.has_button("✅ أوافق") && !last.has_button("✖️ لا أوافق"), "she has agreed");
    lina.says("We can talk as before").await;
    tomas.hears("We can talk as before");
    world.restarts().await;
    world.settles().await;
    let heard = lina.reads().iter().filter(|said| said.contains("says more now")).count();
    assert_eq!(heard, 0, "the news was opened in its place, and does not come again");
}

/// Every screen of `/privacy`, in order.
async fn privacy(friend: &Friend, next: &str) -> Vec<String> {
    friend.says("/privacy").await;
    let mut screens = vec![friend.last()];
    while friend.phone.last().unwrap().has_button(next) {
        friend.presses(next).await;
        screens.push(friend.last());
    }
    screens
}

#[tokio::test(flavor = "multi_thread")]
async fn privacy_answers_everybody_before_she_agrees_and_when_she_has_left() {
    let world = World::new().await;
    let nour = world.newcomer("Nour", "en");
    nour.opens(&world.link(Role::Mentee).await).await;
    let told = privacy(&nour, "Next ➡️").await;
    assert_eq!(told.len(), 8, "{told:?}");
    let all = told.concat();
    let kept = ["your languages, time zone", "What your team can see", "phone numbers and names"];
    for said in ["Casa Ana", "legitimate interest", "after 90 days", "courts", "data protection authority"] {
        assert!(all.contains(said), "{said}: {all}");
    }
    assert!(kept.iter().all(|said| all.contains(said)), "{all}");
    let last = nour.phone.last().unwrap();
    assert!(last.has_button("💬 Write to the team") && last.has_button("◀ Back"));
    nour.presses("◀ Back").await;
    nour.hears("outside the European Union");
    assert_eq!(nour.person().await.unwrap().profile.consent, None);
    let amina = world.joined("Amina", Role::Mentee).await;
    amina.says("/leave").await;
    amina.taps(0).await;
    assert_eq!(privacy(&amina, "التالي ⬅️").await.len(), 8);
    let vera = world.joined("Vera", Role::Coordinator).await;
    let told = privacy(&vera, "Next ➡️").await;
    let all = told.concat();
    assert!(
        all.contains("what you do here, and when") && !kept.iter().any(|said| all.contains(said)),
        "{all}"
    );
    assert!(!vera.phone.last().unwrap().has_button("💬 Write to the team"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_reads_what_becomes_of_what_she_writes_and_nothing_about_members() {
    let world = World::new().await;
    let stranger = world.newcomer("Rami", "es");
    let told = privacy(&stranger, "Siguiente ➡️").await;
    let [who, writes, telegram, asks] = told.as_slice() else { panic!("{told:?}") };
    assert!(who.contains("La organización que usa este bot"), "{who}");
    assert!(writes.contains("Ninguna persona los lee") && writes.contains("número de chat"), "{writes}");
    assert!(telegram.contains("tribunales") && asks.contains("autoridad de protección"), "{telegram} {asks}");
    assert!(!told.concat().contains("grupo de edad") && !told.concat().contains("tu equipo"), "{told:?}");
    assert!(
        writes.contains("———\n") && writes.contains("No person reads them"),
        "nobody has reviewed it: {writes}"
    );
    stranger.presses("◀ Volver").await;
    stranger.presses("◀ Volver").await;
    assert_eq!(stranger.last(), *writes);
    assert!(stranger.person().await.is_none(), "to read it makes nobody a member");
    // Once she is somebody here the same button shows what concerns her.
    let screen = stranger.phone.last().unwrap();
    stranger.opens(&world.link(Role::Mentee).await).await;
    stranger.phone.presses_on(screen.id, "Siguiente ➡️").unwrap();
    world.settles().await;
    let seen = stranger.phone.screen().into_iter().find(|seen| seen.id == screen.id).unwrap();
    assert!(seen.text.contains("Qué puede ver tu equipo"), "{}", seen.text);
}

/// What the lead answered to who is responsible for the data, or that she never did.
async fn responsible(world: &World, programme: ProgrammeId, who: Option<&str>) {
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(programme).await.unwrap();
            programme.responsible = who.map(str::to_owned);
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn members_read_who_is_responsible_for_their_data_and_how_to_write_to_them() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let line = "Casa Ana <asociación>, data@casaana.example";
    responsible(&world, world.programme(), Some(line)).await;
    for friend in [&amina, &tomas, &vera] {
        friend.says("/privacy").await;
        let told = friend.hears(line).text;
        assert!(told.contains("Casa Ana\n"), "the programme stands above it: {told}");
    }
    vera.never_hears("Your team can tell you how to write to this organisation");
    // Programmes of before were never asked, and what was asked may be asked again.
    responsible(&world, world.programme(), None).await;
    vera.says("/privacy").await;
    let told = vera.hears("Your team can tell you how to write to this organisation").text;
    assert!(told.contains("Casa Ana\n") && !told.contains("data@casaana.example"), "{told}");
    amina.says("/privacy").await;
    amina.hears("يمكن لفريقك أن يخبرك بطريقة مراسلة هذه المنظمة");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_in_two_programmes_reads_who_is_responsible_in_each() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let other = world
        .changes(async |tx, now| {
            let other = tx.found(now).await.unwrap();
            let mut programme = tx.programme(other).await.unwrap();
            (programme.name, programme.set_up) = ("Puente".to_owned(), true);
            tx.save_programme(&programme, now).await.unwrap();
            let person = tx.person(vera.id).await.unwrap().unwrap();
            tx.admit(&Person { programme: other, role: Role::Mentor, ..person }).await.unwrap();
            other
        })
        .await;
    responsible(&world, other, Some("Puente e.V., Calle Mayor 1")).await;
    vera.says("/privacy").await;
    let told = vera.hears("Puente e.V., Calle Mayor 1").text;
    let [its, line, own, asks] =
        ["Puente\n", "Calle Mayor 1", "Casa Ana", "Your team can tell you"].map(|it| told.find(it).unwrap());
    assert!(its < line && line < own && own < asks, "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_speaks_what_is_in_no_list_writes_its_name_and_finishes() {
    let world = World::new().await;
    let awa = world.newcomer("Awa", "en");
    awa.opens(&world.link(Role::Mentee).await).await;
    awa.presses("English").await;
    awa.agrees().await;
    awa.says("Awa").await;
    awa.presses("👤 18 or older").await;
    awa.taps(1).await;
    let question = awa.hears("Which languages do you speak?");
    let labels: Vec<_> = question.buttons.concat().iter().map(|it| it.text.clone()).collect();
    assert_eq!(labels.len(), 11, "eight, the next page, another, done: {labels:?}");
    awa.presses("✏️ Another language").await;
    awa.hears("write the name of your language");
    awa.says("+34 600 123 456").await;
    awa.hears("Write only the name");
    awa.says("hassaniya").await;
    awa.presses("✅ Done").await;
    assert_eq!(awa.person().await.unwrap().profile.spoken, Some(vec!["Hassaniya".to_owned()]));
    let other = world.changes(async |tx, _| tx.person_in(ChatId(awa.phone.id())).await.unwrap()).await;
    assert_eq!(other.unwrap().standing, Standing::Joining);
    awa.hears("What do you want to talk about?");
}

/// So often she was told that the text says more.
fn told(friend: &Friend) -> usize {
    let all = friend.phone.history();
    all.iter().filter(|seen| seen.from_bot && seen.text.contains("says more now")).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_out_of_reach_at_the_update_reads_what_is_new_when_she_is_back() {
    for days in [1, 20] {
        let world = World::new().await;
        let [lina, _, _] = world.pair("Lina", "Tomás", "Vera").await;
        agreed_before(&world, &lina, 1).await;
        lina.blocks().await;
        world.restarts().await;
        world.settles().await;
        world.days_pass(days).await;
        world.restarts().await;
        assert_eq!(told(&lina), 0);
        lina.unblocks().await;
        world.settles().await;
        assert_eq!(told(&lina), 1, "after {days} days");
        world.restarts().await;
        lina.blocks().await;
        lina.unblocks().await;
        world.hours_pass(30).await;
        assert_eq!(told(&lina), 1, "and once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_blocks_the_bot_in_the_night_of_the_update_reads_what_is_new_later() {
    let world = World::new().await;
    let [lina, _, _] = world.pair("Lina", "Tomás", "Vera").await;
    agreed_before(&world, &lina, 1).await;
    world.hours_pass(13).await;
    world.restarts().await;
    world.settles().await;
    assert_eq!(told(&lina), 0, "it is night where she is");
    world.restarts().await;
    lina.blocks().await;
    world.hours_pass(12).await;
    assert_eq!(told(&lina), 0);
    lina.unblocks().await;
    world.settles().await;
    assert_eq!(told(&lina), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_starts_in_a_night_tell_nobody_twice() {
    let world = World::new().await;
    let [lina, _, _] = world.pair("Lina", "Tomás", "Vera").await;
    agreed_before(&world, &lina, 1).await;
    world.hours_pass(13).await;
    for _ in 0..3 {
        world.restarts().await;
    }
    world.hours_pass(24).await;
    assert_eq!(told(&lina), 1);
}
