//! The screens of check-ins.

use super::Page;
use crate::domain::answers::{Answer, Question};
use crate::domain::checkin::{Ask, CheckinAnswer, CheckinLetter, Promise, Turn};
use crate::domain::letter::Letter;
use crate::domain::talk::Side;
use crate::words::{Day, Html, Name, Plain, Voice, When, checkin, common, relay, safety};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &CheckinLetter) -> Html {
    let voice = &page.voice;
    match letter {
        CheckinLetter::Ask(ask) => asked(page, ask),
        CheckinLetter::Thanks { partner, promise } => {
            let mut text = checkin::thanks(voice);
            text = match promise {
                Some(Promise::Call(by)) => text.line(&checkin::thanks_call(voice, When(*by))),
                Some(Promise::Touch(by)) => text.line(&checkin::thanks_touch(voice, Day(*by))),
                Some(Promise::From(from)) => text.then(&safety::promise_from(voice, When(*from))),
                Some(Promise::Asked) => text.line(&checkin::thanks_asked(voice)),
                Some(Promise::Told) => text.line(&checkin::thanks_told(voice)),
                None => text,
            };
            text.then(&footer(page, partner.as_deref()))
        }
        CheckinLetter::Tips => checkin::tips(voice),
        CheckinLetter::Later { at } => checkin::later(voice, When(*at)),
        CheckinLetter::Guidance => checkin::heard(voice).line(&checkin::guidance(voice)),
        CheckinLetter::OnlyTeam { partner } => {
            checkin::only_team(voice).line(&footer(page, partner.as_deref()))
        }
        CheckinLetter::From { alias, .. } => checkin::from(voice, Name(alias)),
    }
}

fn asked(page: &Page<'_>, ask: &Ask) -> Html {
    let question = question(page, ask).then(&footer(page, ask.partner.as_deref()));
    match ask.turn {
        Turn::First => checkin::hello(&page.voice).then(&question),
        Turn::Again => checkin::again(&page.voice).then(&question),
        Turn::Next => question,
    }
}

fn question(page: &Page<'_>, ask: &Ask) -> Html {
    let voice = &page.voice;
    match (ask.question, ask.side, ask.partner.as_deref()) {
        (Question::Talked, _, Some(name)) => checkin::talked(voice, Name(name), Day(ask.since)),
        (Question::Talked, _, None) => checkin::talked_group(voice, Day(ask.since)),
        (Question::Mood, Side::Mentee, _) if ask.silent => checkin::mood_silent(voice),
        (Question::Mood, Side::Mentee, _) => checkin::mood(voice),
        (Question::Mood, Side::Mentor, Some(name)) => checkin::going(voice, Name(name)),
        (Question::Mood, Side::Mentor, None) => checkin::going_group(voice),
        (Question::Call, ..) => checkin::call(voice),
        (Question::Worry, _, Some(name)) => checkin::worry(voice, Name(name)),
        (Question::Worry, _, None) => checkin::worry_group(voice),
        (Question::Support, ..) => checkin::support(voice),
    }
}

/// Said each time: the partner will not see this.
fn footer(page: &Page<'_>, partner: Option<&str>) -> Html {
    match partner {
        Some(name) => checkin::footer(&page.voice, Name(name)),
        None => checkin::footer_group(&page.voice),
    }
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, _letter: &Letter, answer: &CheckinAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        CheckinAnswer::Gives(_, answer) => given(voice, *answer),
        CheckinAnswer::Later(_) => common::later(voice),
        CheckinAnswer::Answer(_) => relay::to_team_answer(voice),
    }
}

fn given(voice: &Voice<'_>, answer: Answer) -> Plain {
    match answer {
        Answer::TalkedHere => checkin::talked_yes(voice),
        Answer::NotTalked => checkin::talked_no(voice),
        Answer::TalkedElsewhere => checkin::talked_elsewhere(voice),
        Answer::Good => checkin::mood_good(voice),
        Answer::SoSo => checkin::mood_middle(voice),
        Answer::Bad => checkin::mood_bad(voice),
        Answer::NoCall => checkin::call_no(voice),
        Answer::CallThisWeek => checkin::call_week(voice),
        Answer::CallToday => checkin::call_today(voice),
        Answer::NoWorry => checkin::worry_no(voice),
        Answer::SmallWorry => checkin::worry_small(voice),
        Answer::SeriousWorry => checkin::worry_serious(voice),
        Answer::NoSupport => checkin::support_no(voice),
        Answer::Tips => checkin::support_tips(voice),
        Answer::CallMe => checkin::support_call(voice),
    }
}
