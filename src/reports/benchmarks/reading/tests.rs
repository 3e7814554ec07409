//! Small made-up files with every trap of the real ones.

use super::super::{NewBenchmark, Place, Said};
use super::{Reading, read};
use crate::error::Error;
use crate::values::{BenchmarkForm, BenchmarkMeasure, CellFlag, GeoLevel, GroupScheme, Line, Universe};

/// Group, code by column (sex, ethnicity, race, veteran), name, firms, error.
#[rustfmt::skip]
const ROWS: &[([&str; 4], &str, &str, &str)] = &[
    (["001", "001", "00", "001"], "All firms", "1000", "0.5"),
    (["001", "001", "30", "001"], "White", "700", "1.4"),
    (["001", "001", "40", "001"], "Black or African American", "90", "7.3"),
    (["001", "001", "70", "001"], "Native Hawaiian and Other Pacific Islander", "0", "0.0"),
    (["001", "001", "90", "001"], "Minority", "250", "3.5"),
    (["001", "001", "91", "001"], "Equally minority/nonminority", "20", "16.2"),
    (["001", "001", "92", "001"], "Nonminority", "662", "1.6"),
    (["001", "001", "96", "001"], "All firms classifiable by gender, ethnicity, race, and veteran status", "930", "0.6"),
    (["001", "001", "98", "001"], "Publicly held and other firms not classifiable", "69", "5.3"),
    (["001", "020", "00", "001"], "Hispanic", "120", "9.3"),
    (["001", "028", "00", "001"], "Equally Hispanic/non-Hispanic", "10", "21.9"),
    (["001", "029", "00", "001"], "Non-Hispanic", "800", "0.8"),
    (["001", "096", "00", "001"], "All firms classifiable", "930", "0.6"),
    (["002", "001", "00", "001"], "Female-owned", "300", "2.0"),
    (["003", "001", "00", "001"], "Male-owned", "600", "1.0"),
    (["004", "001", "00", "001"], "Equally male-/female-owned", "31", "9.0"),
    (["096", "001", "00", "001"], "All firms classifiable", "930", "0.6"),
    (["001", "001", "00", "002"], "Veteran-owned", "S", "S"),
    (["002", "001", "40", "001"], "Black women", "40", "9.9"),
];

const HEADER: &str =
    "GEO_ID,NAME,NAICS2017,NAICS2017_LABEL,SEX,ETH_GROUP,RACE_GROUP,RACE_GROUP_LABEL,VET_GROUP,YEAR,FIRMPDEMP,FIRMPDEMP_S,EMP,EMP_S";

/// The rows as a CSV. `changed` rewrites a line.
fn csv(before: &str, changed: impl Fn(String) -> String) -> String {
    let line = |(codes, label, firms, error): &([&str; 4], &str, &str, &str)| {
        let [sex, ethnicity, race, veteran] = codes;
        changed(format!(
            "310M200US99999,\"Riverton, OH Metro Area\",48-49(661),Transportation(661),{sex},{ethnicity},{race},\"{label}\",{veteran},2017,{firms},{error},,S"
        ))
    };
    let lines: Vec<String> = ROWS.iter().map(line).collect();
    format!("{before}{HEADER}\n{}\n", lines.join("\n"))
}

fn whole(text: &str) -> Reading {
    let reading = read(text.as_bytes(), &Said::default()).unwrap();
    assert_eq!(reading.errors, Vec::<String>::new());
    reading
}

fn refused(text: &str) -> String {
    match read(text.as_bytes(), &Said::default()) {
        Err(Error::Rejected(words)) => words,
        Err(cause) => panic!("{cause}"),
        Ok(reading) => {
            assert!(reading.error_count > 0, "{text}");
            reading.errors.join("\n")
        }
    }
}

fn firms(benchmark: &NewBenchmark, scheme: GroupScheme, code: i64) -> Result<i64, CellFlag> {
    benchmark.cells[&Place { scheme, code, measure: BenchmarkMeasure::Firms }].value
}

