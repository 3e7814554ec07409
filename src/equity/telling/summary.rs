//! One number for all classes that do not overlap (M12), from the rates that are shown.

use super::CONFIDENCE;
use super::rates::{Rate, RateTable};
use crate::equity::catalogue::Told;
use crate::equity::summaries::Summary;
use crate::equity::summaries::{
    Better, Compared, Subgroup, attributable_fraction, between_group_deviation, difference, index_of_disparity, ratio,
};

/// The measures over all classes with a rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summaries {
    pub rate: Rate,
    /// How many classes have a rate that is shown.
    pub classes: usize,
    /// Highest less lowest rate, and highest over lowest.
    pub difference: Option<Summary>,
    pub ratio: Option<Summary>,
    /// Mean distance of a class's rate from everyone's, as a part of it, weighted by size.
    pub disparity: Option<f64>,
    /// The standard deviation of the classes' rates, weighted by size.
    pub deviation: Option<f64>,
    /// How much higher everyone's rate would be at the best class's, as a part of it.
    pub fraction: Option<f64>,
}

/// The summary of a table. Nothing with fewer than three rates.
#[must_use]
pub fn summary(table: &RateTable) -> Option<Summaries> {
    let size = |told: Told| match told {
        Told::Shown(count) | Told::Unchanged(count) => f64::from(count),
        Told::Hidden => 0.0,
    };
    let classes: Vec<Subgroup> = table
        .lines
        .iter()
        .filter_map(|line| {
            let ((rate, _), population) = (line.rate?, size(line.of));
            Some(Subgroup { estimate: rate, se: Some((rate * (1.0 - rate) / population).sqrt()), population })
        })
        .collect();
    if classes.len() < 3 || !table.grouping.is_exclusive() || table.rate.is_setback() {
        return None;
    }
    Some(Summaries {
        rate: table.rate,
        classes: classes.len(),
        difference: difference(&classes, Compared::Extremes, Better::Higher, CONFIDENCE),
        ratio: ratio(&classes, Compared::Extremes, Better::Higher, CONFIDENCE),
        disparity: index_of_disparity(&classes),
        deviation: between_group_deviation(&classes),
        fraction: attributable_fraction(&classes, Compared::Extremes, Better::Higher),
    })
}
