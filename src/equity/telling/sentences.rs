//! What was found, in words: gaps first, then who is above, then what cannot be told apart, then where to look. A gap is called a gap, and
//! never more than that; a class that is hidden is never named.

use super::Telling;
use super::grouping::{Grouping, owners};
use super::rates::{Against, Comparison, Rate, RateTable, Tag};
use super::way::Way;
use crate::equity::Interval;
use crate::equity::catalogue::{Class, Point};
use std::collections::BTreeMap;

/// At most this many: more are not read.
const MOST: usize = 5;

/// What a finding comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Compared(Tag),
    LookFirst,
}

/// One finding: the sentence for the council, and the figures behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub mark: Mark,
    pub sentence: String,
    pub detail: Option<String>,
}

/// One comparison with what it is about.
#[derive(Clone, Copy)]
struct Found<'t> {
    rate: Rate,
    against: Against,
    class: Class,
    compared: &'t Comparison,
    tag: Tag,
}

impl Mark {
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Compared(tag) => tag.words(),
            Self::LookFirst => "Look at these steps first",
        }
    }
}

/// What was found.
#[must_use]
pub fn findings(telling: &Telling) -> Vec<Finding> {
    let found = compared(telling);
    let look = look_first(telling, &found);
    let room = MOST - usize::from(look.is_some());
    let results: Vec<Found<'_>> = found.iter().filter(|found| Rate::RESULTS.contains(&found.rate)).copied().collect();
    if let Some(finding) = nothing_to_compare(&results) {
        return vec![finding];
    }
    let gaps = widest(&found, |tag| matches!(tag, Tag::Gap | Tag::SmallGap), |one| one.order(one.behind()));
    // To have fewer setbacks than others is no finding of its own: theirs is the gap.
    let ahead: Vec<Found<'_>> = found.iter().filter(|one| !one.rate.is_setback()).copied().collect();
    let above = widest(&ahead, |tag| tag == Tag::Above, |one| one.order(1.0 / one.behind()));
    let single = gaps.iter().chain(&above).map(|one| one.finding(&found));
    let together = [Tag::NoClearDifference, Tag::TooFew].into_iter().filter_map(|tag| together(&results, tag));
    single.chain(together).take(room).chain(look).collect()
}

/// The comparisons that findings are made from: results, partners' answers, waits and what went wrong, by headline, race and sex.
fn compared(telling: &Telling) -> Vec<Found<'_>> {
    let is_told = |table: &&RateTable| {
        let is_asked = matches!(table.grouping, Grouping::Headline | Grouping::Race | Grouping::Sex);
        let is_step = Rate::STEPS.contains(&table.rate) && table.rate.point != Point::Accepted;
        let is_later = matches!(table.rate.point, Point::SeenBy60 | Point::SeenBy90);
        is_asked && !is_step && !is_later
    };
    let families = [&telling.results, &telling.steps, &telling.waits, &telling.process, &telling.decided, &telling.pay];
    let tables = families.into_iter().flat_map(|family| &family.tables).filter(is_told);
    tables
        .flat_map(|table| {
            table.comparisons().filter_map(|(line, compared)| {
                Some(Found { rate: table.rate, against: table.against, class: line.class, compared, tag: compared.tag? })
            })
        })
        .collect()
}

