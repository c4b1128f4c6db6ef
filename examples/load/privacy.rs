//! What people write is found nowhere, and neither is the token.

use crate::figures::{at_least, at_most, count, say};
use crate::ground::{Ground, PATIENCE};
use crate::traffic::{Who, chat};
use crate::{Common, Outcome};
use lazo::demo::{Content, Person};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What nobody else says.
const CANARY: &str = "kanarienvogel-7391";

pub(crate) async fn run(common: &Common) -> Outcome {
    let mut ground = Ground::of(common, 10).await?;
    ground.setup.filter = "trace";
    let stranger = ground.telegram.person(Person::named(77, CANARY).known_as(CANARY, CANARY));
    let (mut bot, _) = ground.setup.start_polling(&ground.telegram).await?;
    stranger.starts(Some(CANARY));
    stranger.says(CANARY);
    for content in every_kind() {
        ground.traffic.says(0, Who::Mentee, content, None);
    }
    let corrected = ground.traffic.says(0, Who::Mentee, CANARY, None);
    let phone = ground.telegram.person(Person::named(chat(0, Who::Mentee), "Amina"));
    phone.edits(corrected, &format!("{CANARY} again"));
    // Not all of it can be relayed; what can has arrived when nothing more does. Some of it shows how to reach her, and
    // she is asked: one thing is sent, the others wait on.
    ground.traffic.arrives(Duration::from_secs(3)).await;
    phone.presses("📨")?;
    ground.traffic.arrives(Duration::from_secs(3)).await;
    // Words go as words that were judged, everything else as copies.
    let copies = ground.telegram.deliveries().iter().filter(|it| it.copied).count();
    let mentor = ground.telegram.person(Person::named(chat(0, Who::Mentor), "Tomás"));
    let words = mentor.history().iter().filter(|it| !it.copied && it.text.contains(CANARY)).count();
    at_least("privacy.relayed", count(copies + words), 13.0, "messages");
    look(&ground, "while it runs")?;
    bot.terminate().await?;
    look(&ground, "after its end")?;
    let _bot = ground.setup.start_polling(&ground.telegram).await?;
    ground.traffic.says(1, Who::Mentor, CANARY, None);
    tokio::time::sleep(PATIENCE / 30).await;
    look(&ground, "after another start")
}

/// One of each kind, with the canary in each place that holds words.
fn every_kind() -> Vec<Content> {
    let words = || Some(CANARY.to_owned());
    let mut unknown = serde_json::Map::new();
    unknown.insert("hologram".to_owned(), CANARY.into());
    vec![
        CANARY.into(),
        Content::Photo { caption: words() },
        Content::AlbumPhoto { album: "a".to_owned(), caption: words() },
        Content::Video { caption: words() },
        Content::Animation { caption: words() },
        Content::Audio { caption: words() },
        Content::Document { name: CANARY.to_owned(), caption: words() },
        Content::Voice,
        Content::VideoNote,
        Content::Sticker,
        Content::Location { live: false },
        Content::Location { live: true },
        Content::Venue { title: CANARY.to_owned() },
        Content::Contact { phone: CANARY.to_owned(), name: CANARY.to_owned() },
        Content::Poll { question: CANARY.to_owned() },
        Content::Quiz { question: CANARY.to_owned() },
        Content::Dice,
        Content::Story,
        Content::PaidMedia,
        Content::Checklist { title: CANARY.to_owned() },
        Content::Raw(unknown),
        format!("/start {CANARY}").into(),
        format!("{CANARY}: 612 345 678, https://t.me/{CANARY}").into(),
    ]
}

/// Searches the database's files and everything the bot printed.
fn look(ground: &Ground, when: &str) -> Outcome {
    let token = ground.telegram.token();
    let secret = token.split_once(':').map_or(token.as_str(), |(_, secret)| secret);
    let mut files = files_beneath(ground.folder.path())?;
    if let Some((_, socket)) = ground.setup.database.split_once("?host=") {
        files.extend(files_beneath(Path::new(socket))?);
    }
    let mut found = 0;
    let mut bytes = 0;
    for file in &files {
        // Files come and go while a database works.
        let Ok(content) = std::fs::read(file) else { continue };
        bytes += content.len();
        for word in [CANARY, secret] {
            if holds(&content, word.as_bytes()) {
                found += 1;
                println!("privacy: {} holds {word:?} {when}", file.display());
            }
        }
    }
    say("privacy.searched", format!("{} files, {bytes}", files.len()), "bytes");
    at_most("privacy.found", f64::from(found), 0.0, "");
    Ok(())
}

fn holds(content: &[u8], word: &[u8]) -> bool {
    content.windows(word.len()).any(|window| window == word)
}

fn files_beneath(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        match entry.file_type()? {
            kind if kind.is_dir() => found.extend(files_beneath(&entry.path())?),
            kind if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
    Ok(found)
}
