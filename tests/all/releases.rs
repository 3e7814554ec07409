//! Releases of the report, by pressing the buttons: looking before, releasing, finding again, making again, saying something to it.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::reports::Format;
use fairfloor::reports::releases::files::{self, Wanted};
use fairfloor::reports::releases::obtain::obtain;
use fairfloor::reports::releases::{Asked, Progress, queries};
use fairfloor::store::Actor;
use fairfloor::values::{Period, ProgramId, ReleaseAudience};
use fairfloor::{import, programs};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Loans of May 2020 to so many businesses: half with White owners, a third with Black owners, the others without an answer.
async fn lend(app: &TestApp, program: &str, clients: usize) {
    let mut text =
        "Date,Recipient,BusinessType,NAICS,Industry,RaceEthnicity,Gender,Veteran,NonProfit,City,ZCTA,FIPS,County,MSA,Jobs,Amount\n"
            .to_owned();
    for at in 0..clients {
        let race = match at * 6 / clients.max(1) {
            0..3 => "White",
            3..5 => "Black or African American",
            _ => "U",
        };
        let sex = if at % 3 == 0 { "Female Owned" } else { "Male Owned" };
        writeln!(
            text,
            "2020-05-03,{program} Maker {at},Corp,332710,Machine Shops,{race},{sex},U,N,Riverton,43001.0,39049,Franklin County,\"Riverton, OH\",5,10000"
        )
        .unwrap();
    }
    let file = app.folder.folder.path().with_extension(format!("{program}.csv"));
    std::fs::write(&file, text).unwrap();
    import_loans(app, file, program).await;
}

async fn import_loans(app: &TestApp, file: PathBuf, program: &str) {
    let command = import::Command {
        kind: "deployments".to_owned(),
        file,
        program: Some(program.to_owned()),
        map: Vec::new(),
        preset: Some("ppp".to_owned()),
        decide: Vec::new(),
        dry_run: false,
    };
    import::command(&app.db, command, &mut |_, _| {}).await.unwrap();
}

/// So many more clients of the period come to light.
pub async fn come_to_light(app: &TestApp, clients: usize) {
    let file = app.folder.folder.path().with_extension(format!("late-{clients}.csv"));
    let text = std::fs::read_to_string(app.folder.folder.path().with_extension("Alpha.csv")).unwrap();
    let late: Vec<String> = text.lines().take(clients + 1).map(|line| line.replace("Maker", &format!("Latecomer {clients}"))).collect();
    std::fs::write(&file, late.join("\n") + "\n").unwrap();
    import_loans(app, file, "Alpha").await;
}

/// A house with twelve loans of 2020 in Alpha.
pub async fn lent() -> (TestApp, Person) {
    let app = TestApp::start().await;
    lend(&app, "Alpha", 12).await;
    let max = app.person("Max").await;
    (app, max)
}

/// Presses a button that begins a look, and waits until it is done.
pub async fn looked(person: &mut Person, page: &Page, button: &str, typed: &[(&str, &str)]) -> Page {
    let mut page = person.press(page, button, typed).await;
    for _ in 0..1_200 {
        if !page.text().contains("http-equiv=\"refresh\"") {
            return page;
        }
        assert!(page.says("Deciding what can be told"), "{}", page.text());
        tokio::time::sleep(Duration::from_millis(50)).await;
        page = person.open(&page.path).await;
    }
    panic!("the look at {} does not end", page.path);
}

pub const SEE: &str = "See what would be told";
const AGAIN: &str = "See what would be told again";

/// Releases what a page of the report offers, and reads it.
pub async fn released(person: &mut Person, address: &str) -> Page {
    let page = person.open(address).await;
    let preview = looked(person, &page, SEE, &[]).await;
    let page = person.press(&preview, "Release it", &[]).await;
    assert!(page.status == StatusCode::OK && page.path.starts_with("/reports/releases/"), "{} {}", page.path, page.text());
    page
}

