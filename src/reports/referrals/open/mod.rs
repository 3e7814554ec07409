//! The open file of outcomes: one row for each closed referral, without a business in it, for whoever studies how referrals go.
//!
//! It says nothing about who owners are, and nothing about one business: cells of few businesses are merged (see [`merging`]), amounts
//! and days stand in bands, and the rows are in the order of what they say. Not covered, and said on the page: a reader who knows how
//! a referral ended, and not only whose it was, can look for rows like it. Each program is merged by itself, so that the file of two
//! programs is the files of both, one below the other.

pub mod merging;

use crate::document::guarded;
use crate::error::{Error, Result};
use crate::programs::Program;
use crate::referrals::measures::Book;
use crate::referrals::measures::closed::Closed;
use crate::referrals::measures::log::What;
use crate::referrals::queries::{Background, Logs, backgrounds, logs};
use crate::store::{Actor, Db, Object, digest};
use crate::values::{Day, naics};
use merging::{K, Known, Merged, SEVERAL, merge};
use rusqlite::Connection;

/// The name of the file.
pub const NAME: &str = "referral_outcomes_open.csv";

const HEADERS: [&str; 14] = [
    "program",
    "ended_in",
    "kind",
    "place",
    "size",
    "sector",
    "ended_as",
    "outcome",
    "reason_group",
    "business_days_to_decision",
    "dollars_delivered",
    "square_feet_delivered",
    "hours_delivered",
    "seats_delivered",
];

/// The rows of one program.
pub struct Part {
    program: String,
    rows: Vec<[String; 14]>,
    /// What was merged and left out.
    pub merged: Merged,
}

/// The open rows of a program.
pub fn part(conn: &Connection, program: &Program, today: Day) -> Result<Part> {
    let (logs, backgrounds) = (logs(conn, program.key)?, backgrounds(conn, program.key)?);
    let none = Background::default();
    of(&program.name, &logs, |number| backgrounds.get(&number).unwrap_or(&none).clone(), today)
}

fn of(program: &str, logs: &Logs, background: impl Fn(i64) -> Background, today: Day) -> Result<Part> {
    let book = Book::open(&logs.logs, &logs.zone, &logs.calendar, &logs.policy, today)
        .map_err(|refusal| Error::internal(format!("a log that could not have happened: {refusal}")))?;
    let closed = book.closed();
    let known: Vec<Known> = closed.iter().map(|one| known(one, &background(one.log.number))).collect();
    let merged = merge(&known, (today.year(), today.date().month()), K);
    let row = |(traits, place): &(merging::Traits, usize)| closed.get(*place).map(|one| row(program, traits, one));
    let mut rows: Vec<[String; 14]> = merged.rows.iter().filter_map(row).collect();
    rows.sort();
    Ok(Part { program: program.to_owned(), rows, merged })
}

fn known(one: &Closed<'_>, background: &Background) -> Known {
    let or_unknown = |text: &str| if text.is_empty() { "not known".to_owned() } else { text.to_owned() };
    let title = naics::title_of(&background.sector, naics::Edition::Naics2022);
    Known {
        ended: (one.ended_on.year(), one.ended_on.date().month()),
        kind: one.log.kind.code().to_owned(),
        place: or_unknown(one.log.zones.first().unwrap_or(&one.log.place)),
        size: or_unknown(&background.size),
        sector: or_unknown(title.unwrap_or_default()),
        business: one.log.business,
    }
}

fn row(program: &str, [ended, kind, place, size, sector]: &merging::Traits, one: &Closed<'_>) -> [String; 14] {
    let amount = |what| one.delivered.get(&what).copied().unwrap_or(0);
    let hours = (amount(What::Time) + amount(What::LabTime)) / 60;
    [
        program.to_owned(),
        ended.clone(),
        kind.clone(),
        place.clone(),
        size.clone(),
        sector.clone(),
        one.status.code().to_owned(),
        one.outcome.to_owned(),
        one.group.to_owned(),
        one.decided_in.map_or("no decision", |days| band(i64::from(days), &DAYS)).to_owned(),
        band(amount(What::Dollars) / 100, &DOLLARS).to_owned(),
        band(amount(What::Space), &SPACE).to_owned(),
        band(hours, &HOURS).to_owned(),
        band(amount(What::Seats), &SEATS).to_owned(),
    ]
}

