//! Words that a free text about somebody should not hold: their papers, where they are from, numbers that name them, health, who they are.
//! Pure. What is found is warned about; a number that looks like a Social Security number or an ITIN is never taken: see `numbers`.
//!
//! Why it only warns: words have many meanings ("green card stock", "a blind hole"), and whoever knows the case must be able to write.

mod numbers;
mod rules;
#[cfg(test)]
mod tests;

pub use numbers::names_somebody;

use rules::{LINKS, PERSONS, RULES, Rule, THINGS, When};

/// Why a word is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Immigration status.
    Status,
    /// Country of birth, nationality.
    Origin,
    /// Numbers that name somebody to an office.
    Number,
    /// A date of birth.
    Birth,
    /// Health and disability.
    Health,
    /// Race, ethnicity, religion, sex, veteran status.
    Group,
}

impl Why {
    /// The reason, for the person who typed.
    pub fn words(self) -> &'static str {
        match self {
            Self::Status => {
                "Immigration status is never asked and never kept here. Written down, it can harm somebody, and no help depends on it."
            }
            Self::Origin => {
                "Where somebody was born, or which country is theirs, is never asked and never kept here. It says nothing about what they need."
            }
            Self::Number => {
                "Social Security numbers and the like are never asked and never kept here. Papers that need one go straight to whoever asked for it."
            }
            Self::Birth => "A date of birth opens doors elsewhere to whoever reads it. Nothing here needs one.",
            Self::Health => {
                "Health and disability are for the person to say, on their private page, which no advisor can read. What they need in a place or a course can be written without the reason."
            }
            Self::Group => {
                "Race, ethnicity, religion, sex and veteran status are for the person to say, on their private page, which no advisor can read. In a note they could sway the next decision."
            }
        }
    }
}

/// Words that were found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caught {
    /// As they stand there.
    pub words: String,
    /// Why they are not kept.
    pub why: Why,
}

/// What a text holds that is better left out, each once, in the order of the text.
pub fn caught(text: &str) -> Vec<Caught> {
    let words = split(text);
    let mut caught: Vec<Caught> = Vec::new();
    let mut place = 0;
    while place < words.len() {
        let longest = RULES.iter().filter(|rule| rule.holds(&words, place)).max_by_key(|rule| rule.length());
        let Some(rule) = longest else {
            place += 1;
            continue;
        };
        let found = &words[place..place + rule.length()];
        let span = found.first().zip(found.last()).map_or("", |(first, last)| &text[first.from..last.to]);
        if !caught.iter().any(|one| one.words.eq_ignore_ascii_case(span)) {
            caught.push(Caught { words: span.to_owned(), why: rule.why });
        }
        place += rule.length();
    }
    caught
}

/// A word of a text, or a sign that parts two sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word<'t> {
    typed: &'t str,
    lower: String,
    from: usize,
    to: usize,
}

/// What parts two sentences, as a word of its own: no rule reaches across it.
const STOP: &str = ".";

fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = None;
    let end = text.len();
    for (at, c) in text.char_indices().chain([(end, ' ')]) {
        if c.is_alphanumeric() {
            from.get_or_insert(at);
            continue;
        }
        if let Some(from) = from.take() {
            let typed = &text[from..at];
            words.push(Word { typed, lower: typed.to_lowercase(), from, to: at });
        }
        let parts = matches!(c, '.' | '!' | '?' | ';') && text[at + c.len_utf8()..].chars().next().is_none_or(char::is_whitespace);
        if parts || c == '\n' {
            words.push(Word { typed: STOP, lower: STOP.to_owned(), from: at, to: at });
        }
    }
    words
}

impl Rule {
    fn length(&self) -> usize {
        self.words.split(' ').count()
    }

    /// True where this rule's words begin at a place of the text and nothing around them says that they mean something else.
    fn holds(&self, text: &[Word<'_>], place: usize) -> bool {
        let length = self.length();
        let Some(found) = text.get(place..place + length) else { return false };
        if !self.words.split(' ').zip(found).all(|(sought, word)| matches(sought, &word.lower)) {
            return false;
        }
        let before = |back: usize| place.checked_sub(back).and_then(|at| text.get(at)).map_or("", |word| word.lower.as_str());
        let next = text.get(place + length).map_or("", |word| word.lower.as_str());
        if self.not_after.contains(&before(1)) || self.not_before.iter().any(|word| matches(word, next)) {
            return false;
        }
        match self.when {
            When::Always => true,
            When::Capital => found.first().is_some_and(|word| word.typed.starts_with(char::is_uppercase)),
            When::OfSomebody => is_person(next) || said_of(text, place).is_some_and(|whom| !THINGS.contains(&whom)),
            When::OfAPerson => {
                let is_capital = found.first().is_some_and(|word| word.typed.starts_with(char::is_uppercase));
                let whom = said_of(text, place);
                is_person(next) || whom.is_some_and(|whom| is_person(whom) || (is_capital && !THINGS.contains(&whom)))
            }
        }
    }
}

fn is_person(word: &str) -> bool {
    PERSONS.contains(&word)
}

/// Of whom a word is said: the word before "is", "are", "was", with "a", "also" and the like between.
fn said_of<'t>(text: &'t [Word<'_>], place: usize) -> Option<&'t str> {
    let mut at = place.checked_sub(1)?;
    while matches!(text.get(at)?.lower.as_str(), "a" | "an" | "also" | "originally" | "half" | "part" | "not" | "both" | "from" | "legally")
    {
        at = at.checked_sub(1)?;
    }
    LINKS
        .contains(&text.get(at)?.lower.as_str())
        .then(|| at.checked_sub(1).and_then(|at| text.get(at)).map_or("", |word| word.lower.as_str()))
}

/// A word of a rule: as it is, with a star for any ending, or `#` for anything that begins with a digit.
fn matches(sought: &str, word: &str) -> bool {
    match sought.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None if sought == "#" => word.starts_with(|c: char| c.is_numeric()),
        None => sought == word,
    }
}
