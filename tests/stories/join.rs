//! From the invitation link to being ready.

use crate::world::{Friend, World};
use lazo::domain::id::{ChatId, PersonId};
use lazo::domain::invite::NewInvite;
use lazo::domain::person::{Person, Role, Standing};
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
            Db::Postgres(pool) => sqlx::query_scalar(sql).bind(like).fetch_one(&pool).await.unwrap(),
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

    /// Everything from her language to the last question; `language` is its place in the picker.
    pub async fn joins(&self, link: &str, language: usize, alias: &str) {
        self.opens(link).await;
        self.taps(language).await;
        self.taps(0).await;
        self.taps(2).await;
        self.says(alias).await;
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
    amina.hears("تم كل شيء");
    for said in amina.reads() {
        if said.contains("Please read this first") {
            assert!(said.find("يرجى قراءة هذا").unwrap() < said.find("Please read").unwrap(), "{said}");
        } else {
            assert!(is_arabic(&said), "{said}");
        }
    }
    let amina = amina.person().await.unwrap();
    assert_eq!((amina.standing, amina.lang.as_str(), amina.alias.as_str()), (Standing::Ready, "ar", "أمينة"));
    assert_eq!(amina.zone, chrono_tz::Europe::Madrid);
    assert_eq!(amina.profile.consent, Some(1));
    assert_eq!(amina.profile.spoken, Some(vec!["ar".to_owned()]));
    assert_eq!(amina.profile.topics, Some(vec!["education".to_owned()]));
    assert_eq!(amina.profile.availability, Some(vec!["mornings".to_owned()]));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_ready_has_the_help_button_and_her_commands_in_her_language() {
    let world = World::new().await;
    let amina = world.newcomer("Amina", "en");
    amina.opens(&world.link(Role::Mentee).await).await;
    assert_eq!(amina.phone.keyboard(), None);
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
    nour.presses("✅ I agree").await;
    nour.presses("🧒 Under 16").await;
    nour.hears("Lazo is for people from 16 years");
    vera.hears("Somebody you invited is under 16");
    assert_eq!(nour.person().await.unwrap().standing, Standing::Refused);
    nour.says("But I am nearly 16").await;
    assert!(nour.last().contains("Lazo is for people from 16 years"));
}

#[tokio::test(flavor = "multi_thread")]
async fn at_seventeen_one_waits_and_cannot_be_paired() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let sami = world.newcomer("Sami", "en");
    sami.opens(&invited_by(&world, &vera, Role::Mentee).await).await;
    sami.presses("English").await;
    sami.presses("✅ I agree").await;
    sami.presses("🧑 16 or 17").await;
    sami.hears("The team first talks with an adult");
    vera.hears("Somebody you invited is 16 or 17");
    assert!(sami.phone.presses("👤 18 or older").is_err(), "the question is answered");
    sami.says("Please").await;
    assert!(sami.last().contains("The team first talks with an adult"));
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
    lina.presses("✖️ I do not agree").await;
    lina.hears("you keep your place");
    vera.hears("Somebody you invited did not agree");
    lina.presses("🔁 Read it again").await;
    lina.presses("✅ I agree").await;
    lina.hears("How old are you?");
    assert_eq!(lina.person().await.unwrap().standing, Standing::Joining);
}

#[tokio::test(flavor = "multi_thread")]
async fn joining_can_be_left_in_the_middle_and_nothing_is_asked_twice() {
    let world = World::new().await;
    let lina = world.newcomer("Lina", "en");
    let invitation = world.link(Role::Mentee).await;
    lina.opens(&invitation).await;
    lina.presses("English").await;
    lina.presses("✅ I agree").await;
    lina.presses("👤 18 or older").await;
    lina.says("Lina").await;
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
    amina.presses("✅ I agree").await;
    amina.presses("👤 18 or older").await;
    amina.says("@amina").await;
    amina.hears("without a link or @");
    amina.says("Amina").await;
    amina.presses("✏️ Another time").await;
    amina.hears("Write the time like this: 14:30");
    amina.presses("Next ▶").await;
    amina.presses("◀ Previous").await;
    amina.says("late").await;
    amina.hears("I did not understand this time");
    amina.says("14:30").await;
    assert_eq!(
        amina.person().await.unwrap().zone,
        chrono_tz::Asia::Kabul,
        "10:00 UTC is 14:30 in Kabul alone"
    );
    amina.hears("Which languages do you speak?");

    let zainab = world.newcomer("Zainab", "en");
    zainab.opens(&world.link(Role::Mentee).await).await;
    zainab.presses("English").await;
    zainab.presses("✅ I agree").await;
    zainab.presses("👤 18 or older").await;
    zainab.says("Zainab").await;
    zainab.says("١٢:٠٠").await;
    zainab.hears("Which place is the nearest to you?");
    zainab.presses("12:00 · Athens").await;
    assert_eq!(zainab.person().await.unwrap().zone, chrono_tz::Europe::Athens);
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
    nur.presses("✅ I agree").await;
    nur.presses("👤 18 or older").await;
    nur.presses("🙋 Nur").await;
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
    lina.presses("✅ I agree").await;
    lina.presses("👤 18 or older").await;
    lina.sends(lazo::demo::Content::photo("me")).await;
    lina.hears("Please write it in words");
    lina.says("/help").await;
    assert!(lina.last().contains("What name shall we use for you?"));
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
