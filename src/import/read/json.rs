//! Values of a JSON file with their places in it: what stands at a path, and what is complained and asked about it.

use super::LISTED;
use crate::import::Question;
use crate::values::{Complaint, quoted, unseen};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A value and its path, such as `organizations[2].services[0].name`.
#[derive(Debug, Clone)]
pub struct Node<'v> {
    /// The value.
    pub value: &'v Value,
    /// Where it stands.
    pub path: String,
}

/// What is noted while a file is read.
#[derive(Debug, Default)]
pub struct Notes {
    /// Complaints that are listed. With one of them nothing is imported.
    pub errors: Vec<String>,
    /// Complaints in all.
    pub error_count: usize,
    doubts: BTreeMap<(String, String, String), i64>,
    /// Fields that are in the file and have no place here, without their numbers.
    unread: BTreeSet<String>,
}

impl<'v> Node<'v> {
    /// The whole file.
    pub fn root(value: &'v Value) -> Self {
        Self { value, path: String::new() }
    }

    /// A field of an object; nothing where it is missing or null.
    pub fn get(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Some(Self { value, path })
    }

    /// The things in a list.
    pub fn each(&self) -> impl Iterator<Item = Self> + use<'v> {
        let things = self.value.as_array().map(Vec::as_slice).unwrap_or_default();
        things
            .iter()
            .enumerate()
            .map(|(place, value)| Self { value, path: format!("{}[{place}]", self.path) })
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// A plain text in a field, where there is one.
    pub fn word(&self, name: &str) -> Option<&'v str> {
        self.value.get(name).and_then(Value::as_str)
    }
}

impl Notes {
    /// Notes why the file cannot be imported.
    pub fn complain(&mut self, path: &str, words: &str) {
        let place = if path.is_empty() { "The file" } else { path };
        self.error_count += 1;
        if self.errors.len() < LISTED {
            self.errors.push(format!("{place}: {}.", words.trim_end_matches('.')));
        }
    }

    /// Notes what could not be read for sure and is left unset. A sign that nobody sees stops the file: whoever is asked would not see it.
    pub fn ask(&mut self, path: &str, typed: &str, words: &str) {
        if let Some(complaint) = unseen(typed, "this text") {
            return self.complain(path, &complaint.0);
        }
        let typed: String = typed.chars().take(1_000).map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect();
        *self.doubts.entry((path.to_owned(), typed, words.to_owned())).or_default() += 1;
    }

    /// The text of a field. Something else than text stops the file.
    pub fn text<'v>(&mut self, node: &Node<'v>, name: &str) -> Option<&'v str> {
        let field = node.get(name)?;
        match field.value {
            Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            other => {
                self.complain(&field.path, &format!("here stands {}, and a text is needed", what(other)));
                None
            }
        }
    }

    /// The text of a field as something; what cannot be read is asked about.
    pub fn read<T>(&mut self, node: &Node<'_>, name: &str, words: &str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let typed = self.text(node, name)?;
        let read = parse(typed);
        if read.is_none() {
            self.ask(&format!("{}.{name}", node.path), typed, words);
        }
        read
    }

    /// The text of a field that must be there and readable.
    pub fn needed<T>(&mut self, node: &Node<'_>, name: &str, parse: impl FnOnce(&str) -> Result<T, Complaint>) -> Option<T> {
        let before = self.error_count;
        let typed = self.text(node, name);
        match parse(typed.unwrap_or_default()) {
            Ok(value) => Some(value),
            Err(complaint) if self.error_count == before => {
                self.complain(format!("{}.{name}", node.path).trim_start_matches('.'), &complaint.0);
                None
            }
            Err(_) => None,
        }
    }

    /// The objects in a list. Something else than a list of objects stops the file.
    pub fn list<'v>(&mut self, node: &Node<'v>, name: &str) -> Vec<Node<'v>> {
        let Some(field) = node.get(name) else { return Vec::new() };
        if !field.value.is_array() {
            self.complain(&field.path, &format!("here stands {}, and a list is needed", what(field.value)));
            return Vec::new();
        }
        self.objects(field.each())
    }

    /// Those that are objects; each other stops the file.
    pub fn objects<'v>(&mut self, nodes: impl Iterator<Item = Node<'v>>) -> Vec<Node<'v>> {
        let mut objects = Vec::new();
        for node in nodes {
            if node.value.is_object() {
                objects.push(node);
            } else {
                self.complain(&node.path, &format!("here stands {}, and an object is needed", what(node.value)));
            }
        }
        objects
    }

    /// Notes the fields of an object that nothing reads.
    pub fn leave(&mut self, node: &Node<'_>, entity: &str, known: &[&str]) {
        let is_empty =
            |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty) || value.as_str().is_some_and(str::is_empty);
        for (name, _) in node.value.as_object().into_iter().flatten().filter(|(_, value)| !is_empty(value)) {
            if !known.contains(&name.as_str()) {
                let name: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
                self.unread.insert(format!("{entity}.{name}"));
            }
        }
    }

    /// What was not read, and what is asked, in the order of the paths.
    pub fn finish(self) -> (Vec<String>, Vec<Question>) {
        let question = |((header, typed, words), row_count)| Question { header, typed, words, row_count, lines: Vec::new() };
        (self.unread.into_iter().collect(), self.doubts.into_iter().map(question).collect())
    }
}

/// What a value is, in words.
fn what(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(yes) => format!("{yes}"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text {}", quoted(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
