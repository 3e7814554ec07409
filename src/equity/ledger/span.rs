//! What follows from statements by adding and subtracting alone: their row space, over the whole numbers modulo the prime 2^31 - 1.
//!
//! Why modulo a prime: exact, without fractions that grow. What follows over the fractions follows here too, except where a determinant
//! happens to be a multiple of the prime; the search for other worlds, which comes afterwards, does not rest on this step.
//! Why shortened rows: a statement names thousands of columns, but there are only some hundred statements. Each row is multiplied by one
//! random matrix with a few more columns than there are statements, which keeps what depends on what.

use super::bits::Bits;
use std::collections::HashSet;

const PRIME: u64 = 2_147_483_647;

/// A shortened row.
pub type Row = Vec<u64>;

/// Shortens the rows of statements.
pub fn shorten(cells: &[Bits], columns: usize) -> Vec<Row> {
    let width = cells.len() + 4;
    let mut lot = 0x9E37_79B9_7F4A_7C15_u64;
    let mut draw = || {
        lot ^= lot << 13;
        lot ^= lot >> 7;
        lot ^= lot << 17;
        (lot >> 20) % PRIME
    };
    let mut rows = vec![vec![0_u64; width]; cells.len()];
    for column in 0..columns {
        let random: Row = (0..width).map(|_| draw()).collect();
        for (row, _) in rows.iter_mut().zip(cells).filter(|(_, cell)| cell.has(column)) {
            // A sum of 2^32 numbers below 2^31 still fits.
            row.iter_mut().zip(&random).for_each(|(sum, number)| *sum += number);
        }
    }
    for row in &mut rows {
        for sum in row.iter_mut() {
            *sum %= PRIME;
        }
    }
    rows
}

/// One row less another.
pub fn difference(row: &[u64], less: &[u64]) -> Row {
    row.iter().zip(less).map(|(one, other)| (one + PRIME - other) % PRIME).collect()
}

/// What has been said, and what may never follow from it.
#[derive(Debug, Clone)]
pub struct Said {
    /// Rows with a 1 at a place where all later rows have 0.
    rows: Vec<(usize, Row)>,
    /// What must not follow, reduced by the rows and scaled so that its first number is 1.
    secrets: Vec<Row>,
    /// The same, to look up.
    known: HashSet<Row>,
}

/// What a statement would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It follows from what has been said already.
    Follows,
    /// It would make a secret follow.
    Tells,
    /// It was added.
    Added,
}

impl Said {
    /// Nothing said yet; gives the places of secrets that follow from nothing, which are empty statements.
    pub fn new(secrets: Vec<Row>) -> Self {
        let mut said = Self { rows: Vec::new(), secrets, known: HashSet::new() };
        for secret in &mut said.secrets {
            scale(secret);
        }
        said.known = said.secrets.iter().cloned().collect();
        said
    }

    /// What a statement would do, without saying it.
    pub fn effect(&self, row: &[u64]) -> Effect {
        match self.reduced(row) {
            None => Effect::Follows,
            Some(left) if self.known.contains(&left) => Effect::Tells,
            Some(_) => Effect::Added,
        }
    }

    /// Says a statement unless it would tell a secret.
    pub fn say(&mut self, row: &[u64]) -> Effect {
        let effect = self.effect(row);
        if effect == Effect::Added {
            self.add(row);
        }
        effect
    }

    /// Says a statement whatever it tells: it is known already.
    pub fn add(&mut self, row: &[u64]) {
        let Some(left) = self.reduced(row) else { return };
        let Some(place) = left.iter().position(|number| *number != 0) else { return };
        for secret in &mut self.secrets {
            let factor = secret.get(place).copied().unwrap_or(0);
            if factor != 0 {
                subtract(secret, factor, &left);
                scale(secret);
            }
        }
        self.known = self.secrets.iter().cloned().collect();
        self.rows.push((place, left));
    }

    /// The secrets that follow from what has been said.
    pub fn told(&self) -> impl Iterator<Item = usize> + '_ {
        self.secrets.iter().enumerate().filter(|(_, secret)| secret.iter().all(|number| *number == 0)).map(|(at, _)| at)
    }

    /// A row less all that has been said, scaled; nothing where nothing is left.
    fn reduced(&self, row: &[u64]) -> Option<Row> {
        let mut left = row.to_vec();
        for (place, said) in &self.rows {
            let factor = left.get(*place).copied().unwrap_or(0);
            if factor != 0 {
                subtract(&mut left, factor, said);
            }
        }
        scale(&mut left).then_some(left)
    }
}

fn subtract(row: &mut [u64], factor: u64, less: &[u64]) {
    let factor = PRIME - factor;
    for (number, other) in row.iter_mut().zip(less) {
        *number = (*number + factor * other) % PRIME;
    }
}

/// Makes the first number that is not 0 a 1. False if there is none.
fn scale(row: &mut [u64]) -> bool {
    let Some(first) = row.iter().copied().find(|number| *number != 0) else { return false };
    if first != 1 {
        let inverse = power(first, PRIME - 2);
        for number in row.iter_mut() {
            *number = *number * inverse % PRIME;
        }
    }
    true
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(sets: &[&[usize]]) -> Vec<Bits> {
        let of = |set: &&[usize]| {
            let mut bits = Bits::new(4);
            for at in *set {
                bits.insert(*at);
            }
            bits
        };
        sets.iter().map(of).collect()
    }

    #[test]
    fn the_last_cell_of_a_line_would_tell_the_hidden_one() {
        // Of a line of four, the first is a secret; the total and the second are said.
        let rows = shorten(&cells(&[&[0], &[0, 1, 2, 3], &[1], &[2], &[3]]), 4);
        let mut said = Said::new(vec![rows[0].clone()]);
        assert_eq!(said.say(&rows[1]), Effect::Added);
        assert_eq!(said.say(&rows[2]), Effect::Added);
        assert_eq!(said.say(&rows[2]), Effect::Follows);
        assert_eq!(said.say(&rows[3]), Effect::Added);
        assert_eq!(said.say(&rows[4]), Effect::Tells);
        assert_eq!(said.told().count(), 0);
        said.add(&rows[4]);
        assert_eq!(said.told().collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn a_difference_of_nested_cells_is_a_secret_too() {
        let rows = shorten(&cells(&[&[0, 1, 2], &[0, 1]]), 4);
        let mut said = Said::new(vec![difference(&rows[0], &rows[1])]);
        assert_eq!(said.say(&rows[0]), Effect::Added);
        assert_eq!(said.say(&rows[1]), Effect::Tells);
    }
}
