//! A history: what happens to accounts and conversations, what is written, and what of it arrives where.

use crate::people::{Dice, chat, person, pressed, proposal, wrote};
use crate::truth::{Account, Goes, Truth};
use chrono::{DateTime, TimeDelta, Utc};
use lazo::domain::conversation::Phase;
use lazo::domain::dialogue::Dialogue;
use lazo::domain::heard::Heard;
use lazo::domain::help::HelpAnswer;
use lazo::domain::id::{ConversationId, LetterId, MessageId, PersonId};
use lazo::domain::letter::Answer;
use lazo::domain::person::{Person, Reach, Role, Standing};
use lazo::domain::relay::{Addressee, RelayAnswer};
use lazo::domain::seal::Seal;
use lazo::handlers::press::Press;
use lazo::handlers::{House, delivery, help, lifecycle, page};
use lazo::store::{Carried, Db, Errand, Leased, SignOff, Tx};
use lazo::words::Words;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Accounts; every third has a second part.
pub const PEOPLE: i64 = 300;
/// Conversations an account is in at most.
const MOST: usize = 4;

/// What has happened.
#[derive(Debug, Default)]
pub struct Seen {
    pub copies: usize,
    pub asked: usize,
    pub chosen: usize,
    pub replies: usize,
    pub answers: usize,
    pub taps: usize,
    pub left: usize,
}

pub struct History {
    db: Db,
    house: House,
    dice: Dice,
    now: DateTime<Utc>,
    next: i64,
    people: HashMap<PersonId, Account>,
    /// Messages in somebody's chat that can be replied to, and their conversation.
    shown: HashMap<Account, Vec<(i64, ConversationId)>>,
    pub truth: Truth,
    pub seen: Seen,
}

impl History {
    pub async fn begins(url: &str) -> Self {
        let words = Arc::new(Words::load().unwrap());
        let house = House {
            controls: words.controls(),
            words,
            bot_name: "lazo_bot".to_owned(),
            seal: Seal::new([7; 32]),
            memory: Arc::default(),
        };
        let db = Db::open(url).await.unwrap();
        let now = DateTime::from_timestamp(1_772_445_600, 0).unwrap();
        let mut people = HashMap::new();
        let mut tx = db.begin().await.unwrap();
        let programmes = [tx.found(now).await.unwrap(), tx.found(now).await.unwrap()];
        for account in 1..=PEOPLE {
            let roles =
                if account % 2 == 0 { [Role::Mentee, Role::Mentor] } else { [Role::Mentor, Role::Mentee] };
            let parts = if account % 3 == 0 { 2 } else { 1 };
            for (role, programme) in roles.into_iter().zip(programmes).take(parts) {
                let id = tx.admit(&person(programme, account, role, now)).await.unwrap();
                people.insert(id, account);
            }
        }
        let _ = tx.commit().await.unwrap();
        Self {
            db,
            house,
            dice: Dice(7),
            now,
            next: 1,
            people,
            shown: HashMap::new(),
            truth: Truth::default(),
            seen: Seen::default(),
        }
    }

    fn someone(&mut self) -> Account {
        1 + i64::try_from(self.dice.below(usize::try_from(PEOPLE).unwrap())).unwrap()
    }

    fn number(&mut self) -> i64 {
        self.next += 1;
        self.next
    }

    pub async fn somebody_is_paired(&mut self) {
        let mut tx = self.db.begin().await.unwrap();
        let who = self.someone();
        self.pairs_up(&mut tx, who).await;
        let _ = tx.commit().await.unwrap();
    }

    /// A part of an account, one that has left coming back.
    async fn part(&mut self, tx: &mut Tx, account: Account) -> Person {
        let mut parts = tx.parts(chat(account)).await.unwrap();
        let mut part = parts.swap_remove(self.dice.below(parts.len()));
        if part.standing != Standing::Ready {
            part.standing = Standing::Ready;
            tx.save(&part).await.unwrap();
        }
        part
    }

