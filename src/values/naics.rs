//! Industries of NAICS: naming a code, and finding one by the words a manufacturer would use.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use csv::{ReaderBuilder, StringRecord};

use super::folding::{Word, plain};

const NAICS_2022: &str = include_str!("../../assets/codes/naics-2022.csv");
const RETIRED: &str = include_str!("../../assets/codes/naics-2017-extra.csv");
const WORDS: &str = include_str!("../../assets/codes/naics-words.csv");

/// The most that `find` offers.
const MOST: usize = 20;
/// What is read of a question: enough for any honest one, and a bound on the work.
const MOST_LETTERS: usize = 200;

/// One line of NAICS 2022, sectors 31 to 33.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Industry {
    /// Two to six digits. Six name an industry, fewer a family of them.
    pub code: String,
    pub title: String,
}

/// A code that NAICS 2022 dropped, retitled or narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retired {
    pub code: String,
    /// The title it had in its last edition.
    pub title: String,
    /// The year of the last edition that had it so: 2017, 2012 or 2007.
    pub last_edition: String,
    /// The codes of NAICS 2022 that took it over. Never empty.
    pub became: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edition {
    Naics2017,
    Naics2022,
}

/// Two to six digits. Any sector: an imported client may run a shop or a farm.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NaicsCode(String);

impl NaicsCode {
    /// Spaces around the digits are forgiven.
    ///
    /// # Errors
    /// A sentence for the person who typed.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if (2..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err("An industry code is 2 to 6 digits, such as 311811.".to_owned())
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn in_manufacturing(&self) -> bool {
        ["31", "32", "33"].iter().any(|sector| self.0.starts_with(sector))
    }
}

impl fmt::Display for NaicsCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The official title of a manufacturing code in that edition, if it had the code.
#[must_use]
pub fn title_of(code: &str, edition: Edition) -> Option<&'static str> {
    let book = &*BOOK;
    if edition == Edition::Naics2017 {
        if let Some(old) = retired(code).filter(|old| old.last_edition == "2017") {
            return Some(&old.title);
        }
        if book.new_in_2022.contains(code) {
            return None;
        }
    }
    book.industries.iter().find(|industry| industry.code == code).map(|industry| industry.title.as_str())
}

/// What became of a code of an earlier edition, to name it and to offer its successors.
#[must_use]
pub fn retired(code: &str) -> Option<&'static Retired> {
    BOOK.retired.iter().find(|old| old.code == code)
}

/// Up to 20 industries for what a person typed, best first: a code or its first digits, or everyday words.
///
/// A question in words finds six-digit codes only. Our own word list counts most, then official titles;
/// within both a whole word counts more than its root ("weld", "welding"), and that more than its beginning.
#[must_use]
pub fn find(words: &str) -> Vec<&'static Industry> {
    let book = &*BOOK;
    let words: String = words.chars().take(MOST_LETTERS).collect();
    let asked = words_of(&words);
    if asked.is_empty() {
        return Vec::new();
    }
    if asked.iter().all(Word::is_number) {
        return book.starting_with(&asked[0].whole);
    }
    let mut found = book.titled(&words);
    if let Some(code) = asked.iter().find(|word| word.is_number() && word.whole.len() == 6) {
        found.extend(book.starting_with(&code.whole));
    }
    for industry in book.ranked(&asked) {
        if !found.contains(&industry) {
            found.push(industry);
        }
    }
    found.truncate(MOST);
    found
}

static BOOK: LazyLock<Book> = LazyLock::new(Book::open);

/// Everything the files say, ready to search.
struct Book {
    industries: Vec<Industry>,
    retired: Vec<Retired>,
    new_in_2022: BTreeSet<String>,
    phrases: Vec<Phrase>,
    /// One for each six-digit industry.
    titles: Vec<Phrase>,
}

/// A few words and the places in `Book::industries` they lead to, likeliest first. Never without words.
struct Phrase {
    words: Vec<Word>,
    leads: Vec<usize>,
}

impl Book {
    fn open() -> Self {
        let industries: Vec<Industry> = records(NAICS_2022).map(|row| Industry { code: field(&row, 0), title: field(&row, 1) }).collect();
        let retired: Vec<Retired> = records(RETIRED)
            .map(|row| Retired {
                code: field(&row, 0),
                title: field(&row, 1),
                last_edition: field(&row, 2),
                became: field(&row, 3).split_whitespace().map(str::to_owned).collect(),
            })
            .collect();
        // Whatever a 2017 code turned into, other than itself, is new in 2022. A test counts them.
        let new_in_2022 = retired
            .iter()
            .filter(|old| old.last_edition == "2017")
            .flat_map(|old| old.became.iter().filter(|code| **code != old.code))
            .cloned()
            .collect();
        let place = |code: &str| industries.iter().position(|industry| industry.code == code);
        let phrases = records(WORDS)
            .map(|row| Phrase { words: words_of(&field(&row, 0)), leads: field(&row, 1).split_whitespace().filter_map(place).collect() })
            .filter(|phrase| !phrase.words.is_empty())
            .collect();
        let titles = industries
            .iter()
            .enumerate()
            .filter(|(_, industry)| industry.code.len() == 6)
            .map(|(place, industry)| Phrase { words: title_words(&industry.title), leads: vec![place] })
            .filter(|phrase| !phrase.words.is_empty())
            .collect();
        Self { industries, retired, new_in_2022, phrases, titles }
    }

