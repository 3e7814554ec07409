//! A system of the organization's own: what its token opens, what it never opens, and that each deed is done once.

mod writing;

use crate::access::records::Records;
use crate::house::{PASSWORD, TestApp};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use fairfloor::api::NewToken;
use fairfloor::api::queries::tokens;
use fairfloor::auth;
use fairfloor::config::Clock;
use fairfloor::store::Actor;
use fairfloor::values::{ApiScope, Line, ServiceId, Vocabulary};
use serde_json::{Value, json};
use tower::ServiceExt;

/// Another system.
#[derive(Clone)]
struct System {
    router: Router,
    token: String,
}

/// What it was answered.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    fn ids(&self) -> Vec<String> {
        self.json()["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    }

    /// A problem as RFC 9457 has it, of a status.
    #[track_caller]
    fn assert_problem(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.header("content-type"), "application/problem+json", "{status}");
        assert_eq!(self.header("cache-control"), "no-store");
        let problem = self.json();
        assert_eq!(problem["status"], status);
        assert!(problem["type"].as_str().unwrap().starts_with("/api#") && problem["title"].is_string() && problem["detail"].is_string());
        problem
    }
}

impl System {
    async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !self.token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        Answer { status, headers, body: to_bytes(response.into_body(), 64 << 20).await.unwrap().to_vec() }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], "").await
    }

    async fn post(&self, path: &str, key: &str, body: &Value) -> Answer {
        let headers = [("content-type", "application/json"), ("idempotency-key", key)];
        self.send(Method::POST, path, &headers, &body.to_string()).await
    }

    async fn patch(&self, path: &str, etag: &str, body: &Value) -> Answer {
        let headers = [("content-type", "application/merge-patch+json"), ("if-match", etag)];
        self.send(Method::PATCH, path, &headers, &body.to_string()).await
    }
}

/// A system with a token that a manager made.
async fn connect(app: &TestApp, manager: &str, programs: &[i64], scopes: &[ApiScope]) -> System {
    connect_at(app, manager, programs, scopes, 6000).await
}

async fn connect_at(app: &TestApp, manager: &str, programs: &[i64], scopes: &[ApiScope], per_minute: i64) -> System {
    let (account, programs, scopes) = (app.account(manager).0, programs.to_vec(), scopes.to_vec());
    let made = app.db.write(Actor::system(), move |tx| {
        let viewer = auth::queries::find_viewer(tx, account, Clock::machine_now().millis())?.unwrap();
        let expires_at = tx.at().plus_days(30);
        tokens::make(tx, &viewer, &NewToken { name: Line::parse("Nightly copy", "name")?, programs, scopes, per_minute, expires_at })
    });
    System { router: app.router.clone(), token: made.await.unwrap() }
}

async fn alpha(app: &TestApp) -> System {
    connect(app, "Max", &[app.alpha.key], ApiScope::ALL).await
}

fn session(client: &str, more: &[(&str, Value)]) -> Value {
    let mut body = json!({ "client": client, "kind": "space", "channel": "phone", "minutes": 30 });
    for (name, value) in more {
        body[*name] = value.clone();
    }
    body
}

const LISTS: [&str; 7] = ["clients", "services", "referrals", "partners", "deployments", "outcomes", "trainings"];

#[tokio::test]
async fn a_manager_makes_a_token_and_reads_it_once() {
    let app = TestApp::start().await;
    app.arm(&["Max"]).await;
    let mut max = app.person("Max").await;
    let page = max.open("/tokens").await;
    let code = app.code("Max").await;
    let program = app.alpha.key.to_string();
    let typed = [("name", "Case files"), ("program", &program), ("scope", "clients:read"), ("password", PASSWORD), ("code", &code)];
    let wrong = [("name", "Case files"), ("program", &program), ("scope", "clients:read"), ("password", "guess"), ("code", &code)];
    let again = max.press(&page, "Make the token", &wrong).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!again.text().contains("fairfloor_"));
    let form = page.form_with("Make the token").filled("Make the token", &typed);
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let made = max.post("/tokens", &fields).await;
    let text = made.text();
    let token = &text[text.find("fairfloor_").unwrap()..][.."fairfloor_".len() + 52];
    let system = System { router: app.router.clone(), token: token.to_owned() };
    assert_eq!(system.get("/api/v1/clients").await.status, StatusCode::OK);
    system.get("/api/v1/services").await.assert_problem(403);
    // A double click makes one, and shows it once; it is in no file.
    assert_eq!(max.post("/tokens", &fields).await.leads_to(), Some("/tokens"));
    let list = max.open("/tokens").await;
    assert!(list.says("Case files") && list.says("Last used on") && !list.text().contains(token));
    let kept = app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM api_token", [], |row| row.get::<_, i64>(0))?)).await;
    assert_eq!(kept.unwrap(), 1);
    for file in [app.folder.folder.database(), app.folder.folder.wal()] {
        let bytes = std::fs::read(file).unwrap();
        assert!(!bytes.windows(token.len()).any(|window| window == token.as_bytes()));
    }
    // Ended, with a reason, it opens nothing.
    max.press(&list, "End this token", &[("why", "Replaced")]).await;
    let dead = system.get("/api/v1/clients").await;
    dead.assert_problem(401);
    assert!(dead.header("www-authenticate").contains("invalid_token"));
    assert!(max.open("/tokens").await.says("Replaced"));
    assert_eq!(app.audited("token.made").await + app.audited("token.ended").await, 2);
}

