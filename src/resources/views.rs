//! The resources of a client: a form, a list, a card.

use super::{Decided, Deployment, Step};
use crate::auth::Viewer;
use crate::people::{Client, label};
use crate::programs::{DecidingBody, FundingSource};
use crate::values::{Amount, Day, Guarantee, ResourceKind, Unit, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// A deployment as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeploymentForm {
    #[serde(default)]
    pub(super) key: String,
    pub(super) version: Option<i64>,
    pub(super) kind: String,
    pub(super) unit: String,
    pub(super) applied: String,
    pub(super) applied_on: String,
    pub(super) awarded: String,
    pub(super) awarded_on: String,
    pub(super) delivered: String,
    pub(super) delivered_on: String,
    #[serde(default)]
    pub(super) refused_on: String,
    pub(super) funding_source: String,
    pub(super) deciding_body: String,
    #[serde(default)]
    pub(super) decision: String,
    #[serde(default)]
    pub(super) matched: String,
    #[serde(default)]
    pub(super) deposit: String,
    #[serde(default)]
    pub(super) fees: String,
    #[serde(default)]
    pub(super) guarantee: String,
    #[serde(default)]
    pub(super) guarantee_amount: String,
    #[serde(default)]
    pub(super) referral: String,
    pub(super) note: String,
}

/// What can be chosen in the form.
pub struct Lists {
    pub(super) sources: Vec<FundingSource>,
    pub(super) bodies: Vec<DecidingBody>,
    /// Decisions, each with the name of its body.
    pub(super) decisions: Vec<(Decided, String)>,
    /// Row key and words of the requests to partners.
    pub(super) requests: Vec<(i64, String)>,
}

/// A page of what was written down before, and the way to the other pages.
pub struct Earlier<'e> {
    pub(super) shown: &'e [Deployment],
    pub(super) pages: Markup,
}

/// Which version is taken back.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndoForm {
    pub(super) version: i64,
}

impl DeploymentForm {
    pub(super) fn of(deployment: &Deployment) -> Self {
        let amount = |step: Step| step.amount.map(|amount| typed(amount, deployment.unit)).unwrap_or_default();
        let day = |step: Step| step.on.map(|on| on.to_string()).unwrap_or_default();
        let key = |pair: &Option<(i64, String)>| pair.as_ref().map(|(key, _)| key.to_string()).unwrap_or_default();
        let cents = |cents: Option<i64>| cents.map(|cents| typed(cents, Unit::Cents)).unwrap_or_default();
        Self {
            key: String::new(),
            version: Some(deployment.version),
            kind: deployment.kind.code().to_owned(),
            unit: deployment.unit.code().to_owned(),
            applied: amount(deployment.applied),
            applied_on: day(deployment.applied),
            awarded: amount(deployment.awarded),
            awarded_on: day(deployment.awarded),
            delivered: amount(deployment.delivered),
            delivered_on: day(deployment.delivered),
            refused_on: deployment.refused_on.map(|on| on.to_string()).unwrap_or_default(),
            funding_source: key(&deployment.funding_source),
            deciding_body: key(&deployment.deciding_body),
            decision: deployment.decision.as_ref().map(|decided| decided.key.to_string()).unwrap_or_default(),
            matched: cents(deployment.brought.matched),
            deposit: cents(deployment.brought.deposit),
            fees: cents(deployment.brought.fees),
            guarantee: deployment.brought.guarantee.map(|kind| kind.code().to_owned()).unwrap_or_default(),
            guarantee_amount: cents(deployment.brought.guarantee_cents),
            referral: deployment.referral.map(|key| key.to_string()).unwrap_or_default(),
            note: deployment.note.clone().unwrap_or_default(),
        }
    }
}

/// An amount as it would be typed again.
fn typed(amount: i64, unit: Unit) -> String {
    match unit {
        Unit::Cents => format!("{}.{:02}", amount / 100, amount % 100),
        Unit::Minutes | Unit::LabMinutes => crate::values::hours(amount).replace(',', ""),
        Unit::SquareFeet => amount.to_string(),
    }
}

fn above(client: &Client) -> Markup {
    html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } " " span class="dim" { (label(client.number)) } }
}

