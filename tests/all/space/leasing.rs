//! A unit is let and a need is met by what is on a referral's record: the lease, not the end of the referral.

use super::house::{Landlord, need, waits};
use crate::house::{Page, Person, TestApp};
use crate::kinds::{partner_accepts, partner_opens};
use axum::http::StatusCode;
use fairfloor::people;
use fairfloor::referrals::deed::{Deed, Who};
use fairfloor::referrals::fact::Fact;
use fairfloor::referrals::{Event, Party, queries};
use fairfloor::sites::queries as sites;
use fairfloor::store::{Actor, Object};

/// A client who looks for space was referred about units; the landlord said yes.
struct Asked {
    app: TestApp,
    referral: String,
    units: Vec<String>,
    lee: Person,
    page: Page,
}

async fn asked(units: &[&'static str]) -> Asked {
    let app = TestApp::start().await;
    let landlord = Landlord::named(&app, &app.alpha, "Quay Trust").await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/space", app.alpha.client)).await;
    ada.press(&page, "Show matches", &[("min_sq_ft", "4,000")]).await;
    let mut listed = Vec::new();
    for name in units {
        listed.push(landlord.lists(&app, name, &[("area_sq_ft", "5000")]).await);
    }
    let referred = app.refer(&app.alpha).await;
    let (referral, ids, client, program) = (referred.referral.clone(), listed.clone(), app.alpha.client_key, app.alpha.key);
    app.db
        .write(Actor::system(), move |tx| {
            let referral: i64 = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [&referral], |row| row.get(0))?;
            let client = people::queries::find_in(tx, client, program)?;
            let looking = sites::need_of_client(tx, &client)?.unwrap();
            for id in &ids {
                let key = tx.query_row("SELECT id FROM site WHERE public_id = ?1", [id], |row| row.get(0))?;
                sites::link(tx, referral, &sites::find(tx, key)?, &looking.need)?;
            }
            tx.audit("referral.units_chosen", Object::none())
        })
        .await
        .unwrap();
    let (mut lee, page) = partner_opens(&app, &referred.referral).await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    Asked { app, referral: referred.referral, units: listed, lee, page }
}

/// The terms of a lease, as a form asks for them.
const TERMS: [(&str, &str); 3] = [("signed_sq_ft", "5,000"), ("signed_rent_cents", "7,000"), ("signed_rent_unit", "month")];

impl Asked {
    async fn completes(&mut self, result: &'static str, more: &[(&'static str, &'static str)]) {
        let today = self.app.db.clock().today().to_string();
        let typed = [&[("outcome", "fully_met"), ("delivered", "a space"), ("end_on", &today), ("results", result)], more].concat();
        let page = self.lee.press(&self.page, "Send this answer: It is done", &typed).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        self.page = page;
        self.app.make_a_round().await;
        self.app.make_a_round().await;
    }

    /// The landlord takes its last word back.
    async fn undoes(&mut self) {
        self.records(Who::partner(None, "Lee Long"), Event::UndoLast, &[]).await;
    }

