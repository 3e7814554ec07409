//! What a partner offers, in the words of Open Referral HSDS: a service at a location. Pure.

use super::capacity::Said;
use crate::values::{Complaint, Day, Kind, Line, Note, OfferId, ServiceStatus, codes, quoted};

/// A check that is older than this says little.
pub const CHECKED_DAYS: i64 = 180;

/// Something a partner offers at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: OfferId,
    /// Row key of the partner.
    pub partner: i64,
    /// What is known of it.
    pub facts: ServiceFacts,
    /// When somebody last made sure that all this is true.
    pub checked_on: Option<Day>,
    /// Name of who did, where it is known.
    pub checked_by: Option<String>,
    /// Whether it takes anybody.
    pub capacity: Said,
    /// Counts edits.
    pub version: i64,
}

/// What is known of a service when it is listed, or afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceFacts {
    /// As it is called.
    pub name: Line,
    /// The kind of referral it answers.
    pub kind: Kind,
    /// Whether it is offered.
    pub status: ServiceStatus,
    /// What it is.
    pub about: Option<Note>,
    /// How to ask for it.
    pub application_process: Option<Note>,
    /// For whom.
    pub eligibility: Option<Note>,
    /// What it costs, in words.
    pub fees: Option<Note>,
    /// Whether it costs nothing, where that is known.
    pub is_free: Option<bool>,
    /// How long it takes, in words.
    pub wait_time: Option<Line>,
    /// When, in words.
    pub schedule: Option<Note>,
    /// What one must know first.
    pub alert: Option<Note>,
    /// Where.
    pub location: Location,
    /// Codes of languages.
    pub languages: Vec<String>,
    /// What to bring.
    pub documents: Vec<Line>,
    /// Boroughs, zones, neighborhoods it serves; everywhere where there is none.
    pub areas: Vec<Line>,
}

/// Where a service is given.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Location {
    /// The place as it is called.
    pub name: Option<Line>,
    /// Street.
    pub street: Option<Line>,
    /// City.
    pub city: Option<Line>,
    /// Postal code.
    pub postal_code: Option<Line>,
    /// Degrees north and east.
    pub point: Option<Point>,
}

/// Degrees north, degrees east. Within the globe.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

impl Point {
    /// Both or neither.
    pub fn maybe(latitude: &str, longitude: &str) -> Result<Option<Self>, Complaint> {
        let (latitude, longitude) = (latitude.trim(), longitude.trim());
        if latitude.is_empty() && longitude.is_empty() {
            return Ok(None);
        }
        let degrees = |text: &str, most: f64| text.parse::<f64>().ok().filter(|degrees| degrees.is_finite() && degrees.abs() <= most);
        match (degrees(latitude, 90.0), degrees(longitude, 180.0)) {
            (Some(latitude), Some(longitude)) => Ok(Some(Self { latitude, longitude })),
            _ => Err(Complaint::new(format!(
                "Write latitude and longitude in degrees, such as 40.6892 and -74.0104, or neither. You typed {} and {}",
                quoted(latitude),
                quoted(longitude)
            ))),
        }
    }
}

impl Location {
    /// "Pier 3, 12 Dock Street, Riverton 43004"; nothing where nothing is known.
    pub fn words(&self) -> Option<String> {
        let town: Vec<&str> = [&self.city, &self.postal_code].into_iter().flatten().map(Line::as_str).collect();
        let town = town.join(" ");
        let parts: Vec<&str> =
            [&self.name, &self.street].into_iter().flatten().map(Line::as_str).chain((!town.is_empty()).then_some(town.as_str())).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

impl ServiceFacts {
    /// A service of which only its name and its kind are known.
    pub fn named(name: Line, kind: Kind) -> Self {
        Self {
            name,
            kind,
            status: ServiceStatus::Active,
            about: None,
            application_process: None,
            eligibility: None,
            fees: None,
            is_free: None,
            wait_time: None,
            schedule: None,
            alert: None,
            location: Location::default(),
            languages: Vec::new(),
            documents: Vec::new(),
            areas: Vec::new(),
        }
    }

    /// The names of the fields in which two differ, as HSDS calls them: what the record keeps of an edit.
    pub fn changed_fields(&self, other: &Self) -> Vec<&'static str> {
        let fields = [
            ("name", self.name != other.name),
            ("kind", self.kind != other.kind),
            ("status", self.status != other.status),
            ("description", self.about != other.about),
            ("application_process", self.application_process != other.application_process),
            ("eligibility_description", self.eligibility != other.eligibility),
            ("fees_description", self.fees != other.fees || self.is_free != other.is_free),
            ("wait_time", self.wait_time != other.wait_time),
            ("schedule", self.schedule != other.schedule),
            ("alert", self.alert != other.alert),
            ("location", self.location != other.location),
            ("languages", self.languages != other.languages),
            ("required_documents", self.documents != other.documents),
            ("service_areas", self.areas != other.areas),
        ];
        fields.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
    }
}

/// How sure one can be of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// Nobody ever checked it.
    Never,
    /// Checked on a day not long ago.
    Checked(Day),
    /// Checked on a day more than 180 days ago.
    Old(Day),
}

