//! What coordinators read about cases, in private and in their group.

use super::table::messages;

messages! {
    "case-coord-head-urgent" => html head_urgent(case: Raw);
    "case-coord-head-attention" => html head_attention(case: Raw);
    "case-coord-head-routine" => html head_routine(case: Raw);

    "case-coord-unsafe" => html kind_unsafe();
    "case-coord-was-unsafe" => html was_unsafe();
    "case-coord-call-today" => html call_today();
    "case-coord-call-soon" => html call_soon();
    "case-coord-worry" => html worry();
    "case-coord-support" => html support();
    "case-coord-low-mood" => html low_mood();
    "case-coord-report" => html report();
    "case-coord-silent-both" => html silent_both();
    "case-coord-mentee-waits" => html mentee_waits();
    "case-coord-mentor-waits" => html mentor_waits();
    "case-coord-no-kickoff" => html no_kickoff();
    "case-coord-decide" => html decide();
    "case-coord-unreachable" => html unreachable();
    "case-coord-mail" => html mail();
    "case-coord-digest-mail" => html digest_mail();
    "case-coord-missed" => html missed();
    "case-coord-leaving" => html leaving();
    "case-coord-unread" => html unread();
    "case-coord-team" => solemn team();
    "case-coord-meant" => html meant(name: Name);
    "case-coord-meant-lead" => html meant_lead();
    "case-coord-meant-unsaid" => html meant_unsaid();
    "case-coord-secret" => solemn secret();
    "case-coord-unseen" => html unseen();
    "case-coord-contacts" => html contacts();
    "case-coord-guardian" => html guardian();
    "case-coord-two-ages" => html two_ages();
    "case-coord-stopped" => html kind_stopped();
    "case-coord-trial" => html trial();

    "case-coord-opened" => html opened(at: When);
    "case-coord-open" => html open();
    "case-coord-for" => html waits_for(name: Name);
    "case-coord-taken" => html taken(name: Name);
    "case-coord-resting" => html resting(name: Name, until: When);

    "case-coord-solved" => html solved();
    "case-coord-elsewhere" => html elsewhere();
    "case-coord-false-alarm" => html false_alarm();
    "case-coord-unfounded" => html unfounded();
    "case-coord-not-reached" => html not_reached();
    "case-coord-resumed" => html resumed();
    "case-coord-reachable" => html reachable();
    "case-coord-pair-closed" => html pair_closed();
    "case-coord-closed-by" => html closed_by(name: Name);

    "case-coord-nobody" => html nobody();
    "case-coord-climbed" => html climbed();
    "case-coord-again" => html again();
    "case-coord-said" => solemn said();
    "case-coord-back" => html back();
    "case-coord-unreached" => html unreached();
    "case-coord-handed" => html handed();
    "case-coord-handed-by" => html handed_by(name: Name);

    "case-coord-who-about" => html who_about();
    "case-coord-who-unsafe" => solemn who_unsafe();
    "case-coord-who-was-unsafe" => html who_was_unsafe();
    "case-coord-who-call" => solemn who_call();
    "case-coord-who-report" => html who_report();
    "case-coord-who-worries" => html who_worries();
    "case-coord-who-worry" => solemn who_worry();
    "case-coord-who-answered" => html who_answered();
    "case-coord-who-others" => html who_others();
    "case-coord-also-in" => html also_in();
    "case-coord-asked-into" => html asked_into();

    "case-coord-mentee" => html mentee(name: Name);
    "case-coord-mentee-file" => html mentee_file(name: Name, file: Raw);
    "case-coord-mentor" => html mentor(name: Name);
    "case-coord-mentor-file" => html mentor_file(name: Name, file: Raw);
    "case-coord-staff" => html staff(name: Name);
    "case-coord-staff-file" => html staff_file(name: Name, file: Raw);
    "case-coord-since" => html since(at: Day);
    "case-coord-due" => html due(at: When);
    "case-coord-tried-twice" => html tried_twice();
    "case-coord-tried-both" => html tried_both();
    "case-coord-tried-asked" => html tried_asked();
    "case-coord-tried-mentor" => html tried_mentor();
    "case-coord-tried-mentee" => html tried_mentee();
    "case-coord-tried-removed" => html tried_removed();
    "case-coord-had-talked" => html had_talked();
    "case-coord-had-talked-elsewhere" => html had_talked_elsewhere();
    "case-coord-had-not-talked" => html had_not_talked();
    "case-coord-call-unknown" => solemn call_unknown();
    "case-coord-about-yes" => solemn about_yes();
    "case-coord-about-no" => solemn about_no();
    "case-coord-about-no-later" => html about_no_later();
    "case-coord-pressed-again" => html pressed_again();
    "case-coord-mistake" => html mistake();
    "case-coord-away" => html away();
    "case-coord-about-unknown" => solemn about_unknown();
    "case-coord-call-yes" => solemn call_yes();
    "case-coord-call-wish" => solemn call_wish();
    "case-coord-call-write" => solemn call_write();
    "case-coord-call-not-now" => solemn call_not_now();
    "case-coord-called" => html called(at: Day, channel: Raw, count: Count, outcome: Raw);
    "case-coord-called-in-vain" => html called_in_vain(at: Day, channel: Raw, outcome: Raw);
    "case-coord-ring" => html ring(contact: Raw);

    "case-coord-card" => html ask_main() {
        "take" => take();
        "show" => show();
        "resolve" => resolve();
    };
    "case-coord-do" => html ask_more() {
        "call" => call();
        "move" => move_her();
        "release" => release();
        "nudge" => remind();
        "rest" => rest();
        "hand" => hand();
        "close" => close();
    };
    "case-coord-rest" => html ask_rest() {
        "day" => rest_day();
        "days" => rest_days();
    };
    "case-coord-call" => html ask_call() {
        "settled" => call_settled();
        "spoke" => call_spoke();
        "unanswered" => call_unanswered();
    };
    "case-coord-log-settled" => label log_settled();
    "case-coord-channel" => html ask_channel() {
        "voice" => channel_voice();
        "in-person" => channel_in_person();
        "message" => channel_message();
    };
    "case-coord-minutes" => html ask_minutes() {
        "some" => minutes_some(count: Count);
    };
    "case-coord-end" => html ask_end() {
        "solved" => end_solved();
        "elsewhere" => end_elsewhere();
        "nothing" => end_nothing();
        "unfounded" => end_unfounded();
        "unreached" => end_unreached();
    };
    "case-coord-becomes" => solemn ask_becomes() {
        "open" => becomes_open();
        "stay" => becomes_stay();
        "end" => becomes_end();
    };
    "case-coord-stays" => html ask_stays() {
        "weeks" => stays_weeks(count: Count);
    };
    "case-coord-hand" => html ask_hand() {
        "person" => hand_person(name: Name);
    };
    "case-coord-close" => html ask_close();

    "case-coord-heard" => solemn ask_heard() {
        "yes" => heard_yes();
        "authority" => heard_authority();
        "not-yet" => heard_not_yet();
    };

    "case-coord-list" => html list(count: Count) {
        "case" => list_case(case: Raw);
    };
    "case-coord-list-none" => html list_none();
    "case-coord-line-urgent" => html line_urgent(case: Raw, age: Raw);
    "case-coord-line-attention" => html line_attention(case: Raw, age: Raw);
    "case-coord-line-routine" => html line_routine(case: Raw, age: Raw);
    "case-coord-line-untold" => html line_untold();
    "case-coord-age-new" => label age_new();
    "case-coord-age" => label age(count: Count);

    "case-coord-digest" => html digest() {
        "show" => digest_show();
    };
    "case-coord-digest-untold" => html digest_untold(count: Count);
    "case-coord-digest-waiting" => html digest_waiting(count: Count);
    "case-coord-digest-fresh" => html digest_fresh(count: Count);
    "case-coord-digest-overdue" => html digest_overdue(count: Count);
    "case-coord-digest-unreached" => html digest_unreached(count: Count);
    "case-coord-digest-stopped" => html digest_stopped() {
        "number" => digest_number(number: Raw);
    };
    "case-coord-digest-stop-new" => html digest_stop_new(number: Raw);
    "case-coord-digest-stop" => html digest_stop(number: Raw, age: Raw);
    "case-coord-digest-paused" => html digest_paused();
    "case-coord-digest-pause" => html digest_pause(number: Raw, day: Day);
    "case-coord-digest-quiet" => html digest_quiet();
    "case-coord-digest-pair" => html digest_pair(names: Name);
    "case-coord-digest-more" => html digest_more(count: Count);

    "case-any-nudge" => html nudge(name: Name);
    "case-any-nudge-group" => html nudge_group();

    "case-coord-toast-taken" => toast toast_taken(name: Name);
    "case-coord-toast-closed" => toast toast_closed();
    "case-coord-toast-not-yours" => toast toast_not_yours();
    "case-coord-toast-shown" => toast toast_shown();
    "case-coord-toast-nudged" => toast toast_nudged();
    "case-coord-toast-nudged-before" => toast toast_nudged_before();
    "case-coord-toast-not-now" => toast toast_not_now();
    "case-coord-toast-decide" => toast toast_decide();
    "case-coord-toast-unreached" => toast toast_unreached();
    "case-coord-toast-talk" => toast toast_talk();
    "case-coord-toast-try" => toast toast_try(count: Count);
    "case-coord-toast-second" => toast toast_second();
    "case-coord-toast-later" => toast toast_later();

    "case-coord-topic" => label topic(case: Raw);
    "case-coord-group-hello" => html group_hello();
    "case-coord-group-linked" => html group_linked();
    "case-coord-group-missing" => html group_missing();
    "case-coord-group-missing-topics" => html group_missing_topics();
    "case-coord-group-missing-right" => html group_missing_right();
    "case-coord-group-then" => html group_then();
    "case-coord-group-unknown" => html group_unknown();
    "case-coord-group-lead" => html group_lead();
    "case-coord-group-setup" => html group_setup();
    "case-coord-group-other" => html group_other();
    "case-coord-group-who" => html group_who();
    "case-coord-group-lost" => html group_lost();
    "case-coord-failed-here" => html failed_here();
    "case-coord-look-after" => solemn look_after(name: Name);
    "case-coord-group-refuses" => solemn group_refuses();
    "case-coord-safe-refuses" => solemn safe_refuses();
    "case-coord-refuses-rights" => html refuses_rights();
    "case-coord-refuses-topics" => html refuses_topics();
    "case-coord-refuses-slow" => html refuses_slow();
    "case-coord-refuses-unknown" => html refuses_unknown();
    "case-coord-group-back" => html group_back();
    "case-coord-group-works" => html group_works();
    "case-coord-safe-works" => html safe_works();
    "case-coord-group-holds" => solemn group_holds();
    "case-coord-safe-holds" => solemn safe_holds();
    "case-coord-group-blind" => solemn group_blind();
    "case-coord-safe-blind" => solemn safe_blind();
    "case-coord-staff-away" => html staff_away(name: Name);
}
