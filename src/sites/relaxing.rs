//! Where nothing fits: which one need, relaxed to what, brings how many units. Pure.

use super::matching::{Matching, Verdict, Want};
use super::rent::Rent;
use super::{Need, Site};
use crate::values::{Cents, Day, Vocabulary, grouped};

/// Units that a suggestion reaches for: the nearest few, not the farthest.
const REACH: usize = 3;
/// With this many units that could work, nobody is told to want less.
pub const ENOUGH: usize = 3;

/// One need relaxed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxed {
    /// Which.
    pub want: &'static str,
    /// To what: "at $8,200 a month".
    pub to: String,
    /// Units that then could work.
    pub sites: usize,
    /// Of these, those of which everything needed is known.
    pub sure: usize,
}

impl Relaxed {
    /// "At $8,200 a month, 3 sites fit."
    pub fn words(&self) -> String {
        let mut to = self.to.chars();
        let to: String = to.next().into_iter().flat_map(char::to_uppercase).chain(to).collect();
        match (self.sites, self.sites - self.sure) {
            (1, 0) => format!("{to}, 1 site fits."),
            (sites, 0) => format!("{to}, {sites} sites fit."),
            (1, _) => format!("{to}, 1 site could fit: something has to be asked."),
            (sites, open) if open == sites => format!("{to}, {sites} sites could fit: something has to be asked of each."),
            (sites, open) => format!("{to}, {sites} sites could fit: something has to be asked of {open}."),
        }
    }
}

/// For each need that alone keeps units away: how far it would have to go for the nearest of them. The most units first.
pub fn relax(need: &Need, sites: &[Site], matching: &Matching) -> Vec<Relaxed> {
    let mut all: Vec<Relaxed> =
        matching.wants.iter().enumerate().filter_map(|(place, want)| relax_one(want, place, need, sites, matching)).collect();
    all.sort_by_key(|relaxed| std::cmp::Reverse((relaxed.sites, relaxed.sure)));
    all
}

fn relax_one(want: Want, place: usize, need: &Need, sites: &[Site], matching: &Matching) -> Option<Relaxed> {
    let mut kept_away: Vec<(&Site, bool)> = matching
        .ranked
        .iter()
        .filter(|ranked| ranked.count(Verdict::NotMet) == 1 && ranked.verdicts.get(place) == Some(&Verdict::NotMet))
        .filter_map(|ranked| Some((sites.get(ranked.site)?, ranked.count(Verdict::NotKnown) == 0)))
        .collect();
    if kept_away.is_empty() {
        return None;
    }
    let mut to = dropped(want, need);
    if measure(want, need, kept_away.first()?.0).is_some() {
        kept_away.sort_by_key(|(site, _)| measure(want, need, site).map_or(i64::MAX, |measure| measure.far));
        let reach = kept_away.get(REACH.min(kept_away.len()).saturating_sub(1)).and_then(|(site, _)| measure(want, need, site))?;
        kept_away.retain(|(site, _)| {
            measure(want, need, site).is_some_and(|measure| measure.far <= reach.far && measure.is_below == reach.is_below)
        });
        to = reach.words;
    }
    let sure = kept_away.iter().filter(|(_, is_sure)| *is_sure).count();
    Some(Relaxed { want: want.name, to, sites: kept_away.len(), sure })
}

/// How far a need would have to go for one unit.
struct Measure {
    far: i64,
    /// True where the unit has less than is needed: a need for area can go both ways.
    is_below: bool,
    words: String,
}

fn measure(want: Want, need: &Need, site: &Site) -> Option<Measure> {
    let (need, site) = (&need.facts, &site.facts);
    let number = |name: &str| site.number(name);
    match want.name {
        "pay_cents" => {
            let area = number("area_sq_ft");
            let asked = Rent::asked(site)?.monthly(area)?.known();
            let able = Rent::able(need)?.monthly(area)?.known();
            let words = format!("at {} a month", Cents::new(asked));
            Some(Measure { far: asked - able, is_below: false, words })
        }
        "min_sq_ft" => {
            let area = number("area_sq_ft")?;
            let words = |how: &str| format!("{how} {} sq ft", grouped(area));
            match (need.number("min_sq_ft"), need.number("max_sq_ft")) {
                (Some(least), _) if area < least => Some(Measure { far: least - area, is_below: true, words: words("from") }),
                (_, Some(most)) => Some(Measure { far: area - most, is_below: false, words: words("up to") }),
                _ => None,
            }
        }
        "move_by" => {
            let (by, free) = (need.day("move_by")?, site.day("available_on")?);
            Some(Measure { far: by.days_until(free), is_below: false, words: format!("moving in {}", date(free)) })
        }
        "deposit_months" => {
            let (able, asked) = (need.number("deposit_months")?, number("deposit_months")?);
            Some(Measure { far: asked - able, is_below: false, words: format!("with a deposit of {asked} months") })
        }
        name if want.rule == super::attribute::Rule::AtLeast => {
            let (least, has) = (need.number(name)?, site.get(name)?);
            let count = number(name)?;
            let words = match (name, count) {
                (_, 0) => format!("without {}", want.label.to_lowercase()),
                ("term_years", _) => format!("with a lease of {}", want.shown(has)),
                _ => format!("with {} {}", want.label.to_lowercase(), want.shown(has)),
            };
            Some(Measure { far: least - count, is_below: true, words })
        }
        _ => None,
    }
}

