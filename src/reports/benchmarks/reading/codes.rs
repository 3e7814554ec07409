//! The codes by which the Census divides businesses, and the traps in them.
//!
//! A class is held by more than half: a business of two equal owners of different groups is in a class of its own. 96 is everybody
//! whose owners are known, and never a group; 98 is everybody whose owners are not (public companies, owners abroad).

use crate::values::GroupScheme;

/// Everybody.
pub const TOTAL: i64 = 0;
/// Everybody whose owners are known: the whole of every share.
pub const CLASSIFIABLE: i64 = 96;
/// Everybody else.
pub const UNCLASSIFIABLE: i64 = 98;
/// Owners of color, of race.
pub const MINORITY: i64 = 90;

/// Every class of a scheme with its name, the whole of each scheme left out.
fn classes(scheme: GroupScheme) -> &'static [(i64, &'static str)] {
    match scheme {
        GroupScheme::Whole => &[(TOTAL, "All")],
        GroupScheme::Race => &[
            (30, "White"),
            (40, "Black or African American"),
            (50, "American Indian and Alaska Native"),
            (60, "Asian"),
            (61, "Asian Indian"),
            (62, "Chinese"),
            (63, "Filipino"),
            (64, "Japanese"),
            (65, "Korean"),
            (66, "Vietnamese"),
            (67, "Other Asian"),
            (70, "Native Hawaiian and Other Pacific Islander"),
            (71, "Native Hawaiian"),
            (72, "Guamanian or Chamorro"),
            (73, "Samoan"),
            (74, "Other Pacific Islander"),
            (80, "Some other race"),
            (MINORITY, "Minority"),
            (91, "Equally minority and nonminority"),
            (92, "Nonminority"),
            (CLASSIFIABLE, "Owners known (classifiable)"),
            (UNCLASSIFIABLE, "Owners not known (unclassifiable)"),
        ],
        GroupScheme::Ethnicity => &[
            (20, "Hispanic"),
            (21, "Mexican, Mexican American, Chicano"),
            (22, "Puerto Rican"),
            (23, "Cuban"),
            (24, "Other Hispanic or Latino"),
            (28, "Equally Hispanic and non-Hispanic"),
            (29, "Non-Hispanic"),
            (CLASSIFIABLE, "Owners known (classifiable)"),
            (UNCLASSIFIABLE, "Owners not known (unclassifiable)"),
        ],
        GroupScheme::Sex => &[
            (2, "Female"),
            (3, "Male"),
            (4, "Equally male and female"),
            (CLASSIFIABLE, "Owners known (classifiable)"),
            (UNCLASSIFIABLE, "Owners not known (unclassifiable)"),
        ],
        GroupScheme::Veteran => &[
            (2, "Veteran"),
            (3, "Equally veteran and nonveteran"),
            (4, "Nonveteran"),
            (CLASSIFIABLE, "Owners known (classifiable)"),
            (UNCLASSIFIABLE, "Owners not known (unclassifiable)"),
        ],
    }
}

/// The classes that together are everybody whose owners are known. No business is in two of them.
pub fn parts(scheme: GroupScheme) -> Option<[i64; 3]> {
    match scheme {
        GroupScheme::Whole => None,
        GroupScheme::Race => Some([MINORITY, 91, 92]),
        GroupScheme::Ethnicity => Some([20, 28, 29]),
        GroupScheme::Sex | GroupScheme::Veteran => Some([2, 3, 4]),
    }
}

/// Owned in equal parts: a class of its own, and no part of either side.
pub fn is_equal(scheme: GroupScheme, code: i64) -> bool {
    matches!((scheme, code), (GroupScheme::Race, 91) | (GroupScheme::Ethnicity, 28) | (GroupScheme::Sex, 4) | (GroupScheme::Veteran, 3))
}

/// The code as the Census writes it: "040" of a spreadsheet's "40", "001" of its "1".
pub fn written(scheme: GroupScheme, code: i64) -> String {
    match scheme {
        GroupScheme::Race | GroupScheme::Whole => format!("{code:02}"),
        GroupScheme::Ethnicity | GroupScheme::Sex | GroupScheme::Veteran => format!("{code:03}"),
    }
}

/// Reads a code. Leading zeros that a spreadsheet dropped make no difference; the scheme's own whole is [`TOTAL`].
pub fn read(scheme: GroupScheme, typed: &str) -> Option<i64> {
    let is_number = (1..=3).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit());
    let code: i64 = typed.parse().ok().filter(|_| is_number)?;
    match (scheme, code) {
        (_, TOTAL) | (GroupScheme::Ethnicity | GroupScheme::Sex | GroupScheme::Veteran, 1) => Some(TOTAL),
        _ => classes(scheme).iter().any(|(known, _)| *known == code).then_some(code),
    }
}

