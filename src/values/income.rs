//! What counts as low and moderate income: published limits by the size of a household.

use super::{Cents, Complaint};

/// The sizes of household that limits are published for.
pub const SIZES: usize = 8;

/// The most that households of each size have in a year to count as having extremely low, low and moderate income.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomeLimits {
    /// Where they hold.
    pub area: String,
    /// For which year.
    pub year: i64,
    /// Who published them.
    pub source: String,
    /// For one person, for two, up to eight: never falling from one band to the next.
    pub amounts: [[Cents; 3]; SIZES],
}

impl IncomeLimits {
    /// Reads one published row: eight amounts in whole dollars, for one person to eight, parted by spaces, tabs or semicolons.
    pub fn row(typed: &str) -> Result<[Cents; SIZES], Complaint> {
        let parts: Vec<&str> = typed.split([' ', '\t', ';', '\n', '\r']).filter(|part| !part.is_empty() && *part != "$").collect();
        let amounts = parts.iter().map(|part| Cents::parse(part)).collect::<Result<Vec<_>, _>>()?;
        let found = amounts.len();
        let row: [Cents; SIZES] = amounts.try_into().map_err(|_| {
            Complaint::new(format!("Write eight amounts, for a household of 1 to 8 people, with a space between them. {found} were found"))
        })?;
        if row.iter().any(|amount| amount.cents() == 0) {
            return Err(Complaint::new("No limit is nothing. Copy the row as it was published"));
        }
        if row.windows(2).any(|pair| matches!(pair, [smaller, larger] if larger < smaller)) {
            return Err(Complaint::new("A larger household never has a lower limit. Copy the row as it was published"));
        }
        Ok(row)
    }

    /// Three rows as bands by size; none where a higher band has a lower limit.
    pub fn bands(extremely_low: &[Cents; SIZES], low: &[Cents; SIZES], moderate: &[Cents; SIZES]) -> Option<[[Cents; 3]; SIZES]> {
        let mut amounts = [[Cents::default(); 3]; SIZES];
        for (place, ((first, second), third)) in amounts.iter_mut().zip(extremely_low.iter().zip(low).zip(moderate)) {
            if first > second || second > third {
                return None;
            }
            *place = [*first, *second, *third];
        }
        Some(amounts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_as_it_is_published_and_refused_where_it_cannot_be_one() {
        let row = IncomeLimits::row("32,700\t37,350 $42,000 46650; 50400 54150 57850 61600").unwrap();
        assert_eq!((row[0].cents(), row[7].cents()), (3_270_000, 6_160_000));
        for wrong in ["", "1 2 3", "1 2 3 4 5 6 7 8 9", "8 7 6 5 4 3 2 1", "0 1 2 3 4 5 6 7", "a b c d e f g h"] {
            assert!(IncomeLimits::row(wrong).is_err(), "{wrong}");
        }
        let (low, high) = (IncomeLimits::row("1 2 3 4 5 6 7 8").unwrap(), IncomeLimits::row("2 3 4 5 6 7 8 9").unwrap());
        assert!(IncomeLimits::bands(&low, &high, &high).is_some());
        assert!(IncomeLimits::bands(&high, &low, &high).is_none());
    }
}
