//! What somebody reads on a page, and which of it was never in a catalog.

use fairfloor::i18n::{Language, pseudo};
use std::collections::BTreeSet;

/// Elements without an end.
const VOID: [&str; 6] = ["input", "meta", "link", "br", "hr", "img"];
/// Attributes that are read out or shown.
const SAID: [&str; 4] = ["aria-label", "title", "placeholder", "alt"];
/// Words that are the same everywhere.
const EVERYWHERE: [&str; 8] = ["Fairfloor", "OMB", "SPD", "CSV", "JSON", "HTML", "ZIP", "XLSX"];

/// What stands on a page in its own language: not what somebody typed, and not names, where the page marks them as such
/// (`dir="auto"`, `translate="no"`) or says that they are in another language.
pub fn texts(html: &str, language: &str) -> Vec<String> {
    let (mut texts, mut stack, mut rest) = (Vec::new(), Vec::<(String, bool)>::new(), html);
    while let Some((text, after)) = rest.split_once('<') {
        let is_ours = stack.last().is_none_or(|(_, is_ours)| *is_ours);
        let inside = stack.last().map_or("", |(tag, _)| tag.as_str());
        if is_ours && !matches!(inside, "script" | "style" | "textarea") {
            note(&mut texts, text);
        }
        let Some((tag, after)) = after.split_once('>') else { break };
        rest = after;
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default().to_lowercase();
        if tag.starts_with('/') {
            while stack.pop().is_some_and(|(open, _)| open != name) {}
        } else if !tag.starts_with('!') {
            let other = attribute(tag, "lang").is_some_and(|lang| lang != language);
            let typed = attribute(tag, "dir").as_deref() == Some("auto") || attribute(tag, "translate").as_deref() == Some("no");
            let is_ours = is_ours && !other && !typed;
            if is_ours {
                SAID.iter().filter_map(|said| attribute(tag, said)).for_each(|said| note(&mut texts, &said));
            }
            if !VOID.contains(&name.as_str()) && !tag.ends_with('/') {
                stack.push((name, is_ours));
            }
        }
    }
    texts
}

fn note(texts: &mut Vec<String>, text: &str) {
    let text = unescaped(text.trim());
    if !text.is_empty() {
        texts.push(text);
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    Some(unescaped(rest.split_once('"')?.0))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What is no language: names and what people typed, as the data has them.
pub struct Data(Vec<String>);

impl Data {
    /// Longest first, so that no name is cut by a shorter one.
    pub fn new(values: impl IntoIterator<Item = String>) -> Self {
        let values: BTreeSet<String> = values.into_iter().map(|value| value.trim().to_owned()).filter(|value| value.len() > 1).collect();
        let mut values: Vec<String> = values.into_iter().collect();
        values.sort_by_key(|value| std::cmp::Reverse(value.len()));
        Self(values)
    }

    /// A text without what is data: names, addresses, references.
    fn taken_out(&self, text: &str) -> String {
        let mut text = text.replace(['\u{2068}', '\u{2069}'], "");
        for value in &self.0 {
            if text.contains(value.as_str()) {
                text = text.replace(value.as_str(), " ");
            }
        }
        text.split_whitespace()
            .filter(|word| !word.contains('@') && !word.contains("://") && !word.contains(".ics"))
            .filter(|word| !EVERYWHERE.iter().any(|same| word.trim_matches(|letter: char| !letter.is_alphanumeric()) == *same))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Words on a page in the language that nobody speaks which wear no marks: they stand in no catalog.
pub fn unmarked(html: &str, data: &Data) -> Vec<String> {
    let mut found = Vec::new();
    for text in texts(html, pseudo::TAG) {
        let left = data.taken_out(&text);
        let is_word = |word: &str| word.chars().filter(char::is_ascii_alphabetic).count() > 1;
        if left.split(|letter: char| !letter.is_alphanumeric()).any(is_word) {
            found.push(format!("{left:?} in {text:?}"));
        }
    }
    found
}

/// What of the English catalog stands in a text of another language, and not in the catalog of that one.
pub struct English(Vec<String>);

impl English {
    pub fn beside(language: Language) -> Self {
        let trimmed = |piece: &str| piece.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
        let own: BTreeSet<String> = language.shapes().values().flat_map(|shape| &shape.pieces).map(|piece| trimmed(piece)).collect();
        let english: BTreeSet<String> =
            Language::english().shapes().values().flat_map(|shape| &shape.pieces).map(|piece| trimmed(piece)).collect();
        let letters = |piece: &String| piece.chars().filter(char::is_ascii_alphabetic).count();
        Self(english.into_iter().filter(|piece| letters(piece) > 2 && !own.contains(piece)).collect())
    }

    /// One word may be part of another language; several in a row are not.
    pub fn stands_in(&self, text: &str, data: &Data) -> Option<&str> {
        let left = data.taken_out(text);
        let alone = left.trim_matches(|letter: char| !letter.is_alphanumeric());
        self.0.iter().map(String::as_str).find(|piece| left.contains(piece) && (piece.contains(' ') || alone == *piece))
    }
}

#[test]
fn a_text_that_stands_in_no_catalog_is_seen_wherever_it_hides() {
    let data = Data::new(["Rosa".to_owned(), "Harbor Loft Trust".to_owned()]);
    let marked = pseudo::marked("Where it stands");
    let clean =
        format!("<html lang=\"en-XA\"><p>{marked}: Rosa, R-12, 555-0110, Harbor Loft Trust</p><p dir=\"auto\">typed words</p></html>");
    assert_eq!(unmarked(&clean, &data), Vec::<String>::new());
    for planted in [
        "<p>Call us</p>",
        "<button aria-label=\"Close it\"></button>",
        "<input placeholder=\"your name\">",
        "<option>Choose</option>",
        "<title>Home</title>",
        "<p dir=\"auto\">typed</p><p>and more</p>",
        "<p>Rosa, look here</p>",
    ] {
        assert_eq!(unmarked(&format!("{clean}{planted}"), &data).len(), 1, "{planted}");
    }
    let english = English::beside(Language::find("es").unwrap());
    assert_eq!(english.stands_in("Nothing is expected of you.", &data), Some("Nothing is expected of you"));
    assert_eq!(english.stands_in("Rosa, no tiene que hacer nada", &data), None);
    assert!(texts("<p lang=\"en\">Nothing is expected of you</p>", "es").is_empty());
}
