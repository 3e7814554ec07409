//! Counts of workers: those of a client, one with its positions, and those before and after a resource.

use super::form::{CountForm, WorkForm};
use super::quality::{Known, Quality};
use super::queries::{Resource, may_undo};
use super::{Count, Listed, Position, Whole, Work};
use crate::auth::Viewer;
use crate::people::{Client, label};
use crate::values::{Advertised, Cents, CountSide, Day, Degree, Instant, JobBasis, JobTerm, Vocabulary, grouped};
use crate::wages::LivingWage;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

/// What the page of a client's counts shows.
pub(super) struct ClientPage<'p> {
    pub viewer: &'p Viewer,
    pub client: &'p Client,
    pub counts: Vec<Listed>,
    pub resources: &'p [(i64, String)],
    pub leaf: Leaf,
    pub today: Day,
}

/// All counts of a client, and the form for another.
pub(super) fn of_client(page: ClientPage<'_>, form: &CountForm, complaints: &Complaints) -> Markup {
    let client = page.client;
    let (counts, has_more) = page.leaf.of_window(page.counts);
    let above = html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } " " span class="dim" { (label(client.number)) } };
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(above), "Jobs", Some(html! { "How many work there on a day, and what the work is like. Count before a resource and after it, and you see what changed." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("list", "Counts so far", html! {
                @if counts.is_empty() { (parts::empty("Nobody counted yet", "Count the workers of today; the kinds of work come after.", None)) }
                ul class="rows" { @for count in &counts { li { (listed(count, page.today)) } } }
                (parts::leaves(&format!("/clients/{}/jobs", client.id), page.leaf, has_more))
            }))
            (parts::card("new", "Count the workers", html! {
                form class="in form" method="post" action={ "/clients/" (client.id) "/jobs" } {
                    (parts::form_key(&key, None))
                    (count_fields(form, page.resources, complaints))
                    div class="row" { button class="btn main" { "Save the count" } }
                }
            }))
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled("Jobs", complaints), "/clients"), body)
}

fn listed(count: &Listed, today: Day) -> Markup {
    let words = format!("{}, {}", count.on.short(today), parts::count(count.workers, "worker", "workers"));
    html! {
        div class="row" {
            h3 { @if let Some(id) = &count.id { a href={ "/job-counts/" (id) } { (words) } } @else { (words) } }
            @if let Some((side, _)) = &count.side { (parts::tag("note", side.label())) }
        }
        p class="small dim" {
            @if let Some((_, resource)) = &count.side { (resource) ". " }
            (parts::sentence(count.basis.label())) " "
            @if count.id.is_some() { "Work described for " (grouped(count.described)) " of " (grouped(count.workers)) "." } @else { "Only how many." }
        }
    }
}

fn count_fields(form: &CountForm, resources: &[(i64, String)], complaints: &Complaints) -> Markup {
    let resources: Vec<(String, String)> = std::iter::once((String::new(), "Neither".to_owned()))
        .chain(resources.iter().map(|(key, words)| (key.to_string(), words.clone())))
        .collect();
    html! {
        div class="pair apart" {
            (parts::field("on", "On which day?", None, complaints, |wiring| wiring.text(&form.on, "date")))
            (parts::field("workers", "Workers in all", Some("owners that work too"), complaints, |wiring| wiring.text(&form.workers, "text")))
        }
        (parts::field("basis", "Who says so?", None, complaints, |wiring| wiring.select(&form.basis, &bases())))
        @if resources.len() > 1 {
            (parts::field("resource", "Is it before or after a resource?", Some("optional"), complaints, |wiring| wiring.select(&form.resource, &resources)))
            (parts::field("side", "Before or after?", None, complaints, |wiring| wiring.select(&form.side, &parts::options::<CountSide>(Some("Neither")))))
        }
    }
}

/// Who says so, as words that begin a line.
fn bases() -> Vec<(String, String)> {
    let words = |label: &str| parts::sentence(label).trim_end_matches('.').to_owned();
    JobBasis::ALL.iter().map(|basis| (basis.code().to_owned(), words(basis.label()))).collect()
}

