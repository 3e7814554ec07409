//! How old a referral must be before a rate may count it. Younger ones stand beside the rate.
//!
//! What a manager sets (days to acknowledge, decide, follow up, look at a request, say how it went) is asked of the program's own
//! days, as they were when the clock started: who kept a promise is in time, whatever was promised later. What stands here is no
//! promise but part of a definition, and the same everywhere: otherwise two programs, or two years of one, could not be compared.

use crate::referrals::Kind;

/// Business days after which silence is no response.
pub const NO_RESPONSE: u32 = 15;
/// Business days for the draft of the next request after a negative end.
pub const RE_REFER: u32 = 10;
/// Days from sending until a loop should be closed.
pub const LOOP: u32 = 90;
/// Days after a negative end in which another referral may still meet the need.
pub const UNMET: u32 = 180;

/// Days from a yes until the work should be done. Space and technology run on the slow clock everywhere, and here as well.
pub const fn completion(kind: Kind) -> u32 {
    if kind.is_slow() { 360 } else { 180 }
}
