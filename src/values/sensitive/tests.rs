//! What is warned about, what is not, and which numbers are never taken.

use super::Why::{Birth, Group, Health, Number, Origin, Status};
use super::{Why, caught, names_somebody};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

fn whys(text: &str) -> Vec<Why> {
    caught(text).into_iter().map(|one| one.why).collect()
}

#[test]
fn words_about_papers_countries_numbers_health_and_groups_are_caught() {
    let table: &[(&str, &[Why])] = &[
        ("She has no papers yet", &[Status]),
        ("He got his green card in May", &[Status]),
        ("Asked about her immigration status.", &[Status]),
        ("Owner is undocumented", &[Status]),
        ("On an H-1B", &[Status]),
        ("He is not a citizen.", &[Status]),
        ("Afraid to be deported", &[Status]),
        ("La dueña es indocumentada", &[Status]),
        ("She was born in Puebla", &[Origin]),
        ("Country of birth: Haiti", &[Origin]),
        ("Her nationality came up", &[Origin]),
        ("Rosa is Mexican", &[Origin]),
        ("A Dominican family runs it", &[Origin]),
        ("They're originally from Ghana", &[Origin]),
        ("needs a new passport", &[Origin]),
        ("gave me her SSN", &[Number]),
        ("last four of the social security number are 1234", &[Number]),
        ("DOB 3/4/1980", &[Birth]),
        ("d.o.b. 3/4/1980", &[Birth]),
        ("born 1980, started in 2004", &[Birth]),
        ("She has cancer and misses weeks", &[Health]),
        ("Owner is disabled", &[Health]),
        ("He is deaf, please write", &[Health]),
        ("pregnant, due in June", &[Health]),
        ("was diagnosed with MS", &[Health]),
        ("Hispanic woman, very organized", &[Group]),
        ("The owner is Black", &[Group]),
        ("Rosa is Black", &[Group]),
        ("a black owner", &[Group]),
        ("is a veteran", &[Group]),
        ("Muslim, prays at noon", &[Group]),
        ("An Asian couple", &[Group]),
        ("he has covid, call next week", &[Health]),
        ("She is in the hospital until May", &[Health]),
        ("SSN and green card copied; she is Haitian", &[Number, Status, Origin]),
        ("GREEN CARD. Green card. green card", &[Status]),
    ];
    for (text, expected) in table {
        assert_eq!(whys(text), *expected, "{text}: {:?}", caught(text));
    }
}

#[test]
fn words_that_mean_something_else_are_let_through() {
    let friends = [
        "Passport control panel is ready for powder coating",
        "Polish the metal before plating",
        "Polish and pack by Friday",
        "The status of the order is open",
        "Met at the Hispanic Chamber of Commerce",
        "Needs green card stock for the boxes",
        "Pays by Visa, wants a card reader",
        "A blind hole in the flange, and black oxide on the outside",
        "The panel is black and the frame is white",
        "Outer race of the bearing is worn; race car parts",
        "The lathe is German, the press is Japanese",
        "Mexican food supplier, Chinese bakery next door",
        "The idea was born in a garage",
        "Undocumented process, nobody wrote the steps down",
        "Needs a hot work permit and a building permit",
        "Stroke of the press is 40 mm",
        "The alarm is disabled at night",
        "ICE machine out of order; deicing",
        "An industry veteran helps with pricing",
        "Bipolar plates for fuel cells",
        "Speaks Spanish and Mandarin; likes texts in Chinese",
        "Christian called back, and Faith will send the quote",
        "Catholic Charities has a kitchen",
        "Citizen lathe, 20 mm, used",
        "Mission: surface depression of 2 mm found at inspection",
        "Status meeting moved. Card readers come green or blue",
        "Inner race and outer race, two sizes",
        "Deportes Riverton wants jerseys; Mr. Parkinson called",
        "Slow since covid; the oven stands in the hospital kitchen",
        "Country of origin label for the boxes",
        "Paid with her Visa card; his name is White",
        "Makes surgery tables and wins a prize for corporate citizenship",
        "Birthday cake boxes, 2,000 a month",
        "MBE certificate expires in May",
        "Talked through power needs. The line draws 400 amps at 3-phase.",
        "株式会社 مصنع النور 🙂",
        "",
    ];
    for text in friends {
        assert_eq!(caught(text), [], "{text}");
    }
}

#[test]
fn what_is_caught_is_quoted_as_it_was_typed_and_once() {
    let words: Vec<String> = caught("Her Green Card, a green card; Née à “SSN”").into_iter().map(|one| one.words).collect();
    assert_eq!(words, ["Green Card", "SSN"]);
}

proptest! {
    #[test]
    fn any_text_is_looked_at_and_what_is_caught_stands_in_it(text in "\\PC*", before in "[ \n\t.;é🙂-]*") {
        let whole = format!("{before}{text} Green CARD{before}{text}");
        for one in caught(&whole) {
            prop_assert!(whole.contains(&one.words));
        }
        prop_assert_eq!(names_somebody(&format!("{text};912-70-1234;{text}")), true);
    }
}

#[test]
fn every_reason_is_said_in_a_sentence() {
    for why in [Status, Origin, Number, Birth, Health, Group] {
        assert!(why.words().ends_with('.') && !why.words().contains('!'), "{why:?}");
    }
}

#[test]
fn numbers_that_look_like_a_social_security_number_or_an_itin_are_seen() {
    let numbers = [
        "123-45-6789",
        "her number is 123-45-6789, she says",
        "912-70-1234",
        "123 45 6789",
        "123.45.6789",
        "123–45–6789",
        "123\u{2011}45\u{2011}6789",
        "１２３-４５-６７８９",
        "SSN 123456789",
        "itin: 912701234",
        "seguro social 123456789",
        "5 people; 123-45-6789",
    ];
    for text in numbers {
        assert!(names_somebody(text), "{text}");
    }
}

#[test]
fn other_numbers_are_not() {
    let others = [
        "718-555-0123",
        "+1 718 555 0123",
        "+49 123 45 6789",
        "EIN 12-3456789",
        "EIN 123456789",
        "2026-10-13",
        "10451-1234",
        "part 123-45-67890",
        "part 9123-45-6789",
        "part 123-45-6789-01",
        "1,234,567.89",
        "ssn 1234567890",
        "123-45.6789",
        "",
    ];
    for text in others {
        assert!(!names_somebody(text), "{text}");
    }
}
