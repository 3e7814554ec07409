//! Step one: what the business needs beside the units in their open order, with why each fits or does not.

use super::{head, needs};
use crate::auth::Viewer;
use crate::referrals::lifecycle::Status;
use crate::sites::matching::{RULE, Verdict};
use crate::sites::relaxing::Relaxed;
use crate::sites::rent::gap_cents;
use crate::sites::saying;
use crate::sites::typed::Typed;
use crate::sites::views::{fit, fit_words};
use crate::space::page::{Found, Row};
use crate::space::queries::Before;
use crate::space::routes::more;
use crate::values::{Cents, Day, SiteId, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub struct FindPage<'a> {
    /// What was found.
    pub found: &'a Found,
    /// What the form holds.
    pub typed: &'a Typed,
    /// Units that are chosen.
    pub chosen: &'a [SiteId],
    /// Units on the page.
    pub shown: usize,
    /// What is wrong with the form.
    pub complaints: &'a Complaints,
    /// Today.
    pub today: Day,
    /// The organization's time zone.
    pub zone: &'a Zone,
    /// True after saving.
    pub is_saved: bool,
}

/// Draws step one.
pub fn find(viewer: &Viewer, page: &FindPage<'_>) -> Markup {
    let found = page.found;
    let body = html! {
        (head(&found.client, 0))
        (parts::error_summary(page.complaints))
        @if page.is_saved { p class="box good" role="status" { "Saved. The units are in their order for these needs." } }
        (leases(page))
        @if !found.drafts.is_empty() {
            p class="box note" { (parts::count(i64::try_from(found.drafts.len()).unwrap_or(0), "message waits", "messages wait")) " to be checked and sent. " a href={ "/clients/" (found.client.id) "/space/check" } { "Check and send" } }
        }
        form class="cols even" method="post" action={ "/clients/" (found.client.id) "/space" } {
            (parts::form_key(&forms::fresh_key(), Some(found.looking.as_ref().map_or(0, |looking| looking.version))))
            div class="stack" {
                (needs::needs(page))
                section class="box note" {
                    h2 { "What the partner will see" }
                    p { "These needs, the kind of work, the size of the business and the area. Name and contact only after a yes, or at once where the client chose that. What they can pay at most and why they move are not sent. Self-identification answers are never sent." }
                    p { "Before anything goes out, the client is asked. You see that with each message." }
                }
            }
            div class="stay stack" { (matches(page)) (buttons(page)) }
        }
        (needs::closing(page))
    };
    let title = if page.complaints.is_empty() { "Find space" } else { "Error: Find space" };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}

/// A lease is on record: one press says which unit it was, and the need is met.
fn leases(page: &FindPage<'_>) -> Markup {
    html! {
        @for linked in &page.found.leased {
            div class="box good" {
                h2 { (linked.referral.label()) " with " bdi { (linked.referral.partner_name()) } " came to a lease" }
                @for site in &linked.sites {
                    form class="row" method="post" action={ "/clients/" (page.found.client.id) "/space/letting" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        input type="hidden" name="referral" value=(linked.referral.id);
                        input type="hidden" name="site" value=(site.id);
                        button class="btn" { (site.name) " is let; this need is met" }
                    }
                }
            }
        }
    }
}

