//! Who is due to be asked whether people are still at work: a task for the advisor, with an end.

use super::{MINE, events};
use crate::auth::Viewer;
use crate::error::Result;
use crate::referrals::results::kept::{Ask, kept};
use crate::values::{Day, ReferralId};
use rusqlite::{Connection, Row, named_params};

/// So many days after its day a question is asked no more: what is not known then stays unknown.
const ASKED_DAYS: i64 = 60;

/// A question that is due: after how many days, since when, and about how many people.
#[derive(Debug, Clone)]
pub struct StillThere {
    /// Address of the referral.
    pub id: ReferralId,
    /// Name of the client.
    pub client: String,
    /// 90, 180 or 365.
    pub days: i64,
    /// The day it fell due.
    pub on: Day,
    /// How many started.
    pub started: i64,
}

/// What is due of the viewer's own referrals, one question for each: the last that fell due.
pub fn still_there(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<StillThere>> {
    let sql = format!(
        "SELECT referral.id, referral.public_id, business.name AS client
         FROM referral
         JOIN business ON business.id = referral.business_id
         WHERE {MINE}
           AND referral.advisor_id = :viewer
           AND referral.status <> 'entered-in-error'
           AND EXISTS (SELECT 1 FROM referral_event WHERE referral_event.referral_id = referral.id AND referral_event.facts LIKE '%placed_on%')
         ORDER BY referral.id DESC
         LIMIT 500"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let read = |row: &Row<'_>| Ok((row.get::<_, i64>("id")?, row.get("public_id")?, row.get("client")?));
    let rows = statement.query_map(named_params! { ":viewer": viewer.key }, read)?;
    let mut due = Vec::new();
    for row in rows {
        let (key, id, client) = row?;
        let Some(people) = kept(&events(conn, key)?) else { continue };
        if let Some(ask) = due_now(&people.asks, today) {
            due.push(StillThere { id, client, days: ask.days, on: ask.on, started: people.started });
        }
    }
    due.sort_by_key(|one| one.on);
    Ok(due)
}

/// The last question that fell due, if it has no answer and its time is not over.
fn due_now(asks: &[Ask; 3], today: Day) -> Option<&Ask> {
    let last = asks.iter().rev().find(|ask| ask.on <= today)?;
    (last.kept.is_none() && last.on.days_until(today) <= ASKED_DAYS).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_question_is_asked_until_it_is_answered_or_its_time_is_over() {
        let day = |text| Day::parse(text).unwrap();
        let asks = |kept: [Option<i64>; 3]| {
            [(90, "2026-03-01"), (180, "2026-05-30"), (365, "2026-12-01")]
                .map(|(days, on)| (days, day(on)))
                .into_iter()
                .zip(kept)
                .map(|((days, on), kept)| Ask { days, on, kept })
        };
        let now = |kept: [Option<i64>; 3], today| {
            let asks: Vec<Ask> = asks(kept).collect();
            due_now(&asks.try_into().unwrap(), day(today)).map(|ask| ask.days)
        };
        assert_eq!(now([None; 3], "2026-02-28"), None);
        assert_eq!(now([None; 3], "2026-03-01"), Some(90));
        assert_eq!(now([Some(2), None, None], "2026-03-01"), None);
        assert_eq!(now([None; 3], "2026-05-01"), None, "61 days after");
        assert_eq!(now([None; 3], "2026-05-30"), Some(180), "one question at a time");
        assert_eq!(now([Some(2), Some(0), None], "2026-12-02"), Some(365), "nobody left is an answer too");
    }
}
