//! How often each class came to a point, beside the others: a section's tables are one family of tests (M4, M5, M14-M17).

use super::grouping::Grouping;
use super::{CONFIDENCE, less, tally};
use crate::equity::bounds::{FOUR_FIFTHS, Fraction, RatioBounds, Tally, manski_rate, manski_ratio};
use crate::equity::catalogue::{Account, Class, Headline, Place, Point, Told};
use crate::equity::exact::{ZTest, fisher, fisher_midp, two_proportion_z};
use crate::equity::intervals::{Difference, RateRatio, katz, newcombe, wilson};
use crate::equity::multiple::benjamini_hochberg;
use crate::equity::presentation::rate_may_be_shown;
use crate::equity::stages::{FEWEST_FOR_BEST, Impact, four_fifths};
use crate::equity::verdict::Verdict;
use crate::equity::{Interval, share};

/// Of those who came to one point, how many came to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rate {
    pub point: Point,
    pub of: Point,
}

/// With whom a class is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// Owners of color with White owners.
    White,
    /// With all others who answered.
    OtherAnswers,
    /// With all others, with or without an answer. Why: where those without an answer are hidden, so are the others who answered.
    Everyone,
}

/// What a comparison comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tag {
    Gap,
    SmallGap,
    Above,
    NoClearDifference,
    TooFew,
}

/// A class's rate beside the others'.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    pub own: Tally,
    pub others: Tally,
    /// Absent where a rate is too weak to be shown: then counts and tests stand alone (M17).
    pub ratio: Option<RateRatio>,
    pub difference: Option<Difference>,
    pub fisher: f64,
    pub mid_p: f64,
    pub z: Option<ZTest>,
    /// Whatever those without an answer did, and how many of them could turn the finding (M14, M15).
    pub bounds: Option<RatioBounds>,
    /// Within the section, once its family is known.
    pub q: Option<f64>,
    pub verdict: Option<Verdict>,
    pub tag: Option<Tag>,
}

/// One class.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLine {
    pub class: Class,
    pub with: Told,
    pub of: Told,
    /// Absent where it is too weak to be shown (M17).
    pub rate: Option<(f64, Interval)>,
    pub bounds: Option<Interval>,
    /// With the others who answered, or with White owners.
    pub compared: Option<Comparison>,
    /// With all others, with or without an answer.
    pub beside_everyone: Option<Comparison>,
    /// Beside the best class, where classes do not overlap (M5).
    pub impact: Option<Impact>,
}

/// One rate, class by class.
#[derive(Debug, Clone, PartialEq)]
pub struct RateTable {
    pub grouping: Grouping,
    pub rate: Rate,
    pub place: Place,
    pub against: Against,
    pub lines: Vec<RateLine>,
}

/// The tables of a section, tested as one family.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    pub tables: Vec<RateTable>,
    /// How many comparisons were tested.
    pub tested: u32,
}

impl Rate {
    const fn new(point: Point, of: Point) -> Self {
        Self { point, of }
    }

    /// What a program is for.
    pub const RESULTS: [Self; 2] = [Self::new(Point::Awarded, Point::Enrolled), Self::new(Point::Completed, Point::Enrolled)];
    /// Each station of those who came to the one before.
    pub const STEPS: [Self; 4] = [
        Self::new(Point::Served, Point::Enrolled),
        Self::new(Point::Referred, Point::Served),
        Self::new(Point::Accepted, Point::Referred),
        Self::new(Point::Completed, Point::Accepted),
    ];
    pub const WAITS: [Self; 3] =
        [Self::new(Point::SeenBy30, Point::Joined), Self::new(Point::SeenBy60, Point::Joined), Self::new(Point::SeenBy90, Point::Joined)];
    /// What went wrong.
    pub const PROCESS: [Self; 3] = [
        Self::new(Point::Declined, Point::Referred),
        Self::new(Point::Unanswered, Point::Referred),
        Self::new(Point::Disputed, Point::Referred),
    ];

    /// How those who decide answered.
    pub const DECIDED: [Self; 1] = [Self::new(Point::Awarded, Point::Answered)];
    /// What work pays.
    pub const PAY: [Self; 1] = [Self::new(Point::LivingWage, Point::PayKnown)];

    /// Whether coming to it is a setback: then a gap is to come to it more often.
    #[must_use]
    pub fn is_setback(self) -> bool {
        Point::PROCESS.contains(&self.point)
    }

