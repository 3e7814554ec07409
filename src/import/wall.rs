//! What a file says of who people are. Read by a closed table, handed to the wall, shown nowhere.

use crate::error::Result;
use crate::firewall;
use crate::store::Tx;
use crate::values::{Basis, Question, fold};

/// An answer as the source released it. It has no `Debug`, so that it can't be written into a log by mistake.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Released {
    /// Codes of the groups named.
    Codes(Vec<&'static str>),
    /// The source says that the person declined.
    Declined,
    /// The source says nothing, or nothing we can read.
    #[default]
    Unknown,
}

/// What a row says of an owner. `None` where the file has no such column: nobody was asked.
#[derive(Clone, Default)]
pub struct Answers {
    /// Race and ethnicity.
    pub race: Option<Released>,
    /// Sex.
    pub sex: Option<Released>,
    /// Veteran status.
    pub veteran: Option<Released>,
}

/// A word that stands in no table.
pub struct NoSuchWord;

/// Words by which sources say that there is no answer.
const UNKNOWN: &[&str] =
    &["", "u", "unanswered", "unknown", "notanswered", "notavailable", "na", "none", "notreported", "notprovided", "unk"];
/// Words by which sources say that the person declined.
const DECLINED: &[&str] = &[
    "declined",
    "declinedtoanswer",
    "declinetoanswer",
    "prefernottosay",
    "prefernottoanswer",
    "refused",
    "choosenottorespond",
    "notdisclosed",
];

/// Word and code of race and ethnicity. The codes are those of the federal standard (SPD 15).
#[rustfmt::skip]
const RACE: &[(&str, &str)] = &[
    ("aian", "AIAN"), ("americanindianoralaskanative", "AIAN"), ("americanindian", "AIAN"), ("alaskanative", "AIAN"), ("nativeamerican", "AIAN"), ("americanindianalaskanative", "AIAN"),
    ("asian", "ASIAN"), ("asianamerican", "ASIAN"),
    ("black", "BLACK"), ("blackorafricanamerican", "BLACK"), ("africanamerican", "BLACK"), ("blackafricanamerican", "BLACK"),
    ("hisp", "HISP"), ("hispanic", "HISP"), ("hispanicorlatino", "HISP"), ("hispaniclatino", "HISP"), ("latino", "HISP"), ("latina", "HISP"), ("latinx", "HISP"), ("hispanicorlatinoa", "HISP"), ("hispanicorlatinx", "HISP"),
    ("mena", "MENA"), ("middleeasternornorthafrican", "MENA"), ("middleeasternnorthafrican", "MENA"), ("middleeastern", "MENA"), ("northafrican", "MENA"),
    ("nhpi", "NHPI"), ("nativehawaiianorpacificislander", "NHPI"), ("nativehawaiianorotherpacificislander", "NHPI"), ("nativehawaiian", "NHPI"), ("pacificislander", "NHPI"), ("nativehawaiianpacificislander", "NHPI"),
    ("white", "WHITE"), ("caucasian", "WHITE"), ("whitecaucasian", "WHITE"),
];

/// Word and code of sex.
#[rustfmt::skip]
const SEX: &[(&str, &str)] = &[
    ("female", "FEMALE"), ("f", "FEMALE"), ("woman", "FEMALE"), ("women", "FEMALE"), ("femaleowned", "FEMALE"), ("womanowned", "FEMALE"), ("womenowned", "FEMALE"),
    ("male", "MALE"), ("m", "MALE"), ("man", "MALE"), ("men", "MALE"), ("maleowned", "MALE"),
];

/// Word and code of veteran status.
#[rustfmt::skip]
const VETERAN: &[(&str, &str)] = &[
    ("veteran", "VETERAN"), ("yes", "VETERAN"), ("y", "VETERAN"), ("veteranowned", "VETERAN"),
    ("nonveteran", "NON_VETERAN"), ("no", "NON_VETERAN"), ("n", "NON_VETERAN"), ("notaveteran", "NON_VETERAN"),
];

/// Reads the text of a cell. Several groups may be parted by semicolons, bars or commas: all of them are read, or none.
pub fn read(question: Question, typed: &str) -> std::result::Result<Released, NoSuchWord> {
    let folded = fold(typed);
    if UNKNOWN.contains(&folded.as_str()) {
        return Ok(Released::Unknown);
    }
    if DECLINED.contains(&folded.as_str()) {
        return Ok(Released::Declined);
    }
    let table = match question {
        Question::Race => RACE,
        Question::Sex => SEX,
        Question::Veteran => VETERAN,
        // No file that we read has such a column.
        Question::Disability | Question::Military | Question::Household | Question::Income | Question::Sedi => &[],
    };
    let code = |word: &str| table.iter().find(|(known, _)| *known == word).map(|(_, code)| *code);
    if let Some(code) = code(&folded) {
        return Ok(Released::Codes(vec![code]));
    }
    let mut codes: Vec<&'static str> =
        typed.split([';', '|', ',']).map(|word| code(&fold(word))).collect::<Option<_>>().ok_or(NoSuchWord)?;
    codes.sort_unstable();
    codes.dedup();
    Ok(Released::Codes(codes))
}

