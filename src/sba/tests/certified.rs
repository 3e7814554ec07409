//! Certificates on form 641: part 3 names those that are good on the day, part 2 asks about 8(a) alone.

use super::*;

fn certified(codes: &[&str], words: &[&str]) -> Session {
    let owned = |texts: &[&str]| texts.iter().map(ToString::to_string).collect();
    Session { certifications: owned(codes), certification_words: owned(words), ..session() }
}

/// The elements of a name, as they are written, without the spaces between them.
fn element(record: &str, name: &str) -> Option<String> {
    let record: String = record.lines().map(str::trim).collect();
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let from = record.split_once(&open)?.1;
    Some(from.split_once(&close)?.0.to_owned())
}

#[test]
fn certificates_stand_once_each_between_the_workers_and_what_was_counseled() {
    let record = written(&certified(&["wosb", "sba_8a", "wosb"], &[]), &answers()).unwrap();
    assert_eq!(element(&record, "Certifications").unwrap(), "<Code>8(a)</Code><Code>Women-Owned Small Business</Code>");
    let part_3 = element(&record, "CounselorRecord").unwrap();
    let place = |name: &str| part_3.find(&format!("<{name}>")).unwrap();
    assert!(place("TotalNumberOfEmployees") < place("Certifications") && place("Certifications") < place("CounselingProvided"), "{part_3}");
}

#[test]
fn what_the_form_has_no_word_for_is_other_with_its_name_and_listed_as_a_loss() {
    let session = certified(&["mbe", "hubzone", "dbe", "other"], &["Minority Supplier of the Port"]);
    let record = written(&session, &answers()).unwrap();
    assert_eq!(
        element(&record, "Certifications").unwrap(),
        "<Code>Hubzones</Code><Code>Other</Code><Other>Minority business enterprise (MBE); Disadvantaged business enterprise (DBE); \
         Minority Supplier of the Port</Other>"
    );
    let losses: Vec<String> = session.losses().into_iter().filter(|loss| loss.field == "Certificate").map(|loss| loss.held).collect();
    assert_eq!(losses, ["Minority business enterprise (MBE)", "Disadvantaged business enterprise (DBE)"]);
    let long = certified(&["other"], &[&"x".repeat(256)]);
    assert!(long.faults().iter().any(|fault| fault.words.contains("256 letters")), "{:?}", long.faults());
    assert_eq!(written(&long, &answers()), None);
}

#[test]
fn part_two_says_yes_to_8a_where_it_is_known_and_never_no() {
    let of = |codes: &[&str]| element(&written(&certified(codes, &[]), &answers()).unwrap(), "ClientIntake_Certified8a");
    assert_eq!(of(&["sba_8a"]).as_deref(), Some("Yes"));
    assert_eq!(of(&["mbe", "small_disadvantaged"]), None);
    assert_eq!(of(&[]), None);
    let record = written(&certified(&["sba_8a"], &[]), &answers()).unwrap();
    let part_2 = element(&record, "ClientIntake").unwrap();
    let place = |name: &str| part_2.find(&format!("<{name}>")).unwrap();
    assert!(place("BusinessOwnership") < place("ClientIntake_Certified8a"), "{part_2}");
    assert!(place("ClientIntake_Certified8a") < place("Employee_Owned"), "{part_2}");
}

#[test]
fn without_a_certificate_there_is_no_element_and_the_form_stops_at_no() {
    assert_eq!(element(&written(&session(), &answers()).unwrap(), "Certifications"), None);
    let closed = Session { in_business: Some(InBusiness::No), ..certified(&["sba_8a", "mbe"], &[]) };
    let record = written(&closed, &answers()).unwrap();
    assert_eq!((element(&record, "Certifications"), element(&record, "ClientIntake_Certified8a")), (None, None));
    assert!(closed.losses().iter().any(|loss| loss.field == "About the business"));
}

#[test]
fn a_certificate_that_comes_or_goes_changes_what_the_record_holds() {
    let named = |session: &Session| -> Vec<String> {
        let certified = |path: &String| path.contains("Certif");
        session.facts().into_iter().filter(|(path, _)| certified(path)).map(|(path, text)| format!("{path} {text}")).collect()
    };
    assert_eq!(named(&session()), Vec::<String>::new());
    assert_eq!(
        named(&certified(&["sba_8a"], &[])),
        ["Business/ClientIntake_Certified8a Yes", "CounselingRecord/CounselorRecord/Certifications/Code 8(a)"]
    );
}
