//! The handle on an emulated Telegram: start it, move its clock, break it, look at what it saw.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use serde_json::Value;
use tokio::{net::TcpListener, sync::watch, task::AbortHandle};

use super::{
    content::Content,
    faults::Rule,
    group::{Group, GroupChat},
    http,
    limits::Limits,
    log::{Delivery, Handed, Recorded},
    options::Options,
    people::{Account, Person},
    phone::Phone,
    world::World,
};

/// An emulated Telegram with one bot. Clones are the same one; it stops with the last of them.
#[derive(Debug, Clone)]
pub struct Telegram {
    shared: Arc<Shared>,
    address: SocketAddr,
    _server: Option<Arc<Server>>,
}

#[derive(Debug)]
struct Server(AbortHandle);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// What requests and people's acts share.
#[derive(Debug)]
pub(super) struct Shared {
    world: Mutex<World>,
    /// Told after every change.
    pub(super) changed: watch::Sender<()>,
    /// Told when an update arrived.
    pub(super) news: watch::Sender<()>,
}

impl Shared {
    /// A look at the world.
    pub(super) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A change of the world, which wakes whoever waits for one.
    pub(super) fn change<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let mut world = self.world();
        let result = act(&mut world);
        let fresh = std::mem::take(&mut world.updates.fresh);
        drop(world);
        if fresh {
            self.news.send_replace(());
        }
        self.changed.send_replace(());
        result
    }
}

