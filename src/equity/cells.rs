//! What is known about a set of businesses, and whether that may be shown.

use super::groups::GroupSet;

/// How many businesses a number must describe before it may be shown, or none at all. From 5 to 11.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold(u32);

/// One business in one dimension: its groups (empty: no answer) and what reached it in the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    pub groups: GroupSet,
    pub awards: u32,
    /// Never negative here: a clawback larger than the awards has no place in a share and counts as 0.
    pub cents: i64,
    pub minutes: i64,
    pub decided: bool,
    pub accepted: bool,
}

/// What a table is about. The order is the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Businesses reached.
    Businesses,
    /// Businesses with an award, of all businesses.
    Resource,
    /// Businesses with an accepted referral, of those with a decided one.
    Referrals,
    /// Cents awarded.
    Dollars,
    /// Advisor minutes.
    Hours,
    /// Number of awards.
    Deployments,
}

/// Everything the tables say about one set of businesses, and what decides if they may say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    pub businesses: u32,
    pub funded: u32,
    pub decided: u32,
    pub accepted: u32,
    pub cents: Amounts,
    pub minutes: Amounts,
    pub awards: Amounts,
}

/// A sum, how many make it up, and the two largest parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amounts {
    pub total: i128,
    pub contributors: u32,
    largest: i128,
    second: i128,
}

impl Threshold {
    pub const DEFAULT: Self = Self(5);

    /// The nearest threshold the rules of the first edition allow.
    #[must_use]
    pub fn new(k: u32) -> Self {
        Self(k.clamp(5, 11))
    }

    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }

    /// A count may be shown if it is 0 or at least k.
    /// Why: whoever knows all but one of three businesses learns the last one's answer from "3"; nobody is
    /// exposed by "0", because it describes nobody.
    #[must_use]
    pub fn allows(self, count: u32) -> bool {
        count == 0 || count >= self.0
    }

    #[cfg(test)]
    pub(super) fn tiny(k: u32) -> Self {
        Self(k)
    }
}

impl Measure {
    pub const ALL: [Self; 6] = [Self::Businesses, Self::Resource, Self::Referrals, Self::Dollars, Self::Hours, Self::Deployments];

    /// Why a table of this measure is absent, for the person who reads the page.
    #[must_use]
    pub fn why_withheld(self, k: Threshold) -> String {
        let or_dominated = match self {
            Self::Businesses | Self::Resource | Self::Referrals => "",
            Self::Dollars | Self::Hours | Self::Deployments => ", or one or two of them would be nearly all of it",
        };
        format!(
            "Hidden: its lines, or what is left beside them, would describe fewer than {} businesses{or_dominated}. \
             All are counted in the totals.",
            k.get()
        )
    }

    /// Whether the numbers of those without an answer may follow from a table of this measure.
    ///
    /// Why repeat awards don't matter here: that a business has no answer on file is known to the staff who know its
    /// awards; only what somebody answered is behind the wall.
    #[must_use]
    pub fn allows_silent(self, cell: &Cell, k: Threshold) -> bool {
        match self {
            Self::Deployments => Self::Resource.allows(cell, k) && cell.awards.may_be_shown(k),
            _ => self.allows(cell, k),
        }
    }

    /// Whether `cell` may be shown in a table of this measure.
    ///
    /// Why each also asks about the numbers that other tables of the dimension show for the same businesses:
    /// the head-count is always out, so "30 businesses, 28 with a decided referral" shows 2 without one. And
    /// dollars and deployments follow the awards: "no dollars" says "no award", so they are never split finer
    /// than the table of awards.
    #[must_use]
    pub fn allows(self, cell: &Cell, k: Threshold) -> bool {
        let split = |part: u32, whole: u32| k.allows(part) && k.allows(whole.saturating_sub(part));
        let funded = || split(cell.funded, cell.businesses);
        k.allows(cell.businesses)
            && match self {
                Self::Businesses => true,
                Self::Resource => funded(),
                Self::Referrals => split(cell.decided, cell.businesses) && split(cell.accepted, cell.decided),
                Self::Dollars => funded() && cell.cents.may_be_shown(k),
                Self::Hours => cell.minutes.may_be_shown(k),
                Self::Deployments => {
                    // Why: awards less businesses with one are the repeat awards; a staff member who knows the
                    // one business that got two would read its group off the line that has "1 more".
                    let repeats = cell.awards.total - i128::from(cell.funded);
                    let harmless = repeats == 0 || repeats >= i128::from(k.get());
                    funded() && cell.awards.may_be_shown(k) && harmless
                }
            }
    }
}

impl Amounts {
    fn add(&mut self, amount: i128) {
        if amount <= 0 {
            return;
        }
        self.total += amount;
        self.contributors += 1;
        if amount > self.largest {
            self.second = self.largest;
            self.largest = amount;
        } else if amount > self.second {
            self.second = amount;
        }
    }

    /// A sum may be shown if k or more make it up, or nobody, and no two make up more than nine tenths of it.
    /// Why: the second largest could otherwise subtract its own part and know the largest to within a tenth.
    /// The (2, 90) rule is the stricter of the two usual ones: it implies the p% rule at 10 (held by a test).
    #[must_use]
    pub fn may_be_shown(&self, k: Threshold) -> bool {
        k.allows(self.contributors) && (self.largest + self.second) * 10 <= self.total * 9
    }
}

impl Amounts {
    /// Whether a million other sets of businesses, or more, have this very sum, so that the sum names none of them.
    ///
    /// Why: staff know every award to the cent. Where few sets of `contributors` businesses can be drawn from all of
    /// them, an exact sum can be solved for the businesses behind it; where there are far more sets than sums, it can't.
    #[must_use]
    pub fn is_lost_among(&self, all: &Self) -> bool {
        if self.contributors == 0 || self.contributors >= all.contributors {
            return true;
        }
        let sets = statrs::function::factorial::ln_binomial(u64::from(all.contributors), u64::from(self.contributors));
        sets > super::float(all.total.max(1)).ln() + MILLION_LN
    }
}

