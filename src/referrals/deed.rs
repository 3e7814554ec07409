//! One deed on a referral: what was done, by whom, with which facts. Read from a form once, trusted afterwards.

use std::collections::BTreeMap;

use super::fact::Fact;
use super::fields::Typed;
use super::lifecycle::{Event, Party, Status, transition};
use super::replay::{Answer, Ball, Entry, Met};
use super::results;
use crate::error::Result;
use crate::values::{Complaint, Day, EventChannel, Instant, Kind, Note, Source, Vocabulary};
use crate::web::Complaints;

/// The facts of one event, each as text: dates as YYYY-MM-DD, answers as codes.
pub type Sheet = BTreeMap<Fact, String>;

/// Who acts on a referral, and by which way.
#[derive(Debug, Clone)]
pub struct Who {
    /// In what capacity.
    pub party: Party,
    /// Row key of the member of staff.
    pub account: Option<i64>,
    /// Row key of the partner's contact the link was issued to.
    pub contact: Option<i64>,
    /// The name given at the partner's.
    pub asserted_name: Option<String>,
    /// How the word reached us, on behalf of others.
    pub source: Option<Source>,
    /// By which way.
    pub channel: EventChannel,
}

impl Who {
    /// A member of staff in the capacity they have in a program: an advisor's where they have both.
    pub fn of_staff(viewer: &crate::auth::Viewer, program: i64) -> Self {
        Self::staff(if viewer.advises(program) { Party::Advisor } else { Party::Manager }, viewer.key)
    }

    /// A member of staff, as advisor or manager.
    pub fn staff(party: Party, account: i64) -> Self {
        Self { party, account: Some(account), contact: None, asserted_name: None, source: None, channel: EventChannel::Account }
    }

    /// An advisor who writes down what somebody else said.
    pub fn on_behalf(account: i64, source: Source) -> Self {
        Self {
            party: Party::AdvisorOnBehalf,
            source: Some(source),
            channel: EventChannel::OnBehalf,
            ..Self::staff(Party::Advisor, account)
        }
    }

    /// A partner by link, with the name they gave.
    pub fn partner(contact: Option<i64>, name: &str) -> Self {
        Self {
            party: Party::Partner,
            account: None,
            contact,
            asserted_name: (!name.is_empty()).then(|| name.to_owned()),
            source: None,
            channel: EventChannel::Link,
        }
    }

    /// The entrepreneur by link.
    pub fn entrepreneur() -> Self {
        Self { party: Party::Entrepreneur, account: None, contact: None, asserted_name: None, source: None, channel: EventChannel::Link }
    }

    /// The clock.
    pub fn system() -> Self {
        Self { party: Party::System, channel: EventChannel::System, ..Self::entrepreneur() }
    }
}

/// What was done, to which version of the referral.
#[derive(Debug, Clone)]
pub struct Deed {
    /// What.
    pub event: Event,
    /// The version that whoever did it had before them.
    pub version: i64,
    /// What had to be written down.
    pub sheet: Sheet,
    /// Nobody is told: a later deed of the same moment says it all.
    pub is_quiet: bool,
    /// Where several partners were asked in one act: one sentence and one notice for all of them.
    pub group: Option<Group>,
}

/// What the deeds of one act on several referrals share.
#[derive(Debug, Clone)]
pub struct Group {
    /// Names of the partners.
    pub orgs: Vec<String>,
    /// The notice goes out with this one.
    pub carries_notice: bool,
}

impl Deed {
    /// A deed without facts.
    pub fn new(event: Event, version: i64) -> Self {
        Self { event, version, sheet: Sheet::new(), is_quiet: false, group: None }
    }

    /// With one more fact.
    #[must_use]
    pub fn with(mut self, fact: Fact, value: impl Into<String>) -> Self {
        self.sheet.insert(fact, value.into());
        self
    }
}

