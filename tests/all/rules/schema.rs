//! `schema.sql` as a text: comments, classes, lists.

use fairfloor::referrals::replay::Ball;
use fairfloor::referrals::{Event, Party, Status};
use fairfloor::values::{Kind, Vocabulary};
use std::collections::BTreeSet;

/// Today's schema.
pub const SCHEMA: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql"));

const CLASSES: [&str; 4] = ["[public]", "[internal]", "[personal]", "[firewalled]"];

/// Lists that two columns share, or that no code reads: the column, and why it has no vocabulary of its own.
const SHARED: &[(&str, &str)] = &[("code.list", "the files of assets/codes name it")];

/// A vocabulary's words.
#[derive(Debug)]
pub struct Words {
    name: String,
    column: String,
    list: BTreeSet<String>,
}

impl Words {
    pub fn new(name: &str, column: &str, words: &[&str]) -> Self {
        Self { name: name.to_owned(), column: column.to_owned(), list: words.iter().map(ToString::to_string).collect() }
    }

    fn of<V: Vocabulary>(name: &str) -> Self {
        let words: Vec<&str> = V::ALL.iter().map(|word| word.code()).collect();
        Self::new(name, V::COLUMN, &words)
    }
}

/// Every vocabulary: those that `words.rs` lists, and those of their own.
pub fn vocabularies(text: &str) -> Vec<Words> {
    let mut all = vec![
        Words::of::<Kind>("Kind"),
        Words::of::<Status>("Status"),
        Words::of::<Event>("Event"),
        Words::of::<Party>("Party"),
        Words::of::<Ball>("Ball"),
    ];
    let (_, listed) = text.rsplit_once("\nvocabulary! {").unwrap();
    let mut now: Option<Words> = None;
    for line in listed.lines().map(str::trim) {
        if let Some((name, rest)) = line.split_once(" (\"") {
            all.extend(now.take());
            now = Some(Words::new(name, rest.split('"').next().unwrap(), &[]));
        } else if let (Some(words), Some((_, rest))) = (&mut now, line.split_once(" = \"")) {
            words.list.insert(rest.split('"').next().unwrap().to_owned());
        }
    }
    all.extend(now);
    assert!(all.len() > 25, "{} vocabularies were read", all.len());
    all
}

/// The lists of words in the schema: `table.column` and its words.
fn check_lists(schema: &str) -> Vec<(String, BTreeSet<String>)> {
    let (mut lists, mut table) = (Vec::new(), "");
    for line in schema.lines() {
        if let Some(name) = line.strip_prefix("CREATE TABLE ") {
            table = name.split_whitespace().next().unwrap();
        }
        let code = line.split(" -- ").next().unwrap();
        if let Some((before, after)) = code.split_once(" IN ('") {
            let column = before.rsplit(['(', ' ']).next().unwrap();
            let list = after.split(')').next().unwrap();
            lists.push((format!("{table}.{column}"), list.split(',').map(|word| word.trim().trim_matches('\'').to_owned()).collect()));
        }
    }
    lists
}

/// Each vocabulary is the list of its column, and each list is a vocabulary's.
pub fn words_agree(vocabularies: &[Words], schema: &str) -> Vec<String> {
    let lists = check_lists(schema);
    let mut faults = Vec::new();
    for vocabulary in vocabularies {
        match lists.iter().find(|(column, _)| *column == vocabulary.column) {
            None => faults.push(format!("{}: {} has no CHECK list", vocabulary.name, vocabulary.column)),
            Some((column, list)) if *list != vocabulary.list => {
                faults.push(format!("{} is not the list of {column}: {:?} and {list:?}", vocabulary.name, vocabulary.list));
            }
            Some(_) => {}
        }
    }
    for (column, list) in &lists {
        let is_known = vocabularies.iter().any(|vocabulary| vocabulary.list == *list) || SHARED.iter().any(|(shared, _)| shared == column);
        if !is_known {
            faults.push(format!("{column} is the list of no vocabulary: {list:?}"));
        }
    }
    faults
}

/// Every table is STRICT and says what it is; every column has a class.
pub fn is_commented(schema: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines: Vec<&str> = schema.lines().collect();
    let (mut table, mut is_virtual) = (None::<&str>, false);
    for (place, line) in lines.iter().enumerate() {
        if let Some(rest) = line.strip_prefix("CREATE TABLE ").or_else(|| line.strip_prefix("CREATE VIRTUAL TABLE ")) {
            let name = rest.split_whitespace().next().unwrap();
            (table, is_virtual) = (Some(name), line.starts_with("CREATE VIRTUAL"));
            let above = place.checked_sub(1).map_or("", |above| lines[above]);
            if !(above.starts_with(&format!("-- {name}: ")) && CLASSES.iter().any(|class| above.ends_with(class))) {
                faults.push(format!("{name} has no comment with a class above it"));
            }
        } else if let Some(name) = table {
            if line.starts_with(')') {
                if !is_virtual && *line != ") STRICT;" {
                    faults.push(format!("{name} is not STRICT"));
                }
                table = None;
            } else if !is_virtual {
                let column = line.split_whitespace().next().unwrap_or_default();
                let is_column = column.starts_with(|c: char| c.is_ascii_lowercase());
                let says = line.split_once("-- ").is_some_and(|(_, comment)| CLASSES.iter().any(|class| comment.starts_with(class)));
                if is_column && !says {
                    faults.push(format!("{name}.{column} has no class"));
                }
            }
        }
    }
    faults
}
