//! Stories in the demo: some that clients agree to, by their link or spoken with a witness, one in Spanish, and one in each way that nothing
//! is shown: a draft, a question not answered yet, a no, a wish, a yes that was taken back, and a yes that ends soon.

use super::city::MAKERS;
use super::play::{Stage, by_link, missing};
use crate::auth::Viewer;
use crate::auth::links;
use crate::error::Result;
use crate::i18n::Language;
use crate::people::{Client, queries as people};
use crate::store::Tx;
use crate::stories::queries::{self, By};
use crate::stories::{Facts, LONGEST_DAYS, Said, Uses};
use crate::values::{ActorKind, AnswerWay, Day, Instant, StoryId, StoryName};

/// What the client does about it.
#[derive(Clone, Copy)]
enum Then {
    /// Nobody asks.
    Nothing,
    /// They are asked, and have not answered.
    Asked,
    /// They say yes by their link, for so many days.
    Agreed(i64),
    /// They say yes on the telephone.
    Spoken,
    /// They say no.
    Refused,
    /// They want it different.
    Wished(&'static str),
    /// They say yes, and take it back.
    TakenBack,
}

use StoryName::{Business, Described, FirstName};
use Then::{Agreed, Asked, Nothing, Refused, Spoken, TakenBack, Wished};

/// A story: title, words, how the client is named, what stands for a name, language, what the client does.
type Tale = (&'static str, &'static str, StoryName, &'static str, &'static str, Then);

const ALL: Uses = Uses { public: true, reports: true, export: true };

#[rustfmt::skip]
const TALES: &[Tale] = &[
    ("From a kitchen table to a corner shop", "I baked at home for six years and delivered by bicycle. Every month I turned orders away, because one oven is one oven.\n\nMy advisor and I looked at eleven units before one had the gas line, the drain and a rent I could pay. The landlord answered in four days. We signed in the spring.\n\nNow there are four of us. On Saturdays the line goes around the corner.", Business, "", "en", Agreed(300)),
    ("Un segundo turno", "Teníamos pedidos para dos turnos y máquinas para uno. El banco pedía tres años de papeles; yo tenía dos.\n\nEl programa me ayudó a ordenar las cuentas y me presentó a una cooperativa de crédito. Con el préstamo compramos la segunda máquina. Mi hermano dirige el turno de la noche.", FirstName, "", "es", Agreed(240)),
    ("The lease that nobody had read", "We had been month to month for nine years without knowing it. When the building was sold, somebody had to read the lease to us before we understood that we could be out by fall.\n\nThree calls and one letter later we had five years, in writing. The new owner never wanted us gone. Nobody had asked him.", Described, "a metal shop by the river", "en", Spoken),
    ("What the dust collector changed", "I used to go home gray. The grant paid for half of the dust collector, and I paid for the other half in a year.\n\nThe inspector came in May and stayed ten minutes.", Business, "", "en", Agreed(20)),
    ("Learning to price", "I knew what wood costs. I did not know what an hour costs. Two evenings with a spreadsheet, and I stopped losing money on chairs.", FirstName, "", "en", Asked),
    ("A first contract with the city", "We had never answered a request from the city. The form had forty pages and we had two days.\n\nWe came in second. The next one we won.", Business, "", "en", Wished("Please leave out that we came in second. And it was three days, not two.")),
    ("Hiring from the block", "The first three people I hired live within four streets of the shop. Two had never had a paycheck with their name on it.", Business, "", "en", Refused),
    ("A patent of our own", "The coating was my father's idea. It took the university's lab, a lawyer for one afternoon and a lot of patience to have our name on it.", Business, "", "en", TakenBack),
    ("Moving in one weekend", "Forty tons of machines, one weekend, no lost orders. Notes for a longer story.", Described, "a printer near the harbor", "en", Nothing),
];

/// The first advisor writes them down, one for each of some clients.
pub(super) fn tell(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let advisor = stage.staff.first().ok_or_else(|| missing("an advisor"))?;
    let program = stage.program(MAKERS)?.key;
    let mut clients = Vec::new();
    for placed in stage.clients.iter().flatten() {
        let Ok(client) = people::find_in(tx, placed.key, program) else { continue };
        let first = people::contact(tx, client.key, tx.today())?.map(|owner| owner.given_name().to_owned()).unwrap_or_default();
        if client.left_on.is_none() && !first.is_empty() {
            clients.push(client);
        }
    }
    for (place, (tale, client)) in TALES.iter().zip(clients.iter().skip(3)).enumerate() {
        tell_one(tx, advisor, client, tale, at.plus_minutes(5 * i64::try_from(place).unwrap_or_default()))?;
    }
    Ok(())
}

fn tell_one(tx: &Tx<'_>, advisor: &Viewer, client: &Client, tale: &Tale, at: Instant) -> Result<()> {
    let (title, words, named_as, described, language, then) = *tale;
    let id = tx.acting_as(advisor.actor(), at, |tx| {
        let facts = Facts {
            title: title.to_owned(),
            words: words.to_owned(),
            named_as,
            described: Some(described.to_owned()).filter(|words| !words.is_empty()),
            language: Language::find(language).unwrap_or_default(),
            uses: ALL,
        };
        let id = queries::write(tx, advisor, client, &facts)?;
        if !matches!(then, Nothing | Spoken) {
            queries::ask(tx, advisor, &id)?;
        }
        Ok(id)
    })?;
    let at = at.plus_minutes(1);
    match then {
        Nothing | Asked => Ok(()),
        Spoken => tx.acting_as(advisor.actor(), at, |tx| {
            let story = queries::find_for(tx, advisor, &id, tx.today())?;
            queries::hear(tx, advisor, &id, (story.version, &story.shown().hash()), &said(then, tx.today()))
        }),
        Agreed(_) | TakenBack | Refused | Wished(_) => answer(tx, &id, then, at),
    }
}

/// What they say, on a day.
fn said(then: Then, today: Day) -> Said {
    match then {
        Agreed(days) => Said::Agreed(ALL, today.plus_days(days)),
        Wished(words) => Said::Wished(words.to_owned()),
        Refused => Said::Refused,
        Nothing | Asked | Spoken | TakenBack => Said::Agreed(ALL, today.plus_days(LONGEST_DAYS)),
    }
}

/// The client answers by the link; and takes a yes back a little later.
fn answer(tx: &Tx<'_>, id: &StoryId, then: Then, at: Instant) -> Result<()> {
    let Some(link) = queries::newest_link(tx, id)? else { return Ok(()) };
    tx.acting_as(by_link(ActorKind::Entrepreneur, Some(link)), at, |tx| {
        let link = links::find_by_key(tx, link, tx.at())?;
        let story = queries::find_by_link(tx, &link, tx.today())?;
        let person = link.person.ok_or_else(|| missing("a person"))?;
        let by = By { person, way: AnswerWay::Link, witness: None, language: people::find_anyone(tx, person)?.reading() };
        queries::answer(tx, &story, (story.version, &story.shown().hash()), &said(then, tx.today()), by)?;
        if matches!(then, TakenBack) { queries::withdraw(tx, &story, person, AnswerWay::Link) } else { Ok(()) }
    })
}
