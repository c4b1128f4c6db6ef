//! Who is there.

use super::{Apart, History, Other};
use crate::dice::Dice;
use crate::unheard::mentored_by;
use crate::world::{Friend, World};
use lazo::demo::{Group, GroupChat};
use lazo::domain::conversation::{Side, Supervised};
use lazo::domain::id::ConversationId;
use lazo::domain::person::{Person, Role};

/// Whom she talks with, and who works there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scene {
    Pair,
    /// In a circle; the team has a group.
    Circle,
    /// In two pairs.
    Two,
    /// In a pair and in a circle, in which somebody reads along in a room; the team has a group.
    Both,
    /// Her mentor is a coordinator, and in the team's group.
    OfTheTeam,
    /// Nobody but the lead works there.
    LeadAlone,
    /// She names somebody of the team, some day.
    Named,
    /// She has two parts: she is a mentee here, and a mentor in another programme, whose team is another.
    Parts,
}

const SCENES: [Scene; 8] = [
    Scene::Pair,
    Scene::Circle,
    Scene::Both,
    Scene::OfTheTeam,
    Scene::LeadAlone,
    Scene::Named,
    Scene::Two,
    Scene::Parts,
];

/// Everybody she talks with, and her conversations with them.
type Talks = (Friend, Vec<Other>, Vec<ConversationId>);

/// What she is elsewhere, and who works there.
async fn elsewhere(world: &World, (amina, others, pairs): &mut Talks) -> (Friend, Friend) {
    let (programme, eva) = world.second_programme().await;
    let mentor = world.also(amina, Role::Mentor, programme).await;
    let bo = world.joined("Bo", Role::Mentee).await;
    world
        .changes(async |tx, _| {
            let person = tx.person(bo.id).await.unwrap().unwrap();
            tx.save(&Person { programme, coordinator: Some(eva.id), ..person }).await.unwrap();
        })
        .await;
    let pair = world.introduce(&[(&bo, Side::Mentee), (&mentor, Side::Mentor)], &eva).await;
    others.push(Other { friend: bo, pair: pairs.len() });
    pairs.push(pair);
    (mentor, eva)
}

async fn circle(world: &World, amina: &Friend, vera: &Friend, names: &[(&str, Role)]) -> Vec<Friend> {
    let mut people = Vec::new();
    for (name, role) in names {
        people.push(world.joined(name, *role).await);
    }
    let side = |role: Role| if role == Role::Mentee { Side::Mentee } else { Side::Mentor };
    let mut seats = vec![(amina, Side::Mentee)];
    seats.extend(people.iter().zip(names).map(|(friend, (_, role))| (friend, side(*role))));
    world.introduce(&seats, vera).await;
    people
}

impl Scene {
    async fn talks(self, world: &World, vera: &Friend) -> Talks {
        let rows: &[&[(&str, Role)]] = match self {
            Self::OfTheTeam => {
                let zoe = world.joined("Zoe", Role::Coordinator).await;
                let amina = mentored_by(world, &zoe).await;
                let pair = world.pair_of(&amina).await.unwrap().id;
                return (amina, vec![Other { friend: zoe, pair: 0 }], vec![pair]);
            }
            Self::Pair | Self::LeadAlone | Self::Named | Self::Parts => &[&[("Tomás", Role::Mentor)]],
            Self::Circle => &[&[("Tomás", Role::Mentor), ("Bo", Role::Mentee), ("Marta", Role::Mentor)]],
            Self::Two => &[&[("Tomás", Role::Mentor)], &[("Marta", Role::Mentor)]],
            Self::Both => &[&[("Tomás", Role::Mentor)], &[("Bo", Role::Mentee), ("Marta", Role::Mentor)]],
        };
        let amina = world.joined("Amina", Role::Mentee).await;
        let mut others = Vec::new();
        for (pair, names) in rows.iter().enumerate() {
            let people = circle(world, &amina, vera, names).await;
            others.extend(people.into_iter().map(|friend| Other { friend, pair }));
        }
        let id = amina.id;
        let mut pairs = world.changes(async |tx, _| tx.pairs_of(&[id]).await.unwrap()).await;
        pairs.sort_by_key(|pair| pair.id);
        (amina, others, pairs.into_iter().map(|pair| pair.id).collect())
    }

    /// The team's group, and the room of whoever reads along.
    async fn groups(self, world: &World, staff: &[Friend], others: &[Other]) -> Vec<GroupChat> {
        let lea = staff.last().unwrap();
        let mut groups = Vec::new();
        if matches!(self, Self::Circle | Self::Both | Self::OfTheTeam) {
            // A basic group can be upgraded one day.
            let group = if self == Self::Circle { Group::basic(7, "Team") } else { Group::forum(7, "Team") };
            let team = world.telegram.group(group);
            team.has_topics(true);
            let partners = others.iter().map(|other| &other.friend).filter(|_| self == Self::OfTheTeam);
            for friend in staff.iter().chain(partners) {
                team.joins(&friend.phone);
            }
            team.adds_bot(&lea.phone);
            world.settles().await;
            team.says_as(&lea.phone, "/linkgroup", None);
            groups.push(team);
        }
        if self == Self::Both {
            let safe = world.telegram.group(Group::supergroup(21, "Safeguarding"));
            safe.joins(&lea.phone);
            safe.adds_bot(&lea.phone);
            world.settles().await;
            safe.says_as(&lea.phone, "/linksafeguarding", None);
            groups.push(safe);
        }
        world.settles().await;
        groups
    }
}

impl History {
    pub(super) async fn begins(seed: u64) -> Self {
        let scene = SCENES[usize::try_from(seed).unwrap() % SCENES.len()];
        let world = World::new().await;
        let lea = world.joined("Lea", Role::Lead).await;
        let mut staff = Vec::new();
        if scene != Scene::LeadAlone {
            staff.push(world.joined("Vera", Role::Coordinator).await);
        }
        staff.push(lea);
        let mut talks = scene.talks(&world, &staff[0]).await;
        let mut parts = vec![talks.0.id];
        if scene == Scene::Parts {
            let (mentor, eva) = elsewhere(&world, &mut talks).await;
            parts.push(mentor.id);
            staff.push(eva);
        }
        let (amina, others, pairs) = talks;
        let groups = scene.groups(&world, &staff, &others).await;
        if scene == Scene::Both {
            let all = pairs.clone();
            world
                .changes(async |tx, _| {
                    for pair in all {
                        tx.supervise(pair, Supervised::Yes).await.unwrap();
                    }
                })
                .await;
        }
        let partner = others.iter().filter(|_| scene == Scene::OfTheTeam);
        let apart = partner.map(|it| Apart { friend: it.friend.clone(), knew: false, told: 0 }).collect();
        // Until everybody has been asked how it goes, and has not answered.
        world.days_pass(15).await;
        Self {
            world,
            dice: Dice::of(seed),
            scene,
            amina,
            parts,
            others,
            pairs,
            staff,
            apart,
            groups,
            written: Vec::new(),
            pressed: false,
            chosen: None,
            talked: (false, false),
            calls: Vec::new(),
            refused: false,
            log: Vec::new(),
            count: 0,
            seen: 0,
        }
    }
}