/// What a class is called, where the file does not say.
pub fn label(scheme: GroupScheme, code: i64) -> &'static str {
    classes(scheme).iter().find(|(known, _)| *known == code).map_or("All", |(_, label)| label)
}

/// What is wrong with the name that a file gives a class: 96 is taken for "minority" by some who pass such files on.
pub fn fault(scheme: GroupScheme, code: i64, label: &str) -> Option<String> {
    let label = label.to_lowercase();
    let names_classifiable = label.contains("classifiable") && !label.contains("unclassifiable") && !label.contains("not classifiable");
    let names_minority = label.contains("minority") && !label.contains("nonminority");
    let written = written(scheme, code);
    match code {
        CLASSIFIABLE if label.contains("minority") => Some(format!(
            "the code {written} is called a minority. In these files {written} is everybody whose owners are known (\"classifiable\"); owners of color are 90. Whoever made the file mixed them up, and every share would be wrong"
        )),
        UNCLASSIFIABLE if names_classifiable || label.contains("minority") => {
            Some(format!("the code {written} is everybody whose owners are not known, and the file calls it something else"))
        }
        92 if scheme == GroupScheme::Race && names_minority => {
            Some("the code 92 is nonminority, and the file calls it a minority".to_owned())
        }
        MINORITY if scheme == GroupScheme::Race && (names_classifiable || label.contains("nonminority")) => {
            Some("the code 90 is owners of color (\"minority\"), and the file calls it something else".to_owned())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_that_a_spreadsheet_dropped_make_no_difference() {
        for (scheme, lost, kept, code) in [
            (GroupScheme::Sex, "1", "001", TOTAL),
            (GroupScheme::Sex, "2", "002", 2),
            (GroupScheme::Ethnicity, "20", "020", 20),
            (GroupScheme::Race, "0", "00", TOTAL),
            (GroupScheme::Race, "96", "096", CLASSIFIABLE),
            (GroupScheme::Veteran, "4", "004", 4),
        ] {
            assert_eq!((read(scheme, lost), read(scheme, kept)), (Some(code), Some(code)), "{lost} {kept}");
        }
        assert_eq!((written(GroupScheme::Sex, 2), written(GroupScheme::Race, 40)), ("002".to_owned(), "40".to_owned()));
        for typed in ["", "5", "0961", "+2", "2.0", "x"] {
            assert_eq!(read(GroupScheme::Sex, typed), None, "{typed}");
        }
        assert_eq!((read(GroupScheme::Race, "1"), read(GroupScheme::Race, "20")), (None, None));
    }

    #[test]
    fn classifiable_is_never_called_a_minority() {
        assert!(fault(GroupScheme::Race, 96, "Minority").is_some_and(|words| words.contains("90")));
        assert!(fault(GroupScheme::Sex, 96, "All minority firms").is_some());
        assert_eq!(fault(GroupScheme::Race, 96, "All firms classifiable by gender, ethnicity, race, and veteran status"), None);
        assert_eq!(fault(GroupScheme::Race, 98, "Publicly held and other firms not classifiable by gender"), None);
        assert_eq!(fault(GroupScheme::Race, 98, "Unclassifiable firms"), None);
        assert!(fault(GroupScheme::Race, 98, "Classifiable").is_some() && fault(GroupScheme::Race, 92, "Minority").is_some());
        assert!(fault(GroupScheme::Race, 90, "Nonminority").is_some() && fault(GroupScheme::Race, 90, "Minority").is_none());
        assert_eq!(fault(GroupScheme::Race, 91, "Equally minority/nonminority"), None);
    }

    #[test]
    fn those_owned_in_equal_parts_are_a_class_of_their_own() {
        for scheme in [GroupScheme::Race, GroupScheme::Ethnicity, GroupScheme::Sex, GroupScheme::Veteran] {
            let parts = parts(scheme).unwrap();
            assert_eq!(parts.into_iter().filter(|code| is_equal(scheme, *code)).count(), 1, "{scheme:?}");
            assert!(parts.into_iter().all(|code| label(scheme, code) != "All"));
        }
        assert!(is_equal(GroupScheme::Race, 91) && is_equal(GroupScheme::Ethnicity, 28) && is_equal(GroupScheme::Sex, 4));
        assert!(!is_equal(GroupScheme::Sex, 3) && is_equal(GroupScheme::Veteran, 3));
    }
}
