//! Sharing: one yes for several partners, a copy, a day to undo it, an end for each partner alone, and a renewal in one tap.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::auth::links::{self, Target};
use fairfloor::consent;
use fairfloor::partners::{self, NewContact, PartnerFacts};
use fairfloor::referrals::deed::{Deed, Who};
use fairfloor::referrals::fact::Fact;
use fairfloor::referrals::{Event, queries};
use fairfloor::store::{Actor, Object};
use fairfloor::values::{Email, Kind, Line, LinkKind};

/// Three partners for space in program Alpha: addresses of whom to ask.
async fn three_partners(app: &TestApp) -> Vec<String> {
    let program = app.alpha.key;
    let made = app.db.write(Actor::system(), move |tx| {
        ["Canal Lofts", "Dock Street Spaces", "Eastern Yards"]
            .iter()
            .map(|name| {
                let facts = PartnerFacts::named(Line::parse(name, "the name")?, vec![Kind::RealEstate]);
                let (partner, _) = partners::queries::add(tx, program, &facts)?;
                let mail = format!("{}@space.test", name.split(' ').next().unwrap_or_default().to_lowercase());
                let person = NewContact { name: Line::parse("Pat Poe", "the name")?, email: Some(Email::parse(&mail)?), telephone: None };
                let (_, contact) = partners::queries::add_contact(tx, &partners::queries::find(tx, partner)?, &person)?;
                Ok(contact.to_string())
            })
            .collect()
    });
    made.await.unwrap()
}

/// Ada writes the need down and ticks whom to ask.
async fn prepared(app: &TestApp, ada: &mut Person, contacts: &[String]) -> Page {
    let page = ada.open(&format!("/clients/{}/referrals/new?kind=real_estate", app.alpha.client)).await;
    let mut typed = vec![("need", "3,000 square feet near the F train")];
    typed.extend(contacts.iter().map(|contact| ("contact", contact.as_str())));
    ada.press(&page, "Save draft", &typed).await
}

/// The private page of the client about the referral that a staff page shows.
async fn status_link(app: &TestApp, referral: &str) -> String {
    let id = referral.to_owned();
    let found = app.db.read(move |conn| {
        let key: i64 = conn.query_row("SELECT id FROM referral WHERE public_id = ?1", [id], |row| row.get(0))?;
        Ok(key)
    });
    let key = found.await.unwrap();
    let made = app.db.write(Actor::system(), move |tx| {
        let link = queries::status_link(tx, &queries::find(tx, key)?)?;
        tx.audit("link.made", Object::none())?;
        links::address(tx, &tx.keys(), "", link)
    });
    made.await.unwrap()
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

async fn statuses(app: &TestApp) -> Vec<String> {
    let read = app.db.read(|conn| {
        let mut statement = conn.prepare("SELECT status FROM referral ORDER BY id")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?)
    });
    read.await.unwrap()
}

