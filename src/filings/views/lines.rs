//! The lines of a funder's own table.

use super::FilingPage;
use crate::filings::OwnLine;
use crate::measures::kind_choices;
use crate::values::{ListedMeasure, Vocabulary};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// What is typed of a line.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LineForm {
    pub(in crate::filings) version: i64,
    pub(in crate::filings) section: String,
    pub(in crate::filings) label: String,
    pub(in crate::filings) measure: String,
    pub(in crate::filings) kind: String,
    pub(in crate::filings) place: String,
}

/// What a line counts, in words.
fn counted(line: &OwnLine) -> String {
    let kind = line.kind.as_ref().and_then(|kind| line.measure.kinds().all().into_iter().find(|(code, _)| code == kind));
    let mut words = vec![line.measure.label().to_owned()];
    words.extend(kind.map(|(_, label)| label.to_lowercase()));
    words.extend(line.place.as_ref().map(|place| format!("in {place}")));
    words.join(", ")
}

pub(super) fn card(page: &FilingPage<'_>, form: &LineForm, complaints: &Complaints) -> Markup {
    let is_in_force = page.filing.ended.is_none();
    parts::card(
        "lines",
        "Lines of the table",
        html! {
            @if page.lines.is_empty() { (parts::empty("The table has no line yet", "Add what the funder asks for, in its own words. Each line is counted of what is written down.", None)) }
            ul class="rows" { @for line in page.lines { (row(page, line, is_in_force)) } }
            @if is_in_force { (new(page, form, complaints)) }
        },
    )
}

fn row(page: &FilingPage<'_>, line: &OwnLine, is_in_force: bool) -> Markup {
    html! {
        li {
            div class="row" {
                b { (line.section) ": " (line.label) }
                @if let Some(id) = line.id.as_ref().filter(|_| is_in_force) {
                    form method="post" action={ "/filings/" (page.filing.id) "/removals" } {
                        input type="hidden" name="line" value=(id);
                        input type="hidden" name="version" value=(page.filing.version);
                        button class="btn mini" { "Strike out" span class="vh" { ": " (line.section) ", " (line.label) } }
                    }
                }
            }
            p class="small dim" { (counted(line)) }
        }
    }
}

fn new(page: &FilingPage<'_>, form: &LineForm, complaints: &Complaints) -> Markup {
    let everywhere = std::iter::once((String::new(), "Everywhere".to_owned()));
    let places: Vec<(String, String)> = everywhere.chain(page.places.iter().map(|place| (place.clone(), place.clone()))).collect();
    html! {
        form class="in stack" method="post" action={ "/filings/" (page.filing.id) "/lines" } {
            h3 { "Add a line" }
            input type="hidden" name="version" value=(page.filing.version);
            (parts::field("section", "Under which head", Some("such as Outputs"), complaints, |wiring| wiring.text(&form.section, "text")))
            (parts::field("label", "What the funder calls it", None, complaints, |wiring| wiring.text(&form.label, "text")))
            (parts::field("measure", "What is counted", None, complaints, |wiring| wiring.select(&form.measure, &parts::options::<ListedMeasure>(None))))
            (parts::field("kind", "Of one kind", Some("optional"), complaints, |wiring| wiring.select(&form.kind, &kind_choices())))
            (parts::field("place", "Where", Some("optional"), complaints, |wiring| wiring.select(&form.place, &places)))
            button class="btn" { "Add the line" }
        }
    }
}
