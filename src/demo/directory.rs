//! What the made-up partners offer, and what became of it: one is full, one has a waitlist, one closes over the holidays, one was
//! not checked for long, and one was full until a day that is over.

use super::plan::When;
use super::play::{Stage, missing};
use crate::error::Result;
use crate::partners::queries::{add_service, announce_closure, check_service, find, services as services_of, set_capacity};
use crate::partners::{Location, NewClosure, ServiceFacts};
use crate::referrals::Kind;
use crate::store::Tx;
use crate::values::{Capacity, Day, Instant, Line, Note, PartnerType};

/// What sort of organization each partner is, in the order of the city's partners.
pub const TYPES: [&[PartnerType]; 12] = [
    &[PartnerType::MissionLandlord, PartnerType::CommunityGroup],
    &[PartnerType::Landlord],
    &[PartnerType::Lab, PartnerType::University],
    &[PartnerType::PublicAgency, PartnerType::BusinessServices],
    &[PartnerType::Lender],
    &[PartnerType::Advocate, PartnerType::BusinessServices],
    &[PartnerType::PublicAgency, PartnerType::Trainer],
    &[PartnerType::Trainer],
    &[PartnerType::Incubator],
    &[PartnerType::Incubator],
    &[PartnerType::Landlord],
    &[PartnerType::Trainer, PartnerType::CommunityGroup],
];

/// A service: its partner, its name, then what is known of it.
struct Offer {
    partner: usize,
    name: &'static str,
    kind: Kind,
    about: &'static str,
    eligibility: &'static str,
    fees: &'static str,
    wait: &'static str,
    when: &'static str,
    /// Parted by semicolons.
    documents: &'static str,
    languages: &'static [&'static str],
    areas: &'static str,
    street: &'static str,
}

const fn of(partner: usize, name: &'static str, kind: Kind, about: &'static str) -> Offer {
    Offer {
        partner,
        name,
        kind,
        about,
        eligibility: "",
        fees: "",
        wait: "",
        when: "Weekdays 9 to 5",
        documents: "",
        languages: &["en"],
        areas: "",
        street: "",
    }
}

#[rustfmt::skip]
const OFFERS: &[Offer] = &[
    Offer { eligibility: "Makers with up to 25 workers", fees: "$11 to $14 a square foot a year", wait: "About three weeks", documents: "Proof of insurance;Last tax return", languages: &["en", "es"], areas: "Northgate;Millrace", street: "200 Foundry Row",
        ..of(0, "Small shops", Kind::RealEstate, "Rooms of 500 to 2,500 sq ft with shared docks and freight lift.") },
    Offer { eligibility: "Makers who outgrew a small shop", fees: "$10 a square foot a year", wait: "Two to six months", documents: "Proof of insurance;Two years of accounts", areas: "Northgate", street: "214 Foundry Row",
        ..of(0, "Large shops", Kind::RealEstate, "Ground floor, 3,000 to 6,000 sq ft, three-phase power, floor drains.") },
    Offer { eligibility: "Any manufacturer", fees: "Market rent, first month free", wait: "About a month", documents: "Proof of insurance", areas: "Old Harbor", street: "Pier 6",
        ..of(1, "Harbor units", Kind::RealEstate, "Shops with docks and three-phase power at the old harbor.") },
    Offer { eligibility: "Businesses of the state", fees: "First look free, then $90 an hour", wait: "One to two weeks", documents: "A sample;Non-confidential summary", street: "8 University Way",
        ..of(2, "Materials testing", Kind::TechnologyTransfer, "Microscopes, tensile and wear tests, and somebody who explains the result.") },
    Offer { eligibility: "Manufacturers with up to 500 workers", fees: "Half of the cost is paid by the state", wait: "Two weeks", when: "They come to the shop", languages: &["en", "es", "vi"],
        ..of(3, "Engineer in the shop", Kind::TechnologyTransfer, "An engineer for up to ten days: process, quality, prototypes.") },
    Offer { eligibility: "In business for a year; no collateral needed under $25,000", fees: "6 to 9 % interest, no application fee", wait: "About six weeks", documents: "Two years of tax returns;Bank statements;Quote for the equipment", languages: &["en", "es"], street: "31 Exchange Street",
        ..of(4, "Equipment and working capital loans", Kind::BusinessDevelopment, "Loans from $5,000 to $150,000.") },
    Offer { eligibility: "Up to ten workers", fees: "Free", wait: "A week", documents: "The lease or contract", languages: &["en", "es", "cmn"], street: "5 Court Square",
        ..of(5, "Leases and contracts", Kind::BusinessDevelopment, "A lawyer reads it with you, and writes the letter if one is needed.") },
    Offer { eligibility: "Employers of the county", fees: "Free", wait: "Three weeks", documents: "Job description with the wage", languages: &["en", "es"],
        ..of(6, "Hire and train", Kind::Workforce, "Finds people, and pays half of the wage while they are trained.") },
    Offer { eligibility: "Shops that can teach", fees: "Wage of the apprentice", wait: "At the start of each term", street: "77 Union Street",
        ..of(7, "Apprentices", Kind::Workforce, "Apprentices in machining, welding and cabinet making.") },
    Offer { eligibility: "Anybody with an idea for a product", fees: "Free, with child care", wait: "Starts in January and August", when: "Tuesday and Thursday, 6 to 9 in the evening", languages: &["en", "es", "ar"],
        ..of(8, "Twelve weeks", Kind::Entrepreneurship, "Courses and a mentor, evenings.") },
    Offer { eligibility: "Food makers before their first wholesale customer", fees: "$180 a month", wait: "A place comes free every few months", documents: "Food handler card", street: "19 Market Lane",
        ..of(9, "Licensed kitchen and program", Kind::Entrepreneurship, "A place in a program for food makers, with a licensed kitchen.") },
    Offer { eligibility: "Licensed food businesses", fees: "$24 an hour, $16 at night", wait: "Two days", when: "Day and night", documents: "Food handler card;Proof of insurance", areas: "Eastside", street: "3 Cannery Lane",
        ..of(10, "Kitchen by the hour", Kind::RealEstate, "A licensed kitchen with cold storage.") },
    Offer { eligibility: "Anybody", fees: "Free", when: "Saturdays", languages: &["en", "es", "vi"], areas: "Eastside",
        ..of(11, "Food safety, labels and prices", Kind::Entrepreneurship, "Six Saturdays; a certificate at the end.") },
];

