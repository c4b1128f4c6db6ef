//! What Lazo says about phone numbers, names and links in messages.

use super::table::messages;

messages! {
    "leak-any-shows-phone" => html shows_phone();
    "leak-any-shows-name" => html shows_name();
    "leak-any-shows-link" => html shows_link();
    "leak-any-shows-profile" => html shows_profile();
    "leak-any-shows-card" => html shows_card();
    "leak-any-shows-mail" => html shows_mail();
    "leak-any-shows-place" => html shows_place();

    "leak-any-ask" => html ask() {
        "send" => ask_send();
        "keep" => ask_keep();
    };
    "leak-any-refused" => html refused() {
        "team" => refused_team();
    };
    "leak-any-not-yet" => html not_yet() {
        "yes" => not_yet_yes();
        "no" => not_yet_no();
    };
    "leak-any-not-yet-group" => html not_yet_group();
    "leak-any-not-yet-waits" => html not_yet_waits();

    "leak-any-reached" => html reached();
    "leak-any-ask-reached" => html ask_reached();
    "leak-any-not-yet-reached" => html not_yet_reached();
    "leak-any-kept" => html kept();

    "leak-any-may" => solemn may(name: Name) {
        "yes" => may_yes();
        "no" => may_no();
    };
    "leak-any-may-group" => solemn may_group();
    "leak-any-stands-waits" => html stands_waits() {
        "back" => stands_waits_back();
    };
    "leak-any-stands-agreed" => html stands_agreed() {
        "back" => stands_agreed_back();
    };
    "leak-any-stands-no" => html stands_no() {
        "yes" => stands_no_yes();
    };
    "leak-any-no-choice" => html no_choice();
}
