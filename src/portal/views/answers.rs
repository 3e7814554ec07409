//! What somebody answers on their page: a question of the partner, how it went, and that it shall stop. One tap is an answer.

use super::StatusPage;
use crate::i18n::Language;
use crate::referrals::asks::Asks;
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Status};
use crate::referrals::queries;
use crate::values::Called;
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What a field that was left blank asks for.
pub(in crate::portal) fn missing(fact: Fact, language: Language) -> String {
    language.word(match fact {
        Fact::Answer => "missing-answer",
        Fact::NeedMet => "missing-need-met",
        Fact::ReasonText => "missing-reason",
        Fact::Comment => "missing-comment",
        _ => "missing-something",
    })
}

/// The hidden fields of every answer.
fn hidden(page: &StatusPage<'_>, event: Event) -> Markup {
    html! {
        input type="hidden" name="event" value=(event.code());
        (parts::form_key(&forms::fresh_key(), Some(page.seen.story.referral.version)))
    }
}

fn action(page: &StatusPage<'_>) -> String {
    format!("{}/events", page.base)
}

/// A deed that needs no words: one button.
pub(super) fn press(page: &StatusPage<'_>, event: Event, words: &str) -> Markup {
    html! { form method="post" action=(action(page)) { (hidden(page, event)) button class="btn" { (words) } } }
}

/// What was typed into the form of an event that came back, and what is wrong with it.
fn again<'a>(page: &'a StatusPage<'_>, event: Event) -> (impl Fn(Fact) -> String + 'a, Complaints) {
    let form = page.again.filter(|(form, _)| form.event == event);
    let complaints = form.map(|(_, complaints)| complaints.clone()).unwrap_or_default();
    (move |fact| form.map(|(form, _)| form.of(fact).to_owned()).unwrap_or_default(), complaints)
}

/// The answer to what the partner wants to know.
pub(super) fn provide(page: &StatusPage<'_>) -> Markup {
    parts::card("send", &page.word("answer-heading"), provide_form(page))
}

fn provide_form(page: &StatusPage<'_>) -> Markup {
    let (typed, complaints) = again(page, Event::ProvideInformation);
    html! {
        form class="in stack" method="post" action=(action(page)) {
            (hidden(page, Event::ProvideInformation))
            (parts::field(Fact::Answer.code(), &page.word("answer-label"), None, &complaints, |wiring| wiring.area(&typed(Fact::Answer), 3)))
            button class="btn main full" { (page.word("answer-send")) }
        }
    }
}

/// The one thing that is asked, first and alone.
pub(in crate::portal) fn answering(page: &StatusPage<'_>, asks: Asks) -> Markup {
    let words = &page.seen.words;
    let (heading, body) = match asks {
        Asks::Share => (page.word("share-heading"), super::sharing::question_form(page)),
        Asks::Question => (words.question.clone().unwrap_or_else(|| page.word("answer-heading")), provide_form(page)),
        Asks::Renewal => (page.word("renew-heading"), super::sharing::renewal(page)),
        Asks::Met => (page.word("met-question"), met_form(page)),
        Asks::Contact => (page.word("contact-heading"), contact_form(page)),
    };
    let html = html! {
        div class="stack" {
            p class="small dim" { (page.about()) " · " bdi { (page.seen.story.referral.label()) } }
            h1 dir="auto" { (heading) }
            section class="card" aria-label=(heading) { (body) }
            p { a class="btn full" href=(page.base) { (page.word("answer-page-link")) } }
        }
    };
    solo(&Solo { title: &heading, language: page.language, switch: Some(page.switch), ..Solo::default() }, html)
}

/// The partner said yes and promised to call. Did anybody?
pub(super) fn contact(page: &StatusPage<'_>) -> Markup {
    let is_asked = page.seen.asks == Some(Asks::Contact);
    let told = page.seen.contact_told.filter(|_| !is_asked && page.seen.story.state.now.status == Status::Accepted);
    html! {
        @if is_asked { (parts::card("contact", &page.word("contact-heading"), contact_form(page))) }
        @if let Some(told) = told { (parts::card("contact", &page.word("contact-heading"), contact_said(page, told.called))) }
    }
}

