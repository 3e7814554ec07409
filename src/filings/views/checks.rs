//! What would be filed, checked before it is made; and what changed since it was.

use crate::auth::Viewer;
use crate::filings::Check;
use crate::filings::queries::Drifted;
use crate::firewall::filing::{Days, Filing, Line, Made};
use crate::sba;
use crate::values::{FilingForm, Question, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Complaints, Leaf, parts};
use maud::{Markup, html};

/// What is asked of a check.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckQuery {
    /// First day.
    #[serde(default)]
    pub first: String,
    /// Last day.
    #[serde(default)]
    pub last: String,
    /// Which page of faults.
    #[serde(default)]
    pub page: u32,
}

/// Under which tab whoever looks finds these pages.
fn tab(viewer: &Viewer) -> &'static str {
    if viewer.is(Access::Steward) { "/filings" } else { "/reports" }
}

/// Draws the filings that can be checked.
pub fn list(viewer: &Viewer, filings: &[Filing]) -> Markup {
    let body = html! {
        (parts::head(None, "Checks before filing", Some(html! { "What a file would hold, what its records still lack, and where that is mended. Nothing is made here, and no answer is looked at." })))
        (parts::card("list", "Filings that can be checked", html! {
            @if filings.is_empty() { (parts::empty("No filing of this kind is in force", "A data steward records a filing under Filings. Then what it would hold can be checked here.", None)) }
            ul class="rows" {
                @for filing in filings {
                    li {
                        a href={ "/checks/" (filing.id) } { (filing.recipient) }
                        p class="small dim" { (filing.program_name) ". " (filing.form.label()) "." }
                    }
                }
            }
        }))
    };
    staff(&viewer.chrome(), &Page::new("Checks before filing", tab(viewer)), body)
}

/// What was checked.
pub struct Checked<'c> {
    /// Of which filing.
    pub filing: &'c Filing,
    /// Which days.
    pub days: Option<Days>,
    /// What came of it.
    pub check: &'c Check,
    /// Calls by people who are no client.
    pub calls: i64,
    /// Which page of faults.
    pub leaf: Leaf,
}

/// Draws a check.
pub fn check(viewer: &Viewer, checked: &Checked<'_>, query: &CheckQuery, complaints: &Complaints) -> Markup {
    let Checked { filing, check, .. } = *checked;
    let above = html! { a href="/checks" { "Checks before filing" } };
    let body = html! {
        (parts::head(Some(above), &filing.recipient, Some(html! { (filing.program_name) ". " (filing.form.label()) "." })))
        (parts::error_summary(complaints))
        div class="stack" {
            (parts::card("days", "Which days", html! {
                form class="in row" method="get" {
                    (parts::field("first", "First day", None, complaints, |wiring| wiring.text(&query.first, "date")))
                    (parts::field("last", "Last day", None, complaints, |wiring| wiring.text(&query.last, "date")))
                    button class="btn" { "Check" }
                }
            }))
            @if checked.days.is_some() {
                (summary(viewer, checked))
                (lines(check))
                (faults(viewer, checked, query))
                (losses(check))
            }
            @if filing.form.is_of_the_sba() { (crosswalk(filing)) }
        }
    };
    let title = format!("{}Check: {}", if complaints.is_empty() { "" } else { "Error: " }, filing.recipient);
    staff(&viewer.chrome(), &Page::new(&title, tab(viewer)), body)
}

fn pieces(form: FilingForm, number: usize) -> String {
    super::pieces(form, i64::try_from(number).unwrap_or(i64::MAX))
}

/// The lines of a table with their figures; what is counted behind the wall is not counted before the file is made.
fn lines(check: &Check) -> Markup {
    html! {
        @if !check.lines.is_empty() {
            (parts::card("lines", "The table", html! {
                (parts::scroll("Lines of the table", html! {
                    table class="grid" {
                        thead { tr { th scope="col" { "Head" } th scope="col" { "Line" } th scope="col" { "Figure" } } }
                        tbody {
                            @for line in &check.lines {
                                @match line {
                                    Line::Known { section, label, value } => { tr { td { (section) } td { (label) } td { (value) } } }
                                    Line::Walled { section, label, .. } => {
                                        tr { td { (section) } td { @if label.is_empty() { "a line for each answer" } @else { (label) } } td class="dim" { "counted when the file is made" } }
                                    }
                                }
                            }
                        }
                    }
                }))
            }))
        }
    }
}

fn summary(viewer: &Viewer, checked: &Checked<'_>) -> Markup {
    let Checked { filing, check, calls, .. } = *checked;
    html! {
        (parts::card("summary", "What would be filed", html! {
            div class="in stack" {
                p { b { (pieces(filing.form, check.ready)) " ready" } @if check.kept_out > 0 { ", " (pieces(filing.form, check.kept_out)) " not ready" } "." }
                @if check.ready + check.kept_out == 0 { p { "There is nothing of these days that is not filed already." } }
                @if calls > 0 && filing.form == FilingForm::Sba641 { p { (parts::count(calls, "call", "calls")) " of people who are no client yet: the form has no place for them. Put a call with a client to file it." } }
                @if check.lines.is_empty() { p class="small dim" { "What was not ready for an earlier file is among these. What somebody skipped on the page about themselves counts as not answered, and keeps it out when the file is made." } }
                @if viewer.is(Access::Steward) { p { a href={ "/filings/" (filing.id) "#make" } { "Make the file" } } }
                @else { p class="small dim" { "A data steward makes the file." } }
            }
        }))
    }
}

