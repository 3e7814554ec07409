//! What is known of somebody, who can see it, and how it is corrected.

use super::{known, page as own_page};
use crate::i18n::{Args, Language};
use crate::people::Owner;
use crate::people::own::{Correction, OwnBusiness};
use crate::rights::queries::copy::share;
use crate::rights::routes::profile::Typed;
use crate::rights::{Reader, words};
use crate::values::{ContactBy, Correctable, Corrected, Vocabulary, Zone};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

pub(in crate::rights) fn page(
    reader: &Reader,
    owner: &Owner,
    businesses: &[OwnBusiness],
    corrections: &[Correction],
    typed: &Typed,
    has_mail: bool,
    zone: &Zone,
) -> Markup {
    let body = html! {
        p { (reader.say("rights-profile-lead")) }
        (reached(reader, owner, typed))
        (email(reader, owner, typed, has_mail))
        @for (place, business) in businesses.iter().enumerate() { (of_business(reader, place, business)) }
        (correct(reader, businesses, typed, has_mail && reader.is_mailed))
        @if !corrections.is_empty() {
            section class="card" aria-labelledby="corrections" {
                h2 id="corrections" { (reader.say("rights-corrections")) }
                ul class="rows" { @for one in corrections { li { (correction(reader, one, zone)) } } }
            }
        }
        section class="card" aria-labelledby="who" {
            h2 id="who" { (reader.say("rights-answers-title")) }
            div class="in stack" { p { (reader.say("rights-answers")) } p { a class="btn" href="/me/about-me" { (reader.say("rights-answers-title")) } } }
        }
    };
    own_page(reader, "/me/profile", "rights-profile-title", &typed.complaints, body)
}

fn reached(reader: &Reader, owner: &Owner, typed: &Typed) -> Markup {
    let mut channels = vec![(String::new(), reader.say("rights-any-way"))];
    channels.extend(ContactBy::ALL.iter().map(|by| (by.code().to_owned(), words::channel(reader.language, *by))));
    let telephone = typed.telephone.as_deref().or(owner.telephone.as_deref()).unwrap_or_default();
    let (complaints, chosen) = (&typed.complaints, owner.contact_by.map_or("", |by| by.code()));
    html! {
        section class="card" aria-labelledby="you" {
            h2 id="you" { (reader.say("rights-part-you")) }
            div class="in stack" {
                p { (reader.say("rights-field-name")) ": " b dir="auto" { (owner.first_name) " " (owner.last_name) } }
                form class="stack" method="post" action="/me/profile" {
                    (parts::form_key(&forms::fresh_key(), Some(owner.version)))
                    (parts::field("telephone", &reader.say("rights-field-telephone"), None, complaints, |wiring| wiring.line(telephone, "tel", Some("tel"))))
                    (reads(reader))
                    (parts::field("contact_by", &reader.say("rights-field-channel"), None, complaints, |wiring| wiring.select(chosen, &channels)))
                    button class="btn main full" { (reader.say("rights-save")) }
                }
                p class="small dim" { (reader.say("rights-seen-contact")) }
            }
        }
    }
}

/// Every language under its own name.
fn reads(reader: &Reader) -> Markup {
    html! {
        div {
            label for="reads" { (reader.say("rights-field-language")) }
            select class="inp" id="reads" name="reads" {
                @for one in Language::offered() { option value=(one.code()) lang=(one.code()) selected[one == reader.language] { (one.name()) } }
            }
        }
    }
}

