//! What is typed about a place, and what is read from it.

use crate::places::occupancy::{Occupancy, Told};
use crate::places::risk::{Measure, Rule, measure};
use crate::places::{Located, NewLocation};
use crate::values::{
    Cents, Complaint, Day, LeaseOption, Line, LocatedBy, PlaceBasis, PlaceNotice, Point, RiskLevel, RiskRule, Tenure, Vocabulary, quoted,
};
use crate::web::Complaints;

/// Where a business is, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocationForm {
    pub key: String,
    pub point: String,
    pub source: String,
    pub since_on: String,
}

impl LocationForm {
    /// The place that is known, to be changed.
    pub fn of(located: Option<&Located>) -> Self {
        let text = |text: Option<String>| text.unwrap_or_default();
        Self {
            key: String::new(),
            point: text(located.map(|located| located.point.to_string())),
            source: located.map_or(LocatedBy::Map, |located| located.source).code().to_owned(),
            since_on: String::new(),
        }
    }

    /// The place that was typed. Nothing typed takes the last one back.
    pub fn parse(&self, today: Day, account: i64) -> Result<NewLocation, Complaints> {
        let mut complaints = Complaints::default();
        let point = complaints.take("point", Point::maybe(&self.point));
        let source = complaints.take("source", LocatedBy::parse(&self.source));
        let since_on = complaints.take("since_on", Day::maybe(&self.since_on)).map(|day| day.unwrap_or(today));
        if since_on.is_some_and(|day| day > today) {
            complaints.add("since_on", "This day has not come yet. Write the place down when the business is there");
        }
        let new = point.zip(source).zip(since_on);
        complaints.or(new.map(|((point, source), since_on)| NewLocation { point, source, since_on, import: None, account: Some(account) }))
    }
}

/// How a business holds its place, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OccupancyForm {
    pub key: String,
    pub version: i64,
    pub tenure: String,
    pub lease_ends_on: String,
    pub rent: String,
    pub rent_step: String,
    pub lease_option: String,
    pub option_words: String,
    pub notice: String,
    pub notice_on: String,
    pub has_rezoning: String,
    pub rezoning_source: String,
    pub has_building_sale: String,
    pub has_competing_use: String,
    pub competing_words: String,
    pub basis: String,
    pub told_on: String,
}

fn tri(answer: Option<bool>) -> String {
    answer.map(|is_so| if is_so { "yes" } else { "no" }).unwrap_or_default().to_owned()
}

