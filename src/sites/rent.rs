//! Rents as people write them, in cents a month. Pure, in whole cents; halves of a cent go up.

use super::attribute::Facts;
use crate::values::{RentBasis, RentUnit};

/// A rent as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rent {
    /// Cents for each unit.
    pub cents: i64,
    /// What is counted.
    pub unit: RentUnit,
    /// What it covers; not known is never taken for "all in".
    pub basis: Option<RentBasis>,
    /// Taxes, insurance and upkeep: cents a square foot a year, where somebody estimated them.
    pub nnn: Option<i64>,
}

/// A rent by the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Monthly {
    /// As it is asked.
    pub base: i64,
    /// With what comes on top; nothing where that is not known.
    pub all_in: Option<i64>,
}

impl Monthly {
    /// The most that is known of it: all in, or else as asked.
    pub fn known(self) -> i64 {
        self.all_in.unwrap_or(self.base)
    }
}

/// Cents a month for a price and an area. Nothing where the area is needed and not known.
pub fn monthly_cents(cents: i64, unit: RentUnit, area_sq_ft: Option<i64>) -> Option<i64> {
    match unit {
        RentUnit::Month => Some(cents),
        RentUnit::SqFtMonth => cents.checked_mul(area_sq_ft?),
        RentUnit::SqFtYear => Some(cents.checked_mul(area_sq_ft?)?.checked_add(6)? / 12),
    }
}

impl Rent {
    /// What a unit asks.
    pub fn asked(site: &Facts) -> Option<Self> {
        Self::of(site, "rent_cents", "rent_unit", "rent_basis")
    }

    /// What a business can pay. Where it does not say what that covers, it is all it can pay.
    pub fn able(need: &Facts) -> Option<Self> {
        let able = Self::of(need, "pay_cents", "pay_unit", "pay_basis")?;
        Some(Self { basis: able.basis.or(Some(RentBasis::Gross)), ..able })
    }

    fn of(facts: &Facts, cents: &str, unit: &str, basis: &str) -> Option<Self> {
        Some(Self {
            cents: facts.number(cents)?,
            unit: facts.word(unit).unwrap_or(RentUnit::Month),
            basis: facts.word(basis),
            nnn: facts.number("nnn_cents"),
        })
    }

    /// By the month, for an area. What comes on top of a net rent is counted where it was estimated.
    pub fn monthly(&self, area_sq_ft: Option<i64>) -> Option<Monthly> {
        let base = monthly_cents(self.cents, self.unit, area_sq_ft)?;
        let on_top = self.nnn.and_then(|nnn| monthly_cents(nnn, RentUnit::SqFtYear, area_sq_ft));
        let all_in = match (self.basis, on_top) {
            (Some(RentBasis::Gross), _) => Some(base),
            (Some(RentBasis::ModifiedGross | RentBasis::IndustrialGross), on_top) => base.checked_add(on_top.unwrap_or(0)),
            (Some(RentBasis::Nnn) | None, Some(on_top)) => base.checked_add(on_top),
            (Some(RentBasis::Nnn) | None, None) => None,
        };
        Some(Monthly { base, all_in })
    }
}

/// What is asked above what a business can pay, in cents a month; below zero is room to spare. Nothing where either is not known.
pub fn gap_cents(need: &Facts, site: &Facts) -> Option<i64> {
    let area = site.number("area_sq_ft");
    let asked = Rent::asked(site)?.monthly(area)?;
    let able = Rent::able(need)?.monthly(area)?;
    Some(asked.known() - able.known())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rent_is_one_figure_however_it_is_written() {
        for (cents, unit, area, month) in [
            (1800, RentUnit::SqFtYear, Some(5000), Some(750_000)),
            (150, RentUnit::SqFtMonth, Some(5000), Some(750_000)),
            (750_000, RentUnit::Month, None, Some(750_000)),
            (1625, RentUnit::SqFtYear, Some(3333), Some(451_344)),
            (1, RentUnit::SqFtYear, Some(6), Some(1)),
            (1, RentUnit::SqFtYear, Some(5), Some(0)),
            (1800, RentUnit::SqFtYear, None, None),
            (i64::MAX, RentUnit::SqFtMonth, Some(2), None),
        ] {
            assert_eq!(monthly_cents(cents, unit, area), month, "{cents} {unit:?} {area:?}");
        }
    }

    #[test]
    fn a_net_rent_is_not_taken_for_all_in() {
        let rent = |basis, nnn| Rent { cents: 1200, unit: RentUnit::SqFtYear, basis, nnn }.monthly(Some(1000));
        let all_in = |basis, nnn| rent(basis, nnn).map(|monthly| (monthly.base, monthly.all_in));
        assert_eq!(all_in(Some(RentBasis::Gross), None), Some((100_000, Some(100_000))));
        assert_eq!(all_in(Some(RentBasis::Gross), Some(600)), Some((100_000, Some(100_000))), "gross has everything in it");
        assert_eq!(all_in(Some(RentBasis::Nnn), Some(600)), Some((100_000, Some(150_000))));
        assert_eq!(all_in(Some(RentBasis::Nnn), None), Some((100_000, None)));
        assert_eq!(all_in(None, None), Some((100_000, None)));
        assert_eq!(all_in(Some(RentBasis::ModifiedGross), None), Some((100_000, Some(100_000))));
        assert_eq!(all_in(Some(RentBasis::IndustrialGross), Some(120)), Some((100_000, Some(110_000))));
    }
}
