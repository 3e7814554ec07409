//! Catalogs are complete, and write as their languages do.

use super::{Args, Catalog, Direction, Joiner, Language, reads};
use jiff::civil::date;
use std::collections::BTreeSet;

/// What every catalog says that English leaves to the lists in the data file: `code-LIST-KIND-CODE`.
fn codes() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (file, list, kind, code) in [
        (include_str!("../../assets/codes/reasons.csv"), Some(0), None, 1),
        (include_str!("../../assets/codes/stages.csv"), None, Some(0), 1),
        (include_str!("../../assets/codes/outcomes.csv"), None, Some(0), 1),
    ] {
        let name = if file.starts_with("kind,code,label,entrepreneur_label,unit") { "outcome" } else { "stage" };
        for row in csv::Reader::from_reader(file.as_bytes()).records() {
            let row = row.unwrap();
            let list = list.map_or(name, |at: usize| &row[at]);
            if list != "origin" {
                keys.insert(format!("code-{list}-{}-{}", kind.map_or("any", |at: usize| &row[at]), &row[code]));
            }
        }
    }
    keys
}

#[test]
fn every_language_says_what_english_says_with_the_same_names_filled_in() {
    let english = Language::english();
    assert!(english.shapes().len() > 200);
    let codes = codes();
    assert!(codes.len() > 150);
    for language in Language::all().filter(|language| *language != english) {
        for (key, shape) in english.shapes() {
            let theirs = language.shapes().get(key);
            assert!(theirs.is_some(), "{} does not say {key}", language.code());
            assert_eq!(theirs.map(|theirs| &theirs.names), Some(&shape.names), "{} says {key} with other names", language.code());
        }
        for key in language.shapes().keys() {
            assert!(english.has(key) || codes.contains(key), "{} says {key}, which nobody asks for", language.code());
        }
        for key in &codes {
            assert!(language.has(key), "{} does not say {key}", language.code());
        }
    }
}

#[test]
fn nothing_stands_in_a_catalog_that_no_code_says() {
    let source = sources(std::path::Path::new("src"));
    let computed = [
        "did-",
        "industry-",
        "self-question-",
        "self-name-",
        "self-choice-",
        "self-example-",
        "need-",
        "station-started-",
        "station-result-",
        "field-",
        "code-",
        "urgency-",
        "why-",
        "complaint-",
        "sheet-",
        "choice-",
        "unit-",
        "outcome-kind-",
        "indicator-measure-",
        "indicator-kind-",
        "story-use-",
        "survey-job-",
    ];
    for key in Language::english().shapes().keys().filter(|key| !computed.iter().any(|start| key.starts_with(start))) {
        assert!(source.contains(&format!("\"{key}\"")), "no code says {key}");
    }
}

#[test]
fn a_complaint_of_the_english_catalog_is_what_the_code_says() {
    let source = sources(std::path::Path::new("src"));
    for (key, shape) in Language::english().shapes().iter().filter(|(key, _)| key.starts_with("complaint-")) {
        assert!(shape.line.is_some(), "{key} has variants, and is never found by its words");
        let longest = shape.pieces.iter().max_by_key(|piece| piece.len()).map(|piece| piece.trim_end()).unwrap_or_default();
        assert!(source.contains(longest) || source.to_lowercase().contains(&longest.to_lowercase()), "no code says: {longest}");
    }
}

fn sources(folder: &std::path::Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { sources(&path) } else { std::fs::read_to_string(path).unwrap_or_default() }).collect()
}

#[test]
fn the_language_nobody_speaks_is_one_text_and_one_line_and_every_letter_of_it_is_marked() {
    let pseudo = Language::find(super::pseudo::TAG).unwrap();
    let (mut plain, mut longer) = (0, 0);
    for (key, shape) in pseudo.shapes().iter().filter(|(key, _)| !key.starts_with("reviewed-") && *key != "language-direction") {
        for piece in shape.pieces.iter().filter(|piece| !piece.contains('{')) {
            assert!(!piece.contains(|letter: char| letter.is_ascii_alphabetic()), "{key}: {piece}");
        }
        let length = |shape: &super::Shape| shape.pieces.iter().map(|piece| piece.chars().count()).sum::<usize>();
        if let Some(english) = Language::english().shapes().get(key) {
            plain += length(english);
            longer += length(shape);
        }
    }
    assert!(longer * 10 > plain * 12, "{longer} of {plain}");
    assert!(pseudo.reviewed().is_none());
    assert!(Language::offered().all(|language| language != pseudo), "nobody is offered it");
    assert_eq!(super::accepted("en-XA,en;q=0.5").map(|language| language.code().to_owned()).as_deref(), Some("en"));
}

#[test]
fn a_catalog_says_where_its_mistake_is() {
    let wrong = |text: &str| Catalog::read("ko", text).unwrap_err();
    assert!(wrong("language-name = 한국어\nsome words without a key\n").contains("line 2"));
    assert!(wrong("language-name = 한국어\nlanguage-name = 다시\n").contains("language-name twice"));
    assert!(wrong("sentence-end = .\n").contains("does not say its own name"));
    assert!(Catalog::read("no language", "language-name = x").unwrap_err().contains("no language tag"));
}

