//! What cannot be worked on is set aside: whoever did it reads what became of it, the lead reads that something failed, and
//! a 🆘 comes into somebody's hands.

use crate::checkin::{FIRST, Talking, has_case};
use crate::silence::old_pair;
use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Fault, Group, Options, Rule};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;
use lazo::store::Db;

const LEAD_READS: &str = "Something I should have done failed";

struct Team {
    world: World,
    amina: Friend,
    tomas: Friend,
    vera: Friend,
    lea: Friend,
}

impl Team {
    async fn new() -> Self {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        Self { world, amina, tomas, vera, lea }
    }

    /// From now on whatever inserts such a row fails.
    async fn refuses(&self, name: &str, table: &str, when: &str) {
        let (doing, after) = match self.world.db().await {
            Db::Sqlite(..) => ("BEGIN SELECT RAISE(ABORT, 'it is sick'); END".to_owned(), String::new()),
            Db::Postgres(_) => {
                self.does(
                    "CREATE OR REPLACE FUNCTION refuses() RETURNS TRIGGER LANGUAGE plpgsql AS
                     $$ BEGIN RAISE EXCEPTION 'it is sick'; END $$"
                        .to_owned(),
                )
                .await;
                (String::new(), "EXECUTE FUNCTION refuses()".to_owned())
            }
        };
        let sql = format!(
            "CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW WHEN ({when}) {after} {doing}"
        );
        self.does(sql).await;
    }

    async fn does(&self, sql: String) {
        let sql = sqlx::AssertSqlSafe(sql);
        match self.world.db().await {
            Db::Sqlite(writer, _) => {
                sqlx::query(sql).execute(&mut *writer.turn().await.unwrap()).await.map(drop)
            }
            Db::Postgres(server) => {
                sqlx::query(sql).execute(&mut *server.turn().await.unwrap()).await.map(drop)
            }
        }
        .unwrap();
    }
}

