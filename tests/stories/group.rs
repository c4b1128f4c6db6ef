//! The coordinators' group: cards without names, and what happens when the group changes.

use crate::world::{Friend, World};
use lazo::demo::{Group, GroupChat, Phone};
use lazo::domain::case::{CaseKind, NewCase};
use lazo::domain::id::CaseId;
use lazo::domain::person::Role;
use lazo::handlers::cases;

pub struct Told {
    pub world: World,
    pub lea: Friend,
    pub amina: Friend,
    pub tomas: Friend,
    pub vera: Friend,
}

/// A pair, its coordinator, and a lead.
pub async fn told() -> Told {
    let world = World::new().await;
    let lea = world.joined("Lea", Role::Lead).await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    Told { world, lea, amina, tomas, vera }
}

impl Told {
    /// The team's group with topics, linked by the lead.
    pub async fn linked(&self) -> GroupChat {
        let team = self.world.telegram.group(Group::forum(7, "Team"));
        for phone in [&self.lea.phone, &self.vera.phone, &self.tomas.phone] {
            team.joins(phone);
        }
        team.adds_bot(&self.lea.phone);
        self.links(&team).await;
        assert!(says(&team, "This group is linked"), "{:?}", texts(&team));
        team
    }

    pub async fn links(&self, team: &GroupChat) {
        self.world.settles().await;
        team.says_as(&self.lea.phone, "/linkgroup", None);
        self.world.settles().await;
    }

    pub async fn opens(&self, kind: CaseKind) -> CaseId {
        let case = self
            .world
            .changes(async |tx, now| {
                let (programme, person) = (self.world.programme(), Some(self.amina.id));
                let new = NewCase {
                    programme,
                    kind,
                    conversation: None,
                    person,
                    since: None,
                    due: None,
                    tried: Vec::new(),
                };
                cases::open(tx, &new, now).await.unwrap()
            })
            .await;
        self.world.settles().await;
        case
    }

    pub async fn presses(&self, team: &GroupChat, who: &Phone, label: &str) {
        team.presses_as(who, label).unwrap_or_else(|missing| panic!("{missing}"));
        self.world.settles().await;
    }
}

fn texts(team: &GroupChat) -> Vec<String> {
    team.screen(None).into_iter().filter(|seen| seen.from_bot).map(|seen| seen.text).collect()
}

