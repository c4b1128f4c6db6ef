//! Whatever somebody asks for in a stop, he reads what he would read in a break that nobody is told of (`programme.md`, breaks
//! and stops 2): his phone tells him nothing about hers.

use crate::breaks::pauses;
use crate::world::{Friend, World};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

/// In which ways it can rest without his being told.
pub const WAYS: [&str; 5] = ["break", "sos", "hold", "pause", "desk"];

/// Amina and Tomás, whose conversation rests in one of these ways.
async fn resting(way: &str) -> (World, [Friend; 3], i64) {
    let (world, friends, his) = open().await;
    rests(&world, &friends, way).await;
    world.hours_pass(2).await;
    (world, friends, his)
}

/// Amina and Tomás, who have written to each other.
pub async fn open() -> (World, [Friend; 3], i64) {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let his = tomas.says("Buenos días").await;
    amina.says(HERS).await;
    (world, [amina, tomas, vera], his)
}

/// Their conversation rests from now on.
pub async fn rests(world: &World, [amina, _, vera]: &[Friend; 3], way: &str) {
    match way {
        "break" => {
            amina.says("/pause").await;
            amina.presses("⏸ 4 أسابيع").await;
            amina.presses("✖️ لا").await;
        }
        "sos" => {
            amina.says("🆘 أحتاج إلى مساعدة").await;
            amina.presses("🛟 لا أشعر بالأمان").await;
            amina.presses("✅ نعم").await;
        }
        "desk" => pauses(vera, "⏸ 8 weeks").await,
        _ => {
            world
                .changes(async |tx, now| {
                    let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
                    let until = now + chrono::TimeDelta::days(56);
                    match way {
                        "hold" => lifecycle::hold(tx, &mut pair, None, now).await.unwrap(),
                        _ => lifecycle::pause(tx, &mut pair, (until, None), now).await.unwrap(),
                    }
                })
                .await;
        }
    }
}

/// What she wrote last before it.
pub const HERS: &str = "صباح الخير";

