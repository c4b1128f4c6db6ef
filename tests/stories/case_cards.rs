//! The private card says first who it is: whoever does not feel safe, asks for a call, reported or answered, on a line of
//! her own with side and file number. The group's card names nobody.

use crate::breaks::pauses;
use crate::cases::opens;
use crate::checkin::Talking;
use crate::group::told;
use crate::her_phone::afraid;
use crate::world::{Friend, World};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";

/// Her line on a card: alias, side, file number.
fn line(friend: &Friend, icon: &str, name: &str, side: &str) -> String {
    format!("{icon} {name} · {side} · 📁 F-{}", friend.phone.id())
}

/// The newest card's lines.
fn card(friend: &Friend) -> Vec<String> {
    friend.hears("Case ").text.lines().map(str::to_owned).collect()
}

/// These lines stand on the card right below each other.
fn stands(card: &[String], lines: &[String]) {
    assert!(card.windows(lines.len()).any(|here| here == lines), "{lines:?} do not stand in {card:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_pair_the_card_says_which_of_the_two_is_in_danger() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let hers = line(&amina, "🌱", "Amina", "mentee");
    let his = line(&tomas, "🤝", "Tomás", "mentor");
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    let danger = "🛟 In danger, perhaps right now:".to_owned();
    stands(&card(&vera), &[danger.clone(), hers.clone(), "👥 The others:".to_owned(), his.clone()]);
    tomas.says("🆘 Necesito ayuda").await;
    tomas.presses("🛟 No me siento a salvo").await;
    stands(&card(&vera), &[danger, his, "👥 The others:".to_owned(), hers]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_says_who_asks_for_the_call_and_who_reported() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let his = line(&tomas, "🤝", "Tomás", "mentor");
    tomas.says("🆘 Necesito ayuda").await;
    tomas.presses("📞 Quiero una llamada").await;
    tomas.presses("📞 Hoy").await;
    stands(&card(&vera), &["📞 Wants to be called:".to_owned(), his.clone()]);
    amina.says("palabras feas").await;
    tomas.says("🆘 Necesito ayuda").await;
    tomas.presses("🚩 Avisar del último mensaje").await;
    stands(&card(&vera), &["🚩 Reported by:".to_owned(), his]);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_of_four_the_private_card_names_who_pressed_and_the_group_card_nobody() {
    let it = told().await;
    let (world, lea, vera) = (&it.world, &it.lea, &it.vera);
    let [ana, bo] = [world.joined("Ana", Role::Mentee).await, world.joined("Bo", Role::Mentee).await];
    let [marta, luis] = [world.joined("Marta", Role::Mentor).await, world.joined("Luis", Role::Mentor).await];
    let mentees = [(&ana, Side::Mentee), (&bo, Side::Mentee)];
    world.introduce(&[mentees[0], mentees[1], (&marta, Side::Mentor), (&luis, Side::Mentor)], vera).await;
    let team = it.linked().await;
    bo.says(SOS).await;
    bo.presses(UNSAFE).await;
    let card = card(vera);
    let others = [
        line(&ana, "🌱", "Ana", "mentee"),
        line(&marta, "🤝", "Marta", "mentor"),
        line(&luis, "🤝", "Luis", "mentor"),
    ];
    let first = ["🛟 In danger, perhaps right now:".to_owned(), line(&bo, "🌱", "Bo", "mentee")];
    stands(&card, &[&first[..], &["👥 The others:".to_owned()], &others[..]].concat());
    it.presses(&team, &lea.phone, "👤 I’m on it").await;
    for seen in team.screen(None).iter().filter(|seen| seen.from_bot && seen.text.contains("Case ")) {
        for secret in ["Ana", "Bo", "Marta", "Luis", "F-", "mentee", "mentor"] {
            assert!(!seen.text.contains(secret), "the group reads {secret}: {seen:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_conversations_that_are_stopped_all_others_stand_below_her() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let marta = world.joined("Marta", Role::Mentor).await;
    world.introduce(&[(&amina, Side::Mentee), (&marta, Side::Mentor)], &vera).await;
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    let first = ["🛟 In danger, perhaps right now:".to_owned(), line(&amina, "🌱", "Amina", "mentee")];
    let others = [line(&tomas, "🤝", "Tomás", "mentor"), line(&marta, "🤝", "Marta", "mentor")];
    vera.says("/cases").await;
    vera.presses("🔎 1").await;
    stands(&card(&vera), &[&first[..], &["👥 The others:".to_owned()], &others[..]].concat());
}

/// The card of the case about a sad face, as its coordinator finds it in the list.
async fn sad_card(vera: &Friend) -> Vec<String> {
    vera.says("/cases").await;
    let list = vera.hears("open.").text;
    let before = list.split("🙁").next().unwrap();
    let number = before.rsplit("Case ").next().unwrap().split(' ').next().unwrap();
    vera.presses(&format!("🔎 {number}")).await;
    card(vera)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentors_sad_face_after_no_we_did_not_talk_says_mentor_and_that_they_did_not() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("hola").await;
    tomas.says("hola, Amina").await;
    world.days_pass(12).await;
    tomas.hears("¿Has hablado con esta persona");
    tomas.presses("🕐 Todavía no").await;
    world.days_pass(2).await;
    world.hours_pass(9).await;
    tomas.presses("🙁 Mal").await;
    let card = sad_card(&vera).await;
    assert!(card.iter().any(|line| line == "🙁 Somebody answered with a sad face."), "{card:#?}");
    stands(&card, &["💬 Answered:".to_owned(), line(&tomas, "🤝", "Tomás", "mentor")]);
    assert!(card.iter().any(|line| line == "▫️ They had not talked before that."), "{card:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentees_sad_face_says_whether_they_had_talked() {
    for (answer, says) in [
        ("✅ نعم", "▫️ They had talked before that."),
        ("✖️ لا", "▫️ They had not talked before that."),
        ("📱 نعم، لكن ليس هنا", "▫️ They had talked elsewhere before that."),
    ] {
        let Talking { amina, vera, .. } = Talking::first_evening().await;
        amina.presses(answer).await;
        amina.presses("🙁").await;
        let card = sad_card(&vera).await;
        stands(&card, &["💬 Answered:".to_owned(), line(&amina, "🌱", "Amina", "mentee")]);
        assert!(card.iter().any(|line| line == says), "{says}: {card:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_of_a_case_that_is_closed_does_not_say_that_somebody_is_in_danger_now() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let hers = line(&amina, "🌱", "Amina", "mentee");
    afraid(&amina, Some("✖️ لا")).await;
    vera.presses("👤 I’m on it").await;
    for step in ["➕ More", "📞 Call done", "✅ All settled, close case", "📞 Call", "15 minutes"] {
        vera.presses(step).await;
    }
    let closed = card(&vera);
    assert!(closed.iter().any(|line| line.contains("This case is solved")), "{closed:#?}");
    stands(&closed, &["🛟 Did not feel safe:".to_owned(), hers]);
    for now in ["In danger", "does not feel safe"] {
        assert!(!closed.iter().any(|line| line.contains(now)), "{closed:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_that_was_chosen_and_a_stop_for_safety_have_words_of_their_own() {
    for (safety, sign, heading) in [
        (false, "⏸ Stopped by the team", "⏸ Stopped by the team until:"),
        (true, "🛑 Stopped for safety", "🛑 Stopped for safety:"),
    ] {
        let world = World::new().await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let pair = world.pair_of(&amina).await.unwrap().id;
        if safety {
            afraid(&amina, Some("✅ نعم")).await;
        } else {
            pauses(&vera, "⏸ 8 weeks").await;
        }
        vera.says("/pairs").await;
        assert!(vera.hears("Your pairs").text.contains(sign), "{}", vera.hears("Your pairs").text);
        world.days_pass(1).await;
        let digest = vera.hears("Good morning").text;
        let lines: Vec<&str> = digest.lines().collect();
        let at = lines.iter().position(|line| *line == heading).unwrap_or_else(|| panic!("{digest}"));
        assert!(lines[at + 1].starts_with(&format!("• No. {pair}")), "{digest}");
        assert_eq!(digest.matches(&format!("No. {pair}")).count(), 1, "{digest}");
    }
}

/// Where a pair is ended from does not change for what reasons it can end, nor how they are called.
#[tokio::test(flavor = "multi_thread")]
async fn the_reasons_for_an_end_are_one_list() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.says("/pairs").await;
    for step in ["1 · Amina", "🏁 End pair"] {
        vera.presses(step).await;
    }
    let mut desk = reasons(&vera).await;
    for step in ["◀ Back", "🔇 No contact"] {
        vera.presses(step).await;
    }
    desk.extend(reasons(&vera).await);
    desk.retain(|label| label != "🔇 No contact");
    let pair = world.pair_of(&amina).await.map(|pair| pair.id);
    opens(&world, CaseKind::Missed, pair, Some(&amina)).await;
    for step in ["👤 I’m on it", "➕ More", "➕ More", "🏁 End pair, close case"] {
        if vera.phone.screen().last().is_some_and(|seen| seen.has_button(step)) {
            vera.presses(step).await;
        }
    }
    let mut case = reasons(&vera).await;
    for list in [&mut desk, &mut case] {
        list.sort();
    }
    assert_eq!((desk.len(), &desk), (10, &case));
}

/// The reasons on all pages of a choice.
async fn reasons(vera: &Friend) -> Vec<String> {
    let mut found = Vec::new();
    loop {
        let screen = vera.phone.screen();
        let asks = screen.into_iter().rev().find(|seen| !seen.buttons.is_empty()).unwrap();
        let labels = asks.buttons.concat().into_iter().map(|button| button.text);
        let (turn, here): (Vec<_>, Vec<_>) =
            labels.partition(|it| it.contains("More") || it.contains("Back"));
        found.extend(here);
        if !turn.iter().any(|it| it.contains("More")) {
            return found;
        }
        vera.presses("➕ More").await;
    }
}