pub fn says(team: &GroupChat, words: &str) -> bool {
    texts(team).iter().any(|text| text.contains(words))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_in_the_group_has_its_own_topic_and_no_names() {
    let it = told().await;
    let team = it.linked().await;
    it.opens(CaseKind::Report).await;
    let (thread, name, _) = team.topics().pop().expect("a topic");
    assert!(name.contains("Case 1"), "{name}");
    let card = team.screen(Some(thread)).into_iter().find(|seen| seen.text.contains("Case 1")).unwrap();
    assert!(card.text.contains("Somebody reported a message"), "{card:?}");
    for secret in ["Amina", "Tomás", &format!("F-{}", it.amina.phone.id())] {
        assert!(!card.text.contains(secret), "{card:?}");
    }
    it.vera.never_hears("Case 1");
    it.presses(&team, &it.vera.phone, "Show").await;
    assert!(it.vera.hears("Case 1").text.contains("Amina"));
    it.lea.never_hears("Case 1");
    it.presses(&team, &it.vera.phone, "I’m on it").await;
    assert!(says(&team, "On it: Vera"));
    assert!(it.vera.hears("Case 1").text.contains("On it: Vera"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_case_in_the_group_also_reaches_the_coordinator_herself() {
    let it = told().await;
    let team = it.linked().await;
    it.opens(CaseKind::Unsafe).await;
    assert!(says(&team, "Case 1"));
    assert!(it.vera.hears("Case 1").text.contains("Amina"));
}

/// She would have it, and neither the card nor a word of hers whose it is would reach her.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_blocked_the_bot_takes_no_case_in_the_group_and_reads_why() {
    let it = told().await;
    let team = it.linked().await;
    let case = it.opens(CaseKind::Unsafe).await;
    it.vera.blocks().await;
    it.presses(&team, &it.vera.phone, "I’m on it").await;
    let file = it.world.changes(async |tx, _| tx.cases(&[case]).await.unwrap().remove(0)).await;
    assert_eq!((file.owner, file.acknowledged_at), (None, None));
    assert!(team.toasts().iter().any(|toast| toast.text.contains("Lazo cannot write to you")));
    it.vera.unblocks().await;
    it.vera.says("/cases").await;
    it.presses(&team, &it.vera.phone, "I’m on it").await;
    let file = it.world.changes(async |tx, _| tx.cases(&[case]).await.unwrap().remove(0)).await;
    assert_eq!(file.owner, Some(it.vera.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn being_in_the_group_makes_nobody_a_coordinator() {
    let it = told().await;
    let team = it.linked().await;
    it.opens(CaseKind::Report).await;
    let stranger = it.world.phone("Eve", "en");
    team.joins(&stranger);
    for label in ["Show", "I’m on it", "More"] {
        it.presses(&team, &it.tomas.phone, label).await;
        it.presses(&team, &stranger, label).await;
    }
    assert!(says(&team, "Nobody has taken it yet"), "{:?}", texts(&team));
    it.tomas.never_hears("Amina · ");
    assert!(!it.tomas.reads().iter().any(|text| text.contains("Case")));
    assert!(team.toasts().iter().all(|toast| !toast.text.is_empty()), "everybody hears a neutral sentence");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_named_and_how_to_mend_it() {
    let it = told().await;
    let team = it.world.telegram.group(Group::supergroup(8, "Team"));
    team.joins(&it.lea.phone);
    team.adds_bot_as_member(&it.lea.phone);
    it.links(&team).await;
    assert!(says(&team, "Topics are off") && says(&team, "I may not manage topics"), "{:?}", texts(&team));
    team.has_topics(true);
    team.adds_bot_with(&it.lea.phone, &["can_delete_messages"]);
    it.links(&team).await;
    let last = texts(&team).pop().unwrap();
    assert!(last.contains("I may not manage topics") && !last.contains("Topics are off"), "{last}");
    team.adds_bot(&it.lea.phone);
    it.opens(CaseKind::Leaving).await;
    it.links(&team).await;
    assert!(says(&team, "This group is linked") && says(&team, "Case 1"), "{:?}", texts(&team));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_lead_links_a_group_whoever_is_its_admin() {
    let it = told().await;
    let team = it.world.telegram.group(Group::forum(9, "Team"));
    for phone in [&it.vera.phone, &it.tomas.phone] {
        team.joins(phone);
    }
    team.adds_bot(&it.vera.phone);
    it.world.settles().await;
    for phone in [&it.vera.phone, &it.tomas.phone] {
        team.says_as(phone, "/linkgroup", None);
    }
    it.world.settles().await;
    it.vera.hears("Only the lead can link a group");
    team.says_anonymously("/linkgroup", None);
    it.world.settles().await;
    assert!(says(&team, "Please do not write anonymously"));
    assert!(!says(&team, "This group is linked"));
    it.opens(CaseKind::Report).await;
    it.vera.hears("Case 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_topic_is_made_anew_with_its_card() {
    let it = told().await;
    let team = it.linked().await;
    it.opens(CaseKind::Unsafe).await;
    let (thread, ..) = team.topics().pop().unwrap();
    team.deletes_topic(thread);
    // The next repeat of the card finds the topic gone.
    it.world.hours_pass(3).await;
    let topics = team.topics();
    assert_eq!(topics.len(), 1, "{topics:?}");
    assert_ne!(topics[0].0, thread);
    let cards = team.screen(Some(topics[0].0));
    assert!(cards.iter().any(|seen| seen.text.contains("Case 1") && !seen.buttons.is_empty()), "{cards:?}");
    let astray = team.screen(None).into_iter().filter(|seen| seen.from_bot && seen.thread.is_none());
    assert!(astray.into_iter().all(|seen| !seen.text.contains("Somebody does not feel safe")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_over_closes_its_topic_and_no_other() {
    let it = told().await;
    let team = it.linked().await;
    it.opens(CaseKind::Report).await;
    it.opens(CaseKind::Leaving).await;
    let resolves = async || {
        it.presses(&team, &it.vera.phone, "I’m on it").await;
        it.presses(&team, &it.vera.phone, "Close case").await;
        it.presses(&team, &it.vera.phone, "Solved").await;
    };
    resolves().await;
    let closed = |team: &GroupChat| team.topics().into_iter().map(|it| it.2).collect::<Vec<_>>();
    assert_eq!(closed(&team), [false, true]);
    assert!(says(&team, "This case is solved"), "its card says so first");
    // May the bot not manage topics any more, or is the topic gone: nobody is troubled about it.
    team.adds_bot_with(&it.lea.phone, &["can_delete_messages"]);
    it.world.settles().await;
    let before = texts(&team).len();
    resolves().await;
    assert_eq!((closed(&team), texts(&team).len()), (vec![false, true], before));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_vanished_with_its_topic_comes_back_when_it_changes() {
    let it = told().await;
    let team = it.linked().await;
    it.opens(CaseKind::Unsafe).await;
    let (thread, ..) = team.topics().pop().unwrap();
    team.deletes_topic(thread);
    it.vera.presses("I’m on it").await;
    let (anew, ..) = team.topics().pop().unwrap();
    assert!(team.screen(Some(anew)).iter().any(|seen| seen.text.contains("On it: Vera")));
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_bot_is_removed_cases_go_to_private_chats_at_once() {
    let it = told().await;
    let team = it.linked().await;
    it.opens(CaseKind::Report).await;
    it.vera.never_hears("Case 1");
    team.removes_bot(&it.lea.phone);
    it.world.settles().await;
    for staff in [&it.vera, &it.lea] {
        staff.hears("I am no longer in the team’s group");
    }
    assert!(it.vera.hears("Case 1").text.contains("Amina"));
    it.vera.presses("I’m on it").await;
    it.opens(CaseKind::Leaving).await;
    it.vera.hears("Case 2");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removal_the_bot_was_not_told_of_is_noticed_when_a_card_is_refused() {
    let it = told().await;
    let team = it.linked().await;
    it.world.telegram.holds_back("my_chat_member");
    team.removes_bot(&it.lea.phone);
    it.opens(CaseKind::Report).await;
    it.vera.hears("Case 1");
    it.world.telegram.releases();
    it.world.settles().await;
    let told = it.vera.reads().iter().filter(|text| text.contains("no longer in the team’s group")).count();
    assert_eq!(told, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_with_a_new_id_gets_its_open_cases_again() {
    let it = told().await;
    let old = it.world.telegram.group(Group::basic(55, "Team"));
    for phone in [&it.lea.phone, &it.vera.phone] {
        old.joins(phone);
    }
    old.adds_bot(&it.lea.phone);
    old.has_topics(true);
    it.links(&old).await;
    it.opens(CaseKind::Report).await;
    let new = old.migrates(&it.lea.phone);
    it.world.settles().await;
    assert!(says(&new, "Case 1"), "{:?}", texts(&new));
    assert!(says(&new, "Topics are off"), "it has none yet: {:?}", texts(&new));
    it.presses(&new, &it.vera.phone, "I’m on it").await;
    assert!(says(&new, "On it: Vera"));
    new.has_topics(true);
    it.links(&new).await;
    let (thread, ..) = new.topics().pop().expect("a topic");
    assert!(new.screen(Some(thread)).iter().any(|seen| seen.text.contains("On it: Vera")));
    it.vera.never_hears("I am no longer in the team’s group");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_in_the_group_reaches_nobody_else() {
    let it = told().await;
    let team = it.linked().await;
    for phone in [&it.lea.phone, &it.vera.phone, &it.tomas.phone] {
        team.says_as(phone, "among us", None);
    }
    it.world.settles().await;
    it.amina.never_hears("among us");
    it.tomas.never_hears("among us");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_about_a_coordinator_never_shows_in_the_group() {
    let it = told().await;
    let team = it.linked().await;
    let case = it
        .world
        .changes(async |tx, now| {
            let new = NewCase {
                programme: it.world.programme(),
                kind: CaseKind::Worry,
                conversation: None,
                person: Some(it.vera.id),
                since: None,
                due: None,
                tried: Vec::new(),
            };
            cases::open(tx, &new, now).await.unwrap()
        })
        .await;
    it.world.hours_pass(2).await;
    assert!(it.lea.hears("Case S1").text.contains("Vera"));
    assert!(!says(&team, &format!("Case {case}")));
    it.vera.never_hears("Case S1");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_channel_the_bot_says_nothing_sets_nothing_and_leaves() {
    let told = told().await;
    let channel = told.world.telegram.group(Group::channel(9, "News"));
    told.world.telegram.forget_log();
    channel.adds_bot(&told.lea.phone);
    told.world.settles().await;
    channel.removes_bot(&told.lea.phone);
    told.world.settles().await;
    let requests = told.world.telegram.requests();
    let there: Vec<_> = requests.iter().filter(|it| it.method != "getUpdates").collect();
    assert_eq!(there.len(), 1, "{there:?}");
    assert_eq!((there[0].method.as_str(), there[0].status), ("leaveChat", 200), "{there:?}");
    assert_eq!(there[0].params["chat_id"], channel.id());
}

/// Finding 11.
#[tokio::test(flavor = "multi_thread")]
async fn asked_in_private_the_way_to_link_a_group_is_explained_with_a_button_that_adds_the_bot() {
    let it = told().await;
    for (command, heading) in
        [("/linkgroup", "Cases in your team’s group"), ("/linksafeguarding", "A safeguarding group")]
    {
        it.lea.says(command).await;
        let said = it.lea.hears(heading);
        assert!(said.text.contains(&format!("Write {command} in the group")), "{}", said.text);
        let link = said.buttons[0][0].url.clone().unwrap();
        let bot = it.world.telegram.bot_username();
        assert!(link.starts_with(&format!("https://t.me/{bot}?startgroup")), "{link}");
        assert!(link.contains("manage_topics"), "{link}");
        it.vera.says(command).await;
        it.vera.hears("Only the lead can link a group");
        it.amina.says(command).await;
        it.amina.hears("هذا الأمر غير معروف");
    }
}
