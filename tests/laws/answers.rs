//! Every answer to every call, as it is made in production: what becomes of the letter and what follows, held against a table
//! that is read by people (`tests/data/answers.txt`). What is not tried again ends in somebody's hands, but for what nobody
//! waits for; what is tried again at once has changed something before.

use crate::canned::{Answer, Canned, named_in_sources};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::bot::{self, Parts};
use lazo::clock::Clock;
use lazo::courier;
use lazo::courier::verdict::outcome;
use lazo::domain::heard::{Content, Correction, Kind};
use lazo::domain::help::HelpLetter;
use lazo::domain::id::{CaseId, ChatId, ConversationId, LetterId, MessageId, PersonId, RoomId, SourceId};
use lazo::domain::lang::Lang;
use lazo::domain::letter::{Letter, Rank};
use lazo::domain::zone::Tz;
use lazo::handlers::follows::{Follows, follows};
use lazo::limits::Limits;
use lazo::store::{Carried, Errand, IN_MEMORY, Leased, Reader, Sound};
use lazo::telegram::listen::Poller;
use lazo::telegram::refusal::{Concerns, Parameters, classify, texts};
use lazo::telegram::send::{Said, carry};
use lazo::telegram::{Api, Refused, Token, profile};
use lazo::words::Words;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

const HER: ChatId = ChatId(11);
const GROUP: ChatId = ChatId(-7);
const TOKEN: &str = "7000000001:an-emulated-token-of-a-bot";

/// More answers with one end are not named.
const FEW: usize = 12;

/// What is asked for, where, and about what.
#[derive(Clone)]
struct Asked {
    /// What it is; the method that is answered comes first.
    call: &'static str,
    what: Leased,
    said: Said,
    lane: ChatId,
    case: bool,
    room: bool,
    thread: Option<i64>,
}

fn reader() -> Reader {
    Reader {
        lang: Lang::source(),
        fallback: Lang::source(),
        zone: Tz::UTC,
        role: None,
        standing: None,
        programme: String::new(),
        both_sides: false,
        switcher: None,
    }
}

fn errand(asked: &Asked, attempts: i64) -> Errand {
    Errand {
        id: LetterId(1),
        lane: asked.lane,
        person: (asked.lane.0 > 0).then_some(PersonId(1)),
        header: None,
        not_before: DateTime::UNIX_EPOCH,
        rank: Rank::Answer as i64,
        what: asked.what.clone(),
        reply_to: None,
        conversation: (asked.lane.0 > 0 && asked.thread.is_some()).then_some(ConversationId(1)),
        case: asked.case.then_some(CaseId(1)),
        room: asked.room.then_some(RoomId(1)),
        thread: asked.thread,
        attempts,
        queued_at: DateTime::UNIX_EPOCH,
        until: None,
        maybe_duplicate: false,
        sound: Sound::Usual,
        reader: reader(),
    }
}

impl Asked {
    fn hers(call: &'static str, what: Leased, said: Said) -> Self {
        Self { call, what, said, lane: HER, case: false, room: false, thread: None }
    }

    fn about_a_case(self, call: &'static str, lane: ChatId) -> Self {
        Self { call, lane, case: true, ..self }
    }

    fn in_a_room(self, call: &'static str) -> Self {
        Self { call, lane: GROUP, room: true, ..self }
    }

    fn in_topic(self, call: &'static str) -> Self {
        Self { call, thread: Some(5), ..self }
    }
}

fn copy(reply_to: Option<MessageId>) -> Leased {
    Leased::Copy {
        source: Some(SourceId(1)),
        from: ChatId(22),
        message: MessageId(1),
        reply_to,
        protect: false,
    }
}

fn album() -> Leased {
    Leased::Album { source: SourceId(1), from: ChatId(22), parts: vec![MessageId(1)], protect: false }
}

