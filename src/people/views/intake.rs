//! The page on what a client signed and said at the beginning.

use super::above;
use crate::auth::Viewer;
use crate::people::Client;
use crate::values::codes::{self, List};
use crate::values::{Day, InBusiness};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// What is typed of it.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntakeForm {
    pub(in crate::people) is_on_file: String,
    pub(in crate::people) signed_on: String,
    pub(in crate::people) may_survey: String,
    pub(in crate::people) in_business: String,
    pub(in crate::people) seeking: String,
    #[serde(default)]
    pub(in crate::people) media: Vec<String>,
    pub(in crate::people) media_words: String,
    pub(in crate::people) version: i64,
}

fn yes_no(empty: &str) -> Vec<(String, String)> {
    [("", empty), ("yes", "Yes"), ("no", "No")].map(|(code, words)| (code.to_owned(), words.to_owned())).to_vec()
}

pub(in crate::people) fn intake(viewer: &Viewer, client: &Client, form: &IntakeForm, today: Day, complaints: &Complaints) -> Markup {
    let topics: Vec<(String, String)> = std::iter::once((String::new(), "Not written down".to_owned()))
        .chain(codes::offered(List::Topics, today).map(|row| (row.code.clone(), row.label.clone())))
        .collect();
    let below = html! { "What they signed and said when the program took them in. Leave empty what nobody asked: a filing then says what it lacks, and makes nothing up." };
    let body = html! {
        (parts::head(Some(above(client)), "Intake", Some(below)))
        (parts::error_summary(complaints))
        section class="card" {
            form class="in stack" method="post" {
                input type="hidden" name="version" value=(form.version);
                div class="pair apart" {
                    (parts::field("is_on_file", "Is their signed agreement on file?", None, complaints, |wiring| wiring.select(&form.is_on_file, &yes_no("Nobody looked"))))
                    (parts::field("signed_on", "Signed on", None, complaints, |wiring| wiring.text(&form.signed_on, "date")))
                }
                (parts::field("may_survey", "May a funder ask them how it went?", Some("the survey question of the agreement"), complaints, |wiring| wiring.select(&form.may_survey, &yes_no("Nobody asked"))))
                (parts::field("in_business", "In business?", Some("a sale, a hire, capital or an expense"), complaints, |wiring| wiring.select(&form.in_business, &parts::options::<InBusiness>(Some("As the stage says")))))
                (parts::field("seeking", "What they came for", None, complaints, |wiring| wiring.select(&form.seeking, &topics)))
                fieldset id="media" {
                    legend class="lbl-h" { "How they heard of the program" }
                    @if let Some(words) = complaints.on("media") { span class="err" { (words) } }
                    div class="ticks" {
                        @for row in codes::offered(List::Media, today) {
                            div class="tick" {
                                input type="checkbox" id={ "media-" (row.code) } name="media" value=(row.code) checked[form.media.contains(&row.code)];
                                label for={ "media-" (row.code) } { (row.label) }
                            }
                        }
                    }
                }
                (parts::field("media_words", "How else", Some("optional"), complaints, |wiring| wiring.text(&form.media_words, "text")))
                div class="row" { button class="btn main" { "Save intake" } a href={ "/clients/" (client.id) } { "Back without saving" } }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { "Intake" } else { "Error: Intake" }, "/clients"), body)
}
