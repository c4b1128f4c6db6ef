//! What arrives where: every copy is held against the truth when it leaves.

use crate::circles::Account;
use crate::history::{History, Stands};
use crate::people::account;
use crate::truth::Message;
use chrono::TimeDelta;
use lazo::domain::conversation::Phase;
use lazo::domain::id::{ConversationId, MessageId, PersonId};
use lazo::domain::letter::{Letter, Rank};
use lazo::domain::relay::RelayLetter;
use lazo::store::{Carried, Errand, Leased, SignOff, Tried};

/// Letters on their way at once.
const MOST: usize = 500;

/// A letter that has left, and how Telegram will answer: `None` if it must be tried again.
pub struct OnTheWay {
    errand: Errand,
    arrives: Option<Carried>,
}

impl OnTheWay {
    /// The writer and the reader of a copy that will have to be tried again, and their conversation.
    pub fn between(&self) -> Option<[(ConversationId, Account); 2]> {
        let Leased::Copy { from, .. } = self.errand.what else { return None };
        let conversation = self.errand.conversation.filter(|_| self.arrives.is_none())?;
        Some([from, self.errand.lane].map(|chat| (conversation, account(chat))))
    }
}

impl History {
    /// Carries all that may go.
    pub async fn letters_are_carried(&mut self) {
        self.letters_come_back().await;
        while self.letters_leave(10).await {
            self.letters_come_back().await;
        }
    }

    /// Letters are on their way; `false` if none are. One of so many will have to be tried again.
    pub async fn letters_leave(&mut self, again: usize) -> bool {
        self.now += TimeDelta::seconds(1);
        let mut tx = self.db.begin().await.unwrap();
        let errands = tx.lease(MOST, self.now).await.unwrap();
        let _ = tx.commit().await.unwrap();
        let any = !errands.is_empty();
        for errand in errands {
            let arrives = if errand.until.is_some_and(|until| until < self.now) {
                Some(Carried::Failed("too old"))
            } else if self.dice.below(again) == 0 {
                None
            } else {
                // Numbers of messages grow in every chat.
                let number = self.number();
                self.arrives(&errand);
                Some(Carried::Sent(Some(MessageId(number))))
            };
            if let Some(conversation) = errand.conversation.filter(|_| errand.rank == Rank::Relay as i64) {
                self.truth.reaches(account(errand.lane), conversation);
            }
            self.on_the_way.push(OnTheWay { errand, arrives });
        }
        any
    }

    /// Telegram has answered. What did not arrive and is for somebody who has blocked the bot meanwhile waits for her.
    pub async fn letters_come_back(&mut self) {
        let mut done = Vec::new();
        for OnTheWay { errand, arrives } in std::mem::take(&mut self.on_the_way) {
            let Errand { id, lane, not_before, rank, .. } = errand;
            let blocked = self.truth.blocked.contains(&account(lane));
            let carried = match arrives {
                Some(carried) => carried,
                None if blocked && rank == Rank::Relay as i64 => Carried::Held,
                None if blocked => Carried::Withdrawn,
                None => Carried::Later(self.now, Tried::InVain),
            };
            self.seen.tried_again += usize::from(matches!(carried, Carried::Later(..)));
            self.stands(&errand, &carried);
            done.push(SignOff { id, lane, carried, not_before });
        }
        let mut tx = self.db.begin().await.unwrap();
        tx.sign_off(&done, self.now).await.unwrap();
        let _ = tx.commit().await.unwrap();
    }

    /// A copy that has arrived can be replied to.
    fn stands(&mut self, errand: &Errand, carried: &Carried) {
        let (Some(conversation), Carried::Sent(Some(MessageId(number)))) = (errand.conversation, carried)
        else {
            return;
        };
        if let Leased::Copy { from, message, .. } = errand.what {
            let stands = Stands { number: *number, conversation, message: (account(from), message.0) };
            self.shown.entry(account(errand.lane)).or_default().push(stands);
        }
    }

    fn arrives(&mut self, errand: &Errand) {
        let (reader, Some(conversation)) = (account(errand.lane), errand.conversation) else { return };
        if let Leased::Copy { from, message, reply_to, .. } = errand.what {
            let message = (account(from), message.0);
            let answers = self.copy_arrives(message, (reader, conversation), errand.person);
            self.is_shown_as_a_reply(answers, reader, reply_to);
        }
        if let Leased::Write(Letter::Relay(RelayLetter::From { mark, .. })) = errand.what {
            self.named.insert((reader, conversation), PersonId(mark));
        }
    }

    /// A copy is exactly one that is owed; gives the message that it answers.
    fn copy_arrives(
        &mut self,
        (writer, message): Message,
        (reader, conversation): (Account, ConversationId),
        person: Option<PersonId>,
    ) -> Option<Message> {
        let what = format!("{writer}'s message {message} to {reader} in {conversation}");
        let part = self.parts.iter().find(|part| Some(part.id) == person);
        assert_eq!(part.map(|part| part.account), Some(reader), "{what} is for another account");
        let Some(owed) = self.truth.owed.get_mut(&(writer, message)) else {
            panic!("{what}: nobody gets it")
        };
        assert_eq!(owed.conversation, conversation, "{what} is of another conversation");
        assert!(owed.readers.remove(&reader), "{what}: she was not to get it (again)");
        let phase = self.truth.circles.live[&conversation].phase;
        assert_eq!(phase, Phase::Active, "{what}: the pair is away");
        assert!(!self.truth.blocked.contains(&reader), "{what}: she has blocked the bot");
        let answers = owed.answers;
        if owed.named {
            let named = self.named.get(&(reader, conversation));
            assert_eq!(named, Some(&owed.by), "{what}: whose it is was not said");
        } else {
            // Between two nobody is named, and the next who is must be.
            self.named.remove(&(reader, conversation));
        }
        if owed.readers.is_empty() {
            self.truth.owed.remove(&(writer, message));
        }
        self.seen.copies += 1;
        self.seen.copies_to_who_joined += usize::from(self.joined.contains(&(conversation, reader)));
        answers
    }

    /// A reply is shown as one exactly to those who have what it answers, as it stands in their own chat.
    fn is_shown_as_a_reply(&mut self, answers: Option<Message>, reader: Account, shown: Option<MessageId>) {
        let stands = self.shown.get(&reader).into_iter().flatten();
        let copy = stands.filter(|it| Some(it.message) == answers).map(|it| it.number).min();
        let own = answers.filter(|(writer, _)| *writer == reader).map(|(_, number)| number);
        let expected = own.or(copy).map(MessageId);
        assert_eq!(shown, expected, "{reader} has a reply to {answers:?}");
        self.seen.shown_as_replies += usize::from(shown.is_some());
        self.seen.replies_to_what_they_do_not_have += usize::from(answers.is_some() && shown.is_none());
    }
}
