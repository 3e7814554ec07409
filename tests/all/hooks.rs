//! Own systems are told of referrals: with the event, by ids alone, signed, never into a private network, again until it is enough.

use crate::house::{PASSWORD, TestApp};
use axum::http::StatusCode;
use fairfloor::api::hooks::sender::Sender;
use fairfloor::api::hooks::{Address, NewHook, signature};
use fairfloor::api::queries::hooks;
use fairfloor::auth;
use fairfloor::config::Clock;
use fairfloor::referrals::deed::Who;
use fairfloor::referrals::queries::{NewReferral, create};
use fairfloor::referrals::{Event, Party};
use fairfloor::store::{Actor, Object};
use fairfloor::values::{HookFailure, Kind, Origin, Urgency};
use serde_json::Value;

/// An address of Alpha that Max named, told of some events.
async fn name(app: &TestApp, url: &'static str, events: &[Event]) {
    let (account, program, events) = (app.account("Max").0, app.alpha.key, events.to_vec());
    let made = app.db.write(Actor::system(), move |tx| {
        let viewer = auth::queries::find_viewer(tx, account, Clock::machine_now().millis())?.unwrap();
        hooks::make(tx, &viewer, &NewHook { program, address: Address::parse(url, true)?, events })
    });
    assert!(made.await.unwrap().starts_with("whsec_"));
}

async fn take(app: &TestApp) -> Option<hooks::Call> {
    app.db.write(Actor::system(), hooks::take).await.unwrap()
}

async fn call(app: &TestApp) {
    let (_stop, stopped) = tokio::sync::watch::channel(false);
    Sender::new(app.db.clone()).send_due(&stopped).await.unwrap();
}

