//! No card and no copy goes to a group in which the account it is about is a member: it is looked up when a case or reading
//! along begins, and daily, and then the lead reads it in private (programme, safeguarding 2).

use crate::cases::{cards, opens};
use crate::group::{Told, says, told};
use crate::world::Friend;
use lazo::demo::{Fault, Group, GroupChat, Rule, Seat};
use lazo::domain::case::CaseKind;
use lazo::domain::id::CaseId;

const SOS: &str = "🆘 أحتاج إلى مساعدة";
const REPORT: &str = "🚩 الإبلاغ عن آخر رسالة";

/// How somebody can stand to a group, and whether she reads what is written there.
const SEATS: [(Option<Seat>, bool); 7] = [
    (None, false),
    (Some(Seat::Administrator), true),
    (Some(Seat::Restricted { inside: true }), true),
    (Some(Seat::Restricted { inside: false }), false),
    (Some(Seat::Left), false),
    (Some(Seat::Kicked), false),
    (Some(Seat::Administrator), true),
];

/// The team's group with its lead and coordinator in it, linked.
pub(crate) async fn team(it: &Told) -> GroupChat {
    let team = it.world.telegram.group(Group::forum(7, "Team"));
    team.joins(&it.lea.phone);
    team.joins(&it.vera.phone);
    team.adds_bot(&it.lea.phone);
    it.links(&team).await;
    team
}

/// The safeguarding group, without topics.
pub(crate) async fn safe(it: &Told) -> GroupChat {
    let safe = it.world.telegram.group(Group::supergroup(21, "Safeguarding"));
    safe.joins(&it.lea.phone);
    safe.adds_bot(&it.lea.phone);
    it.world.settles().await;
    safe.says_as(&it.lea.phone, "/linksafeguarding", None);
    it.world.settles().await;
    safe
}

/// A case about a pair, seen by whoever reads it; the mentor stands to the group as given.
#[tokio::test(flavor = "multi_thread")]
async fn a_case_about_a_pair_is_in_the_group_only_if_nobody_of_the_pair_is() {
    for who in ["mentee", "mentor"] {
        for (seat, inside) in SEATS {
            let it = told().await;
            let team = team(&it).await;
            let about = if who == "mentee" { &it.amina } else { &it.tomas };
            if let Some(seat) = seat {
                team.seats(&about.phone, seat);
            }
            let pair = it.world.pair_of(&it.amina).await.unwrap().id;
            opens(&it.world, CaseKind::Missed, Some(pair), Some(&it.amina)).await;
            assert_eq!(says(&team, "Case 1"), !inside, "{who} {seat:?}");
            assert_eq!(cards(&it.lea), usize::from(inside), "{who} {seat:?}");
            let told =
                it.lea.reads().iter().filter(|text| text.contains("somebody in the team’s group")).count();
            assert_eq!(told, usize::from(inside), "{who} {seat:?}");
            opens(&it.world, CaseKind::Leaving, Some(pair), Some(&it.amina)).await;
            assert_eq!(says(&team, "Case 2"), !inside, "{who} {seat:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_case_rings_private_chats_whoever_is_in_the_group() {
    let it = told().await;
    let team = team(&it).await;
    team.joins(&it.tomas.phone);
    it.amina.says(SOS).await;
    it.amina.presses("🛟 لا أشعر بالأمان").await;
    assert!(!says(&team, "Case "));
    assert_eq!((cards(&it.vera), cards(&it.lea)), (1, 1));
    it.tomas.never_hears("Case ");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_about_the_team_is_never_in_its_group_whoever_is_a_member() {
    for who in ["coordinator", "lead"] {
        for (seat, _) in SEATS {
            let it = told().await;
            let team = team(&it).await;
            let about: &Friend = if who == "lead" { &it.lea } else { &it.vera };
            if let Some(seat) = seat {
                team.seats(&about.phone, seat);
            }
            opens(&it.world, CaseKind::Report, None, Some(about)).await;
            assert!(!says(&team, "Case "), "{who} {seat:?}");
            assert_eq!(cards(about), 0, "{who} {seat:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_is_in_the_safeguarding_group_only_if_its_writer_is_not() {
    for (seat, inside) in SEATS {
        let it = told().await;
        let safe = safe(&it).await;
        if let Some(seat) = seat {
            safe.seats(&it.tomas.phone, seat);
        }
        it.tomas.says("palabras feas").await;
        it.amina.says(SOS).await;
        it.amina.presses(REPORT).await;
        assert_eq!(says(&safe, "palabras feas"), !inside, "{seat:?}");
        assert_eq!(says(&safe, "A reported message"), !inside, "{seat:?}");
        let lead = it.lea.reads();
        assert_eq!(lead.iter().any(|text| text.contains("palabras feas")), inside, "{seat:?}: {lead:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_telegram_does_not_say_is_taken_for_a_member_and_the_lead_reads_what_to_do() {
    let it = told().await;
    let team = team(&it).await;
    let hidden =
        Fault::Refuse { code: 400, description: "Bad Request: CHAT_ADMIN_REQUIRED".into(), parameters: None };
    it.world.telegram.fault(Rule::new(hidden).on("getChatMember"));
    it.opens(CaseKind::Missed).await;
    assert!(!says(&team, "Case "));
    assert!(it.lea.hears("Lazo cannot see who is in the team’s group").text.contains("an administrator"));
    assert_eq!(cards(&it.lea), 1);
}

/// Whoever joins the group later is found on the next day, and the cards about her are taken away.
#[tokio::test(flavor = "multi_thread")]
async fn who_joins_later_is_found_daily_and_who_leaves_is_forgotten_daily() {
    let it = told().await;
    let team = team(&it).await;
    let pair = it.world.pair_of(&it.amina).await.unwrap().id;
    let case = opens(&it.world, CaseKind::Missed, Some(pair), Some(&it.amina)).await;
    assert_eq!(case, CaseId(1));
    assert!(says(&team, "Case 1"));
    team.joins(&it.tomas.phone);
    it.world.hours_pass(25).await;
    assert!(!says(&team, "Case 1 "), "{:?}", team.screen(None));
    assert!(it.lea.hears("A case is about somebody in the team’s group").text.contains("comes to you"));
    it.lea.hears("Case 1");
    team.seats(&it.tomas.phone, Seat::Left);
    it.world.hours_pass(25).await;
    opens(&it.world, CaseKind::Leaving, Some(pair), Some(&it.amina)).await;
    assert!(says(&team, "Case 2"));
}
