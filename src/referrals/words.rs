//! Words for the entrepreneur: the facts that sentences are made of, and small helpers.
//!
//! What each side reads is in four places: `Status::label` (staff and partners), `told` (the notice
//! for each transition; its second half is `told_ends`), `status_page` (headline, what happens next, need I do anything) and
//! `stations` (the five steps).
//!
//! The pattern is: what happened. Who moves next, by when. What you can do. Bad news comes first;
//! nobody is blamed; a date is a date, not a number of days.
//!
//! Form of the texts that come from code tables:
//! - a reason's `entrepreneur_sentence` is a whole sentence with its period. It never stands after
//!   "because". In it, "they" is the partner, "we" is the program, "you" is the entrepreneur.
//! - a stage's or outcome's `entrepreneur_label` is a clause with a subject and a capital letter
//!   and without a period: "You visit spaces". Here the period is added.

use jiff::civil::Date;

use super::lifecycle::{Party, Status};
use super::replay::Ball;

/// What a sentence may mention. Every field may be missing, and the sentence is still a good one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// The entrepreneur's first name.
    pub first_name: Option<&'a str>,
    /// The partner organization.
    pub org: Option<&'a str>,
    /// The person at the partner.
    pub contact: Option<&'a str>,
    /// The advisor, as the entrepreneur knows them.
    pub advisor: Option<&'a str>,
    pub program: Option<&'a str>,
    /// The telephone number to call with questions.
    pub phone: Option<&'a str>,
    /// Follows "help with": "space".
    pub need: Option<&'a str>,
    /// The entrepreneur asked for this referral.
    pub asked_for_it: bool,
    /// Who did it, where it makes a difference: a spoken yes, a report by the advisor.
    pub by: Option<Party>,
    /// Who has the ball now.
    pub ball: Option<Ball>,
    /// By when the next one moves.
    pub due_on: Option<Date>,
    /// How many business days the partner usually takes to answer.
    pub usual_days: Option<u32>,
    /// For how many business days nobody answered.
    pub waited_days: Option<u32>,
    /// The sentence of a reason code, or the words typed for `other`.
    pub reason: Option<&'a str>,
    /// The clause of a stage.
    pub stage: Option<&'a str>,
    /// What comes next, in words.
    pub next_step: Option<&'a str>,
    pub next_on: Option<Date>,
    /// When a pause is looked at again.
    pub review_on: Option<Date>,
    pub waitlist_position: Option<u32>,
    /// What is shared, in words: "your space needs, size and area".
    pub items: Option<&'a str>,
    /// When the permission ends, or ended.
    pub until_on: Option<Date>,
    /// What the partner asks, and of whom (`None`: the entrepreneur).
    pub question: Option<&'a str>,
    pub asked_of: Option<Ball>,
    /// The clause of an outcome.
    pub outcome: Option<&'a str>,
    /// The entrepreneur said no, or not as reported.
    pub is_disputed: bool,
    /// Until when a given answer can be changed.
    pub change_until: Option<Date>,
    /// The status that an undo led back to.
    pub back_to: Option<Status>,
    /// The partner that is tried next.
    pub new_org: Option<&'a str>,
    /// The year to leave out of dates.
    pub this_year: Option<i16>,
}

impl<'a> Facts<'a> {
    /// "Northgate Makers Trust", or "the partner".
    pub(super) fn org(&self) -> &'a str {
        self.org.unwrap_or("the partner")
    }

    /// "Renée", or "your advisor".
    pub(super) fn advisor(&self) -> &'a str {
        self.advisor.unwrap_or("your advisor")
    }

    /// " by Friday, November 27", or nothing.
    pub(super) fn by(&self, on: Option<Date>) -> String {
        self.with(" by ", on)
    }

    /// A small word and the date, or nothing.
    pub(super) fn with(&self, word: &str, on: Option<Date>) -> String {
        on.map(|on| format!("{word}{}", self.day(on))).unwrap_or_default()
    }

    /// " by Friday, November 27", or " next".
    pub(super) fn by_or_next(&self, on: Option<Date>) -> String {
        on.map_or_else(|| " next".to_owned(), |_| self.by(on))
    }

    /// The need after a few words, or nothing.
    pub(super) fn need(&self, word: &str) -> String {
        self.need.map(|need| format!("{word}{}", need.trim_end_matches('.'))).unwrap_or_default()
    }

    /// The day in words.
    pub(super) fn day(&self, on: Date) -> String {
        day_in_words(on, self.this_year)
    }
}