/// Every call a letter can become, where it can end differently more than once.
fn calls(words: &Words) -> Vec<Asked> {
    let letter = || Letter::from(HelpLetter::Sorry);
    let screen = |pinned, picture| {
        let screen = words.screen(&letter(), &reader(), DateTime::UNIX_EPOCH);
        Said::Screen(Box::new(lazo::words::Screen { pinned, picture, ..screen }))
    };
    let said = || screen(None, None);
    let topic = || Said::Topic("Topic".to_owned());
    let text = Content { words: "words".to_owned(), ..Content::default() };
    let correction = Correction { kind: Kind::Text, content: text, new_file: false };
    let edit = |copy| Leased::Edit { of: LetterId(1), copy, from: ChatId(22), message: MessageId(1) };
    let write = Asked::hers("sendMessage, hers", Leased::Write(letter()), said());
    let change = Asked::hers("editMessageText, hers", Leased::Rewrite(MessageId(1), letter()), said());
    let relayed = Asked::hers("copyMessage, to her", copy(None), Said::Nothing);
    let make = Asked::hers("createForumTopic, in her chat", Leased::Room(letter()), topic());
    let close = Asked::hers("", Leased::Topic, topic());
    let other = |call, what| Asked::hers(call, what, Said::Nothing);
    vec![
        write.clone().in_topic("sendMessage, in a topic of her chat"),
        write.clone().about_a_case("sendMessage, a card of hers", HER),
        write.clone().about_a_case("sendMessage, a card in the group", GROUP),
        write.clone().about_a_case("", GROUP).in_topic("sendMessage, a card in its topic"),
        write.clone().in_a_room("sendMessage, in a room"),
        write.clone().in_a_room("").in_topic("sendMessage, in a room's topic"),
        Asked { call: "sendMessage, in a group", lane: GROUP, ..write.clone() },
        Asked { call: "sendPhoto", said: screen(None, Some(vec![1])), ..write.clone() },
        Asked { call: "pinChatMessage", said: screen(Some(true), None), ..write.clone() },
        write,
        Asked { call: "unpinChatMessage", said: screen(Some(false), None), ..change.clone() },
        change.clone().about_a_case("editMessageText, a card of hers", HER),
        change.clone().about_a_case("editMessageText, a card in the group", GROUP),
        change.clone().about_a_case("", GROUP).in_topic("editMessageText, a card in its topic"),
        change,
        other("editMessageReplyMarkup", Leased::Clear(MessageId(1))),
        relayed.clone().in_topic("copyMessage, to her, in a topic"),
        Asked {
            call: "copyMessage, to her, as an answer",
            what: copy(Some(MessageId(3))),
            ..relayed.clone()
        },
        relayed.clone().in_a_room("copyMessage, to a room"),
        relayed.clone().in_a_room("").in_topic("copyMessage, to a room's topic"),
        relayed,
        other("copyMessages", album()),
        Asked::hers(
            "editMessageText, a copy",
            edit(Some(MessageId(5))),
            Said::Correction(Box::new(correction)),
        ),
        other("setMessageReaction", Leased::React(MessageId(1), None)),
        other("deleteMessages", Leased::Delete(vec![MessageId(1)], Some(ChatId(22)))),
        other("answerCallbackQuery", Leased::Toast("q".to_owned(), None)),
        close.clone().about_a_case("createForumTopic, a case's", GROUP),
        close.clone().about_a_case("", GROUP).in_topic("closeForumTopic"),
        make.clone().in_a_room("createForumTopic, a room's"),
        make,
        close.in_a_room("").in_topic("deleteForumTopic"),
        Asked::hers("setMyCommands", Leased::Commands, Said::Commands(vec![("help", "Help".to_owned())])),
        other("getChatMember", Leased::Look(HER)).about_a_case("getChatMember", GROUP),
        Asked { lane: GROUP, ..other("leaveChat", Leased::Leave) },
    ]
}

fn refusal(code: u16, words: &str, parameters: &Value) -> Answer {
    let body = json!({ "ok": false, "error_code": code, "description": words, "parameters": parameters });
    Answer::Says(code, body.to_string())
}

