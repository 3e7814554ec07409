//! What a client signed and said when a program took it in: the agreement, whether a funder may ask them how it went, what they came for,
//! how they heard of the program. Each is empty until somebody wrote it down; nothing is taken for granted.

use super::views::{IntakeForm, intake as draw};
use super::{Client, queries};
use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::codes::{self, List};
use crate::values::{ClientId, Complaint, Day, InBusiness, Line, Vocabulary};
use crate::web::{Complaints, Form, Id};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// What is written down of a client's beginning in a program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intake {
    /// The signed agreement is on file.
    pub is_on_file: Option<bool>,
    /// When it was signed.
    pub signed_on: Option<Day>,
    /// May a funder ask them how it went?
    pub may_survey: Option<bool>,
    /// In business, where the stage does not say.
    pub in_business: Option<InBusiness>,
    /// What they came for: a code of the official list.
    pub seeking: Option<String>,
    /// How they heard of the program: codes of the official list.
    pub media: Vec<String>,
    /// How, where that is not on the list.
    pub media_words: Option<String>,
    /// Counts edits; nothing was written yet at 0.
    pub version: i64,
}

impl Intake {
    /// "Agreement of March 5 on file".
    pub fn summary(&self, today: Day) -> Option<String> {
        match (self.is_on_file?, self.signed_on) {
            (true, Some(on)) => Some(format!("Agreement of {} on file", on.short(today))),
            (true, None) => Some("Agreement on file".to_owned()),
            (false, _) => Some("No signed agreement on file".to_owned()),
        }
    }
}

/// The most letters of words that the official form takes.
const WORDS: usize = 80;
/// The most ways of having heard of a program.
const WAYS: usize = 13;

impl IntakeForm {
    fn of(intake: &Intake) -> Self {
        let yes_no = |is: Option<bool>| is.map_or("", |is| if is { "yes" } else { "no" }).to_owned();
        Self {
            is_on_file: yes_no(intake.is_on_file),
            signed_on: intake.signed_on.map(|day| day.to_string()).unwrap_or_default(),
            may_survey: yes_no(intake.may_survey),
            in_business: intake.in_business.map(|is| is.code().to_owned()).unwrap_or_default(),
            seeking: intake.seeking.clone().unwrap_or_default(),
            media: intake.media.clone(),
            media_words: intake.media_words.clone().unwrap_or_default(),
            version: intake.version,
        }
    }

    fn parse(&self, today: Day) -> std::result::Result<Intake, Complaints> {
        let mut complaints = Complaints::default();
        let yes_no = |typed: &str| match typed {
            "" => Ok(None),
            "yes" => Ok(Some(true)),
            "no" => Ok(Some(false)),
            _ => Err(Complaint::new("Choose one of the answers on the list")),
        };
        let is_on_file = complaints.take("is_on_file", yes_no(&self.is_on_file)).flatten();
        let may_survey = complaints.take("may_survey", yes_no(&self.may_survey)).flatten();
        let signed_on = complaints.take("signed_on", Day::maybe(&self.signed_on)).flatten();
        if signed_on.is_some_and(|on| on > today) {
            complaints.add("signed_on", "This day lies ahead; write down when it was signed");
        }
        if is_on_file == Some(true) && self.signed_on.trim().is_empty() {
            complaints.add("signed_on", "Type the day on which it was signed; it stands on the paper");
        }
        let in_business = match self.in_business.as_str() {
            "" => None,
            word => complaints.take("in_business", InBusiness::parse(word)),
        };
        let seeking = match self.seeking.as_str() {
            "" => None,
            code => complaints.take("seeking", codes::parse_on(List::Topics, code, today)).map(|row| row.code.clone()),
        };
        let mut media: Vec<String> = Vec::new();
        for code in &self.media {
            match complaints.take("media", codes::parse_on(List::Media, code, today)) {
                Some(row) if !media.contains(&row.code) => media.push(row.code.clone()),
                _ => {}
            }
        }
        if media.len() > WAYS {
            complaints.add("media", format!("Choose at most {WAYS}"));
        }
        let words = complaints.take("media_words", Line::maybe(&self.media_words, "how they heard of the program")).flatten();
        if words.as_ref().is_some_and(|words| words.as_str().chars().count() > WORDS) {
            complaints.add("media_words", format!("Say it in at most {WORDS} letters"));
        }
        let media_words = words.map(|words| words.to_string());
        complaints.or(Some(Intake { is_on_file, signed_on, may_survey, in_business, seeking, media, media_words, version: self.version }))
    }
}

async fn find(viewer: &Viewer, db: &Db, id: ClientId) -> Result<(Client, Intake)> {
    let asked = viewer.clone();
    db.read(move |conn| {
        let client = queries::find_for(conn, &asked, &id)?;
        let intake = queries::intake(conn, client.key, client.program)?;
        Ok((client, intake))
    })
    .await
}

pub(super) async fn page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>) -> Result<Response> {
    let (client, intake) = find(&viewer, &db, id).await?;
    Ok(draw(&viewer, &client, &IntakeForm::of(&intake), db.clock().today(), &Complaints::default()).into_response())
}

pub(super) async fn save(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<IntakeForm>,
) -> Result<Response> {
    let today = db.clock().today();
    let (client, _) = find(&viewer, &db, id).await?;
    let intake = match form.parse(today) {
        Ok(intake) => intake,
        Err(complaints) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, draw(&viewer, &client, &form, today, &complaints)).into_response());
        }
    };
    let address = format!("/clients/{}", client.id);
    let (kept, program) = (client.clone(), client.program);
    match db.write(viewer.actor(), move |tx| queries::write_intake(tx, &kept, program, &intake)).await {
        Ok(()) => Ok(Redirect::to(&address).into_response()),
        Err(Error::Stale) => {
            let mut complaints = Complaints::default();
            complaints
                .add("is_on_file", "This was changed since you opened it. Yours is still in the form; save again to replace what is there");
            let (_, newest) = find(&viewer, &db, client.id.clone()).await?;
            let form = IntakeForm { version: newest.version, ..form };
            Ok((StatusCode::CONFLICT, draw(&viewer, &client, &form, today, &complaints)).into_response())
        }
        Err(other) => Err(other),
    }
}
