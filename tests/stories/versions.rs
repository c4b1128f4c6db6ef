//! Two laws over random histories in which people change, delete and take back what they write at every moment: before
//! its page, before its copy leaves, while that is on its way, after it, before the team's turn, with answers that are
//! lost and restarts between.
//!
//! Who reads along has every version that a reader had, or somebody has the fact. What the guard says is true.

use crate::albums::part;
use crate::dice::Dice;
use crate::world::{Friend, World, is_copy};
use chrono::TimeDelta;
use lazo::demo::{Content, Fault, Group, GroupChat, Phone, Rule, Seen};
use lazo::domain::case::CaseKind;
use lazo::domain::conversation::{Side, Supervised};
use lazo::domain::id::ConversationId;
use lazo::domain::leak::Policy;
use lazo::domain::person::Role;
use std::time::Duration;

/// Pairs in a world, all of which write at once.
const PAIRS: usize = 10;
/// Rounds in a world, each with messages of everybody.
const ROUNDS: usize = 6;
/// How much of the story's time passes in a real millisecond.
const HASTE: i64 = 20;

/// What somebody does, and when.
#[derive(Clone, Debug)]
enum Act {
    Writes(Content),
    Edits(String),
    Exchanges(Content),
    Deletes,
    TakesBack,
    /// Her reader deletes the copy.
    ReaderDeletes,
}

/// A message and what becomes of it.
struct Story {
    pair: usize,
    acts: Vec<(i64, Act)>,
    /// Its number in its writer's chat, once it is written.
    ids: Vec<i64>,
}

struct Pair {
    writer: Friend,
    reader: Friend,
    id: ConversationId,
}