/// Every class of answer, and every text that is known: its name, and which try it is.
fn answers() -> Vec<(String, Answer, i64)> {
    let plain = |code, words: &str| refusal(code, words, &json!({}));
    let wait = |seconds: u64| refusal(429, "Too Many Requests", &json!({ "retry_after": seconds }));
    let moved =
        |to: i64| refusal(400, "Bad Request: group chat was upgraded", &json!({ "migrate_to_chat_id": to }));
    let page = |status| Answer::Says(status, "<html>a proxy</html>".to_owned());
    let unread = || Answer::Says(200, json!({ "ok": true, "result": { "unknown": 1 } }).to_string());
    let half = || Answer::Says(200, "{\"ok\":true,\"result\":{\"mess".to_owned());
    let mut all = vec![
        ("400".to_owned(), plain(400, "Bad Request: SOMETHING_NEW"), 1),
        ("403".to_owned(), plain(403, "Forbidden: SOMETHING_NEW"), 1),
        ("413".to_owned(), plain(413, "Request Entity Too Large"), 1),
        ("413 page".to_owned(), page(413), 1),
        ("418".to_owned(), plain(418, "I am something new"), 1),
        ("401".to_owned(), plain(401, "Unauthorized"), 1),
        ("404".to_owned(), plain(404, "Not Found"), 1),
        ("404 method".to_owned(), plain(404, "Not Found: method not found"), 1),
        ("409".to_owned(), plain(409, "Conflict: terminated by other getUpdates request"), 1),
        ("409 webhook".to_owned(), plain(409, "Conflict: can't use getUpdates while webhook is active"), 1),
        ("429".to_owned(), wait(3), 1),
        ("429 for a day".to_owned(), wait(86_400), 1),
        ("429 for ages".to_owned(), wait(10_u64.pow(13)), 1),
        ("429 for ever".to_owned(), wait(u64::MAX), 1),
        ("429 unsaid".to_owned(), plain(429, "Too Many Requests"), 1),
        ("429 page".to_owned(), page(429), 1),
        ("moved".to_owned(), moved(-9), 1),
        ("moved to a person".to_owned(), moved(9), 1),
        ("moved to where it is".to_owned(), moved(GROUP.0), 1),
        ("500".to_owned(), plain(500, "Internal Server Error"), 1),
        ("302 page".to_owned(), page(302), 1),
        ("502 page".to_owned(), page(502), 1),
        ("no answer".to_owned(), Answer::Nothing, 1),
        ("half".to_owned(), half(), 1),
        ("unread".to_owned(), unread(), 1),
        ("no answer, thrice".to_owned(), Answer::Nothing, 3),
        ("500 for a day".to_owned(), plain(500, "Internal Server Error"), 300),
        ("no answer for a day".to_owned(), Answer::Nothing, 300),
        ("401 for a day".to_owned(), plain(401, "Unauthorized"), 300),
    ];
    for text in texts() {
        let known = classify(403, text, &Parameters::default());
        let code = if known == classify(403, "", &Parameters::default()) { 400 } else { 403 };
        all.push((text.to_owned(), plain(code, text), 1));
    }
    all
}

/// What the answers come to, one line for each end; that of most answers comes last.
fn lines(call: &str, ends: Vec<(String, String)>) -> String {
    let mut cells: Vec<(String, Vec<String>)> = Vec::new();
    for (answer, end) in ends {
        match cells.iter_mut().find(|(known, _)| *known == end) {
            Some((_, answers)) => answers.push(answer),
            None => cells.push((end, vec![answer])),
        }
    }
    let most = cells.iter().map(|(_, answers)| answers.len()).max().filter(|most| *most > FEW);
    let is_most = |it: &(String, Vec<String>)| Some(it.1.len()) == most;
    let (rest, some): (Vec<_>, Vec<_>) = cells.into_iter().partition(is_most);
    let some = some.iter().map(|(end, answers)| format!("    {end}: {}\n", answers.join(", ")));
    let rest = rest.iter().map(|(end, _)| format!("    {end}: whatever else\n"));
    format!("{call}\n{}", some.chain(rest).collect::<String>())
}

