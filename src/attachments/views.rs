//! The files beside a thing, and the form that adds one.

use super::queries::may_undo;
use super::{Attachment, Beside, Place};
use crate::auth::Viewer;
use crate::values::{Day, FileKind, Instant, Vocabulary, Zone, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub(super) struct FilesPage<'p> {
    pub viewer: &'p Viewer,
    pub place: &'p Place,
    pub files: &'p [Attachment],
    pub zone: &'p Zone,
    pub today: Day,
    pub now: Instant,
}

/// Its name with the ending of what it is, whatever it was called.
pub(super) fn file_name(attachment: &Attachment) -> String {
    let ending = attachment.kind.ending();
    let others: &[&str] = match attachment.kind {
        FileKind::Jpeg => &["jpeg"],
        FileKind::Text => &["csv", "tsv", "md"],
        _ => &[],
    };
    let name = attachment.name.to_lowercase();
    let fits = std::iter::once(ending).chain(others.iter().copied()).any(|ending| name.ends_with(&format!(".{ending}")));
    if fits { attachment.name.clone() } else { format!("{}.{ending}", attachment.name) }
}

/// "1.4 MiB", "12 KiB".
fn weight(size: i64) -> String {
    let kib = (size + 1023) / 1024;
    if kib < 1024 { format!("{} KiB", grouped(kib)) } else { format!("{}.{} MiB", kib / 1024, (kib % 1024) * 10 / 1024) }
}

/// All files beside a thing.
pub(super) fn files(page: &FilesPage<'_>, complaints: &Complaints) -> Markup {
    let place = page.place;
    let own = format!("{}/{}", place.beside.address(), place.id);
    let title = if complaints.is_empty() { "Files" } else { "Error: Files" };
    let tab = if place.beside == Beside::Training { "/trainings" } else { "/clients" };
    let body = html! {
        (parts::head(Some(html! { a href=(own) { (place.words) } }), "Files", Some(html! { "Staff of the program can take them along; each time is written down. Clients and partners do not see them." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("list", "Here", html! {
                @if page.files.is_empty() { (parts::empty("No files", "Add what belongs to this record. What is said about who somebody is does not belong here.", None)) }
                ul class="rows" { @for file in page.files { li { (one(page, file)) } } }
            }))
            @if place.is_undone { (parts::card("gone", "Taken back", html! { p class="in" { "What these files stand beside was taken back. Take back those that are not needed any more." } })) }
            @else { (parts::card("new", "Add a file", html! {
                form class="in form" method="post" action={ (own) "/files" } enctype="multipart/form-data" {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("file", "File", Some(place.beside.such_as()), complaints, |wiring| wiring.text("", "file")))
                    p class="small dim" { "PDF, PNG, JPEG, text or CSV, Excel or Word without macros; at most 5 MiB." }
                    div class="row" { button class="btn main" { "Add the file" } }
                }
            })) }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(title, tab), body)
}

fn one(page: &FilesPage<'_>, file: &Attachment) -> Markup {
    let on = page.zone.day(file.created_at).short(page.today);
    html! {
        div class="row" {
            h3 { @if file.undone_at.is_none() { a href={ "/files/" (file.id) } download { bdi { (file.name) } } } @else { bdi { (file.name) } } }
            @if file.undone_at.is_some() { (parts::tag("stop", "Taken back")) }
            @if may_undo(page.viewer, file, page.now) {
                form class="push" method="post" action={ "/files/" (file.id) "/undoing" } {
                    input type="hidden" name="version" value=(file.version);
                    button class="btn mini" { "Take back" span class="vh" { ": " (file.name) } }
                }
            }
        }
        p class="small dim" { (file.kind.label()) ", " (weight(file.size)) ". Added " (on) " by " (file.author.1) "." }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::AttachmentId;

    #[test]
    fn a_file_is_handed_over_under_the_ending_of_what_it_is() {
        let named = |name: &str, kind| Attachment {
            key: 1,
            id: AttachmentId::from_bits([1; 16]),
            program: 1,
            name: name.to_owned(),
            kind,
            size: 1,
            author: (1, String::new()),
            undone_at: None,
            version: 1,
            created_at: Instant::from_millis(0),
        };
        let cases = [
            ("lease.pdf", FileKind::Pdf, "lease.pdf"),
            ("lease.exe", FileKind::Pdf, "lease.exe.pdf"),
            ("photo.JPEG", FileKind::Jpeg, "photo.JPEG"),
            ("sheet.html", FileKind::Text, "sheet.html.txt"),
            ("sheet.csv", FileKind::Text, "sheet.csv"),
        ];
        for (name, kind, handed) in cases {
            assert_eq!(file_name(&named(name, kind)), handed);
        }
        assert_eq!((weight(1), weight(1024 * 1024), weight(1_500_000)), ("1 KiB".to_owned(), "1.0 MiB".to_owned(), "1.4 MiB".to_owned()));
    }
}
