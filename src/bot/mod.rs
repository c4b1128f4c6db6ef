//! Wires the loops (listen, schedule, carry) and runs them; drains them when told to stop.

mod awake;
mod conflicts;
mod listener;
mod others;
mod unsaved;

use self::awake::awake;
use self::listener::Listener;
use crate::clock::Clock;
use crate::courier::{self, Courier};
use crate::domain::seal::Seal;
use crate::handlers::{self, House, Memory};
use crate::limits::{Limits, Watch};
use crate::scheduler::Scheduler;
use crate::store::{self, Db, Leadership, News};
use crate::telegram::{Api, Refused, Token, profile};
use crate::words::Words;
use chrono::{DateTime, Utc};
use futures_util::future::select_all;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

/// What a bot is made of.
pub struct Parts {
    /// The database's address.
    pub database: String,
    /// The Bot API server's.
    pub api: String,
    /// The bot's token.
    pub token: Token,
    /// The time.
    pub clock: Clock,
    /// How letters are carried.
    pub carrying: courier::Settings,
    /// The words, if several bots in this process share them; then none has a thread of its own either.
    pub words: Option<Arc<Words>>,
    /// How long things may take.
    pub limits: Limits,
}

/// Why a bot cannot start or go on.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The database.
    #[error("The database does not work: {0}. Check LAZO_DATABASE_URL.")]
    Store(#[from] store::Error),
    /// The words.
    #[error("The words cannot be read: {0}.")]
    Words(#[from] crate::words::LoadError),
    /// The HTTP client.
    #[error("The network client cannot start: {0}.")]
    Network(#[from] reqwest::Error),
    /// No thread to be had.
    #[error("The computer gives Lazo no second thread: {0}.")]
    Thread(std::io::Error),
    /// Another process has the lead.
    #[error(
        "Another Lazo is already running with this database: stop it first, or give this one its own LAZO_DATABASE_URL."
    )]
    Second,
    /// Someone else polls.
    #[error(
        "Another program is receiving this bot's messages: stop it, then start Lazo again. Until it is stopped, Lazo takes nothing."
    )]
    Conflict,
    /// The database is another bot's.
    #[error(
        "This database belongs to bot {0}, and the token is another bot's: give the right token, or a new LAZO_DATABASE_URL."
    )]
    OtherBot(String),
    /// The token is refused.
    #[error("Telegram does not know this token: copy it again from @BotFather.")]
    Token,
    /// The system gives no random numbers.
    #[error("This computer gives Lazo no random numbers: see its system log.")]
    Chance,
    /// One of the loops ended, which only a mistake in the program can do.
    #[error(
        "A part of Lazo has failed, and the log above says where: start it again. Nothing was lost; please report it."
    )]
    Broken,
    /// One of them stands still, which only a mistake in the program or a broken computer can do.
    #[error("The part of Lazo that {0} stands still: start it again. Nothing was lost; please report it.")]
    Still(&'static str),
    /// Telegram cannot be reached.
    #[error("Telegram cannot be reached: check the network and LAZO_TELEGRAM_API_URL, then start again.")]
    Unreachable,
}

/// A running bot.
pub struct Running {
    /// Its database.
    pub db: Db,
    /// The bot's username, for links.
    pub bot_name: String,
    stop: watch::Sender<bool>,
    loops: Vec<JoinHandle<()>>,
    listening: JoinHandle<Result<(), Trouble>>,
    presenting: JoinHandle<()>,
    bells: Bells,
    watch: Watch,
    lead: Leadership,
    _road: Road,
}

/// How loops wake each other.
#[derive(Clone, Default)]
struct Bells {
    posted: Arc<Notify>,
    alarmed: Arc<Notify>,
}

impl Bells {
    fn ring(&self, news: News) {
        if news.posted {
            self.posted.notify_one();
        }
        if news.alarmed {
            self.alarmed.notify_one();
        }
    }
}

/// What the loops do, for a sentence about one that does not.
pub const LOOPS: [&str; 3] = ["listens", "carries letters", "looks at what is due"];

