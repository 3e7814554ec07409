//! The sources keep the house in order. Each rule is a function over texts, and each is seen to bite on a planted fault.

mod names;
mod promises;
pub mod schema;
mod sources;
mod tables;

use sources::{Source, named};

/// Which floor a module stands on. A module leans only on floors below its own.
#[rustfmt::skip]
const FLOORS: &[(u8, &[&str])] = &[
    (0, &["values"]),
    (1, &["error", "config", "equity", "sba", "funders", "chart", "i18n"]),
    (2, &["web", "store", "mail", "document"]),
    (3, &["auth", "firewall", "jobs"]),
    // The outbox has a page, and a page has a viewer: it stands above auth.
    (4, &["people", "places", "programs", "partners", "consent", "outbox", "wages", "measures"]),
    (5, &["services", "notes", "referrals", "resources", "sites", "questions", "self_identification", "training", "outcomes", "commitments", "outreach", "bodies", "workers", "attachments", "grants", "equity_checks", "indicators", "stories", "certifications", "worker_survey"]),
    (6, &["desk", "directory", "reports", "portal", "rights", "partner_desk", "safeguards", "filings", "import", "export", "audit", "zones", "space"]),
    (6, &["rounds"]),
    // What pages do, for systems: it stands above them.
    (7, &["api", "archive"]),
    (8, &["app", "demo"]),
    (9, &["cli"]),
];

/// Two that lean sideways, with the reason.
const SIDEWAYS: &[(&str, &str, &str)] = &[
    ("config", "error", "what the program is told at its start may be refused"),
    ("sba", "error", "a file that can't be written is an error like any other"),
    ("funders", "sba", "what keeps a row out, and what has no place, is said alike for every required table"),
    ("demo", "app", "a demo is served"),
    (
        "firewall",
        "auth",
        "whoever came with a mailed code may read their own answers: the proof is a type of auth; a deletion ends the visits; and whose access was just set guards nothing",
    ),
];

/// Files that are longer than a file should be, with the reason.
const LONG: &[(&str, &str)] = &[];

fn floor_of(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(_, modules)| modules.contains(&module)).map(|(floor, _)| *floor)
}

/// A module leans only on floors below its own.
fn leans_down(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| !source.is_root()) {
        let module = source.module();
        let Some(floor) = floor_of(module) else {
            faults.push(format!("{}: the module {module} stands on no floor; name one in FLOORS", source.path));
            continue;
        };
        for other in sources::modules_named(&source.code()) {
            let is_allowed = other == module
                || matches!(other.as_str(), "stored_as_word")
                || SIDEWAYS.iter().any(|(from, to, _)| (*from, *to) == (module, other.as_str()))
                || floor_of(&other).is_some_and(|below| below < floor);
            if !is_allowed {
                faults.push(format!("{}: {module} leans on {other}, which does not stand below it", source.path));
            }
        }
    }
    faults
}

/// SQL stands where SQL belongs.
fn sql_stays_in_its_place(sources: &[Source]) -> Vec<String> {
    let allowed = |path: &str| {
        path.ends_with("/queries.rs")
            || path.contains("/queries/")
            || path.starts_with("src/store/")
            || path.starts_with("src/firewall/") && !path.ends_with("/views.rs")
            || matches!(path, "src/auth/codes.rs" | "src/auth/links.rs" | "src/auth/sessions.rs" | "src/programs/seed.rs")
    };
    let starts = ["SELECT ", "INSERT ", "UPDATE ", "DELETE FROM ", "CREATE TABLE", "PRAGMA ", "REPLACE INTO"];
    let rules = |literal: &str| {
        let literal = literal.trim_start();
        starts.iter().any(|start| literal.starts_with(start)) || literal.contains("INSERT OR REPLACE")
    };
    let mut faults = Vec::new();
    for source in sources {
        for (line, literal) in source.literals() {
            if literal.contains("INSERT OR REPLACE") {
                faults.push(format!("{}:{line}: INSERT OR REPLACE deletes rows that no hook sees", source.path));
            } else if rules(&literal) && !allowed(&source.path) {
                faults.push(format!("{}:{line}: SQL outside of queries.rs", source.path));
            }
        }
    }
    faults
}

