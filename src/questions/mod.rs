//! A question that identifies nobody, put to up to five partners before anything is shared: "is anything with 400 amps free in March?"
//!
//! It needs no permission, so it may say nothing that names the client. An answer is a yes, a no or a maybe, with a sentence and a day.

pub mod naming;
pub mod queries;
pub mod routes;
pub mod views;

pub use routes::routes;

use crate::values::{Day, Kind, QuestionAnswer};

/// The most partners one question is put to.
pub const MOST: usize = 5;

/// A question with its answers, as staff see it.
#[derive(Debug, Clone)]
pub struct Question {
    /// What kind of help.
    pub kind: Kind,
    /// The words that were asked.
    pub text: String,
    /// When.
    pub on: Day,
    /// Who was asked.
    pub asked: Vec<Asked>,
}

/// One partner that was asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Row key.
    pub key: i64,
    /// Name of the partner.
    pub partner: String,
    /// Address of its contact, for a referral.
    pub contact: String,
    /// What it said.
    pub answer: Option<QuestionAnswer>,
    /// In its own words.
    pub sentence: Option<String>,
    /// The day it named.
    pub answer_on: Option<Day>,
    /// Who said so.
    pub said_by: Option<String>,
}
