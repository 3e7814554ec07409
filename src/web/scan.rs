//! An address as a picture to scan with a telephone.

use maud::{Markup, html};

/// Modules of white around the picture, as the standard for QR codes demands.
const QUIET: usize = 4;

/// Draws an address. Nothing where it is too long for a picture.
pub fn picture(address: &str, label: &str) -> Option<Markup> {
    let code = qrcode::QrCode::new(address.as_bytes()).ok()?;
    let width = code.width();
    let path: String = code
        .to_colors()
        .iter()
        .enumerate()
        .filter(|(_, color)| **color == qrcode::Color::Dark)
        .map(|(place, _)| format!("M{} {}h1v1h-1z", place % width + QUIET, place / width + QUIET))
        .collect();
    let side = width + 2 * QUIET;
    Some(html! {
        svg class="qr" viewBox={ "0 0 " (side) " " (side) } width="220" height="220" role="img" aria-label=(label) {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    })
}
