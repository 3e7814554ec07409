//! Grants: the list, one of them with its goals beside the time that has gone by, what is due, and the forms.

use super::form::{DueForm, GoalForm, GrantForm};
use super::{Aim, Due, Grant, Pace, Spent, Standing};
use crate::auth::Viewer;
use crate::measures::kind_choices;
use crate::programs::FundingSource;
use crate::values::{Cents, Day, ListedMeasure, Vocabulary, hours};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn above() -> Markup {
    html! { a href="/grants" { "Grants" } }
}

/// All grants, those that run the longest first.
pub(super) fn list(viewer: &Viewer, grants: Vec<Grant>, leaf: Leaf, today: Day) -> Markup {
    let (grants, has_more) = leaf.of_window(grants);
    let body = html! {
        (parts::head(None, "Grants", Some(html! { "What funders gave you money for, what you promised, and how far it is. Everything is counted from what is written down." })))
        div class="stack" {
            p { a class="btn main" href="/grants/new" { "Add a grant" } }
            section class="card" aria-label="Grants" {
                @if grants.is_empty() { (parts::empty("No grant yet", "Write down the grant agreement: who pays, its days, what you promised, and what is due when.", None)) }
                ul class="rows" { @for grant in &grants { li { (listed(grant, today)) } } }
            }
            (parts::leaves("/grants", leaf, has_more))
        }
    };
    staff(&viewer.chrome(), &Page::new("Grants", "/reports"), body)
}

fn listed(grant: &Grant, today: Day) -> Markup {
    let facts = &grant.facts;
    html! {
        div class="row" {
            h2 { a href={ "/grants/" (grant.id) } { (facts.name) } }
            @if today > facts.to_on { (parts::tag("", "Over")) }
            @if let Some(due) = grant.next_due {
                (parts::tag(if due < today { "stop" } else { "note" }, &format!("due {}", due.short(today))))
            }
        }
        p class="small dim" {
            @if let Some(source) = &grant.source { (source) ". " }
            (facts.from_on.short(today)) " to " (facts.to_on.short(today)) ". "
            @if let Some(budget) = facts.budget { (budget) ". " }
            (parts::count(grant.goals, "goal", "goals")) ". " (grant.program.1) "."
        }
    }
}

/// What the page of a grant shows.
pub(super) struct OnePage<'p> {
    pub viewer: &'p Viewer,
    pub grant: &'p Grant,
    pub standings: &'p [Standing],
    pub dues: &'p [Due],
    pub spent: Option<Spent>,
    pub places: &'p [String],
    pub today: Day,
}

/// One grant.
pub(super) fn one(page: &OnePage<'_>, goal: &GoalForm, due: &DueForm, complaints: &Complaints) -> Markup {
    let grant = page.grant;
    let is_standing = grant.undone_at.is_none();
    let body = html! {
        (parts::head(Some(above()), &grant.facts.name, Some(html! { (grant.program.1) })))
        (parts::error_summary(complaints))
        @if !is_standing { div class="box stop" { p { "This grant was taken back." } } }
        div class="cols" {
            div class="stack" {
                (goals(page, is_standing))
                @if is_standing { (new_goal(page, goal, complaints)) }
            }
            div class="stack" {
                (about(page, is_standing))
                (dues(page, is_standing))
                @if is_standing { (new_due(grant, due, complaints)) (undo(grant)) }
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&grant.facts.name, complaints), "/reports"), body)
}

fn about(page: &OnePage<'_>, is_standing: bool) -> Markup {
    let (grant, facts) = (page.grant, &page.grant.facts);
    let change = is_standing.then(|| html! { a href={ "/grants/" (grant.id) "/facts" } { "Change" span class="vh" { " this grant" } } });
    let not_said = || html! { span class="dim" { "Not said" } };
    let mut rows = vec![
        ("Paid by", html! { @match &grant.source { Some(source) => { (source) } None => { (not_said()) } } }, change),
        ("Number", html! { @match &facts.number { Some(number) => { bdi { (number) } } None => { (not_said()) } } }, None),
        ("Days", html! { (facts.from_on.short(page.today)) " to " (facts.to_on.short(page.today)) }, None),
        ("Budget", html! { @match facts.budget { Some(budget) => { (budget) } None => { (not_said()) } } }, None),
        ("Match", html! { @match facts.matching { Some(matching) => { (matching) } None => { (not_said()) } } }, None),
    ];
    if let Some(words) = &facts.words {
        rows.push(("For", html! { span class="said" { (words) } }, None));
    }
    match page.spent {
        Some(spent) => {
            rows.push(("Awarded to clients", html! { (of_budget(spent.awarded_cents, facts.budget)) }, None));
            rows.push(("Handed over", html! { (of_budget(spent.delivered_cents, facts.budget)) }, None));
            rows.push(("Time it paid for", html! { (hours(spent.minutes)) " hours with clients" }, None));
        }
        None => rows.push(("Awarded to clients", html! { span class="dim" { "Say who pays, and it is counted" } }, None)),
    }
    parts::card("about", "About it", html! { div class="in" { (parts::facts(&rows)) } })
}

