//! What somebody is known by, and whether a text names them. Names are short, have accents, stand in any order and any script: Li, Ng,
//! Wu Li, Đỗ An, 王小明. A name is found as whole words, so that "li" inside "delivery" is nobody.
//!
//! Why a short name needs a capital: "do" and "an" are names and words. Where nobody can tell, as at the beginning of a sentence, the text
//! goes: a name that stays is worse than a sentence that is lost.

use crate::values::push_folded;

/// A name of fewer letters than this is short.
const SHORT: usize = 3;
/// A name may be written as one word ("xiaoming", "rosadoe") where that is long enough not to be another word by chance.
const JOINED: usize = 6;
/// Numbers and addresses shorter than this are found by chance.
const CONTACT: usize = 6;
/// Before a short name even without a capital.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "sr",
    "sra",
    "srta",
    "senor",
    "senora",
    "senorita",
    "don",
    "dona",
    "anh",
    "chi",
    "co",
    "chu",
    "ong",
    "ba",
    "السيد",
    "السيدة",
    "الاخ",
    "الاخت",
    "老",
    "小",
    "阿",
];
/// After a short name in scripts that have no capitals.
const HONORIFICS: &[&str] = &[
    "先生", "女士", "小姐", "太太", "師傅", "师傅", "老板", "老闆", "老师", "老師", "经理", "經理", "总", "總", "さん", "様", "氏", "씨",
    "님", "사장", "선생",
];
/// Small words inside names, which alone name nobody.
#[rustfmt::skip]
const PARTICLES: &[&str] = &["de", "del", "la", "las", "los", "el", "y", "da", "das", "do", "dos", "du", "di", "le", "van", "von", "der", "den", "bin", "bint", "ibn", "abu", "al", "thi", "ben", "st", "san"];

/// A word of a text, in the shape in which it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    /// The word; and what is left of it without "'s", "d'" or an Arabic "and", "for", "the".
    forms: Vec<String>,
    /// It begins with a capital letter.
    is_capital: bool,
    /// A sign of a script that is written without spaces: each is a word of its own here.
    is_glued: bool,
    /// Nothing stands between it and the word before.
    touches: bool,
}

impl Word {
    fn is(&self, folded: &str) -> bool {
        self.forms.iter().any(|form| form == folded)
    }

    fn whole(&self) -> &str {
        self.forms.first().map_or("", String::as_str)
    }

    fn letters(&self) -> usize {
        self.whole().chars().count()
    }
}

/// Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese: no spaces, or words that grow at their end.
fn is_glued(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}' | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '＇')
}

/// The words of a text. Accents and signs that nobody sees are in none of them, and part none.
fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut pieces, mut is_capital, mut touches) = (vec![String::new()], false, false);
    let mut folded = String::new();
    for c in text.chars().chain([' ']) {
        folded.clear();
        push_folded(c, &mut folded);
        if folded.is_empty() {
            continue;
        }
        let is_letter = folded.chars().all(char::is_alphanumeric);
        let is_in = pieces.iter().any(|piece| !piece.is_empty());
        if is_apostrophe(c) && is_in {
            pieces.push(String::new());
            continue;
        }
        if is_letter && !is_glued(c) {
            is_capital |= !is_in && c.is_uppercase();
            if let Some(piece) = pieces.last_mut() {
                piece.push_str(&folded);
            }
            continue;
        }
        if is_in {
            words.push(Word { forms: forms(&pieces), is_capital, is_glued: false, touches });
            (pieces, is_capital, touches) = (vec![String::new()], false, true);
        }
        if is_letter {
            words.push(Word { forms: vec![folded.clone()], is_capital: false, is_glued: true, touches });
        }
        touches = is_letter;
    }
    words
}

/// A word as it may be meant: joined ("O'Brien's" is "obriens"), without "'s" ("obrien"), without "d'" or "l'" ("d'Anna" is "anna"); but
/// "don't" is no Don.
fn forms(pieces: &[String]) -> Vec<String> {
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).filter(|piece| !piece.is_empty()).collect();
    let mut forms = vec![pieces.concat()];
    let owner = pieces.strip_suffix(&["s"]);
    forms.extend(owner.map(<[&str]>::concat));
    for whole in [Some(pieces.as_slice()), owner].into_iter().flatten() {
        if let [first, rest @ ..] = whole
            && first.chars().count() == 1
        {
            forms.push(rest.concat());
        }
    }
    forms.retain(|form| !form.is_empty());
    let bare: Vec<String> = forms.iter().flat_map(|form| without_clitics(form)).collect();
    forms.extend(bare);
    forms
}

/// Arabic writes "and", "so", "with", "as", "for" and "the" as the beginning of the word: what may be left of it.
fn without_clitics(form: &str) -> Vec<String> {
    if !form.starts_with(|c| matches!(c, '\u{0600}'..='\u{06ff}')) {
        return Vec::new();
    }
    let after = |text: &str, signs: [char; 3]| text.strip_prefix(signs).map(str::to_owned);
    let mut found = vec![form.to_owned()];
    found.extend(after(form, ['و', 'ف', 'و']));
    // "For the" is written with two l, and the a of "the" is lost.
    let the: Vec<String> = found.iter().filter_map(|text| text.strip_prefix("لل").map(|rest| format!("ال{rest}"))).collect();
    let with: Vec<String> = found.iter().filter_map(|text| after(text, ['ب', 'ك', 'ل'])).collect();
    found.extend(the.into_iter().chain(with));
    let plain: Vec<String> = found.iter().filter_map(|text| text.strip_prefix("ال").map(str::to_owned)).collect();
    found.extend(plain);
    found.retain(|text| text != form && text.chars().count() >= SHORT);
    found
}

