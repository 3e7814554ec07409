//! How many requests a token may make in a minute: a bucket for each, in memory, filled all the time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// How far each token's bucket is filled, and when that was so.
#[derive(Clone, Default)]
pub struct Limits(Arc<Mutex<HashMap<i64, (f64, Instant)>>>);

impl Limits {
    /// Takes one request of a token that may make so many in a minute. Where there is none left: after how many seconds there is one.
    pub fn take(&self, token: i64, per_minute: i64) -> Result<(), u64> {
        self.take_at(token, per_minute, Instant::now())
    }

    #[expect(clippy::cast_precision_loss, reason = "at most 6000")]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between none and sixty")]
    fn take_at(&self, token: i64, per_minute: i64, now: Instant) -> Result<(), u64> {
        let most = per_minute.max(1) as f64;
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (left, at) = buckets.entry(token).or_insert((most, now));
        *left = (*left + now.duration_since(*at).as_secs_f64() * most / 60.0).min(most);
        *at = now;
        if *left < 1.0 {
            return Err(((1.0 - *left) * 60.0 / most).ceil().max(1.0) as u64);
        }
        *left -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_token_has_its_pace_and_no_other_token_pays_for_it() {
        let (limits, start) = (Limits::default(), Instant::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        assert_eq!((0..60).filter(|_| limits.take_at(1, 60, start).is_ok()).count(), 60);
        assert_eq!(limits.take_at(1, 60, start), Err(1));
        assert_eq!(limits.take_at(2, 60, start), Ok(()), "another token");
        assert_eq!(limits.take_at(1, 60, at(1)), Ok(()), "one second fills in one");
        assert_eq!(limits.take_at(1, 60, at(1)), Err(1));
        assert_eq!((0..99).filter(|_| limits.take_at(1, 60, at(900)).is_ok()).count(), 60, "never more than a minute's worth");
    }
}
