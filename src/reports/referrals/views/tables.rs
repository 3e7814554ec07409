//! The tables of the page: shares with their numbers, times with their spread, and the same in cuts.

use super::super::files::title;
use super::super::place_label;
use crate::referrals::Ball;
use crate::referrals::measures::days::Spread;
use crate::referrals::measures::log::What;
use crate::referrals::measures::rows::percent;
use crate::referrals::measures::standing::Age;
use crate::referrals::measures::voice::Word;
use crate::referrals::measures::words::group_label;
use crate::referrals::measures::{Measures, Share, Times};
use crate::values::{Cents, Kind, codes, grouped, hours};
use crate::web::parts;
use maud::{Markup, html};

fn name(id: &str) -> Markup {
    html! { a href={ "#def-" (id) } { (title(id)) } }
}

/// A table of shares: counted, of how many, the share, and those not old enough.
fn shares(caption: &str, rows: &[(&str, &Share)]) -> Markup {
    parts::scroll(
        caption,
        html! {
            table class="grid" {
                caption class="vh" { (caption) }
                thead { tr { th scope="col" { "Measure" } th scope="col" class="n" { "Count" } th scope="col" class="n" { "Of" } th scope="col" class="n" { "Share" } th scope="col" class="n" { "Not old enough yet" } } }
                tbody { @for (id, share) in rows {
                    tr {
                        th scope="row" { (name(id)) }
                        td class="n" { (share.counted.len()) } td class="n" { (share.of.len()) }
                        td class="n" { b { (percent_of(share)) } }
                        td class="n" { (share.early.len()) }
                    }
                } }
            }
        },
    )
}

fn percent_of(share: &Share) -> String {
    if share.of.is_empty() { "none to count".to_owned() } else { format!("{}%", percent(share)) }
}

/// A table of times: how many, the middle and the long end in business days and as lived.
fn times(caption: &str, rows: &[(Markup, &Times)]) -> Markup {
    let days = |spread: Option<Spread>, pick: fn(Spread) -> u32| spread.map(|spread| pick(spread).to_string()).unwrap_or_default();
    parts::scroll(
        caption,
        html! {
            table class="grid" {
                caption class="vh" { (caption) }
                thead {
                    tr { th scope="col" rowspan="2" { "Time" } th scope="col" rowspan="2" class="n" { "Cases" } th scope="colgroup" colspan="3" class="n" { "Business days, without pauses" } th scope="colgroup" colspan="3" class="n" { "Days as lived" } th scope="col" rowspan="2" class="n" { "Not happened" } }
                    tr { @for _ in 0..2 { th scope="col" class="n" { "Middle" } th scope="col" class="n" { "75%" } th scope="col" class="n" { "90%" } } }
                }
                tbody { @for (label, times) in rows {
                    tr {
                        th scope="row" { (label) }
                        td class="n" { (times.taken.len()) }
                        @for spread in [times.business(), times.lived()] {
                            td class="n" { b { (days(spread, |spread| spread.median)) } } td class="n" { (days(spread, |spread| spread.p75)) } td class="n" { (days(spread, |spread| spread.p90)) }
                        }
                        td class="n" { (times.never.len()) }
                    }
                } }
            }
        },
    )
}

/// A table of counts of a whole.
fn counts<'r>(caption: &str, what: &str, whole: usize, rows: impl Iterator<Item = (String, &'r [i64])>) -> Markup {
    let share = |list: &[i64]| percent(&Share { counted: list.to_vec(), of: vec![0; whole], early: Vec::new() });
    parts::scroll(
        caption,
        html! {
            table class="grid" {
                caption class="vh" { (caption) }
                thead { tr { th scope="col" { (what) } th scope="col" class="n" { "Count" } th scope="col" class="n" { "Of " (whole) } } }
                tbody { @for (label, list) in rows { tr { th scope="row" { (label) } td class="n" { (list.len()) } td class="n" { (share(list)) "%" } } } }
            }
        },
    )
}

fn card(id: &str, title: &str, body: Markup) -> Markup {
    parts::card(id, title, html! { div class="in stack" { (body) } })
}

