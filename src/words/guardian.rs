//! What Lazo says about somebody who is 16 or 17.

use super::table::messages;

messages! {
    "guardian-coord-button" => label button();
    "guardian-coord-without" => label without();
    "guardian-coord-role" => html role(name: Name) {
        "mother" => role_mother();
        "father" => role_father();
        "guardian" => role_guardian();
        "institution" => role_institution();
    };
    "guardian-coord-day" => html day(name: Name, role: Raw) {
        "today" => day_today();
        "yesterday" => day_yesterday();
    };
    "guardian-coord-day-again" => html day_again(day: Dated);
    "guardian-coord-paper" => solemn paper(name: Name, role: Raw, day: Dated) {
        "yes" => paper_yes();
    };
    "guardian-coord-recorded" => html recorded(name: Name);
    "guardian-coord-cancelled" => html cancelled();
    "guardian-coord-no-reader" => html no_reader();

    "guardian-coord-said-yes" => html told_yes(name: Name);
    "guardian-coord-said-no" => solemn told_no(name: Name);
    "guardian-coord-said-talk" => solemn told_talk(name: Name);
    "guardian-coord-said-nothing" => solemn told_nothing(name: Name);
    "guardian-coord-why" => html why(name: Name) {
        "danger" => why_danger();
        "nobody" => why_nobody();
        "unnamed" => why_unnamed();
    };
    "guardian-coord-second" => solemn second(name: Name, reason: Raw, by: Name) {
        "yes" => second_yes();
        "no" => second_no();
    };
    "guardian-coord-asked-second" => html asked_second(name: Name);
    "guardian-coord-alone" => html alone(name: Name);
    "guardian-coord-not-agreed" => html not_agreed(name: Name, by: Name);
    "guardian-coord-second-no" => html said_not(name: Name);
    "guardian-coord-still" => solemn still(name: Name, reason: Raw) {
        "yes" => still_yes();
    };
    "guardian-coord-still-right" => html still_right(name: Name);
    "guardian-coord-digest-alone" => html digest_alone();
    "guardian-coord-ages" => html two_ages(name: Name, before: Raw, now: Raw);
    "guardian-coord-age-is" => html age_is(name: Name, age: Raw);

    "guardian-coord-card-yes" => html said_yes();
    "guardian-coord-card-no" => html said_no();
    "guardian-coord-card-talk" => html said_talk();
    "guardian-coord-card-paper" => html card_paper(role: Raw, day: Dated);
    "guardian-coord-card-without" => html card_without(reason: Raw, day: Dated);
    "guardian-coord-card-second" => html card_second();
    "guardian-coord-card-18" => html card_18(month: Raw);
    "guardian-coord-card-ages" => html card_ages(before: Raw, now: Raw);

    "guardian-any-may" => solemn may() {
        "yes" => may_yes();
        "no" => may_no();
        "talk" => may_talk();
    };
    "guardian-any-waits-yes" => solemn waits_yes();
    "guardian-any-waits-no" => solemn waits_no();
    "guardian-any-waits-talk" => solemn waits_talk();
    "guardian-any-go-on" => solemn go_on();
    "guardian-any-when" => solemn when();
    "guardian-any-when-again" => solemn when_again();
    "guardian-any-month" => label month(month: Raw);
    "guardian-any-of-18" => solemn of_18() {
        "yes" => of_18_yes();
        "no" => of_18_no();
    };
    "guardian-any-of-18-again" => solemn of_18_again();
    "guardian-any-along" => solemn along() {
        "yes" => along_yes();
        "no" => along_no();
    };
    "guardian-any-along-again" => solemn along_again();
    "guardian-any-agreed" => solemn agreed();
    "guardian-any-declined" => solemn declined();
    "guardian-any-along-on" => solemn along_on();
    "guardian-any-along-over" => solemn along_over();
    "guardian-any-along-until" => solemn along_until(day: Day);
    "guardian-any-along-others" => solemn along_others();

    "guardian-coord-told" => html told(name: Name);
    "guardian-coord-told-not" => html told_not(name: Name);
    "guardian-coord-told-silent" => html told_silent(name: Name);
    "guardian-coord-told-along" => html told_along(name: Name);
    "guardian-coord-told-along-over" => html told_along_over(name: Name);
}
