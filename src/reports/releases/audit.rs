//! The ledger checked from outside: is what was told what was kept, is none of it small, and does nothing that was left out follow?

mod queries;

use super::{counts, publication, queries as ledger};
use crate::equity::catalogue::{Class, Count, Told as Line, Who};
use crate::equity::ledger::attack::{Findings, attack};
use crate::equity::ledger::bits::Bits;
use crate::error::Result;
use crate::reports::told::Told;
use crate::store::digest;
use crate::values::{ReleaseAudience, Vocabulary};
use queries::{Kept, kept};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};

/// A publication with more columns than this is not attacked here: it would take hours. Written to a file, it can be, anywhere.
const MOST_COLUMNS: usize = 20_000;

/// What was found.
#[derive(Debug, Default)]
pub struct Audited {
    /// How often readers were told something.
    pub editions: usize,
    /// Kinds of readers whose publication was attacked, and those for whom that would take too long.
    pub attacked: Vec<ReleaseAudience>,
    pub too_large: Vec<ReleaseAudience>,
    /// In words; empty where all is well.
    pub faults: Vec<String>,
}

/// One line that was told: what it counts, which businesses came there, and how many it says.
struct Said {
    name: String,
    count: Count,
    businesses: Bits,
    number: i64,
}

impl Said {
    /// Whether it is a reply that all gave who came there.
    fn is_everybody(&self) -> bool {
        self.count.class.strand().is_some() && i64::try_from(self.businesses.iter().count()) == Ok(self.number)
    }
}

/// Checks everything ever released.
pub fn audit(conn: &Connection) -> Result<Audited> {
    let kept = kept(conn)?;
    let mut found = Audited { editions: kept.len(), ..Audited::default() };
    for one in &kept {
        found.faults.extend(whole(one));
    }
    found.faults.extend(stricter(&kept));
    for readers in ReleaseAudience::ALL.iter().copied() {
        let of: Vec<&Kept> = kept.iter().filter(|one| one.readers == readers).collect();
        if of.is_empty() {
            continue;
        }
        found.faults.extend(small(conn, &of)?);
        // Where something is altered its publication cannot be written: that is said above.
        let Ok(published) = publication::publication(conn, readers) else { continue };
        if publication::columns(&published) > MOST_COLUMNS {
            found.too_large.push(readers);
            continue;
        }
        found.attacked.push(readers);
        if let Ok(findings) = attack(&published) {
            found.faults.extend(attacked(readers, &findings));
        }
    }
    Ok(found)
}

fn named(kept: &Kept) -> String {
    format!("Release {} for {}", kept.code, kept.readers.label())
}

/// That what is kept fits together.
fn whole(kept: &Kept) -> Vec<String> {
    let mut faults: Vec<String> =
        kept.altered.iter().map(|form| format!("{}: the {form} is not what was handed out.", named(kept))).collect();
    if digest(kept.told.as_bytes()) != kept.told_hash {
        faults.push(format!("{}: what it told was altered.", named(kept)));
    }
    let Ok(told) = serde_json::from_str::<Told>(&kept.told) else {
        faults.push(format!("{}: what it told cannot be read.", named(kept)));
        return faults;
    };
    for (id, number) in &kept.counts {
        let line = match told.account.counts.get(id) {
            Some(Line::Shown(number)) => Some(i64::from(*number)),
            _ => None,
        };
        if line != *number {
            faults.push(format!("{}: {id} is not the same in the ledger and in the report.", named(kept)));
        }
    }
    faults
}

/// That stricter readers are told nothing that looser ones are not.
fn stricter(kept: &[Kept]) -> Vec<String> {
    let mut faults = Vec::new();
    for strict in kept {
        let looser = kept.iter().filter(|one| one.release == strict.release && one.readers < strict.readers);
        for loose in looser {
            let known: HashMap<&String, Option<i64>> = loose.counts.iter().map(|(id, number)| (id, *number)).collect();
            let more = strict.counts.iter().filter(|(id, number)| number.is_some() && known.get(id).copied().flatten() != *number);
            faults.extend(more.map(|(id, _)| format!("{}: {id} is told, and not to {}.", named(strict), loose.readers.label())));
        }
    }
    faults
}

