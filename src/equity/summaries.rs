//! One number for the differences among three or more groups (M12): the World Health Organization's summary measures.
//!
//! Formulas: Schlotheuber and Hosseinpoor (2022), "Summary measures of health inequality", IJERPH 19(6) 3697;
//! standard errors: Ahn and others (2018), JCO Clinical Cancer Informatics 2. The estimates may be rates, dollars per
//! business or days; every measure says its unit. Theil's index and the mean log deviation are plain here, neither
//! times 1,000 nor with zeros replaced: 0 ln 0 counts as 0, and a group with nothing has no logarithm.

use super::intervals::two_sided_z;
use super::{Interval, count};

/// A group: its estimate, the estimate's standard error where known, and its weight (businesses, as a rule).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Subgroup {
    pub estimate: f64,
    pub se: Option<f64>,
    pub population: f64,
}

/// Which end is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
}

/// Which two groups a simple measure compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Highest and lowest.
    Extremes,
    /// A named group (its place in the list), and the worst of the others.
    Reference(usize),
    /// Groups with an order, least advantaged first: the two ends.
    Ordered,
}

/// A measure, with its standard error and interval where formulas have them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    pub estimate: f64,
    pub se: Option<f64>,
    pub interval: Option<Interval>,
}

/// Below so many groups the measures over all groups say nothing that a difference does not.
const FEWEST: usize = 3;

/// D: one group's estimate less another's, in the unit of the estimates.
#[must_use]
pub fn difference(groups: &[Subgroup], compared: Compared, better: Better, confidence: f64) -> Option<Summary> {
    let [first, second] = pair(groups, compared, better)?;
    let se = both_se(first, second).map(|[one, other]| one.hypot(other));
    Some(Summary::of(first.estimate - second.estimate, se, confidence))
}

/// R: one group's estimate over another's, without a unit. Its standard error is that of the logarithm, and the
/// interval is computed there. Nothing where the second is 0 or an estimate is negative.
#[must_use]
pub fn ratio(groups: &[Subgroup], compared: Compared, better: Better, confidence: f64) -> Option<Summary> {
    let [first, second] = pair(groups, compared, better)?;
    if second.estimate <= 0.0 || first.estimate < 0.0 {
        return None;
    }
    let estimate = first.estimate / second.estimate;
    let se = both_se(first, second).filter(|_| estimate > 0.0);
    let se = se.map(|[one, other]| (one / first.estimate).hypot(other / second.estimate));
    let interval = se.zip(two_sided_z(confidence)).map(|(se, z)| {
        let reach = (z * se).exp();
        Interval { low: estimate / reach, high: estimate * reach }
    });
    Some(Summary { estimate, se, interval })
}

/// BGV: the mean squared distance from the mean, weighted; in the squared unit.
#[must_use]
pub fn between_group_variance(groups: &[Subgroup], confidence: f64) -> Option<Summary> {
    let all = Weighted::of(groups)?;
    let estimate = all.mean_of(|group| (group.estimate - all.mean).powi(2));
    let se = all.errors().map(|errors| {
        let sum = |of: &dyn Fn(f64, f64, f64) -> f64| -> f64 { errors.iter().map(|(share, se, away)| of(*share, *se, *away)).sum() };
        let moved = sum(&|share, se, away| (share * se * away).powi(2));
        let squares = sum(&|share, se, _| (share * se).powi(2));
        let fourths = sum(&|share, se, _| (share * se).powi(4));
        let mixed = sum(&|share, se, _| (share * (1.0 - share) * se * se).powi(2));
        (4.0 * moved + 2.0 * (squares * squares - fourths + mixed)).max(0.0).sqrt()
    });
    Some(Summary::of(estimate, se, confidence))
}

/// BGSD: the root of BGV, in the unit of the estimates.
#[must_use]
pub fn between_group_deviation(groups: &[Subgroup]) -> Option<f64> {
    let all = Weighted::of(groups)?;
    Some(all.mean_of(|group| (group.estimate - all.mean).powi(2)).sqrt())
}

