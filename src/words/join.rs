//! From the invitation link to being ready.

use super::table::messages;

messages! {
    "join-any-greeting" => solemn greeting();

    "join-any-language" => html language();
    "join-any-language-beta" => label language_beta(language: Raw);

    "join-any-consent" => solemn consent(programme: Name);
    "join-any-consent-sees" => solemn consent_sees();
    "join-any-consent-travels" => solemn consent_travels();
    "join-any-consent-keeps" => solemn consent_keeps();
    "join-any-consent-decides" => solemn consent_decides() {
        "accept" => consent_accept();
        "refuse" => consent_refuse();
    };
    "join-any-consent-news" => solemn consent_news() {
        "read" => consent_news_read();
    };
    "join-coord-consent" => solemn staff_consent(programme: Name);
    "join-coord-consent-keeps" => solemn staff_consent_keeps();
    "join-coord-consent-decides" => solemn staff_consent_decides() {
        "accept" => staff_consent_accept();
        "refuse" => staff_consent_refuse();
    };
    "join-coord-consent-new" => solemn new_consent();
    "join-coord-consent-new-decides" => solemn new_consent_decides() {
        "accept" => new_consent_accept();
        "refuse" => new_consent_refuse();
    };
    "join-any-privacy" => solemn privacy();
    "join-any-privacy-programme" => html privacy_programme(name: Name);
    "join-any-privacy-responsible" => html privacy_responsible(words: Name);
    "join-any-privacy-ask" => solemn privacy_ask();
    "join-any-privacy-stranger" => solemn privacy_stranger();
    "join-any-privacy-writes" => solemn privacy_writes();
    "join-any-privacy-why" => solemn privacy_why();
    "join-any-privacy-telegram" => solemn privacy_telegram();
    "join-any-privacy-long" => solemn privacy_long(days: Count);
    "join-any-privacy-rights" => solemn privacy_rights();
    "join-any-privacy-asks" => solemn privacy_asks();
    "join-any-refused" => html refused() {
        "again" => refused_again();
    };
    "join-any-resumed" => html resumed();

    "join-any-age" => html age() {
        "under" => age_under();
        "minor" => age_minor();
        "adult" => age_adult();
    };
    "join-any-young" => solemn young();
    "join-any-guardian" => solemn guardian();
    "join-any-doubted" => solemn doubted() {
        "again" => doubted_again();
    };

    "join-any-alias" => html alias() {
        "take" => alias_take(name: Name);
    };
    "join-any-alias-empty" => html alias_empty();
    "join-any-alias-long" => html alias_long(max: Count);
    "join-any-alias-link" => html alias_link();
    "join-any-alias-phone" => html alias_phone();
    "join-any-alias-speaks" => html alias_speaks();

    "join-any-time" => html time() {
        "other" => time_other();
    };
    "join-any-time-typed" => html time_typed(hour: Hour);
    "join-any-time-unclear" => html time_unclear(hour: Hour);
    "join-any-time-place" => html time_place();

    "join-any-spoken" => html spoken() {
        "another" => spoken_another();
    };
    "join-any-spoken-type" => html spoken_type();
    "join-mentee-topics" => html mentee_topics();
    "join-mentor-topics" => html mentor_topics();
    "join-any-availability" => html availability();
    "join-any-choose-one" => toast choose_one();

    "join-mentee-ready" => html mentee_ready();
    "join-mentor-ready" => html mentor_ready();
    "join-coord-ready" => html coordinator_ready();

    "join-any-link-used" => html link_used();
    "join-any-link-wrong" => html link_wrong();
    "join-any-link-wait" => html link_wait();
    "join-any-link-member" => html link_member();
    "join-any-link-none" => html link_none();
    "join-any-link-ask" => html link_ask(role: Raw, programme: Name) {
        "yes" => link_ask_yes();
        "no" => link_ask_no();
    };
    "join-any-link-ask-new" => html link_ask_new();
    "join-any-link-kept" => html link_kept();

    "join-coord-young" => html told_young(who: Name);
    "join-coord-guardian" => html told_guardian(who: Name);
    "join-coord-ready-mentee" => html told_ready_mentee(who: Name) {
        "pair" => told_ready_mentee_pair();
    };
    "join-coord-ready-mentor" => html told_ready_mentor(who: Name);
    "join-coord-ready-coord" => html told_ready_coordinator(who: Name);
    "join-coord-refused" => html told_refused(who: Name);

    "join-coord-invite" => html invite();
    "join-coord-invite-file" => html invite_file() {
        "skip" => invite_file_skip();
    };
    "join-coord-invite-language" => html invite_language();
    "join-coord-invited" => html invited(role: Raw, until: Day);
    "join-coord-moving" => html moving(who: Name, until: Day);
    "join-any-moved" => html moved();
    "join-coord-invited-file" => html invited_file(role: Raw, file: Name, until: Day);
    "join-any-invitation" => html invitation(programme: Name, link: Raw);
}
