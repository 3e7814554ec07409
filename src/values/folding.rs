//! Words folded to a shape in which they can be compared: case, accents, plurals, "-ing" and "-ed".

/// A word as it is compared: small plain letters, singular.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub whole: String,
    /// Without "-ing", "-ed" and a final "e": "baking", "baked" and "bake" share one.
    root: String,
}

impl Word {
    /// From one word of what `plain` returns.
    pub fn new(plain: &str) -> Self {
        let whole = singular(plain);
        let root = root_of(&whole);
        Self { whole, root }
    }

    pub fn is_number(&self) -> bool {
        self.whole.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// How well the asked word `self` meets `word`: 100 whole, 80 by the root, 60 as its beginning, or 0.
    fn meets(&self, word: &Word) -> usize {
        if self.whole == word.whole {
            100
        } else if self.root == word.root {
            80
        } else if self.whole.chars().count() >= 3 && word.whole.starts_with(&self.whole) {
            60
        } else {
            0
        }
    }

    /// The best meeting of the asked word `self` among `words`.
    pub fn closest(&self, words: &[Word]) -> usize {
        words.iter().map(|word| self.meets(word)).max().unwrap_or(0)
    }

    /// The best meeting of any asked word with the known word `self`.
    pub fn closest_of(&self, asked: &[Word]) -> usize {
        asked.iter().map(|word| word.meets(self)).max().unwrap_or(0)
    }
}

/// Small letters and digits without diacritics, words parted by spaces.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match bare(c) {
            Some(bare) => plain.push_str(bare),
            // "T-shirt", "3-D", "x-ray": a lone letter belongs to what follows.
            None if c == '-' && ends_in_lone_letter(&plain) => {}
            // Apostrophes and loose accents vanish: "women's" is one word.
            None if matches!(c, '\'' | '’' | '‘' | 'ʼ' | '\u{300}'..='\u{36f}') => {}
            None if c.is_alphanumeric() => plain.push(c),
            None => plain.push(' '),
        }
    }
    plain
}

/// A sign as it is compared in names, of any script: small, without accents and vowel signs. Nothing for a sign that nobody sees.
pub(crate) fn push_folded(c: char, folded: &mut String) {
    for c in c.to_lowercase().filter(|c| !is_mark(*c) && !super::text::is_unseen(*c)) {
        match bare(c) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(alike(c)),
        }
    }
}

/// Signs that stand above, below or inside another, and the stretch of Arabic writing.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{93c}' | '\u{94d}' | '\u{9cd}' | '\u{a4d}' | '\u{acd}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{ccd}' | '\u{d4d}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// The letter that another one is written for.
fn alike(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        // Letters and digits in the width of Chinese signs.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

fn ends_in_lone_letter(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| word.chars().count() == 1)
}

/// A small Latin letter with a diacritic, without it.
fn bare(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ'..='ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

/// Nouns of the trades that the rules of `singular` would get wrong.
const IRREGULAR: &[(&str, &str)] = &[
    ("buses", "bus"),
    ("gas", "gas"),
    ("gases", "gas"),
    ("knives", "knife"),
    ("lens", "lens"),
    ("lenses", "lens"),
    ("loaves", "loaf"),
    ("molasses", "molasses"),
    ("scarves", "scarf"),
    ("shelves", "shelf"),
];

/// One shape for singular and plural: "boxes" and "box", "cookies" and "cookie", "bakeries" and "bakery".
/// The shape need not be a word: it is only compared.
fn singular(word: &str) -> String {
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return (*one).to_owned();
    }
    let one = if ["xes", "ches", "shes", "sses", "zzes"].iter().any(|end| word.ends_with(end)) {
        word.strip_suffix("es")
    } else if word.chars().count() > 3 && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.strip_suffix('s')
    } else {
        None
    }
    .unwrap_or(word);
    let stem = one.strip_suffix("ie").or_else(|| one.strip_suffix('y'));
    match stem {
        Some(stem) if stem.chars().count() >= 2 && !stem.ends_with(is_vowel) => format!("{stem}i"),
        _ => one.to_owned(),
    }
}

fn root_of(whole: &str) -> String {
    let stem = whole
        .strip_suffix("ing")
        .or_else(|| whole.strip_suffix("ed"))
        .filter(|stem| stem.chars().count() >= 3 && stem.contains(is_vowel))
        .unwrap_or(whole);
    let mut letters: Vec<char> = stem.chars().collect();
    if let [.., before, last] = letters[..] {
        let doubled = stem.len() < whole.len() && before == last && !is_vowel(last);
        let silent = last == 'e' && letters.len() >= 4;
        if silent || doubled && !matches!(last, 'f' | 'l' | 's' | 'z') {
            letters.pop();
        }
    }
    letters.into_iter().collect()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fold_to_one_shape() {
        for (one, other) in [
            ("boxes", "box"),
            ("cookies", "cookie"),
            ("bakeries", "bakery"),
            ("shoes", "shoe"),
            ("dresses", "dress"),
            ("watches", "watch"),
            ("Vases", "vase"),
            ("women's", "WOMENS"),
            ("Äpfel", "apfel"),
            ("ŁÓDŹ", "lodz"),
            ("bánh mì", "banh mi"),
            ("buses", "bus"),
            ("knives", "knife"),
            ("toys", "toy"),
            ("ties", "tie"),
        ] {
            assert_eq!(words(one), words(other), "{one} {other}");
        }
        for (one, other) in [("baking", "bake"), ("cutting", "cut"), ("rolling", "roll"), ("welding", "weld")] {
            assert_eq!(Word::new(one).root, Word::new(other).root, "{one} {other}");
        }
        assert_eq!(Word::new("spring").root, "spring");
    }

    fn words(text: &str) -> Vec<Word> {
        plain(text).split_whitespace().map(Word::new).collect()
    }
}
