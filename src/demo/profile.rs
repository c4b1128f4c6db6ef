//! What a bot says about itself: name, descriptions, commands.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    params::{Params, integer},
    refuse::{Answer, Refusal},
    world::{Wish, World},
};

const MOST_COMMANDS: usize = 100;
const LONGEST_COMMAND: usize = 32;
const LONGEST_EXPLANATION: usize = 256;
const LONGEST_NAME: usize = 64;
const LONGEST_DESCRIPTION: usize = 512;
const LONGEST_SHORT_DESCRIPTION: usize = 120;

/// Texts by what they are and language; commands by scope and language.
#[derive(Debug, Default)]
pub(super) struct Profile {
    texts: BTreeMap<(&'static str, String), String>,
    commands: BTreeMap<(String, String), Vec<Value>>,
}

impl Profile {
    /// The commands a person with this app language sees in her private chat: the narrowest scope wins, and in a
    /// scope the language.
    pub(super) fn menu(&self, person: i64, language: &str) -> &[Value] {
        let scopes = [format!("chat {person}"), "all_private_chats".to_owned(), "default".to_owned()];
        for scope in scopes {
            for language in [language, ""] {
                if let Some(commands) = self.commands.get(&(scope.clone(), language.to_owned())) {
                    return commands;
                }
            }
        }
        &[]
    }
}

/// `getMe`
#[expect(clippy::unnecessary_wraps, reason = "in the table of methods, of which most can refuse")]
pub(super) fn me(world: &mut World, _: &Params) -> Answer {
    let mut me = world.bot_json();
    let topics = world.options.private_topics;
    if let (Some(fields), Value::Object(mut more)) = (
        me.as_object_mut(),
        json!({
            "can_join_groups": true, "can_read_all_group_messages": false, "supports_inline_queries": false,
            "can_connect_to_business": false, "has_main_web_app": false, "has_topics_enabled": topics,
            "allows_users_to_create_topics": false,
        }),
    ) {
        fields.append(&mut more);
    }
    Ok(me)
}

fn language(params: &Params) -> Result<String, Refusal> {
    let code = params.text("language_code").unwrap_or_default();
    if code.is_empty() || (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())) {
        return Ok(code.into_owned());
    }
    Err(Refusal::bad("invalid language code specified"))
}

fn scope(world: &mut World, params: &Params) -> Result<String, Refusal> {
    let Some(scope) = params.json("scope")? else { return Ok("default".to_owned()) };
    let kind = scope.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let number = |name: &str| scope.get(name).and_then(integer);
    match kind.as_str() {
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => Ok(kind),
        "chat" | "chat_administrators" | "chat_member" => {
            let chat = world.chat(number("chat_id"), Wish::Read)?.id;
            let user = number("user_id").map_or_else(String::new, |user| format!(" {user}"));
            Ok(format!("{kind} {chat}{user}"))
        }
        _ => Err(Refusal::bad("can't parse BotCommandScope: Unsupported type specified")),
    }
}

/// `setMyCommands`
pub(super) fn set_commands(world: &mut World, params: &Params) -> Answer {
    let mut commands = params.array("commands")?;
    let (language, scope) = (language(params)?, scope(world, params)?);
    if commands.len() > MOST_COMMANDS {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    for command in &mut commands {
        let field = |name: &str| command.get(name).and_then(Value::as_str).unwrap_or_default().trim();
        let (name, explanation) = (field("command"), field("description"));
        let name = name.strip_prefix('/').unwrap_or(name).to_owned();
        let length = explanation.chars().count();
        if name.is_empty() {
            return Err(Refusal::bad("command must be non-empty"));
        }
        if name.chars().count() > LONGEST_COMMAND {
            return Err(Refusal::bad("command length must not exceed 32"));
        }
        if !name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')) {
            return Err(Refusal::bad("BOT_COMMAND_INVALID"));
        }
        if length == 0 {
            return Err(Refusal::bad("command description must be non-empty"));
        }
        if length > LONGEST_EXPLANATION {
            return Err(Refusal::bad("command description length must not exceed 256"));
        }
        *command = json!({ "command": name, "description": explanation });
    }
    if commands.is_empty() {
        world.profile.commands.remove(&(scope, language));
    } else {
        world.profile.commands.insert((scope, language), commands);
    }
    Ok(true.into())
}

/// `getMyCommands`
pub(super) fn commands(world: &mut World, params: &Params) -> Answer {
    let key = (scope(world, params)?, language(params)?);
    Ok(Value::Array(world.profile.commands.get(&key).cloned().unwrap_or_default()))
}

/// `deleteMyCommands`
pub(super) fn delete_commands(world: &mut World, params: &Params) -> Answer {
    let key = (scope(world, params)?, language(params)?);
    world.profile.commands.remove(&key);
    Ok(true.into())
}

fn set(world: &mut World, params: &Params, what: &'static str, longest: usize) -> Answer {
    let text = params.text(what).unwrap_or_default().trim().to_owned();
    let language = language(params)?;
    if text.chars().count() > longest {
        return Err(Refusal::bad(&format!("bot {} is too long", what.replace('_', " "))));
    }
    if text.is_empty() {
        world.profile.texts.remove(&(what, language));
    } else {
        world.profile.texts.insert((what, language), text);
    }
    Ok(true.into())
}

fn get(world: &World, params: &Params, what: &'static str) -> Answer {
    let language = language(params)?;
    let texts = &world.profile.texts;
    let text = texts.get(&(what, language)).or_else(|| texts.get(&(what, String::new())));
    let own = if what == "name" { world.options.name.as_str() } else { "" };
    Ok(json!({ what: text.map_or(own, String::as_str) }))
}

/// `setMyName`
pub(super) fn set_name(world: &mut World, params: &Params) -> Answer {
    set(world, params, "name", LONGEST_NAME)
}

/// `setMyDescription`
pub(super) fn set_description(world: &mut World, params: &Params) -> Answer {
    set(world, params, "description", LONGEST_DESCRIPTION)
}

/// `setMyShortDescription`
pub(super) fn set_short_description(world: &mut World, params: &Params) -> Answer {
    set(world, params, "short_description", LONGEST_SHORT_DESCRIPTION)
}

/// `getMyName`
pub(super) fn name(world: &mut World, params: &Params) -> Answer {
    get(world, params, "name")
}

/// `getMyDescription`
pub(super) fn description(world: &mut World, params: &Params) -> Answer {
    get(world, params, "description")
}

/// `getMyShortDescription`
pub(super) fn short_description(world: &mut World, params: &Params) -> Answer {
    get(world, params, "short_description")
}
