//! Where a message goes: the one rule, of spec relay §3 in its order. Handlers gather the facts and do what it says.

use super::dialogue::Asks;
use super::id::ConversationId;
use super::which::{Current, Whither, whither};
use chrono::{DateTime, Utc};

/// What a message answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It is no reply.
    No,
    /// A message of a pair's, or what the bot said in it.
    Pair(ConversationId),
    /// A message of a talk with a team. `own`: she is the one whose talk it is, not of the team.
    Talk {
        /// That talk.
        id: ConversationId,
        /// The talk is hers.
        own: bool,
    },
    /// A question of the bot's.
    Question(Asks),
    /// Something else that the bot said, which belongs nowhere.
    Bot,
    /// A message nobody knows: never guessed.
    Unknown,
}

/// Where a message was written, in a private chat with topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// In none.
    No,
    /// In the topic of this conversation.
    Of(ConversationId),
    /// In one that is not the bot's: she meant something by it, not what.
    Hers,
}

/// All that decides where a message goes.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Where the other parts of its album went: into a pair or a talk.
    pub album: Option<Reply>,
    /// What it answers.
    pub reply: Reply,
    /// Where it was written.
    pub topic: Topic,
    /// Since when her words are for the team: she pressed 🆘, and her case is open or a pair still stopped after it.
    pub danger: Option<DateTime<Utc>>,
    /// The bot waits for something from her.
    pub waits: bool,
    /// She tapped *Answer* above somebody's mail to a team she is of, since the tap if she is in danger: her next message is
    /// for whoever wrote it.
    pub answers: bool,
    /// Her pairs and circles that have not ended, and whether each rests for a reason she does not know.
    pub live: &'a [(ConversationId, bool)],
    /// The one she chose.
    pub current: Option<Current>,
}

/// Where a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// To a pair or circle; while that rests, it waits.
    Pair(ConversationId),
    /// To a talk with a team.
    Talk(ConversationId),
    /// To the team that has her case (`programme.md`, safeguarding 1).
    Danger,
    /// To nobody yet: she is asked whom it is for.
    Ask,
    /// It answers this question.
    Question(Asks),
    /// What the bot waits for decides.
    Dialogue,
    /// Its topic's conversation has ended.
    Ended,
    /// There is no conversation.
    Nowhere,
}

impl Facts<'_> {
    /// Whether this conversation rests, in whatever way, so that nothing of hers may go there while she is in danger: a stop
    /// reads as a break that nobody was told of.
    fn rests(&self, id: ConversationId) -> bool {
        self.live.iter().any(|(live, rests)| *live == id && *rests)
    }

    fn is_live(&self, id: ConversationId) -> bool {
        self.live.iter().any(|(live, _)| *live == id)
    }

    /// Whether the message itself names this conversation, by what it answers, its album, or its topic.
    pub fn names(&self, id: ConversationId) -> bool {
        self.reply == Reply::Pair(id) || self.album == Some(Reply::Pair(id)) || self.topic == Topic::Of(id)
    }

    /// Into a pair: asked about where it rests.
    fn pair_or_ask(&self, id: ConversationId) -> Route {
        if self.danger.is_some() && self.rests(id) { Route::Ask } else { Route::Pair(id) }
    }
}

/// Where a message goes.
pub fn route(it: &Facts<'_>, now: DateTime<Utc>) -> Route {
    it.danger.map_or_else(|| usual(it, now), |since| in_danger(it, since, now))
}

/// What is neither a reply nor a choice of hers since the tap goes to the team, whatever question is open; into what she
/// stopped nothing goes. To tap *Answer* is a choice, too.
fn in_danger(it: &Facts<'_>, since: DateTime<Utc>, now: DateTime<Utc>) -> Route {
    match it.reply {
        Reply::Pair(id) => return it.pair_or_ask(id),
        Reply::Talk { own: true, .. } => return Route::Danger,
        Reply::Talk { id, own: false } => return Route::Talk(id),
        Reply::Question(asks @ Asks::Checkin(_)) => return Route::Question(asks),
        // Words answer no other question.
        Reply::Question(Asks::Talked | Asks::Pair) | Reply::No | Reply::Bot | Reply::Unknown => {}
    }
    if it.answers && it.album.is_none() {
        return Route::Dialogue;
    }
    let chosen = it.current.filter(|current| current.at >= since && current.holds(now));
    let open = |id: &ConversationId| it.is_live(*id) && !it.rests(*id);
    match (it.album, it.topic) {
        (Some(Reply::Talk { id, own: false }), _) => Route::Talk(id),
        // A part of what she began before the tap goes where what she writes now goes, if that is stopped.
        (Some(Reply::Pair(home)), _) if open(&home) => Route::Pair(home),
        (Some(_), _) => Route::Danger,
        (None, Topic::Of(id)) if it.is_live(id) => it.pair_or_ask(id),
        (None, Topic::No | Topic::Of(_) | Topic::Hers) => {
            chosen.map(|it| it.conversation).filter(open).map_or(Route::Danger, Route::Pair)
        }
    }
}

fn usual(it: &Facts<'_>, now: DateTime<Utc>) -> Route {
    match it.album.unwrap_or(it.reply) {
        Reply::Pair(id) => Route::Pair(id),
        Reply::Talk { id, .. } => Route::Talk(id),
        Reply::Question(asks) => Route::Question(asks),
        Reply::No | Reply::Bot | Reply::Unknown if it.waits => Route::Dialogue,
        Reply::Bot if !it.live.is_empty() => Route::Ask,
        Reply::No | Reply::Bot | Reply::Unknown => elsewhere(it, now),
    }
}

