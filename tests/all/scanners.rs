//! Machines that open every link, and links that are dead: looking changes nothing, and every dead link is one page of one length.

use crate::house::TestApp;
use crate::partners_side::dump;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use fairfloor::auth::links::{self, Target};
use fairfloor::store::{Actor, Object};
use fairfloor::values::{LinkKind, Vocabulary};
use std::collections::BTreeSet;

/// One living link of every kind there is, by the beginning of its address.
async fn one_of_each(app: &TestApp) -> Vec<(&'static str, String)> {
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/questions?kind=real_estate", app.alpha.client)).await;
    ada.press(&page, "Ask", &[("text", "Is anything with 400 A free in March?"), ("contact", &referred.contact)]).await;
    let (owner, contact) = (app.alpha.owner_key, referred.contact.clone());
    let outcome = crate::outcomes::asked(app, &mut ada).await;
    let story = crate::stories::asked(app, &mut ada).await;
    let made = app.db.write(Actor::system(), move |tx| {
        let contact: i64 = tx.query_row("SELECT id FROM partner_contact WHERE public_id = ?1", [contact], |row| row.get(0))?;
        let about_me = links::issue(tx, LinkKind::SelfIdentification, Target { person: Some(owner), ..Target::default() })?;
        let sites = links::issue(tx, LinkKind::Sites, Target { contact: Some(contact), ..Target::default() })?;
        let question: i64 = tx.query_row("SELECT link_id FROM question_partner ORDER BY id DESC LIMIT 1", [], |row| row.get(0))?;
        let member = links::issue(tx, LinkKind::Member, Target::default())?;
        let sql = "
            INSERT INTO body_member (public_id, body_id, name, seat, from_on, link_id, created_at)
            VALUES ('0123456789abcdefghjkmnpqrs', 1, 'Nia Hall', 'chair', '2025-01-01', ?1, 1)";
        tx.execute(sql, [member])?;
        tx.audit("link.made", Object::none())?;
        [about_me, sites, question, member].into_iter().map(|link| links::address(tx, &tx.keys(), "", link)).collect::<Result<Vec<_>, _>>()
    });
    let [about_me, sites, question, member] = made.await.unwrap().try_into().unwrap();
    vec![
        ("/p/", referred.partner_link),
        ("/s/", referred.status_link),
        ("/about-me/", about_me),
        ("/u/", sites),
        ("/q/", question),
        ("/o/", outcome),
        ("/m/", member),
        ("/y/", story),
    ]
}

async fn change(app: &TestApp, sql: &'static str) {
    let changed = app.db.write(Actor::system(), move |tx| {
        tx.execute(sql, [])?;
        tx.audit("link.changed_by_a_test", Object::none())
    });
    changed.await.unwrap();
}

/// Status and length of a page, and what it says, seen by a stranger.
async fn seen(app: &TestApp, method: &Method, path: &str) -> (StatusCode, String) {
    let request = Request::builder().method(method.clone()).uri(path).body(Body::empty()).unwrap();
    let page = app.nobody().send(path, request).await;
    (page.status, page.text())
}

#[tokio::test]
async fn a_scanner_that_opens_every_kind_of_link_a_hundred_times_changes_nothing_and_uses_nothing_up() {
    let app = TestApp::start().await;
    let all = one_of_each(&app).await;
    assert_eq!(all.len(), LinkKind::ALL.len(), "every kind of link is tried");
    let before = dump(&app).await;
    for (_, path) in &all {
        for method in [Method::GET, Method::HEAD] {
            for _ in 0..100 {
                assert_eq!(seen(&app, &method, path).await.0, StatusCode::OK, "{method} {path}");
            }
        }
    }
    for method in [Method::GET, Method::HEAD] {
        for path in ["/c", "/p/inbox", "/p/thanks", "/q/thanks"] {
            for _ in 0..100 {
                assert_eq!(seen(&app, &method, path).await.0, StatusCode::OK, "{method} {path}");
            }
        }
    }
    assert!(dump(&app).await == before, "looking changed something");
    for (_, path) in &all {
        assert_eq!(seen(&app, &Method::GET, path).await.0, StatusCode::OK, "{path} still opens for whom it was sent to");
    }
}

#[tokio::test]
async fn an_expired_a_revoked_a_foreign_and_a_made_up_link_are_one_page_of_one_length() {
    for dead in ["expires_at = 1", "revoked_at = issued_at"] {
        let app = TestApp::start().await;
        let all = one_of_each(&app).await;
        let token = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        let mut of_kind: Vec<BTreeSet<(StatusCode, String)>> = Vec::new();
        for (prefix, own) in &all {
            let mut pages = BTreeSet::new();
            // Tokens of every other kind, made up ones, and ones that cannot be.
            for (_, other) in all.iter().filter(|(_, other)| other != own) {
                pages.insert(seen(&app, &Method::GET, &format!("{prefix}{}", token(other))).await);
            }
            for made_up in ["0".repeat(52), "7".repeat(52), "x".to_owned(), "%F0%9F%98%80".to_owned(), format!("{}0", token(own))] {
                pages.insert(seen(&app, &Method::GET, &format!("{prefix}{made_up}")).await);
            }
            of_kind.push(pages);
        }
        change(
            &app,
            if dead.starts_with("expires") {
                "UPDATE access_link SET expires_at = 1"
            } else {
                "UPDATE access_link SET revoked_at = issued_at"
            },
        )
        .await;
        for ((_, own), pages) in all.iter().zip(&mut of_kind) {
            pages.insert(seen(&app, &Method::GET, own).await);
            assert_eq!(pages.len(), 1, "{own} {dead}: {:?}", pages.iter().map(|(status, text)| (status, text.len())).collect::<Vec<_>>());
            assert_eq!(pages.first().map(|(status, _)| *status), Some(StatusCode::NOT_FOUND));
        }
    }
}
