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
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What people type, and the code that must come first.
    #[rustfmt::skip]
    const FIRST: &[(&str, &str)] = &[
        ("sewing", "315210"), ("cut and sew", "315210"), ("Cut & Sew", "315210"), ("bakery", "311811"),
        ("bakeries", "311811"), ("BAKING bread", "311811"), ("hot sauce", "311941"), ("jalapeno hot sauce", "311941"),
        ("tortillas", "311830"), ("brewery", "312120"), ("craft beer", "312120"), ("machine shop", "332710"),
        ("we are a machine shop", "332710"), ("cnc", "332710"), ("CNC machining", "332710"), ("welding", "332312"),
        ("powder coating", "332812"), ("powder coat", "332812"), ("plating", "332813"), ("chrome plating", "332813"),
        ("3d printing", "326199"), ("3-D printers", "333248"), ("screen printing", "323113"),
        ("screen-printed t-shirts", "323113"), ("sign shop", "339950"), ("signs", "339950"), ("cabinets", "337110"),
        ("kitchen cabinet maker", "337110"), ("furniture", "337122"), ("soap", "325611"), ("soap making", "325611"),
        ("handmade soaps", "325611"), ("cosmetics", "325620"), ("candles", "339999"), ("soy candle", "339999"),
        ("jewelry", "339910"), ("jewelry making", "339910"), ("leather bags", "316990"), ("shoes", "316210"),
        ("circuit boards", "334412"), ("pcb assembly", "334418"), ("drones", "336411"), ("dental lab", "339116"),
        ("dentures", "339116"), ("pallets", "321920"), ("wood pallets", "321920"), ("coffee roasting", "311920"),
        ("coffee roaster", "311920"), ("kombucha", "312111"), ("pet food", "311111"), ("dog treats", "311111"),
        ("tofu", "311991"), ("kitchen exhaust", "332322"), ("kitchen exhaust hoods", "332322"),
        ("sheet metal", "332322"), ("ice cream", "311520"), ("ice", "312113"), ("dry ice", "325120"),
        ("chocolate", "311352"), ("cookies", "311821"), ("cookie", "311821"), ("beef jerky", "311612"),
        ("granola bars", "311340"), ("peanut butter", "311911"), ("wood toys", "339930"), ("toy", "339930"),
        ("guitars", "339992"), ("mattresses", "337910"), ("boxes", "322211"), ("business cards", "323111"),
        ("book binding", "323120"), ("injection molding", "326199"), ("molds", "333511"), ("tool and die", "333514"),
        ("iron railings", "332323"), ("fire escapes", "332323"), ("metal stamping", "332119"),
        ("stained glass", "327215"), ("glass blowing", "327212"), ("pottery", "327110"),
        ("marble countertops", "327991"), ("ready-mix concrete", "327320"), ("solar panels", "334413"),
        ("lithium batteries", "335910"), ("bikes", "336991"), ("e-bikes", "336991"), ("aircraft parts", "336413"),
        ("satellites", "336414"), ("boat builder", "336612"), ("prosthetics", "339113"), ("sunglasses", "339115"),
        ("face masks", "339113"), ("wedding dresses", "315250"), ("women's clothing", "315250"), ("socks", "315120"),
        ("hats", "315990"), ("curtains", "314120"), ("awnings", "314910"), ("neon sign", "339950"),
        ("Panadería", "311811"), ("panaderia", "311811"), ("pa\u{302}tisserie", "311811"), ("costura", "315210"),
        ("muebles", "337122"), ("knives", "332215"), ("lenses", "333310"), ("scaffold", "332323"),
        ("vaccine", "325414"), ("compost", "325315"), ("robots", "333248"), ("food truck", "336211"),
    ];

    #[test]
    fn everyday_words_lead_to_the_right_industry_first() {
        let wrong: Vec<_> =
            FIRST.iter().map(|(words, code)| (words, code, codes(words))).filter(|(_, code, found)| found.first() != Some(*code)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// What may fairly mean more than one thing, and a code that must be among the first three.
    const AMONG_THREE: &[(&str, &str)] = &[
        ("bread", "311812"),
        ("garment factory", "315250"),
        ("foundry", "331524"),
        ("chips", "334413"),
        ("drums", "332439"),
        ("windows", "326199"),
        ("countertops", "337110"),
        ("lighting", "335132"),
        ("3d printing", "332999"),
        ("sanitizer", "325620"),
        ("poultry", "311615"),
        ("furnace", "333994"),
        ("handmade leather wallets and belts", "315990"),
        ("weld", "332312"),
        ("bake", "311811"),
        ("upholst", "337121"),
    ];

    #[test]
    fn words_with_two_meanings_offer_both_at_the_top() {
        let wrong: Vec<_> = AMONG_THREE
            .iter()
            .map(|(words, code)| (words, code, codes(words)))
            .filter(|(_, code, found)| !found.iter().take(3).any(|found| found == *code))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_code_is_found_by_its_first_digits() {
        assert_eq!(codes("311811"), ["311811"]);
        assert_eq!(codes(" 3118 ")[..3], ["3118", "311811", "311812"]);
        assert_eq!(codes("311811 Retail Bakeries")[0], "311811");
        assert_eq!(codes("31").len(), 20);
        assert_eq!(codes("999999"), [""; 0]);
        // Digits inside a sentence are not a code unless there are six.
        assert_eq!(codes("55 gallon drums")[0], codes("drums")[0]);
    }

    #[test]
    fn a_code_of_2017_leads_to_its_successor() {
        assert_eq!(codes("315220"), ["315250"]);
        assert_eq!(codes("33512")[..2], ["33513", "335131"]);
        assert_eq!(retired("333249").map(|old| old.became.join(" ")), Some("333248".to_owned()));
        assert_eq!(retired("311811"), None);
    }

    #[test]
    fn a_title_belongs_to_its_edition() {
        use Edition::{Naics2017, Naics2022};
        assert_eq!(title_of("311811", Naics2022), Some("Retail Bakeries"));
        assert_eq!(title_of("311811", Naics2017), Some("Retail Bakeries"));
        assert_eq!(title_of("311221", Naics2017), Some("Wet Corn Milling"));
        assert_eq!(title_of("311221", Naics2022), Some("Wet Corn Milling and Starch Manufacturing"));
        assert_eq!(title_of("336111", Naics2017), Some("Automobile Manufacturing"));
        assert_eq!(title_of("336111", Naics2022), None);
        assert_eq!(title_of("336110", Naics2017), None);
        assert_eq!(title_of("332211", Naics2017), None, "it was gone by 2012");
        assert_eq!(title_of("33", Naics2022), Some("Manufacturing"));
        assert_eq!(title_of("", Naics2022), None);
    }

    #[test]
    fn both_editions_have_as_many_codes_as_the_census_bureau_counts() {
        let count = |edition, digits| {
            let old = BOOK.retired.iter().map(|old| &old.code);
            let codes: BTreeSet<_> = BOOK.industries.iter().map(|industry| &industry.code).chain(old).collect();
            codes.iter().filter(|code| code.len() == digits && title_of(code, edition).is_some()).count()
        };
        assert_eq!([3, 4, 5, 6].map(|digits| count(Edition::Naics2022, digits)), [21, 86, 176, 346]);
        assert_eq!([3, 4, 5, 6].map(|digits| count(Edition::Naics2017, digits)), [21, 86, 180, 360]);
    }

    #[test]
    fn the_files_are_sorted_and_every_code_in_them_exists() {
        assert!(BOOK.industries.is_sorted_by(|one, next| one.code < next.code));
        assert!(BOOK.retired.is_sorted_by(|one, next| one.code < next.code));
        let exists = |code: &str| title_of(code, Edition::Naics2022).is_some();
        assert!(BOOK.retired.iter().all(|old| !old.became.is_empty() && old.became.iter().all(|code| exists(code))));
        let rows: Vec<_> = records(WORDS).map(|row| (field(&row, 0), field(&row, 1))).collect();
        assert!(rows.len() >= 350);
        assert_eq!(rows.len(), WORDS.lines().count() - 1);
        assert!(rows.is_sorted_by(|one, next| one.0 < next.0));
        for (words, codes) in &rows {
            assert!(!codes.is_empty() && codes.split(' ').all(|code| code.len() == 6 && exists(code)), "{words}");
            assert!(!words_of(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn every_industry_has_at_least_one_everyday_word() {
        let said: BTreeSet<usize> = BOOK.phrases.iter().flat_map(|phrase| phrase.leads.clone()).collect();
        let silent: Vec<_> = (0..BOOK.industries.len())
            .filter(|place| BOOK.industries[*place].code.len() == 6 && !said.contains(place))
            .map(|place| &BOOK.industries[place].title)
            .collect();
        assert_eq!(silent, [""; 0]);
    }

    #[test]
    fn every_phrase_of_ours_finds_its_own_code_among_the_first_three() {
        let lost: Vec<_> = records(WORDS)
            .filter(|row| !codes(&row[0]).iter().take(3).any(|code| row[1].starts_with(code)))
            .map(|row| field(&row, 0))
            .collect();
        assert_eq!(lost, [""; 0]);
    }

    #[test]
    fn every_six_digit_title_finds_itself_among_the_first_three() {
        let lost: Vec<_> = BOOK
            .industries
            .iter()
            .filter(|industry| industry.code.len() == 6)
            .filter(|industry| !codes(&industry.title).iter().take(3).any(|code| *code == industry.code))
            .map(|industry| (&industry.title, codes(&industry.title)))
            .collect();
        assert!(lost.is_empty(), "{lost:#?}");
    }

    #[test]
    fn nonsense_finds_nothing() {
        for words in ["", "   ", "?!", "we make", "zxqv", "家具", "🙂", "m"] {
            assert_eq!(codes(words), [""; 0], "{words}");
        }
    }

    #[test]
    fn a_naics_code_is_two_to_six_digits() {
        assert_eq!(NaicsCode::parse(" 311811 ").map(|code| code.to_string()), Ok("311811".to_owned()));
        assert!(["31", "3279", "332710"].iter().all(|code| NaicsCode::parse(code).unwrap().in_manufacturing()));
        assert!(["11", "541511", "34"].iter().all(|code| !NaicsCode::parse(code).unwrap().in_manufacturing()));
        for refused in ["", "3", "3118111", "31-33", "bakery", "３１", "31 18", "-311"] {
            let complaint = NaicsCode::parse(refused).unwrap_err();
            assert_eq!(complaint, "An industry code is 2 to 6 digits, such as 311811.");
        }
    }

    fn codes(words: &str) -> Vec<&'static str> {
        find(words).into_iter().map(|industry| industry.code.as_str()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn whatever_is_typed_is_answered_with_at_most_twenty(words in any::<String>()) {
            let found = find(&words);
            prop_assert!(found.len() <= MOST);
            let distinct: BTreeSet<_> = found.iter().map(|industry| &industry.code).collect();
            prop_assert_eq!(distinct.len(), found.len());
        }

        #[test]
        fn so_is_anything_near_to_words(words in "[a-zñé'’3\\- ]{0,40}") {
            prop_assert!(find(&words).len() <= MOST);
        }

        #[test]
        fn a_code_parses_or_complains_and_never_breaks(text in any::<String>()) {
            if let Ok(code) = NaicsCode::parse(&text) {
                prop_assert!(code.as_str().len() <= 6);
            }
            prop_assert!(title_of(&text, Edition::Naics2017).is_none_or(|title| !title.is_empty()));
        }
    }
}
