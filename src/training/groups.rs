//! How many people said what on a sign-in sheet without names, as form 888 asks it. What is typed goes behind the wall at once and is shown
//! on no page: of few people in a room, a count of one tells who it is.

use super::{Training, queries, views};
use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::firewall::headcounts;
use crate::sba::Heads;
use crate::store::{Db, Object};
use crate::values::TrainingId;
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// What is typed: the name of each count, and the number. It has no `Debug`, so that it can't be written into a log by mistake.
#[derive(Default)]
pub(super) struct GroupsForm(Vec<(String, String)>);

impl GroupsForm {
    /// What is typed for a count.
    pub(super) fn typed(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, typed)| typed.as_str())
    }

    /// Takes a form. A field that is on none of our pages is refused.
    fn read(fields: Vec<(String, String)>) -> Result<Self> {
        if fields.iter().all(|(name, _)| name == "key" || Heads::names().any(|known| known == name)) {
            return Ok(Self(fields));
        }
        Err(Error::Rejected("This form is incomplete. Go back, reload the page and send it again.".to_owned()))
    }

    /// At most as many in each group as came without a name: who stands on the list says for themselves who they are.
    fn parse(&self, most: i64) -> std::result::Result<Vec<(String, u32)>, Complaints> {
        let (mut complaints, mut counts) = (Complaints::default(), Vec::new());
        for name in Heads::names() {
            let typed = self.typed(name).trim();
            match typed.parse::<u32>() {
                _ if typed.is_empty() => {}
                Ok(count) if i64::from(count) <= most => counts.push((name.to_owned(), count)),
                Ok(_) => complaints.add(name, format!("At most {most} came without standing on the list by name")),
                Err(_) => complaints.add(name, "Type a whole number, or leave it empty where nobody counted"),
            }
        }
        if complaints.is_empty() { Ok(counts) } else { Err(complaints) }
    }
}

/// How many came without a name.
fn unnamed(training: &Training) -> i64 {
    training.came() - training.named
}

async fn find(viewer: &Viewer, db: &Db, id: &TrainingId) -> Result<Training> {
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| queries::find_for(conn, &asked, &sought)).await
}

pub(super) async fn page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<TrainingId>) -> Result<Response> {
    let training = find(&viewer, &db, &id).await?;
    let most = unnamed(&training);
    Ok(views::groups(&viewer, &training, most, &GroupsForm::default(), &Complaints::default()).into_response())
}

pub(super) async fn count(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<TrainingId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let form = GroupsForm::read(fields)?;
    let key = form.typed("key").to_owned();
    forms::check_key(&key)?;
    let training = find(&viewer, &db, &id).await?;
    let most = unnamed(&training);
    let counts = match form.parse(most) {
        Ok(counts) => counts,
        Err(complaints) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::groups(&viewer, &training, most, &form, &complaints)).into_response());
        }
    };
    let (asked, sought) = (viewer.clone(), id.clone());
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&key)?.is_none() {
            let training = queries::find_changeable(tx, &asked, &sought)?;
            headcounts::keep(tx, training.key, &counts, asked.key)?;
            tx.audit("training.groups_counted", Object::new("training", &sought))?;
            tx.remember_answer(&key, "counted")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&format!("/trainings/{id}")).into_response())
}
