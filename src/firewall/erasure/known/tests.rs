//! Names that are hard to find, and words that are nobody's name.

use super::Known;
use proptest::prelude::*;

/// First name, last name; texts about their own business that name them; texts that do not.
type Case = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

#[rustfmt::skip]
const OWN: &[Case] = &[
    ("Wu", "Li",
        &["Talked with Li about the lathe", "Li's lathe", "wu li signed", "LI, WU", "Ask Wu.", "mr li called", "(Li)", "Wu-Li", "Li\u{200b} came", "Lì came"],
        &["The delivery line is late", "Lists of wulfenite", "li", "the words li and wu", "Alicia called", "Wulf"]),
    ("An", "Do",
        &["An called about the rent", "Spoke to Do", "an do", "Do An, owner", "Đỗ Ân was here", "Ms. do"],
        &["They do an inventory each week", "an answer", "What to do next", "doing", "and", "Andover"]),
    ("Rosa", "Núñez García",
        &["nunez called", "NÚÑEZ", "Garcia's press", "Nun\u{303}ez", "rosa", "RosaNúñezGarcía", "d’Rosa", "García, Rosa"],
        &["The prosaic rosary", "Rosario Castellanos", "Nunezville"]),
    ("María José", "de la Cruz",
        &["maria jose", "Cruz", "Called María", "De la Cruz"],
        &["the price de la carte", "crucial", "the man of la Mancha"]),
    ("Văn Đức", "Ng",
        &["Ng came by", "duc came by", "NG, VAN DUC", "van duc ng", "Văn Đức"],
        &["They drove a van", "engine", "ng", "the product"]),
    ("小明", "王",
        &["王小明来了", "小明 signed", "小明王", "王先生来过", "找老王谈", "王", "和(王)说过", "小明", "Wang (王小明)"],
        &["国王的机器", "小学", "明天", "王国"]),
    ("Xiao Ming", "Xu",
        &["Xiaoming wants space", "xiao-ming xu", "Xu wants space", "XU"],
        &["xu", "flux", "Xuan wants space"]),
    ("민수", "김",
        &["김민수가 왔다", "민수는", "김 씨", "김씨가 왔다"],
        &["김치 공장", "오늘은"]),
    ("أحمد", "الخطيب",
        &["وأحمد هنا", "للخطيب", "احمد الخطيب", "أَحْمَد"],
        &["المصنع مغلق", "حمد"]),
    ("Anne-Marie", "O'Brien",
        &["OBrien's shop", "o’brien", "Anne Marie", "annemarie", "Anne-Marie"],
        &["Brienne", "Annex"]),
    ("Ａn", "Ｌｉ", &["An Li", "Ｌｉ was here"], &["an list"]),
    ("Ng", "", &["Ng was here", "NG"], &["ng", "being"]),
    ("J", "Doe", &["J Doe", "doe called", "Doe, J."],         &["Plan J", "does"]),
    ("Don", "Will", &["Don came", "don", "Will's press"], &["They don't know", "willing"]),
    ("Янис", "Орлёв", &["орлев", "ЯНИС"], &["Орлевский"]),
];

#[test]
fn a_name_is_found_in_the_words_about_their_own_business_and_no_word_is_taken_for_one() {
    for (first, last, named, others) in OWN {
        let known = Known::new(first, last, &[]);
        for text in *named {
            assert!(known.is_in(text), "{first} {last} is named in: {text}");
        }
        for text in *others {
            assert!(!known.is_in(text), "{first} {last} is not named in: {text}");
        }
    }
}

#[test]
fn a_text_from_anywhere_goes_where_it_can_mean_nobody_else() {
    let cases: &[Case] = &[
        ("Wu", "Li", &["Hello Wu Li,", "Li Wu", "WU LI", "Li", "Wu Li 李"], &["Ask Li", "Wu came", "we will wu li it", "li"]),
        ("An", "Do", &["Dear An Do", "Do An", "An"], &["We will do an audit", "Do the audit", "do", "an"]),
        ("Rosa", "Doe", &["Hello rosa doe", "Doe, Rosa", "rosa", "Doe"], &["Rosa called", "Doe and Rosario", "Rosanna Doerr"]),
        ("小明", "王", &["您好，王小明", "王", "小明"], &["小明来了", "国王", "王先生"]),
        ("Ng", "", &["Ng", "NG"], &["Ask Ng", "ng"]),
    ];
    for (first, last, named, others) in cases {
        let known = Known::new(first, last, &[]);
        for text in *named {
            assert!(known.is_surely_in(text), "{first} {last} is named in: {text}");
        }
        for text in *others {
            assert!(!known.is_surely_in(text), "{first} {last} is not named in: {text}");
        }
    }
}

#[test]
fn numbers_and_addresses_are_found_wherever_they_stand_and_nobody_without_a_name_is_everybody() {
    let known = Known::new("Wu", "Li", &["718 555 0199", "7185550199", "wu@li.test", "12"]);
    for text in ["call 718 555 0199", "tel:7185550199", "WU@LI.TEST"] {
        assert!(known.is_in(text) && known.is_surely_in(text), "{text}");
    }
    assert!(!known.is_in("12 presses"));
    let nobody = Known::new("", "", &["", ""]);
    for text in ["", "Anything at all", "王", "12"] {
        assert!(!nobody.is_in(text) && !nobody.is_surely_in(text), "{text}");
    }
}

/// Whether a name stands in a text as whole words, asked in the plainest way.
fn stands_in(name: &str, text: &str) -> bool {
    let (name, text) = (name.to_lowercase(), text.to_lowercase());
    text.match_indices(&name).any(|(at, found)| {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '\'');
        !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + found.len()..].chars().next())
    })
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "Wu", "Li", "An", "Do", "Ng", "Xu", "O'Li", "Đỗ", "Núñez", "Ana-Li", "王", "小明", "김", "Ö", "X", "de", "Жук", "أحمد"
        ])
        .prop_map(str::to_owned),
        "[A-Z][a-zà-ü]{0,7}",
        "\\p{Lu}\\p{Ll}{1,4}",
    ]
}

proptest! {
    /// Whatever else stands in a text: where the full name stands, the text goes.
    #[test]
    fn no_full_name_is_left(
        first in piece(), last in piece(),
        around in prop::collection::vec(prop_oneof![piece(), "[ ,.;:()\n-]{1,3}", "[a-z]{1,6}"], 0..12),
        place in 0_usize..12, is_lower: bool,
    ) {
        let known = Known::new(&first, &last, &[]);
        let full = format!("{first} {last}");
        let planted = if is_lower { full.to_lowercase() } else { full.clone() };
        let mut parts = around.clone();
        parts.insert(place.min(around.len()), format!(" {planted} "));
        for text in [parts.concat(), around.concat(), around.join(" ")] {
            let left = if known.is_in(&text) { "(deleted)" } else { text.as_str() };
            prop_assert!(!stands_in(&full, left), "{full:?} in {text:?}");
        }
    }

    /// Words in small letters that are none of the name's are left alone.
    #[test]
    fn a_text_of_other_words_stays(words in prop::collection::vec("[b-z]{4,9}", 1..12)) {
        let known = Known::new("An", "Li", &[]);
        prop_assert!(!known.is_in(&words.join(" ")));
    }
}
