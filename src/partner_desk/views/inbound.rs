//! The form by which a partner sends us somebody.

use crate::referrals::inbound::{Inbound, InboundForm};
use crate::referrals::{Kind, Referral};
use crate::values::{Day, Zone};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

pub(in crate::partner_desk) fn sending(
    referral: &Referral,
    sent: &[Inbound],
    form: &InboundForm,
    complaints: &Complaints,
    zone: &Zone,
    today: Day,
) -> Markup {
    let kinds: Vec<(String, String)> = parts::options::<Kind>(Some("Choose"));
    let body = html! {
        div class="stack" {
            p class="small dim" { a href={ "/p/r/" (referral.id) } { "Back to the request" } " · " (referral.program_name) }
            @if !sent.is_empty() {
                (parts::card("sent", "Whom you sent us", html! {
                    ul class="rows" { @for one in sent { li { p { (one.kind.label()) ", " (zone.day(one.at).short(today)) } p class="dim" { (standing(one)) } } } }
                }))
            }
            h1 { "Send us somebody who needs help" }
            p class="lead" { (referral.program_name) " calls them within two working days. Ask them first if they want that." }
            (parts::error_summary(complaints))
            form class="card" method="post" action={ "/p/r/" (referral.id) "/somebody" } {
                div class="in stack" {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("person_name", "Their name", None, complaints, |wiring| wiring.text(&form.person_name, "text")))
                    (parts::field("telephone", "Their telephone", None, complaints, |wiring| wiring.text(&form.telephone, "tel")))
                    (parts::field("business_name", "Their business", Some("optional"), complaints, |wiring| wiring.text(&form.business_name, "text")))
                    (parts::field("kind", "What is it about?", None, complaints, |wiring| wiring.select(&form.kind, &kinds)))
                    (parts::field("need", "What do they need?", None, complaints, |wiring| wiring.area(&form.need, 4)))
                    div class="tick" {
                        input type="checkbox" id="agreed" name="agreed" value="yes" checked[form.agreed.is_some()] aria-invalid=[complaints.on("agreed").map(|_| "true")];
                        label for="agreed" { "They said yes to my giving you their name and number" @if let Some(words) = complaints.on("agreed") { span class="err" { (words) } } }
                    }
                    button class="btn main full" { "Send us this person" }
                }
            }
        }
    };
    let title = if complaints.is_empty() { "Send us somebody" } else { "Error: Send us somebody" };
    solo(&Solo { title, ..Solo::default() }, body)
}

/// What became of it. Names and needs are not read back: whoever follows at this desk does not have to know them.
fn standing(one: &Inbound) -> &'static str {
    if one.settled_at.is_some() { "Somebody has called them. Thank you." } else { "Thank you. It waits for the next advisor." }
}
