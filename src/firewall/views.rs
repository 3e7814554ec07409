//! The one place where plain answers are drawn for somebody other than the person: under break-glass.

use super::door::Held;
use super::glass::Seen;
use super::words::label;
use crate::values::Vocabulary;
use maud::{Markup, html};

/// Draws what a permit opened, once.
pub fn seen(seen: Seen) -> Markup {
    html! {
        dl class="facts" {
            @for (question, reply) in seen.answers() {
                div {
                    dt { (question.label()) }
                    dd {
                        @match reply.as_ref().map(super::Firewalled::open) {
                            None => { span class="dim" { "No answer is held" } }
                            Some(reply) => {
                                @match reply.state {
                                    Held::Declined => "Prefers not to answer",
                                    Held::Skipped => { span class="dim" { "Passed over" } },
                                    Held::Unknown => { span class="dim" { "Not known" } },
                                    Held::Answered => {
                                        ul {
                                            @for code in &reply.codes {
                                                li { (label(*question, code)) @for (_, detail) in reply.details.iter().filter(|(of, _)| of == code) { ": " bdi { (detail) } } }
                                            }
                                        }
                                        @if !reply.words.is_empty() { p class="pre" dir="auto" { (reply.words) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
