//! Recording a filing.

use super::{Payers, RecordForm};
use crate::auth::{Viewer, proof};
use crate::values::{FilingForm, LmiBasis, ProviderRelation, ProviderType, Question, Vocabulary};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

pub(super) fn card(viewer: &Viewer, payers: &[Payers<'_>], form: &RecordForm, complaints: &Complaints, not_yet: &Markup) -> Markup {
    let options: Vec<(String, String)> = std::iter::once((String::new(), "Choose a program".to_owned()))
        .chain(payers.iter().map(|(program, _)| (program.id.to_string(), program.name.clone())))
        .collect();
    let paid = payers.iter().flat_map(|(program, sources)| {
        sources
            .iter()
            .filter(|source| source.retired_on.is_none())
            .map(|source| (source.id.to_string(), format!("{}: {}", program.name, source.facts.name)))
    });
    let sources: Vec<(String, String)> = std::iter::once((String::new(), "Whoever paid".to_owned())).chain(paid).collect();
    parts::card(
        "record",
        "Record a filing",
        html! {
            form class="in stack" method="post" action="/filings" {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &options)))
                (parts::field("recipient", "Who gets it", Some("clients read this name"), complaints, |wiring| wiring.text(&form.recipient, "text")))
                (parts::field("authority", "What requires it", Some("the law, rule or contract, with its number"), complaints, |wiring| wiring.text(&form.authority, "text")))
                fieldset id="question" {
                    legend class="lbl-h" { "What it asks for" }
                    @if let Some(words) = complaints.on("question") { span class="err" { (words) } }
                    @for question in Question::ALL {
                        div class="tick" {
                            input type="checkbox" id={ "q-" (question.code()) } name="question" value=(question.code()) checked[form.question.iter().any(|chosen| chosen == question.code())];
                            label for={ "q-" (question.code()) } { (question.label()) }
                        }
                    }
                }
                (parts::field("form", "How it is written", None, complaints, |wiring| wiring.select(&form.form, &parts::options::<FilingForm>(None))))
                (parts::field("source", "Whose money it is about", Some("only what this funder paid is counted, where that is written down"), complaints, |wiring| wiring.select(&form.source, &sources)))
                div class="tick" {
                    input type="checkbox" id="has_names" name="has_names" value="yes" checked[form.has_names.is_some()];
                    label for="has_names" { "Rows and records hold names, e-mail and telephone, form 641 the street too. Leave it empty unless the contract asks for them." }
                }
                (parts::field("location", "Location code", Some("for the SBA's forms: the number it gave the center; it can be added later"), complaints, |wiring| wiring.text(&form.location, "number")))
                (parts::field("basis", "Benefit to people with low and moderate income rests on", Some("for CDBG"), complaints, |wiring| wiring.select(&form.basis, &parts::options::<LmiBasis>(Some("Not for CDBG")))))
                (parts::field("provider_type", "Organization type", Some("for SSBCI"), complaints, |wiring| wiring.select(&form.provider_type, &parts::options::<ProviderType>(Some("Not for SSBCI")))))
                (parts::field("provider_relation", "Relationship to the grant", Some("for SSBCI"), complaints, |wiring| wiring.select(&form.provider_relation, &parts::options::<ProviderRelation>(Some("Not for SSBCI")))))
                (parts::field("from_on", "From when", None, complaints, |wiring| wiring.text(&form.from_on, "date")))
                (proof(viewer, complaints))
                (not_yet)
                button class="btn main" { "Record the filing" }
                p class="small dim" { "From that moment the page that asks people names this recipient, and people who answered before are asked again. Earlier answers are never in the file." }
            }
        },
    )
}
