//! Letter codes: twelve characters that open somebody's own pages, or a partner's request, for people without e-mail. An entrepreneur's is
//! bound to the person, whose referrals it opens all; only a keyed digest is kept. Wrong tries
//! are counted by who calls (`tries`), never by the reference: nobody shuts out somebody else.

use super::links::{self, Target};
use super::queries::tries;
use super::tries::Calls;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{CodeKind, ContactId, Handing, Instant, LinkKind, Vocabulary, base32, is_base32};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Characters of a code: five bits each, sixty together.
const LENGTH: usize = 12;
/// A link that a partner's code makes is for the visit that follows at once.
const VISIT_MINUTES: i64 = 180;

impl CodeKind {
    /// How long such a code opens something.
    pub fn lives_days(self) -> i64 {
        match self {
            Self::Entrepreneur => 90,
            Self::Partner => 14,
        }
    }
}

/// A code in plain. It is shown once and kept nowhere, and does not print itself by accident.
pub struct LetterCode(String);

impl LetterCode {
    /// The code as its digest is made of it.
    pub(super) fn plain(&self) -> &str {
        &self.0
    }

    /// "7K3M-9QRT-2XWB": capitals in groups of four.
    pub fn grouped(&self) -> String {
        let letters: Vec<char> = self.0.chars().map(|letter| letter.to_ascii_uppercase()).collect();
        letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// For reading out: each group with a word for each letter, "7, K as in Kilo, 3, M as in Mike".
    pub fn spelled(&self) -> Vec<String> {
        let letters: Vec<String> = self.0.chars().map(spelled).collect();
        letters.chunks(4).map(|group| group.join(", ")).collect()
    }
}

fn spelled(letter: char) -> String {
    const WORDS: [&str; 22] = [
        "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "Juliett", "Kilo", "Mike", "November", "Papa", "Quebec",
        "Romeo", "Sierra", "Tango", "Victor", "Whiskey", "X-ray", "Yankee", "Zulu",
    ];
    let capital = letter.to_ascii_uppercase();
    match WORDS.iter().find(|word| word.starts_with(capital)) {
        Some(word) => format!("{capital} as in {word}"),
        None => capital.to_string(),
    }
}

/// A code as somebody typed it: case, spaces and dashes mean nothing, and a letter that looks like another is read as that one.
pub(super) fn plain(typed: &str) -> Option<String> {
    let letters = letters(typed);
    is_base32(&letters, LENGTH).then_some(letters)
}

/// The letters and digits of a code, without what means nothing.
pub(super) fn letters(typed: &str) -> String {
    typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '—' | '.' | '_' | ','))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'o' => '0',
            'i' | 'l' => '1',
            'u' => 'v',
            other => other,
        })
        .collect()
}

/// The number of a reference as somebody typed it: "R-1187", "r 1187", "1187".
pub(super) fn number(typed: &str) -> Option<i64> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let rest = typed.chars().filter(|letter| letter.is_alphabetic()).count();
    (rest <= 1).then(|| digits.parse().ok()).flatten()
}

/// What a code is for.
#[derive(Debug, Clone, Copy)]
pub struct NewCode {
    /// Whose pages it opens.
    pub kind: CodeKind,
    /// Row key of the referral.
    pub referral: i64,
    /// Its number: the reference that is typed with the code.
    pub number: i64,
    /// Row key of the person, or of the partner's contact.
    pub holder: i64,
    /// How it reaches them.
    pub handing: Handing,
    /// Row key of the member of staff who gives it.
    pub issued_by: Option<i64>,
}

/// Twelve characters that nobody can guess.
pub(super) fn draw(tx: &Tx<'_>) -> Result<LetterCode> {
    let drawn = base32(&tx.random::<8>()?);
    Ok(LetterCode(drawn.chars().take(LENGTH).collect()))
}

