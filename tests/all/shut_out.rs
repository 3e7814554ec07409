//! Nobody shuts somebody else out by typing wrong codes, and nobody fills the record with them: tries are counted by who calls.

use crate::codes::{letter, typed};
use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::auth::quick::short_code;

/// A door without an account: its address, and what is typed there.
struct Door {
    path: &'static str,
    right: Vec<(&'static str, String)>,
    wrong: Vec<(&'static str, String)>,
}

impl Door {
    async fn tried(&self, person: &mut Person, is_right: bool) -> Page {
        let fields = if is_right { &self.right } else { &self.wrong };
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        person.post(self.path, &fields).await
    }
}

/// The three doors where something that staff or the person gave is typed.
async fn doors(app: &TestApp) -> [Door; 3] {
    let referred = app.refer(&app.alpha).await;
    let (reference, code) = letter(&mut app.person("Ada").await, &referred.referral).await;
    let mut rosa = app.nobody();
    typed(&mut rosa, &reference, &code).await;
    let until = app.db.clock().today().plus_days(5).to_string();
    let page = rosa.open("/me/helpers").await;
    let shown = rosa.press(&page, "Make their code", &[("name", "Nia"), ("level", "see"), ("until", &until)]).await;
    let codes: Vec<String> =
        shown.text().split("class=\"code\"").skip(1).map(|part| part.split(['<', '>']).nth(1).unwrap().to_owned()).collect();
    let short = short_code(app.db.keys(), reference.trim_start_matches("R-").parse().unwrap());
    let door = |path, reference: &str, code: String, wrong: &str, more: &[(&'static str, &str)]| {
        let with = |code: String| {
            let more = more.iter().map(|(name, value)| (*name, (*value).to_owned()));
            [("reference", reference.to_owned()), ("code", code)].into_iter().chain(more).collect()
        };
        Door { path, right: with(code), wrong: with(wrong.to_owned()) }
    };
    [
        door("/c", &reference, code, "0000-0000-0000", &[]),
        door("/h", &codes[0], codes[1].clone(), "0000-0000-0000", &[("name", "Nia")]),
        door("/status", &reference, short, "0000-0000", &[]),
    ]
}

fn is_open(page: &Page) -> bool {
    page.status == StatusCode::OK || page.leads_to().is_some_and(|to| to.starts_with("/me"))
}

#[tokio::test]
async fn wrong_tries_at_a_reference_shut_out_who_tries_and_nobody_else() {
    for place in 0..3 {
        let app = TestApp::start().await;
        let door = &doors(&app).await[place];
        let mut stranger = app.nobody().calling_from("203.0.113.9");
        let mut first = None;
        for _ in 0..30 {
            let page = door.tried(&mut stranger, false).await;
            let text = (page.status, page.without_keys());
            assert_eq!(*first.get_or_insert(text.clone()), text, "{}: heard or not, the answer is the same", door.path);
        }
        assert!(!is_open(&door.tried(&mut stranger, true).await), "{}: not even the right one", door.path);
        let mut owner = app.nobody().calling_from("198.51.100.1");
        let page = door.tried(&mut owner, true).await;
        assert!(is_open(&page), "{}: {} {}", door.path, page.status, page.text());
        app.move_on(16);
        assert!(is_open(&door.tried(&mut stranger, true).await), "{}: a quarter of an hour later they are heard", door.path);
    }
}

#[tokio::test]
async fn a_right_code_of_ones_own_does_not_buy_more_tries() {
    let app = TestApp::start().await;
    let door = &doors(&app).await[0];
    let mut stranger = app.nobody().calling_from("203.0.113.9");
    for _ in 0..20 {
        assert!(!is_open(&door.tried(&mut stranger, false).await));
        if app.audited("code.refused").await == 19 {
            assert!(is_open(&door.tried(&mut stranger, true).await));
        }
    }
    assert!(!is_open(&door.tried(&mut stranger, true).await));
}

async fn rows(app: &TestApp) -> i64 {
    app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM audit_event", [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn whoever_tries_on_and_on_leaves_one_row_an_hour_in_the_record() {
    let (app, _postbox) = TestApp::start_with_mail().await;
    let mut doors = Vec::from(doors(&app).await);
    for (path, fields) in [
        ("/me/sign-in", vec![("contact", "nobody@client.test".to_owned()), ("code", "000000".to_owned())]),
        ("/me/sign-in/codes", vec![("contact", "nobody@client.test".to_owned())]),
        ("/s/nothing", Vec::new()),
    ] {
        doors.push(Door { path, right: fields.clone(), wrong: fields });
    }
    for (place, door) in doors.iter().enumerate() {
        let mut stranger = app.nobody().calling_from(&format!("203.0.113.{place}"));
        let (before, unheard) = (rows(&app).await, app.audited("caller.not_heard").await);
        for _ in 0..60 {
            door.tried(&mut stranger, false).await;
        }
        let written = rows(&app).await - before;
        assert!((2..=21).contains(&written), "{}: {written}", door.path);
        let noted = app.audited("caller.not_heard").await - unheard;
        // At the sign-in five wrong ones about one code are not written down any more, so the limit is never reached.
        assert_eq!(noted, i64::from(door.path != "/me/sign-in"), "{}", door.path);
    }
    // What one caller types at all doors together is one count.
    let mut stranger = app.nobody().calling_from("203.0.113.200");
    let before = rows(&app).await;
    for _ in 0..10 {
        for door in &doors[..3] {
            door.tried(&mut stranger, false).await;
        }
    }
    assert_eq!(rows(&app).await - before, 21);
    let (before, mut hours) = (rows(&app).await, 0);
    while hours < 3 {
        app.move_on(61);
        for _ in 0..30 {
            doors[0].tried(&mut stranger, false).await;
        }
        hours += 1;
    }
    assert_eq!(rows(&app).await - before, 3 * 21, "twenty tries, and one row that says that the rest was not heard");
}
