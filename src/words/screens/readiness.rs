//! What is recorded of a mentor's readiness, and the day of each.

use super::{Page, listed};
use crate::domain::readiness::{Fact, Readiness, ReadinessAnswer, ReadinessLetter};
use crate::words::{Dated, Html, Name, Plain, Raw, Voice, common, readiness};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &ReadinessLetter) -> Html {
    let voice = &page.voice;
    match letter {
        ReadinessLetter::Card { who, facts, .. } => {
            let heading = readiness::card(voice, Name(&listed::name(voice, who)));
            lines(page, facts).iter().fold(heading, Html::line)
        }
        ReadinessLetter::Day { again: true, today, .. } => readiness::day_again(voice, Dated(noon(*today))),
        ReadinessLetter::Day { who, fact, again: false, .. } => {
            let name = listed::name(voice, who);
            let text = readiness::day(voice, Raw(button(voice, *fact).as_str()), Name(&name));
            if *fact == Fact::Check { text.line(&readiness::day_check(voice)) } else { text }
        }
    }
}

/// One line for each of the three: its day, or that it is not recorded; and until when the check is good.
pub(super) fn lines(page: &Page<'_>, facts: &Readiness) -> Vec<Html> {
    let voice = &page.voice;
    let day = |on: NaiveDate| Dated(noon(on));
    let today = page.now.with_timezone(&voice.zone()).date_naive();
    let mut lines =
        vec![facts.check.map_or_else(|| readiness::check_none(voice), |on| readiness::check(voice, day(on)))];
    lines.extend(facts.check_ends().map(|ends| {
        let good = today < ends;
        if good { readiness::check_ends(voice, day(ends)) } else { readiness::check_over(voice, day(ends)) }
    }));
    lines.push(
        facts
            .training
            .map_or_else(|| readiness::training_none(voice), |on| readiness::training(voice, day(on))),
    );
    lines.push(facts.quiz.map_or_else(|| readiness::quiz_none(voice), |on| readiness::quiz(voice, day(on))));
    lines
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, answer: &ReadinessAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        ReadinessAnswer::Fact(_, _, fact) => button(voice, *fact),
        ReadinessAnswer::On(..) => readiness::day_today(voice),
        ReadinessAnswer::Not(..) => readiness::day_none(voice),
        ReadinessAnswer::Anyway(..) => readiness::card_anyway(voice),
        ReadinessAnswer::Card(..) | ReadinessAnswer::Leave(..) => common::back(voice),
    }
}

fn button(voice: &Voice<'_>, fact: Fact) -> Plain {
    match fact {
        Fact::Check => readiness::check_button(voice),
        Fact::Training => readiness::training_button(voice),
        Fact::Quiz => readiness::quiz_button(voice),
    }
}

/// Noon in the middle of the world: the same day nearly everywhere.
fn noon(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()).and_utc()
}
