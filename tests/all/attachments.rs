//! Files beside what happened: added, taken along, taken back; what is no file of the list is refused, and another program's looks like none.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;

/// A training of Alpha's, and where its files are.
async fn training(app: &TestApp, ada: &mut Person) -> String {
    let form = ada.open("/trainings/new").await;
    let on = app.db.clock().today().to_string();
    let typed = [("title", "Costing"), ("topic", "technology"), ("format", "online"), ("on", on.as_str()), ("hours", "2")];
    let page = ada.press(&form, "Save the training", &typed).await;
    assert!(page.says("See and add files"), "{}", page.text());
    format!("{}/files", page.path)
}

async fn added(ada: &mut Person, address: &str, name: &str, content: &str) -> Page {
    let form = ada.open(address).await;
    let key = form.form_with("Add the file").value("key").unwrap().to_owned();
    let answer = ada.upload(address, &[("key", &key)], name, content).await;
    let next = answer.leads_to().map(str::to_owned);
    if let Some(next) = next { ada.open(&next).await } else { answer }
}

#[tokio::test]
async fn a_file_is_added_taken_along_and_taken_back_and_each_is_written_down() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let files = training(&app, &mut ada).await;
    let page = added(&mut ada, &files, "sign-in sheet.exe", "name;from\nRosa;Alpha\n").await;
    assert!(page.says("sign-in sheet.exe") && page.says("Text, 1 KiB. Added") && page.says("by Ada"), "{}", page.text());
    let again = added(&mut ada, &files, "again.csv", "name;from\nRosa;Alpha\n").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says("This file is here already"), "{}", again.text());
    let address =
        page.text().split("href=\"").find_map(|rest| rest.split('"').next().filter(|at| at.starts_with("/files/"))).unwrap().to_owned();
    let file = ada.open(&address).await;
    assert_eq!(file.text(), "name;from\nRosa;Alpha\n");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"sign-in-sheet.exe.txt\"", "never under an ending it is not");
    assert_eq!((file.header("content-type"), file.header("x-content-type-options")), ("text/plain; charset=utf-8", "nosniff"));
    assert_eq!((app.audited("attachment.added").await, app.audited("attachment.downloaded").await), (1, 1));
    let mut bea = app.person("Bea").await;
    for path in [&address, &files] {
        assert_eq!(bea.look(path).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
    }
    let back = ada.press(&page, "Take back: sign-in sheet.exe", &[]).await;
    assert!(back.says("Taken back"), "{}", back.text());
    assert_eq!(ada.look(&address).await.status, StatusCode::NOT_FOUND);
    let left = app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM attachment_content", [], |row| row.get::<_, i64>(0))?)).await;
    assert_eq!(left.unwrap(), 0, "what was in it is gone");
}

#[tokio::test]
async fn the_files_of_what_was_taken_back_are_still_there_to_be_taken_back() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let files = training(&app, &mut ada).await;
    let page = added(&mut ada, &files, "sheet.txt", "Rosa Doe").await;
    let held = ada.open(files.trim_end_matches("/files")).await;
    ada.press(&held, "Take this training back", &[]).await;
    let gone = ada.open(&files).await;
    assert!(gone.says("What these files stand beside was taken back") && gone.says("sheet.txt"), "{}", gone.text());
    let key = page.form_with("Add the file").value("key").unwrap().to_owned();
    let refused = ada.upload(&files, &[("key", &key)], "more.txt", "more").await;
    assert!(refused.says("no file is added to it any more"), "{}", refused.text());
    let back = ada.press(&gone, "Take back: sheet.txt", &[]).await;
    assert!(!back.text().contains("/undoing"), "{}", back.text());
}

#[tokio::test]
async fn what_is_no_file_of_the_list_is_refused_by_name_and_nothing_is_kept() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let files = training(&app, &mut ada).await;
    for (content, words) in [
        ("<html><script>alert(1)</script></html>", "page of the web"),
        ("#!/bin/sh\nrm -r /\n", "This is a program"),
        ("", "This file is empty"),
    ] {
        let page = added(&mut ada, &files, "sheet.pdf", content).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(page.says(words) && page.says("No files"), "{words}: {}", page.text());
    }
    let large = added(&mut ada, &files, "large.txt", &"a".repeat(5 * 1024 * 1024 + 70_000)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.says("larger than 5 MiB") && large.says("No files"), "{}", large.text());
    for number in 0..20 {
        added(&mut ada, &files, "sheet.txt", &format!("number {number}")).await;
    }
    let one_more = added(&mut ada, &files, "sheet.txt", "one more").await;
    assert!(one_more.says("no more are kept beside one thing"), "{}", one_more.text());
}
