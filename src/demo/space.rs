//! Made-up units of the city's landlords, and clients who look for one: two of them for the same unit.

use super::city::{KITCHENS_MANAGER, MAKERS, MANAGER};
use super::dice::Dice;
use super::places;
use super::plan::{NOW_MINUTE, Plan, When};
use super::play::{Stage, instant, missing};
use crate::error::Result;
use crate::people;
use crate::sites::NewSite;
use crate::sites::attribute::{Facts, Value, find};
use crate::sites::queries::{self as sites, NewRule, Words};
use crate::store::{Object, Tx};
use crate::values::{AllocationRule, ConsentMethod, Line, Note, Zone};

/// Northgate Makers Trust, Harborside Industrial Space, Cannery Lane Shared Kitchen: their places among the city's partners.
const LANDLORDS: [usize; 3] = [0, 1, 10];

type Typed = &'static [(&'static str, &'static str)];

/// The unit that two wait for, and one of which little is known.
const CHOSEN: &[(&str, usize, Typed)] = &[
    (
        "Foundry Building, unit 4",
        0,
        &[
            ("area_sq_ft", "5200"),
            ("production_sq_ft", "4400"),
            ("office_sq_ft", "800"),
            ("rent_cents", "16.50"),
            ("rent_unit", "sq_ft_year"),
            ("rent_basis", "gross"),
            ("neighborhood", "Northgate"),
            ("address", "40 Foundry Lane"),
            ("is_mission_driven", "yes"),
            ("zoning", "M1-2"),
            ("floor_number", "1"),
            ("clear_height", "16"),
            ("floor_load_psf", "350"),
            ("power_phase", "three"),
            ("power_amps", "400"),
            ("power_volts", "277/480"),
            ("drive_in_count", "1"),
            ("dock_count", "0"),
            ("air_permit_possible", "yes"),
            ("has_floor_drain", "yes"),
            ("near_transit", "yes"),
            ("term_years", "10"),
            ("deposit_months", "2"),
            ("needs_guarantee", "no"),
        ],
    ),
    (
        "Dock Street Works, bay B",
        1,
        &[("area_sq_ft", "4400"), ("rent_cents", "6900"), ("rent_unit", "month"), ("neighborhood", "Canal Yards")],
    ),
];

const BUILDINGS: [&str; 8] =
    ["Foundry Building", "Dock Street Works", "Yard 9", "Ropewalk", "Millrace Hall", "Old Creamery", "Signal House", "Kiln Row"];
const PLACES: [&str; 4] = ["Northgate", "Mill Basin", "Canal Yards", "Harborside"];

/// Units drawn from the seed, besides the two above.
const DRAWN: usize = 20;
/// Units of the kitchen, in the small program.
const KITCHENS: usize = 3;

/// What some clients need. The first two wait for the same unit.
const NEEDS: &[(i64, Option<ConsentMethod>, Typed)] = &[
    (
        40,
        Some(ConsentMethod::Spoken),
        &[
            ("reason", "displaced"),
            ("min_sq_ft", "4000"),
            ("max_sq_ft", "6000"),
            ("pay_cents", "7500"),
            ("pay_unit", "month"),
            ("power_phase", "three"),
            ("power_amps", "400"),
            ("drive_in_count", "1"),
            ("clear_height", "14"),
            ("areas_wanted", "Northgate, Canal Yards"),
            ("air_permit_possible", "yes"),
        ],
    ),
    (
        150,
        Some(ConsentMethod::Paper),
        &[
            ("reason", "expand"),
            ("min_sq_ft", "4500"),
            ("max_sq_ft", "7000"),
            ("pay_cents", "18"),
            ("pay_unit", "sq_ft_year"),
            ("power_phase", "three"),
            ("term_years", "5"),
        ],
    ),
    (
        90,
        None,
        &[
            ("reason", "new"),
            ("min_sq_ft", "800"),
            ("max_sq_ft", "1500"),
            ("pay_cents", "1900"),
            ("pay_unit", "month"),
            ("gives_guarantee", "no"),
        ],
    ),
    (
        20,
        Some(ConsentMethod::Spoken),
        &[
            ("reason", "lease_ending"),
            ("min_sq_ft", "2000"),
            ("pay_cents", "2500"),
            ("pay_unit", "month"),
            ("dock_count", "1"),
            ("crane_tons", "2"),
        ],
    ),
    (
        210,
        None,
        &[
            ("reason", "expand"),
            ("min_sq_ft", "2500"),
            ("max_sq_ft", "5000"),
            ("pay_cents", "1.40"),
            ("pay_unit", "sq_ft_month"),
            ("allows_noise", "yes"),
            ("floor_wanted", "ground"),
        ],
    ),
];

