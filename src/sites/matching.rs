//! Which units fit a need. Pure, and open: it takes a need and units, and there is nothing else it could look at.
//!
//! The order is needs met, then rent within what they can pay, then name. How fast a landlord answers is shown beside it and not used.

use super::attribute::{self, Attribute, Facts, Rule, Value};
use super::rent::Rent;
use super::{Need, Site};
use crate::values::{FloorWanted, Phase, TruckSize, fold};

/// Whether a unit meets one thing that is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Met,
    /// It does not.
    NotMet,
    /// The landlord has not told us. This becomes a question.
    NotKnown,
}

/// One thing the client said they need.
pub type Want = &'static Attribute;

/// A unit in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// Place of the unit in the list that was given.
    pub site: usize,
    /// One verdict for each want, in their order.
    pub verdicts: Vec<Verdict>,
}

/// All units in their order.
#[derive(Debug)]
pub struct Matching {
    /// What is needed.
    pub wants: Vec<Want>,
    /// The units, best fit first.
    pub ranked: Vec<Ranked>,
    /// How often a want was held against a unit: the whole of the work.
    pub looks: usize,
}

impl Ranked {
    /// How many wants have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.verdicts.iter().filter(|known| **known == verdict).count()
    }

    /// True when nothing that is needed is known to be missing.
    pub fn could_work(&self) -> bool {
        !self.verdicts.contains(&Verdict::NotMet)
    }
}

impl Matching {
    /// How many units could work: nothing that is needed is known to be missing.
    pub fn could_work(&self) -> usize {
        self.ranked.iter().filter(|ranked| ranked.could_work()).count()
    }
}

/// What the client said they need, in the order of the form. What was not asked for is no want.
pub fn wants(need: &Facts) -> Vec<Want> {
    attribute::of_needs().filter(|want| is_wanted(want, need)).collect()
}

fn is_wanted(want: &Attribute, need: &Facts) -> bool {
    match (want.name, want.rule) {
        (_, Rule::Told) => false,
        ("min_sq_ft", _) => need.number("min_sq_ft").is_some() || need.number("max_sq_ft").is_some(),
        // Who can sign a guarantee needs nothing of the unit; who cannot, needs one without.
        ("gives_guarantee", _) => need.yes("gives_guarantee") == Some(false),
        ("floor_wanted", _) => need.word::<FloorWanted>("floor_wanted").is_some_and(|floor| floor != FloorWanted::Any),
        (name, Rule::Has) => need.yes(name) == Some(true),
        (name, Rule::AtLeast) => need.number(name).is_some_and(|least| least > 0),
        (name, _) => need.get(name).is_some(),
    }
}

/// What a want is held against, where a unit calls it otherwise.
const AGAINST: &[(&str, &[&str])] = &[
    ("min_sq_ft", &["area_sq_ft"]),
    ("pay_cents", &["area_sq_ft", "rent_cents", "rent_unit", "rent_basis", "nnn_cents"]),
    ("move_by", &["available_on"]),
    ("areas_wanted", &["neighborhood"]),
    ("zoning_wanted", &["zoning"]),
    ("gives_guarantee", &["needs_guarantee"]),
    ("floor_wanted", &["floor_number", "freight_elevator_lb"]),
];

/// The facts of a unit that these wants are held against. No others have to be read to put thousands of units in order.
pub fn looks_at(wants: &[Want]) -> Vec<&'static Attribute> {
    let is_asked = |name: &str| {
        wants.iter().any(|want| want.name == name || AGAINST.iter().any(|(wanted, facts)| *wanted == want.name && facts.contains(&name)))
    };
    attribute::of_sites().filter(|attribute| is_asked(attribute.name)).collect()
}

/// Holds one want against one unit.
pub fn verdict(want: &Attribute, need: &Facts, site: &Facts) -> Verdict {
    match want.rule {
        Rule::Told => Verdict::Met,
        Rule::AtLeast => known(site.number(want.name), |has| need.number(want.name).is_none_or(|least| has >= least)),
        Rule::Has => known(site.yes(want.name), |has| has),
        Rule::Same => known(site.text(want.name), |has| need.text(want.name).is_none_or(|wanted| lists(has, wanted))),
        Rule::Listed => known(site.text(want.name), |has| need.words(want.name).iter().all(|wanted| lists(has, wanted))),
        Rule::Own => own(want.name, need, site),
    }
}

