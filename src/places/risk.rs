//! The risk that a business loses its place, by stated rules. Pure: facts about the lease, the building and the block go in, a
//! level with its reasons comes out.
//!
//! No rule can look at who somebody is: a rule is handed a [`Situation`], and there is no person in it. A test reads this file.

use super::occupancy::Occupancy;
use crate::values::{Cents, Day, LeaseOption, PlaceNotice, RiskLevel, RiskRule, Tenure, Vocabulary};

/// Everything a rule may look at.
#[derive(Debug, Clone)]
pub struct Situation<'s> {
    /// The date.
    pub today: Day,
    /// How the place is held, if anybody wrote it down.
    pub occupancy: Option<&'s Occupancy>,
    /// What may change the zones around it: the zone, what is proposed, where that is written.
    pub pressures: &'s [(String, String, String)],
}

/// What the number of a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Days until the lease ends.
    Days,
    /// The next step of the rent, in hundredths of a percent.
    StepBp,
}

/// A rule as a program applies it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which.
    pub rule: RiskRule,
    /// Whether it counts.
    pub is_on: bool,
    /// How much it counts.
    pub level: RiskLevel,
    /// Its number, where it has one.
    pub threshold: Option<i64>,
    /// Why there is such a rule.
    pub reason: String,
    /// On what ground.
    pub evidence: String,
    /// Who decided.
    pub decided_by: String,
    /// When.
    pub decided_on: Day,
    /// Counts the program's decisions about it; zero for a rule as it comes.
    pub seq: i64,
}

/// A reason, as it stands on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: RiskRule,
    /// How much it counts.
    pub level: RiskLevel,
    /// What was found.
    pub words: String,
}

/// What the rules say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Risk {
    /// The highest level; two reasons at Raised make High. Nothing where no rule found anything.
    pub level: Option<RiskLevel>,
    /// The reasons, the gravest first.
    pub findings: Vec<Finding>,
    /// What nobody wrote down yet. Not known is not the same as no risk.
    pub unknown: Vec<&'static str>,
}

impl Risk {
    /// True when how the place is held was never written down.
    pub fn is_unknown(&self) -> bool {
        self.level.is_none() && self.unknown.contains(&HELD)
    }
}

const HELD: &str = "how the place is held";

/// What a rule counts, if it has a number.
pub fn measure(rule: RiskRule) -> Option<Measure> {
    match rule {
        RiskRule::LeaseSoon | RiskRule::LeaseWithinYear => Some(Measure::Days),
        RiskRule::RentStep => Some(Measure::StepBp),
        _ => None,
    }
}

/// Who stands for the rules as they come.
const AS_THEY_COME: &str = "Fairfloor's starting values; this program has not decided yet";

/// The rules as they come: level, number, reason, evidence.
pub fn as_it_comes(rule: RiskRule) -> Rule {
    use RiskLevel::{High, Raised, Watch};
    const RULE_OF_THUMB: &str = "A rule of thumb, without local figures yet. Compare it with your own days from need to lease.";
    const ON_RECORD: &str = "The fact itself, with its date and who says so, on the page of the business.";
    let (level, threshold, reason, evidence) = match rule {
        RiskRule::EvictionNotice => (High, None, "Whoever was told to leave needs another place before that day.", ON_RECORD),
        RiskRule::LeaseOver => (High, None, "After its last day a lease protects nobody.", ON_RECORD),
        RiskRule::LeaseSoon => (High, Some(180), "Finding, fitting out and moving into a shop takes half a year and more.", RULE_OF_THUMB),
        RiskRule::LeaseWithinYear => {
            (Raised, Some(365), "A year ahead there is still time to renew, to bargain or to look.", RULE_OF_THUMB)
        }
        RiskRule::MonthToMonth => (Raised, None, "Such a place can be ended or repriced from one month to the next.", ON_RECORD),
        RiskRule::SubletOrShared => (Watch, None, "The place goes when the tenant above loses theirs.", ON_RECORD),
        RiskRule::RentStep => (Raised, Some(1_000), "A steep step is more than most prices can follow in a year.", RULE_OF_THUMB),
        RiskRule::RentNotice => (Raised, None, "An increase that was announced will come.", ON_RECORD),
        RiskRule::BuildingSale => (Raised, None, "A new owner of a building often has other plans for it.", ON_RECORD),
        RiskRule::Rezoning => (
            Raised,
            None,
            "A rezoning changes what the land is worth to others before it changes anything else.",
            "The public file named with it.",
        ),
        RiskRule::CompetingUse => (Watch, None, "Where other uses pay more, rents follow them.", ON_RECORD),
    };
    Rule {
        rule,
        is_on: true,
        level,
        threshold,
        reason: reason.to_owned(),
        evidence: evidence.to_owned(),
        decided_by: AS_THEY_COME.to_owned(),
        decided_on: Day::new(jiff::civil::date(2026, 11, 25)),
        seq: 0,
    }
}

