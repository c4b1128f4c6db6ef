//! What Lazo says when two people do not write to each other.

use super::table::messages;

messages! {
    "missed-mentee-hello" => html mentee_hello(name: Name);
    "missed-mentor-hello" => html mentor_hello(name: Name);
    "missed-any-hello-group" => html hello_group();
    "missed-any-hello-again" => solemn hello_again(name: Name) {
        "elsewhere" => hello_again_elsewhere();
        "help" => hello_again_help();
    };
    "missed-any-hello-again-group" => solemn hello_again_group();

    "missed-any-talked" => solemn talked(name: Name, since: Day) {
        "here" => talked_here();
        "elsewhere" => talked_elsewhere();
        "not-yet" => talked_not_yet();
        "help" => talked_help();
    };
    "missed-any-talked-group" => solemn talked_group(since: Day);
    "missed-any-thanks-here" => html thanks_here();
    "missed-any-thanks-elsewhere" => html thanks_elsewhere(until: Day);
    "missed-any-thanks-not-yet" => html thanks_not_yet();
    "missed-any-team-calls" => solemn team_calls(by: Day);

    "missed-mentor-waits" => html mentor_waits(name: Name, since: Day);
    "missed-mentee-waits" => html mentee_waits(name: Name, since: Day);
    "missed-any-waits-group" => html waits_group(since: Day);
    "missed-any-said-all" => html said_all() {
        "button" => said_all_button();
    };
}