fn own(name: &str, need: &Facts, site: &Facts) -> Verdict {
    match name {
        "min_sq_ft" => known(site.number("area_sq_ft"), |area| {
            need.number("min_sq_ft").is_none_or(|least| area >= least) && need.number("max_sq_ft").is_none_or(|most| area <= most)
        }),
        "pay_cents" => rent(need, site),
        "move_by" => known(site.day("available_on"), |free| need.day("move_by").is_none_or(|by| free <= by)),
        "areas_wanted" => known(site.text("neighborhood"), |area| need.words("areas_wanted").iter().any(|wanted| lists(area, wanted))),
        "zoning_wanted" => known(site.text("zoning"), |zoning| need.words("zoning_wanted").iter().any(|wanted| is_zoned(zoning, wanted))),
        "deposit_months" => known(site.number("deposit_months"), |asked| need.number("deposit_months").is_none_or(|able| asked <= able)),
        "gives_guarantee" => known(site.yes("needs_guarantee"), |needed| !needed),
        "floor_wanted" => floor(need, site),
        "power_phase" => known(site.word::<Phase>("power_phase"), |has| has == Phase::Three || need.word("power_phase") == Some(has)),
        "truck_size" => {
            known(site.word::<TruckSize>("truck_size"), |has| need.word::<TruckSize>("truck_size").is_none_or(|wanted| has >= wanted))
        }
        _ => Verdict::NotKnown,
    }
}

fn known<T>(fact: Option<T>, is_met: impl FnOnce(T) -> bool) -> Verdict {
    match fact.map(is_met) {
        Some(true) => Verdict::Met,
        Some(false) => Verdict::NotMet,
        None => Verdict::NotKnown,
    }
}

/// A rent above what they can pay is too high whatever else comes on top; one below it is met only when all of it is known.
fn rent(need: &Facts, site: &Facts) -> Verdict {
    let area = site.number("area_sq_ft");
    let asked = Rent::asked(site).and_then(|rent| rent.monthly(area));
    let able = Rent::able(need).and_then(|rent| rent.monthly(area));
    match (asked, able) {
        (Some(asked), Some(able)) if asked.known() > able.known() => Verdict::NotMet,
        (Some(asked), Some(able)) if asked.all_in.is_some() && able.all_in.is_some() => Verdict::Met,
        _ => Verdict::NotKnown,
    }
}

fn floor(need: &Facts, site: &Facts) -> Verdict {
    let has_freight = site.number("freight_elevator_lb").map(|carries| carries > 0);
    match (site.number("floor_number"), need.word::<FloorWanted>("floor_wanted")) {
        (Some(1), _) | (_, None | Some(FloorWanted::Any)) => Verdict::Met,
        (Some(_), Some(FloorWanted::Ground)) => Verdict::NotMet,
        (Some(_), Some(FloorWanted::Freight)) => known(has_freight, |has| has),
        (None, Some(FloorWanted::Freight)) if has_freight == Some(true) => Verdict::Met,
        (None, _) => Verdict::NotKnown,
    }
}

/// True when a list of words parted by commas has the word.
fn lists(has: &str, wanted: &str) -> bool {
    let wanted = fold(wanted);
    has.split([',', ';', '/']).any(|word| fold(word) == wanted) || fold(has) == wanted
}

/// M1-2 is a kind of M1, and no kind of M12.
fn is_zoned(zoning: &str, wanted: &str) -> bool {
    zoning.split([',', ';', ' ']).any(|district| {
        let class = district.split('-').next().unwrap_or_default();
        !class.is_empty() && (fold(district) == fold(wanted) || fold(class) == fold(wanted))
    })
}

/// Puts units in order for a need: needs met, then rent within what they can pay, then name.
pub fn rank(need: &Need, sites: &[Site]) -> Matching {
    let wants = wants(&need.facts);
    let mut looks = 0;
    let mut ranked: Vec<Ranked> = sites
        .iter()
        .enumerate()
        .map(|(place, site)| {
            looks += wants.len();
            Ranked { site: place, verdicts: wants.iter().map(|want| verdict(want, &need.facts, &site.facts)).collect() }
        })
        .collect();
    let pays = wants.iter().position(|want| want.name == "pay_cents");
    ranked.sort_by_cached_key(|ranked| {
        let rent = match pays.and_then(|place| ranked.verdicts.get(place)) {
            None | Some(Verdict::Met) => 0,
            Some(Verdict::NotKnown) => 1,
            Some(Verdict::NotMet) => 2,
        };
        let (name, key) = sites.get(ranked.site).map_or((String::new(), 0), |site| (fold(&site.name), site.key));
        (std::cmp::Reverse(ranked.count(Verdict::Met)), rent, name, key)
    });
    Matching { wants, ranked, looks }
}

/// The rule as the page prints it.
pub const RULE: &str = "Best fits first: needs met, then rent within what they can pay, then name. How fast a landlord answers is shown, not used. Nothing about the owner is used.";

/// What a unit would have to be asked, for one need: each want that is not known.
pub fn questions(need: &Need, site: &Site) -> Vec<&'static str> {
    wants(&need.facts)
        .into_iter()
        .filter(|want| verdict(want, &need.facts, &site.facts) == Verdict::NotKnown)
        .map(|want| want.ask)
        .collect()
}

/// What is known under a name, for words about a match.
pub(super) fn fact<'f>(facts: &'f Facts, name: &str) -> Option<(&'static Attribute, &'f Value)> {
    attribute::find(name).zip(facts.get(name))
}

#[cfg(test)]
pub(super) mod tests;
