//! A language that nobody speaks, made of the English catalog: every letter wears a mark and every word is longer. It is there in
//! builds for testing only. A letter without a mark on a page that is drawn in it was never in a catalog.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};
use std::collections::BTreeSet;

/// Its tag: English as written nowhere.
pub const TAG: &str = "en-XA";

/// What a catalog says of itself, which is no text.
const OF_ITSELF: &[&str] = &["language-name", "language-direction", "reviewed-by", "reviewed-on"];

/// The text of its catalog. `english` lacks the sentences that stand in lists in the data file, and `other` has them.
pub fn catalog(english: &str, other: &str) -> String {
    let (mut made, rest) = (parsed(english), parsed(other));
    let known: BTreeSet<String> = made.body.iter().filter_map(key).map(str::to_owned).collect();
    made.body.extend(rest.body.into_iter().filter(|entry| key(entry).is_some_and(|key| !known.contains(key))));
    made.body.retain(|entry| key(entry).is_some());
    for entry in &mut made.body {
        if let Entry::Message(message) = entry {
            match (&mut message.value, message.id.name.as_str()) {
                (Some(value), "language-name") => {
                    *value = Pattern { elements: vec![PatternElement::TextElement { value: marked("Pseudo") }] }
                }
                (Some(value), name) if !OF_ITSELF.contains(&name) => mark(value),
                _ => {}
            }
        }
    }
    let text = serializer::serialize(&made);
    text.replace("reviewed-by = Fairfloor", "reviewed-by = none")
}

fn parsed(text: &str) -> Resource<String> {
    // What could be read is enough: the catalogs that are built in are whole (tested).
    parser::parse(text.to_owned()).unwrap_or_else(|(read, _)| read)
}

fn key(entry: &Entry<String>) -> Option<&str> {
    if let Entry::Message(message) = entry { Some(&message.id.name) } else { None }
}

fn mark(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = marked(value),
            PatternElement::Placeable { expression } => inside(expression),
        }
    }
}

fn inside(expression: &mut Expression<String>) {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) if !value.contains(['{', '\\']) => *value = marked(value),
        Expression::Inline(InlineExpression::Placeable { expression }) => inside(expression),
        Expression::Inline(_) => {}
        Expression::Select { variants, .. } => variants.iter_mut().for_each(|variant| mark(&mut variant.value)),
    }
}

/// Every letter with a mark, every vowel twice: about forty percent longer.
pub fn marked(text: &str) -> String {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const MARKED: &str = "áƀçđéƒğĥíĵķłɱńóƥɋřšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀŃÓƤɊŘŠŢÚṼŴẊÝŽ";
    let mut marked = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let with_mark = PLAIN.find(letter).and_then(|place| MARKED.chars().nth(place)).unwrap_or(letter);
        marked.push(with_mark);
        if "aeiou".contains(letter) {
            marked.push(with_mark);
        }
    }
    marked
}