#[test]
fn census_columns_with_one_header() {
    let reading = whole(&csv("\u{feff}", |line| line));
    assert_eq!((reading.form, reading.rows, reading.benchmarks.len()), (BenchmarkForm::OneHeader, ROWS.len(), 1));
    let one = &reading.benchmarks[0];
    assert_eq!((one.facts.naics.as_str(), one.facts.naics_label.as_deref()), ("48-49", Some("Transportation")));
    assert_eq!((one.facts.geo_level, one.facts.reference_year, one.facts.vintage), (GeoLevel::Metro, 2017, None));
    assert_eq!(one.facts.naics_version.as_deref(), Some("2017"));
    assert_eq!(firms(one, GroupScheme::Race, 96), Ok(930));
    assert_eq!(firms(one, GroupScheme::Veteran, 2), Err(CellFlag::Poor), "S is missing, never 0");
    assert_eq!(firms(one, GroupScheme::Race, 70), Ok(0), "and 0 is 0");
    let black = &one.cells[&Place { scheme: GroupScheme::Race, code: 40, measure: BenchmarkMeasure::Firms }];
    assert_eq!((black.rse_e2, black.denominator), (Some(730), Some(96)), "a share is one of the classifiable");
    let employees = &one.cells[&Place { scheme: GroupScheme::Race, code: 40, measure: BenchmarkMeasure::Employees }];
    assert_eq!((employees.value, employees.rse_e2), (Err(CellFlag::Poor), None), "EMP blank with EMP_S = S");
    assert!(reading.notes[0].starts_with("1 row left out: two kinds of group at once"), "{:?}", reading.notes);
    assert_eq!(reading.figures(), (36, 19));
}

#[test]
fn two_header_rows_and_lost_zeros_make_the_same_benchmark() {
    let with_labels = |text: &str, labels: &str| text.replacen('\n', &format!(",\n{labels}\n"), 1);
    let labels = "id,Geographic Area Name,2017 NAICS code,Meaning of NAICS code,Sex code,Ethnicity code,Race code,Meaning of Race code,Veteran code,Year,Number of employer firms,Relative standard error,Number of employees,Relative standard error";
    let lost = csv("", |line| {
        line.replace(",001,", ",1,")
            .replace(",001,", ",1,")
            .replace(",00,", ",0,")
            .replace(",020,", ",20,")
            .replace(",096,", ",96,")
            .replace(",002,", ",2,")
    });
    let reading = whole(&with_labels(&lost, labels));
    assert_eq!(reading.form, BenchmarkForm::TwoHeaders);
    let (got, want) = (&reading.benchmarks[0], &whole(&csv("", |line| line)).benchmarks[0]);
    assert_eq!((&got.facts, got.cells.len()), (&want.facts, want.cells.len()));
    assert!(
        got.cells.iter().zip(&want.cells).all(|((a, one), (b, other))| a == b && one.value == other.value && one.line == other.line + 1)
    );
}