    /// Its part of the id of a number.
    #[must_use]
    pub fn code(self) -> String {
        format!("{}_of_{}", self.point.code().replace('-', "_"), self.of.code().replace('-', "_"))
    }

    /// The threshold that a finding may cross: below four fifths, or above five quarters where it is a setback.
    fn threshold(self) -> Fraction {
        let Fraction { over, under } = FOUR_FIFTHS;
        if self.is_setback() { Fraction { over: under, under: over } } else { FOUR_FIFTHS }
    }
}

impl Tag {
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Gap => "Gap, unlikely to be chance",
            Self::SmallGap => "Small gap, unlikely to be chance",
            Self::Above => "Above, unlikely to be chance",
            Self::NoClearDifference => "No clear difference",
            Self::TooFew => "Too few to tell",
        }
    }
}

/// One rate by one way of counting, somewhere. Nothing where no class has both counts told.
#[must_use]
pub fn table(account: &Account, grouping: Grouping, rate: Rate, place: Place) -> Option<RateTable> {
    let silent = grouping.silent().and_then(|class| tally(account, class, rate, place));
    let everyone = tally(account, Class::Everyone, rate, place);
    let answered = everyone.zip(silent).and_then(|(everyone, silent)| less(everyone, silent));
    let against = match (grouping, answered) {
        (Grouping::Headline, _) => Against::White,
        (_, Some(_)) => Against::OtherAnswers,
        (_, None) => Against::Everyone,
    };
    let white = tally(account, Class::Headline(Headline::White), rate, place);
    let others = |class: Class, own: Tally| match against {
        Against::White => white.filter(|_| class != Class::Headline(Headline::White)),
        Against::OtherAnswers => less(answered?, own),
        Against::Everyone => None,
    };
    let silent = silent.filter(|silent| silent.size() > 0);
    let line = |class: Class| {
        let own = tally(account, class, rate, place);
        RateLine {
            class,
            with: account.told(rate.point, class, place),
            of: account.told(rate.of, class, place),
            rate: own.and_then(shown),
            bounds: own.zip(silent).and_then(|(own, silent)| manski_rate(own, silent).bounds),
            compared: own.and_then(|own| Comparison::new(rate, own, others(class, own)?, silent)),
            // What those counted among the others could have answered is no question here.
            beside_everyone: own.and_then(|own| Comparison::new(rate, own, less(everyone?, own)?, None)),
            impact: None,
        }
    };
    let mut lines: Vec<RateLine> = grouping.classes().into_iter().map(line).collect();
    beside_the_best(grouping, rate, &mut lines, account, place);
    let is_told = lines.iter().any(|line| line.with != Told::Hidden && line.of != Told::Hidden);
    is_told.then_some(RateTable { grouping, rate, place, against, lines })
}

/// A rate with its interval, if it may be shown.
fn shown(own: Tally) -> Option<(f64, Interval)> {
    let interval = wilson(own.successes, own.size(), CONFIDENCE);
    let rate = share(own.successes, own.size()).filter(|_| rate_may_be_shown(own.successes, own.size(), interval))?;
    Some((rate, interval?))
}

/// The four-fifths comparison, among classes that do not overlap.
fn beside_the_best(grouping: Grouping, rate: Rate, lines: &mut [RateLine], account: &Account, place: Place) {
    if !grouping.is_exclusive() || rate.is_setback() {
        return;
    }
    let told: Vec<(usize, Tally)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, tally(account, line.class, rate, place)?))).collect();
    let tallies: Vec<Tally> = told.iter().map(|(_, tally)| *tally).collect();
    for ((at, _), impact) in told.iter().zip(four_fifths(&tallies, FEWEST_FOR_BEST).groups) {
        if let Some(line) = lines.get_mut(*at) {
            line.impact = line.rate.is_some().then_some(impact);
        }
    }
}

impl RateLine {
    fn chosen_mut(&mut self, against: Against) -> Option<&mut Comparison> {
        if against == Against::Everyone { self.beside_everyone.as_mut() } else { self.compared.as_mut() }
    }

    /// The comparison that its table makes.
    #[must_use]
    pub fn chosen(&self, against: Against) -> Option<&Comparison> {
        if against == Against::Everyone { self.beside_everyone.as_ref() } else { self.compared.as_ref() }
    }
}

impl RateTable {
    /// Its lines that are compared.
    pub fn comparisons(&self) -> impl Iterator<Item = (&RateLine, &Comparison)> {
        self.lines.iter().filter_map(|line| Some((line, line.chosen(self.against)?)))
    }
}

