//! The document for programs: its cover, its findings, and every figure with the id that the page gives it.

use super::tidy::{Figure, figures};
use super::{Document, Finding, Tone};
use crate::error::Result;

/// The form of the file. Readers ask for it first.
const FORM: &str = "fairfloor-report-2";

#[derive(serde::Serialize)]
struct File<'d> {
    format: &'static str,
    title: &'d str,
    about: &'d str,
    notices: &'d [String],
    figures: Vec<Figure>,
    findings: Vec<Sentence<'d>>,
    footer: &'d [String],
}

#[derive(serde::Serialize)]
struct Sentence<'d> {
    id: &'d str,
    tag: &'d str,
    is_gap: bool,
    text: &'d str,
    detail: Option<&'d str>,
}

/// The document as JSON.
pub fn json(document: &Document) -> Result<Vec<u8>> {
    let said = |finding: &'_ Finding| finding.tag.tone == Tone::Stop;
    let file = File {
        format: FORM,
        title: &document.title,
        about: &document.about,
        notices: &document.notices,
        figures: figures(document),
        findings: document
            .findings()
            .map(|finding| Sentence {
                id: &finding.id,
                tag: &finding.tag.words,
                is_gap: said(finding),
                text: &finding.sentence,
                detail: finding.detail.as_deref(),
            })
            .collect(),
        footer: &document.footer,
    };
    let mut bytes = serde_json::to_vec_pretty(&file)?;
    bytes.push(b'\n');
    Ok(bytes)
}
