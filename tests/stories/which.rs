//! Which conversation a message goes to, for somebody who has several.

use crate::pairing::{YES_IN_ARABIC, YES_IN_SPANISH};
use crate::world::{Friend, World};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::{Phase, Side, Supervised};
use lazo::domain::id::{ChatId, ConversationId, ProgrammeId};
use lazo::domain::invite::NewInvite;
use lazo::domain::leak::Policy;
use lazo::domain::person::{Person, Role, Standing};
use lazo::handlers::lifecycle;

const FOR_WHOM: &str = "¿Para quién es esto?";
const NADIA: &str = "👤 Para: Nadia";
const AMINA: &str = "👤 Para: Amina";

/// Tomás is the mentor of Amina and Nadia; Vera looks after both.
struct Three {
    world: World,
    tomas: Friend,
    amina: Friend,
    nadia: Friend,
    vera: Friend,
    second: ConversationId,
}

impl Three {
    async fn meet() -> Self {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let nadia = world.joined("Nadia", Role::Mentee).await;
        let second = world.introduce(&[(&nadia, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
        Self { world, tomas, amina, nadia, vera, second }
    }
}

fn keyboard(friend: &Friend) -> Vec<Vec<String>> {
    friend.phone.keyboard().unwrap_or_default()
}

fn heard_copies(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|seen| seen.text).collect()
}

fn times(friend: &Friend, words: &str) -> usize {
    friend.reads().iter().filter(|text| text.contains(words)).count()
}

impl World {
    /// Another part of the same account, ready.
    pub async fn also(&self, friend: &Friend, role: Role, programme: ProgrammeId) -> Friend {
        let chat = ChatId(friend.phone.id());
        let id = self
            .changes(async |tx, now| {
                let known = tx.person_in(chat).await.unwrap().unwrap();
                let staff = tx.staff(programme).await.unwrap();
                let coordinator = staff.first().map(|it| it.id).filter(|_| !role.is_staff());
                let person = Person { programme, role, coordinator, joined_at: now, dialogue: None, ..known };
                tx.admit(&person).await.unwrap()
            })
            .await;
        Friend { phone: friend.phone.clone(), id, world: self.clone() }
    }

    /// A second programme: "Casa Sol", with Eva as its coordinator.
    pub async fn second_programme(&self) -> (ProgrammeId, Friend) {
        let programme = self
            .changes(async |tx, now| {
                let first = tx.programme(self.programme()).await.unwrap();
                let id = tx.found(now).await.unwrap();
                let mut programme = tx.programme(id).await.unwrap();
                "Casa Sol".clone_into(&mut programme.name);
                programme.languages = first.languages;
                programme.zone = first.zone;
                programme.set_up = true;
                tx.save_programme(&programme, now).await.unwrap();
                id
            })
            .await;
        let eva = self.joined("Eva", Role::Coordinator).await;
        self.changes(async |tx, _| {
            let eva = tx.person(eva.id).await.unwrap().unwrap();
            tx.save(&Person { programme, ..eva }).await.unwrap();
        })
        .await;
        (programme, eva)
    }

    async fn parts_of(&self, friend: &Friend) -> Vec<Person> {
        self.changes(async |tx, _| tx.parts(ChatId(friend.phone.id())).await.unwrap()).await
    }

    async fn phase(&self, id: ConversationId) -> Phase {
        self.changes(async |tx, _| tx.conversation(id).await.unwrap().unwrap().phase).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_of_two_is_asked_for_whom_her_message_is_and_then_goes_on_with_the_one_she_chose() {
    let it = Three::meet().await;
    it.tomas.hears("Ahora tienes varios chats");
    assert_eq!(keyboard(&it.tomas)[0], ["👤 Amina", "👤 Nadia"]);
    assert_eq!(keyboard(&it.tomas)[1].len(), 2, "🆘 and the menu stay");
    it.tomas.says("uno").await;
    it.tomas.says("dos").await;
    let question = it.tomas.hears(FOR_WHOM);
    for label in [AMINA, NADIA, "💬 Para el equipo", "✖️ No enviar"] {
        assert!(question.has_button(label), "{label}: {question:?}");
    }
    assert_eq!(times(&it.tomas, FOR_WHOM), 1, "asked once for all that follows");
    assert!(heard_copies(&it.amina).is_empty() && heard_copies(&it.nadia).is_empty(), "nobody has it");
    it.tomas.presses(NADIA).await;
    assert_eq!(heard_copies(&it.nadia), ["uno", "dos"]);
    assert_eq!(keyboard(&it.tomas)[0], ["👤 Amina", "➤ Nadia"]);
    assert_eq!(it.tomas.phone.placeholder().as_deref(), Some("Para: Nadia"));

    it.tomas.says("tres").await;
    assert_eq!(heard_copies(&it.nadia), ["uno", "dos", "tres"]);
    it.world.minutes_pass(31).await;
    it.tomas.says("cuatro").await;
    assert_eq!(heard_copies(&it.nadia).len(), 3, "half an hour later it is asked again");
    it.tomas.presses(AMINA).await;
    assert_eq!(heard_copies(&it.amina), ["cuatro"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_on_the_keyboard_chooses_is_said_in_one_silent_line_and_is_never_relayed() {
    let it = Three::meet().await;
    it.tomas.presses("👤 Amina").await;
    let first = it.tomas.hears("Escribes a:");
    assert!(first.silent && first.text.contains("Amina"));
    it.tomas.says("hola").await;
    assert_eq!(heard_copies(&it.amina), ["hola"]);
    it.tomas.presses("👤 Nadia").await;
    let gone = |id| !it.tomas.phone.screen().iter().any(|seen| seen.id == id);
    assert!(gone(first.id), "the line before it is taken away");
    assert_eq!(keyboard(&it.tomas)[0], ["👤 Amina", "➤ Nadia"]);
    it.tomas.says("qué tal").await;
    assert_eq!(heard_copies(&it.nadia), ["qué tal"]);
    assert_eq!(heard_copies(&it.amina), ["hola"], "labels are not relayed");
    it.tomas.says("👤 Zoe, ¿vienes?").await;
    assert_eq!(heard_copies(&it.nadia).last().unwrap(), "👤 Zoe, ¿vienes?", "what is no label is a message");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tap_on_one_that_is_stopped_reads_what_any_writer_reads_and_chooses_nobody() {
    let it = Three::meet().await;
    it.tomas.presses("👤 Amina").await;
    let second = it.second;
    it.world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(second).await.unwrap().unwrap();
            lifecycle::hold(tx, &mut pair, Some(it.vera.id), now).await.unwrap();
        })
        .await;
    let before = it.tomas.reads().len();
    it.tomas.presses("👤 Nadia").await;
    let said = it.tomas.reads().split_off(before);
    assert!(said.len() == 1 && said[0].starts_with("⏸ Este chat está en pausa por ahora."), "{said:?}");
    // Nor does what he writes now go to the one he chose before.
    it.tomas.says("uno").await;
    let question = it.tomas.hears(FOR_WHOM);
    assert!(!question.has_button(NADIA) && question.has_button(AMINA), "{question:?}");
    assert!(heard_copies(&it.amina).is_empty() && heard_copies(&it.nadia).is_empty());
    // What was asked about waits there, as anything he writes there, and it is said once.
    let before = it.tomas.reads().len();
    it.tomas.presses("👤 Nadia").await;
    it.world.settles().await;
    let said: Vec<_> = it.tomas.reads().into_iter().skip(before).collect();
    assert_eq!(said.iter().filter(|text| text.contains("está en pausa por ahora")).count(), 1, "{said:?}");
    assert!(heard_copies(&it.nadia).is_empty());
    // After 🆘 nothing of his waits.
    it.tomas.says("/sos").await;
    it.tomas.presses("🛟 No me siento a salvo").await;
    for name in ["👤 Amina", "👤 Nadia"] {
        let key = keyboard(&it.tomas).concat().into_iter().find(|key| key.ends_with(&name[5..])).unwrap();
        let before = it.tomas.reads().len();
        it.tomas.says(&key).await;
        let said = it.tomas.reads().split_off(before);
        assert!(said.len() == 1 && said[0].contains("solo llega a tu equipo"), "{said:?}");
    }
    it.tomas.says("dos").await;
    assert_eq!(heard_copies(&it.vera), ["dos"]);
    assert!(heard_copies(&it.amina).is_empty() && heard_copies(&it.nadia).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_leak_guard_keeps_back_goes_where_it_was_meant_to_whatever_was_chosen_since() {
    let it = Three::meet().await;
    let number = it.tomas.says("mi móvil es el 612 34 56 78").await;
    let question = it.tomas.hears(FOR_WHOM);
    assert_eq!(question.reply_to, Some(number));
    it.tomas.presses(NADIA).await;
    let guard = it.tomas.hears("Aquí se ve un número de teléfono");
    assert!(guard.text.contains("— Nadia —"), "{guard:?}");
    assert!(heard_copies(&it.nadia).is_empty());
    it.tomas.says("👤 Amina").await;
    it.tomas.says("hola, Amina").await;
    it.tomas.phone.presses_on(guard.id, "Enviar").unwrap();
    it.world.settles().await;
    assert_eq!(heard_copies(&it.nadia), ["mi móvil es el 612 34 56 78"]);
    assert_eq!(heard_copies(&it.amina), ["hola, Amina"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn contacts_may_be_swapped_in_one_conversation_and_not_in_another() {
    let it = Three::meet().await;
    it.world
        .changes(async |tx, now| {
            let mut programme = tx.programme(it.world.programme()).await.unwrap();
            programme.contacts = Policy::Both;
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
    it.tomas.says("/contacts").await;
    let last: Vec<String> = it.tomas.reads().into_iter().rev().take(2).collect();
    assert!(last[1].contains("— Amina —") && last[0].contains("— Nadia —"), "{last:?}");
    it.tomas.presses("Sí").await;
    it.nadia.presses("نعم").await;
    it.tomas.says("👤 Nadia").await;
    it.tomas.says("612 34 56 78").await;
    assert_eq!(heard_copies(&it.nadia), ["612 34 56 78"]);
    it.tomas.says("👤 Amina").await;
    it.tomas.says("612 34 56 78").await;
    assert!(heard_copies(&it.amina).is_empty(), "Amina did not agree");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_ends_when_somebody_comes_into_another_conversation_or_goes_out_of_it() {
    let it = Three::meet().await;
    let marta = it.world.joined("Marta", Role::Mentor).await;
    let members = async || {
        it.vera.says("/pairs").await;
        it.vera.presses("2 · Nadia").await;
        it.vera.presses("👥 Members").await;
    };
    members().await;
    for label in ["➕ A mentor", "1 · Marta", "📨 Ask"] {
        it.vera.presses(label).await;
    }
    it.nadia.presses(YES_IN_ARABIC).await;
    it.tomas.presses(YES_IN_SPANISH).await;
    it.tomas.presses("👤 Amina").await;
    marta.presses(YES_IN_SPANISH).await;
    let line = it.tomas.hears("Se une a tu grupo");
    assert!(line.text.starts_with("— Nadia, Marta —"), "{line:?}");
    assert_eq!(times(&it.tomas, "— Nadia, Marta —"), 1, "it says itself which group it is");
    it.tomas.says("¡bienvenida!").await;
    it.tomas.hears(FOR_WHOM);
    it.tomas.presses("👤 Para: Nadia, Marta").await;
    assert_eq!(heard_copies(&marta), ["¡bienvenida!"]);
    it.tomas.presses("👤 Amina").await;
    members().await;
    it.vera.presses("✖️ Marta").await;
    it.vera.presses("✖️ Remove").await;
    it.tomas.hears("Ya no está en tu grupo");
    it.tomas.says("¡qué pena!").await;
    assert_eq!(times(&it.tomas, FOR_WHOM), 1);
    assert!(heard_copies(&it.amina).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_ends_when_a_message_from_another_conversation_comes_in() {
    let it = Three::meet().await;
    it.tomas.presses("👤 Amina").await;
    it.amina.says("أهلا").await;
    it.tomas.says("para Amina").await;
    assert_eq!(heard_copies(&it.amina), ["para Amina"]);
    it.nadia.says("مرحبا").await;
    it.tomas.says("¿para quién?").await;
    it.tomas.hears(FOR_WHOM);
    assert_eq!(heard_copies(&it.amina).len() + heard_copies(&it.nadia).len(), 1);
    it.tomas.presses("👤 Nadia").await;
    assert_eq!(heard_copies(&it.nadia), ["¿para quién?"], "a tap on the keyboard answers the question too");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_above_a_message_says_whose_it_is_and_a_reply_to_either_goes_there() {
    let it = Three::meet().await;
    it.amina.says("uno").await;
    it.amina.says("dos").await;
    it.nadia.says("tres").await;
    let screen: Vec<_> = it.tomas.phone.screen();
    let from = screen.iter().position(|seen| seen.text == "— Amina —").unwrap();
    let texts: Vec<&str> = screen[from..].iter().map(|seen| seen.text.as_str()).collect();
    assert_eq!(texts, ["— Amina —", "uno", "dos", "— Nadia —", "tres"]);
    assert!(screen[from].silent && !screen[from + 1].silent, "only the message itself is heard");

    it.tomas.replies(screen[from].id, "a la línea").await;
    assert_eq!(heard_copies(&it.amina), ["a la línea"]);
    assert_eq!(keyboard(&it.tomas)[0], ["➤ Amina", "👤 Nadia"], "a reply chooses");
    let copy = it.tomas.hears("tres");
    it.tomas.replies(copy.id, "al mensaje").await;
    assert_eq!(heard_copies(&it.nadia), ["al mensaje"]);
    assert_eq!(it.nadia.hears("al mensaje").reply_to.map(|_| ()), Some(()));
    it.tomas.says("y sigo").await;
    assert_eq!(heard_copies(&it.nadia), ["al mensaje", "y sigo"]);
    assert_eq!(times(&it.tomas, FOR_WHOM), 0);

    it.world.minutes_pass(10).await;
    it.nadia.says("cuatro").await;
    assert_eq!(times(&it.tomas, "— Nadia —"), 2, "after ten minutes it is said again");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_one_conversation_notices_nothing_of_all_this() {
    let it = Three::meet().await;
    let before = it.amina.reads().len();
    it.tomas.presses("👤 Amina").await;
    it.tomas.says("hola").await;
    assert_eq!(it.amina.reads().len(), before + 1, "the copy, and no line above it");
    assert_eq!(keyboard(&it.amina).len(), 1);
    assert_eq!(it.amina.phone.placeholder(), None);
    it.amina.says("أهلا").await;
    assert_eq!(heard_copies(&it.tomas), ["أهلا"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_partners_of_the_same_name_are_told_apart_everywhere() {
    let it = Three::meet().await;
    let other = it.world.joined("Amina", Role::Mentee).await;
    it.world.introduce(&[(&other, Side::Mentee), (&it.tomas, Side::Mentor)], &it.vera).await;
    assert_eq!(keyboard(&it.tomas)[..2].concat(), ["👤 Amina", "👤 Nadia", "👤 Amina (2)"]);
    other.says("soy la otra").await;
    it.tomas.hears("— Amina (2) —");
    it.tomas.says("hola").await;
    it.tomas.presses("👤 Para: Amina (2)").await;
    assert_eq!((heard_copies(&other), heard_copies(&it.amina).len()), (vec!["hola".to_owned()], 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn with_more_than_six_the_others_are_a_tap_away() {
    let it = Three::meet().await;
    let mut last = None;
    for name in ["Hala", "Rim", "Sara", "Yara", "Zoe"] {
        let mentee = it.world.joined(name, Role::Mentee).await;
        it.world.introduce(&[(&mentee, Side::Mentee), (&it.tomas, Side::Mentor)], &it.vera).await;
        last = Some(mentee);
    }
    it.tomas.says("hola").await;
    let question = it.tomas.hears(FOR_WHOM);
    assert!(question.has_button("👤 Para: Yara") && !question.has_button("👤 Para: Zoe"));
    it.tomas.presses("➡️ Otras").await;
    let question = it.tomas.hears(FOR_WHOM);
    assert!(question.has_button("💬 Para el equipo") && question.has_button("✖️ No enviar"));
    it.tomas.presses("👤 Para: Zoe").await;
    assert_eq!(heard_copies(&last.unwrap()), ["hola"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_answer_it_is_asked_once_more_and_then_dropped_with_a_notice() {
    let it = Three::meet().await;
    it.tomas.says("hola").await;
    it.world.hours_pass(24).await;
    it.tomas.hears("Tu mensaje sigue esperando");
    it.world.hours_pass(24).await;
    it.tomas.hears("Este mensaje no le llegó a nadie");
    assert!(heard_copies(&it.amina).is_empty() && heard_copies(&it.nadia).is_empty());
    it.tomas.says("otra vez").await;
    it.tomas.presses("✖️ No enviar").await;
    assert_eq!(times(&it.tomas, "Este mensaje no le llegó a nadie"), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_one_ends_its_button_goes_and_what_was_held_is_asked_about_again() {
    let it = Three::meet().await;
    it.tomas.says("hola").await;
    let question = it.tomas.hears(FOR_WHOM);
    it.world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(it.second).await.unwrap().unwrap();
            lifecycle::close(tx, &mut pair, lazo::domain::closing::ClosingReason::Goals, None, now)
                .await
                .unwrap();
        })
        .await;
    it.world.settles().await;
    it.tomas.hears("Ahora tienes un solo chat");
    assert_eq!(keyboard(&it.tomas).len(), 1);
    it.tomas.phone.presses_on(question.id, NADIA).unwrap();
    it.world.settles().await;
    assert_eq!(times(&it.tomas, FOR_WHOM), 2, "nothing is lost, and nothing goes where it may not");
    it.tomas.presses(AMINA).await;
    assert_eq!(heard_copies(&it.amina), ["hola"]);
    it.tomas.says("👤 Nadia").await;
    it.tomas.hears("Este chat no está abierto ahora");
    it.tomas.says("y tú").await;
    assert_eq!(heard_copies(&it.amina), ["hola", "y tú"], "there is one again: nobody is asked");
    assert!(heard_copies(&it.nadia).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_team_has_written_the_next_message_is_not_taken_for_the_partner() {
    let it = Three::meet().await;
    it.amina.says("/team").await;
    it.amina.says("هل يمكنني تغيير الموعد؟").await;
    let asked = it.vera.hears("هل يمكنني تغيير الموعد؟");
    it.vera.replies(asked.id, "Yes. When?").await;
    it.amina.hears("Yes. When?");
    it.amina.says("غدا").await;
    assert!(heard_copies(&it.tomas).is_empty(), "not guessed");
    it.amina.presses("💬 إلى الفريق").await;
    it.vera.hears("غدا");
    it.amina.says("مرحبا توماس").await;
    assert_eq!(heard_copies(&it.tomas), ["مرحبا توماس"], "asked once for each time the team writes");

    let asked = it.vera.hears("غدا");
    it.vera.replies(asked.id, "Good.").await;
    let answer = it.amina.hears("Good.");
    it.amina.replies(answer.id, "شكرا").await;
    it.vera.hears("شكرا");
    it.amina.says("وأنت؟").await;
    assert_eq!(
        heard_copies(&it.tomas).last().unwrap(),
        "وأنت؟",
        "who answers the team by a reply is not asked"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_who_is_also_a_mentor_never_sends_to_her_mentee_what_was_for_the_team() {
    let it = Three::meet().await;
    let vera_mentor = it.world.also(&it.vera, Role::Mentor, it.world.programme()).await;
    let rim = it.world.joined("Rim", Role::Mentee).await;
    let eva = it.world.joined("Eva", Role::Lead).await;
    it.world.introduce(&[(&rim, Side::Mentee), (&vera_mentor, Side::Mentor)], &eva).await;
    it.amina.says("/team").await;
    it.amina.says("سؤال").await;
    it.vera.hears("سؤال");
    it.vera.says("Come on Monday.").await;
    assert!(heard_copies(&rim).is_empty());
    it.vera.presses("💬 For: Amina · team").await;
    it.amina.hears("Come on Monday.");
    it.vera.says("Hello Rim").await;
    assert_eq!(heard_copies(&rim), ["Hello Rim"]);

    rim.says("/team").await;
    rim.says("شيء عن فيرا").await;
    eva.hears("شيء عن فيرا");
    it.vera.never_hears("شيء عن فيرا");
    it.vera.says("/menu").await;
    it.vera.presses("💬 Write to the team").await;
    it.vera.says("for Eva").await;
    eva.hears("for Eva");
    let commands: Vec<String> = it.vera.phone.menu().into_iter().map(|(name, _)| name).collect();
    assert!(!commands.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_invitation_needs_only_consent_and_a_name_and_a_repeated_start_changes_nothing() {
    let it = Three::meet().await;
    let (programme, eva) = it.world.second_programme().await;
    let link = it
        .world
        .link_for(NewInvite {
            programme: Some(programme),
            role: Role::Mentee,
            alias: None,
            file_number: None,
            invited_by: Some(eva.id),
        })
        .await;
    it.tomas.opens(&link).await;
    it.tomas.presses("✅ Es para mí").await;
    it.tomas.hears("Casa Sol");
    it.tomas.phone.starts(None);
    it.world.settles().await;
    assert_eq!(it.world.parts_of(&it.tomas).await.len(), 2);
    it.tomas.agrees().await;
    it.tomas.says("esto no es mi nombre").await;
    it.tomas.hears(FOR_WHOM);
    it.tomas.presses(AMINA).await;
    assert_eq!(heard_copies(&it.amina), ["esto no es mi nombre"], "who is in chats answers with buttons");
    it.tomas.presses("👤 Tomás").await;
    let parts = it.world.parts_of(&it.tomas).await;
    let new = &parts[1];
    assert_eq!((new.standing, new.role, new.programme), (Standing::Ready, Role::Mentee, programme));
    assert_eq!((new.zone, new.lang.as_str()), (parts[0].zone, "es"));
    eva.hears("Tomás");
    it.tomas.opens(&link).await;
    it.tomas.hears("Ya estás aquí");
    it.tomas.phone.starts(None);
    it.world.settles().await;
    assert_eq!(it.world.parts_of(&it.tomas).await, parts);

    it.tomas.says("/language").await;
    it.tomas.presses("English").await;
    assert!(it.world.parts_of(&it.tomas).await.iter().all(|part| part.lang.as_str() == "en"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_and_leaving_concern_the_part_she_names() {
    let it = Three::meet().await;
    let (programme, eva) = it.world.second_programme().await;
    let mentee = it.world.also(&it.tomas, Role::Mentee, programme).await;
    let luis = it.world.joined("Luis", Role::Mentor).await;
    let third = it.world.introduce(&[(&mentee, Side::Mentee), (&luis, Side::Mentor)], &eva).await;
    let first = it.world.pair_of(&it.amina).await.unwrap().id;
    it.tomas.says("/pause").await;
    it.tomas.hears("¿Dónde quieres hacer una pausa?");
    it.tomas.presses("🤝 Casa Ana · mentor/a").await;
    it.tomas.presses("1 semana").await;
    it.tomas.presses("✖️ No").await;
    let away: Vec<_> =
        it.world.parts_of(&it.tomas).await.iter().map(|it| it.paused_until.is_some()).collect();
    assert_eq!(away, [true, false], "a break is taken by the part she names");

    it.tomas.says("/leave").await;
    it.tomas.hears("¿Qué programa quieres dejar?");
    it.tomas.presses("🌱 Casa Sol · mentee").await;
    let yes = it.tomas.phone.last().unwrap().buttons.concat()[0].text.clone();
    it.tomas.presses(&yes).await;
    assert_eq!(it.world.phase(third).await, Phase::Closed);
    let standing: Vec<_> = it.world.parts_of(&it.tomas).await.iter().map(|part| part.standing).collect();
    assert_eq!(standing, [Standing::Ready, Standing::Left]);
    assert_eq!(it.world.phase(first).await, Phase::Active, "the rest stays as it is");
    assert!(it.world.parts_of(&it.tomas).await[0].paused_until.is_some());
    it.tomas.says("/leave").await;
    assert_eq!(times(&it.tomas, "¿Qué programa quieres dejar?"), 1, "one part is left: nothing to choose");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_of_two_programmes_is_asked_where_and_works_there() {
    let it = Three::meet().await;
    let (programme, eva) = it.world.second_programme().await;
    let vera = it.world.also(&it.vera, Role::Coordinator, programme).await;
    let luis = it.world.joined("Luis", Role::Mentor).await;
    let zoe = it.world.joined("Zoe", Role::Mentee).await;
    it.world
        .changes(async |tx, _| {
            for friend in [&luis, &zoe] {
                let person = tx.person(friend.id).await.unwrap().unwrap();
                tx.save(&Person { programme, ..person }).await.unwrap();
            }
        })
        .await;
    vera.says("/pair").await;
    vera.hears("In which programme?");
    vera.presses("🗂 Casa Sol · team").await;
    let list = vera.phone.last().unwrap();
    assert!(list.text.contains("Zoe") && !list.text.contains("Amina"), "{}", list.text);
    vera.presses("1 · Zoe").await;
    vera.presses("1 · Luis").await;
    vera.presses("📨 Ask both").await;
    luis.hears("Zoe");
    eva.never_hears("Zoe");
}

#[tokio::test(flavor = "multi_thread")]
async fn i_do_not_feel_safe_stops_everything_and_only_who_is_fine_goes_on() {
    let it = Three::meet().await;
    let (programme, eva) = it.world.second_programme().await;
    let mentee = it.world.also(&it.tomas, Role::Mentee, programme).await;
    let luis = it.world.joined("Luis", Role::Mentor).await;
    it.world
        .changes(async |tx, _| {
            let luis = tx.person(luis.id).await.unwrap().unwrap();
            tx.save(&Person { programme, ..luis }).await.unwrap();
        })
        .await;
    let third = it.world.introduce(&[(&mentee, Side::Mentee), (&luis, Side::Mentor)], &eva).await;
    let first = it.world.pair_of(&it.amina).await.unwrap().id;
    it.tomas.says("/sos").await;
    it.tomas.presses("🛟 No me siento a salvo").await;
    for id in [first, it.second, third] {
        assert_eq!(it.world.phase(id).await, Phase::Held, "before anything is asked");
    }
    let question = it.tomas.hears("Todos tus chats están en pausa");
    for name in ["👤 Amina", "👤 Nadia", "👤 Luis"] {
        assert!(question.has_button(name), "{name}: {question:?}");
    }
    let kinds = it
        .world
        .changes(async |tx, _| {
            let mut programmes = Vec::new();
            for id in [ProgrammeId(1), programme] {
                let open = tx.open_cases(id).await.unwrap();
                for case in tx.cases(&open).await.unwrap() {
                    programmes.push((case.programme, case.kind));
                }
            }
            programmes
        })
        .await;
    assert_eq!(kinds, [(ProgrammeId(1), CaseKind::Unsafe), (programme, CaseKind::Unsafe)], "one each");
    it.tomas.presses("👤 Amina").await;
    let question = it.tomas.hears("¿Con quién te sientes a salvo?");
    assert!(!question.has_button("▶ A salvo con: Amina"));
    it.tomas.presses("▶ A salvo con: Luis").await;
    it.tomas.presses("⏸ Dejarlos en pausa").await;
    let phases = [it.world.phase(first).await, it.world.phase(it.second).await, it.world.phase(third).await];
    assert_eq!(phases, [Phase::Held, Phase::Held, Phase::Active], "only who was said to be fine");
    it.tomas.hears("Solo tu equipo puede abrir este chat");
}

#[tokio::test(flavor = "multi_thread")]
async fn about_nobody_here_opens_all_again_but_not_what_somebody_else_stopped() {
    let it = Three::meet().await;
    let first = it.world.pair_of(&it.amina).await.unwrap().id;
    it.tomas.says("/sos").await;
    it.tomas.presses("🛟 No me siento a salvo").await;
    it.amina.says("/sos").await;
    it.amina.taps_first().await;
    it.tomas.presses("✖️ No, con nadie de aquí").await;
    assert_eq!(it.world.phase(it.second).await, Phase::Active);
    assert_eq!(it.world.phase(first).await, Phase::Held, "Amina has not said that it is fine");
}

impl Friend {
    /// Presses the first button of the newest letter with buttons.
    async fn taps_first(&self) {
        let screen = self.phone.screen();
        let letter = screen.iter().rev().find(|seen| !seen.buttons.is_empty()).unwrap();
        self.phone.presses_on(letter.id, &letter.buttons[0][0].text).unwrap();
        self.world.settles().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_blocks_the_bot_is_away_in_all_conversations_and_back_in_all() {
    let it = Three::meet().await;
    it.tomas.blocks().await;
    it.amina.says("uno").await;
    it.nadia.says("dos").await;
    assert!(heard_copies(&it.tomas).is_empty());
    it.tomas.unblocks().await;
    assert_eq!(heard_copies(&it.tomas), ["uno", "dos"]);
    it.tomas.hears("— Amina —");
    it.tomas.hears("— Nadia —");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_with_room_is_offered_for_another_mentee_and_nobody_is_paired_with_herself() {
    let world = World::new().await;
    let [_, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let tomas_mentee = world.also(&tomas, Role::Mentee, world.programme()).await;
    let nadia = world.joined("Nadia", Role::Mentee).await;
    vera.says("/people").await;
    vera.presses("🤝 Mentor").await;
    vera.presses("1 · Tomás").await;
    vera.hears("Mentees at the same time: 1");
    vera.presses("🪑 Change to: 2").await;
    vera.hears("Mentees at the same time: 2");
    vera.says("/pair").await;
    vera.presses("2 · Nadia").await;
    vera.hears("Tomás");
    vera.presses("1 · Tomás").await;
    vera.presses("📨 Ask both").await;
    tomas.taps_first().await;
    nadia.taps_first().await;
    assert_eq!(keyboard(&tomas)[0], ["👤 Amina", "👤 Nadia"]);

    world
        .changes(async |tx, _| {
            let mut mentor = tx.person(tomas.id).await.unwrap().unwrap();
            mentor.profile.capacity = Some(4);
            tx.save(&mentor).await.unwrap();
        })
        .await;
    vera.says("/pair").await;
    vera.presses("1 · Tomás").await;
    vera.hears("No mentor is free for this mentee");
    assert!(world.pair_of(&tomas_mentee).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentee_gets_a_second_mentor_only_if_the_coordinator_means_it() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    world.joined("Luis", Role::Mentor).await;
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Amina").await;
    vera.presses("🤝 Find a mentor").await;
    vera.hears("Should there be one more?");
    vera.presses("✅ Yes, one more").await;
    vera.presses("1 · Luis").await;
    vera.presses("📨 Ask both").await;
    amina.taps_first().await;
    assert_eq!(world.parts_of(&amina).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_of_two_is_asked_about_each_and_never_about_both_on_one_day() {
    let it = Three::meet().await;
    let first = it.world.pair_of(&it.amina).await.unwrap().id;
    it.world.days_pass(18).await;
    let asked = it
        .world
        .changes(async |tx, _| {
            let members = [(first, it.tomas.id), (it.second, it.tomas.id)];
            let states = tx.checkin_states(&members).await.unwrap();
            members.map(|member| states.get(&member).map_or(0, Vec::len))
        })
        .await;
    assert_eq!(asked, [1, 1]);
    let questions: Vec<_> =
        it.tomas.phone.history().into_iter().filter(|seen| !seen.buttons.is_empty()).collect();
    let mut days: Vec<_> = questions.iter().map(|seen| seen.date.date_naive()).collect();
    days.dedup();
    assert_eq!(days.len(), questions.len(), "{questions:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_that_shall_call_is_named_by_whoever_has_two() {
    let it = Three::meet().await;
    let (programme, eva) = it.world.second_programme().await;
    it.world.also(&it.tomas, Role::Mentee, programme).await;
    it.tomas.says("/sos").await;
    it.tomas.presses("📞 Quiero una llamada").await;
    it.tomas.taps_first().await;
    it.tomas.hears("¿Qué equipo quieres que te llame?");
    it.tomas.presses("🌱 Casa Sol · mentee").await;
    let kinds = it
        .world
        .changes(async |tx, _| {
            let open = tx.open_cases(programme).await.unwrap();
            tx.cases(&open).await.unwrap().into_iter().map(|case| case.kind).collect::<Vec<_>>()
        })
        .await;
    assert_eq!(kinds, [CaseKind::CallToday]);
    assert!(eva.reads().len() > 1 && it.vera.reads().len() == 1, "only that team hears of it");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_moves_to_a_new_account_takes_along_what_she_is_here_and_nothing_she_is_elsewhere() {
    let it = Three::meet().await;
    let (programme, _) = it.world.second_programme().await;
    it.world.also(&it.tomas, Role::Mentee, programme).await;
    it.amina.says("سلام").await;
    it.tomas.phone.deactivates();
    it.amina.says("واحد").await;
    it.nadia.says("اثنان").await;
    it.vera.presses("More").await;
    it.vera.presses("New account").await;
    let texts = it.vera.reads();
    let words: Vec<&str> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
    let link = (*words.iter().rev().find(|word| word.contains("?start=")).unwrap()).to_owned();
    let anew = it.world.phone("Tomás", "es");
    anew.opens(&link).unwrap();
    it.world.settles().await;
    let tomas = Friend { phone: anew, id: it.tomas.id, world: it.world.clone() };
    assert_eq!(heard_copies(&tomas), ["واحد", "اثنان"]);
    assert_eq!(keyboard(&tomas)[0], ["👤 Amina", "👤 Nadia"]);
    let roles = |parts: Vec<Person>| parts.into_iter().map(|part| part.role).collect::<Vec<_>>();
    assert_eq!(roles(it.world.parts_of(&tomas).await), [Role::Mentor]);
    assert_eq!(roles(it.world.parts_of(&it.tomas).await), [Role::Mentee]);
    tomas.says("hola").await;
    tomas.presses(NADIA).await;
    assert_eq!(heard_copies(&it.nadia), ["hola"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_team_reads_along_is_said_by_name_and_the_other_conversation_stays_between_two() {
    let it = Three::meet().await;
    let lea = it.world.joined("Lea", Role::Lead).await;
    lea.says("/pairs").await;
    lea.presses("1 · Amina").await;
    lea.presses("👁 Team reads too").await;
    lea.presses("👁 Ask both sides").await;
    it.amina.presses("✅ نعم، أوافق").await;
    it.tomas.presses("✅ Sí, de acuerdo").await;
    let pinned = it.tomas.hears("El equipo lee también este chat");
    assert!(pinned.pinned && pinned.text.starts_with("— Amina —"), "{pinned:?}");
    it.tomas.says("👤 Nadia").await;
    it.tomas.says("para Nadia").await;
    assert!(lea.copies().is_empty());
    it.tomas.says("👤 Amina").await;
    it.tomas.says("para Amina").await;
    assert_eq!(heard_copies(&lea), ["para Amina"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_does_not_read_along_in_a_pair_of_her_own_and_who_looks_after_it_does() {
    let it = Three::meet().await;
    let lea = it.world.joined("Lea", Role::Lead).await;
    let lea_mentor = it.world.also(&lea, Role::Mentor, it.world.programme()).await;
    let rim = it.world.joined("Rim", Role::Mentee).await;
    let own = it.world.introduce(&[(&rim, Side::Mentee), (&lea_mentor, Side::Mentor)], &it.vera).await;
    it.world
        .changes(async |tx, _| {
            let pair = tx.conversation(own).await.unwrap().unwrap();
            tx.supervise(pair.id, Supervised::Yes).await.unwrap();
        })
        .await;
    rim.says("سلام").await;
    assert_eq!(heard_copies(&lea), ["سلام"], "as the mentor she is, and no second time");
    assert_eq!(heard_copies(&it.vera), ["سلام"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_under_18_in_one_programme_is_not_18_in_another() {
    let world = World::new().await;
    let [amina, ..] = world.pair("Amina", "Tomás", "Vera").await;
    let (programme, eva) = world.second_programme().await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(amina.id).await.unwrap().unwrap();
            person.profile.adult = Some(false);
            tx.save(&person).await.unwrap();
        })
        .await;
    let what = NewInvite {
        programme: Some(programme),
        role: Role::Mentee,
        alias: None,
        file_number: None,
        invited_by: Some(eva.id),
    };
    let link = world.link_for(what).await;
    amina.opens(&link).await;
    // It is for her, she agrees, she keeps her name.
    amina.taps_first().await;
    amina.agrees().await;
    amina.taps_first().await;
    amina.presses("👤 18 أو أكثر").await;
    amina.hears("سيسألك الفريق عن ذلك");
    eva.hears("This person told us two ages");
    assert_eq!(world.parts_of(&amina).await[1].standing, Standing::AwaitingGuardian);
}
