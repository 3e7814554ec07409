//! Where things stand on a chart: pure numbers, drawn by views.

/// The scale of ratios runs from 0.4 to 2.5, so that halving and doubling look alike.
const LEAST: f64 = 0.4;
const MOST: f64 = 2.5;

/// A place on the scale in percent, and whether the number lies beyond its end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// From the left, in percent.
    pub percent: f64,
    /// True when the number is off the scale; an arrow stands there, and the number beside it.
    pub is_beyond: bool,
}

/// The place of a ratio on a logarithmic scale.
pub fn place(ratio: f64) -> Place {
    let within = if ratio.is_finite() { ratio.clamp(LEAST, MOST) } else { MOST };
    let percent = (within / LEAST).ln() / (MOST / LEAST).ln() * 100.0;
    Place { percent, is_beyond: !ratio.is_finite() || !(LEAST..=MOST).contains(&ratio) }
}

/// Percent as an attribute: two decimals.
pub fn percent(number: f64) -> String {
    format!("{number:.2}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_even_on_both_sides_of_one() {
        let at = |ratio| percent(place(ratio).percent);
        assert_eq!([at(0.4), at(1.0), at(2.5)], ["0.00%", "50.00%", "100.00%"]);
        assert_eq!(at(0.5), "12.18%");
        assert_eq!(percent(100.0 - place(2.0).percent), "12.18%");
    }

    #[test]
    fn what_lies_beyond_is_marked() {
        assert!(place(0.0).is_beyond && place(f64::INFINITY).is_beyond && place(3.0).is_beyond);
        assert_eq!(percent(place(0.0).percent), "0.00%");
        assert!(!place(2.5).is_beyond);
    }
}
