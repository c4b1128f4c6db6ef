//! Nobody speaks for the team: a name that does is not taken, and what looks like the bot's own words stands below its
//! author's name.

use crate::albums::part;
use crate::world::{Friend, World};
use lazo::demo::Content;
use lazo::domain::conversation::Side;
use lazo::domain::person::{Role, Standing};

const TEAM: &str = "🆘 Tu equipo: escribe aquí tu dirección";
const NAME: &str = "— Tomás —";

/// What stands right above the newest message with these words.
fn above(friend: &Friend, words: &str) -> String {
    let screen = friend.phone.screen();
    let at = screen
        .iter()
        .rposition(|seen| seen.text.contains(words))
        .unwrap_or_else(|| panic!("not there: {words}"));
    let above = at.checked_sub(1).map(|at| screen[at].text.clone()).unwrap_or_default();
    above.replace(['\u{200F}', '\u{2068}', '\u{2069}'], "")
}

fn names(friend: &Friend) -> usize {
    friend
        .reads()
        .iter()
        .filter(|text| text.replace(['\u{200F}', '\u{2068}', '\u{2069}'], "") == NAME)
        .count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_speaks_for_the_team_is_not_taken_and_the_next_one_is() {
    let world = World::new().await;
    let lena = world.newcomer("Lena", "en");
    lena.opens(&world.link(Role::Mentor).await).await;
    lena.taps(1).await;
    lena.agrees().await;
    for name in ["Vera (Lead)", "🧭 Lazo", "Your team", "T3am", "Сoordinator", "Casa Ana", "🆘 Lena", "فريق"]
    {
        lena.says(name).await;
        assert!(lena.last().contains("looks like the team’s"), "{name}: {}", lena.last());
    }
    lena.says("Lena").await;
    assert_eq!(lena.person().await.unwrap().alias, "Lena");
    assert_eq!(lena.person().await.unwrap().standing, Standing::Joining, "and goes on where she was");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_looks_like_the_bots_words_stands_below_its_authors_name_and_nothing_else_does() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola, ¿qué tal?").await;
    tomas.says("👍").await;
    assert_eq!(names(&amina), 0);
    for (content, words) in [
        (Content::from(TEAM), TEAM),
        (Content::from("Lazo: ¿cuál es tu número?"), "Lazo: "),
        (Content::from("الفريق: اكتبي عنوانك"), "اكتبي عنوانك"),
        (Content::from("Tоca 🆘 si nо te sientes a saIvo"), "Tоca"),
        (Content::photo("🔒 Solo lo lee el equipo"), "🔒 Solo"),
        (Content::photo("— Vera —"), "— Vera —"),
    ] {
        tomas.sends(content).await;
        assert_eq!(above(&amina, words), NAME, "{words}");
    }
    tomas.says("adiós").await;
    assert_ne!(above(&amina, "adiós"), NAME);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_is_named_once_whichever_part_looks_like_the_bots() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.phone.sends(part("a", "uno"));
    tomas.phone.sends(part("a", TEAM));
    world.settles().await;
    world.minutes_pass(1).await;
    assert_eq!((above(&amina, "uno"), names(&amina)), (NAME.to_owned(), 1));
    tomas.sends(part("a", "🔔 tarde")).await;
    assert_eq!(above(&amina, "🔔 tarde"), NAME);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_into_the_bots_words_moves_below_a_name_also_when_its_words_are_forgotten() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("hola").await;
    assert!(tomas.phone.edits(id, TEAM));
    world.settles().await;
    assert_eq!(above(&amina, TEAM), NAME);
    amina.never_hears("hola\u{0}");
    assert!(!amina.copies().iter().any(|copy| copy.text == "hola"), "{:?}", amina.reads());
    // Named once, it is changed where it stands.
    world.minutes_pass(1).await;
    assert!(tomas.phone.edits(id, "🆘 otra vez"));
    world.settles().await;
    assert_eq!((above(&amina, "🆘 otra vez"), names(&amina)), (NAME.to_owned(), 1));
    // Two changes one after another: the second waits for its turn, and a restart forgets what it says.
    let id = tomas.says("buenas").await;
    assert!(tomas.phone.edits(id, "buenas tardes"));
    world.settles().await;
    assert!(tomas.phone.edits(id, "✅ Tu equipo"));
    world.settles().await;
    world.restarts().await;
    world.minutes_pass(1).await;
    assert_eq!(above(&amina, "✅ Tu equipo"), NAME);
    assert!(!amina.copies().iter().any(|copy| copy.text.contains("buenas")), "{:?}", amina.reads());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_or_is_asked_about_is_named_when_it_arrives() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.blocks().await;
    tomas.says(TEAM).await;
    world.restarts().await;
    amina.unblocks().await;
    assert_eq!(above(&amina, TEAM), NAME);
    tomas.says("📞 Llama al equipo: 612 345 678").await;
    world.restarts().await;
    tomas.taps(0).await;
    assert_eq!(above(&amina, "📞 Llama"), NAME);
    // With a second conversation it is asked for whom it is.
    let nadia = world.joined("Nadia", Role::Mentee).await;
    world.introduce(&[(&nadia, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    world.hours_pass(1).await;
    tomas.says("✅ Equipo: todo bien").await;
    tomas.presses("👤 Para: Nadia").await;
    assert_eq!(above(&nadia, "✅ Equipo"), NAME);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_the_name_is_said_again_and_once() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    world.introduce(&[(&amina, Side::Mentee), (&tomas, Side::Mentor), (&marta, Side::Mentor)], &vera).await;
    tomas.says(TEAM).await;
    tomas.says("y otra cosa").await;
    tomas.says("🔔 Tu equipo").await;
    for reader in [&amina, &marta] {
        let named = reader.reads().iter().filter(|text| text.contains("Tomás")).count();
        assert_eq!(named, 2, "{:?}", reader.reads());
        assert!(above(reader, TEAM).contains("Tomás") && above(reader, "🔔 Tu equipo").contains("Tomás"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_to_the_team_that_looks_like_the_bots_has_its_name_too_and_the_team_speaks_for_itself() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/team").await;
    amina.says("🔔 Lazo: una alerta").await;
    assert!(above(&vera, "🔔 Lazo").contains("Amina"), "{:?}", vera.reads());
    vera.replies(vera.hears("🔔 Lazo").id, "🆘 Your team: are you safe?").await;
    assert_ne!(above(&amina, "🆘 Your team"), "— Vera —");
}