fn counted(count: usize) -> String {
    crate::values::grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

fn matches(page: &FindPage<'_>) -> Markup {
    let found = page.found;
    let title = match (&found.looking, found.could_work) {
        (None, _) => "Matches".to_owned(),
        (Some(_), 0) => "No site fits everything".to_owned(),
        (Some(_), 1) => "1 site could work".to_owned(),
        (Some(_), count) => format!("{} sites could work", counted(count)),
    };
    let left = found.count.saturating_sub(found.rows.len());
    html! {
        section class="card" aria-labelledby="n2" id="to" {
            div class="cap" { h2 id="n2" { (title) } @if found.looking.is_some() { span class="small dim push" { "of " (counted(found.count)) } } }
            @if found.looking.is_none() {
                p class="in dim" { "Fill in what they need and press Show matches. What you leave out is not held against any site." }
            } @else {
                p class="in small dim" { (RULE) }
                @if let Some(words) = page.complaints.on("to") { p class="in err" { (words) } }
                (relaxed(&found.relaxed, found.could_work))
                ul { @for (place, row) in found.rows.iter().enumerate() { (one(page, place, row)) } }
                @if left > 0 && page.shown >= crate::space::page::MOST { p class="in dim" id="more" { "The first " (found.rows.len()) " are shown. Say more of what they need, and the best fits come first." } }
                @else if left > 0 { p class="in" id="more" { a href=(more(&found.client.id, page.shown, page.chosen)) { "Show " (left.min(crate::space::page::STEP)) " more" } } }
                @if found.count == 0 { (parts::empty("No sites yet", "Add the units that landlords offer, or paste a listing.", Some(html! { a class="btn" href="/sites" { "Open the list of sites" } }))) }
            }
        }
    }
}

fn relaxed(all: &[Relaxed], could_work: usize) -> Markup {
    html! {
        @if !all.is_empty() {
            div class="in" { div class="box wait" {
                h3 { @if could_work == 0 { "Nothing fits everything. Relax one:" } @else { "Few fit. Relax one:" } }
                ul { @for one in all.iter().take(4) { li { (one.words()) } } }
            } }
        }
    }
}

fn one(page: &FindPage<'_>, place: usize, row: &Row) -> Markup {
    let (id, site) = (format!("m{place}"), &row.site);
    let is_best = place == 0 && row.verdicts.iter().all(|verdict| *verdict == Verdict::Met);
    html! {
        li class="match" {
            div class="tick" {
                input type="checkbox" id=(id) name="to" value=(site.id) checked[page.chosen.contains(&site.id)] aria-describedby={ (id) "d" };
                label for=(id) { (site.name) }
                span class="hint" id={ (id) "d" } { (site.partner.2) @if site.facts.yes("is_mission_driven") == Some(true) { ", held for makers" } }
            }
            div class="row" {
                (fit(&row.verdicts))
                span class="small" { b { (fit_words(&row.verdicts)) } }
                @if is_best { (parts::tag("good", "Best fit")) }
                @if let Some(words) = &row.paused { (parts::tag("wait", words)) }
                @if let Some(words) = site.checked_words(page.today) { (parts::tag("wait", &words)) }
            }
            (why(page, row))
        }
    }
}

/// Up to two lines of what is met, every line of what is not or not known, at most four; and what is worth knowing besides.
fn why(page: &FindPage<'_>, row: &Row) -> Markup {
    let Some(looking) = &page.found.looking else { return html! {} };
    let said: Vec<(Verdict, String)> = page
        .found
        .wants
        .iter()
        .zip(&row.verdicts)
        .map(|(want, verdict)| (*verdict, saying::said(want, *verdict, &looking.need, &row.site, page.today)))
        .collect();
    let of = |wanted: Verdict| said.iter().filter(|(verdict, _)| *verdict == wanted).map(|(_, words)| words.as_str()).collect::<Vec<_>>();
    let (met, against, open) = (of(Verdict::Met), of(Verdict::NotMet), of(Verdict::NotKnown));
    let left = (against.len() + open.len()).saturating_sub(4);
    let gap = gap_cents(&looking.need.facts, &row.site.facts).filter(|gap| *gap > 0);
    html! {
        ul class="why" {
            @for words in against.iter().take(4) { li class="x" { b aria-hidden="true" { "✕" } span { span class="vh" { "Does not meet: " } (words) } } }
            @for words in open.iter().take(4_usize.saturating_sub(against.len())) { li class="q" { b aria-hidden="true" { "?" } span { span class="vh" { "Not known: " } (words) } } }
            @if left > 0 { li class="q" { b aria-hidden="true" { "…" } span { "and " (left) " more" } } }
            @for chunk in met.chunks(3).take(2) { li class="y" { b aria-hidden="true" { "✓" } span { span class="vh" { "Meets: " } (chunk.join(", ")) } } }
            @if let Some(gap) = gap { li { b aria-hidden="true" { "$" } span class="dim" { (Cents::new(gap)) " a month above what they can pay" } } }
            @if let Some(tenths) = saying::jobs_per_1000_sq_ft_tenths(&looking.need.facts, &row.site.facts) { li { b aria-hidden="true" { "·" } span class="dim" { (tenths / 10) "." (tenths % 10) " jobs for each 1,000 sq ft" } } }
            li { b aria-hidden="true" { "·" } span class="dim" { @match row.usual_days { Some(1) => "Answers in 1 business day (usual)", Some(days) => { "Answers in " (days) " business days (usual)" }, None => "How fast they answer: not enough cases yet" } } }
            @if let Some(before) = &row.before { (earlier(page, before)) }
        }
    }
}

/// "They said no on May 3: too much power needed".
fn earlier(page: &FindPage<'_>, before: &Before) -> Markup {
    let on = page.zone.day(before.at).short(page.today);
    let words = match before.status {
        Status::Rejected => format!("They said no on {on}"),
        Status::Failed => format!("It did not work out on {on}"),
        Status::Cancelled => format!("It was stopped on {on}"),
        Status::Completed => format!("Completed on {on}"),
        Status::Draft => format!("A draft since {on}"),
        Status::Accepted | Status::InProgress | Status::OnHold => format!("They said yes on {on}"),
        Status::Requested | Status::Received | Status::EnteredInError => format!("Asked on {on}, no answer yet"),
    };
    html! {
        li class=(if before.status == Status::Rejected { "x" } else { "q" }) {
            b aria-hidden="true" { "↺" }
            span { (words) @if let Some(reason) = &before.reason { ": " (reason) } ". " a href={ "/referrals/" (before.id) } { (before.label) } }
        }
    }
}

fn buttons(page: &FindPage<'_>) -> Markup {
    let has_units = !page.found.rows.is_empty();
    html! {
        div class="row" {
            @if has_units {
                button class="btn main" name="deed" value="message" { "Write message to the partners chosen" }
                button class="btn" name="deed" value="match" { "Show matches" }
            } @else {
                button class="btn main" name="deed" value="match" { "Show matches" }
            }
        }
        p class="small dim" { "The needs are saved with either button. Nothing is sent yet." }
    }
}