/// Markup stands where markup belongs, and data is never let through as markup.
fn markup_stays_in_its_place(sources: &[Source]) -> Vec<String> {
    let allowed = |path: &str| path.contains("/views") || path.starts_with("src/web/") || path == "src/auth/totp.rs";
    let mut faults = Vec::new();
    for source in sources {
        let code = source.code();
        if code.contains("html!") && !allowed(&source.path) {
            faults.push(format!("{}: markup outside of views", source.path));
        }
        if code.contains("PreEscaped") {
            faults.push(format!("{}: PreEscaped lets data through as markup", source.path));
        }
        if code.contains("style=") || code.contains("onclick=") {
            faults.push(format!("{}: an inline style or script, which the page's policy refuses", source.path));
        }
    }
    faults
}

/// Only the wall names its tables.
fn only_the_wall_names_its_tables(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| !source.path.starts_with("src/firewall/")) {
        for (line, literal) in source.literals() {
            let words: Vec<&str> = literal.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            let after_from = words.windows(2).any(|pair| matches!(pair[0], "FROM" | "JOIN" | "INTO" | "UPDATE") && pair[1] == "subject");
            if after_from
                || words.contains(&"demographic_answer")
                    && literal != "demographic_answer.question"
                    && literal != "demographic_answer.basis"
            {
                faults.push(format!("{}:{line}: who people are is asked for outside of the wall", source.path));
            }
        }
    }
    faults
}

