//! Finding somebody by name or file number.

use super::table::messages;

messages! {
    "find-coord-ask" => html ask();
    "find-coord-found" => html found();
    "find-coord-more" => html more();
    "find-coord-nobody" => html nobody();
    "find-coord-button" => label button();
}
