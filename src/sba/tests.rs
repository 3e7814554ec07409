//! Records as they are written, and a planted fault for each rule.

mod awkward;
mod certified;

use super::*;
use crate::values::{Day, InBusiness, LegalForm};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn session() -> Session {
    Session {
        client: "F-0412".to_owned(),
        number: "a2b3c4d5e6f7g2h3i4j5".to_owned(),
        location: Some("786".to_owned()),
        names: None,
        city: Some("Columbus".to_owned()),
        state: Some("OH".to_owned()),
        zip: Some("43215".to_owned()),
        may_survey: Some(true),
        signed_on: Some(day("2026-01-09")),
        is_on_file: Some(true),
        in_business: Some(InBusiness::Yes),
        naics: Some("311811".to_owned()),
        legal_form: Some(LegalForm::Cooperative),
        is_cooperative: true,
        workers: Some(7),
        started_on: Some(day("2019-04-01")),
        county_fips: Some("06037".to_owned()),
        seeking: Some("financing".to_owned()),
        media: vec!["word_of_mouth".to_owned(), "chamber".to_owned()],
        media_words: None,
        on: day("2026-03-05"),
        session_type: "telephone".to_owned(),
        topic: "other".to_owned(),
        topic_words: Some("Space".to_owned()),
        extra_topics: vec!["legal".to_owned()],
        languages: vec!["es".to_owned(), "en".to_owned()],
        contact: 25,
        prepare: 15,
        travel: 0,
        certifications: Vec::new(),
        certification_words: Vec::new(),
        referred: vec!["Space".to_owned(), "Technology transfer".to_owned()],
    }
}

fn names() -> Names {
    Names {
        first: "Rosa".to_owned(),
        last: "Delgado".to_owned(),
        email: Some("rosa@delgado.example".to_owned()),
        telephone: Some("+1 (614) 555-0139".to_owned()),
        street: Some("12 Mill Street".to_owned()),
        company: "Delgado Bakery".to_owned(),
        counselor: "Ada Okafor".to_owned(),
    }
}

fn training() -> Training {
    Training {
        number: "t2b3c4d5e6f7g2h3i4j5".to_owned(),
        location: Some("786".to_owned()),
        days: vec![day("2026-03-05"), day("2026-03-12")],
        minutes: 200,
        title: "Bidding on city work".to_owned(),
        city: Some("Columbus".to_owned()),
        state: Some("OH".to_owned()),
        zip: Some("43215".to_owned()),
        country: Some("united_states".to_owned()),
        total: Some(12),
        in_business: Some(8),
        not_yet: Some(4),
        topic: "government_contracts".to_owned(),
        partners: vec!["sbdc".to_owned()],
        other_partner: Some("Makers' Guild".to_owned()),
        format: "in_person".to_owned(),
        fee_cents: 4_550,
        language: "en".to_owned(),
        sponsor: Some("City of Columbus".to_owned()),
        cosponsor: None,
    }
}

fn chosen(codes: &[&str]) -> Told {
    Told::Chosen { codes: codes.iter().map(ToString::to_string).collect(), details: Vec::new(), words: String::new() }
}

fn answers() -> Answers {
    Answers {
        race: chosen(&["BLACK", "HISP"]),
        sex: chosen(&["FEMALE"]),
        disability: Told::Declined,
        military: Told::Nothing,
        veteran: chosen(&["VETERAN"]),
        women_bp: Some(5_100),
    }
}

fn written(session: &Session, answers: &Answers) -> Option<String> {
    let mut document = Document::counseling().unwrap();
    let done = session.write(answers, &mut document, &mut Vec::new()).unwrap();
    assert_eq!(document.records(), usize::from(done));
    document.finish().unwrap()
}

