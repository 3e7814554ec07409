//! Who looked: an organization and a role, a day, what, and why.

use super::{leaves, page as own_page};
use crate::firewall::{Filed, Opening};
use crate::i18n::Args;
use crate::rights::{Looked, Reader, words};
use crate::values::Zone;
use crate::web::{Complaints, Leaf};
use maud::{Markup, html};

/// Looks, what was asked behind the wall, and the files that counted somebody.
type Seen<'a> = (&'a [Looked], &'a [Opening], &'a [Filed]);

pub(in crate::rights) fn page(reader: &Reader, (all, openings, filed): Seen<'_>, zone: &Zone, leaf: Leaf, has_more: bool) -> Markup {
    let body = html! {
        p { (reader.say("rights-looked-lead")) }
        @if leaf.page == 0 && !(openings.is_empty() && filed.is_empty()) { (wall(reader, openings, filed, zone)) }
        @if all.is_empty() { p class="dim" { (reader.say("rights-looked-none")) } }
        @else {
            ol class="rows card" {
                @for one in all {
                    li {
                        p { b dir="auto" { (words::who(reader.language, one)) } " · " (reader.day(zone.day(one.at))) }
                        p class="dim" { (words::saw(reader.language, one)) }
                        p class="small" { a href={ "/me/help?entry=" (one.at.millis()) "#complaint" } { (reader.say("rights-looked-ask")) } }
                    }
                }
            }
        }
        (leaves(reader, "/me/who-looked", leaf, has_more))
        p class="small dim" { (reader.say("rights-looked-lists")) }
    };
    own_page(reader, "/me/who-looked", "rights-looked-title", &Complaints::default(), body)
}

/// What happened to answers about who somebody is: rarely anything.
fn wall(reader: &Reader, openings: &[Opening], filed: &[Filed], zone: &Zone) -> Markup {
    html! {
        section class="card" aria-labelledby="wall" {
            h2 id="wall" { (reader.say("wall-seen-title")) }
            ul class="rows" {
                @for opening in openings {
                    li {
                        @for at in &opening.opened_at { p { (reader.say_with("wall-seen-looked", Args::default().with("day", reader.day(zone.day(*at))))) } }
                        @if opening.opened_at.is_empty() { p { (reader.say_with("wall-seen-asked", Args::default().with("day", reader.day(zone.day(opening.asked_at))))) } }
                        p class="dim" { (reader.say("wall-seen-why")) " " bdi { (opening.reason) } }
                    }
                }
                @for file in filed {
                    li {
                        p { (reader.say_with("wall-seen-filed", Args::default().with("day", reader.day(zone.day(file.at))).with("who", file.recipient.clone()))) }
                        p class="dim" { bdi { (file.authority) } }
                    }
                }
            }
        }
    }
}

/// The beginning of a question about a look.
pub(in crate::rights) fn question(reader: &Reader, look: &Looked, zone: &Zone) -> String {
    let args = Args::default().with("who", words::who(reader.language, look)).with("day", reader.day(zone.day(look.at)));
    reader.say_with("rights-looked-question", args)
}
