//! The report that is made from an account: what may be told of one period to its readers, as a document.

mod answers;
mod places;
mod rates;
mod reach;
mod trust;
mod way;
mod words;

#[cfg(test)]
mod tests;

use super::{FINDINGS, area, column, list, section};
use crate::document::{Block, Cell, Document, Finding, Kind, Label, Look, Number, Section, Table, Tone, Value};
use crate::equity::catalogue::{Class, Plan, Point};
use crate::equity::telling::grouping::Grouping;
use crate::equity::telling::sentences::{Mark, findings};
use crate::equity::telling::{ENOUGH_ANSWERS, Standing, Telling};
use crate::reports::operations;
use crate::reports::operations::document::Scope;
use crate::reports::told::{Cover, Told};
use crate::values::grouped;

/// Ways of counting that stand in every section.
const MAIN: [Grouping; 3] = [Grouping::Headline, Grouping::Race, Grouping::Sex];
/// Every way of counting, in the order of the page.
const ALL: [Grouping; 7] = [
    Grouping::Headline,
    Grouping::Race,
    Grouping::Several,
    Grouping::Combinations,
    Grouping::Sex,
    Grouping::Ownership,
    Grouping::RaceAndSex,
];

/// Ways of counting that stand in a section of their own.
fn is_other(grouping: Grouping) -> bool {
    matches!(grouping, Grouping::Several | Grouping::Combinations | Grouping::RaceAndSex)
}

/// The report as a document.
#[must_use]
pub fn told(told: &Told) -> Document {
    let telling = Telling::of(&told.account);
    let sections = ordered(told, &telling);
    Document {
        title: "Who gets resources".to_owned(),
        about: told.about(),
        day: told.cover.last,
        cover: cover(told),
        notices: preliminary(&telling).into_iter().chain(told.cover.declared.clone()).collect(),
        sections,
        footer: footer(told, &telling),
    }
}

/// Every section in the order it is read: what is told by group, each followed by the exact figures of the same subject.
fn ordered(told: &Told, telling: &Telling) -> Vec<Section> {
    let mut exact = told.exact.as_ref().map(|figures| operations::document::sections(figures, &scope(told))).unwrap_or_default();
    let mut take = |keys: &[&str]| -> Vec<Section> {
        let (taken, rest) = std::mem::take(&mut exact).into_iter().partition(|section: &Section| keys.contains(&section.key.as_str()));
        exact = rest;
        taken
    };
    // Why in one place: with fewer than ten clients there is nothing by group, and the exact figures stand alone.
    let by_group = |section: Option<Section>| section.filter(|_| has_enough(told));
    let mut all = vec![found(told, telling)];
    all.extend(by_group(results(told, telling)));
    all.extend(by_group(way::dropping_out(told, telling)));
    all.extend(take(&["everyone"]));
    all.extend(by_group(reach::who(told, telling)));
    all.extend(by_group(Some(area::compared(told.compared.as_ref(), &reach::clients(told, telling)))));
    all.extend(take(&["pays", "benefits", "decides"]));
    all.extend(by_group(decided(told, telling)));
    all.extend(take(&["indicators"]));
    all.extend(by_group(reach::dollars(told, telling)));
    all.extend(take(&["concentration"]));
    all.extend(take(&["jobs"]));
    all.extend(by_group(pay(told, telling)));
    all.extend(take(&["waiting"]));
    all.extend(by_group(waiting(told, telling)));
    all.extend(take(&["process"]));
    all.extend(by_group(process(told, telling)));
    all.extend(take(&["place"]));
    all.extend(by_group(places::by_place(told, telling)));
    all.extend(by_group(other_ways(told, telling)));
    all.append(&mut exact);
    all.extend([trust::trust(told, telling), trust::not_shown(told), trust::method(told, telling)]);
    all
}

/// Whose exact figures they are.
fn scope(told: &Told) -> Scope {
    Scope {
        program: told.cover.program.clone().unwrap_or_else(|| "all programs".to_owned()),
        period: words::said(told.cover.first, told.cover.last),
        only: Vec::new(),
        as_of: told.cover.as_of.to_string(),
    }
}

/// Whether there are so many clients that a comparison could be more than a beginning. Why all clients and not those who answered: how
/// many answered may be hidden, and what is on the page must not follow from it.
fn has_enough(told: &Told) -> bool {
    told.account.count(Point::Enrolled, Class::Everyone).is_none_or(|pool| pool >= ENOUGH_ANSWERS)
}

fn footer(told: &Told, telling: &Telling) -> Vec<String> {
    let Cover { code, as_of, version, audit_head, .. } = &told.cover;
    let made = format!("Report {code}, made {as_of}, Fairfloor {version}. Record up to {audit_head}.");
    let hashes = told.compared.iter().flat_map(crate::reports::benchmarks::available::Chosen::hashes);
    let preliminary = matches!(telling.standing, Standing::Preliminary(_)).then(|| "Preliminary: too few answers.".to_owned());
    [told.about(), made].into_iter().chain(preliminary).chain(hashes).collect()
}

