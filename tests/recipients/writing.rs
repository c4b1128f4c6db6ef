//! What people do: they write, reply, tap, press.

use crate::circles::Account;
use crate::history::{History, Stands};
use crate::people::{chat, pressed, unblocked, wrote};
use crate::truth::Goes;
use lazo::domain::dialogue::Dialogue;
use lazo::domain::heard::Heard;
use lazo::domain::id::ConversationId;
use lazo::domain::letter::Answer;
use lazo::domain::person::Person;
use lazo::domain::relay::{Addressee, RelayAnswer};
use lazo::handlers::page;

impl History {
    /// A page of what people do, in conversations or not.
    pub async fn people_write(&mut self, messages: usize) {
        let mut heard = Vec::new();
        for _ in 0..messages {
            let who = self.someone();
            self.is_here(who, &mut heard);
            let done = match self.dice.below(96) {
                0..=7 => {
                    // The keyboard she taps on, or the button she presses, must be there.
                    self.page(&mut heard).await;
                    self.taps(who).await
                }
                8..=31 => {
                    self.page(&mut heard).await;
                    self.answers(who).await
                }
                32..=47 => self.replies(who),
                48..=53 if self.somebody_answers_about_coming_in(&mut heard).await => continue,
                _ => None,
            };
            let one = match done {
                Some(one) => one,
                None => self.writes(who),
            };
            heard.push(one);
        }
        self.page(&mut heard).await;
    }

    pub async fn page(&mut self, heard: &mut Vec<Heard>) {
        let _ = page(&self.db, &self.house, heard, self.now).await.unwrap();
        heard.clear();
    }

    /// Whoever writes can be reached again: only someone who has not blocked the bot can write to it. Telegram says so
    /// first, or the message itself does.
    pub fn is_here(&mut self, who: Account, heard: &mut Vec<Heard>) {
        if self.truth.blocked.remove(&who) && self.dice.below(2) == 0 {
            heard.push(unblocked(who, self.number()));
        }
    }

    fn writes(&mut self, who: Account) -> Heard {
        let message = self.number();
        let several = self.truth.circles.of(who).len() > 1;
        let goes = self.truth.writes((who, message), &self.parts, self.now);
        self.seen.asked += usize::from(goes == Goes::Asked);
        self.seen.chosen += usize::from(several && matches!(goes, Goes::To(_)));
        self.remember(who, message, goes);
        wrote(who, message, ("…", None))
    }

    fn remember(&mut self, who: Account, number: i64, goes: Goes) {
        if let Goes::To(conversation) = goes {
            let stands = Stands { number, conversation, message: (who, number) };
            self.shown.entry(who).or_default().push(stands);
        }
    }

    /// A reply to something that stands in her chat, her own or a copy, of any age.
    fn replies(&mut self, who: Account) -> Option<Heard> {
        let shown = self.shown.get(&who)?;
        let to = shown[self.dice.below(shown.len())];
        let number = self.number();
        let to_it = (to.conversation, to.message);
        let goes = self.truth.replies((who, number), to_it, &self.parts, self.now);
        self.seen.replies += 1;
        self.remember(who, number, goes);
        Some(wrote(who, number, ("…", Some(to.number))))
    }

    /// A tap on her keyboard, if it has conversations.
    async fn taps(&mut self, who: Account) -> Option<Heard> {
        let mut tx = self.db.begin().await.unwrap();
        let switcher = tx.account(chat(who)).await.unwrap()?.switcher;
        let _ = tx.commit().await.unwrap();
        if switcher.names.is_empty() {
            return None;
        }
        let index = self.dice.below(switcher.names.len());
        let (label, conversation) = (switcher.labels().nth(index)?, switcher.names[index].0);
        let message = self.number();
        self.truth.answers(who, conversation, self.now);
        self.seen.taps += 1;
        Some(wrote(who, message, (&label, None)))
    }

    /// A press on one of the buttons of "for whom?", if she was asked. Some are of conversations that are over.
    async fn answers(&mut self, who: Account) -> Option<Heard> {
        let mut tx = self.db.begin().await.unwrap();
        let parts = tx.parts(chat(who)).await.unwrap();
        let question = |part: &Person| {
            let Some(Dialogue::Bundle { question, .. }) = part.dialogue else { return None };
            Some(question)
        };
        let question = parts.iter().find_map(question)?;
        let offered = tx.offered(question).await.unwrap()?;
        let _ = tx.commit().await.unwrap();
        let pair = |answer: &Answer| {
            let Answer::Relay(RelayAnswer::For(Addressee::Pair(id))) = answer else { return None };
            Some(*id)
        };
        let choices = offered.offer.iter().enumerate();
        let choices: Vec<(usize, ConversationId)> =
            choices.filter_map(|(index, answer)| Some((index, pair(answer)?))).collect();
        let (index, conversation) = self.one_of(&choices)?;
        self.seen.answers += usize::from(self.truth.answers(who, conversation, self.now));
        Some(pressed(who, self.number(), (question, index)))
    }
}
