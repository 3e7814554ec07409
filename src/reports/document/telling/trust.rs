//! "Can you trust this?", what is not shown and why, and how it is made.

use super::words::said;
use crate::document::{Block, Section};
use crate::equity::catalogue::{Class, Count, Place, Plan, Point, SMALL, Told};
use crate::equity::telling::grouping::{Grouping, owners};
use crate::equity::telling::rates::{Comparison, RateTable, Tag};
use crate::equity::telling::sentences::Words;
use crate::equity::telling::{Telling, rates::Rate};
use crate::reports::document::section;
use crate::reports::told;
use crate::values::grouped;

/// The section.
pub(super) fn trust(told: &told::Told, telling: &Telling) -> Section {
    let facts = vec![
        (
            "What is counted".to_owned(),
            "A business is the unit. Its groups are the answers of its owners with 25 % or more together, so a business may be in several."
                .to_owned(),
        ),
        ("Who is counted".to_owned(), format!("Clients enrolled on some day from {}.", said(told.cover.first, told.cover.last))),
        (
            "What counts as a result".to_owned(),
            "An award was made to the client in the period; or a partner's referral was completed in the period.".to_owned(),
        ),
        (
            "What is never done".to_owned(),
            "Nothing is guessed or filled in. A certificate is no answer. What a partner or an advisor thinks is no answer.".to_owned(),
        ),
    ];
    let mut blocks = super::answers::answers(told, telling);
    blocks.push(Block::Facts(facts));
    blocks.extend(before_you_publish(telling));
    section("trust", "Can you trust this?", blocks)
}

/// The worst case and the tipping number of what was found (M14, M15).
fn before_you_publish(telling: &Telling) -> Vec<Block> {
    let tables = telling.results.tables.iter().chain(telling.steps.tables.iter().filter(|table| table.rate.point == Point::Accepted));
    let found = tables.flat_map(|table| table.comparisons().map(move |(line, compared)| (table, line.class, compared)));
    let gaps = found.filter(|(_, _, compared)| matches!(compared.tag, Some(Tag::Gap | Tag::SmallGap)));
    let facts: Vec<(String, String)> =
        gaps.filter_map(|(table, class, compared)| Some((named(table, class), worst(compared, table.rate)?))).collect();
    if facts.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading("Before you publish".to_owned()),
        Block::Paragraph(
            String::new(),
            "Each finding with everything that those without an answer could change: the worst and the best case, and how many of them could \
             carry it across the line."
                .to_owned(),
        ),
        Block::Facts(facts),
    ]
}

fn named(table: &RateTable, class: Class) -> String {
    let Words { did, .. } = Words::of(table.rate);
    format!("Clients with {} who {did}", owners(class))
}

fn worst(compared: &Comparison, rate: Rate) -> Option<String> {
    let bounds = compared.bounds?;
    let ratio = compared.ratio?.ratio?;
    let ends = match (bounds.low, bounds.high) {
        (Some(low), Some(high)) => format!("anything from {low:.2} to {high:.2} times"),
        (Some(low), None) => format!("{low:.2} times or more, without a limit"),
        _ => return None,
    };
    let at = if rate.is_setback() { "1.25" } else { "0.8" };
    let turns = match bounds.tipping {
        Some(1) => format!("It would cross {at} if 1 of them turned out the other way."),
        Some(tipping) => format!("It would cross {at} if {tipping} of them turned out the other way."),
        None => format!("No answer of theirs could carry it across {at}: on that side it stands."),
    };
    Some(format!("{ratio:.2} times as often among those who answered; whatever the others would answer, {ends}. {turns}"))
}

/// What is not shown, and why: how much of the list, and what would bring some of it back.
pub(super) fn not_shown(told: &told::Told) -> Section {
    let account = &told.account;
    let (shown, all) = account.shown();
    let k = account.threshold;
    let mut blocks = vec![Block::Paragraph(
        format!(
            "{} of {} counts are shown. ",
            grouped(i64::try_from(shown).unwrap_or(i64::MAX)),
            grouped(i64::try_from(all).unwrap_or(i64::MAX))
        ),
        format!(
            "The list of counts is fixed and follows no data. A count from 1 to {} is not shown, nor is any other number from which one could be \
             worked out, in this report or together with earlier ones. The same words stand for both, so that none is pointed out. 0 is shown.",
            k.saturating_sub(1)
        ),
    )];
    if account.counts.values().any(|told| matches!(told, Told::Unchanged(_))) {
        blocks.push(Block::Paragraph(
            super::words::UNCHANGED.to_owned(),
            " Where a figure changed by fewer, the figure of the earlier release stands, marked “unchanged”, so that the change tells nobody's \
             answer."
                .to_owned(),
        ));
    }
    blocks.push(lines(told));
    blocks.extend(plan(account.plan, told.cover.years));
    section("not-shown", "What is not shown, and why", blocks)
}

