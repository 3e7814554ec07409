//! Bodies and their members.

pub(super) mod decisions;

use super::form::{BodyForm, MemberForm};
use super::{Meeting, Member};
use crate::auth::Viewer;
use crate::programs::{DecidingBody, Program};
use crate::values::{Day, Seat, SpeaksFor, Vocabulary, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn key_of(typed: &str) -> String {
    if typed.is_empty() { forms::fresh_key() } else { typed.to_owned() }
}

/// The way up to a body.
fn above(id: &str, name: &str) -> Markup {
    html! { a href={ "/bodies/" (id) } { bdi { (name) } } }
}

pub(super) fn bodies(
    viewer: &Viewer,
    program: &Program,
    (bodies, leaf, has_more): (&[DecidingBody], Leaf, bool),
    form: &BodyForm,
    complaints: &Complaints,
) -> Markup {
    let address = format!("/programs/{}/bodies", program.id);
    let body = html! {
        (parts::head(Some(html! { a href="/reports" { "Reports" } }), "Who decides", Some(html! { bdi { (program.name) } ": boards, committees and offices, who sits on them, and what they decided and why." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("list", "Bodies", html! {
                @if bodies.is_empty() && leaf.page == 0 { (parts::empty("No body yet", "Add the board, committee or office that decides about resources.", None)) }
                ul class="rows" { @for body in bodies { li {
                    div class="row" { h3 { a href={ "/bodies/" (body.id) } { (body.facts.name) } } @if body.facts.until.is_some() { (parts::tag("", "ended")) } }
                    @if let Some(decides) = &body.facts.decides { p class="small dim" { "Decides about: " bdi { (decides) } } }
                } } }
                (parts::leaves(&address, leaf, has_more))
            }))
            (parts::card("new", "Add a body", html! {
                form class="in stack" method="post" action=(address) {
                    (parts::form_key(&key_of(&form.key), None))
                    (body_fields(form, complaints))
                    button class="btn main" { "Add body" }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Who decides", complaints), "/reports"), body)
}

fn body_fields(form: &BodyForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("name", "Name", Some("board, committee or office"), complaints, |wiring| wiring.text(&form.name, "text")))
        (parts::field("decides", "What it decides", Some("such as: loans above $10,000"), complaints, |wiring| wiring.text(&form.decides, "text")))
        (parts::field("contact", "How it is reached", Some("an address or office; readers of reports may see it"), complaints, |wiring| wiring.text(&form.contact, "text")))
        div class="pair apart" {
            (parts::field("since", "Since", Some("empty if not known"), complaints, |wiring| wiring.text(&form.since, "date")))
            (parts::field("until", "Until", Some("its last day"), complaints, |wiring| wiring.text(&form.until, "date")))
        }
    }
}

pub(super) fn body_facts(viewer: &Viewer, body: &DecidingBody, form: &BodyForm, complaints: &Complaints) -> Markup {
    let markup = html! {
        (parts::head(Some(above(body.id.as_str(), &body.facts.name)), "Change the body", None))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/bodies/" (body.id) "/facts" } {
            (parts::form_key("", Some(form.version)))
            (body_fields(form, complaints))
            div class="row" { button class="btn main" { "Save changes" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Change the body", complaints), "/reports"), markup)
}

/// What the page of a body shows.
pub(super) struct BodyPage<'p> {
    pub viewer: &'p Viewer,
    pub program: &'p Program,
    pub body: &'p DecidingBody,
    pub members: &'p [Member],
    pub meetings: &'p [Meeting],
    pub leaf: Leaf,
    pub has_more: bool,
    pub today: Day,
}

pub(super) fn body(page: &BodyPage<'_>) -> Markup {
    let (body, facts) = (page.body, &page.body.facts);
    let address = format!("/bodies/{}", body.id);
    let unknown = || html! { span class="dim" { "Not recorded" } };
    let words = |words: &Option<String>| words.as_ref().map_or_else(unknown, |words| html! { bdi { (words) } });
    let day = |day: Option<Day>| day.map_or_else(unknown, |day| html! { (day.short(page.today)) });
    let change = Some(html! { a href={ (address) "/facts" } { "Change" span class="vh" { " " (facts.name) } } });
    let mut rows = vec![
        ("Decides about", words(&facts.decides), change),
        ("Reached by", words(&facts.contact), None),
        ("Since", day(facts.since), None),
    ];
    if facts.until.is_some() {
        rows.push(("Until", day(facts.until), None));
    }
    let markup = html! {
        (parts::head(Some(html! { a href={ "/programs/" (page.program.id) "/bodies" } { "Who decides in " bdi { (page.program.name) } } }), &facts.name, None))
        div class="stack" {
            (parts::card("about", "About it", html! { div class="in" { (parts::facts(&rows)) } }))
            (parts::card_with("members", "Members", html! { a class="push" href={ (address) "/members" } { "Add a member" } }, html! {
                @if page.members.is_empty() { p class="in dim" { "No seat is written down yet, so nobody can say for whom this body speaks." } }
                ul class="rows" { @for member in page.members { li { (seat(member, page.today)) } } }
            }))
            (parts::card_with("meetings", "Meetings", html! { a class="push" href={ (address) "/meetings" } { "Add a meeting" } }, html! {
                @if page.meetings.is_empty() && page.leaf.page == 0 { p class="in dim" { "No meeting is written down yet." } }
                ul class="rows" { @for meeting in page.meetings { li class="row" {
                    a href={ "/board-meetings/" (meeting.id) } { (meeting.on.short(page.today)) }
                    span class="push small dim" { (parts::count(meeting.decisions, "decision", "decisions")) @if meeting.minutes.is_none() { ", no minutes" } }
                } } }
                (parts::leaves(&address, page.leaf, page.has_more))
            }))
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&facts.name, "/reports"), markup)
}

fn seat(member: &Member, today: Day) -> Markup {
    let facts = &member.facts;
    html! {
        div class="row" {
            h3 { bdi { (facts.named()) } }
            (parts::tag("note", facts.seat.label()))
            @if !facts.holds(today) { (parts::tag("", if facts.from > today { "not yet" } else { "ended" })) }
            a class="push" href={ "/seats/" (member.id) } { "Open" span class="vh" { " the seat of " (facts.named()) } }
        }
        p class="small dim" {
            "Speaks for: " @match facts.speaks_for { Some(whom) => (whom.label().to_lowercase()), None => "not recorded" } ". "
            "From " (facts.from) @if let Some(to) = facts.to { " to " (to) } "."
        }
        @if let Some(statement) = &member.statement { p class="said" { (statement.words) } }
    }
}

fn member_fields(form: &MemberForm, has_name: bool, complaints: &Complaints) -> Markup {
    html! {
        @if has_name { (parts::field("name", "Name", Some("as they call themselves"), complaints, |wiring| wiring.text(&form.name, "text"))) }
        (parts::field("seat", "Seat", None, complaints, |wiring| wiring.select(if form.seat.is_empty() { Seat::Member.code() } else { &form.seat }, &parts::options::<Seat>(None))))
        (parts::field("speaks_for", "For whom does the seat speak?", Some("as the body’s own rules say"), complaints, |wiring| wiring.select(&form.speaks_for, &parts::options::<SpeaksFor>(Some("Not recorded")))))
        div class="pair apart" {
            (parts::field("from", "First day", None, complaints, |wiring| wiring.text(&form.from, "date")))
            (parts::field("to", "Last day", Some("empty while it lasts"), complaints, |wiring| wiring.text(&form.to, "date")))
        }
    }
}

pub(super) fn new_member(viewer: &Viewer, body: &DecidingBody, form: &MemberForm, complaints: &Complaints) -> Markup {
    let markup = html! {
        (parts::head(Some(above(body.id.as_str(), &body.facts.name)), "Add a member", Some(html! { "One seat for one term. What somebody says of themselves they write on a page of their own." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/bodies/" (body.id) "/members" } {
            (parts::form_key(&key_of(&form.key), None))
            (member_fields(form, true, complaints))
            div class="row" { button class="btn main" { "Add member" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Add a member", complaints), "/reports"), markup)
}

/// What the page of a member shows.
pub(super) struct MemberPage<'p> {
    pub viewer: &'p Viewer,
    pub member: &'p Member,
    /// The address of a link that was made just now; it is shown this once.
    pub link: Option<&'p str>,
    pub zone: &'p Zone,
}

pub(super) fn member(page: &MemberPage<'_>, form: &MemberForm, complaints: &Complaints) -> Markup {
    let (member, address) = (page.member, format!("/seats/{}", page.member.id));
    let is_gone = member.name_gone_at.is_some();
    let markup = html! {
        (parts::head(Some(above(member.body.1.as_str(), &member.body.2)), member.facts.named(), None))
        (parts::error_summary(complaints))
        div class="stack" {
            (parts::card("seat-card", "Seat and term", html! {
                form class="in form" method="post" action=(address) {
                    (parts::form_key("", Some(form.version)))
                    (member_fields(form, !is_gone, complaints))
                    div class="row" { button class="btn main" { "Save changes" } }
                }
            }))
            (parts::card("words", "What they say of themselves", html! { div class="in stack" {
                @match &member.statement {
                    Some(statement) => { p class="said" { (statement.words) } p class="small dim" { "Their own words, agreed to on " (page.zone.day(statement.agreed_at)) ". Only they can change them or take them back." } },
                    None => p class="dim" { "Nothing, or nothing that they agree to show now. Nobody has to say anything, and nobody else can say it for them." },
                }
                @if let Some(link) = page.link {
                    div class="box note stack" {
                        p { "Give this link to " b { bdi { (member.facts.named()) } } " and to nobody else. It opens their own page for a year, and is shown only now." }
                        label for="link" { "Their link" }
                        input class="inp" id="link" readonly value=(link);
                    }
                }
                @if !is_gone {
                    form method="post" action={ (address) "/links" } {
                        button class="btn" { @if member.link.is_some() { "Make another link" } @else { "Make their link" } }
                        " " span class="small dim" { "On it they read where their words will stand, write them, and take them back. An earlier link is dead then." }
                    }
                }
            } }))
            @if !is_gone {
                (parts::card("name-removal", "If they ask for their name to go", html! { form class="in stack" method="post" action={ (address) "/name-removal" } {
                    p class="dim" { "The name and their words go for good. A report that was released keeps what it said. The seat, for whom it speaks, and its term stay. To end the term, fill in its last day first." }
                    button class="btn" { "Remove this name" }
                } }))
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(member.facts.named(), complaints), "/reports"), markup)
}