/// The address that codes go to: changed by whoever came with a code to the old one and brings one from the new.
fn email(reader: &Reader, owner: &Owner, typed: &Typed, has_mail: bool) -> Markup {
    let complaints = &typed.complaints;
    html! {
        section class="card" aria-labelledby="mail" {
            h2 id="mail" { (reader.say("rights-field-email")) }
            div class="in stack" {
                p { b { (known(reader, owner.email.as_deref())) } }
                @if has_mail && reader.is_mailed {
                    @if typed.waits_for_code {
                        form class="stack" method="post" action="/me/profile/email" {
                            input type="hidden" name="version" value=(owner.version);
                            input type="hidden" name="email" value=(typed.email);
                            p { (reader.say_with("rights-code-mailed", Args::default().with("address", &typed.email))) }
                            (parts::field("code", &reader.say("rights-code"), None, complaints, |wiring| wiring.line("", "text", Some("one-time-code"))))
                            button class="btn main full" { (reader.say("rights-email-take")) }
                        }
                    } @else {
                        form class="stack" method="post" action="/me/profile/email-codes" {
                            (parts::field("email", &reader.say("rights-email-new"), None, complaints, |wiring| wiring.line(&typed.email, "email", Some("email"))))
                            button class="btn full" { (reader.say("rights-email-mail")) }
                        }
                    }
                } @else { p { (reader.say(if has_mail { "rights-email-ask" } else { "rights-email-unsent" })) } }
                p class="small dim" { (reader.say("rights-seen-contact")) }
            }
        }
    }
}

fn of_business(reader: &Reader, place: usize, business: &OwnBusiness) -> Markup {
    let id = format!("business{place}");
    let workers = business.workers.map(|workers| reader.language.number(workers));
    let share = share(business.share_bp);
    let rows: [(&str, Option<&str>); 5] = [
        ("rights-field-product", business.product.as_deref()),
        ("rights-field-address", Some(business.address.as_str())),
        ("rights-field-workers", workers.as_deref()),
        ("rights-field-ownership", Some(share.as_str())),
        ("rights-col-program", Some(business.program.1.as_str())),
    ];
    html! {
        section class="card" aria-labelledby=(id) {
            h2 id=(id) dir="auto" { (business.name) }
            div class="in stack" {
                dl class="facts" { @for (key, value) in rows { div { dt { (reader.say(key)) } dd { (known(reader, value)) } } } }
                p class="small dim" { (reader.say("rights-seen-business")) }
            }
        }
    }
}

fn correct(reader: &Reader, businesses: &[OwnBusiness], typed: &Typed, can_mail: bool) -> Markup {
    let mut choices = vec![(String::new(), reader.say("rights-choose"))];
    for what in Correctable::ALL.iter().filter(|what| !can_mail || **what != Correctable::Email) {
        let fact = words::fact(reader.language, *what);
        if matches!(what, Correctable::PersonName | Correctable::Email) {
            choices.push((format!("{}.0", what.code()), fact));
        } else {
            choices.extend(businesses.iter().enumerate().map(|(place, one)| {
                let words = if businesses.len() > 1 { format!("{fact}: {}", one.name) } else { fact.clone() };
                (format!("{}.{place}", what.code()), words)
            }));
        }
    }
    let complaints: &Complaints = &typed.complaints;
    html! {
        section class="card" aria-labelledby="correct" {
            h2 id="correct" { (reader.say("rights-correct")) }
            form class="in stack" method="post" action="/me/profile/corrections" {
                p { (reader.say("rights-correct-lead")) }
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("what", &reader.say("rights-correct-what"), None, complaints, |wiring| wiring.select(&typed.what, &choices)))
                (parts::field("value", &reader.say("rights-correct-value"), None, complaints, |wiring| wiring.text(&typed.value, "text")))
                button class="btn full" { (reader.say("rights-correct-ask")) }
            }
        }
    }
}

fn correction(reader: &Reader, one: &Correction, zone: &Zone) -> Markup {
    let args = || Args::default().with("fact", words::fact(reader.language, one.what)).with("old", &one.old).with("new", &one.new);
    html! {
        p { (reader.say_with("rights-correction", args())) }
        @match &one.answer {
            None => p class="dim" { (reader.say_with("rights-correction-open", Args::default().with("day", reader.day(one.due_on)))) },
            Some((answer, at, said)) => {
                p class="dim" {
                    b { (words::answered(reader.language, *answer)) } " · " (reader.day(zone.day(*at)))
                }
                @if let Some(said) = said { p class="said" dir="auto" { (said) } }
                @else if *answer == Corrected::Kept { p class="dim" { (reader.say("rights-call-why")) } }
            },
        }
    }
}
