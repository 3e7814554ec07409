//! What people are told before they answer. Made from what the program really does, so that it stays true.

use crate::web::Icon;

/// Version of the notice. It changes whenever one of the promises does; answers carry it.
pub const NOTICE: &str = "2026-11";

/// One line of "who can see it".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Picture.
    pub icon: Icon,
    /// Sentence.
    pub words: String,
}

/// Who can see an answer. In this edition: the person nobody else (there is no break-glass and no required filing),
/// and the report engine, which gives out protected totals only.
pub fn promises(threshold: u32) -> Vec<Promise> {
    let line = |icon, words: String| Promise { icon, words };
    vec![
        line(
            Icon::Lock,
            "Advisors, managers, lenders and landlords cannot see your answer. This page never shows it again either.".to_owned(),
        ),
        line(
            Icon::Reports,
            format!(
                "Reports show totals only, never a group of fewer than {threshold}. This program sends no file with your answer to anyone."
            ),
        ),
        line(Icon::Cross, "It is never used to decide who gets help, and never sold.".to_owned()),
    ]
}
