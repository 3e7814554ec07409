//! The thread of a referral: what was written, by whom, who reads it, and the field for the next line.

use crate::auth::Viewer;
use crate::i18n::{Args, Joiner, Language};
use crate::referrals::Referral;
use crate::referrals::messages::{Message, MessageForm};
use crate::values::{Day, Instant, Readers, Vocabulary, Writer, Zone};
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
    /// In which language it is read.
    pub language: Language,
}

/// What the three are called.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    pub advisor: &'a str,
    pub client: &'a str,
    pub partner: &'a str,
}

/// Everybody who may take part.
const ALL: [Writer; 3] = [Writer::Advisor, Writer::Entrepreneur, Writer::Partner];

impl Thread<'_> {
    /// What one of them is called, seen by another.
    fn name_of(&self, writer: Writer) -> String {
        match writer {
            _ if writer == self.reader => self.language.word("thread-you-inside"),
            Writer::Advisor => self.names.advisor.to_owned(),
            Writer::Entrepreneur => self.names.client.to_owned(),
            Writer::Partner => self.names.partner.to_owned(),
        }
    }

    /// Who reads a line: "you and Ada".
    fn readers(&self, readers: Readers) -> String {
        let mut parties: Vec<Writer> = ALL.into_iter().filter(|party| readers.include(*party)).collect();
        parties.sort_by_key(|party| *party != self.reader);
        let names: Vec<String> = parties.into_iter().map(|party| self.name_of(party)).collect();
        self.language.list(&names, Joiner::And)
    }

    fn moment(&self, at: Instant) -> String {
        let (hour, minute) = self.zone.time(at);
        let day = self.language.short_day(self.zone.day(at).date(), self.today.year());
        self.language.say("day-and-hour", Args::default().with("day", day).with("hour", self.language.clock(hour, minute)))
    }
}

/// The last lines and the field, for a page about more than this; `beside` stands below the field.
pub fn thread_card(thread: &Thread<'_>, beside: Markup) -> Markup {
    parts::card(
        "messages",
        &thread.language.word("messages"),
        html! {
            (lines(thread))
            div class="in stack" {
                @if thread.count == 0 { p class="dim" { (thread.language.join(&[thread.language.word("thread-nothing-yet"), thread.language.word("thread-says-readers")])) } }
                @if thread.count > i64::try_from(thread.messages.len()).unwrap_or(i64::MAX) {
                    p { a href=(thread.address) { (thread.language.say("thread-all", Args::default().count("n", thread.count).with("number", thread.language.number(thread.count)))) } }
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
        (parts::errors(thread.language, thread.complaints))
        section class="card" aria-label=(thread.language.word("thread-write")) { div class="in" { (write(thread, "btn main")) } }
        section class="card" aria-labelledby="messages" {
            h2 id="messages" { (thread.language.word("messages")) }
            @if thread.messages.is_empty() { p class="in dim" { (thread.language.join(&[thread.language.word("thread-nothing-yet")])) } }
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
                            span class="when push" { (thread.moment(message.at)) }
                        }
                        p class="said" dir="auto" { (message.body) }
                        p class="small dim" { (thread.language.join(&[thread.language.say("thread-read-by", Args::default().with("names", thread.readers(message.readers)))])) }
                        @if let Some(why) = message.settled_why.as_ref().filter(|_| thread.reader == Writer::Advisor) { p class="small dim" { "No answer needed: " (why) } }
                    }
                }
            }
        }
    }
}

fn by(message: &Message, thread: &Thread<'_>) -> String {
    match (&message.name, message.writer) {
        (_, writer) if writer == thread.reader && writer != Writer::Advisor => thread.language.word("thread-you"),
        (Some(name), Writer::Partner) => {
            thread.language.say("thread-by-partner", Args::default().with("name", name).with("org", thread.names.partner))
        }
        (Some(name), Writer::Advisor) => name.clone(),
        (_, writer) => thread.name_of(writer),
    }
}

fn write(thread: &Thread<'_>, button: &str) -> Markup {
    let choices: Vec<(String, String)> = thread.choices.iter().map(|choice| (choice.code().to_owned(), to(*choice, thread))).collect();
    let first = thread.choices.first().map_or("", |choice| choice.code());
    let chosen = if thread.form.readers.is_empty() { first } else { thread.form.readers.as_str() };
    html! {
        @if thread.choices.is_empty() {
            p class="dim" { (thread.language.join(&[thread.language.word("thread-closed")])) }
        } @else {
            form class="stack" method="post" action=(thread.address) {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("body", &thread.language.word("thread-write"), Some(&thread.language.say("thread-at-most", Args::default().with("most", thread.language.number(2_000)))), thread.complaints, |wiring| wiring.area(&thread.form.body, 3)))
                @if let [only] = thread.choices {
                    input type="hidden" name="readers" value=(only.code());
                    p class="small dim" { (thread.language.join(&[to(*only, thread)])) }
                } @else {
                    (parts::chips("readers", &thread.language.word("thread-who-reads"), None, chosen, &choices, thread.complaints))
                }
                button class=(button) { (thread.language.word("thread-send")) }
            }
        }
    }
}

/// Who will read what is written next, without the one who writes.
fn to(readers: Readers, thread: &Thread<'_>) -> String {
    let others = ALL.into_iter().filter(|party| *party != thread.reader && readers.include(*party));
    let names: Vec<String> = others.map(|party| thread.name_of(party)).collect();
    let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let args = Args::default().count("n", count).with("names", thread.language.list(&names, Joiner::And));
    thread.language.say("thread-will-read", args)
}

/// The thread on a page of its own, for staff.
pub fn messages_page(viewer: &Viewer, referral: &Referral, shown: &Thread<'_>, open: Option<i64>, leaf: Leaf, has_more: bool) -> Markup {
    let back = format!("/referrals/{}", referral.id);
    let above = html! { a href="/referrals" { "Referrals" } " " span aria-hidden="true" { "/" } " " a href=(back) { (referral.label()) } };
    let body = html! {
        (parts::head(Some(above), "Messages", Some(html! { bdi { (referral.client_name) } ", " (referral.partner_name()) })))
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
