//! The team takes back what somebody wrote.

use super::table::messages;

messages! {
    "removal-coord-ask" => html ask() {
        "contact" => ask_contact();
        "hurts" => ask_hurts();
        "unfit" => ask_unfit();
        "mistake" => ask_mistake();
        "other" => ask_other();
        "keep" => ask_keep();
    };
    "removal-coord-button" => label button();
    "removal-coord-kept" => html kept();
    "removal-coord-removed" => html removed(reason: Raw);
    "removal-coord-stays" => html stays();
    "removal-coord-nothing" => html nothing();
    "removal-any-yours" => solemn yours(reason: Raw);
    "removal-any-here" => html here();
}
