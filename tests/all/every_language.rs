//! Every page of the entrepreneur, in every language and in the one that nobody speaks: nothing on it is English that is hard-coded.
//!
//! The pages are those of a made-up city, whose referrals stand at every point of their lives. A new page is walked by itself: the
//! addresses come from the table of routes.

mod data;
mod reading;

use crate::house::{Folder, Person, configured};
use axum::http::StatusCode;
use data::{Case, about_link, cases, data_of, status_link};
use fairfloor::app;
use fairfloor::demo::{open_or_make, plan::Arguments};
use fairfloor::i18n::{Language, pseudo};
use fairfloor::store::{Actor, Db, Object};
use fairfloor::values::Day;
use fairfloor::web::{Access, Method};
use reading::{Data, English, texts, unmarked};
use std::collections::BTreeSet;

/// Pages that anybody can open and that are made for entrepreneurs.
const OPEN_TO_ALL: &[&str] = &["/c", "/h", "/me/sign-in", "/status", "/never-asked", "/handed-back"];
/// Files and jumps, which are no pages.
const NO_PAGES: &[&str] = &[];

struct City {
    _folder: Folder,
    db: Db,
    router: axum::Router,
    cases: Vec<Case>,
    data: Data,
}

impl City {
    async fn made() -> Self {
        let folder = Folder::new();
        let arguments = Arguments { seed: 1, clients: 40, until: Day::parse("2026-11-22").unwrap() };
        let db = open_or_make(&folder.folder, arguments).await.unwrap();
        let router = app::router(db.clone(), configured("http://fairfloor.test", "")).unwrap();
        let cases = db.read(|conn| Ok(cases(conn))).await.unwrap();
        let data = Data::new(db.read(|conn| Ok(data_of(conn))).await.unwrap());
        Self { _folder: folder, db, router, cases, data }
    }

    /// From now on everybody reads this language.
    async fn speaks(&self, language: Language) {
        self.db
            .write(Actor::system(), move |tx| {
                tx.execute("UPDATE person SET reads = ?1", [language.code()])?;
                tx.audit("person.language", Object::none())
            })
            .await
            .unwrap();
    }

    /// Every page of a case, as whoever it is about.
    async fn pages(&self, case: &Case, is_first: bool, language: Language) -> Vec<(String, String)> {
        let (token, about) = (status_link(&self.db, case).await, about_link(&self.db, case).await);
        let mut person = Person::new("entrepreneur", self.router.clone());
        person.keep("language", language.code());
        data::come_in(&self.db, &mut person, case.person).await;
        let (mut pages, mut seen) = (Vec::new(), BTreeSet::new());
        let came_of_it = if is_first { data::outcomes_of(&self.db, case).await } else { Vec::new() };
        for path in came_of_it {
            let page = person.look(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            pages.push((path.split_at(3).0.to_owned() + "…", page.text()));
        }
        for route in app::routes() {
            let is_own = route.access.iter().any(|class| matches!(class, Access::Client | Access::ClientLink));
            let is_page = route.method == Method::Get && !NO_PAGES.contains(&route.path);
            let is_about_one = route.path.contains('{');
            if !is_page || !(is_own || OPEN_TO_ALL.contains(&route.path)) || (!is_about_one && !is_first) {
                continue;
            }
            let path = route.path.replace("/s/{token}", &token).replace("/about-me/{token}", &about).replace("{id}", &case.referral);
            let path = path.replace("{question}", "race");
            if path.contains('{') || !seen.insert(path.clone()) {
                continue;
            }
            let page = person.look(&path).await;
            if page.status == StatusCode::OK {
                pages.push((path.replace(&token, "/s/…").replace(&about, "/about-me/…"), page.text()));
            }
        }
        pages
    }
}

#[tokio::test]
async fn every_word_that_an_entrepreneur_reads_is_in_the_catalogs() {
    let city = City::made().await;
    assert!(city.cases.len() > 12, "{} kinds of cases", city.cases.len());
    let nobodys = Language::find(pseudo::TAG).unwrap();
    city.speaks(nobodys).await;
    let (mut found, mut pages) = (BTreeSet::new(), 0);
    for (place, case) in city.cases.iter().enumerate() {
        for (path, html) in city.pages(case, place == 0, nobodys).await {
            pages += 1;
            let path = path.replace(&case.referral, "…");
            if !html.contains("<html lang=\"en-XA\"") {
                found.insert(format!("{path} is in another language"));
            }
            found.extend(unmarked(&html, &city.data).into_iter().map(|what| format!("{path} ({}): {what}", case.stands)));
        }
    }
    assert!(pages > 60, "{pages} pages");
    assert!(found.is_empty(), "{} texts stand in no catalog: {found:#?}", found.len());
}

#[tokio::test]
async fn no_page_in_another_language_says_something_in_english() {
    let city = City::made().await;
    let mut found = BTreeSet::new();
    for language in Language::offered().filter(|language| *language != Language::english()) {
        city.speaks(language).await;
        let (english, mut read) = (English::beside(language), BTreeSet::new());
        for (place, case) in city.cases.iter().enumerate() {
            for (path, html) in city.pages(case, place == 0, language).await {
                let said = format!("<html lang=\"{}\" dir=\"{}\">", language.code(), language.direction().code());
                assert!(html.contains(&said), "{path} does not say that it is in {}", language.name());
                let path = path.replace(&case.referral, "…");
                for text in texts(&html, language.code()) {
                    if read.insert(text.clone())
                        && let Some(words) = english.stands_in(&text, &city.data)
                    {
                        found.insert(format!("{} {path}: {words:?} in {text:?}", language.code()));
                    }
                }
            }
        }
    }
    assert!(found.is_empty(), "{} texts are English: {found:#?}", found.len());
}
