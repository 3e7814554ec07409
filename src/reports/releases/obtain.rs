//! A release that somebody asks for: the one there is, or a new one.

use super::gathering::{Asked, gather};
use super::making::{Draft, Progress};
use super::{Release, queries};
use crate::error::{Error, Result};
use crate::store::{Actor, Db, Object};
use std::sync::Arc;

/// How often a release is decided anew when others are made meanwhile.
const TRIES: usize = 3;

/// What would be told: gathered in one look at the data, decided beside the pages, and kept nowhere.
pub async fn draft(db: &Db, asked: Asked, progress: &Arc<Progress>) -> Result<Draft> {
    let keeper = db.clone();
    let gathered = db.report(move |conn| gather(conn, keeper.keys(), keeper.clock(), &keeper.organization().name, asked)).await?;
    let progress = Arc::clone(progress);
    // Why not on the reports' lane: the ledger takes seconds or minutes, and needs nothing but what was gathered.
    let decided = tokio::task::spawn_blocking(move || gathered.decide(&progress)).await;
    decided.map_err(|_| Error::internal("the ledger stopped in the middle of a decision"))?
}

/// A draft that is in the ledger.
pub struct Entered {
    pub release: Release,
    /// Somebody else's draft of the same data was entered before.
    pub is_theirs: bool,
}

/// Enters a draft into the ledger, unless another release was made since: that one may have told what this one would hide. A draft
/// that was entered already is the release it became, however often somebody presses; `form` is the key of what they pressed.
pub async fn enter(db: &Db, actor: Actor, draft: Arc<Draft>, form: Option<String>) -> Result<std::result::Result<Entered, Stale>> {
    db.write(actor, move |tx| {
        match queries::find(tx, &draft.id) {
            Err(Error::NotFound) => {}
            found => {
                let is_theirs = match &form {
                    Some(form) => tx.answer_to(form)?.is_none(),
                    None => true,
                };
                return Ok(Ok(Entered { release: found?, is_theirs }));
            }
        }
        if queries::head(tx)? != draft.head {
            return Ok(Err(Stale));
        }
        queries::enter(tx, &draft)?;
        let release = queries::find(tx, &draft.id)?;
        if let Some(form) = &form {
            tx.remember_answer(form, &release.address())?;
        }
        Ok(Ok(Entered { release, is_theirs: false }))
    })
    .await
}

/// Another release was made since the draft was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stale;

/// The newest release of a period, made where there is none or where there is a reason to make it again.
pub async fn obtain(db: &Db, actor: &Actor, asked: Asked, progress: &Arc<Progress>) -> Result<Release> {
    for _ in 0..TRIES {
        let (program, period) = (asked.program.as_ref().map(|program| program.key), asked.period);
        if asked.reason.is_none()
            && let Some(there) = db.read(move |conn| queries::newest(conn, program, period)).await?
        {
            return Ok(there);
        }
        let draft = draft(db, asked.clone(), progress).await?;
        if let Ok(entered) = enter(db, actor.clone(), Arc::new(draft), None).await? {
            return Ok(entered.release);
        }
    }
    Err(Error::Rejected("Other releases were made at the same time, again and again. Nothing was released; try once more.".to_owned()))
}

/// Writes down that somebody took a release out of the house.
pub async fn note(db: &Db, actor: Actor, release: &Release, detail: String) -> Result<()> {
    let id = release.id.clone();
    db.write(actor, move |tx| tx.audit_with("release.taken", Object::new("report_release", &id), &detail)).await
}