pub(super) fn answers(measures: &Measures) -> Markup {
    let answers = &measures.answers;
    let decided = answers.accepted_of_decided.of.len();
    let declined = answers.declined.iter().map(|(group, list)| (group_label(group).to_owned(), list.as_slice()));
    card(
        "answers",
        "What partners answer",
        html! {
            (shares("Shares of what partners answer", &[
                ("acknowledged_in_time", &answers.acknowledged_in_time),
                ("accepted_of_decided", &answers.accepted_of_decided),
                ("accepted_of_sent", &answers.accepted_of_sent),
                ("no_response", &answers.no_response),
            ]))
            h3 { "How long it takes" }
            (times("How long answers take", &[
                (name("time_to_acknowledge"), &answers.to_acknowledge),
                (name("time_to_decision"), &answers.to_decision),
                (html! { "of these, yes" }, &answers.to_yes),
                (html! { "of these, no" }, &answers.to_no),
            ]))
            h3 { (name("declined_by_reason")) }
            @if answers.declined.is_empty() { p { "No request was declined." } } @else { (counts("Why partners declined", "Reason", decided, declined)) }
        },
    )
}

pub(super) fn work(measures: &Measures) -> Markup {
    let work = &measures.work;
    card(
        "work",
        "What came of a yes",
        html! {
            (shares("Shares of what came of a yes", &[("completion", &work.completion), ("known_outcome", &work.known_outcome)]))
            (times("How long until first contact", &[(name("time_to_first_contact"), &work.first_contact)]))
            h3 { (name("resources")) }
            @if work.resources.is_empty() { p { "No resource is on record as having come of these requests. Whoever writes a resource down can say which request it came of." } } @else { (resources(measures)) }
        },
    )
}

fn resources(measures: &Measures) -> Markup {
    let amount = |what: What, sum: Option<i64>| {
        sum.map_or_else(
            || "none on record".to_owned(),
            |sum| match what {
                What::Dollars => Cents::new(sum).to_string(),
                What::Time | What::LabTime => hours(sum),
                What::Space | What::Seats => grouped(sum),
            },
        )
    };
    parts::scroll(
        "Resources",
        html! {
            table class="grid" {
                caption class="vh" { "Resources that came of these requests" }
                thead { tr { th scope="col" { "Resource" } th scope="col" class="n" { "Records" } th scope="col" class="n" { "Applied for" } th scope="col" class="n" { "Awarded" } th scope="col" class="n" { "Delivered" } } }
                tbody { @for (what, sums) in &measures.work.resources {
                    tr { th scope="row" { (what.label()) } td class="n" { (sums.records) } @for sum in [sums.applied, sums.awarded, sums.delivered] { td class="n" { (amount(*what, sum)) } } }
                } }
            }
        },
    )
}

pub(super) fn voices(measures: &Measures) -> Markup {
    let voice = &measures.voice;
    let words = Word::ALL.iter().map(|word| (word.label().to_owned(), voice.words.get(word).map_or(&[][..], Vec::as_slice)));
    card(
        "voices",
        "Two voices",
        html! {
            p class="dim" { "What partners report and what entrepreneurs say are kept apart. No answer is no yes." }
            (shares("What partners report and entrepreneurs say", &[
                ("met_reported", &voice.met_reported),
                ("met_confirmed", &voice.met_confirmed),
                ("disagreement", &voice.disagreement),
            ]))
            h3 { (name("voices")) }
            (counts("Answers of entrepreneurs", "Did it meet your need?", measures.sent.len(), words))
            h3 { (name("rating")) }
            p {
                @match voice.mean() {
                    Some(mean) => { b { (mean) " of 5" } " from " (voice.ratings.len()) " of " (voice.rated.of.len()) " asked (" (percent(&voice.rated)) "% gave stars)." },
                    None => "No stars yet.",
                }
                @if !voice.rated.early.is_empty() { " Still within their days to answer: " (voice.rated.early.len()) "." }
            }
        },
    )
}

pub(super) fn ends(measures: &Measures) -> Markup {
    let ends = &measures.ends;
    card(
        "ends",
        "How it ends, and what comes after a no",
        html! {
            (shares("How it ends", &[
                ("loop_closed", &ends.loop_closed),
                ("re_referred", &ends.re_referred),
                ("unmet_need", &ends.unmet),
                ("withdrawn", &ends.withdrawn),
                ("withdrawn_for_privacy", &ends.for_privacy),
            ]))
            (times("How long it takes to tell and to go on", &[
                (name("notice_lag"), &ends.notice_lag),
                (name("time_to_next_door"), &ends.next_door),
            ]))
            h3 { (name("unmet_need")) }
            @if ends.unmet.counted.is_empty() { p { "None found so far." } } @else { (unmet(measures)) }
        },
    )
}

