//! What could not be read for sure, however much of it there is: a bounded number of texts, each with a bounded number of lines.

use crate::import::Question;
use std::collections::{BTreeMap, HashMap};

/// Different texts of one column that are asked about one by one.
const ASKED: usize = 1_000;
/// Lines of a doubt that are named.
const LINES: usize = 1_000;
/// What is said of the rest.
const MANY: &str =
    "This column holds more than 1,000 different texts that cannot be read. These rows have the rest of them. Is it the right column?";

/// Column, text and words.
type Key = (String, String, String);

/// Doubts, in the order of their columns and texts.
#[derive(Default)]
pub struct Doubts {
    by_text: BTreeMap<Key, Doubted>,
    /// Different texts that are asked about, by column.
    asked: HashMap<String, usize>,
}

/// Where something is doubted.
#[derive(Default)]
struct Doubted {
    /// The first lines.
    lines: Vec<u64>,
    /// In how many rows in all.
    count: i64,
}

impl Doubts {
    /// Notes a doubt. A column of other texts in every row is asked about as one: nobody answers a million questions.
    pub fn ask(&mut self, key: Key, line: u64) {
        let key = if self.by_text.contains_key(&key) {
            key
        } else {
            let asked = self.asked.entry(key.0.clone()).or_default();
            if *asked < ASKED {
                *asked += 1;
                key
            } else {
                (key.0, String::new(), format!("{MANY} {}", key.2))
            }
        };
        let doubted = self.by_text.entry(key).or_default();
        doubted.count += 1;
        if doubted.lines.len() < LINES {
            doubted.lines.push(line);
        }
    }

    /// As questions.
    pub fn into_questions(self) -> Vec<Question> {
        let question = |((header, typed, words), doubted): (Key, Doubted)| Question {
            header,
            typed,
            words,
            row_count: doubted.count,
            lines: doubted.lines,
        };
        self.by_text.into_iter().map(question).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_doubts_take_little_room_and_all_are_counted() {
        let mut doubts = Doubts::default();
        for line in 0..20_000 {
            doubts.ask(("Column".to_owned(), format!("text {line}"), "What is it?".to_owned()), line);
            doubts.ask(("Other".to_owned(), "same".to_owned(), "Who is it?".to_owned()), line);
        }
        let questions = doubts.into_questions();
        assert_eq!(questions.len(), ASKED + 2);
        assert_eq!(questions.iter().map(|question| question.row_count).sum::<i64>(), 40_000);
        let rest = questions.iter().find(|question| question.typed.is_empty()).unwrap();
        assert!(rest.words.starts_with(MANY) && rest.row_count == 19_000 && rest.lines.len() == LINES);
    }
}
