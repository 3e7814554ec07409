//! Race and ethnicity as HUD counts them: ten categories of race, and beside each how many are Hispanic or Latino.
//!
//! Why no row for Middle Eastern or North African: HUD's list of 1997 has none, and those it means are counted as White there. We do not
//! decide that for anybody: who chose it alone, or Hispanic or Latino alone, stands in a line of their own that says so.

/// HUD's categories, in the order of its report, and the line for whom the list has no place.
pub const RACES: [&str; 11] = [
    "White",
    "Black or African American",
    "Asian",
    "American Indian or Alaska Native",
    "Native Hawaiian or Other Pacific Islander",
    "American Indian or Alaska Native and White",
    "Asian and White",
    "Black or African American and White",
    "American Indian or Alaska Native and Black or African American",
    "Other multi-racial",
    "No race of HUD's list chosen",
];

/// Where somebody is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hud {
    /// Which of [`RACES`].
    pub race: usize,
    /// Beside it, as Hispanic or Latino.
    pub is_hispanic: bool,
}

impl Hud {
    /// Where somebody is counted who chose these groups.
    pub fn of(codes: &[String]) -> Self {
        let has = |code: &str| codes.iter().any(|chosen| chosen == code);
        let races = [has("WHITE"), has("BLACK"), has("ASIAN"), has("AIAN"), has("NHPI")];
        let race = match races {
            [false, false, false, false, false] => 10,
            [true, false, false, false, false] => 0,
            [false, true, false, false, false] => 1,
            [false, false, true, false, false] => 2,
            [false, false, false, true, false] => 3,
            [false, false, false, false, true] => 4,
            [true, false, false, true, false] => 5,
            [true, false, true, false, false] => 6,
            [true, true, false, false, false] => 7,
            [false, true, false, true, false] => 8,
            _ => 9,
        };
        Self { race, is_hispanic: has("HISP") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_choice_has_one_place_on_the_list() {
        let cases: [(&[&str], &str, bool); 13] = [
            (&["WHITE"], "White", false),
            (&["BLACK", "HISP"], "Black or African American", true),
            (&["ASIAN"], "Asian", false),
            (&["AIAN"], "American Indian or Alaska Native", false),
            (&["NHPI"], "Native Hawaiian or Other Pacific Islander", false),
            (&["AIAN", "WHITE"], "American Indian or Alaska Native and White", false),
            (&["ASIAN", "WHITE", "HISP"], "Asian and White", true),
            (&["BLACK", "WHITE"], "Black or African American and White", false),
            (&["AIAN", "BLACK"], "American Indian or Alaska Native and Black or African American", false),
            (&["ASIAN", "BLACK"], "Other multi-racial", false),
            (&["HISP"], "No race of HUD's list chosen", true),
            (&["MENA"], "No race of HUD's list chosen", false),
            (&["MENA", "WHITE"], "White", false),
        ];
        for (codes, race, is_hispanic) in cases {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            let hud = Hud::of(&codes);
            assert_eq!((RACES[hud.race], hud.is_hispanic), (race, is_hispanic), "{codes:?}");
        }
    }
}
