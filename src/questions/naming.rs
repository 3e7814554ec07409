//! Whether a question says who asks: names, numbers, addresses of this client. Pure.

use crate::values::{digits, fold};

/// What the record knows of a client that a question must not say, each with what it is.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Names of the business.
    pub businesses: Vec<String>,
    /// First and last names of its people.
    pub people: Vec<String>,
    /// Telephone numbers.
    pub telephones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Street and number.
    pub street: Option<String>,
}

/// Everything in a text that names this client, in sentences for whoever typed it.
pub fn found(text: &str, record: &Record) -> Vec<String> {
    let mut complaints = Vec::new();
    let folded = fold(text);
    // "O'Brien" is one word; "Okafor's" holds the name before its apostrophe.
    let is_apostrophe = |c: char| matches!(c, '\'' | '\u{2019}');
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c))
        .flat_map(|word| [word, word.split(is_apostrophe).next().unwrap_or_default()])
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect();
    for name in &record.businesses {
        let whole = fold(name);
        if whole.chars().count() > 2 && folded.contains(&whole) {
            complaints.push(format!("Take out \"{name}\": it is the name of the business"));
        }
    }
    for name in &record.people {
        let is_said = name.split_whitespace().map(fold).any(|part| part.chars().count() > 1 && words.contains(&part));
        if is_said {
            complaints.push(format!("Take out \"{name}\": it is the name of a person at this business"));
        }
    }
    let typed: String = text.chars().filter(char::is_ascii_digit).collect();
    let said = record.telephones.iter().map(|number| digits(number)).find(|number| number.len() >= 7 && typed.contains(number.as_str()));
    if said.is_some() {
        complaints.push("Take out the telephone number: it is this client's".to_owned());
    }
    if text.contains('@') {
        complaints.push("Take out the e-mail address: a question names nobody".to_owned());
    }
    if let Some(street) = &record.street
        && fold(street).chars().count() > 4
        && folded.contains(&fold(street))
    {
        complaints.push(format!("Take out \"{street}\": it is this client's address"));
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        Record {
            businesses: vec!["Okafor Metal Finishing".to_owned()],
            people: vec!["Rosa".to_owned(), "Okafor".to_owned(), "De la Cruz".to_owned()],
            telephones: vec!["(718) 555-0147".to_owned()],
            emails: vec!["rosa@okafor.test".to_owned()],
            street: Some("14 Dock Street".to_owned()),
        }
    }

    #[test]
    fn a_question_that_names_nobody_passes() {
        for text in
            ["Is anything with 400 A, 3-phase, 5,000 sq ft free in March?", "A plater needs floor drains near the F train", "Rosary beads"]
        {
            assert_eq!(found(text, &record()), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_names_the_client_is_pointed_at() {
        for (text, part) in [
            ("okafor-metal finishing needs space", "name of the business"),
            ("ROSA needs space", "\"Rosa\""),
            ("for Okafor's shop", "\"Okafor\""),
            ("for Okafor\u{2019}s shop", "\"Okafor\""),
            ("call 718.555.0147", "telephone"),
            ("write to rosa@okafor.test", "e-mail"),
            ("now at 14 Dock Street", "14 Dock Street"),
        ] {
            let complaints = found(text, &record());
            assert!(complaints.iter().any(|words| words.contains(part)), "{text}: {complaints:?}");
        }
    }
}
