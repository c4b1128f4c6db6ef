//! How a running pair grows: first every present member is asked, then who is to come in, each at a humane hour, reminded
//! once, and not waited for for ever. In a conversation that rests nobody is asked anything.

use super::{agreeing, joining};
use crate::domain::circle::{CircleLetter, Step, is_newcomer, step};
use crate::domain::conversation::{Conversation, Member, Phase, Supervised};
use crate::domain::id::{ConversationId, LetterId, PersonId, ProgrammeId};
use crate::domain::letter::Letter;
use crate::domain::pairing::pairable;
use crate::domain::person::Person;
use crate::domain::proposal::{Asked, Next, Reply, Settings, Standing};
use crate::domain::zone::Tz;
use crate::handlers::asking::{self, Answer, Errands, Told};
use crate::store::{Agreement, Assent, Result, Tx};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// What somebody who is asked into a pair reads.
pub(super) fn question(pair: &Conversation, again: bool) -> CircleLetter {
    let watched = pair.supervised != Supervised::No;
    CircleLetter::Ask { pair: pair.id, names: joining::others(pair, PersonId(0)), watched, again }
}

/// What a look at pairs that may grow reads.
struct Look {
    seats: HashMap<(ConversationId, PersonId), DateTime<Utc>>,
    agreements: Vec<Agreement>,
    people: HashMap<PersonId, Person>,
    zones: HashMap<ProgrammeId, Tz>,
    told: Told,
    now: DateTime<Utc>,
}

/// What it comes to.
#[derive(Default)]
struct Comes {
    errands: Errands,
    /// Who did not say in time whether it is all right.
    unanswered: Vec<Agreement>,
    /// Who did not answer in time herself, or cannot come in any more.
    over: Vec<(ConversationId, PersonId)>,
    /// Who is asked herself from now on.
    begins: Vec<(ConversationId, PersonId)>,
    /// Who comes in.
    enters: Vec<(ConversationId, PersonId)>,
}

