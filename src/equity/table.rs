//! The tables of one dimension: who was reached, who got what, and against whom that is compared.
//!
//! Every count, rate, interval, test and bound of a count is a function of published counts: the line's, its
//! others' and those without an answer. Amounts are rounded before anything is computed from them.

use super::bounds::{FOUR_FIFTHS, RateBounds, RatioBounds, ShareBounds, Tally};
use super::bounds::{manski_rate, manski_ratio, manski_share};
use super::cells::{Amounts, Cell, Measure, Member, Threshold};
use super::coverage::{Coverage, ReadOut, coverage, read_out};
use super::exact::{ZTest, fisher, fisher_midp, two_proportion_z};
use super::groups::{Answer, Dimension, GroupSet};
use super::intervals::{Difference, RateRatio, katz, newcombe, wilson};
use super::money::{mann_whitney, median, round_significant, welch};
use super::protect::{Line, Partition, Pool};
use super::{Interval, float, share};

const CONFIDENCE: f64 = 0.95;
/// A comparison needs this many in each numerator and denominator (the NCHS standard for rates).
const ENOUGH: u32 = 10;

/// One business of the pool, and what reached it in the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    pub race: Answer,
    pub sex: Answer,
    /// Some owner's answer in the dimension that is counted was told to staff, who wrote it down.
    pub read_out: bool,
    pub awards: u32,
    pub awarded_cents: i64,
    pub minutes: i64,
    pub referrals_decided: u32,
    pub referrals_accepted: u32,
}

/// Everything that may be shown of one dimension. A table is absent where no line of it may be shown;
/// `Measure::why_withheld` then says why.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    pub dimension: Dimension,
    pub threshold: Threshold,
    pub coverage: Coverage,
    pub read_out: ReadOut,
    pub businesses: Option<Table<ShareLine>>,
    pub resource: Option<Table<RateLine>>,
    pub referrals: Option<Table<RateLine>>,
    pub dollars: Option<Table<AmountLine>>,
    pub minutes: Option<Table<AmountLine>>,
    pub deployments: Option<Table<ShareLine>>,
}

/// The lines of one measure, and what they are read against.
#[derive(Debug, Clone, PartialEq)]
pub struct Table<L> {
    pub lines: Vec<L>,
    pub against: Against,
}

/// Whom a line is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    OthersWhoAnswered,
    /// Why: so few gave no answer (or had the property) that showing the others who answered would, with the
    /// public total, show these few. So they are counted among the others, and in the line that says so.
    AllOthers,
    /// Only one line is left: there is nobody to compare with.
    Nobody,
}

/// A line's part of a whole: of the businesses reached, or of the awards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareLine {
    pub line: Line,
    pub count: u32,
    /// Of those known, where these may be told apart from those without an answer.
    pub of_known: Option<f64>,
    pub of_known_interval: Option<Interval>,
    pub of_all: Option<f64>,
    pub of_all_interval: Option<Interval>,
    /// Whatever those without an answer would have said (M14).
    pub bounds: Option<ShareBounds>,
}

/// How many of a line's businesses have a property.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateLine {
    pub line: Line,
    pub x: u32,
    pub n: u32,
    pub rate: Option<f64>,
    pub interval: Option<Interval>,
    pub bounds: Option<RateBounds>,
    /// Absent for a line that counts those without an answer, or has nobody, or nobody to compare with.
    pub comparison: Option<Comparison>,
}

/// A line's rate beside the rate of everyone else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    pub others_x: u32,
    pub others_n: u32,
    pub ratio: RateRatio,
    pub difference: Option<Difference>,
    pub fisher_p: f64,
    pub mid_p: f64,
    pub z: Option<ZTest>,
    /// The ratio's bounds, and how many without an answer could carry it across four fifths (M14, M15).
    pub bounds: Option<RatioBounds>,
    pub tag: Tag,
}

/// What a comparison comes to, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    GapUnlikelyChance,
    AboveUnlikelyChance,
    TooFewToTell,
    NoClearDifference,
}