/// Gives a manager a program, or takes it away.
async fn seat(app: &TestApp, manager: i64, program: i64, is_theirs: bool) {
    let changed = app.db.write(Actor::system(), move |tx| {
        let sql = if is_theirs {
            "INSERT INTO membership (account_id, program_id, role) VALUES (?1, ?2, 'manager')"
        } else {
            "DELETE FROM membership WHERE account_id = ?1 AND program_id = ?2"
        };
        tx.execute(sql, (manager, program))?;
        tx.audit("test.changed", fairfloor::store::Object::none())
    });
    changed.await.unwrap();
}

#[tokio::test]
async fn a_token_may_never_do_what_its_maker_may_not() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    let (program, manager) = (app.alpha.key, app.account("Mia").0);
    // Nobody makes one for a program they do not manage.
    let refused = app.db.write(Actor::system(), move |tx| {
        let viewer = auth::queries::find_viewer(tx, manager, Clock::machine_now().millis())?.unwrap();
        let scopes = vec![ApiScope::ReadClients];
        let new =
            NewToken { name: Line::parse("X", "name")?, programs: vec![program], scopes, per_minute: 60, expires_at: tx.at().plus_days(1) };
        tokens::make(tx, &viewer, &new)
    });
    assert!(refused.await.is_err());
    // Mia comes to manage Alpha too, and loses it again: read anew at each request.
    seat(&app, manager, program, true).await;
    let both = connect(&app, "Mia", &[app.alpha.key, app.beta.key], ApiScope::ALL).await;
    let client = format!("/api/v1/clients/{}", app.alpha.client);
    assert_eq!(both.get(&client).await.status, StatusCode::OK);
    let seen = both.get("/api/v1/clients").await.ids();
    assert!(seen.contains(&app.alpha.client.to_string()) && seen.contains(&app.beta.client.to_string()));
    // A token with one program of the two does not see the other.
    let beta = connect(&app, "Mia", &[app.beta.key], ApiScope::ALL).await;
    beta.get(&client).await.assert_problem(404);
    assert_eq!(beta.get("/api/v1/clients").await.ids(), [app.beta.client.to_string()]);
    let service = beta.post("/api/v1/services", "k1", &session(app.alpha.client.as_str(), &[])).await;
    assert_eq!(service.assert_problem(422)["errors"][0]["field"], "client");
    beta.patch(&format!("/api/v1/services/{}", records.value("{service}")), "*", &json!({ "minutes": 5 })).await.assert_problem(404);
    beta.patch(&client, "*", &json!({ "name": "Taken" })).await.assert_problem(404);
    for list in LISTS {
        let page = beta.get(&format!("/api/v1/{list}")).await;
        assert!(!page.text().contains("Alpha Metal") && !page.text().contains("Rosa"), "{list}");
        assert_eq!(page.ids().len(), usize::from(list == "clients"), "{list}");
        let foreign = beta.get(&format!("/api/v1/{list}?program={}", app.alpha.id)).await.assert_problem(400);
        let none = beta.get(&format!("/api/v1/{list}?program={}", ServiceId::from_bits([7; 16]))).await.assert_problem(400);
        assert_eq!(foreign, none, "another program looks like none");
    }
    seat(&app, manager, program, false).await;
    both.get(&client).await.assert_problem(404);
    assert_eq!(both.get("/api/v1/clients").await.ids(), [app.beta.client.to_string()]);
    // Whoever loses their account takes their tokens with them.
    let closed = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE account SET disabled_at = ?2 WHERE id = ?1", (manager, tx.at()))?;
        tx.audit("test.changed", fairfloor::store::Object::none())
    });
    closed.await.unwrap();
    both.get("/api/v1/clients").await.assert_problem(401);
}

