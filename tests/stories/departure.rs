//! Somebody leaves the team: from that moment nothing reaches her and nothing works from her chat, and all she looked after is
//! in somebody else's hands.

use crate::cases::opens;
use crate::world::{Friend, World};
use lazo::demo::{Fault, Group, Phone, Rule, Seat};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::Side;
use lazo::domain::id::{ChatId, ConversationId};
use lazo::domain::invite::NewInvite;
use lazo::domain::person::{Role, Standing};
use lazo::domain::programme::Contact;
use lazo::handlers::departure::take_out;
use lazo::store::{Rows, tables};

const OUT: &str = "🚪 Take out of the team";
const YES: &str = "🚪 Yes, take out";

/// Lea leads; Vera looks after Amina and Tomás; Marta is the other coordinator.
struct Office {
    world: World,
    lea: Friend,
    vera: Friend,
    marta: Friend,
    amina: Friend,
    tomas: Friend,
}

impl Office {
    async fn opens() -> Self {
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let marta = world.joined("Marta", Role::Coordinator).await;
        Self { world, lea, vera, marta, amina, tomas }
    }

    async fn asks(&self) {
        self.lea.says("/people").await;
        self.lea.presses("🧭 Coordinator").await;
        self.lea.presses("1 · Vera").await;
        self.lea.presses(OUT).await;
    }

    async fn takes_out(&self) {
        self.asks().await;
        self.lea.presses("👤 Marta").await;
        self.lea.presses(YES).await;
    }

    async fn standing(&self, friend: &Friend) -> Standing {
        self.world.changes(async |tx, _| tx.person(friend.id).await.unwrap().unwrap().standing).await
    }

    async fn pair(&self) -> ConversationId {
        self.world.pair_of(&self.amina).await.unwrap().id
    }

    /// All rows but those that only say that something was heard, carried or answered.
    async fn rows(&self) -> Vec<(&'static str, Rows)> {
        let mut all = Vec::new();
        for table in
            tables().filter(|table| !["letter", "lane", "seen", "account", "guess", "meta"].contains(table))
        {
            let rows =
                self.world.changes(async |tx, _| tx.rows(table, 1_000, 0).await.unwrap().unwrap()).await;
            all.push((table, rows));
        }
        all
    }

    /// What stands on everybody's screen but hers.
    fn screens(&self) -> Vec<Vec<String>> {
        [&self.lea, &self.marta, &self.amina, &self.tomas].map(Friend::reads).to_vec()
    }
}

