//! The own pages about what is somebody's by right, and the pages of staff that answer them.

mod complaints;
mod copy;
pub(super) mod helpers;
mod permissions;
pub(super) mod profile;
pub(super) mod staff;

use super::{Reader, queries};
use crate::auth::own::{Entrepreneur, Inside};
use crate::auth::{House, Route};
use crate::error::{Error, Result};
use crate::web::{Access, get, post};
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/me/permissions", &[A::Client], permissions::page),
        post("/me/permissions", &[A::Client], permissions::change),
        get("/me/who-looked", &[A::Client], permissions::looked_page),
        get("/me/profile", &[A::Client], profile::page),
        post("/me/profile", &[A::Client], profile::change),
        post("/me/profile/email-codes", &[A::Client], profile::mail_code),
        post("/me/profile/email", &[A::Client], profile::change_email),
        post("/me/profile/corrections", &[A::Client], profile::ask_correction),
        get("/me/download", &[A::Client], copy::page),
        post("/me/download", &[A::Client], copy::file),
        post("/me/closing", &[A::Client], copy::close),
        get("/me/help", &[A::Client], complaints::help),
        post("/me/help", &[A::Client], complaints::file),
        get("/me/helpers", &[A::Client], helpers::page),
        post("/me/helpers", &[A::Client], helpers::invite),
        post("/me/helpers/{id}/ending", &[A::Client], helpers::end),
        get("/h", &[A::Public], helpers::code_page),
        post("/h", &[A::Public], helpers::come_in),
        get("/clients/{id}/helpers", &[A::Advisor, A::Manager], staff::helpers_page),
        post("/clients/{id}/helpers", &[A::Advisor, A::Manager], staff::invite_helper),
        post("/clients/{id}/helpers/ending", &[A::Advisor, A::Manager], staff::end_helper),
        get("/corrections", &[A::Advisor, A::Manager], staff::corrections_page),
        post("/corrections/{id}", &[A::Advisor, A::Manager], staff::answer_correction),
        get("/complaints", &[A::Manager, A::Steward, A::Admin], complaints::list_page),
        get("/complaints/{id}", &[A::Manager, A::Steward, A::Admin], complaints::one_page),
        post("/complaints/{id}", &[A::Manager, A::Steward, A::Admin], complaints::answer),
        get("/closings", &[A::Steward], complaints::closings_page),
        post("/closings/{id}", &[A::Steward], complaints::settle_closing),
    ]
}

/// An answer to somebody on their own pages: whoever is not inside, or no longer, is asked for a code.
pub(super) type Answer = std::result::Result<Response, Out>;

/// Why there is no page.
pub(super) struct Out(Error);

impl<E: Into<Error>> From<E> for Out {
    fn from(cause: E) -> Self {
        Self(cause.into())
    }
}

impl IntoResponse for Out {
    fn into_response(self) -> Response {
        match self.0 {
            Error::NotFound => Redirect::to("/c").into_response(),
            cause => cause.into_response(),
        }
    }
}

/// Whoever is inside, with what every page says to them.
async fn enter(visit: Result<Entrepreneur>, house: &House) -> Result<(Inside, Reader)> {
    let Entrepreneur(inside) = visit?;
    let (who, today) = (inside.clone(), house.db.clock().today());
    let reader = house.db.read(move |conn| queries::reader(conn, &who, today)).await?;
    Ok((inside, reader))
}