/// Words that stand for somebody when they stand together.
#[derive(Debug, Clone)]
struct Phrase {
    words: Vec<String>,
    is_glued: bool,
    /// Each word needs a capital, or its title.
    needs_capitals: bool,
}

impl Phrase {
    fn of(words: &[&Word], needs_capitals: bool) -> Self {
        Self {
            words: words.iter().map(|word| word.whole().to_owned()).collect(),
            is_glued: words.iter().all(|word| word.is_glued),
            needs_capitals,
        }
    }

    fn is_in(&self, text: &[Word]) -> bool {
        (0..text.len()).any(|place| self.is_at(text, place) || self.is_joined_at(text, place))
    }

    fn is_at(&self, text: &[Word], place: usize) -> bool {
        let Some(found) = text.get(place..place + self.words.len()) else { return false };
        let is_same = !found.is_empty() && found.iter().zip(&self.words).all(|(word, name)| word.is(name));
        if !is_same || !self.needs_capitals {
            return is_same;
        }
        let before = place.checked_sub(1).and_then(|before| text.get(before));
        let after = text.get(place + self.words.len()..).unwrap_or_default();
        let is_titled = before.is_some_and(|word| TITLES.contains(&word.whole())) || is_honored(after);
        let stands_alone = self.is_glued && !found[0].touches && !after.first().is_some_and(|next| next.touches && next.is_glued);
        is_titled || stands_alone || found.iter().all(|word| word.is_capital)
    }

    /// "Xiaoming" for "Xiao Ming", "rosadoe" for "Rosa Doe".
    fn is_joined_at(&self, text: &[Word], place: usize) -> bool {
        let joined = self.words.concat();
        if self.is_glued || joined.chars().count() < JOINED {
            return false;
        }
        let mut rest = joined.as_str();
        for word in &text[place..] {
            match word.forms.iter().find_map(|form| rest.strip_prefix(form.as_str())) {
                Some("") => return true,
                Some(left) => rest = left,
                None => return false,
            }
        }
        false
    }
}

fn is_honored(after: &[Word]) -> bool {
    let next: String = after.iter().take_while(|word| word.is_glued).take(2).map(Word::whole).collect();
    !next.is_empty() && HONORIFICS.iter().any(|honorific| next.starts_with(honorific))
}

/// What somebody is known by.
pub(super) struct Known {
    /// In a text about their own business, each of these names them.
    names: Vec<Phrase>,
    /// In a text from anywhere, each of these names nobody else.
    whole: Vec<Phrase>,
    /// A text that is nothing but one of these is their name.
    cells: Vec<Vec<String>>,
    /// Number and address, in lower case.
    contacts: Vec<String>,
}

impl Known {
    pub(super) fn new(first: &str, last: &str, contacts: &[&str]) -> Self {
        let (first, last) = (words_of(first), words_of(last));
        let all_short = |words: &[&Word]| words.iter().all(|word| word.letters() < SHORT && !word.is_glued);
        let (mut names, mut whole) = (Vec::new(), Vec::new());
        let forward: Vec<&Word> = first.iter().chain(&last).collect();
        let backward: Vec<&Word> = last.iter().chain(&first).collect();
        if !first.is_empty() && !last.is_empty() {
            names.push(Phrase::of(&forward, false));
            names.push(Phrase::of(&backward, all_short(&backward)));
            whole = [&forward, &backward].map(|name| Phrase::of(name, all_short(name))).to_vec();
        }
        for part in [&first, &last] {
            let part: Vec<&Word> = part.iter().collect();
            if part.len() > 1 {
                names.push(Phrase::of(&part, all_short(&part)));
            }
            names.extend(part.iter().filter(|word| is_name(word, &part)).map(|word| Phrase::of(&[word], word.letters() < SHORT)));
        }
        let cells = [&forward, &backward, &first.iter().collect(), &last.iter().collect()]
            .map(|words: &Vec<&Word>| words.iter().map(|word| word.whole().to_owned()).collect::<Vec<_>>());
        Self {
            names,
            whole,
            cells: cells.into_iter().filter(|cell| !cell.is_empty()).collect(),
            contacts: contacts.iter().map(|text| text.trim().to_lowercase()).filter(|text| text.chars().count() >= CONTACT).collect(),
        }
    }

    /// True for a text about their own business that mentions them.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let words = words_of(text);
        self.is_reached_in(text) || self.is_all_of(&words) || self.names.iter().any(|name| name.is_in(&words))
    }

    /// True for a text from anywhere that can mean nobody else.
    pub(super) fn is_surely_in(&self, text: &str) -> bool {
        let words = words_of(text);
        self.is_reached_in(text) || self.is_all_of(&words) || self.whole.iter().any(|name| name.is_in(&words))
    }

    fn is_reached_in(&self, text: &str) -> bool {
        let plain = text.to_lowercase();
        self.contacts.iter().any(|contact| plain.contains(contact.as_str()))
    }

    /// A cell or a line that holds a name and nothing else. One short word needs its capital there too.
    fn is_all_of(&self, words: &[Word]) -> bool {
        let is_word = matches!(words, [one] if one.letters() < SHORT && !one.is_capital && one.whole().is_ascii());
        !is_word && self.cells.iter().any(|cell| cell.len() == words.len() && words.iter().zip(cell).all(|(word, name)| word.is(name)))
    }
}

/// A word of a name that is looked for alone. An initial names nobody, nor does "de la"; and of a name in signs each alone is a word.
fn is_name(word: &Word, part: &[&Word]) -> bool {
    if part.len() == 1 {
        return word.is_glued || word.letters() > 1;
    }
    !word.is_glued && word.letters() > 1 && !PARTICLES.contains(&word.whole())
}

#[cfg(test)]
mod tests;
