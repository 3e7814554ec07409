//! All threads in one list, each with who will read the next line; and the form that asks for help with something else.

use super::home::{Frame, back, short};
use crate::i18n::{Args, Joiner, Language};
use crate::portal::own_threads::{AskForm, Talk};
use crate::referrals::queries::Standing;
use crate::referrals::{Kind, Referral};
use crate::values::{Day, Readers, Urgency, Vocabulary, Writer, Zone};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

pub(in crate::portal) fn threads(language: Language, talks: &[Talk], zone: &Zone, today: Day, leaf: Leaf, has_more: bool) -> Markup {
    let title = language.word("messages");
    let body = html! {
        div class="stack" {
            (back(language))
            h1 { (title) }
            @if talks.is_empty() { (parts::empty(&language.sentence(&language.word("thread-nothing-yet")), &language.sentence(&language.word("threads-none-more")), None)) }
            @for talk in talks { (thread(language, talk, zone, today)) }
            (parts::leaves_in(language, "/me/messages", leaf, has_more))
        }
    };
    Frame { language, title: &title, address: "/me/messages", is_error: false }.draw(body)
}

fn thread(language: Language, talk: &Talk, zone: &Zone, today: Day) -> Markup {
    let (referral, id) = (&talk.referral, format!("thread-{}", talk.referral.number));
    let page = format!("/me/referrals/{}", referral.id);
    html! {
        section class="card" aria-labelledby=(id) {
            h2 id=(id) { (language.say("home-about", Args::default().with("need", talk.need.as_str()))) " · " span dir="ltr" { (referral.label()) } }
            ul class="rows" {
                li {
                    p class="row" { b { bdi { (by(language, talk)) } } span class="when push" { (short(language, zone.day(talk.last.at), today)) } }
                    p class="said" dir="auto" { (talk.last.body) }
                    p class="small dim" { (language.sentence(&language.say("thread-read-by", Args::default().with("names", names(language, talk, talk.last.readers, true))))) }
                }
            }
            div class="in stack" {
                @if talk.count > 1 { p { a href={ (page) "/messages" } { (language.say("thread-all", Args::default().count("n", talk.count).with("number", language.number(talk.count)))) } } }
                (answer(language, talk, &page))
            }
        }
    }
}

fn by(language: Language, talk: &Talk) -> String {
    match (talk.last.writer, &talk.last.name) {
        (Writer::Entrepreneur, _) => language.word("thread-you"),
        (Writer::Partner, Some(name)) => {
            language.say("thread-by-partner", Args::default().with("name", name.as_str()).with("org", talk.referral.partner_name()))
        }
        (Writer::Advisor, Some(name)) => name.clone(),
        (Writer::Partner, None) => talk.referral.partner_name().to_owned(),
        (Writer::Advisor, None) => talk.referral.advisor.1.clone(),
    }
}

/// Who reads a line: "you, Ada and Northgate", or without you who writes it.
fn names(language: Language, talk: &Talk, readers: Readers, with_you: bool) -> String {
    let mut names = Vec::new();
    if with_you {
        names.push(language.word("thread-you-inside"));
    }
    names.push(talk.referral.advisor.1.split_whitespace().next().unwrap_or_default().to_owned());
    if readers.include(Writer::Partner) {
        names.push(talk.referral.partner_name().to_owned());
    }
    language.list(&names, Joiner::And)
}

fn answer(language: Language, talk: &Talk, page: &str) -> Markup {
    let number = talk.referral.number;
    html! {
        @if talk.choices.is_empty() {
            p class="dim" { (language.sentence(&language.word("thread-closed"))) }
        } @else {
            details {
                summary { (language.word("home-answer")) }
                form class="in stack" method="post" action={ (page) "/messages" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    div {
                        label for={ "body-" (number) } { (language.word("thread-write")) " " span class="hint" id={ "hint-" (number) } { (language.say("thread-at-most", Args::default().with("most", language.number(2_000)))) } }
                        textarea class="inp" id={ "body-" (number) } name="body" rows="3" aria-describedby={ "hint-" (number) } {}
                    }
                    fieldset {
                        legend class="lbl-h" { (language.word("thread-who-reads")) }
                        div class="chips" {
                            @for (place, readers) in talk.choices.iter().enumerate() {
                                label { input type="radio" name="readers" value=(readers.code()) checked[place == 0]; span { (names(language, talk, *readers, false)) } }
                            }
                        }
                    }
                    button class="btn main full" { (language.word("thread-send")) }
                }
            }
        }
    }
}

