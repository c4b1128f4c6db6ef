//! Every answer to every call: what becomes of the letter and what follows, held against the table in the code. What is not
//! tried again ends in somebody's hands, but for what nobody waits for.

use chrono::{DateTime, TimeDelta, Utc};
use lazo::courier::verdict::outcome;
use lazo::domain::help::HelpLetter;
use lazo::domain::id::{CaseId, ChatId, LetterId, MessageId, PersonId, RoomId, SourceId};
use lazo::domain::lang::Lang;
use lazo::domain::letter::{Letter, Rank};
use lazo::domain::zone::Tz;
use lazo::handlers::follows::{Follows, follows};
use lazo::store::{Carried, Errand, Leased, Reader};
use lazo::telegram::Refused;
use lazo::telegram::refusal::{Parameters, classify};

const HER: ChatId = ChatId(11);
const GROUP: ChatId = ChatId(-7);

/// What is asked for, where, and about what.
struct Asked {
    what: Leased,
    lane: ChatId,
    case: bool,
    room: bool,
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
        conversation: None,
        case: asked.case.then_some(CaseId(1)),
        room: asked.room.then_some(RoomId(1)),
        thread: None,
        attempts,
        queued_at: DateTime::UNIX_EPOCH,
        until: None,
        maybe_duplicate: false,
        sound: lazo::store::Sound::Usual,
        reader: Reader {
            lang: Lang::source(),
            fallback: Lang::source(),
            zone: Tz::UTC,
            role: None,
            standing: None,
            programme: String::new(),
            both_sides: false,
            switcher: None,
        },
    }
}

/// Every call a letter can become, by its method, where it can end differently more than once.
fn calls() -> Vec<(&'static str, Asked)> {
    let words = || Letter::from(HelpLetter::Sorry);
    let copy = || Leased::Copy {
        source: Some(SourceId(1)),
        from: ChatId(22),
        message: MessageId(1),
        reply_to: None,
        protect: false,
    };
    let album =
        Leased::Album { source: SourceId(1), from: ChatId(22), parts: vec![MessageId(1)], protect: false };
    let edit = Leased::Edit { of: LetterId(1), copy: None, from: ChatId(22), message: MessageId(1) };
    let her = |what| Asked { what, lane: HER, case: false, room: false };
    let about = |what, lane| Asked { what, lane, case: true, room: false };
    let room = |what| Asked { what, lane: GROUP, case: false, room: true };
    vec![
        ("sendMessage, hers", her(Leased::Write(words()))),
        ("sendMessage, a card of hers", about(Leased::Write(words()), HER)),
        ("sendMessage, a card in the group", about(Leased::Write(words()), GROUP)),
        ("sendMessage, in a room", room(Leased::Write(words()))),
        ("editMessageText, hers", her(Leased::Rewrite(MessageId(1), words()))),
        ("editMessageText, a card of hers", about(Leased::Rewrite(MessageId(1), words()), HER)),
        ("editMessageText, a card in the group", about(Leased::Rewrite(MessageId(1), words()), GROUP)),
        ("editMessageReplyMarkup", her(Leased::Clear(MessageId(1)))),
        ("copyMessage, to her", her(copy())),
        ("copyMessage, to a room", room(copy())),
        ("copyMessages", her(album)),
        ("editMessageText/Caption/Media, a copy", her(edit)),
        ("setMessageReaction", her(Leased::React(MessageId(1), None))),
        ("deleteMessages", her(Leased::Delete(vec![MessageId(1)], Some(ChatId(22))))),
        ("answerCallbackQuery", her(Leased::Toast("q".to_owned(), None))),
        ("createForumTopic, a case's", about(Leased::Topic, GROUP)),
        ("createForumTopic, a room's", room(Leased::Room(words()))),
        ("createForumTopic, in her chat", her(Leased::Room(words()))),
        ("deleteForumTopic", room(Leased::Topic)),
        ("setMyCommands", her(Leased::Commands)),
        ("getChatMember", about(Leased::Look(HER), GROUP)),
        ("leaveChat", Asked { what: Leased::Leave, lane: GROUP, case: false, room: false }),
    ]
}

/// Every class of answer; of the last one it is the three hundredth.
fn answers() -> Vec<(&'static str, Refused, i64)> {
    let says = |code, words| classify(code, words, &Parameters::default());
    let wait = Parameters { retry_after: Some(3), ..Parameters::default() };
    vec![
        ("400", says(400, "Bad Request: SOMETHING_NEW"), 1),
        ("403", says(403, "Forbidden: SOMETHING_NEW"), 1),
        ("403 blocked", says(403, "Forbidden: bot was blocked by the user"), 1),
        ("413", says(413, "Request Entity Too Large"), 1),
        ("418", says(418, "I am something new"), 1),
        ("no method", says(404, "Not Found: method not found"), 1),
        ("401", says(401, "Unauthorized"), 1),
        ("404", says(404, "Not Found"), 1),
        ("409", says(409, "Conflict"), 1),
        ("429", classify(429, "Too Many Requests", &wait), 1),
        ("500", says(500, "Internal Server Error"), 1),
        ("a page", Refused::Transient, 1),
        ("no answer", Refused::Perhaps, 1),
        ("for a day", Refused::Transient, 300),
    ]
}

