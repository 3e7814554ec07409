//! The two shapes a measure has: a share of referrals, and a list of times. Both name the referrals they count.

use super::days::{Spread, Taken};

/// How many of how many. Each list holds numbers of referrals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Share {
    /// The numerator.
    pub counted: Vec<i64>,
    /// The denominator; the numerator is part of it.
    pub of: Vec<i64>,
    /// Not old enough to be in either.
    pub early: Vec<i64>,
}

impl Share {
    /// Puts one referral where it belongs: not yet old enough, or in the denominator and perhaps the numerator.
    pub fn add(&mut self, number: i64, is_mature: bool, is_counted: bool) {
        if !is_mature {
            self.early.push(number);
            return;
        }
        self.of.push(number);
        if is_counted {
            self.counted.push(number);
        }
    }

    /// The share in tenths of a percent; none of none.
    pub fn per_mille(&self) -> Option<usize> {
        (self.counted.len() * 2000 + self.of.len()).checked_div(2 * self.of.len())
    }
}

/// How long something took, of each referral, and those for which it has not happened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times {
    /// Number of the referral, and how long.
    pub taken: Vec<(i64, Taken)>,
    /// Numbers of the referrals for which it has not happened.
    pub never: Vec<i64>,
}

impl Times {
    /// One more.
    pub fn add(&mut self, number: i64, taken: Option<Taken>) {
        match taken {
            Some(taken) => self.taken.push((number, taken)),
            None => self.never.push(number),
        }
    }

    /// In business days, pauses taken out.
    pub fn business(&self) -> Option<Spread> {
        Spread::of(self.taken.iter().map(|(_, taken)| taken.business))
    }

    /// In calendar days, as lived.
    pub fn lived(&self) -> Option<Spread> {
        Spread::of(self.taken.iter().map(|(_, taken)| taken.lived))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_no_share() {
        let mut share = Share::default();
        share.add(1, false, true);
        assert_eq!(share.per_mille(), None);
        share.add(2, true, true);
        share.add(3, true, false);
        share.add(4, true, false);
        assert_eq!(share.per_mille(), Some(333));
        assert_eq!((share.counted, share.of, share.early), (vec![2], vec![2, 3, 4], vec![1]));
    }
}
