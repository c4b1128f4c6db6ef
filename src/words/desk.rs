//! The coordinator's lists and cards.

use super::table::messages;

messages! {
    "desk-coord-entry" => html entry(number: Count, name: Name) {
        "open" => entry_open(number: Count, name: Name);
    };
    "desk-coord-entry-file" => html entry_file(number: Count, name: Name, file: Raw);
    "desk-coord-who" => html who(name: Name);
    "desk-coord-who-file" => html who_file(name: Name, file: Raw);
    "desk-coord-nameless" => label nameless();
    "desk-coord-away" => html away(until: Day);
    "desk-coord-unreachable" => html unreachable();

    "desk-coord-joining" => html joining();
    "desk-coord-guardian" => html guardian();
    "desk-coord-waits-today" => html waits_today();
    "desk-coord-waits" => html waits(count: Count);
    "desk-coord-asked" => html asked();
    "desk-coord-paired" => html paired();
    "desk-coord-staff" => html staff();
    "desk-coord-refused" => html refused();
    "desk-coord-left" => html left();

    "desk-coord-pair" => html pair(number: Count, mentee: Name, mentor: Name);
    "desk-coord-names" => html names(mentee: Name, mentor: Name);
    "desk-coord-new" => html new();
    "desk-coord-green" => html green();
    "desk-coord-elsewhere" => html elsewhere();
    "desk-coord-amber" => html amber();
    "desk-coord-orange" => html orange();
    "desk-coord-silent" => html silent();
    "desk-coord-mentee-waits" => html mentee_waits();
    "desk-coord-mentor-waits" => html mentor_waits();
    "desk-coord-lost" => html lost();
    "desk-coord-paused" => html paused();
    "desk-coord-stopped" => html stopped();
    "desk-coord-held" => html held();
    "desk-coord-contact-none" => html contact_none();
    "desk-coord-contact-today" => html contact_today();
    "desk-coord-contact" => html contact(count: Count);
    "desk-coord-contact-day" => html contact_day(day: Day);
    "desk-coord-weekly" => html weekly();
    "desk-coord-fortnightly" => html fortnightly();
    "desk-coord-monthly" => html monthly();

    "desk-coord-pairs" => html pairs();
    "desk-coord-pairs-order" => html pairs_order();
    "desk-coord-pairs-none" => html pairs_none();
    "desk-coord-card" => html card() {
        "release" => card_release();
        "pause" => card_pause();
        "close" => card_close();
    };
    "desk-coord-pause" => html pause();
    "desk-coord-since" => html since(day: Day);
    "desk-coord-until" => html until(day: Day);
    "desk-coord-stopped-until" => html stopped_until(day: Day);
    "desk-coord-closed-too" => html closed_too(count: Count);
    "desk-coord-open-cases" => html open_cases(count: Count);
    "desk-coord-own-pair" => html own_pair();

    "desk-coord-why" => html why() {
        "contact" => why_contact();
    };
    "desk-coord-why-goals" => label why_goals();
    "desk-coord-why-time" => label why_time();
    "desk-coord-why-fit" => label why_fit();
    "desk-coord-why-moved" => label why_moved();
    "desk-coord-why-help" => label why_help();
    "desk-coord-why-conduct" => label why_conduct();
    "desk-coord-why-other" => label why_other();
    "desk-coord-side" => html side();
    "desk-coord-why-mentee" => label why_mentee();
    "desk-coord-why-mentor" => label why_mentor();
    "desk-coord-why-both" => label why_both();
    "desk-coord-close" => html close() {
        "yes" => close_yes();
    };
    "desk-coord-closed" => html closed() {
        "list" => closed_list();
    };
    "desk-coord-reason" => html reason(reason: Raw);

    "desk-coord-roles" => html roles() {
        "other" => roles_other();
    };
    "desk-coord-people" => html people(role: Raw);
    "desk-coord-people-none" => html people_none(role: Raw);
    "desk-coord-joined" => html joined(day: Day);
    "desk-coord-speaks" => html speaks(list: Raw);
    "desk-coord-topics" => html topics(list: Raw);
    "desk-coord-slots" => html slots(list: Raw);
    "desk-coord-partner" => html partner(name: Name);
    "desk-coord-after" => html after(name: Name);
    "desk-coord-caseload" => html caseload(count: Count);
    "desk-coord-rival" => html rival();
    "desk-coord-match" => label find_mentor();
    "desk-coord-places" => html places(count: Count) {
        "change" => places_change(count: Count);
    };
}
