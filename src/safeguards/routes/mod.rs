//! Who may do what here, and how a proved deed is done once.

mod erasures;
mod filings;
mod glass;
mod office;

use crate::auth::step_up::{self, Typed, earlier};
use crate::auth::{House, Route, Viewer};
use crate::error::Result;
use crate::store::Tx;
use crate::web::{Access, Complaints, forms, get, post};

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
        get("/filings", &[A::Steward], filings::filings_page),
        post("/filings", &[A::Steward], filings::record),
        get("/filings/{id}", &[A::Steward], filings::filing_page),
        post("/filings/{id}/files", &[A::Steward], filings::make),
        post("/filings/{id}/copies", &[A::Steward], filings::copy),
        post("/filings/{id}/endings", &[A::Steward], filings::end_filing),
        get("/office", &[A::Steward, A::Admin], office::office_page),
        post("/office", &[A::Steward, A::Admin], office::declare),
    ]
}

/// What became of a deed that had to be proved.
enum Proved {
    /// Done, now or by an earlier click on the same button: where the person is sent.
    Done(String),
    /// What is wrong with what was typed.
    Not(Complaints),
}

/// What a deed does once it is proved: where the person is sent, or what is wrong.
type Outcome = std::result::Result<String, (&'static str, &'static str)>;

/// Proves who asks, then does a deed once, however often its form is posted. A deed that finds something wrong has still cost its code, so
/// nobody tries out names faster than one in half a minute.
async fn prove_and_do<D>(house: &House, viewer: &Viewer, key: String, typed: Typed, deed: D) -> Result<Proved>
where
    D: FnOnce(&Tx<'_>) -> Result<Outcome> + Send + 'static,
{
    forms::check_key(&key)?;
    if let Some(answer) = earlier(house, viewer, &key).await? {
        return Ok(Proved::Done(answer));
    }
    let proof = match step_up::prove(house, viewer, typed).await? {
        Ok(proof) => proof,
        // The first of two clicks may have used the code up while this one was being checked.
        Err(complaints) => return Ok(earlier(house, viewer, &key).await?.map_or(Proved::Not(complaints), Proved::Done)),
    };
    house
        .db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(Proved::Done(answer));
            }
            proof.spend(tx)?;
            match deed(tx)? {
                Ok(answer) => {
                    tx.remember_answer(&key, &answer)?;
                    Ok(Proved::Done(answer))
                }
                Err((field, words)) => {
                    let mut complaints = Complaints::default();
                    complaints.add(field, words);
                    Ok(Proved::Not(complaints))
                }
            }
        })
        .await
}
