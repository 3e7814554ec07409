//! One referral: where it stands, what can be done, what the client agreed to, and what happened.

use super::codes;
use super::deeds::Forms;
use super::messages::{Thread, settling, thread_card};
use super::new::{Offered, choices};
use super::sending::ToSend;
use super::sharing::{Sharing, agreed, ask, together};
use super::tasks::{Words, client_words, words};
use super::triage::taking;
use super::voices::{loop_box, two_voices};
use super::{board, sheet, spine, status_tag};
use crate::auth::Viewer;
use crate::auth::codes::Given;
use crate::consent::Consent;
use crate::i18n::Language;
use crate::partners::Contact;
use crate::referrals::Referral;
use crate::referrals::fact::Fact;
use crate::referrals::fields::{Answers, See, shown};
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::needs;
use crate::referrals::queries::{Door, Story};
use crate::referrals::replay::Consent as Asked;
use crate::referrals::results;
use crate::referrals::timers;
use crate::referrals::voices::Loop;
use crate::values::{Day, Instant, Kind, Vocabulary, Zone, digits};
use crate::web::layout::{Page, staff};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub struct ReferralPage<'a> {
    pub story: &'a Story,
    pub open: &'a [(Event, Party)],
    pub forms: Forms<'a>,
    pub contact: Option<&'a Contact>,
    /// The yes that holds today.
    pub yes: Option<&'a Consent>,
    /// The last yes, whether or not it still holds.
    pub last_yes: Option<&'a Consent>,
    /// The referrals that put the same need to other partners, this one first.
    pub together: &'a [Referral],
    /// What the partner's word asks of us.
    pub words: &'a Words,
    /// Those among them that can be sent now.
    pub ready: &'a [ToSend],
    pub sharing: Option<&'a Sharing>,
    pub needs: &'a Answers,
    pub offered: &'a [Offered],
    pub status_address: Option<&'a str>,
    /// The live codes of both sides.
    pub codes: &'a [Given],
    pub thread: &'a Thread<'a>,
    pub open_message: Option<i64>,
    pub closing: &'a Loop,
    /// When the partner was called since it was sent, and whether somebody answered.
    pub calls: &'a [(crate::values::Instant, bool)],
    /// The staff who could take it, while nobody has.
    pub takers: &'a [(i64, String)],
    pub viewer: i64,
    pub alike: &'a [Referral],
    pub door: Option<&'a Door>,
    pub code_words: &'a dyn Fn(Event, Fact, &str) -> String,
    pub zone: &'a Zone,
    pub today: Day,
    pub now: Instant,
}

pub fn referral(viewer: &Viewer, page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    let above =
        html! { a href="/referrals" { "Referrals" } " " span aria-hidden="true" { "/" } " " span class="dim" { (referral.label()) } };
    let title = format!("{}: {}", referral.kind.label(), referral.partner_name());
    let below = html! { span class="row" { a href={ "/clients/" (referral.client) } { (referral.client_name) } " " (status_tag(referral, page.today)) " " span { (board::turn(referral, page.today)) } } };
    let body = html! {
        (parts::head(Some(above), &title, Some(below)))
        (page.forms.summary())
        div class="cols" {
            div class="stack" {
                (now(page))
                (two_voices(page.story, page.zone, page.today, page.code_words))
                (need(page))
                (confidential(page))
                (still_there(page))
                (thread_card(page.thread, settling(referral, page.open_message, page.thread.complaints)))
                (parts::card("history", "What happened", html! { div class="in" { (spine(&page.story.log, page.zone, page.today, page.code_words)) } }))
            }
            div class="stack" {
                (client_words(page))
                (words(page))
                (together(page))
                (partner(page))
                (agreed(page))
                (for_client(page))
            }
        }
    };
    let is_again = page.forms.again.is_some();
    let title = format!("{}{} {}", if is_again { "Error: " } else { "" }, referral.label(), referral.client_name);
    staff(&viewer.chrome(), &Page::new(&title, "/referrals"), body)
}

