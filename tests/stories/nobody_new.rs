//! Whom an open case is about meets nobody new until it is over, by no way there is; whoever tries learns nothing. A matrix:
//! each way is tried with a case and without one, so that a way that leads nowhere anyhow proves nothing.

use crate::closing::afraid;
use crate::pairing::{YES_IN_ARABIC, YES_IN_SPANISH};
use crate::world::{Friend, World};
use lazo::domain::circle::seated;
use lazo::domain::conversation::{MemberState, Side};
use lazo::domain::id::ChatId;
use lazo::domain::person::Role;
use lazo::store::Tx;

const YES: &str = "✅ نعم";

/// A way to a new conversation of Tomás's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// A coordinator looks for a mentor.
    Listed,
    /// The same, with a list from before.
    Chosen,
    /// The same, with the last button from before.
    Proposed,
    /// He was asked before, and says yes.
    Accepts,
    /// He said yes before, and the other says yes now.
    Accepted,
    /// The coordinator asks him into another pair.
    AskedIn,
    /// He was asked in before, and says yes.
    ComesIn,
    /// Everybody but a member had said yes before, he too.
    Agreed,
    /// Somebody is asked into another pair of his.
    JoinedBy,
    /// He opens an invitation to another part.
    Link,
    /// The same, and he had opened it before.
    LinkOpened,
}

const WAYS: [Way; 11] = [
    Way::Listed,
    Way::Chosen,
    Way::Proposed,
    Way::Accepts,
    Way::Accepted,
    Way::AskedIn,
    Way::ComesIn,
    Way::Agreed,
    Way::JoinedBy,
    Way::Link,
    Way::LinkOpened,
];

struct Cell {
    world: World,
    vera: Friend,
    eva: Friend,
    amina: Friend,
    tomas: Friend,
    zainab: Friend,
    marta: Friend,
    link: String,
}

impl Cell {
    async fn begins() -> Self {
        let world = World::new().await;
        let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
        let eva = world.joined("Eva", Role::Lead).await;
        world
            .changes(async |tx, _| {
                let mut person = tx.person(tomas.id).await.unwrap().unwrap();
                person.profile.capacity = Some(4);
                tx.save(&person).await.unwrap();
            })
            .await;
        let zainab = world.joined("Zainab", Role::Mentee).await;
        let marta = world.joined("Marta", Role::Mentor).await;
        let link = world.link(Role::Mentee).await;
        Self { world, vera, eva, amina, tomas, zainab, marta, link }
    }

    /// What stands before she presses.
    async fn before(&self, way: Way) {
        let Self { vera, tomas, zainab, marta, .. } = self;
        match way {
            Way::Listed | Way::Link => {}
            Way::Chosen | Way::Proposed => {
                vera.says("/pair").await;
                vera.presses("1 · Zainab").await;
                if way == Way::Proposed {
                    press(vera, "Tomás").await;
                }
            }
            Way::Accepts | Way::Accepted => {
                vera.says("/pair").await;
                vera.presses("1 · Zainab").await;
                press(vera, "Tomás").await;
                vera.presses("📨 Ask both").await;
                let (friend, yes) =
                    if way == Way::Accepts { (zainab, YES_IN_ARABIC) } else { (tomas, YES_IN_SPANISH) };
                friend.presses(yes).await;
            }
            Way::AskedIn | Way::ComesIn | Way::Agreed => {
                self.world.introduce(&[(zainab, Side::Mentee), (marta, Side::Mentor)], vera).await;
                if way == Way::AskedIn {
                    return;
                }
                opens(vera, "Zainab").await;
                asks(vera, "Tomás").await;
                marta.presses(YES_IN_SPANISH).await;
                if way == Way::ComesIn {
                    zainab.presses(YES_IN_ARABIC).await;
                } else {
                    // An earlier version asked him first.
                    let id = self.world.pair_of(zainab).await.unwrap().id;
                    let accepted = async |tx: &mut Tx, _| {
                        tx.member_is(id, tomas.id, MemberState::Accepted).await.unwrap();
                    };
                    self.world.changes(accepted).await;
                }
            }
            Way::JoinedBy => {
                self.world.introduce(&[(zainab, Side::Mentee), (tomas, Side::Mentor)], vera).await;
            }
            Way::LinkOpened => {
                tomas.says(&format!("/start {}", token(&self.link))).await;
            }
        }
    }

