//! What came of it, by pressing buttons: written down, better known, asked about by a private link, answered, contradicted, taken back.

use crate::codes::{letter, typed};
use crate::house::{Page, Person, TestApp};
use crate::voices::completed;
use axum::http::StatusCode;
use fairfloor::auth::links;
use fairfloor::store::Actor;

/// Eight people where there were five, written down by Ada, with or without asking Rosa.
async fn jobs(app: &TestApp, ada: &mut Person, asks: bool) -> Page {
    let form = ada.open(&format!("/clients/{}/outcomes/new", app.alpha.client)).await;
    let mut fields = form.form_with("Save the outcome").filled(
        "Save the outcome",
        &[
            ("kind", "jobs_created"),
            ("before", "5"),
            ("after", "8"),
            ("words", "Two welders and a packer"),
            ("seen", "Rosa, on the telephone"),
        ],
    );
    fields.retain(|(name, _)| asks || name != "ask");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let address = format!("/clients/{}/outcomes", app.alpha.client);
    let (saved, twice) = (ada.post(&address, &fields).await, ada.post(&address, &fields).await);
    assert_eq!(saved.leads_to(), twice.leads_to(), "a double click is one outcome: {}", saved.text());
    ada.open(saved.leads_to().unwrap()).await
}

/// The newest link that asks.
async fn link(app: &TestApp) -> String {
    let found = app.db.write(Actor::system(), |tx| {
        let link: i64 = tx.query_row("SELECT max(link_id) FROM outcome_ask", [], |row| row.get(0))?;
        links::address(tx, &tx.keys(), "", link)
    });
    found.await.unwrap()
}

/// An outcome that is asked about, and its link.
pub async fn asked(app: &TestApp, ada: &mut Person) -> String {
    jobs(app, ada, true).await;
    link(app).await
}

async fn text(app: &TestApp, sql: &'static str) -> String {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get::<_, Option<String>>(0))?)).await.unwrap().unwrap_or_default()
}

