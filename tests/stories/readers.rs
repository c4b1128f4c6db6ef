//! Every card, report and safety letter ends in somebody's hands: whatever a group or a chat refuses goes to whoever is next,
//! and the lead reads once what is wrong.

use crate::cases::{cards, opens, until};
use crate::group::{says, told};
use crate::members::{safe, team};
use crate::world::{Friend, World};
use lazo::demo::{Fault, Rule};
use lazo::domain::case::{CaseFile, CaseKind, Hitch, Severity};
use lazo::domain::id::ChatId;
use lazo::domain::person::{Reach, Role};
use lazo::domain::programme::Contact;
use lazo::handlers::cases;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const UNSAFE: &str = "🛟 لا أشعر بالأمان";
const REPORT: &str = "🚩 الإبلاغ عن آخر رسالة";
const NO_RIGHTS: &str = "Bad Request: not enough rights to send text messages to the chat";

fn refuses(code: u16, text: &str, chat: i64) -> Rule {
    let fault = Fault::Refuse { code, description: text.to_owned(), parameters: None };
    Rule::new(fault).in_chat(chat).on("sendMessage").on("copyMessage").on("editMessageText")
}

fn times(friend: &Friend, words: &str) -> usize {
    friend.reads().iter().filter(|text| text.contains(words)).count()
}

