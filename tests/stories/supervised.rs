//! Supervised pairs and the safeguarding group: everybody knows who reads along, and nothing is overlooked.

use crate::world::{Friend, World};
use chrono::TimeDelta;
use lazo::demo::{Content, Group, GroupChat};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::Supervised;
use lazo::domain::person::Role;
use lazo::domain::supervised::LATELY;

struct Told {
    world: World,
    lea: Friend,
    amina: Friend,
    tomas: Friend,
    vera: Friend,
}

async fn told() -> Told {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    Told { world, lea, amina, tomas, vera }
}

const AGREE: &str = "✅ نعم، أوافق";

impl Told {
    /// The lead asks both, and both agree.
    async fn supervised(&self) {
        self.asked().await;
        self.amina.presses(AGREE).await;
        self.tomas.presses("✅ Sí, de acuerdo").await;
        assert_eq!(self.state().await, Supervised::Yes);
    }

    async fn asked(&self) {
        self.lea.says("/pairs").await;
        self.lea.presses("1 · Amina").await;
        self.lea.presses("👁 Team reads too").await;
        self.lea.presses("👁 Ask both sides").await;
    }

    async fn state(&self) -> Supervised {
        self.world.pair_of(&self.amina).await.unwrap().supervised
    }

    async fn linked(&self, group: Group) -> GroupChat {
        let safe = self.world.telegram.group(group);
        safe.joins(&self.lea.phone);
        safe.adds_bot(&self.lea.phone);
        self.world.settles().await;
        safe.says_as(&self.lea.phone, "/linksafeguarding", None);
        self.world.settles().await;
        safe
    }
}

fn texts(group: &GroupChat) -> Vec<String> {
    group.screen(None).into_iter().filter(|seen| seen.from_bot).map(|seen| seen.text).collect()
}

fn says(group: &GroupChat, words: &str) -> bool {
    texts(group).iter().any(|text| text.contains(words))
}

