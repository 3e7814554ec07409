//! A file that is handed over, never shown in place.

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use hyper::body::{Frame, SizeHint};
use std::io::Read;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Bytes that are sent at once.
const PIECE: usize = 64 * 1024;

/// A file with its name and kind.
pub struct Download {
    /// File name: letters, digits, dots, dashes and underscores only.
    pub name: String,
    /// Media type.
    pub kind: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        handed(&self.name, self.kind, Body::from(self.bytes))
    }
}

fn handed(name: &str, kind: &str, body: Body) -> Response {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' }).collect();
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))], body)
        .into_response()
}

/// A file that is handed over piece by piece: never all of it is in memory.
pub struct Passing<R> {
    /// File name, as of a [`Download`].
    pub name: String,
    /// Media type.
    pub kind: &'static str,
    /// What it is read from.
    pub from: R,
    /// Bytes in it.
    pub len: u64,
}

impl<R: Read + Send + Unpin + 'static> IntoResponse for Passing<R> {
    fn into_response(self) -> Response {
        handed(&self.name, self.kind, Body::new(Pieces { from: self.from, left: self.len }))
    }
}

struct Pieces<R> {
    from: R,
    left: u64,
}

impl<R: Read + Unpin> hyper::body::Body for Pieces<R> {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<std::io::Result<Frame<Bytes>>>> {
        let pieces = self.get_mut();
        if pieces.left == 0 {
            return Poll::Ready(None);
        }
        let mut held = vec![0; PIECE];
        Poll::Ready(Some(match pieces.from.read(&mut held) {
            Ok(0) => Err(std::io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                held.truncate(read);
                pieces.left = pieces.left.saturating_sub(read as u64);
                Ok(Frame::data(held.into()))
            }
            Err(cause) => Err(cause),
        }))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