#[tokio::test]
async fn every_error_is_a_problem_and_says_how_to_go_on() {
    let app = TestApp::start().await;
    let system = alpha(&app).await;
    let stranger = System { router: app.router.clone(), token: String::new() };
    assert_eq!(stranger.get("/api/v1/clients").await.assert_problem(401)["type"], "/api#token");
    for token in ["x", "fairfloor_", &format!("fairfloor_{}", "0".repeat(52))] {
        let forged = System { router: app.router.clone(), token: token.to_owned() };
        assert!(forged.get("/api/v1/clients").await.header("www-authenticate").contains("Bearer"), "{token}");
    }
    for path in ["/api/nothing", "/api/v1", "/api/v1/clients/", "/api/v2/clients", "/api/"] {
        system.get(path).await.assert_problem(404);
    }
    let other = system.send(Method::DELETE, "/api/v1/clients", &[], "").await;
    other.assert_problem(405);
    assert!(other.header("allow").contains("GET") && other.header("allow").contains("POST"));
    for query in ["limit=0", "limit=201", "limit=x", "limit=5&limit=6", "page=2", "after=x", "changed_since=yesterday", "client=1"] {
        system.get(&format!("/api/v1/services?{query}")).await.assert_problem(400);
    }
    let nobody = ServiceId::from_bits([7; 16]);
    for path in [format!("/api/v1/services?after={nobody}"), "/api/v1/clients?client=00000000000000000000000000".to_owned()] {
        system.get(&path).await.assert_problem(400);
    }
    for id in ["1", "x", "%00", "R-1187", nobody.as_str()] {
        system.get(&format!("/api/v1/clients/{id}")).await.assert_problem(404);
    }
    let sent = |headers: &'static [(&'static str, &'static str)], body: String| {
        let system = system.clone();
        async move { system.send(Method::POST, "/api/v1/services", headers, &body).await }
    };
    sent(&[("content-type", "text/plain"), ("idempotency-key", "a")], "{}".to_owned()).await.assert_problem(415);
    sent(&[("content-type", "application/json"), ("idempotency-key", "a")], "{".to_owned()).await.assert_problem(400);
    sent(&[("content-type", "application/json"), ("idempotency-key", "a")], r#"{"a":1,"a":2}"#.to_owned()).await.assert_problem(400);
    sent(&[("content-type", "application/json")], session("x", &[]).to_string()).await.assert_problem(422);
    sent(&[("content-type", "application/json")], session(app.alpha.client.as_str(), &[]).to_string()).await.assert_problem(400);
    sent(&[("content-type", "application/json"), ("idempotency-key", "a")], " ".repeat(300_000)).await.assert_problem(413);
    let wrong = system.post("/api/v1/services", "a", &json!({ "minutes": 9999, "race": "x" })).await.assert_problem(422);
    assert_eq!(wrong["errors"].as_array().unwrap().len(), 5, "{wrong}");
    // Every type leads to a place on the page.
    let page = app.nobody().open("/api").await.text();
    for (kind, _) in wrong["type"].as_str().into_iter().map(|kind| kind.split_once('#').unwrap()) {
        assert_eq!(kind, "/api");
    }
    assert!(page.contains("id=\"refused\"") && page.contains("id=\"token\""));
}