/// What the page of asking shows.
pub(in crate::portal) struct Ask<'a> {
    pub language: Language,
    pub standings: &'a [Standing],
    pub asked: &'a [(Referral, bool)],
    pub leaf: Leaf,
    pub has_more: bool,
    pub form: &'a AskForm,
    pub complaints: &'a Complaints,
    pub today: Day,
}

pub(in crate::portal) fn ask(page: &Ask<'_>) -> Markup {
    let language = page.language;
    let title = language.word("help-with-something-else");
    let body = html! {
        div class="stack" {
            (back(language))
            h1 { (title) }
            (parts::errors(language, page.complaints))
            @if page.standings.is_empty() { p class="lead" { (language.sentence(&language.word("ask-nobody"))) } } @else { (form(page)) }
            (before(page))
        }
    };
    Frame { language, title: &title, address: "/me/requests", is_error: !page.complaints.is_empty() }.draw(body)
}

fn form(page: &Ask<'_>) -> Markup {
    let (language, form, complaints) = (page.language, page.form, page.complaints);
    let choose = std::iter::once((String::new(), language.word("choose")));
    let kinds: Vec<(String, String)> =
        choose.chain(Kind::ALL.iter().map(|kind| (kind.code().to_owned(), super::kind_alone(language, *kind)))).collect();
    let urgencies: Vec<(String, String)> =
        Urgency::ALL.iter().map(|urgency| (urgency.code().to_owned(), language.word(&format!("urgency-{}", urgency.code())))).collect();
    let urgency = if form.urgency.is_empty() { Urgency::ThisMonth.code() } else { &form.urgency };
    html! {
        form class="card" method="post" action="/me/requests" {
            div class="in stack" {
                (parts::form_key(&forms::fresh_key(), None))
                @if page.standings.len() > 1 {
                    @let places: Vec<(String, String)> = page.standings.iter().enumerate().map(|(place, one)| (place.to_string(), format!("{} · {}", one.name, one.program.1))).collect();
                    (parts::field("place", &language.word("ask-for-which"), None, complaints, |wiring| wiring.select(&form.place.to_string(), &places)))
                }
                (parts::field("kind", &language.word("ask-kind"), None, complaints, |wiring| wiring.select(&form.kind, &kinds)))
                (parts::field("need", &language.word("ask-need"), Some(&language.word("own-words-hint")), complaints, |wiring| wiring.area(&form.need, 4)))
                (parts::field("urgency", &language.word("ask-urgency"), None, complaints, |wiring| wiring.select(urgency, &urgencies)))
                button class="btn main full" { (language.word("ask-button")) }
                p class="small dim" { (language.join(&[language.word("ask-when"), language.word("told-nothing-shared-yet")])) }
            }
        }
    }
}

fn before(page: &Ask<'_>) -> Markup {
    let language = page.language;
    html! {
        @if !page.asked.is_empty() {
            (parts::card("asked", &language.word("asked-before"), html! {
                ul class="rows" {
                    @for (one, is_taken) in page.asked {
                        li {
                            p { a href={ "/me/referrals/" (one.id) } { (super::kind_alone(language, one.kind)) } " · " span dir="ltr" { (one.label()) } }
                            p class="said" dir="auto" { (one.need) }
                            p class="dim" { (super::requests::standing(language, one, *is_taken, page.today)) }
                        }
                    }
                }
                (parts::leaves_in(language, "/me/requests", page.leaf, page.has_more))
            }))
        }
    }
}
