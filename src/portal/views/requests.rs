//! Asking for help with something else, and what was asked for before.

use crate::referrals::inbound::RequestForm;
use crate::referrals::{Kind, Referral};
use crate::values::{Day, Urgency, Vocabulary};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

pub(in crate::portal) fn requests(
    referral: &Referral,
    requests: &[(Referral, bool)],
    back: &str,
    form: &RequestForm,
    complaints: &Complaints,
    today: Day,
) -> Markup {
    let kinds: Vec<(String, String)> = parts::options::<Kind>(Some("Choose"));
    let urgency = if form.urgency.is_empty() { Urgency::ThisMonth.code() } else { &form.urgency };
    let body = html! {
        div class="stack" {
            p class="small dim" { a href=(back) { "Back to your request" } " · " (referral.label()) }
            @if !requests.is_empty() {
                (parts::card("asked", "What you asked for", html! {
                    ul class="rows" { @for (one, is_taken) in requests { li { p { b { (one.kind.label()) } " · " (one.label()) } p class="said" { (one.need) } p class="dim" { (standing(one, *is_taken, today)) } } } }
                }))
            }
            h1 { "Ask for help with something else" }
            (parts::error_summary(complaints))
            form class="card" method="post" action={ (back) "/requests" } {
                div class="in stack" {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("kind", "What is it about?", None, complaints, |wiring| wiring.select(&form.kind, &kinds)))
                    (parts::field("need", "What do you need?", Some("in your own words"), complaints, |wiring| wiring.area(&form.need, 4)))
                    (parts::field("urgency", "How soon?", None, complaints, |wiring| wiring.select(urgency, &parts::options::<Urgency>(None))))
                    button class="btn main full" { "Ask for help" }
                    p class="small dim" { "Somebody answers you within two working days. Nothing is shared with anyone before you say yes." }
                }
            }
        }
    };
    let title = if complaints.is_empty() { "Ask for help" } else { "Error: Ask for help" };
    solo(&Solo { title, ..Solo::default() }, body)
}

fn standing(one: &Referral, is_taken: bool, today: Day) -> String {
    match (is_taken, one.due_on) {
        (false, Some(due)) => format!("We have it. Somebody answers you by {}.", due.short(today)),
        (false, None) => "We have it. Somebody answers you soon.".to_owned(),
        (true, _) if one.status.is_end() => "This is over.".to_owned(),
        (true, _) => format!("{} looks after it.", one.advisor.1),
    }
}
