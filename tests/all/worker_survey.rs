//! The survey of workers by pressing buttons: a poster, answers without a name, totals once, and nothing left of the answers. What is told
//! is protected beside earlier rounds too, and no answer stands anywhere in plain.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::equity::groups::Race;
use fairfloor::equity::survey::{Group, Job, Worker, bands};
use fairfloor::firewall::{rewrapping, survey as urn};
use fairfloor::store::{Actor, Keyring, Randomness};
use fairfloor::worker_survey::form::RoundForm;

const LIVING: u32 = 2_450;

/// A round of Alpha's from today on, by the page.
async fn opened(app: &TestApp, max: &mut Person, title: &str, most: &str) -> Page {
    let form = max.open("/surveys/new").await;
    let today = app.db.clock().today();
    assert_eq!(form.form_with("Open the round").value("until"), Some(RoundForm::fresh(today).until.as_str()));
    let typed = [("title", title), ("most", most), ("living", "24.50"), ("living_source", "Living wage table, Queens, one adult, 2026")];
    max.press(&form, "Open the round", &typed).await
}

/// The address on the poster of a round.
async fn poster(max: &mut Person, round: &Page) -> String {
    let page = max.open(&format!("{}/poster", round.path)).await;
    for words in ["Scan the code with your telephone", "Escanee el código", "扫描二维码", "掃描二維碼", "Quét mã", "امسح الرمز"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(page.text().contains("<svg class=\"qr\""), "a code to scan");
    let rest = page.text();
    let rest = rest.split("http://fairfloor.test").nth(1).unwrap();
    rest.split('<').next().unwrap().to_owned()
}

const ANSWER: &[(&str, &str)] = &[("pay", "2200-2449"), ("job", "51-0000"), ("race", "HISP"), ("language", "es")];

async fn round_key(app: &TestApp) -> i64 {
    app.db.read(|conn| Ok(conn.query_row("SELECT max(id) FROM survey_round", [], |row| row.get(0))?)).await.unwrap()
}

/// Puts workers into the urn of the newest round.
async fn cast(app: &TestApp, workers: Vec<Worker>) {
    let round = round_key(app).await;
    let done = app.db.write(Actor::nobody(), move |tx| {
        for worker in &workers {
            assert!(urn::cast(tx, round, worker)?);
        }
        Ok(())
    });
    done.await.unwrap();
}

fn worker(race: Race, band: usize, job: Job, language: &str) -> Worker {
    let pay = bands(Some(LIVING)).get(band).copied();
    Worker { group: Group::Alone(race), pay, job: Some(job), language: Some(language.to_owned()) }
}

/// 64 workers: 30 Hispanic, 20 White, 14 Asian; who is paid what differs.
fn plant() -> Vec<Worker> {
    let hispanic = (0..30).map(|place| worker(Race::HispanicOrLatino, if place < 18 { 1 } else { 4 }, Job::Production, "es"));
    let white = (0..20).map(|place| worker(Race::White, if place < 4 { 1 } else { 5 }, Job::Office, "en"));
    let asian = (0..14).map(|place| worker(Race::Asian, if place < 12 { 2 } else { 5 }, Job::Production, "vi"));
    hispanic.chain(white).chain(asian).collect()
}

/// What was told of the newest round: line and number.
async fn told(app: &TestApp) -> Vec<(String, Option<i64>)> {
    let round = round_key(app).await;
    let read = app.db.read(move |conn| {
        let mut statement = conn.prepare("SELECT line, told FROM survey_count WHERE survey_round_id = ?1 ORDER BY id")?;
        let found = statement.query_map([round], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<rusqlite::Result<Vec<_>>>()?)
    });
    read.await.unwrap()
}

fn of(told: &[(String, Option<i64>)], line: &str) -> Option<i64> {
    told.iter().find(|(name, _)| name == line).unwrap().1
}

async fn closed(max: &mut Person, round: &Page) -> Page {
    let page = max.open(&round.path).await;
    max.press(&page, "Close this round", &[]).await
}

#[tokio::test]
async fn a_worker_answers_without_a_name_once_and_nothing_is_kept_beside_the_answer() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    assert!(max.open("/surveys").await.says("No round yet"));
    let round = opened(&app, &mut max, "Fall survey", "40").await;
    assert!(round.says("Running") && round.says("fewer than 10") && round.says("11 workers"), "{}", round.text());
    let address = poster(&mut max, &round).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&address).await;
    for words in [
        "Alpha asks people",
        "Your employer never sees",
        "never of fewer than 11 workers",
        "all answers are destroyed",
        "cannot be changed or taken back",
        "$24.50 to $25.99",
        "Less than $15",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert_eq!((page.header("cache-control"), page.header("set-cookie")), ("no-store", ""));
    assert!(!page.text().contains("<textarea") && !page.text().contains("type=\"text\""), "there is no place for words");
    let thanks = rosa.press(&page, "Send my answers", ANSWER).await;
    assert!(thanks.says("Nobody can tell which are yours") && thanks.header("set-cookie").is_empty(), "{}", thanks.text());
    rosa.press(&page, "Send my answers", ANSWER).await;
    assert_eq!(app.audited("survey.answered").await, 1, "a double click is one answer");
    let event = "SELECT actor_kind || '|' || actor || '|' || object_kind || '|' || object || '|' || detail FROM audit_event WHERE action = 'survey.answered'";
    let event: String = app.db.read(move |conn| Ok(conn.query_row(event, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(event, "nobody||||", "the record says that somebody answered, and nothing else");
    // Also where somebody of staff is signed in on the device.
    let again = max.open(&address).await;
    max.press(&again, "Send my answers", &[("pay", "4000-")]).await;
    let who: i64 = app
        .db
        .read(|conn| {
            Ok(conn.query_row("SELECT count(*) FROM audit_event WHERE action = 'survey.answered' AND actor <> ''", [], |row| row.get(0))?)
        })
        .await
        .unwrap();
    assert_eq!((app.audited("survey.answered").await, who), (2, 0));
    assert!(max.open(&round.path).await.says("fewer than 10"));
    cast(&app, (0..9).map(|_| Worker::default()).collect()).await;
    assert!(max.open(&round.path).await.says("at least 10"), "eleven are said in tens");
    assert_eq!(app.person("Ada").await.look(&round.path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.person("Mia").await.look(&round.path).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
    assert_eq!(app.nobody().look("/w/0123456789abcdef").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_wrong_is_said_in_the_language_of_the_page_and_what_was_ticked_stays() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let round = opened(&app, &mut max, "Fall survey", "40").await;
    let address = poster(&mut max, &round).await;
    let mut lan = app.nobody();
    let page = lan.post(&format!("{address}/language"), &[("language", "es")]).await;
    assert!(page.header("set-cookie").is_empty(), "nothing is remembered on the device");
    let page = lan.open(page.leads_to().unwrap()).await;
    assert!(page.says("¿Cuánto le pagan por hora"), "{}", page.text());
    let none = lan.press(&page, "Enviar mis respuestas", &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.says("Todavía no eligió nada"), "{}", none.text());
    let both = lan.press(&page, "Enviar mis respuestas", &[("race", "ASIAN"), ("declined", "yes"), ("job", "17-0000")]).await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(both.form_with("Enviar mis respuestas").value("job"), Some("17-0000"), "what was ticked stays");
    let key = page.form_with("Enviar mis respuestas").value("key").unwrap().to_owned();
    let words = lan.post(&address, &[("key", &key), ("in", "es"), ("workplace", "Alpha Metal Works")]).await;
    assert!(!words.status.is_success() && app.audited("survey.answered").await == 0, "words are not taken");
    let thanks = lan.press(&both, "Enviar mis respuestas", &[("declined", "")]).await;
    assert!(thanks.says("Gracias"), "{}", thanks.text());
}

#[tokio::test]
async fn no_answer_is_taken_before_after_above_the_most_or_by_hundreds_from_one_place() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let form = max.open("/surveys/new").await;
    let later = app.db.clock().today().plus_days(3).to_string();
    let wrong = max.press(&form, "Open the round", &[("title", "Soon"), ("from", &later), ("most", "7")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let soon = max.press(&wrong, "Open the round", &[("most", "30")]).await;
    let address = poster(&mut max, &soon).await;
    assert!(app.nobody().open(&address).await.says("It begins on"));
    let round = opened(&app, &mut max, "Small", "20").await;
    let address = poster(&mut max, &round).await;
    let page = app.nobody().open(&address).await;
    cast(&app, (0..20).map(|_| Worker::default()).collect()).await;
    let full = app.nobody().press(&page, "Send my answers", ANSWER).await;
    assert!(full.status == StatusCode::CONFLICT && full.says("As many answers came"), "{}", full.text());
    let closed = closed(&mut max, &round).await;
    assert!(closed.says("Over, totals not told yet"), "{}", closed.text());
    let late = app.nobody().press(&page, "Send my answers", ANSWER).await;
    assert!(late.status == StatusCode::CONFLICT && late.says("This survey is over"), "{}", late.text());
    assert!(app.nobody().open(&address).await.says("No answers are taken any more"));
    let large = opened(&app, &mut max, "Large", "2000").await;
    let address = poster(&mut max, &large).await;
    let mut machine = app.nobody().calling_from("203.0.113.9");
    let page = machine.open(&address).await;
    let mut status = StatusCode::OK;
    for number in 0..=120 {
        let key = format!("{number:016x}");
        status = machine.post(&address, &[("key", &key), ("in", "en"), ("pay", "4000-")]).await.status;
    }
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS, "a machine does not get far");
    let other = app.nobody().calling_from("203.0.113.10").press(&page, "Send my answers", ANSWER).await;
    assert!(other.says("Thank you"), "another place is heard: {}", other.text());
}

#[tokio::test]
async fn totals_are_told_once_of_no_few_and_the_answers_are_gone() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let round = opened(&app, &mut max, "Fall survey", "80").await;
    cast(&app, plant()).await;
    let before = max.post(&format!("{}/totals", round.path), &[("version", "1")]).await;
    assert!(!before.status.is_success() && before.says("Close the round first"), "{}", before.text());
    assert_eq!(max.look(&format!("{}/figures", round.path)).await.status, StatusCode::NOT_FOUND);
    let over = closed(&mut max, &round).await;
    let figures = max.press(&over, "Tell the totals and destroy the answers", &[]).await;
    assert!(figures.says("What workers say: Fall survey") && figures.says("All who answered64"), "{}", figures.text());
    let told_once = told(&app).await;
    assert!(told_once.iter().all(|(_, told)| told.is_none_or(|told| told == 0 || told >= 11)), "{told_once:?}");
    assert_eq!((of(&told_once, "answers.all.all"), of(&told_once, "headline.of-color.all")), (Some(64), Some(44)));
    assert_eq!((of(&told_once, "groups.asian.enough"), of(&told_once, "groups.white.below")), (None, None), "two and four are few");
    let urns: i64 = app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM survey_urn", [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(urns, 0, "nothing is left to count again");
    let again = max.press(&over, "Tell the totals and destroy the answers", &[]).await;
    assert!(again.says("All who answered64") && app.audited("survey.told").await == 1, "{}", again.text());
    let csv = max.look(&format!("{}/figures/csv", round.path)).await;
    assert!(csv.text().contains("survey-headline.race_ethnicity.of-color.all") && csv.text().contains(",44,"), "{}", csv.text());
    let hash = fairfloor::store::digest(&csv.body);
    assert!(figures.says(&hash), "the page names the very bytes: {hash}");
    assert_eq!(max.look(&format!("{}/figures/csv", round.path)).await.body, csv.body);
    assert!(max.look(&format!("{}/figures/json", round.path)).await.text().contains("survey-groups"));
    assert_eq!(max.look(&format!("{}/figures/pdf", round.path)).await.status, StatusCode::NOT_FOUND);
    for (name, status) in [("Ada", StatusCode::FORBIDDEN), ("Mia", StatusCode::NOT_FOUND), ("Stu", StatusCode::FORBIDDEN)] {
        assert_eq!(app.person(name).await.look(&figures.path).await.status, status, "{name}");
    }
    assert!(max.open("/surveys").await.says("Totals told, answers destroyed"));
}

#[tokio::test]
async fn two_rounds_of_the_same_workers_but_one_cannot_be_subtracted() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let first = opened(&app, &mut max, "First", "80").await;
    cast(&app, plant()).await;
    let over = closed(&mut max, &first).await;
    max.press(&over, "Tell the totals and destroy the answers", &[]).await;
    let before = told(&app).await;
    // Everybody answers what they answered before, and Mei began to work there.
    let second = opened(&app, &mut max, "Second", "80").await;
    let mut workers = plant();
    workers.push(worker(Race::Asian, 1, Job::Production, "zh-Hans"));
    cast(&app, workers).await;
    let over = closed(&mut max, &second).await;
    let figures = max.press(&over, "Tell the totals and destroy the answers", &[]).await;
    let after = told(&app).await;
    let few = before
        .iter()
        .zip(&after)
        .filter(|((_, one), (_, other))| matches!((one, other), (Some(one), Some(other)) if (1..11).contains(&(one - other).abs())));
    assert_eq!(few.collect::<Vec<_>>(), Vec::new(), "no number is told that tells of Mei beside the first round");
    assert_eq!(of(&after, "answers.all.all"), None);
    assert!(figures.says("How many answered is not told"), "{}", figures.text());
    // A program that shares no client is another matter: its workers are others.
    let mut mia = app.person("Mia").await;
    let form = mia.open("/surveys/new").await;
    let third = mia.press(&form, "Open the round", &[("title", "Beta"), ("most", "80")]).await;
    cast(&app, plant().into_iter().chain([Worker::default()]).collect()).await;
    let over = closed(&mut mia, &third).await;
    mia.press(&over, "Tell the totals and destroy the answers", &[]).await;
    assert_eq!(of(&told(&app).await, "answers.all.all"), Some(65));
}

#[tokio::test]
async fn no_answer_stands_anywhere_in_plain_and_an_urn_is_as_long_empty_as_full() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let round = opened(&app, &mut max, "Fall survey", "20").await;
    let address = poster(&mut max, &round).await;
    let length = || async {
        app.db.read(|conn| Ok(conn.query_row("SELECT length(sealed) FROM survey_urn", [], |row| row.get::<_, i64>(0))?)).await.unwrap()
    };
    let empty = length().await;
    let mut yer = app.nobody();
    let page = yer.open(&address).await;
    yer.press(&page, "Send my answers", &[("pay", "3200-3999"), ("job", "17-0000"), ("race", "NHPI"), ("language", "vi")]).await;
    assert_eq!(app.audited("survey.answered").await, 1);
    assert_eq!(length().await, empty, "its length tells nothing");
    let sealed = || async {
        app.db.read(|conn| Ok(conn.query_row("SELECT sealed FROM survey_urn", [], |row| row.get::<_, Vec<u8>>(0))?)).await.unwrap()
    };
    let one = sealed().await;
    cast(&app, vec![Worker::default()]).await;
    assert!(one.iter().zip(&sealed().await).filter(|(one, other)| one == other).count() < one.len() / 10, "sealed anew as a whole");
    let mut looked = 0;
    for entry in std::fs::read_dir(app.folder.folder.path()).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        let bytes = std::fs::read(entry.path()).unwrap();
        for word in ["nhpi|", "|17-0000", "3200-3999|", "nhpi|3200-3999|17-0000|vi"] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} in {}", entry.path().display());
        }
        looked += 1;
    }
    assert!(looked > 1);
    let pages = [max.open(&round.path).await, app.person("Aud").await.open("/audit").await];
    assert!(pages.iter().all(|page| !page.text().contains("17-0000") && !page.text().contains("nhpi")));
}

