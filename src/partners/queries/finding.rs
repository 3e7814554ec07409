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

/// The partners of the viewer's programs that fit, by name; closed ones last.
pub fn directory(conn: &Connection, viewer: &Viewer, wanted: &Wanted, today: Day) -> Result<Vec<Listing>> {
    let sql = format!("{PARTNER} WHERE {MINE} ORDER BY is_closed, partner.name COLLATE NOCASE, partner.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key }, read)?;
    let mut listings = Vec::new();
    for partner in rows {
        let partner = partner?;
        let listing = Listing { services: services(conn, partner.key)?, partner };
        if wanted.fits(&listing, today) {
            listings.push(listing);
        }
    }
    Ok(listings)
}

impl Wanted {
    /// True when nothing narrows the list.
    pub fn is_all(&self) -> bool {
        self.words.trim().is_empty() && self.kind.is_none() && self.sort.is_none() && self.language.is_none() && !self.is_open
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