#[test]
fn who_speaks_a_language_reads_it_where_there_is_a_catalog() {
    for (spoken, read) in [
        ("en", "en"),
        ("es", "es"),
        ("vi", "vi"),
        ("ar", "ar"),
        ("cmn", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("yue", "zh-Hant"),
        ("nan", "zh-Hant"),
        ("ko", "en"),
        ("ase", "en"),
        ("other", "en"),
        ("", "en"),
    ] {
        assert_eq!(reads(spoken).code(), read, "{spoken}");
    }
}

#[test]
fn a_browser_is_answered_in_the_first_of_its_languages_that_we_have() {
    let code = |header: &str| super::accepted(header).map(|language| language.code().to_owned());
    for (header, read) in [
        ("es-US,es;q=0.9,en;q=0.8", Some("es")),
        ("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", Some("en")),
        ("en;q=0.3, vi;q=0.75", Some("vi")),
        ("zh-TW", Some("zh-Hant")),
        ("zh-HK;q=1.0", Some("zh-Hant")),
        ("zh-CN,zh;q=0.9", Some("zh-Hans")),
        ("ar-EG", Some("ar")),
        ("es;q=0, en;q=0.1", Some("en")),
        ("ko, fr", None),
        ("*", None),
        ("", None),
        ("es;q=nonsense", None),
        (";;;,,,q=1", None),
    ] {
        assert_eq!(code(header).as_deref(), read, "{header}");
    }
    assert_eq!(code(&"é".repeat(5_000)), None);
}

#[test]
fn what_somebody_chose_goes_before_what_is_known_and_that_before_their_browser() {
    let (es, vi) = (Language::find("es"), Language::find("vi"));
    let code = |chosen, spoken, accepted| super::of_person(chosen, spoken, accepted).code().to_owned();
    assert_eq!(code(Some("ar"), "yue", vi), "ar");
    assert_eq!(code(Some("en"), "yue", vi), "en");
    assert_eq!(code(None, "yue", vi), "zh-Hant");
    assert_eq!(code(None, "en", es), "es");
    assert_eq!(code(None, "ko", es), "es");
    assert_eq!(code(Some("tlh"), "en", None), "en");
}

#[test]
fn days_numbers_and_money_are_written_as_people_write_them() {
    let day = date(2026, 11, 27);
    for (code, in_words, other_year, short, number, money) in [
        ("en", "Friday, November 27", "Friday, November 27, 2026", "November 27", "1,234,567", "$1,234.50"),
        ("es", "viernes 27 de noviembre", "viernes 27 de noviembre de 2026", "27 de noviembre", "1,234,567", "$1,234.50"),
        ("zh-Hans", "11月27日星期五", "2026年11月27日星期五", "11月27日", "1,234,567", "$1,234.50"),
        ("zh-Hant", "11月27日星期五", "2026年11月27日星期五", "11月27日", "1,234,567", "$1,234.50"),
        ("vi", "thứ Sáu, ngày 27 tháng 11", "thứ Sáu, ngày 27 tháng 11 năm 2026", "ngày 27 tháng 11", "1,234,567", "$1,234.50"),
    ] {
        let language = Language::find(code).unwrap();
        assert_eq!(language.day(day, Some(2026)), in_words);
        assert_eq!(language.day(day, Some(2027)), other_year);
        assert_eq!(language.short_day(day, 2026), short);
        assert_eq!(language.number(1_234_567), number);
        assert_eq!(language.money(123_450), money);
    }
    assert_eq!(Language::english().money(500_000), "$5,000");
}

#[test]
fn a_count_has_the_plural_form_of_its_language() {
    let say = |code: &str, days: i64| {
        Language::find(code).unwrap().say("told-no-answer-days", Args::default().with("org", "X").count("waited", days))
    };
    assert_eq!(say("en", 1), "X did not answer in 1 working day");
    assert_eq!(say("en", 15), "X did not answer in 15 working days");
    let forms: BTreeSet<String> = [1, 2, 5, 15].map(|days| say("ar", days).replace(|letter: char| letter.is_ascii_digit(), "")).into();
    assert!(forms.len() >= 3, "one, two and few are three forms in Arabic: {forms:?}");
}

#[test]
fn lists_and_sentences_end_as_they_do_in_the_language() {
    let names = ["A".to_owned(), "B".to_owned(), "C".to_owned()];
    let chinese = Language::find("zh-Hans").unwrap();
    assert_eq!(Language::english().list(&names, Joiner::Or), "A, B or C");
    assert_eq!(Language::english().list(&names, Joiner::And), "A, B and C");
    assert_eq!(chinese.list(&names, Joiner::And), "A、B和C");
    assert_eq!(chinese.join(&["没有".to_owned(), String::new(), "好吗？".to_owned()]), "没有。好吗？");
    assert_eq!(Language::english().join(&["école".to_owned(), "they said \"no\"".to_owned()]), "École. They said \"no\".");
}

#[test]
fn names_inside_arabic_run_their_own_way() {
    let arabic = Language::find("ar").unwrap();
    let text = arabic.say("told-questions", Args::default().with("advisor", "Renée").with("phone", "555-0110"));
    assert!(text.contains("\u{2068}Renée\u{2069}") && text.contains("\u{2068}555-0110\u{2069}"), "{text}");
    assert_eq!(arabic.direction().code(), "rtl");
}

#[test]
fn names_that_run_leftward_run_their_own_way_inside_english_and_others_are_left_as_they_are() {
    for language in Language::offered().filter(|language| language.direction() == Direction::Ltr) {
        let say = |advisor: &str| language.say("told-questions", Args::default().with("advisor", advisor).with("phone", "555-0110"));
        for name in ["أحمد 12", "שרה"] {
            let text = say(name);
            assert!(text.contains(&format!("\u{2068}{name}\u{2069}")) && text.matches('\u{2068}').count() == 1, "{text}");
        }
        assert!(!say("Renée 王").contains('\u{2068}'), "{}", say("Renée 王"));
    }
}
