//! Taking a copy, the copy itself as one page that needs nothing else, and the wish to be deleted.

use super::page as own_page;
use crate::i18n::Args;
use crate::people::own::Closing;
use crate::rights::{Part, Reader};
use crate::values::Zone;
use crate::web::{Complaints, forms, parts};
use maud::{DOCTYPE, Markup, html};

pub(in crate::rights) fn page(reader: &Reader, closing: Option<&Closing>, complaints: &Complaints, zone: &Zone) -> Markup {
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
                    Some(Closing { settled: Some((at, words)), .. }) => {
                        p { (reader.say_with("rights-close-settled", Args::default().with("day", reader.day(zone.day(*at))))) }
                        @if let Some(words) = words { p class="said" dir="auto" { (words) } }
                    },
                    Some(open) => {
                        p { b { (reader.say_with("rights-close-open", Args::default().with("day", reader.day(open.due_on)))) } }
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
                    @if part.rows.is_empty() { p { (reader.say("rights-nothing")) } } @else { (table(reader, part)) }
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
            tbody { @for row in &part.rows { tr { @for cell in row { td dir="auto" { (cell) } } } } }
        }
    }
}
