//! Other worlds that lie close by: some clients become clients of another kind, so that everything said stays as it is.
//!
//! Why before any solver: where a secret is safe there mostly are two or three clients who could be one another, and to find them takes a
//! look into a table. What is not found here is searched with more patience elsewhere.

use super::bits::Bits;
use super::worlds::Amounts;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Other kinds that are thought of for a client of one kind.
const MOST_KINDS: usize = 160;
/// And for all of them together.
const MOST_MOVES: usize = 400_000;
/// First moves for which two others are looked for.
const MOST_TRIPLES: usize = 60;
/// Second moves beside each of them.
const MOST_SECONDS: usize = 30_000;

/// Places of the sieve, a power of two.
const SIEVE: usize = 1 << 20;

/// The place of a sum in the sieve.
fn hole(sum: u64) -> usize {
    usize::try_from(sum).unwrap_or(0) & (SIEVE - 1)
}

/// One client of a kind becomes one of another.
#[derive(Clone, Copy)]
struct Move {
    from: usize,
    to: usize,
    /// What that does to everything said, as one number.
    sum: u64,
}

/// Which kinds clients may change between, and what each change does to everything said.
pub struct Swaps {
    groups: Vec<Vec<usize>>,
    /// The group of each column.
    group_of: HashMap<usize, usize>,
    sums: Vec<u64>,
    /// The moves from the world that was asked about last: many secrets are looked for from one world.
    last: RefCell<Option<(Amounts, Rc<Moves>)>>,
}

/// All moves there are from one world.
struct Moves {
    all: Vec<Move>,
    by_sum: HashMap<u64, Vec<usize>>,
    /// Which sums there may be, by their last bits: most that are looked for are not there, and this says so at a glance.
    sieve: Vec<bool>,
}

impl Swaps {
    /// Changes within groups of columns, when some statements are said. `sums` gives each column a number: that of all statements that
    /// count it, added up.
    pub fn new(groups: &[Vec<usize>], sums: &[u64]) -> Self {
        let group_of = groups.iter().enumerate().flat_map(|(at, group)| group.iter().map(move |column| (*column, at))).collect();
        Self { groups: groups.to_vec(), group_of, sums: sums.to_vec(), last: RefCell::default() }
    }

    fn sum(&self, column: usize) -> u64 {
        self.sums.get(column).copied().unwrap_or(0)
    }

    fn moves(&self, from: &Amounts) -> Rc<Moves> {
        if let Some((_, moves)) = self.last.borrow().as_ref().filter(|(last, _)| last == from) {
            return Rc::clone(moves);
        }
        let moves = Rc::new(self.all_moves(from));
        *self.last.borrow_mut() = Some((from.clone(), Rc::clone(&moves)));
        moves
    }

    fn all_moves(&self, from: &Amounts) -> Moves {
        let most = (MOST_MOVES / from.len().max(1)).clamp(8, MOST_KINDS);
        let mut all = Vec::new();
        for from in from.keys().copied() {
            let group = self.group_of.get(&from).and_then(|at| self.groups.get(*at)).map_or(&[][..], Vec::as_slice);
            // Of a large group every so manieth is thought of, another set for each client.
            let stride = group.len().div_ceil(most).max(1);
            let others = group.iter().copied().skip(from % stride).step_by(stride).filter(|to| *to != from);
            all.extend(others.map(|to| Move { from, to, sum: self.sum(to).wrapping_sub(self.sum(from)) }));
        }
        let mut by_sum: HashMap<u64, Vec<usize>> = HashMap::new();
        let mut sieve = vec![false; SIEVE];
        for (at, one) in all.iter().enumerate() {
            by_sum.entry(one.sum).or_default().push(at);
            if let Some(may_be) = sieve.get_mut(hole(one.sum)) {
                *may_be = true;
            }
        }
        Moves { all, by_sum, sieve }
    }

    /// The world that is reached from another when the clients within some columns become more, or fewer, by as many as is wanted or by
    /// fewer.
    pub fn toward(&self, from: &Amounts, columns: &Bits, grows: bool, wanted: i64) -> Option<Amounts> {
        let moves = self.moves(from);
        let mut world = World { numbers: from.clone() };
        let mut reached = 0;
        let effect = |one: &Move| {
            let change = i64::from(columns.has(one.to)) - i64::from(columns.has(one.from));
            if grows { change } else { -change }
        };
        let helps: Vec<&Move> = moves.all.iter().filter(|one| effect(one) > 0).collect();
        for one in &helps {
            if reached >= wanted {
                break;
            }
            if !world.can(&[one]) {
                continue;
            }
            if one.sum == 0 {
                world.make(&[one]);
                reached += 1;
                continue;
            }
            let back = moves.of(one.sum.wrapping_neg()).find(|other| effect(other) >= 0 && world.can(&[one, other]));
            if let Some(back) = back {
                reached += 1 + effect(back);
                world.make(&[one, back]);
            }
        }
        let stride = helps.len().div_ceil(MOST_TRIPLES).max(1);
        for one in helps.iter().step_by(stride) {
            if reached >= wanted {
                break;
            }
            let Some((second, third)) = moves.two_more(&world, one, &effect) else { continue };
            reached += 1 + effect(second) + effect(third);
            world.make(&[one, second, third]);
        }
        (reached > 0).then_some(world.numbers)
    }
}

