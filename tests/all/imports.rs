//! Files that cannot be imported as they are: what is wrong is said by line, on the page and as a table of only those rows.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::import;
use std::time::Duration;

const BUTTON: &str = "Download only the rows to fix";

#[tokio::test]
async fn only_the_rows_to_fix_are_handed_back_with_their_lines_and_without_a_word_about_who_owners_are() {
    let app = TestApp::start().await;
    let (mut max, mut mia) = (app.person("Max").await, app.person("Mia").await);
    let fields = [("kind", "clients"), ("preset", ""), ("program", "")];
    let text = "Business name,City,Race,Favorite color\n\
                Good Forge,Riverton,White,red\n\
                ,Riverton,Asian,green\n\
                =SUM(A1),\"Old\nRiverton\",White,blue,spilled\n\
                Other Forge,Riverton,,\n";
    let preview = max.upload("/imports/preview", &fields, "list.csv", text).await;
    assert_eq!(preview.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(preview.says("2 things to fix") && preview.says("Columns about who somebody is are not in it."), "{}", preview.text());
    let form = preview.form_with(BUTTON);
    let fields = form.filled(BUTTON, &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let file = max.post("/imports/refused", &fields).await;
    let text = file.text();
    assert_eq!(file.status, StatusCode::OK, "{text}");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "Line,Business name,City,What to fix");
    assert!(lines[1].starts_with("3,,Riverton,") && lines[1].contains("the name of the business"), "{text}");
    assert!(lines[2].starts_with("4,'=SUM(A1),\"Old") && text.contains("this row has 5 cells"), "{text}");
    assert!(!["White", "Asian", "green", "Good Forge", "Other Forge"].iter().any(|word| text.contains(word)), "{text}");
    // Somebody else's file looks exactly like none, and a file without such rows has none to hand back.
    assert_eq!(mia.post("/imports/refused", &fields).await.status, StatusCode::NOT_FOUND);
    let whole =
        max.upload("/imports/preview", &[("kind", "clients"), ("preset", ""), ("program", "")], "list.csv", "Business name\nNew\n").await;
    assert!(!whole.text().contains(BUTTON));
    let form = whole.form_with("Import 1 rows");
    let fields = [("key", "0123456789abcdef"), ("job", form.value("job").unwrap()), ("seen", "x"), ("map", "name=Business name")];
    let none = max.post("/imports/refused", &fields).await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.says("No row stops this import"), "{}", none.text());
}

#[tokio::test]
async fn an_import_that_somebody_stops_leaves_nothing() {
    const COUNT: &str = "SELECT (SELECT count(*) FROM business) + (SELECT count(*) FROM import_run) + (SELECT count(*) FROM person)";
    let app = TestApp::start().await;
    let (mut max, mut mia) = (app.person("Max").await, app.person("Mia").await);
    let count = || app.db.read(|conn| Ok(conn.query_row(COUNT, (), |row| row.get::<_, i64>(0))?));
    let before = count().await.unwrap();
    let text = (0..4_000).fold("Business name,Race\n".to_owned(), |text, at| text + &format!("Forge {at},White\n"));
    let fields = [("kind", "clients"), ("preset", ""), ("program", "")];
    let preview = max.upload("/imports/preview", &fields, "list.csv", &text).await;
    let form = preview.form_with("Import 4,000 rows");
    let fields = form.filled("Import 4,000 rows", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let begun = max.post(&form.action, &fields).await;
    let address = begun.leads_to().unwrap().to_owned();
    let key = [("key", "0123456789abcdef")];
    assert_eq!(mia.post(&format!("{address}/stopping"), &key).await.status, StatusCode::NOT_FOUND);
    let page = max.look(&address).await;
    assert!(page.says("Stop this import"), "{}", page.text());
    let mut page = max.press(&page, "Stop this import", &[]).await;
    while page.text().contains("http-equiv=\"refresh\"") {
        tokio::time::sleep(Duration::from_millis(50)).await;
        page = max.look(&address).await;
    }
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("list.csv was not imported") && page.says("You stopped it."), "{}", page.text());
    assert_eq!((count().await.unwrap(), app.audited("import.made").await), (before, 0));
    // Stopped again, it stays stopped.
    assert_eq!(max.post(&format!("{address}/stopping"), &key).await.leads_to(), Some(address.as_str()));
}

