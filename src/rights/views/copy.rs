//! Taking a copy, the copy itself as one page that needs nothing else, and the wish to be deleted.

use super::page as own_page;
use crate::firewall::erasure::Request;
use crate::i18n::Args;
use crate::rights::queries::copy::kept;
use crate::rights::{Part, Reader};
use crate::values::Day;
use crate::web::{Complaints, forms, parts};
use maud::{DOCTYPE, Markup, html};

pub(in crate::rights) fn page(reader: &Reader, closing: Option<&(Request, Day)>, complaints: &Complaints) -> Markup {
    let body = html! {
        p { (reader.say("rights-copy-lead")) }
        form class="stack" method="post" action="/me/download" {
            button class="btn main full" name="shape" value="page" { (reader.say("rights-copy-page")) }
            div class="both" {
                button class="btn full" name="shape" value="csv" { (reader.say("rights-copy-csv")) }
                button class="btn full" name="shape" value="json" { (reader.say("rights-copy-json")) }
            }
        }
        p class="dim" { (reader.say("rights-copy-notes")) }
        p class="dim" { (reader.say("rights-answers")) }
        section class="card" aria-labelledby="closing" {
            h2 id="closing" { (reader.say("rights-close-title")) }
            div class="in stack" {
                @match closing {
                    Some((request, due_on)) => {
                        p { b { (reader.say_with("rights-close-open", Args::default().with("day", reader.day(*due_on)))) } }
                        @if request.held_reason.is_some() { p { (reader.say_with("wall-held", Args::default().maybe("phone", reader.program.telephone.as_deref()))) } }
                        (press(&reader.say("rights-close-back"), "take_back"))
                    },
                    None => {
                        p { (reader.say("rights-close-lead")) }
                        details {
                            summary { (reader.say("rights-close-title")) }
                            div class="in" { (press(&reader.say("rights-close-ask"), "ask")) }
                        }
                    },
                }
            }
        }
    };
    own_page(reader, "/me/download", "rights-copy-title", complaints, body)
}

fn press(words: &str, what: &str) -> Markup {
    html! {
        form method="post" action="/me/closing" {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="what" value=(what);
            button class="btn full" { (words) }
        }
    }
}

/// How the copy looks where there is no other style sheet.
const LOOK: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #857f70;padding:.3rem .5rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere}";

/// The copy: a page that needs nothing else, with the same as JSON inside.
pub(in crate::rights) fn file(reader: &Reader, made: &[Part], json: &str) -> Markup {
    let title = reader.say("rights-copy-title");
    html! {
        (DOCTYPE)
        html lang=(reader.language.code()) dir=(reader.language.direction().code()) {
            head { meta charset="utf-8"; meta name="viewport" content="width=device-width, initial-scale=1"; title { (title) } style { (LOOK) } }
            body {
                h1 { (title) }
                p { (reader.program.name) " · " (reader.day(reader.today)) }
                p { (reader.say("rights-copy-notes")) }
                p { (reader.say("rights-answers")) }
                @for part in made {
                    h2 { (reader.say(part.name)) }
                    @if part.name == kept::PART { p { (reader.say("rights-kept-lead")) } }
                    @if part.rows.is_empty() { p { (reader.say("rights-nothing")) } } @else { (table(reader, part)) }
                    @if let Some(words) = part.withheld(reader) { p { (words) } }
                }
                details { summary { "JSON" } pre dir="ltr" { (json) } }
            }
        }
    }
}

fn table(reader: &Reader, part: &Part) -> Markup {
    html! {
        table {
            thead { tr { @for key in part.headers { th scope="col" { (reader.say(key)) } } } }
            tbody {
                @for (place, row) in part.rows.iter().enumerate() {
                    // What was said to them stands there as they read it.
                    @let tongue = part.tongues.get(place).and_then(Option::as_ref).filter(|tongue| **tongue != reader.language);
                    tr {
                        @for (column, cell) in row.iter().enumerate() {
                            td dir="auto" lang=[tongue.filter(|_| column + 1 == row.len()).map(|tongue| tongue.code())] { (cell) }
                        }
                    }
                }
            }
        }
    }
}
