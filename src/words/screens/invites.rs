//! Open invitations, and who has a file number already.

use super::join::role_name;
use super::{Page, listed};
use crate::domain::invites::{Holder, InvitesAnswer, InvitesLetter, OpenInvite};
use crate::domain::letter::Letter;
use crate::words::{Count, Day, Html, Name, Plain, Raw, Voice, common, desk, invites, join};

/// What a letter says.
pub(super) fn text(page: &Page<'_>, letter: &InvitesLetter) -> Html {
    let voice = &page.voice;
    match letter {
        InvitesLetter::List(sheet) => {
            let lines = sheet.lines.iter().zip(1..);
            lines.fold(invites::list(voice), |text, (it, number)| {
                let role = role_name(voice, it.role);
                text.then(&facts(voice, invites::entry(voice, Count(number), Raw(role.as_str())), it))
            })
        }
        InvitesLetter::None => invites::none(voice),
        InvitesLetter::Sure(it) => {
            facts(voice, invites::sure(voice, Raw(role_name(voice, it.role).as_str())), it)
        }
        InvitesLetter::Withdrawn(it) => {
            let text = invites::withdrawn(voice, Raw(role_name(voice, it.role).as_str()));
            it.file.iter().fold(text, |text, file| text.line(&invites::file(voice, Name(file))))
        }
        InvitesLetter::Number(who) => join::invite_file(voice).line(&listed::who(voice, who)),
        InvitesLetter::InUse { number, by, .. } | InvitesLetter::Taken { number, by, .. } => {
            by.iter().fold(invites::in_use(voice, Name(number)), |text, it| match it {
                Holder::Person(who, _) => text.line(&listed::who(voice, who)),
                Holder::Invite(role) => {
                    text.line(&invites::open(voice, Raw(role_name(voice, *role).as_str())))
                }
            })
        }
    }
}

fn facts(voice: &Voice<'_>, text: Html, it: &OpenInvite) -> Html {
    let file = it.file.iter().map(|file| invites::file(voice, Name(file)));
    let by = it.by.iter().map(|name| invites::by(voice, Name(name)));
    file.chain([invites::until(voice, Day(it.until))]).chain(by).fold(text, |text, line| text.line(&line))
}

/// What a button says.
pub(super) fn label(page: &Page<'_>, letter: &Letter, answer: &InvitesAnswer) -> Plain {
    let voice = &page.voice;
    match answer {
        InvitesAnswer::List(turn) => {
            if let Letter::Invites(InvitesLetter::List(sheet)) = letter {
                listed::turn(voice, sheet, *turn)
            } else if let Letter::Invites(InvitesLetter::Withdrawn(_)) = letter {
                invites::withdrawn_list(voice)
            } else {
                common::back(voice)
            }
        }
        InvitesAnswer::One(id) => {
            let sheet = if let Letter::Invites(InvitesLetter::List(sheet)) = letter {
                sheet.lines.as_slice()
            } else {
                &[]
            };
            let found = sheet.iter().zip(1..).find(|(it, _)| it.id == *id);
            found.map_or_else(
                || common::back(voice),
                |(it, number)| {
                    let role = role_name(voice, it.role);
                    let name = it.file.as_deref().unwrap_or(role.as_str());
                    desk::entry_open(voice, Count(number), Name(name))
                },
            )
        }
        InvitesAnswer::Withdraw(_) => invites::sure_yes(voice),
        InvitesAnswer::Same(..) | InvitesAnswer::Keep(..) => invites::in_use_same(voice),
        InvitesAnswer::Other(_) | InvitesAnswer::Ask(_) => invites::in_use_other(voice),
        InvitesAnswer::Give(_) => invites::give(voice),
        InvitesAnswer::Card(_) => common::back(voice),
    }
}
