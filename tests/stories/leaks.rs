//! The leak guard: what leads to somebody outside Lazo goes only as the programme, its members and their age allow.

use crate::albums::part;
use crate::world::{Friend, World};
use lazo::demo::Content;
use lazo::domain::conversation::{Side, Supervised};
use lazo::domain::id::ConversationId;
use lazo::domain::leak::Policy;
use lazo::domain::person::Role;

const NUMBER: &str = "mi móvil es el 612 34 56 78";

async fn policy(world: &World, policy: Policy) {
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.contacts = policy;
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
}

async fn is_minor(world: &World, friend: &Friend) {
    world
        .changes(async |tx, _| {
            let mut person = tx.person(friend.id).await.unwrap().unwrap();
            person.profile.adult = None;
            tx.save(&person).await.unwrap();
        })
        .await;
}

fn copies(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|copy| copy.text).collect()
}

async fn audited(world: &World, friend: &Friend) -> Vec<String> {
    let pair = world.pair_of(friend).await.unwrap().id;
    let all = world.changes(async |tx, _| tx.audited(pair.0).await.unwrap()).await;
    all.into_iter().filter(|fact| fact.contains("contact")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_waits_for_its_writers_word_and_what_comes_after_does_not() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says(NUMBER).await;
    tomas.says("¿y tú?").await;
    assert_eq!(copies(&amina), ["¿y tú?"]);
    let question = tomas.hears("Aquí se ve un número de teléfono");
    assert!(!question.text.contains("612"), "it quotes nothing: {question:?}");
    assert_eq!(question.reply_to, Some(id));
    // A second tap, as an impatient thumb sends it, has no effect.
    tomas.phone.presses_on(question.id, "Enviar").unwrap();
    tomas.phone.presses_on(question.id, "Enviar").unwrap();
    world.settles().await;
    tomas.hears("Amina");
    assert_eq!(copies(&amina), ["¿y tú?", NUMBER]);
    assert_eq!(
        audited(&world, &tomas).await,
        ["contact in a message, phone: asked", "contact in a message, phone: sent"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn do_not_send_means_nobody_gets_it() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says(NUMBER).await;
    tomas.presses("No enviar").await;
    tomas.hears("no le llegó a nadie");
    world.days_pass(2).await;
    assert!(amina.copies().is_empty());
    assert_eq!(audited(&world, &tomas).await.last().unwrap(), "contact in a message, phone: kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_message_has_a_question_of_its_own_and_its_buttons_survive_a_restart() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says(NUMBER).await;
    tomas.says("o aquí: t.me/tomas_bcn").await;
    let first = tomas.hears("un número de teléfono");
    let second = tomas.hears("un enlace a otro chat");
    world.restarts().await;
    tomas.phone.presses_on(second.id, "No enviar").unwrap();
    tomas.phone.presses_on(first.id, "Enviar").unwrap();
    world.settles().await;
    assert_eq!(copies(&amina), [NUMBER]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_word_for_a_day_it_is_dropped_with_a_notice() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says(NUMBER).await;
    let question = tomas.hears("Aquí se ve un número");
    world.hours_pass(23).await;
    assert!(!tomas.reads().iter().any(|text| text.contains("no le llegó a nadie")), "{:?}", tomas.reads());
    world.hours_pass(2).await;
    assert_eq!(tomas.hears("no le llegó a nadie").reply_to, Some(id));
    assert!(tomas.phone.presses_on(question.id, "Enviar").is_err(), "its buttons are gone");
    assert!(amina.copies().is_empty());
    assert_eq!(audited(&world, &tomas).await.last().unwrap(), "contact in a message, phone: dropped");
}

#[tokio::test(flavor = "multi_thread")]
async fn captions_cards_places_and_what_hides_behind_words_are_seen_too() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.sends(Content::photo(NUMBER)).await;
    tomas.hears("un número de teléfono");
    tomas.sends(Content::Contact { phone: "+34612345678".to_owned(), name: "Tomás".to_owned() }).await;
    tomas.hears("una tarjeta de contacto");
    tomas.sends(Content::Location { live: false }).await;
    tomas.hears("un lugar en el mapa");
    let hidden = |kind: &str, more: &str, value: serde_json::Value| {
        let entity = serde_json::json!({ "type": kind, "offset": 0, "length": 4, more: value });
        let fields = serde_json::json!({ "text": "aquí mismo", "entities": [entity] });
        Content::Raw(fields.as_object().unwrap().clone())
    };
    tomas.sends(hidden("text_link", "url", "https://t.me/tomas_bcn".into())).await;
    tomas.hears("un enlace a otro chat");
    tomas
        .sends(hidden(
            "text_mention",
            "user",
            serde_json::json!({ "id": 77, "is_bot": false, "first_name": "T" }),
        ))
        .await;
    tomas.hears("el perfil de una persona");
    assert!(amina.copies().is_empty());
    let card = tomas.hears("una tarjeta de contacto");
    tomas.phone.presses_on(card.id, "Enviar").unwrap();
    world.settles().await;
    assert_eq!(amina.copies().iter().map(|copy| copy.kind.as_str()).collect::<Vec<_>>(), ["contact"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn everyday_numbers_go_through_at_once() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    for text in
        ["el 12/05/2025 a las 17:30", "expediente 080020250012345", "185.000 €", "amig@s, llamad al 112"]
    {
        tomas.says(text).await;
        amina.hears(text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_somebody_may_be_a_minor_nothing_goes_whatever_the_programme_says() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    is_minor(&world, &amina).await;
    for it in [Policy::Allow, Policy::Ask, Policy::Both] {
        policy(&world, it).await;
        tomas.says(NUMBER).await;
    }
    let refused = tomas.reads().iter().filter(|text| text.contains("No se ha enviado")).count();
    assert_eq!(refused, 3);
    assert!(!tomas.reads().iter().any(|text| text.contains("18")), "nobody's age is given away");
    tomas.says("hola").await;
    assert_eq!(copies(&amina), ["hola"]);
    // The team may see numbers.
    tomas.presses("Escribir al equipo").await;
    tomas.says(NUMBER).await;
    assert_eq!(copies(&vera), [NUMBER]);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_team_reads_along_nothing_goes_either_not_even_what_waited_before() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    let supervised = async |how| world.changes(async |tx, _| tx.supervise(pair, how).await.unwrap()).await;
    tomas.says(NUMBER).await;
    supervised(Supervised::Yes).await;
    tomas.presses("Enviar").await;
    tomas.hears("aquí no se pueden enviar números ni enlaces");
    for it in [Policy::Allow, Policy::Ask, Policy::Both] {
        policy(&world, it).await;
        tomas.says(NUMBER).await;
    }
    assert!(amina.copies().is_empty());
    tomas.says("/contacts").await;
    tomas.hears("no hay nada que elegir");
    supervised(Supervised::No).await;
    policy(&world, Policy::Allow).await;
    tomas.says(NUMBER).await;
    assert_eq!(copies(&amina), [NUMBER]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_that_became_stricter_counts_for_what_still_waits() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says(NUMBER).await;
    policy(&world, Policy::Refuse).await;
    tomas.presses("Enviar").await;
    tomas.hears("aquí no se pueden enviar números ni enlaces");
    assert!(amina.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_may_let_contacts_through() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    policy(&world, Policy::Allow).await;
    tomas.says(NUMBER).await;
    assert_eq!(copies(&amina), [NUMBER]);
    assert_eq!(audited(&world, &tomas).await, ["contact in a message, phone: went"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn both_say_yes_once_and_then_contacts_go() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    policy(&world, Policy::Both).await;
    tomas.says(NUMBER).await;
    tomas.hears("hace falta el sí de las dos partes");
    assert!(amina.reads().iter().all(|text| !text.contains("📇")), "nobody is asked before he says yes");
    tomas.presses("Sí").await;
    tomas.hears("falta el sí de la otra parte");
    amina.hears("Tomás");
    tomas.says(NUMBER).await;
    assert!(amina.copies().is_empty());
    world.restarts().await;
    amina.presses("نعم").await;
    for friend in [&amina, &tomas] {
        friend.hears(if friend.id == amina.id { "وافق الجميع" } else { "Ya tenemos el sí" });
    }
    tomas.says(NUMBER).await;
    amina.says("0612345678").await;
    assert_eq!((copies(&amina), copies(&tomas)), (vec![NUMBER.to_owned()], vec!["0612345678".to_owned()]));
    // One takes it back, and it ends for both.
    amina.says("/contacts").await;
    amina.presses("سحب موافقتي").await;
    tomas.says(NUMBER).await;
    assert_eq!(amina.copies().len(), 1);
    assert!(audited(&world, &amina).await.iter().any(|it| it == "took back the yes to swapping contacts"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_no_is_not_told_and_is_asked_about_only_once() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    policy(&world, Policy::Both).await;
    tomas.says(NUMBER).await;
    tomas.presses("Sí").await;
    amina.presses("لا").await;
    let told = tomas.reads();
    tomas.says(NUMBER).await;
    tomas.says("/contacts").await;
    assert!(told.iter().all(|text| !text.contains("no quiere")));
    let asked = amina.reads().iter().filter(|text| text.contains("📇")).count();
    assert_eq!(asked, 1, "{:?}", amina.reads());
    // She changes her mind, in her own time.
    amina.says("/contacts").await;
    amina.presses("نعم، أوافق").await;
    tomas.hears("Ya tenemos el sí");
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_nothing_to_choose_where_a_programme_does_not_ask() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    policy(&world, Policy::Both).await;
    tomas.says(NUMBER).await;
    policy(&world, Policy::Refuse).await;
    tomas.presses("Sí").await;
    tomas.hears("no hay nada que elegir");
    tomas.says("/contacts").await;
    assert!(amina.reads().iter().all(|text| !text.contains("📇")));
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_everybody_must_agree() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let amina = world.joined("Amina", Role::Mentee).await;
    let [tomas, olga] = [world.joined("Tomás", Role::Mentor).await, world.joined("Olga", Role::Mentor).await];
    let members = [(&amina, Side::Mentee), (&tomas, Side::Mentor), (&olga, Side::Mentor)];
    let _: ConversationId = world.introduce(&members, &vera).await;
    policy(&world, Policy::Both).await;
    tomas.says(NUMBER).await;
    tomas.hears("todo tu grupo");
    tomas.presses("Sí").await;
    olga.presses("Sí").await;
    tomas.says(NUMBER).await;
    assert!(amina.copies().is_empty() && olga.copies().is_empty());
    amina.presses("نعم").await;
    tomas.says(NUMBER).await;
    assert_eq!((copies(&amina), copies(&olga)), (vec![NUMBER.to_owned()], vec![NUMBER.to_owned()]));
    policy(&world, Policy::Ask).await;
    tomas.says(NUMBER).await;
    tomas.presses("Enviar").await;
    tomas.hears("tu grupo");
    assert_eq!((amina.copies().len(), olga.copies().len()), (2, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_held_for_its_address_is_checked_before_it_goes() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    world.days_pass(15).await;
    // The pulse of day 14 is open: what he writes now is held.
    tomas.says(NUMBER).await;
    tomas.says("y mañana libro").await;
    tomas.presses("👤 Para:").await;
    assert_eq!(copies(&amina), ["hola", "y mañana libro"]);
    tomas.hears("un número de teléfono");
    tomas.presses("Enviar").await;
    assert_eq!(copies(&amina), ["hola", "y mañana libro", NUMBER]);
    assert!(vera.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_adds_a_number_to_a_message_that_still_waits_stops_it() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.blocks().await;
    let id = tomas.says("te escribo luego").await;
    tomas.phone.edits(id, NUMBER);
    world.settles().await;
    tomas.hears("un número de teléfono");
    amina.unblocks().await;
    assert_eq!(copies(&amina), ["hola"], "a copy by reference would be the newest version");
    tomas.presses("Enviar").await;
    assert_eq!(copies(&amina), ["hola", NUMBER]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_adds_a_number_to_a_message_that_arrived_goes_only_with_a_word() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("te llamo").await;
    let copy = amina.hears("te llamo");
    world.minutes_pass(1).await;
    tomas.phone.edits(id, NUMBER);
    world.settles().await;
    tomas.presses("Enviar").await;
    let again = amina.copies().pop().unwrap();
    assert_eq!((again.text.as_str(), again.reply_to), (NUMBER, Some(copy.id)));
    assert_eq!(copies(&amina), [NUMBER], "it takes the place of what it corrects");
    // It is a copy like any other from here on: what is harmless corrects it where it stands.
    tomas.phone.edits(id, "te llamo a las 5");
    world.millis_pass(3_100).await;
    assert_eq!(amina.hears("te llamo a las 5").id, again.id);
    is_minor(&world, &amina).await;
    tomas.phone.edits(id, "y t.me/tomas_bcn");
    world.settles().await;
    tomas.hears("No se ha enviado");
    assert!(!copies(&amina).iter().any(|text| text.contains("t.me")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_of_an_album_that_shows_a_number_waits_and_the_others_go() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let parts = [NUMBER, "dos", "tres"].map(|caption| tomas.phone.sends(part("a", caption)));
    world.settles().await;
    let question = tomas.hears("un número de teléfono");
    assert_eq!(question.reply_to, Some(parts[0]));
    world.millis_pass(1_300).await;
    assert_eq!(copies(&amina), ["dos", "tres"]);
    tomas.presses("Enviar").await;
    assert_eq!(copies(&amina), ["dos", "tres", NUMBER]);
    // It belongs to its album: taken back with one of the parts, it is gone too.
    tomas.replies(parts[1], "/undo").await;
    assert!(copies(&amina).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_takes_its_part_out_of_an_album_that_waits() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let parts = ["uno", "dos", "tres"].map(|caption| tomas.phone.sends(part("a", caption)));
    world.settles().await;
    tomas.phone.edits(parts[0], NUMBER);
    world.settles().await;
    tomas.hears("un número de teléfono");
    world.millis_pass(1_300).await;
    assert_eq!(copies(&amina), ["dos", "tres"]);
    let second = amina.hears("tres").id;
    amina.replies(second, "¡qué bonita!").await;
    assert_eq!(tomas.hears("¡qué bonita!").reply_to, Some(parts[2]));
    tomas.presses("Enviar").await;
    assert_eq!(copies(&amina).last().unwrap(), NUMBER);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_harmless_change_that_waited_does_not_take_a_number_along() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("te llamo").await;
    world.minutes_pass(1).await;
    amina.blocks().await;
    tomas.says("hola").await;
    tomas.phone.edits(id, "te llamo luego");
    world.settles().await;
    tomas.phone.edits(id, NUMBER);
    world.settles().await;
    // Nobody remembers what the first change said.
    world.restarts().await;
    amina.unblocks().await;
    assert_eq!(copies(&amina), ["te llamo", "hola"]);
    tomas.presses("Enviar").await;
    assert_eq!(copies(&amina), ["hola", NUMBER]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_back_meanwhile_does_not_come_again() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.says("te llamo").await;
    tomas.phone.edits(id, NUMBER);
    world.settles().await;
    let question = tomas.hears("un número de teléfono");
    tomas.replies(id, "/undo").await;
    tomas.phone.presses_on(question.id, "Enviar").unwrap();
    world.settles().await;
    assert!(copies(&amina).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_forwarded_says_so_also_after_it_waited() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let from = serde_json::json!({ "text": NUMBER, "forward_origin": { "type": "hidden_user", "date": 1,
        "sender_user_name": "x" } });
    tomas.sends(Content::Raw(from.as_object().unwrap().clone())).await;
    tomas.presses("Enviar").await;
    assert!(amina.reads().iter().any(|line| line.contains('↪')), "{:?}", amina.reads());
    assert_eq!(copies(&amina), [NUMBER]);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_pair_has_ended_nothing_that_waited_goes() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says(NUMBER).await;
    amina.says("/leave").await;
    amina.presses("🚪").await;
    tomas.presses("Enviar").await;
    assert!(amina.copies().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn during_a_break_nobody_is_asked_and_the_question_comes_after_it() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    policy(&world, Policy::Both).await;
    amina.says("/pause").await;
    amina.presses("⏸ أسبوع").await;
    amina.presses("✖️ لا").await;
    tomas.says(NUMBER).await;
    assert!(!tomas.phone.last().unwrap().has_button("✅ Sí"), "{:?}", tomas.reads());
    world.days_pass(8).await;
    assert!(amina.copies().is_empty(), "not before both have agreed");
    tomas.presses("✅ Sí").await;
    assert!(amina.reads().iter().any(|text| text.contains("📇")), "{:?}", amina.reads());
}
