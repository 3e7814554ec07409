//! How a yes ends: by the clock, with whoever leaves or is deleted, and with a name that is another. What was released holds nothing of it.

use super::*;

#[tokio::test]
async fn a_yes_ends_by_the_clock_with_a_warning_and_is_kept_by_saying_it_again() {
    let app = TestApp::start().await;
    app.arm(&["Max"]).await;
    let mut ada = app.person("Ada").await;
    let (page, _) = agreed(&app, &mut ada).await;
    assert_eq!(text(&app, "SELECT expires_on FROM story_consent").await, "2027-12-01", "a year at most");
    app.make_a_round().await;
    assert_eq!(app.audited("story.warned").await, 0);
    app.move_to("2027-11-03", 11);
    for _ in 0..2 {
        app.make_a_round().await;
    }
    assert_eq!(app.audited("story.warned").await, 1, "told once, thirty days before");
    assert!(seen(&app, &public(&page)).await.1);
    let (address, mut rosa) = (link(&app).await, app.nobody());
    let soon = rosa.open(&address).await;
    assert!(soon.says("Your permission ends soon"), "{}", main_of(&soon));
    let kept = rosa.press(&soon, "Yes, show it", &[("public", "yes")]).await;
    assert!(kept.says("November 2, 2028"), "{}", main_of(&kept));
    assert_eq!(text(&app, "SELECT group_concat(coalesce(ended_why, 'holds')) FROM story_consent").await, "renewed,holds");
    app.move_to("2028-11-02", 11);
    assert_eq!(seen(&app, &public(&page)).await, (StatusCode::OK, true), "the last day counts");
    app.move_to("2028-11-03", 1);
    assert_eq!(seen(&app, &public(&page)).await, (StatusCode::NOT_FOUND, false));
    let mut ada = app.person("Ada").await;
    assert!(ada.open(&page).await.says("The yes is over"));
    assert!(ada.open("/stories?state=over").await.says("A corner shop at last"));
}

/// Changes something of a client's or a person's.
async fn change(app: &TestApp, sql: &'static str) {
    let changed = app.db.write(Actor::system(), move |tx| {
        tx.execute(sql, [])?;
        tx.audit("test.changed", Object::none())
    });
    changed.await.unwrap();
}

#[tokio::test]
async fn whoever_leaves_is_deleted_or_asks_to_be_is_told_of_no_more() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let (page, address) = agreed(&app, &mut ada).await;
    let public = public(&page);
    let cases = [
        ("UPDATE enrollment SET to_on = '2026-11-30'", "UPDATE enrollment SET to_on = NULL"),
        ("UPDATE ownership SET to_on = '2026-11-30'", "UPDATE ownership SET to_on = NULL"),
    ];
    for (away, back) in cases {
        change(&app, away).await;
        assert_eq!(seen(&app, &public).await, (StatusCode::NOT_FOUND, false), "{away}");
        change(&app, back).await;
        assert!(seen(&app, &public).await.1, "{back}");
    }
    let person = app.alpha.owner_key;
    app.db.write(Actor::system(), move |tx| erasure::ask(tx, person, None)).await.unwrap();
    assert_eq!(seen(&app, &public).await, (StatusCode::NOT_FOUND, false), "who asks to be deleted does not wait for it");
    let (steward, folder) = (app.account("Stu").0, app.folder.folder.clone());
    app.db.write(Actor::system(), move |tx| safeguards::erase(tx, &folder, person, steward)).await.unwrap();
    assert_eq!(seen(&app, &public).await, (StatusCode::NOT_FOUND, false));
    assert_ne!(app.nobody().look(&address).await.status, StatusCode::OK);
    assert_eq!(text(&app, "SELECT ended_why FROM story_consent").await, "erased");
    let left = "SELECT title || words || coalesce(described, '') FROM story UNION ALL SELECT title || words || named || text_hash || text_shown FROM story_consent";
    for row in app
        .db
        .read(move |conn| {
            let mut rows = conn.prepare(left)?;
            let rows = rows.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(rows)
        })
        .await
        .unwrap()
    {
        assert!(!row.contains("Rosa") && !row.contains("baked") && !row.contains("corner"), "{row}");
    }
}

#[tokio::test]
async fn a_release_made_while_a_story_is_shown_holds_nothing_of_it() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    agreed(&app, &mut ada).await;
    let mut max = app.person("Max").await;
    assert!(max.open("/reports/operations").await.says("I baked at home"), "a report that is drawn anew has it");
    let only = max.open("/reports/operations?kind=real_estate").await;
    assert!(only.status == StatusCode::OK && !only.says("I baked at home"), "beside a part of the figures it would seem to explain it");
    let release = crate::releases::release_one(&app, &app.alpha.id).await;
    for path in ["", "/public.json", "/public.csv", "/internal.json", "/internal.csv"] {
        let page = max.open(&format!("/reports/releases/{release}{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.says("I baked at home") && !page.says("A corner shop"), "{path}");
    }
}

#[tokio::test]
async fn another_name_on_file_changes_nothing_of_what_is_shown_until_they_are_asked_again() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let (page, address) = agreed(&app, &mut ada).await;
    change(&app, "UPDATE person SET first_name = 'Rosalia', version = version + 1 WHERE first_name = 'Rosa'").await;
    let told = app.nobody().open(&public(&page)).await;
    assert!(told.says("Rosa") && !told.says("Rosalia"), "{}", main_of(&told));
    assert!(ada.open(&page).await.says("The name on file was changed since"));
    let own = app.nobody().open(&address).await;
    assert!(own.says("As it is shown") && !own.says("Rosalia"), "who agreed sees what others read: {}", main_of(&own));
    // Near the end they see what a new yes would be to, and what they agreed to stands below.
    app.move_to("2027-11-20", 11);
    let mut rosa = app.nobody();
    let soon = rosa.open(&address).await;
    assert!(soon.says("As it would be shown") && soon.says("Rosalia"), "{}", main_of(&soon));
    rosa.press(&soon, "Yes, show it", &[("public", "yes")]).await;
    assert!(app.nobody().open(&public(&page)).await.says("Rosalia"));
}
