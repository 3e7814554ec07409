//! The pages before somebody is inside: where a code is asked for, where it is typed, and who one is.

use crate::auth::{House, mailing};
use crate::error::Result;
use crate::i18n::{Args, Language};
use crate::portal::sign_in::numbers;
use crate::programs::Program;
use crate::values::digits;
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// What all of them show.
pub(in crate::portal) struct Shown<'a> {
    pub language: Language,
    /// Whom to call.
    pub programs: Vec<Program>,
    /// Where to go on afterwards.
    pub next: &'a str,
    /// They were inside before.
    pub is_away: bool,
    /// What they had typed is kept.
    pub has_typed: bool,
    /// A number may be typed too.
    pub takes_numbers: bool,
    /// An address may be typed.
    pub takes_addresses: bool,
}

impl Shown<'_> {
    pub async fn new(house: &House, language: Language) -> Result<Self> {
        Ok(Self {
            language,
            programs: numbers(house).await?,
            next: "",
            is_away: false,
            has_typed: false,
            takes_numbers: house.gateway.is_set_up(),
            takes_addresses: house.mailer.is_set_up() || mailing::is_shown(house),
        })
    }

    fn say(&self, key: &str) -> String {
        self.language.word(key)
    }

    fn whole(&self, key: &str) -> String {
        self.language.sentence(&self.say(key))
    }

    fn page(&self, key: &str, complaints: &Complaints, body: Markup) -> Markup {
        let title = self.say(key);
        let title = if complaints.is_empty() { title } else { self.language.say("title-error", Args::default().with("title", title)) };
        solo(&Solo { title: &title, language: self.language, switch: Some("/language?next=%2Fme%2Fsign-in"), ..Solo::default() }, body)
    }

    fn contact_keys(&self) -> (&'static str, &'static str) {
        match (self.takes_addresses, self.takes_numbers) {
            (true, true) => ("sign-in-either", "text"),
            (false, true) => ("sign-in-number", "tel"),
            _ => ("sign-in-address", "email"),
        }
    }

    fn hidden(&self) -> Markup {
        html! { @if !self.next.is_empty() { input type="hidden" name="next" value=(self.next); } }
    }

    /// Whom to call, and the other way in.
    fn otherwise(&self) -> Markup {
        html! {
            p { a class="btn full" href="/c" { (self.say("sign-in-letter")) } }
            p { (self.whole("sign-in-call")) }
            (self.call())
        }
    }

    fn call(&self) -> Markup {
        html! {
            ul {
                @for program in &self.programs {
                    li { bdi { (program.name) } @if let Some(number) = &program.telephone { ": " a href={ "tel:" (digits(number)) } dir="ltr" { (number) } } }
                }
            }
        }
    }
}

fn away(shown: &Shown<'_>) -> Markup {
    html! {
        @if shown.has_typed { p class="box note" role="status" { (shown.whole("sign-in-away-typed")) } }
        @else if shown.is_away { p class="box note" role="status" { (shown.whole("sign-in-away")) } }
    }
}

/// Where an address or a number is typed.
pub(in crate::portal) fn ask(shown: &Shown<'_>, typed: &str, complaints: &Complaints) -> Markup {
    let (label, kind) = shown.contact_keys();
    let body = html! {
        div class="stack" {
            (away(shown))
            div class="hero" { h1 { (shown.say("sign-in-title")) } p { (shown.whole("sign-in-lead")) } }
            (parts::errors(shown.language, complaints))
            form class="card" method="post" action="/me/sign-in/codes" {
                div class="in stack" {
                    (shown.hidden())
                    (parts::field("contact", &shown.say(label), Some(&shown.say("sign-in-contact-hint")), complaints, |wiring| wiring.line(typed, kind, Some(autofill(kind)))))
                    button class="btn main full" { (shown.say("sign-in-send")) }
                }
            }
            (shown.otherwise())
        }
    };
    shown.page("sign-in-title", complaints, body)
}

fn autofill(kind: &str) -> &'static str {
    match kind {
        "tel" => "tel",
        "email" => "email",
        _ => "username",
    }
}

/// Without a mail server and a gateway there are letters and calls.
pub(in crate::portal) fn no_way(shown: &Shown<'_>) -> Markup {
    let body = html! {
        div class="stack" {
            (away(shown))
            div class="hero" { h1 { (shown.say("sign-in-no-way-title")) } p { (shown.whole("sign-in-no-way")) } }
            (shown.otherwise())
        }
    };
    shown.page("sign-in-no-way-title", &Complaints::default(), body)
}

/// Where the code is typed: the same for an address that nobody has. In a made-up city, with what would have been sent.
pub(in crate::portal) fn ask_code(shown: &Shown<'_>, contact: &str, made_up: Option<Option<&str>>, complaints: &Complaints) -> Markup {
    let (label, kind) = shown.contact_keys();
    let body = html! {
        div class="stack" {
            @match made_up {
                Some(Some(code)) => p class="box note" role="status" { (shown.language.say("sign-in-made-up", Args::default().with("code", code))) },
                Some(None) => p class="box note" role="status" { (shown.say("sign-in-made-up-none")) },
                None => {}
            }
            div class="hero" { h1 { (shown.say("sign-in-code-title")) } p { (shown.whole("sign-in-code-lead")) } }
            (parts::errors(shown.language, complaints))
            form class="card" method="post" action="/me/sign-in" {
                div class="in stack" {
                    (shown.hidden())
                    (parts::field("code", &shown.say("sign-in-code"), Some(&shown.say("sign-in-code-hint")), complaints, |wiring| wiring.digits()))
                    (parts::field("contact", &shown.say(label), None, complaints, |wiring| wiring.line(contact, kind, Some(autofill(kind)))))
                    div class="tick" {
                        input type="checkbox" id="stay" name="stay" value="yes" aria-describedby="stay-hint";
                        label for="stay" { (shown.say("sign-in-stay")) }
                    }
                    p class="small dim" id="stay-hint" { (shown.whole("sign-in-stay-hint")) }
                    button class="btn main full" { (shown.say("sign-in-open")) }
                }
            }
            p { a href="/me/sign-in" { (shown.say("sign-in-another")) } }
            (shown.otherwise())
        }
    };
    shown.page("sign-in-code-title", complaints, body)
}

/// Several people share an address: which of them is it?
pub(in crate::portal) fn who(shown: &Shown<'_>, names: &[&str]) -> Markup {
    let body = html! {
        div class="stack" {
            div class="hero" { h1 { (shown.say("sign-in-who-title")) } p { (shown.whole("sign-in-who")) } }
            form class="card" method="post" action="/me/sign-in/who" {
                div class="in stack" {
                    @for (place, name) in names.iter().enumerate() {
                        button class="btn full" name="who" value=(place) { bdi { @if name.is_empty() { (shown.say("sign-in-who-unnamed")) } @else { (name) } } }
                    }
                }
            }
            p { a href="/me/sign-in" { (shown.say("sign-in-another")) } }
        }
    };
    shown.page("sign-in-who-title", &Complaints::default(), body)
}