#[tokio::test]
async fn a_round_that_is_told_late_is_decided_anew_beside_the_other() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let round = opened(&app, &mut max, "Fall survey", "80").await;
    let over = closed(&mut max, &round).await;
    // Another editor closed and changed it meanwhile: an older form tells nothing.
    let mut stale = over.clone();
    stale.body = over.text().replace("name=\"version\" value=\"2\"", "name=\"version\" value=\"1\"").into_bytes();
    let late = max.press(&stale, "Tell the totals and destroy the answers", &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(app.audited("survey.told").await == 0 && late.says("Press once more"), "{}", late.text());
    let figures = max.press(&late, "Tell the totals and destroy the answers", &[]).await;
    assert!(figures.says("All who answered0"), "nobody answered, and that is told: {}", figures.text());
}

#[tokio::test]
async fn a_changed_key_opens_every_answer_of_a_round() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    opened(&app, &mut max, "Fall survey", "20").await;
    cast(&app, (0..12).map(|_| Worker::default()).collect()).await;
    let round = round_key(&app).await;
    let TestApp { folder, db, router, .. } = app;
    drop((db, router, max));
    let ring = || Keyring::load(folder.folder.keys()).unwrap();
    ring().with_new_wrapping(&mut Randomness::System).unwrap().replace(folder.folder.keys()).unwrap();
    let (db, keys) = (folder.open(), ring());
    db.write(Actor::system(), |tx| rewrapping::wrap_anew(tx, &mut |_| {}).map(drop)).await.unwrap();
    let found = db.read(move |conn| {
        let key: String = conn.query_row("SELECT key_id FROM survey_urn", [], |row| row.get(0))?;
        Ok((rewrapping::left_to_wrap(conn, &keys)?, urn::at_least(conn, &keys, round)?, key))
    });
    assert_eq!(found.await.unwrap(), (0, 10, "w2".to_owned()));
}

