//! A file that is sent in to be imported: it goes to the disk piece by piece, into the data folder and under no name.

use crate::error::Error;
use crate::store::{Content, Db, spool};
use crate::values::Line;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRef, FromRequest, Multipart, Request};
use axum::http::StatusCode;
use std::io::Write;

/// A posted form with a file in it.
#[derive(Default)]
pub struct Sent {
    fields: Vec<(String, String)>,
    name: String,
    content: Option<Content>,
    /// True where it was more than the page takes. Then nothing of it was kept.
    pub is_too_large: bool,
}

impl Sent {
    /// The text of a field; empty where the form has none.
    pub fn text(&self, field: &str) -> String {
        self.texts(field).pop().unwrap_or_default()
    }

    /// The texts of a field that may come more than once.
    pub fn texts(&self, field: &str) -> Vec<String> {
        self.fields.iter().filter(|(name, _)| name == field).map(|(_, text)| text.clone()).collect()
    }

    /// The file with its name, or with another where it has none that can be shown. Refuses a form without a file.
    pub fn file(&self, otherwise: &str) -> Result<(String, Content), Error> {
        let Some(content) = self.content.clone().filter(|content| !content.is_empty() || !self.name.is_empty()) else {
            return Err(Error::Rejected("Choose a file.".to_owned()));
        };
        let name = Line::maybe(&self.name, "the name of the file").ok().flatten();
        Ok((name.map_or_else(|| otherwise.to_owned(), |name| name.to_string()), content))
    }
}

/// Why a form was not taken in.
enum Cause {
    Sent(MultipartError),
    Kept(std::io::Error),
}

impl From<MultipartError> for Cause {
    fn from(cause: MultipartError) -> Self {
        Self::Sent(cause)
    }
}

impl From<std::io::Error> for Cause {
    fn from(cause: std::io::Error) -> Self {
        Self::Kept(cause)
    }
}

impl<S> FromRequest<S> for Sent
where
    S: Send + Sync,
    Db: FromRef<S>,
{
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let db = Db::from_ref(state);
        let mut posted = Multipart::from_request(request, state).await.map_err(|_| unread())?;
        match taken(&mut posted, &db).await {
            Ok(sent) => Ok(sent),
            Err(Cause::Sent(cause)) if cause.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Ok(Self { is_too_large: true, ..Self::default() })
            }
            Err(cause) => Err(refused(cause)),
        }
    }
}

async fn taken(posted: &mut Multipart, db: &Db) -> Result<Sent, Cause> {
    let mut sent = Sent::default();
    while let Some(mut field) = posted.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != "file" {
            sent.fields.push((name, field.text().await?));
            continue;
        }
        field.file_name().unwrap_or_default().clone_into(&mut sent.name);
        let mut file = spool::unnamed(db.folder().path())?;
        while let Some(piece) = field.chunk().await? {
            file.write_all(&piece)?;
        }
        sent.content = Some(Content::of(file, db.folder().path())?);
    }
    Ok(sent)
}

/// A form that broke off is the sender's to send again; a disk that is full says so.
fn refused(cause: Cause) -> Error {
    match cause {
        Cause::Sent(_) => unread(),
        Cause::Kept(cause) => cause.into(),
    }
}

fn unread() -> Error {
    Error::Rejected("This form did not arrive whole. Go back, reload the page and choose the file again.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::ErrorKind;

    #[test]
    fn a_disk_that_is_full_is_said_to_be_full() {
        assert!(matches!(refused(Cause::Kept(ErrorKind::StorageFull.into())), Error::NoRoom));
        assert!(matches!(refused(Cause::Kept(ErrorKind::PermissionDenied.into())), Error::Internal(_)));
    }
}
