//! What most forms of a referral share: found through the viewer, done once however often the form arrives, and back to its page.

use crate::auth::Viewer;
use crate::error::Result;
use crate::referrals::{Referral, queries};
use crate::store::{Db, Tx};
use crate::values::ReferralId;
use crate::web::forms;
use axum::response::Redirect;

/// Does `deed` once for the form with this key, and leads to the referral's page.
pub(super) async fn once<D>(db: &Db, viewer: Viewer, id: ReferralId, key: String, deed: D) -> Result<Redirect>
where
    D: FnOnce(&Tx<'_>, &Viewer, &Referral) -> Result<()> + Send + 'static,
{
    let address = format!("/referrals/{id}");
    once_then(db, viewer, id, key, address, deed).await
}

/// The same, leading elsewhere.
pub(super) async fn once_then<D>(db: &Db, viewer: Viewer, id: ReferralId, key: String, back: String, deed: D) -> Result<Redirect>
where
    D: FnOnce(&Tx<'_>, &Viewer, &Referral) -> Result<()> + Send + 'static,
{
    forms::check_key(&key)?;
    let answer = back.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&key)?.is_none() {
            deed(tx, &viewer, &queries::find_for(tx, &viewer, &id)?)?;
            tx.remember_answer(&key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&back))
}
