//! Whatever Telegram says when it refuses, nothing that somebody must read ends without a reader: words for a chat are about
//! that chat, and only Telegram's own words for what was asked are about less.

use lazo::domain::heard::What;
use lazo::domain::help::HelpLetter;
use lazo::domain::id::{ChatId, MessageId};
use lazo::domain::letter::Letter;
use lazo::store::Leased;
use lazo::telegram::Refused;
use lazo::telegram::refusal::{Concerns, Never, Parameters, classify, texts};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;
use serde_json::value::RawValue;

/// Any text, and Telegram's own with other words around them, in any case.
fn said() -> impl Strategy<Value = String> {
    let known: Vec<&'static str> = texts().collect();
    let around = ("[A-Za-z:, ]{0,12}", select(known), "[A-Za-z:,. ]{0,12}", any::<u64>());
    let known = around.prop_map(|(before, text, after, case)| {
        let odd = |(at, c): (usize, char)| {
            if case >> (at % 64) & 1 == 1 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() }
        };
        let text: String = text.chars().enumerate().map(odd).collect();
        format!("{before}{text}{after}")
    });
    prop_oneof![any::<String>(), known]
}

fn words() -> Leased {
    Leased::Write(Letter::from(HelpLetter::Sorry))
}

fn copy() -> Leased {
    Leased::Copy { source: None, from: ChatId(1), message: MessageId(1), reply_to: None, protect: true }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn words_that_are_refused_are_the_chats_whatever_is_said(code in 400_u16..500, text in said()) {
        match classify(code, &text, &Parameters::default()) {
            // The chat is out of reach at once.
            Refused::Blocked | Refused::Gone | Refused::Closed => prop_assert!(matches!(code, 400 | 403)),
            // It is tried again.
            Refused::Later(_) => prop_assert_eq!(code, 429),
            Refused::Configuration(_) => prop_assert!(matches!(code, 401 | 404 | 409)),
            Refused::Never(class) => {
                prop_assert_eq!(class.concerns(&words(), false), Concerns::Chat, "{:?}", class);
                let in_topic = class.concerns(&words(), true);
                let topics = matches!(class, Never::TopicGone | Never::NoForum);
                prop_assert_eq!(in_topic, if topics { Concerns::Topic } else { Concerns::Chat });
                prop_assert_ne!(class.concerns(&copy(), false), Concerns::Nothing, "a copy is there, or it is not");
            }
            Refused::Moved(_) | Refused::Transient | Refused::Perhaps | Refused::Unread => {
                prop_assert!(false, "{code} is an answer, and a final one");
            }
        }
    }

    #[test]
    fn telegrams_words_mean_the_same_in_whatever_case(text in select(texts().collect::<Vec<_>>()), code in select(vec![400_u16, 403])) {
        let as_it_is = classify(code, text, &Parameters::default());
        for said in [text.to_uppercase(), text.to_lowercase(), format!("Bad Request: {text}.")] {
            prop_assert_eq!(classify(code, &said, &Parameters::default()), as_it_is.clone(), "{}", said);
        }
    }
}

/// What an update says, if it is one.
fn heard(update: &serde_json::Value) -> Option<What> {
    lazo::telegram::read::update(&RawValue::from_string(update.to_string()).unwrap()).map(|heard| heard.what)
}

#[test]
fn only_a_group_moves_and_only_to_another_group() {
    let says = |chat: i64, sort: &str, to: i64| {
        heard(
            &json!({ "update_id": 1, "message": { "message_id": 1, "date": 1, "chat": { "id": chat, "type": sort },
            "migrate_to_chat_id": to } }),
        )
    };
    assert!(matches!(says(-7, "group", -1_009), Some(What::Moved { to: ChatId(-1_009) })));
    for (chat, sort, to) in
        [(7, "private", -1_009), (-7, "group", 9), (-7, "group", -7), (-7, "channel", -1_009)]
    {
        assert!(!matches!(says(chat, sort, to), Some(What::Moved { .. })), "{chat} {sort} {to}");
    }
}

#[test]
fn a_place_in_a_chat_of_a_kind_that_nobody_knows_is_no_groups_place() {
    let place = |sort: &str| {
        heard(
            &json!({ "update_id": 1, "my_chat_member": { "chat": { "id": -7, "type": sort }, "from": { "id": 7 },
            "date": 1, "new_chat_member": { "status": "administrator" } } }),
        )
    };
    assert!(matches!(place("group"), Some(What::GroupPlace(_))));
    assert!(matches!(place("supergroup"), Some(What::GroupPlace(_))));
    assert!(matches!(place("community"), Some(What::Nothing)));
}

/// One more would begin again below, and Telegram would drop what waits.
#[test]
fn an_update_whose_number_cannot_be_confirmed_is_none() {
    for (number, is_one) in
        [(0, true), (i64::MAX - 1, true), (i64::MAX, false), (-1, false), (i64::MIN, false)]
    {
        assert_eq!(heard(&json!({ "update_id": number })).is_some(), is_one, "{number}");
    }
}
