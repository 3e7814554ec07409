//! Benchmarks as a manager imports and chooses them, and as the report shows them.

use crate::house::{Page, TestApp};
use crate::releases::{looked, released};
use axum::http::StatusCode;
use fairfloor::import;
use fairfloor::reports::benchmarks::command::{Typed, command};
use std::fmt::Write as _;
use std::path::PathBuf;

const HEADER: &str = "GEO_ID,NAME,NAICS2012,NAICS2012_LABEL,SEX,ETH_GROUP,RACE_GROUP,RACE_GROUP_LABEL,VET_GROUP,YEAR,FIRMPDEMP,FIRMPDEMP_S";
const METRO: &str = "310M200US99999,\"Riverton, OH Metro Area\"";

/// Rows of one place and industry: race code, its name, businesses and error. Everybody known of 1,000.
fn rows(place: &str, industry: &str, races: &[(&str, &str, &str, &str)]) -> String {
    let mut text = String::new();
    let whole =
        [("00", "All firms", "1060", "0.5"), ("96", "All firms classifiable", "1000", "0.6"), ("98", "Not classifiable", "60", "5.0")];
    for (code, name, firms, error) in whole.iter().chain(races) {
        writeln!(text, "{place},{industry},001,001,{code},{name},001,2016,{firms},{error}").unwrap();
    }
    for (sex, firms) in [("002", "300"), ("003", "600"), ("004", "100"), ("096", "1000")] {
        writeln!(text, "{place},{industry},{sex},001,00,,001,2016,{firms},2.0").unwrap();
    }
    text
}

/// All sectors with good figures; manufacturing with a noisy one, a made-up zero and a missing one.
fn survey() -> String {
    let all = rows(METRO, "00,Total", &[("30", "White", "800", "1.4"), ("40", "Black", "150", "7.3"), ("60", "Asian", "60", "4.0")]);
    let makers =
        rows(METRO, "31-33,Manufacturing", &[("30", "White", "900", "2.0"), ("40", "Black", "52", "88.3"), ("60", "Asian", "1", "0.0")]);
    format!("{HEADER}\n{all}{makers}")
}

/// All sectors of the nation.
fn nation() -> String {
    let place = "0100000US,United States";
    format!("{HEADER}\n{}", rows(place, "31-33,Manufacturing", &[("40", "Black", "20", "3.0"), ("60", "Asian", "S", "S")]))
}

/// A benchmark from a file of one, for tests of other things.
pub async fn import_one(app: &TestApp) -> String {
    let file = app.folder.folder.path().with_extension("benchmark.csv");
    std::fs::write(&file, survey()).unwrap();
    command(&app.db, file, Typed::default(), false).await.unwrap();
    app.db.read(|conn| Ok(conn.query_row("SELECT public_id FROM benchmark", [], |row| row.get(0))?)).await.unwrap()
}

async fn import_text(app: &TestApp, name: &str, text: &str, dry_run: bool) -> Result<String, String> {
    let file = app.folder.folder.path().with_extension(name);
    std::fs::write(&file, text).unwrap();
    command(&app.db, file, Typed::default(), dry_run).await.map_err(|cause| cause.to_string())
}

/// Loans of 2020 to forty-five White, thirty Black and twelve Asian owners, and forty-three without an answer; fifteen of them elsewhere
/// and nine nobody knows where. So many that every group is counted.
async fn lend(app: &TestApp) {
    let mut text =
        "Date,Recipient,BusinessType,NAICS,Industry,RaceEthnicity,Gender,Veteran,NonProfit,City,ZCTA,FIPS,County,MSA,Jobs,Amount\n"
            .to_owned();
    for at in 0..130 {
        let race = match at {
            0..45 => "White",
            45..75 => "Black or African American",
            75..87 => "Asian",
            _ => "U",
        };
        let metro = match at {
            0..15 => "\"Elsewhere, GA\"",
            15..24 => "None",
            _ => "\"Riverton, OH\"",
        };
        let sex = if at % 3 == 0 { "Female Owned" } else { "Male Owned" };
        writeln!(
            text,
            "2020-05-03,Maker {at} Works,Corp,332710,Machine Shops,{race},{sex},U,N,Riverton,43001.0,39049,Franklin County,{metro},5,10000"
        )
        .unwrap();
    }
    let file = app.folder.folder.path().with_extension("loans.csv");
    std::fs::write(&file, text).unwrap();
    lend_from(app, file).await;
}

async fn lend_from(app: &TestApp, file: PathBuf) {
    let command = import::Command {
        kind: "deployments".to_owned(),
        file,
        program: Some("Alpha".to_owned()),
        map: Vec::new(),
        preset: Some("ppp".to_owned()),
        decide: Vec::new(),
        dry_run: false,
    };
    import::command(&app.db, command, &mut |_, _| {}).await.unwrap();
}