/// Nothing stops the house by surprise.
fn nothing_panics(sources: &[Source]) -> Vec<String> {
    let words = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!(", "dbg!(", "println!(", "eprintln!("];
    named(sources, &words, "must not be in a program that may not stop")
}

/// The clock is asked in one place.
fn one_clock(sources: &[Source]) -> Vec<String> {
    let elsewhere: Vec<Source> = sources.iter().filter(|source| source.path != "src/config.rs").cloned().collect();
    named(
        &elsewhere,
        &["SystemTime::now", "Timestamp::now", "Zoned::now", "datetime('now", "strftime('%", "CURRENT_TIMESTAMP"],
        "asks another clock than config::Clock",
    )
}

/// By which way a person is told is chosen in one place.
fn one_place_reaches(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| source.path != "src/outbox/reaching.rs") {
        for (number, line) in
            source.code().lines().enumerate().filter(|(_, line)| line.contains("ContactBy::") && line.contains("NoticeChannel::"))
        {
            faults.push(format!("{}:{}: chooses a way by itself; call outbox::reach: {}", source.path, number + 1, line.trim()));
        }
    }
    faults
}

/// A file says what it is, and is not too long.
fn files_are_letters(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        if !source.text.starts_with("//! ") {
            faults.push(format!("{}: the first line does not say what it is", source.path));
        }
        let lines = source.text.lines().count();
        if lines > 450 && !LONG.iter().any(|(path, _)| *path == source.path) {
            faults.push(format!("{}: {lines} lines; it is two files", source.path));
        }
    }
    faults
}

/// An allowance that nobody needs any more is struck off.
fn allowances_are_needed(sources: &[Source]) -> Vec<String> {
    LONG.iter()
        .filter(|(path, _)| !sources.iter().any(|source| source.path == *path && source.text.lines().count() > 450))
        .map(|(path, _)| format!("{path} is not too long any more: strike it off LONG"))
        .collect()
}

type Rule = (&'static str, fn(&[Source]) -> Vec<String>);

const RULES: &[Rule] = &[
    ("a module leans only on floors below its own", leans_down),
    ("SQL stands in queries and store only", sql_stays_in_its_place),
    ("markup stands in views and web only", markup_stays_in_its_place),
    ("only the wall names its tables", only_the_wall_names_its_tables),
    ("nothing stops the house by surprise", nothing_panics),
    ("one clock", one_clock),
    ("a file says what it is and is not too long", files_are_letters),
    ("every handler's first argument is its access rule, and the table agrees", tables::extractors_agree),
    ("a person's own answers are opened for their own page alone", promises::own_answers_are_for_own_eyes),
    ("a name runs its own way", names::run_their_own_way),
    ("by which way a person is told is chosen in one place", one_place_reaches),
];

#[track_caller]
fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_sources_keep_every_rule() {
    let sources = sources::read_all();
    assert!(sources.len() > 80, "{} files were read", sources.len());
    let faults: Vec<String> =
        RULES.iter().flat_map(|(name, rule)| rule(&sources).into_iter().map(move |fault| format!("{name}: {fault}"))).collect();
    assert_none(&faults);
    assert_none(&allowances_are_needed(&sources));
}

#[test]
fn the_vocabularies_are_the_check_lists_of_the_schema() {
    let read = |path: &str| std::fs::read_to_string(sources::path_of(path)).unwrap();
    let mut words = read("src/values/words.rs");
    for file in [
        "api_words",
        "body_words",
        "space_words",
        "clock_words",
        "note_words",
        "service_words",
        "rights_words",
        "outcome_words",
        "filing_words",
        "guard_words",
        "benchmark_words",
        "import_words",
        "job_words",
        "equity_words",
        "indicator_words",
        "measure_words",
        "file_words",
        "story_words",
        "certification_words",
    ] {
        words.push_str(read(&format!("src/values/{file}.rs")).rsplit_once("\nvocabulary! {").unwrap().1);
    }
    assert_none(&schema::words_agree(&schema::vocabularies(&words), schema::SCHEMA));
}

#[test]
fn the_schema_is_strict_and_says_of_every_table_and_column_whose_it_is() {
    assert_none(&schema::is_commented(schema::SCHEMA));
}

#[test]
fn every_route_there_is_was_read_from_the_sources() {
    let read = tables::routes_in(&sources::read_all());
    for route in fairfloor::app::routes() {
        let found = read
            .iter()
            .any(|known| known.path == route.path && known.method == route.method.code() && known.classes.len() == route.access.len());
        assert!(found, "{} {} was not found in a table of routes", route.method.code(), route.path);
    }
    assert_eq!(read.len(), fairfloor::app::routes().len());
}

#[test]
fn each_rule_catches_its_planted_fault() {
    type Plant = (fn(&[Source]) -> Vec<String>, &'static str, &'static str, &'static str);
    let plants: &[Plant] = &[
        (leans_down, "src/people/queries.rs", "//! x\nuse crate::reports::make;", "people leans on reports"),
        (leans_down, "src/services/mod.rs", "//! x\nfn a() { crate::referrals::Status::Draft; }", "services leans on referrals"),
        (leans_down, "src/store/tx.rs", "//! x\nuse crate::{error::Error, web::Access};", "store leans on web"),
        (leans_down, "src/attic/mod.rs", "//! x", "attic stands on no floor"),
        (sql_stays_in_its_place, "src/people/routes.rs", "//! x\nfn a() { let sql = \"SELECT 1\"; }", "routes.rs:2: SQL outside"),
        (
            sql_stays_in_its_place,
            "src/desk/views.rs",
            "//! x\nconst A: &str = \"\n    UPDATE business SET name = 1\";",
            "views.rs:2: SQL outside",
        ),
        (sql_stays_in_its_place, "src/people/queries.rs", "//! x\nconst A: &str = \"INSERT OR REPLACE INTO a\";", "INSERT OR REPLACE"),
        (markup_stays_in_its_place, "src/people/routes.rs", "//! x\nfn a() { html! { p { } } }", "markup outside of views"),
        (markup_stays_in_its_place, "src/people/views.rs", "//! x\nfn a() { html! { (PreEscaped(name)) } }", "PreEscaped"),
        (markup_stays_in_its_place, "src/people/views.rs", "//! x\nfn a() { html! { p style=\"color:red\" {} } }", "inline style"),
        (
            only_the_wall_names_its_tables,
            "src/reports/queries.rs",
            "//! x\nconst A: &str = \"SELECT * FROM demographic_answer\";",
            "outside of the wall",
        ),
        (
            only_the_wall_names_its_tables,
            "src/reports/queries.rs",
            "//! x\nconst A: &str = \"SELECT * FROM a JOIN subject ON 1\";",
            "outside of the wall",
        ),
        (nothing_panics, "src/people/routes.rs", "//! x\nfn a() { b.unwrap() }", ".unwrap()"),
        (nothing_panics, "src/people/routes.rs", "//! x\nfn a() { b.expect(\"c\") }", ".expect("),
        (one_clock, "src/people/routes.rs", "//! x\nfn a() { SystemTime::now() }", "another clock"),
        (files_are_letters, "src/people/mod.rs", "use a;", "does not say what it is"),
        (
            one_place_reaches,
            "src/people/queries.rs",
            "//! x\nfn a() { match by { ContactBy::Text => NoticeChannel::Text } }",
            "queries.rs:2: chooses a way by itself",
        ),
        (
            names::run_their_own_way,
            "src/people/views.rs",
            "//! x\nfn a() { html! { p { \"Dear \" (owner.name()) } } }",
            "views.rs:2: (owner.name()) stands between words",
        ),
        (
            names::run_their_own_way,
            "src/people/views.rs",
            "//! x\nfn a() { html! { p { (client.name) \", again\" } } }",
            "(client.name) stands between words",
        ),
        (
            promises::own_answers_are_for_own_eyes,
            "src/demo/play.rs",
            "//! x\nfn a() { let proof = Proof::Mailed { address_since: None }; }",
            "play.rs:2: makes up a visit",
        ),
        (
            promises::own_answers_are_for_own_eyes,
            "src/desk/routes.rs",
            "//! x\nfn a() { let own = firewall::own(conn, keys, &eyes); }",
            "routes.rs:2: opens a person's own answers",
        ),
        (tables::extractors_agree, "src/people/routes.rs", ROUTES_WITHOUT_VIEWER, "page: the first argument State is no access rule"),
        (
            tables::extractors_agree,
            "src/people/routes.rs",
            ROUTES_WITH_OTHER_CLASS,
            "page: the table says [\"Manager\"], its extractor Advisor [\"Advisor\"]",
        ),
        (tables::extractors_agree, "src/people/routes.rs", ROUTES_WITHOUT_HANDLER, "page: no such handler"),
    ];
    for (rule, path, text, words) in plants {
        let faults = rule(&[Source::new(path, text)]);
        assert!(faults.iter().any(|fault| fault.contains(words)), "{words:?} is not among {faults:?}");
    }
    let long = format!("//! x\n{}", "\n".repeat(450));
    assert!(files_are_letters(&[Source::new("src/people/mod.rs", &long)])[0].contains("451 lines"));
}

#[test]
fn every_way_to_a_plain_answer_is_promised_in_the_notice_and_every_promise_has_a_way() {
    let sources = sources::read_all();
    assert_none(&promises::kept(&sources));
    let peek = "//! x\nfn inner(key: &Key) { key.open(&nonce, &sealed, &context) }\npub fn peek() { inner(key) }";
    let with_peek: Vec<Source> = sources.iter().cloned().chain([Source::new("src/firewall/peek.rs", peek)]).collect();
    let faults = promises::kept(&with_peek);
    assert!(faults.iter().any(|fault| fault.contains("peek::peek comes to plain answers")), "{faults:?}");
    let without_glass: Vec<Source> = sources.into_iter().filter(|source| source.path != "src/firewall/glass.rs").collect();
    let faults = promises::kept(&without_glass);
    assert!(faults.iter().any(|fault| fault.contains("glass::look is promised")), "{faults:?}");
}

const ROUTES_WITHOUT_VIEWER: &str = "//! x
pub fn routes() -> Vec<Route> {
    vec![get(\"/a\", &[A::Manager], page)]
}
async fn page(State(db): State<Db>, Advisor(viewer): Advisor) {}";

const ROUTES_WITH_OTHER_CLASS: &str = "//! x
pub fn routes() -> Vec<Route> {
    vec![
        get(\"/b\", &[A::Advisor], other),
        post(
            \"/a\",
            &[A::Manager],
            page,
        ),
    ]
}
async fn other(Advisor(viewer): Advisor) {}
async fn page(
    Advisor(viewer): Advisor,
    State(db): State<Db>,
) {}";

const ROUTES_WITHOUT_HANDLER: &str = "//! x
pub fn routes() -> Vec<Route> {
    vec![get(\"/a\", &[A::Manager], page)]
}";

#[test]
fn what_is_allowed_is_not_reported() {
    let fine: &[(&str, &str)] = &[
        ("src/people/queries.rs", "//! x\nuse crate::auth::Viewer;\n// crate::reports is above us\nconst A: &str = \"SELECT 1\";"),
        ("src/people/views.rs", "//! x\nfn a() { html! { p { \"SELECTED\" } } }"),
        (
            "src/people/routes.rs",
            "//! x\npub fn routes() -> Vec<Route> {\n vec![get(\"/a\", &[A::Advisor, A::Manager], page)]\n}\nasync fn page(CaseWorker(viewer): CaseWorker) {}\n#[cfg(test)]\nmod tests { fn a() { b.unwrap() } }",
        ),
        ("src/firewall/door.rs", "//! x\nconst A: &str = \"DELETE FROM subject\";"),
    ];
    let sources: Vec<Source> = fine.iter().map(|(path, text)| Source::new(path, text)).collect();
    for (name, rule) in RULES {
        assert_eq!(rule(&sources), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn each_rule_of_the_schema_catches_its_planted_fault() {
    let commented = "-- a: what it is. [internal]\nCREATE TABLE a (\n    id INTEGER PRIMARY KEY, -- [internal] key\n    kind TEXT NOT NULL CHECK (kind IN ('x', 'y')) -- [public] kind\n) STRICT;\n";
    assert_eq!(schema::is_commented(commented), Vec::<String>::new());
    let plants = [
        (commented.replace(" STRICT", ""), "a is not STRICT"),
        (commented.replace("-- a: what it is. [internal]\n", ""), "a has no comment"),
        (commented.replace(". [internal]\n", ".\n"), "a has no comment"),
        (commented.replace("-- [public] kind", "-- kind"), "a.kind has no class"),
        (commented.replace("-- [internal] key", ""), "a.id has no class"),
        (commented.replace("[public]", "[secret]"), "a.kind has no class"),
    ];
    for (schema, words) in plants {
        let faults = schema::is_commented(&schema);
        assert!(faults.iter().any(|fault| fault.contains(words)), "{words:?} is not among {faults:?}");
    }
    let words = |list: &[&str]| vec![schema::Words::new("Kind", "a.kind", list)];
    assert_eq!(schema::words_agree(&words(&["y", "x"]), commented), Vec::<String>::new());
    assert!(schema::words_agree(&words(&["x"]), commented)[0].contains("Kind is not the list of a.kind"));
    assert!(schema::words_agree(&words(&["x", "y", "z"]), commented)[0].contains("Kind is not the list of a.kind"));
    assert!(schema::words_agree(&[], commented)[0].contains("a.kind is the list of no vocabulary"));
    assert!(schema::words_agree(&[schema::Words::new("Kind", "b.kind", &["x", "y"])], commented)[0].contains("b.kind has no CHECK list"));
}
