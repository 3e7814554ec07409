//! What somebody typed about a unit or a need, and the facts it comes to. Pure.

use super::NewSite;
use super::attribute::{Attribute, Facts, Form, Value};
use crate::error::{Error, Result};
use crate::values::Line;
use crate::web::Complaints;

/// Fields of a form as they were posted; a field may be there more than once.
#[derive(Debug, Clone, Default)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// Takes a posted form. A field that is not ours is refused.
    pub fn read(pairs: Vec<(String, String)>, own: &[&str], attributes: impl Iterator<Item = &'static Attribute>) -> Result<Self> {
        let known: Vec<&str> = own.iter().copied().chain(attributes.map(|attribute| attribute.name)).collect();
        if pairs.iter().any(|(name, _)| !known.contains(&name.as_str())) {
            return Err(Error::Rejected(
                "This form could not be read: a field is not one of ours. Go back, reload the page and send it again.".to_owned(),
            ));
        }
        Ok(Self(pairs))
    }

    /// What is known, as a form shows it.
    pub fn of(facts: &Facts, attributes: impl Iterator<Item = &'static Attribute>) -> Self {
        let typed = |attribute: &'static Attribute| Some((attribute.name.to_owned(), attribute.typed(facts.get(attribute.name)?)));
        Self(attributes.filter_map(typed).collect())
    }

    /// Puts another value in the place of all that are there.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The first that is not empty.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).into_iter().find(|value| !value.trim().is_empty()).unwrap_or_default()
    }

    /// All of them.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The version of what the form edits.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or(0)
    }

    /// The facts; complaints are noted under their fields.
    pub fn facts(&self, attributes: impl Iterator<Item = &'static Attribute>, complaints: &mut Complaints) -> Facts {
        let mut facts = Facts::default();
        for attribute in attributes {
            let typed: Vec<&str> = self.all(attribute.name).into_iter().filter(|value| !value.trim().is_empty()).collect();
            let joined = matches!(attribute.form, Form::Words).then(|| typed.join(", "));
            let each: Vec<&str> = joined.as_deref().map_or(typed, |joined| vec![joined]);
            for typed in each {
                match complaints.take(attribute.name, attribute.parse(typed)).flatten() {
                    // "A dock" and "2 docks" in one form: the larger one is meant.
                    Some(Value::Number(number)) => {
                        let number = facts.number(attribute.name).map_or(number, |known| known.max(number));
                        facts.set(attribute, Value::Number(number));
                    }
                    Some(value) => facts.set(attribute, value),
                    None => {}
                }
            }
        }
        facts
    }

    /// A unit; nothing where something is complained about.
    pub fn site(&self, complaints: &mut Complaints) -> Option<NewSite> {
        let name = complaints.take("name", Line::parse(self.get("name"), "the name of the unit"));
        let facts = self.facts(super::attribute::of_sites(), complaints);
        if let Some((field, words)) = contradiction(&facts) {
            complaints.add(field, words);
        }
        name.filter(|_| complaints.is_empty()).map(|name| NewSite { name: name.to_string(), facts })
    }
}

/// What cannot be so: field and words.
pub fn contradiction(facts: &Facts) -> Option<(&'static str, String)> {
    let parts = ["office_sq_ft", "production_sq_ft", "storage_sq_ft"].iter().filter_map(|name| facts.number(name)).sum::<i64>();
    if facts.number("rent_cents").is_some() && facts.text("rent_unit").is_none() {
        return Some(("rent_unit", "Say what the rent counts: a square foot a year, a square foot a month, or a month".to_owned()));
    }
    if facts.number("area_sq_ft").is_some_and(|area| parts > area) {
        return Some(("area_sq_ft", "Office, production and storage come to more than the floor area".to_owned()));
    }
    if facts.number("min_sq_ft").zip(facts.number("max_sq_ft")).is_some_and(|(least, most)| least > most) {
        return Some(("max_sq_ft", "The largest floor area is smaller than the smallest".to_owned()));
    }
    if facts.number("latitude").is_some() != facts.number("longitude").is_some() {
        return Some(("latitude", "Write latitude and longitude, or neither".to_owned()));
    }
    None
}