/// Makes a code. An earlier one of the same holder for the same referral closes.
pub fn issue(tx: &Tx<'_>, new: &NewCode) -> Result<LetterCode> {
    let code = draw(tx)?;
    close_of(tx, new.kind, new.referral, Some(new.holder))?;
    let (person, contact) = match new.kind {
        CodeKind::Entrepreneur => (Some(new.holder), None),
        CodeKind::Partner => (None, Some(new.holder)),
    };
    let sql = "
        INSERT INTO letter_code (kind, code_mac, referral_id, person_id, contact_id, handing, issued_by, issued_at, expires_at)
        VALUES (:kind, :mac, :referral, :person, :contact, :handing, :by, :at, :expires)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":kind": new.kind,
        ":mac": tx.keys().letter_code_mac(new.number, &code.0).as_slice(),
        ":referral": new.referral,
        ":person": person,
        ":contact": contact,
        ":handing": new.handing,
        ":by": new.issued_by,
        ":at": tx.at(),
        ":expires": tx.at().plus_days(new.kind.lives_days()),
    })?;
    tx.audit_with("code.issued", Object::new("letter_code", tx.last_insert_rowid()), new.handing.code())?;
    Ok(code)
}

/// Closes the codes of a kind to a referral, of one holder or of all. Whoever audits the deed audits this with it.
pub fn close_of(tx: &Tx<'_>, kind: CodeKind, referral: i64, holder: Option<i64>) -> Result<usize> {
    let sql = "
        UPDATE letter_code
        SET revoked_at = :now
        WHERE kind = :kind
          AND referral_id = :referral
          AND (:holder IS NULL OR coalesce(person_id, contact_id) = :holder)
          AND revoked_at IS NULL";
    let params = named_params! { ":now": tx.at(), ":kind": kind, ":referral": referral, ":holder": holder };
    Ok(tx.prepare_cached(sql)?.execute(params)?)
}

/// Closes every code that a partner's contact holds. Whoever audits the deed audits this with it.
pub fn close_for_contact(tx: &Tx<'_>, contact: &ContactId) -> Result<()> {
    let sql = "
        UPDATE letter_code
        SET revoked_at = :now
        WHERE contact_id = (SELECT id FROM partner_contact WHERE public_id = :contact)
          AND revoked_at IS NULL";
    tx.execute(sql, named_params! { ":now": tx.at(), ":contact": contact })?;
    Ok(())
}

/// A live code, as staff see it: never the code itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Row key.
    pub key: i64,
    /// Whose pages it opens.
    pub kind: CodeKind,
    /// Row key of the referral.
    pub referral: i64,
    /// Row key of the entrepreneur who holds it.
    pub person: Option<i64>,
    /// Row key of the partner's contact who holds it.
    pub contact: Option<i64>,
    /// How it was given.
    pub handing: Handing,
    /// When.
    pub issued_at: Instant,
    /// Until when it opens something.
    pub expires_at: Instant,
    /// When it was last used.
    pub used_at: Option<Instant>,
}

const GIVEN: &str = "
    SELECT id, kind, referral_id, person_id, contact_id, handing, issued_at, expires_at, used_at
    FROM letter_code
    WHERE revoked_at IS NULL
      AND expires_at > :now";

fn read(row: &Row<'_>) -> rusqlite::Result<Given> {
    Ok(Given {
        key: row.get("id")?,
        kind: row.get("kind")?,
        referral: row.get("referral_id")?,
        person: row.get("person_id")?,
        contact: row.get("contact_id")?,
        handing: row.get("handing")?,
        issued_at: row.get("issued_at")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get("used_at")?,
    })
}

/// The live codes of a kind to a referral, newest first.
pub fn given(conn: &Connection, kind: CodeKind, referral: i64, now: Instant) -> Result<Vec<Given>> {
    let sql = format!("{GIVEN} AND kind = :kind AND referral_id = :referral ORDER BY id DESC");
    let mut statement = conn.prepare_cached(&sql)?;
    let codes = statement.query_map(named_params! { ":now": now, ":kind": kind, ":referral": referral }, read)?;
    Ok(codes.collect::<rusqlite::Result<_>>()?)
}