    async fn records(&mut self, who: Who, event: Event, facts: &[(Fact, &'static str)]) {
        let (id, facts) = (self.referral.clone(), facts.to_vec());
        self.app
            .db
            .write(Actor::system(), move |tx| {
                let key: i64 = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [&id], |row| row.get(0))?;
                let referral = queries::find(tx, key)?;
                let deed = facts.iter().fold(Deed::new(event, referral.version), |deed, (fact, text)| deed.with(*fact, *text));
                queries::record(tx, &who, &referral, deed).map(drop)
            })
            .await
            .unwrap();
        self.app.make_a_round().await;
    }

    /// Where each unit stands, and whether the need is open.
    async fn stands(&self) -> (Vec<String>, bool) {
        let read = |conn: &rusqlite::Connection| {
            let mut statement = conn.prepare("SELECT status FROM site ORDER BY id")?;
            let units = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            let open = conn.query_row("SELECT closed_on IS NULL FROM space_need ORDER BY id LIMIT 1", [], |row| row.get(0))?;
            Ok((units, open))
        };
        self.app.db.read(read).await.unwrap()
    }

    async fn finds_space(&self) -> Page {
        self.app.person("Ada").await.open(&format!("/clients/{}/space", self.app.alpha.client)).await
    }
}

#[tokio::test]
async fn a_lease_on_record_lets_the_unit_and_meets_the_need_and_its_undo_takes_both_back() {
    let mut asked = asked(&["Loft"]).await;
    assert_eq!(asked.stands().await, (vec!["available".to_owned()], true), "a yes lets nothing");
    asked.completes("lease_signed", &TERMS).await;
    assert_eq!(asked.stands().await, (vec!["let".to_owned()], false));
    let mut ada = asked.app.person("Ada").await;
    assert!(ada.open(&format!("/sites/{}", asked.units[0])).await.says("Let"));
    assert_eq!(asked.app.audited("site.let").await, 1, "once, however many rounds");
    asked.undoes().await;
    assert_eq!(asked.stands().await, (vec!["available".to_owned()], true));
    assert_eq!((asked.app.audited("site.let_taken_back").await, asked.app.audited("space_need.reopened").await), (1, 1));
    let page = asked.finds_space().await;
    assert!(page.says("Looking since") && page.says("Loft"), "{}", page.text());
}

#[tokio::test]
async fn a_lease_that_is_opened_again_counts_no_more_until_it_is_signed_anew() {
    let mut asked = asked(&["Loft"]).await;
    asked.completes("lease_signed", &TERMS).await;
    let ada = Who::staff(Party::Advisor, asked.app.account("Ada").0);
    asked.records(ada, Event::Reopen, &[(Fact::Reason, "reported_by_mistake")]).await;
    assert_eq!(asked.stands().await, (vec!["available".to_owned()], true));
    let later = asked.app.db.clock().today().plus_days(9).to_string();
    let signed = [(Fact::Stage, "lease_or_purchase_signed"), (Fact::NextExpectedOn, String::leak(later) as &'static str)];
    asked.records(Who::partner(None, "Lee Long"), Event::Progress, &signed).await;
    assert_eq!(asked.stands().await, (vec!["let".to_owned()], false), "a stage says it too, while work on the space goes on");
}

#[tokio::test]
async fn a_completed_referral_without_a_lease_lets_nothing() {
    let mut asked = asked(&["Loft"]).await;
    asked.completes("displacement_avoided", &[]).await;
    assert_eq!(asked.stands().await, (vec!["available".to_owned()], true));
    let page = asked.finds_space().await;
    assert!(!page.says("came to a lease") && !page.says("is let"), "{}", page.text());
    let typed = [("key", "0123456789abcdef0123456789abcdef"), ("referral", asked.referral.as_str()), ("site", asked.units[0].as_str())];
    let refused = asked.app.person("Ada").await.post(&format!("/clients/{}/space/letting", asked.app.alpha.client), &typed).await;
    assert!(refused.says("No lease is on record for this referral"), "{} {}", refused.status, refused.text());
    assert_eq!(asked.stands().await, (vec!["available".to_owned()], true));
}

#[tokio::test]
async fn who_stays_in_place_has_what_they_need_and_no_unit_is_let() {
    let mut asked = asked(&["Loft"]).await;
    asked.completes("stayed_in_place", &TERMS).await;
    assert_eq!(asked.stands().await, (vec!["available".to_owned()], false));
    asked.undoes().await;
    assert_eq!(asked.stands().await, (vec!["available".to_owned()], true));
}

#[tokio::test]
async fn of_several_units_somebody_says_which_one_was_let() {
    let mut asked = asked(&["Loft", "Shed"]).await;
    asked.completes("lease_signed", &TERMS).await;
    assert_eq!(asked.stands().await, (vec!["available".to_owned(), "available".to_owned()], false), "which one is not guessed");
    let page = asked.finds_space().await;
    assert!(page.says("came to a lease"), "{}", page.text());
    let mut ada = asked.app.person("Ada").await;
    let again = ada.open(&page.path).await;
    ada.press(&again, "Shed is let; this need is met", &[]).await;
    assert_eq!(asked.stands().await, (vec!["available".to_owned(), "let".to_owned()], false));
    assert!(!asked.finds_space().await.says("came to a lease"), "said once");
    let twice = ada.press(&page, "Loft is let; this need is met", &[]).await;
    assert_eq!(twice.status, StatusCode::OK);
    asked.undoes().await;
    let (units, is_open) = asked.stands().await;
    assert!(units.iter().all(|status| status == "available") && is_open, "{units:?}");
}

#[tokio::test]
async fn what_somebody_wrote_down_since_is_not_overwritten() {
    let mut asked = asked(&["Loft"]).await;
    asked.completes("lease_signed", &TERMS).await;
    let mut ada = asked.app.person("Ada").await;
    let unit = format!("/sites/{}", asked.units[0]);
    let page = ada.open(&unit).await;
    ada.press(&page, "Gone", &[]).await;
    asked.app.make_a_round().await;
    assert_eq!(asked.stands().await.0, ["gone"]);
    waits(&asked.app, &asked.app.alpha, "Other Shop", "Ori", &[("min_sq_ft", "100")], "2026-01-01", false).await;
    assert!(!need(&asked.app, "Other Shop").await.is_empty());
    asked.undoes().await;
    assert_eq!(asked.stands().await, (vec!["gone".to_owned()], true), "it is gone, whatever became of the lease");
}
