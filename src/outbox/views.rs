//! The outbox page.

use super::{Message, Shown, State};
use crate::auth::Viewer;
use crate::values::{Audience, Day, NoticeChannel, Vocabulary, Zone, digits};
use crate::web::layout::{Page, staff};
use crate::web::parts;
use maud::{Markup, html};

pub(super) fn outbox(
    viewer: &Viewer,
    shown: Shown,
    messages: &[(Message, String)],
    zone: &Zone,
    today: Day,
    newer: Option<String>,
    older: Option<String>,
) -> Markup {
    let body = html! {
        (parts::head(None, "Outbox", Some(html! { "Fairfloor sends nothing by itself. Copy each text, send it from your own e-mail or telephone, then mark it as sent." })))
        div class="stack" {
            nav class="pick" aria-label="Which notices" {
                @for part in Shown::ALL { a href={ "/outbox?show=" (part.code()) } aria-current=[(part == shown).then_some("true")] { (part.label()) } }
            }
            @if messages.is_empty() { section class="card" { (nothing(shown)) } }
            @for (place, (message, text)) in messages.iter().enumerate() { (one(place, message, text, zone, today)) }
            (parts::pager(newer, older))
        }
    };
    staff(&viewer.chrome(), &Page::new("Outbox", "/outbox"), body)
}

fn nothing(shown: Shown) -> Markup {
    match shown {
        Shown::ToSend => parts::empty(
            "Nothing to send",
            "When something happens to a referral, the texts for the client and the partner wait here.",
            None,
        ),
        Shown::Sent => parts::empty("Nothing sent yet", "Notices that you mark as sent are kept here.", None),
        Shown::Stopped => parts::empty(
            "Nothing taken back",
            "When a referral is undone within 5 minutes, its notices are kept here and never go out.",
            None,
        ),
    }
}

fn one(place: usize, message: &Message, text: &str, zone: &Zone, today: Day) -> Markup {
    let (heading, area) = (format!("m{place}"), format!("t{place}"));
    let when = |at| format!("{}, {}", zone.day(at).short(today), zone.clock(at));
    let about = html! {
        (tag(message.state, zone))
        @if let Some((id, number)) = &message.referral { a class="push" href={ "/referrals/" (id) } { "R-" (number) } }
    };
    // No landmark: there may be several to one person, which would be named alike.
    html! {
        article class="card" aria-labelledby=(heading) {
            div class="cap" { h2 id=(heading) { (message.channel.label()) " to " (message.to_name) } (about) }
            div class="in stack" {
                p class="meta" {
                    span { (message.audience.label()) }
                    span { (message.to_address.as_deref().unwrap_or("no number or address on file")) }
                    span { "written " (when(message.created_at)) }
                    span { (message.program_name) }
                }
                @match message.state {
                    State::Ready => (to_send(message, text, &area)),
                    State::Held(_) => details { summary { "Read the text" } (copy(message, text, &area)) },
                    State::Sent(at) => {
                        p { "Sent " (when(at)) @match &message.sent_by { Some(name) => { " by " (name) "." }, None => ": its link was opened." } }
                        details { summary { "Read the text" } (copy(message, text, &area)) }
                    }
                    State::Stopped(at) => p { "Taken back " (when(at)) ", before anybody marked it as sent. Do not send it." },
                }
            }
        }
    }
}

fn tag(state: State, zone: &Zone) -> Markup {
    match state {
        State::Held(until) => parts::tag("wait", &format!("Held until {}", zone.clock(until))),
        State::Ready => parts::tag("note", "Ready to send"),
        State::Sent(_) => parts::tag("good", "Sent"),
        State::Stopped(_) => parts::tag("", "Taken back"),
    }
}

fn copy(message: &Message, text: &str, area: &str) -> Markup {
    html! {
        @if message.channel == NoticeChannel::Email || message.channel == NoticeChannel::Letter { p { b { "Subject: " } (message.subject) } }
        div {
            label for=(area) { "Text" span class="vh" { " for " (message.to_name) } }
            textarea class="inp" id=(area) rows="6" readonly { "\n" (text) }
        }
    }
}

fn to_send(message: &Message, text: &str, area: &str) -> Markup {
    let done = match message.channel {
        NoticeChannel::Phone => "Mark as told",
        NoticeChannel::Letter => "Mark as mailed",
        NoticeChannel::Email | NoticeChannel::Text => "Mark as sent",
    };
    html! {
        (copy(message, text, area))
        div class="row" {
            @if let Some(address) = open_with(message, text) { a class="btn" href=(address) { (start(message.channel)) } }
            form method="post" action={ "/outbox/" (message.id) "/sending" } {
                button class="btn main" { (done) span class="vh" { ": " (message.audience.label()) " " (message.to_name) } }
            }
        }
        @if message.audience == Audience::Partner && message.to_address.is_none() {
            p class="small dim" { "There is no address for this person. Add one on the partner's page, or call them." }
        }
    }
}

fn start(channel: NoticeChannel) -> &'static str {
    match channel {
        NoticeChannel::Email => "Open in e-mail",
        NoticeChannel::Text => "Open in text messages",
        NoticeChannel::Phone => "Call",
        NoticeChannel::Letter => "Print",
    }
}

/// An address that opens the sender's own program with the text in it.
fn open_with(message: &Message, text: &str) -> Option<String> {
    let to = message.to_address.as_deref()?;
    match message.channel {
        NoticeChannel::Email => Some(format!("mailto:{}?subject={}&body={}", encoded(to), encoded(&message.subject), encoded(text))),
        NoticeChannel::Text => Some(format!("sms:{}?body={}", digits(to), encoded(text))),
        NoticeChannel::Phone => Some(format!("tel:{}", digits(to))),
        NoticeChannel::Letter => None,
    }
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'@') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}
