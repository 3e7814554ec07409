//! Dates, numbers, money, lists and sentences as a language writes them. The rules stand in its catalog.

use super::catalog::Args;
use super::choosing::Language;
use jiff::civil::Date;

/// The word before the last of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joiner {
    /// a, b and c.
    And,
    /// a, b or c.
    Or,
}

impl Language {
    /// A message with nothing to fill in.
    pub fn word(self, key: &str) -> String {
        self.say(key, Args::default())
    }

    /// "Friday, November 27"; with the year where it is another one than `this_year`.
    pub fn day(self, on: Date, this_year: Option<i16>) -> String {
        let is_other = this_year.is_some_and(|year| year != on.year());
        self.date(if is_other { "date-long-year" } else { "date-long" }, on)
    }

    /// "Friday, November 27, 2026".
    pub fn full_day(self, on: Date) -> String {
        self.date("date-long-year", on)
    }

    /// "November 27"; with the year where it is another one than `this_year`.
    pub fn short_day(self, on: Date, this_year: i16) -> String {
        self.date(if this_year == on.year() { "date-short" } else { "date-short-year" }, on)
    }

    fn date(self, form: &str, on: Date) -> String {
        let weekday = self.say("weekday", Args::default().count("n", i64::from(on.weekday().to_monday_one_offset())));
        let month = self.say("month", Args::default().count("n", i64::from(on.month())));
        let args = Args::default().with("weekday", weekday).with("month", month);
        self.say(form, args.with("day", on.day().to_string()).with("year", on.year().to_string()))
    }

    /// "2:41 pm", on the clock at the wall.
    pub fn clock(self, hour: i8, minute: i8) -> String {
        let half = if hour < 12 { "am" } else { "pm" };
        let of_half = if hour % 12 == 0 { 12 } else { hour % 12 };
        let args = Args::default().with("hour", of_half.to_string()).with("minute", format!("{minute:02}")).with("half", half);
        self.say("clock", args)
    }

    /// A whole number, its digits in groups of three.
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mark = self.say("number-group", Args::default());
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push_str(&mark);
            }
            text.push(digit);
        }
        if number < 0 { format!("-{text}") } else { text }
    }

    /// Dollars of integer cents; cents only where there are some.
    pub fn money(self, cents: i64) -> String {
        let mut amount = self.number(cents / 100);
        if cents % 100 != 0 {
            amount.push_str(&self.say("number-decimal", Args::default()));
            amount.push_str(&format!("{:02}", cents.unsigned_abs() % 100));
        }
        self.say("money", Args::default().with("amount", amount))
    }

    /// "a, b and c".
    pub fn list(self, names: &[String], joiner: Joiner) -> String {
        let last_two = match joiner {
            Joiner::And => "list-and",
            Joiner::Or => "list-or",
        };
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let comma = self.say("list-comma", Args::default());
                self.say(last_two, Args::default().with("first", first.join(&comma)).with("last", last.clone()))
            }
        }
    }

    /// Begins with a capital and ends with one mark: what was typed becomes a sentence.
    pub fn sentence(self, text: &str) -> String {
        let text = text.trim();
        let last = text.chars().rev().find(|letter| !"\"'\u{201d}\u{2019})\u{2069}".contains(*letter));
        let is_whole = last.is_none_or(|letter| ".?!\u{2026}\u{3002}\u{ff1f}\u{ff01}\u{61f}".contains(letter));
        let end = if is_whole { String::new() } else { self.say("sentence-end", Args::default()) };
        capital(text) + &end
    }

    /// Whole sentences, one after the other; blank ones are left out.
    pub fn join(self, sentences: &[String]) -> String {
        let whole: Vec<String> = sentences.iter().map(|text| self.sentence(text)).filter(|text| !text.is_empty()).collect();
        whole.join(&self.say("sentence-space", Args::default()))
    }
}

/// With a capital at its start, where its letters have capitals. Marks that only tell directions are passed over.
pub fn capital(text: &str) -> String {
    let start = text.find(|letter: char| !matches!(letter, '\u{2066}'..='\u{2069}')).unwrap_or(0);
    let (marks, rest) = text.split_at(start);
    let mut letters = rest.chars();
    letters.next().map_or_else(String::new, |first| format!("{marks}{}{}", first.to_uppercase(), letters.as_str()))
}
