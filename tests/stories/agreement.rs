//! Before somebody comes into a pair, everybody who is in it is asked whether that is all right. A no, or silence, leaves
//! all as it was; who said it is told to nobody but the coordinator.

use crate::circles::{members, wants};
use crate::pairing::{YES_IN_ARABIC, YES_IN_SPANISH};
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::domain::conversation::{MemberState, Side};
use lazo::domain::id::PersonId;
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

const QUESTION: &str = "¿Te parece bien que entre una persona más?";
const IN_ARABIC: &str = "هل انضمام شخص آخر مناسب لك؟";
const ASKED_IN: &str = "¿Quieres entrar en este grupo?";
const NO_IN_SPANISH: &str = "✖️ No";
const NO_IN_ARABIC: &str = "✖️ لا";

struct Four {
    world: World,
    amina: Friend,
    tomas: Friend,
    vera: Friend,
    marta: Friend,
}

impl Four {
    /// Amina and Tomás are a pair of Vera's, and Marta is free.
    async fn meet() -> Self {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let marta = world.joined("Marta", Role::Mentor).await;
        Self { world, amina, tomas, vera, marta }
    }

    async fn active(&self) -> usize {
        self.world.pair_of(&self.amina).await.unwrap().active().count()
    }

    /// Who stands in the pair, and how.
    async fn seats(&self) -> Vec<(PersonId, MemberState)> {
        let pair = self.world.pair_of(&self.amina).await.unwrap();
        pair.members.iter().map(|member| (member.person, member.state)).collect()
    }
}