    async fn pairs_up(&mut self, tx: &mut Tx, who: Account) {
        let mut members = vec![who];
        for _ in 0..=self.dice.below(3) {
            let other = self.someone();
            if !members.contains(&other) {
                members.push(other);
            }
        }
        members.retain(|account| self.truth.live(*account).len() < MOST);
        if members.len() < 2 {
            return;
        }
        let mut parts = Vec::new();
        for account in &members {
            parts.push(self.part(tx, *account).await);
        }
        let id = tx.propose(&proposal(&parts), self.now).await.unwrap();
        let mut pair = tx.conversation(id).await.unwrap().unwrap();
        lifecycle::introduce(tx, &mut pair, self.now).await.unwrap();
        self.truth.begins(id, members.into_iter().collect());
    }

    /// One change of who is with whom.
    pub async fn something_happens(&mut self) {
        self.now += TimeDelta::minutes(3);
        let (who, now) = (self.someone(), self.now);
        let live = self.truth.live(who);
        let mut tx = self.db.begin().await.unwrap();
        let pair = match live.as_slice() {
            [] => None,
            live => tx.conversation(live[self.dice.below(live.len())]).await.unwrap(),
        };
        match (pair, self.dice.below(11)) {
            (None, _) | (Some(_), 8 | 9) => self.pairs_up(&mut tx, who).await,
            (Some(mut pair), 0) => {
                lifecycle::close(&mut tx, &mut pair, "test", None, now).await.unwrap();
                self.truth.ends(pair.id);
            }
            (Some(mut pair), 1) => {
                lifecycle::pause(&mut tx, &mut pair, now + TimeDelta::days(3), now).await.unwrap();
                self.truth.phases.insert(pair.id, pair.phase);
            }
            (Some(mut pair), 2) => {
                lifecycle::hold(&mut tx, &mut pair, None, now).await.unwrap();
                self.truth.phases.insert(pair.id, pair.phase);
            }
            (Some(mut pair), 3 | 4) => {
                lifecycle::resume(&mut tx, &mut pair, now).await.unwrap();
                self.truth.phases.insert(pair.id, pair.phase);
            }
            (Some(_), 5) => {
                self.truth.blocked.insert(who);
                delivery::away(&mut tx, chat(who), Reach::Blocked, now).await.unwrap();
            }
            (Some(_), 10) => self.leaves(&mut tx, who).await,
            (Some(_), _) => {
                self.truth.blocked.remove(&who);
                delivery::back(&mut tx, chat(who), now).await.unwrap();
            }
        }
        let _ = tx.commit().await.unwrap();
    }

    /// One part of an account leaves: circles go on without it, pairs end. Its other part stays.
    async fn leaves(&mut self, tx: &mut Tx, who: Account) {
        let mut parts = tx.parts(chat(who)).await.unwrap();
        let person = parts.swap_remove(self.dice.below(parts.len()));
        let pairs = tx.pairs_of(&[person.id]).await.unwrap();
        let press = Press { person: person.clone(), chat: chat(who), root: LetterId(0), now: self.now };
        help::answer(tx, &self.house, &press, HelpAnswer::Leave).await.unwrap();
        for pair in pairs {
            if pair.goes_on_without(person.id) {
                self.truth.leaves(pair.id, who);
            } else {
                self.truth.ends(pair.id);
            }
        }
        // What a part that leaves held is for nobody any more.
        let held = matches!(person.dialogue, Some(Dialogue::Bundle { .. }));
        if held {
            self.truth.bundles.remove(&who);
        }
        self.seen.left += 1;
    }

