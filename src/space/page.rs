//! What the page of a client's space shows: the need as it is filled in, and the units in their open order.

use super::queries::{self as own, Before, Linked};
use crate::auth::Viewer;
use crate::error::Result;
use crate::partners::{capacity, closure, queries as partners};
use crate::people::{Client, queries as people};
use crate::referrals::queries::usual_days;
use crate::sites::attribute::of_needs;
use crate::sites::matching::{Verdict, Want, looks_at, rank, wants};
use crate::sites::relaxing::{ENOUGH, Relaxed, relax};
use crate::sites::typed::Typed;
use crate::sites::{Looking, Site, queries as sites};
use crate::values::{ClientId, Day, Kind};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Units on the page at first, and with each "Show 20 more".
pub const STEP: usize = 20;
/// Units on the page at most: who has more to choose from says more of what they need.
pub const MOST: usize = 200;

/// A unit in its place.
pub struct Row {
    /// The unit.
    pub site: Site,
    /// One verdict for each want.
    pub verdicts: Vec<Verdict>,
    /// The last referral of this client to it.
    pub before: Option<Before>,
    /// Why its landlord takes nobody now.
    pub paused: Option<String>,
    /// Business days in which its landlord usually answers.
    pub usual_days: Option<u32>,
}

/// Everything the page needs.
pub struct Found {
    /// The client.
    pub client: Client,
    /// What they look for, if it was written down.
    pub looking: Option<Looking>,
    /// What the form holds where nothing was typed.
    pub typed: Typed,
    /// Where that comes from, in words.
    pub filled_from: Option<String>,
    /// Where units are.
    pub areas: Vec<String>,
    /// What is needed.
    pub wants: Vec<Want>,
    /// The units of the page.
    pub rows: Vec<Row>,
    /// Units that could work.
    pub could_work: usize,
    /// Units in all.
    pub count: usize,
    /// One need relaxed.
    pub relaxed: Vec<Relaxed>,
    /// Drafts that wait to be sent.
    pub drafts: Vec<Linked>,
    /// Referrals that came to a lease, with the units of which one was let.
    pub leased: Vec<Linked>,
}

/// Reads it all. `shown` units at most; the whole order is worked out from few facts, the words only for what is shown.
pub fn find(conn: &Connection, viewer: &Viewer, id: &ClientId, shown: usize, today: Day) -> Result<Found> {
    let client = people::find_for(conn, viewer, id)?;
    let looking = sites::need_of_client(conn, &client)?;
    let (typed, filled_from) = fill_in(conn, &client, looking.as_ref(), today)?;
    let mut found = Found {
        areas: sites::neighborhoods(conn, client.program)?,
        drafts: own::drafts(conn, viewer, &client)?,
        leased: own::leased(conn, viewer, &client)?,
        client,
        looking,
        typed,
        filled_from,
        wants: Vec::new(),
        rows: Vec::new(),
        could_work: 0,
        count: 0,
        relaxed: Vec::new(),
    };
    if found.looking.is_some() {
        match_units(conn, &mut found, shown, today)?;
    }
    Ok(found)
}

fn match_units(conn: &Connection, found: &mut Found, shown: usize, today: Day) -> Result<()> {
    let Some(looking) = &found.looking else { return Ok(()) };
    let all = sites::list_available(conn, found.client.program, &looks_at(&wants(&looking.need.facts)))?;
    let matching = rank(&looking.need, &all);
    found.could_work = matching.could_work();
    found.count = all.len();
    if found.could_work < ENOUGH {
        found.relaxed = relax(&looking.need, &all, &matching);
    }
    let before = own::before(conn, &found.client)?;
    let mut landlords: BTreeMap<i64, (Option<String>, Option<u32>)> = BTreeMap::new();
    for ranked in matching.ranked.iter().take(shown) {
        let Some(site) = all.get(ranked.site) else { continue };
        let key = site.partner.0;
        let (paused, usual_days) = match landlords.get(&key) {
            Some(known) => known.clone(),
            None => {
                let fresh = (paused(conn, key, today)?, usual_days(conn, key, today)?);
                landlords.insert(key, fresh.clone());
                fresh
            }
        };
        found.rows.push(Row {
            // What is shown is read with all that is known of it.
            site: sites::find(conn, site.key)?,
            verdicts: ranked.verdicts.clone(),
            before: before.get(&site.key).cloned(),
            paused,
            usual_days,
        });
    }
    found.wants = matching.wants;
    Ok(())
}

/// Why a landlord takes nobody now: closed for some days, or full.
fn paused(conn: &Connection, partner: i64, today: Day) -> Result<Option<String>> {
    let closures = partners::closures(conn, partner)?;
    if let Some(closed) = closure::closed_on(&closures, today) {
        return Ok(Some(format!("Closed until {}", closed.to.short(today))));
    }
    let services = partners::services(conn, partner)?;
    Ok(match capacity::meets(&services, Kind::RealEstate, today) {
        capacity::Meets::NotOffered => Some("Takes nobody now".to_owned()),
        capacity::Meets::Standing(standing) if !standing.is_open() => Some(standing.words(today)),
        capacity::Meets::NotListed | capacity::Meets::Standing(_) => None,
    })
}

/// The need as it stands; or an earlier one; or what is known of the client.
fn fill_in(conn: &Connection, client: &Client, looking: Option<&Looking>, today: Day) -> Result<(Typed, Option<String>)> {
    if let Some(looking) = looking {
        return Ok((typed_of(looking), Some(format!("Looking since {}", looking.need.waiting_since.short(today)))));
    }
    if let Some(last) = sites::last_need(conn, client)? {
        let on = last.closed.map_or(last.need.waiting_since, |(on, _)| on);
        // What they wanted in time and why is over; what they need of a place is not.
        let typed = typed_of(&last).with("move_by", "").with("reason", "").with("tell", "").with("is_date_hard", "");
        return Ok((typed, Some(format!("Filled in from what they looked for until {}", on.short(today)))));
    }
    let mut typed = Typed::default().with("pay_unit", "month");
    if let Some(product) = &client.product {
        typed = typed.with("use_words", product.clone());
    }
    if let Some((naics, _)) = &client.naics {
        typed = typed.with("use_naics", naics.clone());
    }
    if let Some(workers) = people::workers(conn, client.key)? {
        typed = typed.with("jobs_now", workers.workers.to_string());
    }
    let is_filled = client.product.is_some() || client.naics.is_some();
    Ok((typed, is_filled.then(|| "Filled in from the facts of the client".to_owned())))
}

fn typed_of(looking: &Looking) -> Typed {
    let told = looking.told_of_vacancies.map_or("", |(_, method)| crate::values::Vocabulary::code(method));
    Typed::of(&looking.need.facts, of_needs()).with("note", looking.note.clone().unwrap_or_default()).with("tell", told)
}