/// Applies rules to a situation.
pub fn assess(rules: &[Rule], situation: &Situation<'_>) -> Risk {
    let mut findings: Vec<Finding> = rules.iter().filter(|rule| rule.is_on).flat_map(|rule| apply(rule, rules, situation)).collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    let raised = findings.iter().filter(|finding| finding.level == RiskLevel::Raised).count();
    let highest = findings.first().map(|finding| finding.level);
    let level = if highest == Some(RiskLevel::Raised) && raised > 1 { Some(RiskLevel::High) } else { highest };
    Risk { level, findings, unknown: unknown(situation.occupancy, !situation.pressures.is_empty()) }
}

/// What one rule finds.
fn apply(rule: &Rule, rules: &[Rule], situation: &Situation<'_>) -> Vec<Finding> {
    let found = |level: RiskLevel, words: String| Finding { rule: rule.rule, level, words };
    if rule.rule == RiskRule::Rezoning {
        return rezonings(situation).into_iter().map(|words| found(rule.level, words)).collect();
    }
    let Some(held) = situation.occupancy else { return Vec::new() };
    let (words, level) = match rule.rule {
        RiskRule::LeaseOver | RiskRule::LeaseSoon | RiskRule::LeaseWithinYear => match lease(rule, rules, held, situation.today) {
            Some((words, has_option)) => (Some(words), if has_option { RiskLevel::Watch } else { rule.level }),
            None => (None, rule.level),
        },
        other => (held_words(other, rule.threshold, held), rule.level),
    };
    words.map(|words| found(level, words)).into_iter().collect()
}

/// What a rule about the place itself finds.
fn held_words(rule: RiskRule, threshold: Option<i64>, held: &Occupancy) -> Option<String> {
    let noticed = |kinds: &[PlaceNotice]| {
        let notice = held.notice.filter(|notice| kinds.contains(notice))?;
        Some(held.notice_on.map_or_else(|| notice.label().to_owned(), |on| format!("{} ({on})", notice.label())))
    };
    match rule {
        RiskRule::EvictionNotice => noticed(&[PlaceNotice::Eviction, PlaceNotice::NonRenewal, PlaceNotice::Vacate]),
        RiskRule::RentNotice => noticed(&[PlaceNotice::RentIncrease]),
        RiskRule::MonthToMonth => {
            held.tenure.filter(|tenure| matches!(tenure, Tenure::MonthToMonth | Tenure::Informal)).map(|tenure| tenure.label().to_owned())
        }
        RiskRule::SubletOrShared => {
            held.tenure.filter(|tenure| matches!(tenure, Tenure::Sublease | Tenure::Shared)).map(|tenure| tenure.label().to_owned())
        }
        RiskRule::RentStep => {
            let step = held.rent_step_bp.filter(|step| Some(*step) >= threshold)?;
            let rent = held.rent_cents.map(|cents| format!(" on {} a month", Cents::new(cents))).unwrap_or_default();
            Some(format!("The rent goes up by {}{rent}", percent(step)))
        }
        RiskRule::BuildingSale => noticed(&[PlaceNotice::Sale])
            .or_else(|| (held.has_building_sale == Some(true)).then(|| "The building is sold or for sale".to_owned())),
        RiskRule::CompetingUse => (held.has_competing_use == Some(true)).then(|| {
            held.competing_words
                .as_ref()
                .map_or_else(|| "Other uses press on the block".to_owned(), |words| format!("Other uses press on the block: {words}"))
        }),
        _ => None,
    }
}