/// Where a message goes that answers nothing: to its topic's conversation, to the only one, to the one that was chosen;
/// otherwise she is asked.
pub fn elsewhere(it: &Facts<'_>, now: DateTime<Utc>) -> Route {
    let live: Vec<ConversationId> = it.live.iter().map(|(id, _)| *id).collect();
    match (it.topic, whither(&live, it.current, now)) {
        (Topic::Of(id), _) if it.is_live(id) => Route::Pair(id),
        (Topic::Of(_), _) => Route::Ended,
        (Topic::Hers, Whither::To(_)) if live.len() > 1 => Route::Ask,
        (Topic::No | Topic::Hers, Whither::To(id)) => Route::Pair(id),
        (Topic::No | Topic::Hers, Whither::Ask) => Route::Ask,
        (Topic::No | Topic::Hers, Whither::Nowhere) => Route::Nowhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CheckinId;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    fn conversation() -> impl Strategy<Value = ConversationId> {
        (1..5_i64).prop_map(ConversationId)
    }

    fn reply() -> impl Strategy<Value = Reply> {
        prop_oneof![
            Just(Reply::No),
            conversation().prop_map(Reply::Pair),
            (conversation(), any::<bool>()).prop_map(|(id, own)| Reply::Talk { id, own }),
            Just(Reply::Question(Asks::Talked)),
            Just(Reply::Question(Asks::Checkin(CheckinId(7)))),
            Just(Reply::Bot),
            Just(Reply::Unknown),
        ]
    }

    fn topic() -> impl Strategy<Value = Topic> {
        prop_oneof![Just(Topic::No), conversation().prop_map(Topic::Of), Just(Topic::Hers)]
    }

    fn live() -> impl Strategy<Value = Vec<(ConversationId, bool)>> {
        let all = proptest::collection::btree_map(conversation(), any::<bool>(), 0..4);
        all.prop_map(|all| all.into_iter().collect())
    }

    fn minutes(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    proptest! {
        #[test]
        fn since_the_tap_nothing_goes_into_what_it_stopped_and_what_names_no_place_goes_to_the_team(
            reply in reply(),
            album in proptest::option::of(reply()),
            topic in topic(),
            (waits, answers) in any::<(bool, bool)>(),
            live in live(),
            chosen in proptest::option::of((conversation(), 0..200_i64, proptest::option::of(0..200_i64))),
        ) {
            let current = chosen.map(|(conversation, at, other)| Current {
                conversation,
                at: minutes(at),
                other_at: other.map(minutes),
            });
            let (tap, now) = (minutes(100), minutes(150));
            let it = Facts { album, reply, topic, danger: Some(tap), waits, answers, live: &live, current };
            let goes = route(&it, now);
            if let Route::Pair(id) = goes {
                prop_assert!(!live.contains(&(id, true)));
            }
            let by_choice = current.is_some_and(|it| it.at >= tap && it.holds(now));
            let names_a_place = matches!(
                reply,
                Reply::Pair(_) | Reply::Talk { own: false, .. } | Reply::Question(Asks::Checkin(_))
            ) || album.is_some() || matches!(topic, Topic::Of(_)) || by_choice;
            let is_reply = matches!(
                reply,
                Reply::Pair(_) | Reply::Talk { own: false, .. } | Reply::Question(Asks::Checkin(_))
            );
            if answers && album.is_none() && !matches!(reply, Reply::Talk { own: true, .. }) && !is_reply {
                prop_assert_eq!(goes, Route::Dialogue);
            } else {
                prop_assert!(!matches!(goes, Route::Dialogue | Route::Nowhere | Route::Ended));
                prop_assert!(names_a_place || goes == Route::Danger);
            }
        }

        #[test]
        fn without_a_word_about_it_a_message_goes_to_the_only_conversation_or_the_chosen_one_and_is_never_guessed(
            live in live(),
            chosen in proptest::option::of((conversation(), 0..200_i64, proptest::option::of(0..200_i64))),
        ) {
            let current = chosen.map(|(conversation, at, other)| Current {
                conversation,
                at: minutes(at),
                other_at: other.map(minutes),
            });
            let now = minutes(150);
            let it = Facts {
                album: None, reply: Reply::No, topic: Topic::No, danger: None, waits: false, answers: false, live: &live,
                current,
            };
            match (live.as_slice(), route(&it, now)) {
                ([], goes) => prop_assert_eq!(goes, Route::Nowhere),
                ([(only, _)], goes) => prop_assert_eq!(goes, Route::Pair(*only)),
                (_, Route::Pair(id)) => {
                    prop_assert!(current.is_some_and(|it| it.conversation == id && it.holds(now)));
                }
                (_, goes) => prop_assert_eq!(goes, Route::Ask),
            }
        }
    }

    #[test]
    fn a_reply_goes_where_what_it_answers_belongs_whatever_is_waited_for() {
        let live = [(ConversationId(1), false), (ConversationId(2), true)];
        for danger in [None, Some(minutes(0))] {
            let it = |reply| Facts {
                album: None,
                reply,
                topic: Topic::No,
                danger,
                waits: true,
                answers: true,
                live: &live,
                current: None,
            };
            let goes = |reply| route(&it(reply), minutes(9));
            assert_eq!(goes(Reply::Pair(ConversationId(1))), Route::Pair(ConversationId(1)));
            let checkin = Asks::Checkin(CheckinId(7));
            assert_eq!(goes(Reply::Question(checkin)), Route::Question(checkin));
            let stopped = if danger.is_some() { Route::Ask } else { Route::Pair(ConversationId(2)) };
            assert_eq!(goes(Reply::Pair(ConversationId(2))), stopped);
        }
    }
}