/// A bot needs its database, the lead, its words and its name; then its loops start.
pub async fn start(parts: Parts) -> Result<Running, Trouble> {
    let (words, road) = match parts.words {
        Some(words) => (words, Road(None)),
        None => (Arc::new(Words::load()?), Road::new().map_err(Trouble::Thread)?),
    };
    let db = Db::open_within(&parts.database, &parts.limits).await?;
    let lead = db.lead(parts.token.bot()).await?.ok_or(Trouble::Second)?;
    let api = Api::new(&parts.api, parts.token)?.telling(&parts.clock);
    let bot_name = identify(&db, &api).await?;
    let bells = Bells::default();
    let (open, opened) = watch::channel(parts.clock.is_known());
    if parts.clock.is_known() {
        awake(&db, &bells, parts.clock.now()).await?;
    }
    choose_topics(&db, &bells, (&api, parts.carrying.private_topics), parts.clock.now()).await?;
    let (stop, stopped) = watch::channel(false);
    let memory = Arc::new(Memory::default());
    let house = House {
        controls: words.controls(),
        words: words.clone(),
        bot_name: bot_name.clone(),
        seal: seal(&db).await?,
        memory: memory.clone(),
    };
    let (watch, [listens, carries, looks]) = Watch::over(parts.limits.still, LOOPS);
    let courier = Arc::new(Courier {
        db: db.clone(),
        api: if road.is_open() { api.apart()? } else { api.clone() },
        words: words.clone(),
        memory,
        clock: parts.clock.clone(),
        settings: parts.carrying,
        wake: bells.posted.clone(),
        alarmed: bells.alarmed.clone(),
        mark: carries,
    });
    let scheduler = Scheduler {
        db: db.clone(),
        clock: parts.clock.clone(),
        wake: bells.alarmed.clone(),
        posted: bells.posted.clone(),
        mark: looks,
    };
    let listener = Listener {
        db: db.clone(),
        api: api.clone(),
        house,
        clock: parts.clock,
        bells: bells.clone(),
        awake: open,
        mark: listens,
    };
    let listening = tokio::spawn(listener.run(stopped.clone()));
    let carrying = once(opened.clone(), stopped.clone(), courier.run(stopped.clone()));
    let scheduling = once(opened, stopped.clone(), scheduler.run(stopped));
    let loops = vec![road.spawn(carrying), tokio::spawn(scheduling)];
    let presenting = tokio::spawn(profile::present(api, words));
    Ok(Running { db, bot_name, stop, loops, listening, presenting, bells, watch, lead, _road: road })
}

/// A loop that looks at the time begins once the bot is awake, unless it is told to stop before.
async fn once(
    mut awake: watch::Receiver<bool>,
    mut stop: watch::Receiver<bool>,
    run: impl Future<Output = ()>,
) {
    let woken = tokio::select! {
        woken = awake.wait_for(|awake| *awake) => woken.is_ok(),
        _ = stop.wait_for(|stop| *stop) => false,
    };
    if woken {
        run.await;
    }
}

/// Whether the bot has topics in private chats switched on; `None` if Telegram's answer cannot be read, or none came.
async fn has_topics(api: &Api) -> Option<bool> {
    match profile::has_topics(api).await {
        Ok(true) => return Some(true),
        Ok(false) => tracing::warn!(
            "LAZO_PRIVATE_TOPICS is set, but this bot has no topics in private chats: see lazo check"
        ),
        Err(why) => {
            tracing::warn!(?why, "Telegram does not say whether this bot has topics; it is left as it is");
            return None;
        }
    }
    Some(false)
}

/// With topics or without: what is known of them is forgotten only where it is certain that there are none. One account that
/// cannot be worked on keeps no other without, and nothing from starting.
async fn choose_topics(
    db: &Db,
    bells: &Bells,
    (api, wanted): (&Api, bool),
    now: DateTime<Utc>,
) -> Result<(), Trouble> {
    let on = if wanted { has_topics(api).await } else { Some(false) };
    let Some(on) = on else { return Ok(()) };
    let mut tx = db.begin().await?;
    let chats = handlers::topics::at_start(&mut tx, on).await?;
    bells.ring(tx.commit().await?);
    for chat in chats {
        let mut tx = db.begin().await?;
        let done = handlers::guarded(handlers::topics::of_account(&mut tx, chat, now)).await;
        match tx.commit_if(done).await {
            Ok(news) => bells.ring(news),
            Err(why) if why.about() == store::About::Store => return Err(why.into()),
            Err(why) => tracing::error!(%why, chat = chat.0, "topics could not be asked for"),
        }
    }
    Ok(())
}

/// A thread of the courier's own: what is heard and what is sent do not come between each other's statements.
struct Road(Option<Runtime>);

impl Road {
    fn new() -> std::io::Result<Self> {
        let runtime =
            Builder::new_multi_thread().worker_threads(1).thread_name("road").enable_all().build()?;
        Ok(Self(Some(runtime)))
    }