/// The need and the sheet of its kind, with who may see what.
fn need(page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    let is_open = page.story.state.now.status == Status::Draft && page.story.state.now.consent != Asked::Given;
    let rows = |see: See| shown(needs::of(referral.kind), page.needs, move |of| of == see, page.today);
    let parts_of = [(See::Before, ""), (See::After, "The partner sees this only after a yes"), (See::Team, "Only the team sees this")];
    parts::card_with(
        "need",
        "The need, as it is shared",
        html! { @if is_open { a class="push" href={ "/referrals/" (referral.id) "/needs" } { "Change" span class="vh" { " what they need" } } } },
        html! {
            div class="in stack" {
                p { (referral.need) }
                p class="small dim" { "How soon: " (referral.urgency.label()) }
                @if let Some((_, name)) = &referral.trainee {
                    p class="box note" { "This is for " b { (name) } ", who works at " bdi { (referral.client_name) } ". The notices and the private page are theirs; the business sees only numbers." }
                }
                @for (see, title) in parts_of {
                    @let rows = rows(see);
                    @if !rows.is_empty() {
                        @if !title.is_empty() { h3 { (title) } }
                        (sheet::facts(&rows))
                    }
                }
            }
        },
    )
}

/// The way to the confidential part, in the one kind that has it.
fn confidential(page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    if referral.kind != Kind::TechnologyTransfer {
        return html! {};
    }
    parts::card(
        "confidential",
        "Confidential part",
        html! {
            div class="in stack" {
                p { "Details that only a partner with a signed non-disclosure agreement may read. The agreement is recorded there, too." }
                p { a class="btn" href={ "/referrals/" (referral.id) "/confidential" } { "Open the confidential part" } }
            }
        },
    )
}

/// Who started work, and whether they are still there: three questions on days that the first day sets.
fn still_there(page: &ReferralPage<'_>) -> Markup {
    let Some(kept) = results::kept::kept(&page.story.log) else { return html! {} };
    let words = |ask: &results::kept::Ask| match ask.kept {
        Some(number) => html! { (number) " of " (kept.started) },
        None if ask.on <= page.today => html! { (parts::tag("wait", "Ask now")) " since " (ask.on.short(page.today)) },
        None => html! { span class="dim" { "Ask on " (ask.on.short(page.today)) } },
    };
    let rows: Vec<(String, Markup)> = kept.asks.iter().map(|ask| (format!("After {} days", ask.days), words(ask))).collect();
    let rows: Vec<(&str, Markup, Option<Markup>)> = rows.iter().map(|(label, words)| (label.as_str(), words.clone(), None)).collect();
    parts::card(
        "kept",
        "Still at work?",
        html! {
            div class="in stack" {
                p { (parts::count(kept.started, "person", "people")) " started on " (kept.first_day.short(page.today)) "." }
                (parts::facts(&rows))
                p class="small dim" { "Ask the business, and write it down as a next step: \u{201c}Checked who still works there\u{201d}." }
            }
        },
    )
}

/// What can be done now: the next thing first, the rest folded away.
fn now(page: &ReferralPage<'_>) -> Markup {
    let status = page.story.state.now.status;
    let can_ask = page.open.iter().any(|(event, _)| *event == Event::RequestConsent);
    let is_asking = can_ask && page.story.state.now.consent != Asked::Given;
    let deeds: Vec<(Event, Party)> =
        page.open.iter().copied().filter(|(event, _)| !matches!(event, Event::RequestConsent | Event::GiveConsent)).collect();
    let is_disputed = page.story.state.now.answer.is_some_and(|answer| !answer.is_good());
    let main = deeds.iter().copied().find(|(event, _)| {
        is_main(*event, status) || (is_disputed && *event == Event::RecordNextStep && page.story.referral.next_step_at.is_none())
    });
    html! {
        section class="card" aria-labelledby="now" {
            h2 id="now" { "Next" }
            div class="in stack" {
                @if status == Status::Draft && page.story.referral.contact.is_none() { (choose(page)) }
                @else if is_asking { (ask(page)) }
                @if !page.takers.is_empty() { (taking(&page.story.referral, page.takers, page.viewer)) }
                (from_file(page))
                (loop_box(page.closing))
                (before_sending(page))
                @if page.open.iter().any(|(event, _)| *event == Event::UndoSend) {
                    p class="box note" { "The notices are held for a few minutes. Until then, and until the partner opens it, you can take it back." }
                }
                @if let Some((event, party)) = main { (page.forms.deed(event, party, true)) }
                @if page.open.iter().any(|(event, _)| *event == Event::Send) { (page.forms.asked_outside()) }
                @for (event, party) in deeds.iter().copied().filter(|deed| Some(*deed) != main) { (page.forms.deed(event, party, false)) }
                @if deeds.is_empty() && !is_asking { p class="dim" { "There is nothing to do here now." } }
            }
        }
    }
}

