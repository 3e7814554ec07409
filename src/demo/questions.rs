//! Questions that name nobody, in the demo's last days: one answered with a yes and a no and waiting for a third, one nobody answered.

use super::city::MAKERS;
use super::plan::{NOW_MINUTE, Plan, When};
use super::play::{Stage, by_link, instant, missing};
use crate::auth::links::{self, Target};
use crate::error::Result;
use crate::partners::{Contact, queries as partners};
use crate::people::queries as people;
use crate::questions::queries::{self, Said};
use crate::referrals::Kind;
use crate::store::Tx;
use crate::values::{ActorKind, Day, Instant, LinkKind, QuestionAnswer, Zone};

/// The first question and the partners' words to it; the second is put to one partner more recently.
const SPACE: &str = "Is anything with 400 amps, 3-phase power and about 5,000 square feet free in March?";
const MONEY: &str = "Do you lend for a used press brake, about $30,000, to a shop with three years of accounts?";
const YES: &str = "The rear half of the pattern shop, from the first. There is one drive-in door.";
const NO: &str = "Everything of that size is let until autumn.";

/// The first advisor asks for two clients of the large program.
pub(super) fn ask(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let advisor = stage.staff.first().ok_or_else(|| missing("an advisor"))?;
    let program = stage.program(MAKERS)?.key;
    let mut clients = Vec::new();
    for placed in stage.clients.iter().flatten() {
        let client = people::find_in(tx, placed.key, program);
        clients.extend(client.ok().filter(|client| client.advisor.as_ref().is_some_and(|(key, _)| *key == advisor.key)));
        if clients.len() == 2 {
            break;
        }
    }
    let [first, second] = clients.as_slice() else { return Ok(()) };
    tx.acting_as(advisor.actor(), at, |tx| {
        queries::ask(tx, advisor, first, Kind::RealEstate, SPACE, &asked(tx, program, Kind::RealEstate, 3)?)?;
        queries::ask(tx, advisor, second, Kind::BusinessDevelopment, MONEY, &asked(tx, program, Kind::BusinessDevelopment, 1)?)
    })
}

/// Whom to ask: the first contact of each of the first partners that take this kind.
fn asked(tx: &Tx<'_>, program: i64, kind: Kind, most: usize) -> Result<Vec<Contact>> {
    let mut asked = Vec::new();
    for partner in partners::list_taking(tx, program, kind)?.into_iter().take(most) {
        asked.extend(partners::contacts(tx, partner.key)?.into_iter().next());
    }
    Ok(asked)
}

/// Two of the three partners answer on the last morning.
pub(super) fn answer(tx: &Tx<'_>, stage: &Stage, plan: &Plan, zone: &Zone) -> Result<()> {
    let today = plan.arguments.until;
    let at = instant(zone, When { day: today, minute: NOW_MINUTE - 5 });
    let answers = [(QuestionAnswer::Yes, YES, Some(today.plus_days(60))), (QuestionAnswer::No, NO, None)];
    let asked = asked(tx, stage.program(MAKERS)?.key, Kind::RealEstate, 3)?;
    for (contact, (answer, words, on)) in asked.iter().zip(answers) {
        say(tx, contact, at, answer, words, on)?;
    }
    Ok(())
}

fn say(tx: &Tx<'_>, contact: &Contact, at: Instant, answer: QuestionAnswer, words: &str, on: Option<Day>) -> Result<()> {
    let target = Target { contact: Some(contact.key), ..Target::default() };
    let Some(key) = links::newest(tx, LinkKind::Question, target, at)? else { return Ok(()) };
    let link = links::find_by_key(tx, key, at)?;
    let said = Said { answer, sentence: Some(words.to_owned()), on, name: contact.name.clone() };
    tx.acting_as(by_link(ActorKind::Partner, Some(key)), at, |tx| queries::answer(tx, &link, &said))
}
