//! Reading a table of living wages: pure. Whole or not at all; every complaint says in which line.

use crate::values::{Cents, Line, quoted};
use encoding_rs::WINDOWS_1252;
use std::collections::BTreeMap;

/// The largest file: there are some 3,200 counties.
pub const LARGEST: usize = 2 * 1024 * 1024;
/// Complaints that are written out; the others are counted.
const MOST_WORDS: usize = 20;
/// Pay for an hour lies between these, in cents; anything else was pay for another span of time, or a share.
const SENSIBLE: std::ops::RangeInclusive<i64> = 200..=50_000;

/// One county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Five digits.
    pub fips: String,
    /// Its name.
    pub county: String,
    /// For an hour, in cents.
    pub hourly_cents: i64,
}

#[rustfmt::skip]
const HEADERS: [(&str, &[&str]); 3] = [
    ("the county's five-digit code", &["county_fips", "fips", "geoid", "county fips", "fips code", "county code"]),
    ("the county's name",            &["county", "county_name", "county name", "name", "area"]),
    ("the wage for an hour",         &["hourly", "hourly_wage", "living_wage", "living wage", "hourly wage", "wage"]),
];

/// Reads a file.
///
/// # Errors
///
/// Everything that is wrong with it, by line, at most twenty complaints and how many more there are.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, Vec<String>> {
    let text = decode(bytes).map_err(|words| vec![words])?;
    let delimiter = match text.lines().next().unwrap_or_default() {
        first if first.contains('\t') => b'\t',
        first if first.contains(';') && !first.contains(',') => b';',
        _ => b',',
    };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = reader.headers().cloned().map_err(|cause| vec![format!("The file is no table: {cause}.")])?;
    let columns = columns(&headers)?;
    let (mut rows, mut errors, mut found) = (BTreeMap::new(), Vec::new(), 0_usize);
    for record in reader.records() {
        let read = match &record {
            Ok(record) if record.iter().all(str::is_empty) => continue,
            Ok(record) => row(record, columns).map_err(|words| (line(record.position()), words)),
            Err(cause) => Err((line(cause.position()), format!("cannot be read: {cause}"))),
        };
        let refused = match read {
            Ok((at, row)) => match rows.entry(row.fips.clone()) {
                std::collections::btree_map::Entry::Vacant(place) => {
                    place.insert((at, row));
                    continue;
                }
                std::collections::btree_map::Entry::Occupied(first) => {
                    (at, format!("the county {} stands in line {} already", row.fips, first.get().0))
                }
            },
            Err(refused) => refused,
        };
        found += 1;
        if errors.len() < MOST_WORDS {
            errors.push(format!("Line {}: {}.", refused.0, refused.1));
        }
    }
    if found > errors.len() {
        errors.push(format!("And {} more lines like these.", found - errors.len()));
    }
    if errors.is_empty() && rows.is_empty() {
        errors.push("The file has no county in it.".to_owned());
    }
    if errors.is_empty() { Ok(rows.into_values().map(|(_, row)| row).collect()) } else { Err(errors) }
}

