//! Single cells: counts, flags, errors in percent, industry codes, places.

use crate::values::{CellFlag, GeoLevel, quoted};

/// A figure, or why there is none.
pub type Figure = Result<i64, CellFlag>;

/// Relative standard error above which a text is no percentage.
const LARGEST_RSE: f64 = 100_000.0;

/// A count with the flag that stands in a column beside it. A flagged value is missing, whatever stands in the cell: the API
/// writes 0 beside a D.
pub fn count(typed: &str, flag: &str, error: &str) -> Result<Figure, String> {
    let typed = typed.trim();
    if let Some(flag) = letter(flag) {
        return Ok(Err(flag));
    }
    if typed.is_empty() {
        return Ok(Err(letter(error).unwrap_or(CellFlag::Blank)));
    }
    if let Some(flag) = letter(typed) {
        return Ok(Err(flag));
    }
    if is_range(typed) {
        return Ok(Err(CellFlag::Range));
    }
    let has_commas = typed.contains(',');
    let groups_fit = !has_commas || typed.split(',').enumerate().all(|(place, part)| part.len() == 3 || (place == 0 && part.len() < 3));
    let digits: String = typed.chars().filter(|letter| *letter != ',').collect();
    let is_count = groups_fit && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .parse()
        .ok()
        .filter(|_| is_count)
        .map(Ok)
        .ok_or_else(|| format!("{} is no count and none of the marks for a missing one (D, S, N, X, a range)", quoted(typed)))
}

/// "20 to 99 employees", "1,000 employees or more": a class, and no count.
fn is_range(typed: &str) -> bool {
    let words = typed.to_lowercase();
    let has_digit = words.bytes().any(|byte| byte.is_ascii_digit());
    has_digit && (words.contains(" to ") || words.contains(" or more") || words.contains(" or less") || words.contains("employees"))
}

/// D, S, N, X. Other letters, such as r for revised, leave the value as it is.
fn letter(typed: &str) -> Option<CellFlag> {
    match typed.trim() {
        "D" => Some(CellFlag::Withheld),
        "S" => Some(CellFlag::Poor),
        "N" => Some(CellFlag::NotAvailable),
        "X" => Some(CellFlag::NotApplicable),
        _ => None,
    }
}

/// A relative standard error in percent, as hundredths. It has flags of its own, and none is 0.
pub fn error(typed: &str, flag: &str) -> Result<Option<i64>, String> {
    let typed = typed.trim();
    if typed.is_empty() || letter(typed).is_some() || letter(flag).is_some() {
        return Ok(None);
    }
    let is_decimal = typed.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let percent: Option<f64> = typed.parse().ok().filter(|percent| is_decimal && (0.0..=LARGEST_RSE).contains(percent));
    percent
        .map(|percent| Some(hundredths(percent)))
        .ok_or_else(|| format!("the relative standard error {} is no percentage", quoted(typed)))
}

#[expect(clippy::cast_possible_truncation, reason = "below 10 million by the check before")]
fn hundredths(percent: f64) -> i64 {
    (percent * 100.0).round() as i64
}

/// An industry code, without the footnote that is written behind it: "48-49(661)" is 48-49. A lost zero is put back.
pub fn industry(typed: &str) -> Result<String, String> {
    let typed = typed.trim();
    let code = match typed.split_once('(') {
        Some((code, note)) if note.strip_suffix(')').is_some_and(|note| note.bytes().all(|byte| byte.is_ascii_digit())) => code.trim(),
        _ => typed,
    };
    let digits =
        |text: &str, sizes: std::ops::RangeInclusive<usize>| sizes.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_range = code.split_once('-').is_some_and(|(from, to)| digits(from, 2..=2) && digits(to, 2..=2) && from < to);
    match code {
        "0" | "00" => Ok("00".to_owned()),
        _ if is_range || digits(code, 2..=6) => Ok(code.to_owned()),
        _ => Err(format!("{} is no industry code such as 00, 31-33 or 3118", quoted(typed))),
    }
}

