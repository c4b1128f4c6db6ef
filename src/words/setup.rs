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
    "setup-coord-country" => html country() {
        "other" => country_other();
    };
    "setup-coord-numbers" => solemn numbers() {
        "yes" => numbers_yes();
        "none" => numbers_none();
    };
    "setup-coord-numbers-missing" => html numbers_missing();
    "setup-coord-numbers-pages" => html numbers_pages();
    "setup-coord-numbers-page" => html numbers_page(number: Raw, page: Raw);
    "setup-coord-missing-text" => html missing_text();
    "setup-coord-missing-child" => html missing_child();
    "setup-coord-missing-violence" => html missing_violence();
    "setup-coord-missing-crisis" => html missing_crisis();
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

    "setup-coord-responsible" => html responsible();
    "setup-coord-no-address" => html no_address();

    "setup-coord-helplines" => html helplines() {
        "none" => helplines_none();
        "keep" => helplines_keep();
        "drop" => helplines_drop();
    };
    "setup-coord-helplines-now" => html helplines_now();
    "setup-coord-helplines-unclear" => html helplines_unclear(lines: Count, letters: Count);
    "setup-coord-helplines-set" => html helplines_set();
    "setup-coord-helplines-unset" => html helplines_unset();

    "setup-coord-summary" => html summary() {
        "ready" => summary_ready();
    };
    "setup-coord-now-name" => html now_name() {
        "change" => change_name();
    };
    "setup-coord-now-languages" => html now_languages() {
        "change" => change_languages();
    };
    "setup-coord-now-language" => html now_language() {
        "change" => change_language();
    };
    "setup-coord-now-zone" => html now_zone() {
        "change" => change_zone();
    };
    "setup-coord-now-country" => html now_country() {
        "change" => change_country();
    };
    "setup-coord-now-rhythm" => html now_rhythm() {
        "change" => change_rhythm();
    };
    "setup-coord-now-first" => html now_first() {
        "change" => change_first();
    };
    "setup-coord-now-second" => html now_second() {
        "change" => change_second();
    };
    "setup-coord-now-outside" => html now_outside() {
        "change" => change_outside();
    };
    "setup-coord-hours-days" => html hours_days();
    "setup-coord-hours-unclear" => html hours_unclear(from: Count, to: Count);
    "setup-coord-now-on-call" => html now_on_call() {
        "change" => change_on_call();
    };
    "setup-coord-now-responsible" => html now_responsible() {
        "change" => change_responsible();
    };
    "setup-coord-now-helplines" => html now_helplines() {
        "change" => change_helplines();
    };
    "setup-coord-value" => html value(words: Name);
    "setup-coord-value-ready" => html value_ready(words: Raw);
    "setup-coord-value-none" => html value_none();
    "setup-coord-ready" => html ready(programme: Name);
    "setup-coord-unfinished" => html unfinished(count: Count);
    "setup-coord-lead" => html lead(programme: Name);
    "setup-coord-replaced" => html replaced(programme: Name);
}
