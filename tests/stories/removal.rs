//! The team takes back what others wrote: only where it sees it, only with a reason, and everybody concerned reads so.

use crate::world::{Friend, World};
use lazo::demo::{Group, GroupChat};
use lazo::domain::person::Role;

const REMOVE: &str = "🗑 Remove the message";
const HURTS: &str = "💔 It can hurt";

/// Amina reports the last message, and Lea leads.
async fn reported(world: &World, words: &str) -> [Friend; 4] {
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says(words).await;
    amina.says("🆘 أحتاج إلى مساعدة").await;
    amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
    [lea, amina, tomas, vera]
}

fn shows(friend: &Friend, words: &str) -> bool {
    friend.phone.screen().iter().any(|seen| seen.text.contains(words))
}

async fn audited(world: &World, friend: &Friend) -> Vec<String> {
    let pair = world.pair_of(friend).await.unwrap().id;
    world.changes(async |tx, _| tx.audited(pair.0).await.unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reported_message_is_removed_with_a_reason_and_both_sides_read_so() {
    let world = World::new().await;
    let [lea, amina, tomas, vera] = reported(&world, "palabras feas").await;
    lea.hears("palabras feas");
    lea.presses(REMOVE).await;
    lea.hears("Why does the team remove this message?");
    assert!(shows(&amina, "palabras feas"), "not before a reason is given");
    lea.presses(HURTS).await;
    lea.hears("The message is removed");
    assert!(!shows(&amina, "palabras feas"));
    amina.never_hears("حذف الفريق رسالة من هنا");
    amina.hears("لديك رسالة من فريقك");
    amina.opens_mail().await;
    amina.hears("حذف الفريق رسالة من هنا");
    tomas.never_hears("El equipo ha retirado este mensaje");
    tomas.opens_mail().await;
    let told = tomas.hears("El equipo ha retirado este mensaje");
    assert!(told.text.contains("Puede hacer daño") && told.reply_to.is_some(), "{told:?}");
    assert!(shows(&tomas, "palabras feas"), "its author keeps it, and sees which it was");
    assert!(shows(&lea, "palabras feas"), "the report keeps its copy");
    assert!(
        lea.reads().iter().chain(&vera.reads()).any(|text| text.contains("The team removed the message"))
    );
    assert!(audited(&world, &amina).await.contains(&"message removed: hurts".to_owned()));
    // What its author does with it now concerns nobody.
    tomas.says("otra cosa").await;
    amina.hears("otra cosa");
    lea.presses(REMOVE).await;
    lea.presses(HURTS).await;
    lea.hears("This message is gone already");
    assert_eq!(tomas.reads().iter().filter(|text| text.contains("ha retirado")).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_can_leave_it_and_nobody_learns_of_that() {
    let world = World::new().await;
    let [lea, amina, tomas, _] = reported(&world, "palabras feas").await;
    let copy = lea.hears("palabras feas").id;
    lea.replies(copy, "/undo").await;
    lea.presses("✖️ Leave it there").await;
    lea.hears("The message stays");
    assert!(shows(&amina, "palabras feas"));
    tomas.never_hears("ha retirado");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_goes_as_a_whole() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    lea.says("/pairs").await;
    lea.presses("1 · Amina").await;
    lea.presses("👁 Team reads too").await;
    lea.presses("👁 Ask both sides").await;
    amina.presses("✅ نعم، أوافق").await;
    tomas.presses("✅ Sí, de acuerdo").await;
    for number in 1..=2 {
        tomas.sends(crate::albums::part("fotos", &number.to_string())).await;
    }
    world.minutes_pass(1).await;
    assert_eq!(amina.copies().len(), 2);
    lea.presses(REMOVE).await;
    lea.presses("📞 It shows a contact").await;
    assert!(amina.copies().is_empty());
    amina.opens_mail().await;
    assert_eq!(amina.reads().iter().filter(|text| text.contains("حذف الفريق رسالة من هنا")).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_safeguarding_group_only_the_team_removes_with_the_button_or_as_a_reply() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let safe = linked(&world, &lea).await;
    safe.joins(&vera.phone);
    tomas.says("palabras feas").await;
    amina.says("🆘 أحتاج إلى مساعدة").await;
    amina.presses("🚩 الإبلاغ عن آخر رسالة").await;
    let copy = safe.screen(None).into_iter().find(|seen| seen.text.contains("palabras feas")).unwrap().id;
    safe.joins(&tomas.phone);
    safe.replies_as(&tomas.phone, copy, "/undo");
    world.settles().await;
    assert!(!says(&safe, "Why does the team remove"), "its author is in the group by mistake");
    safe.replies_as(&vera.phone, copy, "/undo");
    world.settles().await;
    assert!(says(&safe, "Why does the team remove this message?"));
    safe.presses_as(&tomas.phone, HURTS).unwrap();
    world.settles().await;
    assert!(shows(&amina, "palabras feas"));
    safe.presses_as(&vera.phone, HURTS).unwrap();
    world.settles().await;
    assert!(!shows(&amina, "palabras feas"));
    assert!(says(&safe, "palabras feas") && says(&safe, "The message is removed"));
}

async fn linked(world: &World, lea: &Friend) -> GroupChat {
    let safe = world.telegram.group(Group::supergroup(21, "Safeguarding"));
    safe.joins(&lea.phone);
    safe.adds_bot(&lea.phone);
    world.settles().await;
    safe.says_as(&lea.phone, "/linksafeguarding", None);
    world.settles().await;
    safe
}

fn says(group: &GroupChat, words: &str) -> bool {
    group.screen(None).iter().any(|seen| seen.from_bot && seen.text.contains(words))
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_talk_with_the_team_the_coordinator_removes_what_she_should_not_have() {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    amina.says("/team").await;
    amina.says("رقم سري").await;
    let copy = vera.hears("رقم سري").id;
    vera.replies(copy, "/undo").await;
    vera.presses("↩️ Sent by mistake").await;
    assert!(!shows(&vera, "رقم سري"));
    amina.opens_mail().await;
    amina.hears("حذف الفريق هذه الرسالة");
    vera.never_hears("The team has removed a message here");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_removes_what_her_own_partner_wrote_nor_anything_of_another_programme() {
    let world = World::new().await;
    let [lea, amina, tomas, _] = reported(&world, "palabras feas").await;
    let copy = amina.hears("palabras feas").id;
    amina.replies(copy, "/undo").await;
    amina.hears("يمكنك سحب رسائلك أنت فقط");
    lea.presses(REMOVE).await;
    // She does not work here any more when she gives the reason.
    world
        .changes(async |tx, _| {
            let mut person = tx.person(lea.id).await.unwrap().unwrap();
            person.role = Role::Coordinator;
            tx.save(&person).await.unwrap();
        })
        .await;
    lea.presses(HURTS).await;
    assert!(lea.phone.toasts().last().unwrap().text.contains("does not work any more"));
    assert!(shows(&amina, "palabras feas"));
    tomas.never_hears("ha retirado");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_older_than_telegram_deletes_stays_and_the_team_reads_so() {
    let world = World::new().await;
    let [lea, amina, tomas, _] = reported(&world, "palabras feas").await;
    world.days_pass(3).await;
    lea.presses(REMOVE).await;
    lea.presses(HURTS).await;
    lea.hears("Copies older than 48 hours stay");
    assert!(shows(&amina, "palabras feas"));
    tomas.opens_mail().await;
    tomas.hears("El equipo ha retirado este mensaje");
    assert!(
        !amina.reads().iter().any(|text| text.contains("لديك رسالة من فريقك")),
        "nothing was taken from her"
    );
}