fn facts(typed: &[(&str, String)]) -> Result<Facts> {
    let mut facts = Facts::default();
    for (name, typed) in typed {
        let attribute = find(name).ok_or_else(|| missing(name))?;
        if let Some(value) = attribute.parse(typed)? {
            facts.set(attribute, value);
        }
    }
    Ok(facts)
}

fn owned(typed: Typed) -> Vec<(&'static str, String)> {
    typed.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

/// A unit as chance has it: most things known, some not.
fn drawn(dice: &mut Dice) -> Vec<(&'static str, String)> {
    let area = dice.between(7, 90) * 100;
    let mut all = vec![("area_sq_ft", area.to_string()), ("neighborhood", dice.word(&PLACES).to_owned())];
    let mut maybe = |name: &'static str, percent: usize, value: &dyn Fn(&mut Dice) -> String| {
        let is_known = dice.chance(percent);
        let value = value(dice);
        if is_known {
            all.push((name, value));
        }
    };
    let yes = |percent: usize| move |dice: &mut Dice| if dice.chance(percent) { "yes" } else { "no" }.to_owned();
    maybe("rent_cents", 100, &|dice| format!("{}.{}0", dice.between(10, 22), dice.between(0, 9)));
    maybe("rent_unit", 100, &|_| "sq_ft_year".to_owned());
    maybe("rent_basis", 85, &|dice| dice.word(&["gross", "modified_gross", "nnn", "industrial_gross"]).to_owned());
    maybe("nnn_cents", 60, &|dice| format!("{}.25", dice.between(2, 6)));
    maybe("clear_height", 90, &|dice| dice.between(9, 24).to_string());
    maybe("power_phase", 85, &|dice| dice.word(&["three", "three", "single"]).to_owned());
    maybe("power_amps", 80, &|dice| (dice.between(1, 8) * 100).to_string());
    maybe("floor_number", 90, &|dice| dice.word(&["1", "1", "1", "2", "3"]).to_owned());
    maybe("freight_elevator_lb", 40, &|dice| (dice.between(0, 8) * 1000).to_string());
    maybe("dock_count", 75, &|dice| dice.between(0, 3).to_string());
    maybe("drive_in_count", 75, &|dice| dice.between(0, 2).to_string());
    maybe("floor_load_psf", 60, &|dice| (dice.between(2, 8) * 50).to_string());
    maybe("has_floor_drain", 60, &yes(50));
    maybe("air_permit_possible", 50, &yes(60));
    maybe("allows_noise", 60, &yes(70));
    maybe("allows_all_hours", 60, &yes(60));
    maybe("near_transit", 70, &yes(50));
    maybe("needs_guarantee", 50, &yes(50));
    maybe("crane_tons", 30, &|dice| dice.between(0, 5).to_string());
    maybe("term_years", 70, &|dice| dice.between(1, 10).to_string());
    maybe("deposit_months", 60, &|dice| dice.between(1, 4).to_string());
    all
}

