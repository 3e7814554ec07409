//! What people of the demo write to each other in its last days, what a client asks for, and whom a partner sends.

use super::city::MAKERS;
use super::play::{Stage, by_link, missing};
use crate::error::Result;
use crate::referrals::deed::Who;
use crate::referrals::inbound::NewInbound;
use crate::referrals::queries;
use crate::referrals::{Kind, Party, Referral};
use crate::store::{Actor, Tx};
use crate::values::{ActorKind, ClientWordKind, Day, Instant, Line, Note, Readers, Telephone, Urgency, Writer};

/// How many days before the last one they talk: what nobody answers has an age by then.
pub(super) const DAYS_AGO: i64 = 3;

/// Everybody says their word at one moment.
pub(super) fn talk(tx: &Tx<'_>, stage: &Stage, today: Day, at: Instant) -> Result<()> {
    let with_partner = taking_part(tx, stage, today)?;
    let [first, second, third, ..] = with_partner.as_slice() else { return Ok(()) };
    let say = |who: &Who, actor: Actor, referral: &Referral, readers, words: &str| {
        tx.acting_as(actor, at, |tx| queries::write_message(tx, who, referral, readers, words))
    };
    let client = || by_link(ActorKind::Entrepreneur, None);
    let (own, partner) = (Who::entrepreneur(), |referral: &Referral| Who::partner(referral.contact.as_ref().map(|(key, _)| *key), ""));
    say(&own, client(), second, Readers::Both, "I can come on Thursday at ten. Is there a place to park a van?")?;
    say(
        &partner(second),
        by_link(ActorKind::Partner, None),
        second,
        Readers::Both,
        "Thursday at ten is good. Park in the yard and ring twice.",
    )?;
    let advisor = stage.staff.iter().find(|viewer| viewer.key == second.advisor.0).ok_or_else(|| missing("an advisor"))?;
    let ours = Who::staff(Party::Advisor, advisor.key);
    say(&ours, advisor.actor(), second, Readers::Client, "I come with you. We meet at the gate at a quarter to ten.")?;
    say(&own, client(), first, Readers::Client, "My landlord wants an answer by Friday. Can we talk before that?")?;
    say(
        &partner(third),
        by_link(ActorKind::Partner, None),
        third,
        Readers::Partner,
        "We still need the last two bank statements. Could you ask?",
    )?;
    let wrong = Note::maybe("We moved in September. The street is an old one.", "the words")?;
    let owner = queries::spoken_to(tx, first, today)?.ok_or_else(|| missing("whom we call"))?;
    tx.acting_as(client(), at, |tx| queries::tell_advisor(tx, owner.person, first, ClientWordKind::Wrong, wrong.as_ref()))?;
    let need = |words: &str| Note::maybe(words, "the need")?.ok_or_else(|| missing("a need"));
    let welders = need("Two people who can weld stainless steel, for a night shift from March")?;
    tx.acting_as(client(), at, |tx| queries::ask_for_help(tx, first, Kind::Workforce, &welders, Urgency::ThisMonth))?;
    let sent = NewInbound {
        person_name: Line::parse("Dana Whitfield", "the name")?,
        telephone: Telephone::maybe("614-555-0142")?.ok_or_else(|| missing("a number"))?,
        business_name: Line::maybe("Whitfield Cabinets", "the name")?,
        kind: Kind::RealEstate,
        need: need("Her garage is too small. About 1,500 square feet with a dock, and room to grow")?,
    };
    tx.acting_as(by_link(ActorKind::Partner, None), at, |tx| queries::send_somebody(tx, &partner(second), second, &sent).map(drop))
}

/// Referrals of the large program in which the partner takes part, in the order they were made.
fn taking_part(tx: &Tx<'_>, stage: &Stage, today: Day) -> Result<Vec<Referral>> {
    let makers = stage.program(MAKERS)?.key;
    let mut found = Vec::new();
    for (key, _) in stage.referrals.iter().flatten() {
        let referral = queries::find(tx, *key)?;
        if referral.program == makers && !queries::open_readers(tx, &referral, Writer::Partner, today)?.is_empty() {
            found.push(referral);
        }
    }
    // Those of the first advisor come first: theirs is the Today that most people see first.
    let first = stage.staff.first().map(|viewer| viewer.key);
    found.sort_by_key(|referral| Some(referral.advisor.0) != first);
    Ok(found)
}
