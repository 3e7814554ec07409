//! The vocabulary of indicators: what a community chose to look at.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// Which of the three questions an indicator speaks to.
    EquityQuestion ("indicator.question") {
        Pays = "pays", "Who pays";
        Benefits = "benefits", "Who benefits";
        Decides = "decides", "Who decides";
    }
    /// Where an indicator stands.
    IndicatorStatus ("indicator.status") {
        Proposed = "proposed", "Proposed";
        Chosen = "chosen", "Chosen";
        NotChosen = "not_chosen", "Not chosen";
        Retired = "retired", "Retired";
    }
    /// For how long it is counted each time.
    IndicatorPer ("indicator.per") {
        Month = "month", "Each month";
        Quarter = "quarter", "Each quarter";
        Year = "year", "Each year";
    }
    /// Where it should go.
    IndicatorDirection ("indicator.direction") {
        Up = "up", "More is better";
        Down = "down", "Less is better";
    }
    /// What was decided about it.
    IndicatorVerdict ("indicator_decision.verdict") {
        Chosen = "chosen", "Chosen";
        NotChosen = "not_chosen", "Not chosen";
    }
}
