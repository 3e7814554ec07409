//! What an entrepreneur finds of their own referrals.

use super::{REFERRAL, read, spoken_to};
use crate::error::{Error, Result};
use crate::referrals::Referral;
use crate::values::{Day, ReferralId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// A referral of somebody's own, by its address: one they are spoken to about. Anybody else's looks like none.
pub fn find_own(conn: &Connection, person: i64, id: &ReferralId, today: Day) -> Result<Referral> {
    let sql = format!("{REFERRAL} WHERE referral.public_id = :id");
    let found = conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id }, read).optional()?;
    let referral = found.ok_or(Error::NotFound)?;
    let is_theirs = spoken_to(conn, &referral, today)?.is_some_and(|owner| owner.person == person);
    if is_theirs { Ok(referral) } else { Err(Error::NotFound) }
}
