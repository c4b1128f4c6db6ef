//! What is due, by kind: each feature gets all its subjects at once.

use super::{
    asking, bundle, cases, checkin, circle, clear, delivery, edit, guardian, late, leak, lifecycle, missed,
    morning, patience, pause, promise, reaction, supervised, unanswered, upkeep,
};
use crate::store::{Alarm, Result, Tx};
use chrono::{DateTime, Utc};

/// Works on alarms that went off. They come sorted by kind; each feature works on its subjects as a set.
pub async fn due(tx: &mut Tx, alarms: &[(Alarm, i64)], now: DateTime<Utc>) -> Result<()> {
    for group in alarms.chunk_by(|a, b| a.0 == b.0) {
        let Some((kind, _)) = group.first() else { continue };
        let subjects: Vec<i64> = group.iter().map(|(_, subject)| *subject).collect();
        match kind {
            Alarm::Silence => missed::look(tx, &subjects, now).await?,
            Alarm::Proposal => asking::look(tx, &subjects, now).await?,
            Alarm::Pause => lifecycle::stops_asked(tx, &subjects, now).await?,
            Alarm::Break => pause::breaks_end(tx, &subjects, now).await?,
            Alarm::Pulse => checkin::pulses(tx, &subjects, now).await?,
            Alarm::Checkin => checkin::remind(tx, &subjects, now).await?,
            Alarm::Case => cases::climb(tx, &subjects, now).await?,
            Alarm::Again => cases::again(tx, &subjects, now).await?,
            Alarm::Digest => cases::digest(tx, &subjects, now).await?,
            Alarm::Nudge => cases::nudge(tx, &subjects, now).await?,
            Alarm::Late => late::look(tx, &subjects, now).await?,
            Alarm::Held => patience::too_old(tx, &subjects, now).await?,
            Alarm::Mail => unanswered::due(tx, &subjects, now).await?,
            Alarm::Morning => morning::comes(tx, &subjects).await?,
            Alarm::Bundle => bundle::forgotten(tx, &subjects, now).await?,
            Alarm::Leak => leak::forgotten(tx, &subjects, now).await?,
            Alarm::Edit => edit::due(tx, &subjects, now).await?,
            Alarm::Reaction => reaction::due(tx, &subjects, now).await?,
            Alarm::Eighteen => guardian::of_age(tx, &subjects, now).await?,
            Alarm::Paper => guardian::look(tx, &subjects, now).await?,
            Alarm::Unread => supervised::unread(tx, &subjects, now).await?,
            Alarm::Partly => late::partly(tx, &subjects, now).await?,
            Alarm::Quiet => circle::today(tx, &subjects, now).await?,
            Alarm::Over => supervised::outlived(tx, &subjects, now).await?,
            Alarm::NobodyYet => promise::nobody_yet_due(tx, &subjects, now).await?,
            Alarm::Clearing => clear::due(tx, &subjects, now).await?,
            Alarm::Taking => supervised::look(tx, &subjects, now).await?,
            Alarm::Perhaps => supervised::perhaps(tx, &subjects, now).await?,
            Alarm::Alone => cases::alone(tx, &subjects, now).await?,
            Alarm::Reader => cases::wanted(tx, &subjects, now).await?,
            Alarm::Group => cases::probe(tx, &subjects, now).await?,
            Alarm::Inside => cases::look_around(tx, &subjects, now).await?,
            Alarm::Holds => upkeep::look(tx, &subjects, now).await?,
            Alarm::Sweep => delivery::sweep(tx, now).await?,
        }
    }
    Ok(())
}
