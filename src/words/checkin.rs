//! What Lazo asks in check-ins, and what it says about the answers.

use super::table::messages;

messages! {
    "checkin-any-hello" => html hello();
    "checkin-any-again" => html again();
    "checkin-any-footer" => solemn footer(name: Name);
    "checkin-any-footer-group" => solemn footer_group();

    "checkin-mentee-talked" => html talked(name: Name, since: Day) {
        "yes" => talked_yes();
        "no" => talked_no();
        "elsewhere" => talked_elsewhere();
    };
    "checkin-mentee-talked-group" => html talked_group(since: Day);
    "checkin-mentee-mood" => html mood();
    "checkin-mentee-mood-silent" => html mood_silent();
    "checkin-mentee-call" => solemn call() {
        "no" => call_no();
        "week" => call_week();
        "today" => call_today();
    };

    "checkin-mentor-mood" => html going(name: Name) {
        "good" => mood_good();
        "middle" => mood_middle();
        "bad" => mood_bad();
    };
    "checkin-mentor-mood-group" => html going_group();
    "checkin-mentor-worry" => solemn worry(name: Name) {
        "no" => worry_no();
        "small" => worry_small();
        "serious" => worry_serious();
    };
    "checkin-mentor-worry-group" => solemn worry_group();
    "checkin-mentor-support" => solemn support() {
        "no" => support_no();
        "tips" => support_tips();
        "call" => support_call();
    };
    "checkin-any-later" => html later(at: When);
    "checkin-mentor-heard" => solemn heard();
    "checkin-mentor-guidance" => solemn guidance();
    "checkin-mentor-tips" => html tips();

    "checkin-any-thanks" => html thanks();
    "checkin-any-thanks-call" => solemn thanks_call(by: When);
    "checkin-any-thanks-touch" => html thanks_touch(by: Day);
    "checkin-any-thanks-asked" => html thanks_asked();
    "checkin-any-thanks-told" => solemn thanks_told();

    "checkin-any-only-team" => solemn only_team();
    "checkin-coord-from" => html from(name: Name);
}
