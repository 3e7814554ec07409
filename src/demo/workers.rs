//! Counts of workers before and after a resource, kind of work by kind of work, and a made-up table of living wages to compare pay with.

use super::city::MAKERS;
use super::play::{Stage, missing};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::{Client, queries as people};
use crate::store::Tx;
use crate::values::{Advertised, CountSide, Day, Degree, Instant, JobBasis, JobTerm};
use crate::wages::{self, Said};
use crate::workers::{Facts, Work, queries};

/// Code and name of the county of the made-up city. No county has this code.
pub(super) const COUNTY: (&str, &str) = ("39999", "Millrace County (made up)");

/// What people need to earn there, and in the county beside it.
const WAGES: &str = "county_fips,county,hourly\n39999,Millrace County (made up),20.85\n39998,Three Rivers County (made up),19.40\n";

/// The table, on the first morning.
pub(super) fn table(tx: &Tx<'_>, manager: &Viewer) -> Result<()> {
    let rows = wages::read(WAGES.as_bytes()).map_err(|words| Error::internal(words.join(" ")))?;
    let said = Said {
        source: "Made-up Institute for Living Wages".to_owned(),
        year: i64::from(tx.today().year()),
        household: "one adult without children".to_owned(),
        url: None,
    };
    let imported = |tx: &Tx<'_>| wages::queries::import(tx, &said, "made-up-living-wages.csv", WAGES.as_bytes(), &rows).map(drop);
    tx.acting_as(manager.actor(), tx.at(), imported)
}

/// Title, how many before, how many after, term, hours in a week, weeks, cents for an hour, health, days off, retirement, what one needs, how advertised.
type Kind = (&'static str, i64, i64, JobTerm, Option<i64>, Option<i64>, Option<i64>, [Option<bool>; 3], Option<Degree>, Option<Advertised>);

const YES: Option<bool> = Some(true);
const NO: Option<bool> = Some(false);

/// Five shops: what their work was before a resource and after it. In the last one somebody counted before only.
#[rustfmt::skip]
const SHOPS: &[&[Kind]] = &[
    &[
        ("Sewing",             4, 6, JobTerm::Full,     Some(40), None,     Some(2_150), [YES, YES, None], Some(Degree::None),       Some(Advertised::CommunityGroup)),
        ("Cutting",            2, 2, JobTerm::Full,     Some(40), None,     Some(2_400), [YES, YES, None], Some(Degree::HighSchool), Some(Advertised::WordOfMouth)),
        ("Packing",            2, 3, JobTerm::Part,     Some(24), None,     Some(1_750), [NO,  NO,  None], Some(Degree::None),       Some(Advertised::Sign)),
    ],
    &[
        ("Baking",             3, 5, JobTerm::Full,     Some(38), None,     Some(1_925), [NO,  YES, NO],   Some(Degree::None),       Some(Advertised::WorkforceProgram)),
        ("Market stalls",      2, 4, JobTerm::Seasonal, Some(20), Some(22), Some(1_650), [NO,  NO,  NO],   Some(Degree::None),       Some(Advertised::WordOfMouth)),
    ],
    &[
        ("Machining",          5, 6, JobTerm::Full,     Some(40), None,     Some(2_875), [YES, YES, YES],  Some(Degree::HighSchool), Some(Advertised::Union)),
        ("Drawing and testing", 1, 2, JobTerm::Full,    Some(40), None,     Some(3_640), [YES, YES, YES],  Some(Degree::Bachelor),   Some(Advertised::School)),
    ],
    &[
        ("Printing",           2, 2, JobTerm::Full,     None,     None,     None,        [None; 3],        None,                     None),
    ],
    &[
        ("Joinery",            3, 0, JobTerm::Full,     Some(40), None,     Some(2_300), [YES, NO,  None], Some(Degree::None),       Some(Advertised::Online)),
    ],
];

fn work(kind: &Kind, heads: i64) -> Work {
    let (title, _, _, term, hours, weeks, wage_cents, [has_health, has_leave, has_retirement], degree, advertised) = *kind;
    Work {
        title: title.to_owned(),
        heads,
        term,
        weekly_minutes: hours.map(|hours| hours * 60),
        season_weeks: weeks,
        wage_cents,
        has_health,
        has_leave,
        has_retirement,
        degree,
        advertised,
    }
}

/// The clients of an advisor in a program, in the order they came.
pub(super) fn clients_of(tx: &Tx<'_>, stage: &Stage, advisor: &Viewer, program: i64) -> Vec<Client> {
    let here = stage.clients.iter().flatten().filter_map(|placed| people::find_in(tx, placed.key, program).ok());
    here.filter(|client| client.advisor.as_ref().is_some_and(|(key, _)| *key == advisor.key)).collect()
}

/// The first advisor counts before and after the first resources of their clients.
pub(super) fn count(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let advisor = stage.staff.first().ok_or_else(|| missing("an advisor"))?;
    let program = stage.program(MAKERS)?.key;
    let clients = clients_of(tx, stage, advisor, program);
    let mut shops = SHOPS.iter();
    for client in &clients {
        let resources = queries::resources_of(tx, client.key, program)?;
        let Some((resource, _)) = resources.first() else { continue };
        let Some(kinds) = shops.next() else { break };
        for (side, ago) in [(CountSide::Before, 200), (CountSide::After, 20)] {
            let of = |kind: &Kind| if side == CountSide::Before { kind.1 } else { kind.2 };
            let heads: i64 = kinds.iter().map(of).sum();
            if heads == 0 {
                continue;
            }
            tx.acting_as(advisor.actor(), at, |tx| {
                // One of every shop owns it, and nobody asked what that work is like.
                let facts = Facts {
                    on: tx.today().plus_days(-ago),
                    workers: heads + 1,
                    basis: JobBasis::ToldToAdvisor,
                    resource: Some((*resource, side)),
                };
                let id = queries::count(tx, advisor, client, &facts)?;
                kinds.iter().try_for_each(|kind| queries::add(tx, advisor, &id, &work(kind, of(kind))))
            })?;
        }
    }
    count_all(tx, stage, at, program)
}

/// At the end of the year that is told of, every second client that was there a while says how many work there, and what they earn.
fn count_all(tx: &Tx<'_>, stage: &Stage, at: Instant, program: i64) -> Result<()> {
    let on = Day::new(jiff::civil::date(tx.zone().day(at).year() - 1, 12, 9));
    let placed = stage.clients.iter().flatten().filter(|placed| placed.key % 2 == 0);
    for (client, kinds) in placed.filter_map(|placed| people::find_in(tx, placed.key, program).ok()).zip(SHOPS.iter().cycle()) {
        let own = client.advisor.as_ref().and_then(|(key, _)| stage.staff.iter().find(|staff| staff.key == *key));
        let Some(advisor) = own.filter(|_| client.enrolled_on.days_until(on) > 30) else { continue };
        let heads: i64 = kinds.iter().map(|kind| kind.1).sum();
        tx.acting_as(advisor.actor(), at, |tx| {
            let facts = Facts { on, workers: heads + 1, basis: JobBasis::ToldToAdvisor, resource: None };
            let id = queries::count(tx, advisor, &client, &facts)?;
            kinds.iter().try_for_each(|kind| queries::add(tx, advisor, &id, &work(kind, kind.1)))
        })?;
    }
    Ok(())
}
