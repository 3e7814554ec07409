//! Which property of a feature is its name, and which says of what it is a part.

use crate::values::{Complaint, Line, fold, quoted};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Properties that usually say of what a zone is a part.
const PARTS: &[&str] = &["partof", "borough", "boro", "boroname", "district", "ward"];

/// The properties that are read.
pub struct Naming {
    /// Of the name.
    pub name: String,
    /// Of the borough or district.
    pub part_of: Option<String>,
    /// All there are.
    pub properties: Vec<String>,
}

impl Naming {
    /// What was chosen, or what the file makes plain.
    pub fn of(features: &[&Map<String, Value>], adjustments: &[(String, String)]) -> Result<Self, Complaint> {
        let properties: BTreeSet<&String> = features.iter().filter_map(|feature| properties_of(feature)).flat_map(Map::keys).collect();
        let properties: Vec<String> = properties.into_iter().cloned().collect();
        if let Some((field, _)) = adjustments.iter().find(|(field, _)| !["name", "part_of"].contains(&field.as_str())) {
            return Err(Complaint::new(format!("Zones have no field {}. Their fields are name and part_of.", quoted(field))));
        }
        let chosen = |field: &str| adjustments.iter().rev().find(|(name, _)| name == field).map(|(_, property)| property.clone());
        let known = |property: &String| -> Result<(), Complaint> {
            if properties.contains(property) {
                return Ok(());
            }
            Err(Complaint::new(format!("No zone of the file has a property {}. {}", quoted(property), listed(&properties))))
        };
        let name = match chosen("name") {
            Some(property) => property,
            None => properties
                .iter()
                .find(|property| fold(property) == "name")
                .cloned()
                .or_else(|| only_name(features, &properties))
                .ok_or_else(|| {
                    Complaint::new(format!(
                        "The file does not say which property is the name of a zone. {} Choose one: --map name=PROPERTY, or on the page under Name.",
                        listed(&properties)
                    ))
                })?,
        };
        known(&name)?;
        let part_of = match chosen("part_of") {
            Some(property) if property.is_empty() => None,
            Some(property) => Some(property),
            None => properties.iter().find(|property| PARTS.contains(&fold(property).as_str())).cloned(),
        };
        part_of.as_ref().map_or(Ok(()), known)?;
        Ok(Self { name, part_of, properties })
    }

    /// Name and part of one feature.
    pub fn read(&self, feature: &Map<String, Value>) -> Result<(Line, Option<Line>), Complaint> {
        let text = |property: &str| properties_of(feature).and_then(|properties| properties.get(property)).and_then(words);
        let name = text(&self.name).ok_or_else(|| {
            Complaint::new(format!(
                "it has no name: its property {} is empty or missing. Fill it in, or choose another property with --map name=PROPERTY.",
                quoted(&self.name)
            ))
        })?;
        let name = Line::parse(&name, "the name of the zone")?;
        let part_of = self.part_of.as_ref().and_then(|property| text(property));
        let part_of = part_of.map_or(Ok(None), |typed| Line::maybe(&typed, "the part of the city"))?;
        Ok((name, part_of))
    }
}

/// The one property that is a different word in every feature, if there is just one.
fn only_name(features: &[&Map<String, Value>], properties: &[String]) -> Option<String> {
    let mut names = properties.iter().filter(|property| {
        let values: BTreeSet<&str> = features
            .iter()
            .filter_map(|feature| properties_of(feature)?.get(property.as_str())?.as_str())
            .filter(|value| value.chars().any(char::is_alphabetic))
            .collect();
        values.len() == features.len()
    });
    let first = names.next()?;
    names.next().is_none().then(|| first.clone())
}

fn properties_of(feature: &Map<String, Value>) -> Option<&Map<String, Value>> {
    feature.get("properties").and_then(Value::as_object)
}

/// A property as text; nothing where it is empty.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn listed(properties: &[String]) -> String {
    if properties.is_empty() {
        return "It has no properties at all.".to_owned();
    }
    let first: Vec<&str> = properties.iter().take(12).map(String::as_str).collect();
    format!("Its properties are: {}{}.", first.join(", "), if properties.len() > 12 { " and more" } else { "" })
}
