//! A history: accounts, what happens to their conversations (`changes`), what is written (`writing`), and what of it
//! arrives where (`carrying`).

use crate::carrying::OnTheWay;
use crate::circles::{Account, Part};
use crate::people::{Dice, chat, person, side};
use crate::truth::{Message, Truth};
use chrono::{DateTime, Utc};
use lazo::domain::conversation::Phase;
use lazo::domain::desk::DeskLetter;
use lazo::domain::id::{ConversationId, LetterId, PersonId, ProgrammeId};
use lazo::domain::letter::Post;
use lazo::domain::person::{Person, Role};
use lazo::domain::seal::Seal;
use lazo::handlers::{House, delivery, lifecycle};
use lazo::store::{Db, Tx};
use lazo::words::Words;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Accounts; every third has a second part, some of these in the same programme.
pub const PEOPLE: i64 = 300;

/// What has happened.
#[derive(Debug, Default)]
pub struct Seen {
    pub copies: usize,
    pub asked: usize,
    pub chosen: usize,
    pub replies: usize,
    pub shown_as_replies: usize,
    pub answers: usize,
    pub taps: usize,
    pub left: usize,
    pub joined: usize,
    pub came_back: usize,
    pub not_joined: usize,
    pub agreed: usize,
    pub refused: usize,
    pub answered_in_vain: usize,
    pub copies_to_who_joined: usize,
    pub before_they_joined: usize,
    pub taken_out: usize,
    pub stopped_by_taking_out: usize,
    pub called_off: usize,
    pub cannot_be_asked: usize,
    pub replies_to_what_they_do_not_have: usize,
    pub tried_again: usize,
}

/// A message that stands in somebody's chat, and can be replied to.
#[derive(Clone, Copy)]
pub struct Stands {
    pub number: i64,
    pub conversation: ConversationId,
    pub message: Message,
}

/// Who looks after the pairs of a programme, and the message of the bot's whose buttons she presses.
pub struct Coordinator {
    pub person: Person,
    pub desk: LetterId,
}

pub struct History {
    pub db: Db,
    pub house: House,
    pub dice: Dice,
    pub now: DateTime<Utc>,
    next: i64,
    pub parts: Vec<Part>,
    pub staff: HashMap<ProgrammeId, Coordinator>,
    pub shown: HashMap<Account, Vec<Stands>>,
    /// Whose message the next one is, as a reader of a circle was last told.
    pub named: HashMap<(Account, ConversationId), PersonId>,
    /// Who was asked in, and came.
    pub joined: HashSet<(ConversationId, Account)>,
    /// Who was asked something about coming in, and how that is noted.
    pub asked: HashSet<(ConversationId, PersonId, String)>,
    pub on_the_way: Vec<OnTheWay>,
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
        let mut tx = db.begin().await.unwrap();
        let programmes = [tx.found(now).await.unwrap(), tx.found(now).await.unwrap()];
        let staff = staff(&mut tx, programmes, now).await;
        let parts = parts(&mut tx, programmes, now).await;
        let _ = tx.commit().await.unwrap();
        Self {
            db,
            house,
            dice: Dice(7),
            now,
            next: 1,
            parts,
            staff,
            shown: HashMap::new(),
            named: HashMap::new(),
            joined: HashSet::new(),
            asked: HashSet::new(),
            on_the_way: Vec::new(),
            truth: Truth::default(),
            seen: Seen::default(),
        }
    }

    pub fn someone(&mut self) -> Account {
        1 + i64::try_from(self.dice.below(usize::try_from(PEOPLE).unwrap())).unwrap()
    }

    pub fn one_of<T: Copy>(&mut self, several: &[T]) -> Option<T> {
        if several.is_empty() { None } else { Some(several[self.dice.below(several.len())]) }
    }

    pub fn number(&mut self) -> i64 {
        self.next += 1;
        self.next
    }

    /// Everybody comes back; then nothing may be owed any more.
    pub async fn all_ends_well(&mut self) {
        self.letters_come_back().await;
        let mut tx = self.db.begin().await.unwrap();
        for who in 1..=PEOPLE {
            delivery::back(&mut tx, chat(who), self.now).await.unwrap();
        }
        let live: Vec<ConversationId> = self.truth.circles.live.keys().copied().collect();
        for id in live {
            let mut pair = tx.conversation(id).await.unwrap().unwrap();
            lifecycle::resume(&mut tx, &mut pair, self.now).await.unwrap();
            self.truth.is(id, Phase::Active);
        }
        let _ = tx.commit().await.unwrap();
        self.truth.blocked.clear();
        self.letters_are_carried().await;
    }
}

/// A coordinator for each programme, with accounts of their own.
async fn staff(
    tx: &mut Tx,
    programmes: [ProgrammeId; 2],
    now: DateTime<Utc>,
) -> HashMap<ProgrammeId, Coordinator> {
    let mut staff = HashMap::new();
    for (account, programme) in (PEOPLE + 1..).zip(programmes) {
        let mut person = person(programme, account, Role::Coordinator, now);
        person.id = tx.admit(&person).await.unwrap();
        let desk = tx.post(Post::answer(&person, DeskLetter::Roles), now).await.unwrap();
        staff.insert(programme, Coordinator { person, desk });
    }
    staff
}

/// Everybody else, with what they do in which programme.
async fn parts(tx: &mut Tx, [one, other]: [ProgrammeId; 2], now: DateTime<Utc>) -> Vec<Part> {
    let mut parts = Vec::new();
    for account in 1..=PEOPLE {
        let programmes = if account / 2 % 2 == 0 { [one, other] } else { [other, one] };
        let roles =
            if account % 2 == 0 { [Role::Mentee, Role::Mentor] } else { [Role::Mentor, Role::Mentee] };
        let second = (account % 3 == 0).then(|| (roles[1], programmes[usize::from(account % 9 != 0)]));
        for (role, programme) in [(roles[0], programmes[0])].into_iter().chain(second) {
            let id = tx.admit(&person(programme, account, role, now)).await.unwrap();
            parts.push(Part { id, account, programme, side: side(role) });
        }
    }
    parts
}
