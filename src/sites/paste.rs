//! Listings as landlords send them: lines of "key: value", an empty line between units, or a table with a line of headers. Pure.

use super::NewSite;
use super::attribute::{self, Attribute};
use super::typed::Typed;
use crate::values::{fold, quoted};
use crate::web::Complaints;

/// Units that are read from one text.
const MOST: usize = 200;

/// One unit of a listing.
#[derive(Debug)]
pub struct Listing {
    /// Line of the text, from 1.
    pub line: usize,
    /// The unit; nothing where something is wrong.
    pub site: Option<NewSite>,
    /// What is wrong, in sentences.
    pub complaints: Vec<String>,
    /// What was not understood, kept as typed: it is shown and left out.
    pub left_out: Vec<String>,
}

/// Field, or the name of the unit.
enum Key {
    Name,
    Field(&'static Attribute),
}

/// Reads a text. Nothing where there is nothing in it.
pub fn read(text: &str) -> Vec<Listing> {
    let is_table = text.lines().find(|line| !line.trim().is_empty()).is_some_and(|first| {
        let cells: Vec<&str> = first.split([',', '\t', ';']).collect();
        cells.len() > 1 && cells.iter().filter(|cell| key(cell).is_some()).count() * 2 >= cells.len()
    });
    if is_table { table(text) } else { blocks(text) }
}

fn key(typed: &str) -> Option<Key> {
    let folded = fold(typed);
    if folded.is_empty() {
        return None;
    }
    if ["name", "unit", "site", "nameoftheunit", "building", "buildingandunit", "sitename"].contains(&folded.as_str()) {
        return Some(Key::Name);
    }
    let is = |word: &str| fold(word) == folded;
    attribute::of_sites()
        .find(|attribute| is(attribute.name) || is(attribute.label) || attribute.synonyms.split('|').any(is))
        .map(Key::Field)
}

/// A table whose cells are parted by whichever sign its first line has most of.
fn table(text: &str) -> Vec<Listing> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count()).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let headers: Vec<String> = reader.headers().map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default();
    let mut listings = Vec::new();
    for row in reader.records().take(MOST) {
        let Ok(row) = row else { continue };
        let line = row.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        let pairs: Vec<(String, String)> =
            headers.iter().zip(row.iter()).map(|(header, cell)| (header.clone(), cell.trim().to_owned())).collect();
        listings.push(listing(line, pairs));
    }
    listings
}

fn blocks(text: &str) -> Vec<Listing> {
    let mut listings = Vec::new();
    let mut begin = 0;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (place, line) in text.lines().chain([""]).enumerate() {
        if line.trim().is_empty() {
            if !pairs.is_empty() && listings.len() < MOST {
                listings.push(listing(begin + 1, std::mem::take(&mut pairs)));
            }
            continue;
        }
        if pairs.is_empty() {
            begin = place;
        }
        match line.split_once(':') {
            Some((key, value)) => pairs.push((key.trim().to_owned(), value.trim().to_owned())),
            // A first line without a colon is what the unit is called.
            None if pairs.is_empty() => pairs.push(("name".to_owned(), line.trim().to_owned())),
            None => pairs.push((String::new(), line.trim().to_owned())),
        }
    }
    listings
}

fn listing(line: usize, pairs: Vec<(String, String)>) -> Listing {
    let mut typed = Typed::default();
    let mut left_out = Vec::new();
    for (header, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
        match key(&header) {
            Some(Key::Name) => typed = typed.with("name", value),
            Some(Key::Field(attribute)) if attribute.name == "rent_cents" => typed = with_rent(typed, &value),
            Some(Key::Field(attribute)) => typed = typed.with(attribute.name, value),
            None => left_out.push(format!("{header}: {value}").trim_start_matches(": ").to_owned()),
        }
    }
    let mut complaints = Complaints::default();
    let site = typed.site(&mut complaints);
    let complaints = complaints.iter().map(|(_, words)| format!("From line {line}: {words}.")).collect();
    Listing { line, site, complaints, left_out }
}