fn faults(viewer: &Viewer, checked: &Checked<'_>, query: &CheckQuery) -> Markup {
    let (rows, has_more) = checked.leaf.of(checked.check.faults.iter().collect());
    let mends = viewer.is(Access::Manager);
    let address = format!("/checks/{}?first={}&last={}", checked.filing.id, parts::encoded(&query.first), parts::encoded(&query.last));
    html! {
        @if !checked.check.faults.is_empty() {
            (parts::card("faults", "What is missing or wrong", html! {
                (parts::scroll("Table of what is missing or wrong", html! {
                    table class="grid" {
                        thead { tr { th scope="col" { "Whose" } th scope="col" { "What" } @if mends { th scope="col" { "Where" } } } }
                        tbody {
                            @for lack in rows {
                                tr {
                                    td { (lack.whose) br; span class="small dim" { (super::pieces(checked.filing.form, lack.records)) } }
                                    td { (lack.words) "." }
                                    @if mends { td { a href=(lack.mend) { "Mend it" span class="vh" { ": " (lack.whose) ", " (lack.words) } } } }
                                }
                            }
                        }
                    }
                }))
                (parts::leaves(&address, checked.leaf, has_more))
                @if !mends { p class="in small dim" { "Managers of the program mend these." } }
            }))
        }
    }
}

fn losses(check: &Check) -> Markup {
    const MOST: usize = 25;
    html! {
        @if !check.losses.is_empty() {
            (parts::card("losses", "What is written otherwise than we hold it", html! {
                (parts::scroll("Table of what is written otherwise", html! {
                    table class="grid" {
                        thead { tr { th scope="col" { "Record" } th scope="col" { "Field" } th scope="col" { "As we hold it" } th scope="col" { "As it is written" } } }
                        tbody {
                            @for (label, loss) in check.losses.iter().take(MOST) {
                                tr { td { (label) } td { (loss.field) } td { (loss.held) } td { @if loss.written.is_empty() { span class="dim" { "left out" } } @else { (loss.written) } } }
                            }
                        }
                    }
                }))
                @if check.losses.len() > MOST { p class="in small dim" { "And " (check.losses.len() - MOST) " more. The sheet beside the file lists all of them." } }
            }))
        }
    }
}

/// How answers are spelled, so that whoever files can review it.
fn crosswalk(filing: &Filing) -> Markup {
    let asked = |question: &str| Question::parse(question).is_ok_and(|question| filing.questions.contains(&question));
    html! {
        section class="card" {
            details class="in" {
                summary { "How answers are written" }
                p { "Hispanic or Latino is written as ethnicity. Who chose it alone is written as self-described, with those words. Middle Eastern or North African goes by the detail somebody wrote; without one it is self-described too. Who prefers not to answer is written so. Who did not answer keeps the record out: nothing is made up." }
                (parts::scroll("Table of how answers are written", html! {
                    table class="grid" {
                        thead { tr { th scope="col" { "Question" } th scope="col" { "Our code" } th scope="col" { "Detail" } th scope="col" { "As the form spells it" } } }
                        tbody {
                            @for row in sba::rows().iter().filter(|row| asked(&row.question)) {
                                tr { td { (row.question) } td { (row.code) } td { (row.detail) } td { (row.label) } }
                            }
                        }
                    }
                }))
            }
        }
    }
}

/// Draws a file that was made, and what would be written otherwise now.
pub fn made(viewer: &Viewer, filing: &Filing, made: &Made, drifted: &[Drifted], leaf: Leaf) -> Markup {
    let above = html! { a href="/filings" { "Filings" } " / " a href={ "/filings/" (filing.id) } { (filing.recipient) } };
    let title = format!("{} to {}", made.days.first, made.days.last);
    let (rows, has_more) = leaf.of(drifted.iter().collect());
    let address = format!("/filings/{}/files/{}", filing.id, made.id);
    let body = html! {
        (parts::head(Some(above), &title, Some(html! { @if !filing.form.is_of_lines() { (super::pieces(filing.form, made.records)) ", " } "frozen. SHA-256 " span class="break" { (made.sha256) } })))
        (parts::card("drift", "What would be written otherwise now", html! {
            @if rows.is_empty() { (parts::empty("Nothing", "All of it would be written as it was. What people say about themselves is not looked at.", None)) }
            @else {
                (parts::scroll("Table of what would be written otherwise", html! {
                    table class="grid" {
                        thead { tr { th scope="col" { "Which" } th scope="col" { "Fields of the form" } } }
                        tbody { @for one in rows { tr { td { (one.label) } td { (one.fields.join(", ")) } } } }
                    }
                }))
                p class="in small dim" { "What is written down changed after the file was made. The file stays as it is, and its recipient has what stood then. What people say about themselves is not looked at." }
            }
            (parts::leaves(&address, leaf, has_more))
        }))
    };
    staff(&viewer.chrome(), &Page::new(&title, "/filings"), body)
}