/// What came from a file, and what that means: it was sent elsewhere, and no yes is held here.
fn from_file(page: &ReferralPage<'_>) -> Markup {
    let Some(read_on) = page.story.log.iter().rev().find_map(|line| line.from_file).map(|at| page.zone.day(at).short(page.today)) else {
        return html! {};
    };
    let referral = &page.story.referral;
    html! {
        @if page.story.state.now.was_sent_elsewhere {
            div class="box note" {
                p { b { "From a file of " (read_on) ", consent not held here." } }
                @if referral.status.is_end() {
                    p class="small dim" { "It was sent and ended before it was kept here. Its days count in the reports." }
                } @else {
                    p { "It was sent before it was kept here. Nothing goes to " bdi { (referral.partner_name()) } " from here, and nobody is reminded. Write down how it goes on, or how it ended." }
                    p { "To share anything through Fairfloor, " a href={ "/clients/" (referral.client) "/referrals/new?kind=" (referral.kind.code()) } { "start a new referral" } ": it asks the client first." }
                }
            }
        } @else {
            p class="box note" { "From a file of " (read_on) "." }
        }
    }
}

/// Whom to ask at the partner that was named as a better door, where the directory has it.
fn suggested(page: &ReferralPage<'_>) -> Vec<String> {
    let Some(door) = page.door else { return Vec::new() };
    let words = crate::values::fold(&door.words);
    let is_named = |name: &str| {
        let name = crate::values::fold(name);
        words == name || (name.len() >= 5 && words.contains(&name))
    };
    let named = page.offered.iter().filter(|offer| is_named(&offer.partner.name)).max_by_key(|offer| offer.partner.name.len());
    named.and_then(|offer| offer.contacts.first()).map(|contact| contact.id.to_string()).into_iter().collect()
}

/// What bears on a new try: a better door somebody named, and what was sent for the same need lately.
fn before_sending(page: &ReferralPage<'_>) -> Markup {
    html! {
        @if let Some(door) = page.door {
            div class="box note" {
                p { b { (door.named_by) " said no to " (door.label) " and named a better door: " } (door.words) }
                @if !suggested(page).is_empty() { p { "It is ticked below. Choose another if you know better." } }
                p class="small dim" { "The client has agreed to nothing with them yet: ask before anything is shared." }
            }
        }
        @if !page.alike.is_empty() {
            div class="box wait" {
                p { b { "The same kind of help was asked for in the last 90 days." } }
                ul {
                    @for other in page.alike {
                        li { a href={ "/referrals/" (other.id) } { (other.label()) } ": " (other.partner_name()) @if let Some(sent) = other.sent_at { ", sent " (page.zone.day(sent).short(page.today)) } " by " (other.advisor.1) ". " (other.status.label()) "." }
                    }
                }
            }
        }
    }
}

/// The deed that usually comes next.
fn is_main(event: Event, status: Status) -> bool {
    matches!(
        (status, event),
        (Status::Draft, Event::Send)
            | (Status::Rejected | Status::Failed | Status::Cancelled, Event::RecordNextStep)
            | (Status::OnHold, Event::Resume)
            | (Status::Requested | Status::Received | Status::Accepted | Status::InProgress, Event::ProvideInformation)
    )
}

