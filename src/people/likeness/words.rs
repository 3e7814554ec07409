//! Names, streets and people in the shape in which they are compared.

use super::lists::{COMMON, SHORT, SILENT, STREETS, UNITS};
use crate::values::push_folded;

/// Small plain words; single letters in a row are one: "L.L.C." is "llc".
fn split(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '+' => plain.push_str(" and "),
            '\'' | '’' | '‘' | 'ʼ' => {}
            c if c.is_alphanumeric() => push_folded(c, &mut plain),
            _ => plain.push(' '),
        }
    }
    let mut words: Vec<String> = Vec::new();
    let mut is_run = false;
    for word in plain.split_whitespace() {
        let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        match words.last_mut().filter(|_| is_run && is_letter) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
        is_run = is_letter;
    }
    words
}

/// Singular, and in full where it is written short.
fn full(word: &str) -> String {
    let one = match word.strip_suffix('s') {
        Some(one) if one.chars().count() >= 3 && !one.ends_with(['s', 'u']) => one,
        _ => word,
    };
    let one = one.strip_suffix("ie").map_or_else(|| one.to_owned(), |stem| format!("{stem}y"));
    SHORT.iter().find(|(short, _)| *short == one || *short == word).map_or(one, |(_, long)| (*long).to_owned())
}