impl OccupancyForm {
    /// What was told last, to be told anew.
    pub fn of(told: Option<&Told>, today: Day) -> Self {
        let Some(told) = told else {
            return Self { basis: PlaceBasis::ToldByClient.code().to_owned(), told_on: today.to_string(), ..Self::default() };
        };
        let held = &told.held;
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            key: String::new(),
            version: told.seq,
            tenure: held.tenure.map(Tenure::code).unwrap_or_default().to_owned(),
            lease_ends_on: day(held.lease_ends_on),
            rent: held.rent_cents.map(|cents| Cents::new(cents).to_string()).unwrap_or_default(),
            rent_step: held.rent_step_bp.map(|step| crate::places::risk::percent(step).replace(" %", "")).unwrap_or_default(),
            lease_option: held.lease_option.map(LeaseOption::code).unwrap_or_default().to_owned(),
            option_words: text(&held.option_words),
            notice: held.notice.map(PlaceNotice::code).unwrap_or_default().to_owned(),
            notice_on: day(held.notice_on),
            has_rezoning: tri(held.has_rezoning),
            rezoning_source: text(&held.rezoning_source),
            has_building_sale: tri(held.has_building_sale),
            has_competing_use: tri(held.has_competing_use),
            competing_words: text(&held.competing_words),
            basis: told.basis.code().to_owned(),
            told_on: today.to_string(),
        }
    }

    /// What was typed, who says so, and as of which day.
    pub fn parse(&self, today: Day) -> Result<(Occupancy, PlaceBasis, Day), Complaints> {
        let mut complaints = Complaints::default();
        let it = &mut complaints;
        let tenure = word(it, "tenure", &self.tenure, Tenure::parse);
        let lease_ends_on = it.take("lease_ends_on", Day::maybe(&self.lease_ends_on)).flatten();
        let rent_cents = amount(it, "rent", &self.rent, Cents::parse).map(Cents::cents);
        let rent_step_bp = amount(it, "rent_step", &self.rent_step, percent);
        let lease_option = word(it, "lease_option", &self.lease_option, LeaseOption::parse);
        let notice = word(it, "notice", &self.notice, PlaceNotice::parse);
        let notice_on = it.take("notice_on", Day::maybe(&self.notice_on)).flatten();
        let mut line =
            |field: &'static str, typed: &str, what: &str| it.take(field, Line::maybe(typed, what)).flatten().map(|line| line.to_string());
        let option_words = line("option_words", &self.option_words, "the terms of the option");
        let rezoning_source = line("rezoning_source", &self.rezoning_source, "the source");
        let competing_words = line("competing_words", &self.competing_words, "the competing uses");
        let has_rezoning = yes_no(it, "has_rezoning", &self.has_rezoning);
        let has_building_sale = yes_no(it, "has_building_sale", &self.has_building_sale);
        let has_competing_use = yes_no(it, "has_competing_use", &self.has_competing_use);
        let basis = it.take("basis", PlaceBasis::parse(&self.basis));
        let told_on = it.take("told_on", Day::parse(&self.told_on));
        if told_on.is_some_and(|day| day > today) {
            it.add("told_on", "This day has not come yet");
        }
        if notice.is_none() && notice_on.is_some() {
            it.add("notice", "Say what the notice was");
        }
        if has_rezoning == Some(true) && rezoning_source.is_none() {
            it.add("rezoning_source", "Say where the rezoning is written: a file number, a notice, a newspaper with its date");
        }
        if tenure == Some(Tenure::Own) && lease_ends_on.is_some() {
            it.add("lease_ends_on", "Who owns the place has no lease that ends. Choose another answer above, or leave this empty");
        }
        let held = Occupancy {
            tenure,
            lease_ends_on,
            rent_cents,
            rent_step_bp,
            lease_option,
            option_words,
            notice,
            notice_on,
            has_rezoning,
            rezoning_source,
            has_building_sale,
            has_competing_use,
            competing_words,
        };
        if held == Occupancy::default() {
            it.add("tenure", "Nothing is filled in. Write down at least one thing that is known");
        }
        complaints.or(basis.zip(told_on).map(|(basis, told_on)| (held, basis, told_on)))
    }
}

fn word<V>(complaints: &mut Complaints, field: &'static str, typed: &str, parse: impl FnOnce(&str) -> Result<V, Complaint>) -> Option<V> {
    if typed.is_empty() { None } else { complaints.take(field, parse(typed)) }
}

fn amount<V>(complaints: &mut Complaints, field: &'static str, typed: &str, parse: impl FnOnce(&str) -> Result<V, Complaint>) -> Option<V> {
    if typed.trim().is_empty() { None } else { complaints.take(field, parse(typed)) }
}

fn yes_no(complaints: &mut Complaints, field: &'static str, typed: &str) -> Option<bool> {
    match typed {
        "" => None,
        "yes" => Some(true),
        "no" => Some(false),
        _ => complaints.take(field, Err(Complaint::new("Choose one of the answers on the list"))),
    }
}

/// Percent in hundredths: "7.5" is 750.
fn percent(typed: &str) -> Result<i64, Complaint> {
    let number = typed.trim().trim_end_matches('%').trim();
    let read = Cents::parse(number).ok().map(Cents::cents).filter(|bp| *bp <= 100_000);
    read.ok_or_else(|| Complaint::new(format!("A step of the rent is a number of percent such as 3 or 7.5. You typed {}", quoted(typed))))
}

