//! What counts as low and moderate income: where a program writes it down, and beside the question on income.

use super::{Questions, say};
use crate::i18n::{Args, Language};
use crate::values::{Cents, IncomeLimits};
use crate::web::parts;
use maud::{Markup, html};

/// What is typed about limits.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::self_identification) struct LimitsForm {
    pub area: String,
    pub year: String,
    pub source: String,
    pub extremely_low: String,
    pub low: String,
    pub moderate: String,
    pub version: i64,
}

impl LimitsForm {
    /// As it stands now.
    pub fn of(limits: Option<&IncomeLimits>, version: i64) -> Self {
        let Some(limits) = limits else { return Self { version, ..Self::default() } };
        let row = |band: usize| {
            let amounts = limits.amounts.iter().filter_map(|bands| bands.get(band)).map(|amount| (amount.cents() / 100).to_string());
            amounts.collect::<Vec<_>>().join(" ")
        };
        Self {
            area: limits.area.clone(),
            year: limits.year.to_string(),
            source: limits.source.clone(),
            extremely_low: row(0),
            low: row(1),
            moderate: row(2),
            version,
        }
    }
}

/// Where a program writes them down.
pub(super) fn card(page: &Questions<'_>) -> Markup {
    let (typed, complaints) = page.limits;
    let eight = Some("eight amounts in whole dollars, for 1 to 8 people, as the row was published");
    parts::card(
        "limits",
        "Income limits",
        html! {
            form class="in stack" method="post" action={ "/programs/" (page.program.id) "/income-limits" } {
                p class="small dim" { "The question on income shows these, and people say in which band they are: nobody tells an amount. HUD publishes new limits every spring." }
                input type="hidden" name="version" value=(typed.version);
                (parts::field("area", "Where they hold", Some("as it was published, such as the county"), complaints, |wiring| wiring.text(&typed.area, "text")))
                (parts::field("year", "Year", None, complaints, |wiring| wiring.text(&typed.year, "number")))
                (parts::field("source", "Source", Some("who published them, and where"), complaints, |wiring| wiring.text(&typed.source, "text")))
                (parts::field("extremely_low", "Extremely low: 30 percent of the median", eight, complaints, |wiring| wiring.text(&typed.extremely_low, "text")))
                (parts::field("low", "Low: 50 percent", eight, complaints, |wiring| wiring.text(&typed.low, "text")))
                (parts::field("moderate", "Moderate: 80 percent", eight, complaints, |wiring| wiring.text(&typed.moderate, "text")))
                button class="btn" { "Save the limits" }
            }
        },
    )
}

/// The table beside the question on income. Columns have letters, and the answers name them.
pub(super) fn table(limits: &IncomeLimits, language: Language) -> Markup {
    let head = language.say("self-limits-head", Args::default().with("area", &limits.area).with("year", limits.year.to_string()));
    let last = limits.amounts.len();
    html! {
        (parts::scroll(&head, html! {
            table class="grid" {
                caption { (head) }
                thead { tr { th scope="col" { (say(language, "self-limits-size")) } th scope="col" { "A" } th scope="col" { "B" } th scope="col" { "C" } } }
                tbody {
                    @for (bands, size) in limits.amounts.iter().zip(1_usize..) {
                        tr {
                            th scope="row" { @if size == last { (say(language, "self-choice-household-8")) } @else { (size) } }
                            @for amount in bands { td { (dollars(*amount)) } }
                        }
                    }
                }
            }
        }))
        p class="small dim" { (limits.source) }
    }
}

fn dollars(amount: Cents) -> Markup {
    html! { span dir="ltr" { (amount) } }
}