/// One line of the log as it was kept.
#[derive(Debug, Clone)]
pub struct Happened {
    /// Row key.
    pub key: i64,
    /// 1, 2, 3 without gaps.
    pub seq: i64,
    /// What.
    pub event: Event,
    /// Before; none for the first.
    pub from: Option<Status>,
    /// After.
    pub to: Status,
    /// What was written down.
    pub sheet: Sheet,
    /// The sentence the entrepreneur was given.
    pub told: Option<String>,
    /// In what capacity.
    pub party: Party,
    /// Row key and name of the member of staff.
    pub account: Option<(i64, String)>,
    /// Name of the partner's contact the link was issued to.
    pub contact: Option<String>,
    /// The name given at the partner's.
    pub asserted_name: Option<String>,
    /// How the word reached us.
    pub source: Option<Source>,
    /// By which way.
    pub channel: EventChannel,
    /// Name of the partner at that moment.
    pub partner: Option<String>,
    /// When it took place.
    pub at: Instant,
    /// When the file was read that told it, where one did; else it was recorded as it took place.
    pub from_file: Option<Instant>,
}

impl Happened {
    /// The line as the replay reads it.
    pub fn entry(&self) -> Entry {
        Entry { is_from_file: self.from_file.is_some(), ..entry(self.event, self.party, &self.sheet) }
    }
}

/// An event with its facts, as the replay reads it.
pub fn entry(event: Event, party: Party, sheet: &Sheet) -> Entry {
    let text = |fact| sheet.get(&fact).filter(|text| !text.is_empty()).cloned();
    let ball = |fact| sheet.get(&fact).and_then(|code| Ball::parse(code).ok());
    let met = match sheet.get(&Fact::NeedMet).map(String::as_str) {
        Some("yes") => Some(Met::Yes),
        Some("partly") => Some(Met::Partly),
        Some("no") => Some(Met::No),
        _ => None,
    };
    Entry {
        event,
        party,
        stage: text(Fact::Stage),
        reason: text(Fact::Reason),
        asked_of: ball(Fact::AskedOf),
        next_move: ball(Fact::NextMove),
        // One tap says whether it met the need. Whoever says no more than that does not dispute what is reported.
        answer: met.map(|met| Answer { met, happened_as_reported: sheet.get(&Fact::Happened).is_none_or(|code| code == "yes") }),
        next_step: text(Fact::NextStep),
        wants_nothing_more: sheet.contains_key(&Fact::WantsNothingMore),
        is_from_file: false,
    }
}

/// The posted fields of a deed, before anything is believed.
#[derive(Debug, Clone)]
pub struct DeedForm {
    /// What.
    pub event: Event,
    /// A partner says yes and puts it on the waiting list in one form.
    pub then_hold: bool,
    /// The version the form was drawn from.
    pub version: i64,
    /// Its key.
    pub key: String,
    /// How an advisor knows, on behalf of others.
    pub source: String,
    /// What was typed, by fact.
    pub typed: Sheet,
    /// What was typed of the kind's own results.
    pub more: Typed,
}

/// "Yes, and then the waiting list": two events in one form.
pub const ACCEPT_AND_HOLD: &str = "accept_and_hold";

impl DeedForm {
    /// Takes the fields apart; a field that is not ours, or there twice, is refused.
    pub fn read(fields: Vec<(String, String)>) -> Result<Self> {
        let broken = crate::web::forms::broken_form;
        let mut given: BTreeMap<String, String> = BTreeMap::new();
        let mut more = Typed::new();
        for (name, value) in fields {
            if let Some(field) = results::find(&name) {
                more.entry(field.code).or_default().push(value);
                continue;
            }
            if let Some(known) = given.get_mut(&name).filter(|_| name == Fact::MoreResults.code()) {
                *known = format!("{known},{value}");
                continue;
            }
            if given.insert(name, value).is_some() {
                return Err(broken());
            }
        }
        let mut take = |name: &str| given.remove(name);
        let event = take("event").ok_or_else(broken)?;
        let then_hold = event == ACCEPT_AND_HOLD;
        let event = if then_hold { Some(Event::Accept) } else { Event::parse(&event) }.ok_or_else(broken)?;
        let version = take("version").and_then(|typed| typed.parse().ok()).ok_or_else(broken)?;
        let key = take("key").ok_or_else(broken)?;
        let source = take("source").unwrap_or_default();
        crate::web::forms::check_key(&key)?;
        let mut typed = Sheet::new();
        for (name, value) in given {
            let fact = Fact::parse(&name).filter(|fact| !fact.label().is_empty() && !is_filled(event, *fact)).ok_or_else(broken)?;
            typed.insert(fact, value);
        }
        Ok(Self { event, then_hold, version, key, source, typed, more })
    }

