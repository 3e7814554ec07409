//! Text that people type: one line, or a note. Any script is welcome; control characters are not.

use super::{Complaint, sensitive};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

const LINE: usize = 200;
const NOTE: usize = 10_000;

/// One line of text, trimmed, at most 200 characters. Never blank, never a control character or one that nobody sees, never a Social
/// Security number.
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
        if let Some(complaint) = unseen(trimmed, what) {
            return Err(complaint);
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

/// A sign that nobody sees, or that changes in which direction a text runs.
pub(crate) fn is_unseen(c: char) -> bool {
    is_joiner(c)
        || is_tag(c)
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}' | '\u{e0001}')
}

/// Joins or parts the letters beside it, or makes one picture of two.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Says after a black flag whose flag it is.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// Which character of a text, from 1, is the first that nobody sees: two names that look alike could differ by it, or one be read as
/// another. Joiners may stand after letters of other scripts than the Latin one and in pictures, tags in flags.
pub fn unseen_at(text: &str) -> Option<usize> {
    let mut before = ' ';
    for (place, c) in text.chars().enumerate() {
        let is_needed =
            (is_joiner(c) && before > '\u{24f}' && !is_unseen(before)) || (is_tag(c) && (is_tag(before) || before == '\u{1f3f4}'));
        if is_unseen(c) && !is_needed {
            return Some(place + 1);
        }
        before = c;
    }
    None
}

/// Complains of the first character that nobody sees.
pub fn unseen(text: &str, what: &str) -> Option<Complaint> {
    unseen_at(text).map(|place| {
        Complaint::new(format!(
            "Character {place} in {what} cannot be seen. It may have come along when you copied the text. Type it again without it"
        ))
    })
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

/// True for a text that gets an apostrophe in front where it is written into a cell. An apostrophe that an import would take off gets one more,
/// so that every text comes back as it was.
fn is_armed(text: &str) -> bool {
    is_formula_like(text) || text.strip_prefix('\'').is_some_and(is_armed)
}

/// A text as it is written into a cell that spreadsheet programs open: what could start a formula begins with one apostrophe.
pub fn disarmed(text: String) -> String {
    if is_armed(&text) { format!("'{text}") } else { text }
}

/// A cell as it was before [`disarmed`]: one apostrophe is taken off where what follows would have been given one.
pub fn as_written(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_armed(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_disarmed_opens_as_no_formula_and_is_read_as_it_was(text in "[=+@|%' \\t\\r\\n\u{0}\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}a1.-]{0,8}") {
            let cell = disarmed(text.clone());
            prop_assert!(!is_formula_like(&cell), "{cell:?}");
            prop_assert_eq!(as_written(&cell), text);
        }

        #[test]
        fn any_text_comes_back_out_of_its_cell(text in any::<String>()) {
            let cell = disarmed(text.clone());
            prop_assert!(!is_formula_like(&cell), "{cell:?}");
            prop_assert_eq!(as_written(&cell), text);
        }
    }

    #[test]
    fn a_name_in_any_script_is_a_line() {
        for name in ["Panadería Núñez", "Lê Văn Đức", "株式会社", "مصنع النور", "O'Brien & Sons, LLC", "=SUM(A1)", "  trimmed  "]
        {
            assert!(Line::parse(name, "the name").is_ok(), "{name}");
        }
    }

    #[test]
    fn a_sign_that_nobody_sees_is_refused_and_its_place_is_said() {
        let signs = (0x202a..=0x202e)
            .chain(0x2066..=0x2069)
            .chain([0x200b, 0x200e, 0x200f, 0x2060, 0xfeff, 0xad, 0x61c, 0x180e, 0x3164, 0xfff9, 0xe0041]);
        for sign in signs.filter_map(char::from_u32) {
            for (text, place) in
                [(format!("Acme {sign}Works"), 6), (format!("{sign}Acme"), 1), (format!("مصنع{sign}"), 5), (format!("王{sign}小"), 2)]
            {
                let words = Line::parse(&text, "the name").err().map(|complaint| complaint.0).unwrap_or_default();
                assert!(words.starts_with(&format!("Character {place} in the name cannot be seen")), "{:x} {words}", u32::from(sign));
            }
            // What several lines hold is another matter: much of it is copied from elsewhere.
            assert!(Note::maybe(&format!("Acme {sign}Works"), "the note").is_ok());
        }
    }

    #[test]
    fn joiners_stand_where_a_script_or_a_picture_needs_them_and_nowhere_else() {
        for text in [
            "نامه\u{200c}ها",
            "क्\u{200d}ष",
            "👩🏽\u{200d}🏭",
            "❤\u{fe0f}\u{200d}🔥",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} Works",
            "שלום Acme 12",
            "עברית (Tel Aviv)",
        ] {
            assert!(Line::parse(text, "the name").is_ok(), "{text}");
        }
        for text in ["A\u{200d}cme", "\u{200c}Acme", "é\u{200d}", "Acme\u{e0067}", "王\u{200d}\u{200d}小"] {
            assert!(Line::parse(text, "the name").is_err(), "{text:?}");
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