#[tokio::test]
async fn answers_that_nobody_makes_totals_of_are_destroyed_sixty_days_after_the_last_day() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let round = opened(&app, &mut max, "Forgotten", "80").await;
    cast(&app, plant()).await;
    let urns = || app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM survey_urn", [], |row| row.get::<_, i64>(0))?));
    let last: fairfloor::values::Day = {
        let read = app.db.read(|conn| Ok(conn.query_row("SELECT until_on FROM survey_round", [], |row| row.get(0))?));
        read.await.unwrap()
    };
    app.move_to(&last.plus_days(60).to_string(), 10);
    app.make_a_round().await;
    let mut max = app.person("Max").await;
    let page = max.open(&round.path).await;
    assert!(urns().await.unwrap() == 1 && page.says("after that day the answers are destroyed untold"), "{}", page.text());
    app.move_to(&last.plus_days(61).to_string(), 10);
    app.make_a_round().await;
    app.make_a_round().await;
    assert_eq!(urns().await.unwrap(), 0);
    let mut max = app.person("Max").await;
    let page_after = max.open(&round.path).await;
    assert!(page_after.says("Answers destroyed, totals never told") && !page_after.says("Tell the totals"), "{}", page_after.text());
    let late = max.press(&page, "Tell the totals and destroy the answers", &[]).await;
    assert!(late.status != StatusCode::OK && late.says("Nobody told the totals of this round in time"), "{}", late.text());
    assert_eq!(told(&app).await, [], "nothing was told");
}