/// Whose numbers they are and of when, under a chart that travels alone.
fn source(told: &Told) -> String {
    format!("Source: {} Report {}, Fairfloor {}.", told.about(), told.cover.code, told.cover.version)
}

/// "1 client", "1,204 clients".
fn clients(count: u32) -> String {
    if count == 1 { "1 client".to_owned() } else { format!("{} clients", grouped(count.into())) }
}

fn preliminary(telling: &Telling) -> Option<String> {
    let Standing::Preliminary(answered) = telling.standing else { return None };
    let part = answered.coverage().unwrap_or_default() * 100.0;
    Some(format!(
        "Preliminary: {} of {} ({part:.0}%) answered who their owners are. Below 60 % nobody should lean on a comparison.",
        grouped(answered.known.into()),
        clients(answered.pool)
    ))
}

fn cover(told: &Told) -> Table {
    let cover = &told.cover;
    let text = |words: &str| Cell::Text(words.to_owned());
    let day = |day| Cell::Number(Number::new(Kind::Day, Some(Value::Day(day))));
    let mut rows = vec![
        ("organization", "Organization", text(&cover.organization)),
        ("program", "Program", text(cover.program.as_deref().unwrap_or("all programs"))),
        ("period", "Period", text(&cover.period)),
        ("from", "First day", day(cover.first)),
        ("to", "Last day", day(cover.last)),
        ("as_of", "Figures as of", day(cover.as_of)),
        ("code", "Report", text(&cover.code)),
        ("audience", "Readers", text(&cover.readers)),
        ("threshold", "No count of a group is told from 1 to below", super::count(told.account.threshold, "clients")),
        (
            "plan",
            "List of counts",
            text(match told.account.plan {
                Plan::Small => "small program: two headline classes, few points",
                Plan::Middle => "every group at every station; waits and answers by headline class",
                Plan::Full => "full",
            }),
        ),
        ("unit", "What is counted", text(super::UNIT)),
        ("pool", "Who is counted", text(words::ENROLLED)),
        ("version", "Made with", text(&format!("Fairfloor {}", cover.version))),
        ("audit-head", "Record up to (SHA-256 of its last event)", text(&cover.audit_head)),
    ];
    rows.extend(cover.declared.as_deref().map(|words| ("declaration", "Declared", text(words))));
    let keys: Vec<(String, &str, &str)> =
        cover.stated.iter().map(|(name, words)| (crate::document::slug(name), name.as_str(), words.as_str())).collect();
    rows.extend(keys.iter().map(|(key, name, words)| (key.as_str(), *name, text(words))));
    list("cover", "", "Cover", Look::Files, rows)
}

/// What we found, and what the program says to it.
fn found(told: &Told, telling: &Telling) -> Section {
    let mut blocks: Vec<Block> = reach::lead(telling).map(|lead| Block::Paragraph(String::new(), lead)).into_iter().collect();
    let found: Vec<Finding> = findings(telling)
        .into_iter()
        .take(FINDINGS)
        .zip(1..)
        .map(|(finding, number)| Finding {
            id: format!("finding.{number}"),
            sentence: finding.sentence,
            detail: finding.detail,
            tag: marked(finding.mark),
        })
        .collect();
    match too_early(told, telling) {
        Some(words) => blocks = vec![Block::Paragraph(String::new(), words)],
        None if found.is_empty() => blocks.push(Block::Paragraph(
            String::new(),
            "Nothing can be compared: one group alone is here, or the counts that a comparison needs are hidden. A longer period shows more.".to_owned(),
        )),
        None => blocks.push(Block::Findings(found)),
    }
    blocks.extend(told.context.as_ref().map(|words| Block::Paragraph("What the program says about it: ".to_owned(), words.clone())));
    blocks.extend(told.answer.as_ref().map(|words| Block::Paragraph("What it will do: ".to_owned(), words.clone())));
    section("found", "What we found", blocks)
}

fn marked(mark: Mark) -> Label {
    match mark {
        Mark::Compared(tag) => words::label(tag),
        Mark::LookFirst => Label { words: mark.words().to_owned(), tone: Tone::Note },
    }
}

/// Why there are no findings, where it is too early for any.
fn too_early(told: &Told, telling: &Telling) -> Option<String> {
    let exact = "The exact figures below hold at any size.";
    match telling.standing {
        Standing::Nobody => Some(format!("Nobody was enrolled in the period. {exact}")),
        Standing::TooEarly { answers, is_exact } => {
            let most = if is_exact { "" } else { " at most" };
            Some(format!("Too early. You need {ENOUGH_ANSWERS} clients with an answer. You have{most} {answers}. {exact}"))
        }
        Standing::AllHidden => Some(format!(
            "Everything by group is hidden: with so few clients, groups of fewer than {} could be worked out from it. A longer period shows more. {exact}",
            told.account.threshold
        )),
        Standing::Preliminary(_) | Standing::Firm => None,
    }
}