#[tokio::test]
async fn one_spoken_yes_is_for_three_partners_and_one_copy_tells_of_it() {
    let app = TestApp::start().await;
    let contacts = three_partners(&app).await;
    let mut ada = app.person("Ada").await;
    let page = prepared(&app, &mut ada, &contacts).await;
    assert!(page.says("share this with Canal Lofts, Dock Street Spaces and Eastern Yards"), "the words name them all");
    assert!(page.says("Contact's name: Rosa Doe"), "the real values stand there");
    let page = ada.press(&page, "Save what they said", &[("answer", "spoken")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert_eq!(count(&app, "SELECT count(*) FROM consent WHERE ended_at IS NULL AND witness_id IS NOT NULL").await, 3);
    assert_eq!(count(&app, "SELECT count(DISTINCT text_shown) FROM consent").await, 1);
    assert_eq!(count(&app, "SELECT count(*) FROM outbox_message WHERE audience = 'entrepreneur'").await, 1, "one copy, not three");
    assert_eq!(
        count(&app, "SELECT count(*) FROM referral_event WHERE event = 'give_consent' AND told LIKE '%Canal Lofts, Dock Street Spaces and Eastern Yards%24 hours%'").await,
        3
    );
    let page = ada.press(&page, "Send to 3 partners", &[]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(statuses(&app).await, ["requested", "requested", "requested"]);
    assert_eq!(count(&app, "SELECT count(*) FROM outbox_message WHERE audience = 'partner'").await, 3);
}

#[tokio::test]
async fn six_partners_are_too_many_and_one_partner_is_asked_once() {
    let app = TestApp::start().await;
    let contacts = three_partners(&app).await;
    let mut ada = app.person("Ada").await;
    let twice = [contacts[0].clone(), contacts[0].clone()];
    assert_eq!(prepared(&app, &mut ada, &twice).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let six = vec![contacts[0].clone(); 6];
    let page = prepared(&app, &mut ada, &six).await;
    assert!(page.says("Ask 5 partners at most. You ticked 6"), "{}", page.text());
    assert!(statuses(&app).await.is_empty());
}

#[tokio::test]
async fn asked_on_her_page_rosa_shares_with_two_of_three_and_the_third_hears_nothing() {
    let app = TestApp::start().await;
    let contacts = three_partners(&app).await;
    let mut ada = app.person("Ada").await;
    let page = prepared(&app, &mut ada, &contacts).await;
    let referral = page.path.trim_start_matches("/referrals/").to_owned();
    ada.press(&page, "Save what they said", &[("answer", "ask")]).await;
    assert_eq!(count(&app, "SELECT count(*) FROM consent").await, 0, "no answer is a no");
    let mut rosa = app.nobody();
    let page = rosa.open(&status_link(&app, &referral).await).await;
    assert!(page.says("Yes, share with all 3") && page.says("Rosa Doe"));
    let form = page.form_with("Yes, share with those I ticked");
    let none = rosa.press(&page, "Yes, share with those I ticked", &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is ticked beforehand");
    let values: Vec<String> = form.values("with");
    assert_eq!(values.len(), 3);
    let page = rosa.press(&page, "Yes, share with those I ticked", &[("with", &values[0]), ("with", &values[1])]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert_eq!(count(&app, "SELECT count(*) FROM consent WHERE method = 'link'").await, 2);
    let page = ada.open(&format!("/referrals/{referral}")).await;
    let sent = ada.press(&page, "Send to 2 partners", &[]).await;
    assert_eq!(sent.status, StatusCode::OK);
    assert_eq!(count(&app, "SELECT count(*) FROM referral WHERE status = 'draft'").await, 1);
}

#[tokio::test]
async fn sharing_is_stopped_for_one_partner_and_goes_on_for_the_others() {
    let app = TestApp::start().await;
    let contacts = three_partners(&app).await;
    let mut ada = app.person("Ada").await;
    let page = prepared(&app, &mut ada, &contacts).await;
    let referral = page.path.trim_start_matches("/referrals/").to_owned();
    let page = ada.press(&page, "Save what they said", &[("answer", "spoken")]).await;
    ada.press(&page, "Send to 3 partners", &[]).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&status_link(&app, &referral).await).await;
    let page = rosa.press(&page, "Stop sharing with Dock Street Spaces", &[]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(count(&app, "SELECT count(*) FROM referral WHERE status = 'cancelled' AND reason_code = 'consent_revoked'").await, 1);
    assert_eq!(count(&app, "SELECT count(*) FROM consent WHERE ended_at IS NULL").await, 2);
    assert_eq!(count(&app, "SELECT count(*) FROM access_link WHERE kind = 'partner' AND revoked_at IS NULL").await, 2);
    assert!(page.says("Dock Street Spaces: stopped") && page.says("Eastern Yards: has not looked yet"));
}

#[tokio::test]
async fn a_yes_is_undone_within_a_day_and_the_page_says_what_that_means() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&referred.status_link).await;
    assert!(page.says("has not opened your request, so nothing was shared"));
    let mut sal = app.nobody();
    let landing = sal.open(&referred.partner_link).await;
    let desk = sal.press(&landing, "Open the request", &[("name", "Sal Silva")]).await;
    assert_eq!(desk.status, StatusCode::OK);
    let page = rosa.open(&referred.status_link).await;
    assert!(page.says("has opened your request. What they have read already cannot be taken back."));
    let page = rosa.press(&page, "Undo: do not share", &[]).await;
    assert!(page.says("What they have read already cannot be taken back"), "{}", page.text());
    assert_eq!(sal.open(&format!("/p/r/{}", referred.referral)).await.status, StatusCode::NOT_FOUND, "the link died at once");
    let mut ada = app.person("Ada").await;
    assert!(ada.open(&format!("/referrals/{}", referred.referral)).await.says("Nothing is shared now."));
}

#[tokio::test]
async fn a_yes_that_ada_wrote_down_by_mistake_is_a_draft_again() {
    let app = TestApp::start().await;
    let contacts = three_partners(&app).await;
    let mut ada = app.person("Ada").await;
    let page = prepared(&app, &mut ada, &contacts[..1]).await;
    let page = ada.press(&page, "Save what they said", &[("answer", "spoken")]).await;
    assert!(page.says("Send to the partner"));
    let page = ada.press(&page, "Undo the yes", &[]).await;
    assert!(page.says("They were asked, and have not answered. Nothing was shared."), "{}", page.text());
    assert_eq!(statuses(&app).await, ["draft"]);
    assert_eq!(count(&app, "SELECT count(*) FROM consent WHERE ended_at IS NULL").await, 0);
}

/// Moves the last day of every yes.
async fn ends_in(app: &TestApp, days: i64) {
    let moved = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE consent SET expires_on = ?1", [tx.today().plus_days(days)])?;
        tx.audit("consent.moved_by_a_test", Object::none())
    });
    moved.await.unwrap();
}

#[tokio::test]
async fn a_yes_is_warned_of_once_for_each_distance_and_renewed_in_one_tap() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = app.nobody();
    assert!(!rosa.open(&referred.status_link).await.says("Renew my permission"), "a year is long");
    ends_in(&app, 20).await;
    let today = app.db.clock().today();
    let warned = app.db.write(Actor::system(), move |tx| {
        let near = consent::queries::lapsing(tx, today, 30)?;
        assert_eq!((near.len(), consent::queries::lapsing(tx, today, 7)?.len()), (1, 0));
        consent::queries::note_warned(tx, near[0].consent, 30)?;
        tx.audit("consent.warned", Object::none())?;
        Ok::<_, fairfloor::error::Error>(consent::queries::lapsing(tx, today, 30)?.len())
    });
    assert_eq!(warned.await.unwrap(), 0, "each warning comes once");
    ends_in(&app, 5).await;
    assert_eq!(app.db.read(move |conn| consent::queries::lapsing(conn, today, 7)).await.unwrap().len(), 1);
    let page = rosa.open(&referred.status_link).await;
    let page = rosa.press(&page, "Renew my permission", &[]).await;
    assert!(!page.says("Renew my permission"));
    assert_eq!(count(&app, "SELECT count(*) FROM consent WHERE ended_at IS NULL AND method = 'link'").await, 1);
    assert_eq!(app.audited("consent.renewed").await, 1);
    let words = "SELECT count(*) FROM outbox_message WHERE body LIKE '%You renewed your permission to share with Harbor Loft Trust%'";
    assert_eq!(count(&app, words).await, 1, "a copy goes to her");
}

#[tokio::test]
async fn a_yes_that_lapses_closes_the_link_and_a_renewal_opens_a_new_one() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut sal = app.nobody();
    let landing = sal.open(&referred.partner_link).await;
    let page = sal.press(&landing, "Open the request", &[("name", "Sal Silva")]).await;
    let tomorrow = app.db.clock().today().plus_days(1).to_string();
    let typed = [("responsible_person", "Sal Silva"), ("first_contact_on", tomorrow.as_str()), ("eligibility_checked", "yes")];
    let form = page.forms().into_iter().find(|form| form.value("event") == Some("accept")).unwrap();
    let fields = form.filled("", &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sal.post(&form.action, &fields).await;
    ends_in(&app, -1).await;
    let lapsed = app.db.write(Actor::system(), |tx| {
        let over = consent::queries::lapsed(tx, tx.today())?;
        let referral = queries::find(tx, over[0].referral)?;
        queries::record(tx, &Who::system(), &referral, Deed::new(Event::ConsentLapses, referral.version))
    });
    assert_eq!(lapsed.await.unwrap().reason.as_deref(), Some("consent_expired"));
    assert_eq!(sal.open(&format!("/p/r/{}", referred.referral)).await.status, StatusCode::NOT_FOUND);
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    let page = ada.press(&page, "They renewed it: they said yes to me", &[]).await;
    assert!(page.says("In progress"), "the work goes on: {}", page.text());
    let link = app.db.read(|conn| {
        let sql = "SELECT referral_id, contact_id FROM access_link WHERE kind = 'partner' AND revoked_at IS NULL AND used_at IS NULL";
        let (referral, contact) = conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        links::newest(conn, LinkKind::Partner, Target { referral, contact, person: None }, fairfloor::config::Clock::machine_now())
    });
    assert!(link.await.unwrap().is_some(), "the partner has a link that opens");
}

#[tokio::test]
async fn a_yes_that_was_renewed_by_link_asks_the_advisor_to_take_the_work_off_hold() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let accepted = app.db.write(Actor::system(), |tx| {
        let key = tx.query_row("SELECT id FROM referral", [], |row| row.get(0))?;
        let referral = queries::find(tx, key)?;
        let deed = Deed::new(Event::Accept, referral.version)
            .with(Fact::ResponsiblePerson, "Sal Silva")
            .with(Fact::FirstContactOn, tx.today().plus_days(3).to_string())
            .with(Fact::EligibilityChecked, "yes");
        queries::record(tx, &Who::partner(None, "Sal Silva"), &referral, deed)
    });
    accepted.await.unwrap();
    ends_in(&app, -1).await;
    let lapsed = app.db.write(Actor::system(), |tx| {
        let over = consent::queries::lapsed(tx, tx.today())?;
        let referral = queries::find(tx, over[0].referral)?;
        queries::record(tx, &Who::system(), &referral, Deed::new(Event::ConsentLapses, referral.version))
    });
    lapsed.await.unwrap();
    let mut ada = app.person("Ada").await;
    assert!(!ada.look("/today").await.says("they renewed their permission"));
    let mut rosa = app.nobody();
    let page = rosa.open(&referred.status_link).await;
    rosa.press(&page, "Renew my permission", &[]).await;
    let today = ada.look("/today").await;
    assert!(today.says("they renewed their permission") && today.says("Take it off hold"), "{}", today.text());
    let page = ada.look(&format!("/referrals/{}", referred.referral)).await;
    let next = app.db.clock().today().plus_days(7).to_string();
    let page = ada.press(&page, "Save: Take off hold", &[("what_changed", "Renewed"), ("next_expected_on", &next)]).await;
    assert!(page.says("In progress"), "{}", page.text());
    assert!(!ada.look("/today").await.says("they renewed their permission"), "and then it is done");
}

