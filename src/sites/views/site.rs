//! One unit: who waits for it, who was told, whom the rule gives it to, whether it is still there, and everything known of it.

use super::{fit, fit_words, status_tag};
use crate::auth::Viewer;
use crate::places::Zone;
use crate::sites::allocation::HOW;
use crate::sites::attribute::{self, On};
use crate::sites::matching::{Verdict, Want};
use crate::sites::queries::{Allocation, Rule, Told, rent_gap};
use crate::sites::{Looking, Site, saying};
use crate::values::{Cents, Day, Instant, SiteAnswer, SiteStatus, SpaceReason, Vocabulary, Zone as TimeZone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// One who waits, and how the unit fits.
pub struct Waiting {
    /// Who.
    pub looking: Looking,
    /// What they need.
    pub wants: Vec<Want>,
    /// One verdict for each.
    pub verdicts: Vec<Verdict>,
}

/// What the page shows.
pub struct SitePage<'a> {
    /// The unit.
    pub site: &'a Site,
    /// Those whose needs it could meet, in the order of the rule where there is one, else the longest wait first.
    pub waiting: &'a [Waiting],
    /// The zones it lies in today, the smallest first; none where it is not known where it is.
    pub zones: Option<&'a [Zone]>,
    /// How many look for space in the program.
    pub looking: usize,
    /// Who was told.
    pub told: &'a Told,
    /// The rule in force.
    pub rule: Option<&'a Rule>,
    /// Seed of the lottery.
    pub seed: &'a str,
    /// Decisions so far.
    pub allocations: &'a [Allocation],
    /// What was said of it.
    pub checks: &'a [(SiteAnswer, String, Instant)],
    /// What is wrong with a form of this page.
    pub complaints: &'a Complaints,
    /// What the last deed did, in words.
    pub done: Option<String>,
    /// Today.
    pub today: Day,
    /// The organization's time zone.
    pub zone: &'a TimeZone,
}

/// Draws a unit.
pub fn site(viewer: &Viewer, page: &SitePage<'_>) -> Markup {
    let site = page.site;
    let above = html! { a href="/sites" { "Sites" } " " span aria-hidden="true" { "/" } " " a href={ "/partners/" (site.partner.1) } { (site.partner.2) } };
    let body = html! {
        div class="head" {
            p class="small" { (above) }
            div class="row" { h1 { (site.name) } (status_tag(site.status)) @if let Some(words) = site.checked_words(page.today) { (parts::tag("wait", &words)) } }
            p class="meta" {
                @if let Some(area) = saying_area(site) { span { (area) } }
                @if let Some(rent) = saying::rent_words(&site.facts) { span { (rent) } }
                @if let Some(place) = site.facts.text("neighborhood") { span { (place) } }
                @for zone in page.zones.unwrap_or_default() { span { a href={ "/zones/" (zone.id) } { (zone.name) } } }
            }
            div class="row" { a class="btn mini" href={ "/sites/" (site.id) "/facts" } { "Change facts" } }
        }
        (parts::error_summary(page.complaints))
        @if let Some(words) = &page.done { p class="box good" role="status" { (words) } }
        div class="cols" {
            div class="stack" { (waiting(page)) (giving(page)) (allocations(page)) }
            div class="stack" { (freshness(page)) (facts(page)) }
        }
    };
    let title = if page.complaints.is_empty() { site.name.clone() } else { format!("Error: {}", site.name) };
    staff(&viewer.chrome(), &Page::new(&title, "/sites"), body)
}

fn saying_area(site: &Site) -> Option<String> {
    site.facts.number("area_sq_ft").map(|area| format!("{} sq ft", crate::values::grouped(area)))
}