/// COV: BGSD in percent of the mean.
#[must_use]
pub fn coefficient_of_variation(groups: &[Subgroup]) -> Option<f64> {
    let mean = Weighted::of(groups)?.positive_mean()?;
    Some(between_group_deviation(groups)? / mean * 100.0)
}

/// MDMU: the mean distance from the weighted mean, every group counting alike.
#[must_use]
pub fn distance_from_mean_unweighted(groups: &[Subgroup]) -> Option<f64> {
    let all = Weighted::of(groups)?;
    let sum: f64 = groups.iter().map(|group| (group.estimate - all.mean).abs()).sum();
    Some(sum / f64::from(count(groups)))
}

/// MDMW: the mean distance from the mean, weighted.
#[must_use]
pub fn distance_from_mean(groups: &[Subgroup]) -> Option<f64> {
    let all = Weighted::of(groups)?;
    Some(all.mean_of(|group| (group.estimate - all.mean).abs()))
}

/// MDBW: the mean distance from the best group, weighted.
#[must_use]
pub fn distance_from_best(groups: &[Subgroup], better: Better) -> Option<f64> {
    let all = Weighted::of(groups)?;
    let best = extreme(groups.iter(), better == Better::Higher)?.estimate;
    Some(all.mean_of(|group| (group.estimate - best).abs()))
}

/// MDRW: the mean distance from a named group, weighted.
#[must_use]
pub fn distance_from_reference(groups: &[Subgroup], reference: usize) -> Option<f64> {
    let all = Weighted::of(groups)?;
    let mark = groups.get(reference)?.estimate;
    Some(all.mean_of(|group| (group.estimate - mark).abs()))
}

/// IDISU: the index of disparity, MDMU in percent of the mean.
#[must_use]
pub fn index_of_disparity_unweighted(groups: &[Subgroup]) -> Option<f64> {
    let mean = Weighted::of(groups)?.positive_mean()?;
    Some(distance_from_mean_unweighted(groups)? / mean * 100.0)
}

/// IDISW: the index of disparity, MDMW in percent of the mean.
#[must_use]
pub fn index_of_disparity(groups: &[Subgroup]) -> Option<f64> {
    let mean = Weighted::of(groups)?.positive_mean()?;
    Some(distance_from_mean(groups)? / mean * 100.0)
}

/// TI: Theil's index between groups; 0 where all are alike.
#[must_use]
pub fn theil_index(groups: &[Subgroup], confidence: f64) -> Option<Summary> {
    let all = Weighted::of(groups)?;
    let mean = all.positive_mean()?;
    let term = |ratio: f64| if ratio > 0.0 { ratio * ratio.ln() } else { 0.0 };
    let estimate = all.mean_of(|group| term(group.estimate / mean));
    // The derivative has no value where a group has nothing, and there is no standard error then.
    let has_logarithms = groups.iter().all(|group| group.estimate > 0.0);
    let slope = |estimate: f64| 1.0 + (estimate / mean).ln();
    let center = all.mean_of(|group| group.estimate / mean * slope(group.estimate));
    let se = all.errors().filter(|_| has_logarithms);
    let se = se.map(|errors| root_of_squares(errors.iter().map(|(share, se, away)| (slope(away + mean) - center) * share * se / mean)));
    Some(Summary::of(estimate, se, confidence))
}

/// MLD: the mean logarithm of mean over estimate. Nothing where a group has nothing: it would be beyond all bounds.
#[must_use]
pub fn mean_log_deviation(groups: &[Subgroup], confidence: f64) -> Option<Summary> {
    let all = Weighted::of(groups)?;
    let mean = all.positive_mean()?;
    if groups.iter().any(|group| group.estimate <= 0.0) {
        return None;
    }
    let estimate = all.mean_of(|group| -(group.estimate / mean).ln());
    let se = all.errors();
    let se = se.map(|errors| root_of_squares(errors.iter().map(|(share, se, away)| (1.0 - mean / (away + mean)) * share * se / mean)));
    Some(Summary::of(estimate, se, confidence))
}

