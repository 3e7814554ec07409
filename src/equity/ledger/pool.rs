//! The worlds found so far, and the search for farther ones.

use super::bits::Bits;
use super::engine::Secret;
use super::worlds::{Aim, Amounts, Facts, Fitting, float};

/// Where clients may be split, numbers so close are the same.
pub(super) const NEARLY: f64 = 1e-6;
/// After so many searches in vain the solver is not asked any more: it does not find whole clients here.
pub(super) const PATIENCE: u32 = 16;

/// Worlds that fit, with what the statements are in them.
#[derive(Debug, Clone)]
pub(super) struct Pool {
    pub(super) worlds: Vec<(Amounts, Vec<i64>)>,
    /// What the statements are in worlds of split clients.
    pub(super) split: Vec<Vec<f64>>,
    /// How often in a row the solver found nothing.
    pub(super) in_vain: u32,
}

impl Pool {
    /// The real world alone.
    pub(super) fn of(facts: Facts<'_>) -> Self {
        let real: Amounts = facts.truth.iter().copied().enumerate().filter(|(_, amount)| *amount != 0).collect();
        Self { worlds: vec![(real, facts.values.to_vec())], split: Vec::new(), in_vain: 0 }
    }

    pub(super) fn add(&mut self, facts: Facts<'_>, world: Option<Amounts>) {
        if let Some(world) = world {
            let values = facts.values_in(&world);
            self.worlds.push((world, values));
        }
    }

    /// How far apart a secret's values lie.
    fn span(&self, secret: &Secret) -> i64 {
        let values = self.worlds.iter().map(|(_, values)| secret.of(values));
        let (low, high) = values.fold((i64::MAX, i64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        high.saturating_sub(low)
    }

    fn is_apart(&self, secret: &Secret) -> bool {
        self.span(secret) >= secret.width
    }

    /// Searches until a secret lies far enough apart; false if it does not. From the farthest worlds found so far it goes on by swaps.
    pub(super) fn widen(&mut self, fitting: &Fitting<'_>, facts: Facts<'_>, secret: &Secret) -> bool {
        if self.is_apart(secret) {
            return true;
        }
        let columns = secret.columns(facts);
        if self.swap(fitting, facts, secret, &columns) {
            return true;
        }
        if secret.may_split {
            return self.reach(fitting, secret, &columns) > float(secret.width) - NEARLY;
        }
        let before = self.worlds.len();
        for is_far in [false, true] {
            if is_far && self.worlds.len() == before {
                // Where no whole clients are found among few kinds, they are not among many.
                return false;
            }
            for aim in [Aim::Most(&columns), Aim::Least(&columns)] {
                if self.in_vain >= PATIENCE {
                    return false;
                }
                let world = if is_far { fitting.far(aim) } else { fitting.near(aim) };
                self.in_vain = if world.is_some() { 0 } else { self.in_vain + 1 };
                self.add(facts, world);
                if self.is_apart(secret) {
                    return true;
                }
            }
        }
        false
    }

    /// How far apart a secret's values lie where clients may be split.
    pub(super) fn reach(&mut self, fitting: &Fitting<'_>, secret: &Secret, columns: &Bits) -> f64 {
        for aim in [Aim::Most(columns), Aim::Least(columns)] {
            if self.span_of_split(secret) < float(secret.width) - NEARLY {
                self.split.extend(fitting.split(aim));
            }
        }
        self.span_of_split(secret)
    }

    fn span_of_split(&self, secret: &Secret) -> f64 {
        let value = |values: &Vec<f64>| {
            let value = |at: usize| values.get(at).copied().unwrap_or(0.0);
            value(secret.outer) - secret.inner.map_or(0.0, value)
        };
        let whole = self.worlds.iter().map(|(_, values)| float(secret.of(values)));
        let values = self.split.iter().map(value).chain(whole);
        let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        high - low
    }

    /// Searches close by alone, which takes next to no time.
    pub(super) fn swap(&mut self, fitting: &Fitting<'_>, facts: Facts<'_>, secret: &Secret, columns: &Bits) -> bool {
        for grows in [true, false, true, false] {
            if self.is_apart(secret) {
                return true;
            }
            let from = self.farthest(secret, grows).unwrap_or_default();
            self.add(facts, fitting.by_swaps(&from, columns, grows, secret.width));
        }
        self.is_apart(secret)
    }

    /// The world in which a secret is greatest, or least.
    fn farthest(&self, secret: &Secret, is_most: bool) -> Option<Amounts> {
        let value = |values: &[i64]| if is_most { secret.of(values) } else { -secret.of(values) };
        self.worlds.iter().max_by_key(|(_, values)| value(values)).map(|(world, _)| world.clone())
    }
}
