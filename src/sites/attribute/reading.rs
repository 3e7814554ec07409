//! Reading what people type about units, and writing it again.

use super::{Attribute, Form, Value};
use crate::values::{Cents, Complaint, grouped, quoted};
use crate::values::{Line, fold};

/// Twelve.
const INCHES: i64 = 12;
/// Feet beyond this are a slip of the keys.
const MOST_FEET: i64 = 2_000;

impl Attribute {
    pub(super) fn whole(&self, typed: &str, most: i64) -> Result<i64, Complaint> {
        let bare: String = strip_unit(typed, self.unit).chars().filter(|c| !matches!(c, ',' | ' ')).collect();
        let bare = bare.strip_suffix(".0").unwrap_or(&bare);
        let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
        bare.parse::<i64>().ok().filter(|number| is_number && *number <= most).ok_or_else(|| {
            Complaint::new(format!("{}: write a whole number up to {}. You typed {}", self.label, grouped(most), quoted(typed)))
        })
    }

    /// `14`, `14.5`, `14 ft`, `14'6"` or `14 ft 6 in`, in inches.
    pub(super) fn inches(&self, typed: &str) -> Result<i64, Complaint> {
        inches(typed)
            .filter(|inches| *inches <= MOST_FEET * INCHES)
            .ok_or_else(|| Complaint::new(format!("{}: write feet such as 14, 14.5 or 14'6\". You typed {}", self.label, quoted(typed))))
    }

    pub(super) fn yes_or_no(&self, typed: &str) -> Result<bool, Complaint> {
        match fold(typed).as_str() {
            "yes" | "y" | "true" | "1" | "x" => Ok(true),
            "no" | "n" | "false" | "0" | "none" => Ok(false),
            _ => Err(Complaint::new(format!("{}: write yes or no, or leave it empty. You typed {}", self.label, quoted(typed)))),
        }
    }

    /// Words parted by commas, each once.
    pub(super) fn list(&self, typed: &str) -> Result<Option<Value>, Complaint> {
        let mut words: Vec<String> = Vec::new();
        for word in typed.split([',', ';', '|', '\n']) {
            if let Some(word) = Line::maybe(word, &format!("the field {}", self.label))?
                && !words.iter().any(|known| fold(known) == fold(word.as_str()))
            {
                words.push(word.to_string());
            }
        }
        let text = words.join(", ");
        if text.chars().count() > 400 {
            return Err(Complaint::new(format!("{}: these are more words than fit. Shorten them to 400 characters", self.label)));
        }
        Ok((!text.is_empty()).then_some(Value::Text(text)))
    }

