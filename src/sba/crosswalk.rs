//! What people said about themselves, in the spellings of the SBA's forms. The table is `assets/codes/sba-answers.csv`; every row of it is
//! shown where a file is checked, so that whoever files can review it.
//!
//! Why no row for Hispanic or Latino: the form asks for it as ethnicity, beside race. Whoever chose it alone has no race on that list; the
//! form takes "Prefer to Self-Describe" with the person's own group, which is true, and never "Prefer not to say", which they did not say.

use super::Loss;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../assets/codes/sba-answers.csv");

const HISPANIC: &str = "HISP";
const MENA: &str = "MENA";
const DECLINED: &str = "Prefer not to say";
const SELF_DESCRIBED: &str = "Prefer to Self-Describe";
/// The most letters that the form takes of own words.
const WORDS: usize = 80;

/// One line of the table: an answer as we hold it, and how the form spells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The question, by its word.
    pub question: String,
    /// The answer, by its code.
    pub code: String,
    /// The detail that decides, in lower case; empty where none does.
    pub detail: String,
    /// How the form spells it.
    pub label: String,
}

/// The whole table.
pub fn rows() -> &'static [Row] {
    static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
        let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
        let cell = |row: &csv::StringRecord, place: usize| row.get(place).unwrap_or_default().to_owned();
        let rows = reader.records().filter_map(Result::ok);
        rows.map(|row| Row { question: cell(&row, 0), code: cell(&row, 1), detail: cell(&row, 2), label: cell(&row, 3) }).collect()
    });
    &ROWS
}

/// What somebody said of one question.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Told {
    /// Not asked under a notice that names this filing, or no answer: nothing may be written.
    #[default]
    Nothing,
    /// They prefer not to answer.
    Declined,
    /// What they chose, with details by the code of their group, and their own words.
    Chosen {
        /// Codes of the answers.
        codes: Vec<String>,
        /// Detail, by the code of its group.
        details: Vec<(String, String)>,
        /// Own words.
        words: String,
    },
}

/// What a client said about themselves, as far as a file may hold it. It has no `Debug`, so that it can't be written into a log by mistake.
#[derive(Clone, Default)]
pub struct Answers {
    /// Race and ethnicity.
    pub race: Told,
    /// Sex.
    pub sex: Told,
    /// Disability.
    pub disability: Told,
    /// Military status.
    pub military: Told,
    /// Whether they are a veteran, where that is what was asked.
    pub veteran: Told,
    /// How much of the business women own, in hundredths of a percent, where every owner's share and sex is known.
    pub women_bp: Option<u32>,
}

/// Race and ethnicity as the forms hold them, apart.
#[derive(Default, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) struct Race {
    /// Official spellings, each once.
    pub codes: Vec<String>,
    /// Own words.
    pub described: Option<String>,
    /// Hispanic or Latino, or not; nothing where only own words tell.
    pub ethnicity: Option<String>,
    /// What is written otherwise.
    pub losses: Vec<Loss>,
}

/// The official spelling of one answer of a question that takes one.
pub(super) fn one(question: &str, told: &Told) -> Option<String> {
    match told {
        Told::Nothing => None,
        Told::Declined => Some(DECLINED.to_owned()),
        Told::Chosen { codes, .. } => codes.first().and_then(|code| label(question, code, "")).map(str::to_owned),
    }
}

fn label(question: &str, code: &str, detail: &str) -> Option<&'static str> {
    rows().iter().find(|row| row.question == question && row.code == code && row.detail == detail).map(|row| row.label.as_str())
}

/// Race and ethnicity; nothing where the person was not asked under the notice, for then the record may not be written.
pub(super) fn race(told: &Told) -> Option<Race> {
    match told {
        Told::Nothing => None,
        Told::Declined => Some(Race { codes: vec![DECLINED.to_owned()], ethnicity: Some(DECLINED.to_owned()), ..Race::default() }),
        Told::Chosen { codes, details, words } => Some(chosen(codes, details, words)),
    }
}

fn chosen(codes: &[String], details: &[(String, String)], words: &str) -> Race {
    let mut race = Race::default();
    let mut described: Vec<String> = Vec::new();
    let detail_of = |code: &str| details.iter().find(|(group, _)| group == code).map_or("", |(_, detail)| detail.trim());
    for code in codes {
        match code.as_str() {
            HISPANIC => {}
            MENA => match regions(detail_of(MENA)) {
                regions if regions.is_empty() => described.push("Middle Eastern or North African".to_owned()),
                regions => race.codes.extend(regions),
            },
            other => race.codes.extend(label("race", other, "").map(str::to_owned)),
        }
        if !detail_of(code).is_empty() {
            race.losses.push(Loss::new("Detail of race and ethnicity", "written", ""));
        }
    }
    let is_hispanic = codes.iter().any(|code| code == HISPANIC);
    if !codes.is_empty() {
        race.ethnicity = Some(if is_hispanic { "Hispanic or Latino" } else { "Non Hispanic or Latino" }.to_owned());
    }
    if !words.trim().is_empty() {
        described.push(words.trim().to_owned());
    }
    if race.codes.is_empty() && described.is_empty() {
        described.push("Hispanic or Latino".to_owned());
        race.losses.push(Loss::new("Race", "Hispanic or Latino alone", "Prefer to Self-Describe: Hispanic or Latino"));
    }
    if codes.iter().any(|code| code == MENA) && described.iter().any(|words| words.starts_with("Middle Eastern or")) {
        race.losses.push(Loss::new(
            "Race",
            "Middle Eastern or North African, without a detail that says which",
            "Prefer to Self-Describe: Middle Eastern or North African",
        ));
    }
    if !described.is_empty() {
        let all = described.join("; ");
        let kept: String = all.chars().take(WORDS).collect();
        if kept != all {
            race.losses.push(Loss::new("Own words", format!("{} letters", all.chars().count()), format!("the first {WORDS}")));
        }
        race.codes.push(SELF_DESCRIBED.to_owned());
        race.described = Some(kept.trim_end().to_owned());
    }
    race.codes.dedup();
    race
}

