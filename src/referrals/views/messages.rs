//! The thread of a referral: what was written, by whom, who reads it, and the field for the next line.

use crate::auth::Viewer;
use crate::referrals::Referral;
use crate::referrals::messages::{Message, MessageForm};
use crate::values::{Day, Readers, Vocabulary, Writer, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// A thread as one party sees it.
pub struct Thread<'a> {
    /// What they may read, newest first.
    pub messages: &'a [Message],
    /// How many there are in all.
    pub count: i64,
    /// Who reads this page.
    pub reader: Writer,
    /// To whom they may write now.
    pub choices: &'a [Readers],
    /// Address of the thread, where a line is posted.
    pub address: &'a str,
    /// Names of advisor, client and partner as this party knows them.
    pub names: Names<'a>,
    /// A line that came back, with what is wrong with it.
    pub form: &'a MessageForm,
    pub complaints: &'a Complaints,
    pub zone: &'a Zone,
    pub today: Day,
}

/// What the three are called.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    pub advisor: &'a str,
    pub client: &'a str,
    pub partner: &'a str,
}

impl Names<'_> {
    fn of(&self, writer: Writer, reader: Writer) -> &str {
        match writer {
            _ if writer == reader => "you",
            Writer::Advisor => self.advisor,
            Writer::Entrepreneur => self.client,
            Writer::Partner => self.partner,
        }
    }

    /// Who reads a line, seen by one of them: "you and Ada".
    fn readers(&self, readers: Readers, reader: Writer) -> String {
        let all = [Writer::Advisor, Writer::Entrepreneur, Writer::Partner];
        let mut names: Vec<&str> = all.into_iter().filter(|party| readers.include(*party)).map(|party| self.of(party, reader)).collect();
        names.sort_by_key(|name| *name != "you");
        crate::referrals::words::list(&names, "and")
    }
}

/// The last lines and the field, for a page about more than this; `beside` stands below the field.
pub fn thread_card(thread: &Thread<'_>, beside: Markup) -> Markup {
    parts::card(
        "messages",
        "Messages",
        html! {
            (lines(thread))
            div class="in stack" {
                @if thread.count == 0 { p class="dim" { "Nothing was written yet. Each line says who reads it." } }
                @if thread.count > i64::try_from(thread.messages.len()).unwrap_or(i64::MAX) {
                    p { a href=(thread.address) { "All " (crate::values::grouped(thread.count)) " messages" } }
                }
                (write(thread, "btn"))
                (beside)
            }
        },
    )
}

/// The whole thread, for a page of its own.
pub fn thread(thread: &Thread<'_>) -> Markup {
    html! {
        (parts::error_summary(thread.complaints))
        section class="card" aria-label="Write a message" { div class="in" { (write(thread, "btn main")) } }
        section class="card" aria-labelledby="messages" {
            h2 id="messages" { "Messages" }
            @if thread.messages.is_empty() { p class="in dim" { "Nothing was written yet." } }
            (lines(thread))
        }
    }
}

fn lines(thread: &Thread<'_>) -> Markup {
    html! {
        @if !thread.messages.is_empty() {
            ul class="rows" {
                @for message in thread.messages {
                    li {
                        p class="row" {
                            b { (by(message, thread)) }
                            @if thread.reader == Writer::Advisor && message.is_open() { (parts::tag("wait", "Not answered")) }
                            span class="when push" { (thread.zone.day(message.at).short(thread.today)) ", " (thread.zone.clock(message.at)) }
                        }
                        p class="said" { (message.body) }
                        p class="small dim" { "Read by " (thread.names.readers(message.readers, thread.reader)) "." }
                        @if let Some(why) = message.settled_why.as_ref().filter(|_| thread.reader == Writer::Advisor) { p class="small dim" { "No answer needed: " (why) } }
                    }
                }
            }
        }
    }
}

fn by(message: &Message, thread: &Thread<'_>) -> String {
    match (&message.name, message.writer) {
        (_, writer) if writer == thread.reader && writer != Writer::Advisor => "You".to_owned(),
        (Some(name), Writer::Partner) => format!("{name}, {}", thread.names.partner),
        (Some(name), Writer::Advisor) => name.clone(),
        (_, writer) => thread.names.of(writer, thread.reader).to_owned(),
    }
}

fn write(thread: &Thread<'_>, button: &str) -> Markup {
    let choices: Vec<(String, String)> = thread.choices.iter().map(|choice| (choice.code().to_owned(), to(*choice, thread))).collect();
    let first = thread.choices.first().map_or("", |choice| choice.code());
    let chosen = if thread.form.readers.is_empty() { first } else { thread.form.readers.as_str() };
    html! {
        @if thread.choices.is_empty() {
            p class="dim" { "Nobody can be written to here now. Please call." }
        } @else {
            form class="stack" method="post" action=(thread.address) {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("body", "Write a message", Some("2,000 characters at most"), thread.complaints, |wiring| wiring.area(&thread.form.body, 3)))
                @if let [only] = thread.choices {
                    input type="hidden" name="readers" value=(only.code());
                    p class="small dim" { (to(*only, thread)) "." }
                } @else {
                    (parts::chips("readers", "Who reads it?", None, chosen, &choices, thread.complaints))
                }
                button class=(button) { "Send the message" }
            }
        }
    }
}

/// Who will read what is written next, without the one who writes.
fn to(readers: Readers, thread: &Thread<'_>) -> String {
    let all = [Writer::Advisor, Writer::Entrepreneur, Writer::Partner];
    let others = all.into_iter().filter(|party| *party != thread.reader && readers.include(*party));
    let names: Vec<&str> = others.map(|party| thread.names.of(party, thread.reader)).collect();
    format!("{} {} it", crate::referrals::words::list(&names, "and"), if names.len() == 1 { "reads" } else { "read" })
}

/// The thread on a page of its own, for staff.
pub fn messages_page(viewer: &Viewer, referral: &Referral, shown: &Thread<'_>, open: Option<i64>, leaf: Leaf, has_more: bool) -> Markup {
    let back = format!("/referrals/{}", referral.id);
    let above = html! { a href="/referrals" { "Referrals" } " " span aria-hidden="true" { "/" } " " a href=(back) { (referral.label()) } };
    let body = html! {
        (parts::head(Some(above), "Messages", Some(html! { (referral.client_name) ", " (referral.partner_name()) })))
        div class="stack" {
            (thread(shown))
            (settling(referral, open, shown.complaints))
            (parts::leaves(shown.address, leaf, has_more))
        }
    };
    let title = if shown.complaints.is_empty() { "Messages" } else { "Error: Messages" };
    staff(&viewer.chrome(), &Page::new(&format!("{title}, {}", referral.label()), "/referrals"), body)
}

/// The way to say that what is open needs no answer.
pub(super) fn settling(referral: &Referral, open: Option<i64>, complaints: &Complaints) -> Markup {
    html! {
        @if let Some(last) = open {
            details open[complaints.on("why").is_some()] {
                summary { "No answer needed?" }
                form class="stack" method="post" action={ "/referrals/" (referral.id) "/messages/settling" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    input type="hidden" name="last" value=(last);
                    (parts::field("why", "Why no answer is needed", Some("your team reads it"), complaints, |wiring| wiring.text("", "text")))
                    button class="btn mini" { "No answer needed" }
                }
            }
        }
    }
}
