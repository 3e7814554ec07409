//! Chance with a seed: the same seed draws the same everywhere, and whoever prints a figure prints the seed.

/// `SplitMix64` (Steele, Lea and Flood 2014): 64 bits of state, one full period, good enough for resampling.
///
/// Why our own: a figure must be reproducible to the byte in ten years, and crates of random numbers change theirs.
#[derive(Debug, Clone)]
pub struct Seeded(u64);

/// How a p-value was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Every possible outcome was gone through.
    Exact,
    /// So many outcomes were drawn with this seed.
    Draws { number: u32, seed: u64 },
}

impl Seeded {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below `limit`, each equally likely (Lemire 2019); 0 where nothing is below it.
    pub fn below(&mut self, limit: usize) -> usize {
        let wide = u64::try_from(limit).unwrap_or(u64::MAX);
        if wide == 0 {
            return 0;
        }
        // The few products that would favor some numbers are thrown away.
        let unfair = wide.wrapping_neg() % wide;
        loop {
            let product = u128::from(self.bits()) * u128::from(wide);
            let (high, low) = (product >> 64, product & u128::from(u64::MAX));
            if low >= u128::from(unfair) {
                return usize::try_from(high).unwrap_or_default();
            }
        }
    }

    /// A number from 0 up to, but not including, 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are exact in a float")]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        // The reference implementation's first outputs for the seed 1234567.
        let mut seeded = Seeded::new(1_234_567);
        assert_eq!(
            [seeded.bits(), seeded.bits(), seeded.bits()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn numbers_below_a_limit_are_equally_likely() {
        let mut seeded = Seeded::new(7);
        let mut seen = [0_u32; 6];
        (0..60_000).for_each(|_| seen[seeded.below(6)] += 1);
        assert!(seen.iter().all(|number| (9_600..10_400).contains(number)), "{seen:?}");
        assert_eq!((seeded.below(1), seeded.below(0)), (0, 0));
    }

    #[test]
    fn units_stay_below_one() {
        let mut seeded = Seeded::new(11);
        let units: Vec<f64> = (0..10_000).map(|_| seeded.unit()).collect();
        assert!(units.iter().all(|unit| (0.0..1.0).contains(unit)));
        assert!((units.iter().sum::<f64>() / 10_000.0 - 0.5).abs() < 0.01);
    }
}