/// Everything that stands on somebody's screen, with its buttons.
fn screen(friend: &Friend) -> Vec<(String, Vec<String>)> {
    let seen = friend.phone.screen().into_iter();
    seen.map(|it| {
        let buttons = it.buttons.concat().into_iter().map(|button| button.text).collect();
        (it.text, buttons)
    })
    .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_who_is_in_it_is_asked_first_and_the_third_only_after_all_said_yes() {
    let it = Four::meet().await;
    wants(&it.vera, "Marta").await;
    let question = it.tomas.hears(QUESTION).text;
    let name: Vec<&str> = question.lines().filter(|line| line.contains("Marta")).collect();
    assert!(name[0].ends_with("Marta · mentor/a"), "alone on a line, with her role: {question}");
    it.amina.hears(IN_ARABIC);
    it.marta.never_hears(ASKED_IN);
    members(&it.vera).await;
    assert!(
        it.vera.hears("Tap a name to remove that person").text.contains("Marta · first the others are asked")
    );
    it.amina.presses(YES_IN_ARABIC).await;
    it.marta.never_hears(ASKED_IN);
    it.tomas.presses(YES_IN_SPANISH).await;
    it.tomas.hears("Si entra alguien más, lo leerás aquí");
    it.marta.hears(ASKED_IN);
    assert_eq!(it.active().await, 2);
    it.marta.presses(YES_IN_SPANISH).await;
    assert_eq!(it.active().await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_two_says_no_nothing_changes_the_third_is_never_asked_and_only_the_coordinator_knows_who() {
    let it = Four::meet().await;
    let marta = screen(&it.marta);
    wants(&it.vera, "Marta").await;
    it.amina.presses(NO_IN_ARABIC).await;
    it.amina.hears("ولن يسألك أحد عن السبب");
    let told = it.vera.hears("A member said no").text;
    let (no, newcomer) = told.split_once("So this person does not join").unwrap();
    assert!(no.contains("Amina") && !no.contains("Tomás") && newcomer.contains("Marta"), "{told}");
    // Whatever he says now, and whenever, it comes to the same.
    it.tomas.presses(YES_IN_SPANISH).await;
    it.world.days_pass(6).await;
    assert_eq!(it.active().await, 2);
    assert_eq!(screen(&it.marta), marta, "the third is never asked");
    it.tomas.says("seguimos").await;
    it.amina.hears("seguimos");
    it.marta.never_hears("seguimos");
}

/// What Tomás sees day by day, and what he reads when he answers, if Amina does this.
async fn what_he_sees(amina: Option<&str>, answers: Option<(i64, &str)>) -> Vec<Vec<(String, Vec<String>)>> {
    let it = Four::meet().await;
    wants(&it.vera, "Marta").await;
    if let Some(label) = amina {
        it.amina.presses(label).await;
    }
    let mut days = Vec::new();
    for day in 0..7 {
        if let Some((_, label)) = answers.filter(|(on, _)| *on == day) {
            it.tomas.presses(label).await;
        }
        days.push(screen(&it.tomas));
        it.world.days_pass(1).await;
    }
    days
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_can_tell_from_what_she_sees_what_somebody_else_has_said() {
    for answers in [None, Some((0, YES_IN_SPANISH)), Some((3, NO_IN_SPANISH))] {
        let no = what_he_sees(Some(NO_IN_ARABIC), answers).await;
        assert_eq!(what_he_sees(None, answers).await, no, "{answers:?}: silence and a no");
        assert_eq!(what_he_sees(Some(YES_IN_ARABIC), answers).await, no, "{answers:?}: a yes and a no");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_is_a_no_after_one_reminder_and_five_days() {
    let it = Four::meet().await;
    let marta = screen(&it.marta);
    wants(&it.vera, "Marta").await;
    it.tomas.presses(YES_IN_SPANISH).await;
    it.world.passes(TimeDelta::days(2) - TimeDelta::minutes(1)).await;
    it.amina.never_hears("ما زلنا ننتظر جوابك");
    it.world.minutes_pass(2).await;
    it.amina.hears("ما زلنا ننتظر جوابك");
    it.world.days_pass(3).await;
    it.amina.hears("انتهى هذا السؤال الآن");
    assert!(it.amina.phone.screen().iter().all(|seen| seen.buttons.is_empty()));
    let told = it.vera.hears("Not all members have answered").text;
    let (silent, newcomer) = told.split_once("So this person does not join").unwrap();
    assert!(silent.contains("Amina") && !silent.contains("Tomás") && newcomer.contains("Marta"), "{told}");
    assert_eq!(screen(&it.marta), marta);
    // She is free, and what was said once does not hold for another time.
    wants(&it.vera, "Marta").await;
    it.amina.presses(YES_IN_ARABIC).await;
    it.marta.never_hears(ASKED_IN);
    it.tomas.presses(YES_IN_SPANISH).await;
    it.marta.hears(ASKED_IN);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_instead_of_a_tap_reaches_nobody_unasked() {
    let it = Four::meet().await;
    wants(&it.vera, "Marta").await;
    it.amina.says("لا، لا أريد هذا").await;
    it.amina.hears("لمن هذه الرسالة؟");
    let question = it.tomas.hears(QUESTION).id;
    it.tomas.says("mejor no").await;
    it.tomas.presses("✖️ No enviar").await;
    it.tomas.replies(question, "no quiero").await;
    it.amina.never_hears("mejor no");
    it.amina.never_hears("no quiero");
    it.tomas.never_hears("لا، لا أريد هذا");
    it.tomas.presses("✖️ No enviar").await;
    it.tomas.presses(NO_IN_SPANISH).await;
    it.tomas.says("hola").await;
    it.amina.hears("hola");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_asked_into_one_and_replies_in_words_tells_her_own_pair_nothing() {
    let it = Four::meet().await;
    let olga = it.world.joined("Olga", Role::Mentee).await;
    it.world.introduce(&[(&olga, Side::Mentee), (&it.marta, Side::Mentor)], &it.vera).await;
    it.world
        .changes(async |tx, _| {
            let mut marta = tx.person(it.marta.id).await.unwrap().unwrap();
            marta.profile.capacity = Some(2);
            tx.save(&marta).await.unwrap();
        })
        .await;
    wants(&it.vera, "Marta").await;
    it.amina.presses(YES_IN_ARABIC).await;
    it.tomas.presses(YES_IN_SPANISH).await;
    let question = it.marta.hears(ASKED_IN).id;
    it.marta.replies(question, "con Amina no").await;
    it.marta.hears("¿Para quién es esto?");
    olga.never_hears("con Amina no");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_held_conversation_nothing_is_asked_and_what_is_open_goes_on_when_it_opens() {
    let it = Four::meet().await;
    wants(&it.vera, "Marta").await;
    let hold = async |held: bool| {
        it.world
            .changes(async |tx, now| {
                let mut pair = tx.pair_of(it.amina.id).await.unwrap().unwrap();
                if held {
                    lifecycle::hold(tx, &mut pair, None, now).await.unwrap();
                } else {
                    lifecycle::resume(tx, &mut pair, now).await.unwrap();
                }
            })
            .await;
        it.world.settles().await;
    };
    hold(true).await;
    let tomas = screen(&it.tomas);
    it.world.days_pass(3).await;
    assert_eq!(screen(&it.tomas), tomas, "no reminder, and nothing is taken away");
    it.amina.presses(YES_IN_ARABIC).await;
    it.tomas.presses(YES_IN_SPANISH).await;
    it.marta.never_hears(ASKED_IN);
    it.world.joined("Olga", Role::Mentor).await;
    members(&it.vera).await;
    it.vera.presses("➕ A mentor").await;
    it.vera.presses("1 · Olga").await;
    it.vera.hears("This chat rests at the moment");
    hold(false).await;
    it.marta.hears(ASKED_IN);
    hold(true).await;
    it.marta.presses(YES_IN_SPANISH).await;
    it.marta.hears("Gracias por tu sí");
    assert_eq!(it.active().await, 2);
    hold(false).await;
    assert_eq!(it.active().await, 3);
    it.marta.hears("Ya estás en este grupo");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_that_is_withdrawn_or_a_pair_that_ends_leaves_no_question_behind() {
    let it = Four::meet().await;
    wants(&it.vera, "Marta").await;
    members(&it.vera).await;
    it.vera.presses("✖️ Marta").await;
    it.vera.presses("✖️ Remove").await;
    it.tomas.hears("Esta pregunta ya no sigue abierta");
    assert!(it.tomas.phone.screen().iter().all(|seen| seen.buttons.is_empty()));
    it.marta.never_hears("Esta pregunta ya no sigue abierta");
    wants(&it.vera, "Marta").await;
    it.vera.says("/pairs").await;
    for label in ["1 · Amina", "🏁 End pair", "🎯", "🏁 Yes"] {
        it.vera.presses(label).await;
    }
    let open = |(_, buttons): &(String, Vec<String>)| buttons.iter().any(|label| label == YES_IN_SPANISH);
    assert!(!screen(&it.tomas).iter().any(open));
    it.marta.never_hears(ASKED_IN);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_meanwhile_need_not_be_asked_and_her_no_is_not_waited_for() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let olga = world.joined("Olga", Role::Mentor).await;
    let sides = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&olga, Side::Mentor)];
    world.introduce(&sides, &vera).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    wants(&vera, "Marta").await;
    amina.presses(YES_IN_ARABIC).await;
    tomas.presses(YES_IN_SPANISH).await;
    marta.never_hears(ASKED_IN);
    olga.says("/leave").await;
    olga.presses("🚪 Sí, dejarlo").await;
    marta.hears(ASKED_IN);
    // The one who was to come in leaves, and nobody is asked about her any more.
    marta.presses(YES_IN_SPANISH).await;
    let clara = world.joined("Clara", Role::Mentor).await;
    wants(&vera, "Clara").await;
    clara.says("/leave").await;
    clara.presses("🚪 Sí, dejarlo").await;
    for (friend, yes) in [(&amina, YES_IN_ARABIC), (&tomas, YES_IN_SPANISH), (&marta, YES_IN_SPANISH)] {
        friend.presses(yes).await;
    }
    clara.never_hears(ASKED_IN);
    world.days_pass(6).await;
    assert_eq!(world.pair_of(&amina).await.unwrap().active().count(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_are_asked_in_at_once_who_comes_first_is_asked_about_the_other() {
    let it = Four::meet().await;
    let olga = it.world.joined("Olga", Role::Mentor).await;
    wants(&it.vera, "Marta").await;
    members(&it.vera).await;
    it.vera.presses("➕ A mentor").await;
    it.vera.presses("1 · Olga").await;
    it.vera.presses("📨 Ask").await;
    for _ in 0..2 {
        it.amina.presses(YES_IN_ARABIC).await;
        it.tomas.presses(YES_IN_SPANISH).await;
    }
    olga.hears(ASKED_IN);
    it.marta.presses(YES_IN_SPANISH).await;
    it.world.restarts().await;
    assert!(it.marta.hears(QUESTION).text.contains("Olga"));
    olga.presses(YES_IN_SPANISH).await;
    olga.hears("Gracias por tu sí");
    assert_eq!(it.active().await, 3);
    it.marta.presses(YES_IN_SPANISH).await;
    olga.hears("Ya estás en este grupo");
    assert_eq!(it.active().await, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_circle_of_twelve_asks_eleven_and_takes_no_thirteenth() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let mut mentors = Vec::new();
    for number in 1..=10 {
        mentors.push(world.joined(&format!("M{number}"), Role::Mentor).await);
    }
    let sides: Vec<_> =
        [(&amina, Side::Mentee)].into_iter().chain(mentors.iter().map(|it| (it, Side::Mentor))).collect();
    world.introduce(&sides, &vera).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    wants(&vera, "Marta").await;
    members(&vera).await;
    assert!(vera.hears("Tap a name to remove that person").text.contains("At most 12 people"));
    amina.presses(YES_IN_ARABIC).await;
    for mentor in &mentors {
        marta.never_hears(ASKED_IN);
        mentor.presses(YES_IN_SPANISH).await;
    }
    marta.presses(YES_IN_SPANISH).await;
    assert_eq!(world.pair_of(&amina).await.unwrap().active().count(), 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_an_earlier_version_asked_in_without_them_comes_in_only_when_all_say_yes() {
    for no in [false, true] {
        let it = Four::meet().await;
        wants(&it.vera, "Marta").await;
        it.amina.presses(YES_IN_ARABIC).await;
        it.tomas.presses(YES_IN_SPANISH).await;
        it.marta.hears(ASKED_IN);
        it.world.stops().await;
        it.world.starts().await;
        // As the update leaves it: nobody who is in it was asked.
        it.world
            .tampers(
                "INSERT INTO agreement (conversation_id, newcomer_id, member_id, reply, asked_at)
                 SELECT s.conversation_id, s.person_id, m.person_id, 'open', 0 FROM member s
                 JOIN member m ON m.conversation_id = s.conversation_id AND m.state = 'active'
                 WHERE s.state = 'asked'",
            )
            .await;
        it.world.tampers("UPDATE alarm SET due_at = 0 WHERE kind = 'proposal'").await;
        it.world.settles().await;
        it.marta.presses(YES_IN_SPANISH).await;
        it.marta.hears("Gracias por tu sí");
        assert_eq!(it.active().await, 2);
        it.amina.presses(YES_IN_ARABIC).await;
        it.tomas.presses(if no { NO_IN_SPANISH } else { YES_IN_SPANISH }).await;
        assert_eq!(it.active().await, if no { 2 } else { 3 });
        let said = if no { "Esta pregunta ya no sigue abierta" } else { "Ya estás en este grupo" };
        it.marta.hears(said);
        assert!(it.seats().await.iter().all(|(_, state)| *state != MemberState::Accepted));
    }
}
