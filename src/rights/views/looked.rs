//! Who looked: an organization and a role, a day, what, and why.

use super::{leaves, page as own_page};
use crate::i18n::Args;
use crate::rights::{Looked, Reader, words};
use crate::values::Zone;
use crate::web::{Complaints, Leaf};
use maud::{Markup, html};

pub(in crate::rights) fn page(reader: &Reader, all: &[Looked], zone: &Zone, leaf: Leaf, has_more: bool) -> Markup {
    let body = html! {
        p { (reader.say("rights-looked-lead")) }
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

/// The beginning of a question about a look.
pub(in crate::rights) fn question(reader: &Reader, look: &Looked, zone: &Zone) -> String {
    let args = Args::default().with("who", words::who(reader.language, look)).with("day", reader.day(zone.day(look.at)));
    reader.say_with("rights-looked-question", args)
}
