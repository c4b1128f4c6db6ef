//! Somebody says two things about her age. An account that once said it is younger is older only when staff have said so.

use crate::world::{Friend, World};
use lazo::domain::age::Age;
use lazo::domain::invite::NewInvite;
use lazo::domain::person::{Person, Role, Standing};

const LABELS: [(Age, &str); 3] =
    [(Age::Under16, "🧒 Under 16"), (Age::Minor, "🧑 16 or 17"), (Age::Adult, "👤 18 or older")];

fn label(age: Age) -> &'static str {
    LABELS.iter().find(|(known, _)| *known == age).unwrap().1
}

/// How somebody comes to say it again.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// She waits, or was not let in, and says that it was another.
    Again,
    /// She leaves, and opens another link to the same.
    Leaves,
    /// She opens another link to the same without leaving: possible for whoever was not let in.
    Link,
    /// A link to another role in the same programme.
    Role,
    /// A link to another programme.
    Programme,
    /// She refuses the consent of a link to another role first.
    Refuses,
    /// She has left, time has passed, and the program was started anew.
    Later,
}

impl Friend {
    /// Joins by a link up to the question of her age.
    async fn comes(&self, link: &str) {
        self.opens(link).await;
        if self.phone.last().is_some_and(|seen| seen.has_button("✅ It is for me")) {
            self.presses("✅ It is for me").await;
        }
        if self.phone.last().is_some_and(|seen| seen.text.contains("Which language")) {
            self.presses("English").await;
        }
    }

    async fn agrees_as_nour(&self) {
        self.agrees().await;
        if self.last().contains("What should we call you") {
            self.says("Nour").await;
        }
    }

    async fn leaves(&self) {
        self.says("/leave").await;
        self.presses("🚪 Yes, leave").await;
    }
}

async fn parts(world: &World, friend: &Friend) -> Vec<Person> {
    let chat = lazo::domain::id::ChatId(friend.phone.id());
    world.changes(async |tx, _| tx.parts(chat).await.unwrap()).await
}

async fn link(world: &World, staff: &Friend, role: Role) -> String {
    let programme = world.changes(async |tx, _| tx.person(staff.id).await.unwrap().unwrap().programme).await;
    world
        .link_for(NewInvite {
            programme: Some(programme),
            role,
            alias: None,
            file_number: None,
            invited_by: Some(staff.id),
        })
        .await
}

