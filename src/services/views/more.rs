//! What else may be said about a session, behind one line that opens.

use crate::services::Choices;
use crate::services::forms::LogForm;
use crate::values::codes::{self, List};
use crate::values::{AttemptOutcome, Channel, Day, Vocabulary};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// Fields behind the line: a complaint about one of them opens it.
const FIELDS: [&str; 10] = [
    "outcome",
    "session_type",
    "topic",
    "extra_topic",
    "prepare_minutes",
    "travel_minutes",
    "language",
    "others_present",
    "reportable",
    "reportable_why",
];

/// For a session that stands already.
pub fn more(form: &LogForm, choices: &Choices, today: Day, complaints: &Complaints) -> Markup {
    let is_said = !form.session_type.is_empty() || form.reportable == "no";
    folded(form, choices, today, complaints, is_said, None)
}

/// For one about to be logged: it may also have come to nothing.
pub fn tried_or_more(form: &LogForm, choices: &Choices, today: Day, complaints: &Complaints) -> Markup {
    let mut outcomes = vec![(String::new(), "We met or talked".to_owned())];
    outcomes.extend(parts::options::<AttemptOutcome>(None));
    let outcome =
        parts::chips("outcome", "What came of it?", Some("without a session nothing is counted"), &form.outcome, &outcomes, complaints);
    folded(form, choices, today, complaints, !form.outcome.is_empty(), Some(outcome))
}

fn folded(form: &LogForm, choices: &Choices, today: Day, complaints: &Complaints, is_said: bool, first: Option<Markup>) -> Markup {
    let is_wrong = FIELDS.iter().any(|field| complaints.on(field).is_some());
    html! {
        details class="day-of" open[is_wrong || is_said] {
            summary { "More about this session" }
            div class="form" {
                @if let Some(first) = first { (first) }
                (filed(form, choices, today, complaints))
                (beside(form, complaints))
                (languages(form, choices, today, complaints))
                (people(form, choices, complaints))
                (reported(form, choices, complaints))
            }
        }
    }
}

fn options(list: List, today: Day, first: &str) -> Vec<(String, String)> {
    let all = codes::offered(list, today).map(|row| (row.code.clone(), row.label.clone()));
    std::iter::once((String::new(), first.to_owned())).chain(all).collect()
}

/// How and under what it is filed.
fn filed(form: &LogForm, choices: &Choices, today: Day, complaints: &Complaints) -> Markup {
    html! {
        div class="pair" {
            (parts::field("session_type", "Filed as", None, complaints, |wiring| wiring.select(&form.session_type, &options(List::SessionTypes, today, "By how you met"))))
            (parts::field("topic", "Filed under", None, complaints, |wiring| wiring.select(&form.topic, &options(List::Topics, today, "By what you did"))))
        }
        p class="small dim" { (by_channel()) " Preparation only, and an update of the record only, have no contact time." }
        p class="small dim" { (by_kind(choices)) }
        fieldset id="extra_topic" {
            legend class="lbl-h" { "Also about" }
            @if let Some(words) = complaints.on("extra_topic") { span class="err" { (words) } }
            div class="chips" {
                @for topic in codes::offered(List::Topics, today) {
                    label { input type="checkbox" name="extra_topic" value=(topic.code) checked[form.extra_topic.contains(&topic.code)]; span { (topic.label) } }
                }
            }
        }
    }
}

/// "Phone: By phone. Video: Online."
fn by_channel() -> String {
    let said = |channel: &Channel| {
        let filed = codes::label(List::SessionTypes, codes::session_type_of(channel.code())).unwrap_or_default();
        format!("{}: {filed}.", channel.label())
    };
    Channel::ALL.iter().map(said).collect::<Vec<_>>().join(" ")
}

/// "Space: Other. Coaching: Operations and management."
fn by_kind(choices: &Choices) -> String {
    let said = |topic: &String| codes::label(List::Topics, topic).unwrap_or(topic).to_owned();
    choices.defaults.iter().map(|(kind, topic, _)| format!("{}: {}.", kind.label(), said(topic))).collect::<Vec<_>>().join(" ")
}

/// Time beside the contact.
fn beside(form: &LogForm, complaints: &Complaints) -> Markup {
    html! {
        div class="pair" {
            (parts::field("prepare_minutes", "Minutes to prepare", Some("optional"), complaints, |wiring| wiring.text(&form.prepare_minutes, "number")))
            (parts::field("travel_minutes", "Minutes on the way", Some("optional"), complaints, |wiring| wiring.text(&form.travel_minutes, "number")))
        }
    }
}

fn languages(form: &LogForm, choices: &Choices, today: Day, complaints: &Complaints) -> Markup {
    let usual: Vec<&str> = choices.languages.iter().map(|code| codes::label(List::Languages, code).unwrap_or(code)).collect();
    let usual = format!("As usual: {}", usual.join(" and "));
    html! {
        fieldset id="language" {
            legend class="lbl-h" { "Languages" }
            @if let Some(words) = complaints.on("language") { span class="err" { (words) } }
            div class="pair" {
                @for place in 0..form.language.len().max(2) {
                    @let chosen = form.language.get(place).map(String::as_str).unwrap_or_default();
                    div {
                        label for={ "language-" (place) } { @if place == 0 { "Spoken or written in" } @else { "And in" span class="vh" { " another language" } } }
                        select class="inp" id={ "language-" (place) } name="language" {
                            option value="" { @if place == 0 { (usual) } @else { "No other" } }
                            @for language in codes::offered(List::Languages, today) { option value=(language.code) selected[language.code == chosen] { (language.label) } }
                        }
                    }
                }
            }
        }
    }
}

/// Who was there: people of the client by name, others by number.
fn people(form: &LogForm, choices: &Choices, complaints: &Complaints) -> Markup {
    html! {
        @if !choices.people.is_empty() {
            fieldset id="person" {
                legend class="lbl-h" { "Who was there?" }
                div class="chips" {
                    @for (id, name) in &choices.people {
                        label { input type="checkbox" name="person" value=(id) checked[form.person.iter().any(|one| one == id.as_str())]; span { (name) } }
                    }
                }
            }
        }
        (parts::field("others_present", "How many others", Some("a number, no names"), complaints, |wiring| wiring.text(&form.others_present, "number")))
    }
}

/// Who pays, and whether it is reported.
fn reported(form: &LogForm, choices: &Choices, complaints: &Complaints) -> Markup {
    let usual = match choices.sources.first() {
        Some((_, name)) if choices.has_usual_source => format!("As usual: {name}"),
        _ => "Nobody in particular".to_owned(),
    };
    let sources: Vec<(String, String)> =
        std::iter::once((String::new(), usual)).chain(choices.sources.iter().map(|(key, name)| (key.to_string(), name.clone()))).collect();
    let kept: Vec<&str> = choices.defaults.iter().filter(|(_, _, is)| !is).map(|(kind, ..)| kind.label()).collect();
    let usually = if kept.is_empty() { "As usual: yes".to_owned() } else { format!("As usual: yes, but not {}", kept.join(", ")) };
    let answers = [("", usually.as_str()), ("yes", "Yes"), ("no", "No")].map(|(value, words)| (value.to_owned(), words.to_owned()));
    html! {
        @if !choices.sources.is_empty() {
            (parts::field("funding_source", "Who pays", None, complaints, |wiring| wiring.select(&form.funding_source, &sources)))
        }
        (parts::chips("reportable", "Reported to funders?", None, &form.reportable, &answers, complaints))
        (parts::field("reportable_why", "Why, if you decide that yourself", None, complaints, |wiring| wiring.text(&form.reportable_why, "text")))
    }
}
