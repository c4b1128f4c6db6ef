//! Circles: coming in and going out, how many have a message, and quiet.

use super::table::messages;

messages! {
    "circle-coord-button" => label button();
    "circle-coord-members" => html members() {
        "mentee" => members_mentee();
        "mentor" => members_mentor();
        "remove" => members_remove(name: Name);
    };
    "circle-coord-mentee" => html mentee(name: Name);
    "circle-coord-mentor" => html mentor(name: Name);
    "circle-coord-asked" => html asked(name: Name);
    "circle-coord-members-asked" => html members_asked(name: Name);
    "circle-coord-full" => html full(count: Count);
    "circle-coord-whom-mentee" => html whom_mentee();
    "circle-coord-whom-mentor" => html whom_mentor();
    "circle-coord-nobody" => html nobody();
    "circle-coord-sure-ask" => html sure_ask(name: Name) {
        "yes" => sure_ask_yes();
    };
    "circle-coord-asking" => html asking(name: Name);
    "circle-coord-same-account" => html same_account(name: Name);
    "circle-coord-minor" => html minor(name: Name);
    "circle-coord-rests" => html rests();
    "circle-coord-not-now" => html not_now();
    "circle-coord-sure-remove" => html sure_remove(name: Name) {
        "yes" => sure_remove_yes();
    };
    "circle-coord-last" => html last(name: Name);
    "circle-coord-told-joined" => html told_joined();
    "circle-coord-told-no" => html told_no();
    "circle-coord-told-refused" => html told_refused();
    "circle-coord-told-unanswered" => html told_unanswered();
    "circle-coord-told-newcomer" => html told_newcomer();
    "circle-coord-told-silent" => html told_silent();

    "circle-any-agree" => html agree() {
        "yes" => agree_yes();
        "no" => agree_no();
    };
    "circle-any-agree-team" => html agree_team();
    "circle-any-agreed" => html agreed();
    "circle-any-waits" => html waits();
    "circle-any-ask" => html ask(names: Raw) {
        "yes" => ask_yes();
        "no" => ask_no();
    };
    "circle-any-declined" => html declined();
    "circle-any-over" => html over();
    "circle-any-welcome" => html welcome(names: Raw);
    "circle-any-joined" => html joined();
    "circle-any-everybody" => html everybody();
    "circle-any-left" => html left();
    "circle-any-out" => html out();

    "circle-any-reached" => html reached(reached: Count, of: Count);

    "circle-any-mute-which" => html mute_which() {
        "one" => mute_one(name: Name);
    };
    "circle-any-muted" => html muted() {
        "sound" => muted_sound();
        "daily" => muted_daily_on();
        "never" => muted_daily_off();
    };
    "circle-any-muted-daily" => html muted_daily();
    "circle-any-unmuted" => html unmuted() {
        "mute" => unmuted_mute();
    };
    "circle-any-none" => html none();
    "circle-any-today" => html today(count: Count);
}
