//! A point on the earth in whole microdegrees of WGS 84: about four inches, so that inside and outside are exact.

use super::{Complaint, quoted};

const DEGREE: f64 = 1_000_000.0;
/// Nobody lives south of here: a latitude beyond it is a longitude that lost its place.
const SOUTHERNMOST: i32 = -60_000_000;

/// Latitude and longitude in microdegrees. Always on the earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Point {
    latitude_e6: i32,
    longitude_e6: i32,
}

impl Point {
    /// A point from stored microdegrees.
    pub fn new(latitude_e6: i32, longitude_e6: i32) -> Option<Self> {
        let is_on_earth = latitude_e6.abs() <= 90_000_000 && longitude_e6.abs() <= 180_000_000;
        is_on_earth.then_some(Self { latitude_e6, longitude_e6 })
    }

    /// A point from degrees, rounded to the microdegree.
    pub fn from_degrees(latitude: f64, longitude: f64) -> Option<Self> {
        Self::new(micro(latitude)?, micro(longitude)?)
    }

    /// Reads "40.71280, -73.95610": latitude first, as maps give it.
    pub fn parse(typed: &str) -> Result<Self, Complaint> {
        let shape =
            || Complaint::new(format!("Write latitude and longitude in degrees, such as 40.71280, -73.95610. You typed {}", quoted(typed)));
        let text = typed.replace("° ", "°");
        let text = text.trim().trim_start_matches('(').trim_end_matches(')');
        let parts: Vec<&str> = text.split([',', ';', ' ', '\t']).filter(|part| !part.is_empty()).collect();
        let [latitude, longitude] = parts.as_slice() else { return Err(shape()) };
        Self::parse_pair(latitude, longitude)
    }

    /// Reads a point; nothing typed is nothing.
    pub fn maybe(typed: &str) -> Result<Option<Self>, Complaint> {
        if typed.trim().is_empty() { Ok(None) } else { Self::parse(typed).map(Some) }
    }

    /// Reads latitude and longitude from two fields.
    pub fn parse_pair(latitude: &str, longitude: &str) -> Result<Self, Complaint> {
        let latitude = degrees(latitude, "latitude", ['N', 'S'])?;
        let longitude = degrees(longitude, "longitude", ['E', 'W'])?;
        if latitude.abs() > 180.0 || longitude.abs() > 180.0 {
            return Err(Complaint::new(
                "These numbers are no degrees: they look like the feet or meters of a map grid. Take latitude and longitude from the map instead, such as 40.71280, -73.95610",
            ));
        }
        let point = Self::from_degrees(latitude, longitude);
        match point {
            Some(point) if point.latitude_e6 == 0 && point.longitude_e6 == 0 => {
                Err(Complaint::new("0, 0 is a point in the ocean. Leave the place empty if it is not known"))
            }
            Some(point) if point.latitude_e6 >= SOUTHERNMOST => Ok(point),
            _ => Err(Complaint::new(format!(
                "Latitude and longitude look swapped: latitude comes first. Did you mean {longitude}, {latitude}?"
            ))),
        }
    }

    /// Degrees north, in millionths.
    pub fn latitude_e6(self) -> i32 {
        self.latitude_e6
    }

    /// Degrees east, in millionths.
    pub fn longitude_e6(self) -> i32 {
        self.longitude_e6
    }

    /// True when both numbers have two decimals at most: such a point is known to about half a mile, too little to name a zone for sure.
    pub fn is_coarse(self) -> bool {
        self.latitude_e6 % 10_000 == 0 && self.longitude_e6 % 10_000 == 0
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let part =
            |e6: i32| format!("{}{}.{:06}", if e6 < 0 { "-" } else { "" }, e6.unsigned_abs() / 1_000_000, e6.unsigned_abs() % 1_000_000);
        write!(f, "{}, {}", part(self.latitude_e6), part(self.longitude_e6))
    }
}

/// Degrees as microdegrees, where they are degrees at all.
#[expect(clippy::cast_possible_truncation, reason = "at most 180 million, checked before")]
fn micro(degrees: f64) -> Option<i32> {
    (degrees.is_finite() && degrees.abs() <= 180.0).then(|| (degrees * DEGREE).round() as i32)
}

/// One number, with a degree sign and a letter of the compass if they were copied with it.
fn degrees(typed: &str, what: &str, letters: [char; 2]) -> Result<f64, Complaint> {
    let complaint = || Complaint::new(format!("The {what} must be a number of degrees such as 40.71280. You typed {}", quoted(typed)));
    let text = typed.trim().to_uppercase();
    let letter = text.chars().last().filter(|last| letters.contains(last));
    let number = text.trim_end_matches(letters).trim().trim_end_matches('°').trim();
    let is_plain = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+')) && number.chars().any(|c| c.is_ascii_digit());
    let value = if is_plain { number.parse::<f64>().ok() } else { None }.ok_or_else(complaint)?;
    match letter {
        Some('S' | 'W') if value > 0.0 => Ok(-value),
        _ => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(typed: &str) -> String {
        Point::parse(typed).map_or_else(|complaint| complaint.0, |point| point.to_string())
    }

    #[test]
    fn a_point_is_read_as_maps_give_it() {
        for typed in ["40.7128, -73.9561", "40.7128 -73.9561", "(40.712800, -73.956100)", "40.7128° N, 73.9561° W", "40.7128N; 73.9561W"]
        {
            assert_eq!(shown(typed), "40.712800, -73.956100", "{typed}");
        }
        assert_eq!(shown("-0.5, 0.25"), "-0.500000, 0.250000");
        assert_eq!(Point::maybe("  "), Ok(None));
    }

    #[test]
    fn what_is_no_point_is_refused_by_name() {
        assert!(shown("-73.9561, 40.7128").contains("swapped"));
        assert!(shown("144.79, 13.44").contains("swapped"));
        assert!(shown("1009000, 201000").contains("map grid"));
        assert!(shown("0, 0").contains("ocean"));
        for typed in ["40.7", "", "40.7, -73.9, 12", "forty, seven", "NaN, NaN", "1e1, 2", "40.7.1, -73", "=1, 2", "inf, 0"] {
            assert!(Point::parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn few_decimals_are_too_few_for_a_zone() {
        assert!(Point::parse("40.7, -73.9").is_ok_and(Point::is_coarse));
        assert!(Point::parse("40.7128, -73.9").is_ok_and(|point| !point.is_coarse()));
    }
}