/// The dot plots of what the program is for.
fn results(told: &Told, telling: &Telling) -> Option<Section> {
    let sheet = rates::Sheet { told, tested: telling.results.tested, key: "rate".to_owned(), place: String::new() };
    let mut blocks = Vec::new();
    for table in &telling.results.tables {
        let words = crate::equity::telling::sentences::Words::of(table.rate);
        blocks.push(Block::Heading(format!("Clients who {}: {}", words.did, lower(table.grouping.heading()))));
        blocks.extend(sheet.plot(table));
    }
    (!blocks.is_empty()).then(|| section("results", "How often each group got there", blocks))
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// How long new clients of each group waited.
fn waiting(told: &Told, telling: &Telling) -> Option<Section> {
    let pool = "clients who joined in the period, 90 days or more before the figures were made";
    let blocks = rates::side_by_side(told, &telling.waits, "wait", "new clients who were seen in time", pool);
    (!blocks.is_empty()).then(|| section("waiting-by-group", "Who waited how long for a first service", blocks))
}

/// What went wrong, by group (equity of process).
fn process(told: &Told, telling: &Telling) -> Option<Section> {
    let pool = "clients who were referred to a partner in the period";
    let blocks = rates::side_by_side(told, &telling.process, "process", "referred clients with a no, silence or a disagreement", pool);
    (!blocks.is_empty()).then(|| section("process-by-group", "No, silence and disagreement", blocks))
}

/// How those who decide answered applications, by group of the owners.
fn decided(told: &Told, telling: &Telling) -> Option<Section> {
    let pool = "clients of whose applications one was answered in the period, or who got an award without one";
    let blocks = rates::side_by_side(told, &telling.decided, "decided", "clients whose application was answered with an award", pool);
    (!blocks.is_empty()).then(|| section("decides-by-group", "Whom those who decide say yes to", blocks))
}

/// What the work at clients pays, by group of the owners: of employers, for a total of workers would tell what one of them pays.
fn pay(told: &Told, telling: &Telling) -> Option<Section> {
    let pool = "clients the pay of some of whose workers is known, in a county whose living wage is";
    let blocks = rates::side_by_side(told, &telling.pay, "pay", "clients who pay half or more of their workers a living wage", pool);
    (!blocks.is_empty()).then(|| section("jobs-by-group", "Whose work pays enough to live on", blocks))
}

/// The other ways to count people of several groups, the ownership classes, and race and sex together.
fn other_ways(told: &Told, telling: &Telling) -> Option<Section> {
    let sheet = rates::Sheet { told, tested: telling.other_results.tested, key: "rate".to_owned(), place: String::new() };
    let mut blocks = Vec::new();
    for grouping in ALL.into_iter().filter(|grouping| is_other(*grouping) || *grouping == Grouping::Ownership) {
        let reach = telling.reach.iter().find(|reach| reach.grouping == grouping).filter(|_| is_other(grouping));
        let tables: Vec<_> = telling.other_results.tables.iter().filter(|table| table.grouping == grouping).collect();
        match reach {
            Some(reach) => blocks.extend(reach::shares(told, reach)),
            None if !tables.is_empty() => blocks.push(Block::Heading(grouping.heading().to_owned())),
            None => {}
        }
        blocks.extend(sheet.compact("result", ("awarded and completed", words::ENROLLED), &tables));
    }
    blocks.extend(summaries(telling));
    (!blocks.is_empty()).then(|| section("other-ways", "Counted in other ways", blocks))
}

/// One number over all classes that do not overlap.
fn summaries(telling: &Telling) -> Option<Block> {
    let columns = vec![
        column("classes", "Classes with a rate", true),
        column("difference", "Highest less lowest", true),
        column("ratio", "Highest over lowest", true),
        column("disparity", "Mean distance from everyone's rate", true),
        column("deviation", "Standard deviation", false),
        column("fraction", "More in all, at the best class's rate", false),
    ];
    let of = |summary: Option<crate::equity::summaries::Summary>, kind: Kind| {
        summary.map_or(Cell::Empty, |summary| {
            Cell::Number(Number::new(kind, Some(Value::Real(summary.estimate))).within(words::ends(summary.interval)))
        })
    };
    let percent = |value: Option<f64>| words::real(Kind::Share, value.map(|value| value / 100.0));
    let rows = telling.summaries.iter().map(|(grouping, one)| crate::document::Row {
        key: format!("{}-{}", grouping.code(), one.rate.code()),
        name: format!("{}: {}", crate::equity::telling::sentences::station(one.rate.point), lower(grouping.heading())),
        more: None,
        under: None,
        cells: vec![
            words::whole(Kind::Count("classes"), i128::try_from(one.classes).ok()),
            of(one.difference, Kind::Points),
            of(one.ratio, Kind::Ratio),
            percent(one.disparity),
            words::real(Kind::Points, one.deviation),
            percent(one.fraction),
        ],
    });
    let table = Table {
        rows_are: "What".to_owned(),
        ..words::grid("summary".to_owned(), "", "One number over all classes".to_owned(), columns, rows.collect())
    };
    (!table.rows.is_empty()).then_some(Block::Table(table))
}