/// A decision about a rule, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleForm {
    pub key: String,
    pub version: i64,
    pub program: String,
    pub is_on: String,
    pub level: String,
    #[serde(default)]
    pub threshold: String,
    pub reason: String,
    pub evidence: String,
    pub decided_by: String,
    pub decided_on: String,
}

impl RuleForm {
    /// A rule as it stands, to be decided anew: the reason has to be given by whoever decides.
    pub fn of(rule: &Rule, program: i64, today: Day) -> Self {
        let threshold = match (measure(rule.rule), rule.threshold) {
            (Some(Measure::StepBp), Some(bp)) => crate::places::risk::percent(bp).replace(" %", ""),
            (Some(Measure::Days), Some(days)) => days.to_string(),
            _ => String::new(),
        };
        Self {
            key: String::new(),
            version: rule.seq,
            program: program.to_string(),
            is_on: if rule.is_on { "yes" } else { "no" }.to_owned(),
            level: rule.level.code().to_owned(),
            threshold,
            reason: if rule.seq == 0 { String::new() } else { rule.reason.clone() },
            evidence: if rule.seq == 0 { String::new() } else { rule.evidence.clone() },
            decided_by: String::new(),
            decided_on: today.to_string(),
        }
    }

    /// The decision that was typed.
    pub fn parse(&self, rule: RiskRule, today: Day) -> Result<Rule, Complaints> {
        let mut complaints = Complaints::default();
        let is_on = yes_no(&mut complaints, "is_on", &self.is_on).unwrap_or(true);
        let level = complaints.take("level", RiskLevel::parse(&self.level));
        let threshold = match measure(rule) {
            None => Some(None),
            Some(Measure::StepBp) => complaints.take("threshold", percent(&self.threshold)).map(Some),
            Some(Measure::Days) => complaints.take("threshold", days(&self.threshold)).map(Some),
        };
        let reason = complaints.take("reason", Line::parse(&self.reason, "the reason"));
        let evidence = complaints.take("evidence", Line::parse(&self.evidence, "the evidence"));
        let decided_by = complaints.take("decided_by", Line::parse(&self.decided_by, "who decided"));
        let decided_on = complaints.take("decided_on", Day::parse(&self.decided_on));
        if decided_on.is_some_and(|day| day > today) {
            complaints.add("decided_on", "This day has not come yet");
        }
        let (Some(level), Some(threshold), Some(reason), Some(evidence), Some(decided_by), Some(decided_on)) =
            (level, threshold, reason, evidence, decided_by, decided_on)
        else {
            return Err(complaints);
        };
        complaints.or(Some(Rule {
            rule,
            is_on,
            level,
            threshold,
            reason: reason.to_string(),
            evidence: evidence.to_string(),
            decided_by: decided_by.to_string(),
            decided_on,
            seq: self.version,
        }))
    }
}

fn days(typed: &str) -> Result<i64, Complaint> {
    let read = typed.trim().parse::<i64>().ok().filter(|days| (1..=1_825).contains(days));
    read.ok_or_else(|| Complaint::new(format!("This is a whole number of days from 1 to 1,825. You typed {}", quoted(typed))))
}

/// Something that presses on a zone, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PressureForm {
    pub key: String,
    pub what: String,
    pub where_written: String,
    pub since_on: String,
}

impl PressureForm {
    /// What is proposed, where that is written, and since when it is known.
    pub fn parse(&self, today: Day) -> Result<(Line, Line, Day), Complaints> {
        let mut complaints = Complaints::default();
        let what = complaints.take("what", Line::parse(&self.what, "what is proposed"));
        let source = complaints.take("where_written", Line::parse(&self.where_written, "where it is written"));
        let since_on = complaints.take("since_on", Day::maybe(&self.since_on)).map(|day| day.unwrap_or(today));
        if since_on.is_some_and(|day| day > today) {
            complaints.add("since_on", "This day has not come yet");
        }
        complaints.or(what.zip(source).zip(since_on).map(|((what, source), since_on)| (what, source, since_on)))
    }
}
