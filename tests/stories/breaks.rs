//! Breaks and stops: who is away, what waits meanwhile and for how long, and what both read of it.

use crate::world::{Friend, World};
use lazo::demo::Content;
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::pause::{HELD_DAYS, RESTS_DAYS, WEEKS};
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

const RESTS: &str = "⏸ Este chat está en pausa por ahora.\nLo que escribas espera, como máximo 28 días.\n\
    Si no puede llegar, lo sabrás.\n\n———\n⏸ This chat rests at the moment.\nWhat you write waits, \
    at most 28 days.\nYou will be told if it cannot be passed on.";
const GOES_ON: &str = "▶ Este chat sigue";
const NUMBER: &str = "Llámame al 612 345 678";
const SOS: &str = "🆘 أحتاج إلى مساعدة";

/// Amina takes a break of so many weeks.
pub async fn takes_a_break(amina: &Friend, weeks: &str, told: bool) {
    amina.says("/pause").await;
    amina.presses(weeks).await;
    amina.presses(if told { "✅ نعم، يمكن" } else { "✖️ لا" }).await;
}

async fn stops(world: &World, amina: &Friend, days: Option<i64>) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            match days {
                None => lifecycle::hold(tx, &mut pair, None, now).await.unwrap(),
                Some(days) => {
                    let until = now + chrono::TimeDelta::days(days);
                    lifecycle::pause(tx, &mut pair, (until, None), now).await.unwrap();
                }
            }
        })
        .await;
    world.settles().await;
}

/// Vera pauses her first pair, by its card.
pub async fn pauses(vera: &Friend, weeks: &str) {
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("⏸ Stop").await;
    vera.presses(weeks).await;
}

async fn opens(world: &World, amina: &Friend) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            lifecycle::resume(tx, &mut pair, now).await.unwrap();
        })
        .await;
    world.settles().await;
}

/// What he reads anew, in order.
fn since(friend: &Friend, before: &[String]) -> Vec<String> {
    friend.reads().split_off(before.len())
}

