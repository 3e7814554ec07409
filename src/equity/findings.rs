//! Sentences computed from a table of rates. A gap is called a gap, and never more than that.

use super::Interval;
use super::cells::Measure;
use super::groups::Dimension;
use super::protect::Line;
use super::table::{Against, Comparison, RateLine, Table, Tag};

/// At most this many sentences: more are not read.
const MOST: usize = 5;

/// One finding: the sentence for the council, and the figures behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub tag: Tag,
    pub sentence: String,
    /// Absent where the sentence names several groups.
    pub detail: Option<String>,
}

/// The findings of one table of rates: gaps first, the widest ahead, then those above, then one sentence for the
/// groups that cannot be told apart, and one for those with too few.
#[must_use]
pub fn findings(table: &Table<RateLine>, measure: Measure, dimension: Dimension) -> Vec<Finding> {
    let compared: Vec<(&RateLine, &Comparison)> = table.lines.iter().filter_map(|line| Some((line, line.comparison.as_ref()?))).collect();
    let tagged = |tag: Tag| compared.iter().filter(move |(_, comparison)| comparison.tag == tag);

    let mut gaps: Vec<_> = tagged(Tag::GapUnlikelyChance).collect();
    gaps.sort_by(|left, right| ratio(left.1).total_cmp(&ratio(right.1)));
    let mut above: Vec<_> = tagged(Tag::AboveUnlikelyChance).collect();
    above.sort_by(|left, right| ratio(right.1).total_cmp(&ratio(left.1)));

    let words = Words::of(measure, table.against);
    if let Some(finding) = words.nothing_to_compare(&compared) {
        return vec![finding];
    }
    let single = gaps.into_iter().chain(above).map(|(line, comparison)| words.finding(line, comparison, dimension));
    let together = [
        (Tag::NoClearDifference, "No clear difference", " That is not proof of equal treatment."),
        (Tag::TooFewToTell, "Too few to tell a difference", ""),
    ];
    let together = together.into_iter().filter_map(|(tag, opening, closing)| {
        let named: Vec<String> = tagged(tag).map(|(line, _)| owners(line.line, dimension)).collect();
        let sentence = format!("{opening} in {} for businesses with {}.{closing}", words.about, list(&named, "and", "; "));
        (!named.is_empty()).then_some(Finding { tag, sentence, detail: None })
    });
    single.chain(together).take(MOST).collect()
}

/// "Asian or White owners", as it stands after "businesses with".
#[must_use]
pub fn owners(line: Line, dimension: Dimension) -> String {
    let names: Vec<String> = dimension.labels(line.groups).into_iter().map(String::from).collect();
    let owners = format!("{} owners", list(&names, "or", ", "));
    match (names.is_empty(), line.no_answer) {
        (true, _) => "no answer".to_owned(),
        (false, true) => format!("{owners} or no answer"),
        (false, false) => owners,
    }
}

/// The words a measure and its reference put into a sentence.
struct Words {
    businesses: &'static str,
    deed: &'static str,
    about: &'static str,
    others: &'static str,
    among: &'static str,
}

impl Words {
    fn of(measure: Measure, against: Against) -> Self {
        let others = if against == Against::OthersWhoAnswered { " that answered" } else { "" };
        match measure {
            Measure::Referrals => Self {
                businesses: "referred businesses",
                deed: "had a partner say yes",
                about: "how often partners said yes",
                others,
                among: " referred businesses that partners decided on",
            },
            _ => Self { businesses: "businesses", deed: "got a resource", about: "how often a resource was got", others, among: "" },
        }
    }

    /// Where all got it, or none did, no rate can differ, and to find no clear difference would say too much.
    fn nothing_to_compare(&self, compared: &[(&RateLine, &Comparison)]) -> Option<Finding> {
        let Self { businesses, deed, .. } = self;
        let all = compared.iter().all(|(line, others)| line.x == line.n && others.others_x == others.others_n);
        let none = compared.iter().all(|(line, others)| line.x == 0 && others.others_x == 0);
        let opening = match (compared.is_empty(), all, none) {
            (false, true, _) => format!("All {businesses} compared {deed}"),
            (false, _, true) => format!("None of the {businesses} compared {deed}"),
            _ => return None,
        };
        let sentence = format!("{opening}, so there is nothing to set side by side.");
        Some(Finding { tag: Tag::NoClearDifference, sentence, detail: None })
    }

    fn finding(&self, line: &RateLine, comparison: &Comparison, dimension: Dimension) -> Finding {
        let Self { businesses, deed, others, among, .. } = self;
        let Comparison { others_x, others_n, .. } = comparison;
        let owners = owners(line.line, dimension);
        let own = of_every_100(line.x, line.n);
        let other = of_every_100(*others_x, *others_n);
        let times = match (comparison.ratio.ratio, comparison.ratio.interval) {
            (Some(ratio), Some(Interval { low, high })) => {
                format!(" That is {ratio:.2} times as often; the true figure is likely between {low:.2} and {high:.2}.")
            }
            _ => String::new(),
        };
        let detail = format!("{} of {} and {others_x} of {others_n}{among}.{times}", line.x, line.n);
        Finding {
            tag: comparison.tag,
            sentence: format!(
                "Of every 100 {businesses} with {owners}, {own} {deed}. \
                 Of every 100 other {businesses}{others}, {other} did."
            ),
            detail: Some(detail),
        }
    }
}

fn ratio(comparison: &Comparison) -> f64 {
    comparison.ratio.ratio.unwrap_or(1.0)
}

