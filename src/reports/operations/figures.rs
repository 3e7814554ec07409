//! Operational figures as they are shown and frozen. Exact, and without a word on who anybody is.

use crate::chart::Area;
use crate::equity::catalogue::Point;
use crate::reports::funding::measure::Clients;
use crate::values::Unit;
use crate::workers::quality::Quality;
use serde::{Deserialize, Serialize};

/// Every figure of one span.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// In all.
    pub sums: Sums,
    /// How many businesses came how far, the first station first.
    pub funnel: Vec<(Point, u32)>,
    /// Who pays.
    pub sources: Vec<SourceLine>,
    /// Dollars by kind of money, the most first: its code, awards, cents. Nothing in what was frozen before this was told.
    #[serde(default)]
    pub money: Vec<(String, u32, i64)>,
    /// What clients bring. Nothing in what was frozen before this was told.
    #[serde(default)]
    pub clients: Option<Clients>,
    /// Who decides. Nothing in what was frozen before this was told.
    #[serde(default)]
    pub decides: Option<Decides>,
    /// What is given, by kind and unit.
    pub kinds: Vec<KindLine>,
    /// Resources that no day is known of: they stand in no span.
    pub without_a_day: u32,
    /// From asking to award, from award to delivery, from asking to delivery.
    pub steps: [Clock; 3],
    /// From joining to the first service.
    pub first_service: Clock,
    /// How referrals go.
    pub process: Process,
    /// How dollars are spread; nothing where nobody was awarded any.
    pub spread: Option<Spread>,
    /// By the zones of one set, where there are some.
    pub zones: Option<Places>,
    /// By neighborhood, as people call it.
    pub neighborhoods: Places,
    /// What the work at clients is like.
    #[serde(default)]
    pub jobs: Jobs,
    /// What the community chose to look at. Nothing in what was frozen before this was told.
    #[serde(default)]
    pub indicators: Vec<IndicatorLine>,
}

/// An indicator that a body chose, in the last of its own periods that was over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorLine {
    /// Whose, where several programs are told of.
    pub program: String,
    /// What it is called.
    pub name: String,
    /// Which question it speaks to, in words.
    pub question: String,
    /// How it is counted, in one sentence.
    pub sentence: String,
    /// What its figures are in: a code.
    pub unit: String,
    /// The period, in words.
    pub period: String,
    /// Its figure; nothing where there was nothing to count against.
    pub value: Option<FigureTold>,
    /// The figure of the period before.
    pub before: Option<FigureTold>,
    /// How it was before, who says so, and of which year.
    pub baseline: Option<(FigureTold, String, i16)>,
    /// Where it should be, and by when.
    pub target: Option<(FigureTold, String)>,
    /// True where the figure is at the target or beyond it.
    pub is_met: bool,
    /// Who decided, and when.
    pub decided: String,
}

/// A figure in hundredths, and as it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureTold {
    /// In hundredths.
    pub hundredths: i64,
    /// With its unit.
    pub words: String,
}

/// What the work at clients is like, by the last count of each in the span.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Jobs {
    /// Clients whose work somebody described.
    pub clients: u32,
    /// Of these, so many in a county that a table of living wages has.
    pub with_living_wage: u32,
    /// Everything together; nothing where it would be the pay of a few.
    pub quality: Option<Quality>,
    /// With what pay is compared: source, year and household of each table, in words.
    pub compared: Vec<String>,
}

/// Who decides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decides {
    /// Bodies.
    pub bodies: Vec<BodyLine>,
    /// How many seats speak for whom, by code.
    pub seats: Vec<(String, u32)>,
    /// Of how many seats that is not recorded.
    pub seats_unknown: u32,
    /// Decisions that stand.
    pub decisions: u32,
    /// Of these, with a reason.
    pub with_reason: u32,
    /// With counted votes.
    pub with_votes: u32,
    /// In which somebody stood aside.
    pub with_recusal: u32,
    /// Awards.
    pub awards: u32,
    /// Of these, with a recorded body.
    pub awards_with_body: u32,
    /// With a recorded decision.
    pub awards_with_decision: u32,
    /// What members say of themselves, who agreed to it when this was made.
    pub said: Vec<Said>,
}

/// One body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodyLine {
    /// Its name.
    pub name: String,
    /// What it decides.
    pub decides: Option<String>,
    /// Seats held on some day.
    pub seats: u32,
    /// Meetings.
    pub meetings: u32,
    /// Decisions that stand.
    pub decisions: u32,
}

/// What a member says of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Who says it.
    pub name: String,
    /// Their seat, in words.
    pub seat: String,
    /// On which body.
    pub body: String,
    /// Their words.
    pub words: String,
}