fn waiting(page: &SitePage<'_>) -> Markup {
    let site = page.site;
    let to_tell =
        page.waiting.iter().filter(|one| one.looking.told_of_vacancies.is_some() && !page.told.contains_key(&one.looking.need.key)).count();
    let title = match (page.waiting.len(), page.looking) {
        (0, 0) => "Nobody waits for space".to_owned(),
        (1, all) => format!("1 of {all} waiting needs could be met here"),
        (some, all) => format!("{some} of {all} waiting needs could be met here"),
    };
    parts::card(
        "waiting",
        &title,
        html! {
            @if page.looking > 0 && page.waiting.is_empty() {
                p class="in dim" { "For everyone who waits, something that they need is missing here." }
            }
            ul {
                @for one in page.waiting.iter().take(50) {
                    li class="match" {
                        h3 { a href={ "/clients/" (one.looking.client) "/space" } { (one.looking.client_name) } }
                        div class="row" { (fit(&one.verdicts)) span class="small" { b { (fit_words(&one.verdicts)) } } (told(page, one)) }
                        ul class="why" {
                            @for (want, verdict) in one.wants.iter().zip(&one.verdicts) { (reason(page, one, want, *verdict)) }
                            (gap(one, site))
                        }
                    }
                }
            }
            @if page.waiting.len() > 50 { p class="in dim" { "And " (page.waiting.len() - 50) " more." } }
            @if to_tell > 0 && site.status == SiteStatus::Available {
                form class="in" method="post" action={ "/sites/" (site.id) "/tellings" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    button class="btn main" { @if to_tell == 1 { "Tell the one who agreed to hear of it" } @else { "Tell the " (to_tell) " who agreed to hear of it" } }
                    p class="small dim" { "The notice says that there is news and whom to call; it names neither the unit nor the landlord. Nobody is told twice of one unit." }
                }
            }
        },
    )
}

fn told(page: &SitePage<'_>, one: &Waiting) -> Markup {
    html! {
        @match (page.told.get(&one.looking.need.key), one.looking.told_of_vacancies) {
            (Some(at), _) => (parts::tag("note", &format!("Told on {}", page.zone.day(*at).short(page.today)))),
            (None, Some(_)) => (parts::tag("", "Agreed to hear of it")),
            (None, None) => (parts::tag("", "Did not agree to be told")),
        }
    }
}

fn reason(page: &SitePage<'_>, one: &Waiting, want: Want, verdict: Verdict) -> Markup {
    let words = saying::said(want, verdict, &one.looking.need, page.site, page.today);
    html! {
        @match verdict {
            Verdict::Met => {},
            Verdict::NotKnown => li class="q" { b aria-hidden="true" { "?" } span { span class="vh" { "Not known: " } (words.replace(" We will ask in the message.", "")) } },
            Verdict::NotMet => li class="x" { b aria-hidden="true" { "✕" } span { span class="vh" { "Does not meet: " } (words) } },
        }
    }
}

/// Asked against able, where both are known.
fn gap(one: &Waiting, site: &Site) -> Markup {
    html! {
        @if let Some(gap) = rent_gap(&one.looking, site) {
            li { b aria-hidden="true" { "$" } span class="dim" {
                @if gap > 0 { "Asked " (Cents::new(gap)) " a month above what they can pay" } @else { "Asked " (Cents::new(-gap)) " a month below what they can pay" }
            } }
        }
    }
}

fn giving(page: &SitePage<'_>) -> Markup {
    let (site, complaints) = (page.site, page.complaints);
    html! {
        @if page.waiting.len() > 1 && site.status == SiteStatus::Available {
            (parts::card("giving", "Several wait for one unit", html! {
                @match page.rule {
                    None => p class="in" { "Your program has no written rule yet. " a href="/sites/rule" { "A manager writes it" } " first, so that everybody is treated by the same one." },
                    Some(rule) => form class="in stack" method="post" action={ "/sites/" (site.id) "/allocations" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        p { "The rule of your program: " b { (rule.rule.label()) } ". " a href="/sites/rule" { "Why, and who decided" } }
                        p class="small dim" { "Seed: " code { (page.seed) } ". " (HOW) " Nothing about the owners is used." }
                        fieldset id="need" {
                            legend class="lbl-h" { "In the order of the rule" }
                            @if let Some(words) = complaints.on("need") { span class="err" { (words) } }
                            @for (place, one) in page.waiting.iter().enumerate() {
                                div class="tick" {
                                    input type="radio" id={ "n" (place) } name="need" value=(one.looking.need.id);
                                    label for={ "n" (place) } { (place + 1) ". " (one.looking.client_name) }
                                    span class="hint" { "waits since " (one.looking.need.waiting_since.short(page.today)) @if one.looking.need.facts.word("reason") == Some(SpaceReason::Displaced) { ", displaced" } }
                                }
                            }
                        }
                        (parts::field("reason", "Why", Some("needed where it is not the first"), complaints, |wiring| wiring.area("", 2)))
                        button class="btn" { "Give the unit, and write it down" }
                    },
                }
            }))
        }
    }
}

