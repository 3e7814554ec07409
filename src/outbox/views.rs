//! The outbox page.

mod languages;

pub(super) use languages::languages;

use super::{Message, Shown, State, Ways};
use crate::auth::Viewer;
use crate::i18n::Language;
use crate::values::{Audience, Day, Instant, NotSent, NoticeChannel, SentVia, Vocabulary, Zone, digits, international};
use crate::web::layout::{Page, Solo, solo, staff};
use crate::web::parts;
use maud::{Markup, html};

/// What the outbox shows.
pub struct OutboxPage<'a> {
    pub shown: Shown,
    pub ways: Ways,
    /// How many notices met trouble.
    pub trouble: i64,
    /// Each notice with its whole text before it.
    pub messages: &'a [(String, Message)],
    pub zone: &'a Zone,
    pub today: Day,
    pub newer: Option<String>,
    pub older: Option<String>,
}

impl OutboxPage<'_> {
    fn when(&self, at: Instant) -> String {
        format!("{}, {}", self.zone.day(at).short(self.today), self.zone.clock(at))
    }
}

pub(super) fn outbox(viewer: &Viewer, page: &OutboxPage<'_>) -> Markup {
    let count = |part: Shown| if part == Shown::Trouble && page.trouble > 0 { format!(" {}", page.trouble) } else { String::new() };
    let body = html! {
        (parts::head(None, "Outbox", Some(html! { (how(page.ways)) })))
        div class="stack" {
            nav class="pick" aria-label="Which notices" {
                @for part in Shown::ALL {
                    a href={ "/outbox?show=" (part.code()) } aria-current=[(part == page.shown).then_some("true")] { (part.label()) (count(part)) }
                }
            }
            @if page.trouble > 0 && page.shown != Shown::Trouble {
                p class="box stop" { b { (page.trouble) @if page.trouble == 1 { " notice has" } @else { " notices have" } " not arrived." } " " a href="/outbox?show=trouble" { "See why, and what to do" } }
            }
            p class="small" { a href="/languages" { "In which languages clients are told, and who reviewed them" } }
            @if page.messages.is_empty() { section class="card" { (nothing(page.shown)) } }
            @for (place, (text, message)) in page.messages.iter().enumerate() { (one(place, message, text, page)) }
            (parts::pager(page.newer.clone(), page.older.clone()))
        }
    };
    staff(&viewer.chrome(), &Page::new("Outbox", "/outbox"), body)
}

fn how(ways: Ways) -> &'static str {
    match (ways.mail, ways.text) {
        (true, true) => "E-mail and text messages leave by themselves once they are no longer held. Letters and calls are yours.",
        (true, false) => {
            "E-mail leaves by itself once it is no longer held. Text messages, letters and calls are yours: copy, send, and mark them."
        }
        (false, true) => {
            "Text messages leave by themselves once they are no longer held. E-mail, letters and calls are yours: copy, send, and mark them."
        }
        (false, false) => {
            "Fairfloor sends nothing by itself. Copy each text, send it from your own e-mail or telephone, then mark it as sent."
        }
    }
}

fn nothing(shown: Shown) -> Markup {
    match shown {
        Shown::ToSend => parts::empty(
            "Nothing to send",
            "When something happens to a referral, the texts for the client and the partner wait here.",
            Some(html! { a class="btn" href="/referrals" { "See referrals" } }),
        ),
        Shown::Trouble => parts::empty("Everything arrived", "A notice that a server did not take stands here, with the reason.", None),
        Shown::Sent => parts::empty("Nothing sent yet", "Notices that went out are kept here, as they were sent.", None),
        Shown::Stopped => parts::empty(
            "Nothing taken back",
            "When something is undone while its notices are held, they are kept here and never go out.",
            None,
        ),
    }
}