/// Bands by their first value, in order.
type Bands<const N: usize> = [(i64, &'static str); N];

const DAYS: Bands<5> = [(0, "0 to 2"), (3, "3 to 5"), (6, "6 to 10"), (11, "11 to 20"), (21, "21 or more")];
const DOLLARS: Bands<6> = [
    (0, "none"),
    (1, "under 5,000"),
    (5_000, "5,000 to 24,999"),
    (25_000, "25,000 to 99,999"),
    (100_000, "100,000 to 499,999"),
    (500_000, "500,000 or more"),
];
const SPACE: Bands<5> =
    [(0, "none"), (1, "under 1,000"), (1_000, "1,000 to 4,999"), (5_000, "5,000 to 19,999"), (20_000, "20,000 or more")];
const HOURS: Bands<4> = [(0, "none"), (1, "1 to 9"), (10, "10 to 49"), (50, "50 or more")];
const SEATS: Bands<4> = [(0, "none"), (1, "1 to 4"), (5, "5 to 9"), (10, "10 or more")];

/// Writes down that an open file was made, how many rows it has, and its hash.
pub async fn note(db: &Db, actor: Actor, parts: &[Part], bytes: &[u8]) -> Result<()> {
    let hash: String = digest(bytes);
    let rows: usize = parts.iter().map(Part::count).sum();
    let detail = format!("open outcomes rows {rows} sha256 {hash}");
    db.write(actor, move |tx| tx.audit_with("report.made", Object::none(), &detail)).await
}

/// The band of a number.
fn band<const N: usize>(number: i64, bands: &Bands<N>) -> &'static str {
    bands.iter().rev().find(|(first, _)| *first <= number).map_or(bands[0].1, |(_, label)| label)
}

/// The file: UTF-8, CRLF, a row for each referral.
pub fn csv(parts: &[Part]) -> Result<Vec<u8>> {
    let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(HEADERS).map_err(|cause| broken(&cause))?;
    for row in parts.iter().flat_map(|part| &part.rows) {
        writer.write_record(row.iter().map(|cell| guarded(cell))).map_err(|cause| broken(&cause))?;
    }
    writer.into_inner().map_err(|cause| broken(&cause))
}

impl Part {
    /// How many referrals are in the file.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// What was merged, in sentences; the same on the page and on the command line.
    pub fn words(&self) -> Vec<String> {
        let Merged { fine, given_up, left_out, too_new, .. } = &self.merged;
        let referrals = |count: usize| if count == 1 { "1 referral".to_owned() } else { format!("{count} referrals") };
        let mut words = Vec::new();
        if self.count() == 0 {
            words.push(format!(
                "{}: nothing to publish yet. It takes {K} businesses with a closed referral in a quarter that is over, or in a year that is.",
                self.program
            ));
        } else {
            let [sector, size, month, place, kind] = given_up;
            words.push(format!(
                "{}: {} closed before this quarter. Every combination of month, kind, place, size and sector in the file is about {K} businesses or more.",
                self.program,
                referrals(self.count())
            ));
            words.push(format!(
                "Too few were alike to show everything: the sector is left out in {sector} of them, the size in {size}, the place in {place}, the kind in {kind} (they say \"{SEVERAL}\" there), and in {month} only the quarter or the year stands instead of the month. {fine} are shown as they are."
            ));
        }
        if *left_out > 0 {
            words.push(format!(
                "{} left out: their quarter has fewer than {K} businesses, and so has their year, or it is not over.",
                referrals(*left_out)
            ));
        }
        if *too_new > 0 {
            words.push(format!("{} of this quarter: not before it is over.", referrals(*too_new)));
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_begins_where_the_last_one_ends() {
        let dollars = |number| band(number, &DOLLARS);
        assert_eq!(
            [dollars(-3), dollars(0), dollars(1), dollars(4_999), dollars(5_000)],
            ["none", "none", "under 5,000", "under 5,000", "5,000 to 24,999"]
        );
        assert_eq!(dollars(9_000_000), "500,000 or more");
        assert_eq!([band(2, &DAYS), band(3, &DAYS), band(21, &DAYS)], ["0 to 2", "3 to 5", "21 or more"]);
        assert!(DOLLARS.is_sorted() && SPACE.is_sorted_by_key(|(first, _)| *first));
    }
}