/// Uploads a file of clients, and gives the page that shows it.
pub async fn shown(person: &mut Person, kind: &str, text: &str) -> Page {
    person.upload("/imports/preview", &[("kind", kind), ("preset", ""), ("program", "")], "list.csv", text).await
}

/// Presses the button that imports, with what is said of the rows that were asked about, and waits for what came of it.
pub async fn imported(person: &mut Person, preview: &Page, button: &str, decide: &[&str]) -> Page {
    let form = preview.form_with(button);
    let mut fields = form.filled(button, &[]);
    if !decide.is_empty() {
        fields.retain(|(name, _)| name != "decide");
        fields.extend(decide.iter().map(|said| ("decide".to_owned(), (*said).to_owned())));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut page = person.post(&form.action, &fields).await;
    while let Some(address) = page.leads_to().map(str::to_owned) {
        page = person.look(&address).await;
        while page.text().contains("http-equiv=\"refresh\"") {
            tokio::time::sleep(Duration::from_millis(50)).await;
            page = person.look(&address).await;
        }
    }
    page
}

#[tokio::test]
async fn a_person_decides_about_every_row_that_may_be_a_client_here_and_nothing_comes_in_before() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let here = "Business name,ZIP,Telephone,Contact\n\
                Okafor Metal Finishing,11211,718 555 0123,Ada Okafor\n\
                Harbor Bakery,11231,718 555 0177,Ben Ortiz\n\
                Cobalt Glass,11249,,Cy Park\n";
    let page = shown(&mut max, "clients", here).await;
    assert!(!page.says("Is it somebody you have?"), "{}", page.text());
    assert_eq!(imported(&mut max, &page, "Import 3 rows", &[]).await.status, StatusCode::OK);
    let count = || app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM business", (), |row| row.get::<_, i64>(0))?));
    let before = count().await.unwrap();
    let next = "Business name,ZIP,Telephone,Contact\n\
                Okafor Metal Finishing LLC,11211,718-555-0123,Ada Okafor\n\
                Harbour Bakery Inc,11231,347 555 0100,\n\
                Golden Doors,11222,718.555.0177,Ben Ortiz\n\
                Cobalt Glass Co.,11249,,\n\
                Wholly New,11249,,\n\
                Wholly New Inc.,11249,,\n";
    let page = shown(&mut max, "clients", next).await;
    assert!(page.says("4 rows are like a client here") && page.says("4 not decided yet"), "{}", page.text());
    assert!(page.says("same telephone; same person; unlike names; another ZIP code"), "{}", page.text());
    assert!(page.says("names almost alike: Harbour Bakery Inc and Harbor Bakery; same ZIP code; another telephone"), "{}", page.text());
    assert!(page.says("The same as line 6, Wholly New"), "{}", page.text());
    let number = |name: &str| {
        let name = name.to_owned();
        app.db.read(move |conn| {
            Ok(conn.query_row("SELECT printf('F-%04d', number) FROM business WHERE name = ?1", [name], |row| row.get::<_, String>(0))?)
        })
    };
    let harbor = format!("3={}", number("Harbor Bakery").await.unwrap());
    let early = imported(&mut max, &page, "Import 6 rows", &[&harbor]).await;
    assert!(
        early.status == StatusCode::UNPROCESSABLE_ENTITY && early.says("Nothing was imported: 3 rows are not decided yet"),
        "{}",
        early.text()
    );
    assert!(early.says("3 not decided yet") && count().await.unwrap() == before);
    // A client that was not offered is no answer.
    let foreign = imported(&mut max, &early, "Import 6 rows", &[&harbor, "4=F-9999", "5=new", "7=leave"]).await;
    assert!(foreign.says("1 row is not decided yet"), "{}", foreign.text());
    let record = imported(&mut max, &foreign, "Import 6 rows", &[&harbor, "4=new", "5=leave", "7=line 6"]).await;
    assert!(record.says("Rows left out, as you said"), "{}", record.text());
    assert_eq!(count().await.unwrap(), before + 2, "Golden Doors and Wholly New");
    let undone = max.press(&record, "Undo import", &[]).await;
    assert!(undone.says("Undone") && count().await.unwrap() == before, "{}", undone.text());
}