fn allocations(page: &SitePage<'_>) -> Markup {
    html! {
        @if !page.allocations.is_empty() {
            (parts::card("given", "Decisions about this unit", html! {
                ul class="rows" {
                    @for one in page.allocations {
                        li {
                            p { b { (one.name) } " got it on " (page.zone.day(one.at).short(page.today)) ", of " (one.waited) " who waited. Decided by " (one.by) "." }
                            @if one.first != one.name { p class="box wait" { "The rule gave it to " (one.first) "." } }
                            p class="dim" { (one.reason) }
                            p class="small dim" { "Rule: " (one.rule.label()) ". Seed: " code { (one.seed) } }
                        }
                    }
                }
            }))
        }
    }
}

fn freshness(page: &SitePage<'_>) -> Markup {
    let site = page.site;
    let press = |answer: SiteAnswer| {
        html! {
            form method="post" action={ "/sites/" (site.id) "/checks" } {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="answer" value=(answer.code());
                button class="btn mini" { (answer.label()) }
            }
        }
    };
    parts::card(
        "fresh",
        "Is it still there?",
        html! {
            div class="in stack" {
                p class="dim" { @match site.checked_on { Some(on) => { "Confirmed on " (on.short(page.today)) "." }, None => "Nobody has confirmed it yet." } }
                div class="row" { (press(SiteAnswer::Available)) (press(SiteAnswer::Gone)) }
                form class="stack" method="post" action={ "/sites/" (site.id) "/checks" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    input type="hidden" name="answer" value=(SiteAnswer::RentChanged.code());
                    (parts::field("rent", "New rent", Some(rent_hint(site)), page.complaints, |wiring| wiring.text("", "text")))
                    button class="btn mini" { (SiteAnswer::RentChanged.label()) }
                }
                @if !page.checks.is_empty() {
                    ul class="small dim" { @for (answer, who, at) in page.checks { li { (page.zone.day(*at).short(page.today)) ": " (answer.label()) @if !who.is_empty() { ", said " (who) } } } }
                }
            }
        },
    )
}

/// What a typed rent counts.
pub(super) fn rent_hint(site: &Site) -> &'static str {
    site.facts.word::<crate::values::RentUnit>("rent_unit").map_or("dollars, counted as before", Vocabulary::label)
}

fn facts(page: &SitePage<'_>) -> Markup {
    let site = page.site;
    html! {
        (parts::card("facts", "What is known", html! {
            dl class="facts in" {
                div { dt { "Zone" } dd { (zones(page)) } }
                @for attribute in attribute::all().filter(|attribute| attribute.on != On::Need) {
                    @if let Some(value) = site.facts.get(attribute.name) { div { dt { (attribute.label) } dd { (attribute.shown(value)) } } }
                }
                @if site.facts.is_empty() { div { dt { "Nothing else yet" } dd { "Add what the landlord says." } } }
            }
        }))
    }
}

/// The zones it lies in, as they are drawn today.
fn zones(page: &SitePage<'_>) -> Markup {
    html! {
        @match page.zones {
            None => span class="dim" { "Not known without coordinates" },
            Some([]) => "In no zone on record",
            Some(zones) => @for (number, zone) in zones.iter().enumerate() {
                @if number > 0 { br; }
                a href={ "/zones/" (zone.id) } { (zone.name) } span class="dim" { ", " (zone.kind) ", as drawn since " (zone.valid_from.short(page.today)) }
            },
        }
    }
}