/// What a rule about the end of the lease finds, and whether an option softens it. Each lease is found by one rule only.
fn lease(rule: &Rule, rules: &[Rule], held: &Occupancy, today: Day) -> Option<(String, bool)> {
    let ends = held.lease_ends_on.filter(|_| held.tenure != Some(Tenure::Own))?;
    let left = today.days_until(ends);
    let soon = rules.iter().find(|rule| rule.rule == RiskRule::LeaseSoon && rule.is_on).and_then(|rule| rule.threshold).unwrap_or(-1);
    let is_found = match rule.rule {
        RiskRule::LeaseOver => left < 0,
        RiskRule::LeaseSoon => left >= 0 && Some(left) <= rule.threshold,
        _ => left >= 0 && left > soon && Some(left) <= rule.threshold,
    };
    let has_option = left >= 0 && matches!(held.lease_option, Some(LeaseOption::Renew | LeaseOption::Buy));
    let option = if has_option { "; an option is on record, so this is only watched" } else { "" };
    is_found.then(|| match left {
        ..0 => (format!("The lease ended on {ends}"), has_option),
        0 => (format!("The lease ends today{option}"), has_option),
        1 => (format!("The lease ends tomorrow{option}"), has_option),
        _ => (format!("The lease ends on {ends}, in {left} days{option}"), has_option),
    })
}

fn rezonings(situation: &Situation<'_>) -> Vec<String> {
    let own = situation.occupancy.filter(|held| held.has_rezoning == Some(true)).map(|held| {
        held.rezoning_source
            .as_ref()
            .map_or_else(|| "A rezoning is pending nearby".to_owned(), |source| format!("A rezoning is pending nearby ({source})"))
    });
    let around = situation.pressures.iter().map(|(zone, what, source)| format!("{zone}: {what} ({source})"));
    // One reason, however many files speak of it: two files are no two risks.
    let all: Vec<String> = own.into_iter().chain(around).collect();
    if all.is_empty() { Vec::new() } else { vec![all.join("; ")] }
}

/// What is not known of how a place is held.
fn unknown(held: Option<&Occupancy>, has_pressure: bool) -> Vec<&'static str> {
    let Some(held) = held else { return vec![HELD] };
    let is_let = !matches!(held.tenure, Some(Tenure::Own | Tenure::MonthToMonth | Tenure::Informal));
    [
        (held.tenure.is_none(), "on what terms"),
        (is_let && held.lease_ends_on.is_none(), "when the lease ends"),
        (is_let && held.lease_option.is_none(), "whether there is an option to renew"),
        (held.has_rezoning.is_none() && !has_pressure, "whether a rezoning is pending"),
        (held.has_building_sale.is_none() && held.tenure != Some(Tenure::Own), "whether the building is for sale"),
    ]
    .into_iter()
    .filter_map(|(is_unknown, words)| is_unknown.then_some(words))
    .collect()
}

/// "7.5 %".
pub fn percent(bp: i64) -> String {
    let (whole, rest) = (bp / 100, bp % 100);
    match rest {
        0 => format!("{whole} %"),
        rest if rest % 10 == 0 => format!("{whole}.{} %", rest / 10),
        rest => format!("{whole}.{rest:02} %"),
    }
}

#[cfg(test)]
mod tests;