/// PAR: by how much the mean would move if all groups were where the best is (with an order: the last group).
/// Never against `better`: then it is 0.
#[must_use]
pub fn attributable_risk(groups: &[Subgroup], compared: Compared, better: Better) -> Option<f64> {
    let all = Weighted::of(groups)?;
    let mark = match compared {
        Compared::Ordered => groups.last()?,
        Compared::Reference(at) => groups.get(at)?,
        Compared::Extremes => extreme(groups.iter(), better == Better::Higher)?,
    };
    let risk = mark.estimate - all.mean;
    // A difference of rounding alone is none.
    let is_one_value = groups.iter().all(|group| group.estimate.total_cmp(&mark.estimate).is_eq());
    let is_backward = if better == Better::Higher { risk < 0.0 } else { risk > 0.0 };
    Some(if is_one_value || is_backward { 0.0 } else { risk })
}

/// PAF: PAR in percent of the mean.
#[must_use]
pub fn attributable_fraction(groups: &[Subgroup], compared: Compared, better: Better) -> Option<f64> {
    let mean = Weighted::of(groups)?.positive_mean()?;
    Some(attributable_risk(groups, compared, better)? / mean * 100.0)
}

impl Summary {
    fn of(estimate: f64, se: Option<f64>, confidence: f64) -> Self {
        let interval = se.zip(two_sided_z(confidence)).map(|(se, z)| Interval { low: estimate - z * se, high: estimate + z * se });
        Self { estimate, se, interval }
    }
}

/// Three or more groups with their weights and weighted mean.
struct Weighted<'a> {
    groups: &'a [Subgroup],
    population: f64,
    mean: f64,
}

impl<'a> Weighted<'a> {
    fn of(groups: &'a [Subgroup]) -> Option<Self> {
        let is_sound = |group: &Subgroup| group.estimate.is_finite() && group.population.is_finite() && group.population >= 0.0;
        let population: f64 = groups.iter().map(|group| group.population).sum();
        if groups.len() < FEWEST || population <= 0.0 || !groups.iter().all(is_sound) {
            return None;
        }
        let mean = groups.iter().map(|group| group.population / population * group.estimate).sum();
        Some(Self { groups, population, mean })
    }

    fn positive_mean(&self) -> Option<f64> {
        Some(self.mean).filter(|mean| *mean > 0.0)
    }

    fn mean_of(&self, of: impl Fn(&Subgroup) -> f64) -> f64 {
        self.groups.iter().map(|group| group.population / self.population * of(group)).sum()
    }

    /// Weight, standard error and distance from the mean of each group; nothing where one has no standard error.
    fn errors(&self) -> Option<Vec<(f64, f64, f64)>> {
        self.groups.iter().map(|group| Some((group.population / self.population, group.se?, group.estimate - self.mean))).collect()
    }
}

fn root_of_squares(values: impl Iterator<Item = f64>) -> f64 {
    values.map(|value| value * value).sum::<f64>().sqrt()
}

/// The two groups of a simple measure: the better-off first where higher is better, else the worse-off first.
fn pair(groups: &[Subgroup], compared: Compared, better: Better) -> Option<[&Subgroup; 2]> {
    let is_higher = better == Better::Higher;
    let pair = match compared {
        Compared::Extremes => [extreme(groups.iter(), true)?, extreme(groups.iter(), false)?],
        Compared::Ordered => {
            let ends = [groups.last()?, groups.first()?];
            if is_higher { ends } else { [ends[1], ends[0]] }
        }
        Compared::Reference(at) => {
            let reference = groups.get(at)?;
            let others = groups.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, group)| group);
            let worst = extreme(others, !is_higher)?;
            if is_higher { [reference, worst] } else { [worst, reference] }
        }
    };
    (groups.len() > 1).then_some(pair)
}

/// The highest or lowest estimate; of equals the first.
fn extreme<'a>(mut groups: impl Iterator<Item = &'a Subgroup>, highest: bool) -> Option<&'a Subgroup> {
    let first = groups.next()?;
    Some(groups.fold(first, |best, next| {
        let is_beyond = if highest { next.estimate > best.estimate } else { next.estimate < best.estimate };
        if is_beyond { next } else { best }
    }))
}

fn both_se(first: &Subgroup, second: &Subgroup) -> Option<[f64; 2]> {
    Some([first.se?, second.se?])
}

#[cfg(test)]
#[path = "summaries_tests.rs"]
mod tests;
