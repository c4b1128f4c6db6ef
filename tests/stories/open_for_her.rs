//! What she pressed 🆘 in, and has called fine since, or the team has opened, is open as far as she knows: whatever stops it
//! later, and what the team decides about that, she reads nothing else than in a break that nobody told her of (`programme.md`,
//! breaks and stops 2).

use crate::her_phone::{afraid, named, phase};
use crate::telling::screen;
use crate::world::{Friend, World};
use lazo::domain::conversation::{Phase, Side};
use lazo::domain::id::ConversationId;
use lazo::domain::person::Role;
use lazo::handlers::lifecycle;

const NO: &str = "✖️ لا";
/// In which ways it can rest without her being told.
const WAYS: [&str; 4] = ["break", "sos", "hold", "pause"];

/// What she sees.
type Screen = Vec<(String, Vec<String>)>;

/// The team opens it.
pub async fn opens(world: &World, vera: &Friend, pair: ConversationId) {
    world
        .changes(async |tx, now| {
            let mut pair = tx.conversation(pair).await.unwrap().unwrap();
            lifecycle::release(tx, &mut pair, vera.id, now).await.unwrap();
        })
        .await;
    world.settles().await;
}

/// It rests, because of these: each of them takes a break, or the first presses 🆘, or the team stops it.
async fn rests(world: &World, way: &str, others: &[&Friend], pair: ConversationId) {
    match way {
        "break" => {
            for other in others {
                other.says("/pause").await;
                other.presses("⏸ 4 semanas").await;
                other.presses("✖️ No").await;
            }
        }
        "sos" => {
            others[0].says("/sos").await;
            others[0].presses("🛟 No me siento a salvo").await;
            others[0].presses("✅ Sí").await;
        }
        _ => {
            world
                .changes(async |tx, now| {
                    let mut pair = tx.conversation(pair).await.unwrap().unwrap();
                    let until = now + chrono::TimeDelta::days(56);
                    match way {
                        "hold" => lifecycle::hold(tx, &mut pair, None, now).await.unwrap(),
                        _ => lifecycle::pause(tx, &mut pair, (until, None), now).await.unwrap(),
                    }
                })
                .await;
        }
    }
    world.settles().await;
    assert_eq!(phase(world, pair).await.is_stopped(), way != "break", "{way}");
}