async fn only(world: &World, kind: CaseKind) -> CaseFile {
    let cases = world
        .changes(async |tx, _| {
            let open = tx.open_cases(world.programme()).await.unwrap();
            tx.cases(&open).await.unwrap()
        })
        .await;
    cases.into_iter().find(|case| case.kind == kind).expect("such a case is open")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_its_group_refuses_is_in_private_chats_and_the_lead_reads_once_what_is_wrong_and_once_that_it_works()
 {
    let it = told().await;
    let team = team(&it).await;
    it.world.telegram.fault(refuses(400, NO_RIGHTS, team.id()));
    it.amina.blocks().await;
    assert!(it.vera.hears("cannot be reached in Lazo").text.contains("Amina"));
    let wrong = it.lea.hears("The team’s group did not take a case").text;
    assert!(wrong.contains("Lazo may not write there") && wrong.contains("let Lazo write"), "{wrong}");
    it.opens(CaseKind::Missed).await;
    assert_eq!(cards(&it.vera), 2);
    it.world.hours_pass(2).await;
    assert_eq!(times(&it.lea, "did not take"), 1);
    assert!(!says(&team, "Case "));
    it.world.telegram.clear_faults();
    it.world.minutes_pass(16).await;
    assert!(says(&team, "Lazo can write here again") && says(&team, "Case 1") && says(&team, "Case 2"));
    it.world.hours_pass(3).await;
    assert_eq!(times(&it.lea, "did not take"), 1);
    assert_eq!(times(&it.lea, "group works again"), 1);
    // From now on the group is the place again.
    let before = cards(&it.vera);
    it.opens(CaseKind::Leaving).await;
    assert!(says(&team, "Case 3"));
    assert_eq!(cards(&it.vera), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_topic_is_made_anew_and_one_that_stays_closed_is_a_group_that_refuses() {
    let it = told().await;
    let team = team(&it).await;
    it.world.telegram.fault(refuses(400, "Bad Request: TOPIC_CLOSED", team.id()).times(1));
    it.opens(CaseKind::Missed).await;
    assert!(says(&team, "Case 1"));
    assert_eq!(times(&it.lea, "did not take"), 0);
    it.world.telegram.fault(refuses(400, "Bad Request: TOPIC_CLOSED", team.id()));
    it.opens(CaseKind::Leaving).await;
    assert!(it.lea.hears("The team’s group did not take a case").text.contains("Its topics do not work"));
    assert!(it.vera.hears("Case 2").text.contains("Amina"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_that_puts_cards_off_for_long_is_not_waited_for() {
    let it = told().await;
    let team = team(&it).await;
    it.world.telegram.fault(Rule::new(Fault::TooMany { seconds: Some(300) }).in_chat(team.id()));
    it.opens(CaseKind::Missed).await;
    it.world.minutes_pass(5).await;
    assert_eq!(cards(&it.vera), 0, "it may still arrive there");
    it.world.minutes_pass(10).await;
    it.vera.hears("Case 1");
    it.lea.hears("Telegram makes Lazo wait for very long there");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_card_whose_reader_is_out_of_reach_is_the_next_ones_at_once() {
    for words in
        ["Forbidden: bot was blocked by the user", "Forbidden: something new", "Bad Request: never seen"]
    {
        let it = told().await;
        let code = if words.starts_with("Forbidden") { 403 } else { 400 };
        it.world.telegram.fault(refuses(code, words, it.vera.phone.id()));
        it.opens(CaseKind::Unsafe).await;
        assert!(it.lea.hears("Case 1").text.contains("Amina"), "{words}");
        let away = it.lea.hears("Somebody of the team cannot be reached").text;
        assert!(away.contains("Vera"), "{away}");
        it.world.hours_pass(1).await;
        assert_eq!(times(&it.lea, "Somebody of the team cannot be reached"), 1);
        // She is back: the next case is hers again.
        it.world.telegram.clear_faults();
        it.vera.says("hello").await;
        let before = cards(&it.lea);
        opens(&it.world, CaseKind::Missed, None, Some(&it.tomas)).await;
        assert!(it.vera.hears("Three check-ins").text.contains("Tomás"));
        assert_eq!(cards(&it.lea), before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_coordinator_had_taken_is_taken_anew_when_she_is_out_of_reach() {
    let it = told().await;
    it.opens(CaseKind::Missed).await;
    it.vera.presses("I’m on it").await;
    it.vera.blocks().await;
    assert!(it.lea.hears("Case 1").text.contains("Nobody has taken it yet"));
    it.lea.presses("I’m on it").await;
    assert!(it.lea.hears("Case 1").text.contains("On it: Lea"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_urgent_lets_the_next_one_sleep() {
    let it = told().await;
    // 23:00 in Madrid; it was told in the evening, and the card is refused when it is raised.
    until(&it.world, "2026-03-02T19:59:00Z").await;
    it.world.telegram.fault(refuses(400, "Bad Request: never seen", it.vera.phone.id()));
    until(&it.world, "2026-03-02T20:01:00Z").await;
    opens(&it.world, CaseKind::CallToday, None, Some(&it.amina)).await;
    assert_eq!(cards(&it.lea), 1, "urgent");
    it.opens(CaseKind::Missed).await;
    assert_eq!(cards(&it.lea), 1, "it is night");
    until(&it.world, "2026-03-03T07:01:00Z").await;
    assert!(it.lea.hears("Three check-ins").text.contains("Amina"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_nobody_can_be_told_of_stands_on_the_list_and_is_tried_again() {
    let it = told().await;
    for friend in [&it.vera, &it.lea] {
        it.world.telegram.fault(refuses(403, "Forbidden: whatever", friend.phone.id()));
    }
    let case = it.opens(CaseKind::Unsafe).await;
    let untold = async || {
        let count = it.world.db().await.untold().await.unwrap();
        let list = it.world.changes(async |tx, _| tx.untold(it.world.programme()).await.unwrap()).await;
        assert_eq!(i64::try_from(list.len()).unwrap(), count);
        list
    };
    assert_eq!(untold().await, [case]);
    it.world.telegram.clear_faults();
    it.lea.says("/cases").await;
    let list = it.lea.hears("One case is open").text;
    assert!(list.contains("Nobody could be told of it"), "{list}");
    it.world.minutes_pass(16).await;
    assert!(it.lea.hears("Somebody does not feel safe").text.contains("Amina"));
    assert_eq!(untold().await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_digest_says_what_nobody_could_be_told_of_and_what_lies_on_a_desk_out_of_reach() {
    let it = told().await;
    it.opens(CaseKind::Missed).await;
    it.vera.blocks().await;
    it.lea.blocks().await;
    opens(&it.world, CaseKind::Leaving, None, Some(&it.tomas)).await;
    until(&it.world, "2026-03-03T07:50:00Z").await;
    it.lea.unblocks().await;
    until(&it.world, "2026-03-03T08:01:00Z").await;
    let digest = it.lea.hears("Good morning").text;
    assert!(digest.contains("2 cases have nobody yet"), "{digest}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_safety_letter_her_chat_refuses_makes_an_urgent_case() {
    let it = told().await;
    it.amina.says(SOS).await;
    it.amina.presses(UNSAFE).await;
    it.world.telegram.fault(refuses(400, "Bad Request: never seen", it.amina.phone.id()));
    it.amina.presses("🤷 لا أعرف").await;
    let case = only(&it.world, CaseKind::Unreachable).await;
    assert_eq!(case.severity, Severity::Urgent);
    it.vera.hears("cannot be reached in Lazo");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_refusals_in_words_nobody_knows_are_a_chat_out_of_reach_and_one_is_not() {
    let it = told().await;
    it.tomas.says("uno").await;
    let unknown = |times| refuses(400, "Bad Request: never seen", it.amina.phone.id()).times(times);
    it.world.telegram.fault(unknown(1));
    it.tomas.says("dos").await;
    it.tomas.says("tres").await;
    it.amina.hears("tres");
    assert_eq!(cards(&it.vera), 0);
    it.world.telegram.fault(unknown(9));
    it.tomas.says("cuatro").await;
    assert_eq!(cards(&it.vera), 0);
    it.tomas.says("cinco").await;
    assert!(it.vera.hears("cannot be reached in Lazo").text.contains("Amina"));
    it.tomas.says("seis").await;
    it.world.telegram.clear_faults();
    it.amina.says("hola").await;
    it.amina.hears("seis");
}

/// Her phone shows her nothing of it, so she may well press before she writes.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_taken_for_out_of_reach_and_presses_is_there() {
    let it = told().await;
    it.amina.says("/menu").await;
    it.world.telegram.fault(refuses(400, "Bad Request: chat not found", it.amina.phone.id()).times(1));
    it.tomas.says("uno").await;
    it.tomas.says("dos").await;
    assert!(it.vera.hears("cannot be reached in Lazo").text.contains("Amina"));
    assert!(!it.amina.reads().iter().any(|line| line.contains("dos")));
    let button = it.amina.phone.last().unwrap().buttons[0][0].clone();
    it.amina.presses(&button.text).await;
    it.amina.hears("uno");
    it.amina.hears("dos");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_cannot_be_changed_is_shown_anew() {
    let it = told().await;
    it.amina.says(SOS).await;
    it.amina.presses(UNSAFE).await;
    let before = cards(&it.vera);
    let cannot = Fault::Refuse { code: 400, description: "Bad Request: no idea".into(), parameters: None };
    it.world.telegram.fault(Rule::new(cannot).on("editMessageText").in_chat(it.vera.phone.id()));
    it.amina.presses("✅ نعم").await;
    assert!(it.vera.hears("Case 1").text.contains("with the other person of the pair"));
    assert!(cards(&it.vera) > before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_and_supervised_copies_its_group_refuses_come_to_the_lead() {
    let it = told().await;
    let safe = safe(&it).await;
    it.world.telegram.fault(refuses(400, NO_RIGHTS, safe.id()));
    it.tomas.says("palabras feas").await;
    it.amina.says(SOS).await;
    it.amina.presses(REPORT).await;
    it.lea.hears("A reported message, case 1");
    it.lea.hears("palabras feas");
    let wrong = it.lea.hears("The safeguarding group did not take a message").text;
    assert!(wrong.contains("Lazo may not write there"), "{wrong}");
    it.world.telegram.clear_faults();
    it.world.minutes_pass(31).await;
    it.lea.hears("The safeguarding group works again");
    it.tomas.says("otras palabras").await;
    it.amina.says(SOS).await;
    it.amina.presses(REPORT).await;
    assert!(says(&safe, "otras palabras"));
    it.lea.never_hears("otras palabras");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_the_leads_chat_refuses_is_the_next_ones() {
    let it = told().await;
    it.world.telegram.fault(refuses(403, "Forbidden: whatever", it.lea.phone.id()));
    it.tomas.says("palabras feas").await;
    it.amina.says(SOS).await;
    it.amina.presses(REPORT).await;
    it.vera.hears("A reported message, case 1");
    it.vera.hears("palabras feas");
    let case = only(&it.world, CaseKind::Report).await;
    assert!(it.world.changes(async |tx, _| tx.report_is_read(case.id).await.unwrap()).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_contact_gets_what_the_team_cannot() {
    let it = told().await;
    let nora = it.world.joined("Nora", Role::Mentor).await;
    it.world
        .changes(async |tx, _| {
            tx.set_contact(it.world.programme(), 1, &Contact::Person(nora.id)).await.unwrap();
        })
        .await;
    for friend in [&it.vera, &it.lea] {
        it.world.telegram.fault(refuses(403, "Forbidden: whatever", friend.phone.id()));
    }
    it.opens(CaseKind::Unsafe).await;
    assert!(
        nora.reads().iter().any(|text| text.contains("Alguien no se siente a salvo")),
        "{:?}",
        nora.reads()
    );
}

/// Words of every sort: Telegram's own for other things, in other cases, and none that anybody has seen.
const WORDS: [&str; 12] = [
    "Bad Request: message thread not found",
    "Bad Request: TOPIC_CLOSED",
    "Bad Request: message is not modified",
    "bad request: QUERY IS TOO OLD and response timeout expired",
    "Bad Request: message to be replied not found",
    "Bad Request: MESSAGE_ID_INVALID",
    "Bad Request: message to copy not found",
    "Bad Request: VOICE_MESSAGES_FORBIDDEN",
    "Bad Request: CHAT_WRITE_FORBIDDEN",
    "Bad Request: user not found",
    "BAD REQUEST: NOT ENOUGH RIGHTS",
    "whatever",
];

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_code_and_the_words_an_urgent_card_has_a_reader_and_her_chat_is_out_of_reach() {
    for (words, code) in WORDS.iter().zip([400, 402, 403, 405, 406, 418].into_iter().cycle()) {
        let it = told().await;
        it.world.telegram.fault(refuses(code, words, it.vera.phone.id()));
        it.opens(CaseKind::Unsafe).await;
        assert!(it.lea.hears("Case 1").text.contains("Amina"), "{code} {words}");
        it.lea.hears("Somebody of the team cannot be reached");
        let reach = it.world.changes(async |tx, _| tx.person(it.vera.id).await.unwrap().unwrap().reach).await;
        assert_ne!(reach, Reach::Reachable, "{code} {words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_code_and_the_words_a_safety_letter_that_is_refused_is_an_urgent_case() {
    // That what stands there says so already is no refusal.
    let refusals = WORDS.iter().filter(|words| !words.contains("not modified"));
    for (words, code) in refusals.zip([403, 400, 451, 410].into_iter().cycle()) {
        let it = told().await;
        it.amina.says(SOS).await;
        it.amina.presses(UNSAFE).await;
        it.world.telegram.fault(refuses(code, words, it.amina.phone.id()));
        it.amina.presses("🤷 لا أعرف").await;
        it.vera.hears("cannot be reached in Lazo");
        let case = only(&it.world, CaseKind::Unreachable).await;
        assert_eq!(case.severity, Severity::Urgent, "{code} {words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_the_code_and_the_words_a_card_its_group_refuses_is_in_a_private_chat() {
    for (words, code) in WORDS.iter().zip([400, 403, 418].into_iter().cycle()) {
        let it = told().await;
        let team = team(&it).await;
        it.world.telegram.fault(refuses(code, words, team.id()));
        it.opens(CaseKind::Missed).await;
        assert!(it.vera.hears("Case 1").text.contains("Amina"), "{code} {words}");
        assert!(it.lea.hears("The team’s group did not take a case").text.len() > 1, "{code} {words}");
        it.world.hours_pass(2).await;
        assert_eq!(times(&it.lea, "group works again"), 0, "{code} {words}: it refuses still");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_that_takes_a_line_and_no_card_is_not_said_to_work() {
    let it = told().await;
    let team = team(&it).await;
    let group = ChatId(team.id());
    let refused = async || {
        it.world.changes(async |tx, now| cases::refuses(tx, group, Hitch::Unknown, now).await.unwrap()).await;
        it.world.settles().await;
    };
    refused().await;
    for _ in 0..3 {
        it.world.changes(async |tx, now| cases::works(tx, group, now).await.unwrap()).await;
        it.world.minutes_pass(5).await;
        refused().await;
        assert_eq!((times(&it.lea, "did not take"), times(&it.lea, "group works again")), (1, 0));
    }
    it.world.minutes_pass(45).await;
    assert_eq!((times(&it.lea, "did not take"), times(&it.lea, "group works again")), (1, 1));
}
