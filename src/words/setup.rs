//! The lead's questions when a programme starts, and a new lead.

use super::table::messages;

messages! {
    "setup-coord-welcome" => html welcome();
    "setup-coord-name" => html name();
    "setup-coord-name-empty" => html name_empty();
    "setup-coord-name-long" => html name_long(max: Count);
    "setup-coord-languages" => html languages();
    "setup-coord-beta" => html beta(language: Raw) {
        "yes" => beta_yes();
        "no" => beta_no();
    };
    "setup-coord-language" => html language();
    "setup-coord-zone" => html zone() {
        "other" => zone_other();
    };
    "setup-coord-rhythm" => html rhythm() {
        "week" => rhythm_week();
        "fortnight" => rhythm_fortnight();
        "month" => rhythm_month();
    };

    "setup-coord-urgent-first" => html urgent_first() {
        "me" => urgent_first_me();
    };
    "setup-coord-urgent-second" => html urgent_second() {
        "me" => urgent_second_me();
    };
    "setup-coord-outside" => html outside();
    "setup-coord-contact-tap" => html contact_tap();
    "setup-coord-contact-write" => html contact_write();
    "setup-coord-same" => html same();
    "setup-coord-phone" => html phone();

    "setup-coord-helplines" => html helplines() {
        "none" => helplines_none();
        "keep" => helplines_keep();
        "drop" => helplines_drop();
    };
    "setup-coord-helplines-now" => html helplines_now();
    "setup-coord-helplines-unclear" => html helplines_unclear(lines: Count, letters: Count);
    "setup-coord-helplines-set" => html helplines_set();
    "setup-coord-helplines-unset" => html helplines_unset();

    "setup-coord-ready" => html ready(programme: Name);
    "setup-coord-unfinished" => html unfinished(count: Count);
    "setup-coord-lead" => html lead(programme: Name);
    "setup-coord-replaced" => html replaced(programme: Name);
}