fn unmet(measures: &Measures) -> Markup {
    let ends = &measures.ends;
    let whole = ends.unmet.counted.len();
    let kind = |code: &str| Kind::parse(code).map_or("", Kind::label).to_owned();
    html! {
        (counts("Needs nobody met, by reason", "Reason", whole, ends.unmet_by_reason.iter().map(|(group, list)| (group_label(group).to_owned(), list.as_slice()))))
        (counts("Needs nobody met, by kind of help", "Kind of help", whole, ends.unmet_by_kind.iter().map(|(code, list)| (kind(code), list.as_slice()))))
        (counts("Needs nobody met, by neighborhood", "Neighborhood", whole, ends.unmet_by_place.iter().map(|(place, list)| (place_label(place).to_owned(), list.as_slice()))))
    }
}

/// What is open, and how quick we are ourselves.
pub(super) fn ourselves(measures: &Measures) -> Markup {
    let standing = &measures.standing;
    card(
        "ourselves",
        "Open today, and our own part",
        html! {
            h3 { (name("open_by_age")) }
            @if standing.ageing.is_empty() { p { "Nothing is open." } } @else { (ageing(measures)) }
            (shares("How quick our advisors are", &[("followed_up", &measures.ends.followed_up), ("triaged", &standing.triaged)]))
            h3 { (name("reach")) }
            @if standing.reach.is_empty() { p { "Nobody has a request in these months." } } @else { (reach(measures)) }
        },
    )
}

fn ageing(measures: &Measures) -> Markup {
    let balls = [Ball::Partner, Ball::Entrepreneur, Ball::ThirdParty, Ball::Advisor];
    let words = ["Partner", "Client", "Somebody else", "Us"];
    let found = |age, ball| measures.standing.ageing.get(&(age, ball)).map_or(0, Vec::len);
    parts::scroll(
        "Open requests by age",
        html! {
            table class="grid" {
                caption class="vh" { "Open requests by business days since sending and by who has the next move" }
                thead { tr { th scope="col" { "Business days" } @for word in words { th scope="col" class="n" { (word) } } th scope="col" class="n" { "All" } } }
                tbody { @for age in Age::ALL {
                    tr { th scope="row" { (age.label()) } @for ball in balls { td class="n" { (found(age, ball)) } } td class="n" { b { (balls.iter().map(|ball| found(age, *ball)).sum::<usize>()) } } }
                } }
            }
        },
    )
}

fn reach(measures: &Measures) -> Markup {
    let language = |code: &str| codes::label(codes::List::Languages, code).unwrap_or(code).to_owned();
    parts::scroll(
        "People our words reach",
        html! {
            table class="grid" {
                caption class="vh" { "People with requests, and those reached, by language" }
                thead { tr { th scope="col" { "Language" } th scope="col" class="n" { "Reached" } th scope="col" class="n" { "Of" } } }
                tbody { @for (code, reach) in &measures.standing.reach { tr { th scope="row" { (language(code)) } td class="n" { (reach.reached.len()) } td class="n" { (reach.people.len()) } } } }
            }
        },
    )
}

/// The main figures side by side. In the order of names: no ranking.
pub(super) fn cut(by: &str, rows: &[(String, Measures)]) -> Markup {
    let (title, caption) = (format!("By {by}"), format!("Measures by {by}"));
    let middle = |times: &Times| times.business().map(|spread| spread.median.to_string()).unwrap_or_default();
    card(
        &format!("by-{by}"),
        &title,
        parts::scroll(
            &caption,
            html! {
                table class="grid" {
                    caption class="vh" { (caption) }
                    thead { tr {
                        th scope="col" { (title) } th scope="col" class="n" { "Sent" } th scope="col" class="n" { "Middle decision, business days" } th scope="col" class="n" { "Accepted, of decided" }
                        th scope="col" class="n" { "No response" } th scope="col" class="n" { "Completed" } th scope="col" class="n" { "Confirmed, of sent" } th scope="col" class="n" { "Disagree" } th scope="col" class="n" { "Loop closed" }
                    } }
                    tbody { @for (name, measures) in rows {
                        tr {
                            th scope="row" { (name) }
                            td class="n" { (measures.sent.len()) }
                            td class="n" { (middle(&measures.answers.to_decision)) }
                            @for share in [&measures.answers.accepted_of_decided, &measures.answers.no_response, &measures.work.completion, &measures.voice.met_confirmed, &measures.voice.disagreement, &measures.ends.loop_closed] { (cell(share)) }
                        }
                    } }
                }
            },
        ),
    )
}

/// A share with its numbers, and beside it those not old enough.
fn cell(share: &Share) -> Markup {
    html! {
        td class="n" {
            @if share.of.is_empty() { span class="dim" { "none" } } @else { (percent(share)) "%" br; span class="small dim" { (share.counted.len()) " of " (share.of.len()) } }
            @if !share.early.is_empty() { br; span class="small dim" { "+ " (share.early.len()) " too young" } }
        }
    }
}