fn fields(lists: &Lists, form: &DeploymentForm, complaints: &Complaints) -> Markup {
    let listed = |keys: Vec<(i64, &str)>| -> Vec<(String, String)> {
        std::iter::once((String::new(), "Not recorded".to_owned()))
            .chain(keys.into_iter().map(|(key, name)| (key.to_string(), name.to_owned())))
            .collect()
    };
    html! {
        div class="pair apart" {
            (parts::field("kind", "What kind of resource?", None, complaints, |wiring| wiring.select(&form.kind, &parts::options::<ResourceKind>(None))))
            (parts::field("unit", "Counted in", None, complaints, |wiring| wiring.select(&form.unit, &parts::options::<Unit>(None))))
        }
        div class="pair apart" {
            (parts::field("applied", "Applied for", Some("empty if not known"), complaints, |wiring| wiring.text(&form.applied, "text")))
            (parts::field("applied_on", "on", None, complaints, |wiring| wiring.text(&form.applied_on, "date")))
        }
        (parts::field("refused_on", "Refused on", Some("only where the answer was no"), complaints, |wiring| wiring.text(&form.refused_on, "date")))
        div class="pair apart" {
            (parts::field("awarded", "Awarded", Some("empty if not known"), complaints, |wiring| wiring.text(&form.awarded, "text")))
            (parts::field("awarded_on", "on", None, complaints, |wiring| wiring.text(&form.awarded_on, "date")))
        }
        div class="pair apart" {
            (parts::field("delivered", "Delivered", Some("empty if not known"), complaints, |wiring| wiring.text(&form.delivered, "text")))
            (parts::field("delivered_on", "on", None, complaints, |wiring| wiring.text(&form.delivered_on, "date")))
        }
        div class="pair apart" {
            (parts::field("funding_source", "Who pays", None, complaints, |wiring| wiring.select(&form.funding_source, &listed(lists.sources.iter().map(|source| (source.key, source.facts.name.as_str())).collect()))))
            (parts::field("deciding_body", "Who decided", None, complaints, |wiring| wiring.select(&form.deciding_body, &listed(lists.bodies.iter().map(|body| (body.key, body.facts.name.as_str())).collect()))))
        }
        @if !lists.decisions.is_empty() {
            (parts::field("decision", "By which decision", Some("optional"), complaints, |wiring| wiring.select(&form.decision, &decisions(lists))))
        }
        (brings(form, complaints))
        @if !lists.requests.is_empty() {
            (parts::field("referral", "Did it come of a request to a partner?", Some("optional"), complaints, |wiring| wiring.select(&form.referral, &listed(lists.requests.iter().map(|(key, name)| (*key, name.as_str())).collect()))))
        }
        (parts::field("note", "Note", Some("optional, other staff can read it"), complaints, |wiring| wiring.area(&form.note, 2)))
    }
}

fn decisions(lists: &Lists) -> Vec<(String, String)> {
    let words = |(decided, name): &(Decided, String)| {
        let short: String = decided.words.chars().take(60).collect();
        (decided.key.to_string(), format!("{}, {name}: {short}", decided.on))
    };
    std::iter::once((String::new(), "Not recorded".to_owned())).chain(lists.decisions.iter().map(words)).collect()
}

/// What the client gives in return: open where something of it is known or wrong.
fn brings(form: &DeploymentForm, complaints: &Complaints) -> Markup {
    let typed = [&form.matched, &form.deposit, &form.fees, &form.guarantee, &form.guarantee_amount];
    let is_wrong = ["matched", "deposit", "fees", "guarantee", "guarantee_amount"].iter().any(|field| complaints.on(field).is_some());
    let is_open = is_wrong || typed.iter().any(|typed| !typed.is_empty());
    html! {
        details open[is_open] {
            summary { "What the client brings" }
            div class="stack" {
                p class="small dim" { "In dollars. Write 0 where it is nothing, and leave empty what nobody asked." }
                div class="pair apart" {
                    (parts::field("matched", "Match, of their own", None, complaints, |wiring| wiring.text(&form.matched, "text")))
                    (parts::field("deposit", "Deposit", None, complaints, |wiring| wiring.text(&form.deposit, "text")))
                }
                (parts::field("fees", "Fees", None, complaints, |wiring| wiring.text(&form.fees, "text")))
                div class="pair apart" {
                    (parts::field("guarantee", "Guarantee", None, complaints, |wiring| wiring.select(&form.guarantee, &parts::options::<Guarantee>(Some("Not asked")))))
                    (parts::field("guarantee_amount", "Guarantee for", Some("empty if not known"), complaints, |wiring| wiring.text(&form.guarantee_amount, "text")))
                }
            }
        }
    }
}