fn one(place: usize, message: &Message, text: &str, page: &OutboxPage<'_>) -> Markup {
    let (heading, area) = (format!("m{place}"), format!("t{place}"));
    let about = html! {
        (tag(message, page.zone))
        @if let Some((id, number)) = &message.referral { a class="push" href={ "/referrals/" (id) } { "R-" (number) } }
    };
    let read = html! { details { summary { "Read the text" } (copy(message, text, &area)) } };
    // No landmark: there may be several to one person, which would be named alike.
    html! {
        article class="card" aria-labelledby=(heading) {
            div class="cap" { h2 id=(heading) { (message.channel.label()) " to " bdi { (message.to_name) } } (about) }
            div class="in stack" {
                p class="meta" {
                    span { (message.audience.label()) }
                    span { (message.to_address.as_deref().unwrap_or("no number or address on file")) }
                    span { "written " (page.when(message.created_at)) }
                    span { (message.program_name) }
                    (language(message))
                }
                @match message.state {
                    State::Ready => (to_send(message, text, &area, page.ways)),
                    State::Held(_) => {
                        (read)
                        (button(message, "stop", "Take it back", false))
                    }
                    State::Queued(next) => {
                        (trouble(message, next, page))
                        (read)
                        div class="row" {
                            @if message.failure.is_some() { (button(message, "attempts", "Try again now", false)) }
                            (button(message, "sending", done(message.channel), false))
                        }
                    }
                    State::Failed(at) => {
                        (given_up(message, at, page))
                        (to_send(message, text, &area, page.ways))
                    }
                    State::Sent(at) => {
                        p { "Sent " (page.when(at)) (by_whom(message)) }
                        (read)
                    }
                    State::Stopped(at) => p { "Taken back " (page.when(at)) ", before it went out. Do not send it." },
                }
            }
        }
    }
}

/// In which language a notice is, where it is another one than the reader's own; and whether anyone who speaks it has read its catalog.
fn language(message: &Message) -> Markup {
    let Some(language) = Language::find(&message.language).filter(|language| *language != Language::english()) else { return html! {} };
    html! {
        span { "in " bdi lang=(language.code()) { (language.name()) } }
        @if language.reviewed().is_none() { span { "not yet reviewed by somebody who speaks it" } }
    }
}

fn tag(message: &Message, zone: &Zone) -> Markup {
    match message.state {
        State::Held(until) => parts::tag("wait", &format!("Held until {}", zone.clock(until))),
        State::Ready => parts::tag("note", "Ready to send"),
        State::Queued(_) if message.failure.is_some() => parts::tag("wait", "Will be tried again"),
        State::Queued(_) => parts::tag("note", "On its way"),
        State::Failed(_) => parts::tag("stop", "Could not be sent"),
        State::Sent(_) => parts::tag("good", "Sent"),
        State::Stopped(_) => parts::tag("", "Taken back"),
    }
}

fn by_whom(message: &Message) -> String {
    match (&message.sent_by, message.sent_via) {
        (Some(name), _) => format!(" by {name}."),
        (None, Some(SentVia::LinkOpened) | None) => ": its link was opened.".to_owned(),
        (None, Some(via)) => format!(" {}.", via.label()),
    }
}

fn trouble(message: &Message, next: Option<Instant>, page: &OutboxPage<'_>) -> Markup {
    html! {
        @match (message.failure, next) {
            (Some(why), Some(next)) => p class="box wait" { (why.label()) " It is tried again by itself after " (page.when(next)) ", for the " (ordinal(message.attempts + 1)) " time." },
            (None, Some(next)) => p { "It is being sent. If no answer comes, it is tried again after " (page.when(next)) "." },
            (_, None) => p { "It leaves by itself within a minute." },
        }
    }
}

fn ordinal(number: i64) -> String {
    match number {
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        _ => format!("{number}th"),
    }
}