/// Asks whoever is to be asked in these running pairs, and ends what nobody answered in time.
pub(in crate::handlers) async fn look(tx: &mut Tx, pairs: &[Conversation], now: DateTime<Utc>) -> Result<()> {
    let ids: Vec<ConversationId> = pairs.iter().map(|pair| pair.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let seats = tx.seats(&ids).await?;
    let agreements = tx.agreements(&ids, now).await?;
    if seats.is_empty() && agreements.is_empty() {
        return Ok(());
    }
    let people: Vec<PersonId> =
        pairs.iter().flat_map(|pair| pair.members.iter().map(|member| member.person)).collect();
    let look = Look {
        seats,
        agreements,
        people: tx.persons(&people).await?.into_iter().map(|it| (it.id, it)).collect(),
        zones: asking::zones(tx, pairs).await?,
        told: tx.told_in(&ids).await?,
        now,
    };
    let mut comes = Comes::default();
    let named = tx.named_now(&people).await?;
    for pair in pairs.iter().filter(|pair| pair.phase == Phase::Active) {
        if pair
            .members
            .iter()
            .any(|it| (it.state.is_active() || is_newcomer(it)) && named.contains(&it.person))
        {
            // Whoever an open case is about meets nobody new; nobody is asked meanwhile.
            comes.errands.wakes(pair.id, now + asking::LATER);
            continue;
        }
        look.members(pair, &mut comes);
        look.newcomers(pair, &mut comes);
    }
    asking::carry_out(tx, comes.errands, now).await?;
    agreeing::unanswered(tx, pairs, &comes.unanswered, now).await?;
    for (id, who) in comes.begins {
        tx.agreed_no_more(id, who).await?;
        tx.seat_since(id, who, now).await?;
    }
    let unanswered: Vec<_> = comes.unanswered.iter().map(|it| (it.of.pair, it.of.newcomer)).collect();
    for (id, who) in comes.over.into_iter().filter(|key| !unanswered.contains(key)) {
        let Some(pair) = pairs.iter().find(|pair| pair.id == id) else { continue };
        joining::tell(tx, pair, who, now, |pair, who| CircleLetter::ToldSilent { pair, who }).await?;
        joining::call_off(tx, pair, Some(who), now).await?;
    }
    for (id, who) in comes.enters {
        joining::enters(tx, (id, who), now).await?;
    }
    Ok(())
}

impl Look {
    /// The members who have not said whether it is all right. Their question runs its course whatever the others said:
    /// nobody can tell from it.
    fn members(&self, pair: &Conversation, comes: &mut Comes) {
        for it in self.agreements.iter().filter(|it| it.of.pair == pair.id && !it.agreed) {
            let member = pair.active().find(|member| member.person == it.of.member);
            let Some(member) = member else { continue };
            let (asked, of) = asking::asked_so(it.told.as_deref());
            let Some(expires_at) = self.open_until(pair, it.asked_at) else {
                comes.unanswered.push(it.clone());
                continue;
            };
            let newcomer = pair.members.iter().find(|member| member.person == it.of.newcomer);
            let Some(newcomer) = newcomer else { continue };
            let letter = |again| CircleLetter::Agree {
                pair: pair.id,
                newcomer: newcomer.person,
                alias: newcomer.alias.clone(),
                side: newcomer.side,
                again,
            };
            let errand = Errand { answer: Answer::Assent(it.of), since: it.asked_at, expires_at, asked, of };
            self.errand(&mut comes.errands, (pair.id, member), &errand, letter);
        }
    }

    /// Who is to come in, each where it stands.
    fn newcomers(&self, pair: &Conversation, comes: &mut Comes) {
        for seat in pair.members.iter().filter(|member| is_newcomer(member)) {
            let key = (pair.id, seat.person);
            let Some(since) = self.seats.get(&key) else { continue };
            let of = |it: &&Agreement| (it.of.pair, it.of.newcomer) == key;
            let here = |assent: Assent| pair.has(assent.member);
            let open = self.agreements.iter().filter(of).filter(|it| !it.agreed && here(it.of)).count();
            if !self.people.get(&seat.person).is_some_and(pairable) {
                comes.over.push(key);
                continue;
            }
            match step(pair.phase, seat.state, open) {
                Step::Rests | Step::Members => {}
                Step::Enters => comes.enters.push(key),
                Step::Newcomer => {
                    // All have said yes just now: her time begins.
                    let begins = self.agreements.iter().any(|it| of(&it));
                    let since = if begins { self.now } else { *since };
                    if begins {
                        comes.begins.push(key);
                    }
                    self.newcomer((pair, seat), since, comes);
                }
            }
        }
    }

    fn newcomer(&self, (pair, seat): (&Conversation, &Member), since: DateTime<Utc>, comes: &mut Comes) {
        let Some(expires_at) = self.open_until(pair, since) else {
            comes.over.push((pair.id, seat.person));
            return;
        };
        let (asked, of) = asking::asked_with(&self.told, pair.id, seat.person);
        let answer = Answer::Herself(pair.id, seat.person);
        let errand = Errand { answer, since, expires_at, asked, of };
        self.errand(&mut comes.errands, (pair.id, seat), &errand, |again| question(pair, again));
    }

    /// Until when an answer is waited for; `None` if it is not any more.
    fn open_until(&self, pair: &Conversation, since: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let zone = self.zones.get(&pair.programme).copied().unwrap_or(Tz::UTC);
        match Settings::default().standing(&[Reply::Open], since, zone, self.now) {
            Standing::Open { expires_at } => Some(expires_at),
            Standing::Expired | Standing::Accepted | Standing::Declined => None,
        }
    }

    /// What there is to do about one who has not answered.
    fn errand<L: Into<Letter>>(
        &self,
        errands: &mut Errands,
        (pair, member): (ConversationId, &Member),
        it: &Errand,
        letter: impl Fn(bool) -> L,
    ) {
        let Some(person) = self.people.get(&member.person) else { return };
        let wake = match Settings::default().next(it.asked, it.since, person.zone, self.now) {
            Next::Ask(later) => {
                errands.put((it.answer, member), letter(false), ("asked", it.expires_at));
                later.min(it.expires_at)
            }
            Next::Remind => {
                errands.clear(member, it.of);
                errands.put((it.answer, member), letter(true), ("reminded", it.expires_at));
                it.expires_at
            }
            Next::Wait(until) => until.min(it.expires_at),
            Next::Nothing => it.expires_at,
        };
        errands.wakes(pair, wake);
    }
}

/// An answer that is waited for: since when and until when, and how she was asked.
struct Errand {
    answer: Answer,
    since: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    asked: Asked,
    of: Option<LetterId>,
}