impl Telegram {
    /// Starts to listen on loopback, on the current runtime.
    ///
    /// # Errors
    /// When the port is taken.
    pub async fn start(options: Options) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            world: Mutex::new(World::new(options)),
            changed: watch::Sender::new(()),
            news: watch::Sender::new(()),
        });
        let task = tokio::spawn(http::serve(listener, Arc::clone(&shared), address));
        Ok(Self { shared, address, _server: Some(Arc::new(Server(task.abort_handle()))) })
    }

    /// What a control request acts on; it keeps nothing running.
    pub(super) fn visiting(shared: Arc<Shared>, address: SocketAddr) -> Self {
        Self { shared, address, _server: None }
    }

    /// The API's base address, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The bot's token.
    pub fn token(&self) -> String {
        self.shared.world().options.token.clone()
    }

    /// The bot's username.
    pub fn bot_username(&self) -> String {
        self.shared.world().options.username.clone()
    }

    /// Gives a person an account (or her phone back, if she has one).
    pub fn person(&self, person: Person) -> Phone {
        let id = person.id;
        self.shared.change(|world| {
            world.people.entry(id).or_insert(Account { person, deactivated: false, forbids_voice: false });
        });
        Phone::new(self.clone(), id)
    }

    /// The same, of a person who has started the bot before: it may write to her, and is told nothing now.
    pub fn acquaintance(&self, person: Person) -> Phone {
        let phone = self.person(person);
        self.shared.change(|world| world.meets(phone.id()));
        phone
    }

    /// Makes a group in which the bot is not yet.
    pub fn group(&self, group: Group) -> GroupChat {
        GroupChat::found(self.clone(), group)
    }

    /// The emulator's time.
    pub fn now(&self) -> DateTime<Utc> {
        self.shared.world().now()
    }

    /// Stops the emulator's clock at a time.
    pub fn set_time(&self, at: DateTime<Utc>) {
        self.shared.change(|world| world.clock.set(at));
    }

    /// Moves the emulator's clock.
    pub fn advance(&self, by: chrono::Duration) {
        self.shared.change(|world| world.clock.advance(by));
    }

    /// The same, and in the same moment whatever else is a clock, unless the bot is between two polls: it would take the time
    /// for one in which it was away. Gives whether time was moved.
    pub fn advance_while_polled(&self, by: chrono::Duration, others: impl FnOnce()) -> bool {
        let mut world = self.shared.world();
        let polled = world.updates.is_polled();
        if polled {
            world.clock.advance(by);
            others();
        }
        drop(world);
        if polled {
            self.shared.change(|_| ());
        }
        polled
    }

    /// Adds a way to fail; the first rule that strikes wins.
    pub fn fault(&self, rule: Rule) {
        self.shared.change(|world| world.faults.add(rule));
    }

    /// From now on all goes well.
    pub fn clear_faults(&self) {
        self.shared.change(|world| world.faults.clear());
    }

    /// How many faults happened so far.
    pub fn faults_happened(&self) -> u64 {
        self.shared.world().faults.happened
    }

    /// How often a request with this method was processed although its answer was lost.
    pub fn answers_lost(&self, method: &str) -> u64 {
        let method = method.to_ascii_lowercase();
        self.shared.world().faults.hidden.get(&method).copied().unwrap_or_default()
    }

    /// Enforces limits on sending, or none.
    pub fn limits(&self, limits: Option<Limits>) {
        self.shared.change(|world| world.gate.set(limits));
    }

    /// How many requests were answered with 429, by limits or faults.
    pub fn too_many(&self) -> u64 {
        self.shared.world().log.too_many
    }

    /// Every answer takes this long from now on.
    pub fn latency(&self, latency: Duration) {
        self.shared.change(|world| world.options.latency = latency);
    }

    /// Queues any object as an update, with the next id if it has none. Returns its id.
    pub fn raw_update(&self, update: Value) -> i64 {
        self.shared.change(|world| {
            let now = world.unix();
            world.updates.push_raw(update, now)
        })
    }

    /// Delivers an update once more, even a confirmed one. False when it is forgotten.
    pub fn redeliver(&self, update_id: i64) -> bool {
        self.shared.change(|world| world.updates.redeliver(update_id))
    }

    /// Keeps updates of a kind (`message`) back until [`Self::releases`]: each kind travels on its own way, and one may
    /// overtake another.
    pub fn holds_back(&self, kind: &str) {
        self.shared.change(|world| world.updates.hold(kind));
    }

    /// Lets updates that were kept back go, behind all others.
    pub fn releases(&self) {
        self.shared.change(|world| {
            let now = world.unix();
            world.updates.release(now);
        });
    }

    /// Moves the next update id; back when negative.
    pub fn update_id_jump(&self, by: i64) {
        self.shared.change(|world| world.updates.jump(by));
    }

    /// The id that the next update will get.
    pub fn next_update(&self) -> i64 {
        self.shared.world().updates.next()
    }

    /// Updates that are not confirmed yet.
    pub fn queue_len(&self) -> usize {
        self.shared.world().updates.len()
    }

    /// How many times the bot asked for updates.
    pub fn polls(&self) -> u64 {
        self.shared.world().updates.polls()
    }

    /// The kinds of updates the bot asked for last.
    pub fn allowed_updates(&self) -> Vec<String> {
        self.shared.world().updates.allowed().to_vec()
    }

    /// Queues texts of people as fast as possible. Returns their content numbers, in order.
    pub fn flood<'a>(&self, messages: impl IntoIterator<Item = (i64, &'a str)>) -> Vec<u64> {
        self.shared.change(|world| {
            messages.into_iter().map(|(person, text)| world.hears(person, text.into(), None).1).collect()
        })
    }

    /// A person writes to the bot. Returns the message's id in her chat, and its content number.
    pub fn writes(&self, person: i64, content: impl Into<Content>, reply_to: Option<i64>) -> (i64, u64) {
        let content = content.into();
        self.shared.change(|world| world.hears(person, content, reply_to))
    }

    /// Every message of the bot that arrived, in order.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.shared.world().log.deliveries.clone()
    }

    /// How many messages of the bot arrived.
    pub fn delivered(&self) -> usize {
        self.shared.world().log.deliveries.len()
    }

    /// When each update was handed to the bot for the first time.
    pub fn handed(&self) -> Vec<Handed> {
        self.shared.world().log.handed.clone()
    }

    /// Forgets deliveries, handed updates and requests.
    pub fn forget_log(&self) {
        self.shared.change(|world| world.log = super::log::Log::default());
    }

    /// The newest requests of the bot, oldest first.
    pub fn requests(&self) -> Vec<Recorded> {
        self.shared.world().log.requests.iter().cloned().collect()
    }

    /// Parameters that Bot API 10.1 does not know, as `method.parameter`.
    pub fn unknown_parameters(&self) -> Vec<String> {
        self.shared.world().log.unknown.iter().cloned().collect()
    }

    /// The bytes of a file that the bot uploaded, by [`Seen::file`](super::Seen::file).
    pub fn file(&self, unique_id: &str) -> Option<Vec<u8>> {
        let id = unique_id.strip_prefix("unique-")?.parse().ok()?;
        Some(self.shared.world().files.get(&id)?.to_vec())
    }

    /// Told after every change, whatever it was.
    pub fn changes(&self) -> watch::Receiver<()> {
        self.shared.changed.subscribe()
    }

    pub(super) fn shared(&self) -> &Shared {
        &self.shared
    }
}
