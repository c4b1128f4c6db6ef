//! The programme's settings.

use super::table::messages;

messages! {
    "settings-coord-list" => html list();
    "settings-coord-lead-only" => html lead_only();
    "settings-coord-contacts-now-allow" => html contacts_now_allow() {
        "change" => contacts_change();
    };
    "settings-coord-contacts-now-ask" => html contacts_now_ask();
    "settings-coord-contacts-now-both" => html contacts_now_both();
    "settings-coord-contacts-now-refuse" => html contacts_now_refuse();
    "settings-coord-contacts" => html contacts() {
        "allow" => contacts_allow();
        "ask" => contacts_ask();
        "both" => contacts_both();
        "refuse" => contacts_refuse();
    };
    "settings-coord-protect-now" => html protect_now(list: Raw) {
        "change" => protect_change();
    };
    "settings-coord-protect-now-none" => html protect_now_none();
    "settings-coord-protect" => html protect() {
        "texts" => protect_texts();
        "pictures" => protect_pictures();
        "voices" => protect_voices();
        "files" => protect_files();
    };
    "settings-coord-uncovered" => html uncovered();
    "settings-coord-uncovered-gap" => html uncovered_gap(from: When, until: When);
    "settings-coord-holds" => html holds() {
        "yes" => holds_yes();
        "change" => holds_change();
    };
    "settings-coord-held" => html held();
    "settings-coord-digest-holds" => html digest_holds();
    "settings-coord-gone" => html contact_gone();
    "settings-coord-who" => html who(name: Name);
    "settings-coord-trial" => html trial() {
        "try" => trial_try();
        "ring" => trial_ring();
    };
    "settings-coord-ringing" => html ringing();
    "settings-coord-tried" => html tried(minutes: Count);
    "settings-coord-tried-self" => html tried_self(minutes: Count);
    "settings-coord-on-call" => html on_call(from: Count, to: Count) {
        "workdays" => on_call_workdays(from: Count, to: Count);
        "daily" => on_call_daily(from: Count, to: Count);
        "always" => on_call_always();
        "never" => on_call_never();
    };
}
