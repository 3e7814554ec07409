//! Leases: units and needs follow what the records of referrals say.

use crate::error::Result;
use crate::referrals::queries as referrals;
use crate::referrals::results::space::{Lease, SIGNED};
use crate::sites::queries::{self as sites, Came};
use crate::store::Tx;
use rusqlite::{Connection, named_params};

fn came(conn: &Connection, referral: i64) -> Result<Came> {
    Ok(match referrals::lease(conn, referral)? {
        Some(Lease::OfUnit) => Came::ToUnit,
        Some(Lease::InPlace) => Came::ToStay,
        None => Came::ToNothing,
    })
}

/// Row keys of referrals whose units or need do not stand as their record says.
pub fn unsettled(conn: &Connection) -> Result<Vec<i64>> {
    let sql = "
        SELECT referral.id
        FROM space_need
        JOIN site_referral ON site_referral.need_id = space_need.id
        JOIN referral ON referral.id = site_referral.referral_id
        WHERE space_need.closed_on IS NULL
          AND (referral.status = 'completed' OR (referral.status IN ('in-progress', 'on-hold') AND referral.stage IN (:signed, :moved)))
        UNION
        SELECT let_by_referral_id FROM site WHERE let_by_referral_id IS NOT NULL
        UNION
        SELECT closed_by_referral_id FROM space_need WHERE closed_by_referral_id IS NOT NULL";
    let mut statement = conn.prepare_cached(sql)?;
    let [signed, moved] = SIGNED;
    let keys = statement.query_map(named_params! { ":signed": signed, ":moved": moved }, |row| row.get(0))?;
    let keys = keys.collect::<rusqlite::Result<Vec<i64>>>()?;
    let mut unsettled = Vec::new();
    for key in keys {
        if !sites::is_settled(conn, key, came(conn, key)?)? {
            unsettled.push(key);
        }
    }
    Ok(unsettled)
}

/// Settles one, as its record stands now.
pub fn settle(tx: &Tx<'_>, referral: i64) -> Result<()> {
    let came = came(tx, referral)?;
    if sites::is_settled(tx, referral, came)? { Ok(()) } else { sites::settle(tx, referral, came) }
}
