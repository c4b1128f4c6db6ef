//! Bringing a mentee and a mentor together.

use super::table::messages;

messages! {
    "pairing-coord-mentees" => html mentees();
    "pairing-coord-nobody" => html nobody();
    "pairing-coord-mentors" => html mentors(name: Name) {
        "list" => mentors_list();
    };
    "pairing-coord-no-mentor" => html no_mentor(name: Name);

    "pairing-coord-languages" => html languages(list: Raw);
    "pairing-coord-no-language" => html no_language();
    "pairing-coord-slots" => html slots(list: Raw);
    "pairing-coord-no-slots" => html no_slots();
    "pairing-coord-topics" => html topics(list: Raw);
    "pairing-coord-places" => html places(count: Count);
    "pairing-coord-longest" => html longest();
    "pairing-coord-unready" => html unready();

    "pairing-coord-why" => html why(name: Name);
    "pairing-coord-words" => html needs_words();

    "pairing-coord-confirm" => html confirm(mentee: Name, mentor: Name) {
        "ask" => confirm_ask();
    };
    "pairing-coord-sent" => html sent(mentee: Name, mentor: Name);
    "pairing-coord-taken" => html taken(name: Name);
    "pairing-coord-one-more" => html one_more(name: Name) {
        "yes" => one_more_yes();
    };
    "pairing-coord-same-account" => html same_account(name: Name);
    "pairing-coord-cancelled" => html cancelled();

    "pairing-mentee-found" => html mentor_found(name: Name);
    "pairing-mentor-found" => html mentee_found(name: Name);
    "pairing-any-again" => html again();
    "pairing-any-languages" => html offer_languages(list: Raw);
    "pairing-any-topics" => html offer_topics(list: Raw);
    "pairing-any-ask" => html ask() {
        "yes" => ask_yes();
        "no" => ask_no();
    };
    "pairing-any-agreed" => html agreed();
    "pairing-any-refused" => html refused();
    "pairing-any-not-now" => html not_this_time();

    "pairing-mentee-meet" => solemn meet_mentor(name: Name);
    "pairing-mentor-meet" => solemn meet_mentee(name: Name);

    "pairing-coord-told-no" => html told_refused() {
        "again" => told_refused_again();
    };
    "pairing-coord-told-expired" => html told_expired();
    "pairing-coord-told-silent" => html told_silent(name: Name);
    "pairing-coord-told-yes" => html told_introduced(mentee: Name, mentor: Name);
}
