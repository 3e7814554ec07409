//! Is it the same in each program and area? Crude beside pooled (M7), and the gap split into where people are and what they get there (M9).

use super::CONFIDENCE;
use super::grouping::Grouping;
use super::rates::{Family, Rate, RateTable, table};
use super::tally;
use crate::equity::catalogue::{Account, Class, Headline, Place};
use crate::equity::mix::{Program, Split, kitagawa};
use crate::equity::strata::{Pooled, Stratum, mantel_haenszel};

/// The headline comparison in each place of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Places {
    /// By the number of the place; places without a told count are left out.
    pub tables: Vec<(u16, RateTable)>,
    pub tested: u32,
    /// How many places have nothing told.
    pub untold: usize,
}

/// A rate over the programs where both sides are told.
#[derive(Debug, Clone, PartialEq)]
pub struct OverPrograms {
    pub rate: Rate,
    pub pooled: Pooled,
    pub split: Option<Split>,
}

/// The headline comparison of both results in each of `count` places.
#[must_use]
pub fn places(account: &Account, count: usize, place: fn(u16) -> Place) -> Option<Places> {
    let numbers: Vec<u16> = (0..count).filter_map(|at| u16::try_from(at).ok()).collect();
    let pairs = numbers.iter().flat_map(|number| Rate::RESULTS.map(|rate| (*number, rate)));
    let (told, tables): (Vec<u16>, Vec<RateTable>) =
        pairs.filter_map(|(number, rate)| Some((number, table(account, Grouping::Headline, rate, place(number))?))).unzip();
    let untold = numbers.iter().filter(|number| !told.contains(number)).count();
    let family = Family::of(tables);
    let tables: Vec<(u16, RateTable)> = told.into_iter().zip(family.tables).collect();
    (!tables.is_empty()).then_some(Places { tables, tested: family.tested, untold })
}

/// Pools a rate over the programs with anybody. Nothing with fewer than two, or where one of them is hidden. Why all or none: a figure
/// over those that happen to be told would be another one each time.
#[must_use]
pub fn over_programs(account: &Account, rate: Rate) -> Option<OverPrograms> {
    let [of_color, white] = [Headline::OfColor, Headline::White].map(Class::Headline);
    let numbers = (0..account.programs.len()).filter_map(|at| u16::try_from(at).ok());
    let peopled = numbers.map(Place::Program).filter(|place| account.count_in(rate.of, Class::Everyone, *place) != Some(0));
    let stratum = |place| Some(Stratum { group: tally(account, of_color, rate, place)?, reference: tally(account, white, rate, place)? });
    let strata: Vec<Stratum> = peopled.map(stratum).collect::<Option<_>>()?;
    if strata.len() < 2 {
        return None;
    }
    let cells: Vec<Program> = strata
        .iter()
        .map(|stratum| Program {
            group: stratum.group.size(),
            group_total: stratum.group.successes.into(),
            reference: stratum.reference.size(),
            reference_total: stratum.reference.successes.into(),
        })
        .collect();
    Some(OverPrograms { rate, pooled: mantel_haenszel(&strata, CONFIDENCE), split: kitagawa(&cells) })
}
