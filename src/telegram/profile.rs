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

/// Sets the commands everybody sees before she has joined, and those of groups. What fails is tried at the next start:
/// whoever has joined gets her own list anyway.
pub async fn present(api: Api, words: Arc<Words>) {
    for language in words.languages() {
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
            // Telegram takes two-letter codes only; English also stands for every other language.
            call.language_code = (tag.len() == 2 && tag != "en").then(|| tag.clone());
            if let Err(why) = api.call::<_, bool>(&call).await {
                tracing::info!(?why, language = tag, "the commands could not be set");
            }
        }
    }
}
