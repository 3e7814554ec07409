//! The keyring on paper: lines of letters with a check in each, and the way back from what was typed.

use super::{Keyring, Secret};
use crate::values::{Complaint, base32};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Letters of half a key: 128 bits in base32.
const HALF: usize = 26;
/// Letters of a line's check: with half a key, eight groups of four.
const CHECK: usize = 6;
/// Letters of the check over all lines.
const WHOLE: usize = 12;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A line of the sheet. It has no `Debug`: it is a key.
pub struct SheetLine {
    /// What stands at its beginning: `audit-1`, `w2-2`, `active`, `whole`.
    pub tag: String,
    /// The letters, in groups of four, as they are typed.
    pub letters: String,
}

fn check(tag: &str, letters: &str) -> String {
    let sum = Sha256::digest(format!("{tag} {letters}").as_bytes());
    base32(&sum).chars().take(CHECK).collect()
}

fn whole(lines: &[(String, String)]) -> String {
    let mut sum = Sha256::new();
    for (tag, letters) in lines {
        sum.update(format!("{tag} {letters}\n").as_bytes());
    }
    base32(&sum.finalize()).chars().take(WHOLE).collect()
}

fn grouped(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Letters as somebody typed them: case, spaces and dashes mean nothing, and what looks like a digit is one.
fn plain(typed: &str) -> String {
    typed
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '—' | '.'))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'o' => '0',
            'i' | 'l' => '1',
            'u' => 'v',
            other => other,
        })
        .collect()
}

fn half(letters: &str) -> Option<[u8; 16]> {
    let (mut bytes, mut held, mut bits, mut place) = ([0_u8; 16], 0_u32, 0_u32, 0);
    for letter in letters.bytes() {
        held = (held << 5) | u32::try_from(ALPHABET.iter().position(|known| *known == letter)?).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            *bytes.get_mut(place)? = u8::try_from((held >> bits) & 0xff).ok()?;
            place += 1;
        }
    }
    (place == 16).then_some(bytes)
}

impl Keyring {
    fn secrets(&self) -> Vec<(String, &Secret)> {
        let fixed = [("audit", &self.audit), ("totp", &self.totp), ("links", &self.links), ("subjects", &self.subjects)];
        let fixed = fixed.into_iter().map(|(name, key)| (name.to_owned(), key));
        fixed.chain(self.wrapping.iter().map(|(id, key)| (id.clone(), key))).collect()
    }

    /// The lines of the sheet.
    pub fn sheet(&self) -> Vec<SheetLine> {
        let mut lines = vec![("active".to_owned(), self.active.clone())];
        for (name, key) in self.secrets() {
            for (place, bytes) in key.chunks(16).enumerate() {
                lines.push((format!("{name}-{}", place + 1), base32(bytes)));
            }
        }
        let end = whole(&lines);
        let mut sheet: Vec<SheetLine> = lines
            .into_iter()
            .map(|(tag, letters)| {
                let letters = if tag == "active" { letters } else { grouped(&format!("{letters}{}", check(&tag, &letters))) };
                SheetLine { tag, letters }
            })
            .collect();
        sheet.push(SheetLine { tag: "whole".to_owned(), letters: grouped(&end) });
        sheet
    }

    /// Makes a keyring of typed lines. What is wrong is named with the number of its line.
    pub fn from_sheet(text: &str) -> Result<Self, Complaint> {
        let (mut lines, mut end) = (Vec::new(), None);
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = |words: String| Complaint::new(format!("Line {}: {words}", number + 1));
            let (tag, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            let tag = tag.trim_end_matches(':').to_lowercase();
            if lines.iter().any(|(known, _): &(String, String)| *known == tag) {
                return Err(wrong(format!("{tag} is there twice. Take one of them out.")));
            }
            match tag.as_str() {
                "active" => lines.push((tag, rest.trim().to_lowercase())),
                "whole" => end = Some(plain(rest)),
                _ => lines.push((tag.clone(), half_of(&tag, rest).map_err(wrong)?)),
            }
        }
        let end = end.ok_or_else(|| Complaint::new("The last line, which begins with whole, is missing. Type it too."))?;
        let keyring = assemble(&lines)?;
        // The sheet prints its lines in one order, whatever order they were typed in.
        let again: Vec<SheetLine> = keyring.sheet();
        if again.last().is_none_or(|line| plain(&line.letters) != end) || again.len() != lines.len() + 1 {
            return Err(Complaint::new(
                "Every line is right by itself, but they do not belong together: the line that begins with active or whole is mistyped, or lines of two sheets were mixed.",
            ));
        }
        Ok(keyring)
    }
}

