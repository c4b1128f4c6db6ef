//! What Lazo says about supervised pairs and the safeguarding group.

use super::table::messages;

messages! {
    "supervised-any-ask" => solemn ask(name: Name) {
        "yes" => ask_yes();
        "no" => ask_no();
    };
    "supervised-any-ask-group" => solemn ask_group();
    "supervised-any-offer" => solemn offer();
    "supervised-any-offer-group" => solemn offer_group();
    "supervised-any-agreed" => solemn agreed();
    "supervised-any-declined" => solemn declined();
    "supervised-any-pinned" => solemn pinned();
    "supervised-any-over" => solemn over();

    "supervised-coord-copy" => html copy(mentee: Name, mentor: Name, author: Name) {
        "read" => copy_read();
    };
    "supervised-coord-copy-again" => html copy_again(mentee: Name, mentor: Name, author: Name);
    "supervised-coord-copy-taken" => html copy_taken(mentee: Name, mentor: Name, author: Name);
    "supervised-coord-missed" => html missed(mentee: Name, mentor: Name, author: Name, when: When);
    "supervised-coord-not-arrived" => html not_arrived(mentee: Name, mentor: Name, author: Name, when: When);
    "supervised-coord-refused" => html refused(mentee: Name, mentor: Name, author: Name, when: When);
    "supervised-coord-kind-text" => html kind_text();
    "supervised-coord-kind-picture" => html kind_picture();
    "supervised-coord-kind-voice" => html kind_voice();
    "supervised-coord-kind-file" => html kind_file();
    "supervised-coord-kind-other" => html kind_other();
    "supervised-coord-read" => toast read();
    "supervised-coord-topic" => toast topic(mentee: Name, mentor: Name);
    "supervised-coord-topic-report" => toast topic_report(number: Raw);

    "supervised-coord-button" => label button();
    "supervised-coord-pair" => label pair();
    "supervised-coord-card-asked" => html card_asked();
    "supervised-coord-card-yes" => html card_yes();
    "supervised-coord-about" => html about() {
        "start" => about_start();
    };
    "supervised-coord-about-on" => html about_on() {
        "end" => about_end();
    };
    "supervised-coord-about-minor" => solemn about_minor();
    "supervised-coord-asking" => html asking();
    "supervised-coord-asks-later" => html asks_later();
    "supervised-coord-began" => html began();
    "supervised-coord-not-agreed" => html not_agreed();
    "supervised-coord-ended" => html ended();
    "supervised-coord-no-reader" => html no_reader();

    "supervised-coord-first" => solemn first() {
        "private" => first_private();
    };
    "supervised-coord-privately" => html privately();
    "supervised-coord-asks-first" => html asks_first();

    "supervised-coord-group-linked" => html group_linked();
    "supervised-coord-group-topics" => html group_topics();
    "supervised-coord-group-delete" => html group_delete();
    "supervised-coord-group-unknown" => html group_unknown();
    "supervised-coord-group-same" => html group_same();
    "supervised-coord-group-lost" => solemn group_lost();
}