/// What the page of a count shows.
pub(super) struct CountPage<'p> {
    pub viewer: &'p Viewer,
    pub whole: &'p Whole,
    /// The day of the count whose positions may be taken over.
    pub before: Option<Day>,
    pub today: Day,
    pub now: Instant,
}

fn above(count: &Count) -> Markup {
    html! { a href={ "/clients/" (count.client.1) } { (count.client.2) } " / " a href={ "/clients/" (count.client.1) "/jobs" } { "Jobs" } }
}

/// One count: what is known of it, its positions, what they come to.
pub(super) fn count(page: &CountPage<'_>, form: &WorkForm, complaints: &Complaints) -> Markup {
    let (whole, count) = (page.whole, &page.whole.count);
    let title = format!("Jobs on {}", count.facts.on.short(page.today));
    let is_standing = count.undone_at.is_none();
    let change =
        is_standing.then(|| html! { a href={ "/job-counts/" (count.id) "/facts" } { "Change" span class="vh" { " this count" } } });
    let mut facts = vec![
        ("Workers in all", html! { (grouped(count.facts.workers)) }, change),
        ("Known from", html! { (parts::sentence(count.facts.basis.label())) }, None),
    ];
    if let (Some((_, side)), Some((id, words))) = (count.facts.resource, &count.resource) {
        let way = html! { a href={ "/resources/" (id) "/jobs" } { "Before and after" span class="vh" { " " (words) } } };
        facts.push((side.label(), html! { (words) }, Some(way)));
    }
    facts.push(("Written down by", html! { (count.author.1) }, None));
    let body = html! {
        (parts::head(Some(above(count)), &title, None))
        (parts::error_summary(complaints))
        @if !is_standing { div class="box stop" { p { "This count was taken back. It counts nowhere." } } }
        div class="cols" {
            div class="stack" {
                (positions(page))
                @if is_standing && whole.quality.described < count.facts.workers { (new_position(page, form, complaints)) }
            }
            div class="stack" {
                (parts::card("about", "About it", html! { div class="in" { (parts::facts(&facts)) } }))
                (parts::card("quality", "What the work is like", html! { (figures(&whole.quality, whole.living.as_ref())) }))
                @if may_undo(page.viewer, count, page.now) { (undo(count)) }
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&title, complaints), "/clients"), body)
}

fn undo(count: &Count) -> Markup {
    parts::card(
        "undo",
        "Take it back",
        html! {
            div class="in stack" {
                p class="dim" { "It leaves every figure. The record keeps that it was there." }
                form method="post" action={ "/job-counts/" (count.id) "/undoing" } {
                    input type="hidden" name="version" value=(count.version);
                    button class="btn" { "Take this count back" }
                }
            }
        },
    )
}

fn positions(page: &CountPage<'_>) -> Markup {
    let (whole, count) = (page.whole, &page.whole.count);
    let is_standing = count.undone_at.is_none();
    parts::card(
        "positions",
        "Kinds of work",
        html! {
            @if whole.positions.is_empty() {
                div class="in stack" {
                    p class="dim" { "None yet. One line for each kind of work; two where the pay differs." }
                    @if let Some(before) = page.before.filter(|_| is_standing) {
                        form method="post" action={ "/job-counts/" (count.id) "/copies" } {
                            input type="hidden" name="version" value=(count.version);
                            button class="btn" { "Begin with those of " (before.short(page.today)) }
                        }
                    }
                }
            }
            ul class="rows" {
                @for position in &whole.positions {
                    li {
                        div class="row" {
                            h3 { (position.work.title) ", " (grouped(position.work.heads)) }
                            @if let Some(living) = &whole.living { (enough(&position.work, living)) }
                            @if is_standing { a class="push" href={ "/positions/" (position.id) } { "Change" span class="vh" { " " (position.work.title) } } }
                        }
                        p class="small dim" { (described(&position.work)) }
                    }
                }
            }
            @if whole.quality.described < count.facts.workers && !whole.positions.is_empty() {
                p class="in small dim" { "Nothing is said yet of the work of " (grouped(count.facts.workers - whole.quality.described)) " of " (grouped(count.facts.workers)) "." }
            }
        },
    )
}

