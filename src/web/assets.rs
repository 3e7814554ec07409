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
                lean(&name, file.data.into_owned()),
            )
                .into_response()
        }
        None => crate::error::Error::NotFound.into_response(),
    }
}

/// Without what only people read: comments and indentation are a tenth of what a telephone loads on its first visit.
fn lean(name: &str, data: Vec<u8>) -> Vec<u8> {
    let is_style = has_ending(name, "css");
    if !is_style && !has_ending(name, "js") {
        return data;
    }
    let Ok(text) = String::from_utf8(data) else { return Vec::new() };
    let text = if is_style { without_comments(&text) } else { text };
    let lines = text.lines().map(str::trim_start).filter(|line| !line.is_empty() && (is_style || !line.starts_with("//")));
    lines.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}

fn has_ending(name: &str, ending: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|one| one.eq_ignore_ascii_case(ending))
}

fn without_comments(style: &str) -> String {
    let mut parts = style.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").map_or("", |(_, after)| after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(name: &str) -> (String, String) {
        let source = String::from_utf8(Files::get(name).unwrap().data.into_owned()).unwrap();
        (source.clone(), String::from_utf8(lean(name, source.into_bytes())).unwrap())
    }

    #[test]
    fn what_is_served_is_the_source_without_comments_and_indentation() {
        assert_eq!(
            String::from_utf8(lean("a.css", b"/* why */\n@media print {\n  a { b: c } /* d\n e */ f {}\n}\n".to_vec())).unwrap(),
            "@media print {\na { b: c }  f {}\n}\n"
        );
        assert_eq!(String::from_utf8(lean("a.js", b"// why\n  go('//x');\n".to_vec())).unwrap(), "go('//x');\n");
        assert_eq!(lean("a.svg", b"  <svg/>".to_vec()), b"  <svg/>");
        for name in ["app.css", "office.css"] {
            let (source, lean) = served(name);
            assert!(lean.len() < source.len() && !lean.contains("/*"), "{name}");
            assert_eq!(source.matches('}').count(), lean.matches('}').count(), "{name}: nothing but comments went");
        }
        let (source, _) = served("app.js");
        assert!(source.lines().all(|line| line.matches('`').count() % 2 == 0), "a text over several lines would lose its indentation");
    }
}