/// The rate in whole businesses of a hundred; neither none nor all where it is not.
fn of_every_100(x: u32, n: u32) -> String {
    let (x, n) = (u64::from(x), u64::from(n).max(1));
    match (200 * x + n) / (2 * n) {
        0 if x > 0 => "fewer than 1".to_owned(),
        100 if x < n => "more than 99".to_owned(),
        rounded => rounded.to_string(),
    }
}

/// "a, b and c".
fn list(words: &[String], last: &str, comma: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [init @ .., end] => format!("{} {last} {end}", init.join(comma)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::groups::{Answer, Race};
    use super::super::table::{Unit, tabulate};
    use super::*;

    /// `n` businesses of a group, `x` of them with what is counted.
    fn businesses(race: Race, x: u32, n: u32) -> impl Iterator<Item = Unit> {
        (0..n).map(move |at| Unit {
            race: Answer::Answered(race.set()),
            sex: Answer::Unknown,
            read_out: false,
            awards: u32::from(at < x),
            awarded_cents: 0,
            minutes: 0,
            referrals_decided: 1,
            referrals_accepted: u32::from(at < x),
        })
    }

    fn told(units: &[Unit], measure: Measure) -> Vec<Finding> {
        let tables = tabulate(units, Dimension::Race, 5);
        let table = if measure == Measure::Referrals { tables.referrals } else { tables.resource };
        findings(&table.unwrap(), measure, Dimension::Race)
    }

    #[test]
    fn a_gap_is_told_in_people_and_then_in_figures() {
        let units: Vec<Unit> = businesses(Race::BlackOrAfricanAmerican, 36, 149).chain(businesses(Race::White, 120, 289)).collect();
        let got = told(&units, Measure::Referrals);
        assert_eq!(
            got[0].sentence,
            "Of every 100 referred businesses with Black or African American owners, 24 had a partner say yes. \
             Of every 100 other referred businesses that answered, 42 did."
        );
        assert_eq!(
            got[0].detail.as_deref(),
            Some(
                "36 of 149 and 120 of 289 referred businesses that partners decided on. \
                 That is 0.58 times as often; the true figure is likely between 0.42 and 0.80."
            )
        );
        assert_eq!(got.iter().map(|f| f.tag).collect::<Vec<_>>(), [Tag::GapUnlikelyChance, Tag::AboveUnlikelyChance]);
    }

    #[test]
    fn gaps_come_first_then_those_above_then_the_rest_in_one_sentence_each() {
        let units: Vec<Unit> = businesses(Race::Asian, 60, 80)
            .chain(businesses(Race::BlackOrAfricanAmerican, 20, 100))
            .chain(businesses(Race::HispanicOrLatino, 50, 110))
            .chain(businesses(Race::MiddleEasternOrNorthAfrican, 6, 12))
            .chain(businesses(Race::White, 55, 120))
            .collect();
        let got = told(&units, Measure::Resource);
        let start: Vec<&str> = got.iter().map(|finding| finding.sentence.split(',').next().unwrap()).collect();
        assert_eq!(
            start,
            [
                "Of every 100 businesses with Black or African American owners",
                "Of every 100 businesses with Asian owners",
                "No clear difference in how often a resource was got for businesses with Hispanic or Latino owners and White owners. \
                 That is not proof of equal treatment.",
                "Too few to tell a difference in how often a resource was got for businesses with Middle Eastern or North African owners.",
            ]
        );
    }

    #[test]
    fn where_all_got_it_or_none_did_there_is_nothing_to_compare() {
        let told = |x: u32, measure| {
            let units: Vec<Unit> = businesses(Race::Asian, x, 40).chain(businesses(Race::White, x, 40)).collect();
            told(&units, measure).into_iter().map(|finding| finding.sentence).collect::<Vec<_>>()
        };
        assert_eq!(told(40, Measure::Resource), ["All businesses compared got a resource, so there is nothing to set side by side."]);
        assert_eq!(
            told(40, Measure::Referrals),
            ["All referred businesses compared had a partner say yes, so there is nothing to set side by side."]
        );
        assert!(told(30, Measure::Resource)[0].starts_with("No clear difference"));
        assert_eq!(
            told(0, Measure::Resource),
            ["None of the businesses compared got a resource, so there is nothing to set side by side."]
        );
    }

    #[test]
    fn no_sentence_calls_a_gap_by_another_name() {
        let units: Vec<Unit> =
            Race::ALL.into_iter().zip([10, 90, 20, 80, 30, 70, 55]).flat_map(|(race, x)| businesses(race, x, 100)).collect();
        let got = told(&units, Measure::Resource);
        assert_eq!(got.len(), 5);
        assert!(got.iter().all(|finding| !finding.sentence.contains("discriminat")));
    }

    #[test]
    fn a_hundred_is_not_rounded_to_none_or_all() {
        assert_eq!(
            [(10, 5_000), (4_990, 5_000), (1, 2), (0, 9)].map(|(x, n)| of_every_100(x, n)),
            ["fewer than 1", "more than 99", "50", "0"]
        );
    }

    #[test]
    fn a_merged_line_names_all_its_groups() {
        let groups = [Race::Asian, Race::MiddleEasternOrNorthAfrican, Race::White].map(Race::set).into_iter().collect();
        let line = Line { groups, no_answer: true };
        assert_eq!(owners(line, Dimension::Race), "Asian, Middle Eastern or North African or White owners or no answer");
    }
}
