//! Conversations between people with names, through the whole bot, over HTTP, on the emulated Telegram.
#![expect(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "helpers of tests fail the test"
)]

mod about_team;
mod ages;
mod agreement;
mod albums;
mod answer;
mod aside;
mod breaks;
mod case_cards;
mod case_nights;
mod cases;
mod checkin;
mod checkin_clock;
mod checkin_held;
mod choices;
mod chosen;
mod circles;
mod clearing;
mod clock;
mod closing;
mod conduct;
mod contact_gone;
mod danger;
mod danger_law;
mod departure;
mod desk;
mod dice;
mod edits;
mod failures;
mod fields;
mod find;
mod first_minor;
mod found;
mod group;
mod guard_word;
mod guardian;
mod help;
mod her_phone;
mod her_say;
mod hostile;
mod in_words;
mod invite;
mod invites;
mod join;
mod kinds;
mod late;
mod late_words;
mod leaks;
mod lists;
mod mail;
mod mail_clock;
mod members;
mod moving;
mod named_staff;
mod nobody_new;
mod one_truth;
mod open_for_her;
mod opening;
mod opening_law;
mod own_desk;
mod pairing;
mod plain_words;
mod poses;
mod privacy;
mod promises;
mod proposal;
mod reactions;
mod readers;
mod readiness;
mod refused;
mod relay;
mod removal;
mod safety;
mod settings;
mod setup;
mod silence;
mod silent;
mod stop_law;
mod stops_again;
mod supervised;
mod telling;
mod telling_law;
mod topics;
mod two_parts;
mod typed;
mod undo;
mod unfounded;
mod unfounded_after;
mod unheard;
mod upkeep;
mod versions;
mod watched;
mod ways_on;
mod which;
mod world;
mod write_only;
