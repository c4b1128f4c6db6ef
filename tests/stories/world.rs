//! A world for stories: an emulated Telegram, a bot on it, people with phones, and a clock that stands still until the
//! story moves it.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use lazo::bot::{self, Parts, Running};
use lazo::clock::Clock;
use lazo::courier;
use lazo::demo::{Content, Options, Person as Account, Phone, Seen, Telegram};
use lazo::domain::conversation::{Conversation, Member, MemberState, Phase, Side, Sort, Supervised};
use lazo::domain::id::{ChatId, ConversationId, PersonId, ProgrammeId};
use lazo::domain::lang::Lang;
use lazo::domain::on_call::CHOICES;
use lazo::domain::person::{Person, Profile, Reach, Role, Standing};
use lazo::domain::programme::Contact;
use lazo::domain::readiness::Readiness;
use lazo::domain::relay::PROTECTED;
use lazo::domain::talk::Talk;
use lazo::domain::zone::Tz;
use lazo::handlers::lifecycle;
use lazo::limits::Limits;
use lazo::store::{Db, Tx};
use lazo::telegram::Token;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;
use tokio::sync::Mutex;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

#[path = "../common/database.rs"]
#[expect(dead_code, reason = "tests of other kinds begin without tables")]
pub mod database;
use database::Database;
#[path = "../common/bot_api.rs"]
pub mod bot_api;

/// How long anything may take in real time before a story fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// Monday, 2 March 2026, 10:00 UTC: a working day in winter, four weeks before Europe's clocks change.
pub fn beginning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 10, 0, 0).unwrap()
}

/// Everything a story stands on. Clones are the same world.
#[derive(Clone)]
pub struct World {
    pub telegram: Telegram,
    pub clock: Clock,
    inner: Arc<Inner>,
}

struct Inner {
    private_topics: AtomicBool,
    telegram: Telegram,
    database: Database,
    bot: Mutex<Option<Running>>,
    next: AtomicI64,
}

/// A story is over: everything the bot asked of Telegram must be what Telegram understands.
impl Drop for Inner {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let api = bot_api::api();
        let wrong: BTreeSet<String> = self
            .telegram
            .requests()
            .iter()
            .flat_map(|request| bot_api::request_faults(api, request))
            .collect();
        assert!(wrong.is_empty(), "Telegram would refuse: {wrong:#?}");
    }
}

/// Somebody with a phone.
#[derive(Clone)]
pub struct Friend {
    pub phone: Phone,
    pub id: PersonId,
    pub world: World,
}

impl World {
    /// A bot on an empty database that nobody has joined yet.
    pub async fn empty() -> Self {
        Self::empty_on(Options::default(), Clock::stopped_at(beginning())).await
    }

    /// The same on a Telegram of another kind, and with another clock.
    #[expect(clippy::disallowed_methods, reason = "what a story's bot says is asked for in the environment")]
    async fn empty_on(options: Options, clock: Clock) -> Self {
        // `RUST_LOG=lazo=debug` shows what the bot says while a story is told.
        let filter = std::env::var("RUST_LOG").unwrap_or_else(|_| "error".to_owned());
        let filter: Targets = filter.parse().unwrap();
        let lines = tracing_subscriber::fmt::layer().with_test_writer();
        let _ = tracing_subscriber::registry().with(lines).with(filter).try_init();
        let private_topics = options.private_topics.into();
        let telegram = Telegram::start(options).await.unwrap();
        telegram.set_time(beginning());
        let inner = Inner {
            private_topics,
            telegram: telegram.clone(),
            database: Database::new().await,
            bot: Mutex::default(),
            next: 101.into(),
        };
        let world = Self { telegram, clock, inner: Arc::new(inner) };
        world.starts().await;
        world
    }

    /// A bot with one programme, set up: "Casa Ana", Madrid, in en, es and ar, every 7 days. It has no people yet.
    pub async fn new() -> Self {
        Self::on(Options::default()).await
    }

    /// The same on a Telegram of another kind. If that has topics in private chats, the bot uses them.
    pub async fn on(options: Options) -> Self {
        Self::empty_on(options, Clock::stopped_at(beginning())).await.with_programme().await
    }

    /// The same, whose bot believes Telegram about the time. The computer's clock may be set.
    pub async fn of_telegram() -> Self {
        let clock = Clock::of_telegram_stopped_at(beginning());
        Self::empty_on(Options::default(), clock).await.with_programme().await
    }

