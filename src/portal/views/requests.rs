//! Asking for help with something else, and what was asked for before.

use super::{Own, kind_alone, title_of};
use crate::i18n::{Args, Language};
use crate::referrals::inbound::RequestForm;
use crate::referrals::{Kind, Referral};
use crate::values::{Day, Urgency, Vocabulary};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

pub(in crate::portal) fn requests(
    own: &Own<'_>,
    referral: &Referral,
    requests: &[(Referral, bool)],
    form: &RequestForm,
    complaints: &Complaints,
    today: Day,
) -> Markup {
    let language = own.language;
    let say = |key: &str| language.word(key);
    let choose = std::iter::once((String::new(), say("choose")));
    let kinds: Vec<(String, String)> =
        choose.chain(Kind::ALL.into_iter().map(|kind| (kind.code().to_owned(), kind_alone(language, kind)))).collect();
    let urgencies: Vec<(String, String)> =
        Urgency::ALL.iter().map(|urgency| (urgency.code().to_owned(), say(&format!("urgency-{}", urgency.code())))).collect();
    let urgency = if form.urgency.is_empty() { Urgency::ThisMonth.code() } else { &form.urgency };
    let heading = say("help-with-something-else");
    let body = html! {
        div class="stack" {
            p class="small dim" { a href=(own.back) { (say("back-to-request")) } " · " bdi { (referral.label()) } }
            @if !requests.is_empty() {
                (parts::card("asked", &say("asked-before"), html! {
                    ul class="rows" { @for (one, is_taken) in requests { li { p { b { (kind_alone(language, one.kind)) } " · " bdi { (one.label()) } } p class="said" dir="auto" { (one.need) } p class="dim" { (standing(language, one, *is_taken, today)) } } } }
                }))
            }
            h1 { (heading) }
            (parts::errors(language, complaints))
            form class="card" method="post" action={ (own.back) "/requests" } {
                div class="in stack" {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("kind", &say("ask-kind"), None, complaints, |wiring| wiring.select(&form.kind, &kinds)))
                    (parts::field("need", &say("ask-need"), Some(&say("own-words-hint")), complaints, |wiring| wiring.area(&form.need, 4)))
                    (parts::field("urgency", &say("ask-urgency"), None, complaints, |wiring| wiring.select(urgency, &urgencies)))
                    button class="btn main full" { (say("ask-button")) }
                    p class="small dim" { (language.join(&[say("ask-when"), say("told-nothing-shared-yet")])) }
                }
            }
        }
    };
    let title = title_of(language, &heading, !complaints.is_empty());
    solo(&Solo { title: &title, language, switch: Some(own.switch), foot: own.foot(), ..Solo::default() }, body)
}

pub(in crate::portal) fn standing(language: Language, one: &Referral, is_taken: bool, today: Day) -> String {
    let say = match (is_taken, one.due_on) {
        (false, Some(due)) => {
            let day = language.short_day(due.date(), today.year());
            language.say("asked-answer-by", Args::default().with("day", day))
        }
        (false, None) => language.word("asked-answer-soon"),
        (true, _) if one.status.is_end() => language.word("asked-over"),
        (true, _) => language.say("asked-looks-after", Args::default().with("advisor", &one.advisor.1)),
    };
    language.join(&[say])
}