/// The words of a text that say something, each once.
pub fn telling(text: &str) -> Vec<String> {
    let mut words: Vec<String> = split(text).iter().map(|word| full(word)).filter(|word| !SILENT.contains(&word.as_str())).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// How the telling words of a name begin: what is like it begins so too, mostly.
pub fn beginnings(name: &str) -> Vec<String> {
    let names = Name::all_of(name);
    let words = names.iter().flat_map(Name::rare_words).take(8);
    words.map(|word| word.chars().take(4).collect()).collect()
}

/// A text as one word.
pub fn joined(text: &str) -> String {
    split(text).concat()
}

/// The host of a website, without what stands in front of most of them.
pub fn host_of(website: &str) -> Option<String> {
    let rest = website.split_once("://").map_or(website, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().trim().to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    host.contains('.').then_some(host)
}

/// What a business calls itself.
#[derive(Debug, Clone)]
pub struct Name {
    /// As it was written.
    pub typed: String,
    folded: String,
    words: Vec<String>,
    joined: String,
}

impl Name {
    /// The names in a text: "Acme Holdings LLC dba Best Doors" has two.
    pub fn all_of(typed: &str) -> Vec<Self> {
        let small = typed.to_lowercase();
        let marks = [" d/b/a ", " d.b.a. ", " dba ", " doing business as ", " aka ", " t/a "];
        // Folding a letter may change how many bytes it has: only where it does not, both halves are found in what was typed.
        let found = marks.iter().find_map(|mark| small.find(mark).map(|at| (at, at + mark.len())));
        let halves = found.filter(|_| small.len() == typed.len()).and_then(|(at, end)| typed.get(..at).zip(typed.get(end..)));
        match halves {
            Some((one, two)) => [one, two].into_iter().filter_map(Self::of).collect(),
            None => Self::of(typed).into_iter().collect(),
        }
    }

    fn of(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let all: Vec<String> = split(typed).iter().map(|word| full(word)).collect();
        let mut words: Vec<String> = all.iter().filter(|word| !SILENT.contains(&word.as_str())).cloned().collect();
        if words.is_empty() {
            words = all;
        }
        let folded = crate::values::fold(typed);
        let joined = if words.is_empty() { typed.to_lowercase() } else { words.concat() };
        (!joined.is_empty()).then(|| Self { typed: typed.to_owned(), folded, words, joined })
    }

    /// True where only case, blanks and signs differ.
    pub fn is_written_like(&self, other: &Self) -> bool {
        if self.folded.is_empty() { self.joined == other.joined } else { self.folded == other.folded }
    }

    /// The words by which it can be found.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The words that few others have in their names; all of them where there are no such.
    pub fn rare_words(&self) -> Vec<&String> {
        let rare: Vec<&String> = self.words.iter().filter(|word| !COMMON.contains(&word.as_str())).collect();
        if rare.is_empty() { self.words.iter().collect() } else { rare }
    }

    /// How much is alike, from 0 to 1.
    pub fn alike(&self, other: &Self) -> f64 {
        if self.joined == other.joined {
            return 1.0;
        }
        let by_words = self.alike_by_words(other);
        let whole = strsim::normalized_damerau_levenshtein(&self.joined, &other.joined);
        // As a whole only what is long is compared: short names differ by little.
        let whole = if self.joined.chars().count().min(other.joined.chars().count()) >= 7 { whole } else { 0.0 };
        let alike = if whole >= 0.85 { by_words.max(whole) } else { by_words };
        if self.numbers() == other.numbers() { alike } else { alike * 0.5 }
    }

    fn numbers(&self) -> Vec<&str> {
        let mut numbers: Vec<&str> =
            self.words.iter().map(String::as_str).filter(|word| word.chars().any(|c| c.is_ascii_digit())).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Each word meets its best partner, whatever the order; common words count for little.
    fn alike_by_words(&self, other: &Self) -> f64 {
        let mut left: Vec<&String> = other.words.iter().collect();
        let all: f64 = self.words.iter().chain(&other.words).map(|word| weight(word)).sum();
        let mut met = 0.0;
        for word in &self.words {
            let closest =
                left.iter().enumerate().map(|(place, theirs)| (closeness(word, theirs), place)).max_by(|one, two| one.0.total_cmp(&two.0));
            if let Some((close, place)) = closest.filter(|(close, _)| *close > 0.0) {
                met += close * (weight(word) + weight(left.remove(place)));
            }
        }
        if all > 0.0 { met / all } else { 0.0 }
    }
}

/// What a word counts.
fn weight(word: &str) -> f64 {
    if COMMON.contains(&word) { 0.4 } else { 1.0 }
}

/// How close two words are: nothing where they are different words.
fn closeness(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.chars().count() >= 3 && long.starts_with(short) {
        return 0.85;
    }
    let close = strsim::normalized_damerau_levenshtein(one, other);
    if close >= 0.74 { close } else { 0.0 }
}

/// A street with its number.
#[derive(Debug, Clone)]
pub struct Street {
    number: String,
    name: String,
    unit: String,
}

impl Street {
    /// Nothing where there is no number: a street alone is no address.
    pub fn of(typed: &str) -> Option<Self> {
        let marked = typed.replace('#', " unit ");
        let words: Vec<String> = split(&marked)
            .into_iter()
            .map(|word| STREETS.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| (*long).to_owned()))
            .collect();
        let at = words.iter().position(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        let number = words.get(at)?.clone();
        let rest = words.get(at + 1..).unwrap_or_default();
        let inside = rest.iter().skip(1).position(|word| UNITS.contains(&word.as_str())).map_or(rest.len(), |place| place + 1);
        let name = rest.get(..inside).unwrap_or_default().concat();
        let unit =
            rest.get(inside..).unwrap_or_default().iter().filter(|word| !UNITS.contains(&word.as_str())).cloned().collect::<String>();
        (!name.is_empty()).then_some(Self { number, name, unit })
    }

    /// By which it can be found.
    pub fn key(&self) -> String {
        format!("{} {}", self.number, self.name.chars().take(4).collect::<String>())
    }

    /// The same number of the same street.
    pub fn is_same(&self, other: &Self) -> bool {
        self.number == other.number && strsim::normalized_damerau_levenshtein(&self.name, &other.name) >= 0.75
    }

    /// Not known to be another part of the building.
    pub fn is_same_unit(&self, other: &Self) -> bool {
        self.unit.is_empty() || other.unit.is_empty() || self.unit == other.unit
    }
}

/// How close two people's names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kin {
    /// Not.
    None,
    /// One name in common.
    Name,
    /// The same but for a letter, or an initial.
    Almost,
    /// The same.
    Same,
}

/// A person's name: its words in any order.
#[derive(Debug, Clone)]
pub struct Family(Vec<String>);

impl Family {
    /// Nothing where nobody is named.
    pub fn of(typed: &str) -> Option<Self> {
        let mut words = split(typed);
        words.retain(|word| !matches!(word.as_str(), "jr" | "sr" | "mr" | "ms" | "mrs" | "dr"));
        words.sort_unstable();
        (!words.is_empty()).then_some(Self(words))
    }

    /// How close two are. Somebody with one name only is met by that name.
    pub fn alike(&self, other: &Self) -> Kin {
        if self.0 == other.0 {
            return Kin::Same;
        }
        let (short, long) = if self.0.len() <= other.0.len() { (&self.0, &other.0) } else { (&other.0, &self.0) };
        let whole = short.iter().filter(|word| word.chars().count() > 1 && long.contains(word)).count();
        let begun = |word: &String| {
            long.iter()
                .any(|theirs| theirs.starts_with(word.as_str()) || word.starts_with(theirs.as_str()) || closeness(word, theirs) > 0.0)
        };
        if whole > 0 && short.len() > 1 && short.iter().all(begun) {
            Kin::Almost
        } else if whole > 0 {
            Kin::Name
        } else if short.len() > 1 && short.iter().all(|word| long.iter().any(|theirs| closeness(word, theirs) > 0.0)) {
            Kin::Almost
        } else {
            Kin::None
        }
    }
}
