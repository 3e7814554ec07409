//! Small made-up files, and what is read from them.

use super::read;
use crate::import::{File, Reading, presets};
use crate::values::{Day, ImportKind, JobBasis, LegalForm, NaicsEdition, Vocabulary};

fn today() -> Day {
    Day::parse("2026-11-30").expect("a day")
}

fn file(kind: ImportKind, preset: Option<&str>, bytes: &[u8]) -> File {
    File {
        name: "made-up.csv".to_owned(),
        content: crate::store::Content::from_bytes(bytes, &std::env::temp_dir()).expect("a file"),
        kind,
        preset: preset.and_then(presets::find),
        kept: None,
        adjustments: Vec::new(),
    }
}

fn clients(text: &str) -> Reading {
    read(&file(ImportKind::Clients, None, text.as_bytes()), None, today()).expect("a table")
}

fn resources(text: &str) -> Reading {
    read(&file(ImportKind::Deployments, None, text.as_bytes()), None, today()).expect("a table")
}

/// The shape of the loan file, with nobody from it.
const LOANS: &str = "Date,Recipient,BusinessType,NAICS,Industry,RaceEthnicity,Gender,Veteran,NonProfit,City,ZCTA,FIPS,County,MSA,Jobs,Amount\n\
    2020-04-03,Made Up Foundry Inc,Corp,333318,Machines,White,Female Owned,U,N,Macon,31201.0,13021,Bibb County,\"Macon-Bibb County, GA\",50,423000\n\
    2020-04-04,\"Made-Up Foundry, Inc.\",Chapter,331511,Iron,U,U,U,N,Macon,31201.0,13021,Bibb County,None,0,1000\n\
    2020-04-05,Invented Looms,Chapter,314110,Rugs,Martian,Male Owned,Veteran,N,,,,,,4,20000.50\n";

#[test]
fn the_loan_file_is_read_by_its_preset() {
    let reading = read(&file(ImportKind::Deployments, Some("ppp"), LOANS.as_bytes()), None, today()).expect("a table");
    assert_eq!((reading.errors.as_slice(), reading.row_count, reading.entries.len()), (&[][..], 3, 3));
    let first = &reading.entries[0];
    assert_eq!(first.place.postal_code.as_deref(), Some("31201"));
    assert_eq!(first.naics, Some(("333318".to_owned(), Some(NaicsEdition::Naics2017))));
    assert_eq!((first.legal_form, first.workers), (Some(LegalForm::Corporation), Some(50)));
    assert_eq!(first.place.metro.as_deref(), Some("Macon-Bibb County, GA"));
    let award = first.award.as_ref().expect("a loan");
    assert_eq!((award.kind.code(), award.awarded.map(|amount| amount.value), award.delivered), ("loan", Some(42_300_000), None));
    assert_eq!(reading.entries[1].place.metro, None);
    assert_eq!(reading.entries[1].legal_form_typed.as_deref(), Some("Chapter"));
    assert_eq!(presets::find("ppp").map(|preset| preset.workers), Some(JobBasis::ReportedByBorrower));
    let chapter = reading.questions.iter().find(|question| question.typed == "Chapter").expect("a question");
    assert_eq!((chapter.row_count, chapter.lines.as_slice(), chapter.header.as_str()), (2, &[3, 4][..], "BusinessType"));
    assert_eq!(
        reading.coverage.iter().map(|known| (known.what.as_str(), known.unknown)).collect::<Vec<_>>(),
        [("race", 2), ("sex", 1), ("veteran", 2)]
    );
    assert_eq!(reading.mapping.unread(&reading.headers), ["Industry", "NonProfit"]);
}

#[test]
fn a_word_about_race_is_counted_and_never_shown() {
    let reading = read(&file(ImportKind::Deployments, Some("ppp"), LOANS.as_bytes()), None, today()).expect("a table");
    let asked: Vec<_> = reading.questions.iter().filter(|question| question.header == "RaceEthnicity").collect();
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].row_count, asked[0].typed.as_str(), asked[0].lines.len()), (1, "", 0));
    assert!(reading.questions.iter().all(|question| !question.words.contains("Martian") && !question.typed.contains("Martian")));
}

#[test]
fn complaints_name_line_and_column() {
    let reading = resources(
        "Business,Kind,Date,Amount\nAcme,loan,2026-01-05,100\nBeta,loan,2026-02-31,100\nGamma,loan,2026-01-05,-7\n,loan,2026-01-05,1\nDelta,gift,2026-01-05,1\nEta,loan,,1\nIota,loan,2026-01-05,\n",
    );
    assert_eq!(reading.error_count, 6, "{:#?}", reading.errors);
    for (error, start) in reading.errors.iter().zip([
        "Line 3, column \"Date\": ",
        "Line 4, column \"Amount\": An amount cannot be negative. You typed",
        "Line 5, column \"Business\": Fill in the name",
        "Line 6, column \"Kind\": Write grant, loan",
        "Line 7, column \"Date\": Write the date",
        "Line 8, column \"Amount\": Write the amount",
    ]) {
        assert!(error.starts_with(start), "{error}");
    }
    assert_eq!(reading.entries.len(), 1);
}