impl Stage {
    /// The last afternoon: what landlords offer, who looks for it, and by which rule it is given.
    pub(super) fn offer_space(&self, tx: &Tx<'_>, plan: &Plan, zone: &Zone) -> Result<()> {
        let at = instant(zone, When { day: plan.arguments.until, minute: NOW_MINUTE - 5 });
        let manager = self.viewer(MANAGER)?;
        // Where units are is drawn apart, so that the map moves nothing else.
        let (mut dice, mut map) = (Dice::new(plan.arguments.seed, "space"), Dice::new(plan.arguments.seed, "places of units"));
        tx.acting_as(manager.actor(), at, |tx| {
            for (name, landlord, typed) in CHOSEN {
                self.list_unit(tx, (&mut dice, &mut map), *landlord, (*name).to_owned(), &owned(typed))?;
            }
            for number in 0..DRAWN {
                let building = BUILDINGS.get(number % BUILDINGS.len()).copied().unwrap_or_default();
                let name = format!("{building}, unit {}", 11 + number);
                let typed = drawn(&mut dice);
                self.list_unit(tx, (&mut dice, &mut map), number % 2, name, &typed)?;
            }
            let rule = NewRule {
                rule: AllocationRule::Displacement,
                reason: Note::maybe("Who loses a shop cannot wait; among the others the longest wait is the fairest.", "the reason")?
                    .ok_or_else(|| missing("a reason"))?,
                evidence: Note::maybe("Of 14 clients who lost their space in the last three years, 9 closed.", "the evidence")?
                    .ok_or_else(|| missing("an evidence"))?,
                decided_by: Line::parse("Economic development board", "who decided")?,
                decided_on: plan.arguments.until.plus_days(-200),
            };
            sites::write_rule(tx, manager, self.program(MAKERS)?.key, &rule)
        })?;
        let kitchens = self.viewer(KITCHENS_MANAGER)?;
        tx.acting_as(kitchens.actor(), at, |tx| {
            for number in 0..KITCHENS {
                let mut typed = drawn(&mut dice);
                typed.push(("certifications", "food grade, commissary".to_owned()));
                self.list_unit(tx, (&mut dice, &mut map), 2, format!("Cannery Lane, kitchen {}", number + 1), &typed)?;
            }
            Ok(())
        })?;
        self.write_needs(tx, plan, at)?;
        super::team::work(tx, self, at)
    }

    fn list_unit(
        &self,
        tx: &Tx<'_>,
        (dice, map): (&mut Dice, &mut Dice),
        landlord: usize,
        name: String,
        typed: &[(&str, String)],
    ) -> Result<()> {
        let place = LANDLORDS.get(landlord).copied().unwrap_or_default();
        let (partner, ..) = self.partners.get(place).ok_or_else(|| missing("a landlord"))?;
        // Most were confirmed lately; some not for a month, a few not for a season.
        let days = [3, 9, 14, 21, 26, 45, 120];
        let ago = days.get(dice.below(days.len())).copied().unwrap_or(3);
        let mut facts = facts(typed)?;
        let neighborhood = typed.iter().find(|(what, _)| *what == "neighborhood").map_or("", |(_, name)| name.as_str());
        if let Some(point) = places::somewhere_in(map, neighborhood) {
            for (what, degrees) in [("latitude", point.latitude_e6()), ("longitude", point.longitude_e6())] {
                if let Some(attribute) = find(what) {
                    facts.set(attribute, Value::Number(i64::from(degrees)));
                }
            }
        }
        // When it is free is known of most. The unit that two wait for is free today.
        let free = tx.today().plus_days(if name == "Foundry Building, unit 4" { 0 } else { dice.between(-30, 150) });
        if let Some(available) = find("available_on").filter(|_| free <= tx.today() || dice.chance(70)) {
            facts.set(available, Value::Day(free));
        }
        let (_, id) = sites::insert(tx, *partner, &NewSite { name, facts }, tx.today().plus_days(-ago), None)?;
        tx.audit("site.listed", Object::new("site", &id))
    }

    /// The first clients of the large program who are still there look for space.
    fn write_needs(&self, tx: &Tx<'_>, plan: &Plan, at: crate::values::Instant) -> Result<()> {
        let program = self.program(MAKERS)?.key;
        let there = plan.clients.iter().enumerate().filter(|(place, client)| client.program == MAKERS && self.placed(*place).is_ok());
        for ((place, client), (days, told, typed)) in there.skip(1).step_by(2).zip(NEEDS) {
            let advisor = self.viewer(client.advisor)?;
            tx.acting_as(advisor.actor(), at, |tx| {
                let found = people::queries::find_in(tx, self.placed(place)?.key, program)?;
                let mut typed = owned(typed);
                typed.push(("use_words", client.product.to_owned()));
                typed.push(("move_by", tx.today().plus_days(120).to_string()));
                let words = Words { note: None, told: *told };
                sites::start_need(tx, &found, &facts(&typed)?, &words, Some(tx.today().plus_days(-*days))).map(drop)
            })?;
        }
        Ok(())
    }
}