/// The value of the option that begins so.
fn option(page: &Page, words: &str) -> String {
    let text = page.text();
    let (before, _) = text.split_once(&format!(">{words}")).unwrap_or_else(|| panic!("{words}: {text}"));
    before.rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_manager_looks_at_a_file_imports_it_and_finds_it_here_already() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    assert!(max.open("/benchmarks").await.says("No benchmark yet"));
    let fields = [("source", ""), ("dataset", ""), ("vintage", "2018"), ("retrieved_on", "2026-01-05"), ("url", "")];
    let preview = max.upload("/benchmarks/preview", &fields, "survey.csv", &survey()).await;
    assert_eq!(preview.status, StatusCode::OK, "{}", preview.text());
    assert!(
        preview.says("2 benchmarks")
            && preview.says("Manufacturing (31-33)")
            && preview.says("All sectors")
            && preview.says("Import 2 benchmarks")
    );
    assert_eq!(app.audited("benchmarks.imported").await, 0, "looking changes nothing");
    let list = max.press(&preview, "Import 2 benchmarks", &[]).await;
    assert_eq!((list.path.as_str(), app.audited("benchmarks.imported").await), ("/benchmarks", 1));
    assert!(
        list.says("counts 2016")
            && list.says("published as 2018")
            && list.says("fetched 2026-01-05")
            && list.says("businesses with employees")
    );
    let again = max.press(&preview, "Import 2 benchmarks", &[]).await;
    assert_eq!((again.path.as_str(), app.audited("benchmarks.imported").await), ("/benchmarks", 1), "a double click is one import");

    let again = max.upload("/benchmarks/preview", &fields, "other-name.csv", &survey()).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says("This very file is here already") && again.says("survey.csv"));

    let makers = list
        .text()
        .split("<li>")
        .find(|row| row.contains("31-33"))
        .unwrap()
        .split("href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let one = max.open(&makers).await;
    assert!(one.says("88.3%") && one.says("above the 30 %") && one.says("rests on 1 business, fewer than 30"), "{}", one.text());
    assert!(one.says("A class of its own, in no group") && one.says("5.20%") && one.says("Published as"));

    let wrong = survey().replace("All firms classifiable", "Minority");
    let refused = max.upload("/benchmarks/preview", &fields, "wrong.csv", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("2 things to fix") && refused.says("the code 96 is called a minority") && refused.says("whole or not at all"));
    let refused = max.upload("/benchmarks/preview", &[("vintage", "18"), ("retrieved_on", "2099-01-01")], "survey.csv", &survey()).await;
    assert!(refused.says("four digits") && refused.says("has not come yet") && refused.title().starts_with("Error: "));
    let nothing = max.upload("/benchmarks/preview", &fields, "", "").await;
    assert!(nothing.says("Choose a file"), "{}", nothing.text());
    assert_eq!(app.audited("benchmarks.imported").await, 1);
    let mut ada = app.person("Ada").await;
    assert_eq!(ada.look("/benchmarks").await.status, StatusCode::FORBIDDEN);
    let mut adam = app.person("Adam").await;
    assert!(adam.open("/benchmarks").await.says("Riverton, OH Metro Area"), "the administrator sees them too");
}

#[tokio::test]
async fn the_command_line_counts_and_changes_nothing_on_a_dry_run() {
    let app = TestApp::start().await;
    let said = import_text(&app, "a.csv", &survey(), true).await.unwrap();
    assert!(said.contains("2 benchmarks with 20 figures, 0 of them missing") && said.ends_with("Nothing was changed."), "{said}");
    assert!(import_text(&app, "a.csv", &survey(), false).await.unwrap().contains("2 benchmarks are imported"));
    assert!(import_text(&app, "b.csv", &survey(), false).await.unwrap().contains("here already"));
    let broken = import_text(&app, "c.csv", &survey().replace(",300,", ",350,"), false).await.unwrap_err();
    assert!(broken.contains("c.csv: 2 to correct") && broken.contains("Nothing was imported") && broken.contains("002 Female"), "{broken}");
    assert!(import_text(&app, "d.csv", "name\nA\n", false).await.unwrap_err().contains("no column NAICS"));
    assert_eq!(app.audited("benchmarks.imported").await, 1);
}