/// A line's amount, in cents or minutes; everything else on the line follows from it.
///
/// Why it may be rounded: staff know every award to the cent, and in a small program few sets of businesses add up
/// to an exact total, so that it would name them (`Amounts::is_lost_among`). Then it is rounded to two digits with
/// fewer than 2k contributors on either side, else to three, and the line says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AmountLine {
    pub line: Line,
    pub businesses: u32,
    pub total: i128,
    /// True where the total, and what follows from it, is rounded.
    pub is_rounded: bool,
    pub of_known: Option<f64>,
    pub of_all: Option<f64>,
    pub per_business: Option<f64>,
    /// To two digits, and only from 2k businesses.
    pub median: Option<i128>,
    pub comparison: Option<AmountComparison>,
}

/// A line's mean beside the mean of everyone else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AmountComparison {
    pub others: u32,
    pub others_total: i128,
    pub ratio_of_means: Option<f64>,
    /// Welch's 95 % interval of the difference of means, to two digits; from 2k contributors on each side.
    pub difference: Option<(i128, i128)>,
    /// Mann-Whitney's p, to two decimals; from 2k contributors on each side.
    pub p: Option<f64>,
}

impl Tag {
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::GapUnlikelyChance => "Gap, unlikely to be chance",
            Self::AboveUnlikelyChance => "Above, unlikely to be chance",
            Self::TooFewToTell => "Too few to tell",
            Self::NoClearDifference => "No clear difference",
        }
    }

    /// Too few first: a striking ratio of three businesses is still three businesses.
    fn of(counts: [u32; 4], ratio: RateRatio) -> Self {
        if counts.iter().any(|count| *count < ENOUGH) {
            return Self::TooFewToTell;
        }
        match ratio {
            RateRatio { ratio: Some(ratio), interval: Some(interval) } if ratio < 0.8 && interval.high < 1.0 => Self::GapUnlikelyChance,
            RateRatio { ratio: Some(ratio), interval: Some(interval) } if ratio > 1.25 && interval.low > 1.0 => Self::AboveUnlikelyChance,
            _ => Self::NoClearDifference,
        }
    }
}

/// The protected tables of one dimension. `k` is brought into 5 to 11.
#[must_use]
pub fn tabulate(units: &[Unit], dimension: Dimension, k: u32) -> Tables {
    let answers: Vec<Answer> = units.iter().map(|unit| unit.answer(dimension)).collect();
    let pool =
        Pool { members: units.iter().map(|unit| unit.member(dimension)).collect(), groups: dimension.groups(), k: Threshold::new(k) };
    let answered = |is: fn(&Unit) -> bool| {
        super::count(&units.iter().filter(|unit| unit.answer(dimension).groups().is_some() && is(unit)).collect::<Vec<_>>())
    };
    let partitions = pool.partitions();
    let on = |measure: Measure| partitions.iter().find(|(of, _)| *of == measure).and_then(|(_, partition)| partition.clone());
    let rates = |measure| on(measure).map(|partition| Sheet::new(&pool, partition).rates(measure));
    let amounts = |measure| on(measure).map(|partition| Sheet::new(&pool, partition).amounts(measure));
    let shares = |measure| on(measure).map(|partition| Sheet::new(&pool, partition).shares(measure));
    Tables {
        dimension,
        threshold: pool.k,
        coverage: coverage(&answers, pool.k),
        read_out: read_out(answered(|_| true), answered(|unit| unit.read_out), pool.k),
        businesses: shares(Measure::Businesses),
        resource: rates(Measure::Resource),
        referrals: rates(Measure::Referrals),
        dollars: amounts(Measure::Dollars),
        minutes: amounts(Measure::Hours),
        deployments: shares(Measure::Deployments),
    }
}

impl Unit {
    fn answer(&self, dimension: Dimension) -> Answer {
        match dimension {
            Dimension::Race => self.race,
            Dimension::Sex => self.sex,
        }
    }

