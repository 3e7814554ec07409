//! Tries at the doors that stand open to everybody, counted by who calls and by nothing else.
//!
//! Why never by the reference, the code or the address that was typed: whoever knows or guesses one could lock its owner out. The letter
//! codes and helpers' codes have sixty random bits and a short code of `/status` has forty, bound to its reference: twenty tries a quarter
//! of an hour are no way to any of them, also for somebody who calls from ten thousand places for a year. Six digits that were mailed are
//! few, so those are counted for each code too (`queries::mailed`), and a new code begins anew.
//!
//! Whoever is over the limit gets the answer of a wrong code, and what they typed is not looked at: a right one would tell itself. It is
//! written down once an hour that somebody is not heard, so that nobody fills the record by trying.

use super::House;
use super::queries::tries::{self, Stands};
use crate::error::Result;
use crate::store::Actor;
use crate::web::server::Caller;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::convert::Infallible;

/// Who calls, as tries are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls(String);

impl Calls {
    /// From somewhere.
    pub fn from_there(place: &str) -> Self {
        Self(place.to_owned())
    }

    /// As it enters a keyed digest.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Calls {
    type Rejection = Infallible;

    /// Where nobody knows who calls, everybody is one.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> std::result::Result<Self, Infallible> {
        Ok(parts.extensions.get::<Caller>().map_or_else(|| Self::from_there("somewhere"), |Caller(from)| Self(from.ip().to_string())))
    }
}

/// True where a caller has not tried too often. Asked before anything is written.
pub async fn is_heard(house: &House, calls: &Calls) -> Result<bool> {
    let (db, who, now) = (house.db.clone(), calls.clone(), house.db.clock().now());
    let stands = house.db.read(move |conn| tries::stands(conn, db.keys(), &who, now)).await?;
    if stands == (Stands::Over { is_noted: false }) {
        let who = calls.clone();
        house.db.write(Actor::nobody(), move |tx| tries::note_unheard(tx, &who)).await?;
    }
    Ok(stands == Stands::Heard)
}