/// A partner that takes nobody now.
async fn is_full(app: &TestApp, name: &'static str) {
    let full = app.db.write(Actor::system(), move |tx| {
        let key = tx.query_row("SELECT id FROM partner WHERE name = ?1", [name], |row| row.get(0))?;
        let partner = partners::queries::find(tx, key)?;
        let kind = partner.kinds[0];
        partners::queries::add_service(tx, &partner, &partners::ServiceFacts::named(Line::parse("Lofts", "x")?, kind))?;
        let service = partners::queries::services(tx, key)?.remove(0);
        partners::queries::set_capacity(tx, &service, service.version, fairfloor::values::Capacity::Full, None)
    });
    full.await.unwrap();
}

#[tokio::test]
async fn whoever_is_full_takes_a_reason_and_the_others_go_with_it_or_without_it() {
    let app = TestApp::start().await;
    let contacts = three_partners(&app).await;
    let mut ada = app.person("Ada").await;
    let page = prepared(&app, &mut ada, &contacts).await;
    let page = ada.press(&page, "Save what they said", &[("answer", "spoken")]).await;
    is_full(&app, "Dock Street Spaces").await;
    let page = ada.look(&page.path).await;
    assert!(page.says("Why do you send it to Dock Street Spaces all the same?") && page.says("is full"), "{}", page.text());
    let missing = ada.press(&page, "Send to 3 partners", &[]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.says("Write down why you send it to Dock Street Spaces all the same, or take it out."), "{}", missing.text());
    assert_eq!(statuses(&app).await, ["draft", "draft", "draft"], "all of them or none");
    let form = missing.form_with("Send to 3 partners");
    let all = form.values("with");
    assert_eq!(all.len(), 3, "what was ticked stays ticked");
    let nobody: Vec<(String, String)> = form.filled("Send to 3 partners", &[]).into_iter().filter(|(name, _)| name != "with").collect();
    let nobody: Vec<(&str, &str)> = nobody.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let none = ada.post(&form.action, &nobody).await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.says("Choose whom to send it to."), "{}", none.text());
    let sent = ada.press(&missing, "Send to 3 partners", &[("why", "They let a unit next month")]).await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
    assert_eq!(statuses(&app).await, ["requested", "requested", "requested"]);
    let facts = "SELECT count(*) FROM referral_event WHERE event = 'send' AND facts LIKE '%They let a unit next month%'";
    assert_eq!(count(&app, facts).await, 1, "the reason stands with the one it is for");
    let again = ada.press(&missing, "Send to 3 partners", &[("why", "They let a unit next month")]).await;
    assert_eq!(again.status, StatusCode::OK, "the same form twice is one sending: {}", again.text());
    assert_eq!(count(&app, "SELECT count(*) FROM referral_event WHERE event = 'send'").await, 3);
}