    fn member(&self, dimension: Dimension) -> Member {
        Member {
            groups: self.answer(dimension).groups().unwrap_or(GroupSet::EMPTY),
            awards: self.awards,
            cents: self.awarded_cents.max(0),
            minutes: self.minutes.max(0),
            decided: self.referrals_decided > 0,
            accepted: self.referrals_decided > 0 && self.referrals_accepted > 0,
        }
    }
}

/// A partition being filled in.
struct Sheet<'a> {
    pool: &'a Pool,
    partition: Partition,
    all: Cell,
    /// Nobody known where those without an answer are counted in a line.
    unanswered: Option<Cell>,
}

impl<'a> Sheet<'a> {
    fn new(pool: &'a Pool, partition: Partition) -> Self {
        let unanswered = (!partition.counts_no_answer()).then(|| pool.unanswered());
        Self { pool, all: pool.members.iter().collect(), unanswered, partition }
    }

    fn table<L>(&self, line: impl Fn(Line) -> L) -> Table<L> {
        let against = match (self.partition.is_everyone(), self.partition.counts_no_answer()) {
            (true, _) => Against::Nobody,
            (false, true) => Against::AllOthers,
            (false, false) => Against::OthersWhoAnswered,
        };
        Table { lines: self.partition.lines.iter().copied().map(line).collect(), against }
    }

    /// The others of a line, where a comparison may be drawn.
    fn others(&self, line: Line) -> Option<Vec<Member>> {
        let others: Vec<Member> = self.pool.others(line, &self.partition).copied().collect();
        (!line.no_answer && !others.is_empty() && self.pool.cell(line).businesses > 0).then_some(others)
    }

    fn shares(&self, measure: Measure) -> Table<ShareLine> {
        let number = |cell: &Cell| match measure {
            Measure::Deployments => u32::try_from(cell.awards.total).unwrap_or(u32::MAX),
            _ => cell.businesses,
        };
        let all = number(&self.all);
        let unknown = self.unanswered.as_ref().map(number);
        // Why no interval for awards: two awards to one business are not two independent events.
        let interval = |x, n| if measure == Measure::Businesses { wilson(x, n, CONFIDENCE) } else { None };
        self.table(|line| {
            let count = number(&self.pool.cell(line));
            let known = unknown.and_then(|unknown| all.checked_sub(unknown));
            ShareLine {
                line,
                count,
                of_known: known.and_then(|known| share(count, known)),
                of_known_interval: known.and_then(|known| interval(count, known)),
                of_all: share(count, all),
                of_all_interval: interval(count, all),
                bounds: unknown.map(|unknown| manski_share(count, all, unknown)),
            }
        })
    }

    fn rates(&self, measure: Measure) -> Table<RateLine> {
        let tally = |cell: &Cell| match measure {
            Measure::Referrals => Tally { successes: cell.accepted, failures: cell.decided.saturating_sub(cell.accepted) },
            _ => Tally { successes: cell.funded, failures: cell.businesses.saturating_sub(cell.funded) },
        };
        let unknown = self.unanswered.as_ref().map(tally);
        self.table(|line| {
            let own = tally(&self.pool.cell(line));
            let others = self.others(line).map(|others| tally(&others.iter().collect()));
            let n = own.size();
            RateLine {
                line,
                x: own.successes,
                n,
                rate: share(own.successes, n),
                interval: wilson(own.successes, n, CONFIDENCE),
                bounds: unknown.map(|unknown| manski_rate(own, unknown)),
                comparison: others.filter(|others| n > 0 && others.size() > 0).map(|others| compare(own, others, unknown)),
            }
        })
    }

