//! The form of an outcome: what came of it, when, how much, of what, and for a new one how that is known.

use super::{above, titled};
use crate::auth::Viewer;
use crate::outcomes::Outcome;
use crate::outcomes::form::{Lists, OutcomeForm};
use crate::outcomes::measure::{Measure, Unit};
use crate::people::Client;
use crate::values::codes::{self, List};
use crate::values::{Day, Evidence, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// A new outcome.
pub(in crate::outcomes) fn new(
    viewer: &Viewer,
    client: &Client,
    lists: &Lists,
    form: &OutcomeForm,
    today: Day,
    complaints: &Complaints,
) -> Markup {
    let title = "Add an outcome";
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(above(client)), title, Some(html! { "What came of it. The client can read it, and say whether it is right." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/clients/" (client.id) "/outcomes" } {
            (parts::form_key(&key, None))
            (fields(lists, form, today, complaints))
            (known(form, complaints))
            @if let Some(name) = &lists.asked {
                div class="tick" { input type="checkbox" id="ask" name="ask" value="yes" checked[form.asks()]; label for="ask" { "Ask " bdi { (name) } " with a private link whether it is right, and whether we helped" } }
            }
            div class="row" { button class="btn main" { "Save the outcome" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled(title, complaints), "/clients"), body)
}

/// One that stands already.
pub(in crate::outcomes) fn facts(
    viewer: &Viewer,
    outcome: &Outcome,
    lists: &Lists,
    form: &OutcomeForm,
    today: Day,
    complaints: &Complaints,
) -> Markup {
    let title = "Change an outcome";
    let back = html! { a href={ "/clients/" (outcome.client.1) } { (outcome.client.3) } " / " a href={ "/outcomes/" (outcome.id) } { (outcome.label()) } };
    let is_known = outcome.evidence > Evidence::AdvisorNote || outcome.answered.is_some();
    let body = html! {
        (parts::head(Some(back), title, None))
        (parts::error_summary(complaints))
        @if is_known { p class="box wait" { "If you change kind, day or a figure, it counts by your note again: what was seen and what the client said was about the old figure. It stays in the history." } }
        div class="card" { form class="in form" method="post" action={ "/outcomes/" (outcome.id) "/facts" } {
            (parts::form_key(&forms::fresh_key(), Some(form.version)))
            (fields(lists, form, today, complaints))
            div class="row" { button class="btn main" { "Save changes" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled(title, complaints), "/clients"), body)
}

/// What the amounts of a kind are, beside its name in the list.
fn counts(kind: &str) -> &'static str {
    let measure = Measure::of(kind);
    match (measure.unit, measure.is_change) {
        (Some(Unit::People), true) => " (people, before and after)",
        (Some(Unit::Cents), true) => " (dollars a year, before and after)",
        (Some(Unit::People), false) => " (people)",
        (Some(Unit::Cents), false) => " (dollars)",
        (Some(Unit::SquareFeet), _) => " (square feet)",
        (Some(Unit::Percent), _) => " (percent)",
        (None, _) => "",
    }
}

fn fields(lists: &Lists, form: &OutcomeForm, today: Day, complaints: &Complaints) -> Markup {
    let offered = codes::offered(List::OutcomeKinds, today).map(|row| (row.code.clone(), format!("{}{}", row.label, counts(&row.code))));
    let kinds: Vec<(String, String)> = std::iter::once((String::new(), "Choose".to_owned())).chain(offered).collect();
    let keys = |rows: &[(i64, String)]| -> Vec<(String, String)> {
        let rows = rows.iter().map(|(key, words)| (key.to_string(), words.clone()));
        std::iter::once((String::new(), "None, or not recorded".to_owned())).chain(rows).collect()
    };
    html! {
        div class="pair apart" {
            (parts::field("kind", "What came of it?", None, complaints, |wiring| wiring.select(&form.kind, &kinds)))
            (parts::field("on", "On which day?", None, complaints, |wiring| wiring.text(&form.on, "date")))
        }
        div class="pair apart" {
            (parts::field("before", "Before", Some("only for what says before and after"), complaints, |wiring| wiring.text(&form.before, "text")))
            (parts::field("after", "After, or how much", Some("empty if it has no amount, or nobody knows"), complaints, |wiring| wiring.text(&form.after, "text")))
        }
        (parts::field("words", "More about it", Some("optional; the client reads it"), complaints, |wiring| wiring.area(&form.words, 2)))
        @if !lists.referrals.is_empty() {
            (parts::field("referral", "Did it come of a referral?", Some("optional"), complaints, |wiring| wiring.select(&form.referral, &keys(&lists.referrals))))
        }
        @if !lists.resources.is_empty() {
            (parts::field("resource", "Did it come of a resource?", Some("optional"), complaints, |wiring| wiring.select(&form.resource, &keys(&lists.resources))))
        }
    }
}

/// The levels that staff can say.
pub(super) fn levels(least: Evidence) -> Vec<(String, String)> {
    let own = Evidence::ALL.iter().filter(|level| **level >= least && **level != Evidence::ClientAffirmed);
    own.map(|level| (level.code().to_owned(), level.label().to_owned())).collect()
}

fn known(form: &OutcomeForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::chips("level", "How do you know?", None, &form.level, &levels(Evidence::AdvisorNote), complaints))
        div class="pair apart" {
            (parts::field("seen", "Who says so, or what did you see?", Some("such as: the signed lease"), complaints, |wiring| wiring.text(&form.seen, "text")))
            (parts::field("seen_on", "On which day did you see or hear it?", None, complaints, |wiring| wiring.text(&form.seen_on, "date")))
        }
    }
}