#[test]
fn a_session_is_written_in_the_order_of_the_schema_without_names() {
    insta::assert_snapshot!(written(&session(), &answers()).unwrap(), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <CounselingInformation>
      <CounselingRecord>
        <PartnerClientNumber>F-0412</PartnerClientNumber>
        <Location>
          <LocationCode>786</LocationCode>
        </Location>
        <ClientRequest>
          <AddressPart1>
            <City>Columbus</City>
            <State>Ohio</State>
            <ZipCode>43215</ZipCode>
            <Country>
              <Code>United States</Code>
            </Country>
          </AddressPart1>
          <SurveyAgreement>Yes</SurveyAgreement>
          <ClientSignature>
            <Date>2026-01-09</Date>
            <OnFile>Yes</OnFile>
          </ClientSignature>
        </ClientRequest>
        <ClientIntake>
          <Race>
            <Code>Black or African American</Code>
          </Race>
          <Ethnicity>Hispanic or Latino</Ethnicity>
          <Sex>Female</Sex>
          <Disability>Prefer not to say</Disability>
          <MilitaryStatus>Veteran</MilitaryStatus>
          <Media>
            <Code>Word of Mouth</Code>
            <Code>Chamber of Commerce</Code>
          </Media>
          <CurrentlyInBusiness>Yes</CurrentlyInBusiness>
          <BusinessType>Manufacturing</BusinessType>
          <BusinessOwnership>
            <Female>51.00</Female>
          </BusinessOwnership>
          <Employee_Owned>Yes</Employee_Owned>
          <TotalNumberOfEmployees>7</TotalNumberOfEmployees>
          <LegalEntity>
            <Code>Other</Code>
            <Other>Cooperative</Other>
          </LegalEntity>
          <FIPS_Code>06037</FIPS_Code>
          <CounselingSeeking>
            <Code>Business Financing/Capital Sources</Code>
          </CounselingSeeking>
        </ClientIntake>
        <CounselorRecord>
          <PartnerSessionNumber>a2b3c4d5e6f7g2h3i4j5</PartnerSessionNumber>
          <BusinessStartDatePart3>2019-04-01</BusinessStartDatePart3>
          <TotalNumberOfEmployees>7</TotalNumberOfEmployees>
          <CounselingProvided>
            <Code>Other</Code>
            <Other>Space</Other>
          </CounselingProvided>
          <ReferredClient>
            <Code>Other</Code>
            <Other>Space; Technology transfer</Other>
          </ReferredClient>
          <SessionType>Telephone</SessionType>
          <Language>
            <Code>Spanish</Code>
            <Code>English</Code>
          </Language>
          <DateCounseled>2026-03-05</DateCounseled>
          <CounselingHours>
            <Contact>0.42</Contact>
            <Prepare>0.25</Prepare>
          </CounselingHours>
        </CounselorRecord>
      </CounselingRecord>
    </CounselingInformation>
    "#);
}

#[test]
fn names_are_written_only_where_the_filing_asks_for_them() {
    let with = written(&Session { names: Some(names()), ..session() }, &answers()).unwrap();
    for word in ["Rosa", "Delgado", "rosa@delgado.example", "6145550139", "12 Mill Street", "Delgado Bakery", "Ada Okafor"] {
        assert!(with.contains(word), "{word}");
        assert!(!written(&session(), &answers()).unwrap().contains(word), "{word}");
    }
}

#[test]
fn the_form_stops_at_no_and_undetermined() {
    for (is, word) in [(InBusiness::No, "No"), (InBusiness::Undetermined, "Undetermined")] {
        let written = written(&Session { in_business: Some(is), ..session() }, &answers()).unwrap();
        assert!(written.contains(&format!("<CurrentlyInBusiness>{word}</CurrentlyInBusiness>")));
        for element in ["BusinessType", "TotalNumberOfEmployees", "LegalEntity", "BusinessStartDatePart3", "BusinessOwnership", "FIPS_Code"]
        {
            assert!(!written.contains(element), "{element}");
        }
        assert!(written.contains("<CounselingProvided>") && written.contains("<Contact>0.42</Contact>"));
    }
}

#[test]
fn without_an_answer_on_race_there_is_no_record_and_a_draft_has_no_part_two() {
    let unasked = Answers { race: Told::Nothing, ..answers() };
    assert_eq!(written(&session(), &unasked), None);
    let mut document = Document::counseling().unwrap();
    assert!(session().write_draft(&mut document).unwrap());
    let draft = document.finish().unwrap().unwrap();
    assert!(!draft.contains("ClientIntake") && draft.contains("<PartnerSessionNumber>"));
    let mut document = Document::counseling().unwrap();
    assert!(Session { names: Some(names()), ..session() }.write_draft(&mut document).unwrap());
    assert_eq!(document.finish().unwrap().unwrap(), draft, "a draft names nobody, whatever the filing asks for");
}

#[test]
fn what_is_written_otherwise_is_listed() {
    let losses: Vec<String> = session().losses().iter().map(|loss| format!("{}: {} > {}", loss.field, loss.held, loss.written)).collect();
    assert_eq!(
        losses,
        ["Contact time: 25 minutes > 0.42 hours", "A further topic: Legal issues > ", "Legal form: Cooperative > Other: Cooperative"]
    );
    let losses: Vec<String> = training().losses().iter().map(|loss| format!("{}: {} > {}", loss.field, loss.held, loss.written)).collect();
    assert_eq!(losses, ["Length: 200 minutes > 3.33 hours", "Fee: 4550 cents > 46 dollars"]);
}

/// Each rule of the form with a record that breaks it, where it is mended, and a word of what is said.
#[test]
fn a_planted_fault_in_each_rule_is_caught_before_anything_is_written() {
    use Mend as M;
    let long = |letters: usize| "x".repeat(letters);
    let named = |change: &dyn Fn(&mut Names)| {
        let mut names = names();
        change(&mut names);
        Session { names: Some(names), ..session() }
    };
    #[rustfmt::skip]
    let planted: Vec<(Session, Mend, &str)> = vec![
        (Session { number: long(21), ..session() },                      M::Record, "21 letters; the form takes 20"),
        (Session { number: String::new(), ..session() },                 M::Record, "no number"),
        (Session { client: long(21), ..session() },                      M::Client, "21 letters"),
        (Session { location: None, ..session() },                        M::Filing, "location code"),
        (Session { location: Some("0".to_owned()), ..session() },        M::Filing, "no number from 1"),
        (Session { location: Some("A7".to_owned()), ..session() },       M::Filing, "no number from 1"),
        (Session { city: Some(long(81)), ..session() },                  M::Client, "81 letters"),
        (Session { state: Some("ZZ".to_owned()), ..session() },          M::Client, "not on the official list"),
        (Session { zip: Some("4321".to_owned()), ..session() },          M::Client, "not five digits"),
        (Session { city: None, state: None, zip: None, ..session() },    M::Client, "Nothing is known of where"),
        (Session { county_fips: Some("637".to_owned()), ..session() },   M::Client, "county code"),
        (Session { workers: Some(32_768), ..session() },                 M::Client, "32767 workers"),
        (Session { is_on_file: None, ..session() },                      M::Intake, "agreement is on file"),
        (Session { signed_on: None, ..session() },                       M::Intake, "day on which they signed"),
        (Session { may_survey: None, ..session() },                      M::Intake, "survey them"),
        (Session { in_business: None, ..session() },                     M::Intake, "in business"),
        (Session { media: vec!["chamber".to_owned(); 14], ..session() }, M::Intake, "at most 13"),
        (Session { media_words: Some(long(81)), ..session() },           M::Intake, "81 letters"),
        (Session { on: day("2023-09-30"), ..session() },                 M::Record, "before 2023-10-01"),
        (Session { session_type: "carrier_pigeon".to_owned(), ..session() }, M::Record, "session type"),
        (Session { topic: "sourdough".to_owned(), ..session() },         M::Record, "topic"),
        (Session { languages: vec!["tlh".to_owned()], ..session() },     M::Record, "language"),
        (Session { languages: Vec::new(), ..session() },                 M::Record, "No language"),
        (Session { contact: 0, ..session() },                            M::Record, "no contact time"),
        (Session { travel: 600_000, ..session() },                       M::Record, "9999.99 hours"),
        (Session { referred: vec![long(256)], ..session() },             M::Record, "256 letters"),
        (Session { topic_words: Some(long(256)), ..session() },          M::Record, "256 letters"),
        (named(&|names| names.first = long(41)),                         M::Person, "41 letters"),
        (named(&|names| names.last = String::new()),                     M::Person, "first and a last name"),
        (named(&|names| names.telephone = Some("555-0139".to_owned())),  M::Person, "7 digits"),
        (named(&|names| names.email = Some("rosa@bakery".to_owned())),   M::Person, "e-mail"),
        (named(&|names| names.email = Some("ro sa@bakery.com".to_owned())), M::Person, "e-mail"),
        (named(&|names| names.street = Some(long(81))),                  M::Client, "81 letters"),
        (named(&|names| names.company = long(81)),                       M::Client, "81 letters"),
        (named(&|names| names.counselor = long(81)),                     M::Record, "81 letters"),
    ];
    for (session, mend, words) in planted {
        let faults = session.faults();
        assert_eq!(faults.len(), 1, "{words}: {faults:?}");
        assert!(faults[0].mend == mend && faults[0].words.contains(words), "{faults:?} does not say {words:?}");
        assert_eq!(written(&session, &answers()), None, "{words}");
    }
    for kind in ["prepare_only", "training", "update_only"] {
        assert_eq!(Session { contact: 0, session_type: kind.to_owned(), ..session() }.faults(), [], "{kind}");
    }
    assert_eq!(session().faults(), []);
}

#[test]
fn a_planted_fault_in_each_rule_of_a_training_is_caught() {
    let long = |letters: usize| "x".repeat(letters);
    #[rustfmt::skip]
    let planted: Vec<(Training, Mend, &str)> = vec![
        (Training { number: long(21), ..training() },                    Mend::Record, "21 letters"),
        (Training { location: None, ..training() },                      Mend::Filing, "location code"),
        (Training { days: Vec::new(), ..training() },                    Mend::Record, "No day"),
        (Training { minutes: 0, ..training() },                          Mend::Record, "0.01"),
        (Training { title: long(256), ..training() },                    Mend::Record, "256 letters"),
        (Training { zip: Some("43215-1".to_owned()), ..training() },     Mend::Record, "not five digits"),
        (Training { total: None, ..training() },                         Mend::Record, "How many came"),
        (Training { total: Some(0), ..training() },                      Mend::Record, "How many came"),
        (Training { total: Some(11), ..training() },                     Mend::Record, "only 11 came"),
        (Training { topic: "sourdough".to_owned(), ..training() },       Mend::Record, "topic"),
        (Training { format: "by_mail".to_owned(), ..training() },        Mend::Record, "format"),
        (Training { language: "tlh".to_owned(), ..training() },          Mend::Record, "language"),
        (Training { partners: vec!["guild".to_owned()], ..training() },  Mend::Record, "partner"),
        (Training { sponsor: Some(long(81)), ..training() },             Mend::Record, "81 letters"),
        (Training { fee_cents: 100_000_000_001, ..training() },          Mend::Record, "fees"),
    ];
    for (training, mend, words) in planted {
        let faults = training.faults();
        assert_eq!(faults.len(), 1, "{words}: {faults:?}");
        assert!(faults[0].mend == mend && faults[0].words.contains(words), "{faults:?} does not say {words:?}");
        let mut document = Document::training().unwrap();
        assert!(!training.write(&Heads::default(), &mut document).unwrap(), "{words}");
    }
}

#[test]
fn a_training_counts_each_person_in_every_answer_they_gave() {
    let mut heads = Heads::default();
    heads.add(&answers());
    heads.add(&Answers { race: chosen(&["ASIAN", "WHITE"]), sex: chosen(&["MALE"]), disability: chosen(&["YES"]), ..Answers::default() });
    heads.add(&Answers { race: Told::Declined, military: chosen(&["DISABLED_VETERAN"]), ..Answers::default() });
    heads.add(&Answers::default());
    heads.add_counted(&[("Female".to_owned(), 3), ("White".to_owned(), 2)]);
    let mut document = Document::training().unwrap();
    assert!(training().write(&heads, &mut document).unwrap());
    insta::assert_snapshot!(document.finish().unwrap().unwrap(), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <ManagementTrainingReport>
      <ManagementTrainingRecord>
        <PartnerTrainingNumber>t2b3c4d5e6f7g2h3i4j5</PartnerTrainingNumber>
        <Location>
          <LocationCode>786</LocationCode>
        </Location>
        <DateTrainingStarted>2026-03-05</DateTrainingStarted>
        <NumberOfSessions>2</NumberOfSessions>
        <TotalTrainingHours>3.33</TotalTrainingHours>
        <TrainingTitle>Bidding on city work</TrainingTitle>
        <TrainingLocation>
          <City>Columbus</City>
          <State>Ohio</State>
          <ZipCode>43215</ZipCode>
          <Country>
            <Code>United States</Code>
          </Country>
        </TrainingLocation>
        <NumberTrained>
          <Total>12</Total>
          <CurrentlyInBusiness>8</CurrentlyInBusiness>
          <NotYetInBusiness>4</NotYetInBusiness>
          <PersonWithDisabilities>1</PersonWithDisabilities>
          <Female>4</Female>
          <Male>1</Male>
          <Veterans>2</Veterans>
          <ServiceDisabledVeterans>1</ServiceDisabledVeterans>
          <Race>
            <Asian>1</Asian>
            <BlackOrAfricanAmerican>1</BlackOrAfricanAmerican>
            <White>3</White>
          </Race>
          <Ethnicity>
            <HispanicOrLatinoOrigin>1</HispanicOrLatinoOrigin>
            <NonHispanicOrLatinoOrigin>1</NonHispanicOrLatinoOrigin>
          </Ethnicity>
        </NumberTrained>
        <TrainingTopic>
          <Code>Government Contracting</Code>
        </TrainingTopic>
        <TrainingPartners>
          <Code>SBDC</Code>
          <Code>Other</Code>
          <Other>Makers&apos; Guild</Other>
        </TrainingPartners>
        <ProgramFormatType>In-person</ProgramFormatType>
        <DollarAmountOfFees>46</DollarAmountOfFees>
        <Language>
          <Code>English</Code>
        </Language>
        <SponsorName>City of Columbus</SponsorName>
      </ManagementTrainingRecord>
    </ManagementTrainingReport>
    "#);
    // More people in a group than came would be a mistake of ours or theirs, and is not written.
    heads.add_counted(&[("Female".to_owned(), 9)]);
    assert!(!training().write(&heads, &mut Document::training().unwrap()).unwrap());
}
