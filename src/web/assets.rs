//! The embedded files, under addresses that carry their content's hash and so may be kept forever.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/web/"]
struct Files;

/// The address of an embedded file: `/assets/1f2e3d4c/app.css`.
pub fn address(name: &str) -> String {
    format!("/assets/{}/{name}", Files::get(name).map_or_else(|| "none".to_owned(), |file| tag(&file)))
}

fn tag(file: &rust_embed::EmbeddedFile) -> String {
    crate::values::base32(&file.metadata.sha256_hash().get(..8).map(<[u8]>::to_vec).unwrap_or_default())
}

/// Serves an embedded file; an address with another hash is no address.
pub async fn serve(Path((hash, name)): Path<(String, String)>) -> Response {
    match Files::get(&name).filter(|file| tag(file) == hash) {
        Some(file) => {
            let kind = file.metadata.mimetype().to_owned();
            let kind = if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind };
            (
                [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned())],
                file.data.into_owned(),
            )
                .into_response()
        }
        None => crate::error::Error::NotFound.into_response(),
    }
}