/// For each class the comparison that comes first, in that order.
fn widest<'t>(found: &[Found<'t>], is: impl Fn(Tag) -> bool, order: impl Fn(&Found<'t>) -> (bool, bool, f64)) -> Vec<Found<'t>> {
    let before = |left: &Found<'t>, right: &Found<'t>| {
        let (left, right) = (order(left), order(right));
        (left.0, left.1).cmp(&(right.0, right.1)).then(left.2.total_cmp(&right.2))
    };
    let mut first: BTreeMap<Class, Found<'t>> = BTreeMap::new();
    for one in found.iter().filter(|one| is(one.tag)) {
        let kept = first.entry(one.class).or_insert(*one);
        if before(one, kept).is_lt() {
            *kept = *one;
        }
    }
    let mut first: Vec<Found<'t>> = first.into_values().collect();
    first.sort_by(before);
    first
}

/// Where all came so far, or none did, no rate can differ, and to find no clear difference would say too much.
fn nothing_to_compare(found: &[Found<'_>]) -> Option<Finding> {
    let sides = || found.iter().flat_map(|one| [one.compared.own, one.compared.others]);
    let opening = match (found.is_empty(), sides().all(|side| side.failures == 0), sides().all(|side| side.successes == 0)) {
        (false, true, _) => "All clients compared came all the way",
        (false, _, true) => "None of the clients compared was awarded a resource or had a referral completed",
        _ => return None,
    };
    let sentence = format!("{opening}, so there is nothing to set side by side.");
    Some(Finding { mark: Mark::Compared(Tag::NoClearDifference), sentence, detail: None })
}

/// The classes that come to the same, named together, of the first result of which there are any.
fn together(results: &[Found<'_>], tag: Tag) -> Option<Finding> {
    let of = |rate: Rate| results.iter().filter(|one| one.rate == rate && one.tag == tag).map(|one| owners(one.class)).collect::<Vec<_>>();
    let (rate, named) = Rate::RESULTS.into_iter().map(|rate| (rate, of(rate))).find(|(_, named)| !named.is_empty())?;
    let (opening, closing) = match tag {
        Tag::NoClearDifference => ("No clear difference", " That is not proof of equal treatment."),
        _ => ("Too few to tell a difference", ""),
    };
    let sentence = format!("{opening} in how often clients {} for clients with {}.{closing}", Words::of(rate).did, listed(&named));
    Some(Finding { mark: Mark::Compared(tag), sentence, detail: None })
}

/// The step at which most of a gap arises: of owners of color where they have one, else of the class furthest behind.
fn look_first(telling: &Telling, found: &[Found<'_>]) -> Option<Finding> {
    let behind = |class: Class| {
        let of_way = |one: &&Found<'_>| one.class == class && one.rate.point == Point::Completed && one.rate.of == Point::Enrolled;
        found.iter().find(of_way).filter(|one| matches!(one.tag, Tag::Gap | Tag::SmallGap)).map(Found::behind)
    };
    let ways = telling.ways.iter().flat_map(|ways| &ways.ways);
    let mut split: Vec<(f64, &Way)> = ways.filter_map(|way| Some((behind(way.class)?, way))).collect();
    split.sort_by(|left, right| {
        let is_detail = |way: &Way| !matches!(way.class, Class::Headline(_));
        is_detail(left.1).cmp(&is_detail(right.1)).then(left.0.total_cmp(&right.0))
    });
    split.into_iter().find_map(|(_, way)| step_in_words(way))
}

/// "Most of the gap of clients with Asian owners (71%) arises between …: about 9 fewer than at the others' rate."
fn step_in_words(way: &Way) -> Option<Finding> {
    let (at, part, shortfall) = way.widest()?;
    let (from, to) = (Point::STATIONS.get(at)?, Point::STATIONS.get(at + 1)?);
    let owners = owners(way.class);
    let opening = match part {
        part if part > 1.0 => format!("All of the gap of clients with {owners}, and more,"),
        part if part > 0.5 => format!("Most of the gap of clients with {owners} ({:.0}%)", part * 100.0),
        part => format!("The largest part of the gap of clients with {owners} ({:.0}%)", part * 100.0),
    };
    let people = if shortfall < 1.5 { "about 1 client fewer".to_owned() } else { format!("about {shortfall:.0} clients fewer") };
    Some(Finding {
        mark: Mark::LookFirst,
        sentence: format!("{opening} arises between “{}” and “{}”: {people} than at the others' rate.", station(*from), station(*to)),
        detail: (part > 1.0).then(|| "At other steps they come further than the others, which makes up for a part of it.".to_owned()),
    })
}

/// What a station is called.
#[must_use]
pub fn station(point: Point) -> &'static str {
    match point {
        Point::Enrolled => "Joined",
        Point::Served => "First service",
        Point::Referred => "Referred",
        Point::Accepted => "Partner said yes",
        Point::Completed => "Completed",
        Point::Awarded => "Awarded a resource",
        Point::Joined => "Joined this period",
        Point::SeenBy30 => "Seen within 30 days",
        Point::SeenBy60 => "Seen within 60 days",
        Point::SeenBy90 => "Seen within 90 days",
        Point::Declined => "Partner said no",
        Point::Unanswered => "Nobody answered",
        Point::Disputed => "They disagree on the outcome",
        Point::Answered => "Application answered",
        Point::PayKnown => "Pay is known",
        Point::LivingWage => "Pays a living wage",
    }
}

/// What coming to the point of a rate is called.
#[must_use]
pub fn reached(rate: Rate) -> &'static str {
    if rate.of == Point::Answered { "Application granted" } else { station(rate.point) }
}

/// The words a rate puts into a sentence.
pub struct Words {
    /// Who is counted: "clients", "referred clients".
    pub clients: &'static str,
    /// What they did: "had a partner say yes".
    pub did: &'static str,
}

impl Words {
    #[must_use]
    pub fn of(rate: Rate) -> Self {
        let clients = match rate.of {
            Point::Served => "clients with a first service",
            Point::Referred => "referred clients",
            Point::Accepted => "clients with a partner's yes",
            Point::Joined => "new clients",
            Point::Answered => "clients whose application was answered",
            Point::PayKnown => "clients whose workers' pay is known",
            _ => "clients",
        };
        let did = match rate.point {
            Point::Enrolled | Point::Joined => "joined",
            Point::Served => "had a first service",
            Point::Referred => "were referred",
            Point::Accepted => "had a partner say yes",
            Point::Completed => "had a referral completed",
            Point::Awarded => "were awarded a resource",
            Point::SeenBy30 => "were seen within 30 days",
            Point::SeenBy60 => "were seen within 60 days",
            Point::SeenBy90 => "were seen within 90 days",
            Point::Declined => "had a partner say no",
            Point::Unanswered => "had a request that nobody answered",
            Point::Disputed => "disagreed with the partner on how it ended",
            Point::Answered => "had an application answered",
            Point::PayKnown => "had their workers' pay known",
            Point::LivingWage => "paid a living wage to half or more of them",
        };
        Self { clients, did }
    }
}

impl Found<'_> {
    /// Large gaps first, then what a program is for, then the widest.
    fn order(&self, width: f64) -> (bool, bool, f64) {
        (self.tag == Tag::SmallGap, !Rate::RESULTS.contains(&self.rate), width)
    }

    fn behind(&self) -> f64 {
        self.compared.behind(self.rate)
    }

    fn finding(&self, all: &[Found<'_>]) -> Finding {
        let Words { clients, did } = Words::of(self.rate);
        let Comparison { own, others, ratio, .. } = self.compared;
        let owners = owners(self.class);
        let other = match self.against {
            Against::White => format!("{clients} with White owners only"),
            Against::OtherAnswers => format!("other {clients} who answered"),
            Against::Everyone => format!("other {clients}"),
        };
        let sentence = match ratio {
            Some(_) => format!(
                "Of every 100 {clients} with {owners}, {} {did}. Of every 100 {other}, {} did.",
                of_every_100(own.successes, own.size()),
                of_every_100(others.successes, others.size())
            ),
            // A rate of so few says little; the counts say what there is (M17).
            None => format!(
                "{} of {} {clients} with {owners} {did}. Of the {other}, {} of {} did.",
                own.successes,
                own.size(),
                others.successes,
                others.size()
            ),
        };
        let times = match ratio.and_then(|ratio| ratio.ratio.zip(ratio.interval)) {
            Some((ratio, Interval { low, high })) => {
                let counts = format!("{} of {} and {} of {}.", own.successes, own.size(), others.successes, others.size());
                format!("{counts} That is {ratio:.2} times as often; the true figure is likely between {low:.2} and {high:.2}.")
            }
            None => "Too few for a rate, so only the counts are given.".to_owned(),
        };
        let also: Vec<String> = all
            .iter()
            .filter(|one| one.class == self.class && one.rate != self.rate && self.is_like(one.tag))
            .map(|one| reached(one.rate).to_lowercase())
            .collect();
        let also = if also.is_empty() { String::new() } else { format!(" The same is found for: {}.", listed(&also)) };
        Finding { mark: Mark::Compared(self.tag), sentence, detail: Some(format!("{times}{also}")) }
    }

    fn is_like(&self, tag: Tag) -> bool {
        tag == self.tag || matches!((self.tag, tag), (Tag::Gap, Tag::SmallGap) | (Tag::SmallGap, Tag::Gap))
    }
}

/// The rate in whole clients of a hundred; neither none nor all where it is not.
fn of_every_100(x: u32, n: u32) -> String {
    let (x, n) = (u64::from(x), u64::from(n).max(1));
    match (200 * x + n) / (2 * n) {
        0 if x > 0 => "fewer than 1".to_owned(),
        100 if x < n => "more than 99".to_owned(),
        rounded => rounded.to_string(),
    }
}

/// "a; b and c": names may hold commas.
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [init @ .., end] => format!("{} and {end}", init.join("; ")),
    }
}
