//! Files that cannot be imported as they are: what is wrong is said by line, on the page and as a table of only those rows.

use crate::house::TestApp;
use axum::http::StatusCode;
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