    /// The code itself, then the six-digit codes under it. An old code leads to its successors.
    fn starting_with(&self, digits: &str) -> Vec<&Industry> {
        let known = self.industries.iter().any(|industry| industry.code.starts_with(digits));
        let heads: Vec<&str> = match self.retired.iter().find(|old| old.code == digits) {
            Some(old) if !known => old.became.iter().map(String::as_str).collect(),
            _ => vec![digits],
        };
        let itself = self.industries.iter().filter(|industry| heads.contains(&industry.code.as_str()));
        let under = self.industries.iter().filter(|industry| {
            industry.code.len() == 6 && heads.iter().any(|head| industry.code.len() > head.len() && industry.code.starts_with(head))
        });
        itself.chain(under).take(MOST).collect()
    }

    /// The six-digit industries of exactly this title.
    fn titled(&self, words: &str) -> Vec<&Industry> {
        let is_it = |industry: &&Industry| industry.code.len() == 6 && industry.title.eq_ignore_ascii_case(words.trim());
        self.industries.iter().filter(is_it).collect()
    }

    /// Six-digit industries by how well their words answer; those far behind the best are left out.
    fn ranked(&self, asked: &[Word]) -> Vec<&Industry> {
        let said = best(&self.phrases, self.industries.len(), |phrase| phrase.answers_said(asked));
        let titled = best(&self.titles, self.industries.len(), |phrase| phrase.answers_title(asked));
        let mut ranked: Vec<(usize, &Industry)> = said
            .iter()
            .zip(&titled)
            .map(|(said, titled)| said.max(titled) + said.min(titled) / 20)
            .zip(&self.industries)
            .filter(|(points, _)| *points > 0)
            .collect();
        // Stable: equals stay in the order of their codes.
        ranked.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        let enough = ranked.first().map_or(0, |(points, _)| points * 3 / 5);
        ranked.into_iter().filter(|(points, _)| *points > enough).map(|(_, industry)| industry).collect()
    }
}

/// For each industry the most that any phrase leading to it scores.
fn best(phrases: &[Phrase], industries: usize, points: impl Fn(&Phrase) -> usize) -> Vec<usize> {
    let mut best = vec![0; industries];
    for phrase in phrases {
        let points = points(phrase);
        for (rank, &place) in phrase.leads.iter().enumerate() {
            best[place] = points.saturating_sub(rank * 20).max(best[place]);
        }
    }
    best
}

impl Phrase {
    /// Up to 1,060. All of the phrase must be in the question, or all of the question in the phrase.
    fn answers_said(&self, asked: &[Word]) -> usize {
        let question: Vec<usize> = asked.iter().map(|word| word.closest(&self.words)).collect();
        if question.iter().all(|percent| *percent == 0) {
            return 0;
        }
        // In English the last word names the thing: "wood toys" are toys.
        let head = match (asked.last(), self.words.last()) {
            (Some(asked), Some(word)) if asked.whole == word.whole => 60,
            _ => 0,
        };
        let phrase: Vec<usize> = self.words.iter().map(|word| word.closest_of(asked)).collect();
        if question.contains(&0) && phrase.contains(&0) {
            return 0;
        }
        mean(&question) * 6 + mean(&phrase) * 4 + head
    }

    /// Up to 800. At least half of the question must be in the title.
    fn answers_title(&self, asked: &[Word]) -> usize {
        let question = mean(&asked.iter().map(|word| word.closest(&self.words)).collect::<Vec<_>>());
        let title = mean(&self.words.iter().map(|word| word.closest_of(asked)).collect::<Vec<_>>());
        if question < 50 { 0 } else { question * 6 + title * 2 }
    }
}

fn mean(percents: &[usize]) -> usize {
    percents.iter().sum::<usize>() / percents.len().max(1)
}

/// Words that say nothing about what is made.
const FILLERS: &[&str] = &[
    "a",
    "an",
    "and",
    "the",
    "of",
    "for",
    "to",
    "in",
    "on",
    "with",
    "by",
    "my",
    "our",
    "we",
    "i",
    "us",
    "am",
    "are",
    "is",
    "de",
    "y",
    "make",
    "makes",
    "making",
    "made",
    "maker",
    "makers",
    "manufacture",
    "manufactures",
    "manufactured",
    "manufacturing",
    "manufacturer",
    "manufacturers",
    "produce",
    "produces",
    "producing",
    "producer",
    "producers",
    "production",
    "company",
];
/// Words that say nothing in an official title.
const TITLE_FILLERS: &[&str] = &["all", "other", "miscellaneous", "product", "related", "allied", "including", "from"];

fn words_of(text: &str) -> Vec<Word> {
    plain(text).split_whitespace().filter(|word| !FILLERS.contains(word)).map(Word::new).collect()
}

/// The words of a title that speak for it: "(except Poultry)" does not speak for poultry.
fn title_words(title: &str) -> Vec<Word> {
    let mut said = String::new();
    let mut rest = title;
    while let Some((before, after)) = rest.split_once("(except") {
        said.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    said.push_str(rest);
    let mut words = words_of(&said);
    words.retain(|word| !TITLE_FILLERS.contains(&word.whole.as_str()));
    words
}

/// The rows of one of our files. A row that can't be read is left out; the tests count the rows.
fn records(text: &'static str) -> impl Iterator<Item = StringRecord> {
    ReaderBuilder::new().from_reader(text.as_bytes()).into_records().filter_map(Result::ok)
}

fn field(row: &StringRecord, column: usize) -> String {
    row.get(column).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