#[tokio::test]
async fn whoever_is_full_can_be_taken_out_and_the_others_go() {
    let app = TestApp::start().await;
    let contacts = three_partners(&app).await;
    let mut ada = app.person("Ada").await;
    let page = prepared(&app, &mut ada, &contacts).await;
    let page = ada.press(&page, "Save what they said", &[("answer", "spoken")]).await;
    is_full(&app, "Dock Street Spaces").await;
    let page = ada.look(&page.path).await;
    let form = page.form_with("Send to 3 partners");
    let full: String = app
        .db
        .read(|conn| {
            let sql =
                "SELECT referral.public_id FROM referral JOIN partner ON partner.id = partner_id WHERE partner.name = 'Dock Street Spaces'";
            Ok(conn.query_row(sql, [], |row| row.get(0))?)
        })
        .await
        .unwrap();
    let fields = form.filled("Send to 3 partners", &[]);
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, value)| *name != "with" || !value.starts_with(&full))
        .collect();
    ada.post(&form.action, &fields).await;
    let sql = "SELECT count(*) FROM referral JOIN partner ON partner.id = partner_id WHERE status = 'draft' AND partner.name = 'Dock Street Spaces'";
    assert_eq!((count(&app, sql).await, count(&app, "SELECT count(*) FROM referral WHERE status = 'requested'").await), (1, 2));
}

