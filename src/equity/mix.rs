//! A gap per client, split: what comes from being in other programs, and what from getting less inside them (M9).

use super::float;

/// One program: how many of each side it has, and what they got in all (cents, minutes, square feet).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Program {
    pub group: u32,
    pub group_total: i128,
    pub reference: u32,
    pub reference_total: i128,
}

/// Mean of the group less mean of the reference, in the unit of the totals: `gap = mix + within`.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    pub gap: f64,
    /// What would be left if each program gave both sides the same.
    pub mix: f64,
    /// What would be left if both sides were in the programs in the same proportions.
    pub within: f64,
    /// Programs (from 0) without anybody on a side have no two means: they are taken together as one.
    pub pooled: Vec<usize>,
}

/// Kitagawa's decomposition (1955) with averaged weights, so that neither side is the standard.
///
/// Programs with nobody on one side are pooled; where even the pool has nobody on a side, the smallest other program
/// joins it. Nothing where a whole side is empty.
#[must_use]
pub fn kitagawa(programs: &[Program]) -> Option<Split> {
    let all = programs.iter().copied().fold(Program::default(), Program::and);
    let [group_mean, reference_mean] = all.means()?;
    let (cells, pooled) = pool(programs);
    let (mut mix, mut within) = (0.0, 0.0);
    for cell in &cells {
        let [own, other] = cell.means()?;
        let own_part = f64::from(cell.group) / f64::from(all.group);
        let other_part = f64::from(cell.reference) / f64::from(all.reference);
        mix += (own_part - other_part) * f64::midpoint(own, other);
        within += (own - other) * f64::midpoint(own_part, other_part);
    }
    Some(Split { gap: group_mean - reference_mean, mix, within, pooled })
}

/// The programs with both sides, and the places of those that had to be taken together.
fn pool(programs: &[Program]) -> (Vec<Program>, Vec<usize>) {
    let (mut whole, half): (Vec<_>, Vec<_>) = programs.iter().copied().enumerate().partition(|(_, program)| program.has_both());
    let half: Vec<_> = half.into_iter().filter(|(_, program)| !program.is_empty()).collect();
    let mut places: Vec<usize> = half.iter().map(|(at, _)| *at).collect();
    let mut pooled = half.into_iter().map(|(_, program)| program).fold(Program::default(), Program::and);
    while !pooled.is_empty() && !pooled.has_both() {
        let smallest = whole.iter().enumerate().min_by_key(|(_, (_, program))| program.size()).map(|(at, _)| at);
        let Some((at, program)) = smallest.map(|at| whole.remove(at)) else { break };
        places.push(at);
        pooled = pooled.and(program);
    }
    let pooled = (!pooled.is_empty()).then_some(pooled);
    places.sort_unstable();
    (whole.into_iter().map(|(_, program)| program).chain(pooled).collect(), places)
}

impl Program {
    fn and(self, other: Self) -> Self {
        Self {
            group: self.group.saturating_add(other.group),
            group_total: self.group_total + other.group_total,
            reference: self.reference.saturating_add(other.reference),
            reference_total: self.reference_total + other.reference_total,
        }
    }

    fn has_both(&self) -> bool {
        self.group > 0 && self.reference > 0
    }

    fn is_empty(&self) -> bool {
        self.size() == 0
    }

    fn size(&self) -> u64 {
        u64::from(self.group) + u64::from(self.reference)
    }

    fn means(&self) -> Option<[f64; 2]> {
        let mean = |total: i128, number: u32| float(total) / f64::from(number);
        self.has_both().then(|| [mean(self.group_total, self.group), mean(self.reference_total, self.reference)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn program(group: u32, group_total: i128, reference: u32, reference_total: i128) -> Program {
        Program { group, group_total, reference, reference_total }
    }

    #[test]
    fn the_same_in_every_program_is_all_mix() {
        let got = kitagawa(&[program(30, 3_000, 10, 1_000), program(10, 5_000, 30, 15_000)]).unwrap();
        assert!(got.within.abs() < 1e-9 && (got.mix - got.gap).abs() < 1e-9 && got.gap < 0.0);
    }

    #[test]
    fn the_same_programs_are_all_within() {
        let got = kitagawa(&[program(30, 3_000, 60, 9_000), program(10, 5_000, 20, 20_000)]).unwrap();
        assert!(got.mix.abs() < 1e-9 && (got.within - got.gap).abs() < 1e-9);
    }

    #[test]
    fn a_program_without_one_side_is_pooled_and_named() {
        let two = kitagawa(&[program(30, 3_000, 10, 1_500), program(0, 0, 9, 900), program(5, 100, 0, 0)]).unwrap();
        assert_eq!(two.pooled, [1, 2]);
        let one = kitagawa(&[program(30, 3_000, 50, 4_000), program(0, 0, 9, 900), program(8, 100, 6, 700)]).unwrap();
        assert_eq!(one.pooled, [1, 2], "the smallest other program joins");
        let none = kitagawa(&[program(30, 3_000, 10, 1_500), program(0, 0, 0, 0)]).unwrap();
        assert!(none.pooled.is_empty());
    }

    #[test]
    fn without_one_whole_side_there_is_no_gap() {
        assert_eq!(kitagawa(&[program(30, 3_000, 0, 0), program(4, 10, 0, 0)]), None);
        assert_eq!(kitagawa(&[]), None);
    }

    proptest! {
        #[test]
        fn mix_and_within_are_the_gap(sides in prop::collection::vec((0_u32..40, 0_i128..100_000, 0_u32..40, 0_i128..100_000), 1..8)) {
            let programs: Vec<Program> = sides
                .into_iter()
                .map(|(g, total, h, other)| program(g, if g > 0 { total } else { 0 }, h, if h > 0 { other } else { 0 }))
                .collect();
            if let Some(got) = kitagawa(&programs) {
                prop_assert!((got.mix + got.within - got.gap).abs() < 1e-6, "{got:?}");
            } else {
                let none = |of: fn(&Program) -> u32| programs.iter().all(|program| of(program) == 0);
                prop_assert!(none(|p| p.group) || none(|p| p.reference));
            }
        }
    }
}
