//! Text that people type: one line, or a note. Any script is welcome; control characters are not.

use super::{Complaint, sensitive};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

const LINE: usize = 200;
const NOTE: usize = 10_000;

/// One line of text, trimmed, at most 200 characters. Never blank, never a control character, never a Social Security number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// Reads a line; `what` names the field in a complaint: "the name of the business".
    pub fn parse(typed: &str, what: &str) -> Result<Self, Complaint> {
        Self::maybe(typed, what)?.ok_or_else(|| Complaint::new(format!("Fill in {what}")))
    }

    /// As [`Line::parse`], but nothing typed is nothing.
    pub fn maybe(typed: &str, what: &str) -> Result<Option<Self>, Complaint> {
        let trimmed = typed.trim();
        if trimmed.chars().any(char::is_control) {
            return Err(Complaint::new(format!("There is a character in {what} that cannot be shown. Type it again without it")));
        }
        if trimmed.chars().count() > LINE {
            return Err(Complaint::new(format!("Shorten {what} to {LINE} characters. It has {}", trimmed.chars().count())));
        }
        refuse_numbers(trimmed, what)?;
        Ok((!trimmed.is_empty()).then(|| Self(trimmed.to_owned())))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text of several lines, at most 10,000 characters. Never blank, never with a Social Security number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// Reads a note; nothing typed is nothing.
    pub fn maybe(typed: &str, what: &str) -> Result<Option<Self>, Complaint> {
        let text = typed.replace("\r\n", "\n");
        let trimmed = text.trim();
        if trimmed.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            return Err(Complaint::new(format!("There is a character in {what} that cannot be shown. Type it again without it")));
        }
        let length = trimmed.chars().count();
        if length > NOTE {
            return Err(Complaint::new(format!(
                "Shorten {what} to 10,000 characters. It has {}",
                super::money::grouped(i64::try_from(length).unwrap_or(i64::MAX))
            )));
        }
        refuse_numbers(trimmed, what)?;
        Ok((!trimmed.is_empty()).then(|| Self(trimmed.to_owned())))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Never asked, never kept: whoever typed it, wherever.
fn refuse_numbers(text: &str, what: &str) -> Result<(), Complaint> {
    if sensitive::names_somebody(text) {
        return Err(Complaint::new(format!(
            "There is a number in {what} that looks like a Social Security number or an ITIN. Those are never kept here. Take it out"
        )));
    }
    Ok(())
}

/// A name without case, spaces, punctuation and Latin accents: two spellings of one name fold to the same text.
pub fn fold(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(plain_letter).filter(|c| c.is_alphanumeric()).collect()
}

fn plain_letter(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        other => other,
    }
}

macro_rules! stored_as_text {
    ($($name:ident),*) => {$(
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Ok(Self(value.as_str()?.to_owned()))
            }
        }
    )*};
}
stored_as_text!(Line, Note);

/// True for a text that an export escapes and an import takes the escape off again: its first sign that is no space could start a formula, and it is no plain number.
pub fn is_formula_like(text: &str) -> bool {
    let signs = ['=', '+', '-', '@', '|', '%', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    let starts = text.trim_start().starts_with(signs) || text.starts_with(['\t', '\r', '\n']);
    let is_number = text.trim().parse::<f64>().is_ok_and(f64::is_finite);
    starts && !is_number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_is_a_line() {
        for name in ["Panadería Núñez", "Lê Văn Đức", "株式会社", "مصنع النور", "O'Brien & Sons, LLC", "=SUM(A1)", "  trimmed  "]
        {
            assert!(Line::parse(name, "the name").is_ok(), "{name}");
        }
    }

    #[test]
    fn a_nul_byte_is_refused_and_named() {
        let complaint = Line::parse("a\0b", "the name of the business").err().map(|complaint| complaint.0);
        assert!(complaint.is_some_and(|words| words.contains("the name of the business")));
        assert!(Note::maybe("a\0b", "the note").is_err());
    }

    #[test]
    fn a_note_has_an_end() {
        assert!(Note::maybe(&"x".repeat(10_001), "the note").is_err());
        assert_eq!(Note::maybe("a\r\nb", "the note").map(|note| note.map(|note| note.to_string())), Ok(Some("a\nb".to_owned())));
        assert_eq!(Note::maybe("  \n ", "the note"), Ok(None));
    }

    #[test]
    fn a_number_that_names_somebody_to_an_office_is_refused_and_not_quoted() {
        let refusals = [Note::maybe("Her number: 123-45-6789", "the note").err(), Line::maybe("ITIN 912-70-1234", "what to do next").err()];
        for complaint in refusals {
            let words = complaint.map(|complaint| complaint.0).unwrap_or_default();
            assert!(words.contains("never kept") && !words.contains("123-45") && !words.contains("912-70"), "{words}");
        }
    }

    #[test]
    fn two_spellings_of_a_name_fold_alike() {
        assert_eq!(fold("Núñez Foods, Inc."), fold("NUNEZ FOODS INC"));
        assert_ne!(fold("Acme One"), fold("Acme Two"));
    }
}