    async fn with_programme(self) -> Self {
        self.changes(async |tx, now| {
            let id = tx.found(now).await.unwrap();
            let mut programme = tx.programme(id).await.unwrap();
            "Casa Ana".clone_into(&mut programme.name);
            programme.languages = ["en", "es", "ar"].map(Lang::new).to_vec();
            programme.zone = Tz::known("Europe/Madrid");
            programme.set_up = true;
            programme.on_call = CHOICES.last().copied();
            programme.reads_privately = true;
            tx.save_programme(&programme, now).await.unwrap();
            for (position, words) in
                [(0, "Board: 600 000 000"), (1, "Ana: 600 000 001"), (2, "Eva: 600 000 002")]
            {
                tx.set_contact(id, position, &Contact::Words(words.to_owned())).await.unwrap();
            }
        })
        .await;
        self
    }

    #[expect(clippy::unused_self, reason = "a story asks its world")]
    pub fn programme(&self) -> ProgrammeId {
        ProgrammeId(1)
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The same world, whose bot has another clock from its next start on.
    pub fn with_clock(&self, clock: Clock) -> Self {
        Self { clock, ..self.clone() }
    }

    /// What a bot in this world is made of.
    pub fn parts(&self) -> Parts {
        Parts {
            database: self.inner.database.url(),
            api: self.telegram.url(),
            token: Token::new(&self.telegram.token()).unwrap(),
            clock: self.clock.clone(),
            carrying: courier::Settings {
                paced: false,
                private_topics: self.inner.private_topics.load(Ordering::Relaxed),
                ..courier::Settings::default()
            },
            words: None,
            limits: Limits::default(),
        }
    }

    /// From its next start on, the bot is told to use topics in private chats, or not to.
    pub fn wants_topics(&self, on: bool) {
        self.inner.private_topics.store(on, Ordering::Relaxed);
    }

    /// The bot starts, on whatever its database holds.
    pub async fn starts(&self) {
        *self.inner.bot.lock().await = Some(bot::start(self.parts()).await.unwrap());
    }

    /// The bot stops in good order.
    pub async fn stops(&self) {
        if let Some(bot) = self.inner.bot.lock().await.take() {
            bot.stop().await;
        }
    }

    pub async fn restarts(&self) {
        self.stops().await;
        self.starts().await;
    }

    /// The bot's own database.
    pub async fn db(&self) -> Db {
        self.inner.bot.lock().await.as_ref().expect("the bot runs").db.clone()
    }

    /// How many updates were set aside.
    pub async fn aside(&self) -> i64 {
        let sql = "SELECT COUNT(*) FROM set_aside";
        let row: (i64,) = match self.db().await {
            Db::Sqlite(writer, _) => sqlx::query_as(sql).fetch_one(&mut *writer.turn().await.unwrap()).await,
            Db::Postgres(server) => sqlx::query_as(sql).fetch_one(&mut *server.turn().await.unwrap()).await,
        }
        .unwrap();
        row.0
    }

    /// Reads or changes something behind the bot's back, in one transaction.
    pub async fn changes<T>(&self, work: impl AsyncFnOnce(&mut Tx, DateTime<Utc>) -> T) -> T {
        let mut tx = self.db().await.begin().await.unwrap();
        let result = work(&mut tx, self.now()).await;
        let _ = tx.commit().await.unwrap();
        self.wakes().await;
        result
    }

    /// Somebody, or a mistake, changes rows behind the bot's back.
    pub async fn tampers(&self, sql: &'static str) {
        let done = match self.db().await {
            Db::Sqlite(writer, _) => {
                let mut turn = writer.turn().await.unwrap();
                sqlx::query(sql).execute(&mut *turn).await.map(drop)
            }
            Db::Postgres(server) => {
                sqlx::query(sql).execute(&mut *server.turn().await.unwrap()).await.map(drop)
            }
        };
        done.unwrap();
    }

    /// What stands in the database's files; `None` on PostgreSQL, whose files are a server's.
    pub fn on_disk(&self) -> Option<String> {
        let url = self.inner.database.url();
        let path = url.strip_prefix("sqlite://")?;
        let bytes =
            ["", "-wal"].iter().flat_map(|end| std::fs::read(format!("{path}{end}")).unwrap_or_default());
        Some(String::from_utf8_lossy(&bytes.collect::<Vec<u8>>()).into_owned())
    }

    pub async fn wakes(&self) {
        if let Some(bot) = self.inner.bot.lock().await.as_ref() {
            bot.wake();
        }
    }

    /// Waits until there is nothing left to do now.
    pub async fn settles(&self) {
        let db = self.db().await;
        let settled = async {
            let (mut calm, mut looks) = (0, 0);
            while calm < 2 {
                // The database is asked last: to be asked costs the bot a turn at it.
                let idle = self.telegram.queue_len() == 0 && {
                    let mut tx = db.begin().await.unwrap();
                    let work = tx.work(self.now()).await.unwrap();
                    drop(tx);
                    // What a story wrote itself, or what is due since it moved the clock, nobody has told the bot of.
                    if !work.is_empty() && looks % 16 == 0 {
                        self.wakes().await;
                    }
                    looks += 1;
                    work.is_empty()
                };
                calm = if idle { calm + 1 } else { 0 };
                tokio::time::sleep(Duration::from_millis(if idle { 1 } else { 2 })).await;
            }
        };
        if tokio::time::timeout(PATIENCE, settled).await.is_err() {
            let queue = self.telegram.queue_len();
            let waiting = self.changes(async |tx, now| tx.work(now).await.unwrap()).await;
            panic!("the bot is not done in time; {queue} updates and {waiting:?} wait");
        }
    }

    /// Time passes; everything that becomes due on the way happens at its moment.
    pub async fn passes(&self, time: TimeDelta) {
        let until = self.now() + time;
        self.settles().await;
        loop {
            let db = self.db().await;
            let mut tx = db.begin().await.unwrap();
            let alarm = tx.next_alarm().await.unwrap();
            let lane = tx.next_lane().await.unwrap();
            drop(tx);
            let next =
                [alarm, lane].into_iter().flatten().min().filter(|next| *next < until).unwrap_or(until);
            let step = (next - self.now()).max(TimeDelta::zero());
            self.clock.advance(step);
            self.telegram.set_time(self.now());
            self.settles().await;
            if self.now() >= until {
                return;
            }
        }
    }

    pub async fn days_pass(&self, days: i64) {
        self.passes(TimeDelta::days(days)).await;
    }

    pub async fn hours_pass(&self, hours: i64) {
        self.passes(TimeDelta::hours(hours)).await;
    }

    pub async fn minutes_pass(&self, minutes: i64) {
        self.passes(TimeDelta::minutes(minutes)).await;
    }

    /// A phone of someone who is not in Lazo, with its app in a language.
    pub fn phone(&self, name: &str, language: &str) -> Phone {
        let id = self.inner.next.fetch_add(1, Ordering::Relaxed);
        self.telegram.person(Account {
            id,
            first_name: name.to_owned(),
            last_name: Some("Secret-Surname".to_owned()),
            username: Some(format!("secret_{id}")),
            language_code: Some(language.to_owned()),
        })
    }

    /// Someone who has joined already: mentees read Arabic, mentors Spanish, staff English.
    pub async fn joined(&self, alias: &str, role: Role) -> Friend {
        let lang = match role {
            Role::Mentee => "ar",
            Role::Mentor => "es",
            Role::Lead | Role::Coordinator => "en",
        };
        let phone = self.phone(alias, lang);
        let chat = ChatId(phone.id());
        let id = self
            .changes(async |tx, now| {
                let staff = tx.staff(self.programme()).await.unwrap();
                let coordinator = staff.iter().find(|it| it.role == Role::Coordinator).or(staff.first());
                let person = Person {
                    id: PersonId(0),
                    programme: self.programme(),
                    role,
                    chat,
                    standing: Standing::Ready,
                    reach: Reach::Reachable,
                    lang: Lang::new(lang),
                    alias: alias.to_owned(),
                    zone: Tz::known("Europe/Madrid"),
                    coordinator: coordinator.map(|it| it.id).filter(|_| !role.is_staff()),
                    file_number: Some(format!("F-{}", chat.0)),
                    dialogue: None,
                    profile: Profile {
                        language_chosen: true,
                        consent: Some(lazo::domain::steps::CONSENT),
                        adult: Some(true),
                        zone_told: true,
                        spoken: Some(vec!["ar".to_owned(), "es".to_owned()]),
                        topics: Some(vec!["education".to_owned()]),
                        availability: Some(vec!["evenings".to_owned()]),
                        ready: Readiness::all_on(Some(now.date_naive())),
                        ..Profile::default()
                    },
                    paused_until: None,
                    joined_at: now,
                };
                tx.admit(&person).await.unwrap()
            })
            .await;
        phone.starts(None);
        self.settles().await;
        Friend { phone, id, world: self.clone() }
    }

    /// A mentee, a mentor and their coordinator: introduced, and nothing said yet.
    pub async fn pair(&self, mentee: &str, mentor: &str, coordinator: &str) -> [Friend; 3] {
        let vera = self.joined(coordinator, Role::Coordinator).await;
        let [amina, tomas] = self.introduced(mentee, mentor, &vera).await;
        [amina, tomas, vera]
    }

    /// One more pair of the same coordinator.
    pub async fn introduced(&self, mentee: &str, mentor: &str, coordinator: &Friend) -> [Friend; 2] {
        let amina = self.joined(mentee, Role::Mentee).await;
        let tomas = self.joined(mentor, Role::Mentor).await;
        self.introduce(&[(&amina, Side::Mentee), (&tomas, Side::Mentor)], coordinator).await;
        [amina, tomas]
    }

    /// Brings people together, as if all had accepted.
    pub async fn introduce(&self, people: &[(&Friend, Side)], coordinator: &Friend) -> ConversationId {
        let id = self
            .changes(async |tx, now| {
                let members = people.iter().map(|(friend, side)| Member {
                    person: friend.id,
                    side: *side,
                    state: MemberState::Accepted,
                    heard_at: None,
                    chat: ChatId(friend.phone.id()),
                    reach: Reach::Reachable,
                    away: None,
                    knows_break: false,
                    alias: String::new(),
                });
                let programme = tx.person(coordinator.id).await.unwrap().unwrap().programme;
                let pair = Conversation {
                    id: ConversationId(0),
                    programme,
                    sort: Sort::Pair,
                    phase: Phase::Proposed,
                    coordinator: Some(coordinator.id),
                    rhythm: 7,
                    proposed_at: Some(now),
                    introduced_at: None,
                    paused_until: None,
                    stopped_at: None,
                    talk: Talk::default(),
                    stops: Vec::new(),
                    done: Vec::new(),
                    silence_case: None,
                    supervised: Supervised::No,
                    protect: PROTECTED.to_vec(),
                    members: members.collect(),
                };
                let id = tx.propose(&pair, now).await.unwrap();
                let mut pair = tx.conversation(id).await.unwrap().unwrap();
                lifecycle::introduce(tx, &mut pair, now).await.unwrap();
                id
            })
            .await;
        self.settles().await;
        id
    }

    /// Somebody's live pair as it stands.
    pub async fn pair_of(&self, friend: &Friend) -> Option<Conversation> {
        self.changes(async |tx, _| tx.pair_of(friend.id).await.unwrap()).await
    }
}

impl Friend {
    /// Writes a text, and the bot deals with it.
    pub async fn says(&self, text: &str) -> i64 {
        let id = self.phone.says(text);
        self.world.settles().await;
        id
    }

