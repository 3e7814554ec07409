//! Tokens as a page, and the page about the API.

use super::problem::KINDS;
use super::table;
use super::{PACES, Token};
use crate::auth::{Viewer, proof};
use crate::config::Clock;
use crate::values::{ApiScope, Instant, Vocabulary, grouped};
use crate::web::layout::{Page, Solo, solo, staff};
use crate::web::{Access, Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What was typed about a token. It has no `Debug`: there is a password in it.
#[derive(Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct TokenForm {
    pub key: String,
    pub name: String,
    pub scope: Vec<String>,
    pub program: Vec<String>,
    pub per_minute: String,
    pub expires_on: String,
    pub password: String,
    pub code: String,
}

/// The page of tokens.
pub(super) struct Tokens<'p> {
    pub viewer: &'p Viewer,
    pub listed: &'p [Token],
    pub more: (Leaf, bool),
    pub form: &'p TokenForm,
    pub complaints: &'p Complaints,
    pub clock: &'p Clock,
    pub made: Option<&'p str>,
}

/// Draws it.
pub(super) fn tokens(page: &Tokens<'_>) -> Markup {
    let viewer = page.viewer;
    let makes = viewer.is(Access::Manager);
    let lead = html! { "A token lets a system of your own organization read and write here, as a page would for you. " a href="/api" { "What it can do" } ". " a href="/hooks" { "Being told of referrals" } };
    let body = html! {
        (parts::head(None, "Tokens", Some(lead)))
        (parts::error_summary(page.complaints))
        @if let Some(token) = page.made { div class="in" { (shown_once("The token", token, "Copy it into the other system now. It is shown once and kept nowhere; if it is lost, end it and make another one.")) } }
        div class="cols" {
            div class="stack" {
                (parts::card("list", "Tokens", list(page)))
            }
            div class="stack" {
                @if makes && page.made.is_none() { (make(page)) }
                @if !makes { (parts::card("make", "Make a token", html! { p class="in" { "A manager makes tokens, for the programs they manage: a token may do nothing that whoever made it could not." } })) }
            }
        }
    };
    let title = if page.complaints.is_empty() { "Tokens" } else { "Error: Tokens" };
    staff(&viewer.chrome(), &Page::new(title, "/tokens"), body)
}

/// What is kept nowhere.
pub(super) fn shown_once(title: &str, secret: &str, words: &str) -> Markup {
    html! {
        section class="box note stack" aria-labelledby="made" {
            h2 id="made" { (title) }
            p { code class="break" { (secret) } }
            p { (words) }
        }
    }
}

fn list(page: &Tokens<'_>) -> Markup {
    let (leaf, has_more) = page.more;
    html! {
        @if page.listed.is_empty() { (parts::empty("No token yet", "One for each system, so that each can be ended alone.", None)) }
        ul class="rows" { @for token in page.listed { li { (row(token, page.clock)) } } }
        (parts::leaves("/tokens", leaf, has_more))
    }
}

fn row(token: &Token, clock: &Clock) -> Markup {
    let day = |at: Instant| clock.zone().day(at).short(clock.today());
    let state = match (&token.ended, token.is_live(clock.now())) {
        (Some(_), _) => parts::tag("", "Ended"),
        (None, true) => parts::tag("good", "Works"),
        (None, false) => parts::tag("wait", "Opens nothing"),
    };
    html! {
        h3 class="row" { bdi { (token.name) } " " (state) }
        p { "Programs: " (token.programs.join(", ")) }
        ul class="small" { @for scope in &token.scopes { li { (scope.label()) } } }
        p class="small dim" {
            "Made on " (day(token.created_at)) " by " bdi { (token.maker) } ". " (grouped(token.per_minute)) " requests a minute. "
            @if let Some(at) = token.seen_at { "Last used on " (day(at)) ", " (clock.zone().clock(at)) ". " } @else { "Never used. " }
            @if token.ended.is_none() { "Runs out on " (day(token.expires_at)) ". " }
        }
        @if let Some((at, who, why)) = &token.ended {
            p class="small" { "Ended on " (day(*at)) " by " bdi { (who) } ": " (why) }
        } @else {
            @if !token.has_maker { p class="small" { "Whoever made it has no account any more, so it opens nothing." } }
            @if !token.lost.is_empty() { p class="small" { "Whoever made it does not manage " (token.lost.join(", ")) " any more, so it opens nothing there." } }
            (end(&format!("/tokens/{}", token.id), token.id.as_str(), token.version, "End this token"))
        }
    }
}

