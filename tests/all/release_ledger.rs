//! Reports of a made-up city, released one after the other to all their readers, and an attacker who has everything they were told.

use crate::house::Folder;
use fairfloor::demo::open_or_make;
use fairfloor::demo::plan::Arguments;
use fairfloor::equity::ledger::attack::{Findings, attack};
use fairfloor::equity::ledger::publication::{About, Publication, Show, Statement};
use fairfloor::error::{Error, Result};
use fairfloor::programs;
use fairfloor::reports::Format;
use fairfloor::reports::releases::audit::audit;
use fairfloor::reports::releases::files::{self, Wanted};
use fairfloor::reports::releases::obtain::obtain;
use fairfloor::reports::releases::publication::publication;
use fairfloor::reports::releases::{Asked, Progress, Release, queries};
use fairfloor::store::{Actor, Db, Object, Tx};
use fairfloor::values::{Day, Period, ReleaseAudience, Vocabulary};
use std::sync::Arc;

const MAKERS: Option<&str> = Some("Riverton Makers");

async fn city(folder: &Folder, clients: usize) -> Db {
    open_or_make(&folder.folder, Arguments { seed: 1, clients, until: Day::parse("2026-11-22").unwrap() }).await.unwrap()
}

async fn release(db: &Db, program: Option<&'static str>, period: &str, reason: Option<&str>) -> Result<Release> {
    let program = db.read(move |conn| program.map(|name| programs::queries::find_by_name(conn, Some(name))).transpose()).await?;
    let asked = Asked { program, period: Period::parse(period)?, years: None, reason: reason.map(str::to_owned) };
    obtain(db, &Actor::command_line(), asked, &Arc::new(Progress::default())).await
}

async fn published(db: &Db, readers: ReleaseAudience) -> Publication {
    db.read(move |conn| publication(conn, readers)).await.unwrap()
}

fn told(published: &Publication) -> Vec<&Statement> {
    let is_told = |one: &&Statement| matches!(one.show, Show::Exactly { .. }) && matches!(one.about, About::Count { .. });
    published.statements.iter().filter(is_told).collect()
}

/// Attacks what each kind of readers was told; gives how many counts about groups that is.
async fn attacked(db: &Db) -> Vec<usize> {
    let mut shown = Vec::new();
    for readers in ReleaseAudience::ALL.iter().copied() {
        let published = published(db, readers).await;
        let found = attack(&published).unwrap();
        assert!(found.is_clean(), "{}: {found:#?}", readers.code());
        shown.push(told(&published).iter().filter(|one| one.table != "everyone").count());
    }
    let audited = db.read(audit).await.unwrap();
    assert!(audited.faults.is_empty(), "{:#?}", audited.faults);
    assert!(shown.is_sorted_by(|loose, strict| loose >= strict), "{shown:?}");
    shown
}

/// A business comes into a year, and another's award is taken out of it.
async fn correct(db: &Db) {
    let deed = |tx: &Tx<'_>| {
        tx.execute("UPDATE enrollment SET from_on = '2025-11-03' WHERE id = (SELECT max(id) FROM enrollment)", ())?;
        tx.execute("UPDATE deployment SET undone_at = 1 WHERE id = (SELECT min(id) FROM deployment WHERE awarded_on < '2026-01-01')", ())?;
        tx.audit_with("enrollment.corrected", Object::none(), "late")
    };
    db.write(Actor::command_line(), deed).await.unwrap();
}

#[tokio::test]
async fn of_a_small_city_nothing_follows_from_periods_programs_and_corrections() {
    let folder = Folder::new();
    let db = city(&folder, 60).await;
    let mut refused = Vec::new();
    for (program, period, reason) in [
        (MAKERS, "2025", None),
        (None, "2025", None),
        (None, "2026-Q1", None),
        (None, "2026-Q2", None),
        (None, "FY2026", None),
        (None, "2025", Some("an enrollment was entered late")),
    ] {
        if reason.is_some() {
            correct(&db).await;
        }
        match release(&db, program, period, reason).await {
            Ok(_) => drop(attacked(&db).await),
            Err(Error::Rejected(why)) => refused.push(format!("{period}: {why}")),
            Err(other) => panic!("{other:?}"),
        }
    }
    let shown = attacked(&db).await;
    assert!(refused.len() < 2 && shown[0] > 5, "{shown:?} {refused:?}");
}