fn date(day: Day) -> String {
    day.date().strftime("%B %-d, %Y").to_string()
}

/// A need that can only be given up, in words.
fn dropped(want: Want, need: &Need) -> String {
    match want.name {
        "areas_wanted" => "anywhere".to_owned(),
        "floor_wanted" => "on any floor".to_owned(),
        "zoning_wanted" => "in any zoning district".to_owned(),
        "gives_guarantee" => "with a personal guarantee".to_owned(),
        "power_phase" => "with single-phase power".to_owned(),
        "truck_size" => "with a smaller truck".to_owned(),
        "tenure" => {
            let tenure = need.facts.word::<crate::values::SpaceTenure>("tenure").map_or("that", Vocabulary::label);
            format!("held otherwise than by {}", tenure.to_lowercase())
        }
        _ => format!("without {}", want.label.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::matching::rank;
    use super::super::matching::tests::{need, site};
    use super::*;

    fn words(need: &Need, sites: &[Site]) -> Vec<String> {
        relax(need, sites, &rank(need, sites)).iter().map(Relaxed::words).collect()
    }

    #[test]
    fn one_need_relaxed_to_what_brings_how_many() {
        let need = need(&[("min_sq_ft", "4000"), ("pay_cents", "7500"), ("has_floor_drain", "yes")]);
        let at = |rent: &'static str, drain: &'static str| {
            site(
                "S",
                &[
                    ("area_sq_ft", "5000"),
                    ("rent_cents", rent),
                    ("rent_unit", "month"),
                    ("rent_basis", "gross"),
                    ("has_floor_drain", drain),
                ],
            )
        };
        let sites = [at("8200", "yes"), at("8000", "yes"), at("7900", "yes"), at("12000", "yes"), at("9999", "no"), at("7000", "no")];
        assert_eq!(words(&need, &sites), ["At $8,200 a month, 3 sites fit.", "Without floor drains, 1 site fits."]);
    }

    #[test]
    fn what_is_not_known_is_said_and_two_faults_are_not_one() {
        let need = need(&[("power_amps", "400"), ("has_floor_drain", "yes"), ("areas_wanted", "Northgate")]);
        let sites = [
            site("A", &[("power_amps", "200"), ("neighborhood", "Northgate")]),
            site("B", &[("power_amps", "300"), ("has_floor_drain", "yes"), ("neighborhood", "Northgate")]),
            site("C", &[("power_amps", "100"), ("has_floor_drain", "no"), ("neighborhood", "Northgate")]),
            site("D", &[("power_amps", "400"), ("has_floor_drain", "yes"), ("neighborhood", "Canal")]),
        ];
        assert_eq!(
            words(&need, &sites),
            ["With power 200 A, 2 sites could fit: something has to be asked of 1.", "Anywhere, 1 site fits."]
        );
    }

    #[test]
    fn an_area_too_small_and_one_too_large_are_two_ways() {
        let need = need(&[("min_sq_ft", "4000"), ("max_sq_ft", "6000")]);
        let sites = [site("A", &[("area_sq_ft", "3800")]), site("B", &[("area_sq_ft", "6100")]), site("C", &[("area_sq_ft", "9000")])];
        let all = words(&need, &sites);
        assert_eq!(all, ["Up to 9,000 sq ft, 2 sites fit."]);
    }

    #[test]
    fn where_everything_fits_nothing_is_relaxed() {
        let need = need(&[("min_sq_ft", "4000")]);
        assert_eq!(words(&need, &[site("A", &[("area_sq_ft", "5000")])]), [""; 0]);
    }
}