/// The form that ends something, with its reason.
pub(super) fn end(address: &str, id: &str, version: i64, button: &str) -> Markup {
    let field = format!("why-{id}");
    html! {
        details {
            summary { "End it" }
            form class="stack" method="post" action={ (address) "/ending" } {
                input type="hidden" name="version" value=(version);
                label for=(field) { "Why" }
                input class="inp" id=(field) name="why" type="text" autocomplete="off" required maxlength="200";
                button class="btn" { (button) }
                p class="small dim" { "It is over from that moment on, for good." }
            }
        }
    }
}

fn make(page: &Tokens<'_>) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    let mine: Vec<(String, String)> = page
        .viewer
        .programs()
        .into_iter()
        .filter(|(program, _)| page.viewer.manages(*program))
        .map(|(program, name)| (program.to_string(), name.to_owned()))
        .collect();
    let only = if let [(program, _)] = mine.as_slice() { vec![program.clone()] } else { Vec::new() };
    let chosen: &Vec<String> = if form.program.is_empty() { &only } else { &form.program };
    let scopes: Vec<(String, String)> = ApiScope::ALL.iter().map(|scope| (scope.code().to_owned(), scope.label().to_owned())).collect();
    let paces: Vec<(String, String)> = PACES.iter().map(|pace| (pace.to_string(), grouped(*pace))).collect();
    parts::card(
        "make",
        "Make a token",
        html! {
            form class="in stack" method="post" action="/tokens" {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("name", "Which system is it for", Some("one token for each"), complaints, |wiring| wiring.text(&form.name, "text")))
                (ticks("program", "Programs", &mine, chosen, complaints))
                (ticks("scope", "What it may do", &scopes, &form.scope, complaints))
                (parts::field("expires_on", "It runs out on", Some("a year from now at the latest"), complaints, |wiring| wiring.text(&form.expires_on, "date")))
                (parts::field("per_minute", "Requests a minute", None, complaints, |wiring| wiring.select(&form.per_minute, &paces)))
                (proof(page.viewer, complaints))
                button class="btn main" { "Make the token" }
                p class="small dim" { "It never opens who people are, notes, messages, links or confidential parts. What it does stands in the record under its name. It ends with your account, and in a program you do not manage any more." }
            }
        },
    )
}

/// Boxes to tick.
pub(super) fn ticks(name: &'static str, legend: &str, choices: &[(String, String)], chosen: &[String], complaints: &Complaints) -> Markup {
    html! {
        fieldset id=(name) {
            legend class="lbl-h" { (legend) }
            @if let Some(words) = complaints.on(name) { span class="err" { (words) } }
            @for (value, words) in choices {
                div class="tick" {
                    input type="checkbox" id={ (name) "-" (value.replace(':', "-")) } name=(name) value=(value) checked[chosen.contains(value)];
                    label for={ (name) "-" (value.replace(':', "-")) } { (words) }
                }
            }
        }
    }
}

