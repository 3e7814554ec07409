//! What a system writes: once, by the rules of the forms.

use super::*;

#[tokio::test]
async fn a_post_with_its_key_is_done_once() {
    let app = TestApp::start().await;
    let system = alpha(&app).await;
    let body = session(app.alpha.client.as_str(), &[("served_on", json!("2026-11-02")), ("extra_topics", json!(["tax"]))]);
    let first = system.post("/api/v1/services", "one", &body).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let again = system.post("/api/v1/services", "one", &body).await;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    assert_eq!((again.header("etag"), again.header("location")), (first.header("etag"), first.header("location")));
    assert_eq!(app.audited("service.logged").await, 1);
    let other = system.post("/api/v1/services", "one", &session(app.alpha.client.as_str(), &[])).await.assert_problem(422);
    assert_eq!(other["type"], "/api#key-reused");
    // Twenty at once are one; another token's key is its own; two days later the key is free again.
    let many: Vec<_> = (0..20)
        .map(|_| {
            let (system, body) = (system.clone(), body.clone());
            tokio::spawn(async move { system.post("/api/v1/services", "many", &body).await.text() })
        })
        .collect();
    let mut answers = std::collections::BTreeSet::new();
    for one in many {
        answers.insert(one.await.unwrap());
    }
    assert_eq!((answers.len(), app.audited("service.logged").await), (1, 2));
    assert_eq!(alpha(&app).await.post("/api/v1/services", "one", &body).await.status, StatusCode::CREATED);
    app.move_on(49 * 60);
    assert_eq!(system.post("/api/v1/services", "one", &body).await.status, StatusCode::CREATED);
    assert_eq!(app.audited("service.logged").await, 4);
    // What is kept names nobody.
    let kept =
        app.db.read(|conn| Ok(conn.query_row("SELECT group_concat(made || etag) FROM api_answer", [], |row| row.get::<_, String>(0))?));
    assert!(!kept.await.unwrap().contains("Alpha"));
    // The same record as a page shows, late because it was, with the tag that it was given.
    let record = system.get(first.header("location")).await;
    assert_eq!(record.header("etag"), first.header("etag"));
    assert_eq!((&record.json()["is_late"], &record.json()["extra_topics"]), (&json!(true), &json!(["tax"])));
    let page = app.person("Ada").await.open(&format!("/services/{}", record.json()["id"].as_str().unwrap())).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_written_keeps_the_rules_of_the_forms() {
    let app = TestApp::start().await;
    let system = alpha(&app).await;
    let path = "/api/v1/clients";
    let program = app.alpha.id.to_string();
    let new =
        json!({ "program": program, "name": "Okafor Metal Finishing", "first_name": "Ada", "telephone": "718 555 0177", "state": "NY" });
    let made = system.post(path, "c1", &new).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let record = system.get(made.header("location")).await.json();
    assert_eq!((record["people"][0]["telephone"].as_str(), record["programs"][0].as_str()), (Some("718 555 0177"), Some(program.as_str())));
    let again = system.post(path, "c2", &new).await.assert_problem(409);
    assert_eq!(again["alike"][0], record["id"]);
    let mut sure = new.clone();
    sure["although_alike"] = json!(true);
    assert_eq!(system.post(path, "c3", &sure).await.status, StatusCode::CREATED);
    // Known in another program: nothing more is said, and its manager is asked.
    let known = system.post(path, "c4", &json!({ "program": program, "name": "Beta Bakery Ovens" })).await.assert_problem(409);
    assert!(known.get("alike").is_none() && !known.to_string().contains("Bill"));
    // Whoever made the token may work there too: it still names no client of a program that is not its own.
    seat(&app, app.account("Max").0, app.beta.key, true).await;
    let known = system.post(path, "c7", &json!({ "program": program, "name": "Beta Bakery Ovens" })).await.assert_problem(409);
    assert!(known["alike"].as_array().is_none_or(Vec::is_empty), "{known}");
    let wrong = json!({ "program": app.beta.id.to_string(), "name": "X" });
    assert_eq!(system.post(path, "c5", &wrong).await.assert_problem(422)["errors"][0]["field"], "program");
    let wrong = json!({ "program": program, "name": " ", "email": "x", "telephone": "1", "first_name": "A", "postal_code": "1" });
    let fields: Vec<String> = system.post(path, "c6", &wrong).await.assert_problem(422)["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap().to_owned())
        .collect();
    for field in ["name", "email", "postal_code"] {
        assert!(fields.iter().any(|one| one == field), "{field}: {fields:?}");
    }
    // Services: days, minutes, and who was there.
    let client = app.alpha.client.as_str();
    for more in [
        ("served_on", json!("2026-12-02")),
        ("served_on", json!("2025-01-01")),
        ("minutes", json!(0)),
        ("people", json!([app.beta.owner.to_string()])),
        ("is_reportable", json!(false)),
    ] {
        system.post("/api/v1/services", "s1", &session(client, &[more])).await.assert_problem(422);
    }
    let why = [("is_reportable", json!(false)), ("reportable_why", json!("she has no green card"))];
    let words = system.post("/api/v1/services", "s2", &session(client, &why)).await.assert_problem(422);
    assert_eq!(words["errors"][0]["field"], "reportable_why");
    // A draft, and no more: nothing leaves the house.
    let draft = json!({ "client": client, "kind": "real_estate", "need": "3,000 sq ft with 400 A", "urgency": "this_month" });
    let made = system.post("/api/v1/referrals", "r1", &draft).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let record = system.get(made.header("location")).await.json();
    assert_eq!((record["status"].as_str(), record["events"][0]["event"].as_str()), (Some("draft"), Some("create")));
    let sent = app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM outbox_message", [], |row| row.get::<_, i64>(0))?));
    assert_eq!(sent.await.unwrap(), 0);
    let tells = json!({ "client": client, "kind": "technology_transfer", "need": "The alloy is made by heating it to 900 degrees, formula: 3 parts tin", "urgency": "no_rush" });
    system.post("/api/v1/referrals", "r2", &tells).await.assert_problem(422);
}

#[tokio::test]
async fn a_note_stays_its_authors_and_a_filed_day_stays_as_it_was() {
    let app = TestApp::start().await;
    let system = alpha(&app).await;
    let made = system.post("/api/v1/services", "n1", &session(app.alpha.client.as_str(), &[])).await;
    let (path, id) = (made.header("location").to_owned(), made.json()["id"].as_str().unwrap().to_owned());
    // Max writes a note on the page; the system changes the minutes and neither sees nor loses it.
    let mut max = app.person("Max").await;
    let page = max.open(&format!("/services/{id}")).await;
    max.press(&page, "Save changes", &[("note", "She may move in June")]).await;
    let seen = system.get(&path).await;
    assert!(!seen.text().contains("June"));
    let changed = system.patch(&path, seen.header("etag"), &json!({ "minutes": 55 })).await;
    assert_eq!(changed.json()["minutes"], 55);
    assert!(max.open(&format!("/services/{id}")).await.text().contains("She may move in June"));
    // Filed.
    let program = app.alpha.key;
    let filed = app.db.write(Actor::system(), move |tx| {
        tx.execute(
            "INSERT INTO filing (public_id, program_id, recipient, authority, questions, from_on, account_id, recorded_at)
             VALUES ('f', ?1, 'Office of Tests', 'Rule 1', 'race', '2025-01-01', 1, 1)",
            [program],
        )?;
        tx.execute(
            "INSERT INTO filing_made (public_id, filing_id, first_on, last_on, key_id, nonce, sealed, sha256, account_id, made_at)
             VALUES ('m', last_insert_rowid(), '2026-10-01', '2026-12-31', 'k', x'00', x'00', 's', 1, 1)",
            [],
        )?;
        tx.audit("test.filed", fairfloor::store::Object::none())
    });
    filed.await.unwrap();
    let refused = system.patch(&path, "*", &json!({ "minutes": 60 })).await.assert_problem(422);
    assert!(refused["detail"].as_str().unwrap().contains("What was filed stays as it was"), "{refused}");
}
