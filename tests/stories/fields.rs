//! A message is all its fields: a copy that was corrected shows what a fresh one would, whatever field was changed.

use crate::world::World;
use crate::world::bot_api::api;
use lazo::demo::Content;
use lazo::domain::leak::Policy;
use lazo::telegram::fields::{FIELDS, Fate, fate};
use serde_json::{Value, json};

/// The field that is changed, what stands there first, and how it is changed: fields that become others, or another content.
type Change = (&'static str, Content, Result<Value, Content>);

/// A photo nobody has to tap on.
fn photo() -> Content {
    Content::photo("el parque")
}

fn video(more: &Value) -> Value {
    let mut video = json!({ "file_id": "lazo-video-1", "file_unique_id": "unique-1", "width": 640, "height": 360,
        "duration": 3 });
    video.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "video": video, "caption": "mira" })
}

fn raw(fields: &Value) -> Content {
    Content::Raw(fields.as_object().unwrap().clone())
}

/// Every field that a copy can have, changed.
fn changes() -> Vec<Change> {
    texts().into_iter().chain(captions()).chain(spoilers()).chain(files()).chain(others()).collect()
}

fn bold(name: &str) -> Value {
    json!({ name: [{ "type": "bold", "offset": 0, "length": 2 }] })
}

fn texts() -> Vec<Change> {
    let link = || Content::from("mira https://example.org");
    let preview = |how: Value| json!({ "link_preview_options": how });
    let (above, small) =
        (preview(json!({ "show_above_text": true })), preview(json!({ "prefer_small_media": true })));
    vec![
        ("text", "a las seis".into(), Ok(json!({ "text": "a las siete" }))),
        ("entities", "a las seis".into(), Ok(bold("entities"))),
        ("link_preview_options", link(), Ok(preview(json!({ "is_disabled": true })))),
        ("link_preview_options", link().with(&above), Ok(preview(Value::Null))),
        ("link_preview_options", link().with(&small), Ok(json!({ "text": "mira: https://example.org" }))),
    ]
}

fn captions() -> Vec<Change> {
    let (name, above) = ("show_caption_above_media", json!({ "show_caption_above_media": true }));
    vec![
        ("caption", photo(), Ok(json!({ "caption": "la plaza" }))),
        ("caption", photo(), Ok(json!({ "caption": null }))),
        ("caption_entities", photo(), Ok(bold("caption_entities"))),
        (name, photo(), Ok(above.clone())),
        (name, photo().with(&above), Ok(json!({ name: null }))),
        (name, photo().with(&above), Ok(json!({ "caption": "arriba" }))),
        (name, photo().with(&above), Err(photo().with(&above))),
    ]
}

fn spoilers() -> Vec<Change> {
    let (name, covered) = ("has_media_spoiler", json!({ "has_media_spoiler": true }));
    vec![
        (name, photo(), Ok(covered.clone())),
        (name, photo().with(&covered), Ok(json!({ name: null }))),
        (name, photo().with(&covered), Err(Content::photo("otra").with(&covered))),
        (name, photo().with(&covered), Ok(json!({ "caption": "debajo" }))),
    ]
}

fn files() -> Vec<Change> {
    let cover = json!([{ "file_id": "c1", "file_unique_id": "c1", "width": 320, "height": 240 }]);
    let document = || Content::Document { name: "file".to_owned(), caption: None };
    let (plain, later) = (raw(&video(&json!({}))), raw(&video(&json!({ "start_timestamp": 7 }))));
    let both = json!({ "caption": "otra cosa", "has_media_spoiler": true });
    vec![
        ("photo", photo(), Err(Content::photo("la calle"))),
        ("animation", Content::Animation { caption: None }, Err(Content::Animation { caption: None })),
        ("audio", Content::Audio { caption: None }, Err(Content::Audio { caption: None })),
        ("document", document(), Err(document())),
        ("video", Content::Video { caption: None }, Err(Content::Video { caption: None })),
        ("video", plain.clone(), Ok(video(&json!({ "cover": cover })))),
        ("video", plain, Ok(video(&json!({ "start_timestamp": 7 })))),
        ("video", later, Ok(both)),
        ("voice", Content::Voice, Ok(json!({ "caption": "escucha" }))),
        ("voice", Content::Voice, Err(Content::Voice)),
        ("video_note", Content::VideoNote, Err(Content::VideoNote)),
        ("sticker", Content::Sticker, Err(Content::Sticker)),
        ("live_photo", live("a"), Err(live("b"))),
        ("live_photo", live("a"), Ok(json!({ "caption": "vive" }))),
    ]
}

fn others() -> Vec<Change> {
    let place = |n: f64| json!({ "location": { "latitude": n, "longitude": 2.2 } });
    let venue = |title: &str| {
        let place = place(1.5)["location"].clone();
        json!({ "venue": { "location": place, "title": title, "address": "x" }, "location": place })
    };
    let rich =
        |words: &str| raw(&json!({ "rich_message": { "blocks": [{ "type": "paragraph", "text": words }] } }));
    vec![
        ("rich_message", rich("uno"), Err(rich("dos"))),
        ("contact", contact("Ali"), Err(contact("Eva"))),
        ("venue", raw(&venue("Library")), Ok(venue("Museum"))),
        ("location", raw(&place(1.5)), Ok(place(2.5))),
        // What Telegram may have a name for tomorrow, beside words and alone.
        ("hologram", "hola".into(), Ok(json!({ "hologram": { "n": 1 } }))),
        ("hologram", photo().with(&json!({ "hologram": 1 })), Ok(json!({ "hologram": 2, "caption": "x" }))),
    ]
}