impl Moves {
    fn of(&self, sum: u64) -> impl Iterator<Item = &Move> {
        let found = if self.may_have(sum) { self.by_sum.get(&sum) } else { None };
        found.into_iter().flatten().filter_map(|at| self.all.get(*at))
    }

    fn may_have(&self, sum: u64) -> bool {
        matches!(self.sieve.get(hole(sum)), Some(true))
    }

    /// Two moves that undo what a first one did to everything said, and not what it did to the secret.
    fn two_more(&self, world: &World, first: &Move, effect: &dyn Fn(&Move) -> i64) -> Option<(&Move, &Move)> {
        if !world.can(&[first]) {
            return None;
        }
        let stride = self.all.len().div_ceil(MOST_SECONDS).max(1);
        self.all.iter().step_by(stride).find_map(|second| {
            let back = first.sum.wrapping_add(second.sum).wrapping_neg();
            if !self.may_have(back) {
                return None;
            }
            let third = self.of(back);
            let mut fits = third.filter(|third| 1 + effect(second) + effect(third) > 0 && world.can(&[first, second, third]));
            fits.next().map(|third| (second, third))
        })
    }
}

/// A world while it is made from another.
struct World {
    numbers: Amounts,
}

impl World {
    fn can(&self, moves: &[&Move]) -> bool {
        moves.iter().all(|one| {
            let leaving = moves.iter().filter(|other| other.from == one.from).count();
            self.numbers.get(&one.from).is_some_and(|number| *number >= i64::try_from(leaving).unwrap_or(i64::MAX))
        })
    }

    fn make(&mut self, moves: &[&Move]) {
        for one in moves {
            *self.numbers.entry(one.from).or_insert(0) -= 1;
            *self.numbers.entry(one.to).or_insert(0) += 1;
        }
        self.numbers.retain(|_, number| *number != 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bits(size: usize, set: u64) -> Bits {
        let mut bits = Bits::new(size);
        (0..size).filter(|at| set >> at & 1 == 1).for_each(|at| bits.insert(at));
        bits
    }

    fn count(world: &Amounts, cell: &Bits) -> i64 {
        world.iter().filter(|(column, _)| cell.has(**column)).map(|(_, number)| number).sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn every_world_says_what_was_said_and_goes_where_it_should(
            numbers in proptest::collection::vec(0_i64..4, 14),
            said in proptest::collection::vec(0_u64..1 << 14, 0..6),
            lots in proptest::collection::vec(any::<u64>(), 6),
            aimed in 1_u64..1 << 14,
            (grows, wanted) in (any::<bool>(), 1_i64..6),
        ) {
            let size = numbers.len();
            let cells: Vec<Bits> = said.iter().map(|set| bits(size, *set)).collect();
            let lots_of = |column: usize| cells.iter().zip(&lots).filter(move |(cell, _)| cell.has(column)).map(|(_, lot)| *lot);
            let sums: Vec<u64> = (0..size).map(|column| lots_of(column).fold(0, u64::wrapping_add)).collect();
            let groups: Vec<Vec<usize>> = vec![(0..6).collect(), (6..size).collect()];
            let from: Amounts = numbers.iter().copied().enumerate().filter(|(_, number)| *number > 0).collect();
            let aim = bits(size, aimed);
            if let Some(world) = Swaps::new(&groups, &sums).toward(&from, &aim, grows, wanted) {
                prop_assert!(world.values().all(|number| *number > 0));
                for cell in cells.iter().chain(&[bits(size, 0b11_1111), bits(size, !0b11_1111)]) {
                    prop_assert_eq!(count(&world, cell), count(&from, cell));
                }
                let (now, before) = (count(&world, &aim), count(&from, &aim));
                let is_nearer = if grows { now > before } else { now < before };
                prop_assert!(is_nearer);
            }
        }
    }

    #[test]
    fn two_who_could_be_one_another_are_found() {
        // Columns: here and there, each of two answers; how many of each answer and how many here is said.
        let cells = [bits(4, 0b0101), bits(4, 0b0011)];
        let sums: Vec<u64> = (0..4).map(|at| u64::from(cells[0].has(at)) * 1_000_003 + u64::from(cells[1].has(at)) * 998_244_353).collect();
        let from = Amounts::from([(0, 2), (3, 2)]);
        let world = Swaps::new(&[(0..4).collect()], &sums).toward(&from, &bits(4, 0b0001), false, 2);
        assert_eq!(world, Some(Amounts::from([(1, 2), (2, 2)])));
        assert_eq!(Swaps::new(&[vec![0], vec![1], vec![2], vec![3]], &sums).toward(&from, &bits(4, 1), false, 2), None);
    }
}