/// How a call ends that came back so.
fn end(errand: &Errand, result: Result<Carried, Refused>, now: DateTime<Utc>) -> String {
    let named = |carried: &Carried| match carried {
        Carried::Later(..) => "later".to_owned(),
        Carried::Held => "held".to_owned(),
        Carried::Withdrawn => "withdrawn".to_owned(),
        Carried::Failed(_) => "failed".to_owned(),
        Carried::Sent(Some(_)) => "sent".to_owned(),
        Carried::Sent(None) => "sent, without a number".to_owned(),
        Carried::Album(_) => "sent, without numbers".to_owned(),
        Carried::Topic(_) => "made".to_owned(),
        Carried::Looked(presence) => format!("looked: {presence:?}"),
    };
    let why = match result {
        Ok(carried) => return named(&carried),
        Err(why) => why,
    };
    let carried = outcome(errand, &why, now);
    let follows = follows(errand, &why, &carried);
    law(errand, (&why, &carried), follows, now);
    match (follows, &carried) {
        (Follows::Again, Carried::Later(at, _)) => match (*at - now).num_seconds() {
            0..=5 => "again soon".to_owned(),
            6..=600 => "again within minutes".to_owned(),
            _ => "again when it is asked to".to_owned(),
        },
        (Follows::ForGood(class), _) => {
            let about = class.concerns(&errand.what, errand.thread.is_some());
            format!("{}: ForGood, about the {about:?}", named(&carried))
        }
        _ => format!("{}: {follows:?}", named(&carried)),
    }
}

/// Whatever the words: what is over has somebody who hears of it, or nobody waits for it; what is tried at once has changed
/// something before; and nothing waits longer than what is held.
fn law(errand: &Errand, (why, carried): (&Refused, &Carried), follows: Follows, now: DateTime<Utc>) {
    let shown = format!("{errand:?} {why:?} {carried:?} {follows:?}");
    let mends = matches!(
        follows,
        Follows::Moved(_) | Follows::TopicAgain | Follows::RoomTopic | Follows::PrivateTopic
    );
    match carried {
        Carried::Later(at, _) => {
            assert!(follows == Follows::Again || mends, "{shown}");
            assert_eq!(*at <= now, mends, "at once means that something was changed: {shown}");
            assert!(*at - now <= TimeDelta::days(7), "{shown}");
        }
        Carried::Sent(_)
        | Carried::Album(_)
        | Carried::Topic(_)
        | Carried::Looked(_)
        | Carried::Held
        | Carried::Withdrawn
        | Carried::Failed(_) => assert_ne!(follows, Follows::Again, "{shown}"),
    }
    let ornament = matches!(
        errand.what,
        Leased::Clear(_) | Leased::React(..) | Leased::Toast(..) | Leased::Commands | Leased::Leave
    );
    assert!(follows != Follows::Nothing || ornament, "{shown}");
    if let (Follows::ForGood(class), Leased::Write(_) | Leased::Copy { .. }) = (follows, &errand.what) {
        // What is about a topic is mended; nobody is told of it.
        assert_ne!(class.concerns(&errand.what, errand.thread.is_some()), Concerns::Topic, "{shown}");
    }
    if let Follows::Moved(to) = follows {
        assert!(errand.lane.0 < 0 && to.0 < 0 && to != errand.lane, "{shown}");
    }
}

fn api(server: &Canned) -> Api {
    Api::new(&server.url, Token::new(TOKEN).unwrap()).unwrap()
}

