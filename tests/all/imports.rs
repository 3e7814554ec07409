//! Files that cannot be imported as they are: what is wrong is said by line, on the page and as a table of only those rows.

use crate::house::TestApp;
use axum::http::StatusCode;

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
