//! What Lazo says after 🆘.

use super::table::messages;

messages! {
    "safety-any-menu" => solemn menu() {
        "unsafe" => menu_unsafe();
        "report" => menu_report();
        "report-this" => menu_report_this();
        "call" => menu_call();
        "mistake" => menu_mistake();
    };
    "safety-any-number" => label number(number: Raw);
    "safety-any-own" => solemn own();
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
    "safety-any-next-stopped" => solemn next_stopped(by: When) {
        "yes" => next_stopped_yes();
        "write" => next_stopped_write();
        "not-now" => next_stopped_not_now();
    };
    "safety-any-next-open" => solemn next_open(by: When);
    "safety-any-next-alone" => solemn next_alone(by: When);
    "safety-any-noted-call" => solemn noted_call(by: When);
    "safety-any-noted-write" => solemn noted_write(by: When);
    "safety-any-noted-not-now" => solemn noted_not_now();

    "safety-any-call" => solemn call() {
        "today" => call_today();
        "week" => call_week();
        "write" => call_write();
    };
    "safety-any-call-today" => solemn called_today(by: When);
    "safety-any-call-week" => solemn called_week(by: Day);

    "safety-any-reported" => solemn reported() {
        "write" => reported_write();
    };
    "safety-any-reported-staff" => solemn reported_staff();
    "safety-any-outside" => solemn outside();
    "safety-any-report-none" => solemn report_none();
    "safety-coord-report" => solemn coordinator_report(number: Raw, name: Name);
}