    pub(super) fn choice(&self, typed: &str, words: &[(&'static str, &'static str)]) -> Result<&'static str, Complaint> {
        let folded = fold(typed);
        let same = |word: &str| fold(word) == folded;
        let known = words.iter().find(|(code, label)| same(code) || same(label)).or_else(|| {
            let spelled = SPELLINGS.iter().find(|(name, spelling, _)| *name == self.name && *spelling == folded)?;
            words.iter().find(|(code, _)| *code == spelled.2)
        });
        known.map(|(code, _)| *code).ok_or_else(|| {
            let codes = words.iter().map(|(code, _)| code.replace('_', " ")).collect::<Vec<_>>().join(", ");
            Complaint::new(format!("{}: write one of {codes}. You typed {}", self.label, quoted(typed)))
        })
    }

    pub(super) fn degrees(&self, typed: &str, most: i64) -> Result<i64, Complaint> {
        let complaint = || {
            Complaint::new(format!("{}: write degrees from -{most} to {most}, such as 40.6782. You typed {}", self.label, quoted(typed)))
        };
        let (sign, bare) = typed.strip_prefix('-').map_or((1, typed), |bare| (-1, bare));
        let (whole, part) = bare.split_once('.').unwrap_or((bare, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(part) || whole.len() > 3 {
            return Err(complaint());
        }
        let part: String = part.chars().chain("000000".chars()).take(6).collect();
        let whole: i64 = whole.parse().map_err(|_| complaint())?;
        let part: i64 = part.parse().map_err(|_| complaint())?;
        let millionths = whole * 1_000_000 + part;
        if millionths <= most * 1_000_000 { Ok(sign * millionths) } else { Err(complaint()) }
    }

    /// As it stands in a form.
    pub fn typed(&self, value: &Value) -> String {
        match (self.form, value) {
            (Form::Money, Value::Number(cents)) => Cents::new(*cents).to_string().trim_start_matches('$').to_owned(),
            (Form::Feet, Value::Number(inches)) => feet(*inches),
            (Form::Degrees(_), Value::Number(degrees)) => degrees_words(*degrees),
            (Form::Whole(_), Value::Number(number)) => grouped(*number),
            (_, Value::Number(number)) => number.to_string(),
            (_, Value::Yes(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
            (_, Value::Text(text)) => text.clone(),
            (_, Value::Day(day)) => day.to_string(),
        }
    }

    /// As people read it: "14 ft", "3-phase", "yes".
    pub fn shown(&self, value: &Value) -> String {
        match (self.form, value) {
            (Form::Choice(words), Value::Text(code)) => {
                words().iter().find(|(known, _)| known == code).map_or_else(|| code.clone(), |(_, label)| (*label).to_owned())
            }
            (Form::Money, Value::Number(cents)) => format!("{} {}", Cents::new(*cents), self.unit).trim().to_owned(),
            (Form::Feet, Value::Number(inches)) if inches % INCHES != 0 => {
                format!("{} ft {} in", inches / INCHES, inches % INCHES)
            }
            (_, Value::Number(_)) => format!("{} {}", self.typed(value), self.unit).trim().to_owned(),
            _ => self.typed(value),
        }
    }
}

/// Words of landlords for the words of the house: attribute, spelling, code.
const SPELLINGS: &[(&str, &str, &str)] = &[
    ("rent_unit", "sfyr", "sq_ft_year"),
    ("rent_unit", "sfyear", "sq_ft_year"),
    ("rent_unit", "sqftyr", "sq_ft_year"),
    ("rent_unit", "psf", "sq_ft_year"),
    ("rent_unit", "sfmo", "sq_ft_month"),
    ("rent_unit", "sqftmo", "sq_ft_month"),
    ("rent_unit", "sfmonth", "sq_ft_month"),
    ("rent_unit", "mo", "month"),
    ("rent_unit", "permonth", "month"),
    ("rent_unit", "monthly", "month"),
    ("rent_basis", "triplenet", "nnn"),
    ("rent_basis", "net", "nnn"),
    ("rent_basis", "nnn", "nnn"),
    ("rent_basis", "gross", "gross"),
    ("rent_basis", "fullservice", "gross"),
    ("rent_basis", "modgross", "modified_gross"),
    ("rent_basis", "mg", "modified_gross"),
    ("rent_basis", "ig", "industrial_gross"),
    ("power_phase", "3", "three"),
    ("power_phase", "3ph", "three"),
    ("power_phase", "threephase", "three"),
    ("power_phase", "1", "single"),
    ("power_phase", "1ph", "single"),
    ("power_volts", "208", "120/208"),
    ("power_volts", "240", "120/240"),
    ("power_volts", "480", "277/480"),
    ("power_volts", "600", "347/600"),
    ("truck_size", "53", "fifty_three"),
    ("truck_size", "53ft", "fifty_three"),
    ("truck_size", "40", "forty"),
    ("truck_size", "40ft", "forty"),
    ("tenure", "forlease", "lease"),
    ("tenure", "rent", "lease"),
    ("tenure", "forsale", "buy"),
    ("tenure", "sale", "buy"),
    ("tenure", "colease", "shared"),
    ("tenure", "sublet", "sublease"),
];

/// A number without the unit behind it: "400 A", "5,200 sq ft".
fn strip_unit<'t>(typed: &'t str, unit: &str) -> &'t str {
    let bare = typed.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | '/') || c.is_whitespace());
    let behind = typed.get(bare.len()..).unwrap_or_default();
    let known = [unit, "sf", "sqft", "square feet", "amps", "amp", "lbs", "psf", "months", "month", "doors", "docks", "ton"];
    if !bare.is_empty() && known.iter().any(|known| !known.is_empty() && fold(known) == fold(behind)) { bare } else { typed }
}

fn inches(typed: &str) -> Option<i64> {
    let lower = typed.trim().to_lowercase();
    let (feet, rest) = match lower.find(['\'', '\u{2032}', 'f']) {
        Some(place) => (lower.get(..place)?, lower.get(place..)?.trim_start_matches(['\'', '\u{2032}', 'f', 't', 'e', '.', ' '])),
        None => (lower.as_str(), ""),
    };
    let rest = rest.trim_end_matches(['"', '\u{2033}', 'i', 'n', 'c', 'h', 'e', 's', '.', ' ']).trim();
    let more: i64 = if rest.is_empty() { 0 } else { rest.parse().ok().filter(|more| (0..INCHES).contains(more))? };
    let feet = feet.trim();
    let (whole, part) = feet.split_once('.').unwrap_or((feet, ""));
    let is_number =
        !whole.is_empty() && whole.len() <= 5 && part.len() <= 3 && feet.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let thousandths: i64 = format!("{part:0<3}").parse().ok().filter(|_| is_number)?;
    Some(whole.parse::<i64>().ok()? * INCHES + (thousandths * INCHES + 500) / 1000 + more)
}

fn feet(inches: i64) -> String {
    match inches % INCHES {
        0 => (inches / INCHES).to_string(),
        more => format!("{}'{more}\"", inches / INCHES),
    }
}

fn degrees_words(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, part) = (millionths.abs() / 1_000_000, millionths.abs() % 1_000_000);
    format!("{sign}{whole}.{part:06}")
}