/// UTF-8 as most programs write it, Windows-1252 as older spreadsheets do.
fn decode(bytes: &[u8]) -> Result<String, String> {
    if bytes.starts_with(b"PK") {
        return Err("This is a workbook. Save its sheet as CSV, then choose that file.".to_owned());
    }
    if bytes.contains(&0) {
        return Err("This is no text. Choose a CSV file.".to_owned());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    Ok(std::str::from_utf8(bytes).map_or_else(|_| WINDOWS_1252.decode(bytes).0.into_owned(), str::to_owned))
}

fn line(position: Option<&csv::Position>) -> u64 {
    position.map_or(0, csv::Position::line)
}

fn columns(headers: &csv::StringRecord) -> Result<[usize; 3], Vec<String>> {
    let find = |names: &[&str]| headers.iter().position(|header| names.contains(&header.to_lowercase().as_str()));
    match HEADERS.map(|(_, names)| find(names)) {
        [Some(fips), Some(county), Some(hourly)] => Ok([fips, county, hourly]),
        found => Err(HEADERS
            .iter()
            .zip(found)
            .filter(|(_, place)| place.is_none())
            .map(|((what, names), _)| format!("No column has {what}. Call it {} in the first line of the file.", names[0]))
            .collect()),
    }
}

fn row(record: &csv::StringRecord, columns: [usize; 3]) -> Result<(u64, Row), String> {
    let [fips, county, hourly] = columns.map(|column| record.get(column).unwrap_or_default());
    let hourly_cents = Cents::parse(hourly).map_err(|complaint| complaint.to_string())?.cents();
    if !SENSIBLE.contains(&hourly_cents) {
        return Err(format!("{} is no pay for one hour in dollars", quoted(hourly)));
    }
    let county = Line::parse(county, "the county's name").map_err(|complaint| complaint.to_string())?.to_string();
    Ok((line(record.position()), Row { fips: code(fips)?, county, hourly_cents }))
}

/// Spreadsheets drop the zero that codes of the first states begin with.
fn code(typed: &str) -> Result<String, String> {
    let whole = if typed.len() == 4 { format!("0{typed}") } else { typed.to_owned() };
    if whole.len() != 5 || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("{} is no five-digit code of a county", quoted(typed)));
    }
    if whole.ends_with("000") {
        return Err(format!("{} is a state, not a county; leave the line out", quoted(typed)));
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_whatever_its_columns_are_called() {
        for text in [
            "county_fips,county,hourly\n01001,Autauga,21.34\n36061,\"New York\",$30.75\n",
            "County Name;Living Wage;FIPS\nAutauga;21.34;1001\nNew York;30.75;36061\n",
            "\u{feff}GEOID\tName\tWage\textra\n01001\tAutauga\t21.34\tx\n\n36061\tNew York\t30.75\t\n",
        ] {
            let rows = read(text.as_bytes()).unwrap();
            let read: Vec<_> = rows.iter().map(|row| (row.fips.as_str(), row.county.as_str(), row.hourly_cents)).collect();
            assert_eq!(read, [("01001", "Autauga", 2_134), ("36061", "New York", 3_075)], "{text}");
        }
        assert_eq!(read(b"fips,county,wage\n35013,Do\xf1a Ana,19\n").unwrap()[0].county, "Doña Ana");
    }

    #[test]
    fn each_wrong_line_is_named_and_nothing_is_taken() {
        let cases = [
            ("county_fips,county,hourly\n01001,Autauga,44387\n", "Line 2: \u{201c}44387\u{201d} is no pay for one hour in dollars."),
            ("county_fips,county,hourly\n01001,Autauga,\n", "Line 2: "),
            ("county_fips,county,hourly\n36000,New York,30\n", "is a state, not a county"),
            ("county_fips,county,hourly\n361,New York,30\n", "no five-digit code"),
            ("county_fips,county,hourly\n36061,,30\n", "Line 2: "),
            ("county_fips,county,hourly\n01001,A,20\n1001,B,21\n", "Line 3: the county 01001 stands in line 2 already."),
            ("county,hourly\nA,20\n", "Call it county_fips"),
            ("county_fips,county,hourly\n", "no county in it"),
            ("PK\u{3}\u{4}", "workbook"),
            ("a\0b", "no text"),
        ];
        for (text, words) in cases {
            let errors = read(text.as_bytes()).unwrap_err();
            assert!(errors.iter().any(|error| error.contains(words)), "{text}: {errors:?}");
        }
        let many: String = std::iter::once("fips,county,wage\n".to_owned()).chain((0..50).map(|_| "x,y,z\n".to_owned())).collect();
        let errors = read(many.as_bytes()).unwrap_err();
        assert_eq!((errors.len(), errors[20].as_str()), (21, "And 30 more lines like these."));
    }
}