/// Why it was given up, and what to do.
fn given_up(message: &Message, at: Instant, page: &OutboxPage<'_>) -> Markup {
    let next = match message.failure {
        Some(NotSent::Refused | NotSent::BadAddress) => {
            "Check the address with them, change it on their page, and send the next notice there. Until then call, or send this text another way."
        }
        Some(NotSent::SignIn | NotSent::NoSecrecy) => {
            "Ask whoever runs this server to check the configuration. Then press \u{201c}Send now\u{201d}."
        }
        _ => "If the server works again, press \u{201c}Send now\u{201d}. Or copy the text and send it yourself.",
    };
    html! {
        p class="box stop" { b { (message.failure.map_or("It could not be sent.", Vocabulary::label)) } " Given up " (page.when(at)) " after " (message.attempts) @if message.attempts == 1 { " try. " } @else { " tries. " } (next) }
    }
}

fn copy(message: &Message, text: &str, area: &str) -> Markup {
    html! {
        @if message.channel == NoticeChannel::Email || message.channel == NoticeChannel::Letter { p { b { "Subject: " } (message.subject) } }
        div {
            label for=(area) { "Text" span class="vh" { " for " (message.to_name) } }
            textarea class="inp" id=(area) rows="6" readonly lang=(message.language) dir="auto" { "\n" (text) }
        }
        (english(message))
    }
}

fn english(message: &Message) -> Markup {
    html! { @if let Some(english) = &message.english { p class="dim" { b { "In English: " } (english) } } }
}

fn done(channel: NoticeChannel) -> &'static str {
    match channel {
        NoticeChannel::Phone => "Mark as told",
        NoticeChannel::Letter => "Mark as mailed",
        NoticeChannel::Email | NoticeChannel::Text => "Mark as sent",
    }
}

fn button(message: &Message, deed: &str, words: &str, is_main: bool) -> Markup {
    html! {
        form method="post" action={ "/outbox/" (message.id) "/" (deed) } {
            button class={ "btn" @if is_main { " main" } } { (words) span class="vh" { ": " (message.audience.label()) " " (message.to_name) } }
        }
    }
}

fn to_send(message: &Message, text: &str, area: &str, ways: Ways) -> Markup {
    html! {
        (copy(message, text, area))
        div class="row" {
            @for (words, address) in open_with(message, text) { a class="btn" href=(address) { (words) span class="vh" { ": " (message.to_name) } } }
            @if message.has_a_way(ways) { (button(message, "attempts", "Send now", false)) }
            (button(message, "sending", done(message.channel), true))
        }
        @if message.audience == Audience::Partner && message.to_address.is_none() {
            p class="small dim" { "There is no address for this person. Add one on the partner's page, or call them." }
        }
    }
}

/// A letter on paper: the text alone, large enough to read.
pub(super) fn letter(message: &Message, text: &str, today: Day) -> Markup {
    let language = Language::find(&message.language).unwrap_or_default();
    let body = html! {
        p class="noprint" { a href="/outbox" { "Back to the outbox" } ". Print this page with your browser, then mark the letter as mailed." }
        h1 { (message.program_name) }
        p lang=(language.code()) { (language.full_day(today.date())) }
        p { (message.to_name) }
        p class="said" lang=(language.code()) dir="auto" { (text) }
        div class="noprint" { (english(message)) }
    };
    solo(&Solo { title: "Letter", ..Solo::default() }, html! { div class="stack" { (body) } })
}

/// Addresses that open the sender's own programs with the text in it, and the words to press.
fn open_with(message: &Message, text: &str) -> Vec<(&'static str, String)> {
    let letter = ("Print the letter", format!("/outbox/{}/letter", message.id));
    let Some(to) = message.to_address.as_deref() else { return vec![letter] };
    match message.channel {
        NoticeChannel::Email => {
            vec![("Open in e-mail", format!("mailto:{}?subject={}&body={}", encoded(to), encoded(&message.subject), encoded(text)))]
        }
        NoticeChannel::Text => {
            let mut ways = vec![("Open in text messages", format!("sms:{}?body={}", digits(to), encoded(text)))];
            ways.extend(international(to).map(|number| ("Open in WhatsApp", format!("https://wa.me/{number}?text={}", encoded(text)))));
            ways
        }
        NoticeChannel::Phone => vec![("Call", format!("tel:{}", digits(to)))],
        NoticeChannel::Letter => vec![letter],
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
