//! Words that several features share: keyboards, topics, times of day, roles.

use super::table::messages;

messages! {
    "common-any-sos" => label sos();
    "common-any-menu" => label menu();
    "common-any-team" => label team();
    "common-any-undo" => label undo();

    "common-any-back" => label back();
    "common-any-next" => label next();
    "common-any-previous" => label previous();
    "common-any-more" => label more();
    "common-any-cancel" => label cancel();
    "common-any-done" => label done();
    "common-any-later" => label later();
    "common-any-moment" => html moment(day: Raw, hour: Raw);
    "common-any-chosen" => label chosen(label: Raw);

    "common-any-topic-education" => label topic_education();
    "common-any-topic-community" => label topic_community();
    "common-any-topic-health" => label topic_health();
    "common-any-topic-culture" => label topic_culture();
    "common-any-topic-career" => label topic_career();
    "common-any-topic-money" => label topic_money();
    "common-any-topic-self" => label topic_self();
    "common-any-topic-law" => label topic_law();
    "common-any-topic-housing" => label topic_housing();

    "common-any-slot-mornings" => label slot_mornings();
    "common-any-slot-afternoons" => label slot_afternoons();
    "common-any-slot-evenings" => label slot_evenings();
    "common-any-slot-weekends" => label slot_weekends();

    "common-any-role-mentee" => label role_mentee();
    "common-any-role-mentor" => label role_mentor();
    "common-any-role-coordinator" => label role_coordinator();
    "common-any-role-lead" => label role_lead();
}
