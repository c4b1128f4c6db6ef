//! Open invitations are listed and withdrawn, everybody who is invited has a file number, and one that is in use is warned
//! about before a link is made.

use crate::world::{Friend, World};
use lazo::domain::invite::NewInvite;
use lazo::domain::lang::Lang;
use lazo::domain::person::Role;

/// The newest invitation's link.
fn link(staff: &Friend) -> String {
    let text = staff.hears("https://t.me/").text;
    text.lines().last().unwrap_or_default().to_owned()
}

/// Invites somebody with a typed number.
async fn invites(staff: &Friend, role: &str, number: &str) {
    staff.says("/invite").await;
    staff.presses(role).await;
    staff.says(number).await;
    in_english(staff).await;
}

/// If she is asked, it is in English.
async fn in_english(staff: &Friend) {
    if staff.last().contains("In which language do you invite this person?") {
        staff.presses("English").await;
    }
}

/// So many invitations were made.
async fn made(world: &World) -> usize {
    world
        .changes(async |tx, now| {
            tx.open_invites((world.programme(), None), lazo::domain::paging::Turn::First, 100, now)
                .await
                .map_or(0, |all| all.len())
        })
        .await
}

/// Story 16 of the programme.
#[tokio::test(flavor = "multi_thread")]
async fn an_open_invitation_is_listed_and_withdrawn_and_its_link_explains_itself() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    vera.says("/invites").await;
    vera.hears("There is no open invitation");
    invites(&vera, "🌱 Mentee", "F-17").await;
    let hers = link(&vera);
    invites(&vera, "🤝 Mentor", "M-04").await;
    let his = link(&vera);
    vera.says("/invites").await;
    let list = vera.hears("Open invitations").text;
    for fact in ["1 · 🌱 Mentee", "🗂 F-17", "2 · 🤝 Mentor", "🗂 M-04", "Works until: Monday 16 March"]
    {
        assert!(list.contains(fact), "{fact} in {list}");
    }
    vera.presses("1 · F-17").await;
    assert!(vera.hears("Withdraw this invitation?").text.contains("F-17"));
    vera.presses("◀ Back").await;
    vera.presses("1 · F-17").await;
    vera.presses("🗑 Yes, withdraw it").await;
    vera.hears("This invitation was withdrawn");
    let amina = world.newcomer("Amina", "en");
    amina.opens(&hers).await;
    let said = amina.last();
    assert!(
        said.contains("This link does not work") && said.contains("ask your team for a new one"),
        "{said}"
    );
    assert!(said.contains("withdrew"), "{said}");
    assert_eq!(amina.person().await, None);
    let tomas = world.newcomer("Tomás", "en");
    tomas.opens(&his).await;
    tomas.hears("Which language do you want?");
    vera.presses("✉️ Open invitations").await;
    vera.hears("There is no open invitation");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_used_or_is_too_old_is_not_listed_and_cannot_be_withdrawn_any_more() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    invites(&vera, "🌱 Mentee", "F-1").await;
    let used = link(&vera);
    vera.says("/invites").await;
    vera.presses("1 · F-1").await;
    let amina = world.newcomer("Amina", "en");
    amina.opens(&used).await;
    vera.presses("🗑 Yes, withdraw it").await;
    vera.never_hears("was withdrawn");
    assert!(amina.person().await.is_some(), "she stays in");
    invites(&vera, "🌱 Mentee", "F-2").await;
    world.days_pass(14).await;
    vera.says("/invites").await;
    vera.hears("There is no open invitation");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_sees_her_own_invitations_and_a_lead_sees_all_and_who_made_them() {
    let world = World::new().await;
    let ana = world.joined("Ana", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    invites(&vera, "🌱 Mentee", "F-1").await;
    invites(&eva, "🌱 Mentee", "F-2").await;
    invites(&ana, "🧭 Coordinator", "S-1").await;
    let terminal = NewInvite {
        programme: Some(world.programme()),
        role: Role::Mentor,
        alias: None,
        file_number: Some("M-9".to_owned()),
        invited_by: None,
    };
    world.link_for(terminal).await;
    for friend in [&ana, &vera, &eva] {
        friend.says("/invites").await;
    }
    let shown = |friend: &Friend| {
        let text = friend.hears("Open invitations").text;
        ["F-1", "F-2", "S-1", "M-9"].map(|file| text.contains(file))
    };
    assert_eq!(shown(&ana), [true, true, true, true]);
    assert_eq!(shown(&vera), [true, false, false, true]);
    assert_eq!(shown(&eva), [false, true, false, true]);
    assert!(ana.hears("Open invitations").text.contains("Invited by: Vera"));
    // Eva's button is nobody else's.
    eva.presses("1 · F-2").await;
    let sure = eva.hears("Withdraw this invitation?");
    let data = sure.buttons[0][0].data.clone().unwrap();
    vera.phone.sends_callback(sure.id, &data);
    world.settles().await;
    assert_eq!(made(&world).await, 4);
    // Nor is anything here for whoever is not in the team.
    let amina = world.joined("Amina", Role::Mentee).await;
    amina.says("/invites").await;
    amina.hears("هذا الأمر غير معروف");
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_open_invitations_are_shown_page_by_page() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    for n in 1..=20 {
        let what = NewInvite {
            programme: Some(world.programme()),
            role: Role::Mentee,
            alias: None,
            file_number: Some(format!("N-{n:02}")),
            invited_by: Some(vera.id),
        };
        world.link_for(what).await;
    }
    vera.says("/invites").await;
    let mut all = vera.hears("Open invitations").text;
    while vera.phone.last().is_some_and(|last| last.has_button("Next ➡️")) {
        vera.presses("Next ➡️").await;
        all.push_str(&vera.hears("Open invitations").text);
    }
    let shown = (1..=20).filter(|n| all.matches(&format!("N-{n:02}")).count() == 1).count();
    assert_eq!(shown, 20, "{all}");
    vera.presses("◀ Previous").await;
    vera.presses("1 · N-13").await;
    vera.presses("◀ Back").await;
    assert!(vera.hears("Open invitations").text.contains("1 · 🌱 Mentee\n🗂 N-13"), "back to its page");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_number_gets_one_that_nobody_ever_had_and_it_stands_on_every_card() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    invites(&vera, "🌱 Mentee", "2026-007").await;
    for (role, number) in [("🌱 Mentee", "2026-008"), ("🤝 Mentor", "2026-009")] {
        vera.says("/invite").await;
        vera.presses(role).await;
        vera.presses("⏭ Give a new number").await;
        in_english(&vera).await;
        let made = vera.hears("This invitation is ready").text;
        assert!(made.contains(number) && made.contains("Lazo gave this number"), "{made}");
    }
    let tomas = world.newcomer("Tomás", "es");
    tomas.joins(&link(&vera), 2, "Tomás").await;
    assert!(vera.hears("This mentor has answered everything").text.contains("Tomás · 2026-009"));
    // What was withdrawn keeps its number: it may stand in somebody's file.
    vera.says("/invites").await;
    vera.presses("2 · 2026-008").await;
    vera.presses("🗑 Yes, withdraw it").await;
    vera.says("/invite").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("⏭ Give a new number").await;
    in_english(&vera).await;
    assert!(vera.hears("This invitation is ready").text.contains("2026-010"));
    // Whoever works in the team needs none.
    let ana = world.joined("Ana", Role::Lead).await;
    ana.says("/invite").await;
    ana.presses("🧭 Coordinator").await;
    ana.presses("⏭ Without a number").await;
    in_english(&ana).await;
    assert!(!ana.hears("This invitation is ready").text.contains("2026-"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_in_use_is_warned_about_before_the_link_is_made() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let hers = format!("F-{}", amina.phone.id());
    let as_typed = format!(" {} ", hers.to_lowercase());
    invites(&vera, "🤝 Mentor", &as_typed).await;
    let warning = vera.hears("Somebody has this number already").text;
    assert!(warning.contains("Amina"), "{warning}");
    assert_eq!(made(&world).await, 0);
    vera.presses("✏️ Another number").await;
    vera.says("M-1").await;
    in_english(&vera).await;
    assert_eq!(made(&world).await, 1);
    // An open invitation has its number, too.
    invites(&vera, "🌱 Mentee", "m-1").await;
    assert!(vera.hears("Somebody has this number already").text.contains("An open invitation: 🤝 Mentor"));
    assert_eq!(made(&world).await, 1);
    // The same person may be both: it is hers to say, once.
    vera.presses("✅ Yes, the same").await;
    in_english(&vera).await;
    assert_eq!(made(&world).await, 2);
    let warning = vera.phone.screen().into_iter().rfind(|it| it.text.contains("has this number already"));
    assert!(warning.is_some_and(|it| it.buttons.is_empty()));
    // Wildcards are letters like any other, and what cannot be a number is asked for again.
    for other in ["%", "F-_", "\u{202e}1-M"] {
        let before = made(&world).await;
        invites(&vera, "🌱 Mentee", other).await;
        assert_eq!(made(&world).await, before + 1, "{other:?}");
    }
    let before = made(&world).await;
    invites(&vera, "🌱 Mentee", &"9".repeat(4_000)).await;
    invites(&vera, "🌱 Mentee", "\u{200f}").await;
    assert_eq!(made(&world).await, before);
    assert!(vera.last().contains("Which file number"), "{}", vera.last());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_in_the_language_of_whoever_is_invited() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    for (label, hello) in
        [("العربية (beta)", "يدعوك"), ("Español (beta)", "te invita"), ("English", "You are invited")]
    {
        vera.says("/invite").await;
        vera.presses("🌱 Mentee").await;
        vera.presses("⏭ Give a new number").await;
        vera.hears("In which language do you invite this person?");
        vera.presses(label).await;
        vera.hears("This invitation is ready");
        let invitation = vera.hears("https://t.me/");
        assert!(invitation.text.contains(hello), "{}", invitation.text);
        assert_eq!(invitation.text.contains("You are invited"), label == "English", "{}", invitation.text);
    }
    // A number that somebody has was warned about before, and one language needs no choice.
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.languages = vec![Lang::new("es")];
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
    vera.says("/invite").await;
    vera.presses("🤝 Mentor").await;
    vera.says("M-4").await;
    assert!(vera.hears("https://t.me/").text.contains("te invita"));
}

/// The number on somebody's card.
async fn number(world: &World, friend: &Friend) -> Option<String> {
    world.changes(async |tx, _| tx.person(friend.id).await.unwrap().unwrap().file_number).await
}

/// As a version before left somebody.
async fn has_none(world: &World, friend: &Friend) {
    world
        .changes(async |tx, _| {
            let mut person = tx.person(friend.id).await.unwrap().unwrap();
            person.file_number = None;
            tx.save(&person).await.unwrap();
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_who_takes_part_has_a_number_after_the_update_and_nobody_has_that_of_another() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let nour = world.joined("Nour", Role::Mentee).await;
    let his = number(&world, &tomas).await;
    for friend in [&amina, &vera, &nour] {
        has_none(&world, friend).await;
    }
    world.restarts().await;
    assert_eq!(number(&world, &amina).await.as_deref(), Some("2026-001"));
    assert_eq!(number(&world, &nour).await.as_deref(), Some("2026-002"));
    assert_eq!(number(&world, &tomas).await, his, "who had one keeps it");
    assert_eq!(number(&world, &vera).await, None, "whoever works in the team needs none");
    world.restarts().await;
    assert_eq!(number(&world, &nour).await.as_deref(), Some("2026-002"));
    vera.says("/find").await;
    vera.says("2026-002").await;
    vera.presses("Nour").await;
    let card = vera.last();
    assert!(card.contains("Nour") && card.contains("2026-002"), "{card}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_changed_on_the_card_and_one_in_use_is_warned_about() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let his = number(&world, &tomas).await.unwrap();
    let opens = async || {
        vera.says("/people").await;
        vera.presses("🌱 Mentee").await;
        vera.presses("1 · Amina").await;
        vera.presses("🗂 File number").await;
    };
    opens().await;
    vera.hears("Which file number does this person have with you?");
    vera.presses("◀ Back").await;
    assert!(vera.phone.last().unwrap().has_button("🗂 File number"), "back on the card");
    opens().await;
    vera.says("A-12").await;
    assert_eq!(number(&world, &amina).await.as_deref(), Some("A-12"));
    assert!(vera.last().contains("A-12") && vera.phone.last().unwrap().has_button("🗂 File number"));
    // Her own is no warning, in whatever form.
    opens().await;
    vera.says("a-12").await;
    assert_eq!(number(&world, &amina).await.as_deref(), Some("a-12"));
    opens().await;
    vera.says(&his).await;
    assert!(vera.hears("Somebody has this number already").text.contains("Tomás"));
    assert_eq!(number(&world, &amina).await.as_deref(), Some("a-12"));
    vera.presses("✏️ Another number").await;
    vera.presses("⏭ Give a new number").await;
    assert_eq!(number(&world, &amina).await.as_deref(), Some("2026-001"));
    opens().await;
    vera.says(&his).await;
    vera.presses("✅ Yes, the same").await;
    assert_eq!(number(&world, &amina).await, Some(his));
    // What she types half an hour later is none.
    opens().await;
    world.minutes_pass(31).await;
    vera.says("B-1").await;
    assert_ne!(number(&world, &amina).await.as_deref(), Some("B-1"));
    // Whoever works in the team has none to change.
    vera.says("/people").await;
    vera.presses("🧭 Coordinator").await;
    vera.presses("1 · Vera").await;
    assert!(!vera.phone.last().unwrap().has_button("🗂 File number"));
}
