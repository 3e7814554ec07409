//! Pages about units: the list, one unit with who waits for it, the form, listings that are pasted, the rule, a landlord's own page.

pub mod fields;
mod form;
mod landlord;
mod list;
mod paste;
mod rule;
mod site;

pub use form::{FormPage, form};
pub use landlord::{landlord, stopped};
pub use list::{Found, ListPage, list};
pub use paste::{PastePage, paste};
pub use rule::{RuleForm, RulePage, rule};
pub use site::{SitePage, Waiting, site};

use super::matching::Verdict;
use crate::values::SiteStatus;
use maud::{Markup, html};

/// The tag of a status.
pub fn status_tag(status: SiteStatus) -> Markup {
    let tone = if status == SiteStatus::Available { "good" } else { "" };
    crate::web::parts::tag(tone, crate::values::Vocabulary::label(status))
}

/// The bar of needs: filled is met, hatched not known, outlined not met. The words beside it say the same.
pub fn fit(verdicts: &[Verdict]) -> Markup {
    html! {
        div class="fit" aria-hidden="true" {
            @for verdict in verdicts { i class=(match verdict { Verdict::Met => "", Verdict::NotKnown => "u", Verdict::NotMet => "x" }) {} }
        }
    }
}

/// "7 of 8, 1 not known".
pub fn fit_words(verdicts: &[Verdict]) -> String {
    let count = |wanted| verdicts.iter().filter(|verdict| **verdict == wanted).count();
    let (met, unknown) = (count(Verdict::Met), count(Verdict::NotKnown));
    match unknown {
        0 if met == verdicts.len() => format!("{met} of {met} needs"),
        0 => format!("{met} of {} needs", verdicts.len()),
        _ => format!("{met} of {}, {unknown} not known", verdicts.len()),
    }
}
