//! What Lazo says about somebody who is 16 or 17.

use super::table::messages;

messages! {
    "guardian-coord-button" => label button();
    "guardian-coord-role" => html role(name: Name) {
        "mother" => role_mother();
        "father" => role_father();
        "guardian" => role_guardian();
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
    "guardian-any-go-on" => html go_on();
    "guardian-any-when" => html when();
    "guardian-any-when-again" => html when_again();
    "guardian-any-month" => label month(month: Raw);
    "guardian-any-of-18" => solemn of_18() {
        "yes" => of_18_yes();
        "no" => of_18_no();
    };
    "guardian-any-of-18-again" => solemn of_18_again();
    "guardian-any-agreed" => html agreed();
    "guardian-any-declined" => html declined();
    "guardian-coord-told" => html told(name: Name);
    "guardian-coord-told-not" => html told_not(name: Name);
    "guardian-coord-told-silent" => html told_silent(name: Name);
}