/// Every button on her screen, pressed, oldest first.
async fn presses_all(world: &World, phone: &Phone) -> usize {
    let mut pressed = 0;
    for seen in phone.history() {
        for button in seen.buttons.iter().flatten() {
            if phone.presses_on(seen.id, &button.text).is_ok() {
                world.settles().await;
                pressed += 1;
            }
        }
    }
    pressed
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_takes_a_coordinator_out_and_all_she_looked_after_is_in_other_hands() {
    let it = Office::opens().await;
    let (world, lea, vera, marta) = (&it.world, &it.lea, &it.vera, &it.marta);
    let pair = it.pair().await;
    world
        .changes(async |tx, _| tx.set_contact(world.programme(), 1, &Contact::Person(vera.id)).await.unwrap())
        .await;
    let link = invited(&it, Role::Mentee).await;
    let back = invited(&it, Role::Coordinator).await;
    let taken = opens(world, CaseKind::CallToday, None, Some(&it.amina)).await;
    vera.presses("👤 I’m on it").await;
    it.amina.says("/team").await;
    it.amina.says("ساعدوني").await;
    vera.hears("ساعدوني");
    it.asks().await;
    lea.hears("Who takes over from this person?");
    lea.presses("👤 Marta").await;
    let sure = lea.hears("Take this person out of the team?").text;
    for line in [
        "👤 Vera",
        "👤 Marta",
        "Pairs and groups: 1",
        "Open invitations: 2",
        "People who write to the team: 1",
    ] {
        assert!(sure.contains(line), "{line}: {sure}");
    }
    assert_eq!(it.standing(vera).await, Standing::Ready, "nothing before it is sure");
    lea.presses(YES).await;
    assert_eq!(it.standing(vera).await, Standing::Left);
    vera.hears("You are not in this team any more");
    let out = lea.hears("is not in the team any more").text;
    assert!(out.contains("Urgent contact without a person: 1"), "{out}");
    marta.hears("You take over from a person who left the team");
    // Her case rings anew, for Marta, and nobody is on it.
    marta.hears(&format!("Case {taken}"));
    let file = world.changes(async |tx, _| tx.cases(&[taken]).await.unwrap().remove(0)).await;
    assert_eq!((file.owner, file.acknowledged_at), (Some(marta.id), None));
    let pair = world.changes(async |tx, _| tx.conversation(pair).await.unwrap().unwrap()).await;
    assert_eq!(pair.coordinator, Some(marta.id));
    // Mail goes on with Marta, without what was written before.
    it.amina.says("/team").await;
    it.amina.says("هل هناك أحد؟").await;
    marta.hears("هل هناك أحد؟");
    marta.never_hears("ساعدوني");
    vera.never_hears("هل هناك أحد؟");
    // Her invitation is Marta's, and the one for a colleague opens nothing.
    let nour = world.newcomer("Nour", "ar");
    nour.joins(&link, 0, "نور").await;
    marta.hears("نور");
    let thief = world.newcomer("Thief", "en");
    thief.opens(&back).await;
    assert!(thief.person().await.is_none(), "{:?}", thief.reads());
    let audit = world.changes(async |tx, _| tx.audited(vera.id.0).await.unwrap()).await;
    assert!(audit.iter().any(|line| line == "taken out of the team"), "{audit:?}");
}

async fn invited(it: &Office, role: Role) -> String {
    let what = NewInvite {
        programme: Some(it.world.programme()),
        role,
        alias: None,
        file_number: None,
        invited_by: Some(it.vera.id),
    };
    it.world.link_for(what).await
}

/// What she may still type.
const COMMANDS: [&str; 14] = [
    "/people",
    "/pairs",
    "/cases",
    "/invite",
    "/pair",
    "/settings",
    "/helplines",
    "/linkgroup",
    "/linksafeguarding",
    "/team",
    "/pause",
    "/undo",
    "/contacts",
    "/leave",
];

/// All that a coordinator may have on her screen. Gives a mentee who waits for a pair.
async fn fills_her_screen(world: &World, vera: &Friend) -> Friend {
    for command in
        ["/people", "/pairs", "/cases", "/invite", "/pair", "/settings", "/helplines", "/help", "/language"]
    {
        vera.says(command).await;
    }
    let nour = world.joined("Nour", Role::Mentee).await;
    world.joined("Pau", Role::Mentor).await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.says("/pairs").await;
    vera.presses("1 · Amina").await;
    vera.presses("👥 Members").await;
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Amina").await;
    vera.says("/pair").await;
    vera.presses("1 · Nour").await;
    vera.says("/invite").await;
    nour
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_works_from_her_old_screens_and_nothing_reaches_her() {
    let it = Office::opens().await;
    let (world, vera) = (&it.world, &it.vera);
    let nour = fills_her_screen(world, vera).await;
    let old = opens(world, CaseKind::CallToday, None, Some(&it.amina)).await;
    vera.presses("👤 I’m on it").await;
    opens(world, CaseKind::Worry, None, Some(&nour)).await;
    opens(world, CaseKind::Report, Some(it.pair().await), Some(&it.tomas)).await;
    it.amina.says("/team").await;
    it.amina.says("بريد").await;
    let mail = vera.hears("بريد").id;
    let answer = vera.replies(mail, "old answer").await;
    it.amina.hears("old answer");
    it.takes_out().await;
    world.settles().await;
    let (heard, rows, screens) = (vera.reads().len(), it.rows().await, it.screens());
    assert!(presses_all(world, &vera.phone).await > 20, "she had many buttons");
    for command in COMMANDS {
        vera.says(command).await;
    }
    vera.replies(mail, "from a stolen phone").await;
    assert!(vera.phone.edits(answer, "changed by a thief"));
    vera.phone.reacts(mail, "👍");
    vera.replies(answer, "/undo").await;
    world.settles().await;
    assert_eq!(it.screens(), screens);
    for ((table, before), (_, after)) in rows.iter().zip(it.rows().await) {
        if !["audit", "alarm", "reaction", "parked", "source"].contains(table) {
            assert_eq!(before.rows, after.rows, "{table}");
        }
    }
    // What happens afterwards is not hers.
    let heard = vera.reads().len().max(heard);
    opens(world, CaseKind::Unsafe, None, Some(&it.amina)).await;
    it.amina.says("لم أعد بأمان").await;
    it.marta.hears("Case");
    world.days_pass(2).await;
    assert_eq!(vera.reads().len(), heard, "{:?}", vera.reads());
    assert!(vera.phone.screen().iter().all(|seen| !seen.text.contains("لم أعد بأمان")));
    let file = world.changes(async |tx, _| tx.cases(&[old]).await.unwrap().remove(0)).await;
    assert_eq!(file.owner, Some(it.marta.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_for_her_reaches_who_follows_and_never_her() {
    let it = Office::opens().await;
    it.world.telegram.fault(Rule::new(Fault::TooMany { seconds: Some(600) }).in_chat(it.vera.phone.id()));
    it.amina.says("/team").await;
    it.amina.says("لم يقرأ أحد هذا").await;
    it.vera.blocks().await;
    it.takes_out().await;
    it.marta.hears("لم يقرأ أحد هذا");
    it.vera.unblocks().await;
    assert!(!it.vera.phone.screen().iter().any(|seen| seen.text.contains("لم يقرأ أحد هذا")));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_on_its_way_to_her_has_a_reader_and_whoever_has_it_already_gets_it_once() {
    let it = Office::opens().await;
    let vera = it.vera.phone.id();
    it.world.telegram.fault(Rule::new(Fault::TooMany { seconds: Some(600) }).in_chat(vera));
    it.amina.says("/team").await;
    it.amina.says("لم يقرأ أحد هذا").await;
    it.world
        .tampers("UPDATE letter SET state = 'sending', until = 9000000000000 WHERE op = 'copy' AND state = 'queued'")
        .await;
    it.takes_out().await;
    it.marta.hears("لم يقرأ أحد هذا");
    let read = |friend: &Friend| {
        friend.phone.history().iter().filter(|seen| seen.text.contains("لم يقرأ أحد هذا")).count()
    };
    assert_eq!((read(&it.marta), read(&it.vera)), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_in_which_she_still_is_shows_nothing_new_until_she_is_out() {
    let it = Office::opens().await;
    let (world, lea) = (&it.world, &it.lea);
    let group = world.telegram.group(Group::forum(15, "Team"));
    for friend in [&it.lea, &it.vera, &it.marta] {
        group.joins(&friend.phone);
    }
    group.adds_bot(&lea.phone);
    world.settles().await;
    group.says_as(&lea.phone, "/linkgroup", None);
    world.settles().await;
    opens(world, CaseKind::SilentBoth, Some(it.pair().await), None).await;
    let topics = || group.topics().len();
    let before = topics();
    assert!(before > 0, "its card stands there");
    it.takes_out().await;
    assert!(lea.hears("is not in the team any more").text.contains("out of your Telegram groups"));
    opens(world, CaseKind::Worry, None, Some(&it.amina)).await;
    it.marta.hears("Case 2");
    assert_eq!(topics(), before, "not where Vera reads it");
    assert!(!group.screen(None).iter().any(|seen| seen.text.contains("Case 2")));
    group.seats(&it.vera.phone, Seat::Left);
    world.days_pass(1).await;
    world.hours_pass(1).await;
    assert!(topics() > before, "it is used again");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_lead_cannot_be_taken_out_and_one_who_leaves_names_another() {
    let it = Office::opens().await;
    let (lea, marta) = (&it.lea, &it.marta);
    lea.says("/people").await;
    lea.presses("⭐ Lead").await;
    lea.presses("1 · Lea").await;
    assert!(!lea.last().is_empty());
    let labels: Vec<String> =
        lea.phone.last().unwrap().buttons.concat().into_iter().map(|button| button.text).collect();
    assert!(!labels.iter().any(|label| label == OUT), "{labels:?}");
    it.vera.says("/people").await;
    it.vera.presses("🧭 Coordinator").await;
    it.vera.presses("2 · Marta").await;
    let labels = it.vera.phone.last().unwrap().buttons.concat();
    assert!(!labels.iter().any(|button| button.text == OUT), "only the lead: {labels:?}");
    lea.says("/leave").await;
    lea.hears("Who leads the programme after you?");
    lea.presses("⭐ Marta").await;
    assert_eq!((it.standing(lea).await, it.standing(marta).await), (Standing::Left, Standing::Ready));
    let role = it.world.changes(async |tx, _| tx.person(marta.id).await.unwrap().unwrap().role).await;
    assert_eq!(role, Role::Lead);
    lea.hears("Another account now leads this programme");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_by_herself_leaves_the_same_way_and_what_else_the_account_is_stays() {
    let it = Office::opens().await;
    let world = &it.world;
    // Vera is also a mentor.
    let chat = ChatId(it.vera.phone.id());
    let nour = world.joined("Nour", Role::Mentee).await;
    let mentor = world
        .changes(async |tx, now| {
            let known = tx.person(it.vera.id).await.unwrap().unwrap();
            let part = lazo::domain::person::Person {
                role: Role::Mentor,
                coordinator: Some(it.marta.id),
                joined_at: now,
                ..known
            };
            tx.admit(&part).await.unwrap()
        })
        .await;
    let part = Friend { id: mentor, ..it.vera.clone() };
    world.introduce(&[(&nour, Side::Mentee), (&part, Side::Mentor)], &it.marta).await;
    let taken = opens(world, CaseKind::CallToday, None, Some(&it.amina)).await;
    it.vera.presses("👤 I’m on it").await;
    it.vera.says("/leave").await;
    it.vera.presses("🗂 Casa Ana · team").await;
    it.vera.presses("🚪 Yes, leave").await;
    assert_eq!(it.standing(&it.vera).await, Standing::Left);
    let file = world.changes(async |tx, _| tx.cases(&[taken]).await.unwrap().remove(0)).await;
    assert_eq!((file.owner, file.acknowledged_at), (Some(it.lea.id), None), "it rings anew, for the lead");
    it.lea.hears("is not in the team any more");
    it.vera.says("still a mentor").await;
    nour.hears("still a mentor");
    let parts = world.changes(async |tx, _| tx.parts(chat).await.unwrap()).await;
    assert_eq!(parts.iter().filter(|part| part.standing == Standing::Ready).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_ends_the_program_halfway_she_is_out_with_all_of_it_or_not_at_all() {
    let it = Office::opens().await;
    let [vera, marta] = [&it.vera, &it.marta].map(|friend| friend.id);
    let before = it.rows().await;
    let mut tx = it.world.db().await.begin().await.unwrap();
    let (who, heir) = (tx.person(vera).await.unwrap().unwrap(), tx.person(marta).await.unwrap().unwrap());
    assert!(take_out(&mut tx, (&who, &heir), None, it.world.now()).await.unwrap());
    drop(tx);
    it.world.restarts().await;
    for ((table, before), (_, after)) in before.iter().zip(it.rows().await) {
        if *table != "alarm" {
            assert_eq!(before.rows, after.rows, "{table}");
        }
    }
}
