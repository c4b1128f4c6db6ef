//! Nobody's pair ends for conduct before it was said whether a person has heard them: every way in which the team ends a pair,
//! with every reason there is.

use crate::cases::opens;
use crate::world::{Friend, World};
use lazo::domain::case::CaseKind;
use lazo::domain::closing::{ClosingReason, Heard};
use lazo::domain::id::ConversationId;
use lazo::handlers::lifecycle;

const ASKS: &str = "Has your team heard the person it is about?";

/// Where a pair is ended, and why.
#[derive(Clone, Copy, Debug)]
enum End {
    /// From the card of a case about an open pair.
    Card(ClosingReason),
    /// While a case is closed whose pair is stopped.
    Stopped(ClosingReason),
    /// From the pair's own card.
    Desk(ClosingReason),
}

fn ends() -> Vec<End> {
    let all = ClosingReason::ALL.iter().copied();
    all.flat_map(|reason| [End::Card(reason), End::Stopped(reason), End::Desk(reason)]).collect()
}

impl End {
    fn reason(self) -> ClosingReason {
        match self {
            Self::Card(reason) | Self::Stopped(reason) | Self::Desk(reason) => reason,
        }
    }

    fn is_for_conduct(self) -> bool {
        self.reason() == ClosingReason::Conduct
    }

    fn label(self) -> &'static str {
        match self.reason() {
            ClosingReason::Goals => "🎯 Goals reached, or planned",
            ClosingReason::NoContactMentee => "🔇 The mentee did not write",
            ClosingReason::NoContactMentor => "🔇 The mentor did not write",
            ClosingReason::NoContactBoth => "🔇 Neither wrote",
            ClosingReason::Time => "🕐 No time",
            ClosingReason::Fit => "🗣 Language or fit",
            ClosingReason::Moved => "📦 Moved, no phone",
            ClosingReason::OtherHelp => "🧩 Needs other help",
            ClosingReason::Conduct => "🛡 Conduct or safety",
            ClosingReason::Other => "✏️ Another reason",
        }
    }

    /// The buttons up to the reason, and what is pressed after it.
    async fn presses(self, vera: &Friend) {
        match self {
            Self::Card(_) => {
                vera.says("/cases").await;
                vera.presses("🔎 1").await;
                turns_to(vera, "🏁 End pair, close case").await;
                turns_to(vera, self.label()).await;
            }
            Self::Stopped(_) => {
                vera.says("/cases").await;
                vera.presses("🔎 1").await;
                vera.presses("✅ Close case").await;
                vera.presses("🏁 It ends").await;
                turns_to(vera, self.label()).await;
            }
            Self::Desk(reason) => {
                vera.says("/pairs").await;
                vera.presses("1 · Amina").await;
                vera.presses("🏁 End pair").await;
                if ClosingReason::NO_CONTACT.contains(&reason) {
                    vera.presses("🔇 No contact").await;
                }
                turns_to(vera, self.label()).await;
                vera.presses("🏁 Yes, end it").await;
            }
        }
    }
}

/// Presses a button that may stand on a later page.
async fn turns_to(vera: &Friend, label: &str) {
    for _ in 0..4 {
        if vera.phone.screen().iter().any(|seen| seen.has_button(label)) {
            return vera.presses(label).await;
        }
        vera.presses("➕ More").await;
    }
    panic!("no button {label}");
}

async fn begins(end: End) -> (World, Friend, Friend, ConversationId) {
    let world = World::new().await;
    let [amina, _, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&amina).await.unwrap().id;
    match end {
        End::Card(_) => drop(opens(&world, CaseKind::Missed, Some(pair), Some(&amina)).await),
        End::Stopped(_) => {
            world
                .changes(async |tx, now| {
                    let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
                    lifecycle::hold(tx, &mut pair, None, now).await.unwrap();
                })
                .await;
            opens(&world, CaseKind::Stopped, Some(pair), None).await;
        }
        End::Desk(_) => {}
    }
    if !matches!(end, End::Desk(_)) {
        vera.says("/cases").await;
        vera.presses("🔎 1").await;
        vera.presses("👤 I’m on it").await;
    }
    (world, amina, vera, pair)
}

/// What the audit log says of their being heard, and about which pair.
async fn on_record(world: &World) -> Vec<(String, String)> {
    let rows = world.changes(async |tx, _| tx.rows("audit", 1_000, 0).await.unwrap().unwrap()).await;
    let of = |name: &str| rows.columns.iter().position(|it| it == name);
    let (Some(action), Some(subject)) = (of("action"), of("subject")) else { return Vec::new() };
    let cell = |row: &Vec<Option<String>>, at: usize| row[at].clone().unwrap_or_default();
    let rows = rows.rows.iter().filter(|row| cell(row, action).contains("heard"));
    rows.map(|row| (cell(row, action), cell(row, subject))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_pair_ends_for_conduct_before_it_is_said_whether_they_were_heard_and_no_other_end_asks() {
    for end in ends() {
        for heard in Heard::ALL.iter().copied() {
            let (world, amina, vera, pair) = begins(end).await;
            end.presses(&vera).await;
            if end.is_for_conduct() {
                vera.hears(ASKS);
                assert!(world.pair_of(&amina).await.is_some(), "{end:?}");
                vera.presses("◀ Not yet").await;
                assert!(world.pair_of(&amina).await.is_some(), "{end:?}");
                assert_eq!(on_record(&world).await, [], "{end:?}");
                end.presses(&vera).await;
                assert!(world.pair_of(&amina).await.is_some(), "{end:?}: asked each time");
                vera.presses(match heard {
                    Heard::Yes => "✅ Yes, they were heard",
                    Heard::Authority => "⚖️ An authority asks us not to",
                })
                .await;
                let said = (heard.fact().to_owned(), pair.0.to_string());
                assert_eq!(on_record(&world).await, [said], "{end:?}");
            } else {
                vera.never_hears(ASKS);
                assert_eq!(on_record(&world).await, [], "{end:?}");
            }
            assert!(world.pair_of(&amina).await.is_none(), "{end:?}");
            if !matches!(end, End::Desk(_)) {
                vera.says("/cases").await;
                vera.hears("No case is open");
            }
            amina.never_hears("heard");
            if !end.is_for_conduct() {
                break;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_end_it_no_more_ends_nothing_by_the_last_answer_either() {
    let end = End::Desk(ClosingReason::Conduct);
    let (world, amina, vera, _) = begins(end).await;
    let eva = world.joined("Eva", lazo::domain::person::Role::Coordinator).await;
    end.presses(&vera).await;
    world
        .changes(async |tx, _| {
            let mut pair = tx.pair_of(amina.id).await.unwrap().unwrap();
            pair.coordinator = Some(eva.id);
            tx.save_conversation(&pair).await.unwrap();
        })
        .await;
    vera.presses("✅ Yes, they were heard").await;
    assert!(world.pair_of(&amina).await.is_some());
    assert_eq!(on_record(&world).await, []);
}