/// What letters become.
async fn letters(server: &Canned, words: &Words, called: &mut BTreeSet<String>) -> String {
    let (api, now) = (api(server), DateTime::UNIX_EPOCH + TimeDelta::days(20_000));
    let mut table = String::new();
    for asked in calls(words) {
        let method = asked.call.split(',').next().unwrap();
        let mut ends = Vec::new();
        for (name, answer, attempts) in answers() {
            server.answers(method, &answer);
            let errand = errand(&asked, attempts);
            let result = carry(&api, &errand, &asked.said, true).await;
            let methods = server.asked();
            assert!(methods.contains(&method.to_ascii_lowercase()), "{}: {methods:?}", asked.call);
            called.extend(methods);
            ends.push((name, end(&errand, result, now)));
        }
        table += &lines(asked.call, ends);
    }
    table
}

/// What follows where no letter is carried: listening, and how the bot presents itself.
async fn others(server: &Canned, words: &Arc<Words>, called: &mut BTreeSet<String>) -> String {
    let api = api(server);
    let once = || answers().into_iter().filter(|(.., attempts)| *attempts == 1);
    let webhook = refusal(409, "Conflict: can't use getUpdates while webhook is active", &json!({}));
    let mut ends: Vec<Vec<(String, String)>> = vec![Vec::new(); 6];
    for (name, answer, _) in once() {
        let mut poller = Poller::default();
        server.answers("getUpdates", &answer);
        let page = poller.page(&api, 0).await;
        ends[0].push((
            name.clone(),
            page.map_or_else(|why| format!("{why:?}"), |page| format!("{} updates", page.len())),
        ));
        server.answers("getMe", &answer);
        let parts = Parts {
            database: IN_MEMORY.to_owned(),
            api: server.url.clone(),
            token: Token::new(TOKEN).unwrap(),
            clock: Clock::default(),
            carrying: courier::Settings::default(),
            words: Some(words.clone()),
            limits: Limits::default(),
        };
        let start = bot::start(parts).await.err().expect("it does not know its name");
        ends[1].push((name.clone(), format!("{start:?}")));
        ends[2]
            .push((name.clone(), format!("topics: {:?}", profile::has_topics(&api).await.unwrap_or(false))));
        server.answers("setMyCommands", &answer);
        called.extend(server.asked());
        profile::present(api.clone(), words.clone()).await;
        let asked = server.asked();
        ends[3].push((
            name.clone(),
            format!("each of the others is tried: {}", asked.len() == 2 * words.languages().len()),
        ));
        called.extend(asked);
        server.answers("getWebhookInfo", &answer);
        ends[4].push((name.clone(), format!("check says {:?}", profile::webhook(&api).await)));
        called.extend(server.asked());
        // The next poll finds out whether it was taken away.
        server.answers("deleteWebhook", &answer);
        server.answers_too("getUpdates", &webhook);
        let page = Poller::default().page(&api, 0).await.map(|page| page.len());
        ends[5].push((name, format!("{page:?}")));
        let asked = server.asked();
        assert_eq!(asked, ["getupdates", "deletewebhook"]);
        called.extend(asked);
    }
    let names = [
        "getUpdates",
        "getMe, at the first start",
        "getMe, where topics in private chats are wished for",
        "setMyCommands, at the start",
        "getWebhookInfo",
        "deleteWebhook",
    ];
    names.into_iter().zip(ends).map(|(name, ends)| lines(name, ends)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_follows_from_every_answer_to_every_call() {
    let (server, words) = (Canned::start().await, Arc::new(Words::load().unwrap()));
    let mut called = BTreeSet::new();
    let table = letters(&server, &words, &mut called).await + &others(&server, &words, &mut called).await;
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/answers.txt");
    let wanted = std::fs::read_to_string(file).unwrap_or_default();
    assert!(table == wanted, "the code's table is:\n{table}");
    // A method the bot learns to call is noticed here. Two are other kinds of the same correction.
    let mut named = named_in_sources();
    named.retain(|it| !["editmessagecaption", "editmessagemedia"].contains(&it.as_str()));
    assert_eq!(called, named);
}