/// In all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// Businesses enrolled on some day of the span.
    pub businesses: u32,
    /// Services, and the time they took.
    pub services: i64,
    pub minutes: i64,
    /// Awards.
    pub awards: u32,
    /// Dollars awarded.
    pub awarded_cents: i64,
    /// Dollars delivered; nothing where no delivery is on record.
    pub delivered_cents: Option<i64>,
    /// Referrals that partners decided on, and of these those accepted.
    pub decided: u32,
    pub accepted: u32,
}

/// What one funder's awards came to, in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// Who pays; nothing where it is not recorded.
    pub source: Option<String>,
    #[serde(with = "word")]
    pub unit: Unit,
    /// Awards.
    pub awards: u32,
    /// How much.
    pub awarded: i64,
}

/// One kind of resource in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindLine {
    /// Its code and its name.
    pub code: String,
    pub name: String,
    #[serde(with = "word")]
    pub unit: Unit,
    /// Businesses with an award of it.
    pub businesses: u32,
    /// Awards.
    pub awards: u32,
    /// Asked for, awarded and delivered in the span.
    pub applied: i64,
    pub awarded: i64,
    pub delivered: i64,
    /// Applications that were refused in the span. Nothing in what was frozen before this was told.
    #[serde(default)]
    pub refused: u32,
    /// Of the awards of the span: those of which the amount asked for, or delivered, is not recorded.
    pub applied_unknown: u32,
    pub delivered_unknown: u32,
}

/// How long something takes. Who still waits is counted as waiting until the figures were made.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Clock {
    /// How many began to wait in the span.
    pub begun: u32,
    /// Of these: the wait ended, or it is still open.
    pub ended: u32,
    pub open: u32,
    /// Left out: the second day lies before the first.
    pub backwards: u32,
    /// The day by which a quarter, half, three quarters and nine tenths were over; nothing where it has not come so far.
    pub quarter: Option<u32>,
    pub median: Option<u32>,
    pub three_quarters: Option<u32>,
    pub nine_tenths: Option<u32>,
    /// 95 % range of the median; an end is absent where the curve does not reach it.
    pub median_range: (Option<u32>, Option<u32>),
    /// The share still waiting after 30, 60 and 90 days; nothing where nobody was seen that long.
    pub waiting: [Option<f64>; 3],
}

/// How referrals go.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Process {
    /// Of all, then by kind of help, then by what sort of partner.
    pub all: ProcessLine,
    pub by_kind: Vec<ProcessLine>,
    pub by_partner: Vec<ProcessLine>,
}

/// Businesses, by what happened to their referrals.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ProcessLine {
    /// Its code and its name.
    pub code: String,
    pub name: String,
    /// Businesses with a referral.
    pub referred: u32,
    /// A partner said no.
    #[serde(rename = "said_no")]
    pub declined: u32,
    /// Stopped because nobody answered.
    pub unanswered: u32,
    /// Entrepreneur and partner disagree.
    pub disputed: u32,
    /// Referrals sent, and the days to the partner's answer.
    pub answer: Clock,
}

/// How dollars are spread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Over every business enrolled, those without dollars too.
    pub businesses: u32,
    pub gini: f64,
    pub top_fifth: f64,
    /// Of those with the least, so many have so much together: from 0 to 1.
    pub lorenz: Vec<(f64, f64)>,
    /// Over those with dollars alone.
    pub with_dollars: u32,
    pub gini_with_dollars: f64,
    /// Between and within programs, over each business in each of its programs; nothing for one program.
    pub theil: Option<Theil>,
    /// Dollars to businesses that were not enrolled in the span: they stand in no curve.
    pub elsewhere_cents: i64,
}

/// Theil's T, and its split by program.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Theil {
    pub total: f64,
    pub between: f64,
    pub within: f64,
}

/// Businesses by where they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// What the areas are together: "Industrial Business Zones".
    pub set: String,
    /// By area, then those in none, then those of which it is not known.
    pub areas: Vec<PlaceLine>,
    pub in_none: Option<PlaceLine>,
    pub unknown: PlaceLine,
    /// Width and height of the map, and the areas on it, in their order; empty where there is no map.
    pub size: (i32, i32),
    pub drawn: Vec<Area>,
}

/// What is counted of one area.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceLine {
    pub name: String,
    pub enrolled: u32,
    pub served: u32,
    /// Businesses with an award.
    pub awarded: u32,
    pub cents: i64,
    pub square_feet: i64,
}

/// A word of a closed list, by its code.
mod word {
    use crate::values::Vocabulary;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<V: Vocabulary, S: Serializer>(word: &V, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(word.code())
    }

    pub(super) fn deserialize<'de, V: Vocabulary, D: Deserializer<'de>>(deserializer: D) -> Result<V, D::Error> {
        let code = String::deserialize(deserializer)?;
        V::parse(&code).map_err(|_| D::Error::custom("a word that is not on its list"))
    }
}
