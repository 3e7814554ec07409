//! How long partners take to answer, in business days, from what happened.

use super::{calendar, zone};
use crate::error::Result;
use crate::partners::Partner;
use crate::referrals::slow::Slowness;
use crate::values::{Day, Limit};
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Answers that are looked at, newest first.
const LAST: i64 = 20;
/// Fewer than this say nothing about a partner.
const ENOUGH: usize = 5;

/// How long a partner takes, and how long the others of its program take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerTimes {
    /// Answers counted.
    pub count: usize,
    /// The middle one in business days; none where there are not enough.
    pub median: Option<u32>,
    /// The middle answer of all other partners of the program.
    pub others: Option<u32>,
    /// Business days in which an answer is due, for the quickest kind it takes.
    pub due_days: u32,
    /// Business days of the oldest request that waits for an answer now.
    pub waiting: Option<u32>,
    /// What is overdue, and how long nothing was heard.
    pub slow: Slowness,
}

impl AnswerTimes {
    /// Slow to answer now: see [`crate::referrals::slow`].
    pub fn is_slow(&self) -> bool {
        self.slow.is_slow()
    }

    /// Has taken more than twice as long as the others, and no less than it should.
    pub fn takes_long(&self) -> bool {
        self.median.zip(self.others).is_some_and(|(median, others)| median > 2 * others && median >= self.due_days)
    }

    /// In sentences, with the numbers.
    pub fn words(&self) -> String {
        let mut words = match (self.median, self.count) {
            (Some(median), count) => format!("Answers in {} in the middle case ({count} answers).", days(median)),
            (None, 0) => "Not enough cases yet: no answers so far.".to_owned(),
            (None, 1) => "Not enough cases yet: 1 answer so far.".to_owned(),
            (None, count) => format!("Not enough cases yet: {count} answers so far."),
        };
        if let Some(others) = self.others {
            words.push_str(&format!(" Other partners: {others}."));
        }
        words
    }
}

/// "12 business days".
pub fn days(days: u32) -> String {
    if days == 1 { "1 business day".to_owned() } else { format!("{days} business days") }
}

/// The answer times of a partner.
pub fn answer_times(conn: &Connection, partner: &Partner, today: Day) -> Result<AnswerTimes> {
    times_of(conn, partner, &answered(conn, Whose::Program(partner.program), today)?, today)
}

/// The answer times of partners of any programs, in their order: what each program was answered is read once.
pub fn answer_times_of<'p>(conn: &Connection, partners: impl Iterator<Item = &'p Partner>, today: Day) -> Result<Vec<AnswerTimes>> {
    let mut known: BTreeMap<i64, Answers> = BTreeMap::new();
    partners
        .map(|partner| {
            let answers = match known.entry(partner.program) {
                Entry::Occupied(read) => read.into_mut(),
                Entry::Vacant(free) => free.insert(answered(conn, Whose::Program(partner.program), today)?),
            };
            times_of(conn, partner, answers, today)
        })
        .collect()
}

fn times_of(conn: &Connection, partner: &Partner, answers: &Answers, today: Day) -> Result<AnswerTimes> {
    let own = sorted(answers.iter().filter(|(key, _)| **key == partner.key));
    let others = sorted(answers.iter().filter(|(key, _)| **key != partner.key));
    let book = super::policy_book(conn, partner.program)?;
    let due_days = partner.kinds.iter().map(|kind| book.days(*kind, Limit::Decision, today.date())).min();
    let waiting = waiting(conn, partner.key, today)?;
    Ok(AnswerTimes {
        count: own.len(),
        median: median(&own).filter(|_| own.len() >= ENOUGH),
        others: median(&others).filter(|_| others.len() >= ENOUGH),
        due_days: due_days.unwrap_or(5),
        waiting,
        slow: super::slow::slowness_of(conn, partner, today)?,
    })
}

/// In how many business days a partner usually answers; none where there are not enough cases.
pub fn usual_days(conn: &Connection, partner: i64, today: Day) -> Result<Option<u32>> {
    let own = sorted(answered(conn, Whose::Partner(partner), today)?.iter());
    Ok(median(&own).filter(|_| own.len() >= ENOUGH))
}

enum Whose {
    Partner(i64),
    Program(i64),
}

/// Business days from sending to the first yes or no, of the last answers of each partner, by its row key.
type Answers = BTreeMap<i64, Vec<u32>>;

fn sorted<'a>(answers: impl Iterator<Item = (&'a i64, &'a Vec<u32>)>) -> Vec<u32> {
    let mut days: Vec<u32> = answers.flat_map(|(_, days)| days.iter().copied()).collect();
    days.sort_unstable();
    days
}

fn answered(conn: &Connection, whose: Whose, today: Day) -> Result<Answers> {
    let (which, key) = match whose {
        Whose::Partner(partner) => ("partner_id = :key", partner),
        Whose::Program(program) => ("program_id = :key AND partner_id IS NOT NULL", program),
    };
    let sql = format!(
        "SELECT partner_id, sent_at, decided_at
         FROM (SELECT partner_id, sent_at, decided_at, row_number() OVER (PARTITION BY partner_id ORDER BY decided_at DESC) AS place
               FROM referral
               WHERE {which}
                 AND sent_at IS NOT NULL
                 AND decided_at IS NOT NULL
                 AND status <> 'entered-in-error')
         WHERE place <= :last"
    );
    let (zone, calendar) = (zone(conn)?, calendar(conn)?);
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":key": key, ":last": LAST }, |row| {
        Ok((row.get("partner_id")?, row.get("sent_at")?, row.get("decided_at")?))
    })?;
    let mut answers = Answers::new();
    for row in rows {
        let (partner, sent, decided) = row?;
        let (sent, decided) = (zone.day(sent), zone.day(decided));
        if decided <= today {
            answers.entry(partner).or_default().push(calendar.business_days_between(sent.date(), decided.date()));
        }
    }
    Ok(answers)
}

fn waiting(conn: &Connection, partner: i64, today: Day) -> Result<Option<u32>> {
    let sql = "SELECT min(sent_at) AS sent_at FROM referral WHERE partner_id = ?1 AND status IN ('requested', 'received')";
    let sent: Option<crate::values::Instant> = conn.prepare_cached(sql)?.query_row([partner], |row| row.get("sent_at"))?;
    let Some(sent) = sent else { return Ok(None) };
    Ok(Some(calendar(conn)?.business_days_between(zone(conn)?.day(sent).date(), today.date())))
}

/// The middle one; of two middle ones the later, which never makes a partner look quicker than it is.
fn median(sorted: &[u32]) -> Option<u32> {
    sorted.get(sorted.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_takes_long_only_beside_others_and_past_its_time() {
        let times = |median, others| AnswerTimes { count: 20, median, others, due_days: 5, waiting: None, slow: Slowness::default() };
        assert!(times(Some(12), Some(3)).takes_long());
        assert!(!times(Some(6), Some(3)).takes_long(), "twice as long is not more than twice");
        assert!(!times(Some(4), Some(1)).takes_long(), "in time is in time");
        assert!(!times(None, Some(3)).takes_long() && !times(Some(12), None).takes_long());
        assert_eq!(times(Some(12), Some(3)).words(), "Answers in 12 business days in the middle case (20 answers). Other partners: 3.");
    }
}
