//! A file that somebody sends with a form. It is kept in memory, and it is never larger than its page says.

use super::Route;
use crate::error::Error;
use crate::values::Line;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::StatusCode;

/// What the other fields of a form may weigh beside its file.
const BESIDE: usize = 64 * 1024;

/// A posted form with a file in it, as it came.
#[derive(Debug, Default)]
pub struct Upload {
    fields: Vec<(String, String)>,
    name: String,
    /// What is in the file.
    pub bytes: Vec<u8>,
    /// True where it was more than the page takes. Then nothing of it was kept.
    pub is_too_large: bool,
}

impl Upload {
    /// The text of a field; empty where the form has none.
    pub fn text(&self, field: &str) -> String {
        self.texts(field).pop().unwrap_or_default()
    }

    /// The texts of a field that may come more than once.
    pub fn texts(&self, field: &str) -> Vec<String> {
        self.fields.iter().filter(|(name, _)| name == field).map(|(_, text)| text.clone()).collect()
    }

    /// The name of the file, or another where it has none that can be shown. Refuses a form without a file.
    pub fn file_name(&self, otherwise: &str) -> Result<String, Error> {
        if self.name.is_empty() && self.bytes.is_empty() {
            return Err(Error::Rejected("Choose a file.".to_owned()));
        }
        let name = Line::maybe(&self.name, "the name of the file").ok().flatten();
        Ok(name.map_or_else(|| otherwise.to_owned(), |name| name.to_string()))
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let mut posted = Multipart::from_request(request, state).await.map_err(|_| unread())?;
        let mut upload = Self::default();
        loop {
            let read = async {
                let Some(field) = posted.next_field().await? else { return Ok(false) };
                let name = field.name().unwrap_or_default().to_owned();
                if name == "file" {
                    field.file_name().unwrap_or_default().clone_into(&mut upload.name);
                    upload.bytes = field.bytes().await?.into();
                } else {
                    upload.fields.push((name, field.text().await?));
                }
                Ok::<_, axum::extract::multipart::MultipartError>(true)
            };
            match read.await {
                Ok(true) => {}
                Ok(false) => return Ok(upload),
                Err(cause) if cause.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                    return Ok(Self { is_too_large: true, ..Self::default() });
                }
                Err(_) => return Err(unread()),
            }
        }
    }
}

fn unread() -> Error {
    Error::Rejected("This form did not arrive whole. Go back, reload the page and choose the file again.".to_owned())
}

/// A deed that takes a file of so many bytes at most.
pub fn with_file<S: Clone + Send + Sync + 'static>(deed: Route<S>, largest: usize) -> Route<S> {
    Route { handler: deed.handler.layer(DefaultBodyLimit::max(largest + BESIDE)), ..deed }
}
