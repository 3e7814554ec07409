//! What waits for a partner now, and when it last said anything.

use super::zone;
use crate::error::Result;
use crate::partners::Partner;
use crate::partners::queries::closures;
use crate::referrals::slow::{Slowness, Waiting, slowness};
use crate::values::{Day, Instant};
use rusqlite::{Connection, named_params};

/// How slow a partner is today.
pub fn slowness_of(conn: &Connection, partner: &Partner, today: Day) -> Result<Slowness> {
    let zone = zone(conn)?;
    let sql = "
        SELECT sent_at, due_on
        FROM referral
        WHERE partner_id = :partner
          AND status IN ('requested', 'received', 'accepted', 'in-progress')
          AND waiting_on = 'partner'
          AND sent_at IS NOT NULL";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":partner": partner.key }, |row| {
        Ok((row.get::<_, Instant>("sent_at")?, row.get::<_, Option<Day>>("due_on")?))
    })?;
    let waiting = rows
        .map(|row| row.map(|(sent_at, due_on)| Waiting { sent_on: zone.day(sent_at), due_on }))
        .collect::<rusqlite::Result<Vec<_>>>()?;
    // What an advisor noted on the client's behalf is not the partner's word.
    let sql = "
        SELECT max(referral_event.at) AS at
        FROM referral
        JOIN referral_event ON referral_event.referral_id = referral.id
        WHERE referral.partner_id = :partner
          AND referral_event.party IN ('partner', 'on_behalf')
          AND referral_event.event NOT IN ('withdraw', 'confirm')";
    let last: Option<Instant> = conn.prepare_cached(sql)?.query_row(named_params! { ":partner": partner.key }, |row| row.get("at"))?;
    Ok(slowness(&waiting, last.map(|at| zone.day(at)), &closures(conn, partner.key)?, today))
}