#[tokio::test]
async fn what_was_planted_in_the_whole_city_is_told() {
    use fairfloor::equity::telling::Telling;
    use fairfloor::equity::telling::rates::Tag;
    use fairfloor::equity::telling::sentences::{Mark, findings};
    let folder = Folder::new();
    let db = city(&folder, 180).await;
    let first = release(&db, MAKERS, "2025", None).await.unwrap();
    let (_, told) = db.read(move |conn| queries::told(conn, first.key, ReleaseAudience::Internal)).await.unwrap();
    let telling = Telling::of(&told.account);
    assert!(!telling.decided.tables.is_empty(), "some applications were refused, and what is told of it says whose were granted");
    assert!(!telling.pay.tables.is_empty(), "many said what they pay, and what is told of it says whose work pays enough");
    let found = findings(&telling);
    let gaps: Vec<&String> = found.iter().filter(|one| one.mark == Mark::Compared(Tag::Gap)).map(|one| &one.sentence).collect();
    assert!(!gaps.is_empty() && gaps.iter().all(|sentence| sentence.contains("Black or African American")), "{found:#?}");
}

#[tokio::test]
async fn what_leaks_in_a_publication_is_found() {
    let folder = Folder::new();
    let db = city(&folder, 60).await;
    release(&db, None, "2025", None).await.unwrap();
    let clean = published(&db, ReleaseAudience::Internal).await;
    assert_eq!(attack(&clean).map(|found| found.is_clean()), Ok(true));
    let with = |change: &dyn Fn(&mut Publication)| -> Findings {
        let mut leaking = clean.clone();
        change(&mut leaking);
        attack(&leaking).unwrap()
    };
    let hidden = clean.statements.iter().find(|one| matches!(one.show, Show::Hidden { .. })).unwrap().clone();
    let plain = told(&clean).into_iter().find(|one| matches!(one.show, Show::Exactly { eq } if eq >= 10)).unwrap().clone();
    let About::Count { wanted } = plain.about.clone() else { panic!("a count") };
    let Show::Exactly { eq } = plain.show else { panic!("told") };
    // A count that is less by two: of the same, but for one code.
    let mut less = wanted.clone();
    let did = less.keys().find(|name| name.starts_with("did")).unwrap().clone();
    less.get_mut(&did).unwrap().pop();
    let filter =
        Statement { id: "filter".into(), about: About::Count { wanted: less }, show: Show::Exactly { eq: eq - 2 }, ..plain.clone() };
    let found = with(&|leaking| leaking.statements.push(filter.clone()));
    assert!(!found.small_differences.is_empty(), "{found:?}");
    let band = Statement { id: "band".into(), show: Show::Within { lo: 2, hi: 2 }, ..hidden.clone() };
    let found = with(&|leaking| leaking.statements.push(band.clone()));
    assert!(!found.is_clean(), "{found:?}");
    let About::Count { wanted } = hidden.about.clone() else { panic!("a count") };
    let cents = Statement {
        id: "cents".into(),
        about: About::Sum { measure: "cents".into(), wanted },
        show: Show::Exactly { eq: 100 },
        ..hidden.clone()
    };
    let few = Statement { id: "few".into(), show: Show::Within { lo: 1, hi: 4 }, ..hidden };
    let found = with(&|leaking| leaking.statements.extend([cents.clone(), few.clone()]));
    assert!(!found.is_clean(), "{found:?}");
}