#[tokio::test]
async fn a_better_door_that_a_partner_named_is_ticked_for_the_next_try_and_nothing_was_agreed_with_it() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let door = app.partner_taking(&app.alpha, "Canal Lofts", Kind::RealEstate).await;
    app.partner_taking(&app.alpha, "Dock Street Spaces", Kind::RealEstate).await;
    let no = app.db.write(Actor::system(), |tx| {
        let referral = queries::find(tx, tx.query_row("SELECT id FROM referral", [], |row| row.get(0))?)?;
        let deed = Deed::new(Event::Reject, referral.version)
            .with(Fact::Reason, "no_capacity_now")
            .with(Fact::Alternative, "Try the people at Canal Lofts, they have room");
        queries::record(tx, &Who::partner(None, "Sal Silva"), &referral, deed)
    });
    no.await.unwrap();
    let mut ada = app.person("Ada").await;
    let page = ada.look(&format!("/referrals/{}", referred.referral)).await;
    let draft = ada.press(&page, "Try another partner", &[]).await;
    assert!(
        draft.says("Harbor Loft Trust said no to R-") && draft.says("named a better door: Try the people at Canal Lofts"),
        "{}",
        draft.text()
    );
    assert!(draft.says("It is ticked below"), "{}", draft.text());
    assert_eq!(draft.form_with("Choose").value("contact"), Some(door.as_str()));
    let chosen = ada.press(&draft, "Choose", &[]).await;
    assert!(chosen.says("Canal Lofts") && chosen.says("Ask Alpha"), "{}", chosen.text());
    assert_eq!(
        count(&app, "SELECT count(*) FROM consent WHERE ended_at IS NULL AND referral_id = (SELECT max(id) FROM referral)").await,
        0
    );
}