/// "$4,200, 35 % of the budget".
fn of_budget(cents: i64, budget: Option<Cents>) -> Markup {
    let budget = budget.map(Cents::cents).filter(|budget| *budget > 0);
    html! { (Cents::new(cents)) @if let Some(budget) = budget { ", " ((cents.saturating_mul(100) + budget / 2) / budget) " % of the budget" } }
}

/// "Services, Coaching, in Northgate, paid by this funder".
fn aim_words(aim: &Aim) -> String {
    let kind = aim.kind.as_ref().and_then(|kind| aim.measure.kinds().all().into_iter().find(|(code, _)| code == kind));
    let mut words = vec![aim.measure.label().to_owned()];
    words.extend(kind.map(|(_, label)| label));
    words.extend(aim.place.as_ref().map(|place| format!("in {place}")));
    words.extend(aim.is_of_source.then(|| "paid by this funder".to_owned()));
    words.join(", ")
}

fn tone(pace: Pace) -> &'static str {
    match pace {
        Pace::Reached | Pace::OnPace => "good",
        Pace::Behind => "wait",
        Pace::Missed => "stop",
        Pace::Ahead => "",
    }
}

fn goals(page: &OnePage<'_>, is_standing: bool) -> Markup {
    let words = |standing: &Standing, value: i64| standing.goal.aim.measure.unit().words(value);
    parts::card(
        "goals",
        "Goals and how far they are",
        html! {
            @if page.standings.is_empty() { (parts::empty("No goal yet", "Set one in what Fairfloor counts. Then nobody has to type how far it is.", None)) }
            @else {
                ul class="rows" {
                    @for standing in page.standings {
                        li {
                            div class="row" {
                                h3 { (aim_words(&standing.goal.aim)) }
                                (parts::tag(tone(standing.pace), standing.pace.label()))
                                @if is_standing {
                                    form class="push" method="post" action={ "/grant-goals/" (standing.goal.id) "/removal" } {
                                        input type="hidden" name="version" value=(standing.goal.version);
                                        button class="btn mini" { "Strike out" span class="vh" { ": " (aim_words(&standing.goal.aim)) } }
                                    }
                                }
                            }
                            p { b { (words(standing, standing.actual)) } " so far, " (words(standing, standing.goal.aim.target)) " promised" }
                        }
                    }
                }
                p class="in small dim" { "Counted now, in the days of the grant. On pace: at least as much of the goal as of the time has gone by." }
            }
        },
    )
}

fn new_goal(page: &OnePage<'_>, form: &GoalForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let everywhere = std::iter::once((String::new(), "Everywhere".to_owned()));
    let places: Vec<(String, String)> = everywhere.chain(page.places.iter().map(|place| (place.clone(), place.clone()))).collect();
    let sources = [(String::new(), "Whoever paid".to_owned()), ("yes".to_owned(), "Only what this grant's funder paid".to_owned())];
    parts::card(
        "new",
        "Set a goal",
        html! {
            form class="in form" method="post" action={ "/grants/" (page.grant.id) "/goals" } {
                (parts::form_key(&key, None))
                (parts::field("measure", "What is counted?", None, complaints, |wiring| wiring.select(&form.measure, &parts::options::<ListedMeasure>(None))))
                (parts::field("target", "How much was promised?", Some("dollars, hours, square feet, or how many"), complaints, |wiring| wiring.text(&form.target, "text")))
                (parts::field("kind", "Of one kind?", Some("optional"), complaints, |wiring| wiring.select(&form.kind, &kind_choices())))
                (parts::field("place", "Where?", Some("optional"), complaints, |wiring| wiring.select(&form.place, &places)))
                (parts::field("of_source", "Who paid?", None, complaints, |wiring| wiring.select(&form.of_source, &sources)))
                div class="row" { button class="btn main" { "Set the goal" } }
            }
        },
    )
}

