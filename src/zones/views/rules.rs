//! The markup of the rules of displacement risk.

use crate::auth::Viewer;
use crate::places::risk::{Measure, Rule, measure, percent};
use crate::places::views::tone;
use crate::programs::Program;
use crate::values::{RiskLevel, RiskRule, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use crate::zones::forms::RuleForm;
use maud::{Markup, html};

/// What a rule looks for, in words.
fn words(rule: &Rule) -> String {
    let days = rule.threshold.unwrap_or_default();
    match rule.rule {
        RiskRule::EvictionNotice => "An eviction notice, a notice to leave, or word that the lease will not be renewed.".to_owned(),
        RiskRule::LeaseOver => "The last day of the lease is over.".to_owned(),
        RiskRule::LeaseSoon => format!("The lease ends within {days} days. With an option to renew or buy: Watch."),
        RiskRule::LeaseWithinYear => {
            format!("The lease ends within {days} days, and is not found by the rule before. With an option: Watch.")
        }
        RiskRule::MonthToMonth => "The place is held month to month, or nothing is in writing.".to_owned(),
        RiskRule::SubletOrShared => "The place is a sublease, or shared.".to_owned(),
        RiskRule::RentStep => format!("The next step of the rent is {} or more.", percent(days)),
        RiskRule::RentNotice => "A notice of a rent increase.".to_owned(),
        RiskRule::BuildingSale => "The building is sold or for sale.".to_owned(),
        RiskRule::Rezoning => "A rezoning is pending near the business, or in a zone it is in, with a source.".to_owned(),
        RiskRule::CompetingUse => "Other uses press on the block.".to_owned(),
    }
}

/// Every rule as a program applies it.
pub fn list(viewer: &Viewer, program: &Program, rules: &[Rule]) -> Markup {
    let manages = viewer.manages(program.key);
    let programs = viewer.programs();
    let above = html! { a href="/zones" { "Zones" } };
    let below = html! { "What " (program.name) " counts as a risk of losing a place. The level of a client is the highest that is found; two reasons at Raised make High. No rule looks at who an owner is." };
    let body = html! {
        (parts::head(Some(above), "Rules of displacement risk", Some(below)))
        @if programs.len() > 1 {
            nav class="pick" aria-label="Program" { @for (key, name) in &programs { a href={ "/zones/rules?program=" (key) } aria-current=[(*key == program.key).then_some("true")] { (name) } } }
        }
        section class="card" aria-label="The rules" {
            ul class="rows" {
                @for rule in rules {
                    li {
                        div class="row" {
                            h2 { (rule.rule.label()) }
                            @if rule.is_on { (parts::tag(tone(rule.level), rule.level.label())) } @else { (parts::tag("", "Switched off")) }
                            @if manages { a class="btn mini push" href={ "/zones/rules/" (rule.rule.code()) "?program=" (program.key) } { "Decide" span class="vh" { ": " (rule.rule.label()) } } }
                        }
                        p { (words(rule)) }
                        (ground(rule))
                    }
                }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Rules of displacement risk", "/zones"), body)
}

fn ground(rule: &Rule) -> Markup {
    html! {
        p class="small" { b { "Why: " } (rule.reason) }
        p class="small" { b { "Evidence: " } (rule.evidence) }
        p class="small dim" { "Decided " (rule.decided_on) " by " (rule.decided_by) "." }
    }
}

/// One rule, to be decided.
pub fn one(viewer: &Viewer, program: &Program, rule: RiskRule, decided: &[Rule], form: &RuleForm, complaints: &Complaints) -> Markup {
    let above = html! { a href="/zones" { "Zones" } " / " a href={ "/zones/rules?program=" (program.key) } { "Rules" } };
    let levels = parts::options::<RiskLevel>(None);
    let on_off = [("yes".to_owned(), "It counts".to_owned()), ("no".to_owned(), "Switched off".to_owned())];
    let body = html! {
        (parts::head(Some(above), rule.label(), Some(html! { "For " (program.name) ". A decision carries its reason, its evidence, who decided and when; earlier ones stay on record." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("decide", "Decide", html! {
                form class="in stack" method="post" action={ "/zones/rules/" (rule.code()) } {
                    (parts::form_key(&forms::fresh_key(), Some(form.version)))
                    input type="hidden" name="program" value=(program.key);
                    (parts::field("is_on", "Does it count?", None, complaints, |wiring| wiring.select(&form.is_on, &on_off)))
                    (parts::field("level", "How much", None, complaints, |wiring| wiring.select(&form.level, &levels)))
                    @match measure(rule) {
                        Some(Measure::Days) => { (parts::field("threshold", "Days before the end", None, complaints, |wiring| wiring.text(&form.threshold, "number"))) },
                        Some(Measure::StepBp) => { (parts::field("threshold", "Percent, from which on", None, complaints, |wiring| wiring.text(&form.threshold, "text"))) },
                        None => {},
                    }
                    (parts::field("reason", "Reason", Some("why there is such a rule, or why not"), complaints, |wiring| wiring.text(&form.reason, "text")))
                    (parts::field("evidence", "Evidence", Some("figures, a study, your own cases"), complaints, |wiring| wiring.text(&form.evidence, "text")))
                    (parts::field("decided_by", "Who decided", Some("a board, a committee, a person in office"), complaints, |wiring| wiring.text(&form.decided_by, "text")))
                    (parts::field("decided_on", "When", None, complaints, |wiring| wiring.text(&form.decided_on, "date")))
                    button class="btn main" { "Save the decision" }
                }
            }))
            (parts::card("past", "Decided so far", html! {
                ul class="rows" {
                    @for rule in decided {
                        li {
                            p class="row" { @if rule.is_on { (parts::tag(tone(rule.level), rule.level.label())) } @else { (parts::tag("", "Switched off")) } }
                            p { (words(rule)) }
                            (ground(rule))
                        }
                    }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { rule.label() } else { "Error: rule" }, "/zones"), body)
}