/// That no small number is told, and no two of which one lies within the other and that differ by few.
fn small(conn: &Connection, editions: &[&Kept]) -> Result<Vec<String>> {
    let mut lists: HashMap<i64, Vec<Count>> = HashMap::new();
    for past in ledger::past(conn)? {
        let kept = editions.iter().find(|one| one.release == past.key);
        let ids = kept.iter().flat_map(|one| &one.counts).map(|(id, _)| id.as_str()).collect();
        lists.insert(past.key, counts::list_of(past.plan, past.areas.len(), past.programs.len(), &ids));
    }
    let mut ways = BTreeMap::new();
    for one in editions {
        ways.insert(one.release, ledger::ways(conn, one.release)?);
    }
    let mut places: HashMap<i64, usize> = HashMap::new();
    for business in ways.values().flat_map(HashMap::keys) {
        let next = places.len();
        places.entry(*business).or_insert(next);
    }
    let mut faults = Vec::new();
    let mut said: Vec<(usize, Said)> = Vec::new();
    for (at, one) in editions.iter().enumerate() {
        for (count, (id, number)) in lists.get(&one.release).into_iter().flatten().zip(&one.counts) {
            let Some(number) = *number else { continue };
            if !count.is_open() && (1..one.threshold).contains(&number) {
                faults.push(format!("{}: {id} is {number}, and less than {} are told.", named(one), one.threshold));
            }
            let mut businesses = Bits::new(places.len());
            let everyone = Count { class: Class::Everyone, ..*count };
            let came = ways.get(&one.release).into_iter().flatten().filter(|(_, way)| everyone.holds(way, &Who::default()));
            came.filter_map(|(business, _)| places.get(business)).for_each(|place| businesses.insert(*place));
            said.push((at, Said { name: format!("{} in {}", id, one.code), count: *count, businesses, number }));
        }
    }
    let classes = Nested::new();
    let threshold = editions.iter().map(|one| one.threshold).min().unwrap_or(0);
    for (at, outer) in &said {
        for (other, inner) in &said {
            let is_few = (1..threshold).contains(&(outer.number - inner.number).abs());
            // Where all replied in one way they are everybody of that place, and how many more came elsewhere is known.
            let is_all = at != other && outer.count.is_open() && inner.is_everybody();
            let is_known = is_all || outer.count.is_open() && inner.count.is_open() || inner.businesses.is_empty();
            let is_within = || inner.businesses.is_within(&outer.businesses) && classes.is_within(inner.count.class, outer.count.class);
            // Of one release, two that hold the same are the same.
            let is_mirrored = || outer.businesses.is_within(&inner.businesses) && classes.is_within(outer.count.class, inner.count.class);
            if is_few && !is_known && is_within() && !(at == other && is_mirrored()) {
                faults.push(format!("{} and {} differ by few, and one lies within the other.", outer.name, inner.name));
            }
        }
    }
    Ok(faults)
}

/// Which classes lie within which, whatever people answer.
struct Nested(Vec<Who>);

impl Nested {
    fn new() -> Self {
        Self(publication::every_answer())
    }

    fn is_within(&self, inner: Class, outer: Class) -> bool {
        if let Some(is_part) = inner.is_part_of(outer) {
            return is_part;
        }
        inner == outer || outer == Class::Everyone || self.0.iter().all(|who| !inner.covers(who) || outer.covers(who))
    }
}

fn attacked(readers: ReleaseAudience, found: &Findings) -> Vec<String> {
    let kinds = [
        ("can be worked out", &found.recovered),
        ("is a difference of few clients", &found.small_differences),
        ("lies within half the smallest count", &found.narrow),
        ("is of too few clients", &found.thin),
        ("contradicts the rest", &found.contradictions),
    ];
    let told = |(what, names): (&str, &Vec<String>)| -> Vec<String> {
        names.iter().map(|name| format!("From everything told to {}, {name} {what}.", readers.label())).collect()
    };
    kinds.into_iter().flat_map(told).collect()
}