impl Comparison {
    /// Nothing where there is nobody on a side.
    fn new(rate: Rate, own: Tally, others: Tally, silent: Option<Tally>) -> Option<Self> {
        if own.size() == 0 || others.size() == 0 {
            return None;
        }
        let (x, n, y, m) = (own.successes, own.size(), others.successes, others.size());
        let is_shown = shown(own).is_some() && shown(others).is_some();
        Some(Self {
            own,
            others,
            ratio: is_shown.then(|| katz(x, n, y, m, CONFIDENCE)),
            difference: newcombe(x, n, y, m, CONFIDENCE).filter(|_| is_shown),
            fisher: fisher(x, own.failures, y, others.failures),
            mid_p: fisher_midp(x, own.failures, y, others.failures),
            z: two_proportion_z(x, n, y, m),
            bounds: silent.filter(|_| is_shown).map(|silent| manski_ratio(own, others, silent, rate.threshold())),
            q: None,
            verdict: None,
            tag: None,
        })
    }

    /// Says what it comes to, once the family is known.
    fn judge(&mut self, rate: Rate, q: Option<f64>) {
        let RateRatio { ratio, interval } =
            katz(self.own.successes, self.own.size(), self.others.successes, self.others.size(), CONFIDENCE);
        let is_clear = q.is_some_and(|q| q < 0.05);
        let (ratio, interval) = if rate.is_setback() { inverse(ratio, interval) } else { (ratio, interval) };
        self.q = q;
        self.verdict = Verdict::of(ratio, interval, q);
        self.tag = match self.verdict {
            Some(Verdict::ClearGap) => Some(Tag::Gap),
            Some(Verdict::SmallGap) => Some(Tag::SmallGap),
            Some(Verdict::Ahead) => Some(Tag::Above),
            Some(Verdict::NoGap { .. }) if self.ratio.is_some() => Some(Tag::NoClearDifference),
            // Nobody of the others came so far, and that is no chance: no ratio says so, but the counts do.
            None if is_clear && self.own.successes > 0 => Some(if rate.is_setback() { Tag::Gap } else { Tag::Above }),
            None if is_clear => Some(if rate.is_setback() { Tag::Above } else { Tag::Gap }),
            _ => Some(Tag::TooFew),
        };
    }

    /// How far apart the two are, as times: below 1 is behind, whichever way the rate is read.
    #[must_use]
    pub fn behind(&self, rate: Rate) -> f64 {
        let [own, others] = [self.own, self.others].map(|side| share(side.successes, side.size()).unwrap_or_default());
        let (over, under) = if rate.is_setback() { (others, own) } else { (own, others) };
        if under > 0.0 { over / under } else { f64::INFINITY }
    }
}

fn inverse(ratio: Option<f64>, interval: Option<Interval>) -> (Option<f64>, Option<Interval>) {
    let turned = ratio.filter(|ratio| *ratio > 0.0).map(|ratio| 1.0 / ratio);
    (turned, interval.map(|ends| Interval { low: 1.0 / ends.high, high: 1.0 / ends.low }))
}

impl Family {
    /// Tests the tables of a section together.
    #[must_use]
    pub fn of(tables: impl IntoIterator<Item = RateTable>) -> Self {
        let mut tables: Vec<RateTable> = tables.into_iter().collect();
        let comparisons = tables.iter().flat_map(RateTable::comparisons).map(|(_, comparison)| comparison);
        let p: Vec<Option<f64>> = comparisons.map(|comparison| Some(comparison.mid_p)).collect();
        let family = benjamini_hochberg(&p);
        let mut adjusted = family.adjusted.into_iter();
        for table in &mut tables {
            let (rate, against) = (table.rate, table.against);
            for comparison in table.lines.iter_mut().filter_map(|line| line.chosen_mut(against)) {
                comparison.judge(rate, adjusted.next().flatten());
            }
        }
        Self { tables, tested: family.tested }
    }

    /// One rate by several ways of counting, everywhere.
    #[must_use]
    pub fn everywhere(account: &Account, groupings: &[Grouping], rates: &[Rate]) -> Self {
        let pairs = rates.iter().flat_map(|rate| groupings.iter().map(|grouping| (*grouping, *rate)));
        Self::of(pairs.filter_map(|(grouping, rate)| table(account, grouping, rate, Place::Everywhere)))
    }
}
