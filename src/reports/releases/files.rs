//! The files of a release. Each is made once: whoever asks again is given the same bytes.

use super::queries;
use crate::document::{self, Document};
use crate::error::{Error, Result};
use crate::reports::Format;
use crate::reports::told::Told;
use crate::reports::{document as sections, views};
use crate::store::{Actor, Db};
use crate::values::ReleaseAudience;

/// What may be taken out: the whole report in a form, or one chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    Whole(Format),
    /// By its address.
    Chart(String),
}

impl Wanted {
    /// Reads what follows the first dot of a file's name: `csv`, `results.svg`.
    pub fn parse(ending: &str) -> Option<Self> {
        match ending.strip_suffix(".svg") {
            Some(chart) => Some(Self::Chart(chart.to_owned())),
            None => Format::parse(ending).ok().map(Self::Whole),
        }
    }

    /// The name of the form, as it is kept and as files end.
    pub fn form(&self) -> String {
        match self {
            Self::Whole(format) => format.ending().to_owned(),
            Self::Chart(chart) => format!("{chart}.svg"),
        }
    }

    /// Media type.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Whole(format) => format.kind(),
            Self::Chart(_) => "image/svg+xml",
        }
    }

    fn write(&self, told: &Told) -> Result<Vec<u8>> {
        let document = sections::told(told);
        match self {
            Self::Whole(Format::Html) => Ok(views::document_printed(&document).into_string().into_bytes()),
            Self::Whole(Format::Csv) => document::csv(&document, &told.cover.period),
            Self::Whole(Format::Json) => document::json(&document),
            Self::Whole(Format::Xlsx) => document::xlsx(&document),
            Self::Whole(Format::Pdf) => document::pdf::pdf(&document),
            Self::Chart(chart) => chart_of(&document, chart),
        }
    }
}

fn chart_of(document: &Document, address: &str) -> Result<Vec<u8>> {
    document.picture(address).map(String::into_bytes).ok_or(Error::NotFound)
}

/// The bytes of a form of what some readers were told.
pub async fn bytes(db: &Db, actor: Actor, release: i64, readers: ReleaseAudience, wanted: Wanted) -> Result<Vec<u8>> {
    let form = wanted.form();
    let known = form.clone();
    let made = db
        .report(move |conn| {
            let (edition, told) = queries::told(conn, release, readers)?;
            let kept = queries::file(conn, edition, &known)?;
            let bytes = kept.map_or_else(|| wanted.write(&told).map(|bytes| (bytes, true)), |bytes| Ok((bytes, false)))?;
            Ok((edition, bytes))
        })
        .await?;
    let (edition, (bytes, is_new)) = made;
    if !is_new {
        return Ok(bytes);
    }
    db.write(actor, move |tx| queries::keep_file(tx, edition, &form, &bytes)).await
}