#[tokio::test]
async fn what_was_said_is_kept_over_another_look_and_over_leaves() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let rows = |form: &str| {
        (0..40_u8).fold("Business name,ZIP\n".to_owned(), |text, at| {
            text + &format!(
                "{}smith Works{form},{}\n",
                char::from(b'A' + at / 7).to_string() + &"bcdfghk"[usize::from(at % 7)..][..1],
                11_200 + u32::from(at)
            )
        })
    };
    let page = shown(&mut max, "clients", &rows("")).await;
    imported(&mut max, &page, "Import 40 rows", &[]).await;
    let page = shown(&mut max, "clients", &rows(" LLC")).await;
    assert!(page.says("40 not decided yet") && page.says("Rows 1 to 15 of 40"), "{}", page.text());
    let form = page.form_with("Next rows");
    let job = form.value("job").unwrap().to_owned();
    let again = max
        .upload(
            "/imports/preview",
            &[
                ("job", &job),
                ("map", "name=Business name"),
                ("map", "postal_code=ZIP"),
                ("decide", "2=new"),
                ("decide", "3=leave"),
                ("turn", "3"),
            ],
            "",
            "",
        )
        .await;
    assert!(again.says("Rows 31 to 40 of 40") && again.says("38 not decided yet"), "{}", again.text());
    assert!(again.text().contains("<input type=\"hidden\" name=\"decide\" value=\"2=new\">"), "{}", again.text());
}

#[tokio::test]
async fn the_command_line_refuses_undecided_rows_by_line_and_takes_what_is_said() {
    let app = TestApp::start().await;
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let key = app.alpha.key;
    let name = app.db.read(move |conn| fairfloor::programs::queries::find(conn, key)).await.unwrap().name;
    let command = |file, decide: &[&str], dry_run| import::Command {
        kind: "clients".to_owned(),
        file,
        program: Some(name.clone()),
        map: Vec::new(),
        preset: None,
        decide: decide.iter().map(|said| (*said).to_owned()).collect(),
        dry_run,
    };
    let here = write("here.csv", "Business name,ZIP,Telephone\nCobalt Glass,11249,718 555 0123\n");
    import::command(&app.db, command(here, &[], false), &mut |_, _| {}).await.unwrap();
    let next = write("next.csv", "Business name,ZIP,Telephone\nCobald Glass,11249,718 555 0199\nNew Forge,11249,\n");
    let said = import::command(&app.db, command(next.clone(), &[], true), &mut |_, _| {}).await.unwrap();
    assert!(said.contains("Line 2:") && said.contains("--decide 2=new"), "{said}");
    let refused = import::command(&app.db, command(next.clone(), &[], false), &mut |_, _| {}).await.unwrap_err().to_string();
    assert!(refused.contains("Line 2:") && refused.ends_with("Nothing was imported."), "{refused}");
    let done = import::command(&app.db, command(next, &["2=leave"], false), &mut |_, _| {}).await.unwrap();
    assert!(done.contains("1 businesses") && done.contains("1 rows left out, as was said"), "{done}");
}