/// What the audit says after a change, which is not kept.
async fn after(db: &Db, sql: &'static str) -> String {
    let deed = move |tx: &Tx<'_>| -> Result<()> {
        assert!(tx.execute(sql, ())? > 0, "{sql}");
        Err(Error::Rejected(audit(tx)?.faults.join("\n")))
    };
    match db.write(Actor::command_line(), deed).await {
        Err(Error::Rejected(faults)) => faults,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_audit_finds_each_fault_that_is_planted_in_the_ledger() {
    let folder = Folder::new();
    let db = city(&folder, 60).await;
    let made = release(&db, None, "2025", None).await.unwrap();
    let wanted = Wanted::Whole(Format::Csv);
    files::bytes(&db, Actor::command_line(), made.key, ReleaseAudience::Public, wanted).await.unwrap();
    let says = [
        ("UPDATE release_edition SET told = replace(told, 'City of Riverton', 'City of Rivertown')", "what it told was altered"),
        ("UPDATE release_edition SET told = 'nothing'", "what it told cannot be read"),
        ("UPDATE release_file SET bytes = x'00'", "the csv is not what was handed out"),
        ("UPDATE release_count SET told = 3 WHERE count_id = 'of-color.enrolled'", "and less than"),
        (
            "UPDATE release_count SET told = told + 1 WHERE count_id = 'everyone.enrolled'",
            "is not the same in the ledger and in the report",
        ),
        (
            "UPDATE release_count SET told = 40 WHERE count_id = 'white-only.completed'
                AND edition_id = (SELECT id FROM release_edition WHERE audience = 'public')",
            "is told, and not to",
        ),
        (
            "UPDATE release_count SET told = (SELECT told - 1 FROM release_count WHERE count_id = 'everyone.enrolled' LIMIT 1)
             WHERE count_id = 'of-color.enrolled'",
            "differ by few, and one lies within the other",
        ),
    ];
    for (sql, words) in says {
        let faults = after(&db, sql).await;
        assert!(faults.contains(words), "{sql}: {faults}");
    }
    let leaking =
        "UPDATE release_edition SET told = replace(told, '\"of-color.completed\":\"Hidden\"', '\"of-color.completed\":{\"Shown\":2}')";
    assert!(after(&db, leaking).await.contains("is not the same in the ledger and in the report"));
    assert!(db.read(audit).await.unwrap().faults.is_empty());
    drop(db);
    let path = folder.folder.path();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_fairfloor")).args(["verify", "--data"]).arg(path).output().unwrap();
    let words = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success() && words.contains("nothing that was left out can be worked out"), "{words}");
}

#[tokio::test]
async fn what_a_release_guards_is_read_with_the_keyring_alone() {
    let folder = Folder::new();
    let db = city(&folder, 60).await;
    release(&db, None, "2025", None).await.unwrap();
    let keeper = db.clone();
    let (sealed, guarded) = db
        .read(move |conn| {
            let sealed: Vec<u8> =
                conn.query_row("SELECT guarded FROM release_edition WHERE audience = 'internal'", (), |row| row.get("guarded"))?;
            let past = queries::past(conn)?;
            Ok((sealed, queries::editions(conn, keeper.keys(), &past, ReleaseAudience::Internal)?))
        })
        .await
        .unwrap();
    assert!(!guarded[0].secrets.is_empty(), "a city of sixty has small numbers");
    // A nonce and a tag beside whole steps: neither the places nor how many there are stand in it.
    assert_eq!((sealed.len() - 24 - 16) % 4_096, 0);
    assert!(std::str::from_utf8(&sealed).is_err());
    let other = Folder::new();
    let stranger = other.create();
    let past = db.read(queries::past).await.unwrap();
    let read = db.read(move |conn| queries::editions(conn, stranger.keys(), &past, ReleaseAudience::Internal)).await;
    assert!(read.is_err(), "another keyring does not open it");
}

#[tokio::test]
async fn two_releases_of_the_same_record_are_the_same_to_the_byte() {
    let first = Folder::new();
    drop(city(&first, 40).await);
    let other = Folder::copy_of(&first.folder);
    let mut made = Vec::new();
    for folder in [&first, &other] {
        let db = city(folder, 40).await;
        let release = release(&db, None, "2025", None).await.unwrap();
        let (key, mut forms) = (release.key, Vec::new());
        for readers in ReleaseAudience::ALL.iter().copied() {
            let (_, told) = db.read(move |conn| queries::told(conn, key, readers)).await.unwrap();
            forms.push(("told", serde_json::to_vec(&told).unwrap()));
            for form in ["html", "csv", "json", "xlsx", "pdf"] {
                let wanted = || Wanted::parse(form).unwrap();
                let bytes = files::bytes(&db, Actor::command_line(), key, readers, wanted()).await.unwrap();
                assert!(bytes == files::bytes(&db, Actor::command_line(), key, readers, wanted()).await.unwrap(), "{form} again");
                forms.push((form, bytes));
            }
        }
        made.push(forms);
    }
    let differ: Vec<&str> = made[0].iter().zip(&made[1]).filter(|(one, other)| one != other).map(|(one, _)| one.0).collect();
    assert!(differ.is_empty(), "{differ:?} differ");
}
