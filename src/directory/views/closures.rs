//! The days on which a partner is closed: the list, and the form that announces more.

use super::PartnerPage;
use crate::partners::Closure;
use crate::values::Day;
use crate::web::{forms, parts};
use maud::{Markup, html};

/// Days of closing as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosureForm {
    pub(in crate::directory) key: String,
    pub(in crate::directory) closure_from: String,
    pub(in crate::directory) closure_to: String,
    pub(in crate::directory) closure_reason: String,
}

/// "December 21 to January 4, 2027", or one day.
pub(super) fn days(closure: &Closure, today: Day) -> String {
    if closure.from == closure.to {
        closure.from.short(today)
    } else {
        format!("{} to {}", closure.from.short(today), closure.to.short(today))
    }
}

/// The card of closures. Those that are over are not shown.
pub(super) fn closures(page: &PartnerPage<'_>) -> Markup {
    let (partner, today) = (page.partner, page.today);
    let ahead: Vec<&Closure> = page.closures.iter().filter(|closure| closure.to >= today).collect();
    parts::card(
        "closures",
        "Closed days",
        html! {
            @if ahead.is_empty() { p class="in dim" { "None announced." } }
            ul class="rows" {
                @for closure in ahead {
                    li class="row" {
                        span {
                            b { (days(closure, today)) }
                            @if closure.covers(today) { " " (parts::tag("wait", "Closed now")) }
                            br;
                            (closure.reason)
                            @if let Some(name) = &closure.announced_by { " " span class="dim" { "(noted by " (name) ")" } }
                        }
                        form class="push" method="post" action={ "/partners/" (partner.id) "/closures/" (closure.id) "/withdrawal" } {
                            button class="btn mini" { "Take back" span class="vh" { ": closed " (days(closure, today)) } }
                        }
                    }
                }
            }
            p class="in small dim" { "The time that a partner has for an answer stands still on these days." }
            details class="in" open[page.complains_about(&["closure_from", "closure_to", "closure_reason"])] {
                summary { "Announce closed days" }
                form class="stack" method="post" action={ "/partners/" (partner.id) "/closures" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    div class="pair apart" {
                        (parts::field("closure_from", "First day", None, page.complaints, |wiring| wiring.text(&page.typed.closure.closure_from, "date")))
                        (parts::field("closure_to", "Last day", None, page.complaints, |wiring| wiring.text(&page.typed.closure.closure_to, "date")))
                    }
                    (parts::field("closure_reason", "Why", Some("such as: holidays, stock-taking, moving"), page.complaints, |wiring| wiring.text(&page.typed.closure.closure_reason, "text")))
                    button class="btn" { "Announce" }
                }
            }
        },
    )
}