/// Presses the newest button, or the keyboard's, with this sign.
async fn taps(who: &Friend, sign: &str) {
    let screen = who.phone.screen();
    let labels = screen.iter().rev().flat_map(|seen| seen.buttons.iter().flatten()).map(|it| it.text.clone());
    let keyboard = who.phone.keyboard().into_iter().flatten().flatten();
    let label = labels.chain(keyboard).find(|label| label.contains(sign));
    who.presses(&label.unwrap_or_else(|| panic!("no {sign} on {screen:?}"))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wrote_what_was_set_aside_reads_so_and_the_lead_reads_once_a_day_that_something_failed() {
    let it = Team::new().await;
    it.refuses("sick", "source", "NEW.message_id > 0").await;
    let lost = it.tomas.says("hola").await;
    assert_eq!(it.world.aside().await, 1);
    let sorry = it.tomas.hears("Lo que acabas de enviar no llegó");
    assert_eq!(sorry.reply_to, Some(lost), "it says which");
    it.lea.hears(LEAD_READS);
    it.amina.never_hears("hola");
    it.tomas.says("¿hola?").await;
    let reads = |who: &Friend| who.reads().iter().filter(|text| text.contains(LEAD_READS)).count();
    assert_eq!((it.world.aside().await, reads(&it.lea), reads(&it.vera)), (2, 1, 0));
    it.world.passes(TimeDelta::hours(25)).await;
    it.tomas.says("¿sigues ahí?").await;
    assert_eq!(reads(&it.lea), 2, "the next day once more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_was_set_aside_is_not_said_to_be_a_message() {
    let it = Team::new().await;
    let message = it.tomas.says("hola").await;
    it.refuses("sick", "letter", "NEW.op = 'edit'").await;
    it.tomas.phone.edits(message, "adiós");
    it.world.settles().await;
    assert_eq!(it.world.aside().await, 1);
    assert_eq!(it.tomas.hears("Tu cambio no se ha transmitido").reply_to, Some(message));
    it.tomas.never_hears("Lo que acabas de enviar");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_that_was_set_aside_is_answered_and_can_be_pressed_again() {
    let it = Team::new().await;
    it.tomas.says("/menu").await;
    it.refuses("sick", "letter", "NEW.body LIKE '%pause%'").await;
    taps(&it.tomas, "⏸").await;
    assert_eq!(it.world.aside().await, 1);
    it.tomas.hears("Tu toque no ha tenido efecto");
    it.does(
        "DROP TRIGGER sick".to_owned()
            + if matches!(it.world.db().await, Db::Postgres(_)) { " ON letter" } else { "" },
    )
    .await;
    let before = it.tomas.reads().len();
    taps(&it.tomas, "⏸").await;
    assert!(it.tomas.reads().len() > before, "it works by now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_press_in_the_teams_group_that_was_set_aside_is_said_to_whoever_pressed() {
    let it = Team::new().await;
    let team = it.world.telegram.group(Group::forum(55, "Team"));
    for phone in [&it.lea.phone, &it.vera.phone] {
        team.joins(phone);
    }
    team.adds_bot(&it.lea.phone);
    it.refuses("sick", "audit", "NEW.action = 'group linked'").await;
    team.says_as(&it.lea.phone, "/linkgroup", None);
    it.world.settles().await;
    assert_eq!(it.world.aside().await, 1);
    it.lea.hears("What you just sent did not arrive");
    it.vera.never_hears("did not arrive");
}

/// 🆘, and each answer of its menu, with the letters that would show the next screen refused; with the cases refused, too.
#[tokio::test(flavor = "multi_thread")]
async fn a_cry_for_help_that_was_set_aside_is_in_somebodys_hands() {
    for (label, cases) in
        [("🆘", true), ("🛟", true), ("📞", true), ("🆘", false), ("🛟", false), ("🚩", true), ("🧭", true)]
    {
        let it = Team::new().await;
        it.tomas.says("hola").await;
        if label == "🆘" {
            it.refuses("sick", "letter", "NEW.body LIKE '%\"menu\"%' OR NEW.body LIKE '%\"beside\"%'").await;
        } else {
            taps(&it.amina, "🆘").await;
            it.refuses("sick", "letter", "NEW.op = 'rewrite'").await;
        }
        if !cases {
            it.refuses("cases", "case_file", "NEW.programme_id = 1").await;
        }
        let before = [&it.vera, &it.lea].map(|who| who.reads().len());
        taps(&it.amina, label).await;
        assert_eq!(it.world.aside().await, 1, "{label} {cases}");
        let new = [&it.vera, &it.lea]
            .into_iter()
            .zip(before)
            .flat_map(|(who, before)| who.reads().split_off(before));
        let reads = new.collect::<Vec<_>>().join("\n");
        if label != "🧭" {
            let called =
                if cases { reads.contains("Amina") } else { reads.contains("I could not open a case") };
            assert!(called, "{label} {cases}: the team reads {reads}");
            it.amina.hears(if label == "🛟" && cases { "Tomás" } else { "طُلب من الفريق" });
        }
        it.lea.hears(LEAD_READS);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_follows_from_a_gap_keeps_nobody_from_being_heard() {
    let it = Team::new().await;
    it.tomas.says("hola").await;
    it.world.passes(TimeDelta::hours(1)).await;
    it.refuses("sick", "letter", "NEW.body LIKE '%\"gap\"%'").await;
    it.world.stops().await;
    it.world.clock.advance(TimeDelta::hours(30));
    it.world.telegram.set_time(it.world.now());
    it.world.starts().await;
    it.tomas.says("¿estás?").await;
    it.amina.hears("¿estás?");
    it.lea.hears(LEAD_READS);
}

/// A mentor's worry, out of the menu of 🆘 and in a check-in, and *Call me* there: each is in the team's hands as what it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_cry_outside_of_ones_own_menu_is_in_somebodys_hands_as_what_it_is() {
    let it = Team::new().await;
    it.amina.says("مرحبا").await;
    taps(&it.tomas, "🆘").await;
    it.refuses("sick", "letter", "NEW.op = 'rewrite'").await;
    taps(&it.tomas, "🔎").await;
    assert_eq!(it.world.aside().await, 1);
    assert!(has_case(&it.world, CaseKind::Worry, &it.amina).await, "it is about her");
    assert!(!has_case(&it.world, CaseKind::CallToday, &it.tomas).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_a_call_in_a_check_in_that_is_set_aside_is_called() {
    let talk = Talking::first_evening().await;
    talk.amina.hears(FIRST);
    for (who, sign) in [(&talk.amina, "✅"), (&talk.amina, "🙂"), (&talk.tomas, "🙂")] {
        taps(who, sign).await;
    }
    let lea = talk.world.joined("Lea", Role::Lead).await;
    let it = Team { world: talk.world, amina: talk.amina, tomas: talk.tomas, vera: talk.vera, lea };
    it.refuses("sick", "letter", "NEW.op = 'rewrite'").await;
    taps(&it.amina, "📞 اليوم").await;
    taps(&it.tomas, "🔴").await;
    assert_eq!(it.world.aside().await, 2);
    assert!(has_case(&it.world, CaseKind::Worry, &it.tomas).await, "{:?}", it.tomas.reads());
    assert!(has_case(&it.world, CaseKind::CallToday, &it.amina).await, "{:?}", it.amina.reads());
    it.amina.hears("طُلب من الفريق");
    it.lea.hears(LEAD_READS);
}

/// A pair has fallen silent, and she says that she needs help.
#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_help_when_asked_whether_they_talked_is_called_though_it_was_set_aside() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = old_pair(&world).await;
    let it = Team { world, amina, tomas, vera, lea };
    it.world.days_pass(14).await;
    it.world.hours_pass(9).await;
    it.amina.hears("هل تحدثتما منذ");
    it.refuses("sick", "letter", "NEW.op = 'rewrite'").await;
    taps(&it.amina, "📞").await;
    assert_eq!(it.world.aside().await, 1);
    assert!(has_case(&it.world, CaseKind::CallSoon, &it.amina).await, "{:?}", it.amina.reads());
    it.amina.hears("طُلب من الفريق");
    it.lea.hears(LEAD_READS);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_to_write_to_the_team_is_got_in_touch_with_though_it_was_set_aside() {
    let it = Team::new().await;
    it.amina.says("/menu").await;
    it.refuses("sick", "letter", "NEW.body LIKE '%team_prompt%'").await;
    taps(&it.amina, "💬").await;
    assert_eq!(it.world.aside().await, 1);
    it.amina.hears("طُلب من الفريق");
    let asked = it.vera.hears("I could not open a case");
    assert!(asked.text.contains("Amina"), "{}", asked.text);
    it.lea.hears(LEAD_READS);
    it.tomas.never_hears("Amina");
}

/// What stands in the row of the one who looks after her nobody can read: somebody else of the team has her case.
#[tokio::test(flavor = "multi_thread")]
async fn one_of_the_team_who_cannot_be_read_keeps_no_cry_for_help_from_the_others() {
    for label in ["🛟", "📞"] {
        let it = Team::new().await;
        it.tomas.says("hola").await;
        it.does(format!("UPDATE person SET dialogue = '{{' WHERE id = {}", it.vera.id.0)).await;
        let before = it.lea.reads().len();
        taps(&it.amina, "🆘").await;
        taps(&it.amina, label).await;
        if label == "📞" {
            taps(&it.amina, "📞").await;
        }
        assert_eq!(it.world.aside().await, 0, "{label}");
        let reads = it.lea.reads().split_off(before).join("\n");
        assert!(reads.contains("Amina"), "{label}: {reads}");
    }
}

/// The start has topics made for two accounts, and one of them cannot be worked on.
#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_can_have_no_topics_keeps_no_other_without_and_nothing_from_starting() {
    let world = World::on(Options { private_topics: true, ..Options::default() }).await;
    let lea = world.joined("Lea", Role::Lead).await;
    world.wants_topics(false);
    world.restarts().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let [nadia, omar] = world.introduced("Nadia", "Omar", &vera).await;
    for mentor in [&tomas, &omar] {
        let mentee = world.joined("Samira", Role::Mentee).await;
        world.introduce(&[(&mentee, Side::Mentee), (mentor, Side::Mentor)], &vera).await;
    }
    let it = Team { world, amina, tomas, vera, lea };
    // He is the one who is looked at first.
    let lane = it.tomas.phone.id();
    assert!(lane < omar.phone.id());
    it.refuses("sick", "letter", &format!("NEW.op = 'topic' AND NEW.lane = {lane}")).await;
    it.world.wants_topics(true);
    it.world.restarts().await;
    it.world.settles().await;
    assert_eq!((it.tomas.phone.topics().len(), omar.phone.topics().len()), (0, 2));
    it.amina.says("uno").await;
    it.tomas.hears("uno");
    nadia.says("dos").await;
    omar.hears("dos");
}

/// The rung of an urgent case cannot be told: the lead reads that something failed, and it is tried again within minutes.
#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_about_somebodys_safety_that_fails_is_told_and_tried_again_within_minutes() {
    let it = Team::new().await;
    taps(&it.amina, "🆘").await;
    taps(&it.amina, "🛟").await;
    it.refuses("sick", "letter", "NEW.body NOT LIKE '%mistake%'").await;
    it.world.passes(TimeDelta::minutes(16)).await;
    it.lea.hears(LEAD_READS);
    it.does(
        "DROP TRIGGER sick".to_owned()
            + if matches!(it.world.db().await, Db::Postgres(_)) { " ON letter" } else { "" },
    )
    .await;
    let before = it.lea.reads().len() + it.vera.reads().len();
    it.world.passes(TimeDelta::minutes(5)).await;
    assert!(it.lea.reads().len() + it.vera.reads().len() > before, "somebody is rung: {:?}", it.lea.reads());
}

/// Started again and again before anything is heard, it tells of one gap once.
#[tokio::test(flavor = "multi_thread")]
async fn that_lazo_was_away_is_told_once() {
    let it = Team::new().await;
    it.tomas.says("hola").await;
    it.world.passes(TimeDelta::hours(1)).await;
    it.world.stops().await;
    it.world.clock.advance(TimeDelta::hours(30));
    it.world.telegram.set_time(it.world.now());
    let fault = Fault::Refuse { code: 502, description: "Bad Gateway".to_owned(), parameters: None };
    it.world.telegram.fault(Rule::new(fault).on("getUpdates"));
    for _ in 0..2 {
        it.world.starts().await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        it.world.stops().await;
    }
    it.world.telegram.clear_faults();
    it.world.starts().await;
    it.tomas.says("¿estás?").await;
    it.amina.hears("¿estás?");
    let told = it.tomas.reads().iter().filter(|text| text.contains("no funcionó durante un tiempo")).count();
    assert_eq!(told, 1, "{:?}", it.tomas.reads());
}
