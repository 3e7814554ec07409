//! Is it the same in each program and area? Crude beside pooled (M7), and the gap split into where people are and what they get there (M9).

use super::CONFIDENCE;
use super::rates::{Family, Rate, RateTable, table};
use super::grouping::Grouping;
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
    /// Numbers of the programs that count.
    pub programs: Vec<u16>,
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

/// Pools a rate over the programs. Nothing with fewer than two programs told on both sides.
#[must_use]
pub fn over_programs(account: &Account, rate: Rate) -> Option<OverPrograms> {
    let [of_color, white] = [Headline::OfColor, Headline::White].map(Class::Headline);
    let numbers = (0..account.programs.len()).filter_map(|at| u16::try_from(at).ok());
    let told = numbers.filter_map(|number| {
        let place = Place::Program(number);
        Some((number, Stratum { group: tally(account, of_color, rate, place)?, reference: tally(account, white, rate, place)? }))
    });
    let (programs, strata): (Vec<u16>, Vec<Stratum>) = told.unzip();
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
    Some(OverPrograms { rate, programs, pooled: mantel_haenszel(&strata, CONFIDENCE), split: kitagawa(&cells) })
}
