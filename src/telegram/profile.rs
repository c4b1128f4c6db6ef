//! How the bot presents itself: its name, and its commands in every language Telegram can tell apart.

use super::api::{Api, Refused};
use crate::domain::lang::Lang;
use crate::store::Reader;
use crate::words::Words;
use serde::Deserialize;
use std::sync::Arc;
use teloxide_core::payloads::{GetMe, GetWebhookInfo, SetMyCommands};
use teloxide_core::types::{BotCommand, BotCommandScope};
use url::Url;

#[derive(Deserialize)]
struct Me {
    username: String,
    #[serde(default)]
    has_topics_enabled: bool,
}

/// The bot's username, without the @.
pub async fn name(api: &Api) -> Result<String, Refused> {
    Ok(api.call::<_, Me>(&GetMe::new()).await?.username)
}

/// Whether the bot's private chats can have topics: one switch at @BotFather for all of them.
pub async fn has_topics(api: &Api) -> Result<bool, Refused> {
    Ok(api.call::<_, Me>(&GetMe::new()).await?.has_topics_enabled)
}

/// The server of another program's webhook, which gets what is written to the bot; no more of its address, for whoever
/// knows that can write in Telegram's name.
pub async fn webhook(api: &Api) -> Option<String> {
    #[derive(Deserialize)]
    struct Hook {
        url: String,
    }
    let hook: Hook = api.call(&GetWebhookInfo::new()).await.ok()?;
    Url::parse(&hook.url).ok()?.host_str().map(str::to_owned)
}

/// For whom the commands in a language are.
#[derive(Debug, PartialEq, Eq)]
enum Speakers {
    /// Everybody whose own language has none: English, and nothing else ever.
    All,
    /// Whose app has this two-letter code.
    Of(String),
    /// No such code means this language alone.
    Nobody,
}

fn speakers(words: &Words, lang: &Lang) -> Speakers {
    let primary = lang.as_str().split('-').next().unwrap_or_default();
    if *lang == Lang::source() {
        Speakers::All
    } else if primary.len() == 2 && words.negotiate(primary, &Lang::source()) == *lang {
        Speakers::Of(primary.to_owned())
    } else {
        Speakers::Nobody
    }
}

/// Sets the commands everybody sees before she has joined, and those of groups. What fails is tried at the next start:
/// whoever has joined gets her own list anyway.
pub async fn present(api: Api, words: Arc<Words>) {
    for language in words.languages() {
        let code = match speakers(&words, &language.lang) {
            Speakers::All => None,
            Speakers::Of(code) => Some(code),
            Speakers::Nobody => continue,
        };
        let tag = language.lang.as_str().to_owned();
        let reader = Reader {
            lang: language.lang.clone(),
            fallback: Lang::source(),
            zone: crate::domain::zone::Tz::UTC,
            role: None,
            standing: None,
            programme: String::new(),
            both_sides: false,
            switcher: None,
        };
        let joined = Reader { role: Some(crate::domain::person::Role::Mentee), ..reader.clone() };
        for (reader, scope) in
            [(&joined, BotCommandScope::AllPrivateChats), (&reader, BotCommandScope::AllChatAdministrators)]
        {
            let commands = words.commands(reader);
            let mut call =
                SetMyCommands::new(commands.into_iter().map(|(name, about)| BotCommand::new(name, about)));
            call.scope = Some(scope);
            call.language_code.clone_from(&code);
            if let Err(why) = api.call::<_, bool>(&call).await {
                tracing::info!(?why, language = tag, "the commands could not be set");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{File, embedded, embedded_status};

    /// The words with copies of Spanish under other tags.
    fn with(tags: &[&str]) -> Words {
        let (mut status, mut files) = (embedded_status(), embedded());
        let spanish: Vec<File> = files.iter().filter(|file| file.tag == "es").cloned().collect();
        for tag in tags {
            status.extend(["\n[", tag, "]\nreview = \"machine\"\n"]);
            files.extend(spanish.iter().map(|file| File { tag: (*tag).to_owned(), ..file.clone() }));
        }
        Words::read(&status, &files).unwrap()
    }

    #[test]
    fn the_list_for_everybody_is_english_whatever_languages_there_are() {
        let words = with(&["fa", "fa-AF", "ckb", "pt-PT"]);
        let of = |code: &str| Speakers::Of(code.to_owned());
        let found: Vec<_> = words.languages().iter().map(|it| speakers(&words, &it.lang)).collect();
        let tags: Vec<_> = words.languages().iter().map(|it| it.lang.to_string()).collect();
        assert_eq!(tags, ["ar", "ckb", "en", "es", "fa", "fa-AF", "pt-PT"]);
        let expected =
            [of("ar"), Speakers::Nobody, Speakers::All, of("es"), of("fa"), Speakers::Nobody, of("pt")];
        assert_eq!(found, expected);
    }
}