    /// What was typed for a fact.
    pub fn of(&self, fact: Fact) -> &str {
        self.typed.get(&fact).map_or("", String::as_str)
    }

    /// The deeds it asks for, or what is missing or malformed, field by field.
    pub fn deeds(&self, from: Status, kind: Kind, today: Day) -> std::result::Result<Vec<Deed>, Complaints> {
        let mut complaints = Complaints::default();
        let mut sheet = Sheet::new();
        for (fact, typed) in &self.typed {
            if let Some(value) = complaints.take(fact.code(), read_value(*fact, typed)).flatten() {
                sheet.insert(*fact, value);
            }
        }
        let held: Vec<Fact> = if self.then_hold { [Fact::ReviewOn, Fact::WaitlistPosition].into() } else { Vec::new() };
        let needed = needed(self.event, from, &sheet);
        for fact in needed.iter().chain(self.then_hold.then_some(&Fact::ReviewOn)) {
            if !sheet.contains_key(fact) && !is_filled(self.event, *fact) && complaints.on(fact.code()).is_none() {
                complaints.add(fact.code(), format!("Fill in: {}", fact.label()));
            }
        }
        let (answers, found) = results::read(kind, self.event, &sheet, &self.more, today);
        for (field, words) in found {
            complaints.add(field, words);
        }
        if !complaints.is_empty() {
            return Err(complaints);
        }
        if let Some(held) = results::to_hold(&answers) {
            sheet.insert(Fact::Particulars, held);
        }
        let mut deeds = vec![Deed { sheet: without(&sheet, &held), ..Deed::new(self.event, self.version) }];
        if self.then_hold {
            let hold = held.iter().filter_map(|fact| sheet.get(fact).map(|value| (*fact, value.clone())));
            let sheet = hold.chain([(Fact::Reason, "waitlist".to_owned())]).collect();
            // The yes comes first and moves the version on by one.
            deeds.push(Deed { sheet, ..Deed::new(Event::Hold, self.version + 1) });
        }
        Ok(deeds)
    }
}

fn without(sheet: &Sheet, left_out: &[Fact]) -> Sheet {
    sheet.iter().filter(|(fact, _)| !left_out.contains(fact)).map(|(fact, value)| (*fact, value.clone())).collect()
}

/// Everything an event must write down from here, with what the answers so far call for.
pub fn needed(event: Event, from: Status, sheet: &Sheet) -> Vec<Fact> {
    let row = transition(event, Some(from)).or_else(|| transition(event, None));
    let mut needed: Vec<Fact> = row.map_or(&[][..], |row| row.records).to_vec();
    for (fact, code) in sheet {
        needed.extend(fact.also_needs(code));
    }
    needed
}

/// Facts that `record` fills in by itself, so that no form can claim them.
pub fn is_filled(event: Event, fact: Fact) -> bool {
    use Fact as F;
    let always = [
        F::Business,
        F::Kind,
        F::Origin,
        F::DuplicateCheck,
        F::Fields,
        F::Recipient,
        F::Purpose,
        F::Expiry,
        F::Language,
        F::ConsentGrant,
        F::Method,
        F::Witness,
        F::TextVersion,
        F::Contact,
        F::Service,
        F::Snapshot,
        F::DueDates,
        F::AcknowledgedBy,
        F::Reporter,
        F::UnmetNeed,
        F::RemindersSent,
        F::CallsLogged,
        F::LinkedReferral,
        F::Replaces,
        F::OnBehalfSource,
        F::Needs,
        F::Particulars,
    ];
    always.contains(&fact) || (fact == F::Reason && event.fixed_reason().is_some())
}

