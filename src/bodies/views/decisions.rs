//! Meetings and decisions.

use super::{above, key_of, titled};
use crate::auth::Viewer;
use crate::bodies::form::{DecisionForm, MeetingForm};
use crate::bodies::{Awarded, Decision, Meeting, Member};
use crate::programs::DecidingBody;
use crate::values::{Amount, DecisionAbout, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, parts};
use maud::{Markup, html};

fn meeting_fields(form: &MeetingForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("on", "Day", None, complaints, |wiring| wiring.text(&form.on, "date")))
        (parts::field("minutes", "Minutes", Some("optional; what was said, for the program alone"), complaints, |wiring| wiring.area(&form.minutes, 8)))
    }
}

pub(in crate::bodies) fn new_meeting(viewer: &Viewer, body: &DecidingBody, form: &MeetingForm, complaints: &Complaints) -> Markup {
    let markup = html! {
        (parts::head(Some(above(body.id.as_str(), &body.facts.name)), "Add a meeting", Some(html! { "Then write down each decision with its reason." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/bodies/" (body.id) "/meetings" } {
            (parts::form_key(&key_of(&form.key), None))
            (meeting_fields(form, complaints))
            div class="row" { button class="btn main" { "Save meeting" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Add a meeting", complaints), "/reports"), markup)
}

pub(in crate::bodies) fn meeting(
    viewer: &Viewer,
    meeting: &Meeting,
    (decisions, leaf, has_more): (&[Decision], Leaf, bool),
    form: &MeetingForm,
    complaints: &Complaints,
) -> Markup {
    let (title, address) = (format!("Meeting of {}", meeting.on), format!("/board-meetings/{}", meeting.id));
    let markup = html! {
        (parts::head(Some(above(meeting.body.1.as_str(), &meeting.body.2)), &title, None))
        (parts::error_summary(complaints))
        div class="stack" {
            (parts::card_with("decisions", "Decisions", html! { a class="push" href={ (address) "/decisions" } { "Add a decision" } }, html! {
                @if decisions.is_empty() && leaf.page == 0 { p class="in dim" { "No decision is written down yet." } }
                ul class="rows" { @for decision in decisions { li { (one(decision)) } } }
                (parts::leaves(&address, leaf, has_more))
            }))
            (parts::card("minutes-card", "Minutes", html! {
                div class="in stack" {
                    @if let Some(minutes) = &meeting.minutes { p class="said" { (minutes) } }
                    @else { p class="dim" { "No minutes are written down." } }
                }
                details class="in" open[!complaints.is_empty()] {
                    summary { "Change the day or the minutes" }
                    form class="stack" method="post" action=(address) {
                        (parts::form_key("", Some(form.version)))
                        (meeting_fields(form, complaints))
                        button class="btn" { "Save changes" }
                    }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled(&title, complaints), "/reports"), markup)
}

fn one(decision: &Decision) -> Markup {
    html! {
        div class="row" {
            h3 { a href={ "/decisions/" (decision.id) } { (decision.facts.about.label()) } }
            @if decision.corrected_by.is_some() { (parts::tag("", "another took its place")) }
            @if decision.corrects.is_some() { (parts::tag("note", "a correction")) }
            @if decision.facts.reason.is_none() { (parts::tag("stop", "no reason")) }
        }
        p class="said" { (decision.facts.decision) }
    }
}

/// What the form of a decision needs.
pub(in crate::bodies) struct DecisionDesk<'d> {
    pub viewer: &'d Viewer,
    pub meeting: &'d Meeting,
    pub members: &'d [Member],
    pub older: Option<&'d Decision>,
}

/// A form that begins from the decision it corrects.
pub(in crate::bodies) fn again(older: &Decision, members: &[Member]) -> DecisionForm {
    let votes = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let facts = &older.facts;
    let stood: Vec<&(i64, String)> = facts.recused.iter().filter(|(key, _)| members.iter().any(|member| member.key == *key)).collect();
    DecisionForm {
        key: String::new(),
        corrects: older.id.to_string(),
        about: facts.about.code().to_owned(),
        decision: facts.decision.clone(),
        reason: facts.reason.clone().unwrap_or_default(),
        votes_for: votes(facts.votes[0]),
        votes_against: votes(facts.votes[1]),
        votes_abstained: votes(facts.votes[2]),
        member: stood
            .iter()
            .filter_map(|(key, _)| members.iter().find(|member| member.key == *key))
            .map(|member| member.id.to_string())
            .collect(),
        why: stood.iter().map(|(_, why)| why.clone()).collect(),
    }
}

pub(in crate::bodies) fn new_decision(page: &DecisionDesk<'_>, form: &DecisionForm, complaints: &Complaints) -> Markup {
    let title = if page.older.is_some() { "Correct a decision" } else { "Add a decision" };
    let markup = html! {
        (parts::head(Some(html! { (above(page.meeting.body.1.as_str(), &page.meeting.body.2)) " / " a href={ "/board-meetings/" (page.meeting.id) } { "Meeting of " (page.meeting.on) } }), title, Some(html! {
            @if page.older.is_some() { "The decision as it was stays to be read; this one takes its place." } @else { "Once saved it is not changed any more. A mistake is corrected by another decision that names this one." }
        })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/board-meetings/" (page.meeting.id) "/decisions" } {
            (parts::form_key(&key_of(&form.key), None))
            input type="hidden" name="corrects" value=(form.corrects);
            (parts::field("about", "About what", None, complaints, |wiring| wiring.select(&form.about, &parts::options::<DecisionAbout>(None))))
            (parts::field("decision", "What was decided", None, complaints, |wiring| wiring.area(&form.decision, 3)))
            (parts::field("reason", "Why", Some("the reason as it was given; empty where none was"), complaints, |wiring| wiring.area(&form.reason, 3)))
            div class="pair apart" {
                (parts::field("votes_for", "Votes for", Some("empty if nobody counted"), complaints, |wiring| wiring.text(&form.votes_for, "number")))
                (parts::field("votes_against", "Against", None, complaints, |wiring| wiring.text(&form.votes_against, "number")))
            }
            (parts::field("votes_abstained", "Abstained", None, complaints, |wiring| wiring.text(&form.votes_abstained, "number")))
            @if !page.members.is_empty() {
                fieldset id="why" class="stack" {
                    legend class="lbl-h" { "Who stood aside, and why " span class="hint" { "because of an interest of their own; empty for everybody else" } }
                    @if let Some(words) = complaints.on("why") { span class="err" { (words) } }
                    @for (place, member) in page.members.iter().enumerate() {
                        div {
                            input type="hidden" name="member" value=(member.id);
                            label for={ "why-" (place) } { bdi { (member.facts.named()) } ", " (member.facts.seat.label()) }
                            input class="inp" id={ "why-" (place) } name="why" value=(form.why_of(member)) autocomplete="off";
                        }
                    }
                }
            }
            div class="row" { button class="btn main" { "Save decision" } }
        } }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(title, complaints), "/reports"), markup)
}

/// What the page of a decision shows.
pub(in crate::bodies) struct DecisionPage<'p> {
    pub viewer: &'p Viewer,
    pub decision: &'p Decision,
    pub members: &'p [Member],
    pub awards: &'p [Awarded],
    /// Awards of the body that name no decision yet.
    pub others: &'p [Awarded],
    pub leaf: Leaf,
    pub has_more: bool,
}

fn said(award: &Awarded) -> String {
    let amount = award.amount.map(|value| format!(", {}", Amount { value, unit: award.unit })).unwrap_or_default();
    let on = award.on.map(|on| format!(", awarded on {on}")).unwrap_or_default();
    format!("{}{amount}{on}", award.kind.label())
}

fn votes(decision: &Decision) -> Markup {
    let names = ["for", "against", "abstained"];
    let counted: Vec<String> =
        names.iter().zip(decision.facts.votes).filter_map(|(name, number)| Some(format!("{} {name}", number?))).collect();
    html! { @if counted.is_empty() { span class="dim" { "Nobody counted" } } @else { (counted.join(", ")) } }
}

pub(in crate::bodies) fn decision(page: &DecisionPage<'_>) -> Markup {
    let (decision, facts) = (page.decision, &page.decision.facts);
    let address = format!("/decisions/{}", decision.id);
    let reason = match &facts.reason {
        Some(reason) => html! { span class="said" { (reason) } },
        None => html! { span class="dim" { "No reason is on record" } },
    };
    let stood = html! {
        @if facts.recused.is_empty() { "Nobody" } @else { ul { @for (key, why) in &facts.recused {
            li { bdi { (page.members.iter().find(|member| member.key == *key).map_or("A member", |member| member.facts.named())) } ": " (why) }
        } } }
    };
    let rows = vec![
        ("Decided", html! { span class="said" { (facts.decision) } }, None),
        ("Why", reason, None),
        ("Votes", votes(decision), None),
        ("Stood aside", stood, None),
        ("Written down by", html! { (decision.author) }, None),
    ];
    let markup = html! {
        (parts::head(Some(html! { (above(decision.body.1.as_str(), &decision.body.2)) " / " a href={ "/board-meetings/" (decision.meeting.1) } { "Meeting of " (decision.meeting.2) } }), facts.about.label(), None))
        div class="stack" {
            @if let Some(newer) = &decision.corrected_by { div class="box note" { p { "This decision was corrected. " a href={ "/decisions/" (newer) } { "What took its place" } } } }
            @if let Some(older) = &decision.corrects { p { "It takes the place of " a href={ "/decisions/" (older) } { "an earlier decision" } "." } }
            (parts::card("facts", "The decision", html! { div class="in stack" {
                (parts::facts(&rows))
                @if decision.corrected_by.is_none() { p { a href={ "/board-meetings/" (decision.meeting.1) "/decisions?corrects=" (decision.id) } { "Correct it by another decision" } } }
            } }))
            (parts::card("awards", "Awards made by it", html! {
                @if page.awards.is_empty() && page.leaf.page == 0 { p class="in dim" { "No award names this decision." } }
                ul class="rows" { @for award in page.awards { li { a href={ "/resources/" (award.id) } { (said(award)) } } } }
                (parts::leaves(&address, page.leaf, page.has_more))
            }))
            @if !page.others.is_empty() {
                (parts::card("others", "Awards of this body without a decision", html! {
                    p class="in small dim" { "Those nearest to the day of the meeting first." }
                    ul class="rows" { @for award in page.others { li {
                        form class="row" method="post" action={ (address) "/awards" } {
                            input type="hidden" name="award" value=(award.id);
                            input type="hidden" name="version" value=(award.version);
                            a href={ "/resources/" (award.id) } { (said(award)) }
                            button class="btn mini push" { "Made by this" span class="vh" { ": " (said(award)) } }
                        }
                    } } }
                }))
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(facts.about.label(), "/reports"), markup)
}
