//! Help, menu, language, break, leaving, and what is said when something is not understood.

use super::table::messages;

messages! {
    "help-mentee-how" => solemn mentee_how();
    "help-mentor-how" => solemn mentor_how();
    "help-coord-how" => html coordinator_how();
    "help-coord-link" => html link_group() {
        "add" => link_group_add();
    };
    "help-coord-link-safe" => html link_safe();

    "help-any-menu" => html menu() {
        "team" => menu_team();
        "pause" => menu_pause();
        "mute" => menu_mute();
        "calls" => menu_calls();
        "language" => menu_language();
        "help" => menu_help();
    };

    "help-any-which" => html which() {
        "mentee" => which_mentee(name: Name);
        "mentor" => which_mentor(name: Name);
        "staff" => which_staff(name: Name);
    };
    "help-any-which-team" => html which_team();
    "help-any-which-pause" => html which_pause();
    "help-any-which-leave" => html which_leave();
    "help-any-which-call" => solemn which_call();
    "help-any-which-about" => solemn which_about();

    "help-any-calls" => solemn calls() {
        "write" => calls_write();
    };
    "help-any-calls-not" => solemn calls_not() {
        "call" => calls_not_call();
    };

    "help-any-language" => html language();
    "help-any-language-changed" => html language_changed();

    "help-any-pause" => html pause() {
        "week" => pause_week();
        "fortnight" => pause_fortnight();
        "month" => pause_month();
    };
    "help-any-may-know" => html may_know(name: Name) {
        "yes" => may_know_yes();
        "no" => may_know_no();
    };
    "help-any-may-know-group" => html may_know_group();
    "help-any-paused" => html paused(until: Day) {
        "resume" => paused_resume();
    };
    "help-any-resumed" => html resumed();
    "help-any-while-away" => html while_away() {
        "end" => while_away_end();
        "keep" => while_away_keep();
    };
    "help-any-break-kept" => html break_kept(until: Day) {
        "resume" => break_kept_resume();
    };
    "help-any-partner-away" => html partner_away(name: Name, until: Day);
    "help-any-partner-away-one" => html partner_away_one(until: Day);
    "help-any-partner-back" => html partner_back(name: Name);
    "help-any-pause-alone" => html pause_alone();

    "help-any-leave" => html leave() {
        "yes" => leave_yes();
        "team" => leave_team();
        "no" => leave_no();
    };
    "help-any-left" => html left();
    "help-any-stayed" => html stayed();
    "help-coord-leave-lead" => html leave_lead();


    "help-any-unknown" => html unknown();
    "help-any-buttons" => html buttons();
    "help-any-words" => html words();
    "help-any-sorry" => html sorry();
    "help-any-sorry-change" => html sorry_change();
    "help-any-sorry-press" => html sorry_press();
    "help-any-sorry-told" => solemn sorry_told();
    "help-any-sorry-untold" => solemn sorry_untold();
    "help-any-unsaved" => solemn unsaved();
    "help-any-stale" => toast stale();
}