/// What they said, and the other answer for whoever pressed the wrong one or has been called since.
fn contact_said(page: &StatusPage<'_>, called: Called) -> Markup {
    let (said, code, other) = match called {
        Called::Yes => ("contact-yes-said", "no", "contact-no"),
        Called::No => ("contact-no-said", "yes", "contact-yes"),
    };
    html! {
        form class="in stack" method="post" action={ (page.base) "/contact" } {
            p { (page.word("met-you-said")) " " b { (page.word(said)) } }
            (parts::form_key(&forms::fresh_key(), None))
            p { button class="btn" name="called" value=(code) { (page.word(other)) } }
        }
    }
}

fn contact_form(page: &StatusPage<'_>) -> Markup {
    html! {
        form class="in stack" method="post" action={ (page.base) "/contact" } {
            (parts::form_key(&forms::fresh_key(), None))
            p { (page.language.join(&[page.say("contact-why")])) }
            div class="both" { @for (code, key) in [("yes", "contact-yes"), ("no", "contact-no")] { button class="btn full" name="called" value=(code) { (page.word(key)) } } }
        }
    }
}

/// Did it meet the need? Three buttons record the answer at once; what else there is to say comes afterwards, if they want.
pub(super) fn confirm(page: &StatusPage<'_>) -> Markup {
    let standing = &page.seen.story.state.now;
    let is_asked = standing.answer.is_none() && standing.status == Status::Completed;
    let last = page.seen.story.log.iter().rev().find(|line| line.event == Event::Confirm);
    let said = last.filter(|_| standing.answer.is_some()).and_then(|line| line.sheet.get(&Fact::NeedMet)).map_or("", String::as_str);
    let heading = page.word(if said.is_empty() { "met-heading" } else { "met-heading-change" });
    let is_again = page.again.is_some_and(|(form, _)| form.event == Event::Confirm);
    let body = html! {
        div class="in stack" {
            @if let Some((_, words)) = met(page.language).into_iter().find(|(code, _)| code == said) { p { (page.word("met-you-said")) " " b { (words) } } }
            p { b { (page.word("met-question")) } }
            (met_buttons(page, if is_asked { "btn main" } else { "btn" }))
            details open[is_again] {
                summary { (page.word("met-say-more")) }
                (more(page, said))
            }
        }
    };
    parts::card("confirm", &heading, body)
}

/// For the page of a notice: the buttons, and the rest of the form for whoever wants to say more.
fn met_form(page: &StatusPage<'_>) -> Markup {
    html! {
        div class="in stack" {
            p { (page.next) }
            (met_buttons(page, "btn main"))
            details { summary { (page.word("met-say-more")) } (more(page, "")) }
        }
    }
}

fn met_buttons(page: &StatusPage<'_>, class: &str) -> Markup {
    html! {
        form method="post" action=(action(page)) {
            (hidden(page, Event::Confirm))
            div class="thirds" { @for (code, words) in met(page.language) { button class=(class) name=(Fact::NeedMet.code()) value=(code) { (words) } } }
        }
    }
}

fn met(language: Language) -> [(String, String); 3] {
    [("yes", "yes"), ("partly", "partly"), ("no", "no")].map(|(code, key)| (code.to_owned(), language.word(key)))
}