/// A live code of an entrepreneur, by row key.
pub fn find_own(conn: &Connection, key: i64, now: Instant) -> Result<Given> {
    let sql = format!("{GIVEN} AND id = :key AND kind = 'entrepreneur'");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":now": now, ":key": key }, read).optional()?.ok_or(Error::NotFound)
}

/// What a code opened.
#[derive(Debug, Clone)]
pub enum Opened {
    /// The entrepreneur's own pages.
    Entrepreneur(Given),
    /// A partner's link, by row key: the visit begins behind it.
    Partner(i64),
}

/// Tries a reference and a code. Unknown, expired and closed ones, and those of a caller who tried too often, look the same: nothing.
pub fn open(tx: &Tx<'_>, reference: &str, typed: &str, calls: &Calls) -> Result<Option<Opened>> {
    if tries::is_over(tx, calls)? {
        return Ok(None);
    }
    let number = number(reference).unwrap_or(-1);
    let code = plain(typed).unwrap_or_default();
    let sql = format!("{GIVEN} AND code_mac = :mac");
    let mac = tx.keys().letter_code_mac(number, &code);
    let params = named_params! { ":now": tx.at(), ":mac": mac.as_slice() };
    let Some(found) = tx.prepare_cached(&sql)?.query_row(params, read).optional()? else {
        tries::note_wrong(tx, calls)?;
        tx.audit("code.refused", Object::none())?;
        return Ok(None);
    };
    tx.execute("UPDATE letter_code SET used_at = :now WHERE id = :key", named_params! { ":now": tx.at(), ":key": found.key })?;
    let opened = match found.kind {
        CodeKind::Entrepreneur => Opened::Entrepreneur(found.clone()),
        CodeKind::Partner => Opened::Partner(visit_link(tx, &found)?),
    };
    tx.audit("code.opened", Object::new("letter_code", found.key))?;
    Ok(Some(opened))
}

/// A partner's link for the visit that a code begins.
fn visit_link(tx: &Tx<'_>, code: &Given) -> Result<i64> {
    let target = Target { referral: Some(code.referral), contact: code.contact, person: None };
    let link = links::issue(tx, LinkKind::Partner, target)?;
    let sql = "UPDATE access_link SET expires_at = :soon WHERE id = :link";
    tx.execute(sql, named_params! { ":soon": tx.at().plus_minutes(VISIT_MINUTES), ":link": link })?;
    Ok(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        for typed in ["7K3M-9QRT-2XWB", "7k3m 9qrt 2xwb", " 7k3m9qrt2xwb ", "7K3M–9QRT–2XWB"] {
            assert_eq!(plain(typed).as_deref(), Some("7k3m9qrt2xwb"), "{typed}");
        }
        assert_eq!(plain("OIL0-IL0O-UVUV").as_deref(), Some("011011 00vvvv".replace(' ', "").as_str()));
        for typed in ["", "7K3M-9QRT-2XW", "7K3M-9QRT-2XWBB", "7K3M-9QRT-2XW!", "' OR 1=1 --"] {
            assert_eq!(plain(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_reference_is_its_number() {
        for typed in ["R-1187", "r1187", " 1187 ", "R 1187"] {
            assert_eq!(number(typed), Some(1187), "{typed}");
        }
        for typed in ["", "R-", "Rosa 1", "99999999999999999999"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_letter_of_a_code_has_a_word_and_no_letter_looks_like_a_digit() {
        let alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        for letter in alphabet.chars() {
            assert!(letter.is_ascii_digit() || spelled(letter).contains(" as in "), "{letter}");
        }
        assert!(!alphabet.contains(['o', 'i', 'l', 'u']));
        let code = LetterCode("7k3m9qrt2xwb".to_owned());
        assert_eq!(code.grouped(), "7K3M-9QRT-2XWB");
        assert_eq!(code.spelled()[0], "7, K as in Kilo, 3, M as in Mike");
    }
}