fn enough(work: &Work, living: &LivingWage) -> Markup {
    match work.wage_cents {
        Some(wage) if wage >= living.hourly_cents => parts::tag("good", "A living wage"),
        Some(_) => parts::tag("wait", "Below a living wage"),
        None => html! {},
    }
}

/// "Full-time, 40 hours a week. $21.50 an hour. Health insurance, no paid days off. No degree. Heard of it: union hall."
fn described(work: &Work) -> String {
    let mut words = vec![match (work.weekly_minutes, work.season_weeks) {
        (Some(minutes), Some(weeks)) => {
            format!("{}, {} hours a week for {weeks} weeks", work.term.label(), crate::values::hours(minutes))
        }
        (Some(minutes), None) => format!("{}, {} hours a week", work.term.label(), crate::values::hours(minutes)),
        (None, Some(weeks)) => format!("{}, {weeks} weeks", work.term.label()),
        (None, None) => work.term.label().to_owned(),
    }];
    words.push(work.wage_cents.map_or_else(|| "Pay not known".to_owned(), |cents| format!("{} an hour", Cents::new(cents))));
    for (name, flag) in
        [("health insurance", work.has_health), ("paid days off", work.has_leave), ("a retirement plan", work.has_retirement)]
    {
        match flag {
            Some(true) => words.push(format!("With {name}")),
            Some(false) => words.push(format!("Without {name}")),
            None => {}
        }
    }
    words.extend(work.degree.map(|degree| format!("Needs: {}", degree.label().to_lowercase())));
    words.extend(work.advertised.map(|way| format!("Advertised: {}", way.label().to_lowercase())));
    format!("{}.", words.join(". "))
}

/// "7 of 9", and of how many nobody knows.
fn known(known: Known) -> Markup {
    html! {
        @if known.known() == 0 { span class="dim" { "Not known" } }
        @else { (grouped(known.yes)) " of " (grouped(known.known())) @if known.unknown > 0 { span class="small dim" { ", not known of " (grouped(known.unknown)) } } }
    }
}

fn fte(quality: &Quality) -> Markup {
    html! {
        @if quality.with_hours == 0 { span class="dim" { "Not known" } }
        @else {
            (grouped(quality.fte_hundredths / 100)) "." (format!("{:02}", quality.fte_hundredths % 100))
            @if quality.with_hours < quality.workers { span class="small dim" { ", hours not known of " (grouped(quality.workers - quality.with_hours)) } }
        }
    }
}

fn median(quality: &Quality) -> Markup {
    html! {
        @if let Some(cents) = quality.median_wage() {
            (Cents::new(cents))
            @if quality.with_wage() < quality.workers { span class="small dim" { ", not known of " (grouped(quality.workers - quality.with_wage())) } }
        } @else { span class="dim" { "Not known" } }
    }
}

