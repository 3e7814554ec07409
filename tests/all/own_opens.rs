//! What each proof of the person opens is a list that somebody decided, for every route there is.

use crate::access::records::Records;
use crate::access::samples;
use crate::codes::{letter, typed};
use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::app;
use fairfloor::auth::own::opens::{self, Kind};
use fairfloor::values::HelperLevel;
use fairfloor::web::{Access, Method};

fn own_routes() -> Vec<(Method, &'static str)> {
    let own = app::routes().into_iter().filter(|route| route.access.contains(&Access::Client));
    own.map(|route| (route.method, route.path)).collect()
}

#[test]
fn somebody_decided_about_every_own_route_for_each_proof() {
    let (routes, decided): (Vec<_>, Vec<_>) = (own_routes(), opens::decided().collect());
    assert!(routes.len() > 35, "{}", routes.len());
    let missing: Vec<_> = routes.iter().filter(|route| !decided.contains(route)).collect();
    assert!(missing.is_empty(), "closed to everybody until somebody decides in src/auth/own/opens.rs: {missing:?}");
    let gone: Vec<_> = decided.iter().filter(|route| !routes.contains(route)).collect();
    assert!(gone.is_empty(), "no such route any more: {gone:?}");
    let twice: Vec<_> = decided.iter().enumerate().filter(|(place, route)| decided[..*place].contains(route)).collect();
    assert!(twice.is_empty(), "decided twice: {twice:?}");
    // Whatever begins with /me and is not on the list is where somebody comes in.
    for route in app::routes().into_iter().filter(|route| route.path.starts_with("/me") && !route.access.contains(&Access::Client)) {
        assert!(route.path.starts_with("/me/sign-in"), "{} is open to everybody", route.path);
    }
}

#[tokio::test]
async fn the_door_holds_a_letter_and_a_helper_to_the_list() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    let (reference, code) = letter(&mut app.person("Ada").await, &records.value("{referral}")).await;
    let mut rosa = app.nobody();
    assert_eq!(typed(&mut rosa, &reference, &code).await.path, "/me");
    let page = rosa.open("/me/helpers").await;
    let until = app.db.clock().today().plus_days(5).to_string();
    let shown = rosa.press(&page, "Make their code", &[("name", "Nia"), ("level", "see"), ("until", &until)]).await;
    let codes: Vec<String> =
        shown.text().split("class=\"code\"").skip(1).map(|part| part.split(['<', '>']).nth(1).unwrap().to_owned()).collect();
    let mut nia = app.nobody();
    let page = nia.open("/h").await;
    nia.press(&page, "Open", &[("name", "Nia"), ("reference", &codes[0]), ("code", &codes[1])]).await;
    for (kind, person) in [(Kind::Letter, &mut rosa), (Kind::Helper(HelperLevel::See), &mut nia)] {
        let mut closed = 0;
        for sample in samples::all().filter(|sample| sample.method == "GET" && own_routes().contains(&(Method::Get, sample.route))) {
            let path = records.fill(sample.route, sample.fills);
            let page = person.look(&path).await;
            if opens::may(kind, Method::Get, sample.route) {
                assert!(
                    page.status == StatusCode::OK || page.leads_to().is_some_and(|to| to.starts_with("/me")),
                    "{kind:?} {path} {}",
                    page.status
                );
            } else {
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{kind:?} {path}");
                closed += 1;
            }
        }
        assert_eq!(closed > 0, kind != Kind::Letter, "{kind:?}");
    }
    assert_eq!(nia.post("/me/help", &[("key", "0123456789abcdef"), ("words", "Planted")]).await.status, StatusCode::FORBIDDEN);
}