#[test]
fn the_answer_of_the_api() {
    let row = |year: &str, codes: [&str; 4], firms: &str, flag: &str| {
        let flag = if flag.is_empty() { "null".to_owned() } else { format!("\"{flag}\"") };
        format!(r#"["{}","{}","{}","{}","{year}","31-33","001","{firms}",{flag},"1.0","12060"]"#, codes[0], codes[1], codes[2], codes[3])
    };
    let place = "metropolitan statistical area/micropolitan statistical area";
    let text = format!(
        "[[\"SEX\",\"ETH_GROUP\",\"RACE_GROUP\",\"VET_GROUP\",\"YEAR\",\"NAICS2022\",\"EMPSZFI\",\"FIRMPDEMP\",\"FIRMPDEMP_F\",\"FIRMPDEMP_S\",\"{place}\"],\n{},\n{},\n{},\n{}]",
        row("2021", ["001", "001", "00", "001"], "500", ""),
        row("2021", ["001", "001", "96", "001"], "480", ""),
        row("2021", ["001", "001", "40", "001"], "0", "D"),
        row("2021", ["001", "001", "60", "001"], "44", "").replace("\"31-33\",\"001\"", "\"31-33\",\"611\""),
    );
    let said = Said { vintage: Some(2022), source: Some(Line::parse("Census, by hand", "source").unwrap()), ..Said::default() };
    let reading = read(text.as_bytes(), &said).unwrap();
    assert_eq!((reading.form, reading.error_count), (BenchmarkForm::Api, 0), "{:?}", reading.errors);
    let one = &reading.benchmarks[0];
    assert_eq!((one.facts.reference_year, one.facts.vintage), (2021, Some(2022)), "the year counted is not the year published");
    assert_eq!((one.facts.geo_level, one.facts.geo_id.as_str()), (GeoLevel::Metro, "310M000US12060"));
    assert_eq!(one.facts.source, "Census, by hand");
    assert_eq!(firms(one, GroupScheme::Race, 40), Err(CellFlag::Withheld), "0 beside a D is missing");
    assert!(reading.notes[0].contains("one size or age only"));
    let earlier = read(text.as_bytes(), &Said { vintage: Some(2020), ..Said::default() }).unwrap();
    assert!(earlier.errors[0].contains("cannot have been published in 2020"), "{:?}", earlier.errors);
    assert!(refused(&text[..text.len() - 30]).contains("cut off"));
    assert!(refused(r#"{"error":"unknown variable"}"#).contains("list of lists"));
    assert!(refused(r#"[["A"],[["deep"]]]"#).contains("list of lists"));
}

#[test]
fn a_bulk_file_names_its_place_by_codes() {
    let header = "#GEOTYPE|ST|COUNTY|GEO_TTL|NAICS2017|SEX|ETH_GROUP|RACE_GROUP|VET_GROUP|YEAR|FIRMNOPD|FIRMNOPD_S|RCPNOPD";
    let text = format!(
        "{header}\n02|13|000|Georgia|00|001|001|00|001|2019|800|0.1|9\n02|13|000|Georgia|00|001|001|96|001|2019|799|0.1|9\n02|13|000|Georgia|00|001|001|40|001|2019|300|0.4|20 to 99 employees\n"
    );
    let reading = whole(&text);
    assert_eq!(reading.form, BenchmarkForm::Bulk);
    let one = &reading.benchmarks[0];
    assert_eq!((one.facts.geo_level, one.facts.geo_id.as_str(), one.facts.geo_name.as_str()), (GeoLevel::State, "0400000US13", "Georgia"));
    assert_eq!((one.facts.universe, one.facts.dataset.as_str()), (Universe::Nonemployer, "Nonemployer Statistics by Demographics"));
    let receipts = &one.cells[&Place { scheme: GroupScheme::Race, code: 40, measure: BenchmarkMeasure::Receipts }];
    assert_eq!(receipts.value, Err(CellFlag::Range), "a range is missing");
}

const LONG: &str = "benchmark_id,source,dataset,vintage,reference_year,geo_level,geo_id,geo_name,naics,naics_version,universe,group_scheme,group_code,group_label,measure,value,rse_pct,flag,denominator_code,retrieved_on,url,sha256\n";

fn long(rows: &[&str]) -> String {
    let row = |row: &&str| format!("riverton,Made up,Survey,2017,2016,metro,x1,\"Riverton, OH\",00,2012,employer,{row},2026-01-01,,\n");
    format!("{LONG}{}", rows.iter().map(row).collect::<String>())
}

#[test]
fn the_long_form_writes_everything_out() {
    let reading = whole(&long(&[
        "race,00,All,firms,1000,0.5,,",
        "race,96,Classifiable,firms,930,0.6,,",
        "race,40,Black,firms,90,7.3,,96",
        "race,60,Asian,firms,,,D,96",
    ]));
    assert_eq!(reading.form, BenchmarkForm::Long);
    let one = &reading.benchmarks[0];
    assert_eq!((one.facts.vintage, one.facts.retrieved_on.map(|day| day.to_string()).as_deref()), (Some(2017), Some("2026-01-01")));
    assert_eq!(firms(one, GroupScheme::Race, 60), Err(CellFlag::Withheld));
    for (row, words) in [
        ("race,40,Black,firms,90,7.3,,", "denominator_code is empty"),
        ("race,40,Black,firms,90,7.3,,00", "whose owners are known"),
        ("race,40,Black,firms,90,7.3,,96", "its whole, race 96, stands nowhere"),
        ("race,40,Black,people,90,7.3,,96", "people are not counted"),
        ("race,41,Black,firms,90,7.3,,96", "no code of race"),
        ("color,40,Black,firms,90,7.3,,96", "is none of: whole, race"),
        ("race,40,Black,firms,ninety,7.3,,96", "no count"),
        ("race,40,Black,firms,90,high,,96", "no percentage"),
        ("race,96,Minority,firms,90,1.0,,", "called a minority"),
    ] {
        let got = refused(&long(&[row]));
        assert!(got.starts_with("Line 2: ") && got.contains(words), "{row}: {got}");
    }
    let other_place = long(&["race,96,C,firms,930,0.6,,"])
        + "riverton,Made up,Survey,2017,2016,metro,x2,Elsewhere,00,2012,employer,race,40,B,firms,9,1,,96,,,\n";
    assert!(refused(&other_place).contains("Line 3: place, industry, year or source differ"));
    assert!(refused(&LONG.replace("value,", "")).contains("no rows"));
    assert!(refused(&(LONG.replace("value,", "") + "x\n")).contains("no column value"));
}

#[test]
fn a_file_that_calls_classifiable_a_minority_is_refused_by_name() {
    let wrong = csv("", |line| line.replace("\"All firms classifiable by gender, ethnicity, race, and veteran status\"", "\"Minority\""));
    let words = refused(&wrong);
    assert!(words.contains("Line 9: RACE_GROUP: the code 96 is called a minority") && words.contains("owners of color are 90"), "{words}");
}

#[test]
fn what_does_not_add_up_names_its_rows() {
    let words = refused(&csv("", |line| line.replace(",250,3.5,", ",253,3.5,")));
    assert!(
        words.contains("90 Minority (line 6: 253)") && words.contains("add up to 935") && words.contains("in line 9 is 930"),
        "{words}"
    );
    let words = refused(&csv("", |line| line.replace(",69,5.3,", ",60,5.3,")));
    assert!(words.contains("the total (00) in line 2 is 1,000"), "{words}");
    // Within two either way: the rows as they are differ by one and by two.
    whole(&csv("", |line| line));
    assert!(refused(&csv("", |line| line.replace(",31,9.0,", ",33,9.0,"))).contains("Sex"));
}

#[test]
fn all_or_nothing_with_every_line_named() {
    let words = refused(&csv("", |line| line.replace(",2017,90,", ",2017,some,").replace(",2017,300,", ",2017,-3,")));
    assert!(words.contains("Line 4: FIRMPDEMP:") && words.contains("some"), "{words}");
    assert!(words.contains("Line 15: FIRMPDEMP:"), "{words}");
    let twice = csv("", |line| line) + csv("", |line| line).lines().nth(3).unwrap();
    assert!(refused(&twice).contains("Line 21: the same figure stands in line 4 already"));
    let many: String =
        (0..60).map(|_| csv("", |line| line.replace("310M200US99999", "nowhere")).split_once('\n').unwrap().1.to_owned()).collect();
    let reading = read(format!("{HEADER}\n{many}").as_bytes(), &Said::default()).unwrap();
    assert_eq!((reading.errors.len(), reading.error_count), (20, 60 * (ROWS.len() - 1)));
}

#[test]
fn other_files_are_told_from_benchmarks() {
    for (text, words) in [
        ("", "empty"),
        ("PK\u{3}\u{4}", "packed"),
        ("<html>", "error page"),
        ("name,product\nA,B\n", "no column NAICS"),
        ("NAICS2017,SEX,ETH_GROUP,RACE_GROUP,VET_GROUP,YEAR\n00,001,001,00,001,2017\n", "no column FIRMPDEMP"),
        ("NAICS2017,SEX,ETH_GROUP,RACE_GROUP,VET_GROUP,YEAR,QDESC,FIRMPDEMP\n00,001,001,00,001,2017,O1,5\n", "QDESC"),
        ("NAICS2017,SEX,ETH_GROUP,RACE_GROUP,VET_GROUP,YEAR,FIRMPDEMP\n00,001,001,00,001,2017,5\n", "no place is named"),
        ("NAICS2017,SEX,ETH_GROUP,RACE_GROUP,VET_GROUP,YEAR,FIRMPDEMP\n00,001,001,00,001,2017,5,6\n", "8 cells"),
    ] {
        assert!(refused(text).contains(words), "{text}: {}", refused(text));
    }
    let large = vec![b'x'; super::LARGEST + 1];
    assert!(matches!(read(&large, &Said::default()), Err(Error::Rejected(words)) if words.contains("10 MiB")));
    assert!(read(b"NAICS2017,SEX\nPe\xf1uelas,1\n", &Said::default()).is_err(), "Latin-1 is read, and the columns are missed");
}
