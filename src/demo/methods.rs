//! Every method the emulator has, with the parameters that Bot API 10.1 knows for it.

use super::{
    callbacks, copy, edit, params::Params, profile, refuse::Answer, rooms, send, topics, world::World,
};

/// A method of the Bot API.
pub(super) struct Method {
    /// The name as Telegram spells it.
    pub(super) name: &'static str,
    /// Its parameters, separated by spaces.
    pub(super) params: &'static str,
    /// What it does.
    pub(super) call: fn(&mut World, &Params) -> Answer,
}

/// The method of this name, which Telegram reads in any case.
pub(super) fn named(name: &str) -> Option<&'static Method> {
    METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(name))
}

/// Parameters of `getUpdates`, which waits and is therefore not in the table.
pub(super) const POLL: &str = "offset limit timeout allowed_updates";

/// How many messages a call of this method puts into a chat, for the limits.
pub(super) fn weight(method: &str, params: &Params) -> u32 {
    let sends = method.starts_with("send") && method != "sendChatAction";
    if sends || method == "copyMessage" || method == "forwardMessage" {
        1
    } else if method == "copyMessages" {
        copy::message_ids(params).map_or(1, |ids| u32::try_from(ids.len()).unwrap_or(1))
    } else {
        0
    }
}

const METHODS: [Method; 46] = [
    Method {
        name: "copyMessage",
        params: "chat_id message_thread_id direct_messages_topic_id from_chat_id message_id \
                 video_start_timestamp caption parse_mode caption_entities show_caption_above_media \
                 disable_notification protect_content allow_paid_broadcast message_effect_id \
                 suggested_post_parameters reply_parameters reply_markup",
        call: copy::one,
    },
    Method {
        name: "sendMessage",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id text \
                 parse_mode entities link_preview_options disable_notification protect_content \
                 allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters \
                 reply_markup",
        call: send::message,
    },
    Method { name: "getMe", params: "", call: profile::me },
    Method {
        name: "sendPhoto",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id photo \
                 caption parse_mode caption_entities show_caption_above_media has_spoiler \
                 disable_notification protect_content allow_paid_broadcast message_effect_id \
                 suggested_post_parameters reply_parameters reply_markup",
        call: send::photo,
    },
    Method {
        name: "sendDocument",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id document \
                 thumbnail caption parse_mode caption_entities disable_content_type_detection \
                 disable_notification protect_content allow_paid_broadcast message_effect_id \
                 suggested_post_parameters reply_parameters reply_markup",
        call: send::document,
    },
    Method {
        name: "sendVoice",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id voice \
                 caption parse_mode caption_entities duration disable_notification protect_content \
                 allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters \
                 reply_markup",
        call: send::voice,
    },
    Method {
        name: "sendAudio",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id audio \
                 caption parse_mode caption_entities duration performer title thumbnail \
                 disable_notification protect_content allow_paid_broadcast message_effect_id \
                 suggested_post_parameters reply_parameters reply_markup",
        call: send::audio,
    },
    Method {
        name: "sendVideo",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id video \
                 duration width height thumbnail cover start_timestamp caption parse_mode \
                 caption_entities show_caption_above_media has_spoiler supports_streaming \
                 disable_notification protect_content allow_paid_broadcast message_effect_id \
                 suggested_post_parameters reply_parameters reply_markup",
        call: send::video,
    },
    Method {
        name: "sendAnimation",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id animation \
                 duration width height thumbnail caption parse_mode caption_entities \
                 show_caption_above_media has_spoiler disable_notification protect_content \
                 allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters \
                 reply_markup",
        call: send::animation,
    },
    Method {
        name: "sendVideoNote",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id video_note \
                 duration length thumbnail disable_notification protect_content allow_paid_broadcast \
                 message_effect_id suggested_post_parameters reply_parameters reply_markup",
        call: send::video_note,
    },
    Method {
        name: "sendSticker",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id sticker \
                 emoji disable_notification protect_content allow_paid_broadcast message_effect_id \
                 suggested_post_parameters reply_parameters reply_markup",
        call: send::sticker,
    },
    Method {
        name: "sendLocation",
        params: "business_connection_id chat_id message_thread_id direct_messages_topic_id latitude \
                 longitude horizontal_accuracy live_period heading proximity_alert_radius \
                 disable_notification protect_content allow_paid_broadcast message_effect_id \
                 suggested_post_parameters reply_parameters reply_markup",
        call: send::location,
    },
    Method {
        name: "sendChatAction",
        params: "business_connection_id chat_id message_thread_id action",
        call: send::action,
    },
    Method {
        name: "copyMessages",
        params: "chat_id message_thread_id direct_messages_topic_id from_chat_id message_ids \
                 disable_notification protect_content remove_caption",
        call: copy::many,
    },
    Method {
        name: "forwardMessage",
        params: "chat_id message_thread_id direct_messages_topic_id from_chat_id \
                 video_start_timestamp disable_notification protect_content message_effect_id \
                 suggested_post_parameters message_id",
        call: copy::forward,
    },
    Method {
        name: "editMessageText",
        params: "business_connection_id chat_id message_id inline_message_id text parse_mode entities \
                 link_preview_options rich_message reply_markup",
        call: edit::text,
    },
    Method {
        name: "editMessageCaption",
        params: "business_connection_id chat_id message_id inline_message_id caption parse_mode \
                 caption_entities show_caption_above_media reply_markup",
        call: edit::caption,
    },
    Method {
        name: "editMessageMedia",
        params: "business_connection_id chat_id message_id inline_message_id media reply_markup",
        call: edit::media,
    },
    Method {
        name: "editMessageReplyMarkup",
        params: "business_connection_id chat_id message_id inline_message_id reply_markup",
        call: edit::keyboard,
    },
    Method { name: "deleteMessage", params: "chat_id message_id", call: edit::delete },
    Method { name: "deleteMessages", params: "chat_id message_ids", call: edit::delete_many },
    Method { name: "setMessageReaction", params: "chat_id message_id reaction is_big", call: edit::react },
    Method {
        name: "answerCallbackQuery",
        params: "callback_query_id text show_alert url cache_time",
        call: callbacks::answer,
    },
    Method { name: "setMyCommands", params: "commands scope language_code", call: profile::set_commands },
    Method { name: "getMyCommands", params: "scope language_code", call: profile::commands },
    Method { name: "deleteMyCommands", params: "scope language_code", call: profile::delete_commands },
    Method { name: "setMyName", params: "name language_code", call: profile::set_name },
    Method { name: "getMyName", params: "language_code", call: profile::name },
    Method { name: "setMyDescription", params: "description language_code", call: profile::set_description },
    Method { name: "getMyDescription", params: "language_code", call: profile::description },
    Method {
        name: "setMyShortDescription",
        params: "short_description language_code",
        call: profile::set_short_description,
    },
    Method { name: "getMyShortDescription", params: "language_code", call: profile::short_description },
    Method { name: "getChat", params: "chat_id", call: rooms::chat },
    Method { name: "getChatMember", params: "chat_id user_id", call: rooms::member },
    Method { name: "getChatAdministrators", params: "chat_id return_bots", call: rooms::administrators },
    Method {
        name: "pinChatMessage",
        params: "business_connection_id chat_id message_id disable_notification",
        call: rooms::pin,
    },
    Method {
        name: "unpinChatMessage",
        params: "business_connection_id chat_id message_id",
        call: rooms::unpin,
    },
    Method { name: "leaveChat", params: "chat_id", call: rooms::leave },
    Method {
        name: "setWebhook",
        params: "url certificate ip_address max_connections allowed_updates drop_pending_updates \
                 secret_token",
        call: rooms::set_webhook,
    },
    Method { name: "deleteWebhook", params: "drop_pending_updates", call: rooms::delete_webhook },
    Method { name: "getWebhookInfo", params: "", call: rooms::webhook },
    Method {
        name: "createForumTopic",
        params: "chat_id name icon_color icon_custom_emoji_id",
        call: topics::create,
    },
    Method {
        name: "editForumTopic",
        params: "chat_id message_thread_id name icon_custom_emoji_id",
        call: topics::edit,
    },
    Method { name: "closeForumTopic", params: "chat_id message_thread_id", call: topics::close },
    Method { name: "reopenForumTopic", params: "chat_id message_thread_id", call: topics::reopen },
    Method { name: "deleteForumTopic", params: "chat_id message_thread_id", call: topics::delete },
];