    async fn tries(&self, way: Way) {
        let Self { vera, tomas, zainab, .. } = self;
        match way {
            Way::Listed => {
                vera.says("/pair").await;
                vera.presses("1 · Zainab").await;
                if press(vera, "Tomás").await {
                    vera.presses("📨 Ask both").await;
                }
            }
            Way::Chosen => {
                press(vera, "Tomás").await;
                let _ = vera.phone.presses("📨 Ask both");
            }
            Way::Proposed => vera.presses("📨 Ask both").await,
            Way::Accepts => tomas.presses(YES_IN_SPANISH).await,
            Way::Accepted => zainab.presses(YES_IN_ARABIC).await,
            Way::AskedIn => {
                opens(vera, "Zainab").await;
                vera.presses("➕ A mentor").await;
                press(vera, "Tomás").await;
                let _ = vera.phone.presses("📨 Ask");
            }
            Way::ComesIn => tomas.presses(YES_IN_SPANISH).await,
            Way::Agreed => zainab.presses(YES_IN_ARABIC).await,
            Way::JoinedBy => {
                opens(vera, "Zainab").await;
                vera.presses("➕ A mentor").await;
                press(vera, "Marta").await;
                let _ = vera.phone.presses("📨 Ask");
            }
            Way::Link => {
                tomas.says(&format!("/start {}", token(&self.link))).await;
                let _ = tomas.phone.presses("✅ Es para mí");
            }
            Way::LinkOpened => tomas.presses("✅ Es para mí").await,
        }
        self.world.settles().await;
    }

    /// How many seats and parts he has, asked or taken, and who sits with him.
    async fn meets(&self) -> (usize, usize, usize) {
        let (chat, id) = (ChatId(self.tomas.phone.id()), self.tomas.id);
        self.world
            .changes(async |tx, _| {
                let parts = tx.parts(chat).await.unwrap().len();
                let engaged = tx.engaged(&[id]).await.unwrap();
                let active = engaged.iter().filter(|(_, _, state)| state.is_active()).count();
                let pairs = tx.pairs_of(&[id]).await.unwrap();
                let seats: usize = pairs.iter().map(|pair| seated(pair).count()).sum();
                (parts, active + engaged.len(), seats)
            })
            .await
    }
}

fn token(link: &str) -> &str {
    link.split_once("start=").map_or(link, |(_, token)| token)
}

/// Presses the newest button that ends with a name; `false` if there is none.
async fn press(friend: &Friend, name: &str) -> bool {
    let screen = friend.phone.screen();
    let labels = screen.iter().rev().flat_map(|seen| seen.buttons.iter().flatten());
    let Some(label) = labels.map(|it| it.text.clone()).find(|it| it.ends_with(&format!("· {name}"))) else {
        return false;
    };
    friend.presses(&label).await;
    true
}

async fn opens(vera: &Friend, mentee: &str) {
    vera.says("/pairs").await;
    let screen = vera.phone.screen();
    let labels = screen.iter().rev().flat_map(|seen| seen.buttons.iter().flatten());
    let label = labels.map(|it| it.text.clone()).find(|it| it.contains(mentee)).unwrap();
    vera.presses(&label).await;
    vera.presses("👥 Members").await;
}