/// A year.
pub fn year(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    typed.parse().ok().filter(|year| typed.len() == 4 && (1990..=2099).contains(year))
}

/// What level of place a Census code stands for, by what it begins with: "310M200US12060" is a metropolitan area.
pub fn level(geo_id: &str) -> Option<GeoLevel> {
    let (summary, _) = geo_id.split_once("US")?;
    match summary.get(..3)? {
        "010" => Some(GeoLevel::Nation),
        "040" => Some(GeoLevel::State),
        "050" => Some(GeoLevel::County),
        "160" => Some(GeoLevel::Place),
        "310" | "314" => Some(GeoLevel::Metro),
        _ => None,
    }
}

/// A code of digits whose zeros a spreadsheet may have dropped.
pub fn padded(typed: &str, size: usize) -> Option<String> {
    let typed = typed.trim();
    let is_code = (1..=size).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| format!("{typed:0>size$}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flagged_value_is_missing_and_never_zero() {
        for (typed, flag, rse, want) in [
            ("D", "", "", CellFlag::Withheld),
            ("0", "D", "", CellFlag::Withheld),
            ("S", "", "S", CellFlag::Poor),
            ("", "", "S", CellFlag::Poor),
            ("N", "", "", CellFlag::NotAvailable),
            ("12", "X", "", CellFlag::NotApplicable),
            ("20 to 99 employees", "", "", CellFlag::Range),
            ("10,000 employees or more", "", "", CellFlag::Range),
            ("", "", "", CellFlag::Blank),
            ("", "", "4.2", CellFlag::Blank),
        ] {
            assert_eq!(count(typed, flag, rse), Ok(Err(want)), "{typed} {flag} {rse}");
        }
    }

    #[test]
    fn counts_are_whole_and_written_properly() {
        for (typed, want) in [("0", 0), ("105095", 105_095), ("5,744,643", 5_744_643), (" 12 ", 12)] {
            assert_eq!(count(typed, "", ""), Ok(Ok(want)), "{typed}");
        }
        assert_eq!(count("12", "r", ""), Ok(Ok(12)), "revised is no reason to leave it out");
        for typed in ["-5", "1.5", "1,23", "12,", "1e6", "many", "99999999999999999999"] {
            assert!(count(typed, "", "").is_err(), "{typed}");
        }
    }

    #[test]
    fn an_error_is_a_percentage_with_flags_of_its_own() {
        assert_eq!((error("14.0", ""), error("0.0", ""), error("135.4", "")), (Ok(Some(1_400)), Ok(Some(0)), Ok(Some(13_540))));
        assert_eq!((error("S", ""), error("", ""), error("3.1", "D")), (Ok(None), Ok(None), Ok(None)));
        assert!(["-1", "x", "1e3", "NaN", "inf", "3 %"].into_iter().all(|typed| error(typed, "").is_err()));
    }

    #[test]
    fn industries_lose_their_footnotes_and_no_digits() {
        for (typed, want) in
            [("48-49(661)", "48-49"), ("11(660)", "11"), ("31-33", "31-33"), ("0", "00"), ("00", "00"), ("311811", "311811")]
        {
            assert_eq!(industry(typed).as_deref(), Ok(want), "{typed}");
        }
        assert!(["", "Manufacturing", "33-31", "1", "31(x)", "31-Mar", "3118111"].into_iter().all(|typed| industry(typed).is_err()));
    }

    #[test]
    fn a_place_is_known_by_its_code() {
        assert_eq!(level("310M200US12060"), Some(GeoLevel::Metro));
        assert_eq!((level("0100000US"), level("0400000US13")), (Some(GeoLevel::Nation), Some(GeoLevel::State)));
        assert_eq!((level("0500000US13121"), level("7"), level("3300000US1")), (Some(GeoLevel::County), None, None));
        assert_eq!((padded("1", 2).as_deref(), padded("13", 2).as_deref(), padded("x", 2)), (Some("01"), Some("13"), None));
        assert_eq!((year("2017"), year("17"), year("3017")), (Some(2017), None, None));
    }
}