/// A release of a program's last closed year, for tests of other things.
pub async fn release_one(app: &TestApp, program: &ProgramId) -> String {
    let id = program.clone();
    let program = app.db.read(move |conn| Ok(programs::queries::list(conn)?.into_iter().find(|one| one.id == id))).await.unwrap();
    let asked = Asked { program, period: Period::Year(2025), years: None, reason: None };
    obtain(&app.db, &Actor::system(), asked, &Arc::new(Progress::default())).await.unwrap().id.to_string()
}

pub async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

pub const RELEASES: &str = "SELECT count(*) FROM report_release";

#[tokio::test]
async fn a_period_is_looked_at_released_once_and_found_again_to_the_byte() {
    let (app, mut max) = lent().await;
    let page = max.open("/reports?period=2020").await;
    assert!(page.says("Nothing was released of this period yet") && page.says("Everyone, exactly") && page.says("12"), "{}", page.text());
    assert!(!page.says("White owners only"), "without a release nothing is said about who anybody is");
    let preview = looked(&mut max, &page, SEE, &[]).await;
    assert!(preview.says("staff of this organization") || preview.says("Staff of this organization"), "{}", preview.text());
    assert!(preview.says("No answer about race and ethnicity") && preview.says("Table by table"), "{}", preview.text());
    assert_eq!((count(&app, RELEASES).await, app.audited("release.previewed").await, app.audited("release.made").await), (0, 1, 0));

    let form = preview.form_with("Release it");
    let fields = form.filled("Release it", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let once = max.post(&form.action, &fields).await;
    let twice = max.post(&form.action, &fields).await;
    let address = once.leads_to().unwrap().to_owned();
    assert_eq!((twice.leads_to(), count(&app, RELEASES).await, app.audited("release.made").await), (Some(address.as_str()), 1, 1));

    let first = max.open(&address).await;
    assert!(first.says("Report code") && first.says("Owners of color") && first.says("White owners only"), "{}", first.text());
    let same = max.open("/reports?period=2020").await;
    let code = address.rsplit('/').next().unwrap();
    assert!(same.says(code) && same.says("Who is told what"), "the page of a released period is the release");
    for readers in ["internal", "funder", "public"] {
        for form in ["csv", "json", "xlsx", "pdf"] {
            let path = format!("{address}/{readers}.{form}");
            let (one, other) = (max.open(&path).await, max.open(&path).await);
            assert!(one.status == StatusCode::OK && !one.body.is_empty() && one.body == other.body, "{path}");
        }
    }
    assert_eq!((app.audited("release.file_made").await, app.audited("release.taken").await), (12, 24));
    let kept = max.open(&format!("{address}/internal.csv")).await;
    lend(&app, "Beta", 3).await;
    app.move_on(60 * 24 * 3);
    let mut max = app.person("Max").await;
    assert_eq!(max.open(&format!("{address}/internal.csv")).await.body, kept.body);
    assert!(kept.text().contains(code));
    let offered: Vec<String> = first
        .text()
        .split("href=\"")
        .filter_map(|part| part.split('"').next())
        .filter(|href| href.contains(".svg"))
        .map(str::to_owned)
        .collect();
    assert!(!offered.is_empty());
    for href in offered {
        assert!(max.open(&href).await.text().starts_with("<svg"), "{href}");
    }
}

#[tokio::test]
async fn a_code_is_found_by_typing_it_and_a_wrong_one_is_not() {
    let (_app, mut max) = lent().await;
    let page = released(&mut max, "/reports?period=2020").await;
    let code = page.path.rsplit('/').next().unwrap().to_owned();
    let desk = max.open("/reports").await;
    let loud = code.to_uppercase();
    let found = max.press(&desk, "Open", &[("code", &format!(" {} {}", &loud[..10], &loud[10..]))]).await;
    assert_eq!(found.path, page.path);
    for wrong in ["", "2020", "77777777777777777777777777"] {
        let lost = max.look(&format!("/reports/releases?code={wrong}")).await;
        assert_eq!(lost.status, StatusCode::NOT_FOUND, "{wrong}");
        assert!(lost.says("No report of your programs has this code"), "{}", lost.text());
    }
    for path in ["/reports/releases/2020", "/reports/releases/77777777777777777777777777", "/reports/2020.csv"] {
        assert_eq!(max.look(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for file in ["internal", "internal.html", "nobody.csv", "public.results.svg.svg", "public.nothing.svg", ".csv"] {
        assert_eq!(max.look(&format!("{}/{file}", page.path)).await.status, StatusCode::NOT_FOUND, "{file}");
    }
    assert_eq!(max.look(&format!("{}?readers=nobody", page.path)).await.status, StatusCode::NOT_FOUND);
    let public = max.open(&format!("{}?readers=public", page.path)).await;
    assert!(public.says("This is what the public are told of Alpha, 2020"), "{}", public.text());
}

#[tokio::test]
async fn another_program_and_another_role_find_nothing() {
    let (app, mut max) = lent().await;
    let page = released(&mut max, "/reports?period=2020").await;
    let everybody = Asked { program: None, period: Period::Year(2020), years: Some(1), reason: None };
    let joint = obtain(&app.db, &Actor::system(), everybody, &Arc::new(Progress::default())).await.unwrap();
    let mut mia = app.person("Mia").await;
    for path in [page.path.clone(), format!("{}/public.csv", page.path), joint.address(), format!("{}/public.csv", joint.address())] {
        assert_eq!(mia.look(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let code = page.path.rsplit('/').next().unwrap();
    assert_eq!(mia.look(&format!("/reports/releases?code={code}")).await.status, StatusCode::NOT_FOUND);
    assert!(mia.open("/reports/releases").await.says("No release yet"));
    assert_eq!(max.look(&joint.address()).await.status, StatusCode::NOT_FOUND, "all programs are for whoever manages all");
    assert_eq!(max.look("/reports/releases/publication.json?readers=public").await.status, StatusCode::NOT_FOUND);
    assert_eq!(max.look(&format!("/reports?program={}&period=2020", app.beta.id)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(max.look("/reports?program=all&period=2020").await.status, StatusCode::NOT_FOUND);
    let words = [("key", "0123456789abcdef"), ("version", "0"), ("context", "Mine"), ("answer", "")];
    assert_eq!(mia.post(&format!("{}/words", page.path), &words).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.person("Ada").await.look(&page.path).await.status, StatusCode::FORBIDDEN);
    let fields = [("key", "0123456789abcdef"), ("program", app.beta.id.as_str()), ("period", "2020"), ("years", "")];
    assert_eq!(max.post("/reports/releases/preview", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(count(&app, RELEASES).await, 2);
}

#[tokio::test]
async fn an_open_period_has_exact_figures_only_and_no_release() {
    let (app, mut max) = lent().await;
    let page = max.open("/reports?period=2026").await;
    assert!(page.says("2026 is not over yet.") && page.says("Everyone, exactly") && !page.text().contains(SEE), "{}", page.text());
    let fields = [("key", "0123456789abcdef"), ("program", app.alpha.id.as_str()), ("period", "2026"), ("years", "")];
    let refused = max.post("/reports/releases/preview", &fields).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("2026 is not over yet"), "{}", refused.text());
    for (wrong, status) in [("2199", 422), ("soon", 422), ("2020-Q9", 422)] {
        assert_eq!(max.look(&format!("/reports?period={wrong}")).await.status.as_u16(), status, "{wrong}");
    }
    assert_eq!(max.look("/reports?period=2020&years=9").await.status, StatusCode::NOT_FOUND);
    assert!(max.open("/reports?year=2020").await.says("Nothing was released of this period yet"), "an address of before still leads here");
}

#[tokio::test]
async fn nobody_and_one_client_can_be_released_and_say_nothing_about_anybody() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let nobody = released(&mut max, "/reports?period=2025").await;
    assert!(nobody.says("Nobody was enrolled in the period"), "{}", nobody.text());
    app.move_to("2027-02-01", 10);
    let mut max = app.person("Max").await;
    let one = released(&mut max, "/reports?period=2026&years=1").await;
    assert!(one.says("Too early. You need 10 clients with an answer."), "{}", one.text());
    assert!(!one.says("Alpha Metal Works"));
    for path in [&nobody.path, &one.path] {
        for form in ["csv", "json", "xlsx", "pdf"] {
            assert_eq!(max.open(&format!("{path}/public.{form}")).await.status, StatusCode::OK, "{path} {form}");
        }
    }
    // What was told of nobody and of one is read by whoever tries to work out the rest.
    let told = app.db.read(|conn| fairfloor::reports::releases::publication::publication(conn, ReleaseAudience::Public)).await.unwrap();
    let found = fairfloor::equity::ledger::attack::attack(&told).unwrap();
    assert!(found.is_clean() && !told.statements.is_empty(), "{found:#?}");
}

#[tokio::test]
async fn a_correction_says_why_and_figures_that_changed_by_few_stand() {
    let (app, mut max) = lent().await;
    let first = released(&mut max, "/reports?period=2020").await;
    let before = max.open(&format!("{}/internal.csv", first.path)).await.text();
    come_to_light(&app, 1).await;
    let blank = max.press(&first, AGAIN, &[]).await;
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is asked for");
    let _again = blank.form_with(AGAIN);
    assert!(blank.says("Fill in why it is made again") && blank.says("Report code"), "on the page of the release: {}", blank.text());
    let preview = looked(&mut max, &first, AGAIN, &[("reason", "A loan came to light")]).await;
    assert!(
        preview.says("Made again because: A loan came to light") && preview.says("As the release before told it"),
        "{}",
        preview.text()
    );
    let second = max.press(&preview, "Release it", &[]).await;
    assert_ne!(second.path, first.path);
    assert!(second.says("A loan came to light") && second.says("unchanged"), "{}", second.text());
    let old = max.open(&first.path).await;
    assert!(old.says("This period was made again later."), "{}", old.text());
    assert_eq!(max.open(&format!("{}/internal.csv", first.path)).await.text(), before, "what was told stays as it was told");
    assert!(max.open("/reports?period=2020").await.says(second.path.rsplit('/').next().unwrap()), "the newest counts");
    let list = max.open("/reports/releases").await;
    assert!(list.says("Made again: A loan came to light") && list.text().contains(&first.path) && list.text().contains(&second.path));
}

#[tokio::test]
async fn a_quarter_is_shown_what_its_year_would_tell_and_the_year_comes_after_it() {
    let (app, mut max) = lent().await;
    let page = max.open("/reports?period=2020-Q2").await;
    let preview = looked(&mut max, &page, SEE, &[]).await;
    assert!(preview.says("After a part of a year, less can be told of the year."), "{}", preview.text());
    max.press(&preview, "Release it", &[]).await;
    let year = released(&mut max, "/reports?period=2020&years=1").await;
    assert!(year.says("2020"), "{}", year.text());
    assert_eq!(count(&app, RELEASES).await, 2);
    let list = max.open("/reports/releases").await;
    assert!(list.says("quarter 2 of 2020"), "{}", list.text());
}

#[tokio::test]
async fn a_month_is_for_staff_alone_and_its_quarter_is_offered_instead() {
    let (app, mut max) = lent().await;
    let page = max.open("/reports?period=2020-05").await;
    assert!(page.says("Nothing was released of this period yet") && !page.says("Years that stand together"), "{}", page.text());
    let preview = looked(&mut max, &page, SEE, &[]).await;
    assert!(preview.says("A month is for staff of this organization alone") && preview.says("May 2020"), "{}", preview.text());
    assert!(!preview.says("The public") && !preview.says("From the public"), "{}", preview.text());
    let month = max.press(&preview, "Release it", &[]).await;
    assert!(month.says("May 2020") && !month.says("?readers=public"), "{}", month.text());
    for path in [format!("{}?readers=public", month.path), format!("{}/funder.csv", month.path)] {
        let refused = max.look(&path).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(refused.says("Months are for staff of this organization alone."), "{}", refused.text());
    }
    assert_eq!(max.open(&format!("{}/internal.csv", month.path)).await.status, StatusCode::OK);
    assert!(max.open("/reports/releases").await.says("May 2020"));
    // The quarter is decided after it, for everybody, and no audience's publication contradicts another's.
    released(&mut max, "/reports?period=2020-Q2").await;
    assert_eq!(count(&app, RELEASES).await, 2);
    for readers in ["internal", "funder", "public"] {
        let published = app.person("Mia").await.look(&format!("/reports/releases/publication.json?readers={readers}")).await;
        assert_eq!(published.status, StatusCode::NOT_FOUND, "only whoever manages all programs takes everything");
    }
    let audited = app.db.read(fairfloor::reports::releases::audit::audit).await.unwrap();
    assert!(audited.faults.is_empty() && audited.editions == 4, "{:?} {}", audited.faults, audited.editions);
}

#[tokio::test]
async fn the_program_says_something_to_it_and_only_later_files_carry_it() {
    let (app, mut max) = lent().await;
    let page = released(&mut max, "/reports?period=2020").await;
    let before = max.open(&format!("{}/public.csv", page.path)).await.body;
    let secret = [("context", "Ask 123-45-6789 about it")];
    let refused = max.press(&page, "Save the words", &secret).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Social Security") && refused.form_with("Save the words").value("context") == Some(secret[0].1));
    let typed = [("context", "The bank closed its branch."), ("answer", "We ask two more banks.")];
    let said = max.press(&page, "Save the words", &typed).await;
    assert!(
        said.says("What the program says about it: The bank closed its branch.") && said.says("We ask two more banks."),
        "{}",
        said.text()
    );
    let stale = max.press(&page, "Save the words", &[("context", "Mine"), ("key", "fedcba9876543210")]).await;
    assert_eq!((stale.status, app.audited("release.words_written").await), (StatusCode::CONFLICT, 1));
    assert_eq!(stale.form_with("Save the words").value("context"), Some("Mine"), "what was typed stays");
    let again = max.press(&stale, "Save the words", &[]).await;
    assert!(
        again.says("What the program says about it: Mine") && again.says("The bank closed its branch."),
        "earlier words stay on record"
    );
    assert_eq!(max.open(&format!("{}/public.csv", page.path)).await.body, before, "a file that was taken does not change");
    let html = max.open(&format!("{}?readers=public", page.path)).await;
    assert!(html.says("What the program says about it: Mine"));
    let release = app.db.read(|conn| Ok(queries::newest(conn, Some(1), Period::Year(2020))?.unwrap())).await.unwrap();
    let printed = files::bytes(&app.db, Actor::system(), release.key, ReleaseAudience::Public, Wanted::Whole(Format::Html)).await.unwrap();
    let printed = String::from_utf8(printed).unwrap();
    assert!(printed.contains("Mine") && !printed.contains("closed its branch"), "{printed}");
    assert_eq!(app.audited("release.words_written").await, 2);
}

#[tokio::test]
async fn a_merge_that_brings_more_back_is_offered_and_begins_from_there() {
    let app = TestApp::start().await;
    lend(&app, "Alpha", 12).await;
    lend(&app, "Beta", 40).await;
    let max = app.account("Max").0;
    let beta = app.beta.key;
    let seated = app.db.write(Actor::system(), move |tx| {
        tx.execute("INSERT INTO membership (account_id, program_id, role) VALUES (?1, ?2, 'manager')", [max, beta])?;
        tx.audit("account.role_given", fairfloor::store::Object::none())
    });
    seated.await.unwrap();
    let mut max = app.person("Max").await;
    let page = max.open(&format!("/reports?program={}&period=2020", app.alpha.id)).await;
    assert!(page.says("All programs together"));
    let preview = looked(&mut max, &page, SEE, &[]).await;
    assert!(preview.says("With all programs together") && preview.says("more"), "{}", preview.text());
    let all = looked(&mut max, &preview, "Look at all programs together instead", &[]).await;
    assert!(all.says("All programs, 2020"), "{}", all.text());
    let made = max.press(&all, "Release it", &[]).await;
    assert!(made.says("All programs"), "{}", made.text());
    let published = max.open("/reports/releases/publication.json?readers=public").await;
    assert!(published.text().contains("publication-1"), "{}", published.text());
    assert!(max.open("/reports/releases").await.says("Everything ever told"));
}