/// The whole answer.
fn more(page: &StatusPage<'_>, said: &str) -> Markup {
    let (typed, complaints) = again(page, Event::Confirm);
    let none = || (String::new(), page.word("no-answer"));
    let options = |keys: &[(&str, &str)]| -> Vec<(String, String)> {
        std::iter::once(none()).chain(keys.iter().map(|(code, key)| ((*code).to_owned(), page.word(key)))).collect()
    };
    let kind = page.seen.story.referral.kind.code();
    let missing: Vec<(String, String)> = std::iter::once(none())
        .chain(page.seen.choices.missing.iter().map(|code| {
            let words = queries::client_words(code, page.language, "missing", kind);
            (code.code.clone(), words.trim_end_matches(['.', '。']).to_owned())
        }))
        .collect();
    let chosen = if typed(Fact::NeedMet).is_empty() { said.to_owned() } else { typed(Fact::NeedMet) };
    let field = |fact: Fact, key: &str, options: &[(String, String)]| {
        parts::field(fact.code(), &page.word(key), None, &complaints, |wiring| wiring.select(&typed(fact), options))
    };
    html! {
        form class="in stack" method="post" action=(action(page)) {
            (hidden(page, Event::Confirm))
            (parts::field(Fact::NeedMet.code(), &page.word("met-question"), None, &complaints, |wiring| wiring.select(&chosen, &options(&[("yes", "yes"), ("partly", "partly"), ("no", "no")]))))
            (field(Fact::Happened, "happened-question", &options(&[("yes", "yes"), ("not_as_reported", "not-quite"), ("no", "no")])))
            (field(Fact::WasMissing, "was-missing-question", &missing))
            (field(Fact::Rating, "respect-question", &options(&[("5", "respect-5"), ("4", "respect-4"), ("3", "respect-3"), ("2", "respect-2"), ("1", "respect-1")])))
            (parts::field(Fact::Comment.code(), &page.word("comment-label"), Some(&page.word("optional")), &complaints, |wiring| wiring.area(&typed(Fact::Comment), 3)))
            (field(Fact::CommentVisibility, "comment-readers", &[("program".to_owned(), page.word("comment-program")), ("partner".to_owned(), page.word("comment-partner"))]))
            button class="btn main full" { (page.word("answer-send")) }
        }
    }
}

/// Are you sure: what stops, and what cannot be taken back.
pub(in crate::portal) fn stopping(page: &StatusPage<'_>) -> Markup {
    let heading = page.word("stop-heading");
    let body = html! {
        div class="stack" {
            p class="small dim" { (page.about()) " · " bdi { (page.seen.story.referral.label()) } }
            h1 { (heading) }
            (page.summary())
            @if page.open.contains(&Event::Withdraw) {
                ul class="stack" {
                    @for key in ["stop-partner-told", "told-no-longer-open", "told-cannot-be-unread", "page-ask-help-again"] { li { (page.language.join(&[page.say(key)])) } }
                }
                (withdraw(page))
            } @else {
                p class="lead" { (page.language.join(&[page.word("stop-not-open")])) }
            }
            p { a class="btn" href=(page.base) { (page.word("stop-go-back")) } }
        }
    };
    let title = page.title(&heading);
    let foot = page.works_until.is_none().then(|| parts::leave(page.language));
    solo(&Solo { title: &title, language: page.language, switch: Some(page.switch), foot, ..Solo::default() }, body)
}

fn withdraw(page: &StatusPage<'_>) -> Markup {
    let (typed, complaints) = again(page, Event::Withdraw);
    let why = page.seen.choices.withdraw.iter().map(|code| {
        let key = format!("why-{}", code.code);
        let words = if page.language.has(&key) { page.word(&key) } else { code.client_label.clone() };
        (code.code.clone(), words)
    });
    let reasons: Vec<(String, String)> = std::iter::once((String::new(), page.word("no-answer"))).chain(why).collect();
    let wants_nothing = Fact::WantsNothingMore.code();
    html! {
        form class="card" method="post" action=(action(page)) {
            div class="in stack" {
                (hidden(page, Event::Withdraw))
                (parts::field(Fact::Reason.code(), &page.word("stop-why"), Some(&page.word("optional")), &complaints, |wiring| wiring.select(&typed(Fact::Reason), &reasons)))
                (parts::field(Fact::ReasonText.code(), &page.word("own-words"), Some(&page.word("optional")), &complaints, |wiring| wiring.text(&typed(Fact::ReasonText), "text")))
                div class="tick" { input type="checkbox" id=(wants_nothing) name=(wants_nothing) value="yes" checked[!typed(Fact::WantsNothingMore).is_empty()]; label for=(wants_nothing) { (page.word("stop-no-other-help")) } }
                button class="btn main full" { (page.word("stop-button")) }
            }
        }
    }
}