    fn is_open(&self) -> bool {
        self.0.is_some()
    }

    /// Walks it, with the log of whoever asks; on the thread of whoever asks if it is closed already.
    fn spawn(&self, walk: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        let walk = tracing::instrument::WithSubscriber::with_current_subscriber(walk);
        match &self.0 {
            Some(runtime) => runtime.spawn(walk),
            None => tokio::spawn(walk),
        }
    }
}

impl Drop for Road {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            // Nothing that is dropped among futures may wait for a thread.
            runtime.shutdown_background();
        }
    }
}

/// How long Telegram may take to say the bot's name.
const NAMING: Duration = Duration::from_secs(10);

/// The bot's own name, as it is now; without an answer, as it was at the last start. A database belongs to one bot: message ids of another would mean other messages.
pub(crate) async fn identify(db: &Db, api: &Api) -> Result<String, Trouble> {
    let mut tx = db.begin().await?;
    let bot = api.bot().to_string();
    if let Some(known) = tx.fact("bot_id").await?.filter(|known| *known != bot) {
        return Err(Trouble::OtherBot(known));
    }
    let known = tx.fact("bot_name").await?;
    drop(tx);
    let asked = tokio::time::timeout(NAMING, profile::name(api)).await.unwrap_or(Err(Refused::Transient));
    let name = match (asked, known) {
        (Ok(name), Some(known)) if name == known => return Ok(name),
        (Ok(name), _) => name,
        // What else is wrong is found by polling, which goes on trying.
        (Err(_), Some(known)) => return Ok(known),
        (Err(Refused::Configuration(_)), None) => return Err(Trouble::Token),
        (Err(_), None) => return Err(Trouble::Unreachable),
    };
    let mut tx = db.begin().await?;
    tx.note("bot_id", &bot).await?;
    tx.note("bot_name", &name).await?;
    let _ = tx.commit().await?;
    Ok(name)
}

/// This installation's key for fingerprints, made at its first start.
async fn seal(db: &Db) -> Result<Seal, Trouble> {
    let mut tx = db.begin().await?;
    if let Some(seal) = tx.fact("seal").await?.as_deref().and_then(Seal::parse) {
        return Ok(seal);
    }
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|_| Trouble::Chance)?;
    let seal = Seal::new(key);
    tx.note("seal", &seal.written()).await?;
    let _ = tx.commit().await?;
    Ok(seal)
}

impl Running {
    /// Waits until the bot cannot go on, which does not happen while all is well.
    pub async fn fails(&mut self) -> Trouble {
        tokio::select! {
            heard = &mut self.listening => match heard {
                Ok(Err(trouble)) => trouble,
                Ok(Ok(())) | Err(_) => Trouble::Broken,
            },
            () = first_end(&mut self.loops) => Trouble::Broken,
            () = self.db.deposed() => Trouble::Second,
            does = self.watch.stands_still() => {
                // It would be waited for.
                self.loops.iter().for_each(JoinHandle::abort);
                Trouble::Still(does)
            }
        }
    }

    /// Looks at its loops, from outside.
    pub fn watch(&self) -> Watch {
        self.watch.clone()
    }

    /// Stops taking in, lets what is in flight arrive, signs it off. Takes less than 10 s.
    pub async fn stop(self) {
        // Nobody listens any more only if every loop has ended by itself.
        let _ = self.stop.send(true);
        // What it has not said yet is said at the next start; Telegram may keep it waiting for long.
        self.presenting.abort();
        for task in self.loops.into_iter().filter(|task| !task.is_finished()) {
            let _ = task.await;
        }
        self.listening.abort();
        // On PostgreSQL the lead is a connection, and closing waits for every connection.
        drop(self.lead);
        self.db.close().await;
    }

    /// Rings every bell: the clock was moved.
    pub fn wake(&self) {
        self.bells.ring(News { posted: true, alarmed: true });
    }
}

/// Waits until one of these loops ends, however it does.
async fn first_end(loops: &mut [JoinHandle<()>]) {
    let _ = select_all(loops).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_loop_that_fails_is_noticed_while_the_others_go_on() {
        let goes_on = tokio::spawn(std::future::pending());
        let fails = tokio::spawn(async { panic!("a mistake") });
        let mut loops = [goes_on, fails];
        first_end(&mut loops).await;
        assert!(!loops[0].is_finished() && loops[1].is_finished());
        loops[0].abort();
    }
}