/// Natural logarithm of a million.
const MILLION_LN: f64 = 13.815_510_557_964_274;

impl<'a> FromIterator<&'a Member> for Cell {
    fn from_iter<I: IntoIterator<Item = &'a Member>>(members: I) -> Self {
        let mut cell = Self::default();
        for member in members {
            cell.businesses += 1;
            cell.funded += u32::from(member.awards > 0);
            cell.decided += u32::from(member.decided);
            cell.accepted += u32::from(member.accepted);
            cell.cents.add(i128::from(member.cents));
            cell.minutes.add(i128::from(member.minutes));
            cell.awards.add(i128::from(member.awards));
        }
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const K: Threshold = Threshold::DEFAULT;

    fn amounts(parts: &[i128]) -> Amounts {
        let mut amounts = Amounts::default();
        for part in parts {
            amounts.add(*part);
        }
        amounts
    }

    #[test]
    fn a_threshold_stays_between_five_and_eleven() {
        assert_eq!([1, 5, 7, 11, 40].map(|k| Threshold::new(k).get()), [5, 5, 7, 11, 11]);
        assert_eq!([0, 1, 4, 5].map(|count| K.allows(count)), [true, false, false, true]);
    }

    #[test]
    fn a_sum_needs_enough_parts_and_none_that_stands_out() {
        let cases: &[(&str, &[i128], bool)] = &[
            ("nobody", &[], true),
            ("zeros are nobody", &[0, 0, 0], true),
            ("four equal parts", &[10, 10, 10, 10], false),
            ("five equal parts", &[10, 10, 10, 10, 10], true),
            ("the others are under a tenth of the largest", &[1_000, 800, 33, 33, 33], false),
            ("two make up more than nine tenths", &[100, 100, 7, 7, 7], false),
            ("the largest may come last", &[7, 7, 7, 100, 100], false),
            ("the largest may come after a large one", &[33, 33, 33, 800, 1_000], false),
            ("two make up nine tenths exactly", &[90, 90, 7, 7, 6], true),
        ];
        for (name, parts, want) in cases {
            assert_eq!(amounts(parts).may_be_shown(K), *want, "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_sum_that_may_be_shown_keeps_the_p_percent_rule(
            parts in prop::collection::vec(prop_oneof![0_i128..20, 0_i128..1_000], 0..12),
        ) {
            let sum = amounts(&parts);
            let rest = sum.total - sum.largest - sum.second;
            prop_assert!(!sum.may_be_shown(K) || rest * 10 >= sum.largest);
        }
    }

    #[test]
    fn a_rate_needs_both_its_parts() {
        let cell = |businesses, funded| Cell { businesses, funded, ..Cell::default() };
        for (businesses, funded, want) in [(20, 10, true), (20, 4, false), (20, 16, false), (20, 0, true), (4, 0, false)] {
            assert_eq!(Measure::Resource.allows(&cell(businesses, funded), K), want, "{funded} of {businesses}");
        }
    }

    #[test]
    fn a_referral_rate_watches_those_without_a_decision_too() {
        let cell = |decided, accepted| Cell { businesses: 30, decided, accepted, ..Cell::default() };
        for (decided, accepted, want) in [(20, 10, true), (28, 10, false), (20, 3, false), (20, 17, false), (3, 0, false)] {
            assert_eq!(Measure::Referrals.allows(&cell(decided, accepted), K), want, "{accepted} of {decided}");
        }
    }

    #[test]
    fn a_hidden_table_says_why() {
        assert_eq!(
            Measure::Dollars.why_withheld(K),
            "Hidden: its lines, or what is left beside them, would describe fewer than 5 businesses, \
             or one or two of them would be nearly all of it. All are counted in the totals."
        );
    }

    #[test]
    fn an_exact_sum_is_shown_only_among_very_many() {
        let of = |contributors, total| Amounts { total, contributors, ..Amounts::default() };
        let city = of(3_000, 80_000_000_000);
        assert!(of(14, 500_000_000).is_lost_among(&city));
        assert!(!of(2, 500_000_000).is_lost_among(&city));
        let small = of(60, 1_000_000_000);
        assert!(!of(5, 50_000_000).is_lost_among(&small));
        assert!(!of(55, 900_000_000).is_lost_among(&small), "the few others could be solved for");
        assert!(of(30, 500_000_000).is_lost_among(&small));
        assert!(of(60, 1_000_000_000).is_lost_among(&small), "the sum of all is public");
    }

    #[test]
    fn a_repeat_award_among_those_without_an_answer_hides_nothing() {
        let cell = Cell { businesses: 20, funded: 20, awards: amounts(&[[2].as_slice(), [1; 19].as_slice()].concat()), ..Cell::default() };
        assert!(Measure::Deployments.allows_silent(&cell, K));
        assert!(!Measure::Deployments.allows(&cell, K));
    }

    #[test]
    fn one_repeat_award_is_not_shown() {
        let cell = |parts: &[i128]| Cell { businesses: 20, funded: 10, awards: amounts(parts), ..Cell::default() };
        assert!(Measure::Deployments.allows(&cell(&[1; 10]), K));
        assert!(!Measure::Deployments.allows(&cell(&[2, 1, 1, 1, 1, 1, 1, 1, 1, 1]), K));
        assert!(Measure::Deployments.allows(&cell(&[2, 2, 2, 2, 2, 1, 1, 1, 1, 1]), K));
    }
}