#[tokio::test]
async fn a_reading_is_kept_under_a_name_chosen_again_renamed_and_let_go() {
    let app = TestApp::start().await;
    let (mut max, mut mia) = (app.person("Max").await, app.person("Mia").await);
    let page = shown(&mut max, "clients", "Firma,Plz\nForge of Max,11211\n").await;
    let form = page.form_with("Read again");
    let job = form.value("job").unwrap().to_owned();
    let page = max.upload("/imports/preview", &[("job", &job), ("map", "name=Firma"), ("map", "postal_code=Plz")], "", "").await;
    let record = imported(&mut max, &page, "Import 1 rows", &[]).await;
    let list = max.press(&record, "Keep it", &[("name", "Bank list"), ("whose", "program")]).await;
    assert!(list.says("Presets you keep") && list.says("Bank list"), "{}", list.text());
    assert_eq!(app.audited("import_preset.kept").await, 1);
    assert!(!mia.open("/imports").await.says("Bank list"), "another program's preset looks like none");
    let again = max.open(&format!("/imports/{}", list.between("<a href=\"/imports/", "\""))).await;
    let twice = max.press(&again, "Keep it", &[("name", "bank LIST"), ("whose", "all")]).await;
    assert!(twice.says("There is a preset called"), "{}", twice.text());
    let by = |name: &'static str| [("kind", "clients"), ("preset", name), ("program", "")];
    let page = max.upload("/imports/preview", &by("Bank list"), "next.csv", "Plz,Firma\n11222,Another forge\n").await;
    assert!(page.status == StatusCode::OK && page.says("Another forge"), "{}", page.text());
    let wrong = max.upload("/imports/preview", &by("Bank list"), "next.csv", "Firma,Town\nAnother forge,Riverton\n").await;
    assert!(
        wrong.says("The preset \"Bank list\" looks for columns that this file does not have: \"Plz\" for \"ZIP code\""),
        "{}",
        wrong.text()
    );
    let foreign = mia.upload("/imports/preview", &by("Bank list"), "next.csv", "Plz,Firma\n11222,Another forge\n").await;
    assert!(foreign.says("There is no preset \"Bank list\""), "{}", foreign.text());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("next.csv");
    std::fs::write(&file, "Plz,Firma\n11222,Another forge\n").unwrap();
    let key = app.alpha.key;
    let name = app.db.read(move |conn| fairfloor::programs::queries::find(conn, key)).await.unwrap().name;
    let command = |preset: &str| import::Command {
        kind: "clients".to_owned(),
        file: file.clone(),
        program: Some(name.clone()),
        map: Vec::new(),
        preset: Some(preset.to_owned()),
        decide: Vec::new(),
        dry_run: false,
    };
    let none = import::command(&app.db, command("No list"), &mut |_, _| {}).await.unwrap_err().to_string();
    assert!(none.contains("ppp (deployments), Bank list (clients)"), "{none}");
    let done = import::command(&app.db, command("Bank list"), &mut |_, _| {}).await.unwrap();
    assert!(done.contains("1 businesses, 0 already here"), "{done}");
    let list = max.open("/imports").await;
    let list = max.press(&list, "Rename", &[("name", "List of the bank")]).await;
    assert!(list.says("List of the bank") && !list.says("Bank list"), "{}", list.text());
    let list = max.press(&list, "Remove this preset", &[]).await;
    assert!(!list.says("Presets you keep") && app.audited("import_preset.removed").await == 1, "{}", list.text());
}

