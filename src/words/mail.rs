//! Mail from the team, before it is read.

use super::table::messages;

messages! {
    "mail-any-line" => html line() {
        "read" => read();
    };
}
