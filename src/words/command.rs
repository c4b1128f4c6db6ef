//! Commands, as Telegram's menu describes them.

use super::table::messages;

messages! {
    "command-any-menu" => command menu();
    "command-any-help" => command help();
    "command-any-language" => command language();
    "command-any-pause" => command pause();
    "command-any-leave" => command leave();
    "command-any-privacy" => command privacy();
    "command-any-undo" => command undo();
    "command-coord-invite" => command invite();
    "command-coord-invites" => command invites();
    "command-coord-pair" => command pair();
    "command-coord-pairs" => command pairs();
    "command-coord-people" => command people();
    "command-coord-find" => command find();
    "command-coord-cases" => command cases();
    "command-coord-helplines" => command helplines();
    "command-coord-settings" => command settings();
    "command-coord-linkgroup" => command linkgroup();
    "command-coord-linksafeguarding" => command linksafeguarding();
}
