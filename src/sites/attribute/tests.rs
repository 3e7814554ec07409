//! What landlords and advisors type is read, or refused in a sentence.

use super::*;

fn read(name: &str, typed: &str) -> Option<Value> {
    find(name).and_then(|attribute| attribute.parse(typed).ok()).flatten()
}

#[test]
fn what_people_type_is_read() {
    for (name, typed, value) in [
        ("area_sq_ft", "5,200 sq ft", Value::Number(5200)),
        ("area_sq_ft", "5200.0", Value::Number(5200)),
        ("clear_height", "14", Value::Number(168)),
        ("clear_height", "14'6\"", Value::Number(174)),
        ("clear_height", "14.5 ft", Value::Number(174)),
        ("clear_height", "14 feet 6 inches", Value::Number(174)),
        ("power_amps", "400 amps", Value::Number(400)),
        ("power_amps", "400A", Value::Number(400)),
        ("rent_cents", "$18.50", Value::Number(1850)),
        ("rent_unit", "$/SF/yr", Value::Text("sq_ft_year".to_owned())),
        ("rent_basis", "Triple net", Value::Text("nnn".to_owned())),
        ("power_phase", "3-phase", Value::Text("three".to_owned())),
        ("power_volts", "277/480", Value::Text("277/480".to_owned())),
        ("truck_size", "53'", Value::Text("fifty_three".to_owned())),
        ("has_floor_drain", "Y", Value::Yes(true)),
        ("certifications", "kosher; Food grade, KOSHER", Value::Text("kosher, Food grade".to_owned())),
        ("latitude", "40.678234", Value::Number(40_678_234)),
        ("longitude", "-73.9", Value::Number(-73_900_000)),
    ] {
        assert_eq!(read(name, typed), Some(value), "{name} {typed}");
    }
}

#[test]
fn junk_is_refused_and_says_which_field() {
    for (name, typed) in [
        ("area_sq_ft", "-5"),
        ("area_sq_ft", "1e6"),
        ("area_sq_ft", "99999999999"),
        ("clear_height", "tall"),
        ("clear_height", "14'13\""),
        ("clear_height", "9999"),
        ("has_floor_drain", "maybe"),
        ("rent_unit", "per moon"),
        ("rent_cents", "twelve"),
        ("available_on", "soon"),
        ("latitude", "91"),
        ("longitude", "-180.1"),
        ("latitude", "40°"),
    ] {
        let attribute = find(name).unwrap();
        let complaint = attribute.parse(typed).unwrap_err().0;
        assert!(complaint.starts_with(attribute.label), "{complaint}");
        assert_eq!(attribute.parse("  "), Ok(None));
    }
}

#[test]
fn what_was_read_is_written_so_that_it_reads_the_same() {
    for (name, typed) in [
        ("clear_height", "14'6\""),
        ("longitude", "-73.900001"),
        ("rent_cents", "1,850.50"),
        ("area_sq_ft", "12,000"),
        ("available_on", "2027-01-01"),
        ("has_hvac", "no"),
        ("truck_size", "box"),
    ] {
        let value = read(name, typed).unwrap();
        let attribute = find(name).unwrap();
        assert_eq!(attribute.parse(&attribute.typed(&value)), Ok(Some(value)), "{name}");
    }
    assert_eq!(find("clear_height").unwrap().shown(&Value::Number(174)), "14 ft 6 in");
    assert_eq!(find("power_phase").unwrap().shown(&Value::Text("three".to_owned())), "3-phase");
    assert_eq!(find("power_amps").unwrap().shown(&Value::Number(1200)), "1,200 A");
}

#[test]
fn an_attribute_has_one_name_and_each_header_leads_to_one() {
    let mut known = std::collections::BTreeSet::new();
    assert!(all().all(|attribute| known.insert(attribute.name)));
    let mut headers = std::collections::BTreeSet::new();
    for attribute in of_sites() {
        let own: std::collections::BTreeSet<String> = [attribute.name, attribute.label]
            .into_iter()
            .chain(attribute.synonyms.split('|').filter(|word| !word.is_empty()))
            .map(crate::values::fold)
            .collect();
        for header in own {
            assert!(headers.insert(header.clone()), "{header} twice");
        }
    }
    assert!(all().all(|attribute| attribute.rule == Rule::Told || !attribute.ask.is_empty()), "what can be needed can be asked for");
}
