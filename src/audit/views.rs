//! The record as a table.

use super::AuditEvent;
use crate::auth::Viewer;
use crate::values::{Vocabulary, Zone};
use crate::web::layout::{Page, staff};
use crate::web::parts;
use maud::{Markup, html};

pub(super) fn record(viewer: &Viewer, events: &[AuditEvent], page: usize, is_later_page: bool, zone: &Zone) -> Markup {
    let (shown, more) = (events.get(..page.min(events.len())).unwrap_or_default(), events.len() > page);
    let older = shown.last().filter(|_| more).map(|event| format!("/audit?before={}", event.seq));
    let body = html! {
        (parts::head(None, "The record", Some(html! { "Every change, sign-in and refusal, in an unbroken chain. It names fields and opaque ids, never what somebody said. " code { "fairfloor verify" } " checks it." })))
        section class="card" aria-labelledby="list" {
            h2 id="list" { "Events, newest first" }
            (parts::scroll("Events of the record", html! {
                table class="grid" {
                    thead { tr { th scope="col" class="n" { "Number" } th scope="col" { "When" } th scope="col" { "Who" } th scope="col" { "What" } th scope="col" { "To what" } th scope="col" { "Detail" } th scope="col" class="n" { "Rows" } } }
                    tbody { @for event in shown { (row(event, zone)) } }
                }
            }))
            (parts::pager(is_later_page.then(|| "/audit".to_owned()), older))
        }
    };
    staff(&viewer.chrome(), &Page::new("The record", "/audit"), body)
}

fn row(event: &AuditEvent, zone: &Zone) -> Markup {
    html! {
        tr {
            td class="n" { (event.seq) }
            td { (zone.day(event.at)) " " (zone.clock(event.at)) }
            td { (event.actor_kind.label()) @if !event.actor.is_empty() { ", " (event.actor) } }
            td { (event.action) }
            td { (event.object_kind) @if !event.object.is_empty() { " " span class="small dim" { (event.object) } } }
            td { (event.detail) }
            td class="n" { (event.rows) }
        }
    }
}