/// "Friday, November 27"; with the year where it is another one than `this_year`.
#[must_use]
pub fn day_in_words(on: Date, this_year: Option<i16>) -> String {
    let format = match this_year {
        Some(year) if year != on.year() => "%A, %B %-d, %Y",
        _ => "%A, %B %-d",
    };
    on.strftime(format).to_string()
}

/// "a, b or c".
#[must_use]
pub fn list(names: &[&str], joiner: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {joiner} {last}", first.join(", ")),
    }
}

/// Begins with a capital and ends with one mark: what was typed becomes a sentence.
#[must_use]
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let is_ended = text.trim_end_matches(['"', '”', ')']).ends_with(['.', '?', '!', '。', '？']);
    let end = if is_ended { "" } else { "." };
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).chain(end.chars()).collect(),
        None => String::new(),
    }
}

/// Sentences with one space between them; the empty ones are left out.
pub(super) fn join(sentences: &[String]) -> String {
    let whole: Vec<_> = sentences.iter().map(|text| sentence(text)).filter(|text| !text.is_empty()).collect();
    whole.join(" ")
}

/// A fact that is a sentence of its own, if it is there.
pub(super) fn maybe(text: Option<&str>) -> String {
    text.map(sentence).unwrap_or_default()
}

/// Where it stands, as a clause in the entrepreneur's words.
pub(super) fn stands(status: Status, f: &Facts) -> String {
    let org = f.org();
    match status {
        Status::Draft => "being prepared".to_owned(),
        Status::Requested => format!("sent to {org}"),
        Status::Received => format!("{org} is reading it"),
        Status::Accepted => format!("{org} said yes"),
        Status::Rejected => format!("{org} cannot help with this"),
        Status::InProgress => "work is under way".to_owned(),
        Status::OnHold => format!("on pause{}", f.with(" until ", f.review_on)),
        Status::Completed => format!("{org} says it is done"),
        Status::Failed => "it did not work out".to_owned(),
        Status::Cancelled => "stopped".to_owned(),
        Status::EnteredInError => "taken out".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_said_with_its_year_only_in_another_year() {
        let day = date(2026, 11, 27);
        assert_eq!(day_in_words(day, Some(2026)), "Friday, November 27");
        assert_eq!(day_in_words(day, Some(2027)), "Friday, November 27, 2026");
        assert_eq!(day_in_words(day, None), "Friday, November 27");
        assert_eq!(day_in_words(date(2026, 12, 1), None), "Tuesday, December 1");
    }

    #[test]
    fn what_was_typed_becomes_a_sentence() {
        assert_eq!(sentence(" the dock is too low "), "The dock is too low.");
        assert_eq!(sentence("When do you open?"), "When do you open?");
        assert_eq!(sentence("they said \"no.\""), "They said \"no.\"");
        assert_eq!(sentence("they said \"no\""), "They said \"no\".");
        assert_eq!(sentence("école"), "École.");
        assert_eq!(sentence("  "), "");
    }

    #[test]
    fn names_are_listed_as_people_say_them() {
        assert_eq!(list(&[], "or"), "");
        assert_eq!(list(&["Ada"], "or"), "Ada");
        assert_eq!(list(&["Ada", "Rosa", "Ngozi"], "or"), "Ada, Rosa or Ngozi");
    }
}
