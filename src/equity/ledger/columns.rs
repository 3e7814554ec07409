//! From a catalogue to columns: every kind of client there could be, those together that no statement of the catalogue tells apart.

use super::bits::Bits;
use std::collections::{BTreeMap, HashMap};

/// Codes of one thing that is known of a client: more are not read.
pub const MOST_CODES: usize = 4_096;

/// One thing that is known of a client, and the codes it can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dim {
    /// Its name: `race`, or `stage@2026` where it can differ from one release to the next.
    pub name: String,
    /// What it can be.
    pub codes: Vec<String>,
}

/// Which clients are counted: the codes wanted, for each thing that matters. Those with any code otherwise.
pub type Wanted = BTreeMap<String, Vec<String>>;

/// One client's code in each dimension, as a place in its list.
pub type Kind = Vec<usize>;

/// Why a catalogue cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// A dimension has too many codes.
    TooManyCodes(String),
    /// A count wants a dimension or a code that does not exist.
    Unknown(String),
}

/// The columns of a catalogue.
#[derive(Debug, Clone)]
pub struct Columns {
    /// For each count, the columns in it.
    pub cells: Vec<Bits>,
    /// Where a kind of client is counted; kinds that no count wants are in none.
    places: HashMap<Kind, usize>,
    /// How many columns there are.
    pub size: usize,
}

/// Of each dimension, the codes a count wants.
pub fn masks(dims: &[Dim], wanted: &Wanted) -> Result<Vec<Bits>, Unreadable> {
    if let Some(name) = wanted.keys().find(|name| dims.iter().all(|dim| dim.name != **name)) {
        return Err(Unreadable::Unknown(name.clone()));
    }
    dims.iter().map(|dim| mask(dim, wanted.get(&dim.name).unwrap_or(&dim.codes))).collect()
}

fn mask(dim: &Dim, codes: &[String]) -> Result<Bits, Unreadable> {
    if dim.codes.len() > MOST_CODES {
        return Err(Unreadable::TooManyCodes(dim.name.clone()));
    }
    let mut mask = Bits::new(dim.codes.len());
    for code in codes {
        let place = dim.codes.iter().position(|one| one == code);
        mask.insert(place.ok_or_else(|| Unreadable::Unknown(format!("{} {code}", dim.name)))?);
    }
    Ok(mask)
}

/// True if a kind of client has a wanted code in each dimension.
pub fn is_wanted(kind: &[usize], masks: &[Bits]) -> bool {
    kind.iter().zip(masks).all(|(code, mask)| mask.has(*code))
}

/// Every kind of client there could be, in the order of the dimensions.
pub fn every_kind(dims: &[Dim]) -> impl Iterator<Item = Kind> + '_ {
    let total: usize = dims.iter().map(|dim| dim.codes.len()).product();
    (0..total).map(|number| {
        let mut left = number;
        let code = |dim: &Dim| {
            let code = left % dim.codes.len();
            left /= dim.codes.len();
            code
        };
        dims.iter().map(code).collect()
    })
}

impl Columns {
    /// The columns of some counts, among the kinds of clients that are possible.
    pub fn new(dims: &[Dim], counts: &[Wanted], possible: impl Iterator<Item = Kind>) -> Result<Self, Unreadable> {
        let wanted = counts.iter().map(|count| masks(dims, count)).collect::<Result<Vec<_>, _>>()?;
        let mut marks: BTreeMap<Bits, usize> = BTreeMap::new();
        let mut order: Vec<Bits> = Vec::new();
        let mut places = HashMap::new();
        for kind in possible {
            let mut mark = Bits::new(counts.len());
            for (at, _) in wanted.iter().enumerate().filter(|(_, masks)| is_wanted(&kind, masks)) {
                mark.insert(at);
            }
            if mark.is_empty() {
                continue;
            }
            let next = order.len();
            let place = *marks.entry(mark.clone()).or_insert(next);
            if place == next {
                order.push(mark);
            }
            places.insert(kind, place);
        }
        let mut cells = vec![Bits::new(order.len()); counts.len()];
        for (column, mark) in order.iter().enumerate() {
            for at in mark.iter() {
                if let Some(cell) = cells.get_mut(at) {
                    cell.insert(column);
                }
            }
        }
        Ok(Self { cells, places, size: order.len() })
    }

    /// In which column a kind of client is counted.
    pub fn place(&self, kind: &[usize]) -> Option<usize> {
        self.places.get(kind).copied()
    }

    /// How much there is in each column, and what each count comes to.
    pub fn fill<'k>(&self, kinds: impl Iterator<Item = (&'k Kind, i64)>) -> (Vec<i64>, Vec<i64>) {
        let mut truth = vec![0; self.size];
        for (kind, amount) in kinds {
            if let Some(sum) = self.place(kind).and_then(|place| truth.get_mut(place)) {
                *sum += amount;
            }
        }
        let value = |cell: &Bits| cell.iter().filter_map(|column| truth.get(column)).sum();
        let values = self.cells.iter().map(value).collect();
        (truth, values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dim(name: &str, codes: &[&str]) -> Dim {
        Dim { name: name.into(), codes: codes.iter().map(|code| (*code).into()).collect() }
    }

    fn wanted(pairs: &[(&str, &[&str])]) -> Wanted {
        pairs.iter().map(|(name, codes)| ((*name).into(), codes.iter().map(|code| (*code).into()).collect())).collect()
    }

    #[test]
    fn kinds_that_no_count_tells_apart_share_a_column() {
        let dims = [dim("race", &["black", "white", "unknown"]), dim("area", &["a", "b"])];
        let counts = [wanted(&[]), wanted(&[("race", &["black"])])];
        let columns = Columns::new(&dims, &counts, every_kind(&dims)).unwrap();
        assert_eq!(columns.size, 2);
        let clients = [vec![0, 0], vec![0, 1], vec![2, 1]];
        let (_, values) = columns.fill(clients.iter().map(|kind| (kind, 1)));
        assert_eq!(values, [3, 2]);
    }

    #[test]
    fn a_code_that_does_not_exist_is_named() {
        let dims = [dim("race", &["black"])];
        let counts = [wanted(&[("race", &["teal"])])];
        let fails = Columns::new(&dims, &counts, every_kind(&dims)).unwrap_err();
        assert_eq!(fails, Unreadable::Unknown("race teal".into()));
    }
}
