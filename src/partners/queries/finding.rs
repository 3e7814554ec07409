//! The directory, searched: partners of the viewer's programs with what they offer.

use super::{MINE, PARTNER, read, services};
use crate::auth::Viewer;
use crate::error::Result;
use crate::partners::capacity::meets;
use crate::partners::{Partner, Service, capacity::Meets};
use crate::values::{Day, Kind, PartnerType, ServiceStatus, Vocabulary, fold};
use rusqlite::{Connection, named_params};

/// What somebody looks for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Words that must all occur.
    pub words: String,
    /// A kind of referral it takes.
    pub kind: Option<Kind>,
    /// What sort of organization.
    pub sort: Option<PartnerType>,
    /// Code of a language in which something is offered.
    pub language: Option<String>,
    /// Only those that take somebody now.
    pub is_open: bool,
}

/// A partner with what it offers.
#[derive(Debug, Clone)]
pub struct Listing {
    /// Who.
    pub partner: Partner,
    /// What.
    pub services: Vec<Service>,
}

/// What the tables can say of a partner without reading what it offers.
const OF_LISTS: &str = "
    (:kind IS NULL OR EXISTS (SELECT 1 FROM partner_kind WHERE partner_kind.partner_id = partner.id AND partner_kind.kind = :kind))
    AND (:sort IS NULL OR EXISTS (SELECT 1 FROM partner_type WHERE partner_type.partner_id = partner.id AND partner_type.type = :sort))";

/// The partners of the viewer's programs that fit, by name, closed ones last: those of a window (rows to skip, rows to read), and how
/// many there are in all. What they offer is read of those in the window alone, unless it is what is asked for.
pub fn directory(
    conn: &Connection,
    viewer: &Viewer,
    wanted: &Wanted,
    (skip, limit): (i64, i64),
    today: Day,
) -> Result<(Vec<Listing>, usize)> {
    let (first, most) = if wanted.asks_what_is_offered() { (0, -1) } else { (skip, limit) };
    let sql = format!(
        "{PARTNER}
         WHERE partner.id IN (SELECT partner.id
                              FROM partner
                              WHERE {MINE} AND {OF_LISTS}
                              ORDER BY partner.closed_at IS NOT NULL, partner.name COLLATE NOCASE, partner.id
                              LIMIT :most OFFSET :first)
         ORDER BY is_closed, partner.name COLLATE NOCASE, partner.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":viewer": viewer.key, ":kind": wanted.kind, ":sort": wanted.sort, ":most": most, ":first": first };
    let partners = statement.query_map(params, read)?.collect::<rusqlite::Result<Vec<Partner>>>()?;
    let mut listings = Vec::new();
    for partner in partners {
        let listing = Listing { services: services(conn, partner.key)?, partner };
        if wanted.fits(&listing, today) {
            listings.push(listing);
        }
    }
    if wanted.asks_what_is_offered() {
        let count = listings.len();
        let [skip, limit] = [skip, limit].map(|rows| usize::try_from(rows).unwrap_or(usize::MAX));
        return Ok((listings.into_iter().skip(skip).take(limit).collect(), count));
    }
    let sql = format!("SELECT count(*) FROM partner WHERE {MINE} AND {OF_LISTS}");
    let params = named_params! { ":viewer": viewer.key, ":kind": wanted.kind, ":sort": wanted.sort };
    let count: i64 = conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?;
    Ok((listings, usize::try_from(count).unwrap_or_default()))
}

impl Wanted {
    /// True when nothing narrows the list.
    pub fn is_all(&self) -> bool {
        self.words.trim().is_empty() && self.kind.is_none() && self.sort.is_none() && self.language.is_none() && !self.is_open
    }

    /// True where the answer depends on more than the partner's own lists.
    fn asks_what_is_offered(&self) -> bool {
        !self.words.trim().is_empty() || self.language.is_some() || self.is_open
    }

    fn fits(&self, listing: &Listing, today: Day) -> bool {
        let Listing { partner, services } = listing;
        let offered = || services.iter().filter(|service| service.facts.status != ServiceStatus::Defunct);
        self.kind.is_none_or(|kind| partner.kinds.contains(&kind))
            && self.sort.is_none_or(|sort| partner.types.contains(&sort))
            && self.language.as_ref().is_none_or(|language| offered().any(|service| service.facts.languages.contains(language)))
            && (!self.is_open || listing.is_open(self.kind, today))
            && self.says_all(listing)
    }

    /// Each word stands somewhere in what the directory says, whatever its case and accents.
    fn says_all(&self, listing: &Listing) -> bool {
        let wanted: Vec<String> = self.words.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        if wanted.is_empty() {
            return true;
        }
        let text = listing.text();
        wanted.iter().all(|word| text.contains(word.as_str()))
    }
}

impl Listing {
    /// True where a referral (of a kind, or of any kind it takes) would meet somebody who takes people now.
    pub fn is_open(&self, kind: Option<Kind>, today: Day) -> bool {
        let is_open = |kind: &Kind| match meets(&self.services, *kind, today) {
            Meets::NotListed => true,
            Meets::NotOffered => false,
            Meets::Standing(standing) => standing.is_open(),
        };
        !self.partner.is_closed && self.partner.kinds.iter().filter(|own| kind.is_none_or(|kind| kind == **own)).any(is_open)
    }

    /// Everything that is searched, folded, with a gap between texts.
    fn text(&self) -> String {
        let partner = &self.partner;
        let mut texts: Vec<String> = vec![partner.name.clone(), partner.about.clone().unwrap_or_default()];
        texts.extend(partner.types.iter().map(|word| word.label().to_owned()));
        for Service { facts, .. } in self.services.iter().filter(|service| service.facts.status != ServiceStatus::Defunct) {
            texts.push(facts.name.to_string());
            let notes = [&facts.about, &facts.eligibility, &facts.fees, &facts.application_process, &facts.schedule];
            texts.extend(notes.into_iter().flatten().map(ToString::to_string));
            texts.extend(facts.location.words());
            texts.extend(facts.documents.iter().chain(&facts.areas).map(ToString::to_string));
        }
        texts.iter().map(|text| fold(text)).collect::<Vec<_>>().join("\n")
    }
}