fn contact(name: &str) -> Content {
    Content::Contact { phone: "+34".to_owned(), name: name.to_owned() }
}

fn live(file: &str) -> Content {
    let size = json!({ "file_id": "p", "file_unique_id": "p", "width": 8, "height": 8 });
    raw(
        &json!({ "live_photo": { "file_id": file, "file_unique_id": file, "width": 8, "height": 8, "duration": 1,
        "photo": [size] } }),
    )
}

async fn policy(world: &World, policy: Policy) {
    world
        .changes(async |tx, now| {
            let mut programme = tx.programme(world.programme()).await.unwrap();
            programme.contacts = policy;
            tx.save_programme(&programme, now).await.unwrap();
        })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_was_corrected_shows_what_a_fresh_one_would_whatever_was_changed() {
    let mut wrong = Vec::new();
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    policy(&world, Policy::Allow).await;
    for (field, first, change) in changes() {
        let shown = format!("{field}: {first:?} → {change:?}");
        let id = tomas.sends(first).await;
        assert!(match change {
            Ok(how) => tomas.phone.alters(id, &how),
            Err(content) => tomas.phone.exchanges(id, content),
        });
        world.settles().await;
        let wanted = tomas.phone.screen().into_iter().find(|seen| seen.id == id).unwrap().content;
        let copies = amina.copies();
        let got = copies.last().map(|copy| copy.content.clone()).unwrap_or_default();
        if got != wanted {
            wrong.push(format!("{shown}\n  wanted {wanted}\n  got    {got}"));
        }
        world.minutes_pass(1).await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// In place where a parameter carries it: its reader's chat is not moved for a change of how a picture is shown.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_parameter_carries_is_corrected_where_it_stands() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    for (field, first, change) in changes() {
        if !matches!(fate(field), Some(Fate::Text(_) | Fate::Caption(_) | Fate::Medium(_))) {
            continue;
        }
        let id = tomas.sends(first).await;
        let copy = amina.copies().last().unwrap().id;
        match change {
            Ok(how) => tomas.phone.alters(id, &how),
            Err(content) => tomas.phone.exchanges(id, content),
        };
        world.settles().await;
        let now = amina.copies().last().cloned().unwrap();
        assert!(now.id == copy && now.edited, "{field}: {now:?}");
        world.minutes_pass(1).await;
    }
}

#[test]
fn every_field_that_a_copy_can_have_is_changed_above() {
    let changed: Vec<&str> = changes().iter().map(|(field, ..)| *field).collect();
    for (field, fate) in FIELDS {
        let on_copies = !matches!(fate, Fate::Envelope | Fate::Answers | Fate::Stays);
        assert_eq!(changed.contains(&field), on_copies, "{field}");
    }
}

/// A field that is new to the Bot API is noticed here: somebody has to say what becomes of it.
#[test]
fn what_becomes_of_every_field_of_the_bot_api_is_said() {
    let api = api();
    let names = |of: &Value| -> Vec<String> {
        of["f"].as_array().unwrap().iter().map(|field| field[0].as_str().unwrap().to_owned()).collect()
    };
    let mut published = names(&api["types"]["Message"]);
    let mut said: Vec<String> = FIELDS.iter().map(|(name, _)| (*name).to_owned()).collect();
    published.sort();
    said.sort();
    assert_eq!(said, published);
    let media = ["Animation", "Audio", "Document", "Photo", "Video"];
    let of_media: Vec<Vec<String>> =
        media.iter().map(|kind| names(&api["types"][format!("InputMedia{kind}")])).collect();
    let takes = |method: &str, name: &str| names(&api["methods"][method]).iter().any(|it| it == name);
    for (field, fate) in FIELDS {
        let is_there = match fate {
            Fate::Text(parameter) => takes("editMessageText", parameter) && takes("sendMessage", parameter),
            Fate::Caption(parameter) => {
                takes("editMessageCaption", parameter)
                    && takes("copyMessage", parameter)
                    && of_media.iter().any(|all| all.iter().any(|it| it == parameter))
            }
            Fate::Medium(parameter) => of_media.iter().any(|all| all.iter().any(|it| it == parameter)),
            Fate::Envelope | Fate::Answers | Fate::File | Fate::Afresh | Fate::Stays => true,
        };
        assert!(is_there, "{field}: {fate:?} is no parameter of the Bot API's");
    }
    // Neither has a name of its own yet in what the bot gives with a video: whoever adds one to either sees it here.
    let known = [
        "file_id",
        "file_unique_id",
        "width",
        "height",
        "duration",
        "thumbnail",
        "cover",
        "start_timestamp",
        "qualities",
        "file_name",
        "mime_type",
        "file_size",
    ];
    assert_eq!(names(&api["types"]["Video"]), known);
}

/// Where contacts never go, words go as they were judged: how they are shown goes with them.
#[tokio::test(flavor = "multi_thread")]
async fn what_goes_in_the_words_that_were_judged_is_shown_as_it_was() {
    let world = World::new().await;
    let [amina, tomas, _] = world.pair("Amina", "Tomás", "Vera").await;
    policy(&world, Policy::Refuse).await;
    let preview = json!({ "link_preview_options": { "is_disabled": true } });
    let above = json!({ "show_caption_above_media": true, "has_media_spoiler": true });
    for content in [Content::from("una palabra").with(&preview), photo().with(&above)] {
        let id = tomas.sends(content).await;
        let wanted = tomas.phone.screen().into_iter().find(|seen| seen.id == id).unwrap().content;
        assert_eq!(amina.copies().last().unwrap().content, wanted);
    }
}
