//! Somebody comes back with a new account.

use crate::world::{Friend, World};
use lazo::demo::Phone;

/// The link a coordinator makes on the card of somebody who cannot be reached.
async fn link(vera: &Friend) -> String {
    vera.presses("More").await;
    vera.presses("New account").await;
    last_link(vera)
}

/// The last link somebody was given. It is in its opener's language, which may run the other way.
pub fn last_link(friend: &Friend) -> String {
    let texts = friend.reads();
    let words = texts.iter().rev().flat_map(|text| text.split_whitespace());
    let link = words.into_iter().find(|word| word.contains("?start=")).expect("a link");
    link.replace(['\u{200F}', '\u{2068}', '\u{2069}'], "")
}

async fn opens(world: &World, phone: &Phone, link: &str) {
    phone.opens(link).expect("a link of this bot's");
    world.settles().await;
}

fn copies(phone: &Phone) -> Vec<String> {
    phone.screen().into_iter().filter(|seen| seen.copied).map(|seen| seen.text).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lost_her_account_goes_on_with_a_new_one_and_her_partner_reads_nothing_of_it() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.phone.deactivates();
    tomas.says("uno").await;
    tomas.says("dos").await;
    let before = tomas.reads();
    let first = link(&vera).await;
    let second = link(&vera).await;
    let anew = world.phone("Amina", "ar");
    opens(&world, &anew, &first).await;
    assert!(copies(&anew).is_empty(), "a newer link takes its place");
    opens(&world, &anew, &second).await;
    assert_eq!(copies(&anew), ["uno", "dos"], "what waited follows her, in order");
    assert_eq!(tomas.reads(), before);
    anew.says("estoy aquí");
    world.settles().await;
    tomas.replies(tomas.hears("estoy aquí").id, "¡qué bien!").await;
    assert_eq!(copies(&anew).last().unwrap(), "¡qué bien!");
    assert!(vera.hears("Case 1").buttons.is_empty(), "the case has closed itself");
    // The link is used up, and the old account is nobody.
    let stranger = world.phone("Eve", "en");
    opens(&world, &stranger, &second).await;
    stranger.says("hello?");
    world.settles().await;
    tomas.never_hears("hello?");
    assert_eq!(amina.copies().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_is_somebody_already_is_never_made_somebody_else() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.phone.deactivates();
    tomas.says("uno").await;
    let link = link(&vera).await;
    opens(&world, &tomas.phone, &link).await;
    tomas.says("sigo siendo yo").await;
    assert_eq!(world.pair_of(&tomas).await.unwrap().active().count(), 2);
    let anew = world.phone("Amina", "ar");
    opens(&world, &anew, &link).await;
    assert_eq!(copies(&anew), ["uno", "sigo siendo yo"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_is_also_on_the_card_of_somebody_in_the_list_who_cannot_be_reached() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    vera.says("/people").await;
    vera.presses("🌱 Mentee").await;
    vera.presses("1 · Amina").await;
    let offers = || vera.hears("👤 Amina").buttons.concat().iter().any(|it| it.text.contains("New account"));
    assert!(!offers(), "she can be reached");
    tomas.says("hola").await;
    amina.phone.deactivates();
    tomas.says("uno").await;
    vera.presses("◀ Back").await;
    vera.presses("1 · Amina").await;
    assert!(offers());
    vera.presses("🔗 New account").await;
    let link = last_link(&vera);
    let anew = world.phone("Amina", "ar");
    opens(&world, &anew, &link).await;
    assert_eq!(copies(&anew), ["uno"]);
    assert_eq!(world.pair_of(&tomas).await.unwrap().active().count(), 2);
}

/// Whoever made it may be whom she means by now.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_was_made_while_she_was_away_moves_nobody_who_is_back() {
    let world = World::new().await;
    let [amina, tomas, vera] = world.pair("Amina", "Tomás", "Vera").await;
    tomas.says("hola").await;
    amina.blocks().await;
    tomas.says("uno").await;
    let link = link(&vera).await;
    amina.unblocks().await;
    let anew = world.phone("Vera", "ar");
    opens(&world, &anew, &link).await;
    tomas.says("dos").await;
    assert_eq!(copies(&anew), Vec::<String>::new());
    amina.hears("dos");
}
