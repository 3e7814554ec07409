//! Everything awkward that the rules let through.

use super::*;
use crate::values::codes::{self, List};
use crate::values::{InBusiness, LegalForm, Vocabulary};

/// What people type, at its worst: signs of markup, scripts that run leftward, no letters at all, and as much as the form takes.
const AWKWARD: &[&str] =
    &["Smith & Sons <\"Tools\">", "O'Brien; -- ]]>", "مخبز الأمل", "深圳王氏木工", "Niño’s Tortillería №5", "🔩🔧", "a b\u{a0}c\u{200f}"];

fn long(letters: usize, place: usize) -> String {
    AWKWARD[place % AWKWARD.len()].chars().cycle().take(letters).collect()
}

/// A record for every code of every list, and for everything awkward that the rules let through. With `FAIRFLOOR_SBA_OUT` the two files are
/// kept there, so that somebody who has the SBA's schemas can check them.
#[test]
fn whatever_the_rules_let_through_is_written() {
    let lists = |list| codes::rows(list).iter().map(|row| row.code.clone()).collect::<Vec<_>>();
    let (topics, kinds, languages) = (lists(List::Topics), lists(List::SessionTypes), lists(List::Languages));
    let certificates = lists(List::Certifications);
    let (states, media, military) = (
        lists(List::States),
        lists(List::Media),
        ["ACTIVE_DUTY", "GUARD", "RESERVE", "NO_SERVICE", "DISABLED_VETERAN", "SPOUSE", "VETERAN"],
    );
    let races = [vec!["AIAN"], vec!["ASIAN", "NHPI"], vec!["BLACK", "WHITE", "HISP"], vec!["HISP"], vec!["MENA"], vec![]];
    let (mut sessions, mut trainings) = (Document::counseling().unwrap(), Document::training().unwrap());
    for place in 0..126 {
        let of = |list: &[String]| list[place % list.len()].clone();
        let kind = of(&kinds);
        let has_contact = !matches!(kind.as_str(), "prepare_only" | "training" | "update_only");
        let names = (place % 2 == 0).then(|| Names {
            first: long(1 + place % 40, place),
            last: long(40, place + 1),
            email: (place % 3 == 0).then(|| format!("a.b_c-{place}@mail.example")),
            telephone: (place % 4 == 0).then(|| format!("(614) 555-{place:04}")),
            street: (place % 5 == 0).then(|| long(80, place)),
            company: long(80, place),
            counselor: long(80, place + 2),
        });
        let session = Session {
            client: format!("F-{place:04}"),
            number: format!("{place:020}"),
            location: Some(["1", "9999999", "00786"][place % 3].to_owned()),
            names,
            city: (place % 7 != 0).then(|| long(80, place)),
            state: Some(of(&states)),
            zip: (place % 3 != 1).then(|| "00501".to_owned()),
            may_survey: Some(place % 2 == 0),
            is_on_file: Some(place % 3 != 0),
            in_business: Some(InBusiness::ALL[place % 3]),
            naics: [Some("31"), Some("562111"), None, Some("999999")][place % 4].map(str::to_owned),
            legal_form: LegalForm::ALL.get(place % (LegalForm::ALL.len() + 1)).copied(),
            is_cooperative: place % 6 == 0,
            workers: [Some(0), Some(32_767), None][place % 3],
            started_on: (place % 2 == 0).then(|| day("1900-01-01")),
            county_fips: (place % 2 == 0).then(|| "06037".to_owned()),
            seeking: (place % 4 != 0).then(|| of(&topics)),
            media: media.iter().cycle().skip(place).take(place % 13).cloned().collect(),
            media_words: (place % 5 == 0).then(|| long(80, place)),
            certifications: certificates.iter().cycle().skip(place).take(place % 5).cloned().collect(),
            certification_words: if place % 3 == 0 { vec![long(80, place)] } else { Vec::new() },
            on: day(["2023-10-01", "2024-02-29", "2026-09-30"][place % 3]),
            session_type: kind,
            topic: of(&topics),
            topic_words: (place % 4 == 0).then(|| long(255, place)),
            languages: languages.iter().cycle().skip(place).take(1 + place % 4).cloned().collect(),
            contact: if has_contact { [1, 59, 599_999][place % 3] } else { 0 },
            prepare: [0, 7, 599_999][place % 3],
            travel: [1, 0, 121][place % 3],
            referred: if place % 5 == 0 { vec![long(200, place), "Space".to_owned()] } else { Vec::new() },
            ..session()
        };
        let words = if place % 6 == 5 || place % 9 == 0 { long(100, place) } else { String::new() };
        let race = Told::Chosen {
            codes: races[place % races.len()].iter().map(ToString::to_string).collect(),
            details: vec![("MENA".to_owned(), ["", "Lebanese", "Moroccan, Iraqi"][place % 3].to_owned())],
            words: words.clone(),
        };
        let answers = Answers {
            race: if place % 11 == 3 || (words.is_empty() && place % 6 == 5) { Told::Declined } else { race },
            sex: [chosen(&["FEMALE"]), chosen(&["MALE"]), Told::Declined, Told::Nothing][place % 4].clone(),
            disability: [chosen(&["YES"]), chosen(&["NO"]), Told::Declined, Told::Nothing][place % 4].clone(),
            military: if place % 8 == 7 { Told::Declined } else { chosen(&[military[place % 7]]) },
            veteran: Told::Nothing,
            women_bp: [Some(0), Some(10_000), Some(3_333), None][place % 4],
        };
        assert_eq!(session.faults(), [], "{place}");
        assert!(session.write(&answers, &mut sessions, &mut Vec::new()).unwrap(), "{place}");
        let mut heads = Heads::default();
        (0..place % 9).for_each(|_| heads.add(&answers));
        let training = Training {
            number: format!("{place:020}"),
            days: vec![day("2024-02-29"); 1 + place % 3],
            minutes: [1, 599_999, 95][place % 3],
            title: long(255, place),
            city: (place % 2 == 0).then(|| long(80, place)),
            state: (place % 2 == 0).then(|| of(&states)),
            zip: (place % 4 == 0).then(|| "00501".to_owned()),
            country: [Some("united_states"), Some("canada"), None][place % 3].map(str::to_owned),
            total: Some([100, 32_767, 1_000_000][place % 3]),
            in_business: (place % 2 == 0).then_some(0),
            not_yet: (place % 2 == 0).then_some(100),
            topic: of(&topics),
            partners: lists(List::TrainingPartners).into_iter().take(place % 14).collect(),
            other_partner: (place % 3 == 0).then(|| long(80, place)),
            format: of(&lists(List::TrainingFormats)),
            fee_cents: [0, 1, 100_000_000_000][place % 3],
            language: of(&languages),
            sponsor: (place % 2 == 0).then(|| long(80, place)),
            cosponsor: (place % 3 == 0).then(|| long(80, place)),
            ..training()
        };
        assert_eq!(training.faults(), [], "{place}");
        assert!(training.write(&heads, &mut trainings).unwrap(), "{place}");
    }
    assert_eq!((sessions.records(), trainings.records()), (126, 126));
    let (sessions, trainings) = (sessions.finish().unwrap().unwrap(), trainings.finish().unwrap().unwrap());
    assert!(!sessions.contains("/>") && !trainings.contains("/>"), "an empty element was written");
    if let Ok(folder) = std::env::var("FAIRFLOOR_SBA_OUT") {
        std::fs::write(format!("{folder}/awkward-641.xml"), sessions).unwrap();
        std::fs::write(format!("{folder}/awkward-888.xml"), trainings).unwrap();
    }
}
