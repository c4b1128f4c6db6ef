//! What Lazo says after 🆘.

use super::table::messages;

messages! {
    "safety-any-menu" => solemn menu() {
        "unsafe" => menu_unsafe();
        "report" => menu_report();
        "report-this" => menu_report_this();
        "call" => menu_call();
        "worry" => menu_worry(name: Name);
        "team" => menu_team();
        "mistake" => menu_mistake();
    };
    "safety-any-number" => label number(number: Raw);
    "safety-any-line-emergency" => solemn line_emergency(number: Raw);
    "safety-any-line-text" => solemn line_text(number: Raw);
    "safety-any-line-child" => solemn line_child(number: Raw);
    "safety-any-line-violence" => solemn line_violence(number: Raw);
    "safety-any-line-violence-text" => solemn line_violence_text(number: Raw);
    "safety-any-line-crisis" => solemn line_crisis(number: Raw);
    "safety-any-own-line" => html own_line(line: Name);
    "safety-any-mistake" => solemn mistake();

    "safety-any-stopped" => solemn stopped(name: Name) {
        "yes" => stopped_yes();
        "no" => stopped_no();
        "unknown" => stopped_unknown();
    };
    "safety-any-stopped-group" => solemn stopped_group();
    "safety-any-stopped-all" => solemn stopped_all() {
        "one" => stopped_all_one(name: Name);
        "none" => stopped_all_none();
        "unknown" => stopped_all_unknown();
    };
    "safety-any-who-is-fine" => solemn who_is_fine() {
        "one" => who_is_fine_one(name: Name);
        "none" => who_is_fine_none();
    };
    "safety-any-who-in-circle" => solemn who_in_circle() {
        "one" => who_in_circle_one(name: Name);
        "done" => who_in_circle_done();
        "other" => who_in_circle_other();
        "unknown" => who_in_circle_unknown();
    };
    "safety-any-who-in-circle-reads" => solemn who_in_circle_reads();
    "safety-any-who-in-circle-named" => html who_in_circle_named(name: Name);
    "safety-any-next-stopped" => solemn next_stopped();
    "safety-any-next-open" => solemn next_open() {
        "write" => write_to(name: Name);
    };
    "safety-any-resting" => solemn resting();
    "safety-any-team-reads" => solemn team_reads();
    "safety-any-nobody-reads" => solemn nobody_reads();
    "safety-any-writes-to" => solemn writes_to(minutes: Count);
    "safety-any-knows" => solemn knows();
    "safety-any-unheard" => solemn unheard();
    "safety-any-promise-before" => solemn promise_before(by: When);
    "safety-any-promise-from" => solemn promise_from(from: When);
    "safety-any-promise-none" => solemn promise_none();
    "safety-any-reach" => solemn reach() {
        "yes" => reach_yes();
        "write" => reach_write();
        "not-now" => reach_not_now();
    };
    "safety-any-noted-call" => solemn noted_call();
    "safety-any-noted-write" => solemn noted_write();
    "safety-any-noted-not-now" => solemn noted_not_now();
    "safety-any-only-team" => solemn only_team() {
        "clear" => only_team_clear();
    };
    "safety-any-only-nobody" => solemn only_nobody();
    "safety-any-cleared" => solemn cleared();
    "safety-any-cleared-one" => solemn cleared_one();
    "safety-any-cleared-lately" => solemn cleared_lately();
    "safety-any-cleared-later" => solemn cleared_later();
    "safety-any-mistake-noted" => solemn mistake_noted();
    "safety-any-somebody" => solemn somebody();
    "safety-any-over" => solemn over();
    "safety-any-nobody-yet" => solemn nobody_yet();
    "safety-any-stays" => solemn stays();
    "safety-any-stays-team" => solemn stays_team();
    "safety-any-ends" => solemn ends();
    "safety-any-with" => html with(name: Name);

    "safety-any-team" => solemn team() {
        "somebody" => team_somebody();
        "lead" => team_lead();
        "unsaid" => team_unsaid();
    };
    "safety-any-team-which" => solemn team_which() {
        "one" => team_one(name: Name);
    };
    "safety-any-team-lead" => solemn team_told_lead() {
        "write" => team_write();
    };
    "safety-any-team-outside" => solemn team_told_outside();
    "safety-any-team-only" => solemn team_only();
    "safety-any-team-also" => solemn team_also();
    "safety-any-team-nobody" => solemn team_told_nobody();

    "safety-any-call" => solemn call() {
        "today" => call_today();
        "week" => call_week();
        "write" => call_write();
    };
    "safety-any-call-today" => solemn called_today();
    "safety-any-call-week" => solemn called_week(by: Day);

    "safety-any-reported" => solemn reported() {
        "write" => reported_write();
    };
    "safety-any-reported-more" => solemn reported_more();
    "safety-any-reported-too" => solemn reported_too();
    "safety-any-stop-too" => solemn stop_too() {
        "yes" => stop_too_yes();
        "no" => stop_too_no();
    };
    "safety-any-reported-stopped" => solemn reported_stopped();
    "safety-any-reported-staff" => solemn reported_staff();
    "safety-any-outside" => solemn outside();
    "safety-any-report-none" => solemn report_none();
    "safety-coord-follows" => html follows(number: Raw);
    "safety-coord-phone" => solemn phone();
    "safety-coord-deleted" => html deleted(name: Name);
    "safety-coord-other-pair" => html other_pair(number: Raw, names: Raw) {
        "hold" => other_pair_hold();
        "leave" => other_pair_leave();
    };
    "safety-coord-decided-held" => html decided_held(names: Raw);
    "safety-coord-decided-left" => html decided_left(names: Raw);
    "safety-coord-report" => solemn coordinator_report(number: Raw, name: Name);
}
