//! A stopped conversation is opened again: whoever opens it is asked what becomes of what waits, wherever she does; what
//! somebody wrote before she pressed 🆘 goes only with her own yes.

use crate::world::{Friend, World};
use lazo::demo::Group;
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::id::{ChatId, MessageId};
use lazo::domain::pause::RESTS_DAYS;
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const YES: &str = "✅ نعم";
const NO: &str = "✖️ لا";
const ARRIVE: &str = "✅ نعم، لتصل";
const LET: &str = "✅ Let them arrive";
const DROP: &str = "🗑 Drop them";
const OPEN: &str = "▶ Open";
const LOST: &str = "no pudieron llegar";

/// Where Vera opens from.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    Case,
    Desk,
}

impl Place {
    pub async fn asks(self, vera: &Friend) {
        match self {
            Self::Case => {
                vera.presses("More").await;
                vera.presses("Open the chat again").await;
            }
            Self::Desk => {
                vera.says("/pairs").await;
                vera.presses("1 · ").await;
                vera.presses("▶ Let them write again").await;
            }
        }
    }
}

async fn afraid(amina: &Friend, about: Option<&str>) {
    amina.says(SOS).await;
    amina.presses(UNSAFE).await;
    if let Some(about) = about {
        amina.presses(about).await;
    }
}

/// The team stops a pair for so many days.
async fn pauses(world: &World, amina: &Friend, days: i64) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::pause(tx, &mut pair, (now + chrono::TimeDelta::days(days), None), now).await.unwrap();
        })
        .await;
    world.settles().await;
}

fn texts(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|seen| seen.text).collect()
}

/// The words of the message that another answers.
fn answered(friend: &Friend, message: Option<i64>) -> String {
    let history = friend.phone.history();
    history.into_iter().find(|seen| Some(seen.id) == message).map(|seen| seen.text).unwrap_or_default()
}

async fn phase(world: &World, friend: &Friend) -> Phase {
    world.pair_of(friend).await.unwrap().phase
}

/// A pair that Amina stopped, and three messages of Tomás since.
async fn stopped() -> (World, [Friend; 3]) {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    afraid(&amina, Some(YES)).await;
    world.hours_pass(2).await;
    for words in ["uno", "dos", "tres"] {
        tomas.says(words).await;
    }
    vera.presses("👤 I’m on it").await;
    (world, [amina, tomas, vera])
}

/// What Amina wrote in a stop of the team's, before she pressed 🆘 in it.
async fn wrote_before() -> (World, [Friend; 3]) {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    pauses(&world, &amina, 60).await;
    amina.says("متى نلتقي؟").await;
    afraid(&amina, Some(YES)).await;
    vera.presses("👤 I’m on it").await;
    (world, [amina, tomas, vera])
}

