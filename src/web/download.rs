//! A file that is handed over, never shown in place.

use axum::http::header;
use axum::response::{IntoResponse, Response};

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
        let name: String =
            self.name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' }).collect();
        (
            [(header::CONTENT_TYPE, self.kind.to_owned()), (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))],
            self.bytes,
        )
            .into_response()
    }
}