/// She says her age the second time; gives who looks after that part.
async fn again<'a>(nour: &Friend, way: Way, [vera, eva]: [&'a Friend; 2]) -> &'a Friend {
    let world = &nour.world;
    match way {
        Way::Again => {
            nour.says("I made a mistake").await;
            if nour.last().contains("May the team speak") {
                nour.presses("✖️ No").await;
            }
            nour.presses("🔁 Change my answer").await;
            return vera;
        }
        Way::Leaves => nour.leaves().await,
        Way::Later => {
            nour.leaves().await;
            world.days_pass(40).await;
            world.restarts().await;
        }
        Way::Refuses => {
            nour.comes(&link(world, vera, Role::Mentor).await).await;
            nour.reads_on().await;
            nour.presses("✖️ I do not agree").await;
            nour.presses("🔁 Read it again").await;
            nour.agrees_as_nour().await;
            return vera;
        }
        Way::Link | Way::Role | Way::Programme => {}
    }
    let staff = if way == Way::Programme { eva } else { vera };
    let role = if way == Way::Role { Role::Mentor } else { Role::Mentee };
    nour.comes(&link(world, staff, role).await).await;
    nour.agrees_as_nour().await;
    staff
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_once_said_that_she_is_younger_is_not_older_before_staff_have_confirmed_it() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    world.joined("Lea", Role::Lead).await;
    let (_, eva) = world.second_programme().await;
    let ways = [Way::Again, Way::Leaves, Way::Link, Way::Role, Way::Programme, Way::Refuses, Way::Later];
    for (first, second) in [(Age::Under16, Age::Minor), (Age::Under16, Age::Adult), (Age::Minor, Age::Adult)]
    {
        for way in ways {
            // Whoever waits is in already: a link to the same changes nothing.
            if way == Way::Link && first == Age::Minor {
                continue;
            }
            let case = format!("{first:?}, {way:?}, {second:?}");
            let nour = world.newcomer("Nour", "en");
            nour.comes(&link(&world, &vera, Role::Mentee).await).await;
            nour.agrees_as_nour().await;
            nour.presses(label(first)).await;
            let staff = again(&nour, way, [&vera, &eva]).await;
            let told = |friend: &Friend| {
                friend.phone.history().iter().filter(|it| it.text.contains("told us two ages")).count()
            };
            let before = told(staff);
            nour.presses(label(second)).await;
            assert!(nour.last().contains("You told us another age before"), "{case}: {}", nour.last());
            for part in parts(&world, &nour).await {
                assert!(part.age() != Some(Age::Adult), "{case}: an adult without anybody's word");
                assert!(!matches!(part.standing, Standing::Ready | Standing::Joining), "{case}: goes on");
            }
            world.hours_pass(15).await;
            assert_eq!(told(staff), before + 1, "{case}: her team reads both answers");
            let asked = staff.hears("told us two ages");
            for age in [first, second] {
                assert!(asked.text.contains(label(age)), "{case}: {}", asked.text);
            }
            staff.presses(label(second)).await;
            staff.hears("This age is noted");
            let known = parts(&world, &nour).await;
            let confirmed = known.iter().filter(|part| part.profile.ages.confirmed.is_some());
            assert!(confirmed.into_iter().all(|part| part.age() == Some(second)), "{case}");
            world.hours_pass(24).await;
            let next =
                if second == Age::Adult { "What time is it where you are?" } else { "May the team speak" };
            nour.hears(next);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_younger_in_another_part_is_a_minor_at_once_in_all_until_staff_have_asked_her() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    let (_, eva) = world.second_programme().await;
    amina.opens(&link(&world, &eva, Role::Mentor).await).await;
    amina.presses("✅ هي لي").await;
    let second = parts(&world, &amina).await[1].id;
    world
        .changes(async |tx, _| {
            // What she told elsewhere is not asked again; here it is, as if she had told it nowhere yet.
            let mut person = tx.person(second).await.unwrap().unwrap();
            person.profile.adult = None;
            tx.save(&person).await.unwrap();
        })
        .await;
    amina.agrees().await;
    amina.taps(0).await;
    amina.taps(1).await;
    let known = parts(&world, &amina).await;
    assert!(known.iter().all(Person::is_minor), "{known:?}");
    assert_eq!(known[0].standing, Standing::Ready, "a pair is ended by people alone");
    vera.hears("This person told us two ages");
    tomas.says("Escríbeme al 600 123 456").await;
    amina.never_hears("600 123 456");
    vera.presses("👤 18 or older").await;
    let known = parts(&world, &amina).await;
    assert!(!known[0].is_minor() && known[1].is_minor());
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_may_say_that_the_first_answer_was_right() {
    let world = World::new().await;
    let vera = world.joined("Vera", Role::Coordinator).await;
    let nour = world.newcomer("Nour", "en");
    nour.comes(&link(&world, &vera, Role::Mentee).await).await;
    nour.agrees_as_nour().await;
    nour.presses("🧒 Under 16").await;
    nour.presses("🔁 Change my answer").await;
    nour.presses("👤 18 or older").await;
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Nour").await;
    vera.hears("⚠️ Two ages: 🧒 Under 16 · 👤 18 or older");
    vera.presses("🧒 Under 16").await;
    assert!(nour.last().contains("Lazo is for people who are 16 or older"), "{}", nour.last());
    assert_eq!(parts(&world, &nour).await[0].standing, Standing::Refused);
}