#[tokio::test]
async fn an_outcome_is_written_down_seen_and_changed() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let client = format!("/clients/{}", app.alpha.client);
    assert!(ada.open(&client).await.says("Nothing written down yet: a job, a lease"));
    let page = jobs(&app, &mut ada, false).await;
    for words in ["3 people more (5 people before, 8 people after)", "Two welders and a packer", "Advisor's note", "Rosa, on the telephone"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(ada.open(&client).await.says("Jobs created: 3 people more"));
    assert!(ada.open(&format!("{client}?show=outcomes")).await.says("Outcome, written down by Ada"));
    let stale = ada.open(&format!("{}/facts", page.path)).await;
    let form = ada.open(&format!("{}/facts", page.path)).await;
    let changed = ada.press(&form, "Save changes", &[("after", "9")]).await;
    assert!(changed.says("4 people more"), "{}", changed.text());
    let refused = ada.press(&stale, "Save changes", &[("after", "12")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.says("Saved now: Jobs created, 4 people more"), "{}", refused.text());
    assert_eq!(refused.form_with("Save changes").value("after"), Some("12"), "what was typed stays");
    let wrong = ada.press(&refused, "Save changes", &[("before", ""), ("on", "2031-01-01")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("needs the figure before and the figure after") && wrong.says("lies ahead"), "{}", wrong.text());
    // Somebody of another program finds nothing; the manager of this one does.
    assert_eq!(app.person("Bea").await.open(&page.path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.person("Max").await.open(&page.path).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_client_says_with_one_tap_that_it_is_right() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = jobs(&app, &mut ada, true).await;
    assert!(page.says("Asked, and has not answered yet"), "{}", page.text());
    let notice = text(&app, "SELECT body FROM outbox_message ORDER BY id DESC LIMIT 1").await;
    assert!(
        notice.contains("{link}") && !notice.contains("welders") && !notice.contains("obs"),
        "the notice tells nothing of it: {notice}"
    );
    let (address, mut rosa) = (link(&app).await, app.nobody());
    let seen = rosa.open(&address).await;
    for words in ["Is this right?", "Jobs created", "People: 5", "People: 8", "Two welders and a packer", "Did we help with this?"] {
        assert!(seen.says(words), "{words}: {}", seen.text());
    }
    let form = seen.form_with("Yes, that is right");
    let fields = form.filled("Yes, that is right", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        assert_eq!(rosa.post(&form.action, &fields).await.leads_to(), Some(address.as_str()));
    }
    assert_eq!(text(&app, "SELECT count(*) || '' FROM outcome_answer").await, "1", "two taps are one answer");
    let thanks = rosa.open(&address).await;
    assert!(thanks.says("You said that it is right") && !thanks.says("People: 8"), "no figures once it was answered: {}", thanks.text());
    let helped = rosa.press(&thanks, "Yes, some", &[]).await;
    assert!(!helped.says("Did we help with this?"), "it is asked once: {}", helped.text());
    let page = ada.open(&page.path).await;
    for words in ["Client says so too", "\u{201c}That is right\u{201d}", "Yes, some", "By private link"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    for (action, count) in [("outcome.affirmed", 1), ("outcome.attributed", 1), ("outcome.asked", 1)] {
        assert_eq!(app.audited(action).await, count, "{action}");
    }
}

#[tokio::test]
async fn who_has_a_telephone_only_says_it_to_somebody_who_is_named_and_gets_a_copy() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = jobs(&app, &mut ada, false).await;
    let wrong = ada.press(&page, "Save what they said", &[("said", "right"), ("said_amount", "7")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("belong to the other answer"), "{}", wrong.text());
    let page = ada.press(&wrong, "Save what they said", &[("said", "right"), ("said_amount", ""), ("said_helped", "some")]).await;
    for words in ["Client says so too", "On the telephone, or face to face", "heard by Ada", "Yes, some"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(!page.says("has not answered yet"));
    // The copy has a link: whoever was misheard says otherwise, and that holds.
    let mut rosa = app.nobody();
    let seen = rosa.open(&link(&app).await).await;
    assert!(seen.says("Is this right?"), "{}", seen.text());
    rosa.press(&seen, "No, something is different", &[("amount", "6")]).await;
    assert_eq!(text(&app, "SELECT evidence FROM outcome").await, "advisor_note");
    assert!(app.person("Max").await.open("/today").await.says("an outcome is different, the client says"), "a manager sees it too");
    let address = page.path.split('#').next().unwrap().to_owned();
    let stale = ada.open(&address).await;
    let changed = ada.open(&format!("{address}/facts")).await;
    ada.press(&changed, "Save changes", &[("after", "6")]).await;
    let refused = ada.press(&stale, "Save what they said", &[("said", "right")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.says("Read it to them as it is now"), "{}", refused.text());
}

#[tokio::test]
async fn a_contradiction_stands_beside_it_and_the_outcome_counts_by_the_note_alone() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = jobs(&app, &mut ada, true).await;
    let address = page.path.clone();
    let page = ada.press(&page, "Save what was seen", &[("level", "document_seen"), ("seen", "Payroll of November")]).await;
    assert!(page.says("Document seen") && page.says("Payroll of November"), "{}", page.text());
    let mut rosa = app.nobody();
    let seen = rosa.open(&link(&app).await).await;
    let button = "No, something is different";
    assert!(!seen.text().contains("type=\"text\""), "Enter in a field of one line would press the button above it, which says yes");
    let wrong = rosa.press(&seen, button, &[("amount", "a few")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Write a number, such as 24"), "{}", wrong.text());
    let said = rosa.press(&wrong, button, &[("amount", "7"), ("words", "One left again"), ("helped", "no")]).await;
    assert!(said.says("You said that something is different") && !said.says("Did we help"), "{}", said.text());
    let page = ada.open(&address).await;
    for words in
        ["The client says it is different", "Their own figure: 7 people", "One left again", "3 people more", "counts by your note only"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert_eq!(text(&app, "SELECT evidence FROM outcome").await, "advisor_note");
    assert!(page.says("Payroll of November"), "what was seen stays in the history");
    assert!(ada.open("/today").await.says("an outcome is different, the client says"));
    // Changed as the client says, and asked again: one tap settles it.
    let form = ada.open(&format!("{address}/facts")).await;
    assert!(form.says("it counts by your note again"), "{}", form.text());
    let page = ada.press(&form, "Save changes", &[("after", "7")]).await;
    assert!(page.says("They said this before it was changed") && page.says("Changed, so it has to be known anew"), "{}", page.text());
    assert!(!ada.open("/today").await.says("an outcome is different"));
    ada.press(&page, "Ask again with a new link: Rosa Doe", &[]).await;
    let seen = rosa.open(&link(&app).await).await;
    rosa.press(&seen, "Yes, that is right", &[("helped", "a_lot")]).await;
    assert_eq!(text(&app, "SELECT evidence FROM outcome").await, "client_affirmed");
}

#[tokio::test]
async fn nothing_lowers_how_well_something_is_known_and_staff_do_not_speak_for_the_client() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = jobs(&app, &mut ada, false).await;
    let evidence = format!("{}/evidence", page.path);
    let raised = |key: &'static str, version: &'static str, level: &'static str| {
        [("key", key), ("version", version), ("level", level), ("seen", "The survey of the state"), ("seen_on", "2026-11-30")]
    };
    let spoken_for = ada.post(&evidence, &raised("aaaaaaaaaaaaaaaa", "1", "client_affirmed")).await;
    assert!(spoken_for.says("Only the client can say this"), "{}", spoken_for.text());
    assert!(ada.post(&evidence, &raised("bbbbbbbbbbbbbbbb", "1", "third_party")).await.status.is_redirection());
    let lower = ada.post(&evidence, &raised("cccccccccccccccc", "2", "document_seen")).await;
    assert!(lower.says("Nothing lowers how well something is known"), "{}", lower.text());
    let stale = ada.post(&evidence, &raised("dddddddddddddddd", "1", "third_party")).await;
    assert!(!stale.status.is_redirection());
    assert_eq!(text(&app, "SELECT evidence FROM outcome").await, "third_party");
}

#[tokio::test]
async fn it_is_taken_back_with_a_reason_and_its_link_closes() {
    let app = TestApp::start().await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    let page = jobs(&app, &mut ada, true).await;
    let address = link(&app).await;
    let wrong = ada.press(&page, "Take this outcome back", &[]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let gone = ada.press(&wrong, "Take this outcome back", &[("why", "It was another client's")]).await;
    assert!(gone.says("It was another client's") && gone.says("It counts nowhere"), "{}", gone.text());
    assert!(ada.open("/outcomes").await.says("No outcome yet"));
    assert_eq!(app.nobody().open(&address).await.status, StatusCode::NOT_FOUND);
    assert_eq!(text(&app, "SELECT count(*) || '' FROM outbox_message WHERE stopped_at IS NULL").await, "0", "the notice does not go out");
    let page = jobs(&app, &mut ada, false).await;
    app.move_on(24 * 60 + 1);
    let undo = format!("{}/undoing", page.path);
    let late = app.person("Ada").await.post(&undo, &[("version", "1"), ("why", "Too late")]).await;
    assert!(late.says("only for 24 hours"), "{}", late.text());
    drop(max);
    max = app.person("Max").await;
    assert!(max.post(&undo, &[("version", "1"), ("why", "Counted twice")]).await.status.is_redirection(), "a manager may");
}

#[tokio::test]
async fn on_their_own_pages_they_read_all_of_it_and_answer_what_is_asked() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = jobs(&app, &mut ada, true).await;
    let (reference, code) = letter(&mut ada, &referred.referral).await;
    let mut rosa = app.nobody();
    let home = typed(&mut rosa, &reference, &code).await;
    assert!(home.says("Is this right?") && home.says("Jobs created"), "{}", home.text());
    let own = page.path.replace("/outcomes/", "/me/outcomes/");
    let seen = rosa.open(&own).await;
    let said = rosa.press(&seen, "Yes, that is right", &[("helped", "cannot_say")]).await;
    assert!(said.says("You said that it is right") && said.says("I can't say"), "{}", said.text());
    assert!(!rosa.open("/me").await.says("Is this right?"), "it was answered");
    assert!(rosa.open("/me/outcomes").await.says("You said that it is right"));
    assert!(ada.open(&page.path).await.says("On their own pages"));
    // What was changed since it was drawn is not answered.
    let stale = rosa.open(&own).await;
    let form = ada.open(&format!("{}/facts", page.path)).await;
    ada.press(&form, "Save changes", &[("after", "20")]).await;
    let refused = rosa.press(&stale, "Yes, that is right", &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.says("People: 20"), "{}", refused.text());
    // Somebody else's is not there.
    let other = app.db.read(|conn| Ok(conn.query_row("SELECT public_id FROM outcome", [], |row| row.get::<_, String>(0))?)).await.unwrap();
    let mut bill = app.nobody();
    let referred = app.refer(&app.beta).await;
    let (reference, code) = letter(&mut app.person("Bea").await, &referred.referral).await;
    typed(&mut bill, &reference, &code).await;
    assert_eq!(bill.open(&format!("/me/outcomes/{other}")).await.status, StatusCode::NOT_FOUND);
    assert!(bill.open("/me/outcomes").await.says("Nothing is written down yet"));
}

#[tokio::test]
async fn the_page_and_the_link_are_in_the_language_of_the_client() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let address = asked(&app, &mut ada).await;
    let mut rosa = app.nobody();
    let page = rosa.post(&format!("{address}/language?next={address}"), &[("language", "es")]).await;
    assert_eq!(page.leads_to(), Some(address.as_str()));
    let page = rosa.open(&address).await;
    assert!(page.says("¿Es correcto?") && page.says("Empleos creados") && page.says("Personas: 8"), "{}", page.text());
    assert_eq!(text(&app, "SELECT reads FROM person WHERE first_name = 'Rosa'").await, "es", "it is kept with the person");
}

#[tokio::test]
async fn what_a_partner_says_came_of_a_referral_begins_an_outcome() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let referred = completed(&app).await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    assert!(page.says("Write down what came of it"), "{}", page.text());
    let address = format!("/clients/{}/outcomes/new?referral={}", app.alpha.client, referred.referral);
    let form = ada.open(&address).await;
    let fields = form.form_with("Save the outcome");
    assert_eq!((fields.value("kind"), fields.value("level")), (Some("lease_signed"), Some("advisor_note")), "a partner's word is no proof");
    let saved = ada.press(&form, "Save the outcome", &[("after", "3,000")]).await;
    for words in ["Lease signed: 3,000 sq ft", "Came ofR-", "in R-"] {
        assert!(saved.says(words), "{words}: {}", saved.text());
    }
    // One that has not ended begins none, and another client's is not there.
    let foreign = app.refer(&app.beta).await;
    for (client, person) in [(&app.alpha.client, "Ada"), (&app.beta.client, "Bea")] {
        let address = format!("/clients/{client}/outcomes/new?referral={}", foreign.referral);
        assert_eq!(app.person(person).await.open(&address).await.status, StatusCode::NOT_FOUND, "{person}");
    }
    let key: i64 = app
        .db
        .read(move |conn| Ok(conn.query_row("SELECT id FROM referral WHERE public_id = ?1", [foreign.referral], |row| row.get(0))?))
        .await
        .unwrap();
    let form = ada.open(&format!("/clients/{}/outcomes/new", app.alpha.client)).await;
    let wrong = ada.press(&form, "Save the outcome", &[("kind", "patent"), ("referral", &key.to_string())]).await;
    assert!(wrong.says("Choose one from the list"), "{}", wrong.text());
}

#[tokio::test]
async fn totals_are_exact_live_and_filtered() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    jobs(&app, &mut ada, false).await;
    let new = format!("/clients/{}/outcomes/new", app.alpha.client);
    for (kind, after, level) in
        [("contract_won", "120,000", "document_seen"), ("contract_won", "", "advisor_note"), ("patent", "", "third_party")]
    {
        let form = ada.open(&new).await;
        let saved = ada.press(&form, "Save the outcome", &[("kind", kind), ("after", after), ("level", level), ("seen", "A paper")]).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    }
    let list = ada.open("/outcomes").await;
    for words in ["Jobs created113 people more0", "Contract won21$120,0001 without an amount1$120,000", "Alpha Metal Works"] {
        assert!(list.says(words), "{words}: {}", list.text());
    }
    let seen = ada.open("/outcomes?kind=contract_won&evidence=document_seen").await;
    assert!(seen.says("Contract won11$120,0001$120,000") && !seen.says("Jobs created: 3"), "{}", seen.text());
    assert!(ada.open("/outcomes?to=2020-01-01").await.says("No such outcome"));
    assert!(app.person("Bea").await.open("/outcomes").await.says("No outcome yet"), "another program's are not among them");
    // The file has numbers of clients, and neither names nor words.
    app.arm(&["Max"]).await;
    let file = crate::exports::taken(&app, "outcomes", "csv").await;
    assert_eq!(file.lines().count(), 5);
    assert!(file.contains(",Contract won,2026-12-01,cents,,120000,Document seen,As written down in outcome "), "{file}");
    assert!(file.contains(",Jobs created,") && file.contains(",people,5,8,"), "{file}");
    assert!(!file.contains("Alpha Metal") && !file.contains("welders") && !file.contains("A paper"), "{file}");
    assert_eq!(app.audited("records.exported").await, 1);
}

#[tokio::test]
async fn why_it_is_taken_back_is_kept_where_somebody_changed_it_meanwhile() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = jobs(&app, &mut ada, false).await;
    ada.press(&page, "Save what was seen", &[("level", "document_seen"), ("seen", "Payroll of November")]).await;
    let late = ada.press(&page, "Take this outcome back", &[("why", "Written down twice")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("This was changed since you opened it") && late.text().contains("Written down twice"), "{}", late.text());
    let undone = ada.press(&late, "Take this outcome back", &[]).await;
    assert!(undone.says("Written down twice") && app.audited("outcome.undone").await == 1, "{}", undone.text());
}