type Figure = (&'static str, fn(&Quality) -> Markup);

/// The figures of a count, in the order of every table of them.
const FIGURES: &[Figure] = &[
    ("Workers", |quality| html! { (grouped(quality.workers)) }),
    ("Full-time", |quality| html! { (grouped(quality.by_term[JobTerm::Full as usize])) }),
    ("Part-time", |quality| html! { (grouped(quality.by_term[JobTerm::Part as usize])) }),
    ("Seasonal", |quality| html! { (grouped(quality.by_term[JobTerm::Seasonal as usize])) }),
    ("Full-time equivalents", fte),
    ("Pay for an hour, median", median),
    ("A living wage or more", |quality| known(quality.living)),
    ("Health insurance", |quality| known(quality.health)),
    ("Paid days off", |quality| known(quality.leave)),
    ("A retirement plan", |quality| known(quality.retirement)),
    ("Open without a college degree", |quality| known(quality.open)),
];

fn figures(quality: &Quality, living: Option<&LivingWage>) -> Markup {
    html! {
        div class="in stack" {
            (parts::facts(&FIGURES.iter().map(|(name, figure)| (*name, figure(quality), None)).collect::<Vec<_>>()))
            (compared(living))
        }
    }
}

/// With what pay is compared: in words, with source, year and for whom it is enough.
fn compared(living: Option<&LivingWage>) -> Markup {
    html! {
        p class="small dim" {
            @if let Some(living) = living {
                "A living wage in " (living.county) ": " (Cents::new(living.hourly_cents)) " an hour, for " (living.household) ", " (living.year) ". Source: " (living.source) "."
            } @else { "No table of living wages has this client's county, or the county is not known, so pay is compared with nothing." }
        }
    }
}

fn work_fields(form: &WorkForm, complaints: &Complaints) -> Markup {
    let flags = || ["", "yes", "no"].into_iter().zip(["Not asked", "Yes", "No"]).map(|(code, words)| (code.to_owned(), words.to_owned()));
    let flag = |name: &'static str, words: &str, value: &str| {
        parts::field(name, words, None, complaints, |wiring| wiring.select(value, &flags().collect::<Vec<_>>()))
    };
    html! {
        div class="pair apart" {
            (parts::field("title", "What is the work?", Some("such as: sewing"), complaints, |wiring| wiring.text(&form.title, "text")))
            (parts::field("heads", "How many do it?", None, complaints, |wiring| wiring.text(&form.heads, "text")))
        }
        div class="pair apart" {
            (parts::field("term", "For how long?", None, complaints, |wiring| wiring.select(&form.term, &parts::options::<JobTerm>(None))))
            (parts::field("wage", "Pay for an hour", Some("before tax; empty if not asked"), complaints, |wiring| wiring.text(&form.wage, "text")))
        }
        div class="pair apart" {
            (parts::field("weekly_hours", "Hours in a week", Some("empty if not asked"), complaints, |wiring| wiring.text(&form.weekly_hours, "text")))
            (parts::field("season_weeks", "Weeks in a year", Some("seasonal work only"), complaints, |wiring| wiring.text(&form.season_weeks, "text")))
        }
        (flag("health", "Health insurance?", &form.health))
        div class="pair apart" {
            (flag("leave", "Paid days off?", &form.leave))
            (flag("retirement", "A retirement plan?", &form.retirement))
        }
        (parts::field("degree", "What must one have finished?", None, complaints, |wiring| wiring.select(&form.degree, &parts::options::<Degree>(Some("Not asked")))))
        (parts::field("advertised", "How was it advertised?", None, complaints, |wiring| wiring.select(&form.advertised, &parts::options::<Advertised>(Some("Not asked")))))
    }
}

fn new_position(page: &CountPage<'_>, form: &WorkForm, complaints: &Complaints) -> Markup {
    let count = &page.whole.count;
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    parts::card(
        "new",
        "Add a kind of work",
        html! {
            form class="in form" method="post" action={ "/job-counts/" (count.id) "/positions" } {
                (parts::form_key(&key, None))
                (work_fields(form, complaints))
                div class="row" { button class="btn main" { "Save the work" } }
            }
        },
    )
}

/// One position, to be changed or struck out.
pub(super) fn position(viewer: &Viewer, count: &Count, position: &Position, form: &WorkForm, complaints: &Complaints) -> Markup {
    let above = html! { (above(count)) " / " a href={ "/job-counts/" (count.id) } { "Count of " (count.facts.on) } };
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(above), "Change a kind of work", None))
        (parts::error_summary(complaints))
        (parts::card("edit", &position.work.title, html! {
            form class="in form" method="post" action={ "/positions/" (position.id) } {
                (parts::form_key(&key, Some(form.version)))
                (work_fields(form, complaints))
                div class="row" { button class="btn main" { "Save changes" } }
            }
            form class="in" method="post" action={ "/positions/" (position.id) "/removal" } {
                input type="hidden" name="version" value=(position.version);
                button class="btn" { "Strike this work out" }
            }
        }))
    };
    staff(&viewer.chrome(), &Page::new(&titled("Change a kind of work", complaints), "/clients"), body)
}