#[test]
fn lines_are_those_of_the_file() {
    let reading = resources("Business,Kind,Date,Amount\n\"two\nlines\",loan,2026-01-05,100\n\nBeta,loan,yesterday,1\n");
    assert!(reading.errors[0].starts_with("Line 2, column \"Business\""), "{:?}", reading.errors);
    assert!(reading.errors[1].starts_with("Line 5, column \"Date\""), "{:?}", reading.errors);
}

#[test]
fn what_may_be_missing_is_asked_about_and_left_unset() {
    let reading =
        clients("Name,ZIP,Email,Workers,NAICS,Stage\nAcme,2134,nobody,few,999,later\nBeta,31201-0001,b@example.org,12,445110,Start-up\n");
    assert_eq!(reading.error_count, 0, "{:?}", reading.errors);
    let acme = &reading.entries[0];
    assert!(acme.place.postal_code.is_none() && acme.contact.email.is_none() && acme.workers.is_none() && acme.stage.is_none());
    let typed: Vec<&str> = reading.questions.iter().map(|question| question.typed.as_str()).collect();
    for word in ["2134", "nobody", "few", "later"] {
        assert!(typed.contains(&word), "{word} in {typed:?}");
    }
    assert_eq!(reading.entries[1].naics, Some(("445110".to_owned(), None)));
}

#[test]
fn codes_keep_the_edition_they_belong_to() {
    let reading = clients("Name,NAICS\nAcme,311811\nBeta,333318\nGamma,339998\n");
    assert_eq!(reading.entries[0].naics.as_ref().map(|(_, edition)| *edition), Some(Some(NaicsEdition::Naics2022)));
    assert_eq!(reading.entries[1].naics.as_ref().map(|(_, edition)| *edition), Some(Some(NaicsEdition::Naics2017)));
    assert_eq!(reading.entries[2].naics, None);
}

#[test]
fn names_of_any_script_and_formulas_are_names() {
    let reading = clients("Name\nPanadería Núñez\n株式会社\nمصنع النور\n=HYPERLINK(\"\"x\"\")\n'@home Bakery\n");
    let names: Vec<&str> = reading.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Panadería Núñez", "株式会社", "مصنع النور", "=HYPERLINK(\"\"x\"\")", "@home Bakery"]);
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode("Name;City\nPanadería Núñez;Dalton\n");
    let reading = read(&file(ImportKind::Clients, None, &windows), None, today()).expect("a table");
    assert_eq!((reading.entries[0].name.as_str(), reading.encoding.as_str()), ("Panadería Núñez", "Windows-1252, semicolon"));
    let reading = clients("\u{feff}Name,City\nAcme,Dalton\n");
    assert_eq!(reading.headers[0], "Name");
}

#[test]
fn a_sign_that_nobody_sees_stops_the_file_by_line_column_and_place() {
    let reading = clients("Name,City\nAcme\u{202e}skroW,Macon\nBeta,Ma\u{200b}con\nمصنع النور,Macon\nGamma,नई\u{200d} दिल्ली\n");
    assert_eq!(reading.error_count, 2, "{:#?}", reading.errors);
    assert!(
        reading.errors[0].starts_with("Line 2, column \"Name\": Character 5 in the name of the business cannot be seen"),
        "{:?}",
        reading.errors
    );
    assert!(reading.errors[1].starts_with("Line 3, column \"City\": Character 3 in this text cannot be seen"), "{:?}", reading.errors);
    assert!(reading.questions.is_empty(), "nobody is asked what they cannot see");
}

#[test]
fn a_huge_note_stops_the_file_in_plain_words() {
    let note = "x".repeat(10 * 1024 * 1024);
    let reading = resources(&format!("Business,Kind,Date,Amount,Note\nAcme,loan,2026-01-05,100,{note}\n"));
    assert_eq!(reading.error_count, 1);
    assert!(reading.errors[0].starts_with("Line 2, column \"Note\": this text has 10,485,760 characters"), "{}", reading.errors[0]);
}

#[test]
fn a_row_that_does_not_fit_is_named() {
    let reading = clients("Name,City\nAcme,Dalton,GA\nBeta\nGamma,Rome,,\n");
    assert!(reading.errors[0].starts_with("Line 2: this row has 3 cells"));
    assert!(reading.errors[1].starts_with("Line 3: this row has 1 cells"));
    assert_eq!(reading.entries.len(), 1);
}

