//! The figures in sentences that one can stand behind.

use super::super::Shown;
use crate::referrals::measures::Measures;
use crate::referrals::measures::rows::percent;
use crate::referrals::measures::voice::Word;
use crate::referrals::measures::words::group_label;
use crate::web::parts::{self, count};
use maud::{Markup, html};

pub(super) fn card(shown: &Shown) -> Markup {
    parts::card(
        "found",
        "In sentences",
        html! { ol class="finds in" { @for (sentence, detail) in sentences(shown) { li { h3 { (sentence) } div { p class="dim" { (detail) } } } } } },
    )
}

fn number(list: &[i64]) -> i64 {
    i64::try_from(list.len()).unwrap_or(i64::MAX)
}

/// Each sentence with the one that says how far it carries.
pub(super) fn sentences(shown: &Shown) -> Vec<(String, String)> {
    let measures = &shown.measures;
    let mut all = vec![answered(shown)];
    all.extend(times(measures));
    all.push(needs(measures));
    all.extend(disagreement(measures));
    all.push(loops(measures));
    all.extend(unmet(measures));
    all
}

fn answered(shown: &Shown) -> (String, String) {
    let measures = &shown.measures;
    let (decided, yes) = (&measures.funnel.decided, &measures.funnel.accepted);
    let silence = &measures.answers.no_response;
    let sentence = format!(
        "Of {} sent in {}, partners decided {}: {} yes and {} no.",
        count(number(&measures.sent), "request", "requests"),
        shown.months,
        number(decided),
        number(yes),
        number(decided) - number(yes),
    );
    let early = if silence.early.is_empty() { String::new() } else { format!(" {} not old enough to tell.", are(silence.early.len())) };
    let detail = match silence.of.len() {
        0 => format!("None is old enough to speak of silence.{early}"),
        of => format!("{} of {of} had no answer by the fifteenth business day ({}%).{early}", silence.counted.len(), percent(silence)),
    };
    (sentence, detail)
}

fn are(many: usize) -> String {
    if many == 1 { "1 is".to_owned() } else { format!("{many} are") }
}

fn times(measures: &Measures) -> Option<(String, String)> {
    let times = &measures.answers.to_decision;
    let (business, lived) = (times.business()?, times.lived()?);
    let days = |number: u32, what| count(number.into(), what, &format!("{what}s"));
    Some((
        format!("The middle decision took {}, and nine of ten came within {}.", days(business.median, "business day"), business.p90),
        format!(
            "As people live it: {} in the middle, {} for nine of ten. {} no decision yet, or never.",
            days(lived.median, "day"),
            lived.p90,
            match times.never.len() {
                1 => "1 has".to_owned(),
                many => format!("{many} have"),
            }
        ),
    ))
}

fn needs(measures: &Measures) -> (String, String) {
    let voice = &measures.voice;
    let of = |word: Word| voice.words.get(&word).map_or(0, Vec::len);
    let sentence = format!(
        "Partners report {} met; entrepreneurs confirm {}.",
        count(number(&voice.met_reported.counted), "need", "needs"),
        voice.met_confirmed.counted.len()
    );
    let detail = format!(
        "Of those confirmed, {} were told to an advisor. {} ended without an answer; {} not over yet.",
        of(Word::YesByAdvisor) + of(Word::PartlyByAdvisor),
        of(Word::Unknown),
        are(of(Word::Open)),
    );
    (sentence, detail)
}

fn disagreement(measures: &Measures) -> Option<(String, String)> {
    let share = &measures.voice.disagreement;
    (!share.of.is_empty()).then(|| {
        (
            format!("{} of {} who answered disagree with what the partner reported.", share.counted.len(), share.of.len()),
            "Asked where a partner reported a need met. A disagreement stays counted when the referral is opened again because of it."
                .to_owned(),
        )
    })
}

fn loops(measures: &Measures) -> (String, String) {
    let share = &measures.ends.loop_closed;
    let young = format!("{} younger than 90 days.", are(share.early.len()));
    match share.of.len() {
        0 => ("It is too early to say how many loops were closed.".to_owned(), young),
        of => (
            format!("{} of {of} loops were closed, by the strict rule ({}%).", share.counted.len(), percent(share)),
            format!("Over, the entrepreneur told, and asked or given a next step. {young}"),
        ),
    }
}

fn unmet(measures: &Measures) -> Option<(String, String)> {
    let (share, reasons) = (&measures.ends.unmet, &measures.ends.unmet_by_reason);
    let (reason, most) = reasons.iter().max_by_key(|(_, list)| list.len())?;
    Some((
        format!(
            "{} unmet, of {} whose request ended without help.",
            count(number(&share.counted), "need went", "needs went"),
            share.of.len()
        ),
        format!("Most often: {} ({}). {} younger than 180 days.", group_label(reason).to_lowercase(), most.len(), are(share.early.len())),
    ))
}
