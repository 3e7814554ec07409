//! Which column is read as which field.

use super::*;
use crate::values::Vocabulary;

fn headers(text: &str) -> Vec<String> {
    text.split(',').map(str::to_owned).collect()
}

fn told(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(field, header)| ((*field).to_owned(), (*header).to_owned())).collect()
}

#[test]
fn headers_are_known_by_many_names() {
    let headers = headers("COMPANY NAME,Zip Code,e-mail,Phone #,Race/Ethnicity,Employees");
    let (mapping, errors) = map(ImportKind::Clients, None, None, &headers, &[]);
    assert_eq!(errors, [""; 0]);
    for (field, place) in [("name", 0), ("postal_code", 1), ("email", 2), ("telephone", 3), ("race", 4), ("workers", 5)] {
        assert_eq!(mapping.source(field), Some(&Source::Column(place)), "{field}");
    }
}

#[test]
fn a_mapping_can_be_told() {
    let headers = headers("Who,When,How much");
    let pairs = told(&[("name", "Who"), ("awarded_on", "when"), ("awarded", "How much"), ("kind", "=grant")]);
    let (mapping, errors) = map(ImportKind::Deployments, None, None, &headers, &pairs);
    assert_eq!(errors, [""; 0]);
    assert_eq!(mapping.source("kind"), Some(&Source::Fixed("grant".to_owned())));
    assert_eq!(mapping.source("awarded"), Some(&Source::Column(2)));
    let (_, errors) = map(ImportKind::Deployments, None, None, &headers, &told(&[("name", "Whom"), ("color", "Who")]));
    assert!(errors.iter().any(|words| words.contains("no column \"Whom\"")), "{errors:?}");
    assert!(errors.iter().any(|words| words.contains("no field \"color\"")), "{errors:?}");
}

#[test]
fn nobody_is_given_an_answer_and_no_answer_becomes_something_else() {
    let headers = headers("Name,Gender");
    for pairs in [told(&[("race", "=White")]), told(&[("product", "Gender")])] {
        let (_, errors) = map(ImportKind::Clients, None, None, &headers, &pairs);
        assert_eq!(errors.len(), 1, "{errors:?}");
    }
}

#[test]
fn what_a_file_needs_is_named() {
    let (_, errors) = map(ImportKind::Deployments, None, None, &headers("alpha,beta"), &[]);
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert!(errors.iter().all(|words| words.contains("--map") && words.contains("\"alpha\", \"beta\"")));
    let (_, errors) = map(ImportKind::Clients, None, None, &headers("Name,Name"), &[]);
    assert!(errors.iter().any(|words| words.contains("two columns are called")), "{errors:?}");
}

#[test]
fn a_preset_reads_its_own_headers_only() {
    let headers = headers("Date,Recipient,Industry,Amount,Note");
    let (mapping, errors) = map(ImportKind::Deployments, crate::import::presets::find("ppp"), None, &headers, &[]);
    assert_eq!(errors, [""; 0]);
    assert_eq!(mapping.unread(&headers), ["Industry", "Note"]);
    assert_eq!(mapping.source("kind"), Some(&Source::Fixed("loan".to_owned())));
}

#[test]
fn a_column_that_says_who_somebody_is_fills_nothing_else() {
    let headers = headers("Name,Heritage,Race");
    let errors = |pairs: &[(&str, &str)]| map(ImportKind::Clients, None, None, &headers, &told(pairs)).1;
    assert_eq!(errors(&[("race", "Heritage")]), [""; 0]);
    assert_eq!(
        errors(&[("race", "Heritage"), ("neighborhood", "Heritage")]),
        ["The column \"Heritage\" is read as \"Race and ethnicity\", so it cannot be read as \"Neighborhood\" too."]
    );
    assert!(!errors(&[("neighborhood", "Heritage"), ("race", "Heritage")]).is_empty());
    assert!(!errors(&[("neighborhood", "Race")]).is_empty());
}

#[test]
fn fields_have_names_of_their_own() {
    for kind in ImportKind::ALL.iter().copied() {
        let mut known = std::collections::BTreeSet::new();
        for field in of(kind) {
            for word in field.synonyms.split('|').filter(|word| !word.is_empty()).map(fold).collect::<std::collections::BTreeSet<_>>() {
                assert!(known.insert(word.clone()), "{word} twice");
            }
        }
    }
}

#[test]
fn a_kept_reading_names_what_a_file_does_not_have() {
    let mapping =
        [("name", "Firma"), ("postal_code", "PLZ"), ("language", "=es")].map(|(field, header)| (field.to_owned(), header.to_owned()));
    let kept = Kept {
        key: 1,
        id: crate::values::PublicId::from_bits([1; 16]),
        program: None,
        kind: ImportKind::Clients,
        name: "Bank list".to_owned(),
        mapping: mapping.into(),
        version: 1,
    };
    let (mapping, errors) = map(ImportKind::Clients, None, Some(&kept), &headers("PLZ,firma,City"), &[]);
    assert_eq!(errors, [""; 0]);
    assert_eq!((mapping.source("name"), mapping.source("city")), (Some(&Source::Column(1)), None));
    assert_eq!(mapping.source("language"), Some(&Source::Fixed("es".to_owned())));
    let (_, errors) = map(ImportKind::Clients, None, Some(&kept), &headers("Firma,City"), &[]);
    assert!(errors.len() == 1 && errors[0].contains("\"PLZ\" for \"ZIP code\"") && errors[0].contains("\"Firma\", \"City\""), "{errors:?}");
    assert_eq!(map(ImportKind::Clients, None, Some(&kept), &headers("Firma,City"), &told(&[("postal_code", "")])).1, [""; 0]);
}
