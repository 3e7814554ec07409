//! The measures of the referral network against 60 referrals worked out by hand: see tests/referral-measures/README.md.

use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::referrals::clock::Calendar;
use fairfloor::referrals::lifecycle::{Event, Party};
use fairfloor::referrals::measures::days::Taken;
use fairfloor::referrals::measures::log::{Line, Log, Notice, Resource, What};
use fairfloor::referrals::measures::voice::Word;
use fairfloor::referrals::measures::{Book, Measures, Scope, Share, Times, rows};
use fairfloor::referrals::policy::{Change, PolicyBook};
use fairfloor::referrals::replay::{Answer, Ball, Entry, Met};
use fairfloor::values::{Day, Instant, Kind, Limit, Origin, Vocabulary, Zone};
use std::collections::BTreeMap;

type Table = Vec<BTreeMap<String, String>>;

fn table(text: &str) -> Table {
    csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap()
}

macro_rules! file {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $path))
    };
}

fn some(row: &BTreeMap<String, String>, name: &str) -> Option<String> {
    row.get(name).filter(|text| !text.is_empty()).cloned()
}

fn instant(text: &str) -> Instant {
    Instant::from_millis(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Reason, list and code, to its group and whether it leaves a need.
fn reasons() -> BTreeMap<(String, String), (String, bool)> {
    let rows = table(file!("assets/codes/reasons.csv"));
    rows.into_iter().map(|row| ((row["list"].clone(), row["code"].clone()), (row["group"].clone(), row["unmet_need"] == "1"))).collect()
}

fn line(row: &BTreeMap<String, String>, reasons: &BTreeMap<(String, String), (String, bool)>) -> Line {
    let event = Event::parse(&row["event"]).unwrap();
    let reason = event.fixed_reason().map(str::to_owned).or_else(|| some(row, "reason"));
    let list = match event {
        Event::Reject => "decline",
        Event::Fail => "fail",
        _ => "cancel",
    };
    let known = reason.clone().and_then(|code| reasons.get(&(list.to_owned(), code)));
    let met = some(row, "need_met").map(|met| match met.as_str() {
        "yes" => Met::Yes,
        "partly" => Met::Partly,
        _ => Met::No,
    });
    Line {
        seq: row["seq"].parse().unwrap(),
        at: instant(&row["at"]),
        entry: Entry {
            stage: some(row, "stage"),
            reason: reason.clone(),
            asked_of: some(row, "asked_of").map(|code| Ball::parse(&code).unwrap()),
            next_move: some(row, "next_move").map(|code| Ball::parse(&code).unwrap()),
            answer: met.map(|met| Answer { met, happened_as_reported: row["happened"] == "yes" }),
            next_step: some(row, "next_step"),
            wants_nothing_more: !row["wants_nothing_more"].is_empty(),
            ..Entry::new(event, Party::parse(&row["party"]).unwrap())
        },
        group: known.map(|(group, _)| group.clone()).unwrap_or_default(),
        unmet: known.is_some_and(|(_, unmet)| *unmet),
        contacted_on: some(row, "contacted_on").map(|on| day(&on)),
        outcome: some(row, "outcome"),
        told_on: some(row, "told_on").map(|on| day(&on)),
        rating: some(row, "rating").map(|stars| stars.parse().unwrap()),
        brought: Vec::new(),
    }
}

/// The days that managers set.
fn policy() -> PolicyBook {
    let change = |row: BTreeMap<String, String>| Change {
        kind: Kind::parse(&row["kind"]).unwrap(),
        limit: Limit::parse(&row["limit"]).unwrap(),
        from: day(&row["from"]).date(),
        days: row["days"].parse().unwrap(),
    };
    PolicyBook(table(file!("tests/referral-measures/policy.csv")).into_iter().map(change).collect())
}

fn logs() -> Vec<Log> {
    let (events, reasons) = (table(file!("tests/referral-measures/events.csv")), reasons());
    let resources = table(file!("tests/referral-measures/resources.csv"));
    let closures = table(file!("tests/referral-measures/closures.csv"));
    let amount = |row: &BTreeMap<String, String>, name| some(row, name).map(|text| text.parse().unwrap());
    let log = |facts: &BTreeMap<String, String>| {
        let own: Vec<_> = events.iter().filter(|row| row["referral"] == facts["referral"]).collect();
        let waiting = |row: &&&BTreeMap<String, String>| !row["notice"].is_empty();
        let business = facts["business"].parse().unwrap();
        Log {
            number: facts["referral"].parse().unwrap(),
            kind: Kind::parse(&facts["kind"]).unwrap(),
            partner: facts["partner"].clone(),
            place: facts["place"].clone(),
            zones: facts["zones"].split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            business,
            person: Some((business, facts["language"].clone())),
            origin: Origin::parse(&facts["origin"]).unwrap(),
            replaces: some(facts, "replaces").map(|number| number.parse().unwrap()),
            lines: own.iter().map(|row| line(row, &reasons)).collect(),
            notices: own
                .iter()
                .filter(waiting)
                .map(|row| Notice {
                    seq: row["seq"].parse().unwrap(),
                    delivered_at: some(row, "notice").filter(|at| at != "waiting").map(|at| instant(&at)),
                })
                .collect(),
            closed: closures
                .iter()
                .filter(|row| row["partner"] == facts["partner"])
                .map(|row| (day(&row["from"]).plus_days(-1), Some(day(&row["to"]))))
                .collect(),
            resources: resources
                .iter()
                .filter(|row| row["referral"] == facts["referral"])
                .map(|row| Resource {
                    what: What::ALL.into_iter().find(|what| what.code() == row["what"]).unwrap(),
                    applied: amount(row, "applied"),
                    awarded: amount(row, "awarded"),
                    delivered: amount(row, "delivered"),
                })
                .collect(),
        }
    };
    table(file!("tests/referral-measures/referrals.csv")).iter().map(log).collect()
}

fn calendar() -> Calendar {
    Calendar { holidays: table(file!("assets/codes/holidays-us.csv")).iter().map(|row| day(&row["date"]).date()).collect() }
}

fn everything() -> Scope {
    Scope { first: day("2025-01-01"), last: day("2026-12-01"), kind: None, partner: None, place: None, zone: None }
}

fn measured<T>(read: impl FnOnce(&Book<'_>) -> T) -> T {
    let (logs, zone, calendar) = (logs(), Zone::parse("America/New_York").unwrap(), calendar());
    let policy = policy();
    let book = Book::open(&logs, &zone, &calendar, &policy, day("2026-12-01")).unwrap();
    read(&book)
}

/// Each referral's cell in a column, as the program has it; "-" where the measure is not about it.
type Cells = BTreeMap<i64, String>;

fn of_share(share: &Share) -> Cells {
    let all = |numbers: &[i64], word: &'static str| numbers.iter().map(move |number| (*number, word.to_owned())).collect::<Vec<_>>();
    let mut cells: Cells = all(&share.of, "N").into_iter().collect();
    cells.extend(all(&share.counted, "Y"));
    cells.extend(all(&share.early, "early"));
    assert_eq!(cells.len(), share.of.len() + share.early.len(), "nobody is counted twice");
    cells
}

fn of_times(times: &Times, never: &str) -> Cells {
    let mut cells = Cells::new();
    let mut put = |number: i64, word: String| {
        cells.entry(number).and_modify(|cell| *cell = format!("{cell};{word}")).or_insert(word);
    };
    times.never.iter().for_each(|number| put(*number, never.to_owned()));
    times.taken.iter().for_each(|(number, Taken { business, lived })| put(*number, format!("{business}/{lived}")));
    cells
}

/// Every column of the worksheet.
fn columns(measures: &Measures) -> Vec<(&'static str, Cells)> {
    let words = |lists: Vec<(String, &Vec<i64>)>| -> Cells {
        lists.into_iter().flat_map(|(word, numbers)| numbers.iter().map(move |number| (*number, word.clone()))).collect()
    };
    let Measures { answers, work, voice, ends, standing, .. } = measures;
    let or_dash = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let codes = ["e3", "e2", "e1", "due", "l5", "l6"];
    let beside = answers.against_due.iter().flat_map(|(lateness, (yes, no))| {
        let code = codes[*lateness as usize].to_owned();
        [(code.clone(), yes), (code, no)]
    });
    let mut decided = of_share(&answers.accepted_of_decided);
    for cell in decided.values_mut() {
        if cell == "Y" { "yes" } else { "no" }.clone_into(cell);
    }
    let ages = standing.ageing.iter().map(|((age, ball), numbers)| (format!("{}/{}", age.label(), ball.code()), numbers));
    vec![
        ("ack", of_share(&answers.acknowledged_in_time)),
        ("tack", of_times(&answers.to_acknowledge, "never")),
        ("tdec", of_times(&answers.to_decision, "never")),
        ("dec", decided),
        ("group", words(answers.declined.iter().map(|(group, numbers)| (or_dash(group), numbers)).collect())),
        ("beside", words(beside.collect())),
        ("nores", of_share(&answers.no_response)),
        ("contact", of_times(&work.first_contact, "never")),
        ("compl", of_share(&work.completion)),
        ("rep", of_share(&voice.met_reported)),
        ("word", words(Word::ALL.iter().filter_map(|word| voice.words.get(word).map(|list| (word.code().to_owned(), list))).collect())),
        ("disag", of_share(&voice.disagreement)),
        ("known", of_share(&work.known_outcome)),
        ("loop", of_share(&ends.loop_closed)),
        ("lags", of_times(&ends.notice_lag, "?")),
        ("reref", of_share(&ends.re_referred)),
        ("door", of_times(&ends.next_door, "never")),
        ("unmet", of_share(&ends.unmet)),
        ("ugroup", words(ends.unmet_by_reason.iter().map(|(group, numbers)| (group.clone(), numbers)).collect())),
        ("wd", of_share(&ends.withdrawn)),
        ("priv", of_share(&ends.for_privacy)),
        ("open", words(ages.collect())),
        ("follow", of_share(&ends.followed_up)),
        ("triage", of_share(&standing.triaged)),
    ]
}

#[test]
fn each_of_sixty_referrals_counts_where_the_worksheet_says() {
    let worked = table(file!("tests/referral-measures/worked.csv"));
    assert_eq!(worked.len(), 60);
    let measures = measured(|book| book.measure(&everything()));
    let list = |word: &str| worked.iter().filter(|row| row["cohort"] == word).map(|row| row["ref"].parse().unwrap()).collect::<Vec<i64>>();
    assert_eq!((measures.sent.clone(), measures.left_out.clone()), (list("in"), list("out")));
    let mut faults = Vec::new();
    for (column, cells) in columns(&measures) {
        for row in &worked {
            let number: i64 = row["ref"].parse().unwrap();
            let cell = cells.get(&number).map_or("-", String::as_str);
            if cell != row[column] {
                faults.push(format!("R-{number}, {column}: {} by hand, {cell} by the program", row[column]));
            }
        }
    }
    let stars: BTreeMap<i64, String> = of_share(&measures.voice.rated);
    for row in &worked {
        let expected = match row["stars"].as_str() {
            "none" => "N",
            "early" => "early",
            "-" => "-",
            _ => "Y",
        };
        if stars.get(&row["ref"].parse().unwrap()).map_or("-", String::as_str) != expected {
            faults.push(format!("R-{}, stars", row["ref"]));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_sums_are_those_of_the_worksheet_in_every_cut() {
    let answers = table(file!("tests/referral-measures/answers.csv"));
    let scopes = [
        ("all", everything()),
        ("first quarter of 2026", Scope { first: day("2026-01-01"), last: day("2026-03-31"), ..everything() }),
        ("real_estate", Scope { kind: Some(Kind::RealEstate), ..everything() }),
        ("Harbor Lenders", Scope { partner: Some("Harbor Lenders".to_owned()), ..everything() }),
        ("Sunset Park", Scope { place: Some("Sunset Park".to_owned()), ..everything() }),
        ("South Shore zone", Scope { zone: Some("South Shore".to_owned()), ..everything() }),
        (
            "Creek zone, first quarter of 2026",
            Scope { zone: Some("Creek".to_owned()), first: day("2026-01-01"), last: day("2026-03-31"), ..everything() },
        ),
        ("no zone", Scope { zone: Some(String::new()), ..everything() }),
    ];
    let named: std::collections::BTreeSet<&str> = answers.iter().map(|row| row["scope"].as_str()).collect();
    assert_eq!(named, scopes.iter().map(|(name, _)| *name).collect(), "every scope that was worked out is compared");
    let mut faults = Vec::new();
    for (name, scope) in scopes {
        let key = |measure: &str, group: &str, part: &str| format!("{name}: {measure} {group:?} {part}");
        let of_program = rows::rows(&measured(|book| book.measure(&scope)));
        let mut ours: BTreeMap<String, String> =
            of_program.into_iter().map(|row| (key(row.measure, &row.group, row.part), row.value)).collect();
        for row in answers.iter().filter(|row| row["scope"] == name) {
            let key = key(&row["measure"], &row["group"], &row["part"]);
            let value = ours.remove(&key);
            if value.as_deref() != Some(&row["value"]) {
                faults.push(format!("{key}: {} by hand, {value:?} by the program", row["value"]));
            }
        }
        faults.extend(ours.into_iter().map(|(key, value)| format!("{key}: {value:?} by the program, nothing by hand")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_row_has_its_definition_and_every_definition_its_rows() {
    use fairfloor::referrals::measures::words::DEFINITIONS;
    let measures = measured(|book| book.measure(&everything()));
    let all = rows::rows(&measures);
    for row in all.iter().filter(|row| !matches!(row.measure, "sent" | "left_out")) {
        assert!(DEFINITIONS.iter().any(|definition| definition.id == row.measure), "{}", row.measure);
    }
    for definition in DEFINITIONS {
        assert!(all.iter().any(|row| row.measure == definition.id), "{}", definition.id);
    }
}

#[tokio::test]
async fn a_manager_reads_how_the_requests_of_the_own_program_go_and_of_no_other() {
    let app = TestApp::start().await;
    let mut manager = app.person("Max").await;
    let empty = manager.open("/reports/referrals").await;
    assert!(empty.says("No request was sent in these months"), "{}", empty.text());
    app.refer(&app.alpha).await;
    app.refer(&app.beta).await;
    let page = manager.open("/reports/referrals").await;
    assert!(page.says("Of 1 request sent in") && page.says("partners decided 0: 0 yes and 0 no"), "{}", page.text());
    assert!(page.says("None is old enough to speak of silence. 1 is not old enough to tell."), "{}", page.text());
    app.move_on(60 * 24 * 40);
    let mut manager = app.person("Max").await;
    let page = manager.open("/reports/referrals").await;
    assert!(page.says("1 of 1 had no answer by the fifteenth business day (100.0%)"), "{}", page.text());
    let other = format!("/reports/referrals?program={}", app.beta.id);
    assert_eq!(manager.look(&other).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_resource_that_came_of_a_request_is_counted_with_it() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    let request = page.between("<select class=\"inp\" id=\"referral\"", "</select>");
    let key = request.split("value=\"").nth(2).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let typed = [("kind", "space"), ("unit", "square_feet"), ("awarded", "3,000"), ("delivered", "2,800"), ("referral", key.as_str())];
    let saved = ada.press(&page, "Save resource", &typed).await;
    assert!(saved.says("3,000") || saved.says("2,800"), "{}", saved.text());
    let page = app.person("Max").await.open("/reports/referrals.csv").await.text();
    assert!(page.contains("resources,square_feet,awarded,3000") && page.contains("resources,square_feet,delivered,2800"), "{page}");
    assert!(page.contains("resources,square_feet,applied,\r\n"), "what nobody wrote down is no zero: {page}");
}

#[tokio::test]
async fn the_files_are_the_page_and_no_spreadsheet_runs_them() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    let formula = "UPDATE partner SET name = '=1+1'";
    app.db
        .write(fairfloor::store::Actor::system(), move |tx| {
            tx.execute(formula, [])?;
            tx.audit("partner.changed", fairfloor::store::Object::none())
        })
        .await
        .unwrap();
    let mut manager = app.person("Max").await;
    let csv = manager.open("/reports/referrals.csv").await.text();
    assert!(csv.contains(",sent,,count,1\r\n") && csv.contains("partner,'=1+1,sent,,count,1\r\n"), "{csv}");
    assert!(!csv.contains(",=1+1"), "{csv}");
    let json = manager.open("/reports/referrals.json").await.text();
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["format"], "fairfloor-referral-measures-1");
    assert_eq!(app.audited("report.made").await, 2, "each file handed over is on the record");
}

#[tokio::test]
async fn a_request_counts_in_the_zone_of_the_day_it_was_sent() {
    use crate::zones::{bring, file, ring, zone};
    let app = TestApp::start().await;
    let harbor = |south: f64| file(&[zone("Harbor", &format!("[{}]", ring(south, -73.95, 0.01)))]);
    bring(&app, &harbor(40.70), "2026-01-01").await;
    let mut manager = app.person("Max").await;
    let page = manager.open("/reports/referrals").await;
    assert!(!page.says("By zone"), "nothing was in one: {}", page.text());
    let mut ada = app.person("Ada").await;
    let place = ada.open(&format!("/clients/{}/place", app.alpha.client)).await;
    let since = app.db.clock().today().plus_days(-40).to_string();
    ada.press(&place, "Save the place", &[("point", "40.702, -73.949"), ("since_on", &since)]).await;
    app.refer(&app.alpha).await;
    let in_zone = |csv: &str| csv.lines().any(|line| line.contains(",zone,Harbor,sent,,count,1"));
    let csv = manager.open("/reports/referrals.csv").await.text();
    assert!(in_zone(&csv) && csv.lines().next().unwrap().contains("neighborhood,zone,cut_by"), "{csv}");
    // The zone is drawn elsewhere afterwards, and the business moves: what was sent stays where it was sent.
    app.move_on(60 * 24 * 3);
    let today = app.db.clock().today().to_string();
    bring(&app, &harbor(40.80), &today).await;
    let mut ada = app.person("Ada").await;
    let place = ada.open(&format!("/clients/{}/place", app.alpha.client)).await;
    ada.press(&place, "Save the place", &[("point", "40.602, -73.949"), ("since_on", &today)]).await;
    let mut manager = app.person("Max").await;
    let csv = manager.open("/reports/referrals.csv?zone=Harbor").await.text();
    assert!(in_zone(&csv), "{csv}");
    let page = manager.open("/reports/referrals").await;
    assert!(page.says("By zone") && page.says("All zones"), "{}", page.text());
    let elsewhere = manager.open("/reports/referrals?zone=Nowhere").await;
    assert!(elsewhere.says("No request fits."), "{}", elsewhere.text());
}

#[tokio::test]
async fn a_manager_hands_the_open_file_on_and_reads_beside_the_button_what_is_not_in_it() {
    let app = TestApp::start().await;
    app.move_to("2027-03-01", 12);
    app.refer(&app.alpha).await;
    app.move_to("2027-05-31", 12);
    app.make_a_round().await;
    app.make_a_round().await;
    app.move_to("2027-08-02", 12);
    app.make_a_round().await;
    let mut max = app.person("Max").await;
    let page = max.look("/reports/referrals").await;
    assert!(page.says("Outcomes as an open file") && page.says("nothing to publish yet"), "{}", page.text());
    let address = page.between("href=\"/reports/referrals/outcomes-open.csv", "\"").replace("&amp;", "&");
    let file = max.look(&format!("/reports/referrals/outcomes-open.csv{address}")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.header("content-disposition").contains("referral_outcomes_open.csv"), "{}", file.header("content-disposition"));
    assert_eq!(file.text().lines().count(), 1, "one referral is nobody's business: {}", file.text());
    assert_eq!(app.audited("report.made").await, 1);
    assert_eq!(app.person("Mia").await.look(&format!("/reports/referrals/outcomes-open.csv{address}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.person("Ada").await.look("/reports/referrals/outcomes-open.csv").await.status, StatusCode::FORBIDDEN);
}