/// What the API is, for whoever connects another system. Open to anybody: it says nothing that is not in the program.
pub(super) fn about(organization: &str, address: &str) -> Markup {
    let body = html! {
        div class="stack" {
            h1 { "The API of Fairfloor" }
            p class="lead" { "For a system of " bdi { (organization) } " itself: what pages show and take, as JSON, by the same rules." }
            h2 { "A token" }
            p { "A manager makes one on the page Tokens, for the programs they manage and for what the other system has to do. It is shown once. Send it with every request, in the header " code { "Authorization" } ". Cookies mean nothing here." }
            h2 { "Three examples" }
            (example("Read clients that changed since a day", &format!("curl -H \"Authorization: Bearer $TOKEN\" \\\n  \"{address}/api/v1/clients?limit=100&changed_since=2026-10-01T00:00:00Z\"")))
            (example("Log a service", &format!("curl -H \"Authorization: Bearer $TOKEN\" \\\n  -H \"Content-Type: application/json\" \\\n  -H \"Idempotency-Key: $(uuidgen)\" \\\n  -d '{{\"client\": \"ID\", \"kind\": \"space\", \"channel\": \"phone\", \"minutes\": 30}}' \\\n  {address}/api/v1/services")))
            (example("Change a client", &format!("curl -X PATCH -H \"Authorization: Bearer $TOKEN\" \\\n  -H \"Content-Type: application/merge-patch+json\" \\\n  -H 'If-Match: \"ETAG\"' \\\n  -d '{{\"product\": \"Metal stairs\"}}' \\\n  {address}/api/v1/clients/ID")))
            h2 { "What there is" }
            p { a href="/api/openapi.json" { "The whole description, as OpenAPI 3.1" } }
            (operations())
            h2 { "How it behaves" }
            ul class="stack" {
                li { "Lists come in pages: follow the header Link, or the member next, until there is none." }
                li { "An answer has an ETag. Send it as If-None-Match, and where nothing changed the answer is 304. A change needs it as If-Match, so that nobody's work is written over." }
                li { "A post needs an Idempotency-Key of your own. The same post again, for two days, makes nothing new and gets the same answer. Where a connection breaks, send it again." }
                li { "Amounts of money are in cents, time in minutes, days are plain dates, instants are UTC." }
                li { "Who people are, notes, messages, links, codes, confidential parts and the record are never there. That a system looked is written down, and the client can read it." }
            }
            h2 { "Being told" }
            p { "A manager can name an address on the page Calls: whatever happens to a referral of the program is posted there, by ids alone, signed as Standard Webhooks has it (" code { "webhook-id" } ", " code { "webhook-timestamp" } ", " code { "webhook-signature" } "). Answer 200 to 299 within ten seconds; otherwise it is tried again for about a day and a half. The same id may come twice. Then read the referral with a token." }
            (example("What is posted", "{\"type\": \"referral.accept\", \"timestamp\": \"2026-10-13T15:00:00Z\",\n \"data\": {\"referral\": \"ID\", \"client\": \"ID\", \"program\": \"ID\",\n          \"seq\": 4, \"status\": \"accepted\"}}"))
            h2 { "When something is refused" }
            p { "Every refusal is a problem of RFC 9457, and its type leads here." }
            dl { @for ((anchor, status, title), words) in KINDS { dt id=(anchor) { strong { (status) ", " (title) } } dd { (words) } } }
        }
    };
    solo(&Solo { title: "The API of Fairfloor", ..Solo::default() }, body)
}

fn example(words: &str, command: &str) -> Markup {
    html! {
        h3 { (words) }
        (parts::scroll(words, html! { pre { code { (command) } } }))
    }
}

fn operations() -> Markup {
    let table = html! {
        table class="grid" {
            thead { tr { th scope="col" { "Call" } th scope="col" { "What it does" } th scope="col" { "Scope" } } }
            tbody {
                @for operation in table::routes() {
                    tr {
                        td { code { (operation.route.method.code()) " " (operation.route.path) } }
                        td { (operation.about) }
                        td { code { (operation.scope.code()) } }
                    }
                }
            }
        }
    };
    parts::scroll("Operations of the API", table)
}
