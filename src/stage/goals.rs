//! Whether the result of a step of the tour is there, whoever brought it about: what the bot itself has on file.

use super::cast::{AMINA, TOMAS, VERA};
use super::script;
use super::world::{Trouble, World};
use crate::domain::case::{CaseFile, CaseKind};
use crate::domain::conversation::{Conversation, MemberState, Phase};
use crate::domain::id::{CaseId, ChatId};
use crate::domain::person::{Person, Role, Standing};
use crate::domain::silence::Step;
use crate::domain::talk::Side;
use crate::store::Tx;

/// The first cases of a world: more than anybody opens on a tour.
const CASES: i64 = 200;

/// How far somebody is with joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joined {
    /// She has not opened an invitation for this.
    Nowhere,
    /// She is being asked, or cannot go on.
    Halfway,
    /// She has told everything.
    Ready,
}

impl Joined {
    pub(super) async fn of(world: &World, place: usize, role: Role) -> Result<Self, Trouble> {
        let found = part(&mut world.db.begin().await?, world, place, role).await?;
        Ok(match found.map(|person| person.standing) {
            None => Self::Nowhere,
            Some(Standing::Ready) => Self::Ready,
            Some(_) => Self::Halfway,
        })
    }
}

/// What somebody is in the programme, in this role.
async fn part(tx: &mut Tx, world: &World, place: usize, role: Role) -> Result<Option<Person>, Trouble> {
    let chat = ChatId(world.actor(place)?.phone.id());
    Ok(tx.parts(chat).await?.into_iter().find(|part| part.role == role))
}

/// How the pair of the tour stands.
pub(super) struct Stand {
    amina: Option<Person>,
    pub(super) tomas: Option<Person>,
    /// They were introduced.
    pair: Option<Conversation>,
    /// They are asked.
    pub(super) asked: bool,
    proposal: Option<Conversation>,
    cases: Vec<CaseFile>,
}

impl Stand {
    pub(super) async fn of(world: &World) -> Result<Self, Trouble> {
        let mut tx = world.db.begin().await?;
        let ready = |found: Option<Person>| found.filter(|person| person.standing == Standing::Ready);
        let amina = ready(part(&mut tx, world, AMINA, Role::Mentee).await?);
        let tomas = ready(part(&mut tx, world, TOMAS, Role::Mentor).await?);
        let (mut pair, mut proposal) = (None, None);
        if let (Some(amina), Some(tomas)) = (&amina, &tomas) {
            let both = |it: &Conversation| {
                let has = |person| it.members.iter().any(|member| member.person == person);
                has(amina.id) && has(tomas.id)
            };
            pair = tx.pairs_of(&[amina.id]).await?.into_iter().find(both);
            proposal = tx.proposals_of(amina.id).await?.into_iter().find(both);
        }
        let ids: Vec<_> = (1..=CASES).map(CaseId).collect();
        let cases = tx.cases(&ids).await?;
        Ok(Self { amina, tomas, asked: proposal.is_some(), pair, proposal, cases })
    }

    /// Whoever has this phone has said yes to the open proposal.
    pub(super) fn has_agreed(&self, world: &World, place: usize) -> Result<bool, Trouble> {
        let chat = ChatId(world.actor(place)?.phone.id());
        let members = self.proposal.iter().flat_map(|it| &it.members);
        Ok(members.filter(|it| it.chat == chat).any(|it| it.state == MemberState::Accepted))
    }

    /// The mentee has asked something, and nobody has answered.
    pub(super) fn mentee_waits(&self) -> bool {
        let open = self.pair.as_ref().filter(|pair| pair.phase == Phase::Active);
        open.and_then(|pair| pair.talk.turn).is_some_and(|turn| turn.by == Side::Mentee)
    }

    /// The mentor was reminded of what she asked.
    fn mentor_was_reminded(&self, world: &World) -> bool {
        let waits = self.pair.as_ref().filter(|_| self.mentee_waits());
        let Some((pair, turn)) = waits.and_then(|pair| Some((pair, pair.talk.turn?))) else { return false };
        let spoken = pair.tried(turn.since).iter().any(|step| step == Step::NudgeMentor.as_str());
        // It may wait for a humane hour.
        let screen = world.phone(TOMAS).map(|tomas| tomas.screen()).unwrap_or_default();
        spoken && screen.iter().any(|seen| seen.from_bot && !seen.copied && seen.date > turn.since)
    }

    /// Open cases because nobody writes.
    fn silence(&self) -> impl Iterator<Item = &CaseFile> {
        let pair = self.pair.as_ref().map(|pair| pair.id);
        let ours = move |case: &&CaseFile| case.kind.is_silence() && case.conversation == pair;
        self.cases.iter().filter(ours).filter(move |case| pair.is_some() && case.resolved_at.is_none())
    }

    /// There is such a case, and nobody has it.
    pub(super) fn is_waiting_for_a_hand(&self) -> bool {
        self.silence().any(|case| case.has().is_none())
    }

    /// What was opened because she does not feel safe.
    fn alarms(&self) -> impl Iterator<Item = &CaseFile> {
        let amina = self.amina.as_ref().map(|amina| amina.id);
        let hers = move |case: &&CaseFile| case.kind == CaseKind::Unsafe && case.person == amina;
        self.cases.iter().filter(hers).filter(|case| case.resolved_at.is_none())
    }
}

/// Whether the result of a step is there.
pub(super) async fn is_reached(world: &World, step: usize) -> Result<bool, Trouble> {
    let stand = Stand::of(world).await?;
    Ok(match step {
        0 => {
            let begun = Joined::of(world, AMINA, Role::Mentee).await? != Joined::Nowhere;
            begun || script::standing(&world.actor(VERA)?, Role::Mentee).await?.is_some()
        }
        1 => stand.amina.is_some(),
        2 => stand.amina.is_some() && stand.tomas.is_some(),
        3 => stand.asked || stand.pair.is_some(),
        4 => stand.pair.is_some(),
        5 => {
            let copies = |place: usize, kind: &str| {
                let phone = world.phone(place);
                let screen = phone.map(|phone| phone.screen()).unwrap_or_default();
                screen.iter().any(|seen| seen.copied && seen.kind == kind)
            };
            copies(AMINA, "text") && copies(TOMAS, "text") && copies(TOMAS, "photo")
        }
        7 => stand.mentor_was_reminded(world),
        8 => stand.mentee_waits() && stand.silence().next().is_some(),
        9 => stand.pair.is_some() && !stand.mentee_waits() && stand.silence().next().is_none(),
        10 => stand.alarms().next().is_some(),
        11 => stand.alarms().next().is_some() && stand.alarms().all(|case| case.has().is_some()),
        _ => true,
    })
}
