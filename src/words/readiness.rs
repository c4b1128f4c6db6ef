//! What staff record of a mentor: background check, training and quiz.

use super::table::messages;

messages! {
    "readiness-coord-button" => label button();
    "readiness-coord-card" => solemn card(name: Name) {
        "anyway" => card_anyway();
    };
    "readiness-coord-check" => html check(day: Dated) {
        "button" => check_button();
    };
    "readiness-coord-check-ends" => html check_ends(day: Dated);
    "readiness-coord-check-over" => html check_over(day: Dated);
    "readiness-coord-check-none" => html check_none();
    "readiness-coord-training" => html training(day: Dated) {
        "button" => training_button();
    };
    "readiness-coord-training-none" => html training_none();
    "readiness-coord-quiz" => html quiz(day: Dated) {
        "button" => quiz_button();
    };
    "readiness-coord-quiz-none" => html quiz_none();
    "readiness-coord-day" => html day(fact: Raw, name: Name) {
        "today" => day_today();
        "none" => day_none();
    };
    "readiness-coord-day-check" => html day_check();
    "readiness-coord-day-again" => html day_again(day: Dated);
}