/// How sure one can be on a day.
pub fn freshness(checked_on: Option<Day>, today: Day) -> Freshness {
    match checked_on {
        None => Freshness::Never,
        Some(day) if day.days_until(today) > CHECKED_DAYS => Freshness::Old(day),
        Some(day) => Freshness::Checked(day),
    }
}

/// Reads a list as typed: one on each line, or parted by semicolons. Each once, in the order typed.
pub fn lines(typed: &str, what: &str) -> Result<Vec<Line>, Complaint> {
    let mut lines: Vec<Line> = Vec::new();
    for part in typed.split(['\n', '\r', ';']) {
        if let Some(line) = Line::maybe(part, what)?
            && !lines.contains(&line)
        {
            lines.push(line);
        }
    }
    Ok(lines)
}

/// Reads languages: codes, or names in English, of the list of languages. Each once, in the order of that list.
pub fn languages<'t>(typed: impl IntoIterator<Item = &'t str>) -> Result<Vec<String>, Complaint> {
    let typed: Vec<&str> = typed.into_iter().map(str::trim).filter(|word| !word.is_empty()).collect();
    let all = codes::rows(codes::List::Languages);
    let is = |code: &codes::Code, word: &str| code.code.eq_ignore_ascii_case(word) || code.label.eq_ignore_ascii_case(word);
    if let Some(unknown) = typed.iter().find(|word| !all.iter().any(|code| is(code, word))) {
        return Err(Complaint::new(format!("Write languages as the list has them, such as Spanish. You typed {}", quoted(unknown))));
    }
    Ok(all.iter().filter(|code| typed.iter().any(|word| is(code, word))).map(|code| code.code.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_holds_for_180_days() {
        let day = |text| Day::parse(text).unwrap();
        let checked = day("2026-05-29");
        assert_eq!(freshness(None, day("2026-11-25")), Freshness::Never);
        assert_eq!(freshness(Some(checked), day("2026-11-25")), Freshness::Checked(checked), "the 180th day");
        assert_eq!(freshness(Some(checked), day("2026-11-26")), Freshness::Old(checked), "the 181st");
    }

    #[test]
    fn lists_are_read_line_by_line_or_by_semicolons_and_each_thing_once() {
        let read = |typed| lines(typed, "what to bring").map(|lines| lines.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(read("Lease\r\n Two years of taxes ;Lease\n\n"), Ok(vec!["Lease".to_owned(), "Two years of taxes".to_owned()]));
        assert_eq!(read(""), Ok(Vec::new()));
        assert!(read(&"x".repeat(201)).is_err());
    }

    #[test]
    fn languages_are_known_by_code_and_by_name_and_nothing_else_is_one() {
        assert_eq!(languages(["vietnamese", " es", "Spanish"]), Ok(vec!["es".to_owned(), "vi".to_owned()]));
        assert!(languages(["Klingon"]).is_err_and(|complaint| complaint.0.contains("Klingon")));
    }

    #[test]
    fn a_point_is_on_the_globe_and_whole() {
        assert!(Point::maybe("40.6892", "-74.0104").is_ok_and(|point| point.is_some()));
        assert_eq!(Point::maybe(" ", ""), Ok(None));
        for (latitude, longitude) in [("40.7", ""), ("-74.0", "240"), ("91", "0"), ("NaN", "0"), ("inf", "0"), ("north", "east")] {
            assert!(Point::maybe(latitude, longitude).is_err(), "{latitude} {longitude}");
        }
    }

    #[test]
    fn a_place_is_written_on_one_line() {
        let line = |text| Line::maybe(text, "x").unwrap();
        let place = Location { name: line("Pier 3"), street: None, city: line("Riverton"), postal_code: line("43004"), point: None };
        assert_eq!(place.words().as_deref(), Some("Pier 3, Riverton 43004"));
        assert_eq!(Location::default().words(), None);
    }

    #[test]
    fn an_edit_is_known_by_the_names_of_its_fields() {
        let one = ServiceFacts::named(Line::parse("Loans", "the name").unwrap(), Kind::BusinessDevelopment);
        let mut other = one.clone();
        assert!(one.changed_fields(&other).is_empty());
        other.is_free = Some(true);
        other.languages = vec!["es".to_owned()];
        assert_eq!(one.changed_fields(&other), ["fees_description", "languages"]);
    }
}
