//! Places: in which states a metropolitan area lies, and which clients are in a benchmark's area.

use super::Facts;
use super::queries::Whereabouts;
use crate::values::GeoLevel;
use crate::values::codes::{self, List};

/// Businesses and their awards inside a benchmark's area, elsewhere, and where nobody wrote it down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Area {
    pub inside: Counts,
    pub elsewhere: Counts,
    pub unknown: Counts,
}

/// How many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    pub businesses: i64,
    pub awards: i64,
}

/// The first city of a metropolitan area and its first state: "Atlanta-Sandy Springs-Roswell, GA Metro Area" of 2013 and
/// "Atlanta-Sandy Springs-Alpharetta, GA" of 2018 are one area, whose other cities are named anew every ten years.
fn first_city(name: &str) -> (String, String) {
    let (cities, states) = name.trim().rsplit_once(", ").unwrap_or((name.trim(), ""));
    let first = |text: &str, signs: &[char]| text.split(signs).next().unwrap_or_default().trim().to_lowercase();
    (first(cities, &['-', '/', '–']), first(states, &['-', ' ']))
}

/// The states that a place lies in, by name.
pub fn states(facts: &Facts) -> Vec<&'static str> {
    let Some((_, after)) = facts.geo_name.rsplit_once(", ") else { return Vec::new() };
    let code = after.split_whitespace().next().unwrap_or_default();
    let by_name = codes::rows(List::States).iter().filter(|state| state.label == after);
    let by_code = code.split('-').filter_map(|code| codes::find(List::States, code));
    by_name.chain(by_code).map(|state| state.label.as_str()).collect()
}

/// Which clients are in the area of a benchmark, by the address on record; nothing where the place can't be told from addresses.
pub fn area(facts: &Facts, found: &[Whereabouts]) -> Option<Area> {
    let is_inside = |at: &Whereabouts| match facts.geo_level {
        GeoLevel::Nation | GeoLevel::Place => None,
        GeoLevel::Metro => {
            at.metro.as_deref().filter(|metro| !metro.trim().is_empty()).map(|metro| first_city(metro) == first_city(&facts.geo_name))
        }
        GeoLevel::State => {
            at.state.as_deref().map(|code| codes::label(List::States, code).is_some_and(|name| name.eq_ignore_ascii_case(&facts.geo_name)))
        }
        GeoLevel::County => at.county_fips.as_deref().filter(|fips| !fips.is_empty()).map(|fips| facts.geo_id.ends_with(fips)),
    };
    if matches!(facts.geo_level, GeoLevel::Nation | GeoLevel::Place) {
        return None;
    }
    let mut area = Area::default();
    for at in found {
        let counts = match is_inside(at) {
            Some(true) => &mut area.inside,
            Some(false) => &mut area.elsewhere,
            None => &mut area.unknown,
        };
        counts.businesses += at.businesses;
        counts.awards += at.awards;
    }
    Some(area)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Universe;

    /// Facts of a made-up benchmark.
    fn facts() -> Facts {
        Facts {
            source: "Made up".to_owned(),
            dataset: "Made-up survey".to_owned(),
            vintage: None,
            reference_year: 2016,
            geo_level: GeoLevel::Metro,
            geo_id: "310M200US99999".to_owned(),
            geo_name: "Riverton, OH Metro Area".to_owned(),
            naics: "00".to_owned(),
            naics_label: None,
            naics_version: Some("2012".to_owned()),
            universe: Universe::Employer,
            retrieved_on: None,
            url: None,
            origin_hash: None,
        }
    }

    fn at(metro: Option<&str>, state: Option<&str>, fips: Option<&str>) -> Whereabouts {
        let text = |text: Option<&str>| text.map(str::to_owned);
        Whereabouts { metro: text(metro), state: text(state), county_fips: text(fips), businesses: 3, awards: 4 }
    }

    #[test]
    fn clients_outside_of_the_area_and_of_unknown_place_are_counted_apart() {
        let found =
            [at(Some("Riverton, OH"), Some("OH"), Some("39049")), at(Some("Elsewhere, GA"), Some("GA"), None), at(None, None, None)];
        let of = |level, id: &str, name: &str| {
            let facts = Facts { geo_level: level, geo_id: id.to_owned(), geo_name: name.to_owned(), ..facts() };
            area(&facts, &found).map(|area| [area.inside.businesses, area.elsewhere.businesses, area.unknown.awards])
        };
        assert_eq!(of(GeoLevel::Metro, "x", "Riverton, OH Metro Area"), Some([3, 3, 4]));
        assert_eq!(of(GeoLevel::State, "x", "Ohio"), Some([3, 3, 4]));
        assert_eq!(of(GeoLevel::County, "0500000US39049", "Franklin County, Ohio"), Some([3, 0, 8]));
        assert_eq!((of(GeoLevel::Nation, "x", "United States"), of(GeoLevel::Place, "x", "Riverton")), (None, None));
    }

    #[test]
    fn a_metropolitan_area_is_one_through_all_its_names() {
        assert_eq!(first_city("Atlanta-Sandy Springs-Roswell, GA Metro Area"), first_city("Atlanta-Sandy Springs-Alpharetta, GA"));
        assert_eq!(first_city("Portland-Vancouver-Hillsboro, OR-WA Metro Area"), ("portland".to_owned(), "or".to_owned()));
        assert_ne!(first_city("Portland-South Portland, ME"), first_city("Portland-Vancouver-Hillsboro, OR-WA"));
        assert_eq!(first_city("Riverton"), ("riverton".to_owned(), String::new()));
    }

    #[test]
    fn a_metropolitan_area_lies_in_the_states_of_its_name() {
        let of = |name: &str| states(&Facts { geo_name: name.to_owned(), ..facts() });
        assert_eq!(of("Atlanta-Sandy Springs-Roswell, GA Metro Area"), ["Georgia"]);
        assert_eq!(of("Portland-Vancouver-Hillsboro, OR-WA Metro Area"), ["Oregon", "Washington"]);
        assert_eq!(of("Fulton County, Georgia"), ["Georgia"]);
        assert_eq!(of("United States"), Vec::<&str>::new());
    }
}
