//! What stands around a report on the desk of a manager: what can be chosen, what a release is, where else to look.

use super::cards;
use crate::auth::Viewer;
use crate::document::Section;
use crate::programs::Program;
use crate::reports::Span;
use crate::reports::operations::period_words;
use crate::reports::releases::Reach;
use crate::reports::routes::ALL;
use crate::values::{Day, Period};
use crate::web::layout::{Page, staff};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// What can be chosen, and what was.
pub(in crate::reports) struct Desk<'d> {
    pub viewer: &'d Viewer,
    pub reach: &'d Reach,
    /// All programs together where empty.
    pub chosen: Option<&'d Program>,
    pub period: Period,
    /// As the plan has it where empty.
    pub years: Option<u8>,
    /// Closed years in which the program had clients, newest first.
    pub closed: &'d [i16],
    pub today: Day,
}

impl Desk<'_> {
    /// What was chosen, as an address that can be cited.
    pub fn address(&self) -> String {
        let years = self.years.map(|years| format!("&years={years}")).unwrap_or_default();
        format!("/reports?program={}&period={}{years}", self.program(), self.period)
    }

    fn program(&self) -> String {
        self.chosen.map_or_else(|| ALL.to_owned(), |program| program.id.to_string())
    }

    /// The end of an address that asks for the same program.
    fn query(&self) -> String {
        self.chosen.map(|program| format!("?program={}", program.id)).unwrap_or_default()
    }

    /// Years, quarters, months and federal fiscal years, the newest first. This year stands first of its kind; the rest is closed. Months
    /// of earlier years are reached by their address alone: a list of all of them would be long, and they are rarely asked for.
    fn periods(&self) -> [(&'static str, Vec<Period>); 4] {
        let this = self.today.year();
        let is_closed = |period: &Period| period.is_closed(self.today);
        let all = || std::iter::once(this).chain(self.closed.iter().copied());
        let quarters = all().flat_map(|year| (1..=4).rev().map(move |quarter| Period::Quarter(year, quarter))).filter(is_closed);
        let months =
            [this, this - 1].into_iter().flat_map(|year| (1..=12).rev().map(move |month| Period::Month(year, month))).filter(is_closed);
        [
            ("Years", all().map(Period::Year).collect()),
            ("Quarters", quarters.collect()),
            ("Months, for staff alone", months.collect()),
            ("Federal fiscal years, October to September", all().map(Period::Fiscal).filter(is_closed).collect()),
        ]
    }
}

/// The program, the period and the years that stand together, kept in the address.
pub(in crate::reports) fn filters(desk: &Desk<'_>) -> Markup {
    let is_open = |period: Period| !period.is_closed(desk.today);
    let is_known = desk.periods().iter().any(|(_, periods)| periods.contains(&desk.period));
    html! {
        section class="card noprint" aria-label="What the report shows" {
            form class="in filters" method="get" action="/reports" {
                @if desk.reach.programs.len() > 1 {
                    div { label for="program" { "Program" } select class="inp" id="program" name="program" {
                        @for program in &desk.reach.programs { option value=(program.id) selected[desk.chosen.is_some_and(|chosen| chosen.key == program.key)] { (program.name) } }
                        @if desk.reach.joins() { option value=(ALL) selected[desk.chosen.is_none()] { "All programs together" } }
                    } }
                } @else { input type="hidden" name="program" value=(desk.program()); }
                div { label for="period" { "Period" } select class="inp" id="period" name="period" {
                    @if !is_known { option value=(desk.period) selected { (desk.period) } }
                    @for (kind, periods) in desk.periods() { @if !periods.is_empty() { optgroup label=(kind) {
                        @for period in periods { option value=(period) selected[period == desk.period] { (period) @if is_open(period) { ", not over yet" } } }
                    } } }
                } }
                @if desk.period.is_year() {
                    div { label for="years" { "Years that stand together" } select class="inp" id="years" name="years" {
                        option value="" { "As the plan has it" }
                        @for years in 1..=3_u8 { option value=(years) selected[desk.years == Some(years)] { (years) } }
                    } }
                }
                button class="btn" { "Update" }
            }
            form class="in filters" method="get" action="/reports/releases" {
                div { label for="code" { "Report code" } input class="inp" id="code" name="code" type="text" autocomplete="off" spellcheck="false" maxlength="60"; }
                button class="btn" { "Open" }
                a class="btn" href="/reports/releases" { "All releases" }
            }
        }
    }
}