fn titled(title: &'static str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

pub(super) fn new(
    viewer: &Viewer,
    client: &Client,
    earlier: Earlier<'_>,
    lists: &Lists,
    form: &DeploymentForm,
    complaints: &Complaints,
) -> Markup {
    let body = html! {
        (parts::head(Some(above(client)), "Resources", Some(html! { "What this client asked for, was awarded and got. The three are kept apart." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("list", "So far", html! {
                @if earlier.shown.is_empty() { (parts::empty("Nothing yet", "Write down a grant, a loan, space or lab time as soon as it is applied for.", None)) }
                ul class="rows" { @for deployment in earlier.shown { li { (one(deployment)) } } } (earlier.pages)
            }))
            (parts::card("new", "Add a resource", html! {
                form class="in stack" method="post" {
                    (parts::form_key(&forms::fresh_key(), None))
                    (fields(lists, form, complaints))
                    button class="btn main" { "Save resource" }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Resources", complaints), "/clients"), body)
}

pub(super) fn edit(
    viewer: &Viewer,
    client: &Client,
    deployment: &Deployment,
    lists: &Lists,
    form: &DeploymentForm,
    complaints: &Complaints,
) -> Markup {
    let body = html! {
        (parts::head(Some(above(client)), "Change a resource", None))
        (parts::error_summary(complaints))
        (parts::card("edit", deployment.kind.label(), html! {
            form class="in stack" method="post" {
                (parts::form_key("", form.version))
                (fields(lists, form, complaints))
                button class="btn main" { "Save changes" }
            }
            form class="in" method="post" action={ "/resources/" (deployment.id) "/undoing" } {
                input type="hidden" name="version" value=(deployment.version);
                button class="btn" { "Take this resource back" }
                " " span class="small dim" { "It stays in the record, and counts no more." }
            }
        }))
    };
    staff(&viewer.chrome(), &Page::new(&titled("Change a resource", complaints), "/clients"), body)
}

fn one(deployment: &Deployment) -> Markup {
    let (standing, amount) = deployment.standing();
    let step = |name: &'static str, step: Step| -> Option<(&'static str, String, Option<Day>)> {
        step.amount.map(|value| (name, Amount { value, unit: deployment.unit }.to_string(), step.on))
    };
    let steps: Vec<_> =
        [step("applied for", deployment.applied), step("awarded", deployment.awarded), step("delivered", deployment.delivered)]
            .into_iter()
            .flatten()
            .collect();
    html! {
        div class="row" {
            h3 { (deployment.kind.label()) ", " (amount) }
            (parts::tag(match standing { "delivered" => "good", "refused" => "stop", _ => "note" }, standing))
            a class="push" href={ "/resources/" (deployment.id) } { "Change" span class="vh" { " " (deployment.kind.label()) ", " (amount) } }
            a href={ "/resources/" (deployment.id) "/files" } { "Files" span class="vh" { " beside " (deployment.kind.label()) ", " (amount) } }
            a href={ "/resources/" (deployment.id) "/jobs" } { "Jobs" span class="vh" { " before and after " (deployment.kind.label()) ", " (amount) } }
            a href={ "/resources/" (deployment.id) "/commitments" } { "Commitments" span class="vh" { " for " (deployment.kind.label()) ", " (amount) } }
        }
        p class="small dim" {
            @for (place, (name, amount, on)) in steps.iter().enumerate() {
                @if place > 0 { " · " }
                (name) " " (amount) @if let Some(on) = on { ", " (on) }
            }
            @if let Some(on) = deployment.refused_on { " · refused, " (on) }
        }
        p class="small dim" {
            @if let Some((_, source)) = &deployment.funding_source { "Paid by " (source) ". " }
            @if let Some((_, body)) = &deployment.deciding_body { "Decided by " (body) ". " }
            @if deployment.is_imported { "From an imported file." }
        }
        @if let Some(decided) = &deployment.decision { p class="small dim" { "Decision of " (decided.on) ": " bdi { (decided.words) } } }
        @if let Some(words) = deployment.brought.words() { p class="small dim" { "The client brings. " (words) } }
        @if let Some(note) = &deployment.note { p { (note) } }
    }
}

/// The card on the client page: the newest three, and the way to all of them.
pub fn card(client: &Client, deployments: &[Deployment]) -> Markup {
    parts::card_with(
        "resources",
        "Resources",
        html! { a class="push" href={ "/clients/" (client.id) "/resources" } { @if deployments.is_empty() { "Add one" } @else { "All, and add" } } },
        html! {
            @if deployments.is_empty() { p class="in dim" { "Nothing applied for, awarded or delivered yet." } }
            @else { ul class="rows" { @for deployment in deployments.iter().take(3) { li { (one(deployment)) } } } }
        },
    )
}
