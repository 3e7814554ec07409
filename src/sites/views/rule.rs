//! The written rule by which a unit is given that several wait for.

use crate::auth::Viewer;
use crate::sites::allocation::HOW;
use crate::sites::queries::Rule;
use crate::values::{AllocationRule, Day, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// A rule as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleForm {
    #[serde(default)]
    pub key: String,
    #[serde(default)]
    pub program: String,
    #[serde(default)]
    pub rule: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub evidence: String,
    #[serde(default)]
    pub decided_by: String,
    #[serde(default)]
    pub decided_on: String,
}

/// What the page shows: for each program of the viewer its name, rules, and whether the viewer manages it.
pub struct RulePage<'a> {
    pub programs: &'a [(i64, String, Vec<Rule>, bool)],
    pub form: &'a RuleForm,
    pub complaints: &'a Complaints,
    pub today: Day,
}

/// Draws the rules.
pub fn rule(viewer: &Viewer, page: &RulePage<'_>) -> Markup {
    let managed: Vec<(String, String)> =
        page.programs.iter().filter(|(.., manages)| *manages).map(|(key, name, ..)| (key.to_string(), name.clone())).collect();
    let body = html! {
        (parts::head(Some(html! { a href="/sites" { "Sites" } }), "Who gets a unit", Some(html! { "Where several wait for one unit, your program goes by a written rule. A rule knows how long somebody waits, whether they lose their space, and chance. It knows nothing about people, and none about people can be written here." })))
        (parts::error_summary(page.complaints))
        div class="cols" {
            div class="stack" { @for (key, name, rules, _) in page.programs { (one(*key, name, rules, page.today)) } }
            @if !managed.is_empty() { (form(page, &managed)) }
        }
    };
    let title = if page.complaints.is_empty() { "Who gets a unit" } else { "Error: Who gets a unit" };
    staff(&viewer.chrome(), &Page::new(title, "/sites"), body)
}

fn one(key: i64, program: &str, rules: &[Rule], today: Day) -> Markup {
    parts::card(
        &format!("p{key}"),
        program,
        html! {
            @if rules.is_empty() { (parts::empty("No rule is written yet", "A manager writes it, with the reason, the evidence, and who decided.", None)) }
            ul class="rows" {
                @for (place, rule) in rules.iter().enumerate() {
                    li {
                        div class="row" { h3 { (rule.rule.label()) } @if place == 0 { (parts::tag("good", "In force")) } @else { (parts::tag("", "Earlier")) } }
                        p { (rule.reason) }
                        p class="dim" { "Evidence: " (rule.evidence) }
                        p class="small dim" { "Decided by " (rule.decided_by) " on " (rule.decided_on.short(today)) ", written down by " (rule.written_by) "." }
                    }
                }
            }
        },
    )
}

fn form(page: &RulePage<'_>, managed: &[(String, String)]) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    parts::card(
        "new",
        "Write a rule",
        html! {
            form class="in stack" method="post" action="/sites/rule" {
                (parts::form_key(&forms::fresh_key(), None))
                @if managed.len() > 1 { (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, managed))) }
                @else { @for (key, _) in managed { input type="hidden" name="program" value=(key); } }
                (parts::chips("rule", "The rule", None, &form.rule, &parts::options::<AllocationRule>(None), complaints))
                p class="small dim" { (HOW) }
                (parts::field("reason", "Why this one", None, complaints, |wiring| wiring.area(&form.reason, 3)))
                (parts::field("evidence", "What that rests on", Some("a count, a study, what was heard"), complaints, |wiring| wiring.area(&form.evidence, 3)))
                (parts::field("decided_by", "Who decided", Some("the board or committee"), complaints, |wiring| wiring.text(&form.decided_by, "text")))
                (parts::field("decided_on", "When", None, complaints, |wiring| wiring.text(&form.decided_on, "date")))
                button class="btn main" { "Write the rule" }
                p class="small dim" { "A rule is never changed. A new one takes its place, and the old one stays on record." }
            }
        },
    )
}
