//! Steps two and three: a message for each landlord, and the drafts to check and send.

use super::head;
use crate::auth::Viewer;
use crate::people::Client;
use crate::referrals::queries::MOST_TOGETHER;
use crate::sites::Looking;
use crate::sites::typed::Typed;
use crate::space::Asked;
use crate::space::queries::Linked;
use crate::values::{Day, Urgency, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What step two shows.
pub struct MessagePage<'a> {
    /// The client.
    pub client: &'a Client,
    /// What they look for.
    pub looking: &'a Looking,
    /// The landlords who are asked.
    pub asked: &'a [Asked],
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub complaints: &'a Complaints,
    /// Today.
    pub today: Day,
}

impl MessagePage<'_> {
    /// By when, unless somebody says otherwise: from the day they have to move.
    fn urgency(&self) -> &str {
        let typed = self.typed.get("urgency");
        if !typed.is_empty() {
            return typed;
        }
        match self.looking.need.facts.day("move_by").map(|by| self.today.days_until(by)) {
            Some(..=31) => Urgency::ThisWeek.code(),
            Some(32..=120) | None => Urgency::ThisMonth.code(),
            Some(_) => Urgency::ThisQuarter.code(),
        }
    }
}

/// Draws step two.
pub fn message(viewer: &Viewer, page: &MessagePage<'_>) -> Markup {
    let (client, complaints) = (page.client, page.complaints);
    let count = page.asked.len();
    let body = html! {
        (head(client, 1))
        (parts::error_summary(complaints))
        @if count > MOST_TOGETHER { p class="box stop" { "Ask " (MOST_TOGETHER) " partners at most in one act, so that each gets a fair look. Go back and choose fewer." } }
        form class="stack" method="post" action={ "/clients/" (client.id) "/space/message" } {
            (parts::form_key(&forms::fresh_key(), None))
            @for site in page.asked.iter().flat_map(|one| &one.sites) { input type="hidden" name="to" value=(site.id); }
            p { "Each partner reads its own message and nothing of the others. What is not known is asked. Change what you like." }
            div id="text" class="stack" { @for (place, one) in page.asked.iter().enumerate() { (landlord(page, place, one)) } }
            (parts::chips("urgency", "How soon?", None, page.urgency(), &parts::options::<Urgency>(None), complaints))
            div class="row" {
                button class="btn main" { @if count == 1 { "Save the message" } @else { "Save " (count) " messages" } }
                a class="btn bare" href={ "/clients/" (client.id) "/space?" (back(page.asked)) } { "Back to the matches" }
            }
            p class="small dim" { "Nothing is sent yet. Next, the client is asked." }
        }
    };
    let title = if complaints.is_empty() { "Find space: message" } else { "Error: Find space: message" };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}

fn back(asked: &[Asked]) -> String {
    let ids: Vec<String> = asked.iter().flat_map(|one| &one.sites).map(|site| format!("to={}", site.id)).collect();
    ids.join("&")
}

fn landlord(page: &MessagePage<'_>, place: usize, one: &Asked) -> Markup {
    let (text_name, contact_name) = (format!("text.{}", one.partner.1), format!("contact.{}", one.partner.1));
    let (text, contact) = (page.typed.get(&text_name), page.typed.get(&contact_name));
    let units = one.sites.iter().map(|site| site.name.as_str()).collect::<Vec<_>>().join(", ");
    html! {
        section class="card" aria-labelledby={ "p" (place) } {
            h2 id={ "p" (place) } { (one.partner.2) }
            div class="in stack" {
                p class="dim" { (units) }
                fieldset {
                    legend class="lbl-h" { "Whom do we ask?" }
                    @for (seat, person) in one.contacts.iter().enumerate() {
                        div class="tick" {
                            input type="radio" id={ "c" (place) "-" (seat) } name=(contact_name) value=(person.id) checked[contact == person.id.as_str() || (contact.is_empty() && seat == 0)];
                            label for={ "c" (place) "-" (seat) } { (person.name) }
                        }
                    }
                    @if one.contacts.is_empty() { p class="box wait" { "Nobody to ask is known there. " a href={ "/partners/" (one.partner.1) } { "Add somebody" } " first." } }
                }
                div {
                    label for={ "t" (place) } { "Message to " (one.partner.2) }
                    span class="hint" id={ "t" (place) "-hint" } { "The partner reads this. No names, nothing about the owner\u{2019}s background or health." }
                    textarea class="inp" id={ "t" (place) } name=(text_name) rows="9" aria-describedby={ "t" (place) "-hint" } { "\n" (if text.is_empty() { one.text.as_str() } else { text }) }
                }
            }
        }
    }
}

/// Draws step three: the drafts, each with the page where the client is asked and the message sent.
pub fn check(viewer: &Viewer, client: &Client, drafts: &[Linked]) -> Markup {
    let body = html! {
        (head(client, 2))
        @if drafts.is_empty() {
            (parts::empty("Nothing waits to be sent", "Every message about space was sent or discarded.", Some(html! { a class="btn" href={ "/clients/" (client.id) "/space" } { "Back to the matches" } })))
        } @else {
            p { "Nothing is sent yet. Open a message to ask the client whether this may be shared, then send it." }
            section class="card" aria-labelledby="drafts" {
                h2 id="drafts" { (parts::count(i64::try_from(drafts.len()).unwrap_or(0), "message", "messages")) }
                ul class="rows" {
                    @for draft in drafts {
                        li {
                            div class="row" { h3 { a href={ "/referrals/" (draft.referral.id) } { (draft.referral.partner_name()) } } span class="small dim" { (draft.referral.label()) } }
                            p class="meta" { @for site in &draft.sites { span { (site.name) } } }
                            @for line in draft.referral.need.lines() { p class="dim" { (line) } }
                            a class="btn" href={ "/referrals/" (draft.referral.id) } { "Ask " bdi { (client.name) } " and send" span class="vh" { " to " (draft.referral.partner_name()) } }
                        }
                    }
                }
            }
            p class="row" { a class="btn bare" href={ "/clients/" (client.id) "/space" } { "Back to the matches" } }
        }
    };
    staff(&viewer.chrome(), &Page::new("Find space: check and send", "/referrals"), body)
}