/// All she reads is the same in each of these ways.
async fn reads_the_same(plays: impl AsyncFn(&'static str) -> Screen) {
    let first = plays(WAYS[0]).await;
    for way in &WAYS[1..] {
        let shown = plays(way).await;
        for (at, line) in shown.iter().enumerate() {
            assert_eq!(Some(line), first.get(at), "{way}, message {at}");
        }
        assert_eq!(shown.len(), first.len(), "{way}: less than in a break");
    }
}

async fn pair() -> (World, [Friend; 3], ConversationId) {
    let world = World::new().await;
    let friends = world.pair("Amina", "Tomás", "Vera").await;
    let pair = world.pair_of(&friends[0]).await.unwrap().id;
    (world, friends, pair)
}

#[tokio::test(flavor = "multi_thread")]
async fn her_no_to_a_question_of_before_reads_the_same_whatever_stops_the_pair_since() {
    for opened in [true, false] {
        reads_the_same(async |way| {
            let (world, [amina, tomas, vera], pair) = pair().await;
            if opened {
                afraid(&amina, None).await;
                opens(&world, &vera, pair).await;
                rests(&world, way, &[&tomas], pair).await;
            } else {
                rests(&world, way, &[&tomas], pair).await;
                afraid(&amina, None).await;
            }
            amina.presses(NO).await;
            screen(&amina)
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_circle_that_the_team_opened_her_no_reads_the_same_whatever_stops_it_since() {
    for about in [NO, "🤷 لا أعرف"] {
        reads_the_same(async |way| {
            let world = World::new().await;
            let vera = world.joined("Vera", Role::Coordinator).await;
            let amina = world.joined("Amina", Role::Mentee).await;
            let [luis, ana] =
                [world.joined("Luis", Role::Mentor).await, world.joined("Ana", Role::Mentor).await];
            let people = [(&amina, Side::Mentee), (&luis, Side::Mentor), (&ana, Side::Mentor)];
            let circle = world.introduce(&people, &vera).await;
            afraid(&amina, None).await;
            opens(&world, &vera, circle).await;
            rests(&world, way, &[&luis, &ana], circle).await;
            amina.presses(about).await;
            screen(&amina)
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mail_that_it_is_open_again_reads_the_same_whatever_stops_it_before_she_opens_it() {
    reads_the_same(async |way| {
        let (world, [amina, tomas, vera], pair) = pair().await;
        afraid(&amina, None).await;
        opens(&world, &vera, pair).await;
        rests(&world, way, &[&tomas], pair).await;
        amina.opens_mail().await;
        screen(&amina)
    })
    .await;
}

/// Somebody has her case and has talked with her.
pub async fn settles(world: &World, vera: &Friend) {
    vera.presses("👤 I’m on it").await;
    crate::closing::calls(vera, "💬 We spoke, not settled", "📞 Call").await;
    world.minutes_pass(1).await;
}

/// All it takes to close a case after a talk, from its card.
const CLOSES: [&str; 10] = [
    "👤 I’m on it",
    "➕ More",
    "📞 Call done",
    "💬 We spoke, not settled",
    "📞 Call",
    "15 minutes",
    "✅ Close case",
    "✅ Solved",
    "⏸ It stays stopped",
    "⏸ one week",
];

/// Somebody talks with her, and her open case about safety, if there is one, is closed; where something is stopped it stays so.
pub async fn closes(world: &World, vera: &Friend, her: &Friend) {
    let case = async || world.changes(async |tx, _| tx.unsafe_case_of(her.id).await.unwrap()).await;
    let Some((id, _)) = case().await else { return };
    let title = format!("Case {id}");
    // Each time for one of her pairs.
    for label in [CLOSES; 3].concat() {
        if case().await.is_none() {
            break;
        }
        let screen = vera.phone.screen();
        let card = screen.iter().rfind(|seen| seen.text.contains(&title) && !seen.buttons.is_empty());
        let hers = |seen: &&lazo::demo::Seen| seen.text.contains(&title) || !seen.text.contains("Case ");
        let newest = screen.iter().filter(hers).rfind(|seen| seen.has_button(label));
        let place = card.filter(|card| card.has_button(label)).or(newest);
        if let Some(seen) = place {
            vera.phone.presses_on(seen.id, label).unwrap();
            world.settles().await;
        }
    }
    let last = |friend: &Friend| screen(friend).split_off(screen(friend).len().saturating_sub(3));
    assert_eq!(case().await, None, "{:?}, {:#?}", vera.phone.toasts().last(), last(vera));
}

#[tokio::test(flavor = "multi_thread")]
async fn when_her_case_is_over_she_reads_the_same_whatever_stops_the_pair_since_her_no() {
    reads_the_same(async |way| {
        let (world, [amina, tomas, vera], pair) = pair().await;
        afraid(&amina, Some(NO)).await;
        assert_eq!(phase(&world, pair).await, Phase::Active);
        settles(&world, &vera).await;
        rests(&world, way, &[&tomas], pair).await;
        closes(&world, &vera, &amina).await;
        amina.opens_mail().await;
        amina.says("مرحبا").await;
        amina.says("هل أنت هنا؟").await;
        tomas.never_hears("مرحبا");
        screen(&amina)
    })
    .await;
}

/// The team has stopped it until a day, and then she says that it is about him.
#[tokio::test(flavor = "multi_thread")]
async fn after_her_yes_she_reads_what_becomes_of_it_whatever_had_stopped_the_pair_since_it_was_opened() {
    reads_the_same(async |way| {
        let (world, [amina, tomas, vera], pair) = pair().await;
        afraid(&amina, None).await;
        settles(&world, &vera).await;
        opens(&world, &vera, pair).await;
        rests(&world, way, &[&tomas], pair).await;
        amina.presses("✅ نعم").await;
        closes(&world, &vera, &amina).await;
        amina.opens_mail().await;
        amina.hears("تبقى هذه المحادثة متوقفة");
        screen(&amina)
    })
    .await;
}

/// She has told with whom she feels safe, and he presses 🆘 himself.
#[tokio::test(flavor = "multi_thread")]
async fn when_it_ends_or_opens_she_reads_the_same_whatever_stopped_what_she_had_called_fine() {
    reads_the_same(async |way| {
        let it = crate::her_phone::Two::meet().await;
        afraid(&it.amina, Some(&named("👤", "Tomás"))).await;
        it.amina.presses("◀ أشعر بالأمان مع: \u{2068}Marta\u{2069}").await;
        rests(&it.world, way, &[&it.marta], it.with_marta).await;
        if way == "break" {
            it.marta.says("/pause").await;
            it.marta.presses("▶ Terminar la pausa ya").await;
        } else {
            opens(&it.world, &it.vera, it.with_marta).await;
        }
        it.amina.says("مرحبا").await;
        screen(&it.amina)
    })
    .await;
}