/// A directory of certified firms as an agency might give it out: titles above, several codes in one cell, groups in words of its own,
/// coordinates in two shapes, telephones in five styles, days in five, and a line that adds up.
fn directory() -> String {
    const TELEPHONES: [&str; 5] = ["(718) 555-", "718.555.", "+1 718 555 ", "718555", "718-555-"];
    const CODES: [&str; 5] = ["332710; 311811", "332710", "\"315250,314999\"", "332710 - Machine Shops | 332813", "-"];
    const GROUPS: [&str; 5] = ["Subcontinent Asian", "African American", "Caucasian Female", "N/A", "Asian Pacific"];
    const DAYS: [&str; 5] = ["45213", "13/01/2025", "Jan 5", "2025-01-31", "1/5/25"];
    let mut text = "City of Riverton: certified vendors,,,,,,,,\nRun on 11/30/2026,,,,,,,,\n\
                    Vendor,Cert. Type(s),Ethnic Group,Lat/Long,Main Phone,NAICS,Member Since,Sales,Rank\n"
        .to_owned();
    for at in 0..1_000 {
        let place = if at % 3 == 0 { format!("POINT (-73.9 40.{at:03})") } else { format!("\"40.{at:03}, -73.9\"") };
        let name = format!("{} {} {}", ["Ash", "Birch", "Cedar", "Dogwood"][at % 4], ["Castings", "Looms", "Ovens"][at % 3], word(at));
        text += &format!(
            "{name},\"{}\",{},{place},{}{at:04},{},{},{},={at}\n",
            ["MBE; WBE", "DBE", "8(a)\nHUBZone"][at % 3],
            GROUPS[at % 5],
            TELEPHONES[at % 5],
            CODES[at % 5],
            DAYS[at % 5],
            ["\"$1,200,000\"", "(5000)", "1.2M", ""][at % 4],
        );
    }
    text + "TOTAL,1000,,,,,,,\n"
}

/// A word of its own for each number, unlike the others.
fn word(at: usize) -> String {
    let sounds = ["ba", "ko", "li", "mu", "ne", "po", "ra", "si", "tu", "ve"];
    [at / 100, at / 10 % 10, at % 10, (at * 7 + 3) % 10].map(|digit| sounds[digit]).concat()
}

#[tokio::test]
async fn a_directory_in_a_layout_nobody_planned_for_is_mapped_by_hand_and_what_cannot_be_is_asked() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let text = directory();
    let page = shown(&mut max, "clients", &text).await;
    assert!(page.says("Name of the business"), "{}", page.text());
    let job = page.form_with("Read again").value("job").unwrap().to_owned();
    let by_hand = [
        ("job", job.as_str()),
        ("map", "name=Vendor"),
        ("map", "enrolled_on=Member Since"),
        ("map", "telephone=Main Phone"),
        ("map", "naics=NAICS"),
    ];
    let page = max.upload("/imports/preview", &by_hand, "", "").await;
    // The line that adds up stops it, by its line.
    assert!(page.says("a line of totals") && page.says("One thing to fix"), "{}", page.text());
    let (whole, _) = text.rsplit_once("TOTAL").unwrap();
    let page = shown(&mut max, "clients", whole).await;
    let job = page.form_with("Read again").value("job").unwrap().to_owned();
    let mut by_hand = by_hand;
    by_hand[0].1 = &job;
    let page = max.upload("/imports/preview", &by_hand, "", "").await;
    assert!(page.says("2 lines above the names of the columns not read"), "{}", page.text());
    for asked in ["332710; 311811", "315250,314999", "Which industry code is this?", "13/01/2025", "Jan 5"] {
        assert!(page.says(asked), "{asked}: {}", page.text());
    }
    let record = imported(&mut max, &page, "Import 1,000 rows", &[]).await;
    assert_eq!(record.status, StatusCode::OK, "{}", record.text());
    let one = |sql: &'static str| app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get::<_, i64>(0))?));
    let made = one("SELECT count(*) FROM business WHERE import_id IS NOT NULL").await.unwrap();
    let coded = one("SELECT count(*) FROM business WHERE import_id IS NOT NULL AND naics IS NOT NULL").await.unwrap();
    let reached = one("SELECT count(DISTINCT telephone_digits) FROM person WHERE import_id IS NOT NULL").await.unwrap();
    let groups = one("SELECT count(*) FROM demographic_answer").await.unwrap();
    // A cell with several codes is asked about, and left unset; a certificate and an agency's group are no answer about anybody.
    assert_eq!((made, coded, reached, groups), (1_000, 200, 1_000, 0));
    let undone = max.press(&record, "Undo import", &[]).await;
    assert!(undone.says("Undone") && one("SELECT count(*) FROM business WHERE import_id IS NOT NULL").await.unwrap() == 0);
}
