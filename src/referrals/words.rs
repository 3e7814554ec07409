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
use crate::i18n::{Args, Language};

/// What a sentence may mention. Every field may be missing, and the sentence is still a good one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// In which language they are told.
    pub language: Language,
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
    /// It is told to the trainee it is for.
    pub is_training: bool,
    /// They said yes to sharing, and it is not sent yet.
    pub is_agreed: bool,
    /// It was sent elsewhere, before it was kept here, and is still open.
    pub is_elsewhere: bool,
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
    /// The day by which it was due is over.
    pub is_overdue: bool,
}

impl Facts<'_> {
    /// A message of the catalog, filled with these facts. Optional parts that are missing are blank.
    pub(super) fn say(&self, key: &str) -> String {
        self.say_with(key, |args| args)
    }

    /// The same with more to fill in.
    pub(super) fn say_with<'w>(&self, key: &str, more: impl FnOnce(Args<'w>) -> Args<'w>) -> String {
        self.language.say(key, more(self.args()))
    }

    /// Several messages.
    pub(super) fn all(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.say(key)).collect()
    }

    /// A message where something holds, else a blank.
    pub(super) fn only(&self, holds: bool, key: &str) -> String {
        if holds { self.say(key) } else { String::new() }
    }

    /// A fact that is a sentence of its own, if it is there.
    pub(super) fn maybe(&self, text: Option<&str>) -> String {
        text.map(|text| self.language.sentence(text)).unwrap_or_default()
    }

    /// Whole sentences, one after the other.
    pub(super) fn join(&self, sentences: &[String]) -> String {
        self.language.join(sentences)
    }

    /// The day in words.
    fn day(&self, on: Date) -> String {
        self.language.day(on, self.this_year)
    }

    /// A small phrase around a day, or a blank.
    fn phrase(&self, key: &str, on: Option<Date>) -> String {
        on.map(|on| self.language.say(key, Args::default().with("day", self.day(on)))).unwrap_or_default()
    }

    /// A small phrase around a word, or a blank.
    fn around(&self, key: &str, word: Option<&str>) -> String {
        word.map(|word| self.language.say(key, Args::default().with("word", word.trim_end_matches(['.', '。'])))).unwrap_or_default()
    }

    fn args<'w>(&self) -> Args<'w> {
        let say = |key| self.language.say(key, Args::default());
        let plain = |word: Option<&str>| word.unwrap_or_default().trim_end_matches(['.', '。']).to_owned();
        let by = self.phrase(if self.is_overdue { "phrase-by-over" } else { "phrase-by" }, self.due_on);
        Args::default()
            .with("org", self.org.map_or_else(|| say("the-partner"), str::to_owned))
            .with("advisor", self.advisor.map_or_else(|| say("your-advisor"), str::to_owned))
            .with("contact", plain(self.contact))
            .with("phone", plain(self.phone))
            .with("need", plain(self.need))
            .with("for-need", self.around("phrase-for-need", self.need))
            .with("with-need", self.around("phrase-with-need", self.need))
            .with("by-or-next", if self.due_on.is_some() { by.clone() } else { say("phrase-next") })
            .with("by", by)
            .with("due", self.due_on.map(|on| self.day(on)).unwrap_or_default())
            .with("by-until", self.phrase("phrase-by", self.until_on))
            .with("until", self.phrase("phrase-until", self.until_on))
            .with("on-until", self.phrase("phrase-on", self.until_on))
            .with("around", self.phrase("phrase-around", self.next_on))
            .with("next-day", self.next_on.map(|on| self.day(on)).unwrap_or_default())
            .with("review-day", self.review_on.map(|on| self.day(on)).unwrap_or_default())
            .with("until-review", self.phrase("phrase-until", self.review_on))
            .with("change-day", self.change_until.map(|on| self.day(on)).unwrap_or_default())
            .with("items", plain(self.items))
            .with("what", self.around("phrase-what", self.question))
            .with("question", self.question.map_or_else(|| say("one-more-thing"), |asked| plain(Some(asked))))
            .with("step", plain(self.next_step))
            .with("outcome", self.outcome.map_or_else(|| say("work-is-done"), str::to_owned))
            .with("new-org", plain(self.new_org))
            .count("days", i64::from(self.usual_days.or(self.waited_days).unwrap_or_default()))
            .count("waited", i64::from(self.waited_days.unwrap_or_default()))
            .count("place", i64::from(self.waitlist_position.unwrap_or_default()))
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

/// Where it stands, as a clause in the entrepreneur's words.
pub(super) fn stands(status: Status, f: &Facts) -> String {
    f.say(match status {
        Status::Draft => "stands-draft",
        Status::Requested => "stands-requested",
        Status::Received => "stands-received",
        Status::Accepted => "stands-accepted",
        Status::Rejected => "stands-rejected",
        Status::InProgress => "stands-in-progress",
        Status::OnHold => "stands-on-hold",
        Status::Completed => "stands-completed",
        Status::Failed => "stands-failed",
        Status::Cancelled => "stands-cancelled",
        Status::EnteredInError => "stands-entered-in-error",
    })
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