/// The form's two regions that a written detail names.
fn regions(detail: &str) -> Vec<String> {
    let detail = detail.to_lowercase();
    let mut found: Vec<String> = Vec::new();
    for row in rows().iter().filter(|row| row.code == MENA && detail.contains(&row.detail)) {
        if !found.contains(&row.label) {
            found.push(row.label.clone());
        }
    }
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(codes: &[&str], detail: &str, words: &str) -> Told {
        let details = if detail.is_empty() { Vec::new() } else { vec![(MENA.to_owned(), detail.to_owned())] };
        Told::Chosen { codes: codes.iter().map(ToString::to_string).collect(), details, words: words.to_owned() }
    }

    /// What was said; race, own words and ethnicity as they are written; how much of it is written otherwise.
    type Case<'c> = (Told, &'c str, Option<&'c str>, Option<&'c str>, usize);

    #[test]
    fn every_answer_becomes_what_was_said_and_nothing_that_was_not() {
        let long = "a".repeat(90);
        let eighty = "a".repeat(80);
        #[rustfmt::skip]
        let table: &[Case<'_>] = &[
            (said(&["BLACK"], "", ""),               "Black or African American",             None, Some("Non Hispanic or Latino"), 0),
            (said(&["ASIAN", "WHITE"], "", ""),      "Asian, White",                          None, Some("Non Hispanic or Latino"), 0),
            (said(&["BLACK", "HISP"], "", ""),       "Black or African American",             None, Some("Hispanic or Latino"), 0),
            (said(&["HISP"], "", ""),                "Prefer to Self-Describe",               Some("Hispanic or Latino"), Some("Hispanic or Latino"), 1),
            (said(&["MENA"], "Egyptian", ""),        "North African",                         None, Some("Non Hispanic or Latino"), 1),
            (said(&["MENA"], "Lebanese and Moroccan", ""), "Middle Eastern, North African",   None, Some("Non Hispanic or Latino"), 1),
            (said(&["MENA"], "", ""),                "Prefer to Self-Describe",               Some("Middle Eastern or North African"), Some("Non Hispanic or Latino"), 1),
            (said(&["MENA"], "something else", ""),  "Prefer to Self-Describe",               Some("Middle Eastern or North African"), Some("Non Hispanic or Latino"), 2),
            (said(&["AIAN"], "", "Lenape"),          "Native American/Alaska Native, Prefer to Self-Describe", Some("Lenape"), Some("Non Hispanic or Latino"), 0),
            (said(&[], "", "Garifuna"),              "Prefer to Self-Describe",               Some("Garifuna"), None, 0),
            (said(&["NHPI"], "", &long),             "Native Hawaiian/Other Pacific Islander, Prefer to Self-Describe", Some(&eighty), Some("Non Hispanic or Latino"), 1),
            (Told::Declined,                         "Prefer not to say",                     None, Some("Prefer not to say"), 0),
        ];
        for (told, codes, described, ethnicity, losses) in table {
            let race = race(told).unwrap();
            assert_eq!(race.codes.join(", "), *codes);
            assert_eq!((race.described.as_deref(), race.ethnicity.as_deref()), (*described, *ethnicity), "{codes}");
            assert_eq!(race.losses.len(), *losses, "{codes}: {:?}", race.losses);
        }
        assert!(race(&Told::Nothing).is_none());
    }

    #[test]
    fn only_a_refusal_is_written_as_one() {
        for told in [said(&["HISP"], "", ""), said(&["MENA"], "", ""), said(&["WHITE"], "", "")] {
            let race = race(&told).unwrap();
            assert!(!race.codes.iter().chain(&race.ethnicity).any(|code| code == DECLINED));
        }
        assert_eq!(one("sex", &said(&["FEMALE"], "", "")).as_deref(), Some("Female"));
        assert_eq!(one("veteran", &said(&["NON_VETERAN"], "", "")), None, "no veteran may be on active duty");
        assert_eq!(one("military", &said(&["GUARD"], "", "")).as_deref(), Some("Member of National Guard"));
        assert_eq!((one("disability", &Told::Nothing), one("disability", &Told::Declined).as_deref()), (None, Some(DECLINED)));
    }
}