#[tokio::test]
async fn cookies_open_nothing_below_the_api_and_tokens_nothing_above_it() {
    let app = TestApp::start().await;
    let (system, mut max) = (alpha(&app).await, app.person("Max").await);
    assert_eq!(max.look("/api/v1/clients").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(max.post("/api/v1/clients", &[]).await.status, StatusCode::UNAUTHORIZED);
    for path in ["/clients", "/tokens", "/audit"] {
        let page = system.get(path).await;
        assert!(page.header("location").starts_with("/sign-in"), "{path}");
    }
    // A script of another site has nothing to send along; a system behind a browser's headers works.
    let headers = [
        ("content-type", "application/json"),
        ("idempotency-key", "b1"),
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://x.example"),
        ("cookie", "staff=x"),
    ];
    let body = session(app.alpha.client.as_str(), &[]).to_string();
    assert_eq!(system.send(Method::POST, "/api/v1/services", &headers, &body).await.status, StatusCode::CREATED);
    let stranger = System { token: String::new(), ..system };
    stranger.send(Method::POST, "/api/v1/services", &headers, &body).await.assert_problem(401);
}

#[tokio::test]
async fn a_list_is_read_page_by_page_each_record_once() {
    let app = TestApp::start().await;
    let system = alpha(&app).await;
    let mut made = Vec::new();
    for place in 0..7 {
        let day = format!("2026-11-{:02}", 20 + place);
        let answer =
            system.post("/api/v1/services", &format!("p{place}"), &session(app.alpha.client.as_str(), &[("served_on", json!(day))])).await;
        made.push(answer.json()["id"].as_str().unwrap().to_owned());
    }
    let (mut path, mut seen, mut pages) = ("/api/v1/services?limit=3".to_owned(), Vec::new(), 0);
    loop {
        let page = system.get(&path).await;
        seen.extend(page.ids());
        pages += 1;
        let next = page.json()["next"].as_str().map(str::to_owned);
        let Some(next) = next else {
            assert_eq!(page.header("link"), "");
            break;
        };
        assert_eq!(page.header("link"), format!("<{next}>; rel=\"next\""));
        path = next;
    }
    assert_eq!((seen, pages), (made.clone(), 3));
    let of_client = system.get(&format!("/api/v1/services?client={}&limit=1", app.alpha.client)).await;
    assert!(of_client.json()["next"].as_str().unwrap().contains("client="));
    assert_eq!(system.get(&format!("/api/v1/services?client={}", ServiceId::from_bits([7; 16]))).await.ids().len(), 0);
    // Only what changed since.
    app.move_on(60);
    let now = jiff::Timestamp::from_millisecond(app.db.clock().now().millis()).unwrap().to_string();
    let since = format!("/api/v1/services?changed_since={now}");
    assert_eq!(system.get(&since).await.ids().len(), 0);
    app.move_on(1);
    let one = format!("/api/v1/services/{}", made[2]);
    let etag = system.get(&one).await.header("etag").to_owned();
    assert_eq!(system.patch(&one, &etag, &json!({ "minutes": 45 })).await.status, StatusCode::OK);
    assert_eq!(system.get(&since).await.ids(), [made[2].clone()]);
    let clients = format!("/api/v1/clients?changed_since={now}");
    assert_eq!(system.get(&clients).await.ids().len(), 0);
    let (client, owner) = (app.alpha.client_key, app.alpha.owner_key);
    let changed = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE person SET last_name = 'Roe', version = version + 1 WHERE id = ?1", [owner])?;
        tx.audit("test.changed", fairfloor::store::Object::none())
    });
    changed.await.unwrap();
    assert_eq!(system.get(&clients).await.ids(), [app.alpha.client.to_string()], "a change of its people is one of {client}");
}

