//! Links: who makes them, who is let in by them, and who is not.

use crate::world::World;
use lazo::demo::{Content, Fault, Rule};
use lazo::domain::id::ChatId;
use lazo::domain::invite::NewInvite;
use lazo::domain::person::Role;
use lazo::domain::steps::{Step, step};

#[tokio::test(flavor = "multi_thread")]
async fn a_link_works_once_and_for_fourteen_days() {
    let world = World::new().await;
    let link = world.link(Role::Mentee).await;
    let late = world.link(Role::Mentee).await;
    let [amina, zainab, nour] = ["Amina", "Zainab", "Nour"].map(|name| world.newcomer(name, "en"));
    amina.opens(&link).await;
    zainab.opens(&link).await;
    zainab.hears("This link was already used");
    assert_eq!(zainab.person().await, None);
    world.days_pass(14).await;
    nour.opens(&late).await;
    nour.hears("This link does not work");
    assert_eq!(nour.person().await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_changed_character_opens_nothing_and_five_wrong_links_make_one_wait() {
    let world = World::new().await;
    let link = world.link(Role::Lead).await;
    let mallory = world.newcomer("Mallory", "es");
    let (start, last) = link.split_at(link.len() - 2);
    let changed = if last.starts_with('x') { format!("{start}yA") } else { format!("{start}xA") };
    for _ in 0..5 {
        mallory.opens(&changed).await;
        assert!(mallory.last().contains("Este enlace no funciona"));
    }
    mallory.opens(&link).await;
    assert!(
        mallory.last().contains("varios enlaces que no funcionan"),
        "even the right one is not looked at"
    );
    assert_eq!(mallory.person().await, None);
    world.minutes_pass(61).await;
    mallory.opens(&link).await;
    assert_eq!(mallory.person().await.map(|it| it.role), Some(Role::Lead));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_another_role_makes_somebody_of_lazo_join_in_it_too_and_is_used_then() {
    let world = World::new().await;
    let tomas = world.joined("Tomás", Role::Mentor).await;
    let link = world.link(Role::Mentee).await;
    tomas.opens(&link).await;
    tomas.presses("✅ Es para mí").await;
    tomas.hears("Lee esto primero");
    assert_eq!(tomas.person().await.map(|it| it.role), Some(Role::Mentor), "the first part stays");
    let amina = world.newcomer("Amina", "en");
    amina.opens(&link).await;
    amina.hears("This link was already used");
    let own = world.link(Role::Mentor).await;
    tomas.opens(&own).await;
    tomas.hears("Ya estás aquí");
    amina.opens(&own).await;
    assert_eq!(amina.person().await.map(|it| step(&it)), Some(Step::Language), "it stayed good");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_reads_in_her_own_language_that_she_needs_a_link() {
    let world = World::new().await;
    let stranger = world.newcomer("Hala", "ar");
    stranger.says("hello?").await;
    stranger.hears("يلزمك رابط دعوة");
    stranger.says("/invite").await;
    assert_eq!(stranger.reads().len(), 2);
    assert_eq!(stranger.person().await, None);
}

/// Security 11: whoever asked for it is out of reach before it has left.
#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_that_never_left_leaves_no_link_in_the_database() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    vera.says("/invite").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("⏭ Give a new number").await;
    let blocked = "Forbidden: bot was blocked by the user".to_owned();
    let blocked = Fault::Refuse { code: 403, description: blocked, parameters: None };
    world.telegram.fault(Rule::new(blocked).on("sendMessage").in_chat(vera.phone.id()).times(1));
    vera.presses("English").await;
    assert_ne!(vera.phone.last().unwrap().kind, "photo", "it has not left");
    assert!(!world.stores("t.me/").await, "its link is in the database");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_a_picture_a_camera_reads_and_its_link_is_nowhere_in_the_database() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    vera.says("/invite").await;
    assert!(!vera.phone.last().unwrap().has_button("🧭 Coordinator"), "only the lead invites coordinators");
    vera.presses("🌱 Mentee").await;
    vera.presses("⏭ Give a new number").await;
    vera.presses("English").await;
    vera.hears("It works once");
    let invitation = vera.phone.last().unwrap();
    assert_eq!(invitation.kind, "photo");
    let link = invitation.text.lines().last().unwrap().to_owned();
    let png = world.telegram.file(&invitation.file.unwrap()).expect("the picture's bytes");
    assert_eq!(camera(&png), link);
    let token = link.split_once("?start=").unwrap().1;
    assert_eq!(token.len(), 22);
    assert!(!world.stores(token).await, "the token is in the database");
    // Security 11: nor does the log keep it, however quiet the programme is.
    let everything = world.on_disk().unwrap_or_default();
    assert!(!everything.contains(token), "the token is in the database's files");
    let amina = world.newcomer("Amina", "en");
    amina.opens(&link).await;
    amina.hears("Which language do you want?");
}

/// The bare token of a link.
fn token(link: &str) -> &str {
    link.split_once("?start=").unwrap().1
}

/// Case 10.
#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_opens_in_whatever_form_it_is_sent() {
    let world = World::new().await;
    let bot = world.telegram.bot_username();
    let forms: [&dyn Fn(&str) -> Content; 14] = [
        &|it| format!("https://t.me/{bot}?start={it}").into(),
        &|it| format!("t.me/{bot}?start={it}").into(),
        &|it| format!("HTTPS://T.ME/{bot}?START={it}").into(),
        &|it| format!("http://telegram.me/{bot}?start={it}.").into(),
        &|it| format!("tg://resolve?domain={bot}&start={it}").into(),
        &|it| format!("(https://t.me/{bot}?start={it})\n").into(),
        &|it| {
            format!("✉️ You are invited to this programme:\nCasa Ana\nPlease open this link:\nhttps://t.me/{bot}?start={it}\nThank you! ❤").into()
        },
        &|it| format!("https://t.me/{bot}?start={}\n{}", &it[..7], &it[7..]).into(),
        &|it| format!("\u{2068}https://t.me/{bot}?start={it}\u{2069}").into(),
        &|it| it.to_owned().into(),
        &|it| format!(" «{it}»! ").into(),
        &|it| format!("/start {it} please").into(),
        &|it| format!("/start https://t.me/{bot}?start={it}").into(),
        &|it| Content::photo(&format!("You are invited: https://t.me/{bot}?start={it}")),
    ];
    for form in forms {
        let amina = world.newcomer("Amina", "en");
        amina.phone.starts(None);
        world.settles().await;
        assert!(amina.last().contains("If you have one, please send it here"), "{}", amina.last());
        let sent = form(token(&world.link(Role::Mentee).await));
        amina.sends(sent.clone()).await;
        assert!(amina.last().contains("Which language do you want?"), "{sent:?}: {}", amina.last());
        assert_eq!(amina.person().await.map(|it| it.role), Some(Role::Mentee), "{sent:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_one_wrong_guess_whatever_it_holds_and_plain_words_are_none() {
    let world = World::new().await;
    let link = world.link(Role::Mentee).await;
    let mallory = world.newcomer("Mallory", "en");
    for n in 0..20 {
        mallory.says(&format!("hello, is somebody here? {n}")).await;
        assert!(mallory.last().contains("You need an invitation link"));
    }
    for n in 10..14 {
        let guesses: Vec<String> = (10..40).map(|it| format!("abcdefghijklmnopqr{n}{it}")).collect();
        let guesses = guesses.join(" ");
        mallory.says(&guesses).await;
        assert!(mallory.last().contains("This link does not work"), "{n}");
    }
    mallory.opens(&link).await;
    assert!(mallory.last().contains("Which language do you want?"), "four messages were four guesses");
}

/// Security 14: the words are kept to the letter.
#[tokio::test(flavor = "multi_thread")]
async fn five_wrong_guesses_an_hour_then_silence() {
    let world = World::new().await;
    let (good, late) = (world.link(Role::Mentee).await, world.link(Role::Mentee).await);
    world.days_pass(14).await;
    let fresh = world.link(Role::Mentee).await;
    let guess = |n: i64| match n % 4 {
        0 => format!("https://t.me/{}?start=abcdefghijklmnopqrst{n:02}", world.telegram.bot_username()),
        1 => late.clone(),
        2 => token(&good).to_owned(),
        _ => format!("abcdefghijklmnopqrst{n:02}"),
    };
    let mallory = world.newcomer("Mallory", "en");
    for n in 0..5 {
        mallory.says(&guess(n)).await;
        assert_eq!(
            mallory.last(),
            "This link does not work.\nIt may be too old, or your team withdrew it.\nPlease ask your team for a new one.",
            "{n}: one answer for all"
        );
        world.minutes_pass(10).await;
    }
    mallory.says(&guess(5)).await;
    assert!(mallory.last().contains("Please wait one hour"));
    let read = mallory.reads().len();
    for n in 6..30 {
        mallory.says(&guess(n)).await;
        mallory.opens(&fresh).await;
        mallory.phone.starts(Some(token(&late)));
    }
    world.settles().await;
    assert_eq!(mallory.reads().len(), read, "silence, also for a good one");
    mallory.says("hello?").await;
    assert!(mallory.last().contains("Please wait one hour"), "who asks is told the truth");
    world.minutes_pass(11).await;
    mallory.opens(&fresh).await;
    assert!(mallory.last().contains("Which language do you want?"), "an hour after the first it is over");
}

/// Case 13, for every role and every link: a look uses up nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_not_used_up_by_a_look_of_somebody_who_is_here_already() {
    let world = World::new().await;
    for role in [Role::Lead, Role::Coordinator, Role::Mentor, Role::Mentee] {
        let vera = world.joined("Vera", role).await;
        for (to, founds) in [
            (Role::Lead, true),
            (Role::Lead, false),
            (Role::Coordinator, false),
            (Role::Mentor, false),
            (Role::Mentee, false),
        ] {
            let programme = (!founds).then(|| world.programme());
            let link = world
                .link_for(NewInvite { programme, role: to, alias: None, file_number: None, invited_by: None })
                .await;
            let before = vera.person().await;
            vera.opens(&link).await;
            vera.says(&link).await;
            vera.says(token(&link)).await;
            let parts =
                async || world.changes(async |tx, _| tx.parts(ChatId(vera.phone.id())).await.unwrap()).await;
            assert_eq!(parts().await.len(), 1, "{role:?} {to:?}");
            assert_eq!(vera.person().await, before, "{role:?} {to:?}");
            let own = role == to && !founds || role == Role::Lead && to == Role::Coordinator;
            if !own {
                let question = vera.phone.last().unwrap();
                vera.taps(1).await;
                assert!(
                    vera.phone.presses_on(question.id, &question.buttons[0][0].text).is_err(),
                    "it is answered"
                );
                assert_eq!(vera.person().await, before, "{role:?} {to:?}");
            }
            let amina = world.newcomer("Amina", "en");
            amina.opens(&link).await;
            amina.hears("Which language do you want?");
            vera.opens(&link).await;
            assert!(
                !vera.phone.last().unwrap().buttons.iter().flatten().any(|it| it.text.contains('✅')),
                "{role:?} {to:?}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_says_a_link_is_for_her_is_let_in_and_a_late_tap_is_told_why_not() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let link = world.link(Role::Mentor).await;
    vera.opens(&link).await;
    let question = vera.hears("This invitation works");
    assert!(question.text.contains("Mentor · Casa Ana"), "{question:?}");
    world.newcomer("Tomás", "es").opens(&link).await;
    vera.presses("✅ It is for me").await;
    vera.hears("This link was already used");
    vera.opens(&world.link(Role::Mentor).await).await;
    vera.presses("✅ It is for me").await;
    vera.hears("Please read this first");
}

/// A coordinator's invitation in the wrong hands would open the whole programme.
#[tokio::test(flavor = "multi_thread")]
async fn a_good_invitation_is_never_passed_on_and_one_that_does_not_work_is_a_message() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let (good, used) = (world.link(Role::Coordinator).await, world.link(Role::Mentee).await);
    world.newcomer("Eva", "en").opens(&used).await;
    for text in [good.clone(), format!("mira: {good}"), token(&good).to_owned()] {
        tomas.says(&text).await;
        tomas.hears("Esta invitación funciona");
        tomas.taps(1).await;
        assert!(tomas.last().contains("el enlace sigue funcionando"));
        assert!(amina.copies().is_empty(), "{text}");
    }
    let old = format!("este ya no va: {}", token(&used));
    tomas.says(&old).await;
    tomas.says("x=5, 50%, abcdefghijklmnopqrstuv").await;
    let copies: Vec<String> = amina.copies().into_iter().map(|copy| copy.text).collect();
    assert_eq!(copies, [old, "x=5, 50%, abcdefghijklmnopqrstuv".to_owned()]);
    vera.says(&world.link(Role::Mentee).await).await;
    vera.hears("This invitation works");
}

/// Whatever it answers, however it came to stand there, and however many wrong ones came before.
#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_never_goes_to_a_partner_as_a_reply_an_edit_or_after_wrong_guesses() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let good = world.link(Role::Coordinator).await;
    amina.says("¿la tienes?").await;
    let hers = tomas.hears("¿la tienes?").id;
    for text in [good.clone(), format!("mira: {good}"), token(&good).to_owned()] {
        tomas.replies(hers, text.as_str()).await;
        tomas.hears("Esta invitación funciona");
        assert!(amina.copies().is_empty(), "{text}");
    }
    let said = tomas.says("ahora te la paso").await;
    tomas.phone.edits(said, &format!("mira: {good}"));
    world.settles().await;
    assert_eq!(amina.copies().iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), ["ahora te la paso"]);
    // To the team it may go: it is theirs.
    tomas.says("/team").await;
    tomas.says("¿qué hago?").await;
    vera.replies(vera.hears("¿qué hago?").id, "¿qué enlace?").await;
    tomas.replies(tomas.hears("¿qué enlace?").id, good.as_str()).await;
    vera.hears(&good);
    for n in 0..6 {
        tomas.says(&format!("abcdefghijklmnopqrst{n:02}")).await;
    }
    let before = amina.copies().len();
    tomas.says(&good).await;
    tomas.replies(hers, good.as_str()).await;
    assert_eq!(amina.copies().len(), before, "{:?}", amina.reads());
}

/// What a phone's camera reads in a picture.
fn camera(bytes: &[u8]) -> String {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (frame.width as usize, frame.height as usize);
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let grids = picture.detect_grids();
    grids[0].decode().unwrap().1
}