fn is_pinned(friend: &Friend, words: &str) -> bool {
    friend.phone.screen().iter().any(|seen| seen.pinned && seen.text.contains(words))
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_copied_before_both_have_agreed_and_both_see_it_pinned() {
    let it = told().await;
    it.asked().await;
    it.amina.says("قبل").await;
    it.amina.presses(AGREE).await;
    it.tomas.says("uno").await;
    assert!(it.lea.copies().is_empty());
    assert_eq!(it.state().await, Supervised::Asked);
    it.tomas.presses("✅ Sí, de acuerdo").await;
    it.lea.hears("Both sides agreed");
    assert!(is_pinned(&it.tomas, "El equipo lee también este chat"));
    assert!(is_pinned(&it.amina, "الفريق يقرأ هذه المحادثة أيضًا"));
    it.amina.says("بعد").await;
    it.tomas.hears("بعد");
    it.lea.hears("بعد");
    assert!(it.lea.hears("A message in this pair").text.contains("By: Amina"));
    it.vera.never_hears("بعد");
    it.lea.never_hears("قبل");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_agree_keeps_the_conversation_as_it_was() {
    let it = told().await;
    it.asked().await;
    it.tomas.presses("✖️ No").await;
    assert_eq!(it.state().await, Supervised::No);
    it.lea.hears("Somebody did not agree");
    it.amina.presses(AGREE).await;
    assert_eq!(it.state().await, Supervised::No, "the question is over");
    it.tomas.says("hola").await;
    it.amina.hears("hola");
    it.lea.never_hears("hola");
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_go_to_the_pairs_topic_in_the_safeguarding_group_and_to_nobody_else() {
    let it = told().await;
    let safe = it.linked(Group::forum(12, "Safeguarding")).await;
    assert!(says(&safe, "Reports and supervised copies come here now"), "{:?}", texts(&safe));
    it.supervised().await;
    it.amina.says("سلام").await;
    it.tomas.says("¡Hola!").await;
    it.tomas.sends(Content::photo("una foto")).await;
    it.world.minutes_pass(3).await;
    let topics = safe.topics();
    assert_eq!(topics.len(), 1, "{topics:?}");
    assert!(topics[0].1.contains("Amina") && topics[0].1.contains("Tomás"));
    let shown = safe.screen(Some(topics[0].0));
    let copies: Vec<_> = shown.iter().filter(|seen| seen.copied).collect();
    assert_eq!(copies.len(), 3, "{shown:?}");
    assert!(shown.iter().any(|seen| seen.text.contains("By: Tomás")));
    it.lea.never_hears("سلام");
    it.vera.never_hears("سلام");
    assert_eq!((it.amina.copies().len(), it.tomas.copies().len()), (2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_comes_as_a_fresh_copy_and_taking_back_leaves_the_copy() {
    let it = told().await;
    it.supervised().await;
    let message = it.amina.says("واحد").await;
    it.world.minutes_pass(1).await;
    it.amina.phone.edits(message, "اثنان");
    it.world.minutes_pass(1).await;
    it.lea.hears("was changed");
    it.lea.hears("واحد");
    it.lea.hears("اثنان");
    it.amina.replies(message, "/undo").await;
    assert!(it.tomas.copies().is_empty());
    it.lea.hears("اثنان");
}

#[tokio::test(flavor = "multi_thread")]
async fn copies_nobody_reads_for_a_week_open_a_case_for_the_lead() {
    let it = told().await;
    it.supervised().await;
    it.amina.says("واحد").await;
    it.world.days_pass(6).await;
    it.lea.presses("✅ Read up to here").await;
    it.world.days_pass(3).await;
    assert!(!unread(&it).await);
    it.tomas.says("dos").await;
    it.world.days_pass(8).await;
    assert!(unread(&it).await);
    it.lea.hears("Nobody has read the copies of a supervised pair");
    it.vera.never_hears("Nobody has read the copies");
}

async fn unread(it: &Told) -> bool {
    let pair = it.world.pair_of(&it.amina).await.unwrap().id;
    let open = it
        .world
        .changes(async |tx, _| {
            let ids = tx.cases_about(Some(pair), None).await.unwrap();
            tx.cases(&ids).await.unwrap()
        })
        .await;
    open.iter().any(|case| case.kind == CaseKind::Unread)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lead_ends_it_and_what_was_pinned_is_not_any_more() {
    let it = told().await;
    it.supervised().await;
    it.lea.says("/pairs").await;
    it.lea.presses("1 · Amina").await;
    it.lea.hears("The team reads this chat too.");
    it.lea.presses("👁 Team reads too").await;
    it.lea.presses("✖️ End it").await;
    it.tomas.hears("El equipo ya no lee este chat");
    assert!(it.tomas.phone.screen().iter().all(|seen| !seen.pinned));
    it.tomas.says("solo").await;
    it.lea.never_hears("solo");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_goes_to_the_safeguarding_group_and_without_it_to_the_lead() {
    let it = told().await;
    let safe = it.linked(Group::supergroup(13, "Safeguarding")).await;
    it.tomas.says("feo").await;
    it.amina.says("🆘 أحتاج إلى مساعدة").await;
    it.amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
    assert!(says(&safe, "feo"), "{:?}", texts(&safe));
    it.lea.never_hears("feo");
    it.vera.never_hears("feo");
    safe.removes_bot(&it.lea.phone);
    it.world.settles().await;
    it.lea.hears("I am no longer in the safeguarding group");
    it.tomas.says("peor").await;
    it.amina.says("🆘 أحتاج إلى مساعدة").await;
    it.amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
    it.lea.hears("peor");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_a_group_that_is_lost_comes_to_the_lead_in_order() {
    let it = told().await;
    let safe = it.linked(Group::supergroup(14, "Safeguarding")).await;
    it.supervised().await;
    it.world.telegram.holds_back("my_chat_member");
    safe.removes_bot(&it.lea.phone);
    it.amina.says("واحد").await;
    it.amina.says("اثنان").await;
    it.world.minutes_pass(3).await;
    let copies: Vec<_> = it.lea.copies().into_iter().map(|seen| seen.text).collect();
    assert_eq!(copies, ["واحد", "اثنان"]);
    it.lea.hears("By: Amina");
    it.lea.hears("I am no longer in the safeguarding group");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_lead_links_it_and_never_the_teams_own_group() {
    let it = told().await;
    let team = it.world.telegram.group(Group::forum(15, "Team"));
    for phone in [&it.lea.phone, &it.vera.phone] {
        team.joins(phone);
    }
    team.adds_bot(&it.lea.phone);
    it.world.settles().await;
    team.says_as(&it.vera.phone, "/linksafeguarding", None);
    it.world.settles().await;
    it.vera.hears("Only the lead can link a group");
    team.says_as(&it.lea.phone, "/linkgroup", None);
    it.world.settles().await;
    team.says_as(&it.lea.phone, "/linksafeguarding", None);
    it.world.settles().await;
    it.lea.hears("That group is already used for something else");
    let safe = it.linked(Group::supergroup(16, "Safeguarding")).await;
    safe.says_as(&it.lea.phone, "/linkgroup", None);
    it.world.settles().await;
    assert!(!says(&safe, "This group is linked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_with_topics_needs_the_right_to_make_them() {
    let it = told().await;
    let safe = it.world.telegram.group(Group::forum(17, "Safeguarding"));
    safe.joins(&it.lea.phone);
    safe.adds_bot_with(&it.lea.phone, &["can_delete_messages"]);
    it.world.settles().await;
    safe.says_as(&it.lea.phone, "/linksafeguarding", None);
    it.world.settles().await;
    assert!(says(&safe, "I may not manage topics in this group"), "{:?}", texts(&safe));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reports_topic_is_deleted_90_days_after_it_was_resolved_and_not_before() {
    let it = told().await;
    let safe = it.linked(Group::forum(18, "Safeguarding")).await;
    reports(&it, "feo").await;
    assert_eq!(safe.topics().len(), 1);
    it.world.days_pass(100).await;
    assert_eq!(safe.topics().len(), 1, "it is not resolved");
    it.lea.says("/cases").await;
    it.lea.presses("🔎 1").await;
    it.lea.presses("I’m on it").await;
    it.lea.presses("✅ Close case").await;
    it.lea.presses("✅ Solved").await;
    it.world.days_pass(89).await;
    assert_eq!(safe.topics().len(), 1);
    it.world.days_pass(2).await;
    assert!(safe.topics().is_empty(), "{:?}", safe.topics());
}

async fn reports(it: &Told, words: &str) {
    it.tomas.says(words).await;
    it.amina.says("🆘 أحتاج إلى مساعدة").await;
    it.amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pairs_topic_goes_90_days_after_reading_along_has_ended_unless_it_begins_again() {
    let it = told().await;
    let safe = it.linked(Group::forum(19, "Safeguarding")).await;
    it.supervised().await;
    it.amina.says("واحد").await;
    ends(&it).await;
    it.world.days_pass(60).await;
    it.asked().await;
    it.amina.presses(AGREE).await;
    it.tomas.presses("✅ Sí, de acuerdo").await;
    it.world.days_pass(60).await;
    assert_eq!(safe.topics().len(), 1, "the team reads along again");
    ends(&it).await;
    it.world.days_pass(91).await;
    assert!(safe.topics().is_empty());
}

async fn ends(it: &Told) {
    it.lea.says("/pairs").await;
    it.lea.presses("1 · Amina").await;
    it.lea.presses("👁 Team reads too").await;
    it.lea.presses("✖️ End it").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_reads_there_is_asked_to_delete_what_the_bot_may_not() {
    let it = told().await;
    let safe = it.world.telegram.group(Group::forum(20, "Safeguarding"));
    safe.joins(&it.lea.phone);
    safe.adds_bot_with(&it.lea.phone, &["can_manage_topics"]);
    it.world.settles().await;
    safe.says_as(&it.lea.phone, "/linksafeguarding", None);
    it.world.settles().await;
    it.supervised().await;
    it.amina.says("واحد").await;
    ends(&it).await;
    it.world.days_pass(91).await;
    let topic = safe.topics()[0].0;
    let asked =
        || safe.screen(Some(topic)).iter().filter(|seen| seen.text.contains("I may not delete it")).count();
    assert_eq!(asked(), 1);
    safe.adds_bot_with(&it.lea.phone, &["can_manage_topics", "can_delete_messages"]);
    it.world.days_pass(8).await;
    assert!(safe.topics().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_guard_refused_an_adult_twice_within_four_weeks_is_a_case_for_the_lead_and_once_is_none() {
    for (apart, is_case) in [(LATELY - TimeDelta::hours(1), true), (LATELY + TimeDelta::hours(1), false)] {
        let it = told().await;
        it.supervised().await;
        it.tomas.says("mi móvil es el 612 34 56 78").await;
        it.lea.never_hears("tried twice to pass a contact");
        it.world.passes(apart).await;
        it.tomas.says("escríbeme al 612 34 56 78").await;
        let heard =
            it.lea.phone.history().iter().any(|seen| seen.text.contains("tried twice to pass a contact"));
        assert_eq!(heard, is_case, "{apart}: {:?}", it.lea.reads());
        it.amina.never_hears("612");
    }
}

/// The pair's card, and the pair is open again.
async fn opens(it: &Told) {
    it.vera.says("/pairs").await;
    it.vera.presses("1 · Amina").await;
    it.vera.presses("▶ Let them write again").await;
    it.vera.presses("▶ Open").await;
    let open = it.world.pair_of(&it.amina).await.unwrap();
    assert!(!open.is_stopped(), "{:?}", it.vera.reads().last());
}

async fn afraid(it: &Told) {
    crate::her_phone::afraid(&it.amina, Some("✅ نعم")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_into_a_stopped_pair_and_all_are_when_it_is_open_again() {
    let it = told().await;
    afraid(&it).await;
    let read = [&it.amina, &it.tomas].map(|friend| friend.phone.history().len());
    it.asked().await;
    it.world.days_pass(1).await;
    let asked = |friend: &Friend, from: usize| {
        let new = friend.phone.history().split_off(from);
        new.iter().any(|seen| {
            seen.buttons.iter().flatten().any(|it| [AGREE, "✅ Sí, de acuerdo"].contains(&&*it.text))
        })
    };
    assert!(!asked(&it.amina, read[0]) && !asked(&it.tomas, read[1]), "{:?}", it.tomas.reads().last());
    it.lea.hears("asked when it is open again");
    opens(&it).await;
    assert!(asked(&it.amina, read[0]) && asked(&it.tomas, read[1]), "{:?}", it.tomas.reads());
    it.amina.presses(AGREE).await;
    it.tomas.presses("✅ Sí, de acuerdo").await;
    assert_eq!(it.state().await, Supervised::Yes);
}

#[tokio::test(flavor = "multi_thread")]
async fn that_all_have_agreed_or_that_it_has_ended_nobody_reads_before_a_stopped_pair_is_open_again() {
    let it = told().await;
    it.asked().await;
    it.tomas.presses("✅ Sí, de acuerdo").await;
    afraid(&it).await;
    let read = it.tomas.phone.history().len();
    let button = it
        .amina
        .phone
        .screen()
        .into_iter()
        .find(|seen| seen.buttons.iter().flatten().any(|button| button.text == AGREE));
    it.amina.phone.presses_on(button.unwrap().id, AGREE).unwrap();
    it.world.settles().await;
    assert_eq!(it.tomas.phone.history().len(), read, "{:?}", it.tomas.reads().last());
    assert!(!is_pinned(&it.tomas, "El equipo lee también este chat"));
    opens(&it).await;
    assert!(is_pinned(&it.tomas, "El equipo lee también este chat"));
    assert_eq!(it.state().await, Supervised::Yes);
    afraid(&it).await;
    let screen =
        |friend: &Friend| friend.phone.screen().into_iter().map(|seen| seen.text).collect::<Vec<_>>();
    let before = screen(&it.tomas);
    it.lea.says("/pairs").await;
    it.lea.presses("1 · Amina").await;
    it.lea.presses("👁 Team reads too").await;
    it.lea.presses("✖️ End it").await;
    assert_eq!(it.state().await, Supervised::No);
    assert_eq!(screen(&it.tomas), before);
    opens(&it).await;
    assert!(!is_pinned(&it.tomas, "El equipo lee también este chat"));
    it.tomas.hears("El equipo ya no lee");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_been_asked_is_not_asked_again_because_a_stop_came_and_went() {
    let it = told().await;
    it.asked().await;
    let before = [&it.amina, &it.tomas].map(|friend| friend.phone.history().len());
    crate::her_phone::afraid(&it.amina, Some("✖️ لا")).await;
    it.world.minutes_pass(10).await;
    assert!(!it.world.pair_of(&it.amina).await.unwrap().is_stopped());
    assert_eq!(it.tomas.phone.history().len(), before[1], "{:?}", it.tomas.reads().last());
    let new = it.amina.phone.history().split_off(before[0]);
    assert!(!new.iter().any(|seen| seen.has_button(AGREE)), "{:?}", it.amina.reads());
    it.amina.presses(AGREE).await;
    it.tomas.presses("✅ Sí, de acuerdo").await;
    assert_eq!(it.state().await, Supervised::Yes);
}

/// What she was asked then is over, whether or not she answered it.
#[tokio::test(flavor = "multi_thread")]
async fn who_did_not_answer_a_question_that_is_over_is_asked_anew() {
    for declined in [true, false] {
        let it = told().await;
        it.asked().await;
        if declined {
            it.tomas.presses("✖️ No").await;
        } else {
            ends(&it).await;
        }
        assert_eq!(it.state().await, Supervised::No);
        afraid(&it).await;
        let before = it.amina.phone.history().len();
        it.asked().await;
        opens(&it).await;
        let new = it.amina.phone.history().split_off(before);
        assert!(new.iter().any(|seen| seen.has_button(AGREE)), "{declined}: {:?}", it.amina.reads());
    }
}
