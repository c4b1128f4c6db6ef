//! What happens when something is heard or due. One file per feature; every function reads, asks the rules, writes.
//! Never the network.

mod album;
mod answerable;
mod answering;
mod aside;
mod asked;
pub mod asking;
mod bundle;
pub mod cases;
mod catch_up;
pub mod checkin;
mod choosing;
pub mod circle;
mod clear;
mod complaint;
pub mod control;
mod cry;
pub mod delivery;
pub mod departure;
pub mod desk;
mod due;
mod early;
mod edit;
pub mod find;
pub mod follows;
mod guard_word;
pub mod guardian;
mod heard;
pub mod help;
pub mod invite;
pub mod invites;
pub mod join;
mod known;
mod late;
pub mod leak;
mod leaving;
pub mod lifecycle;
mod link;
mod mail;
mod memory;
pub mod missed;
pub mod mistake;
mod morning;
mod moving;
mod named;
mod opening;
pub mod outset;
pub mod pairing;
mod parts;
pub mod passing;
mod patience;
mod pause;
pub mod press;
pub mod privacy;
mod promise;
pub mod proposal;
mod pulse;
mod reaction;
pub mod readiness;
mod refused;
pub mod relay;
pub mod removal;
mod report;
pub mod rival;
pub mod safety;
mod said;
pub mod settings;
pub mod setup;
mod several;
mod silence;
mod stop;
pub mod supervised;
mod swap;
mod switch;
pub mod talk;
pub mod team;
pub mod topics;
mod unanswered;
mod undo;
mod upkeep;
mod whom;
mod worry;

use crate::domain::heard::Written;
use crate::domain::letter::Post;
use crate::domain::person::Person;
use crate::domain::relay::RelayLetter;
use crate::store::{Result, Tx};
use chrono::{DateTime, Utc};
pub use cry::cries;
pub use due::due;
pub use heard::{House, guarded, page};
pub use memory::Memory;

/// Words a coordinator was asked for; the key says by which feature.
async fn reason(
    tx: &mut Tx,
    house: &House,
    person: &Person,
    (what, written): (&str, &Written),
    now: DateTime<Utc>,
) -> Result<()> {
    match what.split_once(':') {
        Some(("pairing", key)) => pairing::reason(tx, person, key, written, now).await,
        Some(("join", key)) => invite::reason(tx, house, person, (key, written), now).await,
        Some(("find", _)) => find::typed(tx, person, written, now).await,
        Some(("number", key)) => invites::typed(tx, person, (key, written), now).await,
        Some(("ready", key)) => readiness::typed(tx, person, (key, written), now).await,
        Some(("setup", _)) => setup::typed(tx, house, person, written, now).await,
        Some(("guardian", key)) => guardian::typed(tx, person, (key, written), now).await,
        _ => tx.await_from(person.id, None).await,
    }
}

/// The same half an hour later: she is asked whom this is for, or reads that nobody has it, where there is nobody.
async fn late(tx: &mut Tx, it: &said::Said<'_>, now: DateTime<Utc>) -> Result<()> {
    if !whom::nobody(tx, it.person.chat, now).await? {
        return bundle::hold(tx, it, None, now).await;
    }
    tx.await_from(it.person.id, None).await?;
    tx.post(Post::answer(it.person, RelayLetter::AskedLongAgo), now).await.map(drop)
}
