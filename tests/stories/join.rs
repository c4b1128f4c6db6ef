//! From the invitation link to being ready.

use crate::world::{Friend, World};
use lazo::domain::guardian::GuardianLetter;
use lazo::domain::id::{ChatId, PersonId};
use lazo::domain::invite::NewInvite;
use lazo::domain::join::JoinLetter;
use lazo::domain::person::{Person, Profile, Role, Standing};
use lazo::domain::steps::CONSENT;
use lazo::domain::zone::Tz;
use lazo::handlers::join::new_invite;
use lazo::store::Db;

impl World {
    /// A link for a role, made at the terminal.
    pub async fn link(&self, role: Role) -> String {
        self.link_for(NewInvite {
            programme: Some(self.programme()),
            role,
            alias: None,
            file_number: None,
            invited_by: None,
        })
        .await
    }

    pub async fn link_for(&self, what: NewInvite) -> String {
        let token = self.changes(async |tx, now| new_invite(tx, &what, now).await.unwrap()).await;
        token.link(&self.telegram.bot_username())
    }

    /// Somebody who has a phone and nothing else.
    pub fn newcomer(&self, name: &str, language: &str) -> Friend {
        Friend { phone: self.phone(name, language), id: PersonId(0), world: self.clone() }
    }
}

impl World {
    /// Whether these words stand in what letters say, offer, or refer to.
    pub async fn stores(&self, words: &str) -> bool {
        let sql = "SELECT COUNT(*) FROM letter WHERE body LIKE $1 OR offer LIKE $1 OR query LIKE $1";
        let like = format!("%{words}%");
        let found: i64 = match self.db().await {
            Db::Sqlite(writer, _) => {
                let mut turn = writer.turn().await.unwrap();
                sqlx::query_scalar(sql).bind(like).fetch_one(&mut *turn).await.unwrap()
            }
            Db::Postgres(server) => {
                let mut turn = server.turn().await.unwrap();
                sqlx::query_scalar(sql).bind(like).fetch_one(&mut *turn).await.unwrap()
            }
        };
        found > 0
    }
}

impl Friend {
    /// Opens a link on her phone.
    pub async fn opens(&self, link: &str) {
        self.phone.opens(link).expect("the link leads to the bot");
        self.world.settles().await;
    }

    /// Taps the nth button of the newest question.
    pub async fn taps(&self, nth: usize) {
        let screen = self.phone.screen();
        let question = screen.iter().rev().find(|seen| !seen.buttons.is_empty()).expect("a question");
        let label = question.buttons.concat().get(nth).expect("a button").text.clone();
        self.phone.presses_on(question.id, &label).unwrap();
        self.world.settles().await;
    }

    /// What the bot knows about her.
    pub async fn person(&self) -> Option<Person> {
        let chat = ChatId(self.phone.id());
        self.world.changes(async |tx, _| tx.person_in(chat).await.unwrap()).await
    }

    /// The last thing the bot said.
    pub fn last(&self) -> String {
        self.reads().pop().unwrap_or_default()
    }

    /// Reads the consent text to its end, and agrees.
    pub async fn agrees(&self) {
        self.reads_on().await;
        self.taps(0).await;
    }

    /// Reads the consent text to the question at its end.
    pub async fn reads_on(&self) {
        for _ in 0..8 {
            let screen = self.phone.screen();
            let question = screen.iter().rev().find(|seen| !seen.buttons.is_empty()).expect("a question");
            if question.buttons.concat().first().is_some_and(|first| first.text.starts_with('✅')) {
                return;
            }
            self.taps(0).await;
        }
        panic!("the consent text has no end");
    }

    /// Everything from her language to the last question; `language` is its place in the picker.
    pub async fn joins(&self, link: &str, language: usize, alias: &str) {
        self.opens(link).await;
        self.taps(language).await;
        self.agrees().await;
        self.says(alias).await;
        self.taps(2).await;
        self.taps(1).await;
        for _ in 0..3 {
            self.taps(0).await;
            let question = self.phone.last().expect("a question");
            self.taps(question.buttons.concat().len() - 1).await;
        }
    }
}

/// Words in Latin letters that are in everybody's Telegram: commands.
fn is_arabic(text: &str) -> bool {
    let latin = |word: &&str| word.chars().any(|c| c.is_ascii_alphabetic());
    text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c))
        && text
            .split_whitespace()
            .filter(latin)
            .all(|word| word.contains('/') || word.contains("Casa") || word.contains("Ana"))
}

