//! Each wrong field of an indicator is named, and what is right reads back.

use super::*;

type Case = (&'static str, fn(&mut IndicatorForm));

fn whole() -> IndicatorForm {
    let text = str::to_owned;
    IndicatorForm {
        name: text("Leases signed"),
        question: text("benefits"),
        why: text("Who has a lease can plan"),
        numerator: text("outcomes"),
        numerator_kind: text("outcomes.lease_signed"),
        numerator_place: text("Northgate"),
        denominator: text("clients_served"),
        denominator_source: text("7"),
        per: text("quarter"),
        direction: text("up"),
        baseline: text("12.5"),
        baseline_source: text("Survey of the city"),
        baseline_year: text("2024"),
        target: text("20"),
        target_on: text("2027-12-31"),
        shareable: text("yes"),
        ..IndicatorForm::default()
    }
}

#[test]
fn an_indicator_reads_back_and_each_wrong_field_is_named() {
    let choices = Choices { places: vec!["Northgate".to_owned()], sources: vec![(7, "City".to_owned())] };
    let today = Day::parse("2026-11-30").unwrap();
    let facts = whole().facts(&mut Complaints::default(), &choices, today).unwrap();
    assert_eq!((facts.baseline.as_ref().unwrap().value, facts.target.unwrap().0), (1_250, 2_000));
    assert_eq!(IndicatorForm::of(&facts, 1).facts(&mut Complaints::default(), &choices, today), Some(facts));
    let cases: [Case; 19] = [
        ("name", |form| form.name = " ".to_owned()),
        ("question", |form| form.question = "race".to_owned()),
        ("numerator", |form| form.numerator = "race".to_owned()),
        ("numerator_kind", |form| form.numerator_kind = "services.coaching".to_owned()),
        ("numerator_place", |form| form.numerator_place = "Elsewhere".to_owned()),
        ("numerator_place", |form| (form.numerator, form.numerator_kind) = ("trainings".to_owned(), String::new())),
        ("numerator_source", |form| form.numerator_source = "7".to_owned()),
        ("denominator", |form| form.denominator = "sex".to_owned()),
        ("denominator", |form| {
            form.numerator = "clients_served".to_owned();
            (form.numerator_kind, form.numerator_place, form.numerator_source) = (String::new(), String::new(), "7".to_owned());
        }),
        ("denominator_source", |form| form.denominator_source = "8".to_owned()),
        ("denominator_source", |form| form.denominator = String::new()),
        ("per", |form| form.per = "week".to_owned()),
        ("direction", |form| form.direction = String::new()),
        ("baseline", |form| form.baseline = "many".to_owned()),
        ("baseline", |form| form.baseline = String::new()),
        ("baseline_source", |form| form.baseline_source = String::new()),
        ("baseline_year", |form| form.baseline_year = "2031".to_owned()),
        ("target", |form| form.target = "-4".to_owned()),
        ("target_on", |form| form.target_on = String::new()),
    ];
    for (field, change) in cases {
        let (mut form, mut complaints) = (whole(), Complaints::default());
        change(&mut form);
        assert!(form.facts(&mut complaints, &choices, today).is_none(), "{field}");
        assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
    }
}

#[test]
fn a_decision_is_named_and_words_are_neither_none_nor_too_many() {
    let form =
        |decision: &str, verdict: &str| DecideForm { decision: decision.to_owned(), verdict: verdict.to_owned(), ..DecideForm::default() };
    let id = DecisionId::from_bits([4; 16]).to_string();
    assert!(form(&id, "chosen").parse(&mut Complaints::default()).is_some());
    for wrong in [form("", "chosen"), form(&id, ""), form(&id, "retired")] {
        let mut complaints = Complaints::default();
        assert!(wrong.parse(&mut complaints).is_none() && complaints.on("decision").is_some(), "{wrong:?}");
    }
    for wrong in [String::new(), "x".repeat(1_001), "It is 123-45-6789".to_owned()] {
        let (form, mut complaints) = (WordsForm { words: wrong, ..WordsForm::default() }, Complaints::default());
        assert!(form.words(&mut complaints, "the comment", "Write it first").is_none() && complaints.on("words").is_some());
    }
}
