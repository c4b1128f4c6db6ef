//! The law of what his phone tells, over random histories: the same is done in each way in which a conversation can rest
//! without a word (a break nobody was told of, 🆘, a hold, a pause of the team's), also where a break begins before a stop or
//! in it and ends, on its day or by her. He may have another conversation besides and have chosen one of them, and he may have
//! pressed 🆘 before, in a conversation that the team has opened since, or he himself by his no; his case is closed on the way.
//! However it goes:
//! - after each act his screen and his keyboard are the same in all of them, letter by letter;
//! - what was stopped never opens by itself, whatever he asks for and whatever ends.
//!
//! A few histories a run; `LAZO_HISTORIES` sets another number.

use crate::dice::{Dice, histories};
use crate::open_for_her::{closes, opens, settles};
use crate::telling::{HERS, WAYS, open, rests, screen};
use crate::world::{Friend, World};
use lazo::domain::conversation::Side;
use lazo::domain::person::Role;

/// Histories of a run that nobody asked more of: one of each beginning.
const HISTORIES: u64 = 4;
const STEPS: usize = 16;
/// A break of four weeks is the longest: what comes after its end is another story.
const MOST_HOURS: i64 = 26 * 24;

/// What was before it rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    /// He has two, and has chosen her.
    Chosen,
    /// He pressed 🆘 and has not answered yet, and the team has opened it.
    Opened,
    /// He pressed 🆘 and said that it is about something else.
    SaidNo,
}

const BEFORE: [Before; 4] = [Before::Chosen, Before::Opened, Before::SaidNo, Before::Nothing];

/// How a conversation rests.
#[derive(Clone, Copy, Debug)]
struct Rest {
    before: Before,
    /// From the first day on: a break, a stop, or a break of a week.
    first: &'static str,
    /// From the third day on: a stop, a break of a week in it, or nothing more.
    then: &'static str,
    /// She ends her break on the fifth day.
    back: bool,
    /// The others may know of a break that is taken in a stop.
    told: bool,
}

/// A break or a stop alone; and some in which a stop overtakes a break, or a break is taken in a stop.
fn rests_so(before: Before, dice: &mut Dice) -> Vec<Rest> {
    let alone = |first| Rest { before, first, then: "", back: false, told: false };
    let mut all: Vec<Rest> = WAYS.map(alone).into();
    // After 🆘 there is nothing to take a break from.
    for (overtaken, told) in [(true, false), (true, false), (false, false), (false, true)] {
        let stop =
            if told { WAYS[2 + dice.below(WAYS.len() - 2)] } else { WAYS[1 + dice.below(WAYS.len() - 1)] };
        let (first, then) = if overtaken { ("week", stop) } else { (stop, "week") };
        all.push(Rest { before, first, then, back: dice.below(2) == 0, told });
    }
    all
}

struct Story {
    rest: Rest,
    world: World,
    friends: [Friend; 3],
    hours: i64,
    /// What comes then stops it: nothing of his had stopped it before.
    then_stops: bool,
}

impl Story {
    async fn begins(rest: Rest) -> Self {
        let (world, friends, _) = open().await;
        let story = Self { rest, world, friends, hours: 0, then_stops: false };
        story.begins_with(rest.before).await;
        story.rests(rest.first).await;
        story
    }

    async fn begins_with(&self, before: Before) {
        let (world, [amina, tomas, vera]) = (&self.world, &self.friends);
        if before == Before::Chosen {
            let bo = world.joined("Bo", Role::Mentee).await;
            world.introduce(&[(&bo, Side::Mentee), (tomas, Side::Mentor)], vera).await;
            tomas.presses("👤 Amina").await;
        }
        if matches!(before, Before::Opened | Before::SaidNo) {
            tomas.says("🆘 Necesito ayuda").await;
            tomas.presses("🛟 No me siento a salvo").await;
            settles(world, vera).await;
            let pair = world.pair_of(amina).await.unwrap().id;
            if before == Before::SaidNo {
                tomas.presses("✖️ No").await;
            } else {
                opens(world, vera, pair).await;
            }
        }
    }

    async fn rests(&self, way: &str) {
        let [amina, ..] = &self.friends;
        match way {
            "" => {}
            "week" => {
                amina.says("/pause").await;
                // After 🆘 there is nothing to take a break from.
                if amina.phone.presses("⏸ أسبوع").is_ok() {
                    self.world.settles().await;
                    amina.presses(if self.rest.told { "✅ نعم، يمكن" } else { "✖️ لا" }).await;
                }
            }
            _ => rests(&self.world, &self.friends, way).await,
        }
    }

    /// What he has stopped himself the team does not stop.
    async fn rests_then(&mut self) {
        let pair = self.world.pair_of(&self.friends[0]).await;
        let open = pair.is_none_or(|pair| !pair.is_stopped());
        let then = self.rest.then;
        self.then_stops = WAYS[1..].contains(&then) && (open || then == "sos");
        if open || !matches!(then, "hold" | "pause" | "desk") {
            self.rests(then).await;
        }
    }