#[tokio::test(flavor = "multi_thread")]
async fn amina_joins_by_a_link_and_reads_arabic_on_every_screen() {
    let world = World::new().await;
    let amina = world.newcomer("Amina", "ar-SY");
    amina.joins(&world.link(Role::Mentee).await, 0, "أمينة").await;
    amina.hears("شكرًا لك");
    for said in amina.reads() {
        if let Some((own, original)) = said.split_once("\n\n———\n") {
            assert!(is_arabic(own) && !original.contains(own), "{said}");
        } else {
            assert!(is_arabic(&said), "{said}");
        }
    }
    let amina = amina.person().await.unwrap();
    assert_eq!((amina.standing, amina.lang.as_str(), amina.alias.as_str()), (Standing::Ready, "ar", "أمينة"));
    assert_eq!(amina.zone, Tz::known("Europe/Madrid"));
    assert_eq!(amina.profile.consent, Some(CONSENT));
    assert_eq!(amina.profile.spoken, Some(vec!["ar".to_owned()]));
    assert_eq!(amina.profile.topics, Some(vec!["education".to_owned()]));
    assert_eq!(amina.profile.availability, Some(vec!["mornings".to_owned()]));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_ready_has_the_help_button_and_her_commands_in_her_language() {
    let world = World::new().await;
    let amina = world.newcomer("Amina", "en");
    amina.opens(&world.link(Role::Mentee).await).await;
    amina.joins(&world.link(Role::Mentee).await, 0, "أمينة").await;
    let keyboard = amina.phone.keyboard().expect("a keyboard").concat();
    assert!(keyboard[0].contains("🆘 أحتاج"), "{keyboard:?}");
    let menu = amina.phone.menu();
    assert!(menu.iter().any(|(name, about)| name == "leave" && is_arabic(about)), "{menu:?}");
    assert!(!menu.iter().any(|(name, _)| name == "invite"), "{menu:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_coordinator_who_invited_hears_who_is_ready() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    vera.says("/invite").await;
    vera.presses("🤝 Mentor").await;
    vera.says("F-2026/17").await;
    vera.presses("Español (beta)").await;
    let link = vera.hears("https://t.me/").text;
    let link = link.lines().last().unwrap();
    let tomas = world.newcomer("Tomás", "es");
    tomas.joins(link, 2, "Tomás").await;
    assert!(vera.hears("This mentor has answered everything").text.contains("Tomás"));
    let tomas = tomas.person().await.unwrap();
    assert_eq!((tomas.file_number.as_deref(), tomas.coordinator), (Some("F-2026/17"), Some(vera.id)));
}

#[tokio::test(flavor = "multi_thread")]
async fn under_sixteen_is_refused_kindly_and_the_coordinator_is_told() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let nour = world.newcomer("Nour", "en");
    nour.opens(&invited_by(&world, &vera, Role::Mentee).await).await;
    nour.presses("English").await;
    nour.agrees().await;
    nour.says("Nour").await;
    nour.presses("🧒 Under 16").await;
    nour.hears("Lazo is for people who are 16 or older");
    vera.hears("Somebody you invited is under 16");
    assert_eq!(nour.person().await.unwrap().standing, Standing::Refused);
    nour.says("But I am nearly 16").await;
    assert!(nour.last().contains("Lazo is for people who are 16 or older"));
}

#[tokio::test(flavor = "multi_thread")]
async fn at_seventeen_one_waits_and_cannot_be_paired() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let sami = world.newcomer("Sami", "en");
    sami.opens(&invited_by(&world, &vera, Role::Mentee).await).await;
    sami.presses("English").await;
    sami.agrees().await;
    sami.says("Sami").await;
    sami.presses("🧑 16 or 17").await;
    let said = sami.reads();
    assert!(said[said.len() - 2].contains("You can take part"), "what she must know comes first");
    assert!(said[said.len() - 1].contains("May the team speak with this adult?"), "{said:?}");
    vera.hears("Somebody you invited is 16 or 17");
    vera.hears("Please contact nobody yet");
    assert!(sami.phone.presses("👤 18 or older").is_err(), "the question is answered");
    sami.says("Please").await;
    assert!(sami.last().contains("May the team speak with this adult?"));
    sami.presses("💬 Talk with me first").await;
    sami.says("Please").await;
    assert!(sami.last().contains("The team will talk with you first"));
    assert!(sami.phone.last().unwrap().has_button("💬 Write to the team"));
    let waiting =
        world.changes(async |tx, _| tx.everyone(world.programme(), Role::Mentee).await.unwrap()).await;
    assert!(waiting.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn refusing_the_consent_costs_nothing_and_can_be_taken_back() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let lina = world.newcomer("Lina", "en");
    lina.opens(&invited_by(&world, &vera, Role::Mentee).await).await;
    lina.presses("English").await;
    lina.reads_on().await;
    lina.presses("✖️ I do not agree").await;
    lina.hears("you keep your place");
    vera.hears("Somebody you invited did not agree");
    lina.presses("🔁 Read it again").await;
    lina.agrees().await;
    lina.hears("What should we call you?");
    assert_eq!(lina.person().await.unwrap().standing, Standing::Joining);
}

#[tokio::test(flavor = "multi_thread")]
async fn joining_can_be_left_in_the_middle_and_nothing_is_asked_twice() {
    let world = World::new().await;
    let lina = world.newcomer("Lina", "en");
    let invitation = world.link(Role::Mentee).await;
    lina.opens(&invitation).await;
    lina.presses("English").await;
    lina.agrees().await;
    lina.says("Lina").await;
    lina.presses("👤 18 or older").await;
    lina.presses("11:00 · Madrid").await;
    lina.presses("العربية").await;
    world.restarts().await;
    world.days_pass(3).await;
    lina.phone.starts(None);
    world.settles().await;
    lina.hears("Good to see you again");
    let buttons = lina.phone.last().unwrap().buttons.concat();
    let chosen: Vec<_> = buttons.iter().filter(|it| it.text.starts_with('✅')).map(|it| &it.text).collect();
    assert!(chosen.len() == 2 && chosen[0].contains("العربية"), "what was chosen stays chosen: {chosen:?}");
    lina.opens(&invitation).await;
    lina.hears("You are already here");
    lina.presses("Español").await;
    lina.presses("✅ Done").await;
    let person = lina.person().await.unwrap();
    assert_eq!(person.profile.spoken, Some(vec!["ar".to_owned(), "es".to_owned()]));
    assert_eq!(person.alias, "Lina");
    lina.hears("What do you want to talk about?");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_can_be_typed_as_a_clock_or_as_a_city_or_looked_up() {
    let world = World::new().await;
    let amina = world.newcomer("Amina", "en");
    amina.opens(&world.link(Role::Mentee).await).await;
    amina.presses("English").await;
    amina.agrees().await;
    amina.says("@amina").await;
    amina.hears("without a link or @");
    amina.says("Amina").await;
    amina.presses("👤 18 or older").await;
    amina.presses("✏️ Another time").await;
    amina.hears("Write the time like this: 14:30");
    amina.presses("Next ➡️").await;
    amina.presses("◀ Previous").await;
    amina.says("late").await;
    amina.hears("I do not know this time or city");
    amina.says("14:30").await;
    assert_eq!(
        amina.person().await.unwrap().zone,
        Tz::known("Asia/Kabul"),
        "10:00 UTC is 14:30 in Kabul alone"
    );
    amina.hears("Which languages do you speak?");

    let zainab = world.newcomer("Zainab", "en");
    zainab.opens(&world.link(Role::Mentee).await).await;
    zainab.presses("English").await;
    zainab.agrees().await;
    zainab.says("Zainab").await;
    zainab.presses("👤 18 or older").await;
    zainab.says("١٢:٠٠").await;
    zainab.hears("Which place is the nearest to you?");
    zainab.presses("12:00 · Athens").await;
    assert_eq!(zainab.person().await.unwrap().zone, Tz::known("Europe/Athens"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_name_that_came_with_the_invitation_is_taken_with_one_tap() {
    let world = World::new().await;
    let link = world
        .link_for(NewInvite {
            programme: Some(world.programme()),
            role: Role::Mentee,
            alias: Some("Nur".to_owned()),
            file_number: Some("17".to_owned()),
            invited_by: None,
        })
        .await;
    let nur = world.newcomer("Secret", "en");
    nur.opens(&link).await;
    nur.presses("English").await;
    nur.agrees().await;
    nur.presses("👤 Nur").await;
    assert_eq!(nur.person().await.unwrap().alias, "Nur");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_where_a_button_is_expected_and_pictures_where_a_name_is_get_a_hint_and_the_question_again() {
    let world = World::new().await;
    let lina = world.newcomer("Lina", "en");
    lina.opens(&world.link(Role::Mentee).await).await;
    lina.says("hi").await;
    lina.hears("Please tap one of the buttons");
    assert!(lina.last().contains("Which language do you want?"));
    lina.presses("English").await;
    lina.agrees().await;
    lina.sends(lazo::demo::Content::photo("me")).await;
    lina.hears("Please write it in words");
    lina.says("/help").await;
    assert!(lina.last().contains("What should we call you?"));
}

#[tokio::test(flavor = "multi_thread")]
async fn invited_without_a_number_she_waits_with_her_name_and_never_without_one() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    for name in ["Nour", "Sami"] {
        let young = world.newcomer(name, "en");
        young.opens(&invited_by(&world, &vera, Role::Mentee).await).await;
        young.presses("English").await;
        young.agrees().await;
        assert!(young.last().contains("What should we call you?"), "{}", young.last());
        young.says(name).await;
        young.presses("🧑 16 or 17").await;
        assert!(vera.hears("Somebody you invited is 16 or 17").text.contains(name));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn before_she_agrees_to_anything_the_help_numbers_a_call_and_her_coordinator_are_there() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let zora = world.joined("Zora", Role::Coordinator).await;
    let nour = world.newcomer("Nour", "es");
    nour.opens(&invited_by(&world, &zora, Role::Mentee).await).await;
    let labels = ["🆘 Necesito ayuda", "☰ Menú", "💬 Escribir al equipo"];
    assert_eq!(nour.phone.keyboard().expect("a keyboard").concat(), labels);
    nour.presses(labels[0]).await;
    nour.hears("112");
    nour.taps(2).await;
    nour.taps(0).await;
    zora.hears("Somebody asks for a call today");
    nour.presses(labels[2]).await;
    nour.says("Estoy sola").await;
    zora.hears("Estoy sola");
    zora.hears("No name yet");
    let mail = zora.copies().pop().unwrap();
    zora.replies(mail.id, "I am here").await;
    nour.hears("I am here");
    let answer = nour.copies().pop().unwrap();
    nour.replies(answer.id, "Gracias").await;
    zora.hears("Gracias");
    for other in [&vera, &lea] {
        other.never_hears("Estoy sola");
        other.never_hears("Gracias");
    }
    let known = nour.person().await.unwrap();
    assert_eq!((known.alias.as_str(), known.lang.as_str()), ("", "es"));
    assert_eq!(known.profile, Profile::default(), "nothing is kept of somebody who has agreed to nothing");
    nour.presses("English").await;
    assert_eq!(nour.phone.keyboard().unwrap().concat()[2], "💬 Write to the team");
    nour.agrees().await;
    nour.says("Nour").await;
    assert_eq!(nour.person().await.unwrap().alias, "Nour", "what she types is the answer again");
    nour.presses("🆘 I need help").await;
    nour.presses("🛟 I don’t feel safe").await;
    zora.hears("Somebody does not feel safe");
    nour.says("He is at the door").await;
    zora.hears("He is at the door");
}

#[tokio::test(flavor = "multi_thread")]
async fn invited_from_the_terminal_her_mail_and_her_danger_reach_the_lead() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let nour = world.newcomer("Nour", "en");
    nour.opens(&world.link(Role::Mentee).await).await;
    nour.presses("💬 Write to the team").await;
    nour.sends(lazo::demo::Content::photo("where I am")).await;
    assert_eq!(lea.copies().len(), 1);
    nour.says("/safe").await;
    nour.presses("🛟 I don’t feel safe").await;
    lea.hears("Somebody does not feel safe");
    nour.hears("Is it safe to call you?");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_or_was_not_let_in_still_has_her_team_and_no_dead_end() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    for answers in
        [&["✖️ I do not agree"][..], &["✅ I agree", "🧒 Under 16"], &["✅ I agree", "🧑 16 or 17"]]
    {
        let nour = world.newcomer("Nour", "en");
        nour.opens(&invited_by(&world, &vera, Role::Mentee).await).await;
        nour.presses("English").await;
        for answer in answers {
            if answer.contains("16") {
                nour.says("Nour").await;
            } else {
                nour.reads_on().await;
            }
            nour.presses(answer).await;
        }
        nour.says("Hello? Is anybody there?").await;
        vera.never_hears("Is anybody there?");
        nour.presses("💬 Write to the team").await;
        nour.says(&format!("I need a word, {answers:?}")).await;
        let mail = vera.hears(&format!("I need a word, {answers:?}"));
        vera.replies(mail.id, "Tell me").await;
        nour.says(&format!("It is like this, {answers:?}")).await;
        vera.hears(&format!("It is like this, {answers:?}"));
        nour.says("/sos").await;
        nour.hears("112");
    }
}

/// Somebody as a version that asked for the age first left her, in the middle of joining.
async fn left_by_an_older_version(world: &World, name: &str, standing: Standing, profile: Profile) -> Friend {
    let friend = world.joined(name, Role::Mentee).await;
    world
        .changes(async |tx, _| {
            let mut person = tx.person(friend.id).await.unwrap().unwrap();
            person.alias.clear();
            person.lang = lazo::domain::lang::Lang::new("en");
            person.standing = standing;
            person.profile = Profile { language_chosen: true, consent: Some(1), ..profile };
            tx.save(&person).await.unwrap();
        })
        .await;
    friend
}

/// Posts a question as that version did.
async fn asks(friend: &Friend, letter: impl Into<lazo::domain::letter::Letter>) {
    let letter = letter.into();
    friend
        .world
        .changes(async |tx, now| {
            let person = tx.person(friend.id).await.unwrap().unwrap();
            tx.post(lazo::domain::letter::Post::answer(&person, letter), now).await.unwrap();
        })
        .await;
    friend.world.settles().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_asked_her_age_before_her_name_when_the_update_came_goes_on_with_what_stands_on_her_screen() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let adult = left_by_an_older_version(&world, "A", Standing::Joining, Profile::default()).await;
    asks(&adult, JoinLetter::Age).await;
    adult.presses("👤 18 or older").await;
    adult.hears("What should we call you?");
    adult.says("Lina").await;
    adult.hears("What time is it where you are?");
    let young = left_by_an_older_version(&world, "B", Standing::Joining, Profile::default()).await;
    asks(&young, JoinLetter::Age).await;
    young.presses("🧑 16 or 17").await;
    vera.never_hears("16 or 17");
    young.says("Sami").await;
    assert!(vera.hears("Somebody you invited is 16 or 17").text.contains("Sami"));
    let named = left_by_an_older_version(&world, "C", Standing::Joining, Profile::default()).await;
    asks(&named, JoinLetter::Age).await;
    named.says("Hello?").await;
    assert_eq!(named.person().await.unwrap().alias, "", "she was asked something else");
    named.says("Rim").await;
    assert_eq!(named.person().await.unwrap().alias, "Rim");
    named.hears("How old are you?");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waited_without_a_name_when_the_update_came_gives_it_and_her_card_has_it() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let minor = || Profile { adult: Some(false), ..Profile::default() };
    let young = left_by_an_older_version(&world, "A", Standing::AwaitingGuardian, minor()).await;
    young.says("Hello?").await;
    young.hears("What should we call you?");
    assert_eq!(young.person().await.unwrap().alias, "", "it had asked nothing of her but to wait");
    young.says("Sami").await;
    assert!(vera.hears("Somebody you invited is 16 or 17").text.contains("Sami"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_asked_for_her_month_before_her_name_when_the_update_came_may_type_or_tap_it() {
    let world = World::new().await;
    world.joined("Vera", Role::Coordinator).await;
    let minor = || Profile { adult: Some(false), ..Profile::default() };
    let when = || GuardianLetter::When { from: "2026-03-01".parse().unwrap(), page: 0, again: false };
    for typed in [true, false] {
        let young = left_by_an_older_version(&world, "A", Standing::Joining, minor()).await;
        asks(&young, when()).await;
        if typed {
            young.says("5/2026").await;
        } else {
            young.presses("05/2026").await;
        }
        let known = young.person().await.unwrap();
        assert_eq!(known.profile.eighteen, Some("2026-05-01".parse().unwrap()));
        assert_eq!(known.alias, "");
        young.hears("What should we call you?");
    }
}

async fn invited_by(world: &World, staff: &Friend, role: Role) -> String {
    world
        .link_for(NewInvite {
            programme: Some(world.programme()),
            role,
            alias: None,
            file_number: None,
            invited_by: Some(staff.id),
        })
        .await
}