fn read_value(fact: Fact, typed: &str) -> std::result::Result<Option<String>, Complaint> {
    let what = fact.label().to_lowercase();
    if fact.is_date() {
        return Ok(Day::maybe(typed)?.map(|day| day.to_string()));
    }
    let text = Note::maybe(typed, &what)?.map(|note| note.to_string());
    match (fact, text) {
        (Fact::WaitlistPosition, Some(text)) => match text.parse::<u32>() {
            Ok(place) if place > 0 => Ok(Some(place.to_string())),
            _ => Err(Complaint::new("The place on the list is a whole number such as 4")),
        },
        (Fact::Attempts, Some(text)) => attempts(&text).map(|_| Some(text)),
        (Fact::UnmetNeed | Fact::EligibilityChecked, Some(text)) => one_of(text, &["yes", "no"]),
        (Fact::Happened, Some(text)) => one_of(text, &["yes", "not_as_reported", "no"]),
        (Fact::Rating, Some(text)) => one_of(text, &["5", "4", "3", "2", "1"]),
        (Fact::CommentVisibility, Some(text)) => one_of(text, &["program", "partner"]),
        (Fact::NeedMet, Some(text)) => one_of(text, &["yes", "partly", "no"]),
        (Fact::AskedOf | Fact::NextMove, Some(text)) => Ball::parse(&text).map(|_| Some(text)),
        (Fact::ContactChannel | Fact::AskedOutside, Some(text)) => Source::parse(&text).map(|_| Some(text)),
        (_, text) => Ok(text),
    }
}

fn one_of(text: String, answers: &[&str]) -> std::result::Result<Option<String>, Complaint> {
    if answers.contains(&text.as_str()) { Ok(Some(text)) } else { Err(Complaint::new("Choose one of the answers on the list")) }
}

/// Tries to reach somebody, one a line: a date and how, such as "2026-11-20 call".
pub fn attempts(text: &str) -> std::result::Result<Vec<(jiff::civil::Date, String)>, Complaint> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (day, how) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            let day = Day::parse(day)?;
            if how.trim().is_empty() {
                return Err(Complaint::new("After each date, write how you tried: call, text, letter or e-mail"));
            }
            Ok((day.date(), how.trim().to_lowercase()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Result<DeedForm> {
        let fixed = [("version", "3"), ("key", "0123456789abcdef")];
        DeedForm::read(fixed.iter().chain(fields).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_field_that_is_not_ours_or_there_twice_is_refused() {
        assert!(form(&[("event", "start"), ("race", "x")]).is_err());
        assert!(form(&[("event", "start"), ("version", "4")]).is_err());
        assert!(form(&[("event", "fly")]).is_err());
        assert!(form(&[("event", "send"), ("consent_grant", "1")]).is_err());
    }

    #[test]
    fn other_asks_for_words_and_a_date_for_a_date() {
        let complaints = form(&[("event", "reject"), ("reason", "other")])
            .unwrap()
            .deeds(Status::Requested, Kind::RealEstate, Day::new(jiff::civil::date(2026, 11, 25)))
            .unwrap_err();
        assert!(complaints.on("reason_text").is_some());
        let complaints = form(&[("event", "hold"), ("reason", "waitlist"), ("review_on", "soon")]).unwrap();
        assert!(
            complaints
                .deeds(Status::Accepted, Kind::RealEstate, Day::new(jiff::civil::date(2026, 11, 25)))
                .unwrap_err()
                .on("review_on")
                .is_some_and(|words| words.contains("soon"))
        );
    }

    #[test]
    fn a_yes_to_the_waiting_list_is_two_events() {
        let fields = [
            ("event", ACCEPT_AND_HOLD),
            ("responsible_person", "Mr. Silva"),
            ("first_contact_on", "12/01/2026"),
            ("eligibility_checked", "yes"),
            ("review_on", "2026-12-20"),
            ("waitlist_position", "4"),
        ];
        let deeds = form(&fields).unwrap().deeds(Status::Requested, Kind::RealEstate, Day::new(jiff::civil::date(2026, 11, 25))).unwrap();
        let events: Vec<_> = deeds.iter().map(|deed| (deed.event, deed.version)).collect();
        assert_eq!(events, [(Event::Accept, 3), (Event::Hold, 4)]);
        assert_eq!(deeds[0].sheet.get(&Fact::FirstContactOn).map(String::as_str), Some("2026-12-01"));
        assert!(!deeds[0].sheet.contains_key(&Fact::ReviewOn));
        assert_eq!(deeds[1].sheet.get(&Fact::Reason).map(String::as_str), Some("waitlist"));
    }

    #[test]
    fn tries_are_a_date_and_a_way() {
        assert_eq!(attempts("2026-11-20 call\n\n11/21/2026 Text").unwrap().len(), 2);
        assert!(attempts("2026-11-20").is_err());
        assert!(attempts("yesterday call").is_err());
    }
}