/// What he reads anew, with its buttons.
pub fn screen(friend: &Friend) -> Vec<(String, Vec<String>)> {
    let labels = |seen: &lazo::demo::Seen| seen.buttons.iter().flatten().map(|it| it.text.clone()).collect();
    friend.phone.screen().iter().map(|seen| (seen.text.clone(), labels(seen))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_a_break_in_a_stop_gets_one_as_in_a_break_nobody_is_told_of() {
    let mut screens = Vec::new();
    for told in [false, true] {
        for way in WAYS {
            let (world, [amina, tomas, _], _) = resting(way).await;
            let read = amina.phone.history().len();
            tomas.says("/pause").await;
            tomas.presses("⏸ 1 semana").await;
            tomas.presses(if told { "✅ Sí, puede" } else { "✖️ No" }).await;
            tomas.says("/pause").await;
            tomas.says("Hola").await;
            world.days_pass(8).await;
            if way == "sos" {
                let new = amina.phone.history().split_off(read);
                assert!(!new.iter().any(|seen| seen.text.contains("Tomás")), "nothing of his reaches her");
            }
            screens.push((told, way, screen(&tomas)));
        }
    }
    for (told, way, screen) in &screens {
        let (.., first) = screens.iter().find(|(it, ..)| it == told).unwrap();
        assert_eq!(screen, first, "{way}, told: {told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_back_what_has_arrived_reads_the_same_in_every_stop_and_in_a_break_nobody_is_told_of() {
    let mut screens = Vec::new();
    for way in WAYS {
        let (world, [amina, tomas, _], his) = resting(way).await;
        tomas.replies(his, "/undo").await;
        tomas.says("/undo").await;
        let waiting = tomas.says("Luego").await;
        tomas.replies(waiting, "/undo").await;
        world.hours_pass(1).await;
        amina.hears("Buenos días");
        screens.push((way, screen(&tomas)));
    }
    let (_, first) = &screens[0];
    for (way, screen) in &screens {
        assert_eq!(screen, first, "{way}");
    }
}

/// What he asks for below 🆘, what he answers, and what he does next.
const ASKED: [&[&str]; 6] = [
    &["🚩 Avisar del último mensaje", "⏸ Sí, ponerlo en pausa"],
    &["🚩 Avisar del último mensaje", "▶ No, que siga"],
    &["🛟 No me siento a salvo", "✖️ No"],
    &["🛟 No me siento a salvo", "✖️ No", "📞 Sí, quiero una llamada"],
    &["🛟 No me siento a salvo", "✅ Sí"],
    &["🛟 No me siento a salvo", "🤷 No lo sé"],
];

#[tokio::test(flavor = "multi_thread")]
async fn whatever_he_asks_for_below_his_own_sos_he_reads_the_same_in_every_stop_and_in_a_break_nobody_told_of()
 {
    for presses in ASKED {
        let mut screens = Vec::new();
        for way in WAYS {
            let (world, [_, tomas, _], _) = resting(way).await;
            tomas.says("🆘 Necesito ayuda").await;
            for label in presses {
                tomas.presses(label).await;
            }
            let hers = tomas.copies().last().map(|seen| seen.id).unwrap();
            tomas.says("Hola").await;
            tomas.replies(hers, "¿Estás?").await;
            tomas.says("🆘 Necesito ayuda").await;
            tomas.presses("🚩 Avisar del último mensaje").await;
            world.hours_pass(20).await;
            screens.push((way, screen(&tomas)));
        }
        let (_, first) = &screens[0];
        for (way, screen) in &screens {
            assert_eq!(screen, first, "{presses:?}, {way}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_another_conversation_besides_he_reads_the_same_below_his_own_sos_whatever_he_says_it_is_about()
{
    let said: [&[&str]; 4] = [
        &["👤 Bo", "▶ A salvo con: Amina"],
        &["👤 Bo", "⏸ Dejarlos en pausa"],
        &["✖️ No, con nadie de aquí"],
        &["👤 Amina", "▶ A salvo con: Bo"],
    ];
    for presses in said {
        let mut screens = Vec::new();
        for way in WAYS {
            let (world, [_, tomas, vera], _) = resting(way).await;
            let bo = world.joined("Bo", Role::Mentee).await;
            world.introduce(&[(&bo, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
            tomas.says("🆘 Necesito ayuda").await;
            tomas.presses("🛟 No me siento a salvo").await;
            for label in presses {
                tomas.presses(label).await;
            }
            tomas.says("Hola").await;
            world.hours_pass(20).await;
            screens.push((way, screen(&tomas)));
        }
        let (_, first) = &screens[0];
        for (way, screen) in &screens {
            assert_eq!(screen, first, "{presses:?}, {way}");
        }
    }
}

/// Amina takes a break of a week, and the others may know.
async fn takes_a_break_they_may_know(amina: &Friend) {
    amina.says("/pause").await;
    amina.presses("⏸ أسبوع").await;
    amina.presses("✅ نعم، يمكن").await;
}

const RESTS: &str = "Este chat está en pausa por ahora";
const AWAY: &str = "Esta persona hace una pausa hasta este día";

#[tokio::test(flavor = "multi_thread")]
async fn a_break_that_may_be_told_and_begins_in_a_stop_is_told_when_that_is_over_and_not_before() {
    for way in ["hold", "pause", "desk"] {
        let (world, friends, _) = open().await;
        let [amina, tomas, _] = &friends;
        rests(&world, &friends, way).await;
        takes_a_break_they_may_know(amina).await;
        tomas.never_hears(AWAY);
        tomas.says("Hola").await;
        tomas.hears(RESTS);
        tomas.never_hears(AWAY);
        world
            .changes(async |tx, now| {
                let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
                lifecycle::resume(tx, &mut pair, now).await.unwrap();
            })
            .await;
        world.settles().await;
        let told = tomas.hears(AWAY).text;
        assert!(told.contains("Amina") && told.contains("marzo"), "{way}: {told}");
        let read = tomas.reads().len();
        tomas.says("Descansa").await;
        assert_eq!(tomas.reads().len(), read, "{way}: he knows");
        world.days_pass(8).await;
        tomas.hears("Ha terminado la pausa de esta persona");
        amina.hears("Descansa");
        assert_eq!(tomas.reads().iter().filter(|text| text.contains(AWAY)).count(), 1, "{way}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_told_of_a_break_reads_the_same_when_a_stop_overtakes_it() {
    let mut screens = Vec::new();
    for way in ["", "hold", "pause", "desk"] {
        let (world, friends, _) = open().await;
        let [amina, tomas, _] = &friends;
        takes_a_break_they_may_know(amina).await;
        if !way.is_empty() {
            rests(&world, &friends, way).await;
        }
        tomas.says("Descansa").await;
        world.days_pass(2).await;
        tomas.says("Hasta pronto").await;
        screens.push((way, screen(tomas)));
    }
    for (way, screen) in &screens {
        assert_eq!(screen, &screens[0].1, "{way}");
    }
}
