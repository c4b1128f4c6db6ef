//! What becomes of each field of a message in its copies: the one table of them. A copy that was corrected shows what a
//! fresh one would.

/// What becomes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It says who wrote the message, where, when and by what way. A copy has its own.
    Envelope,
    /// It says what the message answers. A copy's reply is found anew; what is answered elsewhere, a line above it says.
    Answers,
    /// A text's: a copy is corrected by this parameter of `editMessageText`.
    Text(&'static str),
    /// What stands below a medium, or above it: by this parameter of `editMessageCaption`, or of the medium that takes
    /// the old one's place.
    Caption(&'static str),
    /// A file, or how it is shown: by this parameter of the medium in `editMessageMedia`.
    Medium(&'static str),
    /// A file that nothing can take the place of: if it is another, a fresh copy is made.
    File,
    /// What no call can change in a copy: a fresh one is made. So it is with a field that is not in the table.
    Afresh,
    /// Nobody gets a copy of it: what the bot does not carry, and service messages.
    Stays,
}

use Fate::{Afresh, Answers, Caption, Envelope, File, Medium, Stays, Text};

/// Every field of a message by the Bot API, those that most messages have first.
pub const FIELDS: [(&str, Fate); 115] = [
    ("message_id", Envelope),
    ("from", Envelope),
    ("chat", Envelope),
    ("date", Envelope),
    ("text", Text("text")),
    ("entities", Text("entities")),
    ("reply_to_message", Answers),
    ("edit_date", Envelope),
    ("photo", Medium("media")),
    ("caption", Caption("caption")),
    ("voice", File),
    ("media_group_id", Envelope),
    ("message_thread_id", Envelope),
    ("is_topic_message", Envelope),
    ("link_preview_options", Text("link_preview_options")),
    ("caption_entities", Caption("caption_entities")),
    ("show_caption_above_media", Caption("show_caption_above_media")),
    ("has_media_spoiler", Medium("has_spoiler")),
    ("animation", Medium("media")),
    ("audio", Medium("media")),
    ("document", Medium("media")),
    ("video", Medium("media")),
    ("video_note", File),
    ("live_photo", File),
    ("sticker", File),
    ("quote", Answers),
    ("external_reply", Answers),
    ("reply_to_story", Answers),
    ("reply_to_checklist_task_id", Answers),
    ("reply_to_poll_option_id", Answers),
    ("forward_origin", Envelope),
    ("direct_messages_topic", Envelope),
    ("sender_chat", Envelope),
    ("sender_boost_count", Envelope),
    ("sender_business_bot", Envelope),
    ("sender_tag", Envelope),
    ("guest_query_id", Envelope),
    ("business_connection_id", Envelope),
    ("is_automatic_forward", Envelope),
    ("via_bot", Envelope),
    ("guest_bot_caller_user", Envelope),
    ("guest_bot_caller_chat", Envelope),
    ("has_protected_content", Envelope),
    ("is_from_offline", Envelope),
    ("is_paid_post", Envelope),
    ("author_signature", Envelope),
    ("paid_star_count", Envelope),
    ("suggested_post_info", Envelope),
    // It plays once, where the message was sent; Telegram leaves it out of every copy.
    ("effect_id", Envelope),
    ("reply_markup", Envelope),
    ("rich_message", Afresh),
    ("contact", Afresh),
    ("venue", Afresh),
    ("location", Afresh),
    ("paid_media", Stays),
    ("story", Stays),
    ("checklist", Stays),
    ("dice", Stays),
    ("game", Stays),
    ("poll", Stays),
    ("invoice", Stays),
    ("gift", Stays),
    ("giveaway", Stays),
    ("giveaway_winners", Stays),
    ("successful_payment", Stays),
    ("new_chat_members", Stays),
    ("left_chat_member", Stays),
    ("chat_owner_left", Stays),
    ("chat_owner_changed", Stays),
    ("new_chat_title", Stays),
    ("new_chat_photo", Stays),
    ("delete_chat_photo", Stays),
    ("group_chat_created", Stays),
    ("supergroup_chat_created", Stays),
    ("channel_chat_created", Stays),
    ("message_auto_delete_timer_changed", Stays),
    ("migrate_to_chat_id", Stays),
    ("migrate_from_chat_id", Stays),
    ("pinned_message", Stays),
    ("refunded_payment", Stays),
    ("users_shared", Stays),
    ("chat_shared", Stays),
    ("unique_gift", Stays),
    ("gift_upgrade_sent", Stays),
    ("connected_website", Stays),
    ("write_access_allowed", Stays),
    ("passport_data", Stays),
    ("proximity_alert_triggered", Stays),
    ("boost_added", Stays),
    ("chat_background_set", Stays),
    ("checklist_tasks_done", Stays),
    ("checklist_tasks_added", Stays),
    ("direct_message_price_changed", Stays),
    ("forum_topic_created", Stays),
    ("forum_topic_edited", Stays),
    ("forum_topic_closed", Stays),
    ("forum_topic_reopened", Stays),
    ("general_forum_topic_hidden", Stays),
    ("general_forum_topic_unhidden", Stays),
    ("giveaway_created", Stays),
    ("giveaway_completed", Stays),
    ("managed_bot_created", Stays),
    ("paid_message_price_changed", Stays),
    ("poll_option_added", Stays),
    ("poll_option_deleted", Stays),
    ("suggested_post_approved", Stays),
    ("suggested_post_approval_failed", Stays),
    ("suggested_post_declined", Stays),
    ("suggested_post_paid", Stays),
    ("suggested_post_refunded", Stays),
    ("video_chat_scheduled", Stays),
    ("video_chat_started", Stays),
    ("video_chat_ended", Stays),
    ("video_chat_participants_invited", Stays),
    ("web_app_data", Stays),
];

/// What becomes of a field; `None` if this version has no name for it.
pub fn fate(name: &str) -> Option<Fate> {
    FIELDS.iter().find(|(known, _)| *known == name).map(|(_, fate)| *fate)
}

/// Whether a field holds something: it is neither about who, where and when, nor only about how the rest is shown.
pub(super) fn is_content(name: &str) -> bool {
    let shown = ["link_preview_options", "show_caption_above_media", "has_media_spoiler"];
    !matches!(fate(name), Some(Envelope | Answers)) && !shown.contains(&name)
}