#[test]
fn the_longest_break_is_as_long_as_anything_waits() {
    assert_eq!(WEEKS.into_iter().max(), Some(RESTS_DAYS / 7));
    assert_eq!((RESTS_DAYS, RESTS_DAYS % 7, HELD_DAYS), (28, 0, 7));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_on_the_first_day_of_a_break_of_four_weeks_arrives_on_its_last_and_both_hear_its_end()
{
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    takes_a_break(&amina, "⏸ 4 أسابيع", false).await;
    tomas.says("Aquí estoy").await;
    tomas.hears(RESTS);
    world.days_pass(27).await;
    world.restarts().await;
    assert!(amina.copies().is_empty());
    tomas.never_hears("no pudo llegar");
    world.days_pass(1).await;
    assert_eq!(amina.copies().iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["Aquí estoy"]);
    amina.hears("انتهت استراحتك");
    tomas.hears(GOES_ON);
    world.days_pass(30).await;
    tomas.never_hears("no pudo llegar");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_her_yes_the_partner_reads_the_day_at_once_and_hears_when_it_has_come() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    takes_a_break(&amina, "⏸ أسبوع", true).await;
    let told = tomas.hears("Esta persona hace una pausa hasta este día").text;
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!((lines[0], lines[2]), ("⏸ Amina", "lunes, 9 de marzo"), "{told}");
    let before = tomas.reads();
    tomas.says("Descansa").await;
    assert_eq!(since(&tomas, &before), Vec::<String>::new(), "he knows");
    assert!(amina.copies().is_empty());
    world.days_pass(7).await;
    tomas.hears("Ha terminado la pausa de esta persona:\nAmina");
    amina.hears("Descansa");
}

#[tokio::test(flavor = "multi_thread")]
async fn she_ends_it_herself_and_both_hear_it() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    takes_a_break(&amina, "⏸ 4 أسابيع", true).await;
    tomas.says("Hola").await;
    world.days_pass(3).await;
    amina.says("/pause").await;
    amina.presses("◀ إنهاء الاستراحة الآن").await;
    amina.hears("Hola");
    tomas.hears("Ha terminado la pausa de esta persona");
    world.days_pass(30).await;
    assert_eq!(amina.reads().iter().filter(|it| it.contains("انتهت استراحتك")).count(), 1, "it ends once");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_stop_and_an_untold_break_read_the_same_letter_by_letter_from_the_first_word_to_the_last() {
    let mut screens = Vec::new();
    for way in ["break", "hold", "pause", "desk", "sos", "blocked", "until"] {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let first = tomas.says("Buenos días").await;
        let before = tomas.reads();
        match way {
            "break" => takes_a_break(&amina, "⏸ 4 أسابيع", false).await,
            "hold" => stops(&world, &amina, None).await,
            "pause" => stops(&world, &amina, Some(56)).await,
            "desk" => pauses(&vera, "⏸ 8 weeks").await,
            "sos" => {
                amina.says(SOS).await;
                amina.presses("🛟 لا أشعر بالأمان").await;
                amina.presses("✅ نعم").await;
            }
            "blocked" => {
                stops(&world, &amina, None).await;
                amina.blocks().await;
                amina.unblocks().await;
            }
            _ => {
                stops(&world, &amina, None).await;
                world
                    .changes(async |tx, now| {
                        let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
                        pair.paused_until = Some(now + chrono::TimeDelta::days(30));
                        tx.save_conversation(&pair).await.unwrap();
                    })
                    .await;
            }
        }
        assert_eq!(since(&tomas, &before), Vec::<String>::new(), "{way} is never announced");
        world.hours_pass(2).await;
        tomas.says("¿Estás?").await;
        tomas.says(NUMBER).await;
        tomas.sends(Content::Location { live: false }).await;
        tomas.replies(first, "¿Y ahora?").await;
        world.days_pass(6).await;
        tomas.says("Sigo aquí").await;
        assert!(amina.copies().iter().all(|it| it.text == "Buenos días"), "{way}");
        let read: Vec<_> = tomas.phone.screen().into_iter().filter(|it| it.from_bot).collect();
        let read = read.into_iter().skip(before.len()).map(|it| (it.text, format!("{:?}", it.buttons)));
        screens.push((way, read.collect::<Vec<_>>()));
    }
    let (_, first) = &screens[0];
    assert_eq!(first.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), [RESTS]);
    assert!(first[0].1.contains("💬 Escribir al equipo"), "{first:?}");
    assert!(RESTS.contains(&format!(" {RESTS_DAYS} ")), "as long as the rule says");
    for word in ["Amina", "equipo"] {
        assert!(!RESTS.contains(word), "{word}");
    }
    for (way, screen) in &screens {
        let texts: Vec<_> = screen.iter().map(|(text, _)| text).collect();
        assert_eq!(texts, first.iter().map(|(text, _)| text).collect::<Vec<_>>(), "{way}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_twenty_eight_days_of_a_stop_its_writer_is_told_and_it_never_arrives() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    stops(&world, &amina, Some(56)).await;
    tomas.says("uno").await;
    tomas.says("dos").await;
    world.days_pass(1).await;
    tomas.says("tres").await;
    world.days_pass(26).await;
    tomas.never_hears("no pudieron llegar");
    world.days_pass(1).await;
    tomas.hears("2 mensajes tuyos no pudieron llegar");
    world.days_pass(1).await;
    tomas.hears("Un mensaje tuyo no pudo llegar");
    tomas.says("cuatro").await;
    opens(&world, &amina).await;
    assert_eq!(amina.copies().iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["cuatro"]);
    tomas.hears(GOES_ON);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_late_in_a_stop_is_looked_at_too() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    stops(&world, &amina, None).await;
    world.days_pass(40).await;
    tomas.says("tarde").await;
    world.days_pass(RESTS_DAYS).await;
    tomas.hears("Un mensaje tuyo no pudo llegar");
    opens(&world, &amina).await;
    assert!(amina.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_conversation_never_offers_to_send_into_itself() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    stops(&world, &amina, None).await;
    vera.says("/menu").await;
    let before = tomas.reads().len();
    tomas.says(NUMBER).await;
    tomas.sends(Content::Contact { phone: "+34612345678".to_owned(), name: "Tomás".to_owned() }).await;
    tomas.sends(Content::Location { live: false }).await;
    let last: Vec<_> = tomas.phone.screen().into_iter().filter(|it| it.from_bot).skip(before).collect();
    assert_eq!(last.len(), 1, "{last:?}");
    assert_eq!(last[0].text, RESTS);
    // The team wrote: whom the next is for is asked, and his partner is not among the choices.
    tomas.presses("💬 Escribir al equipo").await;
    tomas.says("¿Qué pasa?").await;
    vera.replies(vera.hears("¿Qué pasa?").id, "Te llamo mañana").await;
    tomas.says("Vale").await;
    let asked = tomas.phone.last().unwrap();
    let labels: Vec<_> = asked.buttons.concat().iter().map(|it| it.text.clone()).collect();
    assert!(labels.iter().all(|label| !label.contains("Amina")), "{labels:?}");
    tomas.presses("👥 Otra persona").await;
    tomas.hears(RESTS);
    opens(&world, &amina).await;
    assert!(amina.copies().iter().all(|it| it.text != "Vale"), "nobody got it");
    // What shows a contact is asked about now, one by one, and goes only with his yes.
    assert!(amina.copies().is_empty(), "{:?}", amina.copies());
    let questions = tomas.phone.screen().into_iter().filter(|it| it.has_button("📨 Enviar")).count();
    assert_eq!(questions, 3, "{:?}", tomas.reads());
    tomas.presses("📨 Enviar").await;
    assert_eq!(amina.copies().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_corrected_in_a_stop_goes_as_it_is_then() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    stops(&world, &amina, None).await;
    let message = tomas.says(NUMBER).await;
    tomas.phone.edits(message, "Ya te llamo yo");
    world.settles().await;
    world.restarts().await;
    opens(&world, &amina).await;
    assert_eq!(amina.copies().iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["Ya te llamo yo"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_on_a_break_of_her_own_ends_it_or_keeps_it_and_nothing_is_lost() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    takes_a_break(&amina, "⏸ 4 أسابيع", true).await;
    amina.says("فكرت فيك").await;
    amina.says("كيف حالك؟").await;
    amina.hears("استراحتك مستمرة الآن");
    assert!(tomas.copies().is_empty());
    amina.presses("⏸ البقاء في الاستراحة").await;
    amina.hears("رسالتك تنتظر ذلك اليوم");
    world.days_pass(3).await;
    assert!(tomas.copies().is_empty());
    amina.presses("◀ إنهاء الاستراحة الآن").await;
    assert_eq!(
        tomas.copies().iter().map(|it| it.text.as_str()).collect::<Vec<_>>(),
        ["فكرت فيك", "كيف حالك؟"]
    );
    takes_a_break(&amina, "⏸ أسبوع", true).await;
    amina.says("لحظة").await;
    amina.presses("◀ إنهاؤها والإرسال").await;
    tomas.hears("لحظة");
    assert_eq!(tomas.reads().iter().filter(|it| it.contains("Ha terminado la pausa")).count(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_break_of_her_own_in_a_stopped_pair_she_reads_of_the_stop_and_hears_nothing_when_only_that_ends()
{
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    takes_a_break(&amina, "⏸ 4 أسابيع", false).await;
    stops(&world, &amina, None).await;
    amina.says("فكرت فيك").await;
    amina.hears("هذه المحادثة متوقفة في الوقت الحالي");
    amina.never_hears("رسالتك تنتظر انتهاء استراحتك");
    opens(&world, &amina).await;
    amina.never_hears("هذه المحادثة مستمرة الآن");
    assert!(tomas.copies().is_empty(), "her break keeps it");
    amina.says("كيف حالك؟").await;
    amina.hears("رسالتك تنتظر انتهاء استراحتك");
    amina.presses("◀ إنهاؤها والإرسال").await;
    assert_eq!(tomas.copies().len(), 2);
}

/// Her break was told, and its day comes while the pair is stopped: he hears that it goes on when it does.
#[tokio::test(flavor = "multi_thread")]
async fn a_break_that_was_told_and_ends_in_a_stop_is_over_for_him_when_the_stop_is() {
    for writes in [true, false] {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        takes_a_break(&amina, "⏸ أسبوع", true).await;
        world.days_pass(2).await;
        crate::her_phone::afraid(&amina, Some("✅ نعم")).await;
        world.days_pass(7).await;
        if writes {
            tomas.says("¿Sigues ahí?").await;
        }
        tomas.never_hears(GOES_ON);
        crate::opening::Place::Desk.asks(&vera).await;
        if writes {
            vera.presses("✅ Let them arrive").await;
        }
        vera.presses("▶ Open").await;
        tomas.hears(GOES_ON);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_only_what_is_for_her_waits_and_nobody_sees_it() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let [tomas, olga] = [world.joined("Tomás", Role::Mentor).await, world.joined("Olga", Role::Mentor).await];
    let sides = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&olga, Side::Mentor)];
    world.introduce(&sides, &vera).await;
    takes_a_break(&amina, "⏸ أسبوع", false).await;
    tomas.says("Hola, Olga").await;
    olga.hears("Hola, Olga");
    let before = tomas.reads();
    world.hours_pass(2).await;
    tomas.says("¿Hay alguien?").await;
    world.hours_pass(2).await;
    assert_eq!(since(&tomas, &before), Vec::<String>::new(), "nothing tells that somebody does not read");
    assert!(amina.copies().is_empty());
    world.days_pass(7).await;
    assert_eq!(
        amina.copies().iter().map(|it| it.text.as_str()).collect::<Vec<_>>(),
        ["Hola, Olga", "¿Hay alguien?"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_did_not_arrive_is_no_contact() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("مرحبا").await;
    tomas.says("Hola").await;
    let contact = world.pair_of(&amina).await.unwrap().talk;
    stops(&world, &amina, None).await;
    world.days_pass(3).await;
    amina.says("هل تسمعني؟").await;
    tomas.says("¿Estás?").await;
    assert_eq!(world.pair_of(&amina).await.unwrap().talk, contact);
    opens(&world, &amina).await;
    assert!(
        world.pair_of(&amina).await.unwrap().talk.contact_at > contact.contact_at,
        "once it arrives it is"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_by_the_team_of_eight_weeks_is_told_to_nobody_and_on_the_28th_day_its_writer_hears_of_it() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let before = [amina.phone.history().len(), tomas.phone.history().len()];
    pauses(&vera, "⏸ 8 weeks").await;
    assert_eq!([amina.phone.history().len(), tomas.phone.history().len()], before, "nobody reads it");
    let card = vera.hears("A pair");
    for fact in ["⏸ Stopped by the team", "📅 You decide again: Monday 27 April"] {
        assert!(card.text.contains(fact), "{}", card.text);
    }
    assert!(card.has_button("▶ Let them write again") && !card.has_button("⏸ Stop"));
    tomas.says("¿Cuándo seguimos?").await;
    assert_eq!(tomas.reads().last().map(String::as_str), Some(RESTS));
    world.days_pass(RESTS_DAYS - 1).await;
    tomas.never_hears("no pudo llegar");
    world.days_pass(1).await;
    tomas.hears("Un mensaje tuyo no pudo llegar");
    vera.never_hears("A chat is stopped: what becomes of it?");
    world.days_pass(28).await;
    vera.hears("A chat is stopped: what becomes of it?");
    assert!(amina.copies().is_empty(), "on its day it is only asked");
    tomas.says("¿Y ahora?").await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("▶ Let them write again").await;
    vera.presses("✅ Let them arrive").await;
    vera.presses("▶ Open").await;
    assert_eq!(amina.copies().iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["¿Y ahora?"]);
    tomas.hears(GOES_ON);
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    assert!(vera.hears("A pair").has_button("⏸ Stop"), "it can rest again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_is_for_whoever_looks_after_the_pair_and_only_where_it_is_open() {
    for (way, stays) in [("hers", Phase::Paused), ("handed", Phase::Active), ("held", Phase::Held)] {
        let world = World::new().await;
        let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let eva = world.joined("Eva", Role::Coordinator).await;
        vera.says("/pairs").await;
        vera.presses("1 · Amina").await;
        vera.presses("⏸ Stop").await;
        let sees = vera.hears("How long should this pair be stopped?");
        for weeks in ["⏸ one week", "⏸ 4 weeks", "⏸ 8 weeks", "◀ Back"] {
            assert!(sees.has_button(weeks), "{sees:?}");
        }
        match way {
            "handed" => {
                world
                    .changes(async |tx, _| {
                        let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
                        pair.coordinator = Some(eva.id);
                        tx.save_conversation(&pair).await.unwrap();
                    })
                    .await;
            }
            "held" => stops(&world, &amina, None).await,
            _ => {}
        }
        vera.presses("⏸ one week").await;
        let pair = world.pair_of(&amina).await.unwrap();
        assert_eq!((pair.phase, pair.paused_until.is_some()), (stays, way == "hers"), "{way}");
        let rows = world.changes(async |tx, _| tx.rows("audit", 1_000, 0).await.unwrap().unwrap()).await;
        let paused = |row: &&Vec<Option<String>>| row.contains(&Some("pair paused".to_owned()));
        let by = rows.rows.iter().find(paused).map(|row| row.contains(&Some(vera.id.0.to_string())));
        assert_eq!(by, (way == "hers").then_some(true), "{way}: it is known who did it");
    }
}