fn cell(asked: &Asked, (why, attempts): (&Refused, i64), now: DateTime<Utc>) -> String {
    let errand = errand(asked, attempts);
    let carried = outcome(&errand, why, now);
    let what = match carried {
        Carried::Later(..) => "later",
        Carried::Held => "held",
        Carried::Withdrawn => "withdrawn",
        Carried::Failed(_) => "failed",
        Carried::Sent(_) | Carried::Album(_) | Carried::Topic(_) | Carried::Looked(_) => "sent",
    };
    let follows = follows(&errand, why, &carried);
    // Whatever the words: what is over has somebody who hears of it, or nobody waits for it.
    assert_eq!(matches!(carried, Carried::Later(..)), follows == Follows::Again, "{what} {follows:?}");
    if follows == Follows::Again {
        return "later".to_owned();
    }
    if let Follows::ForGood(_) = follows { format!("{what} ForGood") } else { format!("{what} {follows:?}") }
}

#[test]
fn what_follows_from_every_answer_to_every_call() {
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(2);
    let rows = calls().into_iter().map(|(call, asked)| {
        let mut cells: Vec<(String, Vec<&str>)> = Vec::new();
        for (answer, why, attempts) in answers() {
            let cell = cell(&asked, (&why, attempts), now);
            match cells.iter_mut().find(|(known, _)| *known == cell) {
                Some((_, answers)) => answers.push(answer),
                None => cells.push((cell, vec![answer])),
            }
        }
        let cells = cells.iter().map(|(cell, answers)| format!("    {}: {cell}\n", answers.join(", ")));
        format!("{call}\n{}", cells.collect::<Vec<_>>().concat())
    });
    let table = rows.collect::<Vec<_>>().concat();
    assert!(table == TABLE, "the code's table is:\n{table}");
}

const TABLE: &str = "\
sendMessage, hers
    400, 403, 413, 418, no method: failed ForGood
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
sendMessage, a card of hers
    400, 403, 413, 418, no method: failed ForGood
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
sendMessage, a card in the group
    400, 403, 413, 418, no method: failed ForGood
    403 blocked: withdrawn GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
sendMessage, in a room
    400, 403, 413, 418, no method: held ForGood
    403 blocked: held GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
editMessageText, hers
    400, 403, 413, 418, no method: failed ForGood
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
editMessageText, a card of hers
    400, 403, 413, 418, no method: failed ForGood
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
editMessageText, a card in the group
    400, 403, 413, 418, no method: failed CardAgain
    403 blocked: withdrawn GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
editMessageReplyMarkup
    400, 403, 413, 418, no method, for a day: failed Nothing
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
copyMessage, to her
    400, 413, 418, no method: failed ForGood
    403: held ForGood
    403 blocked: held OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
copyMessage, to a room
    400, 413, 418, no method: failed ForGood
    403: held ForGood
    403 blocked: held GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
copyMessages
    400, 413, 418, no method: failed ForGood
    403: held ForGood
    403 blocked: held OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
editMessageText/Caption/Media, a copy
    400, 403, 413, 418, no method: failed FreshCopy
    403 blocked: held OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed NotCorrected
setMessageReaction
    400, 403, 413, 418, no method, for a day: failed Nothing
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
deleteMessages
    400, 403, 413, 418, no method, for a day: failed NotTakenBack
    403 blocked: held OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
answerCallbackQuery
    400, 403, 413, 418, no method, for a day: failed Nothing
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
createForumTopic, a case's
    400, 403, 413, 418, no method: failed CaseTopic
    403 blocked: withdrawn GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
createForumTopic, a room's
    400, 403, 413, 418, no method: failed RoomTopic
    403 blocked: withdrawn GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
    for a day: failed GivenUp
createForumTopic, in her chat
    400, 403, 413, 418, no method, for a day: failed PrivateTopic
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
deleteForumTopic
    400, 403, 413, 418, no method, for a day: failed RoomTopic
    403 blocked: withdrawn GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
setMyCommands
    400, 403, 413, 418, no method, for a day: failed Nothing
    403 blocked: withdrawn OutOfReach(Blocked)
    401, 404, 409, 429, 500, a page, no answer: later
getChatMember
    400, 403, 413, 418, no method, for a day: failed NobodyKnows
    403 blocked: withdrawn GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
leaveChat
    400, 403, 413, 418, no method, for a day: failed Nothing
    403 blocked: withdrawn GroupLost
    401, 404, 409, 429, 500, a page, no answer: later
";
