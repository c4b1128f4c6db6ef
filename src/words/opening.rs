//! A conversation is opened again.

use super::table::messages;

messages! {
    "opening-coord-ask" => solemn ask() {
        "open" => ask_open();
    };
    "opening-coord-again" => html again();
    "opening-coord-waits" => html waits(count: Count, name: Name, day: Day);
    "opening-coord-nothing" => html nothing(count: Count, name: Name);
    "opening-coord-hers" => solemn theirs(count: Count, name: Name, day: Day);
    "opening-coord-arrives" => html arrives();
    "opening-coord-dropped" => html dropped();
    "opening-coord-whose" => html whose() {
        "let" => whose_let();
        "drop" => whose_drop();
    };
    "opening-coord-name" => html name(name: Name);
    "opening-coord-opened" => html opened();
    "opening-coord-kept" => html kept();
    "opening-coord-over" => html over();

    "opening-any-hers" => solemn hers();
    "opening-any-hers-group" => solemn hers_group();
    "opening-any-to-team" => solemn to_team();
    "opening-any-waits" => solemn hers_waits(count: Count) {
        "yes" => hers_waits_yes();
        "no" => hers_waits_no();
    };
    "opening-any-since" => html hers_since(day: Day);
    "opening-any-goes" => html goes();
    "opening-any-noted" => html noted();
    "opening-any-stays" => html stays();
    "opening-any-late" => html late();
    "opening-any-unchanged" => html unchanged(count: Count);
}
