//! Finds whom to compare with: by what they share, never everybody with everybody.

use super::{Known, Likeness, Verdict};
use std::collections::{BTreeSet, HashMap};

/// What more than so many share tells nobody apart, and is not searched by.
const SHARED_BY: usize = 150;

/// Descriptions that can be searched for what is like another one.
pub struct Index<T> {
    entries: Vec<(Known, T)>,
    by_key: HashMap<String, Vec<usize>>,
}

impl<T> Default for Index<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), by_key: HashMap::new() }
    }
}

impl<T> Index<T> {
    /// Puts one in.
    pub fn add(&mut self, known: Known, what: T) {
        let place = self.entries.len();
        for key in keys(&known) {
            self.by_key.entry(key).or_default().push(place);
        }
        self.entries.push((known, what));
    }

    /// What is perhaps or surely the same as another one, the most alike first, earlier ones before later ones.
    pub fn alike(&self, sought: &Known) -> Vec<(Likeness, &T)> {
        let shared = keys(sought).into_iter().filter_map(|key| self.by_key.get(&key)).filter(|places| places.len() <= SHARED_BY);
        let places: BTreeSet<usize> = shared.flatten().copied().collect();
        let entries = places.into_iter().filter_map(|place| self.entries.get(place));
        let mut found: Vec<(Likeness, &T)> = entries
            .map(|(known, what)| (sought.likeness(known), what))
            .filter(|(likeness, _)| likeness.verdict() != Verdict::Other)
            .collect();
        found.sort_by_key(|(likeness, _)| std::cmp::Reverse(likeness.points));
        found
    }
}

/// By what a business is found: the whole name, how each of its words begins and ends, how it is reached, where it is, who owns it.
fn keys(known: &Known) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for name in &known.names {
        keys.insert(format!("name {}", name.words().concat()));
        keys.insert(format!("typed {}", name.typed.to_lowercase()));
        for word in name.rare_words() {
            let letters: Vec<char> = word.chars().collect();
            keys.insert(format!("begins {}", letters.iter().take(4).collect::<String>()));
            keys.insert(format!("ends {}", letters.iter().rev().take(4).collect::<String>()));
        }
    }
    keys.extend(known.telephones.iter().map(|digits| format!("telephone {digits}")));
    keys.extend(known.emails.iter().map(|email| format!("email {email}")));
    keys.extend(known.hosts.iter().map(|host| format!("host {host}")));
    keys.extend(known.street.iter().map(|street| format!("street {} {}", street.key(), known.postal_code)));
    keys
}
