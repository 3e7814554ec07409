//! Everyday words and the industries they must find.

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