    /// A page of what people do, in conversations or not.
    pub async fn people_write(&mut self, messages: usize) {
        let mut heard = Vec::new();
        for _ in 0..messages {
            let who = self.someone();
            // Whoever writes can be reached again: only someone who has not blocked the bot can write to it.
            self.truth.blocked.remove(&who);
            let done = match self.dice.below(12) {
                0 => self.taps(who).await,
                1..=3 => {
                    // What she presses must be there.
                    self.page(&mut heard).await;
                    self.answers(who).await
                }
                4 | 5 => self.replies(who),
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

    async fn page(&mut self, heard: &mut Vec<Heard>) {
        let ids: Vec<i64> = heard.iter().map(|heard| heard.update).collect();
        let _ = page(&self.db, &self.house, &ids, heard, self.now).await.unwrap();
        heard.clear();
    }

    fn writes(&mut self, who: Account) -> Heard {
        let message = self.number();
        let several = self.truth.live(who).len() > 1;
        let goes = self.truth.writes(who, message, self.now);
        self.count(goes, several);
        self.remember(who, message, goes);
        wrote(who, message, ("…", None))
    }

    fn count(&mut self, goes: Goes, several: bool) {
        self.seen.asked += usize::from(goes == Goes::Asked);
        self.seen.chosen += usize::from(several && matches!(goes, Goes::To(_)));
    }

    fn remember(&mut self, who: Account, message: i64, goes: Goes) {
        if let Goes::To(conversation) = goes {
            self.shown.entry(who).or_default().push((message, conversation));
        }
    }

    /// A reply to something that stands in her chat, her own or a copy.
    fn replies(&mut self, who: Account) -> Option<Heard> {
        let shown = self.shown.get(&who)?;
        let (to, conversation) = shown[self.dice.below(shown.len())];
        let message = self.number();
        let goes = self.truth.replies(who, message, conversation, self.now);
        self.seen.replies += 1;
        self.remember(who, message, goes);
        Some(wrote(who, message, ("…", Some(to))))
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
        if choices.is_empty() {
            return None;
        }
        let (index, conversation) = choices[self.dice.below(choices.len())];
        self.seen.answers += usize::from(self.truth.answers(who, conversation, self.now));
        Some(pressed(who, self.number(), (question, index)))
    }

    /// Carries what may go, and holds every copy against the truth.
    pub async fn letters_are_carried(&mut self) {
        loop {
            let mut tx = self.db.begin().await.unwrap();
            let errands = tx.lease(500, self.now).await.unwrap();
            let mut done = Vec::new();
            for errand in &errands {
                // Numbers of messages grow in every chat.
                let number = self.number();
                let became = Some(MessageId(number));
                if let (Leased::Copy { .. }, Some(conversation)) = (&errand.what, errand.conversation) {
                    self.shown.entry(errand.lane.0 - 1000).or_default().push((number, conversation));
                }
                done.push(SignOff {
                    id: errand.id,
                    lane: errand.lane,
                    carried: Carried::Sent(became),
                    not_before: errand.not_before,
                });
            }
            tx.sign_off(&done, self.now).await.unwrap();
            let _ = tx.commit().await.unwrap();
            if errands.is_empty() {
                return;
            }
            for errand in errands {
                self.arrives(&errand);
            }
        }
    }

    fn arrives(&mut self, errand: &Errand) {
        let Leased::Copy { from, message, .. } = errand.what else { return };
        let (writer, message, reader) = (from.0 - 1000, message.0, errand.lane.0 - 1000);
        let part = errand.person.and_then(|person| self.people.get(&person)).copied();
        assert_eq!(part, Some(reader), "the letter is for a part of the account it reaches");
        let Some((pair, readers)) = self.truth.owed.get_mut(&(writer, message)) else {
            panic!("{writer}'s message {message} reached {reader}, and nobody was to get it");
        };
        assert_eq!(
            errand.conversation,
            Some(*pair),
            "{writer}'s message {message} is of another conversation"
        );
        assert!(
            readers.remove(&reader),
            "{writer}'s message {message} reached {reader}, who was not to get it (again)"
        );
        let pair = *pair;
        let over = readers.is_empty();
        assert_eq!(self.truth.phases[&pair], Phase::Active, "{reader} got a message of a pair that was away");
        assert!(
            !self.truth.blocked.contains(&reader),
            "{reader} got a message while she had blocked the bot"
        );
        if over {
            self.truth.owed.remove(&(writer, message));
        }
        self.truth.reaches(reader, pair);
        self.seen.copies += 1;
    }

    /// Everybody comes back; then nothing may be owed any more.
    pub async fn all_ends_well(&mut self) {
        let mut tx = self.db.begin().await.unwrap();
        for who in 1..=PEOPLE {
            delivery::back(&mut tx, chat(who), self.now).await.unwrap();
        }
        let live: HashSet<ConversationId> = self.truth.pairs.keys().copied().collect();
        for id in live {
            let mut pair = tx.conversation(id).await.unwrap().unwrap();
            lifecycle::resume(&mut tx, &mut pair, self.now).await.unwrap();
            self.truth.phases.insert(id, Phase::Active);
        }
        let _ = tx.commit().await.unwrap();
        self.truth.blocked.clear();
        self.letters_are_carried().await;
    }
}