/// Where else to look.
pub(in crate::reports) fn links(desk: &Desk<'_>) -> Markup {
    html! {
        nav class="noprint stack" aria-label="More about these clients" {
            p { a href={ "/reports/operations" (desk.query()) } { "Operations, exactly" } ": figures without demographics, for any days: who pays, who benefits, waits, referrals, how dollars are spread, places" }
            p { a href={ "/reports/referrals" (desk.query()) } { "How referrals go: answers, waits, needs met, by kind, partner and neighborhood" } }
            @if let Some(program) = desk.chosen { p { a href={ "/programs/" (program.id) "/funding" } { "Who pays" } ": funders, banks and their tests, what clients bring, and the days from asking to payment" } }
            @if let Some(program) = desk.chosen { p { a href={ "/programs/" (program.id) "/bodies" } { "Who decides" } ": boards and committees, who sits on them, what they decided and why" } }
            @if let Some(program) = desk.chosen { p { a href={ "/programs/" (program.id) "/questions" } { "Which questions are asked" } " about who owners are, and what people are told first" } }
            p { a href="/checks" { "Checks before filing" } ": what records for a funder still lack, and what is written otherwise than we hold it" }
            p {
                a href="/benchmarks" { "Benchmarks" } ": what the businesses of the area are, to compare with"
                @if let Some(program) = desk.chosen { ". " a href={ "/benchmarks/choice?program=" (program.id) } { "Choose what to compare with" } }
            }
            p { a href="/grants" { "Grants" } ": what was promised to funders, how far it is, and what is due" }
            p { a href="/indicators" { "Indicators" } ": what the community proposed, ranked and chose to look at, over time" }
            p { a href="/stories" { "Stories" } ": how it went for clients, shown only while they agree" }
            p { a href="/equity-checks" { "Equity checks" } ": who pays, benefits and decides at each stage of the program, and what changed" }
            p { a href="/living-wages" { "Living wages" } ": what an hour must pay to be enough to live in a county" }
        }
    }
}

/// A period that nothing was released of: what is exact, and how to get the rest.
pub(in crate::reports) fn exact(desk: &Desk<'_>, span: Span, sections: &[Section], declared: Option<&str>) -> Markup {
    let program = desk.chosen.map_or("All programs", |program| program.name.as_str());
    let body = html! {
        (parts::head(None, "Who gets resources", Some(html! { (program) ", " (period_words(span)) "." })))
        div class="stack" {
            @if let Some(words) = declared { p class="box note" { (words) } }
            (filters(desk))
            (offer(desk))
            (links(desk))
            (cards(sections))
        }
    };
    staff(&desk.viewer.chrome(), &Page::new("Who gets resources", "/reports"), body)
}

/// What a release is, and the way to one; of an open period, why there is none yet.
fn offer(desk: &Desk<'_>) -> Markup {
    if !desk.period.is_closed(desk.today) {
        return html! {
            div class="box note" {
                p { b { (desk.period) " is not over yet." } " Below is what is exact so far, without demographics. Figures by race, ethnicity and sex are made once, of a whole period, when it is over." }
            }
        };
    }
    parts::card(
        "offer",
        "Nothing was released of this period yet",
        html! {
            div class="in stack" {
                p { "Below is what is exact without saying who anybody is. Figures by race, ethnicity and sex come as a release." }
                p { b { "A release is made once. " } "For each kind of readers it is decided what can be told so that nobody can work out a small number from it, now or from anything that is released later. Its figures never change; the report code opens the same ones again. If the data were wrong, you can make it again and say why." }
                form class="row" method="post" action="/reports/releases/preview" {
                    (parts::form_key(&forms::fresh_key(), None))
                    input type="hidden" name="program" value=(desk.program());
                    input type="hidden" name="period" value=(desk.period);
                    input type="hidden" name="years" value=(desk.years.map(|years| years.to_string()).unwrap_or_default());
                    button class="btn main" { "See what would be told" }
                }
                p class="small dim" { "This releases nothing yet. It can take a few minutes; you can leave the page." }
            }
        },
    )
}