fn choose(page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    html! {
        form class="stack" method="post" action={ "/referrals/" (referral.id) "/partner" } {
            (parts::form_key(&forms::fresh_key(), Some(referral.version)))
            fieldset { legend class="lbl-h" { "Whom do we ask?" } (choices(page.offered, &suggested(page), false)) }
            @if page.offered.is_empty() { p class="dim" { "No partner in the directory takes this kind yet. " a href="/partners" { "Open the directory" } } }
            @else { button class="btn main" { "Choose" } }
        }
    }
}

fn partner(page: &ReferralPage<'_>) -> Markup {
    let referral = &page.story.referral;
    let day = |at: Option<crate::values::Instant>| at.map(|at| page.zone.day(at).short(page.today));
    let can_renew =
        matches!(referral.status, Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold);
    let mut rows: Vec<(&str, Markup, Option<Markup>)> = Vec::new();
    if let Some((_, id, name)) = &referral.partner {
        rows.push(("Partner", html! { a href={ "/partners/" (id) } { (name) } }, None));
    }
    if let Some(contact) = page.contact {
        rows.push(("Whom we ask", html! { (contact.name) }, None));
        if let Some(number) = &contact.telephone {
            rows.push(("Telephone", html! { a href={ "tel:" (digits(number)) } { (number) } }, None));
        }
        if let Some(email) = &contact.email {
            rows.push(("E-mail", html! { a href={ "mailto:" (email) } { (email) } }, None));
        }
    }
    for (words, at) in
        [("Sent", referral.sent_at), ("First opened", referral.opened_at), ("Decided", referral.decided_at), ("Ended", referral.ended_at)]
    {
        if let Some(day) = day(at) {
            rows.push((words, html! { (day) }, None));
        }
    }
    let clock = timers::paused(&page.story.clocks).or_else(|| timers::shown(&page.story.clocks));
    if let Some(clock) = clock {
        let today = page.today.date();
        let still =
            timers::standing_still(&page.story.clocks, today, Language::english()).filter(|words| *words != timers::in_words(clock, today));
        rows.push((
            "Clock",
            html! { (clock.timer.label()) ". " (timers::in_words(clock, today)) @if let Some(words) = still { " " (words) } },
            None,
        ));
    }
    if !page.calls.is_empty() {
        rows.push(("Called", html! { @for (at, reached) in page.calls { (page.zone.day(*at).short(page.today)) @if *reached { ", reached. " } @else { ", not reached. " } } }, None));
    }
    rows.push(("Advisor", html! { (referral.advisor.1) }, None));
    parts::card(
        "who",
        "Who has it",
        html! {
            div class="in stack" {
                (parts::facts(&rows))
                @if can_renew && referral.contact.is_some() {
                    form method="post" action={ "/referrals/" (referral.id) "/links" } {
                        (parts::form_key(&forms::fresh_key(), Some(referral.version)))
                        button class="btn mini" { "Make the partner a new link" }
                    }
                    p class="small dim" { "Each link opens once. The new one waits in the " a href="/outbox" { "outbox" } "." }
                    form class="row" method="post" action={ "/referrals/" (referral.id) "/calls" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        span { "I called them:" }
                        button class="btn mini" name="reached" value="yes" { "Reached" span class="vh" { " somebody at the partner by telephone" } }
                        button class="btn mini" name="reached" value="no" { "Not reached" span class="vh" { ": nobody at the partner answered" } }
                    }
                    (codes::for_partner(page))
                }
            }
        },
    )
}

fn for_client(page: &ReferralPage<'_>) -> Markup {
    parts::card(
        "client-page",
        "What the client sees",
        html! {
            div class="in stack" {
                @match page.status_address {
                    Some(address) => {
                        p { a class="btn mini" href=(address) { "See what the client sees" } }
                        p class="small dim" { "This is their private page. Anyone who has the link can see it, so send it only to them." }
                    }
                    None => p class="dim" { "The client's private page is made with the first notice to them." }
                }
                (codes::for_client(page))
            }
        },
    )
}