#[tokio::test]
async fn a_tag_saves_what_is_known_and_guards_what_changed() {
    let app = TestApp::start().await;
    let system = alpha(&app).await;
    let path = format!("/api/v1/clients/{}", app.alpha.client);
    let first = system.get(&path).await;
    let etag = first.header("etag").to_owned();
    assert!(etag.starts_with('"') && etag.ends_with('"'), "strong: {etag}");
    for known in [etag.clone(), format!("W/{etag}"), "*".to_owned(), format!("\"x\", {etag}")] {
        let again = system.send(Method::GET, &path, &[("if-none-match", &known)], "").await;
        assert_eq!((again.status, again.body.len(), again.header("etag")), (StatusCode::NOT_MODIFIED, 0, etag.as_str()), "{known}");
    }
    let head = system.send(Method::HEAD, &path, &[], "").await;
    assert_eq!((head.status, head.body.len(), head.header("etag")), (StatusCode::OK, 0, etag.as_str()));
    // A change names the version it changes.
    let bare = system.send(Method::PATCH, &path, &[("content-type", "application/json")], r#"{"product":"Stairs"}"#).await;
    bare.assert_problem(428);
    system.patch(&path, "\"old\"", &json!({ "product": "Stairs" })).await.assert_problem(412);
    let changed = system.patch(&path, &etag, &json!({ "product": "Stairs", "city": "Brooklyn" })).await;
    assert_eq!((changed.status, changed.json()["product"].as_str()), (StatusCode::OK, Some("Stairs")));
    assert_ne!(changed.header("etag"), etag);
    assert_eq!(system.get(&path).await.header("etag"), changed.header("etag"));
    system.patch(&path, &etag, &json!({ "product": "Doors" })).await.assert_problem(412);
    // Null takes away; what is not sent stays; nothing sent changes nothing.
    let cleared = system.patch(&path, changed.header("etag"), &json!({ "product": null })).await.json();
    assert_eq!(
        (&cleared["product"], cleared["city"].as_str(), cleared["name"].as_str()),
        (&Value::Null, Some("Brooklyn"), Some("Alpha Metal Works"))
    );
    let before = app.audited("client.changed").await;
    assert_eq!(system.patch(&path, "*", &json!({})).await.status, StatusCode::OK);
    assert_eq!(app.audited("client.changed").await, before);
    let wrong = system.patch(&path, "*", &json!({ "postal_code": "123", "naics": "999999" })).await.assert_problem(422);
    assert_eq!(wrong["errors"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_system_acts_under_its_own_name_and_who_it_looked_at_can_read_it() {
    let app = TestApp::start().await;
    Records::of(&app, &app.alpha).await;
    let system = alpha(&app).await;
    for list in LISTS {
        assert_eq!(system.get(&format!("/api/v1/{list}")).await.status, StatusCode::OK, "{list}");
    }
    let business = app.alpha.client_key;
    let count = |sql: &'static str| app.db.read(move |conn| Ok(conn.query_row(sql, [business], |row| row.get::<_, i64>(0))?));
    let looked = "SELECT count(*) FROM look WHERE business_id = ?1 AND role = 'system'";
    let first = count(looked).await.unwrap();
    assert!(first >= 2, "the record, and the referral: {first}");
    for list in LISTS {
        system.get(&format!("/api/v1/{list}")).await;
    }
    assert_eq!(count(looked).await.unwrap(), first, "once a day");
    system.post("/api/v1/services", "a1", &session(app.alpha.client.as_str(), &[])).await;
    let acts = "SELECT count(*) FROM audit_event WHERE actor_kind = 'token' AND action = 'service.logged' AND ?1 > 0";
    assert_eq!(count(acts).await.unwrap(), 1);
    let narrow = connect(&app, "Max", &[app.alpha.key], &[ApiScope::ReadPartners]).await;
    narrow.get("/api/v1/clients").await.assert_problem(403);
    assert_eq!(app.audited("access.refused").await, 1);
    let record = app.person("Aud").await.open("/audit").await;
    assert!(record.says("Token, Nightly copy"), "the record names the token");
}

#[tokio::test]
async fn a_token_has_a_pace_and_a_last_day() {
    let app = TestApp::start().await;
    let slow = connect_at(&app, "Max", &[app.alpha.key], &[ApiScope::ReadPartners], 60).await;
    let mut refused = None;
    for _ in 0..70 {
        let answer = slow.get("/api/v1/partners").await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.unwrap();
    refused.assert_problem(429);
    assert!(refused.header("retry-after").parse::<u64>().unwrap() >= 1);
    let other = alpha(&app).await;
    assert_eq!(other.get("/api/v1/partners").await.status, StatusCode::OK, "another token does not pay for it");
    app.move_on(31 * 24 * 60);
    other.get("/api/v1/partners").await.assert_problem(401);
}

#[tokio::test]
async fn the_document_has_every_operation_and_the_page_shows_how_to_begin() {
    let app = TestApp::start().await;
    let stranger = System { router: app.router.clone(), token: String::new() };
    let document = stranger.get("/api/openapi.json").await;
    assert_eq!((document.status, document.header("content-type")), (StatusCode::OK, "application/json"));
    let document = document.json();
    assert_eq!(document["openapi"], "3.1.0");
    let mut routes = 0;
    for route in fairfloor::app::routes().iter().filter(|route| route.path.starts_with("/api/v1/")) {
        let method = route.method.code().to_ascii_lowercase();
        assert!(document["paths"][route.path][&method]["operationId"].is_string(), "{method} {}", route.path);
        routes += 1;
    }
    assert_eq!(routes, 15);
    let page = app.nobody().open("/api").await;
    assert!(page.status == StatusCode::OK && page.text().matches("curl").count() == 3 && page.text().contains("/api/openapi.json"));
}