    fn amounts(&self, measure: Measure) -> Table<AmountLine> {
        let of_cell = |cell: &Cell| if measure == Measure::Hours { cell.minutes } else { cell.cents };
        let all = of_cell(&self.all).total;
        let known = self.unanswered.as_ref().map(|cell| all - of_cell(cell).total);
        self.table(|line| {
            let cell = self.pool.cell(line);
            let own = of_cell(&cell);
            let others: Vec<Member> = self.pool.others(line, &self.partition).copied().collect();
            let other = of_cell(&others.iter().collect());
            let rounded = self.rounding(own, other, of_cell(&self.all));
            let total = rounded(own.total);
            let part = |whole: i128| (whole > 0).then(|| float(total) / float(whole));
            let own_amounts = amounts_of(self.members(line), measure);
            let is_large = cell.businesses >= 2 * self.pool.k.get();
            let middle = median(&own_amounts).filter(|_| is_large);
            AmountLine {
                line,
                businesses: cell.businesses,
                total,
                is_rounded: total != own.total,
                of_known: known.and_then(|known| part(rounded(known))),
                of_all: part(all),
                per_business: mean(total, cell.businesses),
                median: middle.map(|middle| round_significant(whole(middle), 2)),
                comparison: self.others(line).map(|others| {
                    let others_total = rounded(other.total);
                    let others_mean = mean(others_total, super::count(&others)).filter(|mean| *mean > 0.0);
                    let other_amounts = amounts_of(others.iter(), measure);
                    let enough = self.is_ample(own) && self.is_ample(other);
                    let welch = welch(&own_amounts, &other_amounts).filter(|_| enough);
                    let ranks = mann_whitney(&own_amounts, &other_amounts).filter(|_| enough);
                    let end = |end: f64| round_significant(whole(end), 2);
                    AmountComparison {
                        others: super::count(&others),
                        others_total,
                        ratio_of_means: mean(total, cell.businesses).zip(others_mean).map(|(a, b)| a / b),
                        difference: welch.map(|welch| (end(welch.difference.low), end(welch.difference.high))),
                        p: ranks.map(|ranks| (ranks.p * 100.0).round() / 100.0),
                    }
                }),
            }
        })
    }

    fn members(&self, line: Line) -> impl Iterator<Item = &Member> {
        self.pool.members.iter().filter(move |member| line.covers(member.groups))
    }

    fn is_ample(&self, amounts: Amounts) -> bool {
        amounts.contributors >= 2 * self.pool.k.get()
    }

    /// How the amounts of a line are rounded: not at all where the sum is lost among very many equal ones.
    fn rounding(&self, own: Amounts, others: Amounts, all: Amounts) -> impl Fn(i128) -> i128 {
        let exact = own.is_lost_among(&all) && others.is_lost_among(&all);
        let digits = if self.is_ample(own) && self.is_ample(others) { 3 } else { 2 };
        move |amount| if exact { amount } else { round_significant(amount, digits) }
    }
}

fn compare(own: Tally, others: Tally, unknown: Option<Tally>) -> Comparison {
    let (x, n, others_x, others_n) = (own.successes, own.size(), others.successes, others.size());
    let ratio = katz(x, n, others_x, others_n, CONFIDENCE);
    Comparison {
        others_x,
        others_n,
        ratio,
        difference: newcombe(x, n, others_x, others_n, CONFIDENCE),
        fisher_p: fisher(x, own.failures, others_x, others.failures),
        mid_p: fisher_midp(x, own.failures, others_x, others.failures),
        z: two_proportion_z(x, n, others_x, others_n),
        bounds: unknown.map(|unknown| manski_ratio(own, others, unknown, FOUR_FIFTHS)),
        tag: Tag::of([x, n, others_x, others_n], ratio),
    }
}

fn amounts_of<'m>(members: impl Iterator<Item = &'m Member>, measure: Measure) -> Vec<i64> {
    members.map(|member| if measure == Measure::Hours { member.minutes } else { member.cents }).collect()
}

fn mean(total: i128, businesses: u32) -> Option<f64> {
    (businesses > 0).then(|| float(total) / f64::from(businesses))
}

#[expect(clippy::cast_possible_truncation, reason = "a float as saturates, and is rounded to two digits next")]
fn whole(amount: f64) -> i128 {
    amount.round() as i128
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