#[test]
fn a_wrong_file_is_told_what_is_missing() {
    let reading = clients("alpha,beta\n1,2\n");
    assert!(reading.errors[0].contains("No column is read as \"Name of the business\""), "{:?}", reading.errors);
    assert!(
        read(&file(ImportKind::Clients, None, b"Name\n\"Acme\nBeta\n"), None, today())
            .is_err_and(|complaint| complaint.to_string().starts_with("Line 2:"))
    );
    assert_eq!(clients("Name\n").error_count, 1);
    for first in ["x".repeat(100_000), "a,".repeat(1000)] {
        assert!(read(&file(ImportKind::Clients, None, format!("{first}\n1\n").as_bytes()), None, today()).is_err());
    }
}

#[test]
fn another_kind_of_resource_has_its_own_unit() {
    let reading = resources("Business,Kind,Date,Amount\nAcme,space,2026-01-05,5200\nBeta,lab time,1/6/2026,1.5\n");
    let values: Vec<_> =
        reading.entries.iter().filter_map(|entry| entry.award.as_ref()?.awarded).map(|amount| (amount.value, amount.unit.code())).collect();
    assert_eq!(values, [(5200, "square_feet"), (90, "lab_minutes")]);
}

/// The cells of a small table as a workbook, below two empty rows.
fn workbook(text: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for (row, record) in (2..).zip(reader.records().map(Result::unwrap)) {
        for (column, cell) in (0_u16..).zip(record.iter()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_as_the_same_table_saved_as_csv_is() {
    let reading = |bytes: &[u8]| read(&file(ImportKind::Deployments, Some("ppp"), bytes), None, today()).expect("a table");
    let (csv, book) = (reading(LOANS.as_bytes()), reading(&workbook(LOANS)));
    assert_eq!((&csv.headers, csv.row_count, &csv.errors), (&book.headers, book.row_count, &book.errors));
    assert_eq!(csv.entries.len(), book.entries.len());
    for (one, other) in csv.entries.iter().zip(&book.entries) {
        assert_eq!((&one.name, &one.naics, &one.place, one.line + 2), (&other.name, &other.naics, &other.place, other.line));
        let awarded = |entry: &crate::import::Entry| entry.award.as_ref().map(|award| (award.awarded, award.awarded_on));
        assert_eq!(awarded(one), awarded(other));
    }
    let lines = |reading: &Reading| reading.questions.iter().flat_map(|question| question.lines.clone()).collect::<Vec<u64>>();
    assert_eq!(lines(&csv).iter().map(|line| line + 2).collect::<Vec<u64>>(), lines(&book));
    assert_eq!(book.encoding, "Excel workbook, sheet “Sheet1”");
    let far = read(&file(ImportKind::Clients, None, &workbook("name,city\nA,Rome,stray\n")), None, today()).expect("a table");
    assert_eq!(
        far.errors,
        ["Line 4: there is text to the right of the last column that has a name. Name that column, or take the text out."]
    );
}

#[test]
fn a_title_above_the_names_of_the_columns_is_passed_over_and_said() {
    let reading =
        clients("City of Riverton: certified vendors,,\n\nRun on 11/30/2026,,\nBusiness name,City,ZIP\nMade Up Foundry,Macon,31201\n");
    assert_eq!((reading.errors.as_slice(), reading.entries.len()), (&[][..], 1));
    assert!(reading.encoding.ends_with("2 lines above the names of the columns not read"), "{}", reading.encoding);
    assert_eq!(reading.entries[0].line, 5);
    // A file of one column has no title, and a title needs a line of names below it.
    assert_eq!(clients("Business name\nMade Up Foundry\nInvented Looms\n").entries.len(), 2);
    let two = clients("Business name,City\nMade Up Foundry,\nInvented Looms,Macon\n");
    assert_eq!((two.entries.len(), two.encoding.contains("above")), (2, false));
}

#[test]
fn a_line_of_totals_is_refused_by_its_line() {
    for total in ["TOTAL", "Grand total:", " Sub-total "] {
        let reading = clients(&format!("Business name,City,Workers\nTotal Plastics,Macon,4\n{total},,4\n"));
        assert_eq!(reading.error_count, 1, "{total}");
        assert!(reading.errors[0].contains("Line 3") && reading.errors[0].contains("a line of totals"), "{:?}", reading.errors);
    }
}

#[test]
fn a_no_is_read_with_its_day_and_never_beside_an_award() {
    let table = "Business name,Award type,Amount requested,Application date,Award amount,Date denied\n";
    let read_one = |row: &str| resources(&format!("{table}{row}\n"));
    let refused = read_one("Made Up Foundry,loan,9000,2026-03-02,,2026-04-09");
    let award = refused.entries[0].award.as_ref().unwrap();
    assert_eq!((award.refused_on, award.awarded, award.day()), (Some(Day::parse("2026-04-09").unwrap()), None, award.applied_on));
    let both = read_one("Made Up Foundry,loan,9000,2026-03-02,9000,2026-04-09");
    assert!(both.error_count == 1 && both.errors[0].contains("refused, and that it was awarded"), "{:?}", both.errors);
    let never_asked = read_one("Made Up Foundry,loan,,,,2026-04-09");
    assert!(never_asked.error_count > 0, "a no to nothing is no answer");
}