/// The letters of half a key, once their check fits.
fn half_of(tag: &str, typed: &str) -> Result<String, String> {
    let letters = plain(typed);
    if let Some(odd) = letters.chars().find(|letter| !letter.is_ascii() || !ALPHABET.contains(&(*letter as u8))) {
        return Err(format!("{tag} has {odd:?} in it, which no key has. Look at that group again."));
    }
    if letters.len() != HALF + CHECK {
        return Err(format!("{tag} has {} letters and needs {}: eight groups of four.", letters.len(), HALF + CHECK));
    }
    let (letters, sum) = letters.split_at(HALF);
    if check(tag, letters) != sum {
        return Err(format!("{tag} has a typing error. Compare it with the sheet, group by group."));
    }
    Ok(letters.to_owned())
}

fn assemble(lines: &[(String, String)]) -> Result<Keyring, Complaint> {
    let find = |tag: &str| lines.iter().find(|(known, _)| known == tag).map(|(_, letters)| letters.as_str());
    let missing = |tag: &str| Complaint::new(format!("The line that begins with {tag} is missing. Type it too."));
    let secret = |name: &str| -> Result<Secret, Complaint> {
        let mut key = Zeroizing::new([0_u8; 32]);
        for (place, part) in key.chunks_mut(16).enumerate() {
            let tag = format!("{name}-{}", place + 1);
            let bytes = half(find(&tag).ok_or_else(|| missing(&tag))?);
            part.copy_from_slice(&bytes.ok_or_else(|| Complaint::new(format!("{tag} is no key.")))?);
        }
        Ok(key)
    };
    let active = find("active").ok_or_else(|| missing("active"))?.to_owned();
    let mut wrapping = BTreeMap::new();
    for (tag, _) in lines {
        if let Some(id) = tag.strip_suffix("-1").or_else(|| tag.strip_suffix("-2")).filter(|id| is_wrapping(id)) {
            wrapping.insert(id.to_owned(), secret(id)?);
        }
    }
    if !wrapping.contains_key(&active) {
        return Err(missing(&format!("{active}-1")));
    }
    Ok(Keyring { active, wrapping, audit: secret("audit")?, totp: secret("totp")?, links: secret("links")?, subjects: secret("subjects")? })
}

fn is_wrapping(id: &str) -> bool {
    id.strip_prefix('w').is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Randomness;

    fn ring() -> Keyring {
        Keyring::generate(&mut Randomness::System).unwrap()
    }

    fn typed(keyring: &Keyring) -> Vec<String> {
        keyring.sheet().iter().map(|line| format!("{} {}", line.tag, line.letters)).collect()
    }

    #[track_caller]
    fn refused(text: &str, words: &str) {
        let complaint = Keyring::from_sheet(text).err().unwrap().0;
        assert!(complaint.contains(words), "{complaint}");
    }

    #[test]
    fn what_was_printed_and_typed_again_is_the_same_keyring() {
        let ring = ring().with_new_wrapping(&mut Randomness::System).unwrap();
        let lines = typed(&ring);
        assert_eq!(lines.len(), 14);
        let mut text = format!("# typed on a Sunday\n\n{}\n", lines.join("\n"));
        for form in [text.clone(), text.to_uppercase().replace('0', "o").replace(' ', "  "), {
            let mut turned = lines.clone();
            turned.reverse();
            turned.join("\r\n")
        }] {
            let again = Keyring::from_sheet(&form).map_err(|complaint| complaint.0).unwrap();
            assert_eq!(again.to_text().unwrap(), ring.to_text().unwrap());
        }
        text.push_str("active w1\n");
        refused(&text, "active is there twice");
    }

    #[test]
    fn a_typing_error_is_named_with_its_line() {
        let lines = typed(&ring());
        for place in 1..lines.len() - 1 {
            let mut wrong = lines.clone();
            let at = wrong[place].rfind(' ').unwrap() - 1;
            let other = if &wrong[place][at..=at] == "x" { "y" } else { "x" };
            wrong[place].replace_range(at..=at, other);
            refused(&wrong.join("\n"), &format!("Line {}: ", place + 1));
            wrong[place].truncate(at);
            refused(&wrong.join("\n"), "needs 32");
            wrong.remove(place);
            refused(&wrong.join("\n"), "is missing");
        }
        refused(&lines[..lines.len() - 1].join("\n"), "whole, is missing");
        refused(&lines[1..].join("\n"), "active is missing");
        refused(&lines.join("\n").replace("audit-1 ", "audit-1 é"), "no key has");
        let mut mixed = lines.clone();
        mixed[2] = typed(&ring())[2].clone();
        refused(&mixed.join("\n"), "two sheets were mixed");
        refused("", "whole, is missing");
    }
}
