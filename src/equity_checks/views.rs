//! Checks of a program's own equity: its stages, one check with the names under it, and the form.

use super::form::CheckForm;
use super::{Check, Signature};
use crate::auth::Viewer;
use crate::values::{Day, ProgramStage, Vocabulary, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Complaints, Leaf, forms, parts};
use maud::{Markup, html};

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn tab(viewer: &Viewer) -> &'static str {
    if viewer.is(Access::Manager) { "/reports" } else { "/today" }
}

fn above() -> Markup {
    html! { a href="/equity-checks" { "Equity checks" } }
}

/// The stages of each program, and every check under them.
pub(super) fn list(viewer: &Viewer, programs: &[(i64, String, Vec<Check>)], checks: Vec<Check>, leaf: Leaf, today: Day) -> Markup {
    let (checks, has_more) = leaf.of_window(checks);
    let body = html! {
        (parts::head(None, "Equity checks", Some(html! { "At each stage of a program: who pays, who benefits, who decides, and what changed because somebody looked." })))
        div class="stack" {
            @for (key, name, last) in programs { (stages(viewer, *key, name, last, today)) }
            (parts::card("all", "Every check", html! {
                @if checks.is_empty() { (parts::empty("Nobody looked yet", "Begin with the stage the program is at now.", None)) }
                ul class="rows" {
                    @for check in &checks {
                        li {
                            div class="row" { h3 { a href={ "/equity-checks/" (check.id) } { (check.facts.stage.label()) ", " (check.facts.on.short(today)) } } (signed(check)) }
                            p class="small dim" { (check.program.1) ". " @if check.facts.what_changed.is_some() { "Something changed because of it." } @else { "Nothing changed yet." } }
                        }
                    }
                }
            }))
            (parts::leaves("/equity-checks", leaf, has_more))
        }
    };
    staff(&viewer.chrome(), &Page::new("Equity checks", tab(viewer)), body)
}

fn signed(check: &Check) -> Markup {
    if check.signed == 0 { parts::tag("wait", "Nobody signed") } else { parts::tag("good", &format!("Signed by {}", check.signed)) }
}

fn stages(viewer: &Viewer, key: i64, name: &str, last: &[Check], today: Day) -> Markup {
    parts::card(
        &format!("program-{key}"),
        name,
        html! {
            ul class="rows" {
                @for stage in ProgramStage::ALL {
                    @let check = last.iter().find(|check| check.facts.stage == *stage);
                    li class="row" {
                        div {
                            b { (stage.label()) } br;
                            span class="small dim" { @match check { Some(check) => { "Last looked at " a href={ "/equity-checks/" (check.id) } { (check.facts.on.short(today)) span class="vh" { ", " (stage.label()) } } }, None => { "Not looked at yet" } } }
                        }
                        @if viewer.manages(key) {
                            a class="btn mini push" href={ "/equity-checks/new?program=" (key) "&stage=" (stage.code()) } { "Look at it" span class="vh" { ": " (stage.label()) ", " (name) } }
                        }
                    }
                }
            }
        },
    )
}

/// What the page of a check shows.
pub(super) struct OnePage<'p> {
    pub viewer: &'p Viewer,
    pub check: &'p Check,
    pub signatures: &'p [Signature],
    pub zone: &'p Zone,
    pub today: Day,
}

