//! Open invitations, and file numbers.

use super::table::messages;

messages! {
    "invites-coord-list" => html list();
    "invites-coord-none" => html none();
    "invites-coord-entry" => html entry(number: Count, role: Raw);
    "invites-coord-file" => html file(file: Name);
    "invites-coord-until" => html until(day: Day);
    "invites-coord-by" => html by(name: Name);
    "invites-coord-sure" => html sure(role: Raw) {
        "yes" => sure_yes();
    };
    "invites-coord-withdrawn" => html withdrawn(role: Raw) {
        "list" => withdrawn_list();
    };
    "invites-coord-in-use" => html in_use(file: Name) {
        "same" => in_use_same();
        "other" => in_use_other();
    };
    "invites-coord-open" => html open(role: Raw);
    "invites-coord-number" => label number();
    "invites-coord-give" => label give();
    "invites-coord-given" => html given();
}
