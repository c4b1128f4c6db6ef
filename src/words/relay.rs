//! What Lazo says between two people who talk.

use super::table::messages;

messages! {
    "relay-any-refused-poll" => html refused_poll();
    "relay-any-refused-game" => html refused_game();
    "relay-any-refused-live" => html refused_live();
    "relay-any-refused-checklist" => html refused_checklist();
    "relay-any-refused-paid" => html refused_paid();
    "relay-any-refused-story" => html refused_story();
    "relay-any-refused-edit" => html refused_edit();
    "relay-any-refused-other" => html refused_other();
    "relay-any-refused-voice" => html refused_voice(name: Name);

    "relay-any-refused-voice-again" => html refused_voice_again();
    "relay-any-timer" => html timer();

    "relay-any-album-answers" => html album_answers(count: Count);
    "relay-any-in-part" => html in_part(arrived: Count, of: Count);
    "relay-any-forwarded" => html forwarded();
    "relay-any-answers-elsewhere" => html answers_elsewhere();
    "relay-any-corrected" => html corrected();
    "relay-any-reactions" => html reactions(emoji: Raw, names: Raw);

    "relay-any-undo-how" => html undo_how();
    "relay-any-undo-done" => html undone();
    "relay-any-undo-too-old" => html undo_too_old();
    "relay-any-undo-failed" => html undo_failed();
    "relay-any-undo-not-yours" => html undo_not_yours();
    "relay-any-undo-nothing" => html undo_nothing();

    "relay-any-waiting" => solemn waiting(days: Count);
    "relay-any-late" => html late();
    "relay-any-late-arrived" => html arrived_late();
    "relay-any-late-withdrawn" => html withdrawn_late();
    "relay-any-failed" => html failed();
    "relay-any-rests" => solemn rests(days: Count) {
        "team" => rests_team();
    };
    "relay-any-not-passed" => html not_passed(count: Count);
    "relay-any-not-passed-some" => html not_passed_some(count: Count);
    "relay-any-unpaused" => html unpaused();
    "relay-any-alone" => html alone();
    "relay-any-first" => html first();
    "relay-any-lost" => html lost(count: Count);
    "relay-any-gap" => html gap(from: When, until: When);
    "relay-any-slow" => html slow();
    "relay-any-ended" => html ended();

    "relay-any-from-mentee" => html from_mentee(mark: Raw, name: Name);
    "relay-any-from-mentor" => html from_mentor(mark: Raw, name: Name);
    "relay-any-from-team" => html from_team(name: Name) {
        "answer" => from_team_answer();
    };
    "relay-coord-from" => html to_team_from(name: Name) {
        "answer" => to_team_answer();
    };
    "relay-coord-from-file" => html to_team_from_file(name: Name, file: Raw);
    "relay-coord-answer" => html answer_prompt(name: Name);
    "relay-coord-hint" => html to_team_hint();
    "relay-coord-late" => html asked_long_ago();

    "relay-any-ask" => solemn ask() {
        "partner" => ask_partner(name: Name);
        "group" => ask_group();
        "team" => ask_team();
        "team-of" => ask_team_of(name: Name);
        "talk" => ask_talk(name: Name);
        "more" => ask_more();
        "other" => ask_other();
        "drop" => ask_drop();
    };
    "relay-any-ask-again" => solemn ask_again();

    "relay-any-header" => html header(name: Name);
    "relay-any-several" => html several() {
        "to" => several_to(name: Name);
    };
    "relay-any-writes-to" => html writes_to(name: Name);
    "relay-any-not-several" => html not_several(name: Name);
    "relay-any-no-more" => html no_more();
    "relay-any-not-open" => html not_open();
    "relay-any-dropped" => solemn dropped();
    "relay-any-sent" => html sent(name: Name);
    "relay-any-sent-group" => html sent_group();

    "relay-any-team" => solemn team(name: Name) {
        "cancel" => team_cancel();
    };
    "relay-any-team-alone" => html team_alone();
    "relay-any-team-sent" => html team_sent();
    "relay-any-team-nobody" => solemn team_nobody();

    "relay-coord-blocked" => html told_blocked(name: Name);
    "relay-coord-gone" => html told_gone(name: Name);
}