    pub async fn sends(&self, content: impl Into<Content>) -> i64 {
        let id = self.phone.sends(content);
        self.world.settles().await;
        id
    }

    pub async fn replies(&self, to: i64, content: impl Into<Content>) -> i64 {
        let id = self.phone.replies(to, content);
        self.world.settles().await;
        id
    }

    /// Presses the newest button with this label, or her keyboard's.
    pub async fn presses(&self, label: &str) {
        self.phone.presses(label).unwrap_or_else(|missing| panic!("{missing}"));
        self.world.settles().await;
    }

    /// Opens the newest mail from the team: a line that tells nothing, with a button.
    pub async fn opens_mail(&self) {
        let screen = self.phone.screen();
        let labels = screen.iter().rev().flat_map(|seen| seen.buttons.iter().flatten());
        let read = labels.map(|button| button.text.clone()).find(|label| label.starts_with('📖'));
        self.presses(&read.expect("there is mail")).await;
    }

    pub async fn blocks(&self) {
        self.phone.blocks();
        self.world.settles().await;
    }

    pub async fn unblocks(&self) {
        self.phone.unblocks();
        self.world.settles().await;
    }

    /// The newest message of the bot with these words. Fails with the screen if there is none.
    pub fn hears(&self, words: &str) -> Seen {
        let screen = self.phone.screen();
        let found = screen.iter().rev().find(|seen| seen.from_bot && says(&seen.text, words)).cloned();
        found.unwrap_or_else(|| {
            let lines: Vec<_> =
                screen.iter().map(|seen| format!("{} {:?}", seen.from_bot, seen.text)).collect();
            panic!("not heard: {words:?}; the screen:\n{}", lines.join("\n"))
        })
    }

    /// Nothing from the bot on the screen has these words.
    pub fn never_hears(&self, words: &str) {
        let heard = self.phone.history().into_iter().find(|seen| seen.from_bot && says(&seen.text, words));
        assert!(heard.is_none(), "heard: {heard:?}");
    }

    /// Everything the bot has shown, oldest first.
    pub fn reads(&self) -> Vec<String> {
        self.phone.screen().into_iter().filter(|seen| seen.from_bot).map(|seen| seen.text).collect()
    }

    /// The copies of what others wrote, by reference or in the same words, oldest first.
    pub fn copies(&self) -> Vec<Seen> {
        self.phone.screen().into_iter().filter(is_copy).collect()
    }
}

/// Whether a text has these words, as they are read: marks that only steer direction are not seen.
fn says(text: &str, words: &str) -> bool {
    let bare = |text: &str| text.replace(['\u{200E}', '\u{200F}', '\u{2068}', '\u{2069}'], "");
    bare(text).contains(&bare(words))
}

/// What somebody wrote, as it stands in another chat.
pub fn is_copy(seen: &Seen) -> bool {
    seen.copied || (seen.from_bot && seen.plain)
}