impl Released {
    /// Two rows about one owner. Where one knows and the other doesn't, the answer stands; where they differ, nobody knows.
    fn with(self, other: Self, differ: &mut bool) -> Self {
        match (self, other) {
            (Self::Unknown, other) => other,
            (one, Self::Unknown) => one,
            (one, other) if one == other => one,
            _ => {
                *differ = true;
                Self::Unknown
            }
        }
    }
}

impl Answers {
    /// Two rows about one owner; true when they differ.
    pub fn merge(&mut self, other: &Self) -> bool {
        let mut differ = false;
        for (mine, theirs) in [(&mut self.race, &other.race), (&mut self.sex, &other.sex), (&mut self.veteran, &other.veteran)] {
            if let Some(theirs) = theirs {
                *mine = Some(mine.take().unwrap_or_default().with(theirs.clone(), &mut differ));
            }
        }
        differ
    }
}

/// Hands all answers of an owner to the wall.
pub fn keep_all(tx: &Tx<'_>, person: i64, answers: Answers) -> Result<()> {
    for (question, answer) in [(Question::Race, answers.race), (Question::Sex, answers.sex), (Question::Veteran, answers.veteran)] {
        if let Some(answer) = answer {
            keep(tx, person, question, answer)?;
        }
    }
    Ok(())
}

/// Hands one answer to the wall, marked "as released by the source".
pub fn keep(tx: &Tx<'_>, person: i64, question: Question, answer: Released) -> Result<()> {
    let reply = match answer {
        Released::Codes(codes) => firewall::Reply::answered(codes.into_iter().map(str::to_owned).collect(), String::new()),
        Released::Declined => firewall::Reply::declined(),
        Released::Unknown => firewall::Reply::unknown(),
    };
    firewall::keep(tx, person, question, reply, Basis::ReleasedBySource)
}

/// Deletes what an import brought about a person.
pub fn forget(tx: &Tx<'_>, person: i64) -> Result<()> {
    firewall::forget(tx, person)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(question: Question, typed: &str, expected: &Released) -> bool {
        read(question, typed).is_ok_and(|read| read == *expected)
    }

    #[test]
    fn words_become_codes_by_a_closed_table() {
        for (typed, code) in [
            ("Hispanic", "HISP"),
            ("Black or African American", "BLACK"),
            ("American Indian or Alaska Native", "AIAN"),
            ("white", "WHITE"),
            ("Middle Eastern/North African", "MENA"),
        ] {
            assert!(is(Question::Race, typed, &Released::Codes(vec![code])), "{typed}");
        }
        assert!(is(Question::Sex, "Female Owned", &Released::Codes(vec!["FEMALE"])));
        assert!(is(Question::Sex, "Male Owned", &Released::Codes(vec!["MALE"])));
        assert!(is(Question::Veteran, "Non-Veteran", &Released::Codes(vec!["NON_VETERAN"])));
        assert!(is(Question::Race, "Asian; White", &Released::Codes(vec!["ASIAN", "WHITE"])));
    }

    #[test]
    fn silence_is_unknown_and_declining_is_declining() {
        for typed in ["U", "Unanswered", "unknown", "", "N/A"] {
            assert!(is(Question::Race, typed, &Released::Unknown), "{typed}");
        }
        assert!(is(Question::Race, "Prefer not to say", &Released::Declined));
    }

    #[test]
    fn no_word_is_guessed() {
        for typed in ["Other", "Asian; Martian", "Multiracial", "BIPOC"] {
            assert!(read(Question::Race, typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn rows_that_differ_make_nobody_know() {
        let answers = |race: Released| Answers { race: Some(race), ..Answers::default() };
        let mut first = answers(Released::Unknown);
        assert!(!first.merge(&answers(Released::Codes(vec!["ASIAN"]))));
        assert!(first.race == Some(Released::Codes(vec!["ASIAN"])));
        assert!(first.merge(&answers(Released::Codes(vec!["WHITE"]))));
        assert!(first.race == Some(Released::Unknown));
    }
}
