//! A scale of evenly spaced round numbers, wide enough for what is drawn on it.

/// From where to where, and where it is marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Lower and upper end.
    pub ends: (f64, f64),
    /// Marks, the ends among them.
    pub ticks: Vec<Tick>,
}

/// A mark of a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// The number.
    pub number: f64,
    /// Where it stands, in percent from the left.
    pub percent: f64,
}

/// At most so many steps.
const STEPS: f64 = 5.0;

impl Scale {
    /// A scale that holds 0 and each of the numbers. `whole` is the least step: 1 where only whole numbers are counted, 0 where any are.
    pub fn over(numbers: impl IntoIterator<Item = f64>, whole: f64) -> Self {
        let (low, high) = numbers
            .into_iter()
            .filter(|number| number.is_finite())
            .fold((0.0_f64, 0.0_f64), |(low, high), number| (low.min(number), high.max(number)));
        let spread = if high > low { high - low } else { whole.max(1.0) };
        let step = round_up(spread / STEPS);
        let step = if whole > 0.0 { (step / whole - 1e-9).ceil() * whole } else { step };
        let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil().max(if low < 0.0 { 0.0 } else { 1.0 }));
        let ends = (first * step, last * step);
        let count = last - first;
        let mut ticks = Vec::new();
        let mut at = 0.0;
        while at <= count {
            ticks.push(Tick { number: (first + at) * step, percent: at / count * 100.0 });
            at += 1.0;
        }
        Self { ends, ticks }
    }

    /// Where a number stands, in percent from the left.
    pub fn percent(&self, number: f64) -> f64 {
        let (low, high) = self.ends;
        ((number - low) / (high - low) * 100.0).clamp(0.0, 100.0)
    }
}

/// The next larger of 1, 2, 2.5 and 5 times a power of ten.
fn round_up(step: f64) -> f64 {
    let power = 10_f64.powf(step.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|times| times * power).find(|round| *round >= step * (1.0 - 1e-9)).unwrap_or(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(numbers: &[f64], whole: f64) -> Vec<f64> {
        Scale::over(numbers.iter().copied(), whole).ticks.iter().map(|tick| (tick.number * 1e6).round() / 1e6).collect()
    }

    #[test]
    fn marks_are_round_and_hold_zero_and_every_number() {
        assert_eq!(marks(&[0.62, 0.31], 0.0), [0.0, 0.2, 0.4, 0.6, 0.8]);
        assert_eq!(marks(&[-0.2, 0.9], 0.0), [-0.25, 0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(marks(&[3.0], 1.0), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(marks(&[12.0], 1.0), [0.0, 3.0, 6.0, 9.0, 12.0], "no half businesses");
        assert_eq!(marks(&[-4.0], 1.0), [-4.0, -3.0, -2.0, -1.0, 0.0]);
        assert_eq!(marks(&[1_240_000.0], 0.0), [0.0, 250_000.0, 500_000.0, 750_000.0, 1_000_000.0, 1_250_000.0]);
        assert_eq!(marks(&[], 1.0), [0.0, 1.0]);
        assert_eq!(marks(&[0.0, f64::NAN, f64::INFINITY], 0.0), [0.0, 0.2]);
    }

    #[test]
    fn a_place_lies_between_the_ends() {
        let scale = Scale::over([-1.0, 3.0], 1.0);
        let places = [-1.0, 0.0, 3.0, 99.0].map(|number| format!("{:.1}", scale.percent(number)));
        assert_eq!(places, ["0.0", "25.0", "100.0", "100.0"]);
    }
}