async fn asks(vera: &Friend, name: &str) {
    vera.presses("➕ A mentor").await;
    press(vera, name).await;
    vera.presses("📨 Ask").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_way_leads_whom_an_open_case_is_about_to_somebody_new() {
    for way in WAYS {
        for named in [false, true] {
            let cell = Cell::begins().await;
            cell.before(way).await;
            if named {
                afraid(&cell.amina, Some(YES)).await;
                // His other pair is not stopped: what keeps others from it is not a stop.
                let _ = cell.eva.phone.presses("▶ Leave it open");
                cell.world.settles().await;
            }
            let before = cell.meets().await;
            let read = cell.tomas.phone.history().len();
            cell.tries(way).await;
            let after = cell.meets().await;
            let grew = after.0 > before.0 || after.1 > before.1 || after.2 > before.2;
            assert_eq!(grew, !named, "{way:?}: {before:?} {after:?} {:?}", cell.vera.reads().last());
            if !named {
                continue;
            }
            match way {
                Way::Chosen | Way::Proposed => drop(cell.vera.hears("is not free any more")),
                Way::AskedIn | Way::JoinedBy => drop(cell.vera.hears("Nobody new can join")),
                Way::Accepts => drop(cell.tomas.hears("Esta vez no ha salido")),
                Way::Accepted => drop(cell.zainab.hears("لم يتم الأمر هذه المرة")),
                Way::Link | Way::LinkOpened => drop(cell.tomas.hears("Este enlace no funciona")),
                Way::Listed | Way::ComesIn | Way::Agreed => {}
            }
            let own =
                matches!(way, Way::Accepts | Way::Accepted | Way::ComesIn | Way::Link | Way::LinkOpened);
            assert!(own || cell.tomas.phone.history().len() == read, "{way:?}: he reads something");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_link_of_whom_an_open_case_is_about_is_not_passed_on() {
    let cell = Cell::begins().await;
    let Cell { world, vera, tomas, zainab, .. } = &cell;
    world.introduce(&[(zainab, Side::Mentee), (tomas, Side::Mentor)], vera).await;
    afraid(&cell.amina, Some(YES)).await;
    let _ = cell.eva.phone.presses("▶ Leave it open");
    world.settles().await;
    tomas.says(&cell.link).await;
    zainab.never_hears(token(&cell.link));
    tomas.hears("Este enlace no funciona");
}

/// The lead decides about his other pairs, so she reads on her card where he sits and where he is asked; nobody else does.
#[tokio::test(flavor = "multi_thread")]
async fn the_lead_reads_on_her_card_where_else_whom_she_named_sits() {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let bo = world.joined("Bo", Role::Mentee).await;
    world.introduce(&[(&bo, Side::Mentee), (&tomas, Side::Mentor)], &vera).await;
    let zainab = world.joined("Zainab", Role::Mentee).await;
    let marta = world.joined("Marta", Role::Mentor).await;
    let asks = world.introduce(&[(&zainab, Side::Mentee), (&marta, Side::Mentor)], &vera).await;
    world.changes(async |tx, now| tx.seat(asks, (tomas.id, Side::Mentor), now).await.unwrap()).await;
    // A lead whose card hangs before he is named sees it there.
    for before in [true, false] {
        afraid(&amina, None).await;
        lea.says("/cases").await;
        if before {
            lea.presses("🔎 1").await;
            assert!(
                !lea.hears("In danger, perhaps right now").text.contains("Bo"),
                "she has named nobody yet"
            );
        }
        amina.presses(YES).await;
        if !before {
            lea.presses("🔎 1").await;
        }
        let card = lea.hears("In danger, perhaps right now").text;
        let lines: Vec<&str> = card.lines().collect();
        let below = |heading: &str| {
            let at = lines.iter().position(|line| line.contains(heading));
            at.and_then(|at| lines.get(at + 1)).map_or("", |line| line).to_owned()
        };
        let (inside, asked) = (below("is in another chat, too"), below("is asked into another chat"));
        assert!(inside.contains("Bo") && inside.contains("Tomás"), "{card}");
        assert!(asked.contains("Zainab") && asked.contains("Marta"), "{card}");
        let hers = vera.hears("In danger, perhaps right now").text;
        assert!(!hers.contains("Bo") && !hers.contains("Zainab"), "{hers}");
    }
}
