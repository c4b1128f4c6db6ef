//! t

use super::table::messages;

messages! {}
