//! What values and rules complain of, in the language of whoever reads it.
//!
//! Why: values and rules stand below the catalogs, and staff and partners read what they say as it is. A page of somebody who reads
//! another language translates it at its door. The English words are the key: each message `complaint-…` of the English catalog
//! says what the code says (tested), with names in the places of what changes.

use super::catalog::Args;
use super::choosing::Language;
use super::shape::Part;

/// Messages that are found by their English words.
const START: &str = "complaint-";

impl Language {
    /// A complaint in this language; as it is where the catalog does not know it.
    pub fn complaint(self, english: &str) -> String {
        if self == Self::english() { english.to_owned() } else { self.found(english).unwrap_or_else(|| english.to_owned()) }
    }

    fn found(self, english: &str) -> Option<String> {
        let (words, is_sentence) = english.strip_suffix('.').map_or((english, false), |words| (words, true));
        let english = Self::english();
        let (key, filled) = english
            .shapes()
            .iter()
            .filter(|(key, _)| key.starts_with(START))
            .find_map(|(key, shape)| Some((key, filled(shape.line.as_deref()?, words)?)))?;
        let args = filled.into_iter().fold(Args::default(), |args, (name, word)| {
            let word = self.found(&word).unwrap_or(word);
            args.named(name, word)
        });
        let said = self.say(key, args);
        Some(if is_sentence { self.sentence(&said) } else { said })
    }
}

/// What stands in the places of the names, where the words are those of the line.
fn filled(line: &[Part], words: &str) -> Option<Vec<(String, String)>> {
    match line {
        [] => words.is_empty().then(Vec::new),
        [Part::Words(piece), rest @ ..] => filled(rest, words.strip_prefix(piece.as_str())?),
        [Part::Name(name)] => (!words.is_empty()).then(|| vec![(name.clone(), words.to_owned())]),
        [Part::Name(name), rest @ ..] => words.char_indices().skip(1).find_map(|(place, _)| {
            let (word, after) = words.split_at(place);
            let mut found = filled(rest, after)?;
            found.push((name.clone(), word.to_owned()));
            Some(found)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_found_between_the_words() {
        let line = [Part::Words("Shorten ".into()), Part::Name("what".into()), Part::Words(" to ".into()), Part::Name("most".into())];
        let found = filled(&line, "Shorten your name to 200").unwrap();
        assert!(found.contains(&("what".into(), "your name".into())) && found.contains(&("most".into(), "200".into())));
        assert_eq!(filled(&line, "Shorten your name"), None);
        assert_eq!(filled(&line, "Make it shorter to 200"), None);
    }

    #[test]
    fn a_complaint_is_read_in_the_language_and_an_unknown_one_as_it_is() {
        let spanish = Language::find("es").unwrap();
        let date = "Write a date such as 2026-11-22 or 11/22/2026. You typed \u{201c}soon\u{201d}";
        assert!(spanish.complaint(date).contains("soon") && !spanish.complaint(date).contains("Write"));
        assert_eq!(Language::english().complaint(date), date);
        assert_eq!(spanish.complaint("Nobody says this."), "Nobody says this.");
        let long = spanish.complaint("Shorten your message to 2,000 characters. It has 2,001");
        assert!(long.contains("2,001") && !long.contains("your message"), "{long}");
    }

    #[test]
    fn a_number_that_is_never_kept_is_refused_in_every_language() {
        use crate::values::{Note, Telephone};
        let refused = [Note::maybe("912-70-1234", "your message").unwrap_err().0, Telephone::maybe("912-70-1234").unwrap_err().0];
        for tag in ["es", "zh-Hans", "zh-Hant", "vi", "ar"] {
            for words in &refused {
                let said = Language::find(tag).unwrap().complaint(words);
                assert!(said.contains("ITIN") && !said.contains("never") && !said.contains("your message"), "{tag}: {said}");
            }
        }
    }
}
