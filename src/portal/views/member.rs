//! The page of a member of a deciding body: where their words will stand, the form, and the ways back.

use super::home::short;
use crate::bodies::Member;
use crate::i18n::{Args, Language};
use crate::portal::member::WordsForm;
use crate::programs::Program;
use crate::values::{Day, Zone};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub(in crate::portal) struct MemberPage<'p> {
    pub language: Language,
    pub base: String,
    pub member: &'p Member,
    pub program: &'p Program,
    /// The last day of the link.
    pub until: Day,
    pub today: Day,
    pub zone: &'p Zone,
}

pub(in crate::portal) fn page(page: &MemberPage<'_>, form: Option<&WordsForm>, complaints: &Complaints) -> Markup {
    let language = page.language;
    let word = |key: &str| language.word(key);
    let of = |key: &str| {
        let args = Args::default().with("body", page.member.body.2.clone()).with("program", page.program.name.clone());
        language.say(key, args)
    };
    let on = |key: &str, day: Day| language.say(key, Args::default().with("day", short(language, day, page.today)));
    let is_gone = page.member.name_gone_at.is_some();
    let body = html! {
        div class="head" { h1 { (word("member-title")) } p class="dim" { (of("member-lead")) } }
        (parts::errors(language, complaints))
        div class="stack" {
            @if is_gone { div class="box note" { p { (word("member-name-gone")) } } }
            @else {
                section class="card" aria-labelledby="where" { h2 id="where" { (word("member-where-title")) } div class="in stack" {
                    p { (of("member-where")) }
                    p { (word("member-readers")) }
                    p { (word("member-yours")) }
                    p { (word("member-taken-back")) }
                } }
                (own_words(page, form, complaints, &on))
                section class="card" aria-labelledby="name" { h2 id="name" { (word("member-name-title")) } form class="in stack" method="post" action={ (page.base) "/name-removal" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    p { bdi { (page.member.facts.named()) } }
                    p class="dim" { (word("member-name-words")) }
                    button class="btn" { (word("member-name-remove")) }
                } }
            }
            p class="small dim" { (on("member-ends", page.until)) }
        }
    };
    let title = super::title_of(language, &word("member-title"), !complaints.is_empty());
    let switch = format!("/language?next={}", parts::encoded(&page.base));
    solo(&Solo { title: &title, language, switch: Some(&switch), ..Solo::default() }, body)
}

fn own_words(page: &MemberPage<'_>, form: Option<&WordsForm>, complaints: &Complaints, on: &dyn Fn(&str, Day) -> String) -> Markup {
    let language = page.language;
    let word = |key: &str| language.word(key);
    let statement = page.member.statement.as_ref();
    let typed = form.map_or_else(|| statement.map_or("", |statement| statement.words.as_str()), |form| form.words.as_str());
    html! {
        section class="card" aria-labelledby="own" { h2 id="own" { (word("member-field")) }
            div class="in stack" {
                @match statement {
                    Some(statement) => p { b { (on("member-shown", page.zone.day(statement.agreed_at))) } },
                    None => p { (word("member-none")) },
                }
                form class="stack" method="post" action=(page.base) {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("words", &word("member-field"), Some(&word("member-most")), complaints, |wiring| wiring.area(typed, 4)))
                    div {
                        @if let Some(words) = complaints.on("agrees") { span class="err" { (words) } }
                        div class="tick" {
                            input type="checkbox" id="agrees" name="agrees" value="yes" checked[form.is_some_and(|form| form.agrees.is_some())];
                            label for="agrees" { (word("member-agree")) }
                        }
                    }
                    button class="btn main" { (word("member-save")) }
                }
                @if statement.is_some() {
                    form method="post" action={ (page.base) "/withdrawal" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        button class="btn" { (word("member-withdraw")) }
                    }
                }
            }
        }
    }
}
