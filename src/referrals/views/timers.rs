//! The page of clocks: how many days each step may take, and how long notices are held.

use crate::auth::Viewer;
use crate::programs::Program;
use crate::referrals::policy::{PolicyBook, SETTABLE, in_business_days};
use crate::referrals::queries::Setting;
use crate::values::{Day, Kind, Vocabulary, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What is typed to set a clock.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimerForm {
    pub key: String,
    pub program: String,
    pub kind: String,
    pub timer: String,
    pub days: String,
    pub reason: String,
    /// How many settings there were when the form was drawn.
    #[serde(default)]
    pub version: i64,
}

/// What the page shows.
pub struct TimersPage<'a> {
    pub program: &'a Program,
    /// The programs to choose from.
    pub programs: &'a [(i64, String)],
    pub book: &'a PolicyBook,
    pub settings: &'a [Setting],
    /// How many settings there ever were.
    pub version: i64,
    pub held_minutes: i64,
    pub today: Day,
    pub zone: &'a Zone,
}

pub fn timers(viewer: &Viewer, page: &TimersPage<'_>, form: &TimerForm, complaints: &Complaints) -> Markup {
    let title = if complaints.is_empty() { "Clocks" } else { "Error: Clocks" };
    let above = html! { a href="/referrals" { "Referrals" } };
    let body = html! {
        (parts::head(Some(above), "Clocks", Some(html! { "How many days each step may take in " (page.program.name) ", how far ahead a date may lie, when nothing was heard for too long, and how long a notice can be taken back." })))
        (parts::error_summary(complaints))
        div class="stack" {
            @if page.programs.len() > 1 {
                nav class="pick" aria-label="Program" {
                    @for (key, name) in page.programs { a href={ "/referrals/clocks?program=" (key) } aria-current=[(*key == page.program.key).then_some("true")] { (name) } }
                }
            }
            (parts::card("steps", "Days for each step and limit", html! { div class="in stack" { (table(page)) p class="small dim" { "Business days where it says so: Monday to Friday without holidays. Clocks stand still while somebody else has to answer, and while a partner is closed. Silence on work in progress is twice the days for news until somebody sets it. The warnings 30 and 7 days before a permission ends cannot be changed: they were promised." } } }))
            (parts::card("set", "Set a clock", set(page, form, complaints)))
            (parts::card("held", "Notices are held", held(page)))
            (parts::card("history", "What was set", history(page)))
        }
    };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}

fn table(page: &TimersPage<'_>) -> Markup {
    let table = html! {
        table class="grid" {
            caption class="vh" { "Days for each step, by kind of help" }
            thead { tr { th scope="col" { "Step" } @for kind in Kind::ALL { th scope="col" { (kind.label()) } } } }
            tbody {
                @for (limit, ..) in SETTABLE {
                    tr {
                        th scope="row" { (limit.label()) br; span class="small dim" { @if in_business_days(limit) { "business days" } @else { "days" } } }
                        @for kind in Kind::ALL { td { (page.book.days(kind, limit, page.today.date())) } }
                    }
                }
            }
        }
    };
    parts::scroll("Days by kind of help", table)
}

fn set(page: &TimersPage<'_>, form: &TimerForm, complaints: &Complaints) -> Markup {
    let kinds: Vec<(String, String)> = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), kind.label().to_owned())).collect();
    let timers: Vec<(String, String)> =
        SETTABLE.iter().map(|(limit, least, most)| (limit.code().to_owned(), format!("{} ({least} to {most})", limit.label()))).collect();
    html! {
        form class="in stack" method="post" action="/referrals/clocks" {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="program" value=(page.program.key);
            input type="hidden" name="version" value=(page.version);
            (parts::field("kind", "Kind of help", None, complaints, |wiring| wiring.select(&form.kind, &kinds)))
            (parts::field("timer", "Step", None, complaints, |wiring| wiring.select(&form.timer, &timers)))
            (parts::field("days", "Days", None, complaints, |wiring| wiring.text(&form.days, "number")))
            (parts::field("reason", "Why", Some("stays on this page"), complaints, |wiring| wiring.text(&form.reason, "text")))
            p class="small dim" { "It holds for whatever starts from today on. What was promised before stays promised, and what was late stays late." }
            button class="btn main" { "Set this clock" }
        }
    }
}

fn held(page: &TimersPage<'_>) -> Markup {
    html! {
        form class="in stack" method="post" action="/referrals/clocks/held" {
            input type="hidden" name="program" value=(page.program.key);
            input type="hidden" name="version" value=(page.program.version);
            div {
                label for="minutes" { "Minutes, 0 to 60" }
                input class="inp" id="minutes" name="minutes" type="number" min="0" max="60" value=(page.held_minutes);
            }
            p class="small dim" { "So long a notice waits before it leaves, and so long sending can be undone." }
            button class="btn" { "Save minutes" }
        }
    }
}

fn history(page: &TimersPage<'_>) -> Markup {
    html! {
        @if page.settings.is_empty() { (parts::empty("Nothing was set", "Every clock runs with the days it came with.", None)) }
        @else {
            ul class="rows" {
                @for setting in page.settings {
                    li {
                        b { (setting.kind.label()) ": " (setting.limit.label()) ", " (setting.days) " days" }
                        div class="sub" {
                            p { (setting.reason) }
                            p class="dim" { "By " (setting.by) " on " (page.zone.day(setting.at).short(page.today)) ", for what starts from " (setting.from.short(page.today)) " on." }
                        }
                    }
                }
            }
        }
    }
}
