//! The markup of leases that end.

use crate::auth::Viewer;
use crate::people::label;
use crate::places::Placed;
use crate::places::risk::Risk;
use crate::places::views::{held, level, reasons};
use crate::values::{Day, RiskLevel};
use crate::web::layout::{Page, staff};
use crate::web::{Leaf, parts};
use crate::zones::queries::{Whose, lease_ends};
use maud::{Markup, html};

/// Leases that are over or end within twelve months, the first to end first.
pub fn leases(viewer: &Viewer, rows: Vec<(Placed, Risk)>, whose: Whose, leaf: Leaf, today: Day) -> Markup {
    let count = i64::try_from(rows.len()).unwrap_or(0);
    let (rows, has_more) = leaf.of(rows);
    let query = if whose == Whose::Everyones { "?whose=all" } else { "?whose=mine" };
    let first = (leaf.page > 0).then(|| format!("/leases{query}"));
    let next = has_more.then(|| format!("/leases{query}&page={}", leaf.page.saturating_add(1)));
    let below = html! { (parts::count(count, "lease", "leases")) " over, or ending within twelve months, as far as it was written down." };
    let body = html! {
        (parts::head(Some(html! { a href="/zones" { "Zones" } }), "Leases ending", Some(below)))
        nav class="pick" aria-label="Whose clients" {
            a href="/leases?whose=mine" aria-current=[(whose == Whose::Mine).then_some("true")] { "My clients" }
            a href="/leases?whose=all" aria-current=[(whose == Whose::Everyones).then_some("true")] { "Everyone's" }
        }
        section class="card" aria-labelledby="lh" {
            h2 id="lh" { "Over, or ending within twelve months" }
            @if rows.is_empty() { (parts::empty("No lease ends within twelve months", "Write down how a client holds its place on the client's page, under Place and lease.", None)) }
            @else { ul class="rows" { @for (client, risk) in &rows { (row(client, risk, today)) } } (parts::pager(first, next)) }
        }
    };
    staff(&viewer.chrome(), &Page::new("Leases ending", "/zones"), body)
}

fn row(client: &Placed, risk: &Risk, today: Day) -> Markup {
    let left = lease_ends(client).map_or(0, |ends| today.days_until(ends));
    let tone = match (left < 0, risk.level) {
        (true, _) | (_, Some(RiskLevel::High)) => "over",
        (_, Some(RiskLevel::Raised)) => "soon",
        _ => "",
    };
    html! {
        li class="need" {
            p class={ "age " (tone) } {
                @if left < 0 { b { "over" } (parts::count(-left, "day", "days")) } @else { b { (left) } @if left == 1 { "day" } @else { "days" } }
            }
            h3 { a href={ "/clients/" (client.id) "#place" } { (client.name) } " " span class="dim" { (label(client.number)) } }
            div class="sub" {
                p class="row" { @if let Some(held_now) = &client.held { span { (held(held_now, today)) } } (level(risk)) }
                (reasons(risk))
                @if let Some((_, name)) = &client.advisor { p class="small dim" { (name) } }
            }
            div class="acts" {
                a class="btn mini" href={ "/clients/" (client.id) "/referrals/new" } { "Refer" span class="vh" { ": " (client.name) } }
                a class="btn mini" href={ "/clients/" (client.id) "/place" } { "Update" span class="vh" { ": " (client.name) } }
            }
        }
    }
}
