//! Staying signed in on a device for thirty days, to see where things stand. A cookie of its own: it opens two pages and does nothing.

use super::{Inside, Proof, language_of};
use crate::auth::House;
use crate::auth::queries::own::{self, Reached, STAYS_DAYS};
use crate::error::{Error, Result};
use crate::store::Actor;
use crate::values::ActorKind;
use crate::web::speech::Asked;
use axum::http::{HeaderMap, HeaderValue};
use axum_extra::extract::CookieJar;

const COOKIE: &str = "__Host-status";
/// Without https a browser keeps no `__Host-` cookie: on loopback the plain name stands in.
const PLAIN: &str = "status";

fn name(house: &House) -> &'static str {
    if house.config.is_encrypted() { COOKIE } else { PLAIN }
}

fn token(house: &House, headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers).get(name(house)).map(|cookie| cookie.value().to_owned())
}

fn cookie(house: &House, value: &str, seconds: i64) -> Result<HeaderValue> {
    let secure = if house.config.is_encrypted() { "; Secure" } else { "" };
    let text = format!("{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}", name(house));
    HeaderValue::from_str(&text).map_err(|cause| Error::internal(cause.to_string()))
}

/// Whoever stays signed in on this device.
pub async fn by_cookie(house: &House, headers: &HeaderMap, asked: Asked) -> Result<Inside> {
    let token = token(house, headers).ok_or(Error::NotFound)?;
    let (db, now) = (house.db.clone(), house.db.clock().now());
    let found = house.db.read(move |conn| {
        let device = own::find_device(conn, db.keys(), &token, now)?.ok_or(Error::NotFound)?;
        let language = language_of(conn, device.person, asked)?;
        Ok(Inside { person: device.person, proof: Proof::Remembered(device.key), language })
    });
    found.await
}

/// From now on they stay signed in on this device. Gives the cookie.
pub async fn keep(house: &House, person: i64, reached: Reached) -> Result<HeaderValue> {
    let who = Actor::new(ActorKind::Entrepreneur, format!("person {person}"));
    let token = house.db.write(who, move |tx| own::keep_device(tx, person, &reached)).await?;
    cookie(house, &token, STAYS_DAYS * 24 * 60 * 60)
}

/// Ends it for this device, where it was one. Gives the cookie that takes the old one away.
pub async fn end(house: &House, headers: &HeaderMap) -> Result<Option<HeaderValue>> {
    let Some(token) = token(house, headers) else { return Ok(None) };
    house.db.write(Actor::nobody(), move |tx| own::end_device(tx, &token)).await?;
    cookie(house, "", 0).map(Some)
}