impl World {
    /// Time runs, much faster than real time, and everything happens at its moment.
    async fn runs(&self, millis: i64, mut at: impl FnMut(i64)) {
        let mut past = 0;
        while past < millis {
            at(past);
            past += HASTE;
            self.clock.advance(TimeDelta::milliseconds(HASTE));
            self.telegram.set_time(self.now());
            self.wakes().await;
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    async fn pairs(&self) -> Vec<Pair> {
        let vera = self.joined("Vera", Role::Coordinator).await;
        let mut pairs = Vec::new();
        for n in 0..PAIRS {
            let reader = self.joined(&format!("Amina {n}"), Role::Mentee).await;
            let writer = self.joined(&format!("Tomás {n}"), Role::Mentor).await;
            let id = self.introduce(&[(&reader, Side::Mentee), (&writer, Side::Mentor)], &vera).await;
            pairs.push(Pair { writer, reader, id });
        }
        pairs
    }

    /// Ways are long, chats must wait, answers get lost, unless it is `calm`.
    fn is_far(&self, dice: &mut Dice, group: Option<i64>, calm: bool) {
        for method in ["copyMessage", "copyMessages", "sendMessage", "deleteMessages", "editMessageText"] {
            for _ in 0..3 {
                let slow = Fault::Slow { millis: 5 + dice.moment(80).unsigned_abs() };
                self.telegram.fault(Rule::new(slow).on(method).chance(0.25));
            }
            for (lost, chance) in
                [(Fault::CutAfter, 0.02), (Fault::Truncated, 0.01), (Fault::CutBefore, 0.03)]
            {
                if !calm {
                    self.telegram.fault(Rule::new(lost).on(method).chance(chance));
                }
            }
        }
        if let Some(group) = group {
            let busy = Fault::TooMany { seconds: Some(2) };
            self.telegram.fault(Rule::new(busy).in_chat(group).chance(0.2));
        }
    }
}

impl Story {
    fn happens(&mut self, now: i64, pairs: &[Pair]) {
        let Pair { writer, reader, .. } = &pairs[self.pair];
        let due: Vec<Act> = self.acts.extract_if(.., |(at, _)| *at <= now).map(|(_, act)| act).collect();
        for act in due {
            let of = self.ids.last().copied();
            match (act, of) {
                (Act::Writes(content), _) => self.ids.push(writer.phone.sends(content)),
                (Act::Edits(text), Some(id)) => drop(writer.phone.edits(id, &text)),
                (Act::Exchanges(content), Some(id)) => drop(writer.phone.exchanges(id, content)),
                (Act::Deletes, Some(id)) => drop(writer.phone.deletes(id)),
                (Act::TakesBack, Some(id)) => drop(writer.phone.replies(id, "/undo")),
                (Act::ReaderDeletes, _) => {
                    let copies = copies(&reader.phone);
                    if let Some(copy) = copies.iter().rev().find(|copy| !copy.deleted) {
                        reader.phone.deletes(copy.id);
                    }
                }
                (Act::Edits(_) | Act::Exchanges(_) | Act::Deletes | Act::TakesBack, None) => {}
            }
        }
    }
}

/// All that was ever copied to a phone.
fn copies(phone: &Phone) -> Vec<Seen> {
    phone.history().into_iter().filter(is_copy).collect()
}

/// Everybody's stories at once, with a restart in the middle of some.
async fn are_told(world: &World, pairs: &[Pair], stories: &mut [Story], restart: bool) {
    let run = |from: i64| {
        move |stories: &mut [Story], now: i64| {
            for story in stories.iter_mut() {
                story.happens(from + now, pairs);
            }
        }
    };
    let first = run(0);
    world.runs(3_000, |now| first(stories, now)).await;
    if restart {
        world.restarts().await;
    }
    let second = run(3_000);
    world.runs(6_000, |now| second(stories, now)).await;
}

/// A message of any kind, and what its writer does to it, each version with words of its own.
fn anything(dice: &mut Dice, (pair, calm): (usize, bool), name: &str) -> Story {
    let mut at = dice.moment(2_000);
    let caption = |n: usize| format!("{name} v{n}");
    let first = match dice.below(5) {
        0 => Content::photo(&caption(0)),
        1 => part(name, &caption(0)),
        _ => Content::Text(caption(0)),
    };
    let mut acts = vec![(at, Act::Writes(first.clone()))];
    if let Content::AlbumPhoto { .. } = first {
        acts.push((at, Act::Writes(part(name, &caption(1)))));
    }
    for n in 2..2 + dice.below(4) {
        let most = if dice.below(2) == 0 { 300 } else { 3_000 };
        at += dice.moment(most);
        let act = match (dice.below(9), &first) {
            (0..=3, _) => Act::Edits(caption(n)),
            (4, Content::Photo { .. }) => Act::Exchanges(Content::photo(&caption(n))),
            (4 | 5, _) => Act::Deletes,
            (6, _) if !calm => Act::ReaderDeletes,
            _ => Act::TakesBack,
        };
        acts.push((at, act));
    }
    Story { pair, acts, ids: Vec::new() }
}

async fn read_along(world: &World) -> (Vec<Pair>, GroupChat) {
    let lea = world.joined("Lea", Role::Lead).await;
    let safe = world.telegram.group(Group::supergroup(12, "Safeguarding"));
    safe.joins(&lea.phone);
    safe.adds_bot(&lea.phone);
    world.settles().await;
    safe.says_as(&lea.phone, "/linksafeguarding", None);
    world.settles().await;
    let pairs = world.pairs().await;
    let ids: Vec<ConversationId> = pairs.iter().map(|pair| pair.id).collect();
    world
        .changes(async |tx, _| {
            for id in ids {
                tx.supervise(id, Supervised::Yes).await.unwrap();
            }
        })
        .await;
    (pairs, safe)
}

/// What could not be copied: the room has the fact alone.
fn is_fact(seen: &Seen) -> bool {
    seen.text.contains("could not be copied")
}

/// Security 1. Every version a reader had, whatever became of it since, is in the room; or whoever reads there has the fact,
/// and the lead the case. As long as no answer is lost and her reader deletes nothing it is the version: taking back waits.
#[tokio::test(flavor = "multi_thread")]
async fn who_reads_along_has_every_version_that_a_reader_had_or_the_fact() {
    let (mut versions, mut facts, mut gone) = (0, 0, 0);
    for seed in 0..worlds() {
        let world = World::new().await;
        let (pairs, safe) = read_along(&world).await;
        let mut dice = Dice::of(seed);
        for round in 0..ROUNDS {
            let calm = round % 3 == 2;
            world.is_far(&mut dice, Some(safe.id()), calm);
            let story = |pair| anything(&mut dice, (pair, calm), &format!("s{seed} r{round} p{pair}"));
            let mut stories: Vec<Story> = (0..PAIRS).map(story).collect();
            let before = safe.screen(None).iter().filter(|seen| is_fact(seen)).count();
            are_told(&world, &pairs, &mut stories, round % 3 == 1).await;
            world.telegram.clear_faults();
            world.minutes_pass(30).await;
            // What only its writer takes back or deletes stays until the room has it.
            let new = safe.screen(None).into_iter().filter(is_fact).skip(before).collect::<Vec<_>>();
            assert!(!calm || new.is_empty(), "seed {seed}, round {round}: {new:?}");
        }
        let room: Vec<Seen> = safe.screen(None);
        for (n, pair) in pairs.iter().enumerate() {
            let told = |seen: &&Seen| is_fact(seen) && seen.text.contains(&format!("Tomás {n}"));
            let lines = room.iter().filter(told).count();
            let case = has_case(&world, pair.id, CaseKind::Unseen).await;
            assert_eq!(lines > 0, case, "the lead and the room know the same");
            facts += lines;
            let had = copies(&pair.reader.phone);
            gone += had.iter().filter(|copy| copy.deleted).count();
            versions += had.len();
            for copy in had {
                assert!(!copy.edited, "nothing is replaced: {copy:?}");
                let read = room.iter().any(|seen| is_copy(seen) && seen.text == copy.text);
                assert!(read || lines > 0, "seed {seed}: only the reader had {:?}", copy.text);
            }
        }
    }
    eprintln!("{versions} versions, {gone} of them gone, {facts} facts");
    assert!(versions > 100 && gone > 20, "{versions} versions, {gone} gone: too quiet");
    assert!(facts < versions / 4, "{facts} facts beside {versions} versions: what can be copied is copied");
}

/// As many worlds as `LAZO_WORLDS` says: two, to be quick.
#[expect(clippy::disallowed_methods, reason = "how long it is tried is asked for in the environment")]
fn worlds() -> u64 {
    std::env::var("LAZO_WORLDS").ok().and_then(|it| it.parse().ok()).unwrap_or(2)
}

async fn has_case(world: &World, pair: ConversationId, kind: CaseKind) -> bool {
    let open = world
        .changes(async |tx, _| {
            let ids = tx.cases_about(Some(pair), None).await.unwrap();
            tx.cases(&ids).await.unwrap()
        })
        .await;
    open.iter().any(|case| case.kind == kind)
}

/// A message that shows a number once it is changed, and the number.
struct Leak {
    story: Story,
    number: String,
}

/// Harmless at first; the change that shows a number comes at any moment, perhaps among others.
fn leaking(dice: &mut Dice, pair: usize, n: usize) -> Leak {
    let number = format!("612 {:03} {:03}", n / 1000, n % 1000);
    let mut at = dice.moment(2_000);
    let photo = dice.below(4) == 0;
    let words = format!("hola {}", ["a", "b", "c", "d"][n % 4]);
    let first = if photo { Content::photo(&words) } else { Content::Text(words) };
    let mut acts = vec![(at, Act::Writes(first))];
    let mut wait = |dice: &mut Dice| {
        let most = [150, 1_000, 4_000][dice.below(3)];
        at += dice.moment(most);
        at
    };
    for _ in 0..dice.below(2) {
        acts.push((wait(dice), Act::Edits(format!("hola otra vez {}", acts.len()))));
    }
    acts.push((wait(dice), Act::Edits(format!("mi móvil es el {number}"))));
    Leak { story: Story { pair, acts, ids: Vec::new() }, number }
}

const NOT_SENT: [&str; 2] = ["No se ha enviado", "no lo tiene nadie"];
const PERHAPS: &str = "Puede que alguien";

/// What a law found.
#[derive(Debug, Default)]
struct Found {
    had: usize,
    stopped: usize,
    perhaps: usize,
}

/// Holds what the writer of a leak reads about it against what its reader has. `never`: it goes nowhere,
/// whatever its writer says.
fn is_told_truly(
    number: &str,
    (story, pair): (&Story, &Pair),
    (never, restart, faults): (bool, bool, bool),
    what: &str,
) -> Found {
    let Pair { writer, reader, .. } = pair;
    let had: Vec<Seen> = copies(&reader.phone).into_iter().filter(|it| it.text.contains(number)).collect();
    let notices = writer
        .phone
        .screen()
        .into_iter()
        .filter(|seen| seen.from_bot && seen.reply_to == story.ids.first().copied());
    let notices: Vec<String> = notices.map(|seen| seen.text).collect();
    let says = |words: &str| notices.iter().any(|text| text.contains(words));
    let what = format!("{what}, {number}: {notices:?}, {had:?}");
    assert!(!notices.is_empty(), "its writer hears of it: {what}");
    assert!(
        had.is_empty() || !NOT_SENT.iter().any(|words| says(words)),
        "the guard says what is not so: {what}"
    );
    let there = had.iter().any(|copy| !copy.deleted);
    assert!(!there || says(PERHAPS), "it is there, and nobody says so: {what}");
    // Without a restart and a lost answer, it is not there in the end.
    assert!(!there || restart || faults, "it stays: {what}");
    let text = had.iter().all(|copy| copy.kind == "text");
    assert!(
        !never || had.is_empty() || restart || !text,
        "where it never goes, a text goes as it was judged: {what}"
    );
    Found { had: usize::from(!had.is_empty()), perhaps: usize::from(says(PERHAPS)), stopped: 1 }
}

async fn guards(policy: Policy, young: bool, seed: u64) -> Found {
    let world = World::new().await;
    let pairs = world.pairs().await;
    let minors: Vec<_> = pairs.iter().filter(|_| young).map(|pair| pair.reader.id).collect();
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.contacts = policy;
            tx.save_programme(&programme, now).await.unwrap();
            for mut minor in tx.persons(&minors).await.unwrap() {
                minor.profile.adult = None;
                tx.save(&minor).await.unwrap();
            }
        })
        .await;
    let (mut dice, mut number, mut found) = (Dice::of(seed), 0, Found::default());
    for round in 0..ROUNDS {
        world.is_far(&mut dice, None, false);
        let mut leaks: Vec<Leak> = Vec::new();
        for pair in 0..PAIRS {
            number += 1;
            leaks.push(leaking(&mut dice, pair, number));
        }
        let mut stories: Vec<Story> = leaks
            .iter_mut()
            .map(|leak| {
                std::mem::replace(&mut leak.story, Story { pair: 0, acts: Vec::new(), ids: Vec::new() })
            })
            .collect();
        // After an outage its change comes in a later page than a message.
        let backlog = round % 3 == 2;
        if backlog {
            world.telegram.holds_back("edited_message");
        }
        let restart = round % 2 == 1;
        are_told(&world, &pairs, &mut stories, restart).await;
        world.telegram.releases();
        world.telegram.clear_faults();
        world.minutes_pass(5).await;
        for (leak, story) in leaks.iter().zip(&stories) {
            let what = format!("{policy:?}, {young}, seed {seed}, round {round}");
            let never = policy == Policy::Refuse || young;
            let faults = world.telegram.faults_happened() > 0;
            let one =
                is_told_truly(&leak.number, (story, &pairs[story.pair]), (never, restart, faults), &what);
            found.had += one.had;
            found.perhaps += one.perhaps;
            found.stopped += 1;
        }
    }
    found
}

/// Security 2.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_guard_says_is_true_whenever_a_message_is_changed() {
    for (policy, young) in [(Policy::Ask, false), (Policy::Refuse, false), (Policy::Ask, true)] {
        let mut all = Found::default();
        for seed in 0..worlds() {
            let Found { had, stopped, perhaps } = guards(policy, young, seed).await;
            all.had += had;
            all.stopped += stopped;
            all.perhaps += perhaps;
        }
        eprintln!("{policy:?}, {young}: {all:?}");
        let Found { had, stopped, perhaps } = all;
        assert!(perhaps >= had && perhaps < stopped, "it is often certain: {all:?}");
        let judged = policy == Policy::Refuse || young;
        assert!(!judged || had * 5 < stopped, "it goes as it was judged: {all:?}");
    }
}
