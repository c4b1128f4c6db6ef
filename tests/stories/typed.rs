//! What people type in place of a tap: labels as their phones write them, commands with marks nobody sees, and corrections
//! that look like either.

use crate::world::{Friend, World};
use lazo::demo::Content;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;

fn copies(friend: &Friend) -> Vec<String> {
    friend.copies().into_iter().map(|seen| seen.text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn almost_the_label_of_sos_is_that_label_and_never_reaches_the_other() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let typed = [
        "🆘",
        "🆘🆘🆘",
        "🆘!",
        "🆘 i need help",
        "🆘\u{FE0F} I need help",
        "🆘  I need help",
        "🆘\u{A0}I\u{A0}need\u{A0}help",
        "🆘I need help",
        "🆘 NECESITO AYUDA",
        "🆘\u{FE0E}\u{2003}necesito ayuda",
        "\u{2067}🆘 أحتاج إلى مساعدة\u{2069}",
        "🆘 احتاج الى مساعدة",
        "\u{200F} /sos",
        "／safe",
        "/s\u{200B}os",
    ];
    for text in typed {
        let before = amina.reads().len();
        amina.says(text).await;
        assert_eq!(amina.reads().len(), before + 1, "{text:?}");
        assert!(amina.last().contains("🆘"), "{text:?}: {}", amina.last());
        assert!(!amina.phone.last().unwrap().buttons.is_empty(), "{text:?}");
    }
    assert_eq!(copies(&tomas), Vec::<String>::new());
    for text in ["☰", "☰  menú", "☰\u{FE0F} القائمة"] {
        let before = amina.reads().len();
        amina.says(text).await;
        assert_eq!(amina.reads().len(), before + 1, "{text:?}");
    }
    assert_eq!(copies(&tomas), Vec::<String>::new());
    for text in ["🆘 he took my keys", "I need help 🆘 please", "🆘 I need help now", "☰ Menú del día"]
    {
        amina.says(text).await;
        assert_eq!(copies(&tomas).last().map(String::as_str), Some(text), "words around it are a message");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn almost_the_name_of_a_conversation_chooses_it_and_never_reaches_anybody() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let nadia = world.joined("Nadia", Role::Mentee).await;
    world.introduce(&[(&nadia, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    for (text, said) in [
        ("👤\u{FE0E} amina", "Amina"),
        ("👤\u{A0}\u{A0}NADIA", "Nadia"),
        ("\u{200E}➤Nadia", "Nadia"),
        ("➤ ami\u{AD}na ", "Amina"),
    ] {
        tomas.says(text).await;
        let line = tomas.last();
        assert!(line.contains("Escribes a:") && line.contains(said), "{text:?}: {line}");
    }
    assert!(copies(&amina).is_empty() && copies(&nadia).is_empty());
    tomas.says("👤 Amina, ven").await;
    assert_eq!(copies(&amina), ["👤 Amina, ven"], "with a word more it is a message");
    world
        .changes(async |tx, now| {
            let pair = tx.pair_of(nadia.id).await.unwrap().unwrap();
            let mut pair = tx.conversation(pair.id).await.unwrap().unwrap();
            lazo::handlers::lifecycle::close(
                tx,
                &mut pair,
                lazo::domain::closing::ClosingReason::Goals,
                None,
                now,
            )
            .await
            .unwrap();
        })
        .await;
    world.settles().await;
    tomas.says("👤  nadia").await;
    assert!(tomas.last().contains("no está abierto"), "{}", tomas.last());
    assert_eq!(copies(&amina).len(), 1);
}

/// Where a message stands when it is changed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stands {
    /// It has arrived.
    There,
    /// Its reader is away: it is held.
    Held,
    /// Its writer was asked whom it is for.
    Asked,
    /// It went to the team.
    Team,
}

/// Tomás is the mentor of Amina and Nadia; he says something and changes it. Gives what he has read since.
struct Changing {
    world: World,
    tomas: Friend,
    amina: Friend,
    vera: Friend,
}

impl Changing {
    async fn begins(stands: Stands) -> Self {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        tomas.says("hola").await;
        if stands == Stands::Asked {
            let nadia = world.joined("Nadia", Role::Mentee).await;
            world.introduce(&[(&nadia, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
        }
        Self { world, tomas, amina, vera }
    }

    /// What its reader has of it in the end, and what he reads about it.
    async fn changes(&self, stands: Stands, to: &str) -> (Option<String>, Vec<String>) {
        let reader = if stands == Stands::Team { &self.vera } else { &self.amina };
        self.world.minutes_pass(31).await;
        let before = copies(reader).len();
        match stands {
            Stands::Held => self.amina.blocks().await,
            Stands::Team => drop(self.tomas.says("/team").await),
            Stands::There | Stands::Asked => {}
        }
        let message = self.tomas.says("llego a las cinco").await;
        let read = self.tomas.phone.history().len();
        assert!(self.tomas.phone.edits(message, to));
        self.world.settles().await;
        let history = self.tomas.phone.history().split_off(read);
        let told = history.into_iter().filter(|seen| seen.from_bot).map(|seen| seen.text).collect();
        match stands {
            Stands::Held => self.amina.unblocks().await,
            Stands::Asked => {
                let _ = self.tomas.phone.presses("👤 Para: Amina");
                self.world.settles().await;
            }
            Stands::There | Stands::Team => {}
        }
        (copies(reader).split_off(before).pop(), told)
    }
}

/// Case 12, for every control word and wherever the message stands: it stays a message, or its writer reads that the change
/// did not arrive. A label never reaches the other, and nothing is done that was only a correction.
#[tokio::test(flavor = "multi_thread")]
async fn a_correction_to_a_slash_or_a_label_is_carried_or_its_writer_is_told() {
    let slashes = ["/ no puedo", "/mañana no", "//", "/"];
    let labels =
        ["🆘", "🆘 necesito  ayuda", "☰ Menú", "/sos", "/leave", "/menu@bot", "\u{200F}/team", "／undo"];
    for stands in [Stands::There, Stands::Held, Stands::Asked, Stands::Team] {
        let it = Changing::begins(stands).await;
        for slash in slashes {
            let (has, told) = it.changes(stands, slash).await;
            assert_eq!((has.as_deref(), told.len()), (Some(slash), 0), "{stands:?} {slash:?}: {told:?}");
        }
        for label in labels {
            let (has, told) = it.changes(stands, label).await;
            let [told] = told.as_slice() else { panic!("{stands:?} {label:?}: {told:?}") };
            let arrived = matches!(stands, Stands::There | Stands::Team).then_some("llego a las cinco");
            assert_eq!(has.as_deref(), arrived, "{stands:?} {label:?}");
            let words =
                if stands == Stands::Asked { "no le llegó a nadie" } else { "Tu cambio no se puede enviar" };
            assert!(told.contains(words), "{stands:?} {label:?}: {told}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_to_the_name_of_a_conversation_does_not_arrive_and_chooses_nothing() {
    let it = Changing::begins(Stands::Asked).await;
    it.tomas.says("👤 Amina").await;
    let message = it.tomas.says("llego a las cinco").await;
    assert!(it.tomas.phone.edits(message, "👤\u{A0}nadia"));
    it.world.settles().await;
    assert_eq!(copies(&it.amina).last().map(String::as_str), Some("llego a las cinco"));
    assert!(it.tomas.last().contains("Tu cambio no se puede enviar"), "{}", it.tomas.last());
    it.tomas.says("y sigo").await;
    assert_eq!(copies(&it.amina).last().map(String::as_str), Some("y sigo"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caption_with_a_slash_is_a_caption() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    let id = tomas.sends(Content::photo("el parque")).await;
    assert!(tomas.phone.edits(id, "/ la plaza"));
    world.settles().await;
    assert_eq!(copies(&amina), ["/ la plaza"]);
}
