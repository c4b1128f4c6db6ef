//! Somebody leaves the team.

use super::table::messages;

messages! {
    "departure-coord-button" => label button();
    "departure-coord-who" => html who() {
        "to" => who_to(name: Name);
    };
    "departure-coord-sure" => html sure() {
        "yes" => sure_yes();
    };
    "departure-coord-heir" => html heir(name: Name);
    "departure-coord-pairs" => html pairs(count: Count);
    "departure-coord-cases" => html cases(count: Count);
    "departure-coord-tasks" => html tasks(count: Count);
    "departure-coord-invitations" => html invitations(count: Count);
    "departure-coord-mail" => html mail(count: Count);
    "departure-coord-out" => html out();
    "departure-coord-empty" => html empty(number: Count);
    "departure-coord-groups" => html groups();
    "departure-coord-took" => html took();
    "departure-coord-gone" => html gone(programme: Name);
    "departure-coord-leads" => html leads() {
        "to" => leads_to(name: Name);
    };
}