/// One check.
pub(super) fn one(page: &OnePage<'_>) -> Markup {
    let (check, facts) = (page.check, &page.check.facts);
    let title = format!("{}, {}", facts.stage.label(), facts.on.short(page.today));
    let (is_standing, manages) = (check.undone_at.is_none(), page.viewer.manages(check.program.0));
    let change = (is_standing && manages)
        .then(|| html! { a href={ "/equity-checks/" (check.id) "/facts" } { "Change" span class="vh" { " this check" } } });
    let said = |words: &str| html! { span class="said" { (words) } };
    let body = html! {
        (parts::head(Some(above()), &title, Some(html! { (check.program.1) })))
        @if !is_standing { div class="box stop" { p { "This check was taken back." } } }
        div class="cols" {
            (parts::card("found", "What was found", html! { div class="in" { (parts::facts(&[
                ("Who pays", said(&facts.who_pays), change),
                ("Who benefits", said(&facts.who_benefits), None),
                ("Who decides", said(&facts.who_decides), None),
                ("What changed", html! { @match &facts.what_changed { Some(words) => (said(words)), None => { span class="dim" { "Nothing yet" } } } }, None),
                ("Written down by", html! { (check.author.1) }, None),
            ])) } }))
            div class="stack" {
                (names(page, is_standing))
                @if is_standing && manages {
                    (parts::card("undo", "Take it back", html! {
                        form class="in" method="post" action={ "/equity-checks/" (check.id) "/undoing" } {
                            input type="hidden" name="version" value=(check.version);
                            button class="btn" { "Take this check back" }
                        }
                    }))
                }
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&title, tab(page.viewer)), body)
}

fn names(page: &OnePage<'_>, is_standing: bool) -> Markup {
    let check = page.check;
    let has_signed = page.signatures.iter().any(|signature| signature.is_current && signature.by.0 == page.viewer.key);
    parts::card(
        "signed",
        "Who signed",
        html! {
            @if page.signatures.is_empty() { p class="in dim" { "Nobody yet." } }
            ul class="rows" {
                @for signature in page.signatures {
                    li class="row" {
                        div { b { (signature.by.1) } br; span class="small dim" { (page.zone.day(signature.at).short(page.today)) } }
                        @if !signature.is_current { (parts::tag("wait", "Before it was changed")) }
                    }
                }
            }
            @if is_standing && !has_signed {
                form class="in" method="post" action={ "/equity-checks/" (check.id) "/signatures" } {
                    input type="hidden" name="version" value=(check.version);
                    p class="small dim" { "Your name says that you read this and stand by it as it is now." }
                    button class="btn main" { "Sign it" }
                }
            }
        },
    )
}

fn fields(form: &CheckForm, complaints: &Complaints) -> Markup {
    let question = |name: &'static str, words: &str, hint: &str, value: &str| {
        parts::field(name, words, Some(hint), complaints, |wiring| wiring.area(value, 3))
    };
    html! {
        div class="pair apart" {
            (parts::field("stage", "At which stage?", None, complaints, |wiring| wiring.select(&form.stage, &parts::options::<ProgramStage>(None))))
            (parts::field("on", "On which day?", None, complaints, |wiring| wiring.text(&form.on, "date")))
        }
        (question("who_pays", "Who pays?", "and who bears a cost that nobody pays back", &form.who_pays))
        (question("who_benefits", "Who benefits?", "and who is left out", &form.who_benefits))
        (question("who_decides", "Who decides?", "and who is not asked", &form.who_decides))
        (question("what_changed", "What changed because of it?", "optional; come back when something does", &form.what_changed))
    }
}

/// A new check.
pub(super) fn new(viewer: &Viewer, form: &CheckForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let program = viewer.programs().into_iter().find(|(key, _)| key.to_string() == form.program).map_or("", |(_, name)| name);
    let body = html! {
        (parts::head(Some(above()), "Look at a stage", Some(html! { (program) })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action="/equity-checks" {
            (parts::form_key(&key, None))
            input type="hidden" name="program" value=(form.program);
            (fields(form, complaints))
            div class="row" { button class="btn main" { "Save the check" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Look at a stage", complaints), "/reports"), body)
}

/// A check that stands, to be changed.
pub(super) fn facts(viewer: &Viewer, check: &Check, form: &CheckForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let above = html! { (above()) " / " a href={ "/equity-checks/" (check.id) } { (check.facts.stage.label()) } };
    let body = html! {
        (parts::head(Some(above), "Change a check", Some(html! { "Whoever signed it signed what it says now. Changed, it asks for their names again." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/equity-checks/" (check.id) "/facts" } {
            (parts::form_key(&key, Some(form.version)))
            (fields(form, complaints))
            div class="row" { button class="btn main" { "Save changes" } a class="btn" href={ "/equity-checks/" (check.id) } { "Back" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Change a check", complaints), "/reports"), body)
}
