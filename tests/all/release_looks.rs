//! Looking at a release before it is made: whose a look is, what two of them tell together, and what other releases meanwhile do to it.

use crate::house::{Page, Person};
use crate::releases::{RELEASES, SEE, come_to_light, count, lent, looked};
use axum::http::StatusCode;
use fairfloor::programs;
use fairfloor::reports::releases::obtain::obtain;
use fairfloor::reports::releases::{Asked, Progress};
use fairfloor::store::Actor;
use fairfloor::values::Period;
use std::sync::Arc;
use std::time::Duration;

const UNSEEN: &str = "Release what is on record now, without a look";

/// Looks at a release of 2020 anew.
async fn look(person: &mut Person) -> Page {
    let page = person.open("/reports?period=2020").await;
    looked(person, &page, SEE, &[]).await
}

#[tokio::test]
async fn a_look_belongs_to_whoever_began_it_and_a_double_click_begins_one() {
    let (app, mut max) = lent().await;
    let page = max.open("/reports?period=2020").await;
    let form = page.form_with(SEE);
    let fields = form.filled(SEE, &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let (one, other) = (max.post(&form.action, &fields).await, max.post(&form.action, &fields).await);
    assert_eq!(one.leads_to(), other.leads_to());
    let job = one.leads_to().unwrap().to_owned();
    assert_eq!(app.person("Mia").await.look(&job).await.status, StatusCode::NOT_FOUND);
    assert_eq!(max.look("/reports/releases/jobs/nothing").await.status, StatusCode::NOT_FOUND);
    assert_eq!(max.look("/reports/releases/preview").await.leads_to(), Some("/reports"));
    let mut rounds = 0;
    while max.look(&job).await.text().contains("http-equiv=\"refresh\"") {
        tokio::time::sleep(Duration::from_millis(50)).await;
        rounds += 1;
        assert!(rounds < 1_200);
    }
    assert_eq!(app.audited("release.previewed").await, 1);
}

#[tokio::test]
async fn two_looks_so_close_together_that_they_could_tell_one_answer_are_one() {
    let (app, mut max) = lent().await;
    let tables = |page: &Page| page.text().split("Table by table").nth(1).unwrap().to_owned();
    let first = look(&mut max).await;
    let same = look(&mut max).await;
    assert!(!same.says("This is the look of") && tables(&same) == tables(&first), "nothing changed");
    come_to_light(&app, 3).await;
    let near = look(&mut max).await;
    assert!(near.says("This is the look of") && near.says("fewer than 5 clients changed"), "{}", near.text());
    assert_eq!(tables(&near), tables(&first));
    // Asked for in other words it is the same release.
    let page = max.open("/reports?period=2020&years=1").await;
    let typed = looked(&mut max, &page, SEE, &[]).await;
    assert!(typed.says("This is the look of"), "{}", typed.text());
    // Two more: five since the look that is shown.
    come_to_light(&app, 2).await;
    let anew = look(&mut max).await;
    assert!(!anew.says("This is the look of"), "{}", anew.text());
    come_to_light(&app, 1).await;
    let near = look(&mut max).await;
    assert_eq!((count(&app, RELEASES).await, app.audited("release.previewed").await), (0, 6));
    // What is on record now can be released without being looked at, and a double click releases it once.
    let form = near.form_with(UNSEEN);
    let fields = form.filled(UNSEEN, &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let (one, other) = (max.post(&form.action, &fields).await, max.post(&form.action, &fields).await);
    assert_eq!(one.leads_to(), other.leads_to());
    let mut made = max.open(one.leads_to().unwrap()).await;
    while made.text().contains("http-equiv=\"refresh\"") {
        tokio::time::sleep(Duration::from_millis(50)).await;
        made = max.open(one.leads_to().unwrap()).await;
    }
    assert!(made.says("Report code") && made.says("Everyone") && made.says("18"), "{}", made.text());
    assert_eq!((count(&app, RELEASES).await, app.audited("release.made").await), (1, 1));
}

#[tokio::test]
async fn what_was_decided_before_another_release_is_stale_and_decided_anew() {
    let (app, mut max) = lent().await;
    let page = max.open("/reports?period=2020").await;
    let preview = looked(&mut max, &page, SEE, &[]).await;
    let quarter = Asked { program: None, period: Period::Quarter(2019, 4), years: None, reason: None };
    obtain(&app.db, &Actor::system(), quarter, &Arc::new(Progress::default())).await.unwrap();
    let stale = max.press(&preview, "Release it", &[]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.says("Another release was made meanwhile") && count(&app, RELEASES).await == 1, "{}", stale.text());
    let anew = looked(&mut max, &stale, "Decide anew", &[]).await;
    let made = max.press(&anew, "Release it", &[]).await;
    assert_eq!((made.status, count(&app, RELEASES).await), (StatusCode::OK, 2));
}

#[tokio::test]
async fn of_two_managers_at_once_the_second_is_given_what_the_first_made() {
    let (app, mut max) = lent().await;
    let page = max.open("/reports?period=2020").await;
    let preview = looked(&mut max, &page, SEE, &[]).await;
    let program = app.db.read(|conn| programs::queries::find_by_name(conn, Some("Alpha"))).await.unwrap();
    let same = Asked { program: Some(program), period: Period::Year(2020), years: None, reason: None };
    let theirs = obtain(&app.db, &Actor::system(), same, &Arc::new(Progress::default())).await.unwrap();
    let given = max.press(&preview, "Release it", &[]).await;
    assert!(given.path.starts_with(&theirs.address()) && given.says("Somebody released this period while you looked."), "{}", given.text());
    let asked = max.press(&page, SEE, &[]).await;
    assert_eq!(asked.path, theirs.address(), "what is released is not decided again");
    assert_eq!(count(&app, RELEASES).await, 1);
}