pub async fn opens(vera: &Friend) {
    Place::Desk.asks(vera).await;
    vera.presses(OPEN).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wherever_it_is_opened_it_is_asked_and_what_is_dropped_never_arrives_and_its_writer_reads_so() {
    for place in [Place::Case, Place::Desk] {
        let (world, [amina, tomas, vera]) = stopped().await;
        place.asks(&vera).await;
        let asked = vera.hears("Open this chat again?");
        let lines: Vec<&str> = asked.text.lines().collect();
        assert!(lines.contains(&"3 · Tomás · since: Monday 2 March"), "{place:?} {lines:?}");
        assert!(lines.contains(&"0 · Amina"), "{place:?} {lines:?}");
        assert!(!asked.has_button(OPEN), "first what waits");
        assert_eq!(phase(&world, &amina).await, Phase::Held);
        vera.presses(DROP).await;
        assert_eq!(phase(&world, &amina).await, Phase::Held);
        world.restarts().await;
        vera.presses(OPEN).await;
        assert_eq!(phase(&world, &amina).await, Phase::Active);
        assert_eq!(texts(&amina), Vec::<String>::new());
        assert_eq!(tomas.reads().iter().filter(|it| it.contains(LOST)).count(), 1);
        let told = tomas.hears("3 mensajes tuyos no pudieron llegar");
        assert_eq!(answered(&tomas, told.reply_to), "uno");
        tomas.says("cuatro").await;
        world.restarts().await;
        world.days_pass(RESTS_DAYS + 1).await;
        assert_eq!(texts(&amina), ["cuatro"]);
        assert_eq!(tomas.reads().iter().filter(|it| it.contains(LOST)).count(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_let_arrives_in_order_once() {
    for place in [Place::Case, Place::Desk] {
        let (world, [amina, tomas, vera]) = stopped().await;
        place.asks(&vera).await;
        vera.presses(LET).await;
        vera.presses(OPEN).await;
        assert_eq!(texts(&amina), ["uno", "dos", "tres"]);
        tomas.never_hears(LOST);
        tomas.hears("Este chat sigue");
        world.restarts().await;
        assert_eq!(texts(&amina), ["uno", "dos", "tres"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn back_leaves_it_as_it_was() {
    for place in [Place::Case, Place::Desk] {
        let (world, [amina, tomas, vera]) = stopped().await;
        place.asks(&vera).await;
        vera.presses(DROP).await;
        vera.presses("◀ Back").await;
        assert_eq!(phase(&world, &amina).await, Phase::Held);
        assert!(texts(&amina).is_empty());
        tomas.never_hears(LOST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_group_nobodys_name_is_shown_the_question_comes_to_who_pressed() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let team = world.telegram.group(Group::forum(7, "Team"));
    for phone in [&lea.phone, &vera.phone] {
        team.joins(phone);
    }
    team.adds_bot(&lea.phone);
    world.settles().await;
    team.says_as(&lea.phone, "/linkgroup", None);
    world.settles().await;
    afraid(&amina, Some(YES)).await;
    tomas.says("uno").await;
    for label in ["More", "Open the chat again"] {
        team.presses_as(&vera.phone, label).unwrap();
        world.settles().await;
    }
    vera.hears("1 · Tomás · since");
    let shown: Vec<String> =
        team.topics().iter().flat_map(|(id, ..)| team.screen(Some(*id))).map(|seen| seen.text).collect();
    assert!(shown.iter().all(|text| !text.contains("Tomás")), "{shown:?}");
    vera.presses(LET).await;
    vera.presses(OPEN).await;
    assert_eq!(texts(&amina), ["uno"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_that_is_not_true_any_more_is_shown_again_and_does_nothing() {
    let (world, [amina, tomas, vera]) = stopped().await;
    Place::Desk.asks(&vera).await;
    vera.presses(LET).await;
    tomas.says("cuatro").await;
    vera.presses(OPEN).await;
    let asked = vera.hears("Something has changed");
    assert!(asked.text.contains("4 · Tomás"), "{}", asked.text);
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    // One is taken back, another is written: as many, and others.
    vera.presses(LET).await;
    let five = tomas.says("cinco").await;
    tomas.replies(five, "/undo").await;
    vera.presses(OPEN).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active, "nothing is other than it was shown");
    assert_eq!(texts(&amina), ["uno", "dos", "tres", "cuatro"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_press_of_hers_a_conversation_that_is_open_or_over_and_a_second_screen_open_nothing() {
    let (world, [amina, tomas, vera]) = stopped().await;
    Place::Desk.asks(&vera).await;
    vera.presses(DROP).await;
    world.minutes_pass(1).await;
    afraid(&amina, None).await;
    vera.presses(OPEN).await;
    vera.hears("Something has changed");
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    // Two screens: what the first has opened the second does not touch.
    Place::Case.asks(&vera).await;
    let second = vera.hears("Open this chat again?").id;
    Place::Desk.asks(&vera).await;
    vera.presses(LET).await;
    vera.presses(OPEN).await;
    assert_eq!(texts(&amina), ["uno", "dos", "tres"]);
    vera.phone.presses_on(second, DROP).unwrap();
    world.settles().await;
    vera.hears("You cannot open this chat now");
    tomas.never_hears(LOST);
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::hold(tx, &mut pair, None, now).await.unwrap();
        })
        .await;
    Place::Desk.asks(&vera).await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::close(tx, &mut pair, lazo::domain::closing::ClosingReason::Other, None, now)
                .await
                .unwrap();
        })
        .await;
    vera.presses(OPEN).await;
    vera.hears("You cannot open this chat now");
    assert!(world.pair_of(&amina).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lost_the_pair_or_is_named_opens_nothing_with_a_screen_of_before() {
    let (world, [amina, _, vera]) = stopped().await;
    let eva = world.joined("Eva", Role::Coordinator).await;
    Place::Desk.asks(&vera).await;
    vera.presses(LET).await;
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            pair.coordinator = Some(eva.id);
            tx.save_conversation(&pair).await.unwrap();
        })
        .await;
    vera.presses(OPEN).await;
    vera.hears("You cannot open this chat now");
    assert_eq!(phase(&world, &amina).await, Phase::Held);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_wrote_before_goes_only_with_her_yes_and_she_reads_first_how_it_goes_on() {
    let (world, [amina, tomas, vera]) = wrote_before().await;
    tomas.says("Hola").await;
    Place::Desk.asks(&vera).await;
    let asked = vera.hears("Open this chat again?").text;
    assert!(asked.contains("1 · Amina · since: Monday 2 March · will be asked"), "{asked}");
    vera.presses(DROP).await;
    vera.presses(OPEN).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    assert!(texts(&tomas).is_empty());
    amina.never_hears("لم تصل");
    amina.never_hears("لم يمكن إيصالها. لم تصل");
    let posted = [(&amina, "لديك رسالة من فريقك"), (&tomas, "Este chat sigue")]
        .map(|(friend, words)| (ChatId(friend.phone.id()), MessageId(friend.hears(words).id)));
    let [hers, his] = world
        .changes(async |tx, _| {
            let hers = tx.known(posted[0].0, posted[0].1).await.unwrap().unwrap();
            let his = tx.known(posted[1].0, posted[1].1).await.unwrap().unwrap();
            [hers.letter, his.letter]
        })
        .await;
    assert!(hers.is_some() && hers < his, "she reads first how it goes on: {hers:?} {his:?}");
    amina.opens_mail().await;
    let question = amina.hears("رسالة قديمة منك لم تصل");
    assert_eq!(answered(&amina, question.reply_to), "متى نلتقي؟");
    world.restarts().await;
    vera.says("/cases").await;
    assert!(texts(&tomas).is_empty());
    amina.presses(ARRIVE).await;
    assert_eq!(texts(&tomas), ["متى نلتقي؟"]);
    amina.hears("شكرًا");
    world.restarts().await;
    assert_eq!(texts(&tomas).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_her_yes_it_never_goes_and_lapses_with_the_28_days() {
    let (world, [amina, tomas, vera]) = wrote_before().await;
    opens(&vera).await;
    amina.opens_mail().await;
    world.days_pass(RESTS_DAYS - 1).await;
    amina.never_hears("لم يمكن إيصالها. لم تصل");
    world.days_pass(1).await;
    amina.hears("لم يمكن إيصالها. لم تصل");
    amina.presses(ARRIVE).await;
    amina.hears("انتهى هذا السؤال");
    assert!(texts(&tomas).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn her_no_is_a_no() {
    let (world, [amina, tomas, vera]) = wrote_before().await;
    opens(&vera).await;
    amina.opens_mail().await;
    let id = amina.hears("رسالة قديمة منك لم تصل").id;
    amina.phone.presses_on(id, NO).unwrap();
    let _ = amina.phone.presses_on(id, ARRIVE);
    world.settles().await;
    amina.hears("لن تصل إلى أحد");
    world.days_pass(RESTS_DAYS + 1).await;
    assert!(texts(&tomas).is_empty());
    amina.never_hears("لم يمكن إيصالها. لم تصل");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_in_between_makes_the_old_question_worthless_and_she_is_asked_anew() {
    let (world, [amina, tomas, vera]) = wrote_before().await;
    opens(&vera).await;
    amina.opens_mail().await;
    let old = amina.hears("رسالة قديمة منك لم تصل").id;
    world.minutes_pass(1).await;
    afraid(&amina, None).await;
    amina.phone.presses_on(old, ARRIVE).unwrap();
    world.settles().await;
    assert_eq!(phase(&world, &amina).await, Phase::Held);
    opens(&vera).await;
    assert!(texts(&tomas).is_empty());
    amina.opens_mail().await;
    amina.presses(ARRIVE).await;
    assert_eq!(texts(&tomas), ["متى نلتقي؟"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_closed_and_a_pair_that_ends_let_nothing_go() {
    let (world, [amina, tomas, vera]) = wrote_before().await;
    opens(&vera).await;
    amina.opens_mail().await;
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::close(tx, &mut pair, lazo::domain::closing::ClosingReason::Other, None, now)
                .await
                .unwrap();
        })
        .await;
    amina.presses(ARRIVE).await;
    amina.hears("انتهى هذا السؤال");
    assert!(texts(&tomas).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn her_no_to_the_question_whom_it_is_about_lets_it_go_as_before() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/pause").await;
    tomas.presses("⏸ 1 semana").await;
    tomas.presses("✖️ No").await;
    amina.says("متى نلتقي؟").await;
    afraid(&amina, Some(NO)).await;
    amina.never_hears("لديك رسالة من فريقك");
    world.days_pass(7).await;
    assert_eq!(texts(&tomas), ["متى نلتقي؟"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_before_the_tap_for_a_partner_on_a_break_does_not_come_with_the_end_of_it() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("/pause").await;
    tomas.presses("⏸ 1 semana").await;
    tomas.presses("✖️ No").await;
    amina.says("متى نلتقي؟").await;
    afraid(&amina, Some(YES)).await;
    opens(&vera).await;
    amina.opens_mail().await;
    world.days_pass(8).await;
    assert!(texts(&tomas).is_empty());
    amina.presses(ARRIVE).await;
    assert_eq!(texts(&tomas), ["متى نلتقي؟"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_new_account_she_is_asked_there() {
    let (world, [amina, tomas, vera]) = wrote_before().await;
    opens(&vera).await;
    amina.phone.deactivates();
    tomas.says("¿Estás?").await;
    vera.presses("More").await;
    vera.presses("New account").await;
    let link = crate::moving::last_link(&vera);
    let anew = Friend { phone: world.phone("Amina", "ar"), id: amina.id, world: world.clone() };
    anew.phone.opens(&link).unwrap();
    world.settles().await;
    assert!(texts(&tomas).is_empty());
    anew.opens_mail().await;
    anew.presses(ARRIVE).await;
    assert_eq!(texts(&tomas), ["متى نلتقي؟"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_could_not_be_reached_when_it_was_opened_reads_so_and_is_asked_when_she_is_back() {
    let (world, [amina, tomas, vera]) = wrote_before().await;
    amina.blocks().await;
    opens(&vera).await;
    assert_eq!(phase(&world, &amina).await, Phase::Active);
    tomas.says("¿Estás?").await;
    world.minutes_pass(10).await;
    assert!(texts(&tomas).is_empty());
    amina.unblocks().await;
    amina.opens_mail().await;
    amina.hears("رسالة قديمة منك لم تصل");
    amina.presses(ARRIVE).await;
    assert_eq!((texts(&amina), texts(&tomas)), (vec!["¿Estás?".to_owned()], vec!["متى نلتقي؟".to_owned()]));
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_each_writers_are_decided_about_on_their_own() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let bo = world.joined("Bo", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let sides = [Side::Mentee, Side::Mentee, Side::Mentor, Side::Mentor];
    let people: Vec<_> = [&amina, &bo, &tomas, &marta].into_iter().zip(sides).collect();
    world.introduce(&people, &vera).await;
    afraid(&amina, Some(YES)).await;
    tomas.says("de Tomás").await;
    marta.says("de Marta").await;
    tomas.says("y otra").await;
    Place::Desk.asks(&vera).await;
    let asked = vera.hears("Open this chat again?").text;
    for line in ["2 · Tomás · since", "1 · Marta · since", "0 · Amina", "0 · Bo"] {
        assert!(asked.contains(line), "{line}: {asked}");
    }
    assert!(asked.ends_with("Tomás"), "{asked}");
    vera.presses(DROP).await;
    vera.presses(LET).await;
    vera.presses(OPEN).await;
    for other in [&amina, &bo, &tomas] {
        assert_eq!(texts(other).iter().filter(|it| *it == "de Marta").count(), 1);
        other.never_hears("de Tomás");
    }
    tomas.hears("2 mensajes tuyos no pudieron llegar");
    marta.never_hears(LOST);
    marta.never_hears("de Tomás");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_in_a_stop_is_counted_and_dropped_like_a_message() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let said = tomas.says("Hola").await;
    afraid(&amina, Some(YES)).await;
    tomas.phone.edits(said, "Sé dónde vives");
    world.settles().await;
    Place::Desk.asks(&vera).await;
    vera.hears("1 · Tomás");
    vera.presses(DROP).await;
    vera.presses(OPEN).await;
    world.minutes_pass(1).await;
    assert_eq!(texts(&amina), ["Hola"]);
    amina.never_hears("Sé dónde vives");
    tomas.hears("✏️ El cambio de un mensaje no llegó");
    tomas.never_hears(LOST);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_of_the_teams_until_a_day_is_opened_the_same_way() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    pauses(&world, &amina, 60).await;
    tomas.says("uno").await;
    amina.says("واحد").await;
    Place::Desk.asks(&vera).await;
    let asked = vera.hears("Open this chat again?").text;
    assert!(asked.contains("1 · Tomás · since") && asked.contains("1 · Amina · since"), "{asked}");
    vera.presses(LET).await;
    vera.presses(DROP).await;
    vera.presses(OPEN).await;
    let [of_amina, of_tomas] = [texts(&amina), texts(&tomas)];
    assert_eq!(of_amina.len() + of_tomas.len(), 1, "{of_amina:?} {of_tomas:?}");
    amina.never_hears("لديك رسالة من فريقك");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_guard_asked_her_about_is_not_sent_into_what_she_has_stopped_since() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("اتصل بي 612 345 678").await;
    afraid(&amina, Some(YES)).await;
    amina.presses("📨").await;
    opens(&vera).await;
    world.minutes_pass(1).await;
    assert!(texts(&tomas).is_empty(), "{:?}", texts(&tomas));
}
