//! Who may do what here.

mod erasures;
mod glass;
mod office;

use crate::auth::Route;
use crate::web::{Access, get, post};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/glass", &[A::Steward, A::Auditor], glass::glass_page),
        post("/glass", &[A::Steward], glass::ask),
        get("/glass/{id}", &[A::Steward, A::Auditor], glass::request_page),
        post("/glass/{id}/agreements", &[A::Steward, A::Auditor], glass::agree),
        post("/glass/{id}/refusals", &[A::Steward, A::Auditor], glass::refuse),
        post("/glass/{id}/endings", &[A::Steward, A::Auditor], glass::end),
        post("/glass/{id}/openings", &[A::Steward], glass::open),
        get("/erasures", &[A::Steward], erasures::erasures_page),
        post("/erasures", &[A::Steward], erasures::erase),
        get("/erasures/requests/{id}", &[A::Steward], erasures::erasure_page),
        post("/erasures/requests/{id}/deletions", &[A::Steward], erasures::erase_asked),
        post("/erasures/requests/{id}/reasons", &[A::Steward], erasures::keep_for_now),
        post("/erasures/holds/{id}/liftings", &[A::Steward], erasures::lift),
        get("/office", &[A::Steward, A::Admin], office::office_page),
        post("/office", &[A::Steward, A::Admin], office::declare),
    ]
}
