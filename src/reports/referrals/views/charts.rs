//! The two charts of the page. Each is a table whose rows carry a bar, so that the numbers need no picture.

use crate::chart::percent as place;
use crate::referrals::measures::Measures;
use crate::referrals::measures::answers::Lateness;
use crate::values::grouped;
use crate::web::parts;
use maud::{Markup, html};

/// A part of a whole in percent, for drawing only.
fn part(of: usize, whole: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
    if whole == 0 { 0.0 } else { number(of) / number(whole) * 100.0 }
}

fn shown(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Sent, decided, accepted, completed, confirmed.
pub(super) fn funnel(measures: &Measures) -> Markup {
    let sent = measures.sent.len();
    parts::card(
        "funnel",
        "How far requests come",
        html! {
            div class="in stack" {
                p class="dim" { "Each step is part of the one before. Recent requests may still move on." }
                table class="plot" {
                    caption class="vh" { "How many requests reached each step" }
                    thead { tr { th scope="col" { "Step" } th scope="col" class="g" { span class="vh" { "Share of those sent" } } th scope="col" class="v" { "Requests" } } }
                    tbody {
                        @for (step, list) in measures.funnel.steps() {
                            tr {
                                th scope="row" { (step) }
                                td class="g" { svg aria-hidden="true" focusable="false" { rect class="bd" x="0" y="30%" width="100%" height="40%" {} rect class="pt" x="0" y="30%" width=(place(part(list.len(), sent))) height="40%" {} } }
                                td class="v" { b { (shown(list.len())) } " " span class="small dim" { (format!("{:.0}%", part(list.len(), sent))) } }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// Yeses and noes beside the due day: what comes on the last day shows.
pub(super) fn decisions(measures: &Measures) -> Markup {
    let found = |lateness| measures.answers.against_due.get(&lateness).map_or((0, 0), |(yes, no)| (yes.len(), no.len()));
    let most = Lateness::ALL.into_iter().map(|lateness| found(lateness).0 + found(lateness).1).max().unwrap_or(0);
    parts::card(
        "against",
        "When decisions come, beside the day they are due",
        html! {
            div class="in stack" {
                @if most == 0 { p { "No decision yet." } } @else {
                    p class="dim" { "In business days, pauses taken out. Noes that crowd on the last day are worth a question." }
                    table class="plot" {
                        caption class="vh" { "Decisions by business days before or after the due day" }
                        thead { tr { th scope="col" { "Came" } th scope="col" class="g" { span class="vh" { "Bar" } } th scope="col" class="v" { "Yes" } th scope="col" class="v" { "No" } } }
                        tbody {
                            @for lateness in Lateness::ALL {
                                @let (yes, no) = found(lateness);
                                tr {
                                    th scope="row" { (lateness.label()) }
                                    td class="g" { svg aria-hidden="true" focusable="false" {
                                        rect class="pt" x="0" y="30%" width=(place(part(yes, most))) height="40%" {}
                                        @if no > 0 { rect class="pt open" x=(place(part(yes, most))) y="30%" width=(place(part(no, most))) height="40%" {} }
                                    } }
                                    td class="v" { b { (shown(yes)) } }
                                    td class="v" { b { (shown(no)) } }
                                }
                            }
                        }
                    }
                    p class="key" {
                        span { svg width="26" height="16" aria-hidden="true" { rect class="pt" x="2" y="3" width="22" height="10" {} } "yes" }
                        span { svg width="26" height="16" aria-hidden="true" { rect class="pt open" x="2" y="3" width="22" height="10" {} } "no" }
                    }
                }
            }
        },
    )
}
