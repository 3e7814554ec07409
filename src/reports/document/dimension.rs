//! The section of one dimension: who answered, the tables that may be shown, and what is not shown and why.

use super::rows::{amounts, rates, shares};
use super::{answered, answers};
use crate::document::{Block, Section};
use crate::equity::Dimension;
use crate::equity::cells::Measure;
use crate::equity::coverage::ReadOut;
use crate::reports::{self, Report};
use crate::values::{Unit, grouped};

/// How a dimension is called: in addresses, in ids, and as a heading.
pub(super) struct Named {
    pub(super) key: &'static str,
    pub(super) scheme: &'static str,
    pub(super) heading: &'static str,
}

pub(super) fn named(dimension: Dimension) -> Named {
    match dimension {
        Dimension::Race => Named { key: "race", scheme: "race_ethnicity", heading: "By race and ethnicity" },
        Dimension::Sex => Named { key: "sex", scheme: "sex", heading: "By sex" },
    }
}

pub(super) fn section(report: &Report, section: &reports::Section, begins_page: bool) -> Section {
    let (words, tables) = (named(section.dimension), &section.tables);
    let threshold = tables.threshold.get();
    let drawn: [(&str, Measure, Option<Block>); 6] = [
        (
            "How often each group got a resource",
            Measure::Resource,
            tables.resource.as_ref().map(|table| rates(report, section, table, "got_a_resource", "got a resource")),
        ),
        (
            "How often a partner said yes",
            Measure::Referrals,
            tables
                .referrals
                .as_ref()
                .map(|table| rates(report, section, table, "referrals_accepted", "had a partner say yes, of those a partner decided on")),
        ),
        (
            "How many businesses were reached",
            Measure::Businesses,
            tables.businesses.as_ref().map(|table| shares(section, table, "businesses", "businesses")),
        ),
        ("Dollars awarded", Measure::Dollars, tables.dollars.as_ref().map(|table| amounts(section, table, "dollars_awarded", Unit::Cents))),
        ("Advisor hours", Measure::Hours, tables.minutes.as_ref().map(|table| amounts(section, table, "advisor_time", Unit::Minutes))),
        (
            "Number of awards",
            Measure::Deployments,
            tables.deployments.as_ref().map(|table| shares(section, table, "deployments", "awards")),
        ),
    ];
    let (lead, rest) = answers(&tables.coverage, threshold);
    let mut blocks = vec![
        Block::Paragraph(lead, format!("{rest}{}", read_out(tables.read_out, threshold))),
        Block::Table(answered(words.scheme, &tables.coverage, threshold, Some(tables.read_out))),
    ];
    let mut hidden = Vec::new();
    let all = drawn.len();
    for (heading, measure, block) in drawn {
        match block {
            Some(block) => blocks.extend([Block::Heading(heading.to_owned()), block]),
            None => hidden.push(Block::Hidden(heading.to_owned(), measure.why_withheld(tables.threshold))),
        }
    }
    if hidden.len() == all {
        blocks.push(Block::Hidden(
            String::new(),
            "Nothing can be shown by group yet: too few businesses have an answer. All are counted in the totals.".to_owned(),
        ));
    } else if !hidden.is_empty() {
        blocks.push(Block::Heading("Not shown, and why".to_owned()));
        blocks.extend(hidden);
    }
    blocks.push(Block::Aside("A business can be in several groups, so counts may add up to more than those who answered.".to_owned()));
    Section { key: words.key.to_owned(), heading: words.heading.to_owned(), begins_page, blocks }
}

fn read_out(read_out: ReadOut, threshold: u32) -> String {
    match read_out {
        ReadOut::Nobody => String::new(),
        ReadOut::Few => {
            format!(
                " A few answers were read out to staff, who wrote them down: fewer than {threshold}, or all but fewer than {threshold}."
            )
        }
        ReadOut::Shown(count) => {
            format!(" {} of those who answered read an answer out to staff, who wrote it down.", grouped(count.into()))
        }
    }
}