/// What staff did about the directory: days before the last day of the history, place among [`OFFERS`], what.
const TENDED: &[(i64, usize, Tending)] = &[
    (75, 4, Tending::Full(65)),
    (41, 0, Tending::Checked),
    (41, 1, Tending::Checked),
    (40, 3, Tending::Checked),
    (33, 5, Tending::Checked),
    (33, 6, Tending::Checked),
    (27, 7, Tending::Checked),
    (20, 9, Tending::Checked),
    (12, 2, Tending::Checked),
    (12, 2, Tending::Full(-40)),
    (9, 10, Tending::Checked),
    (9, 10, Tending::Waitlist),
    (6, 11, Tending::Checked),
    (5, 12, Tending::Checked),
    (4, 3, Tending::Closes(29, 42)),
];

/// One thing that staff did.
#[derive(Debug, Clone, Copy)]
enum Tending {
    Checked,
    Waitlist,
    /// Until so many days before the last day of the history.
    Full(i64),
    /// From and to, in days after the last day of the history.
    Closes(i64, i64),
}

/// When each of these things happens, by its number.
pub fn moments(until: Day) -> impl Iterator<Item = (When, usize)> {
    TENDED.iter().enumerate().map(move |(place, (days, ..))| {
        let minute = 9 * 60 + u16::try_from(place).unwrap_or(0);
        (When { day: until.plus_days(-days), minute }, place)
    })
}

/// Lists what the partners offer, on the first morning.
pub fn raise(tx: &Tx<'_>, partners: &[(i64, i64, String)]) -> Result<()> {
    for offer in OFFERS {
        let (key, ..) = partners.get(offer.partner).ok_or_else(|| missing("a partner"))?;
        let partner = find(tx, *key)?;
        add_service(tx, &partner, &offer.facts()?)?;
        for service in services_of(tx, *key)? {
            if service.checked_on.is_none() {
                check_service(tx, &service, service.version)?;
            }
        }
    }
    Ok(())
}

impl Offer {
    fn facts(&self) -> Result<ServiceFacts> {
        let note = |text| Note::maybe(text, "a text");
        let lines = |text| crate::partners::service::lines(text, "a list");
        let place = Location {
            street: Line::maybe(self.street, "the street")?,
            city: Line::maybe(super::plan::CITY, "the city")?,
            ..Location::default()
        };
        Ok(ServiceFacts {
            about: note(self.about)?,
            application_process: note("Through your advisor, who sends what is needed.")?,
            eligibility: note(self.eligibility)?,
            fees: note(self.fees)?,
            is_free: Some(self.fees.starts_with("Free")),
            wait_time: Line::maybe(self.wait, "the wait")?,
            schedule: note(self.when)?,
            location: if self.street.is_empty() { Location::default() } else { place },
            languages: crate::partners::service::languages(self.languages.iter().copied())?,
            documents: lines(self.documents)?,
            areas: lines(self.areas)?,
            ..ServiceFacts::named(Line::parse(self.name, "the name")?, self.kind)
        })
    }
}

impl Stage {
    /// One thing that the advisors did about the directory.
    pub(super) fn tend(&mut self, tx: &Tx<'_>, until: Day, place: usize, at: Instant) -> Result<()> {
        let (_, offer, what) = TENDED.get(place).ok_or_else(|| missing("a deed"))?;
        let offer = OFFERS.get(*offer).ok_or_else(|| missing("a service"))?;
        let (key, ..) = self.partners.get(offer.partner).ok_or_else(|| missing("a partner"))?;
        let staff = self.viewer(if offer.partner < 10 { super::city::ADVISORS[place % 3] } else { super::city::KITCHENS_ADVISOR })?.clone();
        tx.acting_as(staff.actor(), at, |tx| {
            let found = services_of(tx, *key)?.into_iter().find(|service| service.facts.name.as_str() == offer.name);
            let service = found.ok_or_else(|| missing("a service"))?;
            match what {
                Tending::Checked => check_service(tx, &service, service.version),
                Tending::Waitlist => set_capacity(tx, &service, service.version, Capacity::Waitlist, None),
                Tending::Full(before) => set_capacity(tx, &service, service.version, Capacity::Full, Some(until.plus_days(-before))),
                Tending::Closes(from, to) => {
                    let reason = Line::parse("The university closes between the terms", "why")?;
                    let new = NewClosure { from: until.plus_days(*from), to: until.plus_days(*to), reason };
                    announce_closure(tx, &find(tx, *key)?, &new).map(drop)
                }
            }
        })
    }
}
