//! What Lazo says about phone numbers, names and links in messages.

use super::table::messages;

messages! {
    "leak-any-shows-phone" => solemn shows_phone();
    "leak-any-shows-name" => solemn shows_name();
    "leak-any-shows-link" => solemn shows_link();
    "leak-any-shows-profile" => solemn shows_profile();
    "leak-any-shows-card" => solemn shows_card();
    "leak-any-shows-mail" => solemn shows_mail();
    "leak-any-shows-place" => solemn shows_place();

    "leak-any-ask" => solemn ask() {
        "send" => ask_send();
        "keep" => ask_keep();
    };
    "leak-any-refused" => solemn refused() {
        "team" => refused_team();
    };
    "leak-any-not-yet" => solemn not_yet() {
        "yes" => not_yet_yes();
        "no" => not_yet_no();
    };
    "leak-any-not-yet-group" => solemn not_yet_group();
    "leak-any-not-yet-waits" => solemn not_yet_waits();

    "leak-any-reached" => solemn reached();
    "leak-any-ask-reached" => solemn ask_reached();
    "leak-any-not-yet-reached" => solemn not_yet_reached();
    "leak-any-kept" => solemn kept();

    "leak-any-may" => solemn may(name: Name) {
        "yes" => may_yes();
        "no" => may_no();
    };
    "leak-any-may-group" => solemn may_group();
    "leak-any-stands-waits" => solemn stands_waits() {
        "back" => stands_waits_back();
    };
    "leak-any-stands-agreed" => solemn stands_agreed() {
        "back" => stands_agreed_back();
    };
    "leak-any-stands-no" => solemn stands_no() {
        "yes" => stands_no_yes();
    };
    "leak-any-no-choice" => solemn no_choice();
}