#[tokio::test]
async fn the_report_stands_beside_two_benchmarks() {
    let app = TestApp::start().await;
    lend(&app).await;
    let mut max = app.person("Max").await;
    assert!(max.open("/benchmarks/choice").await.says("Import a file first"));
    import_text(&app, "a.csv", &survey(), false).await.unwrap();
    import_text(&app, "b.csv", &nation(), false).await.unwrap();

    let choice = max.open("/benchmarks/choice").await;
    let (all, makers) = (option(&choice, "All sectors, Riverton"), option(&choice, "Manufacturing (31-33), Riverton"));
    let refused = max.press(&choice, "Save the choice", &[("second", &all), ("reason", "As every year")]).await;
    assert!(refused.says("Choose the first before the second"));
    assert_eq!(refused.form_with("Save the choice").value("reason"), Some("As every year"), "what was typed stays");
    let refused = max.press(&choice, "Save the choice", &[("first", &all), ("second", &all), ("first_add", &makers)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("This is the first one again") && refused.says("and nothing else is"), "{}", refused.text());
    let saved = max.press(&choice, "Save the choice", &[("first", &all), ("second", &makers), ("reason", "As every year")]).await;
    assert_eq!((saved.status, app.audited("benchmarks.chosen").await), (StatusCode::OK, 1), "{}", saved.text());
    let stale = max.press(&choice, "Save the choice", &[("first", &makers), ("key", "fedcba9876543210")]).await;
    assert_eq!((stale.status, app.audited("benchmarks.chosen").await), (StatusCode::CONFLICT, 1));

    let report = released(&mut max, "/reports?period=2020").await;
    let address = report.path.clone();
    assert!(
        report.says("As every year")
            && report.says("own more than 50 %")
            && report.says("ready, willing and able is not measured by any census")
    );
    // 30 of 87 who answered, beside 150 of 1,000: 100 * 0.34483 / 0.15.
    assert!(report.says("230") && report.says("15.00%"), "{}", report.text());
    assert!(report.says("the benchmark's own error for this group is 88.3 %"));
    assert!(report.says("The same industry in the state: not imported"), "{}", report.text());
    assert!(report.says("The same industry in the nation (Manufacturing (31-33), United States, 2016, businesses with employees)"));
    assert!(report.says("rests on 1 business, fewer than 30"));
    assert!(report.says("the source found it too uncertain to print (S)"));
    assert!(report.says("24 of 130 businesses, with 24 of 130 awards, are not known to be in the benchmark's area"));

    let csv = max.open(&format!("{address}/internal.csv")).await.text();
    let line = csv.lines().find(|line| line.contains("benchmark-1.race_ethnicity.black.index")).unwrap();
    assert!(line.contains(",229.885057,"), "{line}");
    assert!(csv.contains("benchmark-2.race_ethnicity.black.fallback_3") && csv.contains("benchmark-1.area.elsewhere.awards"));
    let json: serde_json::Value = serde_json::from_str(&max.open(&format!("{address}/internal.json")).await.text()).unwrap();
    let footer = json["footer"].as_array().unwrap();
    let hashed =
        |line: &&serde_json::Value| line.as_str().is_some_and(|line| line.starts_with("Benchmark: ") && line.contains(", SHA-256 "));
    assert_eq!(footer.iter().filter(hashed).count(), 2, "{footer:?}");
    let of = |value: &serde_json::Value, id: &str| value["figures"].as_array().unwrap().iter().any(|one| one["id"] == id);
    assert!(of(&json, "benchmark-2.sex.female.index") && !of(&json, "benchmark-1.race_ethnicity.mena.benchmark_share"));

    // Nothing any more: the next release says so, and what was chosen and told before stays on record.
    let choice = max.open("/benchmarks/choice").await;
    max.press(&choice, "Save the choice", &[("first", ""), ("second", ""), ("reason", "")]).await;
    let preview = looked(&mut max, &report, "See what would be told again", &[("reason", "Without a benchmark")]).await;
    assert!(max.press(&preview, "Release it", &[]).await.says("No benchmark is chosen"));
    assert!(max.open(&address).await.says("ready, willing and able"), "what was told stays as it was told");
    assert!(max.open("/benchmarks/choice").await.says("As every year"));
}

#[tokio::test]
async fn businesses_without_employees_are_added_and_never_averaged() {
    let app = TestApp::start().await;
    lend(&app).await;
    let without = survey().replace("FIRMPDEMP", "FIRMNOPD").replace(",150,7.3", ",450,").replace(",1000,0.6", ",1000,");
    import_text(&app, "a.csv", &survey(), false).await.unwrap();
    import_text(&app, "b.csv", &without, false).await.unwrap();
    let mut max = app.person("Max").await;
    let choice = max.open("/benchmarks/choice").await;
    let all = option(&choice, "All sectors, Riverton, OH Metro Area, 2016, businesses with employees");
    let more = option(&choice, "All sectors, Riverton, OH Metro Area, 2016, businesses without employees");
    let others = option(&choice, "Manufacturing (31-33), Riverton, OH Metro Area, 2016, businesses without employees");
    let refused = max.press(&choice, "Save the choice", &[("first", &all), ("first_add", &others)]).await;
    assert!(refused.says("the same place, the same industry and the same year"), "{}", refused.text());
    max.press(&choice, "Save the choice", &[("first", &all), ("first_add", &more)]).await;
    let report = released(&mut max, "/reports?period=2020").await;
    let csv = max.open(&format!("{}/internal.csv", report.path)).await.text();
    let line = csv.lines().find(|line| line.contains("benchmark-1.race_ethnicity.black.benchmark_share")).unwrap();
    // 150 + 450 of 1,000 + 1,000; 150 at 7.3 % are an error of 10.95 of 600.
    assert!(line.contains(",0.300000,") && line.contains("relative standard error 1.8 %"), "{line}");
}
