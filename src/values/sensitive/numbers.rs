//! Numbers that look like a Social Security number or an ITIN. No text that is kept holds one.

/// Words beside which nine digits in a row are such a number.
const NAMES: &[&str] = &["ssn", "social security", "itin", "tax id", "taxpayer id", "seguro social", "social sec"];

/// True where a text holds a number written 123-45-6789, with any dash, a dot or a space; or nine digits in a row in a text that names
/// such a number.
pub fn names_somebody(text: &str) -> bool {
    let signs: Vec<char> = text.chars().map(plain).collect();
    let lower = text.to_lowercase();
    let is_named = NAMES.iter().any(|name| lower.contains(name));
    (0..signs.len()).any(|at| is_parted(&signs, at) || (is_named && is_nine(&signs, at)))
}

/// Digits of any script as plain ones, and one dash for all of them.
fn plain(c: char) -> char {
    let zeros = ['\u{ff10}', '\u{660}', '\u{6f0}', '\u{966}'];
    let digit = zeros.into_iter().find_map(|zero| u32::from(c).checked_sub(zero.into()).filter(|value| *value < 10));
    match (digit.and_then(|value| char::from_digit(value, 10)), c) {
        (Some(digit), _) => digit,
        (None, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{ad}') => '-',
        (None, '\u{a0}' | '\u{2009}' | '\u{202f}') => ' ',
        (None, c) => c,
    }
}

fn digits(signs: &[char], from: usize, count: usize) -> bool {
    signs.get(from..from + count).is_some_and(|part| part.iter().all(char::is_ascii_digit))
}

/// Three digits, two, four, with the same sign between them; no part of a longer number, such as a telephone's.
fn is_parted(signs: &[char], at: usize) -> bool {
    let Some(sign) = signs.get(at + 3).copied().filter(|sign| matches!(sign, '-' | ' ' | '.')) else { return false };
    let is_shape = digits(signs, at, 3) && digits(signs, at + 4, 2) && signs.get(at + 6) == Some(&sign) && digits(signs, at + 7, 4);
    let digit = |place: Option<usize>| place.and_then(|place| signs.get(place)).is_some_and(char::is_ascii_digit);
    let goes_on = digit(Some(at + 11)) || (signs.get(at + 11) == Some(&sign) && sign != ' ' && digit(Some(at + 12)));
    let goes_before = digit(at.checked_sub(1))
        || (at.checked_sub(1).and_then(|place| signs.get(place)) == Some(&sign) && digit(at.checked_sub(2)))
        || at.checked_sub(1).and_then(|place| signs.get(place)) == Some(&'+');
    is_shape && !goes_on && !goes_before
}

fn is_nine(signs: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|place| signs.get(place));
    digits(signs, at, 9) && !before.is_some_and(char::is_ascii_digit) && !signs.get(at + 9).is_some_and(char::is_ascii_digit)
}