    /// So many hours go by, with what happens in them.
    async fn passes(&mut self, hours: i64) {
        let until = self.hours + hours;
        for (at, what) in [(48, "then"), (96, "back")] {
            if (self.hours..until).contains(&at) {
                self.world.hours_pass(at - self.hours).await;
                self.hours = at;
                match what {
                    "then" => self.rests_then().await,
                    _ if self.rest.back => {
                        self.friends[0].says("/pause").await;
                        let _ = self.friends[0].phone.presses("◀ إنهاء الاستراحة الآن");
                        self.world.settles().await;
                    }
                    _ => {}
                }
            }
        }
        self.world.hours_pass(until - self.hours).await;
        self.hours = until;
    }

    fn tomas(&self) -> &Friend {
        &self.friends[1]
    }

    async fn does(&mut self, act: &Act) {
        let hers = self.tomas().copies().iter().find(|seen| seen.text == HERS).map(|seen| seen.id);
        match act {
            Act::Says(text) => drop(self.tomas().says(text).await),
            Act::Closes => closes(&self.world, &self.friends[2], self.tomas()).await,
            Act::Replies(text) => {
                if let Some(hers) = hers {
                    self.tomas().replies(hers, *text).await;
                }
            }
            Act::Edits(text) => {
                let mine = self.tomas().phone.screen().into_iter().rfind(|it| !it.from_bot && !it.deleted);
                if let Some(mine) = mine {
                    self.tomas().phone.edits(mine.id, text);
                }
            }
            Act::Reacts => {
                if let Some(hers) = hers {
                    self.tomas().phone.reacts(hers, "👍");
                }
            }
            Act::Presses(place, label) => {
                let id = self.tomas().phone.screen().get(*place).map(|seen| seen.id).unwrap();
                let _ = self.tomas().phone.presses_on(id, label);
            }
            Act::Passes(hours) => self.passes(*hours).await,
        }
        self.world.settles().await;
    }

    /// Whether what was stopped still is.
    async fn is_as_it_should(&self) -> bool {
        let stops = |way: &str| WAYS[1..].contains(&way);
        let stopped = stops(self.rest.first) || self.then_stops;
        let pair = self.world.pair_of(&self.friends[0]).await;
        !stopped || pair.is_some_and(|pair| pair.is_stopped())
    }
}

#[derive(Clone, Debug)]
enum Act {
    Says(String),
    /// The team closes his case, if one is open.
    Closes,
    Replies(&'static str),
    Edits(&'static str),
    Reacts,
    Presses(usize, String),
    Passes(i64),
}

fn act(dice: &mut Dice, tomas: &Friend, left: i64) -> Act {
    let shown = tomas.phone.screen();
    let newest = shown.iter().enumerate().rev().take(4);
    let labels = newest.flat_map(|(place, seen)| {
        seen.buttons.iter().flatten().map(move |button| (place, button.text.clone()))
    });
    let labels: Vec<_> = labels.collect();
    let says = [
        "Hola",
        "🆘 Necesito ayuda",
        "🆘 Necesito ayuda",
        "/pause",
        "/undo",
        "/settings",
        "/privacy",
        "/team",
    ];
    match dice.below(10) {
        0..4 => match dice.one(&labels) {
            Some((place, label)) => Act::Presses(place, label),
            None => Act::Says("🆘 Necesito ayuda".to_owned()),
        },
        4 => Act::Passes([1, 14, 24, 60][dice.below(4)].min(left)),
        5 => Act::Replies(["Sí", "/undo", "🆘 Necesito ayuda"][dice.below(3)]),
        6 if dice.below(2) == 0 => Act::Edits("Hola otra vez"),
        6 => Act::Reacts,
        // A name on his keyboard, if there are any.
        7 => {
            let keys = tomas.phone.keyboard().unwrap_or_default().concat();
            let names: Vec<String> = keys.into_iter().filter(|key| key.starts_with(['👤', '➤'])).collect();
            Act::Says(dice.one(&names).unwrap_or_else(|| "Hola".to_owned()))
        }
        8.. => Act::Says(says[dice.below(says.len())].to_owned()),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn law_his_phone_never_tells_how_a_conversation_rests() {
    for seed in histories(HISTORIES) {
        let mut dice = Dice::of(seed);
        let mut stories = Vec::new();
        let before = BEFORE[usize::try_from(seed).unwrap() % BEFORE.len()];
        for rest in rests_so(before, &mut dice) {
            stories.push(Story::begins(rest).await);
        }
        let mut log = Vec::new();
        for step in 0..STEPS {
            let act = match step {
                // Each history comes past the beginning and the end of what changes.
                4 | 8 => Act::Passes(60),
                10 if before != Before::Nothing => Act::Closes,
                12 => Act::Passes(96),
                _ => act(&mut dice, stories[0].tomas(), MOST_HOURS - 216 - stories[0].hours),
            };
            log.push(format!("{act:?}"));
            let mut first = None;
            for story in &mut stories {
                story.does(&act).await;
                let shown = (screen(story.tomas()), story.tomas().phone.keyboard());
                let first = first.get_or_insert_with(|| shown.clone());
                assert_eq!(&shown, first, "history {seed}, {:?}:\n{}", story.rest, log.join("\n"));
                assert!(
                    story.is_as_it_should().await,
                    "history {seed}, {:?}:\n{}",
                    story.rest,
                    log.join("\n")
                );
            }
        }
    }
}