/// A count, to be changed.
pub(super) fn facts(viewer: &Viewer, count: &Count, resources: &[(i64, String)], form: &CountForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(above(count)), "Change a count", None))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/job-counts/" (count.id) "/facts" } {
            (parts::form_key(&key, Some(form.version)))
            (count_fields(form, resources, complaints))
            div class="row" { button class="btn main" { "Save changes" } a class="btn" href={ "/job-counts/" (count.id) } { "Back" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Change a count", complaints), "/clients"), body)
}

/// Before a resource and after it, side by side.
pub(super) fn of_resource(viewer: &Viewer, resource: &Resource, before: Option<&Whole>, after: Option<&Whole>, today: Day) -> Markup {
    let above = html! { a href={ "/clients/" (resource.client.0) } { (resource.client.1) } " / " a href={ "/clients/" (resource.client.0) "/jobs" } { "Jobs" } };
    let head = |side: CountSide, whole: Option<&Whole>| {
        html! {
            th scope="col" {
                (side.label())
                @if let Some(whole) = whole { br; a href={ "/job-counts/" (whole.count.id) } { (whole.count.facts.on.short(today)) span class="vh" { ", the count " (side.label().to_lowercase()) } } }
            }
        }
    };
    let cell = |whole: Option<&Whole>, figure: fn(&Quality) -> Markup| {
        html! { td { @if let Some(whole) = whole { (figure(&whole.quality)) } @else { span class="dim" { "Not counted" } } } }
    };
    let body = html! {
        (parts::head(Some(above), "Jobs before and after", Some(html! { (resource.words) })))
        div class="stack" {
            @if before.is_none() && after.is_none() {
                section class="card" { (parts::empty("Not counted yet", "Count the workers of this client, and say that it is before this resource, or after it.", Some(html! { a class="btn main" href={ "/clients/" (resource.client.0) "/jobs" } { "Count the workers" } }))) }
            } @else {
                (parts::card("both", "Side by side", html! {
                    (parts::scroll("Table: jobs before and after", html! {
                        table class="grid" {
                            thead { tr { th scope="col" { "Figure" } (head(CountSide::Before, before)) (head(CountSide::After, after)) } }
                            tbody { @for (name, figure) in FIGURES { tr { th scope="row" { (name) } (cell(before, *figure)) (cell(after, *figure)) } } }
                        }
                    }))
                    div class="in stack" {
                        @if let (Some(before), Some(after)) = (before, after) { (change(resource, before, after, today)) }
                        @for living in compared_with(before, after) { (compared(living)) }
                    }
                }))
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Jobs before and after", "/clients"), body)
}

/// With what the pay of both is compared, once where it is the same.
fn compared_with<'w>(before: Option<&'w Whole>, after: Option<&'w Whole>) -> Vec<Option<&'w LivingWage>> {
    let mut all: Vec<_> = [before, after].into_iter().flatten().map(|whole| whole.living.as_ref()).collect();
    all.dedup();
    all
}

/// What changed in one sentence, and the way to write it down as what came of it.
fn change(resource: &Resource, before: &Whole, after: &Whole, today: Day) -> Markup {
    let (was, is) = (before.count.facts.workers, after.count.facts.workers);
    let on = after.count.facts.on;
    html! {
        p {
            @match is - was {
                0 => { "As many work there as before." }
                more if more > 0 => { (grouped(more)) " more work there than before, on " (on.short(today)) "." }
                fewer => { (grouped(-fewer)) " fewer work there than before, on " (on.short(today)) "." }
            }
            " That one came after the other does not say that it came of it: ask the client."
        }
        @if is > was {
            p { a href={ "/clients/" (resource.client.0) "/outcomes/new?kind=jobs_created&before=" (was) "&after=" (is) "&on=" (on) } { "Write the new jobs down as an outcome" } }
        }
    }
}