/// How much of each way of counting is shown, for files and readers: never which.
fn lines(told: &told::Told) -> Block {
    let account = &told.account;
    let of = |grouping: Grouping| {
        let asked =
            grouping.classes().into_iter().flat_map(|class| Point::ALL.map(|point| Count { point, class, place: Place::Everywhere }));
        let found: Vec<Told> = asked.filter_map(|count| account.counts.get(&count.id()).copied()).collect();
        let shown = found.iter().filter(|told| **told != Told::Hidden).count();
        (!found.is_empty()).then(|| (grouping.heading().to_owned(), format!("{shown} of {} counts", found.len())))
    };
    Block::Facts(super::ALL.into_iter().filter_map(of).collect())
}

/// The plan of a small program in words.
fn plan(plan: Plan, years: u8) -> Vec<Block> {
    if plan != Plan::Small {
        return Vec::new();
    }
    let pooled = if years > 1 { format!("{years} years stand together here") } else { "One period stands alone here".to_owned() };
    vec![
        Block::Heading("Why this report is short".to_owned()),
        Block::Paragraph(
            String::new(),
            format!(
                "This program has {SMALL} clients or fewer. With so few, numbers by single group would be small, and each small number hides \
                 others with it: a longer list would show less. So two classes are told, owners of color and White owners, at three points: \
                 joined, awarded and completed; and who answered each question."
            ),
        ),
        Block::Paragraph(
            String::new(),
            format!(
                "{pooled}. Two or three years together have more clients in each number, and few changes from one report to the next. What would \
                 bring more back: a longer period; reporting together with programs like this one; and more answers, asked once and kindly. \
                 Everything without demographics is exact, at any size."
            ),
        ),
    ]
}

/// How it is made.
pub(super) fn method(told: &told::Told, telling: &Telling) -> Section {
    let paragraph = |words: &str| Block::Paragraph(String::new(), words.to_owned());
    let families = format!(
        "Results {}, results in other ways of counting {}, steps {}, waiting {}, what went wrong {}, answers to applications {}, pay {}, by program {}, by area {}. A hidden \
         number is not tested.",
        telling.results.tested,
        telling.other_results.tested,
        telling.steps.tested,
        telling.waits.tested,
        telling.process.tested,
        telling.decided.tested,
        telling.pay.tested,
        telling.programs.as_ref().map_or(0, |places| places.tested),
        telling.areas.as_ref().map_or(0, |places| places.tested),
    );
    let mut facts: Vec<(String, String)> = told.cover.stated.clone();
    facts.push(("Comparisons tested together".to_owned(), families));
    section(
        "method",
        "How it is made",
        vec![
            paragraph(
                "Every figure about groups is computed from the counts and sums that are shown, and from nothing else. A rate is shown with 10 or \
                 more in its numerator and denominator and a range not wider than 160 % of it, a share of clients with 30 or more; otherwise the \
                 counts stand alone (standards of the National Center for Health Statistics).",
            ),
            paragraph(
                "A range is a 95 % interval: Wilson's for a share, Katz's for a ratio of rates, Newcombe's for a difference. The chance is the mid-P \
                 of Fisher's exact test; within a section it is adjusted for the number of comparisons (Benjamini and Hochberg). “Whatever the \
                 others would answer” is the worst and the best case over everybody without an answer (Manski).",
            ),
            paragraph(
                "“Gap, unlikely to be chance”: a ratio below 0.8, and an adjusted chance below 0.05. “Small gap”: behind by less. “Too few to \
                 tell”: below 0.8, and chance could be the reason, or too few for a rate. No clear difference is no proof of equal treatment. \
                 Where a setback is counted, to come to it more often is the gap.",
            ),
            paragraph(
                "A total of dollars is shown where enough clients make it up, where no one or two are nearly all of it (p % rule at 10, (n, k) \
                 rule at 2 and 90), and where no other total tells one that is not. It is rounded to two or three digits where few sets of \
                 awards have the exact sum.",
            ),
            paragraph(
                "Whether a group's share of the dollars is chance, how evenly dollars are spread inside a group, and how long a group's middle \
                 client waits are not computed by group: each would need single awards or single days.",
            ),
            Block::Facts(facts),
            Block::Aside(
                "This is a management report, not a disparity study and not a legal finding. “Gap” describes the program, not the people."
                    .to_owned(),
            ),
        ],
    )
}