/// "$18/sf/yr NNN" is a rent with its unit and its basis.
fn with_rent(typed: Typed, value: &str) -> Typed {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '$' | ',' | '.' | ' '))).unwrap_or(value.len());
    let (amount, rest) = value.split_at(end);
    let mut typed = typed.with("rent_cents", amount.trim());
    let rest = rest.trim().trim_start_matches('/');
    if rest.is_empty() {
        return typed;
    }
    let basis = ["modified gross", "industrial gross", "triple net", "nnn", "gross", "net"]
        .into_iter()
        .find(|basis| rest.to_lowercase().contains(basis));
    let lower = rest.to_lowercase();
    let unit = basis.map_or_else(|| lower.clone(), |basis| lower.replace(basis, ""));
    let unit = unit.replace("per ", "").replace("square foot", "sf").replace("square feet", "sf").replace("year", "yr").replace("a ", "");
    let unit = unit.trim().trim_matches([',', '(', ')']).trim();
    let attribute = attribute::find("rent_unit");
    if !unit.is_empty() {
        let known = attribute.and_then(|attribute| attribute.parse(unit).ok().flatten());
        match known {
            Some(_) => typed = typed.with("rent_unit", unit),
            None => return typed.with("rent_cents", quoted(value).trim_matches(['\u{201c}', '\u{201d}'])),
        }
    }
    if let Some(basis) = basis {
        typed = typed.with("rent_basis", basis);
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_of_keys_and_values_is_read() {
        let text = "Foundry Building, unit 4\nSize: 5,200 sq ft\nRent: $16.50/sf/yr NNN\nNNN: 4.25\nPower: 400 A\nPhase: 3\nClear: 16'\nParking lot view: nice\n\nname: Shed\nDocks: 2\n";
        let listings = read(text);
        assert_eq!(listings.len(), 2);
        assert!(listings.iter().all(|one| one.complaints.is_empty()), "{listings:?}");
        let site = listings[0].site.as_ref().unwrap();
        assert_eq!(site.name, "Foundry Building, unit 4");
        assert_eq!((site.facts.number("area_sq_ft"), site.facts.number("rent_cents")), (Some(5200), Some(1650)));
        assert_eq!((site.facts.text("rent_unit"), site.facts.text("rent_basis")), (Some("sq_ft_year"), Some("nnn")));
        assert_eq!(listings[0].left_out, ["Parking lot view: nice"]);
        assert_eq!(listings[1].line, 10);
    }

    #[test]
    fn a_table_is_read_and_junk_is_named_with_its_line() {
        let text = "Unit,Square feet,Rent,Rent per,Phase\nA,5000,7000,month,3-phase\nB,large,7000,month,3-phase\n,100,,,\n";
        let listings = read(text);
        assert_eq!(listings.len(), 3);
        assert!(listings[0].site.is_some());
        assert_eq!(
            listings[1].complaints,
            ["From line 3: Floor area: write a whole number up to 10,000,000. You typed \u{201c}large\u{201d}."]
        );
        assert_eq!(listings[2].complaints, ["From line 4: Fill in the name of the unit."]);
    }

    #[test]
    fn a_rent_is_read_as_landlords_write_it() {
        for (typed, unit, basis) in [
            ("$18/sf/yr", Some("sq_ft_year"), None),
            ("18.00 per square foot per year, gross", Some("sq_ft_year"), Some("gross")),
            ("$7,150 a month", Some("month"), None),
            ("$7,150/mo modified gross", Some("month"), Some("modified_gross")),
        ] {
            let listings = read(&format!("name: A\nrent: {typed}\n"));
            let facts = listings[0].site.as_ref().map(|site| site.facts.clone()).unwrap_or_default();
            assert_eq!((facts.text("rent_unit"), facts.text("rent_basis")), (unit, basis), "{typed}: {listings:?}");
        }
        assert!(!read("name: A\nrent: 18 per moon\n")[0].complaints.is_empty());
        assert!(read("   \n").is_empty());
    }
}
