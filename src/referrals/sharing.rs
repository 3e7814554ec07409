//! What a partner may see: rough facts before a yes, and the agreed ones after it. Nothing here knows who the owner is.

use crate::consent::{LESS_THAN_ONE, name};
use crate::i18n::{Joiner, Language};
use crate::people::{Client, JobSnapshot, Owner, Place};
use crate::values::{Day, NaicsEdition, SharedField, Vocabulary, naics};

/// Everything that could be shared about a client, with its real value. What is not known is not there.
pub fn values(client: &Client, contact: Option<&Owner>, workers: Option<&JobSnapshot>, today: Day) -> Vec<(SharedField, String)> {
    use SharedField as S;
    let years = client.started_on.map(|on| on.days_until(today) / 365);
    [
        (S::BusinessName, Some(client.name.clone())),
        (S::ContactName, contact.filter(|owner| !owner.given_name().is_empty()).map(Owner::name)),
        (S::Telephone, contact.and_then(|owner| owner.telephone.clone())),
        (S::Email, contact.and_then(|owner| owner.email.clone())),
        (S::Address, address(&client.place)),
        (S::Product, client.product.clone()),
        (S::Workers, workers.map(|count| count.workers.to_string())),
        (S::YearsInBusiness, years.map(|years| if years < 1 { LESS_THAN_ONE.to_owned() } else { years.to_string() })),
    ]
    .into_iter()
    .filter_map(|(field, value)| value.map(|value| (field, value)))
    .collect()
}

fn address(place: &Place) -> Option<String> {
    place.street.as_ref()?;
    let parts = [&place.street, &place.city, &place.state, &place.postal_code];
    Some(parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", "))
}

/// What was asked for, as it is kept with the asking: codes of fields, and whether by name at once.
pub fn written(fields: &[SharedField], by_name: bool) -> String {
    let mut codes: Vec<&str> = fields.iter().map(|field| field.code()).collect();
    if by_name {
        codes.push(BY_NAME);
    }
    codes.join(",")
}

const BY_NAME: &str = "by_name";

/// What was asked for, read back.
pub fn read_back(written: &str) -> (Vec<SharedField>, bool) {
    (written.split(',').filter_map(|code| SharedField::parse(code).ok()).collect(), written.split(',').any(|code| code == BY_NAME))
}

/// "what you need, business name and telephone".
pub fn in_words(fields: &[SharedField], language: Language) -> String {
    let need = language.word("field-need");
    let names: Vec<String> = std::iter::once(need).chain(fields.iter().map(|field| name(*field, language))).collect();
    language.list(&names, Joiner::And)
}

/// What anybody asked may see before a yes: sector, size band and area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rough {
    /// The kind of work, by its public class.
    pub sector: String,
    /// The industry code of that class; none where it is not known.
    pub industry: Option<String>,
    /// About how many people work there.
    pub size: String,
    /// Neighborhood, or the first three digits of the ZIP code.
    pub area: String,
}

impl Rough {
    /// The rough facts of a client.
    pub fn of(client: &Client, workers: Option<&JobSnapshot>) -> Self {
        let industry = client.naics.as_ref().map(|(code, _)| code.clone());
        Self { sector: sector(client), industry, size: size_band(workers.map(|count| count.workers)).to_owned(), area: area(&client.place) }
    }
}

fn sector(client: &Client) -> String {
    let class = client.naics.as_ref().and_then(|(code, edition)| {
        let edition = match edition {
            NaicsEdition::Naics2017 => naics::Edition::Naics2017,
            NaicsEdition::Naics2022 => naics::Edition::Naics2022,
        };
        naics::title_of(code, edition)
    });
    // Never what they make in their own words: that is shared only where they agreed to it.
    class.map_or_else(|| "Manufacturing".to_owned(), str::to_owned)
}

/// What is not known.
pub const UNKNOWN: &str = "Not known";
/// Before the first digits of a ZIP code.
pub const AREA_BY_ZIP: &str = "ZIP codes beginning with ";

/// Every band of workers that is known.
pub const SIZE_BANDS: [&str; 7] =
    ["1 person", "2 to 4 people", "5 to 9 people", "10 to 19 people", "20 to 49 people", "50 to 99 people", "100 people or more"];

/// A band wide enough that it names nobody.
pub fn size_band(workers: Option<i64>) -> &'static str {
    match workers {
        None => UNKNOWN,
        Some(..=1) => "1 person",
        Some(2..=4) => "2 to 4 people",
        Some(5..=9) => "5 to 9 people",
        Some(10..=19) => "10 to 19 people",
        Some(20..=49) => "20 to 49 people",
        Some(50..=99) => "50 to 99 people",
        Some(_) => "100 people or more",
    }
}

fn area(place: &Place) -> String {
    let zip = place.postal_code.as_deref().and_then(|zip| zip.get(..3)).map(|zip| format!("{AREA_BY_ZIP}{zip}"));
    place.neighborhood.clone().or(zip).unwrap_or_else(|| UNKNOWN.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_names_nobody() {
        for (workers, band) in
            [(None, "Not known"), (Some(0), "1 person"), (Some(11), "10 to 19 people"), (Some(500), "100 people or more")]
        {
            assert_eq!(size_band(workers), band);
            assert_eq!(SIZE_BANDS.contains(&band), workers.is_some());
        }
    }

    #[test]
    fn an_area_is_a_neighborhood_or_three_digits() {
        let place = Place { postal_code: Some("11222".to_owned()), street: Some("1 Dock St".to_owned()), ..Place::default() };
        assert_eq!(area(&place), "ZIP codes beginning with 112");
        assert_eq!(area(&Place { neighborhood: Some("Northgate".to_owned()), ..place }), "Northgate");
    }
}
