//! What somebody finds of themselves: their businesses, facts they say are wrong, and the wish to be deleted.

use crate::values::{ClosingId, Correctable, Corrected, CorrectionId, Day, Instant};

/// Business days in which a request for a correction is answered.
pub const CORRECTED_DAYS: u32 = 5;
/// Business days in which a wish to be deleted is answered.
pub const CLOSED_DAYS: u32 = 10;

/// A business of somebody's, as they read it.
#[derive(Debug, Clone)]
pub struct OwnBusiness {
    /// Row key.
    pub key: i64,
    /// Name.
    pub name: String,
    /// What it makes.
    pub product: Option<String>,
    /// Where it is, in one line.
    pub address: String,
    /// Workers at the last count.
    pub workers: Option<i64>,
    /// Their own share, in hundredths of a percent.
    pub share_bp: Option<u32>,
    /// Row key and name of the program.
    pub program: (i64, String),
    /// Row key and name of their advisor there.
    pub advisor: Option<(i64, String)>,
}

/// Who answers for somebody: the first program they are with.
#[derive(Debug, Clone)]
pub struct Home {
    /// Row key of the business.
    pub business: i64,
    /// Row key and name of the program.
    pub program: (i64, String),
    /// Row key and name of the advisor.
    pub advisor: Option<(i64, String)>,
}

/// A request for a correction.
#[derive(Debug, Clone)]
pub struct Correction {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: CorrectionId,
    /// Row key and name of who asks.
    pub person: (i64, String),
    /// Row key, address and name of the business it is about.
    pub business: (i64, String, String),
    /// Row key of the program.
    pub program: i64,
    /// Which fact.
    pub what: Correctable,
    /// As it stood.
    pub old: String,
    /// As they say it is.
    pub new: String,
    /// When they asked.
    pub asked_at: Instant,
    /// Answered by.
    pub due_on: Day,
    /// What was answered, when, and in which words.
    pub answer: Option<(Corrected, Instant, Option<String>)>,
}

/// A wish to be deleted.
#[derive(Debug, Clone)]
pub struct Closing {
    /// Address.
    pub id: ClosingId,
    /// Row key and name of who asks.
    pub person: (i64, String),
    /// When.
    pub asked_at: Instant,
    /// Answered by.
    pub due_on: Day,
    /// What they are told, once it was seen to.
    pub settled: Option<(Instant, Option<String>)>,
}