fn dues(page: &OnePage<'_>, is_standing: bool) -> Markup {
    parts::card(
        "dues",
        "To hand in",
        html! {
            @if page.dues.is_empty() { p class="in dim" { "Nothing written down." } }
            ul class="rows" {
                @for due in page.dues {
                    li class="row" {
                        div {
                            b { (due.what) } br;
                            span class="small dim" { "Due " (due.due_on.short(page.today)) @if let Some((on, by)) = &due.done { ". Handed in " (on.short(page.today)) ", says " (by) } "." }
                        }
                        @match &due.done {
                            Some(_) => (parts::tag("good", "Handed in")),
                            None if due.due_on < page.today => (parts::tag("stop", "Late")),
                            None => {},
                        }
                        @if is_standing {
                            form class="push" method="post" action={ "/grant-dues/" (due.id) "/settling" } {
                                input type="hidden" name="version" value=(due.version);
                                input type="hidden" name="is_done" value=(due.done.is_none());
                                button class="btn mini" { @if due.done.is_none() { "Handed in" } @else { "Not yet after all" } span class="vh" { ": " (due.what) } }
                            }
                        }
                    }
                }
            }
        },
    )
}

fn new_due(grant: &Grant, form: &DueForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    parts::card(
        "newdue",
        "Something else is due",
        html! {
            form class="in form" method="post" action={ "/grants/" (grant.id) "/dues" } {
                (parts::form_key(&key, None))
                (parts::field("what", "What is to be handed in?", Some("such as: report of the third quarter"), complaints, |wiring| wiring.text(&form.what, "text")))
                (parts::field("due_on", "By when?", None, complaints, |wiring| wiring.text(&form.due_on, "date")))
                div class="row" { button class="btn" { "Add it" } }
            }
        },
    )
}

fn undo(grant: &Grant) -> Markup {
    parts::card(
        "undo",
        "Take it back",
        html! {
            div class="in stack" {
                p class="dim" { "It leaves the list. The record keeps that it was there." }
                form method="post" action={ "/grants/" (grant.id) "/undoing" } {
                    input type="hidden" name="version" value=(grant.version);
                    button class="btn" { "Take this grant back" }
                }
            }
        },
    )
}

fn fields(sources: &[FundingSource], form: &GrantForm, complaints: &Complaints) -> Markup {
    let not_said = std::iter::once((String::new(), "Not said".to_owned()));
    let sources: Vec<(String, String)> =
        not_said.chain(sources.iter().map(|source| (source.key.to_string(), source.facts.name.clone()))).collect();
    html! {
        (parts::field("name", "What is it called?", None, complaints, |wiring| wiring.text(&form.name, "text")))
        div class="pair apart" {
            (parts::field("source", "Who pays?", None, complaints, |wiring| wiring.select(&form.source, &sources)))
            (parts::field("number", "The funder's number", Some("optional"), complaints, |wiring| wiring.text(&form.number, "text")))
        }
        div class="pair apart" {
            (parts::field("from_on", "First day", None, complaints, |wiring| wiring.text(&form.from_on, "date")))
            (parts::field("to_on", "Last day", None, complaints, |wiring| wiring.text(&form.to_on, "date")))
        }
        div class="pair apart" {
            (parts::field("budget", "Budget in dollars", Some("optional"), complaints, |wiring| wiring.text(&form.budget, "text")))
            (parts::field("matching", "Match that you bring, in dollars", Some("optional"), complaints, |wiring| wiring.text(&form.matching, "text")))
        }
        (parts::field("words", "What is it for?", Some("optional"), complaints, |wiring| wiring.area(&form.words, 3)))
    }
}

/// A new grant.
pub(super) fn new(viewer: &Viewer, sources: &[FundingSource], form: &GrantForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let others: Vec<(i64, &str)> =
        viewer.programs().into_iter().filter(|(key, _)| viewer.manages(*key) && key.to_string() != form.program).collect();
    let body = html! {
        (parts::head(Some(above()), "Add a grant", Some(html! {
            @if let Some((_, name)) = viewer.programs().into_iter().find(|(key, _)| key.to_string() == form.program) { "For " (name) "." }
            @for (key, name) in others { " " a href={ "/grants/new?program=" (key) } { "For " (name) " instead" } }
        })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action="/grants" {
            (parts::form_key(&key, None))
            input type="hidden" name="program" value=(form.program);
            (fields(sources, form, complaints))
            div class="row" { button class="btn main" { "Save the grant" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Add a grant", complaints), "/reports"), body)
}

/// A grant that stands, to be changed.
pub(super) fn facts(viewer: &Viewer, grant: &Grant, sources: &[FundingSource], form: &GrantForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(html! { (above()) " / " a href={ "/grants/" (grant.id) } { (grant.facts.name) } }), "Change a grant", None))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/grants/" (grant.id) "/facts" } {
            (parts::form_key(&key, Some(form.version)))
            (fields(sources, form, complaints))
            div class="row" { button class="btn main" { "Save changes" } a class="btn" href={ "/grants/" (grant.id) } { "Back" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Change a grant", complaints), "/reports"), body)
}