async fn count(app: &TestApp, of: &'static str) -> i64 {
    let sql = format!("SELECT count(*) FROM api_delivery WHERE {of}");
    app.db.read(move |conn| Ok(conn.query_row(&sql, [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn an_event_is_told_by_ids_alone_and_only_where_somebody_asked() {
    let app = TestApp::start().await;
    name(&app, "https://systems.example/told", &[Event::Send]).await;
    assert!(take(&app).await.is_none());
    let referral = app.refer(&app.alpha).await.referral;
    app.refer(&app.beta).await;
    assert_eq!(count(&app, "1").await, 1, "of all that happened, one event of one program");
    let call = take(&app).await.unwrap();
    let body: Value = serde_json::from_str(&call.body).unwrap();
    assert_eq!((body["type"].as_str(), body["data"]["status"].as_str()), (Some("referral.send"), Some("requested")));
    assert_eq!(
        (body["data"]["referral"].as_str(), body["data"]["client"].as_str()),
        (Some(referral.as_str()), Some(app.alpha.client.as_str()))
    );
    let mut members: Vec<&String> = body["data"].as_object().unwrap().keys().collect();
    members.sort();
    assert_eq!(members, ["client", "program", "referral", "seq", "status"]);
    for word in ["Alpha", "Rosa", "Ada"] {
        assert!(!call.body.contains(word), "{word}");
    }
    assert_eq!(call.id, format!("{referral}.{}", body["data"]["seq"]));
    assert!(signature(&call.secret, &call.id, 1, &call.body).starts_with("v1,"));
    // What it is signed with is nowhere in the file.
    let kept = app.db.read(|conn| Ok(conn.query_row("SELECT secret FROM api_hook", [], |row| row.get::<_, Vec<u8>>(0))?)).await.unwrap();
    assert!(!kept.windows(call.secret.len()).any(|window| window == call.secret.as_slice()));
}

#[tokio::test]
async fn nobody_is_called_inside_and_after_enough_tries_it_is_given_up() {
    let app = TestApp::start().await;
    // A name that was good when it was typed may lead anywhere later: here it leads to this machine.
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url: &'static str = format!("http://127.0.0.1:{}/told", server.local_addr().unwrap().port()).leak();
    server.set_nonblocking(true).unwrap();
    name(&app, url, &[Event::Send]).await;
    app.refer(&app.alpha).await;
    for _ in 0..7 {
        call(&app).await;
        assert_eq!(count(&app, "failure = 'inside'").await, 1);
        app.move_on(1441);
    }
    assert!(server.accept().is_err(), "nobody called");
    assert_eq!((count(&app, "failed_at IS NOT NULL AND attempts = 7").await, app.audited("hook.given_up").await), (1, 1));
    call(&app).await;
    assert_eq!(count(&app, "attempts = 7").await, 1, "that was enough");
    let page = app.person("Max").await.open("/hooks").await;
    assert!(page.says("1 given up") && page.says("its name leads into a private network"), "{}", page.text());
}

#[tokio::test]
async fn waits_grow_and_a_call_that_was_taken_is_made_once() {
    let app = TestApp::start().await;
    name(&app, "https://systems.example/told", &[Event::Send]).await;
    app.refer(&app.alpha).await;
    let first = take(&app).await.unwrap();
    assert!(take(&app).await.is_none(), "not before its wait is over, whatever became of it");
    let (id, failed) = (first.id.clone(), first.clone());
    app.db.write(Actor::system(), move |tx| hooks::note(tx, &failed, Some(HookFailure::TooSlow))).await.unwrap();
    app.move_on(1);
    let second = take(&app).await.unwrap();
    assert_eq!(second.id, id, "the other side tells a second call by its id");
    app.move_on(4);
    assert!(take(&app).await.is_none(), "the second wait is longer");
    app.db.write(Actor::system(), move |tx| hooks::note(tx, &second, None)).await.unwrap();
    app.move_on(3000);
    assert!(take(&app).await.is_none());
    assert_eq!(count(&app, "sent_at IS NOT NULL AND attempts = 2").await, 1);
}

/// A draft for Alpha's client.
async fn draft(app: &TestApp) {
    let (account, program, business) = (app.account("Ada").0, app.alpha.key, app.alpha.client_key);
    let made = app.db.write(Actor::system(), move |tx| {
        let new = NewReferral {
            program,
            business,
            kind: Kind::RealEstate,
            need: "3,000 sq ft".to_owned(),
            urgency: Urgency::NoRush,
            origin: Origin::Advisor,
            partner: None,
            advisor: account,
            replaces: None,
            together: None,
        };
        create(tx, &Who::staff(Party::Advisor, account), &new).map(drop)
    });
    made.await.unwrap();
}

#[tokio::test]
async fn an_ended_address_and_one_of_somebody_who_lost_the_program_is_told_nothing() {
    let app = TestApp::start().await;
    name(&app, "https://systems.example/one", &[Event::Create]).await;
    draft(&app).await;
    let mut max = app.person("Max").await;
    let page = max.open("/hooks").await;
    assert!(page.says("1 waiting"));
    max.press(&page, "End this address", &[("why", "Replaced")]).await;
    assert!(take(&app).await.is_none());
    draft(&app).await;
    assert_eq!(count(&app, "1").await, 1, "nothing more is written for it");
    name(&app, "https://systems.example/two", &[Event::Create]).await;
    draft(&app).await;
    let account = app.account("Max").0;
    let lost = app.db.write(Actor::system(), move |tx| {
        tx.execute("DELETE FROM membership WHERE account_id = ?1", [account])?;
        tx.audit("test.changed", Object::none())
    });
    lost.await.unwrap();
    assert!(take(&app).await.is_none());
    assert_eq!((app.audited("hook.dropped").await, count(&app, "failed_at IS NOT NULL").await), (1, 2));
}

#[tokio::test]
async fn a_manager_names_an_address_and_reads_its_secret_once() {
    let app = TestApp::start().await;
    app.arm(&["Max"]).await;
    let mut max = app.person("Max").await;
    let page = max.open("/hooks").await;
    for url in ["http://example.org/", "https://10.0.0.1/", "https://localhost@10.0.0.1/", "http://127.0.0.1:9/"] {
        let code = app.code("Max").await;
        let typed = [("url", url), ("event", "accept"), ("password", PASSWORD), ("code", &code)];
        let refused = max.press(&page, "Name the address", &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{url}");
    }
    let code = app.code("Max").await;
    let typed = [("url", "https://systems.example/told"), ("event", "accept"), ("password", PASSWORD), ("code", &code)];
    let made = max.press(&page, "Name the address", &typed).await;
    assert!(made.text().contains("whsec_"), "{}", made.text());
    let again = max.open("/hooks").await;
    assert!(again.says("https://systems.example/told") && !again.text().contains("whsec_"));
    assert_eq!(app.audited("hook.made").await, 1);
}
