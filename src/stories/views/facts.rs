//! The form of a story: a new one, and one that is changed.

use super::{above, titled};
use crate::auth::Viewer;
use crate::i18n::Language;
use crate::people::Client;
use crate::stories::form::StoryForm;
use crate::stories::{MOST_TITLE, MOST_WORDS, State, Story, Uses};
use crate::values::StoryName;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// A box to tick for each place where a story may stand; `only` leaves out what was not asked for.
pub(super) fn places(legend: &str, ticked: Uses, only: Uses, complaints: &Complaints) -> Markup {
    let places = [
        ("public", "On a public page of its own, that anybody can read without signing in", ticked.public, only.public),
        (
            "reports",
            "In the program's reports to those who give money, as long as they are drawn anew each time",
            ticked.reports,
            only.reports,
        ),
        ("export", "In a file that the program hands on", ticked.export, only.export),
    ];
    html! {
        fieldset {
            legend class="lbl-h" { (legend) }
            @if let Some(words) = complaints.on("public") { span class="err" { (words) } }
            @for (name, words, is_ticked, is_asked) in places {
                @if is_asked {
                    div class="tick" {
                        input type="checkbox" id=(name) name=(name) value="yes" checked[is_ticked];
                        label for=(name) { (words) }
                    }
                }
            }
        }
    }
}

fn fields(form: &StoryForm, complaints: &Complaints) -> Markup {
    let languages: Vec<(String, String)> =
        Language::offered().map(|language| (language.code().to_owned(), language.name().to_owned())).collect();
    let all = Uses { public: true, reports: true, export: true };
    html! {
        p class="box note" { "Write who somebody is - race, sex, disability, service in the military - only if they say it of themselves and want it told. Colleagues read the draft, and what is shown can be read by anybody. It is counted nowhere." }
        (parts::field("title", "Title", Some(&format!("at most {MOST_TITLE} characters")), complaints, |wiring| wiring.text(&form.title, "text")))
        (parts::field("words", "The story", Some(&format!("plain text, at most {MOST_WORDS} characters; an empty line begins a new paragraph")), complaints, |wiring| wiring.area(&form.words, 12)))
        (parts::field("language", "In which language is it written?", None, complaints, |wiring| wiring.select(&form.language, &languages)))
        (parts::field("named_as", "How is the client named?", None, complaints, |wiring| wiring.select(&form.named_as, &parts::options::<StoryName>(None))))
        (parts::field("described", "What stands for a name, where there is none", Some("such as: a baker in Sunset Park"), complaints, |wiring| wiring.text(&form.described, "text")))
        (places("Where may it stand? The client is asked for these, and may agree to fewer", form.uses(), all, complaints))
    }
}

/// A new story.
pub(in crate::stories) fn new(viewer: &Viewer, client: &Client, form: &StoryForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(above(client)), "Write a story", Some(html! { "Saved, it is a draft. Nobody outside reads it before the client agrees to these very words." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/clients/" (client.id) "/stories" } {
            (parts::form_key(&key, None))
            (fields(form, complaints))
            div class="row" { button class="btn main" { "Save the draft" } a class="btn" href={ "/clients/" (client.id) "/stories" } { "Back" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Write a story", complaints), "/clients"), body)
}

/// A story that is changed. What that does to a yes is said before.
pub(in crate::stories) fn facts(viewer: &Viewer, story: &Story, form: &StoryForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let above = html! { a href="/stories" { "Stories" } " / " a href={ "/stories/" (story.id) } { bdi { (story.facts.title) } } };
    let body = html! {
        (parts::head(Some(above), "Change a story", None))
        @match story.state {
            State::Live => div class="box stop" { p { b { "Saving takes this story down at once." } " The client agreed to the words as they are now. Changed, they are asked anew, and until they agree it is shown nowhere." } },
            State::Asked => div class="box note" { p { "The client was asked about the words as they are now. Changed, that link closes, and you ask them again." } },
            _ => {}
        }
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/stories/" (story.id) "/facts" } {
            (parts::form_key(&key, Some(form.version)))
            (fields(form, complaints))
            div class="row" {
                button class="btn main" { @if story.state == State::Live { "Take it down and save changes" } @else { "Save changes" } }
                a class="btn" href={ "/stories/" (story.id) } { "Back" }
            }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Change a story", complaints), "/clients"), body)
}
