//! How old a referral must be before a rate may count it. Younger ones stand beside the rate.

use crate::referrals::Kind;
use crate::referrals::policy::Policy;

/// Business days to acknowledge; on the day after, it counts.
pub const ACKNOWLEDGE: u32 = 2;
/// Business days after which silence is no response.
pub const NO_RESPONSE: u32 = 15;
/// Business days for the draft of the next request after a negative end.
pub const RE_REFER: u32 = 10;
/// Business days for the advisor's step after a negative end.
pub const FOLLOW_UP: u32 = 3;
/// Business days to look at what somebody else asked for.
pub const TRIAGE: u32 = 2;
/// Days from sending until a loop should be closed.
pub const LOOP: u32 = 90;
/// Days after a negative end in which another referral may still meet the need.
pub const UNMET: u32 = 180;

/// Days from a yes until the work should be done. Space and technology run on the slow clock everywhere, and here as well.
pub const fn completion(kind: Kind) -> u32 {
    if kind.is_slow() { 360 } else { 180 }
}

/// Business days for a yes or a no.
pub const fn decision(kind: Kind) -> u32 {
    Policy::standard(kind).decision_business_days
}

/// Days in which the entrepreneur says how it went.
pub const fn confirm(kind: Kind) -> u32 {
    Policy::standard(kind).confirm_days
}
